// SPDX-License-Identifier: MIT
#include "ui/panel/visits_panel.hpp"

#include "core/time_zone.hpp"
#include "session/search.hpp"
#include "ui/commands.hpp"
#include "ui/desktop.hpp"
#include "ui/form/follow_up_form.hpp"
#include "ui/form/record_extras.hpp"
#include "ui/form/visit_form.hpp"
#include "ui/panel/details_panel.hpp"
#include "ui/panel/follow_ups.hpp"
#include "ui/panel/table_tools.hpp"
#include "ui/widget/imgui_shim.hpp"
#include "ui/widget/widgets.hpp"
#include "ui/widget/words.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace jejaring::ui {
namespace {

constexpr double kVisitHeight = 44;

std::string period(const Interface& ui, const core::Visit& visit) {
    if (!visit.start)
        return ui.tr(JEJARING_TR("undated"));
    std::string text = ui.date(*visit.start, text::DateStyle::shortMonth);
    if (visit.end && *visit.end != *visit.start)
        text += " – " + ui.date(*visit.end, text::DateStyle::shortMonth);
    return text;
}

} // namespace

std::array<std::string, 2> whenOf(const Interface& ui, const core::Stop& stop) {
    std::array<std::string, 2> lines;
    lines[0] = stop.date ? ui.date(*stop.date, text::DateStyle::shortMonth) : ui.tr(JEJARING_TR("undated"));
    if (!stop.time)
        return lines;
    lines[1] = text::formatTime(ui.language(), *stop.time);
    if (stop.endTime)
        lines[1] += "–" + text::formatTime(ui.language(), *stop.endTime);
    if (stop.zone)
        lines[1] += " " + std::string(core::abbreviation(*stop.zone));
    else if (!stop.region.empty())
        if (const auto zone = core::officialTimeZone(stop.region))
            lines[1] += " (" + std::string(core::abbreviation(*zone)) + ")";
    return lines;
}

void VisitsPanel::refresh(const Interface& ui) {
    const auto& project = ui.session.project();
    if (project_ != project || today_ != ui.session.today()) {
        project_ = project;
        today_ = ui.session.today();
        dirty_ = true;
        overdue_.clear();
        if (project)
            for (const core::FollowUp& followUp : project->followUps)
                if (core::stateOf(followUp, today_) == core::FollowUpState::overdue)
                    ++overdue_[followUp.visitId];
    }
    if (!dirty_)
        return;
    dirty_ = false;
    shown_.clear();
    if (!project)
        return;
    const std::string form = session::searchForm(filter_);
    for (const core::Visit& visit : project->visits)
        if (form.empty() ||
            session::searchForm(visit.title + " " + visit.visitor + " " + visit.ministry + " " + visit.purpose)
                    .find(form) != std::string::npos)
            shown_.push_back(&visit);
    std::stable_sort(shown_.begin(), shown_.end(), [](const core::Visit* a, const core::Visit* b) {
        return b->start.value_or(core::PartialDate{}) < a->start.value_or(core::PartialDate{});
    });
}

void VisitsPanel::tools(Interface& ui, float left, float right, float middle) {
    const auto& project = ui.session.project();
    TableTools tools;
    tools.name = "visits";
    tools.add = ui.tr(JEJARING_TR("Visit"));
    tools.addHelp = ui.tr(infoOf(Command::newVisit).explanation);
    tools.filterHint = ui.tr(JEJARING_TR("Filter the visits"));
    tools.filterHelp = ui.tr(JEJARING_TR("Show only visits that contain this"));
    const std::string all = ui.number(project ? static_cast<double>(project->visits.size()) : 0);
    tools.count = filter_.empty() ? ui.tr(JEJARING_TR("{0} {0:visit or activity|visits and activities}"), {all})
                                  : ui.tr(JEJARING_TR("{0} of {1} {1:visit or activity|visits and activities}"),
                                          {ui.number(static_cast<double>(shown_.size())), all});
    tools.copies = false;
    const TableToolsEvent event = drawTableTools(ui, tools, filter_, left, right, middle);
    dirty_ |= event.filtered;
    if (event.added)
        perform(ui, Command::newVisit);
}

