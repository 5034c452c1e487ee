// SPDX-License-Identifier: MIT
// The tab Kegiatan: forums, fairs, missions and the like, in a table. Activities with stops are visits in the project;
// they stand here, too, and open as such.
#pragma once

#include "ui/panel/record_table.hpp"

namespace jejaring::ui {

class ActivitiesPanel {
  public:
    ActivitiesPanel();
    void tools(Interface& ui, float left, float right, float middle);
    void draw(Interface& ui, const Area& area);

  private:
    RecordTable table_;
};

} // namespace jejaring::ui
