// SPDX-License-Identifier: MIT
// The right area: everything about the chosen region, or about the country where none is chosen.
#pragma once

#include "analysis/impact.hpp"
#include "scene/fact_words.hpp"
#include "ui/interface.hpp"

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
        std::vector<const core::Agreement*> agreements; // newest first
        analysis::InForceSeries series;
        std::vector<std::pair<std::string, int>> sectors; // id and how many agreements, most first
        std::vector<const core::Visit*> visits;           // newest first
        std::vector<const core::Source*> sources;
        int rank = 0; // 1 is the highest of its level; 0 without a score
        int ranked = 0;
    };

    void refresh(const Interface& ui, core::RegionIndex region);
    void header(Interface& ui, const core::Region& region);
    void score(Interface& ui);
    void parts(Interface& ui);
    void computation(Interface& ui);
    void chart(Interface& ui);
    void sectors(Interface& ui);
    void agreements(Interface& ui);
    void chosenAgreement(Interface& ui, const core::Agreement& agreement);
    void visits(Interface& ui);
    void records(Interface& ui);
    void sources(Interface& ui);
    void others(Interface& ui);
    void country(Interface& ui);

    Facts facts_;
    bool allSectors_ = false;
    bool allAgreements_ = false;
};

// A source with its grade and buttons that open and copy its address.
void sourceRow(Interface& ui, const std::string& id, const core::Source& source);

using scene::counterpartName;
// True where `region` is the party itself, or a province and the party is one of its kabupaten/kota.
[[nodiscard]] bool within(const core::RegionCode& region, const core::RegionCode& party);

} // namespace jejaring::ui
