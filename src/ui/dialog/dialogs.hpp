// SPDX-License-Identifier: MIT
// What opens over the window: one dialog at a time, closed by Esc.
#pragma once

#include "ui/dialog/atlas_dialog.hpp"
#include "ui/dialog/deck_dialog.hpp"
#include "ui/dialog/export_dialog.hpp"
#include "ui/dialog/file_chooser.hpp"
#include "ui/dialog/import_review.hpp"
#include "ui/dialog/tables_dialog.hpp"
#include "ui/interface.hpp"
#include "ui/panel/picture_viewer.hpp"

namespace jejaring::ui {

class Dialogs {
  public:
    explicit Dialogs(render::Renderer& renderer) : export_(renderer), atlas_(renderer) {}
    // `window`: the whole window.
    void draw(Interface& ui, const Area& window, double density);

  private:
    void title(Interface& ui, std::string_view text);
    void files(Interface& ui);
    void weights(Interface& ui);
    void sources(Interface& ui);
    void shortcuts(Interface& ui);
    void about(Interface& ui);
    void unsaved(Interface& ui);
    void close(Interface& ui);

    Dialog shown_ = Dialog::none;
    FileChooser chooser_;
    ExportDialog export_;
    AtlasDialog atlas_;
    DeckDialog deck_;
    ImportReview import_;
    PictureViewer viewer_;
    TablesDialog tables_;
    core::ImpactWeights weights_;
    std::string sourceFilter_;
    bool opening_ = false;     // the project that the chooser was left for
    bool listWasOpen_ = false; // in the last frame, in the dialog
};

} // namespace jejaring::ui
