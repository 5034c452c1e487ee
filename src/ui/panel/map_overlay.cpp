// SPDX-License-Identifier: MIT
// What stands over the map: the pointer's card, the title of the presentation, and the word where there is no map.
#include "ui/commands.hpp"
#include "ui/form/form.hpp"
#include "ui/panel/map_panel.hpp"
#include "ui/widget/widgets.hpp"
#include "ui/widget/words.hpp"

#include <algorithm>
#include <cmath>

namespace jejaring::ui {
namespace {

void card(const Interface& ui, ImDrawList* list, ImVec2 min, ImVec2 max) {
    for (int i = 1; i <= 6; ++i) {
        const float out = ui.u(i * 2);
        list->AddRectFilled(ImVec2(min.x - out + ui.u(2), min.y - out + ui.u(5)),
                            ImVec2(max.x + out - ui.u(2), max.y + out + ui.u(3)), faded(ui.color.shadow, 0.035F),
                            ui.u(6) + out);
    }
    list->AddRectFilled(min, max, ui.color.dark ? ui.color.raised : ui.color.panel, ui.u(6));
    if (ui.color.dark)
        list->AddRect(min, max, ui.color.line, ui.u(6));
}

} // namespace

void MapPanel::tooltip(const Interface& ui) const {
    const std::shared_ptr<const scene::MapData>& map = ui.session.map();
    const core::RegionIndex index = ui.window.hovered;
    const core::RegionCatalog& catalog = map->geometry->catalog();
    if (index >= catalog.size())
        return;
    const core::Region& region = catalog[index];
    std::string second = region.code.text();
    const core::RegionIndex province = catalog.provinceOf(index);
    if (region.level() == core::RegionLevel::regency && province != core::kNoRegion)
        second += " · " + catalog[province].name;
    const analysis::RegionValue& value = map->values[index];
    const analysis::RegionImpact& impact = map->impact.regions[index];
    std::string label;
    std::string number;
    std::string rest;
    if (map->series) {
        label = fitted(ui.font.body, map->series->name, ui.u(240)) + " ";
        if (value.state == analysis::ValueState::value)
            number = scene::valueWithUnit(*map, ui.language(), value.value);
        else
            number = ui.tr(scene::stateWords(*map, value.state));
        if (value.period)
            rest = " · " + ui.date(*value.period, text::DateStyle::shortMonth);
        else if (value.state == analysis::ValueState::notEnoughData)
            rest = " · " + ui.tr(JEJARING_TR("no value by this date"));
    } else if (value.state == analysis::ValueState::value) {
        label = ui.tr(shortNameOf(map->view.indicator.kind)) + " ";
        number = valueText(ui, *map, value);
        if (map->view.indicator != analysis::IndicatorKind::agreementsInForce)
            rest = " · " + ui.tr(JEJARING_TR("{0} in force"), {ui.number(impact.inForce)});
        else
            rest = " · " + ui.tr(JEJARING_TR("{0} recorded"), {ui.number(impact.recorded)});
        if (impact.provincial)
            rest += " · " + ui.tr(JEJARING_TR("provincial authority"));
    } else {
        rest = ui.tr(scene::stateWords(*map, value.state));
        if (impact.recorded > 0)
            rest += " · " + ui.tr(JEJARING_TR("{0} recorded"), {ui.number(impact.recorded)});
    }

    const ImVec2 first = textSize(ui.font.strong, region.name);
    const ImVec2 middle = textSize(ui.font.small, second);
    const float labelWidth = textSize(ui.font.body, label).x;
    const float numberWidth = textSize(ui.font.strong, number).x;
    const float lastWidth = labelWidth + numberWidth + textSize(ui.font.body, rest).x;
    const float pad = ui.u(12);
    const ImVec2 size(std::max({first.x, middle.x, lastWidth}) + 2 * pad,
                      first.y + middle.y + first.y + ui.u(10) + 2 * pad - ui.u(4));
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    const Area& area = ui.window.map;
    ImVec2 min(mouse.x + ui.u(16), mouse.y + ui.u(18));
    if (min.x + size.x > area.right() - ui.u(8))
        min.x = mouse.x - ui.u(12) - size.x;
    if (min.y + size.y > area.bottom() - ui.u(8))
        min.y = mouse.y - ui.u(12) - size.y;
    // Where the map is narrower than the card, the card lies over the panels rather than losing its ends.
    const ImVec2 display = ImGui::GetIO().DisplaySize;
    min.x = std::clamp(min.x, ui.u(8), std::max(ui.u(8), display.x - size.x - ui.u(8)));
    min.y = std::clamp(min.y, ui.u(8), std::max(ui.u(8), display.y - size.y - ui.u(8)));
    ImDrawList* list = ImGui::GetForegroundDrawList();
    card(ui, list, min, ImVec2(min.x + size.x, min.y + size.y));
    const float x = min.x + pad;
    float y = min.y + pad - ui.u(2);
    drawText(list, ui.font.strong, ImVec2(x, y), ui.color.text, region.name);
    y += first.y + ui.u(3);
    drawText(list, ui.font.small, ImVec2(x, y), ui.color.muted, second);
    y += middle.y + ui.u(7);
    drawText(list, ui.font.body, ImVec2(x, y), ui.color.text, label);
    drawText(list, ui.font.strong, ImVec2(x + labelWidth, y), ui.color.text, number);
    drawText(list, ui.font.body, ImVec2(x + labelWidth + numberWidth, y), ui.color.muted, rest);
    ui.probe.mark("map.tooltip", min, ImVec2(min.x + size.x, min.y + size.y));
}

void MapPanel::nothingInView(Interface& ui) {
    const geo::MapGeometry* const geometry = ui.session.geometry().get();
    const scene::Rect& frame = ui.window.mapFrame;
    geo::Box seen;
    seen.extend(scene::toMetres(ui.window.camera, frame, {frame.x, frame.y}));
    seen.extend(scene::toMetres(ui.window.camera, frame, {frame.right(), frame.bottom()}));
    for (core::RegionIndex region = 0; region < geometry->catalog().size(); ++region)
        if (geometry->catalog()[region].level() == core::RegionLevel::regency &&
            geometry->bounds(region).intersects(seen))
            return;
    const Area& area = ui.window.map;
    const std::string text = ui.tr(JEJARING_TR("No region of Indonesia is in view."));
    const std::string back = ui.tr(JEJARING_TR("Show all of Indonesia"));
    const ImVec2 size = textSize(ui.font.body, text);
    const float width = size.x + buttonWidth(ui, back) + ui.u(36);
    const ImVec2 min(std::round(area.x + std::max(ui.u(8), (area.width - width) / 2)),
                     std::round(area.y + (area.height - ui.u(48)) / 2));
    const ImVec2 max(min.x + width, min.y + ui.u(48));
    ImDrawList* list = ImGui::GetWindowDrawList();
    card(ui, list, min, max);
    drawText(list, ui.font.body, ImVec2(min.x + ui.u(14), min.y + (ui.u(48) - size.y) / 2), ui.color.text, text);
    ImGui::SetCursorScreenPos(ImVec2(max.x - buttonWidth(ui, back) - ui.u(8), min.y + ui.u(8)));
    if (button(ui, "map.back", back, false, ui.tr(JEJARING_TR("Fly back to where the whole country is seen (Home)"))))
        flyHome(ui);
}

void MapPanel::placeWanted(Interface& ui) {
    const Area& area = ui.window.map;
    const std::string text = ui.tr(JEJARING_TR("Click the place on the map. The wheel comes closer."));
    const std::string back = ui.tr(JEJARING_TR("Back to the form"));
    const ImVec2 size = textSize(ui.font.body, text);
    const float width = size.x + buttonWidth(ui, back) + ui.u(36);
    const ImVec2 min(std::round(area.x + std::max(ui.u(8), (area.width - width) / 2)), area.y + ui.u(14));
    const ImVec2 max(min.x + width, min.y + ui.u(48));
    ImDrawList* list = ImGui::GetWindowDrawList();
    card(ui, list, min, max);
    drawText(list, ui.font.body, ImVec2(min.x + ui.u(14), min.y + (ui.u(48) - size.y) / 2), ui.color.text, text);
    ImGui::SetCursorScreenPos(ImVec2(max.x - buttonWidth(ui, back) - ui.u(8), min.y + ui.u(8)));
    if (button(ui, "map.pickBack", back, false, ui.tr(JEJARING_TR("Give up pointing to a place (Esc)"))))
        endPlaceWanted(ui, std::nullopt);
    ui.probe.mark("map.pick", min, max);
    // A cross at the pointer: the place that a click means.
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    if (!ImGui::IsWindowHovered() || ImGui::IsAnyItemHovered() || dragging_)
        return;
    const float inner = ui.u(4);
    const float outer = ui.u(13);
    const auto cross = [&](ImU32 color, float thickness) {
        for (const float sign : {-1.0F, 1.0F}) {
            list->AddLine(ImVec2(mouse.x + sign * inner, mouse.y), ImVec2(mouse.x + sign * outer, mouse.y), color,
                          thickness);
            list->AddLine(ImVec2(mouse.x, mouse.y + sign * inner), ImVec2(mouse.x, mouse.y + sign * outer), color,
                          thickness);
        }
    };
    cross(faded(ui.color.panel, 0.9F), ui.u(4));
    cross(ui.color.accent, ui.u(1.8));
}

void MapPanel::emptyState(Interface& ui) {
    const Area& area = ui.window.map;
    const float width = std::min(ui.u(480), area.width - ui.u(48));
    if (width < ui.u(120))
        return;
    const std::vector<session::TaskStatus> tasks = ui.session.tasks();
    const float share = tasks.empty() ? 0.18F : 0.36F;
    ImGui::SetCursorScreenPos(ImVec2(area.x + (area.width - width) / 2, area.y + area.height * share));
    ImGui::BeginGroup();
    if (tasks.empty() && ui.session.geometry()) {
        noProject(ui, width);
    } else if (tasks.empty()) {
        missingBoundaries(ui, width);
    } else {
        line(ui, ui.font.heading, ui.color.text, text::translate(ui.language(), tasks.front().name));
        const double progress = std::max(0.0, tasks.front().progress);
        const ImVec2 at = ImGui::GetCursorScreenPos();
        ImDrawList* list = ImGui::GetWindowDrawList();
        const float height = ui.u(4);
        list->AddRectFilled(at, ImVec2(at.x + width, at.y + height), ui.color.selected, height / 2);
        list->AddRectFilled(at, ImVec2(at.x + width * static_cast<float>(progress), at.y + height), ui.color.accent,
                            height / 2);
        gap(ui, 14);
        paragraph(ui, ui.font.body, ui.color.muted,
                  ui.tr(JEJARING_TR("This is done once for each set of boundaries; later starts are quick.")), width);
    }
    ImGui::EndGroup();
}

void MapPanel::noProject(Interface& ui, float width) {
    line(ui, ui.font.heading, ui.color.text, ui.tr(JEJARING_TR("No project is open")));
    paragraph(ui, ui.font.body, ui.color.muted,
              ui.tr(JEJARING_TR("The map shows the agreements and visits of a project. Open one, or begin with the "
                                "sample.")),
              width);
    gap(ui, 8);
    bool first = true;
    for (const Command command : {Command::open, Command::openSample, Command::newProject}) {
        const CommandInfo& info = infoOf(command);
        const std::string name = ui.tr(info.name);
        if (!first && ImGui::GetItemRectMax().x + ui.u(8) + buttonWidth(ui, name) <
                          ui.window.map.x + (ui.window.map.width + width) / 2)
            ImGui::SameLine();
        if (button(ui, "map." + std::string(info.name), name, first, ui.tr(info.explanation)))
            perform(ui, command);
        first = false;
    }
}

void MapPanel::missingBoundaries(Interface& ui, float width) {
    // Once a second is often enough to notice that the set-up has fetched them meanwhile.
    if (ui.now - sourcesLookedAt_ > 1) {
        sourcesThere_ = !session::Session::boundarySources().empty();
        sourcesLookedAt_ = ui.now;
    }
    const core::Message* const failure = ui.session.boundariesFailure();
    line(ui, ui.font.heading, ui.color.text,
         failure != nullptr ? ui.tr(JEJARING_TR("The boundaries cannot be read"))
                            : ui.tr(JEJARING_TR("There are no boundaries yet")));
    if (failure != nullptr) {
        paragraph(ui, ui.font.body, ui.color.muted, sentence(ui.language(), *failure), width);
        gap(ui, 8);
        if (button(ui, "map.retryBoundaries", ui.tr(JEJARING_TR("Try again")), true,
                   ui.tr(JEJARING_TR("Read the file again"))))
            ui.session.loadBoundaries(ui.session.boundariesPath());
        ImGui::SameLine();
        if (sourcesThere_ && failure->code == core::ErrorCode::wrongFormat) {
            if (button(ui, "map.buildBoundaries", ui.tr(JEJARING_TR("Build them anew")), false,
                       ui.tr(JEJARING_TR("Build them from the packages in place of this file, with progress below"))))
                ui.session.buildBoundaries();
            ImGui::SameLine();
        }
        otherBoundaries(ui);
        return;
    }
    paragraph(ui, ui.font.body, ui.color.muted,
              ui.tr(JEJARING_TR("The map needs the 38 provinces and 514 kabupaten/kota. They are built once from "
                                "packages that the set-up fetches, and then stay on this computer.")),
              width);
    gap(ui, 4);
    caption(ui, ui.tr(JEJARING_TR("Looked for at")));
    gap(ui, -4);
    paragraph(ui, ui.font.body, ui.color.text, ui.session.boundariesPath(), width);
    gap(ui, 8);
    ImDrawList* list = ImGui::GetWindowDrawList();
    if (sourcesThere_) {
        paragraph(ui, ui.font.body, ui.color.muted,
                  ui.tr(JEJARING_TR("The packages have been fetched. Building takes about a minute.")), width);
        gap(ui, 4);
        if (button(ui, "map.buildBoundaries", ui.tr(JEJARING_TR("Build the boundaries")), true,
                   ui.tr(JEJARING_TR("Build them now, with progress below"))))
            ui.session.buildBoundaries();
    } else {
        paragraph(ui, ui.font.body, ui.color.muted,
                  ui.tr(JEJARING_TR("The packages have not been fetched. In a terminal, in the folder of Jejaring and "
                                    "with a network connection, run:")),
                  width);
        gap(ui, 2);
        const std::string command = "scripts/run --no-launch";
        const ImVec2 at = ImGui::GetCursorScreenPos();
        list->AddRectFilled(at, ImVec2(at.x + width, at.y + ui.u(36)), ui.color.panel, ui.u(6));
        const ImVec2 size = textSize(ui.font.medium, command);
        drawText(list, ui.font.medium, ImVec2(at.x + ui.u(14), at.y + (ui.u(36) - size.y) / 2), ui.color.text, command);
        ImGui::SetCursorScreenPos(ImVec2(at.x + width - ui.u(34), at.y + ui.u(4)));
        if (iconButton(ui, "map.copyCommand", Icon::copy, 28, ui.tr(JEJARING_TR("Copy the command"))))
            ImGui::SetClipboardText(command.c_str());
        ImGui::SetCursorScreenPos(ImVec2(at.x, at.y + ui.u(36)));
        gap(ui, 12);
        if (button(ui, "map.retryBoundaries", ui.tr(JEJARING_TR("Try again")), true,
                   ui.tr(JEJARING_TR("Look again for the boundaries and for the packages")))) {
            sourcesLookedAt_ = 0;
            ui.session.loadBoundaries(ui.session.boundariesPath());
        }
    }
    ImGui::SameLine();
    otherBoundaries(ui);
}

void MapPanel::otherBoundaries(Interface& ui) {
    if (button(ui, "map.loadBoundaries", ui.tr(JEJARING_TR("Open a boundary file …")), false,
               ui.tr(JEJARING_TR("Choose boundaries.gpkg as it was built before, also on another computer"))))
        ui.window.dialog = Dialog::boundaries;
}

} // namespace jejaring::ui
