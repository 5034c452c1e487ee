// SPDX-License-Identifier: MIT
#include "render/window_input.hpp"

#include <epoxy/gl.h>

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

#include <algorithm>
#include <utility>

namespace jejaring::render {

struct WindowInput::Handlers {
    static void add(GLFWwindow* window, const InputEvent& event) {
        if (auto* self = static_cast<WindowInput*>(glfwGetWindowUserPointer(window)))
            self->events_.push_back(event);
    }
    static void pointer(GLFWwindow* window, double x, double y) {
        auto* self = static_cast<WindowInput*>(glfwGetWindowUserPointer(window));
        // Moves in a row are one move: a slow frame must not fall behind the hand.
        if (self && !self->events_.empty() && self->events_.back().kind == InputEvent::Kind::pointer)
            self->events_.pop_back();
        add(window, {InputEvent::Kind::pointer, x, y});
    }
    static void entered(GLFWwindow* window, int inside) {
        if (!inside)
            add(window, {InputEvent::Kind::pointerLeft});
    }
    static void button(GLFWwindow* window, int code, int action, int) {
        InputEvent event{InputEvent::Kind::button};
        event.code = code;
        event.down = action == GLFW_PRESS;
        add(window, event);
    }
    static void wheel(GLFWwindow* window, double x, double y) { add(window, {InputEvent::Kind::wheel, x, y}); }
    static void key(GLFWwindow* window, int code, int, int action, int) {
        InputEvent event{InputEvent::Kind::key};
        event.code = code;
        event.down = action != GLFW_RELEASE;
        event.repeat = action == GLFW_REPEAT;
        add(window, event);
    }
    static void character(GLFWwindow* window, unsigned code) {
        InputEvent event{InputEvent::Kind::character};
        event.code = static_cast<int>(code);
        add(window, event);
    }
    static void focus(GLFWwindow* window, int gained) {
        InputEvent event{InputEvent::Kind::focus};
        event.down = gained != 0;
        add(window, event);
    }
    static void dropped(GLFWwindow* window, int count, const char** paths) {
        if (auto* self = static_cast<WindowInput*>(glfwGetWindowUserPointer(window)))
            self->dropped_.insert(self->dropped_.end(), paths, paths + count);
        add(window, {InputEvent::Kind::refresh});
    }
    static void refresh(GLFWwindow* window) { add(window, {InputEvent::Kind::refresh}); }
    static void resized(GLFWwindow* window, int, int) { add(window, {InputEvent::Kind::refresh}); }
};

WindowInput::WindowInput(GLFWwindow* window) : window_(window) {
    glfwSetWindowUserPointer(window, this);
    glfwSetCursorPosCallback(window, &Handlers::pointer);
    glfwSetCursorEnterCallback(window, &Handlers::entered);
    glfwSetMouseButtonCallback(window, &Handlers::button);
    glfwSetScrollCallback(window, &Handlers::wheel);
    glfwSetKeyCallback(window, &Handlers::key);
    glfwSetCharCallback(window, &Handlers::character);
    glfwSetDropCallback(window, &Handlers::dropped);
    glfwSetWindowFocusCallback(window, &Handlers::focus);
    glfwSetWindowRefreshCallback(window, &Handlers::refresh);
    glfwSetWindowCloseCallback(window, &Handlers::refresh);
    glfwSetFramebufferSizeCallback(window, &Handlers::resized);
}

WindowInput::~WindowInput() {
    glfwSetWindowUserPointer(window_, nullptr);
}

std::vector<InputEvent> WindowInput::take() {
    return std::exchange(events_, {});
}

std::vector<std::string> WindowInput::takeDropped() {
    return std::exchange(dropped_, {});
}

WindowSize windowSize(GLFWwindow* window) {
    WindowSize size;
    glfwGetWindowSize(window, &size.width, &size.height);
    glfwGetFramebufferSize(window, &size.framebufferWidth, &size.framebufferHeight);
    float scaleX = 1;
    float scaleY = 1;
    glfwGetWindowContentScale(window, &scaleX, &scaleY);
    size.contentScale = std::max(0.5, static_cast<double>(std::max(scaleX, scaleY)));
    size.maximized = glfwGetWindowAttrib(window, GLFW_MAXIMIZED) != 0;
    size.minimized = glfwGetWindowAttrib(window, GLFW_ICONIFIED) != 0;
    return size;
}

bool closeRequested(GLFWwindow* window) {
    return glfwWindowShouldClose(window) != 0;
}

void setCloseRequested(GLFWwindow* window, bool requested) {
    glfwSetWindowShouldClose(window, requested ? GLFW_TRUE : GLFW_FALSE);
}

void setWindowTitle(GLFWwindow* window, const std::string& title) {
    glfwSetWindowTitle(window, title.c_str());
}

void setWindowIcon(GLFWwindow* window, std::vector<unsigned char> pixels, int size) {
    const GLFWimage image{size, size, pixels.data()};
    glfwSetWindowIcon(window, 1, &image);
}

void beginWindowFrame(GLFWwindow* window, float red, float green, float blue) {
    int width = 0;
    int height = 0;
    glfwGetFramebufferSize(window, &width, &height);
    glBindFramebuffer(GL_FRAMEBUFFER, 0);
    glViewport(0, 0, width, height);
    glDisable(GL_SCISSOR_TEST);
    glClearColor(red, green, blue, 1);
    glClear(GL_COLOR_BUFFER_BIT);
}

} // namespace jejaring::render
