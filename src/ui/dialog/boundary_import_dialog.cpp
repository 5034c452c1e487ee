// SPDX-License-Identifier: MIT
#include "ui/dialog/boundary_import_dialog.hpp"

#include "ui/widget/imgui_shim.hpp"
#include "ui/widget/widgets.hpp"

#include <filesystem>

namespace jejaring::ui {
namespace {

constexpr double kValueColumn = 190;

void row(Interface& ui, std::string_view label, std::string_view value) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x - ui.u(kValueColumn);
    line(ui, ui.font.body, ui.color.muted, ui.tr(label));
    drawText(ImGui::GetWindowDrawList(), ui.font.body, ImVec2(at.x + ui.u(kValueColumn), at.y), ui.color.text,
             fitted(ui.font.body, value, width));
    gap(ui, -3);
}

void heading(Interface& ui, std::string_view text) {
    gap(ui, 6);
    line(ui, ui.font.strong, ui.color.text, text);
    gap(ui, -4);
}

std::string regionsOf(Interface& ui, const data::BoundaryImportReport& report) {
    return ui.tr(JEJARING_TR("{0} of {1}"), {ui.number(static_cast<double>(report.regencies)),
                                             ui.number(static_cast<double>(core::kRegencyCount))});
}

void summary(Interface& ui, const data::BoundaryImportReport& report) {
    const auto number = [&ui](std::size_t count) { return ui.number(static_cast<double>(count)); };
    const auto orElse = [&ui](const std::string& text, const char* id) { return text.empty() ? ui.tr(id) : text; };
    row(ui, JEJARING_TR("Layer"), ui.tr(JEJARING_TR("{0}, {1} {1:row|rows}"), {report.layer, number(report.rows)}));
    row(ui, JEJARING_TR("Code field"), orElse(report.codeField, JEJARING_TR("none")));
    row(ui, JEJARING_TR("Name field"), orElse(report.nameField, JEJARING_TR("none")));
    const std::string system = orElse(report.sourceSystem, JEJARING_TR("not stated"));
    row(ui, JEJARING_TR("Reference system"),
        report.reprojected ? ui.tr(JEJARING_TR("{0}, reprojected"), {system}) : system);
    row(ui, JEJARING_TR("Repaired rows"), number(report.repaired));
    row(ui, JEJARING_TR("Kabupaten/kota"), regionsOf(ui, report));
    const std::string provinces = number(report.provinces);
    row(ui, JEJARING_TR("Provinces"),
        report.provincesMade ? ui.tr(JEJARING_TR("{0}, made of their kabupaten/kota"), {provinces}) : provinces);
    row(ui, JEJARING_TR("Unmatched rows"), number(report.unmatched.size()));
    row(ui, JEJARING_TR("Kept as before"),
        report.regencies == 0
            ? ui.tr(JEJARING_TR("every kabupaten/kota; the map draws provinces as the unions of these"))
            : number(report.missing.size()));
}

void lists(Interface& ui, const data::BoundaryImportReport& report) {
    if (!report.unmatched.empty()) {
        heading(ui, ui.tr(JEJARING_TR("Unmatched rows")));
        for (const data::UnmatchedRow& each : report.unmatched)
            paragraph(ui, ui.font.small, ui.color.text,
                      ui.tr(JEJARING_TR("row {0}: {1} {2}: {3}"),
                            {std::to_string(each.row), each.code, each.name, ui.tr(each.reason)}));
    }
    if (!report.missing.empty()) {
        heading(ui, ui.tr(JEJARING_TR("Kept as before")));
        for (std::size_t i = 0; i < report.missing.size(); ++i) {
            line(ui, ui.font.small, ui.color.text, report.missing[i] + " " + report.missingNames[i]);
            gap(ui, -5);
        }
    }
    if (report.unmatched.empty() && report.missing.empty())
        paragraph(ui, ui.font.body, ui.color.text, ui.tr(JEJARING_TR("Every row matched, and no region is left out.")));
}

} // namespace

bool drawBoundaryImport(Interface& ui) {
    const session::BoundaryImport* const import = ui.session.boundaryImport();
    if (import == nullptr)
        return true;
    line(ui, ui.font.title, ui.color.text, ui.tr(JEJARING_TR("Use these boundaries?")));
    gap(ui, 2);
    paragraph(ui, ui.font.body, ui.color.muted, std::filesystem::path(import->file).filename().string());
    gap(ui, 8);
    summary(ui, import->report);
    separator(ui, 8, 4);
    const float buttons = ui.u(88);
    ImGui::BeginChild("lists", ImVec2(0, ImGui::GetContentRegionAvail().y - buttons), false, kNavFlattened);
    lists(ui, import->report);
    ImGui::EndChild();
    gap(ui, 2);
    paragraph(ui, ui.font.small, ui.color.muted,
              ui.tr(JEJARING_TR("Those in use until now are kept as {0}."),
                    {std::filesystem::path(ui.session.previousBoundaries()).filename().string()}));
    gap(ui, 4);
    if (button(ui, "boundaryImport.use", ui.tr(JEJARING_TR("Use them")), true,
               ui.tr(JEJARING_TR("Replace the boundaries in use, for every project")))) {
        ui.session.useImportedBoundaries();
        return true;
    }
    ImGui::SameLine();
    return button(ui, "boundaryImport.discard", ui.tr(JEJARING_TR("Discard")), false,
                  ui.tr(JEJARING_TR("Keep the boundaries in use")));
}

} // namespace jejaring::ui
