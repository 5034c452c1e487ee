// SPDX-License-Identifier: MIT
// What undo and redo step through.
#pragma once

#include "core/region.hpp"
#include "scene/map_view.hpp"

#include <chrono>
#include <cstdint>
#include <string>
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

// The states before and after the present one. Changes of one slider that follow one another merge into one step.
class History {
  public:
    using Clock = std::chrono::steady_clock;

    [[nodiscard]] const State& present() const { return present_; }
    [[nodiscard]] bool canUndo() const { return !past_.empty(); }
    [[nodiscard]] bool canRedo() const { return !future_.empty(); }

    // Makes `next` the present; false where nothing differs. What could be redone is forgotten.
    bool change(State next, Clock::time_point now = Clock::now());
    bool undo();
    bool redo();
    // Makes `state` the present and forgets all others.
    void restart(State state);
    // Changes the present without a step, for what is no choice of the user's.
    void amend(State state) { present_ = std::move(state); }

  private:
    // The slider that a change moved.
    enum class Slider : std::uint8_t { none, date, classCount, manualEdges };
    static Slider sliderBetween(const State& before, const State& after);

    State present_;
    std::vector<State> past_;
    std::vector<State> future_;
    Slider lastSlider_ = Slider::none;
    Clock::time_point lastChange_;
};

} // namespace jejaring::session
