// SPDX-License-Identifier: MIT
#include "data/import/import_date_parts.hpp"

#include "core/calendar_words.hpp"
#include "data/import/import_text.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace jejaring::data {
namespace {

using Kind = DateItem::Kind;

constexpr std::array<std::string_view, 21> kFillers{
    "tanggal", "tgl", "tertanggal", "pada", "on",    "of",    "date",  "hari", "tahun",    "thn", "bulan",
    "bln",     "the", "tmt",        "th",   "sejak", "dated", "mulai", "year", "anggaran", "ta"};
constexpr std::array<std::string_view, 15> kApproximate{"sekitar", "awal",   "pertengahan", "akhir",  "medio",
                                                        "early",   "mid",    "late",        "circa",  "ca",
                                                        "kira",    "kurang", "lebih",       "approx", "about"};
constexpr std::array<std::string_view, 10> kQuarter{"triwulan", "tw", "twl", "trw",     "kuartal",
                                                    "kwartal",  "kw", "q",   "quarter", "qtr"};
constexpr std::array<std::string_view, 6> kHalf{"semester", "smt", "sem", "h", "half", "paruh"};
// The first four numbers, in words.
constexpr std::array<std::array<std::string_view, 3>, 4> kOrdinals{{{"pertama", "kesatu", "first"},
                                                                    {"kedua", "dua", "second"},
                                                                    {"ketiga", "tiga", "third"},
                                                                    {"keempat", "empat", "fourth"}}};
constexpr std::array<std::string_view, 7> kUntil{"sd", "sampai", "hingga", "to", "until", "through", "till"};
constexpr std::array<std::string_view, 12> kRoman{"i",   "ii",   "iii", "iv", "v",  "vi",
                                                  "vii", "viii", "ix",  "x",  "xi", "xii"};

template <class Array> bool contains(const Array& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}
bool isLetter(char c) {
    return c >= 'a' && c <= 'z';
}

// "s.d.", "s/d", "s.d": its length, or 0.
std::size_t untilSign(std::string_view text) {
    for (const std::string_view sign : {"s.d.", "s/d.", "s/d", "s.d", "s. d.", "s / d"})
        if (text.substr(0, sign.size()) == sign && (text.size() == sign.size() || !isLetter(text[sign.size()])))
            return sign.size();
    return 0;
}

unsigned valueOf(std::string_view digits) {
    unsigned value = 0;
    for (const char c : digits.substr(0, 8))
        value = value * 10 + static_cast<unsigned>(c - '0');
    return value;
}

DateItem wordItem(const std::string& word) {
    if (const std::optional<unsigned> month = core::monthOfWord(word))
        return {Kind::month, word, *month};
    if (const std::optional<unsigned> weekday = core::weekdayOfWord(word))
        return {Kind::weekday, word, *weekday};
    if (contains(kUntil, word))
        return {Kind::until, word, 0};
    if (word == "dan" || word == "and")
        return {Kind::join, word, 0};
    return {Kind::other, word, 0};
}

// Which quarter or half an item counts: "2", "II", "kedua"; 0 where it counts none.
unsigned countOf(const DateItem& item) {
    if (item.kind == Kind::number)
        return item.text.size() == 1 ? item.value : 0;
    if (item.kind != Kind::other)
        return 0;
    for (std::size_t i = 0; i < kOrdinals.size(); ++i)
        if (contains(kOrdinals[i], item.text) || kRoman[i] == item.text)
            return static_cast<unsigned>(i + 1);
    return 0;
}

std::optional<Kind> periodKind(const DateItem& item) {
    if (item.kind != Kind::other)
        return std::nullopt;
    if (contains(kQuarter, item.text))
        return Kind::quarter;
    return contains(kHalf, item.text) ? std::optional(Kind::half) : std::nullopt;
}

bool isMark(const DateItem& item, std::string_view text) {
    return item.kind == Kind::mark && item.text == text;
}

// Makes one item of "triwulan", "ke", "-" and "2". What counts nothing stays as it is, and is no date then.
std::vector<DateItem> withPeriods(std::vector<DateItem> items) {
    std::vector<DateItem> result;
    const auto most = [](Kind kind) { return kind == Kind::quarter ? 4U : 2U; };
    for (std::size_t at = 0; at < items.size(); ++at) {
        const std::optional<Kind> kind = periodKind(items[at]);
        if (!kind) {
            // "Triwulan I - III 2024"
            const bool behindSpan =
                result.size() > 1 && (result.back().kind == Kind::until || isMark(result.back(), "-"));
            const DateItem* const first = behindSpan ? &result[result.size() - 2] : nullptr;
            const unsigned count = countOf(items[at]);
            if (first != nullptr && (first->kind == Kind::quarter || first->kind == Kind::half) && count > 0 &&
                count <= most(first->kind))
                result.push_back({first->kind, items[at].text, count});
            else
                result.push_back(items[at]);
            continue;
        }
        std::size_t behind = at + 1;
        while (behind < items.size() && (isMark(items[behind], ".") || isMark(items[behind], "-") ||
                                         (items[behind].kind == Kind::other && items[behind].text == "ke")))
            ++behind;
        const unsigned after = behind < items.size() ? countOf(items[behind]) : 0;
        const unsigned before = result.empty() ? 0 : countOf(result.back());
        if (after > 0 && after <= most(*kind)) {
            result.push_back({*kind, items[at].text, after});
            at = behind;
        } else if (before > 0 && before <= most(*kind)) { // "second quarter"
            result.back() = {*kind, items[at].text, before};
        } else {
            result.push_back(items[at]);
        }
    }
    return result;
}

} // namespace

