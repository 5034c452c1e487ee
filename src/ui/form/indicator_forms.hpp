// SPDX-License-Identifier: MIT
// Indicators, and their values by region and period.
#pragma once

#include "ui/form/source_form.hpp"

namespace jejaring::ui {

class IndicatorForm : public EditForm {
  public:
    // An empty id: a new one, called `name`.
    IndicatorForm(const Interface& ui, const std::string& id, const std::string& name = {});

    [[nodiscard]] std::string title(const Interface& ui) const override;
    void draw(Interface& ui, Fields& fields) override;
    [[nodiscard]] session::FieldMessages check(const Interface& ui) const override;
    [[nodiscard]] bool changed() const override { return !(draft_ == original_); }
    [[nodiscard]] bool exists() const override { return exists_; }
    std::string save(Interface& ui) override;
    void remove(Interface& ui) override;

  private:
    core::Indicator draft_;
    core::Indicator original_;
    bool exists_ = false;
    SourceField source_;
};

class IndicatorValueForm : public EditForm {
  public:
    // A new one where the project has none of its indicator, region and period.
    IndicatorValueForm(const Interface& ui, const core::IndicatorValue& value);

    [[nodiscard]] std::string title(const Interface& ui) const override;
    void draw(Interface& ui, Fields& fields) override;
    [[nodiscard]] session::FieldMessages check(const Interface& ui) const override;
    [[nodiscard]] bool changed() const override { return !(draft_ == original_); }
    [[nodiscard]] bool exists() const override { return exists_; }
    std::string save(Interface& ui) override;
    void remove(Interface& ui) override;

  private:
    struct Draft {
        core::IndicatorValue value; // what is chosen, not typed
        std::string period;
        std::string number;
        friend bool operator==(const Draft&, const Draft&) = default;
    };

    void fill(const Interface& ui);
    [[nodiscard]] core::IndicatorValue made(session::FieldMessages& messages) const;

    Draft draft_;
    Draft original_;
    text::Language language_; // that numbers are typed in
    bool exists_ = false;
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
