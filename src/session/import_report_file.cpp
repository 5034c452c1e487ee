// SPDX-License-Identifier: MIT
#include "session/import_report_file.hpp"

#include "data/atomic_file.hpp"
#include "data/import/import_report.hpp"

#include <algorithm>
#include <cctype>
#include <span>

namespace jejaring::session {
namespace {

data::TableCell textCell(std::string text) {
    return text.empty() ? data::TableCell{} : data::TableCell{data::CellKind::text, std::move(text)};
}

void append(std::string& list, const std::string& piece, const char* between = "; ") {
    if (!piece.empty())
        list += (list.empty() ? "" : between) + piece;
}

// "Paser -> 64.01 (name)", "Bandung ? 32.04, 32.73 (ambiguous)".
std::string regionText(const data::RegionReading& reading) {
    if (reading.finding.match == data::RegionMatch::blank)
        return "";
    std::string text = reading.written;
    if (!reading.finding.region.empty()) {
        text += " -> " + reading.finding.region.text();
    } else {
        std::string candidates;
        for (const core::RegionCode& candidate : reading.finding.candidates)
            append(candidates, candidate.text(), ", ");
        text += " ? " + candidates;
    }
    return text + " (" + std::string(data::regionMatchId(reading.finding.match)) + ')';
}

std::string findingsText(const data::RowPlan& row) {
    std::string text;
    for (const core::Message& message : row.messages)
        append(text, core::englishText(message));
    for (const data::CellFinding& cell : row.cells) {
        std::string said;
        for (const data::Flag& flag : cell.flags)
            append(said, core::englishText(flag.message), ", ");
        if (cell.error)
            append(said, core::englishText(*cell.error), ", ");
        if (cell.conflict)
            append(said, "changed here, too: " + cell.before.value_or(""), ", ");
        if (!said.empty())
            append(text, std::string(data::importFieldId(cell.field)) + " \"" + cell.written + "\": " + said);
    }
    return text;
}

core::Outcome writeTable(const data::TableFile& file, const data::ImportPlan& plan, const std::string& path,
                         bool overwrite) {
    data::TableFile table;
    data::TableSheet& sheet = table.sheets.emplace_back();
    const auto add = [&sheet](std::vector<data::TableCell> cells) {
        sheet.rows.push_back({static_cast<int>(sheet.rows.size()) + 1, std::move(cells)});
    };
    std::vector<data::TableCell> headings;
    for (const char* heading : {"sheet", "row", "outcome", "key", "id", "regions", "remarks"})
        headings.push_back(textCell(heading));
    add(std::move(headings));
    for (const data::RowPlan& row : plan.rows) {
        std::string regions;
        for (const data::RegionReading& reading : row.regions)
            append(regions, regionText(reading));
        std::string remarks = findingsText(row);
        if (row.outcome == data::RowOutcome::duplicateInFile)
            append(remarks, "says the same as row " + std::to_string(row.sameAs));
        add({textCell(file.sheets[row.place.sheet].name),
             {data::CellKind::number, std::to_string(row.place.row)},
             textCell(std::string(data::rowOutcomeId(row.outcome))),
             textCell(row.key),
             textCell(row.id),
             textCell(std::move(regions)),
             textCell(std::move(remarks))});
    }
    return data::writeTableFile(table, path, overwrite);
}

} // namespace

core::Outcome writeImportReportFile(const data::TableFile& file, const data::ImportMapping& mapping,
                                    const data::ImportPlan& plan, const std::string& path, bool overwrite) {
    std::string ending = path.size() < 4 ? "" : path.substr(path.size() - 4);
    std::transform(ending.begin(), ending.end(), ending.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    if (ending == ".csv")
        return writeTable(file, plan, path, overwrite);
    core::Result<data::AtomicFile> written = data::AtomicFile::create(path, overwrite);
    if (!written)
        return core::Outcome::failure(written.messages());
    data::writeImportReport(file, mapping, plan, [&written](std::string_view text) {
        written.value().write(std::as_bytes(std::span(text.data(), text.size())));
    });
    return written.value().commit();
}

} // namespace jejaring::session
