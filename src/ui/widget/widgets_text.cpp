// SPDX-License-Identifier: MIT
#include "ui/widget/imgui_shim.hpp"
#include "ui/widget/other_letters.hpp"
#include "ui/widget/tooltip_place.hpp"
#include "ui/widget/widgets.hpp"

#include <algorithm>
#include <cfloat>
#include <cmath>

namespace jejaring::ui {
namespace {

// The lines that a text is broken to, at spaces and where it says so.
std::vector<std::string_view> brokenLines(const ImFont* font, std::string_view text, float wrap) {
    std::vector<std::string_view> lines;
    const char* next = text.data();
    const char* const end = text.data() + text.size();
    while (next < end) {
        const char* stop = font->CalcWordWrapPositionA(font->Scale, next, end, wrap);
        stop = std::find(next, stop, '\n');
        if (stop == next && *next != '\n')
            ++stop;
        lines.emplace_back(next, static_cast<std::size_t>(stop - next));
        next = stop;
        while (next < end && (*next == ' ' || *next == '\n'))
            ++next;
    }
    return lines;
}

// That the tooltips of this frame must keep clear of; those of the frame before are kept, for a control does not know
// the ones that are drawn after it.
void noteControl(WindowState& window) {
    if (!ImGui::IsItemVisible())
        return;
    const ImVec2 min = ImGui::GetItemRectMin();
    const ImVec2 max = ImGui::GetItemRectMax();
    window.controls.push_back({min.x, min.y, max.x - min.x, max.y - min.y});
}

} // namespace

ImVec2 textSize(const ImFont* font, std::string_view text) {
    const float size = font->FontSize * font->Scale;
    if (text.empty()) // which may have no address that ImGui could look for an end from
        return {0, size};
    std::string buffer;
    const std::string_view drawn = drawable(font, text, buffer);
    return font->CalcTextSizeA(size, FLT_MAX, 0, drawn.data(), drawn.data() + drawn.size());
}

void drawText(ImDrawList* list, ImFont* font, ImVec2 position, ImU32 color, std::string_view text) {
    // Whole pixels keep letters crisp.
    const ImVec2 at(std::round(position.x), std::round(position.y));
    std::string buffer;
    const std::string_view drawn = drawable(font, text, buffer);
    list->AddText(font, font->FontSize * font->Scale, at, color, drawn.data(), drawn.data() + drawn.size());
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
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float leading = font->FontSize * font->Scale + ui.u(4);
    float height = 0;
    for (const std::string_view each : brokenLines(font, text, wrap)) {
        drawText(ImGui::GetWindowDrawList(), font, ImVec2(at.x, at.y + height), color, each);
        height += leading;
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
    noteControl(ui.window);
    if (text.empty() || ImGui::GetIO().MouseDown[0] ||
        !ImGui::IsItemHovered(ImGuiHoveredFlags_AllowWhenDisabled | ImGuiHoveredFlags_RectOnly) ||
        !ImGui::IsItemHovered(ImGuiHoveredFlags_AllowWhenDisabled))
        return;
    if (pointerRests() && !navigationVisible())
        return;
    const ImGuiID id = ImGui::GetID(text.data(), text.data() + text.size());
    // Who has clicked knows what the control does, and looks at what came of it.
    if (ImGui::IsMouseReleased(0))
        ui.window.clickedAt = ImGui::GetIO().MousePos;
    if (const ImVec2 at = ImGui::GetIO().MousePos; ui.window.clickedAt.x == at.x && ui.window.clickedAt.y == at.y)
        return;
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
    ImFont* font = ui.font.small;
    const float leading = font->FontSize * font->Scale + ui.u(4);
    const std::vector<std::string_view> lines = brokenLines(font, text, ui.u(280));
    const ImVec2 keys = textSize(font, shortcut);
    const bool beside = lines.size() == 1 && !shortcut.empty(); // the keys stand beside the words
    float width = beside ? textSize(font, lines.front()).x + ui.u(12) + keys.x : keys.x;
    for (const std::string_view each : lines)
        width = std::max(width, textSize(font, each).x);
    const std::size_t rows = lines.size() + (beside || shortcut.empty() ? 0 : 1);
    const ImVec2 padding(ui.u(10), ui.u(7));
    const ImVec2 size(std::ceil(width) + 2 * padding.x,
                      std::ceil(static_cast<float>(rows) * leading - ui.u(4)) + 2 * padding.y);
    const ImVec2 min = ImGui::GetItemRectMin();
    const ImVec2 max = ImGui::GetItemRectMax();
    const ImVec2 display = ImGui::GetIO().DisplaySize;
    const ImVec2 pointer = ImGui::GetIO().MousePos;
    const auto rect = [](ImVec2 from, ImVec2 to) {
        return scene::Rect{static_cast<double>(from.x), static_cast<double>(from.y), static_cast<double>(to.x - from.x),
                           static_cast<double>(to.y - from.y)};
    };
    std::vector<scene::Rect> others;
    for (const Area& control : ui.window.controlsBefore)
        others.push_back(rect(control.min(), control.max()));
    const geo::Point corner =
        placeTooltip(rect(min, max), {static_cast<double>(pointer.x), static_cast<double>(pointer.y)},
                     {static_cast<double>(size.x), static_cast<double>(size.y)}, others, rect(ImVec2(0, 0), display),
                     static_cast<double>(ui.unit));
    const ImVec2 at(static_cast<float>(corner.x), static_cast<float>(corner.y));
    // Over everything, without being a window of its own that ImGui would have to measure first.
    ImDrawList* list = ImGui::GetForegroundDrawList();
    const ImVec2 end(at.x + size.x, at.y + size.y);
    list->AddRectFilled(ImVec2(at.x + ui.u(1), at.y + ui.u(2)), ImVec2(end.x + ui.u(1), end.y + ui.u(3)),
                        faded(ui.color.shadow, 0.18F), ui.u(6));
    list->AddRectFilled(at, end, ImGui::GetColorU32(ImGuiCol_PopupBg), ui.u(6));
    list->AddRect(ImVec2(at.x + 0.5F, at.y + 0.5F), ImVec2(end.x - 0.5F, end.y - 0.5F), ui.color.line, ui.u(6));
    float y = at.y + padding.y;
    for (const std::string_view each : lines) {
        drawText(list, font, ImVec2(at.x + padding.x, y), ui.color.text, each);
        y += leading;
    }
    if (beside)
        drawText(list, font, ImVec2(end.x - padding.x - keys.x, at.y + padding.y), ui.color.muted, shortcut);
    else if (!shortcut.empty())
        drawText(list, font, ImVec2(at.x + padding.x, y), ui.color.muted, shortcut);
    ui.probe.mark("tooltip", at, end);
}

void focusRing(const Interface& ui, double rounding, bool row) {
    ui.window.tabs.stop(row);
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
