// SPDX-License-Identifier: MIT
#include "data/import/import_time.hpp"

#include "data/import/import_text.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace jejaring::data {
namespace {

enum class Part : std::uint8_t { none, am, pm, siang, malam, dini };

struct Token {
    bool number = false;
    std::string text; // lower case letters, digits, or one other character
    bool blankBefore = false;
};

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}
bool isLetter(char c) {
    return c >= 'a' && c <= 'z';
}

std::vector<Token> tokensOf(std::string_view text) {
    std::vector<Token> tokens;
    bool blank = false;
    for (std::size_t at = 0; at < text.size();) {
        if (text[at] == ' ') {
            blank = true;
            ++at;
            continue;
        }
        std::size_t end = at + characterSize(text, at);
        const bool digits = isDigit(text[at]);
        if (digits || isLetter(text[at]))
            while (end < text.size() && (digits ? isDigit(text[end]) : isLetter(text[end])))
                ++end;
        tokens.push_back({digits, std::string(text.substr(at, end - at)), blank});
        blank = false;
        at = end;
    }
    return tokens;
}

// A clock time as it stands, before the part of the day is applied.
struct Clock {
    int hour = 0;
    int minute = 0;
    bool bare = false;   // an hour alone: a time only beside something that says so
    bool packed = false; // "0930"
    Part part = Part::none;
    std::optional<core::TimeZone> zone;
    bool foreignZone = false;
    bool announced = false; // "pukul 9"
};

class Reader {
  public:
    explicit Reader(std::vector<Token> tokens) : tokens_(std::move(tokens)) {}

    bool atEnd() const { return at_ >= tokens_.size(); }

    bool word(std::string_view text) {
        if (atEnd() || tokens_[at_].text != text)
            return false;
        ++at_;
        return true;
    }
    template <std::size_t count> bool anyWord(const std::array<std::string_view, count>& words) {
        return std::any_of(words.begin(), words.end(), [&](std::string_view w) { return word(w); });
    }
    // "s.d.", "s/d", "sd", "-", "sampai dengan", "hingga", "to", "until"
    bool range() {
        const std::size_t begin = at_;
        if (word("s") && (word(".") || word("/")) && word("d")) {
            word(".");
            return true;
        }
        at_ = begin;
        if (word("sampai")) {
            word("dengan");
            return true;
        }
        static constexpr std::array<std::string_view, 7> kWords{"-", "sd", "hingga", "to", "until", "till", "~"};
        const bool found = anyWord(kWords);
        word("."); // "sd."
        return found;
    }
    bool openEnd() {
        static constexpr std::array<std::string_view, 8> kWords{"selesai", "selesei", "end",    "finish",
                                                                "rampung", "tamat",   "tuntas", "done"};
        return anyWord(kWords);
    }

    std::optional<Clock> clock() {
        Clock clock;
        static constexpr std::array<std::string_view, 7> kBefore{"pukul", "pkl", "jam", "at", "pk", "mulai", "waktu"};
        while (anyWord(kBefore)) {
            clock.announced = true;
            word(".");
            word(":");
        }
        if (atEnd() || !tokens_[at_].number)
            return std::nullopt;
        const std::string& digits = tokens_[at_++].text;
        if (digits.size() == 4) {
            clock.packed = true;
            clock.hour = std::stoi(digits.substr(0, 2));
            clock.minute = std::stoi(digits.substr(2));
        } else if (digits.size() > 2) {
            return std::nullopt;
        } else {
            clock.hour = std::stoi(digits);
            clock.bare = !minutes(clock);
        }
        if (clock.hour > 24 || clock.minute > 59 || (clock.hour == 24 && clock.minute != 0))
            return std::nullopt;
        part(clock);
        zone(clock);
        return clock;
    }

