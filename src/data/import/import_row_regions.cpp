// SPDX-License-Identifier: MIT
// Regions that a row names: one, or several in one cell.
#include "data/import/import_row.hpp"

#include <algorithm>

namespace jejaring::data {
namespace {

bool found(const RegionFinding& finding) {
    return !finding.region.empty();
}

} // namespace

std::vector<std::string> looseParts(const std::string& text) {
    std::vector<std::string> parts;
    std::string rest = text;
    const auto cut = [&](std::size_t at, std::size_t length) {
        parts.push_back(cleanText(std::string_view(rest).substr(0, at)));
        rest.erase(0, at + length);
    };
    while (true) {
        std::size_t best = std::string::npos;
        std::size_t length = 0;
        for (const std::string_view sign : {", dan ", ", ", " dan ", " and ", " & ", " serta ", " / ", " - "})
            if (const std::size_t at = rest.find(sign); at < best) {
                best = at;
                length = sign.size();
            }
        if (best == std::string::npos)
            break;
        cut(best, length);
    }
    parts.push_back(cleanText(rest));
    parts.erase(std::remove(parts.begin(), parts.end(), std::string()), parts.end());
    return parts;
}

void ImportRow::note(ImportField field, int column, const std::string& written, const RegionFinding& finding) {
    readings.push_back({column, field, written, finding});
    if (finding.match == RegionMatch::ambiguous || finding.match == RegionMatch::unmatched)
        waitForAnswer();
}

std::vector<core::RegionCode> ImportRow::regionsOfCell(const RegionText& text, int column, ImportField field,
                                                       bool several) {
    const std::string written = text.name.empty() ? text.code : text.name;
    const RegionFinding whole = tools_.region(text);
    if (found(whole) || !several) {
        note(field, column, written, whole);
        return found(whole) ? std::vector{whole.region} : std::vector<core::RegionCode>{};
    }
    // What parts only lists does so always; other signs only where every part is a region of its own.
    for (const bool strict : {true, false}) {
        const std::vector<std::string> parts = strict ? splitLines(written) : looseParts(written);
        if (parts.size() < 2)
            continue;
        std::vector<RegionFinding> findings;
        const std::vector<std::string> codesBeside = splitLines(text.code);
        for (std::size_t i = 0; i < parts.size(); ++i) {
            RegionText alone;
            (text.name.empty() ? alone.code : alone.name) = parts[i];
            if (strict && codesBeside.size() == parts.size())
                alone.code = codesBeside[i];
            alone.system = text.system;
            alone.group = text.group;
            findings.push_back(tools_.region(alone));
        }
        // "Paser, Kalimantan Timur" is no list: its second part only says where the first one lies.
        const auto provinces = std::count_if(findings.begin(), findings.end(), [](const RegionFinding& finding) {
            return found(finding) && finding.region.level() == core::RegionLevel::province;
        });
        const bool mixed = provinces > 0 && provinces < static_cast<std::ptrdiff_t>(findings.size());
        if (!strict && (mixed || !std::all_of(findings.begin(), findings.end(), found)))
            continue;
        std::vector<core::RegionCode> codes;
        for (std::size_t i = 0; i < parts.size(); ++i) {
            note(field, column, parts[i], findings[i]);
            if (found(findings[i]) && std::find(codes.begin(), codes.end(), findings[i].region) == codes.end())
                codes.push_back(findings[i].region);
        }
        return codes;
    }
    note(field, column, written, whole);
    return {};
}

std::vector<core::RegionCode> ImportRow::regions(const RegionFields& fields, bool several) {
    RegionText shared;
    const auto one = [&](std::optional<ImportField> field) { return field ? peek(*field) : std::string(); };
    shared.type = one(fields.type);
    shared.province = one(fields.province);
    // Of the row's own region; the other side of an agreement may lie anywhere.
    if (fields.name == ImportField::region)
        shared.group = group_;
    if (columns_.any(fields.code)) {
        shared.code = peek(fields.code);
        shared.system = columns_.of(fields.code).front()->codes;
    }
    std::vector<core::RegionCode> codes;
    const auto add = [&](const std::vector<core::RegionCode>& more) {
        for (const core::RegionCode& code : more)
            if (std::find(codes.begin(), codes.end(), code) == codes.end())
                codes.push_back(code);
    };
    const std::size_t before = readings.size();
    bool first = true;
    for (const ColumnChoice* const choice : columns_.of(fields.name)) {
        const std::string name = cleanText(cell(choice->column).text);
        if (name.empty() || isBlankLike(name))
            continue;
        RegionText text = first ? shared : RegionText{};
        // A code in a column of names is a code.
        const bool isCode = name.find_first_not_of("0123456789.") == std::string::npos;
        if (isCode && text.code.empty())
            text.code = name;
        else
            text.name = name;
        add(regionsOfCell(text, choice->column, fields.name, several));
        first = false;
    }
    if (first && !shared.code.empty())
        add(regionsOfCell(shared, columns_.of(fields.code).front()->column, fields.code, several));
    else if (first && !shared.province.empty() && fields.province) {
        // A table of provinces and their kabupaten/kota leaves the second cell blank where the province itself is
        // meant.
        RegionText province;
        province.name = shared.province;
        province.type = "Provinsi";
        add(regionsOfCell(province, columns_.of(*fields.province).front()->column, *fields.province, several));
    }
    for (std::size_t i = before; i < readings.size(); ++i) {
        CellFinding finding;
        finding.column = readings[i].column;
        finding.field = readings[i].field;
        finding.written = readings[i].written;
        if (found(readings[i].finding))
            finding.understood = tools_.shown(readings[i].finding.region);
        record(std::move(finding));
    }
    return codes;
}

} // namespace jejaring::data
