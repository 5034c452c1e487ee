// SPDX-License-Identifier: MIT
// Indicators, and their values by region and period.
#pragma once

#include "ui/form/source_form.hpp"

namespace jejaring::ui {

class IndicatorForm : public DraftForm<core::Indicator> {
  public:
    // An empty id: a new one, called `name`.
    IndicatorForm(const Interface& ui, const std::string& id, const std::string& name = {});

    [[nodiscard]] std::string title(const Interface& ui) const override;
    void draw(Interface& ui, Fields& fields) override;
    [[nodiscard]] session::FieldMessages check(const Interface& ui) const override;
    std::string save(Interface& ui) override;
    void remove(Interface& ui) override;

  private:
    SourceField source_;
};

struct IndicatorValueDraft {
    core::IndicatorValue value; // what is chosen, not typed
    std::string period;
    std::string number;
    friend bool operator==(const IndicatorValueDraft&, const IndicatorValueDraft&) = default;
};

class IndicatorValueForm : public DraftForm<IndicatorValueDraft> {
  public:
    // A new one where the project has none of its indicator, region and period.
    IndicatorValueForm(const Interface& ui, const core::IndicatorValue& value);

    [[nodiscard]] std::string title(const Interface& ui) const override;
    void draw(Interface& ui, Fields& fields) override;
    [[nodiscard]] session::FieldMessages check(const Interface& ui) const override;
    std::string save(Interface& ui) override;
    void remove(Interface& ui) override;

  private:
    void fill(const Interface& ui);
    [[nodiscard]] core::IndicatorValue made(session::FieldMessages& messages) const;

    text::Language language_;                     // that numbers are typed in
    std::shared_ptr<const core::Project> listed_; // the project that the list is of
    std::vector<Option> indicators_;
    std::vector<Option> regions_;
    SourceField source_;
};

// At once; undo brings it back, and a notice says so. An indicator goes with its values.
void deleteIndicator(Interface& ui, const std::string& id);
void deleteIndicatorValue(Interface& ui, const core::IndicatorValue& value);

// A value in the language's habit, with as many decimals as it has, at most four.
[[nodiscard]] std::string indicatorNumber(text::Language language, double value);

} // namespace jejaring::ui
