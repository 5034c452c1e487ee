// SPDX-License-Identifier: MIT
#include "core/time_zone.hpp"

#include <algorithm>
#include <array>

namespace jejaring::core {

std::string_view abbreviation(TimeZone zone) {
    switch (zone) {
    case TimeZone::wib:
        return "WIB";
    case TimeZone::wita:
        return "WITA";
    case TimeZone::wit:
        return "WIT";
    }
    return "";
}

std::optional<TimeZone> parseTimeZone(std::string_view abbreviation) {
    if (abbreviation == "WIB")
        return TimeZone::wib;
    if (abbreviation == "WITA")
        return TimeZone::wita;
    if (abbreviation == "WIT")
        return TimeZone::wit;
    return std::nullopt;
}

std::optional<TimeZone> officialTimeZone(const RegionCode& code) {
    if (code.empty())
        return std::nullopt;
    // WIB: Sumatra, Java, West and Central Kalimantan. WITA: Bali, Nusa Tenggara, the rest of Kalimantan, Sulawesi.
    // WIT: Maluku and Papua.
    static constexpr std::array kWita{51, 52, 53, 63, 64, 65, 71, 72, 73, 74, 75, 76};
    const std::string& text = code.text();
    const int province = (text[0] - '0') * 10 + (text[1] - '0');
    if (province < 11 || province > 96)
        return std::nullopt;
    if (std::find(kWita.begin(), kWita.end(), province) != kWita.end())
        return TimeZone::wita;
    return province >= 81 ? TimeZone::wit : TimeZone::wib;
}

} // namespace jejaring::core
