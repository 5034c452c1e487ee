// SPDX-License-Identifier: MIT
// The controls the panels are made of. Each stands at ImGui's cursor, advances it, answers true in the frame in which
// the user changed something, shows a ring when it has the keyboard's focus, and names its place to the probe.
// Sizes are layout units; Interface::u makes them ImGui's.
#pragma once

#include "ui/interface.hpp"
#include "ui/widget/icons.hpp"

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace jejaring::ui {

// --- text -----------------------------------------------------------------------------------------------------------
[[nodiscard]] ImVec2 textSize(const ImFont* font, std::string_view text);
void drawText(ImDrawList* list, ImFont* font, ImVec2 position, ImU32 color, std::string_view text);
// The text, or its beginning and "…" where it is wider than `width` (ImGui units).
[[nodiscard]] std::string fitted(const ImFont* font, std::string_view text, float width);
// One line.
void line(const Interface& ui, ImFont* font, ImU32 color, std::string_view text);
// Broken at spaces to the width there is; answers nothing.
void paragraph(const Interface& ui, ImFont* font, ImU32 color, std::string_view text, float width = 0);
// A secondary line over a group of controls.
void caption(const Interface& ui, std::string_view text);
void gap(const Interface& ui, double units);
// A thin line across the width there is, with `above` and `below` units of air.
void separator(const Interface& ui, double above = 14, double below = 14);

// --- feedback on the last item
// ---------------------------------------------------------------------------------------- What the control does, after
// the pointer has rested on it. `shortcut` may be empty.
void explain(const Interface& ui, std::string_view text, std::string_view shortcut = {});
// Where the keyboard is, and that Tab comes by here; `row` as TabOrder::stop() says.
void focusRing(const Interface& ui, double rounding, bool row = false);
void mark(const Interface& ui, const std::string& name);
// The pointer becomes a hand over the last item.
void handCursor();

// --- controls
// -----------------------------------------------------------------------------------------------------------
struct Choice {
    std::string label;
    std::string explanation;
};
bool segmented(const Interface& ui, const std::string& id, std::span<const Choice> choices, std::size_t& chosen,
               float width);
// A labelled switch across the width there is.
bool toggle(const Interface& ui, const std::string& id, std::string_view label, bool& on, std::string_view explanation);
bool combo(const Interface& ui, const std::string& id, std::span<const Choice> choices, std::size_t& chosen,
           float width, std::string_view explanation);
bool slider(const Interface& ui, const std::string& id, double& value, double low, double high, float width,
            std::string_view explanation);
bool button(const Interface& ui, const std::string& id, std::string_view label, bool primary,
            std::string_view explanation, bool enabled = true);
[[nodiscard]] float buttonWidth(const Interface& ui, std::string_view label);
bool iconButton(const Interface& ui, const std::string& id, Icon icon, double size, std::string_view explanation,
                std::string_view shortcut = {}, bool raised = false);
bool link(const Interface& ui, const std::string& id, std::string_view text, std::string_view explanation,
          ImFont* font = nullptr);
enum class ChipKind { plain, removable, add };
// Chips flow: each stands beside the last one while there is room in `right` (ImGui units), else on a new line.
bool chip(const Interface& ui, const std::string& id, std::string_view text, ChipKind kind,
          std::string_view explanation, bool first, float right);
// What a list beside a text field does when the arrow up (−1) or down (1) is pressed in the field, and the text that
// takes the place of the one in it.
using ArrowAnswer = std::function<std::optional<std::string>(int)>;
bool textField(const Interface& ui, const std::string& id, std::string& text, std::string_view hint, float width,
               std::string_view explanation, bool focus = false, double height = 32,
               const ArrowAnswer* arrows = nullptr);
bool checkbox(const Interface& ui, const std::string& id, std::string_view label, bool& on,
              std::string_view explanation);

// --- menus and lists
// -----------------------------------------------------------------------------------------------------
struct MenuEntry {
    std::string label;
    std::string shortcut;
    bool enabled = true;
    bool checked = false;
    bool keepsOpen = false; // the menu stays open after it was chosen
};
inline constexpr double kMenuEntryHeight = 30; // layout units
bool menuEntry(const Interface& ui, const std::string& id, const MenuEntry& entry, float width);
// The width that entries need, with their shortcuts.
[[nodiscard]] float menuWidth(const Interface& ui, std::span<const MenuEntry> entries);
enum class PopupSide : std::uint8_t { below, right };
// What a menu or list opens beside, ImGui units: below it, or above where there is more room; to its right, or to its
// left. It stays within the window, and scrolls where it is longer than the room there.
struct PopupPlace {
    ImVec2 min;
    ImVec2 max;
    PopupSide side = PopupSide::below;
    bool alignRight = false; // its right edge stands below that of what it belongs to
    double paddingX = 6;     // layout units
    double paddingY = 6;
};
bool beginPopup(const Interface& ui, const std::string& id, const PopupPlace& place);
void endPopup(const Interface& ui);
// A row of a list across the width there is, to be drawn over by the caller.
bool listRow(const Interface& ui, const std::string& id, double height, bool selected);

// A panel's ground: a window without anything of its own. `padding` in layout units. One that floats stands before
// the others.
bool beginPanel(const Interface& ui, const char* name, const Area& area, ImU32 ground, ImVec2 padding,
                int extraFlags = 0, bool floats = false);
void endPanel();

} // namespace jejaring::ui
