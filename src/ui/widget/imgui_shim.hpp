// SPDX-License-Identifier: MIT
// The one place that knows which Dear ImGui it is built with. 1.86 has neither named keys for everything nor an input
// queue of its own; newer ones have both.
#pragma once

#include "render/window_input.hpp"

#include <deque>
#include <imgui.h>
#include <string>

namespace jejaring::ui {

// Of a child window: the keyboard walks through it as through its parent.
#if IMGUI_VERSION_NUM >= 19090
inline constexpr int kNavFlattened = 0;
#else
inline constexpr int kNavFlattened = ImGuiWindowFlags_NavFlattened;
#endif

// clang-format off
enum class Key {
    left, right, up, down, home, end, pageUp, pageDown, enter, keypadEnter, escape, tab, backspace, deleteKey, space,
    plus, keypadPlus, minus, keypadMinus, zero, slash, f1, f2, f5, f11,
    a, b, c, d, e, i, k, l, n, o, q, s, v, x, y, z,
};
// clang-format on

// True in the frame in which the key went down (and, with `repeat`, again while it is held).
[[nodiscard]] bool keyPressed(Key key, bool repeat = false);
[[nodiscard]] bool keyDown(Key key);
[[nodiscard]] bool controlDown();
[[nodiscard]] bool shiftDown();
[[nodiscard]] bool altDown();
// The digits typed in this frame.
[[nodiscard]] std::string digitsTyped();

// Hands events to ImGui, oldest first, as many as one frame can take without losing a press or a letter; the rest stays
// in the queue for the next frame. Call between the backend's NewFrame and ImGui's.
void feedInput(std::deque<render::InputEvent>& queue);

// ImGui's own marks of keyboard focus are wanted: keyboard navigation is in use.
[[nodiscard]] bool navigationVisible();
// A key was pressed since the pointer last did anything: what lies under it is not what the user attends to.
[[nodiscard]] bool pointerRests();
// What was pressed in this frame was pressed by Enter or Space, and not by the mouse.
[[nodiscard]] bool pressedByKey();

// Starts both backends on the window's context, and ends them.
void startBackends(GLFWwindow* window);
void stopBackends();
void backendNewFrame();
void backendDraw();
// The font texture is made anew from ImGui's atlas.
void rebuildFontTexture();

// A GL texture as ImGui names textures.
[[nodiscard]] ImTextureID textureId(unsigned texture);

} // namespace jejaring::ui
