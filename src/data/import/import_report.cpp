// SPDX-License-Identifier: MIT
#include "data/import/import_report.hpp"

#include "core/phrase.hpp"
#include "data/import/import_row.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace jejaring::data {
namespace {

using Json = nlohmann::ordered_json;

std::string text(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Json jsonOf(const core::Message& message, const ReportLanguage& language) {
    Json json;
    json["severity"] = message.severity == core::Severity::error     ? "error"
                       : message.severity == core::Severity::warning ? "warning"
                                                                     : "note";
    json["text"] = language.text(message);
    return json;
}

Json jsonOf(const RegionReading& reading, const ReportLanguage& language) {
    Json json;
    if (reading.column >= 0)
        json["column"] = columnLetter(reading.column);
    json["field"] = importFieldId(reading.field);
    json["written"] = reading.written;
    json["match"] = regionMatchId(reading.finding.match);
    if (!reading.finding.region.empty())
        json["region"] = reading.finding.region.text();
    if (reading.finding.region.empty()) {
        json["key"] = reading.finding.key;
        json["candidates"] = Json::array();
        for (const core::RegionCode& candidate : reading.finding.candidates)
            json["candidates"].push_back(candidate.text());
    }
    if (reading.finding.remark != nullptr)
        json["remark"] = language.text(core::note(reading.finding.remark));
    return json;
}

Json jsonOf(const CellFinding& cell, const ReportLanguage& language) {
    Json json;
    if (cell.column >= 0)
        json["column"] = columnLetter(cell.column);
    json["field"] = importFieldId(cell.field);
    json["written"] = cell.written;
    json["understood"] = cell.understood;
    for (const Flag& flag : cell.flags) {
        Json entry = jsonOf(flag.message, language);
        entry["flag"] = flagId(flag.kind);
        json["flags"].push_back(std::move(entry));
    }
    if (cell.error)
        json["error"] = language.text(*cell.error);
    if (cell.before)
        json["before"] = *cell.before;
    if (cell.conflict)
        json["conflict"] = true;
    return json;
}

Json jsonOf(const RowPlan& row, const TableFile& file, const ReportLanguage& language) {
    Json json;
    json["sheet"] = file.sheets[row.place.sheet].name;
    json["row"] = row.place.row;
    json["outcome"] = rowOutcomeId(row.outcome);
    if (!row.key.empty())
        json["key"] = row.key;
    if (!row.id.empty())
        json["id"] = row.id;
    if (row.sameAs > 0)
        json["same_as_row"] = row.sameAs;
    for (const RegionReading& reading : row.regions)
        json["regions"].push_back(jsonOf(reading, language));
    for (const CellFinding& cell : row.cells)
        json["cells"].push_back(jsonOf(cell, language));
    for (const core::Message& message : row.messages)
        json["messages"].push_back(jsonOf(message, language));
    return json;
}

bool wasWritten(RowOutcome outcome) {
    return outcome == RowOutcome::added || outcome == RowOutcome::updated || outcome == RowOutcome::unchanged;
}

bool isWarned(const CellFinding& cell) {
    return std::any_of(cell.flags.begin(), cell.flags.end(),
                       [](const Flag& flag) { return flag.message.severity != core::Severity::note; });
}

bool holdsData(const TableSheet& sheet, const SheetMapping& mapping, int column) {
    const auto at = static_cast<std::size_t>(column);
    return std::any_of(sheet.rows.begin(), sheet.rows.end(), [&](const TableRow& row) {
        return row.number > mapping.headerLast && at < row.cells.size() && row.cells[at].kind != CellKind::blank;
    });
}

std::string where(const TableFile& file, const RowPlace& place) {
    const std::string& sheet = file.sheets[place.sheet].name;
    return file.name + (sheet.empty() ? "" : " / " + sheet);
}

std::string shown(const core::RegionCode& code, const ReportLanguage& language) {
    const std::optional<core::RegionIndex> index =
        language.catalog == nullptr ? std::nullopt : language.catalog->find(code);
    return index ? (*language.catalog)[*index].name + " (" + code.text() + ")" : code.text();
}

// "32.73; Suwon" with the region's name in place of its code.
std::string namedSides(const std::string& text, const ReportLanguage& language) {
    std::vector<std::string> sides;
    for (const std::string& side : splitLines(text)) {
        const std::optional<core::RegionCode> code = core::RegionCode::parse(side);
        sides.push_back(code ? shown(*code, language) : side);
    }
    return sides.empty() ? text : joined(sides);
}

// Why a row was not written, in one line.
core::Message reasonOf(const TableFile& file, const RowPlan& row, const ReportLanguage& language) {
    const std::string at = where(file, row.place);
    const std::string number = std::to_string(row.place.row);
    for (const RegionReading& reading : row.regions) {
        if (!reading.finding.region.empty())
            continue;
        std::string candidates;
        for (const core::RegionCode& candidate : reading.finding.candidates)
            candidates += (candidates.empty() ? "" : ", ") + shown(candidate, language);
        const std::string remark =
            reading.finding.remark == nullptr ? "" : language.text(core::note(reading.finding.remark));
        if (reading.finding.match == RegionMatch::ambiguous && reading.finding.candidates.size() == 1)
            return core::warning(JEJARING_TR("{0}, row {1}: \"{2}\" may be {3}. {4}"),
                                 {at, number, reading.written, candidates, remark});
        if (reading.finding.match == RegionMatch::ambiguous)
            return core::warning(JEJARING_TR("{0}, row {1}: \"{2}\" may be several regions: {3}. {4}"),
                                 {at, number, reading.written, candidates, remark});
        if (candidates.empty())
            return core::warning(JEJARING_TR("{0}, row {1}: no region is called \"{2}\""),
                                 {at, number, reading.written});
        return core::warning(JEJARING_TR("{0}, row {1}: no region is called \"{2}\"; the nearest: {3}"),
                             {at, number, reading.written, candidates});
    }
    for (const CellFinding& cell : row.cells) {
        if (cell.conflict)
            return core::warning(
                JEJARING_TR("{0}, row {1}: \"{2}\" here, \"{3}\" in the file: which one counts is to be decided"),
                {at, number, namedSides(cell.before.value_or(""), language), namedSides(cell.understood, language)});
        if (cell.error && cell.written.empty())
            return core::warning(JEJARING_TR("{0}, row {1}: {2}"), {at, number, language.text(*cell.error)});
        if (cell.error)
            return core::warning(JEJARING_TR("{0}, row {1}, column {2}: not understood: \"{3}\""),
                                 {at, number, cell.column >= 0 ? columnLetter(cell.column) : "?", cell.written});
    }
    return core::warning(JEJARING_TR("{0}, row {1}: not understood"), {at, number});
}

// The first rows that another one of the file says already, those first that say something else beside.
std::vector<core::Message> duplicates(const TableFile& file, const ImportPlan& plan, const ReportLanguage& language) {
    constexpr std::size_t kMostRows = 10;
    std::vector<core::Message> lines;
    for (const bool saysMore : {true, false})
        for (const RowPlan& row : plan.rows) {
            if (row.outcome != RowOutcome::duplicateInFile || row.saysMore != saysMore || lines.size() == kMostRows)
                continue;
            const std::string at = where(file, row.place);
            const std::string number = std::to_string(row.place.row);
            lines.push_back(saysMore ? core::warning(JEJARING_TR("{0}, row {1}: {2}"),
                                                     {at, number, language.text(row.messages.front())})
                                     : core::note(JEJARING_TR("{0}, row {1}: says the same as row {2}"),
                                                  {at, number, std::to_string(row.sameAs)}));
        }
    if (const std::size_t all = plan.count(RowOutcome::duplicateInFile); all > kMostRows)
        lines.push_back(core::note(JEJARING_TR("and {0} more {0:row|rows} twice in the file; --report lists them all"),
                                   {core::counted(all - kMostRows)}));
    return lines;
}

// The cells of rows that are written and ask for a look: first those that were not understood, then the doubtful ones.
std::vector<core::Message> cellsToCheck(const TableFile& file, const ImportPlan& plan, const ReportLanguage& language) {
    constexpr std::size_t kMostCells = 10;
    std::vector<core::Message> lines;
    std::size_t all = 0;
    for (const bool unread : {true, false})
        for (const RowPlan& row : plan.rows)
            for (const CellFinding& cell : row.cells) {
                if (!wasWritten(row.outcome) || cell.error.has_value() != unread || (!unread && !isWarned(cell)))
                    continue;
                if (++all > kMostCells)
                    continue;
                const std::string number = std::to_string(row.place.row);
                const std::string column = cell.column >= 0 ? columnLetter(cell.column) : "?";
                const std::string at = where(file, row.place);
                if (unread) {
                    lines.push_back(core::warning(JEJARING_TR("{0}, row {1}, column {2}: not understood: \"{3}\""),
                                                  {at, number, column, cell.written}));
                    continue;
                }
                const auto flag = std::find_if(cell.flags.begin(), cell.flags.end(), [](const Flag& each) {
                    return each.message.severity != core::Severity::note;
                });
                lines.push_back(core::warning(JEJARING_TR("{0}, row {1}, column {2}: {3}"),
                                              {at, number, column, language.text(flag->message)}));
            }
    if (all > kMostCells)
        lines.push_back(core::note(JEJARING_TR("and {0} more {0:cell|cells}; --report lists them all"),
                                   {core::counted(all - kMostCells)}));
    if (all > 0)
        lines.insert(lines.begin(),
                     core::note(JEJARING_TR("Cells of written rows that deserve a look: {0}"), {core::counted(all)}));
    return lines;
}

} // namespace

std::size_t unreadCells(const RowPlan& row) {
    if (!wasWritten(row.outcome))
        return 0;
    return static_cast<std::size_t>(std::count_if(row.cells.begin(), row.cells.end(),
                                                  [](const CellFinding& cell) { return cell.error.has_value(); }));
}

bool deservesLook(const RowPlan& row) {
    return row.saysMore ||
           (wasWritten(row.outcome) && std::any_of(row.cells.begin(), row.cells.end(), [](const CellFinding& cell) {
                return cell.error || isWarned(cell);
            }));
}

void writeImportReport(const TableFile& file, const ImportMapping& mapping, const ImportPlan& plan,
                       const std::function<void(std::string_view)>& write, const ReportLanguage& language) {
    Json head;
    head["file"] = file.name;
    head["format"] = tableFormatName(file.format);
    if (!file.encoding.empty())
        head["encoding"] = file.encoding;
    if (file.separator != '\0')
        head["separator"] = std::string(1, file.separator);
    head["changes"] = plan.changes();
    for (std::size_t i = 0; i < kRowOutcomeCount; ++i)
        head["counts"][std::string(rowOutcomeId(static_cast<RowOutcome>(i)))] = plan.counts[i];
    head["added"] = Json::object();
    for (const auto& [table, count] : plan.addedByTable)
        head["added"][table] = count;
    head["mapping"] = Json::parse(mappingText(mapping), nullptr, false);
    for (const core::Message& message : plan.messages)
        head["messages"].push_back(jsonOf(message, language));
    std::string opening = text(head);
    opening.pop_back(); // the rows follow within the same object
    write(opening);
    write(",\"rows\":[");
    for (std::size_t i = 0; i < plan.rows.size(); ++i)
        write((i == 0 ? "\n" : ",\n") + text(jsonOf(plan.rows[i], file, language)));
    write("\n]}\n");
}

std::vector<core::Message> importSummary(const TableFile& file, const ImportMapping& mapping, const ImportPlan& plan,
                                         const ReportLanguage& language) {
    constexpr std::size_t kMostRows = 12;
    std::vector<core::Message> lines;
    for (const SheetMapping& sheet : mapping.sheets) {
        const std::string name = where(file, {sheet.index, 0});
        if (!sheet.kind) {
            lines.push_back(core::note(JEJARING_TR("{0}: skipped"), {name}));
            continue;
        }
        std::size_t known = 0;
        std::string unknown;
        for (const ColumnChoice& choice : sheet.columns) {
            known += choice.field.has_value();
            const bool out = !choice.field && !choice.ignored;
            if (out && (!choice.heading.empty() || holdsData(file.sheets[sheet.index], sheet, choice.column)))
                unknown += (unknown.empty() ? "" : ", ") +
                           (choice.heading.empty() ? columnLetter(choice.column) : choice.heading);
        }
        lines.push_back(core::note(JEJARING_TR("{0}: read as {1}, {2} {2:column|columns} understood"),
                                   {name, core::phrase(importKindLabel(*sheet.kind)), std::to_string(known)}));
        if (!unknown.empty())
            lines.push_back(core::note(JEJARING_TR("{0}: columns left out: {1}"), {name, unknown}));
    }
    const auto count = [&](RowOutcome outcome) { return core::counted(plan.count(outcome)); };
    lines.push_back(core::note(JEJARING_TR("Rows: {0} added, {1} updated, {2} unchanged, {3} twice in the file"),
                               {count(RowOutcome::added), count(RowOutcome::updated), count(RowOutcome::unchanged),
                                count(RowOutcome::duplicateInFile)}));
    lines.push_back(core::note(JEJARING_TR("Not written: {0} {0:wants|want} an answer, {1} not understood"),
                               {count(RowOutcome::needsAnswer), count(RowOutcome::rejected)}));
    const std::size_t around = plan.count(RowOutcome::blank) + plan.count(RowOutcome::totals) +
                               plan.count(RowOutcome::heading) + plan.count(RowOutcome::title) +
                               plan.count(RowOutcome::skipped) + plan.count(RowOutcome::leftOut);
    lines.push_back(core::note(JEJARING_TR("Rows without data (headings, titles, totals, blank, skipped): {0}"),
                               {core::counted(around)}));
    const std::vector<core::Message> twice = duplicates(file, plan, language);
    lines.insert(lines.end(), twice.begin(), twice.end());
    const std::vector<core::Message> cells = cellsToCheck(file, plan, language);
    lines.insert(lines.end(), cells.begin(), cells.end());
    lines.insert(lines.end(), plan.messages.begin(), plan.messages.end());
    std::size_t listed = 0;
    for (const RowPlan& row : plan.rows) {
        if (row.outcome != RowOutcome::needsAnswer && row.outcome != RowOutcome::rejected)
            continue;
        if (listed++ == kMostRows) {
            lines.push_back(core::note(JEJARING_TR("and {0} more {0:row|rows}; --report lists them all"),
                                       {core::counted(plan.open() - kMostRows)}));
            break;
        }
        lines.push_back(reasonOf(file, row, language));
    }
    return lines;
}

} // namespace jejaring::data
