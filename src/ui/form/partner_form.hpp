// SPDX-License-Identifier: MIT
#pragma once

#include "ui/form/form.hpp"

namespace jejaring::ui {

// A partner: name, kind, country, region and place.
class PartnerForm : public EditForm {
  public:
    // An empty id: a new one, called `name`.
    PartnerForm(const Interface& ui, const std::string& id, const std::string& name = {});

    [[nodiscard]] std::string title(const Interface& ui) const override;
    void draw(Interface& ui, Fields& fields) override;
    [[nodiscard]] session::FieldMessages check(const Interface& ui) const override;
    [[nodiscard]] bool changed() const override;
    [[nodiscard]] bool exists() const override { return exists_; }
    std::string save(Interface& ui) override;
    void remove(Interface& ui) override;

  private:
    [[nodiscard]] core::Partner made(const Interface& ui, session::FieldMessages& messages) const;

    core::Partner draft_;
    core::Partner original_;
    std::string place_; // as typed
    std::string originalPlace_;
    bool exists_ = false;
    std::vector<Option> types_;
    std::vector<Option> countries_;
    std::vector<Option> regions_;
};

} // namespace jejaring::ui
