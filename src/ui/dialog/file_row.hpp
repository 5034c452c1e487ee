// SPDX-License-Identifier: MIT
// Where something is written: a path that is typed or chosen. Of the dialogs that write files.
#pragma once

#include "ui/dialog/file_chooser.hpp"
#include "ui/interface.hpp"

#include <string>
#include <string_view>
#include <utility>

namespace jejaring::ui {

class FileRow {
  public:
    struct Words {
        std::string caption;
        std::string explanation;
        std::string heading; // of the chooser
        std::string name;    // what the empty field hints at
    };

    // `id` begins the names of its widgets: "atlas".
    explicit FileRow(std::string id) : id_(std::move(id)) {}

    // `name` with `ending` in the folder that was used last; with a number where that is there already.
    void propose(const Interface& ui, const std::string& name, std::string_view ending);
    void draw(Interface& ui, float width, const Words& words, std::string_view ending);
    // The chooser in the place of the dialog; true while it is open.
    bool choosing(Interface& ui);
    // The folder is proposed the next time.
    void remember(Interface& ui) const;

    [[nodiscard]] const std::string& path() const { return path_; }
    // Another one, which may not be replaced yet.
    void setPath(std::string path);
    // Whether what is there may be replaced: the user is asked, or has been.
    [[nodiscard]] bool asking() const { return asking_; }
    void ask(bool asking) { asking_ = asking; }

  private:
    std::string id_;
    std::string path_;
    FileChooser chooser_;
    bool choosing_ = false;
    bool asking_ = false;
};

} // namespace jejaring::ui
