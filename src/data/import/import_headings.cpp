// SPDX-License-Identifier: MIT
#include "data/import/import_headings.hpp"

#include "data/import/import_date_parts.hpp"
#include "data/import/import_text.hpp"
#include "data/table/csv.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace jejaring::data {
namespace {

std::string withoutBrackets(std::string_view text) {
    std::string result;
    int depth = 0;
    for (const char c : text) {
        if (c == '(' || c == '[')
            ++depth;
        else if ((c == ')' || c == ']') && depth > 0)
            --depth;
        else if (depth == 0)
            result += c;
    }
    return result;
}

std::vector<std::string_view> wordsOf(std::string_view key) {
    std::vector<std::string_view> words;
    while (!key.empty()) {
        const std::size_t end = std::min(key.find(' '), key.size());
        words.push_back(key.substr(0, end));
        key.remove_prefix(std::min(end + 1, key.size()));
    }
    return words;
}

// One letter more, less or other, or two neighbours that changed places.
bool oneLetterApart(std::string_view a, std::string_view b) {
    if (a.size() > b.size())
        std::swap(a, b);
    if (b.size() - a.size() > 1)
        return false;
    std::size_t first = 0;
    while (first < a.size() && a[first] == b[first])
        ++first;
    if (a.size() < b.size())
        return a.substr(first) == b.substr(first + 1);
    if (first == a.size() || a.substr(first + 1) == b.substr(first + 1))
        return true;
    return first + 1 < a.size() && a[first] == b[first + 1] && a[first + 1] == b[first] &&
           a.substr(first + 2) == b.substr(first + 2);
}

// Word by word; short words must be the same.
bool spelledAlike(std::string_view a, std::string_view b) {
    constexpr std::size_t kLong = 5;
    constexpr std::size_t kMostMissing = 3;
    if (std::max(a.size(), b.size()) - std::min(a.size(), b.size()) > kMostMissing)
        return false;
    const std::vector<std::string_view> left = wordsOf(a);
    const std::vector<std::string_view> right = wordsOf(b);
    if (left.size() != right.size())
        return false;
    for (std::size_t i = 0; i < left.size(); ++i)
        if (left[i] != right[i] &&
            (std::min(left[i].size(), right[i].size()) < kLong || !oneLetterApart(left[i], right[i])))
            return false;
    return true;
}

// `part` begins or ends `key` as whole words and is at least half of it.
bool isMainPart(std::string_view part, std::string_view key) {
    if (part.size() < 4 || part.size() * 2 < key.size() || part.size() >= key.size())
        return false;
    return (key.starts_with(part) && key[part.size()] == ' ') ||
           (key.ends_with(part) && key[key.size() - part.size() - 1] == ' ');
}

constexpr std::string_view kIgnored = "ignored";

} // namespace

core::Result<std::vector<Heading>> readHeadings(const std::string& assetsFolder) {
    const core::Result<CsvTable> table =
        readCsv(assetsFolder + "/data/import_headings.csv", {"kind", "field", "heading"});
    if (!table)
        return core::Result<std::vector<Heading>>::failure(table.messages());
    core::Result<std::vector<Heading>> headings(std::vector<Heading>{}, table.messages());
    for (const CsvRow& row : table.value().rows()) {
        const std::string_view kindId = table.value().cell(row, "kind");
        const std::string_view fieldId = table.value().cell(row, "field");
        const std::optional<ImportKind> kind = parseImportKind(kindId);
        if ((!kind && kindId != "*") || (!parseImportField(fieldId) && fieldId != kIgnored)) {
            headings.add(core::warning(JEJARING_TR("{0}, row {1}: no kind of table or field is called \"{2}\""),
                                       {table.value().file(), std::to_string(row.number),
                                        std::string(kind || kindId == "*" ? fieldId : kindId)}));
            continue;
        }
        headings.value().push_back({kind, std::string(fieldId), std::string(table.value().cell(row, "heading"))});
    }
    return headings;
}

ImportHeadings::ImportHeadings(const std::vector<Heading>& headings) {
    // What is said of one kind outranks what is said of all.
    for (const bool ofOneKind : {true, false})
        for (const Heading& heading : headings) {
            if (heading.kind.has_value() != ofOneKind)
                continue;
            const std::optional<ImportField> field = parseImportField(heading.field);
            for (const ImportKind kind : importKinds())
                if ((!heading.kind || *heading.kind == kind) && (!field || findField(kind, *field) != nullptr))
                    byKind_[static_cast<std::size_t>(kind)].emplace(wordKey(heading.words), Meaning{field});
        }
}

const ImportHeadings::Meaning* ImportHeadings::exactly(ImportKind kind, const std::string& key) const {
    const auto& meanings = byKind_[static_cast<std::size_t>(kind)];
    const auto found = meanings.find(key);
    return found == meanings.end() ? nullptr : &found->second;
}

