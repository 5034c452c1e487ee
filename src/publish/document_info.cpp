// SPDX-License-Identifier: MIT
#include "publish/document_info.hpp"

#include <fmt/chrono.h>

#include <charconv>
#include <cstdlib>
#include <cstring>

namespace jejaring::publish {

std::string DocumentInfo::text(const std::string& keyword) const {
    for (const auto& [key, value] : texts)
        if (key == keyword)
            return value;
    return {};
}

std::string DocumentInfo::timestamp() const {
    // https://reproducible-builds.org/specs/source-date-epoch/
    constexpr std::int64_t kLastSecond = 253402300799; // of the year 9999
    if (const char* given = std::getenv("SOURCE_DATE_EPOCH"); given != nullptr && *given != '\0') {
        std::int64_t seconds = 0;
        const char* last = given + std::strlen(given);
        const auto [end, failure] = std::from_chars(given, last, seconds);
        if (failure == std::errc{} && end == last && seconds >= 0 && seconds <= kLastSecond)
            return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(static_cast<std::time_t>(seconds)));
    }
    return core::isoText(date) + "T00:00:00Z";
}

} // namespace jejaring::publish
