// SPDX-License-Identifier: MIT
#include "ui/panel/left_panel.hpp"

#include "ui/widget/widgets.hpp"
#include "ui/widget/words.hpp"

#include <algorithm>
#include <array>

namespace jejaring::ui {

PopupPlace LeftPanel::besidePanel() {
    const float left = ImGui::GetWindowPos().x;
    return {ImVec2(left, ImGui::GetItemRectMin().y), ImVec2(left + ImGui::GetWindowWidth(), ImGui::GetItemRectMax().y),
            PopupSide::right};
}

void LeftPanel::draw(Interface& ui, const Area& area) {
    play(ui);
    beginPanel(ui, "left", area, ui.color.panel, ImVec2(18, 16));
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(ui.u(8), ui.u(8)));
    level(ui);
    gap(ui, 8);
    indicator(ui);
    gap(ui, 8);
    date(ui);
    separator(ui);
    classes(ui);
    separator(ui);
    filters(ui);
    separator(ui);
    layers(ui);
    gap(ui, 8);
    ImGui::PopStyleVar();
    const float edge = area.right() - 0.5F;
    ImGui::GetWindowDrawList()->AddLine(ImVec2(edge, area.y), ImVec2(edge, area.bottom()), ui.color.line);
    ui.probe.mark("left", area.min(), area.max());
    endPanel();
}

void LeftPanel::level(Interface& ui) {
    caption(ui, ui.tr(JEJARING_TR("Level")));
    using scene::MapLevel;
    constexpr std::array kLevels{MapLevel::automatic, MapLevel::province, MapLevel::regency};
    const std::array<Choice, 3> choices{
        Choice{ui.tr(nameOf(MapLevel::automatic)),
               ui.tr(JEJARING_TR(
                   "Provinces are filled and kabupaten/kota are dots; come closer and kabupaten/kota are filled"))},
        Choice{ui.tr(nameOf(MapLevel::province)), ui.tr(JEJARING_TR("Only the 38 provinces"))},
        Choice{ui.tr(nameOf(MapLevel::regency)), ui.tr(JEJARING_TR("The 514 kabupaten/kota"))},
    };
    auto chosen = static_cast<std::size_t>(ui.session.state().view.level);
    if (segmented(ui, "left.level", choices, chosen, ImGui::GetContentRegionAvail().x))
        ui.changeView([&](scene::MapView& view) { view.level = kLevels[chosen]; });
}

// The program's own indicators, then those of the project that have values at the level shown, and the one that is
// shown.
std::vector<LeftPanel::IndicatorEntry> LeftPanel::indicatorEntries(const Interface& ui) {
    using analysis::IndicatorKind;
    std::vector<IndicatorEntry> entries{
        {IndicatorKind::impact,
         {ui.tr(nameOf(IndicatorKind::impact)),
          ui.tr(JEJARING_TR("An index of this project's own, 0 to 100, from agreements, countries and sectors"))}},
        {IndicatorKind::agreementsInForce,
         {ui.tr(nameOf(IndicatorKind::agreementsInForce)),
          ui.tr(JEJARING_TR("How many agreements are in force at the date"))}},
        {IndicatorKind::partnerCountries,
         {ui.tr(nameOf(IndicatorKind::partnerCountries)),
          ui.tr(JEJARING_TR("How many countries the partners come from"))}},
    };
    const auto& project = ui.session.project();
    const auto& geometry = ui.session.geometry();
    if (!project || !geometry)
        return entries;
    if (extentsOf_ != project || extentsOn_ != geometry) {
        extentsOf_ = project;
        extentsOn_ = geometry;
        extents_ = analysis::seriesExtents(*project, geometry->catalog());
    }
    const scene::MapView& view = ui.session.state().view;
    for (std::size_t i = 0; i < extents_.size(); ++i) {
        const analysis::SeriesExtent& extent = extents_[i];
        const std::size_t provinces = view.level == scene::MapLevel::regency ? 0 : extent.provinces;
        const std::size_t regencies = view.level == scene::MapLevel::province ? 0 : extent.regencies;
        const bool shown = view.indicator.seriesId == extent.indicatorId;
        if (provinces + regencies == 0 && !shown)
            continue;
        const core::Indicator& indicator = project->indicators[i];
        std::string label = indicator.name.empty() ? indicator.id : indicator.name;
        if (!indicator.unit.empty())
            label += " (" + indicator.unit + ")";
        std::string explanation = ui.tr(JEJARING_TR("An indicator of this project: no region has a value"));
        if (extent.first)
            explanation = ui.tr(JEJARING_TR("An indicator of this project: {0} provinces, {1} regencies and cities, "
                                            "{2} to {3}. Each shows its latest value by the date."),
                                {ui.number(static_cast<double>(extent.provinces)),
                                 ui.number(static_cast<double>(extent.regencies)), ui.date(*extent.first),
                                 ui.date(*extent.last)});
        entries.push_back(
            {analysis::IndicatorChoice::series(indicator.id), {std::move(label), std::move(explanation)}});
    }
    return entries;
}

