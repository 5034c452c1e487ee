// SPDX-License-Identifier: MIT
// Follow-ups: what was agreed at a stop, a visit or an activity.
#pragma once

#include "ui/form/form.hpp"

namespace jejaring::ui {

struct FollowUpDraft {
    core::FollowUp followUp; // what is chosen, not typed
    std::string due;
    std::string done;
    friend bool operator==(const FollowUpDraft&, const FollowUpDraft&) = default;
};

class FollowUpForm : public DraftForm<FollowUpDraft> {
  public:
    // A new one where the project has none of its id; its visit or activity and stop say where it was agreed.
    FollowUpForm(const Interface& ui, core::FollowUp followUp);

    [[nodiscard]] std::string title(const Interface& ui) const override;
    void draw(Interface& ui, Fields& fields) override;
    [[nodiscard]] session::FieldMessages check(const Interface& ui) const override;
    std::string save(Interface& ui) override;
    void remove(Interface& ui) override;

  private:
    void fill(const Interface& ui);
    [[nodiscard]] core::FollowUp made(session::FieldMessages& messages) const;

    std::shared_ptr<const core::Project> listed_; // the project that the lists are of
    std::string stopsOf_;                         // the visit that the list of stops is of
    std::vector<Option> occasions_;
    std::vector<Option> stops_;
    std::vector<Option> agreements_;
};

} // namespace jejaring::ui
