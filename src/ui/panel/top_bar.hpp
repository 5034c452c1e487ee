// SPDX-License-Identifier: MIT
// The bar at the top: menus, search, the project's title, language and theme.
#pragma once

#include "ui/commands.hpp"
#include "ui/interface.hpp"
#include "ui/widget/widgets.hpp"

#include <span>

namespace jejaring::ui {

class TopBar {
  public:
    void draw(Interface& ui, const Area& area);
    // Where the search field stands, for the palette to open over it.
    [[nodiscard]] const Area& searchField() const { return searchField_; }

  private:
    float menu(Interface& ui, const char* id, std::string_view name, std::string_view explanation, float x,
               const Area& area);
    void fileMenu(Interface& ui);
    void plainMenu(Interface& ui, const char* id, std::span<const Command> commands);
    void viewMenu(Interface& ui);
    void search(Interface& ui, const Area& area, float left, float right);
    float right(Interface& ui, const Area& area);
    void fit(const Interface& ui, const Area& area, float brand);

    bool brandShown_ = true;
    bool themeShown_ = true;
    float menuAir_ = 0; // on either side of a menu's name, ImGui units
    ImFont* menuFont_ = nullptr;
    Area searchField_;
    PopupPlace menuPlace_; // of the menu named last
    std::string openMenu_;
};

} // namespace jejaring::ui
