// SPDX-License-Identifier: MIT
// The fields that are typed into.
#include "session/field_text.hpp"
#include "session/search.hpp"
#include "ui/form/form.hpp"
#include "ui/widget/imgui_shim.hpp"
#include "ui/widget/other_letters.hpp"
#include "ui/widget/words.hpp"

#include <imgui_stdlib.h>

#include <algorithm>
#include <cmath>

namespace jejaring::ui {
namespace {

constexpr double kGutter = 16;
constexpr double kFieldHeight = 32;
constexpr double kRounding = 6;

} // namespace

Fields::Fields(Interface& interface, FormState& state, const session::FieldMessages& messages)
    : ui(interface), state_(state), messages_(messages) {}

void Fields::section(std::string_view title) {
    endRow();
    gap(ui, 12);
    line(ui, ui.font.strong, ui.color.text, title);
    gap(ui, -2);
}

void Fields::row(std::initializer_list<float> shares) {
    endRow();
    shares_.assign(shares);
}

void Fields::endRow() {
    if (shares_.empty())
        return;
    if (cell_ > 0) {
        ImGui::SetCursorScreenPos(ImVec2(rowX_, rowBottom_ + ui.u(12)));
        ImGui::Dummy(ImVec2(1, 0)); // the window grows with its cursor only where an item stands
        gap(ui, -8);
    }
    shares_.clear();
    cell_ = 0;
}

void Fields::begin(std::string_view label) {
    if (shares_.empty() || cell_ >= shares_.size())
        row({1});
    if (cell_ == 0) {
        const ImVec2 at = ImGui::GetCursorScreenPos();
        rowX_ = at.x;
        rowY_ = at.y;
        rowBottom_ = at.y;
        rowWidth_ = ImGui::GetContentRegionAvail().x - ui.u(14);
        cellX_ = at.x;
    }
    cellWidth_ = std::round((rowWidth_ + ui.u(kGutter)) * shares_[cell_] - ui.u(kGutter));
    ImGui::SetCursorScreenPos(ImVec2(cellX_, rowY_));
    if (!label.empty()) {
        drawText(ImGui::GetWindowDrawList(), ui.font.small, ImVec2(cellX_, rowY_), ui.color.muted,
                 fitted(ui.font.small, label, cellWidth_));
        ImGui::SetCursorScreenPos(ImVec2(cellX_, rowY_ + ui.u(18)));
    }
}

void Fields::end(const std::string& field, bool active) {
    float bottom = ImGui::GetItemRectMax().y;
    if (active)
        state_.lastActive = field;
    // A message that appeared under a press would push away what is pressed. What is being typed is judged once it is
    // left, or once saving was refused: that puts the keyboard into the field at fault.
    const bool pressing = ImGui::IsMouseDown(0) || ImGui::IsMouseReleased(0);
    const bool quiet = !state_.attempted && (active || (pressing && state_.lastActive == field));
    const auto found = messages_.find(field);
    if (found != messages_.end() && !quiet) {
        const bool fault = found->second.severity == core::Severity::error;
        if (state_.attempted || state_.touched.contains(field)) {
            ImDrawList* list = ImGui::GetWindowDrawList();
            const ImVec2 min = ImGui::GetItemRectMin();
            if (fault)
                list->AddRect(min, ImVec2(min.x + cellWidth_, bottom), ui.color.warning, ui.u(kRounding));
            ImGui::SetCursorScreenPos(ImVec2(cellX_, bottom + ui.u(4)));
            paragraph(ui, ui.font.small, fault ? ui.color.warning : ui.color.text,
                      sentence(ui.language(), found->second), cellWidth_);
            mark(ui, "form." + field + ".message");
            bottom = ImGui::GetItemRectMax().y;
            if (fault && state_.goToError) {
                ImGui::SetScrollFromPosY(min.y - ImGui::GetWindowPos().y, 0.3F);
                state_.goToError = false;
                state_.focus = field;
                ui.keepMoving();
            }
        }
    }
    rowBottom_ = std::max(rowBottom_, bottom);
    cellX_ += cellWidth_ + ui.u(kGutter);
    ++cell_;
    if (cell_ == shares_.size())
        endRow();
}

void Fields::takeFocus(const std::string& field) {
    if (state_.again == field) {
        ImGui::SetKeyboardFocusHere();
        state_.first = field;
        state_.again.clear();
    }
    if (!state_.started || state_.focus == field) {
        ImGui::SetKeyboardFocusHere();
        if (!state_.focused)
            state_.first = field;
        state_.focused = true;
        state_.started = true;
        state_.focus.clear();
    }
}

bool Fields::input(const std::string& field, std::string& value, const FieldLook& look, int flags) {
    const float size = ui.font.body->FontSize * ui.font.body->Scale;
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, ImVec2(ui.u(11), (ui.u(kFieldHeight) - size) / 2));
    ImGui::PushStyleVar(ImGuiStyleVar_FrameRounding, ui.u(kRounding));
    ImGui::PushStyleColor(ImGuiCol_TextDisabled, ui.color.faint);
    ImGui::SetNextItemWidth(cellWidth_);
    takeFocus(field);
    const std::string before = value;
    const std::string name = "##" + field;
    noteLetters(ImGui::GetFont(), value);
    bool changed = ImGui::InputTextWithHint(name.c_str(), look.hint.c_str(), &value, flags);
    // ImGui's Esc takes back what was typed; here it asks about the whole form.
    if (keyPressed(Key::escape) && value != before) {
        value = before;
        changed = false;
    }
    // ImGui's Enter leaves the field, and its Tab would then begin with the first one of the form.
    if (ImGui::IsItemDeactivated() && !controlDown() && (keyPressed(Key::enter) || keyPressed(Key::keypadEnter))) {
        state_.again = field;
        ui.keepMoving();
    }
    if (ImGui::IsItemActive())
        ImGui::GetWindowDrawList()->AddRect(ImGui::GetItemRectMin(), ImGui::GetItemRectMax(), ui.color.accent,
                                            ui.u(kRounding), 0, ui.u(1.2));
    ImGui::PopStyleColor();
    ImGui::PopStyleVar(2);
    explain(ui, look.explanation);
    mark(ui, "form." + field);
    if (changed)
        state_.touched.insert(field);
    return changed;
}

