// SPDX-License-Identifier: MIT
#include "render/renderer.hpp"

#include "render/frame.hpp"
#include "render/item_painter.hpp"
#include "render/map_painter.hpp"

#include <epoxy/gl.h>

#include <algorithm>
#include <type_traits>

namespace jejaring::render {

struct Renderer::State {
    std::unique_ptr<MapPainter> map;
    std::unique_ptr<ItemPainter> items;
};

Renderer::Renderer() : state_(std::make_unique<State>()) {}
Renderer::~Renderer() = default;

core::Result<std::unique_ptr<Renderer>> Renderer::create(const std::string& shaderFolder) {
    auto map = MapPainter::create(shaderFolder);
    if (!map)
        return map.error();
    auto items = ItemPainter::create(shaderFolder);
    if (!items)
        return items.error();
    std::unique_ptr<Renderer> made(new Renderer);
    made->state_->map = std::move(map).value();
    made->state_->items = std::move(items).value();
    return made;
}

void Renderer::draw(const scene::DisplayList& list, const Viewport& viewport, ItemRange items) {
    const Frame frame = frameOf(list, viewport);
    if (frame.shown.empty())
        return;
    glViewport(frame.viewportX, frame.viewportY, frame.pictureWidth, frame.pictureHeight);
    glDisable(GL_DEPTH_TEST);
    glDisable(GL_STENCIL_TEST);
    glDisable(GL_CULL_FACE);
    glDisable(GL_FRAMEBUFFER_SRGB);
    glColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_TRUE);
    glBlendEquation(GL_FUNC_ADD);
    glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
    glEnable(GL_SCISSOR_TEST);

    if (items.first == 0) {
        scissor(frame, frame.shown);
        const float alpha = static_cast<float>(list.background.a) / 255.0F;
        glClearColor(static_cast<float>(list.background.r) / 255.0F * alpha,
                     static_cast<float>(list.background.g) / 255.0F * alpha,
                     static_cast<float>(list.background.b) / 255.0F * alpha, alpha);
        glClear(GL_COLOR_BUFFER_BIT);
    }

    MapPainter& map = *state_->map;
    ItemPainter& others = *state_->items;
    map.begin(list, frame);
    others.begin(list, frame);
    std::vector<PixelRect> clips{frame.shown};
    const std::size_t last = std::min(items.last, list.items.size());
    for (std::size_t i = 0; i < last; ++i) {
        const bool drawn = i >= items.first;
        std::visit(
            [&](const auto& it) {
                using T = std::decay_t<decltype(it)>;
                if constexpr (std::is_same_v<T, scene::PushClip>) {
                    clips.push_back(intersection(clips.back(), pixelsOf(frame, it.rect)));
                } else if constexpr (std::is_same_v<T, scene::PopClip>) {
                    if (clips.size() > 1)
                        clips.pop_back();
                } else if constexpr (std::is_same_v<T, scene::BeginGroup> || std::is_same_v<T, scene::EndGroup>) {
                    // what belongs together is drawn as what does not
                } else if (!drawn) {
                    return;
                } else if constexpr (std::is_same_v<T, scene::Circle> || std::is_same_v<T, scene::Polyline> ||
                                     std::is_same_v<T, scene::FilledPolygon> || std::is_same_v<T, scene::RoundedRect> ||
                                     std::is_same_v<T, scene::GlyphRun> || std::is_same_v<T, scene::Image>) {
                    others.add(it, clips.back());
                } else {
                    others.flush();
                    map.draw(it, clips.back());
                }
            },
            list.items[i]);
    }
    others.flush();

    glDisable(GL_SCISSOR_TEST);
    glBindVertexArray(0);
    glUseProgram(0);
}

void Renderer::trim() {
    state_->map->trim();
    state_->items->trim();
}

} // namespace jejaring::render