std::vector<DateItem> dateItems(std::string_view plain, bool& approximate) {
    std::vector<DateItem> items;
    for (std::size_t at = 0; at < plain.size();) {
        const std::string_view rest = plain.substr(at);
        const bool wordBefore = at > 0 && isLetter(plain[at - 1]);
        if (const std::size_t sign = wordBefore ? 0 : untilSign(rest); sign != 0) {
            items.push_back({Kind::until, std::string(rest.substr(0, sign)), 0});
            at += sign;
        } else if (isDigit(rest[0])) {
            const std::size_t size = std::min(rest.find_first_not_of("0123456789"), rest.size());
            items.push_back({Kind::number, std::string(rest.substr(0, size)), valueOf(rest.substr(0, size))});
            at += size;
            // "20th", "1st"
            if (const std::string_view ending = plain.substr(at, 2);
                (ending == "st" || ending == "nd" || ending == "rd" || ending == "th") &&
                (at + 2 == plain.size() || !isLetter(plain[at + 2])))
                at += 2;
        } else if (isLetter(rest[0])) {
            std::size_t size = 0;
            while (size < rest.size() &&
                   (isLetter(rest[size]) || (rest[size] == '\'' && size + 1 < rest.size() && isLetter(rest[size + 1]))))
                ++size;
            const std::string word(rest.substr(0, size));
            at += size;
            if (contains(kApproximate, word))
                approximate = true;
            else if (word == "dengan" && !items.empty() && items.back().text == "sampai")
                continue; // "sampai dengan"
            else if (!contains(kFillers, word))
                items.push_back(wordItem(word));
            else if (at < plain.size() && plain[at] == '.')
                ++at; // "tgl."
        } else {
            const std::size_t size = characterSize(rest, 0);
            const std::string mark(rest.substr(0, size));
            at += size;
            if (mark == "±" || mark == "~")
                approximate = true;
            else if (mark == "&")
                items.push_back({Kind::join, mark, 0});
            else if (mark != " " && mark != "(" && mark != ")" && mark != "'" && mark != ":")
                items.push_back({Kind::mark, mark, 0});
        }
    }
    while (!items.empty() && items.back().kind == Kind::mark && (items.back().text == "." || items.back().text == ","))
        items.pop_back();
    return withPeriods(std::move(items));
}