  private:
    // ":30", ".30", "h30", and seconds
    bool minutes(Clock& clock) {
        const std::size_t begin = at_;
        if ((word(":") || word(".") || word("h")) && !atEnd() && tokens_[at_].number && !tokens_[at_].blankBefore &&
            tokens_[at_].text.size() == 2) {
            clock.minute = std::stoi(tokens_[at_++].text);
            const std::size_t behind = at_;
            if ((word(":") || word(".")) && !atEnd() && tokens_[at_].number && tokens_[at_].text.size() == 2 &&
                tokens_[at_].text < "60") {
                ++at_;
                const std::size_t seconds = at_;
                if (!(word(".") && !atEnd() && tokens_[at_].number && !tokens_[at_].blankBefore))
                    at_ = seconds;
                else
                    ++at_;
            } else {
                at_ = behind;
            }
            return true;
        }
        at_ = begin;
        return false;
    }

    void part(Clock& clock) {
        const std::size_t begin = at_;
        if ((word("a") || word("p")) && word(".") && word("m")) {
            clock.part = tokens_[begin].text == "a" ? Part::am : Part::pm;
            word(".");
            return;
        }
        at_ = begin;
        if (word("am") || word("pagi"))
            clock.part = Part::am;
        else if (word("pm") || word("sore") || word("petang"))
            clock.part = Part::pm;
        else if (word("siang"))
            clock.part = Part::siang;
        else if (word("malam"))
            clock.part = Part::malam;
        else if (word("subuh") || (word("dini") && word("hari")))
            clock.part = Part::dini;
    }

    void zone(Clock& clock) {
        const std::size_t begin = at_;
        const bool parenthesis = word("(");
        if (word("wib"))
            clock.zone = core::TimeZone::wib;
        else if (word("wita"))
            clock.zone = core::TimeZone::wita;
        else if (word("wit"))
            clock.zone = core::TimeZone::wit;
        else if (word("z"))
            clock.foreignZone = true;
        else if (word("waktu")) {
            static constexpr std::array<std::string_view, 2> kLocal{"setempat", "lokal"};
            if (!anyWord(kLocal)) {
                at_ = begin;
                return;
            }
        } else {
            const bool named = word("utc") || word("gmt");
            if (!offset(clock, named)) {
                at_ = begin;
                return;
            }
        }
        if (parenthesis)
            word(")");
    }

    // "+07:00", "+8", "+00"
    bool offset(Clock& clock, bool named) {
        const std::size_t begin = at_;
        const bool plus = word("+");
        if (!plus && !(named && word("-"))) {
            clock.foreignZone = clock.foreignZone || named;
            return named;
        }
        if (atEnd() || !tokens_[at_].number) {
            at_ = begin;
            return false;
        }
        std::string hours = tokens_[at_++].text;
        std::string minutes = "00";
        if (hours.size() == 4) {
            minutes = hours.substr(2);
            hours.resize(2);
        } else if (word(":") && !atEnd() && tokens_[at_].number) {
            minutes = tokens_[at_++].text;
        }
        if (plus && minutes == "00" && (hours == "07" || hours == "7"))
            clock.zone = core::TimeZone::wib;
        else if (plus && minutes == "00" && (hours == "08" || hours == "8"))
            clock.zone = core::TimeZone::wita;
        else if (plus && minutes == "00" && (hours == "09" || hours == "9"))
            clock.zone = core::TimeZone::wit;
        else
            clock.foreignZone = true;
        return true;
    }

    std::vector<Token> tokens_;
    std::size_t at_ = 0;
};

// Minutes since midnight; nothing where the hour does not fit its part of the day.
std::optional<int> minutesOf(const Clock& clock) {
    int hour = clock.hour;
    switch (clock.part) {
    case Part::none:
        break;
    case Part::am:
    case Part::dini:
        if (hour > 12)
            return std::nullopt;
        hour = hour == 12 ? 0 : hour;
        break;
    case Part::pm: // "15.00 sore" is as usual as "3 sore"
        if (hour < 12)
            hour += 12;
        break;
    case Part::siang:
        if (hour < 10)
            hour += 12;
        break;
    case Part::malam:
        if (hour == 12) // midnight is the end of the day; "12.30 malam" is half an hour into the next
            hour = clock.minute == 0 ? 24 : 0;
        else if (hour >= 5 && hour < 12)
            hour += 12;
        break;
    }
    return hour > 24 ? std::nullopt : std::optional(hour * 60 + clock.minute);
}

core::ClockTime clockOf(int minutes) {
    return {static_cast<std::int16_t>(minutes)};
}

