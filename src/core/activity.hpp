// SPDX-License-Identifier: MIT
#pragma once

#include "core/date.hpp"
#include "core/partner.hpp"
#include "core/source.hpp"

#include <optional>
#include <string>
#include <vector>

namespace jejaring::core {

// A region, a ministry or another body that took part in an activity.
struct Participant {
    RegionCode region; // of a region of Indonesia, else empty
    std::string name;  // of a ministry or another body; empty for a region
    std::string role;  // "host", "speaker" ...; empty where not stated
    friend bool operator==(const Participant&, const Participant&) = default;
};

// A kegiatan: forum, fair, mission, exchange programme, training.
struct Activity {
    std::string id;
    std::string title;
    std::string kind; // "forum", "fair", "mission", "exchange", "training"; empty where not stated
    std::optional<PartialDate> start;
    std::optional<PartialDate> end;
    std::string place;
    std::optional<Coordinates> coordinates;
    RegionCode region;
    std::string purpose;
    std::vector<Participant> participants;
    std::string sourceId;
    std::string note;
    Provenance provenance;
    friend bool operator==(const Activity&, const Activity&) = default;
};

} // namespace jejaring::core
