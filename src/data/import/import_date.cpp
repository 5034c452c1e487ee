// SPDX-License-Identifier: MIT
#include "data/import/import_date.hpp"

#include "core/phrase.hpp"
#include "data/import/import_date_parts.hpp"
#include "data/import/import_text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace jejaring::data {
namespace {

using Kind = DateItem::Kind;
using Items = std::span<const DateItem>;

struct Sides {
    DateSide start;
    std::optional<DateSide> end;
    bool openEnd = false;
};

void supply(unsigned& part, unsigned from) {
    if (part == 0)
        part = from;
}

// "12" of "12–14 Maret 2024" takes month and year of the other end; "14" of "March 12–14, 2024" takes the month.
bool complete(DateSide& start, DateSide& end) {
    if (end.day != 0)
        supply(end.month, start.month);
    if (start.day != 0)
        supply(start.month, end.month);
    supply(end.year, start.year);
    supply(start.year, end.year);
    const auto whole = [](const DateSide& side) { return side.year != 0 && (side.day == 0 || side.month != 0); };
    return whole(start) && whole(end);
}

std::optional<Sides> spanAt(Items items, std::size_t at, bool monthFirst) {
    std::optional<DateSide> start = dateSide(items.first(at), monthFirst);
    if (!start)
        return std::nullopt;
    const Items rest = items.subspan(at + 1);
    static constexpr std::array<std::string_view, 6> kOpen{"selesai", "sekarang", "seterusnya",
                                                           "present", "now",      "kini"};
    if (rest.size() == 1 && std::find(kOpen.begin(), kOpen.end(), rest[0].text) != kOpen.end())
        return start->year != 0 && (start->day == 0 || start->month != 0) ? std::optional(Sides{*start, {}, true})
                                                                          : std::nullopt;
    std::optional<DateSide> end = dateSide(rest, monthFirst);
    if (!end || !complete(*start, *end))
        return std::nullopt;
    // "Triwulan I - Maret 2024" and the like mean one thing or the other.
    if (start->months != end->months)
        return std::nullopt;
    // Two days named side by side are a span only where nothing lies between them.
    if (items[at].kind == Kind::join &&
        (start->day == 0 || start->day + 1 != end->day || start->month != end->month || start->year != end->year))
        return std::nullopt;
    return Sides{*start, *end, false};
}

std::optional<Sides> sidesOf(std::vector<DateItem> items, bool monthFirst) {
    // "Senin–Rabu, 12–14 Maret 2024"
    std::optional<std::pair<unsigned, unsigned>> weekdays;
    const auto parts = [](const DateItem& item) {
        return item.kind == Kind::until || item.kind == Kind::join || (item.kind == Kind::mark && item.text == "-");
    };
    if (items.size() > 3 && items[0].kind == Kind::weekday && parts(items[1]) && items[2].kind == Kind::weekday) {
        weekdays = {items[0].value, items[2].value};
        items.erase(items.begin(), items.begin() + 3);
        if (items.front().kind == Kind::mark)
            items.erase(items.begin());
    }
    if (!weekdays) {
        const std::optional<DateSide> single = dateSide(items, monthFirst);
        if (single && single->year != 0 && (single->day == 0 || single->month != 0))
            return Sides{*single, {}, false};
    }
    for (const bool words : {true, false})
        for (std::size_t at = 1; at + 1 < items.size(); ++at) {
            const bool word = items[at].kind == Kind::until || items[at].kind == Kind::join;
            if (!parts(items[at]) || word != words)
                continue;
            std::optional<Sides> sides = spanAt(items, at, monthFirst);
            if (!sides)
                continue;
            if (weekdays) {
                if (!sides->end || sides->start.weekday || sides->end->weekday)
                    continue;
                sides->start.weekday = weekdays->first;
                sides->end->weekday = weekdays->second;
            }
            return sides;
        }
    return std::nullopt;
}

core::PartialDate partialOf(const DateSide& side) {
    return {static_cast<std::int16_t>(side.year), static_cast<std::uint8_t>(side.month),
            static_cast<std::uint8_t>(side.day), static_cast<std::uint8_t>(side.months)};
}

bool exists(const DateSide& side) {
    return side.year <= 9999 && side.month <= 12 && side.day <= 31 && partialOf(side).earliest().ok();
}

core::Message expectedDate(std::string_view cell) {
    return core::error(core::ErrorCode::wrongFormat, JEJARING_TR("“{0}”: expected a date such as {1}"),
                       {cleanText(cell), core::dated("2024-08-20")});
}

void flagSide(const DateSide& side, const std::string& cell, const DateHints& hints, std::vector<Flag>& flags) {
    const std::string iso = core::dated(partialOf(side).iso());
    if (side.weekday && side.day != 0 &&
        std::chrono::weekday{std::chrono::sys_days{partialOf(side).earliest()}} != std::chrono::weekday{*side.weekday})
        flags.push_back({FlagKind::weekdayDiffers,
                         core::warning(JEJARING_TR("{0}: {1} does not fall on that weekday"), {cell, iso})});
    const bool unusual = side.numeric && side.month != side.day && !side.exchangeable &&
                         side.monthFirst != (hints.order == DayMonthOrder::monthFirst) && side.monthFirst;
    if (side.exchangeable && hints.orderDoubtful)
        flags.push_back(
            {FlagKind::dayMonthOrder,
             core::warning(JEJARING_TR("{0} was read as {1}; day and month may have to change places"), {cell, iso})});
    else if (unusual)
        flags.push_back(
            {FlagKind::dayMonthOrder, core::note(JEJARING_TR("{0} was read as {1}: the month first"), {cell, iso})});
    constexpr int kFirstYear = 1900;
    constexpr int kLastYear = 2100;
    if (side.year < kFirstYear || side.year > kLastYear)
        flags.push_back({FlagKind::farYear, core::warning(JEJARING_TR("{0}: the year {1} is far from today"),
                                                          {cell, std::to_string(side.year)})});
    if (side.shortYear)
        flags.push_back({FlagKind::twoDigitYear,
                         core::note(JEJARING_TR("{0}: the year was read as {1}"), {cell, std::to_string(side.year)})});
}

// Dates alone, without a time behind them.
Reading<DateValue> readDays(std::string_view plain, const std::string& cell, const DateHints& hints) {
    bool approximate = false;
    const std::optional<Sides> sides = sidesOf(dateItems(plain, approximate), hints.order == DayMonthOrder::monthFirst);
    if (!sides)
        return Reading<DateValue>::failed(expectedDate(cell));
    if (!exists(sides->start) || (sides->end && !exists(*sides->end)))
        return Reading<DateValue>::failed(
            core::error(core::ErrorCode::wrongFormat, JEJARING_TR("“{0}”: there is no such day"), {cell}));
    Reading<DateValue> reading = Reading<DateValue>::of({partialOf(sides->start), {}, {}});
    flagSide(sides->start, cell, hints, reading.flags);
    if (sides->end) {
        reading.value->end = partialOf(*sides->end);
        flagSide(*sides->end, cell, hints, reading.flags);
        if (reading.value->end->latest() < reading.value->start.earliest())
            reading.flags.push_back(
                {FlagKind::endBeforeStart, core::warning(JEJARING_TR("{0} ends at {1}, before it starts at {2}"),
                                                         {cell, core::dated(reading.value->end->iso()),
                                                          core::dated(reading.value->start.iso())})});
    }
    if (sides->openEnd)
        reading.flags.push_back({FlagKind::openEnd, core::note(JEJARING_TR("{0} does not say when it ends"), {cell})});
    if (approximate)
        reading.flags.push_back({FlagKind::approximate, core::note(JEJARING_TR("{0} is approximate"), {cell})});
    return reading;
}

// "45524" or "45524.375", of the years 1954 to 2100 where it is not known to be a number.
std::optional<double> serialOf(std::string_view plain, const DateHints& hints) {
    double serial = 0;
    const auto [end, failure] = std::from_chars(plain.data(), plain.data() + plain.size(), serial);
    if (failure != std::errc{} || end != plain.data() + plain.size())
        return std::nullopt;
    if (hints.numeric)
        return serial >= 1900 && serial <= 2100 && serial == std::floor(serial) ? std::nullopt : std::optional(serial);
    const std::size_t digits = std::min(plain.find('.'), plain.size());
    return digits == 5 && serial >= 20000 && serial < 73415 ? std::optional(serial) : std::nullopt;
}

// "2024-08-20 00:00:00": how databases write a day.
bool isMidnightToTheSecond(std::string_view time) {
    return time.substr(0, 8) == "00:00:00" && (time.size() == 8 || time[8] == '.' || time[8] == 'z' || time[8] == '+');
}

} // namespace

