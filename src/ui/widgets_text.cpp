// SPDX-License-Identifier: MIT
#include "ui/imgui_shim.hpp"
#include "ui/widgets.hpp"

#include <algorithm>
#include <cfloat>
#include <cmath>

namespace jejaring::ui {

ImVec2 textSize(const ImFont* font, std::string_view text) {
    const float size = font->FontSize * font->Scale;
    return font->CalcTextSizeA(size, FLT_MAX, 0, text.data(), text.data() + text.size());
}

void drawText(ImDrawList* list, ImFont* font, ImVec2 position, ImU32 color, std::string_view text) {
    // Whole pixels keep letters crisp.
    const ImVec2 at(std::round(position.x), std::round(position.y));
    list->AddText(font, font->FontSize * font->Scale, at, color, text.data(), text.data() + text.size());
}

std::string fitted(const ImFont* font, std::string_view text, float width) {
    if (textSize(font, text).x <= width)
        return std::string(text);
    std::size_t low = 0;
    std::size_t high = text.size();
    const auto cut = [text](std::size_t length) {
        while (length > 0 && (static_cast<unsigned char>(text[length]) & 0xc0U) == 0x80U)
            --length;
        while (length > 0 && text[length - 1] == ' ')
            --length;
        return std::string(text.substr(0, length)) + "…";
    };
    while (low + 1 < high) {
        const std::size_t middle = (low + high) / 2;
        if (textSize(font, cut(middle)).x <= width)
            low = middle;
        else
            high = middle;
    }
    return cut(low);
}

void line(const Interface&, ImFont* font, ImU32 color, std::string_view text) {
    const ImVec2 size = textSize(font, text);
    drawText(ImGui::GetWindowDrawList(), font, ImGui::GetCursorScreenPos(), color, text);
    ImGui::Dummy(size);
}

void paragraph(const Interface& ui, ImFont* font, ImU32 color, std::string_view text, float width) {
    const float wrap = width > 0 ? width : ImGui::GetContentRegionAvail().x;
    const float size = font->FontSize * font->Scale;
    ImVec2 at = ImGui::GetCursorScreenPos();
    const float leading = size + ui.u(4);
    float height = 0;
    const char* next = text.data();
    const char* const end = text.data() + text.size();
    while (next < end) {
        const char* stop = font->CalcWordWrapPositionA(font->Scale, next, end, wrap);
        stop = std::find(next, stop, '\n');
        if (stop == next && *next != '\n')
            ++stop;
        drawText(ImGui::GetWindowDrawList(), font, ImVec2(at.x, at.y + height), color,
                 std::string_view(next, static_cast<std::size_t>(stop - next)));
        height += leading;
        next = stop;
        while (next < end && (*next == ' ' || *next == '\n'))
            ++next;
    }
    ImGui::Dummy(ImVec2(wrap, std::max(0.0F, height - ui.u(4))));
}

void caption(const Interface& ui, std::string_view text) {
    line(ui, ui.font.small, ui.color.muted, text);
}

void gap(const Interface& ui, double units) {
    // The cursor moves without an item, so that no spacing is added.
    ImGui::SetCursorPosY(ImGui::GetCursorPosY() + ui.u(units));
}

void separator(const Interface& ui, double above, double below) {
    gap(ui, above - 8);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float y = std::round(at.y) + 0.5F;
    ImGui::GetWindowDrawList()->AddLine(ImVec2(at.x, y), ImVec2(at.x + ImGui::GetContentRegionAvail().x, y),
                                        ui.color.line);
    ImGui::SetCursorPosY(ImGui::GetCursorPosY() + 1);
    gap(ui, below);
}

void explain(const Interface& ui, std::string_view text, std::string_view shortcut) {
    constexpr double kRest = 0.55; // seconds until it shows
    if (text.empty() || ImGui::GetIO().MouseDown[0] ||
        !ImGui::IsItemHovered(ImGuiHoveredFlags_AllowWhenDisabled | ImGuiHoveredFlags_RectOnly) ||
        !ImGui::IsItemHovered(ImGuiHoveredFlags_AllowWhenDisabled))
        return;
    const ImGuiID id = ImGui::GetID(text.data(), text.data() + text.size());
    double& since = ui.window.restingSince;
    const ImVec2 moved = ImGui::GetIO().MouseDelta;
    const bool still = moved.x == 0 && moved.y == 0;
    if (ui.window.restingOn != id || (!still && ui.now - since < kRest)) {
        ui.window.restingOn = id;
        since = ui.now;
    }
    if (ui.now - since < kRest) {
        ui.wakeAt(since + kRest + 0.01);
        return;
    }
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(ui.u(10), ui.u(7)));
    ImGui::PushStyleVar(ImGuiStyleVar_PopupRounding, ui.u(6));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, ui.u(6));
    ImGui::BeginTooltip();
    if (ImGui::IsWindowAppearing())
        ui.keepMoving(); // ImGui measures it in its first frame and shows it in the next, which no event would bring
    const float widest = ui.u(280);
    const ImVec2 size = textSize(ui.font.small, text);
    if (size.x <= widest && !shortcut.empty()) {
        line(ui, ui.font.small, ui.color.text, text);
        ImGui::SameLine(0, ui.u(12));
        line(ui, ui.font.small, ui.color.muted, shortcut);
    } else {
        paragraph(ui, ui.font.small, ui.color.text, text, std::min(size.x + 1, widest));
        if (!shortcut.empty())
            line(ui, ui.font.small, ui.color.muted, shortcut);
    }
    ImGui::EndTooltip();
    ImGui::PopStyleVar(3);
}

void focusRing(const Interface& ui, double rounding) {
    if (!navigationVisible() || !ImGui::IsItemFocused())
        return;
    const ImVec2 min = ImGui::GetItemRectMin();
    const ImVec2 max = ImGui::GetItemRectMax();
    const float out = ui.u(2);
    ImDrawList* list = ImGui::GetWindowDrawList();
    list->PushClipRectFullScreen();
    list->AddRect(ImVec2(min.x - out, min.y - out), ImVec2(max.x + out, max.y + out), ui.color.accent,
                  ui.u(rounding + 2), 0, ui.u(1.5));
    list->PopClipRect();
}

void mark(const Interface& ui, const std::string& name) {
    ui.probe.mark(name, ImGui::GetItemRectMin(), ImGui::GetItemRectMax());
}

void handCursor() {
    if (ImGui::IsItemHovered())
        ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
}

} // namespace jejaring::ui
