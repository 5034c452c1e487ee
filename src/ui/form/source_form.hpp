// SPDX-License-Identifier: MIT
// Sources: where facts were read.
#pragma once

#include "ui/form/form.hpp"

namespace jejaring::ui {

// Title, publisher, date, address and grade.
struct SourceDraft {
    core::Source source; // without the date
    std::string published;
    friend bool operator==(const SourceDraft&, const SourceDraft&) = default;
};

class SourceForm : public DraftForm<SourceDraft> {
  public:
    // An empty id: a new one, called `title`.
    SourceForm(const Interface& ui, const std::string& id, const std::string& title = {});

    [[nodiscard]] std::string title(const Interface& ui) const override;
    void draw(Interface& ui, Fields& fields) override;
    [[nodiscard]] session::FieldMessages check(const Interface& ui) const override;
    std::string save(Interface& ui) override;
    void remove(Interface& ui) override;

  private:
    [[nodiscard]] core::Source made(session::FieldMessages& messages) const;

    std::shared_ptr<const core::Project> counted_; // the project that cites it so often
    std::size_t uses_ = 0;
};

// The field in which another form names its source: one of the project, or a new one made on the way.
class SourceField {
  public:
    // `state` is the form's; `chosen` lives as long as the form does.
    void draw(Interface& ui, Fields& fields, FormState& state, std::string& chosen);

  private:
    std::shared_ptr<const core::Project> listed_; // the project that the list is of
    std::vector<Option> sources_;
};

} // namespace jejaring::ui