namespace {

// The items without marks, and the mark before each (empty: blanks alone; "?": several).
struct Pattern {
    std::vector<DateItem> items;
    std::vector<std::string> before;
    std::string kinds; // 'N', 'M' and 'P' for a quarter or half
};

std::optional<Pattern> patternOf(std::span<const DateItem> items, DateSide& side) {
    Pattern pattern;
    std::string mark;
    for (const DateItem& item : items) {
        switch (item.kind) {
        case Kind::mark:
            // "Agt. 20, 2024" has a point and a comma between words; two marks in a row mean nothing otherwise.
            mark = mark.empty() || mark == "." ? item.text : "?";
            continue;
        case Kind::weekday:
            if (side.weekday)
                return std::nullopt;
            side.weekday = item.value;
            mark.clear();
            continue;
        case Kind::number:
        case Kind::month:
        case Kind::quarter:
        case Kind::half:
        case Kind::other: {
            DateItem taken = item;
            if (item.kind == Kind::other) {
                const auto* roman = std::find(kRoman.begin(), kRoman.end(), item.text);
                if (roman == kRoman.end())
                    return std::nullopt;
                taken = {Kind::month, item.text, static_cast<unsigned>(roman - kRoman.begin() + 1)};
            }
            if (pattern.items.empty() && side.weekday && mark != "?")
                mark.clear(); // "Senin, 20 ..."
            const bool period = taken.kind == Kind::quarter || taken.kind == Kind::half;
            pattern.kinds += taken.kind == Kind::number ? 'N' : period ? 'P' : 'M';
            pattern.items.push_back(std::move(taken));
            pattern.before.push_back(mark);
            mark.clear();
            continue;
        }
        case Kind::until:
        case Kind::join:
            return std::nullopt;
        }
    }
    if (!mark.empty() || pattern.items.empty() || !pattern.before.front().empty())
        return std::nullopt;
    for (const std::string& between : pattern.before)
        if (!between.empty() && between != "/" && between != "-" && between != "." && between != ",")
            return std::nullopt;
    return pattern;
}

bool isShort(const DateItem& item) { // of a day, a month or a year without its century
    return item.text.size() <= 2;
}
bool isYear(const DateItem& item) {
    return item.text.size() == 4 && item.value > 0;
}

bool setYear(DateSide& side, const DateItem& item) {
    if (isYear(item)) {
        side.year = item.value;
        return true;
    }
    if (item.text.size() != 2)
        return false;
    side.year = item.value + (item.value < 50 ? 2000 : 1900);
    side.shortYear = true;
    return true;
}

bool setNumbers(DateSide& side, const DateItem& first, const DateItem& second, bool monthFirst) {
    if (!isShort(first) || !isShort(second))
        return false;
    const bool dayFirstFits = second.value >= 1 && second.value <= 12;
    const bool monthFirstFits = first.value >= 1 && first.value <= 12;
    if (!dayFirstFits && !monthFirstFits)
        return false;
    side.numeric = true;
    side.exchangeable = dayFirstFits && monthFirstFits && first.value != second.value;
    side.monthFirst = dayFirstFits && monthFirstFits ? monthFirst : monthFirstFits;
    side.day = side.monthFirst ? second.value : first.value;
    side.month = side.monthFirst ? first.value : second.value;
    return side.day >= 1;
}

bool setIso(DateSide& side, const DateItem& year, const DateItem& month, const DateItem& day) {
    side.year = year.value;
    side.month = month.value;
    side.day = day.value;
    return isShort(month) && isShort(day) && month.value >= 1 && month.value <= 12 && day.value >= 1;
}

bool setTwoNumbers(DateSide& side, const DateItem& a, const DateItem& b, const std::string& mark, bool monthFirst) {
    if (isYear(a))
        return isShort(b) && b.text.size() == 2 && (mark == "-" || mark == "/") &&
               setIso(side, a, b, {Kind::number, "1", 1}) && ((side.day = 0), true);
    if (isYear(b) && isShort(a)) {
        side.year = b.value;
        if (mark == "," || mark.empty()) // the end of "March 12-14, 2024"
            side.day = a.value;
        else
            side.month = a.value;
        return a.value >= 1 && side.month <= 12;
    }
    return mark == "/" && setNumbers(side, a, b, monthFirst); // the start of "12/3–14/3/2024"
}

bool setSide(DateSide& side, const Pattern& pattern, bool monthFirst) {
    const std::vector<DateItem>& items = pattern.items;
    const std::string& kinds = pattern.kinds;
    if (kinds == "PN" || kinds == "NP" || kinds == "P") {
        const DateItem& period = items[kinds == "NP" ? 1 : 0];
        side.months = period.kind == Kind::quarter ? 3 : 6;
        side.month = (period.value - 1) * side.months + 1;
        if (kinds == "NP")
            return isYear(items[0]) && setYear(side, items[0]);
        return kinds == "P" || setYear(side, items[1]);
    }
    if (kinds == "NMN" && isYear(items[0])) {
        side.month = items[1].value;
        side.day = items[2].value;
        side.year = items[0].value;
        return isShort(items[2]) && side.day >= 1;
    }
    if (kinds == "NMN" || kinds == "MNN") {
        const DateItem& day = items[kinds == "NMN" ? 0 : 1];
        side.month = items[kinds == "NMN" ? 1 : 0].value;
        side.day = day.value;
        return isShort(day) && day.value >= 1 && setYear(side, items[2]);
    }
    if (kinds == "NM" || kinds == "MN") {
        const std::size_t number = kinds == "NM" ? 0 : 1;
        side.month = items[1 - number].value;
        if (isYear(items[number]) || (number == 1 && pattern.before[1] == "-"))
            return setYear(side, items[number]); // "Agustus 2024", and "Agt-24" as spreadsheets write it
        side.day = items[number].value;
        return isShort(items[number]) && side.day >= 1;
    }
    if (kinds == "M") {
        side.month = items[0].value;
        return true;
    }
    if (kinds == "N" && items[0].text.size() == 8) {
        const std::string& text = items[0].text;
        side.year = valueOf(text.substr(0, 4));
        side.month = valueOf(text.substr(4, 2));
        side.day = valueOf(text.substr(6));
        return side.year >= 1900 && side.year < 2100 && side.month >= 1 && side.month <= 12 && side.day >= 1;
    }
    if (kinds == "N") {
        if (isYear(items[0]))
            side.year = items[0].value;
        else
            side.day = items[0].value;
        return isYear(items[0]) || (isShort(items[0]) && side.day >= 1);
    }
    if (kinds == "NNN") {
        if (pattern.before[1] != pattern.before[2] || pattern.before[1] == ",")
            return false;
        if (isYear(items[0]))
            return setIso(side, items[0], items[1], items[2]);
        return setNumbers(side, items[0], items[1], monthFirst) && setYear(side, items[2]);
    }
    return kinds == "NN" && setTwoNumbers(side, items[0], items[1], pattern.before[1], monthFirst);
}

} // namespace

std::optional<DateSide> dateSide(std::span<const DateItem> items, bool monthFirst) {
    DateSide side;
    const std::optional<Pattern> pattern = patternOf(items, side);
    if (!pattern || !setSide(side, *pattern, monthFirst))
        return std::nullopt;
    return side;
}

} // namespace jejaring::data
