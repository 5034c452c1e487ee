// SPDX-License-Identifier: MIT
// Tables of the project as a file for spreadsheets: which ones, in which format, where.
#pragma once

#include "session/table_writing.hpp"
#include "ui/dialog/file_chooser.hpp"
#include "ui/interface.hpp"

#include <set>

namespace jejaring::ui {

class TablesDialog {
  public:
    void start(const Interface& ui);
    // Draws into the current window; true once the file is on its way, or where nothing is open.
    bool draw(Interface& ui);

  private:
    [[nodiscard]] data::TableFormat format() const;
    [[nodiscard]] session::TableRequest request(const Interface& ui) const;
    void kinds(Interface& ui);

    FileChooser chooser_;
    bool choosing_ = false;
    std::size_t format_ = 0; // XLSX, CSV
    std::set<data::ImportKind> chosen_;
};

} // namespace jejaring::ui
