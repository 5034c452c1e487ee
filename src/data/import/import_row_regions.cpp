// SPDX-License-Identifier: MIT
// Regions that a row names: one, or several in one cell.
#include "data/import/import_row.hpp"

#include <algorithm>
#include <array>

namespace jejaring::data {
namespace {

bool found(const RegionFinding& finding) {
    return !finding.region.empty();
}

// How a part of a text follows the one before it: as another entry of a list, or in a way that may also explain it.
enum class Sign : std::uint8_t { list, comma, dash };
struct Part {
    std::string text;
    Sign sign = Sign::list;
};

std::vector<Part> partsOf(const std::string& text) {
    struct Mark {
        std::string_view text;
        Sign sign;
    };
    static constexpr std::array<Mark, 9> kMarks{{{", dan ", Sign::list},
                                                 {", ; ", Sign::list},
                                                 {", ", Sign::comma},
                                                 {" dan ", Sign::list},
                                                 {" and ", Sign::list},
                                                 {" & ", Sign::list},
                                                 {" serta ", Sign::list},
                                                 {" / ", Sign::list},
                                                 {" - ", Sign::dash}}};
    std::vector<Part> parts;
    std::string_view rest = text;
    Sign sign = Sign::list;
    while (true) {
        std::size_t best = std::string_view::npos;
        const Mark* mark = nullptr;
        for (const Mark& each : kMarks)
            if (const std::size_t at = rest.find(each.text); at < best) {
                best = at;
                mark = &each;
            }
        if (std::string part = cleanText(rest.substr(0, best)); !part.empty())
            parts.push_back({std::move(part), sign});
        if (mark == nullptr)
            return parts;
        sign = mark->sign;
        rest.remove_prefix(best + mark->text.size());
    }
}

bool saysProvince(const std::string& text) {
    const std::string key = wordKey(text) + " ";
    return key.starts_with("provinsi ") || key.starts_with("propinsi ") || key.starts_with("prov ");
}

// The government of a province is a side of its own wherever it stands.
bool saysGovernment(const std::string& text) {
    const std::string key = wordKey(text) + " ";
    return key.starts_with("pemprov ") || key.starts_with("pemprop ") || key.starts_with("pemerintah ") ||
           key.starts_with("pemda ") || key.starts_with("gubernur ");
}

} // namespace

std::vector<std::string> looseParts(const std::string& text) {
    std::vector<std::string> parts;
    for (Part& part : partsOf(text))
        parts.push_back(std::move(part.text));
    return parts;
}

std::vector<std::string> listedRegions(const std::string& text, ReadingTools& tools) {
    std::string spaced;
    for (const char c : text)
        spaced += c == '/' ? std::string(" / ") : c == ';' ? std::string(", ; ") : std::string(1, c);
    std::vector<Part> parts = partsOf(spaced);
    if (parts.size() < 2)
        return {};
    std::vector<core::RegionCode> codes;
    for (const Part& part : parts) {
        RegionText alone;
        alone.name = part.text;
        const RegionFinding& finding = tools.region(alone);
        if (!found(finding) || std::find(codes.begin(), codes.end(), finding.region) != codes.end())
            return {};
        codes.push_back(finding.region);
    }
    // A province after a comma or a dash says where the region before it lies: "Kota Surabaya, Jawa Timur".
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const bool comma = i > 0 && parts[i].sign != Sign::list;
        const bool next = i + 1 < parts.size() && parts[i + 1].sign == Sign::list;
        const bool first = i == 0 && (next || (parts[1].sign == Sign::comma && saysProvince(parts[0].text)));
        if (codes[i].level() == core::RegionLevel::province && !saysGovernment(parts[i].text) && !first &&
            (comma || i == 0))
            return {};
    }
    std::vector<std::string> texts;
    for (Part& part : parts)
        texts.push_back(std::move(part.text));
    return texts;
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
    const std::vector<std::string> listed = several && text.code.empty() && whole.match != RegionMatch::answer
                                                ? listedRegions(written, tools_)
                                                : std::vector<std::string>{};
    // Semicolons part entries, whatever stands between them.
    const bool parted = several && written.find(';') != std::string::npos && splitLines(written).size() > 1 &&
                        whole.match != RegionMatch::answer;
    if (!listed.empty()) {
        std::vector<core::RegionCode> codes;
        for (const std::string& part : listed) {
            RegionText alone;
            alone.name = part;
            const RegionFinding& finding = tools_.region(alone);
            note(field, column, part, finding);
            codes.push_back(finding.region);
        }
        return codes;
    }
    if ((found(whole) && !parted) || !several) {
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
        // A code in a column of names is a code, "64,01" too.
        const bool isCode =
            name.find_first_not_of("0123456789.") == std::string::npos ||
            (name.size() == 5 && name[2] == ',' && name.find_first_not_of("0123456789,") == std::string::npos);
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
