// SPDX-License-Identifier: MIT
// What a window's user did, in order, so that no press is lost between two slow frames; and the few things a program
// asks of its window besides.
#pragma once

#include <memory>
#include <string>
#include <vector>

struct GLFWwindow;

namespace jejaring::render {

struct InputEvent {
    enum class Kind { pointer, pointerLeft, button, wheel, key, character, focus, refresh };
    Kind kind = Kind::refresh;
    double x = 0; // pointer: screen coordinates of the window; wheel: notches
    double y = 0;
    int code = 0;      // button: 0 left, 1 right, 2 middle; key: GLFW's key code; character: a Unicode code point
    bool down = false; // button, key; focus: gained
    bool repeat = false;
};

// Takes over the window's input callbacks; one at a time a window. Main thread only.
class WindowInput {
  public:
    explicit WindowInput(GLFWwindow* window);
    ~WindowInput();
    WindowInput(const WindowInput&) = delete;
    WindowInput& operator=(const WindowInput&) = delete;

    // The events since the last call, oldest first.
    [[nodiscard]] std::vector<InputEvent> take();
    // Paths of the files that were dropped on the window since the last call, in the order given.
    [[nodiscard]] std::vector<std::string> takeDropped();

  private:
    struct Handlers;
    GLFWwindow* window_;
    std::vector<InputEvent> events_;
    std::vector<std::string> dropped_;
};

struct WindowSize {
    int width = 0; // screen coordinates
    int height = 0;
    int framebufferWidth = 0; // pixels
    int framebufferHeight = 0;
    double contentScale = 1; // what the desktop asks texts to be enlarged by
    bool maximized = false;
    bool minimized = false;
};

[[nodiscard]] WindowSize windowSize(GLFWwindow* window);
[[nodiscard]] bool closeRequested(GLFWwindow* window);
void setCloseRequested(GLFWwindow* window, bool requested);
void setWindowTitle(GLFWwindow* window, const std::string& title);
// The icon on the title bar and in the task list: `pixels` is RGBA, straight alpha, `size` times `size`.
void setWindowIcon(GLFWwindow* window, std::vector<unsigned char> pixels, int size);
// Binds the window's own framebuffer and fills it with a colour (0 to 1).
void beginWindowFrame(GLFWwindow* window, float red, float green, float blue);

} // namespace jejaring::render
