// SPDX-License-Identifier: MIT
#include "ui/widget/widgets.hpp"

#include "ui/widget/imgui_shim.hpp"
#include "ui/widget/other_letters.hpp"

#include <imgui_stdlib.h>

#include <algorithm>
#include <cfloat>
#include <cmath>

namespace jejaring::ui {
namespace {

constexpr double kControlHeight = 32;
constexpr double kControlRounding = 6;

// A pixel edge of a control.
void outlined(ImDrawList* list, ImVec2 min, ImVec2 max, ImU32 fill, ImU32 edge, float rounding) {
    list->AddRectFilled(min, max, fill, rounding);
    if (edge)
        list->AddRect(ImVec2(min.x + 0.5F, min.y + 0.5F), ImVec2(max.x - 0.5F, max.y - 0.5F), edge, rounding);
}

void centredText(ImDrawList* list, ImFont* font, ImVec2 min, ImVec2 max, ImU32 color, std::string_view text) {
    const ImVec2 size = textSize(font, text);
    drawText(list, font, ImVec2((min.x + max.x - size.x) / 2, (min.y + max.y - size.y) / 2), color, text);
}

int answerArrow(ImGuiInputTextCallbackData* data) {
    const auto& answer = *static_cast<const ArrowAnswer*>(data->UserData);
    if (const auto text = answer(data->EventKey == ImGuiKey_UpArrow ? -1 : 1)) {
        data->DeleteChars(0, data->BufTextLen);
        data->InsertChars(0, text->data(), text->data() + text->size());
    }
    return 0;
}

} // namespace

bool segmented(const Interface& ui, const std::string& id, std::span<const Choice> choices, std::size_t& chosen,
               float width) {
    ImDrawList* list = ImGui::GetWindowDrawList();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float height = ui.u(kControlHeight - 2);
    const float rounding = ui.u(kControlRounding);
    outlined(list, at, ImVec2(at.x + width, at.y + height), ui.color.raised, ui.color.line, rounding);
    bool changed = false;
    // Widths follow the labels, so that none is cropped where another has room to spare.
    float textWidth = 0;
    for (const Choice& choice : choices)
        textWidth += textSize(ui.font.body, choice.label).x;
    const float air = (width - textWidth) / static_cast<float>(choices.size());
    float x = at.x;
    ImGui::PushID(id.c_str());
    ImGui::BeginGroup();
    for (std::size_t i = 0; i < choices.size(); ++i) {
        const float segment =
            i + 1 == choices.size() ? at.x + width - x : std::round(textSize(ui.font.body, choices[i].label).x + air);
        ImGui::SetCursorScreenPos(ImVec2(x, at.y));
        ImGui::PushID(static_cast<int>(i));
        if (ImGui::InvisibleButton("segment", ImVec2(segment, height)) && chosen != i) {
            chosen = i;
            changed = true;
        }
        handCursor();
        const bool hovered = ImGui::IsItemHovered();
        const ImVec2 min(x + 1, at.y + 1);
        const ImVec2 max(x + segment - 1, at.y + height - 1);
        if (chosen == i)
            list->AddRectFilled(min, max, ui.color.selected, rounding - 1);
        else if (hovered)
            list->AddRectFilled(min, max, ui.color.hovered, rounding - 1);
        centredText(list, ui.font.body, min, max, chosen == i || hovered ? ui.color.text : ui.color.muted,
                    choices[i].label);
        focusRing(ui, kControlRounding);
        explain(ui, choices[i].explanation);
        mark(ui, id + "." + std::to_string(i));
        ImGui::PopID();
        x += segment;
    }
    ImGui::EndGroup();
    ImGui::PopID();
    mark(ui, id);
    return changed;
}

bool toggle(const Interface& ui, const std::string& id, std::string_view label, bool& on,
            std::string_view explanation) {
    ImDrawList* list = ImGui::GetWindowDrawList();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x;
    const float height = ui.u(25);
    const bool pressed = ImGui::InvisibleButton(id.c_str(), ImVec2(width, height));
    handCursor();
    if (pressed)
        on = !on;
    const bool hovered = ImGui::IsItemHovered();
    const float middle = std::round(at.y + height / 2);
    drawText(list, ui.font.body, ImVec2(at.x, middle - ui.font.body->FontSize * ui.font.body->Scale / 2), ui.color.text,
             fitted(ui.font.body, label, width - ui.u(36)));
    const ImVec2 max(at.x + width, middle + ui.u(7));
    const ImVec2 min(max.x - ui.u(26), middle - ui.u(7));
    const float radius = (max.y - min.y) / 2;
    list->AddRectFilled(min, max, on ? ui.color.accent : ui.color.selected, radius);
    if (!on)
        list->AddRect(min, max, ui.color.line, radius);
    const float knob = on ? max.x - radius : min.x + radius;
    list->AddCircleFilled(ImVec2(knob, middle), radius - ui.u(2.5), on ? ui.color.onAccent : ui.color.muted);
    if (hovered)
        list->AddRectFilled(min, max, ui.color.hovered, radius);
    focusRing(ui, 4);
    explain(ui, explanation);
    mark(ui, id);
    return pressed;
}

bool checkbox(const Interface& ui, const std::string& id, std::string_view label, bool& on,
              std::string_view explanation) {
    ImDrawList* list = ImGui::GetWindowDrawList();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float side = ui.u(16);
    const ImVec2 size(side + ui.u(8) + textSize(ui.font.body, label).x, ui.u(24));
    const bool pressed = ImGui::InvisibleButton(id.c_str(), size);
    handCursor();
    if (pressed)
        on = !on;
    const ImVec2 min(at.x, std::round(at.y + (size.y - side) / 2));
    const ImVec2 max(min.x + side, min.y + side);
    outlined(list, min, max, on ? ui.color.accent : ui.color.raised,
             on ? 0 : (ImGui::IsItemHovered() ? ui.color.muted : ui.color.line), ui.u(4));
    if (on)
        drawIcon(list, Icon::check, ImVec2((min.x + max.x) / 2, (min.y + max.y) / 2), ui.u(12), ui.color.onAccent);
    drawText(list, ui.font.body, ImVec2(max.x + ui.u(8), at.y + (size.y - textSize(ui.font.body, label).y) / 2),
             ui.color.text, label);
    focusRing(ui, 4);
    explain(ui, explanation);
    mark(ui, id);
    return pressed;
}

bool combo(const Interface& ui, const std::string& id, std::span<const Choice> choices, std::size_t& chosen,
           float width, std::string_view explanation) {
    ImDrawList* list = ImGui::GetWindowDrawList();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float height = ui.u(kControlHeight);
    const ImVec2 max(at.x + width, at.y + height);
    const std::string popup = id + ".list";
    const bool pressed = ImGui::InvisibleButton(id.c_str(), ImVec2(width, height));
    handCursor();
    const bool hovered = ImGui::IsItemHovered();
    outlined(list, at, max, ui.color.raised, hovered ? ui.color.muted : ui.color.line, ui.u(kControlRounding));
    if (chosen < choices.size()) {
        const std::string text = fitted(ui.font.body, choices[chosen].label, width - ui.u(40));
        drawText(list, ui.font.body, ImVec2(at.x + ui.u(11), at.y + (height - textSize(ui.font.body, text).y) / 2),
                 ui.color.text, text);
    }
    drawIcon(list, Icon::chevronDown, ImVec2(max.x - ui.u(16), at.y + height / 2), ui.u(14), ui.color.muted);
    focusRing(ui, kControlRounding);
    explain(ui, explanation);
    mark(ui, id);
    if (pressed)
        ImGui::OpenPopup(popup.c_str());
    bool changed = false;
    if (beginPopup(ui, popup, {at, max})) {
        // Of a long list not every name is measured, and only what is seen is drawn.
        constexpr std::size_t kMeasured = 200;
        float entryWidth = width - ui.u(12);
        std::vector<MenuEntry> entries;
        for (std::size_t i = 0; i < std::min(choices.size(), kMeasured); ++i)
            entries.push_back({choices[i].label, "", true, false});
        entryWidth = std::max(entryWidth, menuWidth(ui, entries));
        const float entryHeight = ui.u(kMenuEntryHeight);
        const std::size_t before = chosen;
        if (ImGui::IsWindowAppearing())
            ImGui::SetScrollY((static_cast<float>(chosen) - 3) * entryHeight);
        const auto entry = [&](std::size_t i) {
            const std::string label = choices.size() > kMeasured
                                          ? fitted(ui.font.body, choices[i].label, entryWidth - ui.u(44))
                                          : choices[i].label;
            if (menuEntry(ui, id + "." + std::to_string(i), {label, "", true, i == before}, entryWidth)) {
                changed = before != i;
                chosen = i;
            }
            explain(ui, choices[i].explanation);
            if (i == before && ImGui::IsWindowAppearing())
                ImGui::SetItemDefaultFocus(); // the keyboard begins at what is chosen
        };
        // While it appears it has no size yet, and a clipper would leave out the one that is chosen.
        constexpr std::size_t kShort = 40;
        if (choices.size() <= kShort || ImGui::IsWindowAppearing()) {
            for (std::size_t i = 0; i < choices.size(); ++i)
                entry(i);
        } else {
            ImGuiListClipper clipper;
            clipper.Begin(static_cast<int>(choices.size()), entryHeight);
            while (clipper.Step())
                for (int row = clipper.DisplayStart; row < clipper.DisplayEnd; ++row)
                    entry(static_cast<std::size_t>(row));
            clipper.End();
        }
        endPopup(ui);
    }
    return changed;
}

bool slider(const Interface& ui, const std::string& id, double& value, double low, double high, float width,
            std::string_view explanation) {
    ImDrawList* list = ImGui::GetWindowDrawList();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float height = ui.u(18);
    ImGui::InvisibleButton(id.c_str(), ImVec2(width, height));
    const bool active = ImGui::IsItemActive();
    const float radius = ui.u(7);
    const float left = at.x + radius;
    const float span = width - 2 * radius;
    double next = value;
    if (active && high > low) {
        const float t = std::clamp((ImGui::GetIO().MousePos.x - left) / span, 0.0F, 1.0F);
        next = low + static_cast<double>(t) * (high - low);
    }
    if (ImGui::IsItemFocused() && navigationVisible()) {
        const double step = (keyPressed(Key::right, true) ? 1.0 : 0.0) - (keyPressed(Key::left, true) ? 1.0 : 0.0);
        next = std::clamp(next + step, low, high);
    }
    const bool changed = next != value;
    value = next;
    const float middle = std::round(at.y + height / 2);
    const float t = high > low ? static_cast<float>(std::clamp((value - low) / (high - low), 0.0, 1.0)) : 0;
    const float knob = left + t * span;
    const float half = ui.u(2);
    list->AddRectFilled(ImVec2(at.x, middle - half), ImVec2(at.x + width, middle + half), ui.color.selected, half);
    list->AddRectFilled(ImVec2(at.x, middle - half), ImVec2(knob, middle + half), faded(ui.color.accent, 0.35F), half);
    if (active || ImGui::IsItemHovered())
        list->AddCircleFilled(ImVec2(knob, middle), radius + ui.u(4), faded(ui.color.accent, 0.18F));
    list->AddCircleFilled(ImVec2(knob, middle), radius, ui.color.accent);
    handCursor();
    focusRing(ui, 6);
    explain(ui, explanation);
    mark(ui, id);
    return changed;
}

float buttonWidth(const Interface& ui, std::string_view label) {
    return textSize(ui.font.medium, label).x + ui.u(28);
}

bool button(const Interface& ui, const std::string& id, std::string_view label, bool primary,
            std::string_view explanation, bool enabled) {
    ImDrawList* list = ImGui::GetWindowDrawList();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const ImVec2 size(buttonWidth(ui, label), ui.u(kControlHeight));
    ImGui::BeginDisabled(!enabled);
    const bool pressed = ImGui::InvisibleButton(id.c_str(), size);
    ImGui::EndDisabled();
    handCursor();
    const bool hovered = enabled && ImGui::IsItemHovered();
    const ImVec2 max(at.x + size.x, at.y + size.y);
    const float alpha = enabled ? 1.0F : 0.45F;
    outlined(list, at, max, faded(primary ? ui.color.accent : ui.color.raised, alpha),
             primary ? 0 : faded(hovered ? ui.color.muted : ui.color.line, alpha), ui.u(kControlRounding));
    if (hovered)
        list->AddRectFilled(at, max, primary ? IM_COL32(255, 255, 255, 28) : ui.color.hovered, ui.u(kControlRounding));
    centredText(list, ui.font.medium, at, max, faded(primary ? ui.color.onAccent : ui.color.text, alpha), label);
    focusRing(ui, kControlRounding);
    explain(ui, explanation);
    mark(ui, id);
    return pressed;
}

bool iconButton(const Interface& ui, const std::string& id, Icon icon, double size, std::string_view explanation,
                std::string_view shortcut, bool raised) {
    ImDrawList* list = ImGui::GetWindowDrawList();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float side = ui.u(size);
    const bool pressed = ImGui::InvisibleButton(id.c_str(), ImVec2(side, side));
    handCursor();
    const bool hovered = ImGui::IsItemHovered();
    const ImVec2 max(at.x + side, at.y + side);
    if (raised)
        outlined(list, at, max, ui.color.panel, ui.color.line, ui.u(kControlRounding));
    if (hovered)
        list->AddRectFilled(at, max, ui.color.hovered, ui.u(kControlRounding));
    drawIcon(list, icon, ImVec2(std::round(at.x + side / 2), std::round(at.y + side / 2)),
             std::round(std::min(side * 0.62F, ui.u(16))), hovered ? ui.color.text : ui.color.muted);
    focusRing(ui, kControlRounding);
    explain(ui, explanation, shortcut);
    mark(ui, id);
    return pressed;
}

bool link(const Interface& ui, const std::string& id, std::string_view text, std::string_view explanation,
          ImFont* font) {
    if (!font)
        font = ui.font.small;
    ImDrawList* list = ImGui::GetWindowDrawList();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const ImVec2 size = textSize(font, text);
    const bool pressed = ImGui::InvisibleButton(id.c_str(), ImVec2(std::max(size.x, 1.0F), std::max(size.y, 1.0F)));
    handCursor();
    const ImU32 color = ImGui::IsItemHovered() ? ui.color.accent : ui.color.muted;
    drawText(list, font, at, color, text);
    const float y = std::round(at.y + size.y) + 0.5F;
    list->AddLine(ImVec2(at.x, y), ImVec2(at.x + size.x, y), faded(color, 0.7F));
    focusRing(ui, 2);
    explain(ui, explanation);
    mark(ui, id);
    return pressed;
}

bool chip(const Interface& ui, const std::string& id, std::string_view text, ChipKind kind,
          std::string_view explanation, bool first, float right) {
    const ImVec2 textExtent = textSize(ui.font.small, text);
    const float extra = kind == ChipKind::removable ? ui.u(14) : 0;
    const ImVec2 size(textExtent.x + ui.u(20) + extra, ui.u(22));
    if (!first) {
        const float end = ImGui::GetItemRectMax().x + ui.u(6) + size.x;
        if (end <= right)
            ImGui::SameLine(0, ui.u(6));
        else
            gap(ui, -3);
    }
    ImDrawList* list = ImGui::GetWindowDrawList();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const bool pressed = ImGui::InvisibleButton(id.c_str(), size);
    const bool hovered = ImGui::IsItemHovered();
    const ImVec2 max(at.x + size.x, at.y + size.y);
    const float rounding = size.y / 2;
    const bool add = kind == ChipKind::add;
    if (add)
        list->AddRect(ImVec2(at.x + 0.5F, at.y + 0.5F), ImVec2(max.x - 0.5F, max.y - 0.5F),
                      hovered ? ui.color.muted : ui.color.line, rounding);
    else
        list->AddRectFilled(at, max, ui.color.selected, rounding);
    if (hovered && kind != ChipKind::plain)
        list->AddRectFilled(at, max, ui.color.hovered, rounding);
    drawText(list, ui.font.small, ImVec2(at.x + ui.u(10), at.y + (size.y - textExtent.y) / 2),
             add && !hovered ? ui.color.muted : ui.color.text, text);
    if (kind == ChipKind::removable)
        drawIcon(list, Icon::close, ImVec2(max.x - ui.u(14), (at.y + max.y) / 2), ui.u(10),
                 hovered ? ui.color.text : ui.color.muted);
    if (kind != ChipKind::plain)
        handCursor();
    focusRing(ui, 11);
    explain(ui, explanation);
    mark(ui, id);
    return pressed;
}

bool textField(const Interface& ui, const std::string& id, std::string& text, std::string_view hint, float width,
               std::string_view explanation, bool focus, double height, const ArrowAnswer* arrows) {
    const float size = ui.font.body->FontSize * ui.font.body->Scale;
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, ImVec2(ui.u(11), (ui.u(height) - size) / 2));
    ImGui::PushStyleVar(ImGuiStyleVar_FrameRounding, ui.u(kControlRounding));
    ImGui::PushStyleColor(ImGuiCol_TextDisabled, ui.color.faint);
    ImGui::SetNextItemWidth(width);
    if (focus)
        ImGui::SetKeyboardFocusHere();
    const std::string hintText(hint);
    noteLetters(ImGui::GetFont(), text);
    ArrowAnswer answer = arrows != nullptr ? *arrows : ArrowAnswer();
    const bool changed = arrows != nullptr
                             ? ImGui::InputTextWithHint(("##" + id).c_str(), hintText.c_str(), &text,
                                                        ImGuiInputTextFlags_CallbackHistory, answerArrow, &answer)
                             : ImGui::InputTextWithHint(("##" + id).c_str(), hintText.c_str(), &text);
    ui.window.tabs.stop(false);
    if (ImGui::IsItemActive()) {
        const ImVec2 min = ImGui::GetItemRectMin();
        const ImVec2 max = ImGui::GetItemRectMax();
        ImGui::GetWindowDrawList()->AddRect(min, max, ui.color.accent, ui.u(kControlRounding), 0, ui.u(1.2));
    }
    ImGui::PopStyleColor();
    ImGui::PopStyleVar(2);
    explain(ui, explanation);
    mark(ui, id);
    return changed;
}

} // namespace jejaring::ui
