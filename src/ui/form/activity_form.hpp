// SPDX-License-Identifier: MIT
#pragma once

#include "ui/form/source_form.hpp"

namespace jejaring::ui {

// An activity: forum, fair, mission, exchange programme, training; with the regions and ministries that took part.
struct ParticipantText {
    std::string who; // a region's code, or the name of a ministry or another body
    std::string role;
    friend bool operator==(const ParticipantText&, const ParticipantText&) = default;
};

struct ActivityDraft {
    core::Activity activity; // what is chosen, not typed
    std::string start;
    std::string end;
    std::string coordinates;
    std::vector<ParticipantText> participants;
    friend bool operator==(const ActivityDraft&, const ActivityDraft&) = default;
};

class ActivityForm : public DraftForm<ActivityDraft>, public std::enable_shared_from_this<ActivityForm> {
  public:
    // An empty id: a new one, of `region` where one is given.
    ActivityForm(const Interface& ui, const std::string& id, const core::RegionCode& region = {});

    [[nodiscard]] std::string title(const Interface& ui) const override;
    void draw(Interface& ui, Fields& fields) override;
    [[nodiscard]] session::FieldMessages check(const Interface& ui) const override;
    std::string save(Interface& ui) override;
    void remove(Interface& ui) override;

  private:
    void fill(const Interface& ui);
    void drawPlace(Interface& ui, Fields& fields);
    void drawParticipants(Interface& ui, Fields& fields);
    void drawFollowUps(Interface& ui, Fields& fields);
    void pickOnMap(Interface& ui);
    [[nodiscard]] core::Activity made(session::FieldMessages& messages) const;

    std::shared_ptr<const core::Project> listed_; // the project that the lists are of
    std::vector<Option> kinds_;
    std::vector<Option> regions_;
    std::vector<Option> takingPart_; // regions and the bodies that the project names
    SourceField source_;
};

// At once; undo brings it back, and a notice says so.
void deleteActivity(Interface& ui, const std::string& id);

} // namespace jejaring::ui
