// SPDX-License-Identifier: MIT
#include "ui/dialog/tables_dialog.hpp"

#include "data/table/table_export.hpp"
#include "ui/widget/widgets.hpp"

#include <algorithm>
#include <array>

namespace jejaring::ui {

void TablesDialog::start(const Interface& ui) {
    choosing_ = false;
    format_ = 0;
    const auto& project = ui.session.project();
    const std::vector<data::ImportKind> all =
        project ? session::tableKinds(*project, data::TableFormat::xlsx) : std::vector<data::ImportKind>{};
    chosen_ = {all.begin(), all.end()};
}

data::TableFormat TablesDialog::format() const {
    return format_ == 0 ? data::TableFormat::xlsx : data::TableFormat::csv;
}

session::TableRequest TablesDialog::request(const Interface& ui) const {
    session::TableRequest made;
    made.format = format();
    made.language = ui.language();
    for (const data::ImportKind kind : data::importKinds()) // in their usual order
        if (chosen_.contains(kind))
            made.kinds.push_back(kind);
    return made;
}

void TablesDialog::kinds(Interface& ui) {
    const core::Project& project = *ui.session.project();
    const bool one = format() == data::TableFormat::csv;
    const float width = ImGui::GetContentRegionAvail().x;
    for (const data::ImportKind kind : session::tableKinds(project, data::TableFormat::xlsx)) {
        const ImVec2 at = ImGui::GetCursorScreenPos();
        bool on = chosen_.contains(kind);
        if (checkbox(ui, "tables." + std::string(data::importKindId(kind)), ui.tr(data::importKindLabel(kind)), on,
                     one ? ui.tr(JEJARING_TR("This table alone: a CSV file holds one"))
                         : ui.tr(JEJARING_TR("A sheet of its own in the file")))) {
            if (one)
                chosen_ = {kind};
            else if (on)
                chosen_.insert(kind);
            else
                chosen_.erase(kind);
        }
        const std::string rows =
            ui.tr(JEJARING_TR("{0} {0:row|rows}"), {ui.number(static_cast<double>(data::exportedRows(project, kind)))});
        const ImVec2 size = textSize(ui.font.small, rows);
        drawText(ImGui::GetWindowDrawList(), ui.font.small, ImVec2(at.x + width - size.x, at.y + ui.u(5)),
                 ui.color.muted, rows);
        gap(ui, -4);
    }
}

bool TablesDialog::draw(Interface& ui) {
    if (!ui.session.project() || !ui.session.geometry())
        return true;
    if (choosing_) {
        const std::optional<FileChooser::Choice> choice = chooser_.draw(ui);
        if (!choice)
            return false;
        choosing_ = false;
        if (choice->path.empty())
            return false;
        session::TableRequest made = request(ui);
        made.path = choice->path;
        made.overwrite = choice->overwrite;
        ui.session.writeTables(made);
        return true;
    }
    line(ui, ui.font.title, ui.color.text, ui.tr(JEJARING_TR("Save tables")));
    gap(ui, 2);
    paragraph(ui, ui.font.small, ui.color.muted,
              ui.tr(JEJARING_TR("For spreadsheets. Importing the file again changes nothing but what was edited.")));
    gap(ui, 4);
    const std::array<Choice, 2> formats{Choice{"XLSX", ui.tr(JEJARING_TR("One file with a sheet for each table"))},
                                        Choice{"CSV", ui.tr(JEJARING_TR("One table as text, with semicolons"))}};
    if (segmented(ui, "tables.format", formats, format_, ImGui::GetContentRegionAvail().x)) {
        if (format() == data::TableFormat::csv && chosen_.size() != 1)
            chosen_ = {session::tableKinds(*ui.session.project(), data::TableFormat::xlsx).front()};
    }
    gap(ui, 4);
    kinds(ui);
    gap(ui, 8);
    if (button(ui, "tables.choose", ui.tr(JEJARING_TR("Choose the file …")), true,
               ui.tr(JEJARING_TR("Where the file goes, and its name")), !chosen_.empty())) {
        const std::string extension = format() == data::TableFormat::xlsx ? ".xlsx" : ".csv";
        chooser_.start(ui, {FileChooser::Mode::save, ui.tr(JEJARING_TR("Save tables")), ui.tr(JEJARING_TR("Save")),
                            extension, ui.tr(JEJARING_TR("tables")) + extension});
        choosing_ = true;
    }
    return false;
}

} // namespace jejaring::ui
