// SPDX-License-Identifier: MIT
// How long the main thread is busy from one wait for events to the next, for tests: so long the window does not answer.
#pragma once

#include <cstdint>
#include <deque>

namespace jejaring::ui {

struct Turn {
    std::uint64_t frame = 0; // drawn in it, or the last one before it
    double passed = 0;       // milliseconds
    double busy = 0;         // milliseconds of processor time of this thread alone
};

class Turns {
  public:
    void begin();
    void end(std::uint64_t frame);
    // The latest ones that took longer than a sixtieth of a second.
    [[nodiscard]] const std::deque<Turn>& slow() const { return slow_; }

  private:
    double passedAt_ = 0;
    double busyAt_ = 0;
    bool running_ = false;
    std::deque<Turn> slow_;
};

} // namespace jejaring::ui
