// SPDX-License-Identifier: MIT
// Lists in one cell.
#include "data/import/import_words.hpp"

#include "data/import/import_text.hpp"

#include <algorithm>

namespace jejaring::data {
namespace {

struct Piece {
    std::size_t begin = 0; // in the cleaned text
    std::size_t end = 0;
    bool joinable = false; // what stands before it may belong to a name: "dan", "and", "&"
};

bool isWordCharacter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           static_cast<unsigned char>(c) >= 0x80;
}

// The length of the separator at `at`, 0 where there is none; `joins` says whether it may be part of a name.
std::size_t separatorAt(std::string_view text, std::string_view lower, std::size_t at, bool& joins) {
    const char c = text[at];
    joins = c == '&' || c == '+';
    if (c == ';' || c == ',' || c == '/' || c == '|' || c == '\n' || joins)
        return 1;
    for (const std::string_view bullet : {"•", "·", "●", "▪", "–"})
        if (text.substr(at, bullet.size()) == bullet)
            return bullet.size();
    // "- " as a bullet, but not the hyphen of a word
    if (c == '-' && (at == 0 || text[at - 1] == ' ' || text[at - 1] == '\n') && at + 1 < text.size() &&
        text[at + 1] == ' ')
        return 1;
    const bool wordStart = at == 0 || !isWordCharacter(text[at - 1]);
    const auto wordIs = [&](std::string_view word) {
        return wordStart && lower.substr(at, word.size()) == word &&
               (at + word.size() == text.size() || !isWordCharacter(text[at + word.size()]));
    };
    joins = true;
    for (const std::string_view word : {"dan", "and", "serta"})
        if (wordIs(word))
            return word.size();
    joins = false;
    // "1." or "2)" before an entry
    if (wordStart && c >= '0' && c <= '9') {
        std::size_t end = at;
        while (end < text.size() && text[end] >= '0' && text[end] <= '9')
            ++end;
        if (end - at <= 2 && end + 1 < text.size() && (text[end] == '.' || text[end] == ')') &&
            !(text[end + 1] >= '0' && text[end + 1] <= '9'))
            return end - at + 1;
    }
    return 0;
}

std::vector<Piece> piecesOf(std::string_view text) {
    std::string lower(text);
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    std::vector<Piece> pieces;
    std::size_t begin = 0;
    bool joinable = false;
    const auto finish = [&](std::size_t end) {
        static constexpr std::string_view kEdge = " .:";
        std::size_t first = begin;
        while (first < end && kEdge.find(text[first]) != std::string_view::npos)
            ++first;
        while (end > first && kEdge.find(text[end - 1]) != std::string_view::npos)
            --end;
        if (first < end)
            pieces.push_back({first, end, joinable && !pieces.empty()});
        return first < end;
    };
    for (std::size_t at = 0; at < text.size();) {
        bool joins = false;
        const std::size_t size = separatorAt(text, lower, at, joins);
        if (size == 0) {
            at += characterSize(text, at);
            continue;
        }
        const bool piece = finish(at);
        // Of ", dan" the comma parts.
        joinable = piece ? joins : joinable && joins;
        at += size;
        begin = at;
    }
    finish(text.size());
    return pieces;
}

} // namespace

std::vector<std::string> splitList(std::string_view text) {
    const std::string cleaned = cleanText(text);
    std::vector<std::string> parts;
    for (const Piece& piece : piecesOf(cleaned))
        parts.push_back(cleaned.substr(piece.begin, piece.end - piece.begin));
    return parts;
}

Reading<WordsValue> readSectors(std::string_view text, const ImportWords& words) {
    if (isBlankLike(text))
        return Reading<WordsValue>::none();
    const std::string cleaned = cleanText(text);
    const std::vector<Piece> pieces = piecesOf(cleaned);
    Reading<WordsValue> reading = Reading<WordsValue>::of({});
    WordsValue& value = *reading.value;
    const auto addOnce = [](std::vector<std::string>& list, const std::string& entry) {
        if (std::find(list.begin(), list.end(), entry) == list.end())
            list.push_back(entry);
    };
    for (std::size_t i = 0; i < pieces.size();) {
        // The longest run of pieces that is a name: "Air dan sanitasi" before "Air" and "Sanitasi".
        std::size_t last = i;
        while (last + 1 < pieces.size() && pieces[last + 1].joinable)
            ++last;
        WordAnswer answer;
        std::string part;
        for (;; --last) {
            part = cleaned.substr(pieces[i].begin, pieces[last].end - pieces[i].begin);
            answer = words.find(WordList::sector, part);
            if (!answer.ids.empty() || last == i)
                break;
        }
        i = last + 1;
        if (answer.ids.size() == 1) {
            addOnce(value.ids, answer.ids[0]);
            continue;
        }
        addOnce(value.unknown, part);
        std::string candidates;
        for (const std::string& id : answer.ids.empty() ? answer.nearest : answer.ids)
            candidates += (candidates.empty() ? "" : ", ") + id;
        if (!answer.ids.empty())
            reading.flags.push_back({FlagKind::several, core::warning(JEJARING_TR("“{0}” may mean any of these: {1}"),
                                                                      {part, candidates})});
        else if (!candidates.empty())
            reading.flags.push_back(
                {FlagKind::unknownWord,
                 core::warning(JEJARING_TR("“{0}” is not in the list; similar: {1}"), {part, candidates})});
        else
            reading.flags.push_back(
                {FlagKind::unknownWord, core::warning(JEJARING_TR("“{0}” is not in the list"), {part})});
    }
    if (pieces.empty())
        return Reading<WordsValue>::failed(
            core::error(core::ErrorCode::wrongFormat, JEJARING_TR("“{0}” is not in the list"), {cleaned}));
    return reading;
}

} // namespace jejaring::data
