// SPDX-License-Identifier: MIT
#include "ui/widget/turns.hpp"

#include <ctime>

namespace jejaring::ui {
namespace {

constexpr double kFrame = 1000.0 / 60; // milliseconds
constexpr std::size_t kKept = 100;

double milliseconds(clockid_t clock) {
    timespec now{};
    clock_gettime(clock, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

} // namespace

void Turns::begin() {
    passedAt_ = milliseconds(CLOCK_MONOTONIC);
    busyAt_ = milliseconds(CLOCK_THREAD_CPUTIME_ID);
    running_ = true;
}

void Turns::end(std::uint64_t frame) {
    if (!running_)
        return;
    running_ = false;
    const Turn turn{frame, milliseconds(CLOCK_MONOTONIC) - passedAt_, milliseconds(CLOCK_THREAD_CPUTIME_ID) - busyAt_};
    if (turn.passed < kFrame)
        return;
    slow_.push_back(turn);
    if (slow_.size() > kKept)
        slow_.pop_front();
}

} // namespace jejaring::ui