DateHints decideDateHints(std::span<const std::string> cells, DateHints hints) {
    bool dayFirst = false;
    bool monthFirst = false;
    for (const std::string& cell : cells) {
        bool approximate = false;
        std::string plain = plainLower(cell);
        std::optional<Sides> sides = sidesOf(dateItems(plain, approximate), false);
        if (!sides && plain.find(' ') != std::string::npos) // a time may follow
            sides = sidesOf(dateItems(plain.substr(0, plain.find(' ')), approximate), false);
        if (!sides)
            continue;
        for (const DateSide* side : {&sides->start, sides->end ? &*sides->end : nullptr})
            if (side != nullptr && side->numeric && !side->exchangeable && side->day != side->month)
                (side->monthFirst ? monthFirst : dayFirst) = true;
    }
    hints.order = monthFirst && !dayFirst ? DayMonthOrder::monthFirst : DayMonthOrder::dayFirst;
    hints.orderDoubtful = monthFirst;
    return hints;
}

Reading<DateValue> readDate(std::string_view text, const DateHints& hints) {
    if (isBlankLike(text))
        return Reading<DateValue>::none();
    const std::string cell = cleanText(text);
    const std::string plain = plainLower(text);
    // As the program itself writes half a year: "2024-S1".
    if (plain.size() == 7 && plain[5] == 's' && plain.find_first_not_of("0123456789-s") == std::string::npos)
        if (const auto half = core::PartialDate::parse(plain.substr(0, 5) + 'S' + plain.substr(6)))
            return Reading<DateValue>::of({*half, {}, {}});
    if (const std::optional<double> serial = serialOf(plain, hints))
        return readDateSerial(*serial, hints.from1904);
    Reading<DateValue> whole = readDays(plain, cell, hints);
    if (whole.ok())
        return whole;
    // A date and a time: "2024-08-20T09:30", "20 Agustus 2024, pukul 09.00–12.00 WIB".
    for (std::size_t at = 1; at + 1 < plain.size(); ++at) {
        const char c = plain[at];
        const bool iso =
            c == 't' && plain[at - 1] >= '0' && plain[at - 1] <= '9' && plain[at + 1] >= '0' && plain[at + 1] <= '9';
        if (c != ' ' && c != ',' && c != ';' && !iso)
            continue;
        const std::size_t behind = plain.find_first_not_of(" ,;-|", at + 1);
        if (behind == std::string::npos)
            break;
        const std::string_view timeText = std::string_view(plain).substr(behind);
        if (timeText.find_first_of("0123456789") == std::string_view::npos)
            break;
        Reading<TimeValue> time = readTime(timeText);
        if (!time.ok())
            continue;
        std::string_view before = std::string_view(plain).substr(0, at);
        while (!before.empty() && (before.back() == '-' || before.back() == ' ' || before.back() == '|'))
            before.remove_suffix(1);
        Reading<DateValue> days = readDays(before, cell, hints);
        if (!days.ok())
            continue;
        if (isMidnightToTheSecond(timeText))
            return days;
        days.value->time = *time.value;
        days.flags.insert(days.flags.end(), time.flags.begin(), time.flags.end());
        return days;
    }
    return whole;
}

