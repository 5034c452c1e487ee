// SPDX-License-Identifier: MIT
#include "render/context.hpp"

#include <epoxy/gl.h>
// After epoxy: GLFW is not to bring GL headers of its own.
#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

#include <utility>

namespace jejaring::render {

namespace {

core::Message noWindow(const std::string& reason) {
    return core::error(core::ErrorCode::noOpenGl, JEJARING_TR("No window with OpenGL 3.3 can be opened ({0})."),
                       {reason});
}

std::string lastGlfwError() {
    const char* text = nullptr;
    glfwGetError(&text);
    return text == nullptr ? "GLFW" : text;
}

} // namespace

struct WindowContext::State {
    GLFWwindow* window = nullptr;
    ~State() {
        if (window != nullptr)
            glfwDestroyWindow(window);
        glfwTerminate();
    }
};

core::Result<std::unique_ptr<WindowContext>> WindowContext::create(const WindowOptions& options) {
    if (glfwInit() != GLFW_TRUE)
        return noWindow(lastGlfwError());
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
        return noWindow(lastGlfwError());
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
