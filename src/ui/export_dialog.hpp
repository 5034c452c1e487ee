// SPDX-License-Identifier: MIT
// A picture for a presentation: its choices, and a preview that is the output drawn smaller.
#pragma once

#include "render/renderer.hpp"
#include "session/picture_export.hpp"
#include "ui/file_chooser.hpp"
#include "ui/interface.hpp"

#include <memory>
#include <optional>
#include <string>

namespace jejaring::ui {

class ExportDialog {
  public:
    explicit ExportDialog(render::Renderer& renderer) : renderer_(renderer) {}
    void start(const Interface& ui);
    // Draws into the current window; true once the picture is on its way. `density`: pixels an ImGui unit.
    bool draw(Interface& ui, double density);

  private:
    enum class Extent : std::uint8_t { country, region, view };
    // What the preview was drawn for.
    struct Shown {
        session::ExportRequest request;
        int width = 0; // pixels of the preview
    };

    [[nodiscard]] session::ExportRequest request(const Interface& ui) const;
    void preview(Interface& ui, const Area& area, double density);
    void chooseFormat(Interface& ui, float width);
    bool options(Interface& ui, float width);
    bool write(Interface& ui);
    [[nodiscard]] static bool same(const session::ExportRequest& a, const session::ExportRequest& b);

    render::Renderer& renderer_;
    std::unique_ptr<render::OffscreenTarget> target_;
    std::optional<Shown> shown_;
    FileChooser chooser_;
    bool choosing_ = false;
    Extent extent_ = Extent::country;
    std::size_t format_ = 0; // of session::PictureFormat
    std::size_t size_ = 1;
    double scale_ = 2;
    std::size_t theme_ = 0;
    std::size_t language_ = 0;
    std::string title_;
    std::string path_;
    bool transparent_ = false;
    bool furniture_ = true;
    bool asking_ = false; // whether the file may be replaced
};

} // namespace jejaring::ui
