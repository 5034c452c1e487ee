// SPDX-License-Identifier: MIT
// prepare(): from project and view to the values, classes and counts that map, legend and panels share.
#include "scene/map_view.hpp"

#include "analysis/indicator_series.hpp"

#include <algorithm>
#include <set>

namespace jejaring::scene {
namespace {

using analysis::ClassBreaks;
using analysis::ClassMethod;
using analysis::IndicatorKind;
using analysis::RegionValue;
using analysis::ValueState;

// Of the regions that hold a value of their own: what DKI Jakarta's units show is their province's. Of a series those
// of the level shown: an amount of a province may be the sum of its kabupaten/kota, and would leave their map without
// its upper classes.
std::vector<double> valuesToClass(const MapData& data) {
    std::vector<double> values;
    const std::size_t provinces = data.geometry->catalog().provinceCount();
    const bool series = data.view.indicator.isSeries();
    for (std::size_t i = 0; i < data.values.size(); ++i) {
        if (series && data.view.level == (i < provinces ? MapLevel::regency : MapLevel::province))
            continue;
        if (data.values[i].state == ValueState::value && !data.values[i].provincial)
            values.push_back(data.values[i].value);
    }
    return values;
}

// A class must not claim values beyond its edges: where some lie outside those that the user gave, there is one more
// class for them, to the end of the indicator's scale; a series ends with its values.
ClassBreaks reaching(ClassBreaks breaks, const std::vector<double>& values,
                     const analysis::IndicatorChoice& indicator) {
    if (values.empty())
        return breaks;
    const auto [low, high] = std::minmax_element(values.begin(), values.end());
    double first = *low;
    double last = *high;
    if (!indicator.isSeries()) {
        const std::vector<double> scale = analysis::fixedBreaks(indicator.kind).edges;
        first = std::min(first, scale.front());
        last = std::max(last, scale.back());
    }
    if (*low < breaks.edges.front())
        breaks.edges.insert(breaks.edges.begin(), first);
    if (*high > breaks.edges.back())
        breaks.edges.push_back(last);
    return breaks;
}

// One ramp from the lowest to the highest class, of series that cross zero too: the classes say which side of it they
// are on, and a second ramp would need colours that stay apart from this one's for every kind of sight.
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
    if (view.indicator.isSeries())
        return analysis::breaksOf(valuesToClass(data), ClassMethod::quantile, view.classCount);
    return analysis::fixedBreaks(view.indicator.kind);
}

void count(MapData::LevelCount& counts, const MapData& data, std::size_t region) {
    const RegionValue& value = data.values[region];
    // A unit under provincial authority holds nothing of its own, so it is not counted a second time.
    switch (analysis::ownState(value)) {
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
        if (!counts.perClass.empty()) // no classes: the level shown has no value of the series
            ++counts.perClass[data.breaks.classOf(value.value)];
        break;
    }
}

void takeSeries(MapData& data) {
    const std::string& id = data.view.indicator.seriesId;
    analysis::SeriesOnDay series = analysis::seriesOnDay(*data.project, data.geometry->catalog(), id, data.view.date);
    data.values = std::move(series.values);
    const core::Indicator* indicator = core::findIndicator(*data.project, id);
    data.series = {indicator->name, indicator->unit, series.first, series.last, std::move(series.sourceIds),
                   series.decimals};
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

void chooseIndicator(MapView& view, const analysis::IndicatorChoice& indicator) {
    if (view.indicator == indicator)
        return;
    if (indicator.isSeries() != view.indicator.isSeries() || view.classMethod == ClassMethod::manual)
        view.classMethod = indicator.isSeries() ? ClassMethod::quantile : ClassMethod::fixed;
    view.manualEdges.clear();
    view.indicator = indicator;
}

MapView viewFor(const core::Project& project, MapView view) {
    if (view.indicator.isSeries() && core::findIndicator(project, view.indicator.seriesId) == nullptr)
        chooseIndicator(view, IndicatorKind::impact);
    if (view.indicator.isSeries() && view.classMethod == ClassMethod::fixed)
        view.classMethod = ClassMethod::quantile;
    return view;
}

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

analysis::FactScope scopeOf(const MapData& data) {
    return {data.view.date, data.today, data.view.filter, data.view.ownOnly};
}

std::shared_ptr<const MapData> prepare(std::shared_ptr<const core::Project> project,
                                       std::shared_ptr<const geo::MapGeometry> geometry, const MapView& view,
                                       core::Day today) {
    auto data = std::make_shared<MapData>();
    data->project = project ? std::move(project) : std::make_shared<const core::Project>();
    data->geometry = std::move(geometry);
    data->view = viewFor(*data->project, view);
    data->today = today;
    const core::RegionCatalog& catalog = data->geometry->catalog();

    data->impact = analysis::impactOf(*data->project, catalog, {scopeOf(*data), data->project->weights});
    if (data->view.indicator.isSeries())
        takeSeries(*data);
    else
        data->values = analysis::valuesOf(data->impact, data->view.indicator.kind);
    data->breaks = breaksFor(*data);

    data->provinces.perClass.assign(data->breaks.classCount(), 0);
    data->regencies.perClass.assign(data->breaks.classCount(), 0);
    for (std::size_t i = 0; i < catalog.size(); ++i)
        count(i < catalog.provinceCount() ? data->provinces : data->regencies, *data, i);
    data->facts = totalsOf(*data->project, view, today, data->impact.leftOutUndated);
    return data;
}

} // namespace jejaring::scene
