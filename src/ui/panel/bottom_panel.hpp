// SPDX-License-Identifier: MIT
// The area below the map: its tabs, and the tools of the open one.
#pragma once

#include "ui/panel/activities_panel.hpp"
#include "ui/panel/indicators_panel.hpp"
#include "ui/panel/partners_panel.hpp"
#include "ui/panel/risks_panel.hpp"
#include "ui/panel/sheets_panel.hpp"
#include "ui/panel/visits_panel.hpp"

namespace jejaring::ui {

class BottomPanel {
  public:
    explicit BottomPanel(render::Renderer& renderer) : sheets_(renderer) {}
    void draw(Interface& ui, const Area& area);
    [[nodiscard]] const PartnersPanel& partners() const { return partners_; }

  private:
    PartnersPanel partners_;
    VisitsPanel visits_;
    ActivitiesPanel activities_;
    RisksPanel risks_;
    IndicatorsPanel indicators_;
    SheetsPanel sheets_;
};

} // namespace jejaring::ui