void VisitsPanel::draw(Interface& ui, const Area& area) {
    const float listWidth = std::min(ui.u(400), area.width * 0.42F);
    visits(ui, {area.x, area.y, listWidth, area.height});
    const float edge = std::round(area.x + listWidth) + 0.5F;
    ImGui::GetWindowDrawList()->AddLine(ImVec2(edge, area.y), ImVec2(edge, area.bottom()), ui.color.line);
    const Area right{area.x + listWidth + 1, area.y, area.width - listWidth - 1, area.height};
    const auto project = ui.session.project(); // kept: a follow-up that is ticked changes the session's
    const core::Visit* visit = project ? core::findVisit(*project, ui.session.state().visitId) : nullptr;
    if (visit != nullptr) {
        stops(ui, right, *visit);
        return;
    }
    ImGui::SetCursorScreenPos(ImVec2(right.x + ui.u(18), right.y + ui.u(16)));
    paragraph(ui, ui.font.body, ui.color.muted,
              ui.tr(JEJARING_TR("Choose a visit to see its stops in order; its route is drawn on the map.")),
              right.width - ui.u(36));
}

void VisitsPanel::visitRow(Interface& ui, const core::Visit& visit, std::size_t place) {
    ImDrawList* draw = ImGui::GetWindowDrawList();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x;
    const bool chosen = ui.session.state().visitId == visit.id;
    const std::string id = "visits.visit." + std::to_string(place);
    const bool pressed = listRow(ui, id, kVisitHeight, chosen);
    const bool hovered = ImGui::IsItemHovered();
    // A pencil at the end of the row that the pointer is on.
    const ImVec2 pencil(at.x + width - ui.u(20), at.y + ui.u(kVisitHeight - 13));
    const bool onPencil = hovered && ImGui::GetIO().MousePos.x > pencil.x - ui.u(14) &&
                          ImGui::GetIO().MousePos.y > at.y + ui.u(kVisitHeight / 2);
    const bool again = hovered && ImGui::IsMouseDoubleClicked(0);
    const bool byKey = pressed && chosen && !hovered;
    if ((pressed && onPencil) || again || byKey) {
        openForm(ui, std::make_shared<VisitForm>(ui, visit.id));
    } else if (pressed) {
        ui.session.chooseVisit(chosen ? "" : visit.id);
        if (!chosen) {
            session::FlightRequest request;
            request.kind = session::FlightRequest::Kind::visit;
            request.visitId = visit.id;
            ui.session.fly(request);
        }
    }
    handCursor();
    explain(ui, chosen ? ui.tr(JEJARING_TR("Take the route off the map"))
                       : ui.tr(JEJARING_TR("Draw its route on the map and fly there")));
    mark(ui, id);
    if (chosen)
        draw->AddRectFilled(at, ImVec2(at.x + ui.u(2), at.y + ui.u(kVisitHeight)), ui.color.accent);
    const std::string when = period(ui, visit);
    const float whenWidth = textSize(ui.font.small, when).x;
    const float left = at.x + ui.u(18);
    const float inner = width - ui.u(34);
    const std::string second =
        visit.visitor + (visit.visitor.empty() || visit.purpose.empty() ? "" : " · ") + visit.purpose;
    const float first = at.y + ui.u(second.empty() ? 13 : 6);
    drawText(draw, ui.font.body, ImVec2(left, first), ui.color.text,
             fitted(ui.font.body, visit.title, inner - whenWidth - ui.u(12)));
    drawText(draw, ui.font.small, ImVec2(left + inner - whenWidth, first + ui.u(2)), ui.color.muted, when);
    float secondEnd = left + inner - ui.u(hovered ? 22 : 0);
    if (const auto late = overdue_.find(visit.id); late != overdue_.end()) {
        const std::string text = ui.tr(JEJARING_TR("{0} overdue"), {ui.number(late->second)});
        secondEnd -= textSize(ui.font.small, text).x;
        drawText(draw, ui.font.small, ImVec2(secondEnd, at.y + ui.u(24)), ui.color.warning, text);
        secondEnd -= ui.u(19);
        drawIcon(draw, Icon::warning, ImVec2(secondEnd + ui.u(9), at.y + ui.u(31)), ui.u(13), ui.color.warning);
        secondEnd -= ui.u(6);
    }
    drawText(draw, ui.font.small, ImVec2(left, at.y + ui.u(24)), ui.color.muted,
             fitted(ui.font.small, second, secondEnd - left));
    if (hovered)
        drawIcon(draw, Icon::pencil, pencil, ui.u(14), onPencil ? ui.color.accent : ui.color.muted);
    const float y = std::round(at.y + ui.u(kVisitHeight)) - 0.5F;
    draw->AddLine(ImVec2(at.x, y), ImVec2(at.x + width, y), faded(ui.color.line, 0.7F));
}

