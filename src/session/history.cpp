// SPDX-License-Identifier: MIT
#include "session/history.hpp"

#include <utility>

namespace jejaring::session {
namespace {

constexpr std::size_t kMostSteps = 200;
// A slider that rests longer than this begins a new step when it moves again.
constexpr std::chrono::milliseconds kPause{1000};

} // namespace

History::Slider History::sliderBetween(const State& before, const State& after) {
    State moved = before;
    moved.view.date = after.view.date;
    if (moved == after)
        return Slider::date;
    moved = before;
    moved.view.classCount = after.view.classCount;
    if (moved == after)
        return Slider::classCount;
    moved = before;
    moved.view.manualEdges = after.view.manualEdges;
    return moved == after ? Slider::manualEdges : Slider::none;
}

bool History::change(State next, Clock::time_point now) {
    if (next == present_)
        return false;
    const Slider slider = sliderBetween(present_, next);
    const bool merges = slider != Slider::none && slider == lastSlider_ && now - lastChange_ <= kPause;
    if (!merges) {
        past_.push_back(std::move(present_));
        if (past_.size() > kMostSteps)
            past_.erase(past_.begin());
    }
    future_.clear();
    present_ = std::move(next);
    if (merges && past_.back() == present_)
        past_.pop_back(); // the slider is back where it was
    lastSlider_ = past_.empty() ? Slider::none : slider;
    lastChange_ = now;
    return true;
}

bool History::undo() {
    if (past_.empty())
        return false;
    future_.push_back(std::exchange(present_, std::move(past_.back())));
    past_.pop_back();
    lastSlider_ = Slider::none;
    return true;
}

bool History::redo() {
    if (future_.empty())
        return false;
    past_.push_back(std::exchange(present_, std::move(future_.back())));
    future_.pop_back();
    lastSlider_ = Slider::none;
    return true;
}

void History::restart(State state) {
    present_ = std::move(state);
    past_.clear();
    future_.clear();
    lastSlider_ = Slider::none;
}

} // namespace jejaring::session
