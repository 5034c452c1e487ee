// SPDX-License-Identifier: MIT
#include "ui/panel/risks_panel.hpp"

#include "ui/form/form_options.hpp"
#include "ui/form/form_values.hpp"
#include "ui/form/risk_form.hpp"
#include "ui/widget/widgets.hpp"
#include "ui/widget/words.hpp"

#include <algorithm>
#include <cmath>

namespace jejaring::ui {
namespace {

constexpr double kMatrixWidth = 268;  // layout units, with its margins
constexpr double kLeastWidth = 620;   // of the area, for the matrix to be shown
constexpr double kMostCellWidth = 42; // of the matrix
constexpr double kMostCellHeight = 34;

// The four grades that a likelihood times a severity falls into, as guides to risk management cut them: 0 to 3.
int gradeOf(int likelihood, int severity) {
    constexpr std::array<int, 3> kEdges{5, 10, 15};
    const int product = likelihood * severity;
    return static_cast<int>(
        std::count_if(kEdges.begin(), kEdges.end(), [product](int edge) { return product >= edge; }));
}

std::vector<TableRow> rowsOf(const RowSource& source) {
    const core::Project& project = *source.project;
    const core::RegionCatalog none;
    const core::RegionCatalog& catalog = source.geometry ? source.geometry->catalog() : none;
    std::vector<TableRow> rows;
    rows.reserve(project.risks.size());
    for (const core::Risk& risk : project.risks) {
        TableRow row;
        row.id = risk.id;
        const bool effect = risk.sign == core::RiskSign::positiveEffect;
        row.tone = effect ? CellTone::accent : CellTone::warning;
        if (!risk.region.empty())
            row.regions.push_back(risk.region);
        std::string of = source.regionName(risk.region);
        if (const core::Agreement* agreement = core::findAgreement(project, risk.agreementId)) {
            if (of.empty())
                of = agreementName(project, catalog, *agreement);
            for (const core::Party& party : agreement->parties)
                if (!party.region.empty())
                    row.regions.push_back(party.region);
        }
        TableCell assessed;
        if (risk.likelihood > 0 && risk.severity > 0)
            assessed = {source.number(risk.likelihood) + " × " + source.number(risk.severity) + " = " +
                            source.number(risk.likelihood * risk.severity),
                        risk.likelihood * risk.severity};
        row.cells = {{source.tr(nameOf(risk.sign)), std::nullopt},
                     {risk.what, std::nullopt},
                     {of, std::nullopt},
                     {risk.cause, std::nullopt},
                     assessed,
                     {risk.mitigation, {}},
                     {risk.owner, std::nullopt}};
        row.otherWords = text::translate(otherLanguage(source.language), nameOf(risk.sign));
        row.explanation = risk.what;
        if (!risk.mitigation.empty())
            row.explanation +=
                "\n" + source.tr(effect ? JEJARING_TR("Measures") : JEJARING_TR("Mitigation")) + ": " + risk.mitigation;
        rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace

RisksPanel::RisksPanel() : table_("risks", {4, true}, rowsOf) {}

void RisksPanel::restrict() {
    if (shown_ == Shown::all && likelihood_ == 0) {
        table_.restrict({});
        return;
    }
    table_.restrict([this](const TableRow& row) {
        const core::Risk* risk = core::findRisk(*table_.source().project, row.id);
        if (risk == nullptr)
            return false;
        const bool effect = risk->sign == core::RiskSign::positiveEffect;
        return (shown_ == Shown::all || effect == (shown_ == Shown::effects)) &&
               (likelihood_ == 0 || (risk->likelihood == likelihood_ && risk->severity == severity_));
    });
}

void RisksPanel::tools(Interface& ui, float left, float right, float middle) {
    table_.refresh(ui);
    if (table_
            .tools(ui,
                   {ui.tr(JEJARING_TR("Risk or effect")), ui.tr(infoOf(Command::newRisk).explanation),
                    ui.tr(JEJARING_TR("Filter the table")),
                    JEJARING_TR("{0} of {1} {1:risk or effect|risks and effects}")},
                   left, right, middle)
            .added)
        perform(ui, Command::newRisk);
}

void RisksPanel::count() {
    if (counted_ == table_.changes() && countedShown_ == shown_)
        return;
    counted_ = table_.changes();
    countedShown_ = shown_;
    counts_ = {};
    unassessed_ = 0;
    // The rows stand in the order of the project's risks.
    for (std::size_t i = 0; i < table_.rows().size(); ++i) {
        const core::Risk& risk = table_.source().project->risks[i];
        const bool effect = risk.sign == core::RiskSign::positiveEffect;
        if (!table_.matches(table_.rows()[i]) || (shown_ != Shown::all && effect != (shown_ == Shown::effects)))
            continue;
        if (risk.likelihood < 1 || risk.likelihood > kGrades || risk.severity < 1 || risk.severity > kGrades) {
            ++unassessed_;
            continue;
        }
        Cell& cell =
            counts_[static_cast<std::size_t>(risk.likelihood - 1)][static_cast<std::size_t>(risk.severity - 1)];
        ++(effect ? cell.effects : cell.risks);
    }
}

void RisksPanel::cell(Interface& ui, const Area& area, int likelihood, int severity, const Cell& count) {
    constexpr std::array<float, 4> kShares{0.07F, 0.2F, 0.36F, 0.56F};
    ImDrawList* list = ImGui::GetWindowDrawList();
    const std::string id = "risks.cell." + std::to_string(likelihood) + "." + std::to_string(severity);
    ImGui::SetCursorScreenPos(area.min());
    const bool pressed = ImGui::InvisibleButton(id.c_str(), ImVec2(area.width, area.height));
    handCursor();
    const bool chosen = likelihood_ == likelihood && severity_ == severity;
    // The severer and likelier, the stronger: of effects in the colour of what is wanted.
    const ImU32 tone = shown_ == Shown::effects ? ui.color.accent : ui.color.warning;
    const float share = kShares[static_cast<std::size_t>(gradeOf(likelihood, severity))];
    list->AddRectFilled(area.min(), area.max(), faded(tone, share), ui.u(4));
    if (ImGui::IsItemHovered())
        list->AddRectFilled(area.min(), area.max(), ui.color.hovered, ui.u(4));
    if (chosen)
        list->AddRect(area.min(), area.max(), ui.color.accent, ui.u(4), 0, ui.u(2));
    focusRing(ui, 4);
    std::string both;
    const auto say = [&](const std::string& text) { both += (both.empty() ? "" : ", ") + text; };
    if (count.risks > 0)
        say(ui.tr(JEJARING_TR("{0} {0:risk|risks}"), {ui.number(count.risks)}));
    if (count.effects > 0)
        say(ui.tr(JEJARING_TR("{0} positive {0:effect|effects}"), {ui.number(count.effects)}));
    if (both.empty())
        both = ui.tr(JEJARING_TR("nothing recorded"));
    explain(ui, ui.tr(JEJARING_TR("Likelihood {0}; severity {1}: {2}"),
                      {ui.tr(likelihoodName(likelihood)), ui.tr(severityName(severity)), both}));
    mark(ui, id);
    const ImVec2 middle(area.x + area.width / 2, area.y + area.height / 2);
    const auto text = [&](ImVec2 centre, ImFont* font, ImU32 color, const std::string& what) {
        const ImVec2 size = textSize(font, what);
        drawText(list, font, ImVec2(std::round(centre.x - size.x / 2), std::round(centre.y - size.y / 2)), color, what);
    };
    if (count.risks > 0)
        text(count.effects > 0 ? ImVec2(middle.x - area.width / 4, middle.y) : middle, ui.font.strong, ui.color.text,
             ui.number(count.risks));
    if (count.effects > 0) { // with a sign, not by its colour alone
        const ImVec2 centre = count.risks > 0 ? ImVec2(middle.x + area.width / 5, middle.y) : middle;
        const std::string what = "+" + ui.number(count.effects);
        const ImVec2 size = textSize(ui.font.caption, what);
        const ImVec2 half(size.x / 2 + ui.u(4), size.y / 2 + ui.u(1.5));
        list->AddRectFilled(ImVec2(centre.x - half.x, centre.y - half.y), ImVec2(centre.x + half.x, centre.y + half.y),
                            ui.color.accent, half.y);
        text(centre, ui.font.caption, ui.color.onAccent, what);
    }
    if (pressed) {
        likelihood_ = chosen ? 0 : likelihood;
        severity_ = chosen ? 0 : severity;
        restrict();
    }
}

void RisksPanel::matrix(Interface& ui, const Area& area) {
    const float pad = ui.u(14);
    const float inner = area.width - 2 * pad;
    const std::array<Choice, 3> choices{
        Choice{ui.tr(JEJARING_TR("All")), ui.tr(JEJARING_TR("Risks and positive effects"))},
        Choice{ui.tr(JEJARING_TR("Risks")), ui.tr(JEJARING_TR("Only what may go wrong"))},
        Choice{ui.tr(JEJARING_TR("Effects")), ui.tr(JEJARING_TR("Only positive effects that are expected"))}};
    auto chosen = static_cast<std::size_t>(shown_);
    ImGui::SetCursorScreenPos(ImVec2(area.x + pad, area.y + ui.u(8)));
    if (segmented(ui, "risks.shown", choices, chosen, inner)) {
        shown_ = static_cast<Shown>(chosen);
        restrict();
    }
    ImDrawList* list = ImGui::GetWindowDrawList();
    const float axis = ui.u(16);
    const float top = ImGui::GetItemRectMax().y + ui.u(4);
    const std::string axes = ui.tr(JEJARING_TR("Likelihood")) + " ↑  " +
                             (shown_ == Shown::effects ? ui.tr(JEJARING_TR("Size")) : ui.tr(JEJARING_TR("Severity"))) +
                             " →";
    drawText(list, ui.font.caption, ImVec2(area.x + pad, top), ui.color.muted, axes);
    count();
    if (unassessed_ > 0) {
        const std::string text =
            fitted(ui.font.caption, ui.tr(JEJARING_TR("{0} not assessed"), {ui.number(unassessed_)}),
                   inner - textSize(ui.font.caption, axes).x - ui.u(8));
        drawText(list, ui.font.caption, ImVec2(area.x + pad + inner - textSize(ui.font.caption, text).x, top),
                 ui.color.muted, text);
    }
    const float cellsTop = top + ui.u(17);
    const float left = area.x + pad + axis;
    const float between = ui.u(2);
    const float height = std::min(ui.u(kMostCellHeight), (area.bottom() - cellsTop - ui.u(22)) / kGrades - between);
    const float width = std::min(ui.u(kMostCellWidth), (inner - axis) / kGrades - between);
    for (int likelihood = kGrades; likelihood >= 1; --likelihood) {
        const float y = std::round(cellsTop + static_cast<float>(kGrades - likelihood) * (height + between));
        const std::string number = ui.number(likelihood);
        const ImVec2 size = textSize(ui.font.caption, number);
        drawText(list, ui.font.caption, ImVec2(area.x + pad, y + (height - size.y) / 2), ui.color.muted, number);
        for (int severity = 1; severity <= kGrades; ++severity) {
            const float x = std::round(left + static_cast<float>(severity - 1) * (width + between));
            cell(ui, {x, y, width, std::max(1.0F, height)}, likelihood, severity,
                 counts_[static_cast<std::size_t>(likelihood - 1)][static_cast<std::size_t>(severity - 1)]);
        }
    }
    const float under = cellsTop + kGrades * (height + between) + ui.u(2);
    for (int severity = 1; severity <= kGrades; ++severity) {
        const std::string number = ui.number(severity);
        const float x = left + (static_cast<float>(severity) - 0.5F) * (width + between);
        drawText(list, ui.font.caption, ImVec2(x - textSize(ui.font.caption, number).x / 2, under), ui.color.muted,
                 number);
    }
}

void RisksPanel::draw(Interface& ui, const Area& area) {
    constexpr double kLeastHeight = 160; // for cells that can be read and clicked
    const bool withMatrix =
        area.width >= ui.u(kLeastWidth) && area.height >= ui.u(kLeastHeight) && table_.source().project != nullptr;
    const float matrixWidth = withMatrix ? ui.u(kMatrixWidth) : 0;
    if (withMatrix) {
        matrix(ui, {area.x, area.y, matrixWidth, area.height});
        const float edge = std::round(area.x + matrixWidth) + 0.5F;
        ImGui::GetWindowDrawList()->AddLine(ImVec2(edge, area.y), ImVec2(edge, area.bottom()), ui.color.line);
    }
    const Area right{area.x + matrixWidth + 1, area.y, area.width - matrixWidth - 1, area.height};
    const std::array<TableColumn, 7> columns{
        TableColumn{ui.tr(JEJARING_TR("Kind")), 0.13F, 0.2F},
        TableColumn{ui.tr(JEJARING_TR("What may happen")), 0.22F, 0.36F},
        TableColumn{ui.tr(JEJARING_TR("Region")), 0.14F, 0.24F},
        TableColumn{ui.tr(JEJARING_TR("Cause")), 0.12F, 0},
        TableColumn{ui.tr(JEJARING_TR("Assessment")), 0.11F, 0.2F, ColumnKind::number},
        TableColumn{ui.tr(JEJARING_TR("Mitigation")), 0.14F, 0},
        TableColumn{ui.tr(JEJARING_TR("Who sees to it")), 0.14F, 0},
    };
    std::string& chosen = ui.window.riskId;
    const TableEvent event = table_.draw(ui, right, columns, chosen,
                                         {JEJARING_TR("The project has no risks and no expected positive effects yet."),
                                          JEJARING_TR("Nothing is recorded for this choice.")});
    switch (event.what) {
    case RowEvent::none:
        break;
    case RowEvent::choose:
        chosen = event.id;
        if (const auto& geometry = ui.session.geometry())
            if (const auto region = geometry->catalog().find(table_.regionOf(event.id))) {
                table_.chosenHere(*region);
                showRegion(ui, *region);
            }
        if (const core::Risk* risk = core::findRisk(*ui.session.project(), event.id);
            risk != nullptr && !risk->agreementId.empty())
            ui.session.chooseAgreement(risk->agreementId);
        break;
    case RowEvent::open:
        chosen = event.id;
        openForm(ui, std::make_shared<RiskForm>(ui, event.id));
        break;
    case RowEvent::remove:
        deleteRisk(ui, event.id);
        break;
    }
}

} // namespace jejaring::ui
