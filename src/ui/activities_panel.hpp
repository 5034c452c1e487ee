// SPDX-License-Identifier: MIT
// The tab Kegiatan: forums, fairs, missions and the like, in a table. Activities with stops are visits in the project;
// they stand here, too, and open as such.
#pragma once

#include "ui/record_table.hpp"

namespace jejaring::ui {

class ActivitiesPanel {
  public:
    void tools(Interface& ui, float left, float right, float middle);
    void draw(Interface& ui, const Area& area);

  private:
    void refresh(const Interface& ui);

    RecordTable table_{"activities", 0, true};
    std::shared_ptr<const core::Project> project_; // that the rows are of
    std::shared_ptr<const geo::MapGeometry> geometry_;
    text::Language language_ = text::Language::indonesian;
};

} // namespace jejaring::ui
