// SPDX-License-Identifier: MIT
// A page as it will be written, drawn smaller.
#pragma once

#include "session/picture_export.hpp"
#include "ui/dialog/page_image.hpp"

#include <memory>
#include <optional>
#include <string>

namespace jejaring::ui {

class PagePreview {
  public:
    explicit PagePreview(render::Renderer& renderer) : image_(renderer) {}
    // In the middle of the area, as large as fits, drawn anew where the page is another than before. `density`: pixels
    // an ImGui unit. `id` names its place to the probe.
    void draw(Interface& ui, const session::ExportRequest& page, const Area& area, double density,
              const std::string& id);
    void forget() { shown_.reset(); }

  private:
    // What it was drawn for.
    struct Shown {
        publish::Recipe recipe;
        std::shared_ptr<const scene::MapData> map;
        int width = 0; // pixels
    };
    PageImage image_;
    std::optional<Shown> shown_;
};

} // namespace jejaring::ui
