// SPDX-License-Identifier: MIT
// Beside the strip of sheets: the chosen one's notes, and what may be done with it.
#include "ui/panel/sheet_actions.hpp"
#include "ui/panel/sheets_panel.hpp"
#include "ui/widget/imgui_shim.hpp"
#include "ui/widget/widgets.hpp"
#include "ui/widget/words.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace jejaring::ui {
namespace {

constexpr double kAir = 14; // layout units

} // namespace

void SheetsPanel::notes(Interface& ui, const core::Sheet& sheet, float width, float height) {
    if (notesOf_ != sheet.id || (!editingNotes_ && notesDefinition_ != sheet.definition)) {
        const core::Result<publish::Recipe> recipe = session::sheetRecipe(sheet);
        editingNotes_ = editingNotes_ && notesOf_ == sheet.id;
        notesOf_ = sheet.id;
        notes_ = recipe ? recipe.value().notes : "";
        notesDefinition_ = sheet.definition;
    }
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const ImVec2 max(at.x + width, at.y + height);
    const float air = ui.u(10);
    ImDrawList* list = ImGui::GetWindowDrawList();
    if (!editingNotes_) {
        const bool pressed = ImGui::InvisibleButton("sheets.notes", ImVec2(width, height));
        const bool hovered = ImGui::IsItemHovered();
        if (hovered)
            ImGui::SetMouseCursor(ImGuiMouseCursor_TextInput);
        list->AddRectFilled(at, max, ui.color.raised, ui.u(6));
        list->AddRect(at, max, hovered ? ui.color.muted : ui.color.line, ui.u(6));
        focusRing(ui, 6);
        explain(ui, ui.tr(JEJARING_TR("What the speaker says: shown with N while presenting, and in the notes of a "
                                      "slide")));
        mark(ui, "sheets.notes");
        list->PushClipRect(ImVec2(at.x, at.y + 1), ImVec2(max.x, max.y - ui.u(4)), true);
        ImGui::SetCursorScreenPos(ImVec2(at.x + air, at.y + ui.u(8)));
        ImGui::BeginGroup();
        if (notes_.empty())
            paragraph(ui, ui.font.body, ui.color.faint, ui.tr(JEJARING_TR("Notes for the speaker")), width - 2 * air);
        else
            paragraph(ui, ui.font.body, ui.color.text, notes_, width - 2 * air);
        ImGui::EndGroup();
        list->PopClipRect();
        if (pressed) {
            editingNotes_ = notesTakeFocus_ = true;
            notesActive_ = false;
            ui.keepMoving();
        }
        ImGui::SetCursorScreenPos(ImVec2(at.x, max.y));
        return;
    }
    const bool first = std::exchange(notesTakeFocus_, false);
    if (first)
        ImGui::SetKeyboardFocusHere();
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, ImVec2(air, ui.u(8)));
    ImGui::PushStyleVar(ImGuiStyleVar_FrameRounding, ui.u(6));
    const bool changed = wrappedInput("##sheets.notes", notes_, ImVec2(width, height), notesWrap_);
    const bool done = std::exchange(notesActive_, ImGui::IsItemActive()) && !notesActive_; // a dialog may end it, too
    ImGui::PopStyleVar(2);
    list->AddRect(at, max, ui.color.accent, ui.u(6), 0, ui.u(1.2));
    ui.probe.mark("sheets.notes", at, max);
    if (changed) {
        const std::string text = notes_;
        const std::string id = sheet.id;
        ui.session.changeProject(
            core::note(JEJARING_TR("Notes of the sheet")),
            [&](core::Project& project) { session::setSheetNotes(project, id, text); }, "sheet.notes." + id);
        if (const core::Sheet* now = session::findSheet(*ui.session.project(), id))
            notesDefinition_ = now->definition;
    }
    if (done) {
        editingNotes_ = false;
        notesDefinition_.clear();
        ui.keepMoving();
    }
    ImGui::SetCursorScreenPos(ImVec2(at.x, max.y));
}

void SheetsPanel::side(Interface& ui, const Area& area) {
    ImDrawList* list = ImGui::GetWindowDrawList();
    list->AddLine(ImVec2(std::round(area.x) + 0.5F, area.y), ImVec2(std::round(area.x) + 0.5F, area.bottom()),
                  ui.color.line);
    const core::Sheet* found = session::findSheet(*ui.session.project(), ui.window.sheetId);
    const float air = ui.u(kAir);
    const float width = area.width - 2 * air;
    ImGui::SetCursorScreenPos(ImVec2(area.x + air, area.y + ui.u(11)));
    ImGui::BeginGroup();
    if (found == nullptr) {
        paragraph(ui, ui.font.body, ui.color.muted,
                  ui.tr(JEJARING_TR("Choose a sheet to read and write its notes, or to change it.")), width);
        ImGui::EndGroup();
        return;
    }
    const core::Sheet sheet = *found;
    line(ui, ui.font.strong, ui.color.text, fitted(ui.font.strong, sheet.name, width));
    gap(ui, -1);
    if (const core::Result<publish::Recipe> recipe = session::sheetRecipe(sheet); !recipe) {
        paragraph(ui, ui.font.body, ui.color.warning, sentence(ui.language(), recipe.error()), width);
        paragraph(ui, ui.font.small, ui.color.muted, ui.tr(JEJARING_TR("It is kept in the project as it is.")), width);
        ImGui::EndGroup();
        return;
    }
    const float top = ImGui::GetCursorScreenPos().y;
    const float row = ui.u(32);
    notes(ui, sheet, width, std::max(ui.u(34), area.bottom() - top - row - ui.u(10) - air));
    ImGui::SetCursorScreenPos(ImVec2(area.x + air, area.bottom() - row - air));
    if (button(ui, "sheets.update", ui.tr(JEJARING_TR("Update from the view")), false,
               ui.tr(JEJARING_TR("The sheet shows what the map shows now; name, notes and template stay")),
               ui.session.map() != nullptr))
        updateSheetFromView(ui, sheet.id);
    ImGui::SameLine(0, ui.u(8));
    if (button(ui, "sheets.edit", ui.tr(JEJARING_TR("Edit …")), false,
               ui.tr(JEJARING_TR("Template, page, title, theme and language of the sheet"))))
        editSheet(ui, sheet.id);
    ImGui::EndGroup();
}

} // namespace jejaring::ui
