// SPDX-License-Identifier: MIT
// The map of a session: geometry in the projection asked for, and the values shown on it.
#include "session/session_implementation.hpp"

#include <algorithm>

namespace jejaring::session {
namespace {

// Beyond this many agreements classes are computed by a worker: below it takes less than half a frame.
constexpr std::size_t kMostPreparedAtOnce = 2000;

} // namespace

void Session::Implementation::useProjection() {
    const geo::ProjectionKind projection = history.present().view.projection;
    if (source.geometry != nullptr && source.geometry->projection() == projection)
        return;
    if (const auto found = sources.find(projection); found != sources.end()) {
        source = found->second;
        refreshMap();
        return;
    }
    if (!boundaries.empty() && std::find(loading.begin(), loading.end(), projection) == loading.end())
        startReading(projection);
}

void Session::Implementation::startReading(geo::ProjectionKind projection) {
    loading.push_back(projection);
    queue.start(
        core::note(JEJARING_TR("Reading the boundaries")),
        [this, path = boundaries, projection](TaskContext& context) -> TaskQueue::Completion {
            auto result = std::make_shared<core::Result<data::MapSource>>(data::loadMapGeometry(
                path, projection, [&context](double progress) { return context.report(progress); }));
            return [this, path, projection, result] { takeGeometry(path, projection, *result); };
        },
        true);
}

void Session::Implementation::takeGeometry(const std::string& path, geo::ProjectionKind projection,
                                           const core::Result<data::MapSource>& result) {
    if (path != boundaries)
        return; // others were asked for meanwhile
    std::erase(loading, projection);
    notifyAll(result.messages());
    if (!result) {
        if (result.error().code != core::ErrorCode::cancelled &&
            result.error().code != core::ErrorCode::missingBoundaries)
            boundariesFailure = result.error();
        changed = true;
        return;
    }
    const bool first = source.geometry == nullptr;
    const bool sameRegions = !first && sameCodes(source.geometry->catalog(), result.value().geometry->catalog());
    sources.insert_or_assign(projection, result.value());
    if (projection != history.present().view.projection)
        return;
    if (!first && !sameRegions) // choices name regions by their place in the catalog
        history.amendAll([](State& state) { state.selection.clear(); });
    source = result.value();
    refreshMap();
    sheets.forget();
    changed = true;
}

bool Session::Implementation::sameCodes(const core::RegionCatalog& a, const core::RegionCatalog& b) {
    return std::equal(a.regions().begin(), a.regions().end(), b.regions().begin(), b.regions().end(),
                      [](const core::Region& x, const core::Region& y) { return x.code == y.code; });
}

void Session::Implementation::refreshMap() {
    const std::uint64_t request = ++mapRequest;
    const std::shared_ptr<const core::Project>& project = history.project();
    if (project == nullptr || source.geometry == nullptr) {
        map = nullptr;
        return;
    }
    changed = true;
    const scene::MapView& view = history.present().view;
    // Looking through the values of a series takes a fiftieth of what an agreement takes.
    const std::size_t values = view.indicator.isSeries() ? project->indicatorValues.size() / 50 : 0;
    if (project->agreements.size() + values <= kMostPreparedAtOnce) {
        map = scene::prepare(project, source.geometry, view, today);
        return;
    }
    quiet.start(core::note(""),
                [this, request, from = project, geometry = source.geometry, view,
                 day = today](TaskContext&) -> TaskQueue::Completion {
                    return [this, request, prepared = scene::prepare(from, geometry, view, day)] {
                        if (request != mapRequest)
                            return;
                        map = prepared;
                        changed = true;
                    };
                });
}

void Session::Implementation::afterStep(const Snapshot& before) {
    changed = true;
    if (history.project() != before.project)
        keepCopy();
    if (history.present().view == before.state.view && history.project() == before.project)
        return;
    useProjection();
    if (map == nullptr || !(map->view == history.present().view) || map->project != history.project())
        refreshMap();
}

void Session::Implementation::change(State next) {
    const Snapshot before = history.snapshot();
    if (history.change(std::move(next)))
        afterStep(before);
}

bool Session::Implementation::changeProject(core::Message label, const std::function<void(core::Project&)>& edit,
                                            std::string_view mergeKey) {
    const Snapshot before = history.snapshot();
    if (before.project == nullptr)
        return false;
    auto copy = std::make_shared<core::Project>(*before.project);
    edit(*copy);
    if (*copy == *before.project)
        return false;
    // An edit taken back by hand leaves nothing to be saved.
    if (unmodified != nullptr && readOnly == ReadOnly::no && *copy == *unmodified)
        return replaceProject(unmodified, std::move(label), mergeKey);
    return replaceProject(std::move(copy), std::move(label), mergeKey);
}

bool Session::Implementation::replaceProject(std::shared_ptr<const core::Project> next, core::Message label,
                                             std::string_view mergeKey) {
    const Snapshot before = history.snapshot();
    if (before.project == nullptr || next == before.project)
        return false;
    if (readOnly != ReadOnly::no) {
        notify(readOnlyReason);
        return false;
    }
    State state = before.state;
    state.view = scene::viewFor(*next, state.view);
    if (core::findVisit(*next, state.visitId) == nullptr)
        state.visitId.clear();
    if (core::findAgreement(*next, state.agreementId) == nullptr)
        state.agreementId.clear();
    if (!history.changeProject({std::move(state), std::move(next)}, std::move(label), mergeKey))
        return false;
    afterStep(before);
    return true;
}

void Session::Implementation::letGo(std::shared_ptr<const void> large) {
    if (large != nullptr)
        quiet.start(core::note(""), [large = std::move(large)](TaskContext&) mutable -> TaskQueue::Completion {
            large.reset();
            return {};
        });
}

void Session::Implementation::followToday() {
    const core::Day now = core::today();
    if (now == today)
        return;
    const bool follows = history.present().view.date == today;
    today = now;
    sheets.forget();
    if (follows) {
        State state = history.present();
        state.view.date = now;
        history.amend(std::move(state));
    }
    refreshMap();
}

} // namespace jejaring::session
