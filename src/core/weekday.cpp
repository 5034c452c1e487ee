// SPDX-License-Identifier: MIT
#include "core/weekday.hpp"

#include "core/calendar_words.hpp"

#include <algorithm>
#include <optional>

namespace jejaring::core {
namespace {

struct Token {
    std::string word; // lower case letters or digits
    std::size_t begin = 0;
    std::size_t end = 0;
};

bool isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '\'';
}
bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

// Words and numbers; what stands between them may only be blanks and a little punctuation, else `broken` follows.
std::vector<Token> tokenize(std::string_view text) {
    std::vector<Token> tokens;
    for (std::size_t at = 0; at < text.size();) {
        const bool letter = isLetter(text[at]);
        if (!letter && !isDigit(text[at])) {
            static constexpr std::string_view kJoining = " ,.()/\t\n";
            if (kJoining.find(text[at]) == std::string_view::npos)
                tokens.push_back({"", at, at + 1});
            ++at;
            continue;
        }
        Token token{"", at, at};
        while (at < text.size() && (letter ? isLetter(text[at]) : isDigit(text[at]))) {
            const char c = text[at++];
            token.word += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        }
        token.end = at;
        tokens.push_back(std::move(token));
    }
    return tokens;
}

std::optional<unsigned> number(const std::string& word, std::size_t fewest, std::size_t most) {
    if (word.size() < fewest || word.size() > most || !std::all_of(word.begin(), word.end(), isDigit))
        return std::nullopt;
    unsigned value = 0;
    for (const char c : word)
        value = value * 10 + static_cast<unsigned>(c - '0');
    return value;
}

std::optional<Day> dayOf(std::optional<unsigned> day, std::optional<unsigned> month, std::optional<unsigned> year) {
    if (!day || !month || !year)
        return std::nullopt;
    const Day result{std::chrono::year{static_cast<int>(*year)}, std::chrono::month{*month}, std::chrono::day{*day}};
    return result.ok() ? std::optional(result) : std::nullopt;
}

} // namespace

std::vector<WeekdayClaim> findWeekdayClaims(std::string_view text) {
    std::vector<WeekdayClaim> claims;
    const std::vector<Token> tokens = tokenize(text);
    for (std::size_t i = 0; i + 3 < tokens.size(); ++i) {
        const std::optional<unsigned> weekday = weekdayOfWord(tokens[i].word);
        if (!weekday)
            continue;
        const std::string& first = tokens[i + 1].word;
        const std::string& second = tokens[i + 2].word;
        const std::optional<unsigned> year = number(tokens[i + 3].word, 4, 4);
        std::optional<Day> day = dayOf(number(first, 1, 2), monthOfWord(second), year);
        if (!day)
            day = dayOf(number(first, 1, 2), number(second, 1, 2), year);
        if (!day)
            day = dayOf(number(second, 1, 2), monthOfWord(first), year);
        if (day)
            claims.push_back({std::string(text.substr(tokens[i].begin, tokens[i + 3].end - tokens[i].begin)), *day,
                              std::chrono::weekday{*weekday}});
    }
    return claims;
}

} // namespace jejaring::core