void VisitsPanel::visits(Interface& ui, const Area& area) {
    ImGui::SetCursorScreenPos(area.min());
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(0, 0));
    const float row = ui.u(kVisitHeight); // whole ones: none is cut by the edge of the window
    ImGui::BeginChild("visits", ImVec2(area.width, std::max(row, std::floor((area.height + 1) / row) * row)), false,
                      kNavFlattened);
    focused_ = ImGui::IsWindowFocused(ImGuiFocusedFlags_ChildWindows);
    refresh(ui);
    if (shown_.empty()) {
        ImGui::SetCursorPos(ImVec2(ui.u(18), ui.u(16)));
        paragraph(ui, ui.font.body, ui.color.muted,
                  filter_.empty() ? ui.tr(JEJARING_TR("The project has no visits yet."))
                                  : ui.tr(JEJARING_TR("Nothing matches “{0}”."), {filter_}),
                  area.width - ui.u(36));
    }
    ImGuiListClipper clipper;
    clipper.Begin(static_cast<int>(shown_.size()), row);
    const auto project = project_; // kept: a row may change the session's
    while (clipper.Step())
        for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i)
            visitRow(ui, *shown_[static_cast<std::size_t>(i)], static_cast<std::size_t>(i));
    clipper.End();
    ImGui::EndChild();
    ImGui::PopStyleVar();
    const std::string chosen = ui.session.state().visitId;
    if (focused_ && !ImGui::GetIO().WantTextInput && keyPressed(Key::deleteKey) && !chosen.empty() &&
        ui.window.dialog == Dialog::none && core::findVisit(*ui.session.project(), chosen) != nullptr)
        deleteVisit(ui, chosen);
}

