// SPDX-License-Identifier: MIT
// Pages of the country of squares.
#pragma once

#include "scene/layout.hpp"
#include "scene_fixture.hpp"

namespace jejaring::scene::testing {

inline LayoutInput input(const std::shared_ptr<const core::Project>& project = squareProject(),
                         text::Language language = text::Language::english, Theme theme = Theme::light) {
    MapView view;
    view.date = kToday;
    return {prepare(project, squareGeometry(), view, kToday), look(theme, language), "GADM 4.1", {}};
}

inline Layout about(TemplateKind kind, std::string_view page = "") {
    Layout layout;
    layout.kind = kind;
    layout.page = *parsePage(page.empty() ? templateInfo(kind).page : page);
    layout.region = *core::RegionCode::parse("11.71");
    layout.partnerId = "P1";
    layout.visitId = kind == TemplateKind::choropleth ? "" : "V1";
    return layout;
}

// Runs that stand on the page itself: those of maps go round each other by themselves.
inline std::vector<GlyphRun> pageRuns(const DisplayList& list) {
    std::vector<GlyphRun> runs;
    int clips = 0;
    for (const Item& item : list.items) {
        if (std::holds_alternative<PushClip>(item))
            ++clips;
        else if (std::holds_alternative<PopClip>(item))
            --clips;
        else if (const auto* run = std::get_if<GlyphRun>(&item); run != nullptr && clips == 0)
            runs.push_back(*run);
    }
    return runs;
}

} // namespace jejaring::scene::testing
