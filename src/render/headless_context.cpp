// SPDX-License-Identifier: MIT
#include "core/phrase.hpp"
#include "render/context.hpp"

#include <epoxy/egl.h>
#include <epoxy/gl.h>

#include <array>
#include <cstdlib>
#include <string_view>
#include <vector>

namespace jejaring::render {

namespace {

// Where a display without a window may come from, in the order in which they are tried. Surfaceless and devices need no
// X server; the default display with a pixel buffer is for drivers that know neither.
enum class Platform { surfaceless, device, pixelBuffer };

// JEJARING_EGL narrows the search to one platform: "surfaceless", "device" or "pbuffer".
std::vector<Platform> platformsToTry() {
    const char* chosen = std::getenv("JEJARING_EGL");
    const std::string_view name = chosen == nullptr ? "" : chosen;
    if (name == "surfaceless")
        return {Platform::surfaceless};
    if (name == "device")
        return {Platform::device};
    if (name == "pbuffer")
        return {Platform::pixelBuffer};
    return {Platform::surfaceless, Platform::device, Platform::pixelBuffer};
}

std::vector<EGLDisplay> displaysOf(Platform platform) {
    std::vector<EGLDisplay> displays;
    const auto add = [&](EGLDisplay display) {
        if (display != EGL_NO_DISPLAY)
            displays.push_back(display);
    };
    switch (platform) {
    case Platform::surfaceless:
        if (epoxy_has_egl_extension(EGL_NO_DISPLAY, "EGL_MESA_platform_surfaceless") &&
            epoxy_has_egl_extension(EGL_NO_DISPLAY, "EGL_EXT_platform_base"))
            add(eglGetPlatformDisplayEXT(EGL_PLATFORM_SURFACELESS_MESA, nullptr, nullptr));
        break;
    case Platform::device:
        if ((epoxy_has_egl_extension(EGL_NO_DISPLAY, "EGL_EXT_device_enumeration") ||
             epoxy_has_egl_extension(EGL_NO_DISPLAY, "EGL_EXT_device_base")) &&
            epoxy_has_egl_extension(EGL_NO_DISPLAY, "EGL_EXT_platform_device")) {
            std::array<EGLDeviceEXT, 16> devices{};
            EGLint count = 0;
            if (eglQueryDevicesEXT(static_cast<EGLint>(devices.size()), devices.data(), &count) == EGL_TRUE)
                for (std::size_t i = 0; i < static_cast<std::size_t>(count); ++i)
                    add(eglGetPlatformDisplayEXT(EGL_PLATFORM_DEVICE_EXT, devices[i], nullptr));
        }
        break;
    case Platform::pixelBuffer:
        add(eglGetDisplay(EGL_DEFAULT_DISPLAY));
        break;
    }
    return displays;
}

} // namespace

struct HeadlessContext::State {
    EGLDisplay display = EGL_NO_DISPLAY;
    EGLContext context = EGL_NO_CONTEXT;
    EGLSurface surface = EGL_NO_SURFACE;

    // Makes a 3.3 core context current, or answers why not.
    [[nodiscard]] std::string open(EGLDisplay candidate) {
        display = candidate;
        EGLint major = 0;
        EGLint minor = 0;
        if (eglInitialize(display, &major, &minor) != EGL_TRUE)
            return core::phrase(JEJARING_TR("EGL cannot be started"));
        if (eglBindAPI(EGL_OPENGL_API) != EGL_TRUE)
            return core::phrase(JEJARING_TR("EGL offers no OpenGL"));
        const bool surfaceless = epoxy_has_egl_extension(display, "EGL_KHR_surfaceless_context");
        const std::array<EGLint, 5> configAttributes{EGL_SURFACE_TYPE, surfaceless ? 0 : EGL_PBUFFER_BIT,
                                                     EGL_RENDERABLE_TYPE, EGL_OPENGL_BIT, EGL_NONE};
        EGLConfig config = nullptr;
        EGLint count = 0;
        if (eglChooseConfig(display, configAttributes.data(), &config, 1, &count) != EGL_TRUE || count == 0)
            return core::phrase(JEJARING_TR("EGL offers no configuration for OpenGL"));
        const std::array<EGLint, 7> contextAttributes{
            EGL_CONTEXT_MAJOR_VERSION,           3,       EGL_CONTEXT_MINOR_VERSION, 3, EGL_CONTEXT_OPENGL_PROFILE_MASK,
            EGL_CONTEXT_OPENGL_CORE_PROFILE_BIT, EGL_NONE};
        context = eglCreateContext(display, config, EGL_NO_CONTEXT, contextAttributes.data());
        if (context == EGL_NO_CONTEXT) {
            const char* vendor = eglQueryString(display, EGL_VENDOR);
            return core::phrase(JEJARING_TR("{0} offers no OpenGL 3.3"), {vendor == nullptr ? "EGL" : vendor});
        }
        if (!surfaceless) {
            const std::array<EGLint, 5> size{EGL_WIDTH, 1, EGL_HEIGHT, 1, EGL_NONE};
            surface = eglCreatePbufferSurface(display, config, size.data());
        }
        if (eglMakeCurrent(display, surface, surface, context) != EGL_TRUE)
            return core::phrase(JEJARING_TR("the graphics driver does not let OpenGL begin"));
        return {};
    }

    void close() {
        if (display == EGL_NO_DISPLAY)
            return;
        eglMakeCurrent(display, EGL_NO_SURFACE, EGL_NO_SURFACE, EGL_NO_CONTEXT);
        if (surface != EGL_NO_SURFACE)
            eglDestroySurface(display, surface);
        if (context != EGL_NO_CONTEXT)
            eglDestroyContext(display, context);
        surface = EGL_NO_SURFACE;
        context = EGL_NO_CONTEXT;
        // Other contexts of this process may share the display, so it is not terminated.
        display = EGL_NO_DISPLAY;
    }
};

core::Result<std::unique_ptr<HeadlessContext>> HeadlessContext::create() {
    std::string reasons;
    std::unique_ptr<HeadlessContext> made(new HeadlessContext);
    made->state_ = std::make_unique<State>();
    for (const Platform platform : platformsToTry()) {
        for (EGLDisplay display : displaysOf(platform)) {
            const std::string reason = made->state_->open(display);
            if (reason.empty())
                return made;
            made->state_->close();
            if (reasons.find(reason) == std::string::npos)
                reasons += (reasons.empty() ? "" : "; ") + reason;
        }
    }
    if (reasons.empty())
        reasons = core::phrase(JEJARING_TR("EGL offers no display"));
    return core::error(core::ErrorCode::noOpenGl,
                       JEJARING_TR("OpenGL 3.3 is not available ({0}). Install the package libgl1-mesa-dri."),
                       {reasons});
}

HeadlessContext::~HeadlessContext() {
    if (state_)
        state_->close();
}

std::string glDescription() {
    const auto text = [](GLenum name) {
        const auto* value = reinterpret_cast<const char*>(glGetString(name));
        return std::string(value == nullptr ? "" : value);
    };
    return text(GL_RENDERER) + ", OpenGL " + text(GL_VERSION);
}

} // namespace jejaring::render