void VisitsPanel::stops(Interface& ui, const Area& area, const core::Visit& visit) {
    ImGui::SetCursorScreenPos(area.min());
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(0, ui.u(4)));
    ImGui::BeginChild("stops", ImVec2(std::max(1.0F, area.width), std::max(1.0F, area.height)), false, kNavFlattened);
    const float pad = ui.u(18);
    ImGui::SetCursorPos(ImVec2(pad, ui.u(12)));
    const float width = area.width - 2 * pad - ui.u(8);
    ImGui::BeginGroup();
    paragraph(ui, ui.font.strong, ui.color.text, visit.purpose.empty() ? visit.title : visit.purpose, width - ui.u(90));
    std::string second = visit.start ? period(ui, visit) : "";
    for (const std::string& who : {visit.visitor, visit.ministry})
        if (!who.empty())
            second += (second.empty() ? "" : " · ") + who;
    paragraph(ui, ui.font.small, ui.color.muted, second, width - ui.u(90));
    if (!second.empty())
        mark(ui, "visits.when");
    const auto about = [&](std::string_view title, const std::string& text) {
        if (!text.empty())
            paragraph(ui, ui.font.small, ui.color.muted, ui.tr(title) + ": " + text, width);
    };
    about(JEJARING_TR("Expected effect"), visit.expectedEffect);
    about(JEJARING_TR("Focus"), visit.focus);
    const core::Source* source = core::findSource(*ui.session.project(), visit.sourceId);
    const bool withSource = source != nullptr && !source->address.empty();
    if (withSource) {
        const ImVec2 after = ImGui::GetCursorScreenPos();
        ImGui::SetCursorScreenPos(ImVec2(area.x + pad + width - ui.u(54), area.y + ui.u(8)));
        if (iconButton(ui, "visits.copySource", Icon::copy, 26, ui.tr(JEJARING_TR("Copy the source's address"))))
            ImGui::SetClipboardText(source->address.c_str());
        ImGui::SetCursorScreenPos(ImVec2(area.x + pad + width - ui.u(26), area.y + ui.u(8)));
        if (iconButton(ui, "visits.openSource", Icon::open, 26, source->title)) {
            const core::Outcome opened = openOnDesktop(source->address);
            if (!opened)
                ui.session.notify(opened.error());
        }
        ImGui::SetCursorScreenPos(after);
    }
    const ImVec2 below = ImGui::GetCursorScreenPos();
    ImGui::SetCursorScreenPos(ImVec2(area.x + pad + width - ui.u(withSource ? 82 : 26), area.y + ui.u(8)));
    if (iconButton(ui, "visits.edit", Icon::pencil, 26, ui.tr(JEJARING_TR("Edit this visit and its stops"))))
        openForm(ui, std::make_shared<VisitForm>(ui, visit.id));
    ImGui::SetCursorScreenPos(below);
    gap(ui, 6);
    if (visit.stops.empty())
        paragraph(ui, ui.font.body, ui.color.muted,
                  source == nullptr ? ui.tr(JEJARING_TR("No stops are recorded yet."))
                                    : ui.tr(JEJARING_TR("The sources name no stops.")),
                  width);
    for (const core::Stop& each : visit.stops)
        stop(ui, visit, each, width);
    followUps(ui, visit, 0, width);
    gap(ui, 8);
    const session::PictureSubject subject{{}, "", visit.id, 0};
    extraLists(ui, "visits", subject, width);
    // What can be added stands in one line.
    if (chip(ui, "visits.addFollowUp", "+ " + ui.tr(JEJARING_TR("Follow-up")), ChipKind::add,
             ui.tr(JEJARING_TR("Record what was agreed on this visit")), true, area.x + pad + width))
        addFollowUp(ui, visit.id, 0);
    extraChips(ui, "visits", subject, false, area.x + pad + width);
    ImGui::EndGroup();
    ImGui::Dummy(ImVec2(1, ui.u(8)));
    ImGui::EndChild();
    ImGui::PopStyleVar();
}

void VisitsPanel::followUps(Interface& ui, const core::Visit& visit, int stop, float width) {
    for (const core::FollowUp* followUp : followUpsAt(*ui.session.project(), visit.id, stop, ui.session.today())) {
        const float x = ImGui::GetCursorScreenPos().x;
        // In line with the dates of the stops.
        const float indent = ui.u(stop == 0 ? 0 : 26);
        ImGui::SetCursorScreenPos(ImVec2(x + indent, ImGui::GetCursorScreenPos().y));
        followUpRow(ui, "visits.followUp." + followUp->id, *followUp, width - indent);
        ImGui::SetCursorScreenPos(ImVec2(x, ImGui::GetCursorScreenPos().y));
    }
}

void VisitsPanel::addFollowUp(Interface& ui, const std::string& visitId, int stop) {
    core::FollowUp followUp;
    followUp.visitId = visitId;
    followUp.stop = stop;
    openForm(ui, std::make_shared<FollowUpForm>(ui, followUp));
}

