// SPDX-License-Identifier: MIT
// An atlas: of which regions, by which template, under which names, and where it goes; with a preview of its pages.
#pragma once

#include "session/atlas_export.hpp"
#include "ui/dialog/page_preview.hpp"
#include "ui/dialog/pages_target.hpp"
#include "ui/interface.hpp"

#include <cstddef>
#include <string>

namespace jejaring::ui {

class AtlasDialog {
  public:
    explicit AtlasDialog(render::Renderer& renderer) : preview_(renderer) {}
    void start(const Interface& ui);
    // Draws into the current window; true once the atlas is on its way. `density`: pixels an ImGui unit.
    bool draw(Interface& ui, double density);

  private:
    [[nodiscard]] session::AtlasRequest request(const Interface& ui) const;
    void pages(Interface& ui, const session::AtlasRequest& atlas, const Area& area, double density);
    void options(Interface& ui, float width);
    void chooseRegions(Interface& ui, float width);
    void chooseWords(Interface& ui, float width);
    void fileNames(Interface& ui, float width);

    PagePreview preview_;
    PagesTarget target_{"atlas"};
    std::size_t template_ = 0; // of the templates that an atlas can be made of
    std::size_t page_ = 0;     // of scene::pageFormats()
    std::size_t level_ = 1;    // province, regency
    std::size_t scope_ = 1;    // all, with a record, chosen
    bool opened_ = false;      // once
    std::size_t theme_ = 1;
    std::size_t language_ = 0;
    std::size_t shown_ = 0; // page of the preview
    std::string title_;
    std::string name_;
};

} // namespace jejaring::ui