Reading<DateValue> readDateSerial(double serial, bool from1904) {
    const std::string cell = [&] {
        std::array<char, 40> buffer{};
        const auto result = std::to_chars(buffer.data(), buffer.data() + buffer.size(), serial);
        return std::string(buffer.data(), result.ptr);
    }();
    const double first = from1904 ? 0 : 1;
    const double last = from1904 ? 2957003 : 2958465;
    if (!(serial >= first && serial < last + 1))
        return Reading<DateValue>::failed(expectedDate(cell));
    double day = std::floor(serial);
    auto minutes = std::lround((serial - day) * 24 * 60);
    if (minutes == 24L * 60 && day < last) {
        ++day;
        minutes = 0;
    }
    if (!from1904 && day == 60)
        return Reading<DateValue>::failed(
            core::error(core::ErrorCode::wrongFormat, JEJARING_TR("“{0}”: there is no such day"), {cell}));
    using namespace std::chrono;
    // Day 60 of the system of 1900 never was, so days before it count from one day later.
    const sys_days origin = from1904 ? sys_days{1904y / January / 1}
                                     : (day < 60 ? sys_days{1899y / December / 31} : sys_days{1899y / December / 30});
    const year_month_day date{origin + days{static_cast<int>(day)}};
    DateValue value{{static_cast<std::int16_t>(static_cast<int>(date.year())),
                     static_cast<std::uint8_t>(static_cast<unsigned>(date.month())),
                     static_cast<std::uint8_t>(static_cast<unsigned>(date.day()))},
                    {},
                    {}};
    if (minutes != 0)
        value.time = TimeValue{{static_cast<std::int16_t>(std::min(minutes, 24L * 60 - 1))}, {}, {}};
    return Reading<DateValue>::of(
        value, {{FlagKind::spreadsheetDay, core::note(JEJARING_TR("{0} was counted in days, as spreadsheets do: {1}"),
                                                      {cell, core::dated(value.start.iso())})}});
}

} // namespace jejaring::data
