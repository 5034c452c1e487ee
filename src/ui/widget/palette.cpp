// SPDX-License-Identifier: MIT
#include "ui/widget/palette.hpp"

#include <algorithm>

namespace jejaring::ui {
namespace {

scene::Color mix(scene::Color a, scene::Color b, double share) {
    const auto blend = [share](std::uint8_t x, std::uint8_t y) {
        return static_cast<std::uint8_t>(x + (y - x) * share + 0.5);
    };
    return {blend(a.r, b.r), blend(a.g, b.g), blend(a.b, b.b), 255};
}

} // namespace

ImU32 packed(scene::Color color) {
    return IM_COL32(color.r, color.g, color.b, color.a);
}

ImU32 faded(ImU32 color, float alpha) {
    const auto old = static_cast<float>(color >> IM_COL32_A_SHIFT & 0xffU);
    return (color & ~IM_COL32_A_MASK) | (static_cast<ImU32>(old * alpha + 0.5F) << IM_COL32_A_SHIFT);
}

ImU32 rampAt(const Palette& palette, double share) {
    const auto index = static_cast<std::size_t>(std::clamp(share * 5, 0.0, 4.0));
    return palette.ramp[index];
}

Palette paletteOf(scene::Theme theme) {
    const scene::Style& style = scene::styleOf(theme);
    const bool dark = theme == scene::Theme::dark;
    Palette palette;
    palette.dark = dark;
    palette.sea = packed(style.sea);
    palette.panel = packed(style.panel);
    palette.raised = packed(style.raised);
    palette.line = packed(style.line);
    palette.text = packed(style.text);
    palette.muted = packed(style.muted);
    palette.faint = packed(mix(style.muted, style.panel, 0.35));
    palette.accent = packed(style.accent);
    palette.onAccent = packed(dark ? style.sea : scene::rgb(0xffffff));
    palette.warning = packed(style.warning);
    palette.selected = packed(dark ? scene::rgb(0x223144) : scene::rgb(0xe5edf3));
    palette.hovered = dark ? IM_COL32(255, 255, 255, 10) : IM_COL32(15, 40, 65, 10);
    palette.scrim = dark ? IM_COL32(6, 10, 16, 150) : IM_COL32(30, 45, 60, 80);
    palette.shadow = dark ? IM_COL32(0, 0, 0, 255) : IM_COL32(20, 45, 70, 255);
    palette.noRecord = packed(style.noRecord);
    palette.zero = packed(style.zero);
    for (std::size_t i = 0; i < palette.ramp.size(); ++i)
        palette.ramp[i] = packed(style.ramp[i]);
    return palette;
}

void applyStyle(const Palette& palette, float scale) {
    ImGuiStyle& style = ImGui::GetStyle();
    style = ImGuiStyle();
    style.WindowPadding = ImVec2(0, 0);
    style.WindowRounding = 0;
    style.WindowBorderSize = 0;
    style.ChildRounding = 0;
    style.ChildBorderSize = 0;
    style.PopupRounding = 8;
    style.PopupBorderSize = 1;
    style.FramePadding = ImVec2(10, 8);
    style.FrameRounding = 6;
    style.FrameBorderSize = 1;
    style.ItemSpacing = ImVec2(8, 8);
    style.ItemInnerSpacing = ImVec2(8, 4);
    style.ScrollbarSize = 8;
    style.ScrollbarRounding = 4;
    style.GrabRounding = 4;
    style.DisabledAlpha = 0.45F;
    style.ScaleAllSizes(scale);
    style.WindowMinSize = ImVec2(1, 1); // what is rounded down to nothing would end the program
    style.PopupBorderSize = 1;
    style.FrameBorderSize = 1;

    const auto set = [&style](ImGuiCol which, ImU32 color) {
        style.Colors[which] = ImGui::ColorConvertU32ToFloat4(color);
    };
    for (int i = 0; i < ImGuiCol_COUNT; ++i)
        set(i, palette.raised);
    set(ImGuiCol_Text, palette.text);
    set(ImGuiCol_TextDisabled, palette.muted);
    set(ImGuiCol_WindowBg, palette.panel);
    set(ImGuiCol_ChildBg, 0);
    set(ImGuiCol_PopupBg, palette.dark ? palette.raised : palette.panel);
    set(ImGuiCol_Border, palette.line);
    set(ImGuiCol_BorderShadow, 0);
    set(ImGuiCol_FrameBg, palette.raised);
    set(ImGuiCol_FrameBgHovered, palette.raised);
    set(ImGuiCol_FrameBgActive, palette.raised);
    set(ImGuiCol_ScrollbarBg, 0);
    set(ImGuiCol_ScrollbarGrab, faded(palette.muted, 0.35F));
    set(ImGuiCol_ScrollbarGrabHovered, faded(palette.muted, 0.6F));
    set(ImGuiCol_ScrollbarGrabActive, faded(palette.muted, 0.8F));
    set(ImGuiCol_Separator, palette.line);
    set(ImGuiCol_TextSelectedBg, faded(palette.accent, 0.35F));
    set(ImGuiCol_NavHighlight, palette.accent);
    set(ImGuiCol_NavWindowingHighlight, 0);
    set(ImGuiCol_NavWindowingDimBg, 0);
    set(ImGuiCol_ModalWindowDimBg, palette.scrim);
    set(ImGuiCol_Header, palette.selected);
    set(ImGuiCol_HeaderHovered, palette.hovered);
    set(ImGuiCol_HeaderActive, palette.selected);
    set(ImGuiCol_ResizeGrip, 0);
    style.AntiAliasedLinesUseTex = true;
    style.CircleTessellationMaxError = 0.2F;
}

} // namespace jejaring::ui
