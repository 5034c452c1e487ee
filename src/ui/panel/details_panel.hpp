// SPDX-License-Identifier: MIT
// The right area: everything about the chosen region, or about the country where none is chosen.
#pragma once

#include "analysis/region_facts.hpp"
#include "scene/fact_words.hpp"
#include "ui/interface.hpp"
#include "ui/widget/widgets.hpp"

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace jejaring::ui {

class DetailsPanel {
  public:
    void draw(Interface& ui, const Area& area);

  private:
    // What is worked out once for a region, and kept until project, map or region change.
    struct Facts {
        std::shared_ptr<const scene::MapData> map;
        core::RegionIndex region = core::kNoRegion;
        core::RegionIndex holder = core::kNoRegion; // whose agreements count here: the region, or its province
        text::Language language = text::Language::indonesian;
        // That pass the map's filters and did not come after its date, newest first; one that is chosen stays.
        std::vector<const core::Agreement*> agreements;
        std::size_t passing = 0;  // with those that came later
        std::size_t recorded = 0; // with those that do not pass
        std::string agreementId;  // chosen
        std::string visitId;      // likewise
        analysis::InForceSeries series;
        std::vector<std::pair<std::string, int>> sectors; // id and how many agreements, most first
        std::vector<const core::Visit*> visits;           // newest first
        std::vector<const core::FollowUp*> followUps;     // what is most urgent first
        std::vector<const core::Activity*> activities;    // newest first
        std::vector<const core::Risk*> risks;             // the gravest first, positive effects last
        std::size_t laterVisits = 0;                      // that came after the map's date and are left out
        std::size_t laterFollowUps = 0;
        std::size_t laterActivities = 0;
        // The latest of each indicator by the map's date, with the one before it where there is one.
        std::vector<std::pair<const core::IndicatorValue*, const core::IndicatorValue*>> values;
        std::vector<const core::Source*> sources;
        analysis::Rank rank;
    };

    void refresh(const Interface& ui, core::RegionIndex region);
    void header(Interface& ui, const core::Region& region);
    void shownValue(Interface& ui);
    void score(Interface& ui);
    void parts(Interface& ui);
    void computation(Interface& ui, const PopupPlace& place);
    void chart(Interface& ui);
    void sectors(Interface& ui);
    void agreements(Interface& ui);
    void chosenAgreement(Interface& ui, const core::Agreement& agreement);
    void visits(Interface& ui);
    // Of a region and, of a province, its kabupaten/kota; into facts_.
    void findPlans(const core::Project& project, const core::RegionCode& code, const analysis::FactScope& scope);
    // The heading of a list, with how many of it came after the map's date.
    static void heading(Interface& ui, const std::string& words, std::size_t later);
    void followUps(Interface& ui);
    void activities(Interface& ui);
    void risks(Interface& ui);
    void indicators(Interface& ui);
    // What can be recorded of the region, as chips that follow those of its profile.
    static void addPlans(Interface& ui, const core::RegionCode& code, float right);
    void records(Interface& ui);
    void sources(Interface& ui);
    void others(Interface& ui);
    void country(Interface& ui);

    Facts facts_;
    bool allSectors_ = false;
    bool allAgreements_ = false;
    bool allFollowUps_ = false;
    bool allRisks_ = false;
};

// Two lines in a row that can be chosen: name, beneath it what is quieter, at the right a date or the like.
bool detailsEntry(Interface& ui, const std::string& id, const std::string& first, const std::string& second,
                  bool selected, const std::string& right = {});
// A source with its grade and buttons that open and copy its address.
void sourceRow(Interface& ui, const std::string& id, const core::Source& source);

using scene::counterpartName;
// True where `region` is the party itself, or a province and the party is one of its kabupaten/kota.
[[nodiscard]] bool within(const core::RegionCode& region, const core::RegionCode& party);

} // namespace jejaring::ui
