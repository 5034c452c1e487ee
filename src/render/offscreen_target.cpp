// SPDX-License-Identifier: MIT
#include "render/renderer.hpp"

#include <epoxy/gl.h>

#include <algorithm>
#include <cstring>

namespace jejaring::render {

void straightenAlpha(std::span<std::uint8_t> rgba) {
    for (std::size_t i = 0; i + 3 < rgba.size(); i += 4) {
        const unsigned alpha = rgba[i + 3];
        if (alpha == 255)
            continue;
        for (std::size_t channel = i; channel < i + 3; ++channel)
            rgba[channel] =
                alpha == 0 ? std::uint8_t{0}
                           : static_cast<std::uint8_t>(std::min(255U, (rgba[channel] * 255U + alpha / 2U) / alpha));
    }
}

core::Result<std::unique_ptr<OffscreenTarget>> OffscreenTarget::create(int width, int height) {
    GLint largest = 0;
    glGetIntegerv(GL_MAX_TEXTURE_SIZE, &largest);
    if (width < 1 || height < 1 || width > largest || height > largest)
        return core::error(core::ErrorCode::invalidArgument,
                           JEJARING_TR("A picture of {0} × {1} pixels cannot be drawn; up to {2} are possible."),
                           {std::to_string(width), std::to_string(height), std::to_string(largest)});
    std::unique_ptr<OffscreenTarget> made(new OffscreenTarget);
    made->width_ = width;
    made->height_ = height;
    glGenFramebuffers(1, &made->framebuffer_);
    glGenTextures(1, &made->texture_);
    glBindTexture(GL_TEXTURE_2D, made->texture_);
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, width, height, 0, GL_RGBA, GL_UNSIGNED_BYTE, nullptr);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAX_LEVEL, 0);
    glBindFramebuffer(GL_FRAMEBUFFER, made->framebuffer_);
    glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, made->texture_, 0);
    if (glCheckFramebufferStatus(GL_FRAMEBUFFER) != GL_FRAMEBUFFER_COMPLETE)
        return core::error(core::ErrorCode::noOpenGl,
                           JEJARING_TR("The graphics driver cannot draw a picture of {0} × {1} pixels."),
                           {std::to_string(width), std::to_string(height)});
    return made;
}

OffscreenTarget::~OffscreenTarget() {
    glDeleteFramebuffers(1, &framebuffer_);
    glDeleteTextures(1, &texture_);
}

void OffscreenTarget::bind() const {
    glBindFramebuffer(GL_FRAMEBUFFER, framebuffer_);
}

void OffscreenTarget::copyFrom(const OffscreenTarget& other) const {
    glDisable(GL_SCISSOR_TEST);
    glBindFramebuffer(GL_READ_FRAMEBUFFER, other.framebuffer_);
    glBindFramebuffer(GL_DRAW_FRAMEBUFFER, framebuffer_);
    glBlitFramebuffer(0, 0, other.width_, other.height_, 0, 0, width_, height_, GL_COLOR_BUFFER_BIT, GL_NEAREST);
}

void OffscreenTarget::flush() {
    glFlush();
}

void OffscreenTarget::readRaw(int firstRow, int rows, std::span<std::uint8_t> out) const {
    if (out.size() < static_cast<std::size_t>(width_) * 4 * static_cast<std::size_t>(rows))
        return;
    glBindFramebuffer(GL_READ_FRAMEBUFFER, framebuffer_);
    glPixelStorei(GL_PACK_ALIGNMENT, 4);
    glReadPixels(0, height_ - firstRow - rows, width_, rows, GL_RGBA, GL_UNSIGNED_BYTE, out.data());
}

void OffscreenTarget::read(int firstRow, int rows, std::span<std::uint8_t> out) const {
    const std::size_t rowBytes = static_cast<std::size_t>(width_) * 4;
    const std::size_t count = static_cast<std::size_t>(rows);
    if (out.size() < rowBytes * count)
        return;
    readRaw(firstRow, rows, out);
    for (std::size_t row = 0; row < count / 2; ++row)
        std::swap_ranges(out.begin() + static_cast<std::ptrdiff_t>(row * rowBytes),
                         out.begin() + static_cast<std::ptrdiff_t>((row + 1) * rowBytes),
                         out.begin() + static_cast<std::ptrdiff_t>((count - 1 - row) * rowBytes));
    straightenAlpha(out.first(rowBytes * count));
}

} // namespace jejaring::render
