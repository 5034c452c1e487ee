// SPDX-License-Identifier: MIT
#include "core/phrase.hpp"

#include "core/result.hpp"

#include <fmt/core.h>

#include <algorithm>

namespace jejaring::core {
namespace {

// Control characters of ASCII that no text holds: the beginning of a phrase or a number, of each argument, the end.
constexpr char kPhrase = '\x1e';
constexpr char kNumber = '\x1c';
constexpr char kCount = '\x18';
constexpr char kDate = '\x19';
constexpr char kCountry = '\x1a';
constexpr char kArgument = '\x1f';
constexpr char kEnd = '\x1d';
constexpr std::string_view kBeginnings = "\x1e\x1c\x18\x19\x1a";

// "12345" -> "12.345"
std::string parted(std::string digits, char mark) {
    constexpr std::size_t kGroup = 3;
    for (std::size_t at = digits.size(); at > kGroup; at -= kGroup)
        digits.insert(at - kGroup, 1, mark);
    return digits;
}

} // namespace

std::string phrase(std::string_view id, const std::vector<std::string>& arguments) {
    std::string marked = kPhrase + std::string(id);
    for (const std::string& argument : arguments)
        marked += kArgument + argument;
    return marked + kEnd;
}

std::string decimal(double value) {
    return kNumber + fmt::format("{}", value) + kEnd;
}

std::string counted(std::size_t count) {
    return kCount + std::to_string(count) + kEnd;
}

std::string dated(std::string_view iso) {
    return kDate + std::string(iso) + kEnd;
}

std::string country(std::string_view alpha3) {
    return kCountry + std::string(alpha3) + kEnd;
}

const Wording& englishWording() {
    static const Wording wording{[](std::string_view id) { return std::string(id); }, '.', {}, {}};
    return wording;
}

std::string expandPhrases(std::string_view argument, const Wording& wording) {
    std::string expanded;
    for (;;) {
        const std::size_t begin = argument.find_first_of(kBeginnings);
        const std::size_t end = begin == std::string_view::npos ? begin : argument.find(kEnd, begin);
        if (end == std::string_view::npos)
            return expanded.append(argument);
        expanded += argument.substr(0, begin);
        const char kind = argument[begin];
        std::string_view inside = argument.substr(begin + 1, end - begin - 1);
        argument.remove_prefix(end + 1);
        if (kind == kCount) {
            expanded += parted(std::string(inside), wording.decimalPoint == ',' ? '.' : ',');
            continue;
        }
        if (kind == kDate || kind == kCountry) {
            const auto& say = kind == kDate ? wording.date : wording.country;
            expanded += say ? say(inside) : std::string(inside);
            continue;
        }
        if (kind == kNumber) {
            std::string number(inside);
            std::replace(number.begin(), number.end(), '.', wording.decimalPoint);
            expanded += number;
            continue;
        }
        std::vector<std::string> arguments;
        for (std::size_t at = inside.rfind(kArgument); at != std::string_view::npos; at = inside.rfind(kArgument)) {
            arguments.insert(arguments.begin(), std::string(inside.substr(at + 1)));
            inside = inside.substr(0, at);
        }
        expanded += substitute(wording.text(inside), arguments);
    }
}

} // namespace jejaring::core
