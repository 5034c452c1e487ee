// SPDX-License-Identifier: MIT
#include "core/calendar_words.hpp"

#include <array>
#include <utility>

namespace jejaring::core {
namespace {

using Name = std::pair<std::string_view, unsigned>;

constexpr std::array kWeekdays{
    Name{"minggu", 0U},   Name{"ahad", 0U},      Name{"sunday", 0U}, Name{"sun", 0U},   Name{"min", 0U},
    Name{"senin", 1U},    Name{"sen", 1U},       Name{"monday", 1U}, Name{"mon", 1U},   Name{"selasa", 2U},
    Name{"sel", 2U},      Name{"tuesday", 2U},   Name{"tue", 2U},    Name{"tues", 2U},  Name{"rabu", 3U},
    Name{"rab", 3U},      Name{"wednesday", 3U}, Name{"wed", 3U},    Name{"kamis", 4U}, Name{"kam", 4U},
    Name{"thursday", 4U}, Name{"thu", 4U},       Name{"thur", 4U},   Name{"thurs", 4U}, Name{"jumat", 5U},
    Name{"jum'at", 5U},   Name{"jum", 5U},       Name{"friday", 5U}, Name{"fri", 5U},   Name{"sabtu", 6U},
    Name{"sab", 6U},      Name{"saturday", 6U},  Name{"sat", 6U}};

constexpr std::array kMonths{
    Name{"januari", 1U},   Name{"january", 1U},   Name{"jan", 1U},       Name{"februari", 2U},  Name{"february", 2U},
    Name{"pebruari", 2U},  Name{"feb", 2U},       Name{"peb", 2U},       Name{"maret", 3U},     Name{"march", 3U},
    Name{"mar", 3U},       Name{"mrt", 3U},       Name{"april", 4U},     Name{"apr", 4U},       Name{"mei", 5U},
    Name{"may", 5U},       Name{"juni", 6U},      Name{"june", 6U},      Name{"jun", 6U},       Name{"juli", 7U},
    Name{"july", 7U},      Name{"jul", 7U},       Name{"agustus", 8U},   Name{"august", 8U},    Name{"agt", 8U},
    Name{"agu", 8U},       Name{"ags", 8U},       Name{"agust", 8U},     Name{"agst", 8U},      Name{"aug", 8U},
    Name{"september", 9U}, Name{"sept", 9U},      Name{"sep", 9U},       Name{"oktober", 10U},  Name{"october", 10U},
    Name{"okt", 10U},      Name{"oct", 10U},      Name{"november", 11U}, Name{"nopember", 11U}, Name{"nov", 11U},
    Name{"nop", 11U},      Name{"desember", 12U}, Name{"december", 12U}, Name{"des", 12U},      Name{"dec", 12U}};

template <std::size_t count>
std::optional<unsigned> lookUp(const std::array<Name, count>& names, std::string_view word) {
    for (const auto& [name, value] : names)
        if (name == word)
            return value;
    return std::nullopt;
}

} // namespace

std::optional<unsigned> weekdayOfWord(std::string_view word) {
    return lookUp(kWeekdays, word);
}
std::optional<unsigned> monthOfWord(std::string_view word) {
    return lookUp(kMonths, word);
}

} // namespace jejaring::core
