// SPDX-License-Identifier: MIT
#include "ui/panel/details_panel.hpp"

#include "ui/widget/widgets.hpp"
#include "ui/widget/words.hpp"

#include <algorithm>
#include <unordered_set>

namespace jejaring::ui {

namespace {

// A region's place among those of its level that have a number, the highest first; 0 where it has none.
std::pair<int, int> rankOf(const scene::MapData& map, core::RegionIndex region) {
    const auto numbered = [&](std::size_t index) {
        const analysis::RegionValue& value = map.values[index];
        return map.series ? value.period.has_value() : value.state == analysis::ValueState::value && !value.provincial;
    };
    if (!numbered(region))
        return {0, 0};
    const std::size_t provinces = map.geometry->catalog().provinceCount();
    std::pair<int, int> rank{1, 0};
    for (std::size_t i = 0; i < map.values.size(); ++i) {
        if ((i < provinces) != (region < provinces) || !numbered(i))
            continue;
        ++rank.second;
        rank.first += map.values[i].value > map.values[region].value ? 1 : 0;
    }
    return rank;
}

} // namespace

bool within(const core::RegionCode& region, const core::RegionCode& party) {
    if (region.empty() || party.empty())
        return false;
    return party == region || (region.level() == core::RegionLevel::province && party.province() == region);
}

void DetailsPanel::refresh(const Interface& ui, core::RegionIndex region) {
    const auto& map = ui.session.map();
    const session::State& state = ui.session.state();
    if (facts_.map == map && facts_.region == region && facts_.language == ui.language() &&
        facts_.agreementId == state.agreementId && facts_.visitId == state.visitId)
        return;
    if (facts_.region != region)
        allSectors_ = allAgreements_ = allFollowUps_ = allRisks_ = false;
    facts_ = Facts{};
    facts_.map = map;
    facts_.region = region;
    facts_.language = ui.language();
    facts_.agreementId = state.agreementId;
    facts_.visitId = state.visitId;
    const core::Project& project = *map->project;
    const core::RegionCatalog& catalog = map->geometry->catalog();
    facts_.holder = map->impact.regions[region].provincial ? catalog.provinceOf(region) : region;
    // The map's filters and its date hold here, too. The chart alone goes on: a line in it stands where the date is.
    const analysis::FactScope scope = scene::scopeOf(*map);
    analysis::FactScope wider = scope;
    wider.date = wider.today;
    facts_.agreements = analysis::agreementsOf(project, catalog, facts_.holder, scope);
    facts_.sectors = analysis::sectorCounts(facts_.agreements);
    const std::vector<const core::Agreement*> passing = analysis::agreementsOf(project, catalog, facts_.holder, wider);
    facts_.passing = passing.size();
    for (const core::Agreement* agreement : passing)
        if (agreement->id == state.agreementId &&
            std::find(facts_.agreements.begin(), facts_.agreements.end(), agreement) == facts_.agreements.end())
            facts_.agreements.push_back(agreement);
    std::stable_sort(facts_.agreements.begin(), facts_.agreements.end(),
                     [](const core::Agreement* a, const core::Agreement* b) {
                         return b->signedOn.value_or(core::PartialDate{}) < a->signedOn.value_or(core::PartialDate{});
                     });
    facts_.series = analysis::inForceByYear(project, catalog, facts_.holder, wider);
    wider.filter = {};
    facts_.recorded = analysis::agreementsOf(project, catalog, facts_.holder, wider).size();
    std::unordered_set<std::string> seen;
    const auto cite = [&](const std::string& id) {
        if (const core::Source* source = core::findSource(project, id); source && seen.insert(id).second)
            facts_.sources.push_back(source);
    };
    for (const core::Agreement* agreement : facts_.agreements)
        cite(agreement->sourceId);
    const core::RegionCode& code = catalog[region].code;
    for (const core::Visit& visit : project.visits) {
        const bool stopsHere = std::any_of(visit.stops.begin(), visit.stops.end(),
                                           [&](const core::Stop& stop) { return within(code, stop.region); });
        if (!stopsHere && visit.province != code)
            continue;
        if (analysis::cameLater(visit.start, scope) && visit.id != state.visitId) {
            ++facts_.laterVisits;
            continue;
        }
        facts_.visits.push_back(&visit);
        cite(visit.sourceId);
    }
    std::stable_sort(facts_.visits.begin(), facts_.visits.end(), [](const core::Visit* a, const core::Visit* b) {
        return b->start.value_or(core::PartialDate{}) < a->start.value_or(core::PartialDate{});
    });
    findPlans(project, code, scope);
    for (const core::Activity* activity : facts_.activities)
        cite(activity->sourceId);
    for (const auto& [latest, before] : facts_.values)
        cite(latest->sourceId);
    facts_.rank = analysis::rankOf(map->impact, catalog, region);
}

void DetailsPanel::draw(Interface& ui, const Area& area) {
    beginPanel(ui, "right", area, ui.color.panel, ImVec2(18, 18));
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(ui.u(8), ui.u(8)));
    const auto& map = ui.session.map();
    const std::vector<core::RegionIndex>& selection = ui.session.state().selection;
    if (map && !selection.empty() && selection.front() < map->geometry->catalog().size()) {
        refresh(ui, selection.front());
        header(ui, map->geometry->catalog()[selection.front()]);
        shownValue(ui);
        score(ui);
        others(ui);
        chart(ui);
        sectors(ui);
        agreements(ui);
        visits(ui);
        activities(ui);
        followUps(ui);
        risks(ui);
        indicators(ui);
        records(ui);
        sources(ui);
    } else if (map) {
        country(ui);
    } else {
        paragraph(ui, ui.font.body, ui.color.muted,
                  ui.session.geometry() && !ui.session.project() && ui.session.tasks().empty()
                      ? ui.tr(JEJARING_TR("No project is open"))
                      : ui.tr(JEJARING_TR("Details appear here once the map is loaded.")));
    }
    gap(ui, 10);
    ImGui::PopStyleVar();
    const float edge = area.x + 0.5F;
    ImGui::GetWindowDrawList()->AddLine(ImVec2(edge, area.y), ImVec2(edge, area.bottom()), ui.color.line);
    ui.probe.mark("right", area.min(), area.max());
    endPanel();
}