core::Message expectedTime(std::string_view cell) {
    return core::error(core::ErrorCode::wrongFormat, JEJARING_TR("“{0}”: expected a time such as {1}"),
                       {cleanText(cell), "09.00–12.00 WIB"});
}

// Whether an hour alone may count as a time.
bool tells(const Clock& clock) {
    return !clock.bare || clock.part != Part::none || clock.zone || clock.announced;
}

} // namespace

Reading<TimeValue> readTime(std::string_view text, std::optional<core::TimeZone> regionZone) {
    if (isBlankLike(text))
        return Reading<TimeValue>::none();
    const auto failed = [&] { return Reading<TimeValue>::failed(expectedTime(text)); };
    Reader reader(tokensOf(plainLower(text)));
    std::optional<Clock> first = reader.clock();
    if (!first)
        return failed();
    std::optional<Clock> last;
    bool open = false;
    if (!reader.atEnd()) {
        if (!reader.range())
            return failed();
        open = reader.openEnd();
        if (!open) {
            last = reader.clock();
            if (!last)
                return failed();
        }
    }
    static constexpr std::array<std::string_view, 3> kTrailing{".", ",", ";"};
    reader.anyWord(kTrailing);
    if (!reader.atEnd())
        return failed();
    if (last) {
        if (!tells(*last) && !tells(*first))
            return failed();
        if (last->part == Part::am || last->part == Part::pm) {
            // "2 - 4 PM", but "11 - 1 PM" begins in the morning.
            if (first->part == Part::none && first->hour <= 12)
                first->part = last->part == Part::pm && first->hour % 12 > last->hour % 12 ? Part::am : last->part;
        }
        if (first->zone && last->zone && first->zone != last->zone)
            return failed();
    } else if (!tells(*first) || (first->packed && !open && !first->zone && !first->announced)) {
        return failed(); // "9" or "2024" alone
    }
    const std::optional<int> start = minutesOf(*first);
    const std::optional<int> end = last ? minutesOf(*last) : std::nullopt;
    if (!start || (last && !end))
        return failed();

    TimeValue value{clockOf(*start), {}, last && last->zone ? last->zone : first->zone};
    if (end)
        value.end = clockOf(*end);
    Reading<TimeValue> reading = Reading<TimeValue>::of(value);
    const std::string cell = cleanText(text);
    if (value.end && *value.end < value.start)
        reading.flags.push_back(
            {FlagKind::endBeforeStart, core::warning(JEJARING_TR("{0} ends at {1}, before it starts at {2}"),
                                                     {cell, value.end->text(), value.start.text()})});
    // As an end it is plain; as a start it may mean the midnight before or the one after.
    if (*start == 24 * 60)
        reading.flags.push_back(
            {FlagKind::midnight,
             core::warning(JEJARING_TR("{0}: midnight was read as the end of the day, {1}"), {cell, "24:00"})});
    if (open)
        reading.flags.push_back({FlagKind::openEnd, core::note(JEJARING_TR("{0} does not say when it ends"), {cell})});
    if (value.zone && regionZone && *value.zone != *regionZone)
        reading.flags.push_back(
            {FlagKind::zoneDiffers, core::warning(JEJARING_TR("{0}: the region's time is {2}, not {1}"),
                                                  {cell, std::string(core::abbreviation(*value.zone)),
                                                   std::string(core::abbreviation(*regionZone))})});
    if (first->foreignZone || (last && last->foreignZone))
        reading.flags.push_back(
            {FlagKind::zoneDiffers,
             core::warning(JEJARING_TR("{0} is in a time that is none of Indonesia's; the hour was kept as it stands"),
                           {cell})});
    return reading;
}

Reading<TimeValue> readTimeFraction(double fraction) {
    if (!(fraction >= 0 && fraction < 1))
        return Reading<TimeValue>::failed(expectedTime(std::to_string(fraction)));
    const int minutes = std::min(static_cast<int>(std::lround(fraction * 24 * 60)), 24 * 60 - 1);
    return Reading<TimeValue>::of({clockOf(minutes), {}, {}});
}

} // namespace jejaring::data
