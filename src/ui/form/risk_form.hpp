// SPDX-License-Identifier: MIT
#pragma once

#include "ui/form/form.hpp"

namespace jejaring::ui {

// A risk or an expected positive effect of a region, an agreement or both.
class RiskForm : public DraftForm<core::Risk> {
  public:
    // An empty id: a new one, as `draft` begins it.
    RiskForm(const Interface& ui, const std::string& id, core::Risk draft = {});

    [[nodiscard]] std::string title(const Interface& ui) const override;
    void draw(Interface& ui, Fields& fields) override;
    [[nodiscard]] session::FieldMessages check(const Interface& ui) const override;
    std::string save(Interface& ui) override;
    void remove(Interface& ui) override;

  private:
    void drawAssessment(Interface& ui, Fields& fields);

    std::vector<Option> regions_;
    std::vector<Option> agreements_;
    std::vector<Option> causes_;
};

// At once; undo brings it back, and a notice says so.
void deleteRisk(Interface& ui, const std::string& id);

// What a likelihood, a severity or the size of an effect from 1 to 5 means: message ids.
[[nodiscard]] std::string_view likelihoodName(int grade);
[[nodiscard]] std::string_view severityName(int grade);

} // namespace jejaring::ui
