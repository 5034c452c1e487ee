// SPDX-License-Identifier: MIT
#include "data/import/import_text.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

namespace jejaring::data {
namespace {

// Letters with marks and what they are without, lower and upper case alike.
using Fold = std::pair<std::string_view, std::string_view>;
constexpr std::array<Fold, 72> kFolds{
    {{"à", "a"}, {"á", "a"}, {"â", "a"}, {"ã", "a"}, {"ä", "a"}, {"å", "a"}, {"ā", "a"},  {"ă", "a"}, {"ą", "a"},
     {"À", "a"}, {"Á", "a"}, {"Â", "a"}, {"Ã", "a"}, {"Ä", "a"}, {"Å", "a"}, {"ç", "c"},  {"Ç", "c"}, {"ć", "c"},
     {"č", "c"}, {"Č", "c"}, {"đ", "d"}, {"è", "e"}, {"é", "e"}, {"ê", "e"}, {"ë", "e"},  {"ē", "e"}, {"ę", "e"},
     {"È", "e"}, {"É", "e"}, {"Ê", "e"}, {"Ë", "e"}, {"ì", "i"}, {"í", "i"}, {"î", "i"},  {"ï", "i"}, {"ı", "i"},
     {"İ", "i"}, {"Í", "i"}, {"Î", "i"}, {"ł", "l"}, {"Ł", "l"}, {"ñ", "n"}, {"Ñ", "n"},  {"ń", "n"}, {"ò", "o"},
     {"ó", "o"}, {"ô", "o"}, {"õ", "o"}, {"ö", "o"}, {"ø", "o"}, {"ō", "o"}, {"Ó", "o"},  {"Ô", "o"}, {"Ö", "o"},
     {"Ø", "o"}, {"ř", "r"}, {"ş", "s"}, {"š", "s"}, {"Ş", "s"}, {"Š", "s"}, {"ß", "ss"}, {"ù", "u"}, {"ú", "u"},
     {"û", "u"}, {"ü", "u"}, {"ū", "u"}, {"Ü", "u"}, {"Ú", "u"}, {"ý", "y"}, {"ž", "z"},  {"Ž", "z"}, {"æ", "ae"}}};

constexpr std::array<std::string_view, 36> kBlankWords{"",
                                                       "n a",
                                                       "na",
                                                       "n d",
                                                       "nd",
                                                       "tba",
                                                       "tbd",
                                                       "tbc",
                                                       "nil",
                                                       "null",
                                                       "none",
                                                       "kosong",
                                                       "tidak ada",
                                                       "tdk ada",
                                                       "belum ada",
                                                       "blm ada",
                                                       "tak ada",
                                                       "belum",
                                                       "not available",
                                                       "not stated",
                                                       "unknown",
                                                       "unspecified",
                                                       "belum diketahui",
                                                       "tidak diketahui",
                                                       "belum ditentukan",
                                                       "belum ditetapkan",
                                                       "belum dapat ditentukan",
                                                       "tidak tersedia",
                                                       "belum tersedia",
                                                       "tidak disebutkan",
                                                       "tidak dicantumkan",
                                                       "belum terisi",
                                                       "to be announced",
                                                       "to be determined",
                                                       "to be confirmed",
                                                       "menyusul"};

constexpr std::uint32_t kNoCharacter = 0xFFFFFFFFU;

std::uint32_t codePoint(std::string_view character) {
    const auto byte = [&](std::size_t i) {
        return static_cast<std::uint32_t>(static_cast<unsigned char>(character[i]));
    };
    switch (character.size()) {
    case 2:
        return (byte(0) & 0x1FU) << 6U | (byte(1) & 0x3FU);
    case 3:
        return (byte(0) & 0x0FU) << 12U | (byte(1) & 0x3FU) << 6U | (byte(2) & 0x3FU);
    case 4:
        return (byte(0) & 0x07U) << 18U | (byte(1) & 0x3FU) << 12U | (byte(2) & 0x3FU) << 6U | (byte(3) & 0x3FU);
    default:
        return byte(0) < 0x80 ? byte(0) : kNoCharacter;
    }
}

bool isBlank(std::uint32_t c) {
    return c == ' ' || c == '\t' || c == '\v' || c == '\f' || c == 0xA0 || c == 0x1680 ||
           (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x205F || c == 0x3000;
}

bool isInvisible(std::uint32_t c) {
    return c == 0xAD || (c >= 0x200B && c <= 0x200F) || c == 0x2060 || c == 0xFEFF;
}

bool isDash(std::uint32_t c) {
    return (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0xFE58 || c == 0xFE63 || c == 0xFF0D;
}

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

// Most cells: plain ASCII, single blanks within and none around.
bool isClean(std::string_view text) {
    char before = ' ';
    for (const char c : text) {
        if (c < ' ' || c > '~' || (c == ' ' && before == ' '))
            return false;
        before = c;
    }
    return text.empty() || before != ' ';
}

} // namespace

std::size_t characterSize(std::string_view text, std::size_t at) {
    const auto lead = static_cast<unsigned char>(text[at]);
    const std::size_t size = lead >= 0xF0 && lead < 0xF8 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 1;
    if (lead >= 0xF8 || at + size > text.size())
        return 1;
    for (std::size_t i = 1; i < size; ++i)
        if ((static_cast<unsigned char>(text[at + i]) & 0xC0U) != 0x80U)
            return 1;
    return size;
}

std::string cleanText(std::string_view text) {
    if (isClean(text))
        return std::string(text);
    std::string result;
    result.reserve(text.size());
    // A byte that belongs to no character could become part of one if what parts it from the next were dropped.
    bool stray = false;
    const auto dropBlank = [&] {
        if (!result.empty() && result.back() == ' ')
            result.pop_back();
    };
    for (std::size_t at = 0; at < text.size();) {
        const std::string_view character = text.substr(at, characterSize(text, at));
        at += character.size();
        const std::uint32_t c = codePoint(character);
        if (isInvisible(c) && !stray)
            continue;
        stray = c == kNoCharacter;
        if (c == '\r' || c == '\n' || c == 0x2028 || c == 0x2029) {
            if (c == '\r' && at < text.size() && text[at] == '\n')
                ++at;
            dropBlank();
            if (!result.empty())
                result += '\n';
        } else if (isBlank(c)) {
            if (!result.empty() && result.back() != ' ' && result.back() != '\n')
                result += ' ';
        } else if (c >= 0xFF10 && c <= 0xFF19) {
            result += static_cast<char>('0' + static_cast<char>(c - 0xFF10));
        } else {
            result += character;
        }
    }
    while (!result.empty() && (result.back() == ' ' || result.back() == '\n'))
        result.pop_back();
    return result;
}

bool isBlankLike(std::string_view text) {
    const std::string cleaned = cleanText(text);
    // An amount or a sign that means something has no key either, but is no blank.
    const bool punctuation = std::all_of(cleaned.begin(), cleaned.end(), [](char c) {
        return std::string_view("-_.?*/ \n=~").find(c) != std::string_view::npos;
    });
    if (punctuation || cleaned == "–" || cleaned == "—" || cleaned == "…" || cleaned == "#N/A")
        return true;
    const std::string key = wordKey(cleaned);
    return !key.empty() && std::find(kBlankWords.begin(), kBlankWords.end(), key) != kBlankWords.end();
}

std::string wordKey(std::string_view text) {
    std::string key;
    bool gap = false;
    const auto append = [&](std::string_view letters) {
        if (gap && !key.empty())
            key += ' ';
        gap = false;
        key += letters;
    };
    const std::string cleaned = cleanText(text);
    for (std::size_t at = 0; at < cleaned.size();) {
        const std::string_view character = std::string_view(cleaned).substr(at, characterSize(cleaned, at));
        at += character.size();
        if (character.size() == 1) {
            const char c = lower(character[0]);
            const bool word = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
            if (word)
                append(std::string_view(&c, 1));
            else if (c != '\'' && c != '`')
                gap = true;
            continue;
        }
        const std::uint32_t c = codePoint(character);
        if (c == 0x2018 || c == 0x2019 || c == 0x2BC || (c >= 0x300 && c <= 0x36F))
            continue; // apostrophes, and marks that stand apart from their letter
        const auto fold =
            std::find_if(kFolds.begin(), kFolds.end(), [&](const Fold& f) { return f.first == character; });
        if (fold != kFolds.end())
            append(fold->second);
        else if (c < 0xC0 || c == 0xD7 || c == 0xF7 || (c >= 0x2000 && c < 0x2C00) || (c >= 0x3000 && c < 0x3040) ||
                 c >= 0xFF00)
            gap = true;
        else
            append(character);
    }
    return key;
}

std::string plainLower(std::string_view text) {
    std::string result;
    const std::string cleaned = cleanText(text);
    for (std::size_t at = 0; at < cleaned.size();) {
        const std::string_view character = std::string_view(cleaned).substr(at, characterSize(cleaned, at));
        at += character.size();
        const std::uint32_t c = codePoint(character);
        if (c == '\n')
            result += ' ';
        else if (c < 0x80)
            result += lower(character[0]);
        else if (isDash(c))
            result += '-';
        else if (c == 0x2018 || c == 0x2019 || c == 0x2032 || c == 0x2BC || c == 0xB4)
            result += '\'';
        else if (c == 0x201C || c == 0x201D || c == 0x2033)
            result += '"';
        else
            result += character;
    }
    return result;
}

} // namespace jejaring::data
