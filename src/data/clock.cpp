// SPDX-License-Identifier: MIT
#include "data/clock.hpp"

#include <fmt/chrono.h>

#include <chrono>

namespace jejaring::data {

std::string nowInUtc() {
    const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(std::chrono::system_clock::to_time_t(now)));
}

} // namespace jejaring::data
