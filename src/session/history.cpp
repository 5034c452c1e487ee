// SPDX-License-Identifier: MIT
#include "session/history.hpp"

#include <unordered_set>
#include <utility>

namespace jejaring::session {
namespace {

constexpr std::size_t kMostSteps = 200;
// What the projects of all steps may take together, in bytes: each edit keeps a copy of its project, which shares its
// pictures.
constexpr std::size_t kMostBytes = std::size_t{256} << 20U;
// A slider that rests longer than this begins a new step when it moves again.
constexpr std::chrono::milliseconds kPause{1000};

// A rough size in bytes: rows of facts take some hundred bytes each. Pictures are shared by all steps that have them.
std::size_t roughSize(const core::Project& project) {
    constexpr std::size_t kRow = 600;
    std::size_t rows = project.sources.size() + project.partners.size() + project.agreements.size() +
                       project.followUps.size() + project.activities.size() + project.indicatorValues.size() +
                       project.risks.size() + project.profiles.size() + project.notes.size() + project.aliases.size();
    for (const core::Visit& visit : project.visits)
        rows += 1 + visit.stops.size();
    return rows * kRow;
}

// Of the pictures that only older steps have.
std::size_t addPictures(std::unordered_set<const void*>& known, const core::Project& project) {
    std::size_t bytes = 0;
    for (const core::Picture& picture : project.pictures)
        if (known.insert(picture.bytes.place()).second)
            bytes += picture.bytes.size();
    return bytes;
}

// The slider that alone tells the two states apart; empty where something else does.
std::string_view sliderBetween(const State& before, const State& after) {
    State moved = before;
    moved.view.date = after.view.date;
    if (moved == after)
        return "view.date";
    moved = before;
    moved.view.classCount = after.view.classCount;
    if (moved == after)
        return "view.classCount";
    moved = before;
    moved.view.manualEdges = after.view.manualEdges;
    return moved == after ? "view.manualEdges" : "";
}

// Whether two snapshots hold the same, be it in copies.
bool alike(const Snapshot& a, const Snapshot& b) {
    return a.state == b.state &&
           (a.project == b.project || (a.project != nullptr && b.project != nullptr && *a.project == *b.project));
}

} // namespace

core::Message describeChange(const State& before, const State& after) {
    const scene::MapView& a = before.view;
    const scene::MapView& b = after.view;
    if (a.level != b.level)
        return core::note(JEJARING_TR("Level"));
    if (a.indicator != b.indicator)
        return core::note(JEJARING_TR("Indicator"));
    if (a.date != b.date)
        return core::note(JEJARING_TR("Date"));
    if (!(a.filter == b.filter) || a.ownOnly != b.ownOnly)
        return core::note(JEJARING_TR("Filters"));
    if (a.classMethod != b.classMethod || a.classCount != b.classCount || a.manualEdges != b.manualEdges)
        return core::note(JEJARING_TR("Classes"));
    if (a.projection != b.projection)
        return core::note(JEJARING_TR("Map projection"));
    if (!(a == b))
        return core::note(JEJARING_TR("Layers"));
    if (before.selection != after.selection)
        return core::note(JEJARING_TR("Choice of regions"));
    if (before.visitId != after.visitId)
        return core::note(JEJARING_TR("Choice of a visit"));
    return core::note(JEJARING_TR("Choice of an agreement"));
}

bool History::step(Snapshot next, core::Message label, std::string_view mergeKey, Clock::time_point now) {
    if (next == present_)
        return false;
    const bool merges = !mergeKey.empty() && mergeKey == lastMergeKey_ && now - lastChange_ <= kPause;
    if (!merges)
        past_.push_back({std::move(present_), std::move(label)});
    forget(future_);
    future_.clear();
    present_ = std::move(next);
    if (merges && alike(past_.back().snapshot, present_)) { // the slider is back where it was
        present_ = std::move(past_.back().snapshot);
        past_.pop_back();
    }
    lastMergeKey_ = past_.empty() ? "" : mergeKey;
    lastChange_ = now;
    return true;
}

bool History::change(State next, Clock::time_point now) {
    core::Message label = describeChange(present_.state, next);
    const std::string_view slider = sliderBetween(present_.state, next);
    if (!step({std::move(next), present_.project}, std::move(label), slider, now))
        return false;
    if (past_.size() > kMostSteps)
        past_.erase(past_.begin());
    return true;
}

bool History::changeProject(Snapshot next, core::Message label, std::string_view mergeKey, Clock::time_point now) {
    if (!step(std::move(next), std::move(label), mergeKey, now))
        return false;
    forgetOldest();
    return true;
}

void History::forgetOldest() {
    std::size_t bytes = 0;
    const core::Project* last = present_.project.get();
    std::unordered_set<const void*> pictures;
    if (last != nullptr)
        addPictures(pictures, *last);
    std::size_t kept = 0;
    for (auto at = past_.rbegin(); at != past_.rend() && kept < kMostSteps; ++at, ++kept) {
        const core::Project* project = at->snapshot.project.get();
        if (project != last && project != nullptr)
            bytes += roughSize(*project) + addPictures(pictures, *project);
        if (bytes > kMostBytes && kept > 0) // the last step can always be taken back
            break;
        last = project;
    }
    forget(std::span(past_).first(past_.size() - kept));
    past_.erase(past_.begin(), past_.end() - static_cast<std::ptrdiff_t>(kept));
}

void History::forget(std::span<Step> steps) {
    if (!forget_)
        return;
    // Steps that changed no more than choices share their project.
    std::vector<std::shared_ptr<const void>> projects;
    const core::Project* last = present_.project.get();
    for (Step& step : steps) {
        const core::Project* const own = step.snapshot.project.get();
        if (own != nullptr && own != std::exchange(last, own))
            projects.emplace_back(std::move(step.snapshot.project));
        step.snapshot.project.reset();
    }
    for (std::shared_ptr<const void>& project : projects)
        forget_(std::move(project));
}

bool History::undo() {
    if (past_.empty())
        return false;
    Step last = std::move(past_.back());
    past_.pop_back();
    future_.push_back({std::exchange(present_, std::move(last.snapshot)), std::move(last.label)});
    lastMergeKey_.clear();
    return true;
}

bool History::redo() {
    if (future_.empty())
        return false;
    Step next = std::move(future_.back());
    future_.pop_back();
    past_.push_back({std::exchange(present_, std::move(next.snapshot)), std::move(next.label)});
    lastMergeKey_.clear();
    return true;
}

void History::restart(Snapshot snapshot) {
    forget(past_);
    forget(future_);
    if (forget_)
        forget_(std::exchange(present_.project, nullptr));
    present_ = std::move(snapshot);
    past_.clear();
    future_.clear();
    lastMergeKey_.clear();
}

void History::amendAll(const std::function<void(State&)>& change) {
    change(present_.state);
    for (std::vector<Step>* steps : {&past_, &future_}) {
        // From the present outwards: a step between two equal snapshots does nothing.
        std::vector<Step> kept;
        const Snapshot* next = &present_;
        for (auto at = steps->rbegin(); at != steps->rend(); ++at) {
            change(at->snapshot.state);
            if (at->snapshot == *next)
                continue;
            next = &at->snapshot;
            kept.push_back(*at);
        }
        steps->assign(kept.rbegin(), kept.rend());
    }
    lastMergeKey_.clear();
}

} // namespace jejaring::session
