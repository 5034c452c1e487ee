// SPDX-License-Identifier: MIT
#include "session/session_implementation.hpp"

#include <utility>

namespace jejaring::session {

SheetSource Session::sheetSource() const {
    SheetSource source;
    source.project = project();
    source.boundaries = implementation_->boundaries;
    source.maps = implementation_->sources;
    source.fonts = implementation_->fonts;
    source.today = today();
    return source;
}

SheetCache::Shown Session::sheetPage(const core::Sheet& sheet) {
    return implementation_->sheets.get(sheet, project(), [this] { return sheetSource(); });
}

std::uint64_t Session::sheetGeneration() {
    return implementation_->sheets.generation(project());
}

bool Session::showSheet(const std::string& id) {
    const core::Sheet* sheet = project() ? findSheet(*project(), id) : nullptr;
    if (sheet == nullptr || geometry() == nullptr)
        return false;
    const core::Result<SheetView> view = sheetView(*sheet, geometry()->catalog());
    implementation_->notifyAll(view.messages());
    if (!view)
        return false;
    State next = view.value().state;
    const scene::MapView shown = scene::viewFor(*project(), next.view);
    if (shown.indicator != next.view.indicator)
        notify(core::warning(JEJARING_TR("The project has no longer the indicator {0}: the map shows the impact."),
                             {next.view.indicator.seriesId}));
    next.view = shown;
    if (core::findVisit(*project(), next.visitId) == nullptr)
        next.visitId.clear();
    if (core::findAgreement(*project(), next.agreementId) == nullptr)
        next.agreementId.clear();
    const Snapshot before = implementation_->history.snapshot();
    if (implementation_->history.changeProject({std::move(next), before.project},
                                               core::note(JEJARING_TR("Sheet {0}"), {sheet->name})))
        implementation_->afterStep(before);
    fly(view.value().flight);
    return true;
}

} // namespace jejaring::session
