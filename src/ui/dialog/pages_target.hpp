// SPDX-License-Identifier: MIT
// Where many pages go: in which format, to which file or folder. The lower end of the dialogs of the atlas and of the
// sheets.
#pragma once

#include "session/page_run.hpp"
#include "ui/dialog/file_row.hpp"
#include "ui/interface.hpp"

#include <cstddef>
#include <optional>
#include <string>

namespace jejaring::ui {

class PagesTarget {
  public:
    // `id` begins the names of its widgets: "atlas".
    explicit PagesTarget(const std::string& id) : id_(id), file_(id) {}

    // `name` begins that of the file that is proposed.
    void start(const Interface& ui, std::string name);
    // PDF and PPTX are one document, PNG and SVG a folder of files.
    void chooseFormat(Interface& ui, float width);
    [[nodiscard]] bool folder() const;
    [[nodiscard]] session::PictureFormat format() const;
    // Path, question and button, which says `action`; the target once it was pressed.
    [[nodiscard]] std::optional<session::PageTarget> draw(Interface& ui, float width, const std::string& action,
                                                          bool enabled);
    // How much room draw() takes, ImGui units.
    [[nodiscard]] float height(const Interface& ui) const;
    // The chooser in the place of the dialog; true while it is open.
    bool choosing(Interface& ui) { return file_.choosing(ui); }

  private:
    std::string id_;
    std::string name_;
    std::size_t format_ = 0;
    FileRow file_;
};

} // namespace jejaring::ui
