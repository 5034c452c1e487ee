// SPDX-License-Identifier: MIT
#include "data/project/project_info.hpp"

#include "analysis/class_breaks.hpp"
#include "analysis/project_index.hpp"
#include "data/project/project_rows.hpp"
#include "data/project/project_store.hpp"

#include <algorithm>

#include <nlohmann/json.hpp>

namespace jejaring::data {
namespace {

using analysis::RegionImpact;
using analysis::ValueState;
using nlohmann::ordered_json;

const char* stateId(ValueState state) {
    switch (state) {
    case ValueState::noRecord:
        return "no_record";
    case ValueState::notEnoughData:
        return "not_enough_data";
    case ValueState::zero:
        return "zero";
    case ValueState::value:
        return "value";
    }
    return "";
}

// The earliest and the latest day that anything in the project may be of.
void findSpan(const core::Project& project, ProjectInfo& info) {
    std::optional<core::PartialDate> first;
    std::optional<core::PartialDate> last;
    const auto consider = [&](const std::optional<core::PartialDate>& date) {
        if (!date)
            return;
        if (!first || date->earliest() < first->earliest())
            first = date;
        if (!last || date->latest() > last->latest())
            last = date;
    };
    for (const core::Agreement& agreement : project.agreements) {
        consider(agreement.signedOn);
        consider(agreement.endedOn);
        for (const core::StageReached& stage : agreement.stages)
            consider(stage.date);
    }
    for (const core::Visit& visit : project.visits) {
        consider(visit.start);
        consider(visit.end);
        for (const core::Stop& stop : visit.stops)
            consider(stop.date);
    }
    for (const core::Activity& activity : project.activities) {
        consider(activity.start);
        consider(activity.end);
    }
    info.firstDate = first ? first->iso() : "";
    info.lastDate = last ? last->iso() : "";
}

void countAgreements(const core::Project& project, core::Day date, core::Day today, ProjectInfo& info) {
    info.agreements = static_cast<int>(project.agreements.size());
    info.chains = static_cast<int>(analysis::AgreementChains(project).count());
    for (const core::Agreement& agreement : project.agreements) {
        const analysis::Standing standing = analysis::standingOn(agreement, date, today);
        info.inForce += standing != analysis::Standing::notInForce ? 1 : 0;
        info.assumed += standing == analysis::Standing::inForceAssumed ? 1 : 0;
        const bool dated = agreement.signedOn || std::any_of(agreement.stages.begin(), agreement.stages.end(),
                                                             [](const auto& stage) { return stage.date.has_value(); });
        info.undated += dated ? 0 : 1;
    }
}

void addRegion(const core::Region& region, const RegionImpact& impact, ProjectInfo& info) {
    LevelInfo& level = region.level() == core::RegionLevel::province ? info.provinces : info.regencies;
    if (impact.provincial || impact.state == ValueState::noRecord) {
        ++level.noRecord;
        return;
    }
    ++level.withRecord;
    RegionInfo of{region.code.text(), region.name, impact, std::nullopt};
    if (impact.state == ValueState::zero) {
        ++level.zero;
    } else if (impact.state == ValueState::notEnoughData) {
        ++level.notEnoughData;
    } else {
        const std::size_t scoreClass = analysis::fixedBreaks(analysis::IndicatorKind::impact).classOf(impact.score);
        ++level.perClass.at(scoreClass);
        of.scoreClass = static_cast<int>(scoreClass) + 1;
    }
    info.regions.push_back(std::move(of));
}

ordered_json toJson(const LevelInfo& level) {
    return {{"with_record", level.withRecord},
            {"zero", level.zero},
            {"no_record", level.noRecord},
            {"not_enough_data", level.notEnoughData},
            {"per_class", level.perClass}};
}

ordered_json toJson(const RegionInfo& region) {
    const RegionImpact& impact = region.impact;
    const bool scored = region.scoreClass.has_value();
    return {{"code", region.code},
            {"name", region.name},
            {"state", stateId(impact.state)},
            {"score", scored ? ordered_json(impact.score) : ordered_json()},
            {"class", scored ? ordered_json(*region.scoreClass) : ordered_json()},
            {"cooperation", impact.cooperation},
            {"countries", impact.countries},
            {"sectors", impact.sectors},
            {"recorded", impact.recorded},
            {"in_force", impact.inForce},
            {"assumed", impact.assumed},
            {"country_count", impact.countryCount},
            {"sector_count", impact.sectorCount},
            {"completeness", impact.completeness}};
}

ordered_json textOrNull(const std::string& text) {
    return text.empty() ? ordered_json() : ordered_json(text);
}

} // namespace

std::vector<TableCount> tableCounts(const core::Project& project) {
    const ProjectRowsView rows = rowsOf(project);
    std::vector<TableCount> counts;
    forEachTable(rows, [&](const char* name, const char*, const auto& table) {
        counts.push_back({name, table.size()});
    });
    return counts;
}

ProjectInfo projectInfo(const core::Project& project, const core::RegionCatalog& catalog, core::Day date,
                        core::Day today) {
    ProjectInfo info;
    info.title = project.title;
    info.schema = kProjectSchema;
    info.date = core::isoText(date);
    info.tables = tableCounts(project);
    countAgreements(project, date, today, info);
    findSpan(project, info);
    const analysis::ImpactTable impact =
        analysis::impactOf(project, catalog, {{date, today, {}, false}, project.weights});
    info.leftOutUndated = impact.leftOutUndated;
    for (std::size_t i = 0; i < catalog.size(); ++i)
        addRegion(catalog[static_cast<core::RegionIndex>(i)], impact.regions[i], info);
    for (analysis::SeriesExtent& extent : analysis::seriesExtents(project, catalog)) {
        const core::Indicator& indicator = project.indicators[info.indicators.size()];
        const auto values = std::count_if(project.indicatorValues.begin(), project.indicatorValues.end(),
                                          [&](const auto& value) { return value.indicatorId == indicator.id; });
        info.indicators.push_back(
            {indicator.name, indicator.unit, static_cast<std::size_t>(values), std::move(extent)});
    }
    info.problems = analysis::findProblems(project, catalog);
    return info;
}

ordered_json toJson(const ProjectInfo& info) {
    ordered_json tables = ordered_json::object();
    for (const TableCount& count : info.tables)
        tables[count.table] = count.rows;
    ordered_json regions = ordered_json::array();
    for (const RegionInfo& region : info.regions)
        regions.push_back(toJson(region));
    ordered_json indicators = ordered_json::array();
    for (const ProjectInfo::IndicatorInfo& indicator : info.indicators)
        indicators.push_back({{"id", indicator.extent.indicatorId},
                              {"name", indicator.name},
                              {"unit", indicator.unit},
                              {"values", indicator.values},
                              {"provinces", indicator.extent.provinces},
                              {"regencies", indicator.extent.regencies},
                              {"first", indicator.extent.first ? indicator.extent.first->iso() : ""},
                              {"last", indicator.extent.last ? indicator.extent.last->iso() : ""}});
    ordered_json problems = ordered_json::array();
    for (const analysis::Problem& problem : info.problems)
        problems.push_back({{"kind", analysis::problemKindId(problem.kind)},
                            {"table", problem.table},
                            {"id", problem.id},
                            {"text", core::englishText(problem.message)}});
    return {{"title", info.title},
            {"schema", info.schema},
            {"date", info.date},
            {"tables", std::move(tables)},
            {"agreements",
             {{"recorded", info.agreements},
              {"chains", info.chains},
              {"in_force", info.inForce},
              {"assumed", info.assumed},
              {"undated", info.undated},
              {"left_out_undated", info.leftOutUndated}}},
            {"span", {{"first", textOrNull(info.firstDate)}, {"last", textOrNull(info.lastDate)}}},
            {"levels", {{"province", toJson(info.provinces)}, {"regency", toJson(info.regencies)}}},
            {"indicators", std::move(indicators)},
            {"regions", std::move(regions)},
            {"problems", std::move(problems)}};
}

} // namespace jejaring::data
