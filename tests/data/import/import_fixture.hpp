// SPDX-License-Identifier: MIT
// What tests of imports share: some regions, the program's own lists, small tables, and reports in a few words.
#pragma once

#include "data/import/import_assets.hpp"
#include "data/import/import_plan.hpp"
#include "support/named_region.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace jejaring::test {

inline const core::RegionCatalog& importCatalog() {
    static const core::RegionCatalog kCatalog({
        namedRegion("11", "Aceh", "11"),
        namedRegion("32", "Jawa Barat", "32"),
        namedRegion("33", "Jawa Tengah", "33"),
        namedRegion("35", "Jawa Timur", "35"),
        namedRegion("63", "Kalimantan Selatan", "63"),
        namedRegion("64", "Kalimantan Timur", "64"),
        namedRegion("73", "Sulawesi Selatan", "73"),
        namedRegion("91", "Papua", "94"),
        namedRegion("92", "Papua Barat", "91"),
        namedRegion("96", "Papua Barat Daya"),
        namedRegion("11.10", "Kabupaten Aceh Singkil", "1102"),
        namedRegion("32.73", "Kota Bandung", "3273"),
        namedRegion("32.04", "Kabupaten Bandung", "3204"),
        namedRegion("32.79", "Kota Banjar", "3279"),
        namedRegion("63.03", "Kabupaten Banjar", "6303"),
        namedRegion("33.26", "Kabupaten Pekalongan", "3326"),
        namedRegion("33.75", "Kota Pekalongan", "3375"),
        namedRegion("33.74", "Kota Semarang", "3374"),
        namedRegion("33.22", "Kabupaten Semarang", "3322"),
        namedRegion("35.78", "Kota Surabaya", "3578"),
        namedRegion("35.73", "Kota Malang", "3573"),
        namedRegion("35.07", "Kabupaten Malang", "3507"),
        namedRegion("64.01", "Kabupaten Paser", "6401"),
        namedRegion("64.71", "Kota Balikpapan", "6471"),
        namedRegion("64.72", "Kota Samarinda", "6472"),
        namedRegion("73.71", "Kota Makassar", "7371"),
        namedRegion("91.71", "Kota Jayapura", "9471"),
        namedRegion("96.71", "Kota Sorong", "9171"),
    });
    return kCatalog;
}

inline const data::ImportAssets& importAssets() {
    static const data::ImportAssets kAssets = [] {
        core::Result<data::ImportAssets> assets = data::readImportAssets(JEJARING_SOURCE_DIR "/assets");
        EXPECT_TRUE(assets) << core::englishText(assets.error());
        for (const core::Message& message : assets.messages())
            ADD_FAILURE() << core::englishText(message);
        return std::move(assets).value();
    }();
    return kAssets;
}

inline data::ImportContext importContext(std::string now = "2026-01-02T03:04:05Z") {
    return {importCatalog(),        importAssets().words, importAssets().countries,
            importAssets().aliases, std::move(now),       {}};
}

inline core::Project emptyProject() {
    core::Project project;
    project.stages = importAssets().vocabulary.stages;
    project.sectors = importAssets().vocabulary.sectors;
    return project;
}

// Rows by line, cells by "|"; every cell is text.
inline data::TableFile table(std::string_view text, const std::string& name = "tabel.csv") {
    data::TableFile file;
    file.name = file.path = name;
    file.sheets.emplace_back();
    int number = 0;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        std::string_view line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        data::TableRow row;
        row.number = ++number;
        if (line.empty())
            continue;
        while (true) {
            const std::size_t bar = std::min(line.find('|'), line.size());
            const std::string cell(line.substr(0, bar));
            row.cells.push_back({cell.empty() ? data::CellKind::blank : data::CellKind::text, cell});
            if (bar == line.size())
                break;
            line.remove_prefix(bar + 1);
        }
        while (!row.cells.empty() && row.cells.back().kind == data::CellKind::blank)
            row.cells.pop_back();
        if (!row.cells.empty())
            file.sheets.back().rows.push_back(std::move(row));
    }
    return file;
}

inline data::ImportMapping mappingOf(const data::TableFile& file, std::optional<data::ImportKind> kind = std::nullopt) {
    return data::proposeMapping(file, importAssets().headings, kind);
}

inline data::ImportPlan planOf(const core::Project& base, const data::TableFile& file,
                               const data::ImportAnswers& answers = {},
                               std::optional<data::ImportKind> kind = std::nullopt) {
    core::Result<data::ImportPlan> plan = data::planImport(base, file, mappingOf(file, kind), answers, importContext());
    if (!plan) {
        ADD_FAILURE() << core::englishText(plan.error());
        data::ImportPlan none;
        none.result = std::make_shared<core::Project>(base);
        return none;
    }
    return std::move(plan).value();
}

// "3 added 35.78", "4 rejected partner!", "5 added 64.01 signed_on:weekday_differs", "6 duplicate_in_file =3",
// "7 needs_answer region?33.26,33.75"; of several sheets "sheet/7 ...".
inline std::string reportLine(const data::TableFile& file, const data::RowPlan& row) {
    std::ostringstream line;
    if (file.sheets.size() > 1)
        line << file.sheets[row.place.sheet].name << '/';
    line << row.place.row << ' ' << data::rowOutcomeId(row.outcome);
    if (row.sameAs > 0)
        line << " =" << row.sameAs;
    for (const data::RegionReading& reading : row.regions) {
        if (!reading.finding.region.empty()) {
            line << ' ' << reading.finding.region.text();
            continue;
        }
        line << ' ' << data::importFieldId(reading.field) << '?';
        for (std::size_t i = 0; i < reading.finding.candidates.size() && i < 2; ++i)
            line << (i == 0 ? "" : ",") << reading.finding.candidates[i].text();
    }
    for (const data::CellFinding& cell : row.cells) {
        for (const data::Flag& flag : cell.flags)
            line << ' ' << data::importFieldId(cell.field) << ':' << data::flagId(flag.kind);
        if (cell.error)
            line << ' ' << data::importFieldId(cell.field) << '!';
        if (cell.before)
            line << ' ' << data::importFieldId(cell.field) << (cell.conflict ? "#" : "~");
    }
    return line.str();
}

inline std::vector<std::string> reportLines(const data::TableFile& file, const data::ImportPlan& plan) {
    std::vector<std::string> lines;
    for (const data::RowPlan& row : plan.rows)
        lines.push_back(reportLine(file, row));
    return lines;
}

} // namespace jejaring::test
