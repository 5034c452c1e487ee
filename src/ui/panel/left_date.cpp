// SPDX-License-Identifier: MIT
// The date control: a day by calendar, a year by slider, and the years one after another.
#include "ui/panel/left_panel.hpp"
#include "ui/widget/widgets.hpp"
#include "ui/widget/words.hpp"

#include <algorithm>
#include <array>

namespace jejaring::ui {
namespace {

constexpr double kSecondsAYear = 0.32; // while the years play

int yearOf(core::Day day) {
    return static_cast<int>(day.year());
}

core::Day endOfYear(int year, core::Day today) {
    const core::Day end = std::chrono::year{year} / std::chrono::December / 31;
    return yearOf(today) <= year ? today : end;
}

} // namespace

int firstYear(const core::Project* project) {
    int first = 2000;
    if (project)
        for (const core::Agreement& agreement : project->agreements)
            if (agreement.signedOn && agreement.signedOn->year > 1900)
                first = std::min(first, static_cast<int>(agreement.signedOn->year));
    return first;
}

void LeftPanel::play(Interface& ui) {
    if (!ui.window.playing)
        return;
    const core::Day today = ui.session.today();
    if (ui.now >= ui.window.nextYearAt) {
        const int year = yearOf(ui.session.state().view.date) + 1;
        ui.changeView([&](scene::MapView& view) { view.date = endOfYear(year, today); });
        ui.window.nextYearAt = ui.now + kSecondsAYear;
        if (year >= yearOf(today))
            ui.window.playing = false;
    }
    ui.wakeAt(ui.window.nextYearAt);
}

void LeftPanel::date(Interface& ui) {
    const core::Day today = ui.session.today();
    const core::Day shown = ui.session.state().view.date;
    const int first = firstYear(ui.session.project().get());
    caption(ui, ui.tr(JEJARING_TR("Situation on")));

    const ImVec2 row = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x;
    const std::string text = text::formatDate(ui.language(), shown);
    ImDrawList* list = ImGui::GetWindowDrawList();
    const ImVec2 size = textSize(ui.font.body, text);
    if (ImGui::InvisibleButton("left.date", ImVec2(size.x + ui.u(26), ui.u(24)))) {
        calendarYear_ = yearOf(shown);
        calendarMonth_ = static_cast<unsigned>(shown.month());
        ImGui::OpenPopup("calendar");
    }
    handCursor();
    const bool hovered = ImGui::IsItemHovered();
    drawText(list, ui.font.body, ImVec2(row.x, row.y + (ui.u(24) - size.y) / 2), ui.color.text, text);
    drawIcon(list, Icon::calendar, ImVec2(row.x + size.x + ui.u(16), row.y + ui.u(12)), ui.u(14),
             hovered ? ui.color.text : ui.color.muted);
    focusRing(ui, 4);
    explain(ui, ui.tr(JEJARING_TR("Choose the day that the map shows")));
    mark(ui, "left.date");
    calendar(ui, {ImGui::GetItemRectMin(), ImGui::GetItemRectMax()});
    ImGui::SetCursorScreenPos(ImVec2(row.x + width - ui.u(24), row.y));
    if (iconButton(ui, "left.play", ui.window.playing ? Icon::pause : Icon::play, 24,
                   ui.window.playing ? ui.tr(JEJARING_TR("Stop"))
                                     : ui.tr(JEJARING_TR("Run through the years and watch the map fill")))) {
        ui.window.playing = !ui.window.playing;
        ui.window.nextYearAt = ui.now + kSecondsAYear;
        if (ui.window.playing && yearOf(shown) >= yearOf(today))
            ui.changeView([&](scene::MapView& view) { view.date = endOfYear(first, today); });
    }
    gap(ui, -4);
    auto year = static_cast<double>(yearOf(shown));
    if (slider(ui, "left.year", year, first, yearOf(today), width, ui.tr(JEJARING_TR("The end of a year, or today")))) {
        ui.window.playing = false;
        const int wanted = static_cast<int>(year + 0.5);
        if (wanted != yearOf(shown))
            ui.changeView([&](scene::MapView& view) { view.date = endOfYear(wanted, today); });
    }
    gap(ui, -6);
    const ImVec2 ends = ImGui::GetCursorScreenPos();
    const std::string last = std::to_string(yearOf(today));
    drawText(list, ui.font.small, ends, ui.color.muted, std::to_string(first));
    drawText(list, ui.font.small, ImVec2(ends.x + width - textSize(ui.font.small, last).x, ends.y), ui.color.muted,
             last);
    ImGui::Dummy(ImVec2(width, textSize(ui.font.small, last).y));
    if (const auto& map = ui.session.map(); map && map->impact.leftOutUndated > 0)
        paragraph(ui, ui.font.small, ui.color.muted,
                  ui.tr(JEJARING_TR("{0} {0:agreement without a date is|agreements without a date are} left out."),
                        {ui.number(map->impact.leftOutUndated)}));
}

void LeftPanel::calendar(Interface& ui, const PopupPlace& where) {
    if (!beginPopup(ui, "calendar", where))
        return;
    namespace chrono = std::chrono;
    const core::Day shown = ui.session.state().view.date;
    const core::Day today = ui.session.today();
    const float cell = ui.u(30);
    const float width = cell * 7;
    const ImVec2 top = ImGui::GetCursorScreenPos();
    const core::Day first = chrono::year{calendarYear_} / chrono::month{calendarMonth_} / 1;
    core::PartialDate month;
    month.year = static_cast<std::int16_t>(calendarYear_);
    month.month = static_cast<std::uint8_t>(calendarMonth_);
    const std::string title = ui.date(month);
    ImDrawList* list = ImGui::GetWindowDrawList();
    const ImVec2 size = textSize(ui.font.strong, title);
    drawText(list, ui.font.strong, ImVec2(top.x + (width - size.x) / 2, top.y + (ui.u(28) - size.y) / 2), ui.color.text,
             title);
    const auto turn = [this](int months) {
        const int count = calendarYear_ * 12 + static_cast<int>(calendarMonth_) - 1 + months;
        calendarYear_ = count / 12;
        calendarMonth_ = static_cast<unsigned>(count % 12) + 1;
    };
    if (iconButton(ui, "calendar.before", Icon::chevronLeft, 28, ui.tr(JEJARING_TR("The month before"))))
        turn(-1);
    ImGui::SetCursorScreenPos(ImVec2(top.x + width - ui.u(28), top.y));
    if (iconButton(ui, "calendar.after", Icon::chevronRight, 28, ui.tr(JEJARING_TR("The month after"))))
        turn(1);

    const std::array<std::string_view, 7> days =
        ui.language() == text::Language::indonesian
            ? std::array<std::string_view, 7>{"Sn", "Sl", "Rb", "Km", "Jm", "Sb", "Mg"}
            : std::array<std::string_view, 7>{"Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"};
    for (std::size_t i = 0; i < days.size(); ++i)
        drawText(list, ui.font.small,
                 ImVec2(top.x + cell * static_cast<float>(i) + (cell - textSize(ui.font.small, days[i]).x) / 2,
                        top.y + ui.u(36)),
                 ui.color.muted, days[i]);
    const unsigned offset = (chrono::weekday{chrono::sys_days{first}}.iso_encoding() + 6) % 7;
    const auto last = static_cast<unsigned>((first.year() / first.month() / chrono::last).day());
    for (unsigned day = 1; day <= last; ++day) {
        const unsigned place = offset + day - 1;
        const unsigned week = place / 7;
        const ImVec2 at(top.x + cell * static_cast<float>(place % 7),
                        top.y + ui.u(56) + cell * static_cast<float>(week));
        ImGui::SetCursorScreenPos(at);
        const core::Day here = first.year() / first.month() / chrono::day{day};
        const std::string text = std::to_string(day);
        ImGui::PushID(static_cast<int>(day));
        const bool future = here > today;
        ImGui::BeginDisabled(future);
        if (ImGui::InvisibleButton("day", ImVec2(cell, cell))) {
            ui.window.playing = false;
            ui.changeView([&](scene::MapView& view) { view.date = here; });
            ImGui::CloseCurrentPopup();
        }
        ImGui::EndDisabled();
        const ImVec2 centre(at.x + cell / 2, at.y + cell / 2);
        if (here == shown)
            list->AddCircleFilled(centre, cell * 0.44F, ui.color.accent);
        else if (ImGui::IsItemHovered())
            list->AddCircleFilled(centre, cell * 0.44F, ui.color.hovered);
        if (here == today && here != shown)
            list->AddCircle(centre, cell * 0.44F, ui.color.muted);
        const ImVec2 extent = textSize(ui.font.body, text);
        drawText(list, ui.font.body, ImVec2(centre.x - extent.x / 2, centre.y - extent.y / 2),
                 here == shown ? ui.color.onAccent : (future ? ui.color.faint : ui.color.text), text);
        focusRing(ui, 12);
        ImGui::PopID();
    }
    ImGui::SetCursorScreenPos(ImVec2(top.x + ui.u(4), top.y + ui.u(62) + cell * 6));
    if (link(ui, "calendar.today", ui.tr(JEJARING_TR("Today")), ui.tr(JEJARING_TR("Back to today")))) {
        ui.window.playing = false;
        ui.changeView([&](scene::MapView& view) { view.date = today; });
        ImGui::CloseCurrentPopup();
    }
    ImGui::Dummy(ImVec2(width, ui.u(2)));
    endPopup(ui);
}

} // namespace jejaring::ui
