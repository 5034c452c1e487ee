// SPDX-License-Identifier: MIT
#include "ui/panel/indicators_panel.hpp"

#include "ui/form/form_values.hpp"
#include "ui/form/indicator_forms.hpp"
#include "ui/widget/imgui_shim.hpp"
#include "ui/widget/widgets.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace jejaring::ui {
namespace {

constexpr double kIndicatorHeight = 44; // layout units

std::string rowId(const core::IndicatorValue& value) {
    return value.indicatorId + "|" + value.region.text() + "|" + value.period.iso();
}

std::vector<TableRow> rowsOf(const RowSource& source) {
    const core::Project& project = *source.project;
    std::vector<TableRow> rows;
    rows.reserve(project.indicatorValues.size());
    for (const core::IndicatorValue& value : project.indicatorValues) {
        TableRow row;
        row.id = rowId(value);
        row.regions = {value.region};
        const core::Indicator* indicator = core::findIndicator(project, value.indicatorId);
        const core::Source* cited = core::findSource(
            project, value.sourceId.empty() && indicator != nullptr ? indicator->sourceId : value.sourceId);
        row.cells = {{indicator != nullptr ? indicator->name : value.indicatorId, std::nullopt},
                     {source.regionName(value.region), std::nullopt},
                     source.date(value.period),
                     {indicatorNumber(source.language, value.value), value.value},
                     {indicator != nullptr ? indicator->unit : std::string(), std::nullopt},
                     {cited != nullptr ? cited->title : std::string(), std::nullopt}};
        row.explanation = row.cells[0].text + "\n" + row.cells[1].text + ", " + row.cells[2].text + ": " +
                          row.cells[3].text + " " + row.cells[4].text;
        rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace

IndicatorsPanel::IndicatorsPanel() : table_("values", {2, true}, rowsOf) {}

void IndicatorsPanel::refresh(const Interface& ui) {
    const auto& project = ui.session.project();
    if (project && core::findIndicator(*project, ui.window.indicatorId) == nullptr)
        ui.window.indicatorId.clear();
    if (table_.refresh(ui)) {
        extents_.clear();
        if (table_.source().project)
            for (const core::IndicatorValue& value : table_.source().project->indicatorValues) {
                auto& [count, latest] = extents_[value.indicatorId];
                ++count;
                latest = std::max(latest, value.period);
            }
    }
    if (restrictedTo_ == ui.window.indicatorId)
        return;
    restrictedTo_ = ui.window.indicatorId;
    if (restrictedTo_.empty())
        table_.restrict({});
    else
        table_.restrict([prefix = restrictedTo_ + "|"](const TableRow& row) { return row.id.starts_with(prefix); });
}

core::IndicatorValue IndicatorsPanel::valueOf(const std::string& id) const {
    if (const auto& project = table_.source().project)
        for (const core::IndicatorValue& value : project->indicatorValues)
            if (rowId(value) == id)
                return value;
    return {};
}

void IndicatorsPanel::tools(Interface& ui, float left, float right, float middle) {
    refresh(ui);
    if (table_
            .tools(ui,
                   {ui.tr(JEJARING_TR("Value")), ui.tr(infoOf(Command::newIndicatorValue).explanation),
                    ui.tr(JEJARING_TR("Filter the table")), JEJARING_TR("{0} of {1} {1:value|values}")},
                   left, right, middle)
            .added)
        perform(ui, Command::newIndicatorValue);
}

void IndicatorsPanel::row(Interface& ui, const core::Indicator& indicator, std::size_t place) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x;
    const bool chosen = ui.window.indicatorId == indicator.id;
    const std::string id = "indicators.indicator." + std::to_string(place);
    const bool pressed = listRow(ui, id, kIndicatorHeight, chosen);
    const bool hovered = ImGui::IsItemHovered();
    handCursor();
    explain(ui, chosen ? ui.tr(JEJARING_TR("Show the values of all indicators"))
                       : ui.tr(JEJARING_TR("Show only its values")));
    mark(ui, id);
    ImDrawList* list = ImGui::GetWindowDrawList();
    if (chosen)
        list->AddRectFilled(at, ImVec2(at.x + ui.u(2), at.y + ui.u(kIndicatorHeight)), ui.color.accent);
    const auto& [count, latest] = extents_[indicator.id];
    std::string second = indicator.unit;
    second += (second.empty() ? "" : " · ") + ui.tr(JEJARING_TR("{0} {0:value|values}"), {ui.number(count)});
    if (latest.year > 0)
        second += " · " + ui.tr(JEJARING_TR("up to {0}"), {ui.date(latest, text::DateStyle::shortMonth)});
    const float left = at.x + ui.u(18);
    const float inner = width - ui.u(34) - ui.u(hovered ? 22 : 0);
    drawText(list, ui.font.body, ImVec2(left, at.y + ui.u(6)), ui.color.text,
             fitted(ui.font.body, indicator.name, inner));
    drawText(list, ui.font.small, ImVec2(left, at.y + ui.u(24)), ui.color.muted, fitted(ui.font.small, second, inner));
    const float y = std::round(at.y + ui.u(kIndicatorHeight)) - 0.5F;
    list->AddLine(ImVec2(at.x, y), ImVec2(at.x + width, y), faded(ui.color.line, 0.7F));
    const float pencil = at.x + width - ui.u(20);
    const bool onPencil = hovered && ImGui::GetIO().MousePos.x > pencil - ui.u(14);
    if (hovered)
        drawIcon(list, Icon::pencil, ImVec2(pencil, at.y + ui.u(kIndicatorHeight / 2)), ui.u(14),
                 onPencil ? ui.color.accent : ui.color.muted);
    const bool again = hovered && ImGui::IsMouseDoubleClicked(0);
    const bool byKey = pressed && chosen && !hovered;
    if ((pressed && onPencil) || again || byKey)
        openForm(ui, std::make_shared<IndicatorForm>(ui, indicator.id));
    else if (pressed)
        ui.window.indicatorId = chosen ? "" : indicator.id;
}

void IndicatorsPanel::list(Interface& ui, const Area& area) {
    ImGui::SetCursorScreenPos(area.min());
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(0, 0));
    ImGui::BeginChild("indicators", ImVec2(area.width, std::max(1.0F, area.height)), false, kNavFlattened);
    focused_ = ImGui::IsWindowFocused(ImGuiFocusedFlags_ChildWindows);
    if (const auto project = ui.session.project()) { // kept: an edit changes the session's
        std::size_t place = 0;
        for (const core::Indicator& indicator : project->indicators)
            row(ui, indicator, place++);
        if (project->indicators.empty()) {
            ImGui::SetCursorPos(ImVec2(ui.u(18), ui.u(14)));
            paragraph(ui, ui.font.body, ui.color.muted, ui.tr(JEJARING_TR("The project has no indicators yet.")),
                      area.width - ui.u(36));
        }
        gap(ui, 10);
        const ImVec2 at = ImGui::GetCursorScreenPos();
        ImGui::SetCursorScreenPos(ImVec2(at.x + ui.u(18), at.y));
        if (chip(ui, "indicators.add", "+ " + ui.tr(JEJARING_TR("Indicator")), ChipKind::add,
                 ui.tr(infoOf(Command::newIndicator).explanation), true, at.x + area.width))
            perform(ui, Command::newIndicator);
        gap(ui, 10);
    }
    ImGui::EndChild();
    ImGui::PopStyleVar();
    if (focused_ && !ImGui::GetIO().WantTextInput && keyPressed(Key::deleteKey) && !ui.window.indicatorId.empty() &&
        ui.window.dialog == Dialog::none)
        deleteIndicator(ui, std::string(ui.window.indicatorId));
}

void IndicatorsPanel::draw(Interface& ui, const Area& area) {
    refresh(ui);
    const float listWidth = std::min(ui.u(300), area.width * 0.34F);
    list(ui, {area.x, area.y, listWidth, area.height});
    const float edge = std::round(area.x + listWidth) + 0.5F;
    ImGui::GetWindowDrawList()->AddLine(ImVec2(edge, area.y), ImVec2(edge, area.bottom()), ui.color.line);
    const Area right{area.x + listWidth + 1, area.y, area.width - listWidth - 1, area.height};
    const bool one = !ui.window.indicatorId.empty(); // its name stands at the left
    const std::array<TableColumn, 6> columns{
        TableColumn{ui.tr(JEJARING_TR("Indicator")), one ? 0 : 0.26F, one ? 0 : 0.28F},
        TableColumn{ui.tr(JEJARING_TR("Region")), one ? 0.3F : 0.22F, one ? 0.4F : 0.28F},
        TableColumn{ui.tr(JEJARING_TR("Period")), 0.12F, 0.18F, ColumnKind::date},
        TableColumn{ui.tr(JEJARING_TR("Value")), 0.14F, one ? 0.22F : 0.26F, ColumnKind::number},
        TableColumn{ui.tr(JEJARING_TR("Unit")), 0.12F, one ? 0.2F : 0},
        TableColumn{ui.tr(JEJARING_TR("Source")), one ? 0.32F : 0.14F, 0},
    };
    const TableEvent event =
        table_.draw(ui, right, columns, chosenValue_,
                    {JEJARING_TR("No values are recorded yet; a table of them can be imported, too (Ctrl+I)."),
                     JEJARING_TR("Nothing is recorded for this choice.")});
    switch (event.what) {
    case RowEvent::none:
        break;
    case RowEvent::choose:
        chosenValue_ = event.id;
        if (const auto& geometry = ui.session.geometry())
            if (const auto region = geometry->catalog().find(table_.regionOf(event.id))) {
                table_.chosenHere(*region);
                showRegion(ui, *region);
            }
        break;
    case RowEvent::open:
        chosenValue_ = event.id;
        openForm(ui, std::make_shared<IndicatorValueForm>(ui, valueOf(event.id)));
        break;
    case RowEvent::remove:
        deleteIndicatorValue(ui, valueOf(event.id));
        break;
    }
}

} // namespace jejaring::ui
