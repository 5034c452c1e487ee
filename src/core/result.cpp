// SPDX-License-Identifier: MIT
#include "core/result.hpp"

#include "core/phrase.hpp"

#include <charconv>

namespace jejaring::core {
namespace {

// Of "row|rows" what goes with that many.
std::string_view chosen(std::string_view choice, std::string_view count) {
    const std::size_t bar = choice.find('|');
    if (bar == std::string_view::npos)
        return choice;
    return count == "1" ? choice.substr(0, bar) : choice.substr(bar + 1);
}

} // namespace

// {0:row|rows} is the first where argument 0 is "1", else the second: English counts so, Indonesian needs none.
std::string substitute(std::string_view id, const std::vector<std::string>& arguments) {
    std::string text;
    text.reserve(id.size() + 32);
    for (std::size_t at = 0; at < id.size();) {
        const std::size_t close = id[at] == '{' ? id.find('}', at) : std::string_view::npos;
        if (close != std::string_view::npos) {
            std::size_t index = 0;
            const char* const last = id.data() + close;
            const auto [end, failure] = std::from_chars(id.data() + at + 1, last, index);
            if (failure == std::errc{} && end != last && *end == ':' && index < arguments.size()) {
                text += chosen({end + 1, last}, expandPhrases(arguments[index], englishWording()));
                at = close + 1;
                continue;
            }
            if (failure == std::errc{} && end == last && index < arguments.size()) {
                text += expandPhrases(arguments[index], englishWording());
                at = close + 1;
                continue;
            }
        }
        text += id[at++];
    }
    return text;
}

std::string englishText(const Message& message) {
    return substitute(message.id, message.arguments);
}

} // namespace jejaring::core