bool Fields::text(const std::string& field, std::string_view label, std::string& value, const FieldLook& look) {
    begin(label);
    const bool changed = input(field, value, look);
    end(field, ImGui::IsItemActive());
    return changed;
}

bool Fields::multiline(const std::string& field, std::string_view label, std::string& value, int lines,
                       const FieldLook& look) {
    begin(label);
    const float size = ui.font.body->FontSize * ui.font.body->Scale;
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, ImVec2(ui.u(11), ui.u(8)));
    ImGui::PushStyleVar(ImGuiStyleVar_FrameRounding, ui.u(kRounding));
    takeFocus(field);
    const std::string name = "##" + field;
    const float height = static_cast<float>(lines) * size + ui.u(16);
    const bool changed = wrappedInput(name.c_str(), value, ImVec2(cellWidth_, height), state_.writing);
    const bool active = ImGui::IsItemActive();
    const ImVec2 min = ImGui::GetItemRectMin();
    ImDrawList* list = ImGui::GetWindowDrawList();
    if (active)
        list->AddRect(min, ImGui::GetItemRectMax(), ui.color.accent, ui.u(kRounding), 0, ui.u(1.2));
    else if (value.empty() && !look.hint.empty())
        drawText(list, ui.font.body, ImVec2(min.x + ui.u(11), min.y + ui.u(8)), ui.color.faint,
                 fitted(ui.font.body, look.hint, cellWidth_ - ui.u(22)));
    ImGui::PopStyleVar(2);
    explain(ui, look.explanation);
    mark(ui, "form." + field);
    if (changed)
        state_.touched.insert(field);
    end(field, active);
    return changed;
}