HeadingAnswer ImportHeadings::find(ImportKind kind, std::string_view heading) const {
    const auto answer = [](HeadingMatch match, const Meaning& meaning) {
        return HeadingAnswer{match, meaning.field, !meaning.field};
    };
    const std::string key = wordKey(heading);
    if (key.empty())
        return {HeadingMatch::none, {}, false};
    if (const Meaning* const meaning = exactly(kind, key))
        return answer(HeadingMatch::exactly, *meaning);
    const std::string bare = wordKey(withoutBrackets(heading));
    if (const Meaning* const meaning = bare.empty() ? nullptr : exactly(kind, bare))
        return answer(HeadingMatch::exactly, *meaning);
    // "Masa Berlaku / Mulai" by its whole, else by its last part; "Kab/Kota" is one heading.
    const std::size_t line = heading.rfind(" / ");
    if (line != std::string_view::npos)
        for (const std::string_view part : {heading.substr(line + 3), heading.substr(0, line)})
            if (const HeadingAnswer found = find(kind, part); found.match == HeadingMatch::exactly)
                return {HeadingMatch::partly, found.field, found.ignored};
    const Meaning* best = nullptr;
    std::pair<std::size_t, std::string> bestPart; // the longest; of equals any, but always the same
    const Meaning* alike = nullptr;
    const std::string* alikeKey = nullptr;
    for (const auto& [known, meaning] : byKind_[static_cast<std::size_t>(kind)]) {
        if (isMainPart(known, bare) && (best == nullptr || std::pair(known.size(), known) > bestPart)) {
            best = &meaning;
            bestPart = {known.size(), known};
        }
        if (spelledAlike(known, bare) && (alikeKey == nullptr || known < *alikeKey)) {
            alike = &meaning;
            alikeKey = &known;
        }
    }
    if (alike != nullptr)
        return answer(HeadingMatch::alike, *alike);
    return best == nullptr ? HeadingAnswer{} : answer(HeadingMatch::partly, *best);
}

namespace {

std::optional<core::PartialDate> periodOfText(std::string_view heading) {
    std::string key = wordKey(heading);
    for (const std::string_view prefix : {"tahun ", "thn ", "year ", "th ", "realisasi ", "nilai ", "jumlah "})
        if (key.starts_with(prefix))
            key.erase(0, prefix.size());
    if (key.size() == 7 && key[4] == ' ') {
        key[4] = '-';
        if (key[5] == 's')
            key[5] = 'S'; // "2024-S1", as the program writes it
    }
    // Spreadsheets write years as numbers: "2024.0" reads as the words 2024 and 0.
    if (key.size() == 6 && key.ends_with(" 0"))
        key.resize(4);
    if (const std::optional<core::PartialDate> period = core::PartialDate::parse(key))
        return period->year >= 1900 && period->year <= 2100 ? period : std::nullopt;
    static constexpr std::array<std::array<std::string_view, 4>, 12> kMonths{{{"januari", "january", "jan", ""},
                                                                              {"februari", "february", "feb", "peb"},
                                                                              {"maret", "march", "mar", ""},
                                                                              {"april", "apr", "", ""},
                                                                              {"mei", "may", "", ""},
                                                                              {"juni", "june", "jun", ""},
                                                                              {"juli", "july", "jul", ""},
                                                                              {"agustus", "august", "agt", "aug"},
                                                                              {"september", "sep", "sept", ""},
                                                                              {"oktober", "october", "okt", "oct"},
                                                                              {"november", "nov", "nop", ""},
                                                                              {"desember", "december", "des", "dec"}}};
    // "TW II 2024", "Semester 1 Tahun 2023"
    bool approximate = false;
    if (const std::optional<DateSide> side = dateSide(dateItems(key, approximate), false);
        side && side->months > 1 && side->year >= 1900 && side->year <= 2100 && !approximate && !side->shortYear)
        return core::PartialDate{static_cast<std::int16_t>(side->year), static_cast<std::uint8_t>(side->month), 0,
                                 static_cast<std::uint8_t>(side->months)};
    std::vector<std::string_view> words = wordsOf(key);
    if (words.size() != 2)
        return std::nullopt;
    if (core::PartialDate::parse(words[0])) // "2024 / Mei"
        std::swap(words[0], words[1]);
    for (std::size_t month = 0; month < kMonths.size(); ++month)
        for (const std::string_view name : kMonths[month])
            if (!name.empty() && words[0] == name)
                if (const auto year = core::PartialDate::parse(words[1]);
                    year && year->month == 0 && year->year >= 1900 && year->year <= 2100)
                    return core::PartialDate{year->year, static_cast<std::uint8_t>(month + 1), 0};
    return std::nullopt;
}

bool namesQuarterOrHalf(std::string_view heading) {
    bool approximate = false;
    const std::vector<DateItem> items = dateItems(wordKey(heading), approximate);
    return std::any_of(items.begin(), items.end(), [](const DateItem& item) {
        return item.kind == DateItem::Kind::quarter || item.kind == DateItem::Kind::half;
    });
}

} // namespace

std::optional<core::PartialDate> periodOfHeading(std::string_view heading) {
    if (const std::optional<core::PartialDate> whole = periodOfText(heading))
        return whole;
    // Of two lines the second one alone may say it, unless the first one parts its year.
    const std::size_t line = heading.rfind(" / ");
    if (line == std::string_view::npos || namesQuarterOrHalf(heading.substr(0, line)))
        return std::nullopt;
    return periodOfText(heading.substr(line + 3));
}

} // namespace jejaring::data
