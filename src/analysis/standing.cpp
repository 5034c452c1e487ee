// SPDX-License-Identifier: MIT
// Whether an agreement is in force on a day.
#include "analysis/impact.hpp"

#include <algorithm>

namespace jejaring::analysis {
namespace {

using core::Agreement;
using core::AgreementStatus;
using core::Day;
using core::PartialDate;
using core::StagePhase;

bool hasEndedStatus(const Agreement& agreement) {
    return agreement.status == AgreementStatus::inactive || agreement.status == AgreementStatus::expired ||
           agreement.status == AgreementStatus::ended;
}

const core::StageReached* endingStage(const Agreement& agreement) {
    const auto found = std::find_if(agreement.stages.begin(), agreement.stages.end(),
                                    [](const core::StageReached& s) { return s.phase == StagePhase::ended; });
    return found == agreement.stages.end() ? nullptr : &*found;
}

// The first day it no longer stands, as far as the sources tell.
std::optional<Day> knownEnd(const Agreement& agreement) {
    std::optional<Day> end;
    const auto consider = [&](Day day) {
        if (!end || day < *end)
            end = day;
    };
    if (agreement.endedOn)
        consider(agreement.endedOn->earliest());
    if (const core::StageReached* stage = endingStage(agreement); stage != nullptr && stage->date)
        consider(stage->date->earliest());
    if (agreement.validUntil)
        consider(std::chrono::sys_days{agreement.validUntil->latest()} + std::chrono::days{1});
    return end;
}

bool endedAtUnknownTime(const Agreement& agreement) {
    return (hasEndedStatus(agreement) || endingStage(agreement) != nullptr) && !knownEnd(agreement);
}

// The furthest phase short of its end that was reached by `date`. What no stage tells, status and document do.
StagePhase phaseOn(const Agreement& agreement, Day date) {
    if (agreement.status == AgreementStatus::exploration)
        return StagePhase::beforeSigning;
    StagePhase phase = StagePhase::notStated;
    bool anyStage = false;
    for (const core::StageReached& stage : agreement.stages) {
        if (stage.phase == StagePhase::notStated || stage.phase == StagePhase::ended)
            continue;
        anyStage = true;
        if (!stage.date || stage.date->earliest() <= date)
            phase = std::max(phase, stage.phase);
    }
    if (!anyStage)
        phase =
            agreement.document == "LoI" || agreement.subkind == "loi" ? StagePhase::beforeSigning : StagePhase::signing;
    const bool underWayDated =
        std::any_of(agreement.stages.begin(), agreement.stages.end(),
                    [](const core::StageReached& s) { return s.phase == StagePhase::underWay && s.date.has_value(); });
    if (agreement.status == AgreementStatus::active && phase == StagePhase::signing && !underWayDated)
        return StagePhase::underWay;
    return phase;
}

// Far enough ahead that every stage with a date has been reached.
constexpr Day kEndOfTime{std::chrono::year{9999}, std::chrono::month{12}, std::chrono::day{31}};

} // namespace

std::optional<PartialDate> signingDate(const Agreement& agreement) {
    if (phaseOn(agreement, kEndOfTime) < StagePhase::signing)
        return std::nullopt;
    if (agreement.signedOn)
        return agreement.signedOn;
    for (const core::StageReached& stage : agreement.stages)
        if (stage.date && (stage.phase == StagePhase::signing || stage.phase == StagePhase::underWay))
            return stage.date;
    return std::nullopt;
}

bool leftOutOn(const Agreement& agreement, Day date, Day today) {
    if (date >= today || phaseOn(agreement, kEndOfTime) < StagePhase::signing)
        return false;
    if (const std::optional<Day> end = knownEnd(agreement); end && date >= *end)
        return false;
    const std::optional<PartialDate> start = signingDate(agreement);
    return !start || (endedAtUnknownTime(agreement) && start->earliest() <= date);
}

Standing standingOn(const Agreement& agreement, Day date, Day today) {
    if (phaseOn(agreement, date) < StagePhase::signing || endedAtUnknownTime(agreement))
        return Standing::notInForce;
    if (const std::optional<Day> end = knownEnd(agreement); end && date >= *end)
        return Standing::notInForce;
    const std::optional<PartialDate> start = signingDate(agreement);
    if (start ? start->earliest() > date : date < today)
        return Standing::notInForce;
    const bool stated = agreement.status != AgreementStatus::unknown || agreement.validUntil.has_value();
    return stated ? Standing::inForce : Standing::inForceAssumed;
}

double progressOf(const Agreement& agreement) {
    return progressOf(agreement, core::ProgressTable{});
}

double progressOf(const Agreement& agreement, const core::ProgressTable& table) {
    return progressOn(agreement, kEndOfTime, table);
}

double progressOn(const Agreement& agreement, Day date, const core::ProgressTable& table) {
    const double progress = phaseOn(agreement, date) == StagePhase::underWay ? table.underWay : table.signedOnly;
    return std::clamp(progress, 0.0, 1.0);
}

} // namespace jejaring::analysis
