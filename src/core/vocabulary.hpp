// SPDX-License-Identifier: MIT
// Lists that are data, not code: the stages an agreement goes through and the sectors it may touch.
#pragma once

#include "core/date.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace jejaring::core {

// What reaching a stage means for being in force.
enum class StagePhase : std::uint8_t { notStated, beforeSigning, signing, underWay, ended };

// "before", "signed", "under_way", "ended"; empty for notStated.
[[nodiscard]] std::string_view stagePhaseId(StagePhase phase);
[[nodiscard]] std::optional<StagePhase> parseStagePhase(std::string_view id);

// A stage (tahap) of one track: "ksdl" for cooperation with a foreign party, "ksdd" for cooperation between regions.
struct Stage {
    std::string id; // "penandatanganan"; an id means the same in every track
    std::string track;
    int position = 0; // 1 is the first of its track
    std::string indonesian;
    std::string english;
    StagePhase phase = StagePhase::notStated;
    std::optional<PartialDate> validFrom; // of the regulation that names it
    std::optional<PartialDate> validUntil;
    friend bool operator==(const Stage&, const Stage&) = default;
};

struct Sector {
    std::string id; // "port"
    std::string indonesian;
    std::string english;
    friend bool operator==(const Sector&, const Sector&) = default;
};

// How far an agreement in force has come, by phase; each 0 to 1, and signed not above under way.
struct ProgressTable {
    double signedOnly = 0.8;
    double underWay = 1.0;
    friend bool operator==(const ProgressTable&, const ProgressTable&) = default;
};

// The first stage or sector with this id, or nullptr.
[[nodiscard]] const Stage* findStage(std::span<const Stage> stages, std::string_view id);
[[nodiscard]] const Sector* findSector(std::span<const Sector> sectors, std::string_view id);

} // namespace jejaring::core
