// SPDX-License-Identifier: MIT
#include "core/currency.hpp"
#include "session/project_check_parts.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

namespace jejaring::session {
namespace {

void checkParties(FieldMessages& messages, const core::Agreement& agreement, const CheckContext& context) {
    std::size_t regions = 0;
    for (std::size_t i = 0; i < agreement.parties.size(); ++i) {
        const core::Party& party = agreement.parties[i];
        const std::string field = "parties." + std::to_string(i);
        if (party.region.empty() && party.partnerId.empty()) {
            addMessage(messages, field, fault(JEJARING_TR("Choose a region or a partner.")));
            continue;
        }
        regions += party.region.empty() ? 0 : 1;
        checkRegion(messages, field, party.region, context);
        if (!party.partnerId.empty() && core::findPartner(context.project, party.partnerId) == nullptr)
            addMessage(messages, field, fault(JEJARING_TR("The project has no such partner.")));
        const auto before = agreement.parties.begin() + static_cast<std::ptrdiff_t>(i);
        if (std::find(agreement.parties.begin(), before, party) != before)
            addMessage(messages, field, fault(JEJARING_TR("This one is named twice.")));
    }
    if (regions == 0)
        addMessage(messages, "parties", fault(JEJARING_TR("Name at least one region of Indonesia.")));
    else if (agreement.kind == core::AgreementKind::betweenRegions && regions < 2)
        addMessage(messages, "parties", core::warning(JEJARING_TR("Cooperation between regions has two or more.")));
    else if (agreement.parties.size() < 2)
        addMessage(messages, "parties", core::warning(JEJARING_TR("No partner is named.")));
}

void checkSectors(FieldMessages& messages, const core::Agreement& agreement, const CheckContext& context) {
    std::set<std::string> seen;
    for (const std::string& sector : agreement.sectors) {
        if (core::findSector(context.project.sectors, sector) == nullptr)
            addMessage(messages, "sectors", fault(JEJARING_TR("“{0}” is no sector of this project."), {sector}));
        else if (!seen.insert(sector).second)
            addMessage(messages, "sectors", fault(JEJARING_TR("This one is named twice.")));
    }
}

// The stage as its track counts it: KSDD has its own.
const core::Stage* stageOf(const core::Agreement& agreement, const std::string& id, const CheckContext& context) {
    const std::string_view track = agreement.kind == core::AgreementKind::betweenRegions ? "ksdd" : "ksdl";
    const auto& stages = context.project.stages;
    const auto found = std::find_if(stages.begin(), stages.end(),
                                    [&](const core::Stage& stage) { return stage.id == id && stage.track == track; });
    return found == stages.end() ? core::findStage(stages, id) : &*found;
}

void checkStages(FieldMessages& messages, const core::Agreement& agreement, const CheckContext& context) {
    const core::Stage* before = nullptr;
    std::optional<core::PartialDate> dateBefore;
    std::set<std::string> seen;
    for (std::size_t i = 0; i < agreement.stages.size(); ++i) {
        const core::StageReached& reached = agreement.stages[i];
        const std::string field = "stages." + std::to_string(i);
        const core::Stage* stage = stageOf(agreement, reached.stage, context);
        if (stage == nullptr)
            addMessage(messages, field, fault(JEJARING_TR("Choose a stage.")));
        else if (!seen.insert(reached.stage).second)
            addMessage(messages, field, fault(JEJARING_TR("This one is named twice.")));
        else if (before != nullptr && before->track == stage->track && stage->position < before->position)
            addMessage(messages, field, fault(JEJARING_TR("This stage comes before the one above.")));
        before = stage;
        FieldMessages unsound;
        checkDate(unsound, field + ".date", reached.date);
        if (unsound.empty() && reached.date) {
            if (dateBefore && reached.date->latest() < dateBefore->earliest())
                addMessage(messages, field + ".date",
                           fault(JEJARING_TR("This lies before the date of the stage above.")));
            dateBefore = reached.date;
        }
        messages.merge(unsound);
    }
}

void checkTargets(FieldMessages& messages, const core::Agreement& agreement) {
    for (std::size_t i = 0; i < agreement.targets.size(); ++i) {
        const core::Target& target = agreement.targets[i];
        const std::string field = "targets." + std::to_string(i);
        if (blank(target.what))
            addMessage(messages, field + ".what", fault(JEJARING_TR("Say what is to be reached.")));
        if (target.planned && !std::isfinite(*target.planned))
            addMessage(messages, field + ".planned", fault(JEJARING_TR("This is no number.")));
        if (target.reached && !std::isfinite(*target.reached))
            addMessage(messages, field + ".reached", fault(JEJARING_TR("This is no number.")));
    }
}

void checkReplaces(FieldMessages& messages, const core::Agreement& agreement, const CheckContext& context) {
    if (agreement.replaces.empty())
        return;
    std::set<std::string> chain{agreement.id};
    std::string next = agreement.replaces;
    while (!next.empty()) {
        const core::Agreement* replaced = core::findAgreement(context.project, next);
        if (!chain.insert(next).second) {
            addMessage(messages, "replaces", fault(JEJARING_TR("Agreements cannot replace one another in a circle.")));
            return;
        }
        if (replaced == nullptr) {
            if (next == agreement.replaces)
                addMessage(messages, "replaces", fault(JEJARING_TR("The project has no such agreement.")));
            return;
        }
        next = replaced->replaces;
    }
}

} // namespace

FieldMessages check(const core::Agreement& agreement, const CheckContext& context) {
    FieldMessages messages;
    checkParties(messages, agreement, context);
    checkSectors(messages, agreement, context);
    constexpr std::array<std::string_view, 4> kFrameworks{"", "bilateral", "regional", "multilateral"};
    if (std::find(kFrameworks.begin(), kFrameworks.end(), agreement.framework) == kFrameworks.end())
        addMessage(messages, "framework", fault(JEJARING_TR("Choose bilateral, regional or multilateral.")));
    checkStages(messages, agreement, context);
    checkDate(messages, "signedOn", agreement.signedOn);
    checkDate(messages, "validUntil", agreement.validUntil);
    checkDate(messages, "endedOn", agreement.endedOn);
    checkOrder(messages, "validUntil", agreement.signedOn, agreement.validUntil);
    checkOrder(messages, "endedOn", agreement.signedOn, agreement.endedOn);
    if (agreement.value) {
        if (!std::isfinite(*agreement.value))
            addMessage(messages, "value", fault(JEJARING_TR("This is no number.")));
        else if (*agreement.value < 0)
            addMessage(messages, "value", fault(JEJARING_TR("A value is not less than nothing.")));
        if (agreement.currency.empty())
            addMessage(messages, "currency", fault(JEJARING_TR("Say in which currency.")));
    }
    if (!agreement.currency.empty() && !core::isCurrencyCode(agreement.currency))
        addMessage(messages, "currency", fault(JEJARING_TR("“{0}” is no currency of ISO 4217."), {agreement.currency}));
    checkTargets(messages, agreement);
    checkReplaces(messages, agreement, context);
    checkSource(messages, agreement.sourceId, context);
    return messages;
}

} // namespace jejaring::session
