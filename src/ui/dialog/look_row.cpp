// SPDX-License-Identifier: MIT
#include "ui/dialog/look_row.hpp"

#include "ui/widget/widgets.hpp"

#include <array>

namespace jejaring::ui {

void lookRow(Interface& ui, const std::string& id, std::size_t& theme, std::size_t& language, float width) {
    const float half = (width - ui.u(8)) / 2;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    caption(ui, ui.tr(JEJARING_TR("Theme")));
    const std::array<Choice, 2> themes{Choice{ui.tr(JEJARING_TR("Dark")), ""}, Choice{ui.tr(JEJARING_TR("Light")), ""}};
    segmented(ui, id + ".theme", themes, theme, half);
    const ImVec2 below = ImGui::GetCursorScreenPos();
    ImGui::SetCursorScreenPos(ImVec2(at.x + half + ui.u(8), at.y));
    ImGui::BeginGroup();
    caption(ui, ui.tr(JEJARING_TR("Language")));
    const std::array<Choice, 2> languages{Choice{"ID", ""}, Choice{"EN", ""}};
    segmented(ui, id + ".language", languages, language, half);
    ImGui::EndGroup();
    ImGui::SetCursorScreenPos(below);
    gap(ui, 2);
}

} // namespace jejaring::ui