void DetailsPanel::header(Interface& ui, const core::Region& region) {
    const core::RegionCatalog& catalog = facts_.map->geometry->catalog();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x;
    paragraph(ui, ui.font.title, ui.color.text, region.name, width - ui.u(32));
    const ImVec2 after = ImGui::GetCursorScreenPos();
    ImGui::SetCursorScreenPos(ImVec2(at.x + width - ui.u(24), at.y));
    if (iconButton(ui, "right.close", Icon::close, 24, ui.tr(JEJARING_TR("Choose nothing")), "Esc"))
        ui.session.clearSelection();
    ImGui::SetCursorScreenPos(ImVec2(after.x, after.y - ui.u(4)));
    std::string second = region.code.text();
    if (!region.bpsCode.empty())
        second += " · BPS " + region.bpsCode;
    const core::RegionIndex province = catalog.provinceOf(facts_.region);
    if (region.level() == core::RegionLevel::regency && province != core::kNoRegion)
        second += " · " + catalog[province].name;
    else
        second +=
            " · " +
            ui.tr(JEJARING_TR("{0} kabupaten/kota"),
                  {ui.number(catalog.regenciesOf(facts_.region).last - catalog.regenciesOf(facts_.region).first)});
    line(ui, ui.font.small, ui.color.muted, second);
    if (!region.doubt.empty()) {
        gap(ui, -2);
        paragraph(ui, ui.font.small, ui.color.warning, ui.tr(region.doubt));
    }
    gap(ui, 6);
}

