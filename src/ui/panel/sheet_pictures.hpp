// SPDX-License-Identifier: MIT
// Sheets in small: the page that an export would write, drawn smaller and kept until it changes.
#pragma once

#include "render/renderer.hpp"
#include "ui/interface.hpp"

#include <map>
#include <memory>
#include <optional>
#include <string>

namespace jejaring::ui {

class SheetPictures {
  public:
    explicit SheetPictures(render::Renderer& renderer) : renderer_(renderer) {}

    // Once a frame: few are drawn in each, so that none takes long.
    void begin() { drawn_ = 0; }

    struct Shown {
        unsigned texture = 0; // its first row at the bottom; 0 while there is none
        double aspect = 16.0 / 9;
        std::optional<core::Message> failure; // why there is none
    };
    // As large as fits into a box of so many pixels.
    [[nodiscard]] Shown get(Interface& ui, const core::Sheet& sheet, int width, int height);

  private:
    struct Kept {
        std::unique_ptr<render::OffscreenTarget> target;
        std::string definition; // that it shows
        std::uint64_t generation = 0;
        int boxWidth = 0;
        int boxHeight = 0;
        std::optional<core::Message> failure;
        std::uint64_t lastUsed = 0;
    };
    void draw(Interface& ui, Kept& kept, const session::SheetPage& page, int width, int height);
    void forgetOldest();

    render::Renderer& renderer_;
    std::map<std::string, Kept> kept_; // by the sheet's id: the old picture stays until the new one is there
    int drawn_ = 0;
    std::uint64_t asked_ = 0;
};

} // namespace jejaring::ui
