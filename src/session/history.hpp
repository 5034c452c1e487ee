// SPDX-License-Identifier: MIT
// What undo and redo step through.
#pragma once

#include "core/project.hpp"
#include "core/region.hpp"
#include "core/result.hpp"
#include "scene/map_view.hpp"

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace jejaring::session {

// The choices of the user that are worth going back to.
struct State {
    scene::MapView view;
    std::vector<core::RegionIndex> selection; // the first is the main one
    std::string visitId;
    std::string agreementId;
    friend bool operator==(const State&, const State&) = default;
};

// What one step gives back: the choices, and the project as it was. Snapshots share projects that did not change.
struct Snapshot {
    State state;
    std::shared_ptr<const core::Project> project; // null where none is open
    // The same choices and the very same project.
    friend bool operator==(const Snapshot&, const Snapshot&) = default;
};

// What the user did between two states, as menus name it: "Date", "Selection", "Filters".
[[nodiscard]] core::Message describeChange(const State& before, const State& after);

// The states before and after the present one. Changes of one slider that follow one another merge into one step.
class History {
  public:
    using Clock = std::chrono::steady_clock;

    [[nodiscard]] const Snapshot& snapshot() const { return present_; }
    [[nodiscard]] const State& present() const { return present_.state; }
    [[nodiscard]] const std::shared_ptr<const core::Project>& project() const { return present_.project; }
    [[nodiscard]] bool canUndo() const { return !past_.empty(); }
    [[nodiscard]] bool canRedo() const { return !future_.empty(); }
    // What undo() or redo() would take back or do again; null where there is nothing.
    [[nodiscard]] const core::Message* undoLabel() const { return past_.empty() ? nullptr : &past_.back().label; }
    [[nodiscard]] const core::Message* redoLabel() const { return future_.empty() ? nullptr : &future_.back().label; }

    // Called with each project that no step needs any more, to be freed where that may take its time.
    void onForget(std::function<void(std::shared_ptr<const void>)> handler) { forget_ = std::move(handler); }

    // Makes `next` the present; false where nothing differs. What could be redone is forgotten.
    bool change(State next, Clock::time_point now = Clock::now());
    // The same for an edit of the project, which may change choices too. Edits that follow one another with the same
    // `mergeKey` (a slider's or a text field's name) are one step; an empty one never merges.
    bool changeProject(Snapshot next, core::Message label, std::string_view mergeKey = {},
                       Clock::time_point now = Clock::now());
    bool undo();
    bool redo();
    // Makes `snapshot` the present and forgets all others.
    void restart(Snapshot snapshot);
    // Changes the choices of the present without a step, for what is no choice of the user's.
    void amend(State state) { present_.state = std::move(state); }
    // Changes the choices of every step, for what none of them can keep. Steps that then do nothing are forgotten.
    void amendAll(const std::function<void(State&)>& change);

  private:
    struct Step {
        Snapshot snapshot;   // on the other side of the step
        core::Message label; // of the step
    };
    bool step(Snapshot next, core::Message label, std::string_view mergeKey, Clock::time_point now);
    void forgetOldest();
    void forget(std::span<Step> steps);

    Snapshot present_;
    std::vector<Step> past_;
    std::vector<Step> future_;
    std::function<void(std::shared_ptr<const void>)> forget_;
    std::string lastMergeKey_;
    Clock::time_point lastChange_;
};

} // namespace jejaring::session