// Of what the map shows, where that is not the impact, which stands below in any case.
void DetailsPanel::shownValue(Interface& ui) {
    const scene::MapData& map = *facts_.map;
    const analysis::RegionValue& value = map.values[facts_.region];
    const bool numbered = value.state == analysis::ValueState::value || value.state == analysis::ValueState::zero;
    // Without a number of agreements the score below says why.
    if (!map.series && (map.view.indicator == analysis::IndicatorKind::impact || !numbered))
        return;
    const bool known = map.series ? value.period.has_value() : value.state == analysis::ValueState::value;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    paragraph(ui, ui.font.small, ui.color.muted, scene::indicatorWithUnit(map, ui.language()));
    gap(ui, -4);
    line(ui, ui.font.title, known ? ui.color.text : ui.color.muted,
         value.state == analysis::ValueState::value ? scene::valueWithUnit(map, ui.language(), value.value)
                                                    : valueText(ui, map, value));
    gap(ui, -4);
    std::string second = !map.series ? text::formatDate(ui.language(), map.view.date)
                         : known     ? ui.date(*value.period)
                         : value.state == analysis::ValueState::notEnoughData
                             ? ui.tr(JEJARING_TR("no value by this date"))
                             : ui.tr(JEJARING_TR("The series has no value of this region."));
    if (const auto [rank, ranked] = rankOf(map, facts_.region); rank > 0)
        second += " · " + ui.tr(JEJARING_TR("rank {0} of {1}"), {ui.number(rank), ui.number(ranked)});
    line(ui, ui.font.small, ui.color.muted, second);
    ui.probe.mark("right.series", at, ImGui::GetItemRectMax());
    separator(ui);
}

void DetailsPanel::others(Interface& ui) {
    const std::vector<core::RegionIndex>& selection = ui.session.state().selection;
    if (selection.size() < 2)
        return;
    separator(ui);
    line(ui, ui.font.strong, ui.color.text, ui.tr(JEJARING_TR("Also chosen")));
    const core::RegionCatalog& catalog = facts_.map->geometry->catalog();
    for (std::size_t i = 1; i < selection.size(); ++i) {
        const core::RegionIndex index = selection[i];
        const ImVec2 at = ImGui::GetCursorScreenPos();
        const float width = ImGui::GetContentRegionAvail().x;
        const std::string id = "right.other." + std::to_string(i);
        if (listRow(ui, id, 26, false)) {
            ui.session.select(index);
            return;
        }
        handCursor();
        explain(ui, ui.tr(JEJARING_TR("Choose only this one")));
        mark(ui, id);
        ImDrawList* list = ImGui::GetWindowDrawList();
        const std::string value = valueText(ui, *facts_.map, facts_.map->values[index]);
        const float valueWidth = textSize(ui.font.body, value).x;
        const float y = at.y + (ui.u(26) - ui.u(13)) / 2 - ui.u(1);
        drawText(list, ui.font.body, ImVec2(at.x, y), ui.color.text,
                 fitted(ui.font.body, catalog[index].name, width - valueWidth - ui.u(16)));
        drawText(list, ui.font.body, ImVec2(at.x + width - valueWidth, y), ui.color.muted, value);
        gap(ui, -8);
    }
    gap(ui, 8);
}

