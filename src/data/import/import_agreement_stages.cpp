// SPDX-License-Identifier: MIT
// How far an agreement has come, by what a row states of it.
#include "data/import/import_agreement_row.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace jejaring::data {

core::StageReached reachedStage(const std::vector<core::Stage>& stages, const std::string& id,
                                std::optional<core::PartialDate> date) {
    const core::Stage* const stage = core::findStage(stages, id);
    return {id, date, stage == nullptr ? core::StagePhase::notStated : stage->phase};
}

void giveDateToStage(const ImportRow& row, AgreementDraft& draft) {
    core::Agreement& agreement = draft.agreement;
    if (draft.stages.empty() || !agreement.signedOn || agreement.document == "LoI" || agreement.subkind == "loi")
        return;
    core::StageReached& stage = draft.stages.back();
    if (stage.phase != core::StagePhase::beforeSigning || stage.stage == "pernyataan_kehendak" || stage.date)
        return;
    static constexpr std::array<std::string_view, 6> kPlain{"tanggal", "tgl", "tahun", "waktu", "date", "year"};
    for (const ColumnChoice* const choice : row.columns().of(ImportField::signedOn))
        if (std::find(kPlain.begin(), kPlain.end(), wordKey(choice->heading)) == kPlain.end())
            return;
    stage.date = std::exchange(agreement.signedOn, std::nullopt);
}

std::optional<Flag> ofOtherTrack(const std::string& text, std::string_view track, const ImportWords& words) {
    const bool abroad = track == "ksdl";
    if (track.empty() || !readStage(text, words, abroad ? "ksdd" : "ksdl").ok())
        return std::nullopt;
    return Flag{FlagKind::unknownWord,
                core::warning(abroad ? JEJARING_TR("“{0}” is a stage of cooperation within Indonesia, not of "
                                                   "cooperation with partners abroad; it is kept in the note")
                                     : JEJARING_TR("“{0}” is a stage of cooperation with partners abroad, not of "
                                                   "cooperation between regions; it is kept in the note"),
                              {text})};
}

std::vector<core::StageReached> stagesOf(const AgreementDraft& draft, const std::vector<core::Stage>& stages) {
    const core::Agreement& agreement = draft.agreement;
    if (draft.stagesListed)
        return draft.stages;
    const bool between = agreement.kind == core::AgreementKind::betweenRegions;
    const bool letter = agreement.document == "LoI" || agreement.subkind == "loi";
    const std::string signing = letter                        ? "pernyataan_kehendak"
                                : !between                    ? "penandatanganan"
                                : agreement.document == "PKS" ? "pks"
                                                              : "kesepakatan_bersama";
    std::vector<core::StageReached> result;
    const auto has = [&](const std::string& id) {
        return std::any_of(draft.stages.begin(), draft.stages.end(),
                           [&](const core::StageReached& stage) { return stage.stage == id; });
    };
    const bool before = agreement.status == core::AgreementStatus::exploration ||
                        (!draft.stages.empty() && draft.stages.back().phase == core::StagePhase::beforeSigning);
    if (agreement.signedOn && !before && !has(signing))
        result.push_back(reachedStage(stages, signing, agreement.signedOn));
    result.insert(result.end(), draft.stages.begin(), draft.stages.end());
    for (core::StageReached& stage : result)
        if (!stage.date && stage.phase == core::StagePhase::signing)
            stage.date = agreement.signedOn;
    if (!draft.stages.empty())
        return result;
    if (agreement.status == core::AgreementStatus::exploration)
        result.push_back(reachedStage(stages, between ? "penawaran" : "penjajakan", agreement.signedOn));
    if (agreement.status == core::AgreementStatus::active && !letter)
        result.push_back(reachedStage(stages, "pelaksanaan"));
    if (agreement.status == core::AgreementStatus::inactive || agreement.status == core::AgreementStatus::expired ||
        agreement.status == core::AgreementStatus::ended)
        result.push_back(reachedStage(stages, "pengakhiran", agreement.endedOn));
    return result;
}

} // namespace jejaring::data
