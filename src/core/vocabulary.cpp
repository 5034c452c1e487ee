// SPDX-License-Identifier: MIT
#include "core/vocabulary.hpp"

#include "core/id_table.hpp"

#include <algorithm>

namespace jejaring::core {

namespace {

constexpr IdTable<StagePhase, 5> kPhases{{{StagePhase::notStated, ""},
                                          {StagePhase::beforeSigning, "before"},
                                          {StagePhase::signing, "signed"},
                                          {StagePhase::underWay, "under_way"},
                                          {StagePhase::ended, "ended"}}};

} // namespace

std::string_view stagePhaseId(StagePhase phase) {
    return idOf(kPhases, phase);
}
std::optional<StagePhase> parseStagePhase(std::string_view id) {
    return valueOf(kPhases, id);
}

const Stage* findStage(std::span<const Stage> stages, std::string_view id) {
    const auto found = std::find_if(stages.begin(), stages.end(), [&](const Stage& stage) { return stage.id == id; });
    return found == stages.end() ? nullptr : &*found;
}

const Sector* findSector(std::span<const Sector> sectors, std::string_view id) {
    const auto found =
        std::find_if(sectors.begin(), sectors.end(), [&](const Sector& sector) { return sector.id == id; });
    return found == sectors.end() ? nullptr : &*found;
}

} // namespace jejaring::core
