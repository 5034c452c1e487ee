// SPDX-License-Identifier: MIT
// What a project holds, in numbers: for `jejaring info` and for the window's summary.
#pragma once

#include "analysis/indicator_series.hpp"
#include "analysis/problems.hpp"
#include "core/project.hpp"

#include <nlohmann/json_fwd.hpp>

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace jejaring::data {

struct TableCount {
    std::string table; // as it is named in the file
    std::size_t rows = 0;
};

struct LevelInfo {
    int withRecord = 0; // regions with an agreement of their own, in force or not
    int zero = 0;       // of those, with none in force
    int noRecord = 0;
    int notEnoughData = 0;
    std::array<int, 5> perClass{}; // of the score: 0-20, 20-40, 40-60, 60-80, 80-100
};

struct RegionInfo {
    std::string code;
    std::string name;
    analysis::RegionImpact impact;
    std::optional<int> scoreClass; // 1 (lowest) to 5; nothing where unscored
};

struct ProjectInfo {
    std::string title;
    int schema = 0;
    std::string date; // ISO 8601, the day the scores are of
    std::vector<TableCount> tables;
    int agreements = 0;
    int chains = 0; // agreements, each counted once with those it replaced
    int inForce = 0;
    int assumed = 0; // of those in force
    int undated = 0;
    int leftOutUndated = 0; // that `date` leaves out
    std::string firstDate;  // of agreements and visits; empty where nothing is dated
    std::string lastDate;
    LevelInfo provinces;
    LevelInfo regencies;
    struct IndicatorInfo {
        std::string name;
        std::string unit;
        std::size_t values = 0; // rows
        analysis::SeriesExtent extent;
    };
    std::vector<IndicatorInfo> indicators; // what `jejaring export --indicator` can show besides the program's own
    std::vector<RegionInfo> regions;       // those with a record, in order of the catalog
    std::vector<analysis::Problem> problems;
};

[[nodiscard]] ProjectInfo projectInfo(const core::Project& project, const core::RegionCatalog& catalog, core::Day date,
                                      core::Day today);

// Rows of each table as saveProject writes them.
[[nodiscard]] std::vector<TableCount> tableCounts(const core::Project& project);

// Keys are stable: scripts read them. Problems carry their English text.
[[nodiscard]] nlohmann::ordered_json toJson(const ProjectInfo& info);

} // namespace jejaring::data
