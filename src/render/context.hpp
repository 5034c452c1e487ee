// SPDX-License-Identifier: MIT
// OpenGL 3.3 core contexts: one without a window through EGL, one in a GLFW window.
#pragma once

#include "core/result.hpp"

#include <memory>
#include <string>

struct GLFWwindow;

namespace jejaring::render {

// A context without a window. Current on the thread that made it.
class HeadlessContext {
  public:
    // Fails with noOpenGl where EGL offers no OpenGL 3.3 core; the message names driver and version found.
    [[nodiscard]] static core::Result<std::unique_ptr<HeadlessContext>> create();
    ~HeadlessContext();
    HeadlessContext(const HeadlessContext&) = delete;
    HeadlessContext& operator=(const HeadlessContext&) = delete;

  private:
    HeadlessContext() = default;
    struct State;
    std::unique_ptr<State> state_;
};

struct WindowOptions {
    int width = 1600; // screen coordinates
    int height = 900;
    std::string title = "Jejaring";
    bool maximized = false;
};

// A window with a current context, vertical sync on. Main thread only.
class WindowContext {
  public:
    // Fails with noOpenGl where there is no display or no OpenGL 3.3 core.
    [[nodiscard]] static core::Result<std::unique_ptr<WindowContext>> create(const WindowOptions& options);
    ~WindowContext();
    WindowContext(const WindowContext&) = delete;
    WindowContext& operator=(const WindowContext&) = delete;

    [[nodiscard]] GLFWwindow* window() const;
    // Fills the monitor that most of the window is on, or gives the window back its place and size. It stays when
    // another window takes the keyboard, as on a projector beside the speaker's notes.
    void setFullScreen(bool full);
    [[nodiscard]] bool fullScreen() const;
    void swapBuffers();
    // Sleeps until there is an event or wake() was called, at most `seconds` (negative: no limit).
    void waitEvents(double seconds);
    void pollEvents();
    // Any thread: makes waitEvents return.
    static void wake();

  private:
    WindowContext() = default;
    struct State;
    std::unique_ptr<State> state_;
};

// "Mesa llvmpipe, OpenGL 4.5" of the current context.
[[nodiscard]] std::string glDescription();

} // namespace jejaring::render
