// SPDX-License-Identifier: MIT
#include "data/boundary_report.hpp"

#include "core/region.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <iterator>

namespace jejaring::data {

const char* toText(MatchMethod method) {
    switch (method) {
    case MatchMethod::exact:
        return "exact";
    case MatchMethod::alias:
        return "alias";
    case MatchMethod::fuzzy:
        return "fuzzy";
    case MatchMethod::rebuilt:
        return "rebuilt";
    }
    return "exact";
}

std::size_t BoundaryReport::count(MatchMethod method) const {
    return static_cast<std::size_t>(
        std::count_if(matches.begin(), matches.end(), [method](const RegionMatch& m) { return m.method == method; }));
}

std::string reportText(const BoundaryReport& report) {
    std::string text;
    const auto out = std::back_inserter(text);
    fmt::format_to(out, "Provinces        {} of {}\n", report.provinces, core::kProvinceCount);
    fmt::format_to(out, "Kabupaten/kota   {} of {}\n", report.regencies, core::kRegencyCount);
    fmt::format_to(out, "  by name        {}\n", report.count(MatchMethod::exact));
    fmt::format_to(out, "  by alias       {}\n", report.count(MatchMethod::alias));
    fmt::format_to(out, "  by spelling    {}\n", report.count(MatchMethod::fuzzy));
    fmt::format_to(out, "  of kecamatan   {}\n", report.count(MatchMethod::rebuilt));
    fmt::format_to(out, "Lakes            {}\n", report.lakes);
    fmt::format_to(out, "Countries        {}, {} of them repaired\n", report.countries, report.repairedCountries);
    if (report.districts > 0)
        fmt::format_to(out, "Kecamatan        {}\n", report.districts);
    if (report.villages > 0)
        fmt::format_to(out, "Villages         {}\n", report.villages);
    fmt::format_to(out, "\nArea (km²)\n");
    fmt::format_to(out, "  source         {:.0f}\n", report.sourceArea);
    fmt::format_to(out, "  regions        {:.0f}\n", report.regencyArea);
    fmt::format_to(out, "  lakes          {:.0f}\n", report.lakeArea);
    fmt::format_to(out, "  overlaps       {:.1f} in {} places, each given to one side\n", report.overlapArea,
                   report.overlaps);
    fmt::format_to(out, "  gaps           {:.1f} in {} places, closed\n", report.gapArea, report.gaps);
    const double unexplained =
        report.regencyArea + report.lakeArea - (report.sourceArea - report.overlapArea + report.gapArea);
    fmt::format_to(out, "  unexplained    {:.1f}\n", unexplained);
    fmt::format_to(out, "Vertices         {}\n", report.vertices);

    fmt::format_to(out, "\nNot under today's name in the source\n");
    for (const RegionMatch& m : report.matches) {
        if (m.method == MatchMethod::alias || m.method == MatchMethod::fuzzy)
            fmt::format_to(out, "  {} {}: {} ({})\n", m.code, m.name, m.sourceName, toText(m.method));
        else if (m.method == MatchMethod::rebuilt)
            fmt::format_to(out, "  {} {}: of {} kecamatan and {} parts\n", m.code, m.name, m.kecamatan, m.splitPieces);
    }
    const auto doubtful =
        std::count_if(report.matches.begin(), report.matches.end(), [](const auto& m) { return !m.doubt.empty(); });
    fmt::format_to(out, "\nDoubtful         {}\n", doubtful);
    for (const RegionMatch& m : report.matches)
        if (!m.doubt.empty())
            fmt::format_to(out, "  {} {}: {}\n", m.code, m.name, m.doubt);
    if (!report.moved.empty()) {
        fmt::format_to(out, "\nMoved since the source was drawn, by the names of kecamatan and villages\n");
        for (const std::string& line : report.moved)
            fmt::format_to(out, "  {}\n", line);
    }
    fmt::format_to(out, "\nBuilt in {:.1f} s\n", report.seconds);
    return text;
}

} // namespace jejaring::data
