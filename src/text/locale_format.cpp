// SPDX-License-Identifier: MIT
#include "text/locale_format.hpp"

#include <fmt/format.h>

#include <array>
#include <cmath>

namespace jejaring::text {
namespace {

using Months = std::array<const char*, 12>;
using Weekdays = std::array<const char*, 7>;

constexpr std::array<Months, 2> kLongMonths{Months{"Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli",
                                                   "Agustus", "September", "Oktober", "November", "Desember"},
                                            Months{"January", "February", "March", "April", "May", "June", "July",
                                                   "August", "September", "October", "November", "December"}};
constexpr std::array<Months, 2> kShortMonths{
    Months{"Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agt", "Sep", "Okt", "Nov", "Des"},
    Months{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"}};
constexpr std::array<Weekdays, 2> kWeekdays{
    Weekdays{"Minggu", "Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu"},
    Weekdays{"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"}};

constexpr const char* kMinus = "\u2212";
constexpr const char* kNoBreakSpace = "\u00a0";

std::size_t index(Language language) {
    return static_cast<std::size_t>(language);
}

std::string monthName(Language language, unsigned month, DateStyle style) {
    return (style == DateStyle::shortMonth ? kShortMonths : kLongMonths)[index(language)][month - 1];
}

// "Triwulan II 2024", "Q2 2024"
std::string periodName(Language language, core::PartialDate date, DateStyle style) {
    static constexpr std::array<const char*, 4> kRoman{"I", "II", "III", "IV"};
    if (language == Language::english)
        return fmt::format("{}{} {}", date.isHalf() ? "H" : "Q", date.number(), date.year);
    const bool isShort = style == DateStyle::shortMonth;
    const char* const name = date.isHalf() ? (isShort ? "Sem." : "Semester") : (isShort ? "Tw." : "Triwulan");
    return fmt::format("{} {} {}", name, kRoman[static_cast<std::size_t>(date.number() - 1)], date.year);
}

} // namespace

std::string formatNumber(Language language, double value, int decimals) {
    if (!std::isfinite(value))
        return "–";
    const std::string plain = fmt::format("{:.{}f}", std::abs(value), decimals);
    const std::size_t point = std::min(plain.find('.'), plain.size());
    const bool indonesian = language == Language::indonesian;
    // "−0" says nothing that "0" does not.
    const bool negative = value < 0 && plain.find_first_of("123456789") != std::string::npos;
    std::string text = negative ? kMinus : "";
    for (std::size_t i = 0; i < point; ++i) {
        if (i > 0 && (point - i) % 3 == 0)
            text += indonesian ? '.' : ',';
        text += plain[i];
    }
    if (point < plain.size()) {
        text += indonesian ? ',' : '.';
        text += plain.substr(point + 1);
    }
    return text;
}

std::string formatPercent(Language language, double share) {
    const char* gap = language == Language::indonesian ? kNoBreakSpace : "";
    return formatNumber(language, share * 100) + gap + "%";
}

std::string formatDate(Language language, core::Day day, DateStyle style) {
    std::string date =
        fmt::format("{} {} {}", static_cast<unsigned>(day.day()),
                    monthName(language, static_cast<unsigned>(day.month()), style), static_cast<int>(day.year()));
    if (style != DateStyle::withWeekday)
        return date;
    const std::chrono::weekday weekday{std::chrono::sys_days(day)};
    return fmt::format("{}, {}", kWeekdays[index(language)][weekday.c_encoding()], date);
}

std::string formatDate(Language language, core::PartialDate date, DateStyle style) {
    if (date.month == 0)
        return fmt::format("{}", date.year);
    if (date.isQuarter() || date.isHalf())
        return periodName(language, date, style);
    if (date.day == 0)
        return fmt::format("{} {}", monthName(language, date.month, style), date.year);
    return formatDate(language, date.earliest(), style);
}

std::string formatTime(Language language, core::ClockTime time) {
    return fmt::format("{:02}{}{:02}", time.minutes / 60, language == Language::indonesian ? '.' : ':',
                       time.minutes % 60);
}

std::string formatCoordinates(Language language, double latitude, double longitude, int decimals) {
    const bool indonesian = language == Language::indonesian;
    const char* northSouth = latitude < 0 ? (indonesian ? "LS" : "S") : (indonesian ? "LU" : "N");
    const char* eastWest = longitude < 0 ? (indonesian ? "BB" : "W") : (indonesian ? "BT" : "E");
    return fmt::format("{}°{}{} {}°{}{}", formatNumber(language, std::abs(latitude), decimals), kNoBreakSpace,
                       northSouth, formatNumber(language, std::abs(longitude), decimals), kNoBreakSpace, eastWest);
}

std::string formatDistance(Language language, double metres) {
    if (metres < 1000)
        return formatNumber(language, metres) + kNoBreakSpace + "m";
    const double kilometres = metres / 1000;
    const bool whole = kilometres >= 10 || std::abs(kilometres - std::round(kilometres)) < 0.05;
    return formatNumber(language, kilometres, whole ? 0 : 1) + kNoBreakSpace + "km";
}

} // namespace jejaring::text
