// SPDX-License-Identifier: MIT
// prepare(): from project and view to the values, classes and counts that map, legend and panels share.
#include "scene/map_view.hpp"

#include <algorithm>
#include <set>

namespace jejaring::scene {
namespace {

using analysis::ClassBreaks;
using analysis::ClassMethod;
using analysis::RegionValue;
using analysis::ValueState;

// Of the regions that hold a value of their own: what DKI Jakarta's units show is their province's.
std::vector<double> valuesToClass(const MapData& data) {
    std::vector<double> values;
    for (std::size_t i = 0; i < data.values.size(); ++i)
        if (data.values[i].state == ValueState::value && !data.impact.regions[i].provincial)
            values.push_back(data.values[i].value);
    return values;
}

// A class must not claim values beyond its edges: where some lie outside those that the user gave, there is one more
// class for them, to the end of the indicator's scale.
ClassBreaks reaching(ClassBreaks breaks, const std::vector<double>& values, analysis::IndicatorKind kind) {
    if (values.empty())
        return breaks;
    const std::vector<double> scale = analysis::fixedBreaks(kind).edges;
    const auto [low, high] = std::minmax_element(values.begin(), values.end());
    if (*low < breaks.edges.front())
        breaks.edges.insert(breaks.edges.begin(), std::min(*low, scale.front()));
    if (*high > breaks.edges.back())
        breaks.edges.push_back(std::max(*high, scale.back()));
    return breaks;
}

ClassBreaks breaksFor(const MapData& data) {
    const MapView& view = data.view;
    if (view.classMethod == ClassMethod::manual) {
        if (auto manual = analysis::manualBreaks(view.manualEdges))
            return reaching(*manual, valuesToClass(data), view.indicator);
    } else if (view.classMethod != ClassMethod::fixed) {
        ClassBreaks breaks = analysis::breaksOf(valuesToClass(data), view.classMethod, view.classCount);
        if (breaks.classCount() > 0)
            return breaks;
    }
    return analysis::fixedBreaks(view.indicator);
}

void count(MapData::LevelCount& counts, const MapData& data, std::size_t region) {
    const RegionValue& value = data.values[region];
    // A unit under provincial authority holds nothing of its own, so it is not counted a second time.
    const ValueState state = data.impact.regions[region].provincial ? ValueState::noRecord : value.state;
    switch (state) {
    case ValueState::noRecord:
        ++counts.noRecord;
        break;
    case ValueState::notEnoughData:
        ++counts.notEnoughData;
        break;
    case ValueState::zero:
        ++counts.zero;
        break;
    case ValueState::value:
        ++counts.perClass[data.breaks.classOf(value.value)];
        break;
    }
}

FactTotals totalsOf(const core::Project& project, const MapView& view, core::Day today, int leftOutUndated) {
    FactTotals totals;
    totals.all = static_cast<int>(project.agreements.size());
    totals.leftOutUndated = leftOutUndated;
    std::set<std::string> sources;
    std::set<std::string> replaced; // by an agreement in force: one chain, counted once
    std::vector<const core::Agreement*> standing;
    for (const core::Agreement& agreement : project.agreements) {
        if (!analysis::passes(view.filter, agreement, project))
            continue;
        ++totals.recorded;
        if (!agreement.sourceId.empty())
            sources.insert(agreement.sourceId);
        if (analysis::standingOn(agreement, view.date, today) == analysis::Standing::notInForce)
            continue;
        standing.push_back(&agreement);
        if (!agreement.replaces.empty())
            replaced.insert(agreement.replaces);
    }
    totals.sources = static_cast<int>(sources.size());
    totals.inForce = static_cast<int>(std::count_if(
        standing.begin(), standing.end(), [&](const core::Agreement* a) { return !replaced.contains(a->id); }));
    return totals;
}

} // namespace

std::string_view mapLevelId(MapLevel level) {
    switch (level) {
    case MapLevel::automatic:
        return "otomatis";
    case MapLevel::province:
        return "provinsi";
    case MapLevel::regency:
        break;
    }
    return "kabkota";
}

std::optional<MapLevel> parseMapLevel(std::string_view id) {
    for (const MapLevel level : {MapLevel::automatic, MapLevel::province, MapLevel::regency})
        if (id == mapLevelId(level))
            return level;
    return std::nullopt;
}

std::shared_ptr<const MapData> prepare(std::shared_ptr<const core::Project> project,
                                       std::shared_ptr<const geo::MapGeometry> geometry, const MapView& view,
                                       core::Day today) {
    auto data = std::make_shared<MapData>();
    data->project = project ? std::move(project) : std::make_shared<const core::Project>();
    data->geometry = std::move(geometry);
    data->view = view;
    data->today = today;
    const core::RegionCatalog& catalog = data->geometry->catalog();

    analysis::ImpactOptions options;
    options.date = view.date;
    options.today = today;
    options.weights = data->project->weights;
    options.filter = view.filter;
    options.ownOnly = view.ownOnly;
    data->impact = analysis::impactOf(*data->project, catalog, options);
    data->values = analysis::valuesOf(data->impact, view.indicator);
    data->breaks = breaksFor(*data);

    data->provinces.perClass.assign(data->breaks.classCount(), 0);
    data->regencies.perClass.assign(data->breaks.classCount(), 0);
    for (std::size_t i = 0; i < catalog.size(); ++i)
        count(i < catalog.provinceCount() ? data->provinces : data->regencies, *data, i);
    data->facts = totalsOf(*data->project, view, today, data->impact.leftOutUndated);
    return data;
}

} // namespace jejaring::scene
