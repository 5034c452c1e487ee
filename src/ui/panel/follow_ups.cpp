// SPDX-License-Identifier: MIT
#include "ui/panel/follow_ups.hpp"

#include "session/project_edit.hpp"
#include "ui/form/follow_up_form.hpp"
#include "ui/form/form_values.hpp"
#include "ui/widget/widgets.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace jejaring::ui {
namespace {

constexpr double kOneLine = 28; // layout units
constexpr double kTwoLines = 42;
constexpr double kBox = 16;

core::PartialDate partialOf(core::Day day) {
    return {static_cast<std::int16_t>(static_cast<int>(day.year())),
            static_cast<std::uint8_t>(static_cast<unsigned>(day.month())),
            static_cast<std::uint8_t>(static_cast<unsigned>(day.day()))};
}

// Marks it done today, or open again.
void toggle(Interface& ui, const core::FollowUp& followUp) {
    core::FollowUp changed = followUp;
    changed.done = followUp.done ? std::nullopt : std::optional(partialOf(ui.session.today()));
    ui.session.changeProject(
        core::note(changed.done ? JEJARING_TR("Done: {0}") : JEJARING_TR("Open again: {0}"), {headOf(followUp.what)}),
        [&](core::Project& project) { session::put(project, changed); });
}

std::string whenOf(const Interface& ui, const core::FollowUp& followUp, core::FollowUpState state) {
    if (state == core::FollowUpState::done)
        return ui.tr(JEJARING_TR("done {0}"), {ui.date(*followUp.done, text::DateStyle::shortMonth)});
    if (!followUp.due)
        return ui.tr(JEJARING_TR("no due date"));
    const std::string due = ui.date(*followUp.due, text::DateStyle::shortMonth);
    return state == core::FollowUpState::overdue ? ui.tr(JEJARING_TR("overdue since {0}"), {due})
                                                 : ui.tr(JEJARING_TR("due {0}"), {due});
}

} // namespace

void sortFollowUps(std::vector<const core::FollowUp*>& followUps, core::Day today) {
    const auto key = [today](const core::FollowUp* followUp) {
        constexpr int kDone = 2;
        const core::FollowUpState state = core::stateOf(*followUp, today);
        return std::tuple(state == core::FollowUpState::done      ? kDone
                          : state == core::FollowUpState::overdue ? 0
                                                                  : 1,
                          !followUp->due, followUp->due.value_or(core::PartialDate{}));
    };
    std::stable_sort(followUps.begin(), followUps.end(),
                     [&](const core::FollowUp* a, const core::FollowUp* b) { return key(a) < key(b); });
}

std::vector<const core::FollowUp*> followUpsAt(const core::Project& project, const std::string& visitId, int stop,
                                               core::Day today) {
    std::vector<const core::FollowUp*> found;
    for (const core::FollowUp& followUp : project.followUps)
        if (followUp.visitId == visitId && followUp.stop == stop)
            found.push_back(&followUp);
    sortFollowUps(found, today);
    return found;
}

void followUpRow(Interface& ui, const std::string& id, const core::FollowUp& followUp, float width,
                 const std::string& where) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImDrawList* list = ImGui::GetWindowDrawList();
    const core::FollowUpState state = core::stateOf(followUp, ui.session.today());
    std::string second = followUp.owner;
    if (!where.empty())
        second += (second.empty() ? "" : " · ") + where;
    const float height = ui.u(second.empty() ? kOneLine : kTwoLines);
    const float boxWidth = ui.u(kBox + 12);
    const float first = at.y + ui.u(second.empty() ? 5.5 : 4);

    const bool pressed = [&] {
        ImGui::SetCursorScreenPos(ImVec2(at.x + boxWidth, at.y));
        return ImGui::InvisibleButton(id.c_str(), ImVec2(std::max(1.0F, width - boxWidth), height));
    }();
    handCursor();
    if (ImGui::IsItemHovered())
        list->AddRectFilled(ImGui::GetItemRectMin(), ImGui::GetItemRectMax(), ui.color.hovered, ui.u(6));
    focusRing(ui, 6);
    explain(ui, followUp.what);
    mark(ui, id);

    const std::string when = whenOf(ui, followUp, state);
    const ImVec2 whenSize = textSize(ui.font.small, when);
    const bool late = state == core::FollowUpState::overdue;
    const float right = at.x + width - ui.u(6);
    drawText(list, ui.font.small, ImVec2(right - whenSize.x, first + ui.u(2)), late ? ui.color.warning : ui.color.muted,
             when);
    float end = right - whenSize.x - ui.u(8);
    if (late) { // not by its colour alone
        drawIcon(list, Icon::warning, ImVec2(end - ui.u(6), first + ui.u(8.5)), ui.u(13), ui.color.warning);
        end -= ui.u(20);
    }
    const float x = at.x + boxWidth + ui.u(6);
    const bool done = state == core::FollowUpState::done;
    std::string what = followUp.what;
    std::replace(what.begin(), what.end(), '\n', ' ');
    drawText(list, ui.font.body, ImVec2(x, first), done ? ui.color.muted : ui.color.text,
             fitted(ui.font.body, what, std::max(1.0F, end - x - ui.u(4))));
    if (!second.empty())
        drawText(list, ui.font.small, ImVec2(x, at.y + ui.u(22)), ui.color.muted,
                 fitted(ui.font.small, second, right - x));

    ImGui::SetCursorScreenPos(ImVec2(at.x, first - ui.u(3)));
    const bool ticked = ImGui::InvisibleButton((id + ".done").c_str(), ImVec2(ui.u(kBox + 6), ui.u(kBox + 6)));
    handCursor();
    const ImVec2 box(std::round(at.x + ui.u(3)) + 0.5F, std::round(first) + 0.5F);
    const ImVec2 boxEnd(box.x + std::round(ui.u(kBox)), box.y + std::round(ui.u(kBox)));
    if (done)
        list->AddRectFilled(box, boxEnd, ui.color.accent, ui.u(4));
    else
        list->AddRect(box, boxEnd, ImGui::IsItemHovered() ? ui.color.accent : ui.color.muted, ui.u(4));
    if (done)
        drawIcon(list, Icon::check, ImVec2((box.x + boxEnd.x) / 2, (box.y + boxEnd.y) / 2), ui.u(12),
                 ui.color.onAccent);
    focusRing(ui, 4);
    explain(ui, done ? ui.tr(JEJARING_TR("Mark it as open again")) : ui.tr(JEJARING_TR("Mark it as done today")));
    mark(ui, id + ".done");
    ImGui::SetCursorScreenPos(at);
    ImGui::Dummy(ImVec2(width, height));
    if (ticked)
        toggle(ui, followUp);
    else if (pressed)
        openForm(ui, std::make_shared<FollowUpForm>(ui, followUp));
}

} // namespace jejaring::ui