void LeftPanel::indicator(Interface& ui) {
    caption(ui, ui.tr(JEJARING_TR("Indicator")));
    const std::vector<IndicatorEntry> entries = indicatorEntries(ui);
    std::vector<Choice> choices;
    std::size_t chosen = 0;
    for (const IndicatorEntry& entry : entries) {
        if (entry.indicator == ui.session.state().view.indicator)
            chosen = choices.size();
        choices.push_back(entry.choice);
    }
    if (combo(ui, "left.indicator", choices, chosen, ImGui::GetContentRegionAvail().x,
              ui.tr(JEJARING_TR("What the colours show"))))
        ui.changeView([&](scene::MapView& view) { scene::chooseIndicator(view, entries[chosen].indicator); });
}

void LeftPanel::layers(Interface& ui) {
    caption(ui, ui.tr(JEJARING_TR("Layers")));
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(0, 0));
    scene::MapView view = ui.session.state().view;
    bool changed = false;
    changed |= toggle(ui, "left.labels", ui.tr(JEJARING_TR("Region labels")), view.labels,
                      ui.tr(JEJARING_TR("Names on the map, as far as there is room")));
    changed |= toggle(ui, "left.arcs", ui.tr(JEJARING_TR("Partner arcs")), view.partnerArcs,
                      ui.tr(JEJARING_TR("Lines from the chosen region to its partners")));
    changed |= toggle(ui, "left.route", ui.tr(JEJARING_TR("Visit route")), view.visitRoute,
                      ui.tr(JEJARING_TR("The stops of the chosen visit, in order")));
    changed |= toggle(ui, "left.legend", ui.tr(JEJARING_TR("Legend")), view.legend,
                      ui.tr(JEJARING_TR("The classes and how many regions are in each")));
    changed |= toggle(ui, "left.scaleBar", ui.tr(JEJARING_TR("Scale bar")), view.scaleBar,
                      ui.tr(JEJARING_TR("How long a distance is at the middle of the map")));
    changed |= toggle(ui, "left.graticule", ui.tr(JEJARING_TR("Graticule")), view.graticule,
                      ui.tr(JEJARING_TR("Lines of latitude and longitude")));
    changed |= toggle(ui, "left.north", ui.tr(JEJARING_TR("North mark")), view.northMark,
                      ui.tr(JEJARING_TR("Where north is")));
    changed |= toggle(ui, "left.ownOnly", ui.tr(JEJARING_TR("Provinces' own only")), view.ownOnly,
                      ui.tr(JEJARING_TR("Leave the agreements of kabupaten/kota out of their province's value")));
    ImGui::PopStyleVar();
    if (changed)
        ui.changeView([&](scene::MapView& target) { target = view; });
}

} // namespace jejaring::ui