void DetailsPanel::country(Interface& ui) {
    const scene::MapData& map = *ui.session.map();
    const core::RegionCatalog& catalog = map.geometry->catalog();
    line(ui, ui.font.title, ui.color.text, "Indonesia");
    gap(ui, -4);
    paragraph(ui, ui.font.small, ui.color.muted,
              ui.tr(JEJARING_TR("Choose a region on the map to see its agreements, partners and visits.")));
    separator(ui);
    std::vector<core::RegionIndex> best;
    const bool provinces = map.view.level == scene::MapLevel::province;
    for (std::size_t i = 0; i < catalog.size(); ++i) {
        const auto index = static_cast<core::RegionIndex>(i);
        const bool province = catalog[index].level() == core::RegionLevel::province;
        if (province == provinces && map.values[i].state == analysis::ValueState::value && !map.values[i].provincial)
            best.push_back(index);
    }
    paragraph(ui, ui.font.strong, ui.color.text, scene::indicatorWithUnit(map, ui.language()));
    if (const std::string periods = scene::periodsText(map, ui.language()); !periods.empty()) {
        gap(ui, -4);
        line(ui, ui.font.small, ui.color.muted, periods);
    }
    if (best.empty()) {
        paragraph(ui, ui.font.body, ui.color.muted,
                  map.series             ? ui.tr(JEJARING_TR("No region of this level has a value by this date."))
                  : scene::narrowed(map) ? ui.tr(JEJARING_TR("No region has a value at this date with these filters."))
                                         : ui.tr(JEJARING_TR("No region of this level has a value at this date.")));
        return;
    }
    constexpr std::size_t kShown = 12;
    std::stable_sort(best.begin(), best.end(), [&](core::RegionIndex a, core::RegionIndex b) {
        return map.values[a].value > map.values[b].value;
    });
    gap(ui, -2);
    paragraph(ui, ui.font.small, ui.color.muted,
              ui.tr(provinces ? JEJARING_TR("The highest of {0} {0:province|provinces} with a value")
                              : JEJARING_TR("The highest of {0} kabupaten/kota with a value"),
                    {ui.number(static_cast<double>(best.size()))}));
    const auto colors = scene::rampColors(ui.theme(), map.breaks.classCount());
    double most = map.values[best.front()].value;
    if (!map.series)
        most = std::max(map.view.indicator == analysis::IndicatorKind::impact ? 100.0 : 1.0, most);
    // Bars begin at zero, or at the lowest value where it is below.
    const double least = std::min(0.0, map.values[best.back()].value);
    const double span = std::max(most - least, 1e-9);
    float numbers = ui.u(30);
    for (std::size_t i = 0; i < std::min(kShown, best.size()); ++i)
        numbers = std::max(numbers, textSize(ui.font.body, valueText(ui, map, map.values[best[i]])).x);
    for (std::size_t i = 0; i < std::min(kShown, best.size()); ++i) {
        const core::RegionIndex index = best[i];
        const ImVec2 at = ImGui::GetCursorScreenPos();
        const float width = ImGui::GetContentRegionAvail().x;
        const std::string id = "right.best." + std::to_string(i);
        if (listRow(ui, id, 27, false)) {
            ui.session.select(index);
            session::FlightRequest request;
            request.kind = session::FlightRequest::Kind::region;
            request.region = index;
            ui.session.fly(request);
        }
        handCursor();
        explain(ui, ui.tr(JEJARING_TR("Choose it and fly there")));
        mark(ui, id);
        ImDrawList* list = ImGui::GetWindowDrawList();
        const float middle = at.y + ui.u(13.5);
        const std::string value = valueText(ui, map, map.values[index]);
        const ImVec2 size = textSize(ui.font.body, value);
        drawText(list, ui.font.body, ImVec2(at.x + width - size.x, middle - size.y / 2), ui.color.text, value);
        const float barRight = at.x + width - numbers - ui.u(10);
        // Long numbers leave the names their room.
        const float barLeft = std::max(at.x + width * 0.56F, barRight - ui.u(44));
        const float half = ui.u(3);
        list->AddRectFilled(ImVec2(barLeft, middle - half), ImVec2(barRight, middle + half), ui.color.selected, half);
        const float end = barLeft + (barRight - barLeft) * static_cast<float>((map.values[index].value - least) / span);
        const std::size_t which = std::min<std::size_t>(map.breaks.classOf(map.values[index].value), 8);
        list->AddRectFilled(ImVec2(barLeft, middle - half), ImVec2(std::max(end, barLeft + 2 * half), middle + half),
                            packed(colors[which]), half);
        drawText(list, ui.font.body, ImVec2(at.x, middle - size.y / 2), ui.color.text,
                 fitted(ui.font.body, catalog[index].name, barLeft - at.x - ui.u(10)));
        gap(ui, -8);
    }
    gap(ui, 8);
}

} // namespace jejaring::ui
