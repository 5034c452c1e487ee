// SPDX-License-Identifier: MIT
// The project's sheets as a strip of small pages that can be ordered by dragging, and the notes of the chosen one.
#pragma once

#include "ui/panel/sheet_pictures.hpp"
#include "ui/widget/widgets.hpp"
#include "ui/widget/wrapped_input.hpp"

#include <optional>
#include <string>
#include <vector>

namespace jejaring::ui {

class SheetsPanel {
  public:
    explicit SheetsPanel(render::Renderer& renderer) : pictures_(renderer) {}
    // In the bar of tabs, between `left` and `right`.
    void tools(Interface& ui, float left, float right, float middle);
    void draw(Interface& ui, const Area& area);

  private:
    void empty(Interface& ui, const Area& area);
    void strip(Interface& ui, const Area& area, double density);
    void tile(Interface& ui, std::size_t at, const Area& area, double density);
    // Answers why it cannot be shown, where it cannot.
    std::optional<core::Message> picture(Interface& ui, const core::Sheet& sheet, const Area& area, double density,
                                         ImU32 tint);
    void name(Interface& ui, const core::Sheet& sheet, std::size_t at, const Area& area,
              const std::optional<core::Message>& failure);
    void menu(Interface& ui);
    void keys(Interface& ui);
    void drag(Interface& ui, const Area& strip, double density);
    void side(Interface& ui, const Area& area);
    void notes(Interface& ui, const core::Sheet& sheet, float width, float height);
    void startRenaming(const core::Sheet& sheet);

    SheetPictures pictures_;
    std::vector<Area> tiles_; // of this frame, by place
    std::string pressed_;     // the sheet under the pointer since it went down
    bool dragging_ = false;
    bool focused_ = false; // a tile has the keyboard
    std::string renaming_; // the sheet whose name is being typed
    std::string newName_;
    bool nameTakesFocus_ = false;
    bool nameActive_ = false; // it had the keyboard in the last frame
    bool movedWithAlt_ = false;
    std::string refocus_;     // the sheet that is to have the keyboard
    std::string menuOf_;      // the sheet whose menu is open
    PopupPlace menuPlace_;    // where it was asked for
    std::string shownChosen_; // that the strip was scrolled to
    std::string notesOf_;     // whose notes are in `notes_`
    std::string notes_;
    std::string notesDefinition_; // that they were read from
    WrapState notesWrap_;
    bool editingNotes_ = false;
    bool notesTakeFocus_ = false;
    bool notesActive_ = false;
};

} // namespace jejaring::ui
