// SPDX-License-Identifier: MIT
#include "data/import/import_score.hpp"

#include "data/import/import_text.hpp"

#include <array>
#include <string>

namespace jejaring::data {

Reading<int> readScore(std::string_view text) {
    struct Word {
        std::string_view text;
        int score;
    };
    static constexpr std::array<Word, 26> kWords{
        {{"sangat rendah", 1}, {"sangat kecil", 1},  {"sangat jarang", 1}, {"hampir tidak mungkin", 1},
         {"very low", 1},      {"rare", 1},          {"rendah", 2},        {"kecil", 2},
         {"jarang", 2},        {"low", 2},           {"unlikely", 2},      {"sedang", 3},
         {"mungkin", 3},       {"medium", 3},        {"moderate", 3},      {"possible", 3},
         {"tinggi", 4},        {"besar", 4},         {"sering", 4},        {"high", 4},
         {"likely", 4},        {"sangat tinggi", 5}, {"sangat besar", 5},  {"hampir pasti", 5},
         {"very high", 5},     {"almost certain", 5}}};
    const std::string key = wordKey(text);
    const bool begins = !key.empty() && key[0] >= '1' && key[0] <= '5';
    if (begins && (key.size() == 1 || key[1] == ' '))
        return Reading<int>::of(key[0] - '0');
    for (const Word& word : kWords)
        if (key == word.text)
            return Reading<int>::of(word.score);
    return Reading<int>::failed(core::error(
        core::ErrorCode::wrongFormat, JEJARING_TR("\"{0}\": expected 1 to 5, or a word such as rendah, sedang, tinggi"),
        {std::string(text)}));
}

} // namespace jejaring::data
