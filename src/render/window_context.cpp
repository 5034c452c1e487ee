// SPDX-License-Identifier: MIT
#include "core/phrase.hpp"
#include "render/context.hpp"

#include <epoxy/gl.h>
// After epoxy: GLFW is not to bring GL headers of its own.
#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

#include <algorithm>
#include <cstdlib>
#include <string_view>
#include <utility>

namespace jejaring::render {

namespace {

core::Message noWindow(const std::string& reason) {
    return core::error(core::ErrorCode::noOpenGl, JEJARING_TR("No window with OpenGL 3.3 can be opened ({0})."),
                       {reason});
}

// Why no window was opened, as an argument of a message.
std::string lastGlfwReason() {
    const char* text = nullptr;
    const int code = glfwGetError(&text);
    if (code == GLFW_API_UNAVAILABLE || code == GLFW_VERSION_UNAVAILABLE || code == GLFW_FORMAT_UNAVAILABLE)
        return core::phrase(JEJARING_TR("the graphics driver offers no OpenGL 3.3"));
    const char* const display = std::getenv("DISPLAY");
    if (display == nullptr || *display == '\0')
        return core::phrase(JEJARING_TR("there is no display: DISPLAY is not set"));
    if (text != nullptr && std::string_view(text).find("display") != std::string_view::npos)
        return core::phrase(JEJARING_TR("the display {0} does not answer"), {display});
    return text == nullptr ? "GLFW" : text;
}

// The monitor that shows most of a rectangle of the desktop; nullptr where there is no monitor.
GLFWmonitor* monitorUnder(int x, int y, int width, int height) {
    int count = 0;
    GLFWmonitor** const monitors = glfwGetMonitors(&count);
    GLFWmonitor* best = glfwGetPrimaryMonitor();
    long most = 0;
    for (int i = 0; i < count; ++i) {
        const GLFWvidmode* const mode = glfwGetVideoMode(monitors[i]);
        if (mode == nullptr)
            continue;
        int left = 0;
        int top = 0;
        glfwGetMonitorPos(monitors[i], &left, &top);
        const long across = std::min(x + width, left + mode->width) - std::max(x, left);
        const long down = std::min(y + height, top + mode->height) - std::max(y, top);
        const long shared = across > 0 && down > 0 ? across * down : 0;
        if (shared > most) {
            most = shared;
            best = monitors[i];
        }
    }
    return best;
}

} // namespace

struct WindowContext::State {
    GLFWwindow* window = nullptr;
    // Where the window was before it filled the screen, in screen coordinates.
    int x = 0;
    int y = 0;
    int width = 0;
    int height = 0;
    ~State() {
        if (window != nullptr)
            glfwDestroyWindow(window);
        glfwTerminate();
    }
};

core::Result<std::unique_ptr<WindowContext>> WindowContext::create(const WindowOptions& options) {
    if (glfwInit() != GLFW_TRUE)
        return noWindow(lastGlfwReason());
    std::unique_ptr<WindowContext> made(new WindowContext);
    made->state_ = std::make_unique<State>();
    glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
    glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 3);
    glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
    glfwWindowHint(GLFW_OPENGL_FORWARD_COMPAT, GLFW_TRUE);
    glfwWindowHint(GLFW_DEPTH_BITS, 0);
    glfwWindowHint(GLFW_STENCIL_BITS, 0);
    glfwWindowHint(GLFW_SAMPLES, 0);
    glfwWindowHint(GLFW_SCALE_TO_MONITOR, GLFW_TRUE);
    glfwWindowHint(GLFW_MAXIMIZED, options.maximized ? GLFW_TRUE : GLFW_FALSE);
    glfwWindowHintString(GLFW_X11_CLASS_NAME, "jejaring");
    glfwWindowHintString(GLFW_X11_INSTANCE_NAME, "jejaring");
    made->state_->window = glfwCreateWindow(options.width, options.height, options.title.c_str(), nullptr, nullptr);
    if (made->state_->window == nullptr)
        return noWindow(lastGlfwReason());
    glfwMakeContextCurrent(made->state_->window);
    if (epoxy_gl_version() < 33)
        return noWindow(glDescription());
    glfwSwapInterval(1);
    return made;
}

WindowContext::~WindowContext() = default;

GLFWwindow* WindowContext::window() const {
    return state_->window;
}

bool WindowContext::fullScreen() const {
    return glfwGetWindowMonitor(state_->window) != nullptr;
}

void WindowContext::setFullScreen(bool full) {
    if (full == fullScreen())
        return;
    if (!full) {
        glfwSetWindowMonitor(state_->window, nullptr, state_->x, state_->y, state_->width, state_->height,
                             GLFW_DONT_CARE);
        return;
    }
    glfwGetWindowPos(state_->window, &state_->x, &state_->y);
    glfwGetWindowSize(state_->window, &state_->width, &state_->height);
    GLFWmonitor* const monitor = monitorUnder(state_->x, state_->y, state_->width, state_->height);
    const GLFWvidmode* const mode = monitor == nullptr ? nullptr : glfwGetVideoMode(monitor);
    if (mode == nullptr)
        return; // no monitor is known: the window stays as it is
    glfwSetWindowAttrib(state_->window, GLFW_AUTO_ICONIFY, GLFW_FALSE);
    glfwSetWindowMonitor(state_->window, monitor, 0, 0, mode->width, mode->height, mode->refreshRate);
}

void WindowContext::swapBuffers() {
    glfwSwapBuffers(state_->window);
}

void WindowContext::waitEvents(double seconds) {
    if (seconds < 0)
        glfwWaitEvents();
    else if (seconds == 0)
        glfwPollEvents();
    else
        glfwWaitEventsTimeout(seconds);
}

void WindowContext::pollEvents() {
    glfwPollEvents();
}

void WindowContext::wake() {
    glfwPostEmptyEvent();
}

} // namespace jejaring::render