void VisitsPanel::stop(Interface& ui, const core::Visit& visit, const core::Stop& stop, float width) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImDrawList* list = ImGui::GetWindowDrawList();
    const auto& geometry = ui.session.geometry();
    list->AddLine(ImVec2(at.x, std::round(at.y) + 0.5F), ImVec2(at.x + width, std::round(at.y) + 0.5F),
                  faded(ui.color.line, 0.7F));
    const float top = at.y + ui.u(9);
    const std::string number = std::to_string(stop.sequence);
    const ImVec2 numberSize = textSize(ui.font.caption, number);
    const ImVec2 centre(at.x + ui.u(11), top + ui.u(9));
    list->AddCircleFilled(centre, ui.u(10), ui.color.accent);
    drawText(list, ui.font.caption, ImVec2(centre.x - numberSize.x / 2, centre.y - numberSize.y / 2), ui.color.onAccent,
             number);

    const float whenWidth = ui.u(108);
    const float statusWidth = ui.u(96);
    const float whenX = at.x + ui.u(32);
    const float placeX = whenX + whenWidth;
    const float textWidth = width - (placeX - at.x) - statusWidth;
    // Place and agenda stand side by side where each has room for its words, else below each other.
    const float half = textWidth / 2 - ui.u(8);
    const bool beside = half >= ui.u(130);
    const std::array<std::string, 2> when = whenOf(ui, stop);
    drawText(list, ui.font.body, ImVec2(whenX, top), ui.color.text, when[0]);
    drawText(list, ui.font.small, ImVec2(whenX, top + ui.u(18)), ui.color.muted, when[1]);

    float bottom = top + ui.u(34);
    const auto column = [&](float x, float y, const std::string& title, const std::string& text) {
        const float room = beside ? half : textWidth;
        ImGui::SetCursorScreenPos(ImVec2(x, y));
        ImGui::BeginGroup();
        paragraph(ui, ui.font.body, ui.color.text, title, room);
        if (!text.empty())
            paragraph(ui, ui.font.small, ui.color.muted, text, room);
        ImGui::EndGroup();
        bottom = std::max(bottom, ImGui::GetItemRectMax().y);
    };
    std::string region;
    if (geometry && !stop.region.empty())
        if (const auto index = geometry->catalog().find(stop.region))
            region = geometry->catalog()[*index].name;
    column(placeX, top, stop.place.empty() ? region : stop.place, stop.place.empty() ? "" : region);
    const std::string met = stop.counterpart.empty() ? "" : ui.tr(JEJARING_TR("Met: {0}"), {stop.counterpart});
    const ImVec2 agenda =
        beside ? ImVec2(placeX + half + ui.u(16), top) : ImVec2(placeX, ImGui::GetItemRectMax().y + ui.u(4));
    column(agenda.x, agenda.y, stop.agenda.empty() ? ui.tr(JEJARING_TR("Agenda not stated")) : stop.agenda, met);

    const std::string status = ui.tr(nameOf(stop.status));
    const ImVec2 statusSize = textSize(ui.font.small, status);
    const ImU32 color = stop.status == core::StopStatus::held        ? ui.color.accent
                        : stop.status == core::StopStatus::cancelled ? ui.color.warning
                                                                     : ui.color.muted;
    const float dot = at.x + width - statusSize.x - ui.u(12);
    list->AddCircleFilled(ImVec2(dot, top + ui.u(8)), ui.u(3), color);
    drawText(list, ui.font.small, ImVec2(dot + ui.u(9), top + ui.u(8) - statusSize.y / 2), ui.color.muted, status);
    const std::string id = "visits.stop." + std::to_string(stop.sequence);
    ImGui::SetCursorScreenPos(ImVec2(at.x + width - ui.u(26), top + ui.u(18)));
    if (iconButton(ui, id + ".addFollowUp", Icon::plus, 22, ui.tr(JEJARING_TR("Record what was agreed at this stop"))))
        addFollowUp(ui, visit.id, stop.sequence);
    bottom = std::max(bottom, top + ui.u(40));
    ImGui::SetCursorScreenPos(at);
    ImGui::Dummy(ImVec2(width, bottom - at.y + ui.u(2)));
    mark(ui, id);
    followUps(ui, visit, stop.sequence, width);
}

} // namespace jejaring::ui