bool Fields::date(const std::string& field, std::string_view label, std::string& value, const FieldLook& look) {
    begin(label);
    FieldLook shown = look;
    if (shown.hint.empty())
        shown.hint = ui.tr(JEJARING_TR("2024, 2024-08 or 20 Aug 2024"));
    const bool changed = input(field, value, shown);
    const bool active = ImGui::IsItemActive();
    // How it was understood, at the right of what was typed.
    if (const auto read = session::readDateField(value); read.value) {
        const std::string understood = ui.date(*read.value, text::DateStyle::shortMonth);
        const ImVec2 min = ImGui::GetItemRectMin();
        const ImVec2 size = textSize(ui.font.small, understood);
        const float x = min.x + cellWidth_ - ui.u(11) - size.x;
        if (understood != value && x > min.x + ui.u(22) + textSize(ui.font.body, value).x)
            drawText(ImGui::GetWindowDrawList(), ui.font.small, ImVec2(x, min.y + (ui.u(kFieldHeight) - size.y) / 2),
                     ui.color.muted, understood);
    }
    end(field, active);
    return changed;
}

bool Fields::segments(const std::string& field, std::string_view label, std::span<const Choice> options,
                      std::size_t& chosen) {
    begin(label);
    const bool changed = segmented(ui, "form." + field, options, chosen, cellWidth_);
    if (changed)
        state_.touched.insert(field);
    end(field, false);
    return changed;
}

RowAction Fields::rowTools(const std::string& field, std::size_t index, std::size_t count, bool movable,
                           bool editable) {
    begin("");
    RowAction action = RowAction::none;
    const std::string id = "form." + field + "." + std::to_string(index);
    const float top = rowY_ + ui.u(index == 0 ? 18 : 0) + ui.u(2);
    float x = cellX_ + cellWidth_ - ui.u(28);
    const auto place = [&] {
        ImGui::SetCursorScreenPos(ImVec2(x, top));
        x -= ui.u(28);
    };
    place();
    if (iconButton(ui, id + ".remove", Icon::close, 28, ui.tr(JEJARING_TR("Take this line away"))))
        action = RowAction::remove;
    if (movable && count > 1) {
        place();
        if (index + 1 < count &&
            iconButton(ui, id + ".down", Icon::chevronDown, 28, ui.tr(JEJARING_TR("Further down"))))
            action = RowAction::down;
        place();
        if (index > 0 && iconButton(ui, id + ".up", Icon::chevronUp, 28, ui.tr(JEJARING_TR("Further up"))))
            action = RowAction::up;
    }
    if (editable) {
        place();
        if (iconButton(ui, id + ".edit", Icon::pencil, 28, ui.tr(JEJARING_TR("Edit this one"))))
            action = RowAction::edit;
    }
    end("", false);
    return action;
}

bool Fields::add(const std::string& field, std::string_view label, std::string_view explanation) {
    endRow();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const bool pressed = chip(ui, "form." + field + ".add", "+ " + std::string(label), ChipKind::add, explanation, true,
                              at.x + ImGui::GetContentRegionAvail().x);
    gap(ui, 4);
    return pressed;
}

void Fields::message(const std::string& field) {
    endRow();
    const auto found = messages_.find(field);
    if (found == messages_.end() || !(state_.attempted || state_.touched.contains(field)))
        return;
    const bool fault = found->second.severity == core::Severity::error;
    const float y = ImGui::GetCursorScreenPos().y;
    paragraph(ui, ui.font.small, fault ? ui.color.warning : ui.color.text, sentence(ui.language(), found->second));
    mark(ui, "form." + field + ".message");
    if (fault && state_.goToError) {
        ImGui::SetScrollFromPosY(y - ImGui::GetWindowPos().y, 0.3F);
        state_.goToError = false;
    }
}

void Fields::remark(std::string_view text) {
    endRow();
    paragraph(ui, ui.font.small, ui.color.muted, text);
}

} // namespace jejaring::ui
