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
constexpr char kArgument = '\x1f';
constexpr char kEnd = '\x1d';
constexpr std::string_view kBeginnings = "\x1e\x1c";

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

const Wording& englishWording() {
    static const Wording wording{[](std::string_view id) { return std::string(id); }, '.'};
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
        const bool isNumber = argument[begin] == kNumber;
        std::string_view inside = argument.substr(begin + 1, end - begin - 1);
        argument.remove_prefix(end + 1);
        if (isNumber) {
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
