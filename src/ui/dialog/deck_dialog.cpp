// SPDX-License-Identifier: MIT
#include "ui/dialog/deck_dialog.hpp"

#include "ui/panel/sheet_actions.hpp"
#include "ui/widget/widgets.hpp"

#include <algorithm>

namespace jejaring::ui {

void DeckDialog::start(const Interface& ui) {
    target_.start(ui, ui.tr(JEJARING_TR("sheets")));
}

bool DeckDialog::draw(Interface& ui) {
    if (!ui.session.project() || ui.session.project()->sheets.empty())
        return true;
    if (target_.choosing(ui))
        return false;
    const std::vector<core::Sheet>& sheets = ui.session.project()->sheets;
    const float width = ImGui::GetContentRegionAvail().x;
    line(ui, ui.font.title, ui.color.text, ui.tr(JEJARING_TR("Export the sheets")));
    gap(ui, 2);
    paragraph(ui, ui.font.small, ui.color.muted,
              ui.tr(JEJARING_TR("A page for each sheet, in their order, as they were saved.")), width);
    gap(ui, 4);
    constexpr std::size_t kListed = 8;
    const float indent = textSize(ui.font.body, "88").x + ui.u(10);
    for (std::size_t i = 0; i < std::min(sheets.size(), kListed); ++i) {
        // Number, name, and what kind of page it is.
        ImDrawList* list = ImGui::GetWindowDrawList();
        const ImVec2 at = ImGui::GetCursorScreenPos();
        const std::string number = ui.number(static_cast<double>(i + 1));
        const std::string kind = fitted(ui.font.small, sheetKindName(ui, sheets[i]), width * 0.4F);
        const ImVec2 size = textSize(ui.font.small, kind);
        const ImVec2 line = textSize(ui.font.body, number);
        drawText(list, ui.font.body, ImVec2(at.x + indent - ui.u(10) - line.x, at.y), ui.color.muted, number);
        drawText(list, ui.font.body, ImVec2(at.x + indent, at.y), ui.color.text,
                 fitted(ui.font.body, sheets[i].name, width - indent - size.x - ui.u(16)));
        drawText(list, ui.font.small, ImVec2(at.x + width - size.x, at.y + (line.y - size.y) / 2), ui.color.muted,
                 kind);
        ImGui::Dummy(ImVec2(width, line.y));
    }
    if (sheets.size() > kListed)
        line(ui, ui.font.body, ui.color.muted,
             ui.tr(JEJARING_TR("and {0} more"), {ui.number(static_cast<double>(sheets.size() - kListed))}));
    gap(ui, 4);
    target_.chooseFormat(ui, width);
    gap(ui, 4);
    const std::string action =
        ui.tr(JEJARING_TR("Write {0} {0:page|pages}"), {ui.number(static_cast<double>(sheets.size()))});
    const std::optional<session::PageTarget> target = target_.draw(ui, width, action, true);
    if (target)
        ui.session.exportDeck(*target);
    return target.has_value();
}

} // namespace jejaring::ui
