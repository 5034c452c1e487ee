// SPDX-License-Identifier: MIT
// What the file's sheets hold, and their columns.
#include "ui/dialog/import_review.hpp"

#include "ui/widget/imgui_shim.hpp"
#include "ui/widget/widgets.hpp"
#include "ui/widget/words.hpp"

#include <algorithm>
#include <cmath>

namespace jejaring::ui {
namespace {

constexpr std::size_t kRowsOffered = 25; // in which the headings may stand
constexpr double kLeastCardWidth = 132;
constexpr double kCardWidth = 158;
constexpr double kCardGap = 10;

std::string sheetName(const Interface& ui, const data::TableSheet& sheet) {
    return sheet.name.empty() ? ui.tr(JEJARING_TR("The table")) : sheet.name;
}

// "5: No | Daerah | Mitra".
std::string previewOf(const data::TableRow& row) {
    constexpr std::size_t kLongest = 60;
    std::string text = std::to_string(row.number) + ":";
    for (const data::TableCell& cell : row.cells)
        if (!cell.text.empty() && text.size() < kLongest)
            text += (text.back() == ':' ? " " : " | ") + cell.text;
    std::replace(text.begin(), text.end(), '\n', ' ');
    return text;
}

// A line of text to type, taken over with Enter or when the field is left.
bool textOf(const Interface& ui, const std::string& id, std::string& text, const std::string& hint, float width,
            const std::string& explanation) {
    caption(ui, hint);
    gap(ui, -4);
    textField(ui, id, text, hint, width, explanation, false, 28);
    return ImGui::IsItemDeactivatedAfterEdit();
}

} // namespace

void ImportReview::headingRows(Interface& ui, const data::SheetMapping& sheet, float width) {
    const data::TableSheet& table = ui.session.imports().file()->sheets[sheet.index];
    std::vector<Choice> choices{{ui.tr(JEJARING_TR("no headings")), ""}};
    std::vector<int> numbers{0};
    std::size_t chosen = 0;
    std::size_t last = 0;
    for (std::size_t i = 0; i < std::min(table.rows.size(), kRowsOffered); ++i) {
        const data::TableRow& row = table.rows[i];
        if (row.number == sheet.headerFirst)
            chosen = choices.size();
        if (row.number == sheet.headerLast)
            last = choices.size();
        choices.push_back({previewOf(row), ""});
        numbers.push_back(row.number);
    }
    const std::string id = "import.sheet." + std::to_string(sheet.index);
    caption(ui, ui.tr(JEJARING_TR("Headings in row")));
    gap(ui, -4);
    if (combo(ui, id + ".headings", choices, chosen, width,
              ui.tr(JEJARING_TR("The row that names the columns; titles above it are passed over")))) {
        ui.session.imports().chooseHeadings(sheet_, numbers[chosen], numbers[chosen]);
        return;
    }
    if (sheet.headerFirst == 0 || chosen == 0 || chosen + 1 >= choices.size())
        return;
    // Headings of two or three rows, as merged ones have.
    const std::size_t most = std::min(choices.size(), chosen + 3);
    const std::vector<Choice> lower(choices.begin() + static_cast<std::ptrdiff_t>(chosen),
                                    choices.begin() + static_cast<std::ptrdiff_t>(most));
    std::size_t end = last >= chosen && last < most ? last - chosen : 0;
    caption(ui, ui.tr(JEJARING_TR("to row")));
    gap(ui, -4);
    if (combo(ui, id + ".headingsEnd", lower, end, width,
              ui.tr(JEJARING_TR("Where headings stand in two rows, the lower one"))))
        ui.session.imports().chooseHeadings(sheet_, numbers[chosen], numbers[chosen + end]);
}

// Columns with blank cells that may stand for the ones above them.
void ImportReview::fillSwitches(Interface& ui, std::size_t index, float width) {
    session::ImportSession& imports = ui.session.imports();
    const data::SheetMapping sheet = imports.mapping().sheets[index]; // a copy: a switch changes it
    const std::vector<int> columns = data::fillableColumns(sheet);
    if (columns.empty())
        return;
    paragraph(ui, ui.font.small, ui.color.muted, ui.tr(JEJARING_TR("A blank cell counts as the one above it in")),
              width);
    gap(ui, -4);
    for (const int column : columns) {
        const data::ColumnChoice& choice = sheet.columns[static_cast<std::size_t>(column)];
        bool fill = std::find(sheet.fillDown.begin(), sheet.fillDown.end(), column) != sheet.fillDown.end();
        const std::string heading =
            choice.heading.empty() ? ui.tr(JEJARING_TR("Column {0}"), {data::columnLetter(column)}) : choice.heading;
        if (checkbox(
                ui, "import.fill." + std::to_string(column), fitted(ui.font.body, heading, width - ui.u(30)), fill,
                ui.tr(JEJARING_TR("As in tables whose cells were merged; each row says what was taken from above"))))
            imports.changeSheet(index,
                                [&](data::SheetMapping& mapping) { data::chooseFillDown(mapping, column, fill); });
    }
}

void ImportReview::sheetCard(Interface& ui, std::size_t index, float width) {
    session::ImportSession& imports = ui.session.imports();
    const data::SheetMapping sheet = imports.mapping().sheets[index]; // a copy: choices below change it
    const data::TableSheet& table = imports.file()->sheets[sheet.index];
    const bool chosen = sheet.index == sheet_;
    const std::string id = "import.sheet." + std::to_string(sheet.index);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    if (imports.mapping().sheets.size() > 1) {
        ImGui::PushID(id.c_str());
        if (listRow(ui, "row", 40, chosen) && !chosen) {
            sheet_ = sheet.index;
            dirty_ = true;
        }
        ImGui::PopID();
        handCursor();
        mark(ui, id);
        ImDrawList* list = ImGui::GetWindowDrawList();
        if (chosen)
            list->AddRectFilled(at, ImVec2(at.x + ui.u(2), at.y + ui.u(40)), ui.color.accent);
        std::string about = sheet.kind ? ui.tr(data::importKindLabel(*sheet.kind)) : ui.tr(JEJARING_TR("skipped"));
        if (table.hidden)
            about += " · " + ui.tr(JEJARING_TR("hidden"));
        drawText(list, chosen ? ui.font.strong : ui.font.body, ImVec2(at.x + ui.u(10), at.y + ui.u(4)),
                 sheet.kind ? ui.color.text : ui.color.muted,
                 fitted(chosen ? ui.font.strong : ui.font.body, sheetName(ui, table), width - ui.u(20)));
        drawText(list, ui.font.small, ImVec2(at.x + ui.u(10), at.y + ui.u(22)), ui.color.muted,
                 fitted(ui.font.small, about, width - ui.u(20)));
    }
    if (!chosen)
        return;
    gap(ui, 4);
    std::vector<Choice> kinds{{ui.tr(JEJARING_TR("Skip")), ui.tr(JEJARING_TR("Nothing of this sheet is imported"))}};
    std::size_t kind = 0;
    for (const data::ImportKind each : data::importKinds()) {
        if (sheet.kind == each)
            kind = kinds.size();
        kinds.push_back({ui.tr(data::importKindLabel(each)), ""});
    }
    caption(ui, ui.tr(JEJARING_TR("Holds")));
    gap(ui, -4);
    if (combo(ui, id + ".kind", kinds, kind, width, ui.tr(JEJARING_TR("What a row of this sheet stands for")))) {
        imports.chooseKind(index, kind == 0 ? std::nullopt : std::optional(data::importKinds()[kind - 1]));
        return;
    }
    headingRows(ui, sheet, width);
    if (!sheet.kind)
        return;
    data::SheetMapping changed = sheet;
    bool edited = false;
    if (*sheet.kind == data::ImportKind::visits || *sheet.kind == data::ImportKind::stops)
        edited |= textOf(ui, id + ".title", changed.title, ui.tr(JEJARING_TR("Title of the visit")), width,
                         ui.tr(JEJARING_TR("Of the visit that rows without a title of their own belong to")));
    if (*sheet.kind == data::ImportKind::indicators) {
        edited |= textOf(ui, id + ".indicator", changed.indicator, ui.tr(JEJARING_TR("Indicator")), width,
                         ui.tr(JEJARING_TR("Of rows and columns that name none")));
        edited |= textOf(ui, id + ".unit", changed.unit, ui.tr(JEJARING_TR("Unit")), width,
                         ui.tr(JEJARING_TR("Of rows and columns that name none")));
    }
    if (edited)
        imports.changeSheet(index, [&changed](data::SheetMapping& mapping) { mapping = changed; });
    fillSwitches(ui, index, width);
    for (const core::Message& problem : data::mappingProblems(imports.mapping().sheets[index])) {
        gap(ui, 2);
        paragraph(ui, ui.font.small, ui.color.warning, sentence(ui.language(), problem), width);
    }
    gap(ui, 6);
}

void ImportReview::sheets(Interface& ui, const Area& area) {
    ImGui::SetCursorScreenPos(area.min());
    ImGui::BeginChild("sheets", ImVec2(area.width, area.height), false, kNavFlattened);
    const float width = ImGui::GetContentRegionAvail().x - ui.u(2);
    const std::size_t count = ui.session.imports().mapping().sheets.size();
    for (std::size_t i = 0; i < count; ++i)
        sheetCard(ui, i, width);
    ImGui::EndChild();
}

void ImportReview::columnCard(Interface& ui, const data::SheetMapping& sheet, const data::ColumnChoice& column,
                              float width) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const std::string id = "import.column." + std::to_string(column.column);
    const std::string heading =
        column.heading.empty() ? ui.tr(JEJARING_TR("Column {0}"), {data::columnLetter(column.column)}) : column.heading;
    line(ui, ui.font.medium, column.field ? ui.color.text : ui.color.muted, fitted(ui.font.medium, heading, width));
    explain(ui, ui.tr(JEJARING_TR("Column {0}"), {data::columnLetter(column.column)}) + ": " + heading);
    gap(ui, -2);
    // Fields that another column holds already are marked, so that none is given twice unawares.
    std::vector<Choice> choices{
        {ui.tr(JEJARING_TR("not imported")), ui.tr(JEJARING_TR("The column stays behind; the file is not changed"))}};
    std::vector<std::optional<data::ImportField>> fields{std::nullopt};
    std::size_t chosen = 0;
    for (const data::FieldInfo& info : data::fieldsOf(*sheet.kind)) {
        if (column.field == info.field)
            chosen = choices.size();
        const bool taken = !info.several && column.field != info.field &&
                           std::any_of(sheet.columns.begin(), sheet.columns.end(),
                                       [&](const data::ColumnChoice& other) { return other.field == info.field; });
        const std::string label = ui.tr(data::importFieldLabel(info.field));
        choices.push_back({taken ? ui.tr(JEJARING_TR("{0} (has a column)"), {label}) : label,
                           taken ? ui.tr(JEJARING_TR("Another column holds it already")) : std::string()});
        fields.push_back(info.field);
    }
    if (combo(ui, id, choices, chosen, width, ui.tr(JEJARING_TR("What the column holds"))))
        ui.session.imports().chooseField(sheet_, column.column, fields[chosen]);
    const bool doubtful = column.how == data::Recognition::partly || column.how == data::Recognition::alike;
    const bool unknown = !column.field && !column.ignored;
    ImGui::SetCursorScreenPos(ImVec2(at.x, ImGui::GetCursorScreenPos().y - ui.u(2)));
    line(ui, ui.font.small, doubtful || unknown ? ui.color.warning : ui.color.muted,
         column.ignored && !column.field ? ui.tr(JEJARING_TR("of no use here")) : ui.tr(nameOf(column.how)));
    explain(ui, ui.tr(explanationOf(column.how)));
}

void ImportReview::columns(Interface& ui, const Area& area) {
    const session::ImportSession& imports = ui.session.imports();
    ImGui::SetCursorScreenPos(area.min());
    ImGui::BeginChild("columns", ImVec2(area.width, area.height), false,
                      kNavFlattened | ImGuiWindowFlags_HorizontalScrollbar);
    const auto found = std::find_if(imports.mapping().sheets.begin(), imports.mapping().sheets.end(),
                                    [this](const data::SheetMapping& sheet) { return sheet.index == sheet_; });
    if (found == imports.mapping().sheets.end() || !found->kind) {
        line(ui, ui.font.heading, ui.color.text, ui.tr(JEJARING_TR("This sheet is skipped")));
        paragraph(ui, ui.font.body, ui.color.muted,
                  ui.tr(JEJARING_TR("Say on the left what it holds to import it; its columns appear here then.")));
    } else {
        // A copy: a choice changes the original. NOLINTNEXTLINE(performance-unnecessary-copy-initialization)
        const data::SheetMapping sheet = *found;
        // Those that nearly fit stand narrower, so that none is cut.
        const float count = static_cast<float>(std::max<std::size_t>(sheet.columns.size(), 1));
        const float fits = (area.width - ui.u(kCardGap) * (count - 1) - ui.u(2)) / count;
        const float width = std::clamp(fits, ui.u(kLeastCardWidth), ui.u(kCardWidth));
        // The wheel moves along the columns.
        if (ImGui::IsWindowHovered(ImGuiHoveredFlags_ChildWindows) && ImGui::GetIO().MouseWheel != 0 &&
            !ImGui::IsPopupOpen("", ImGuiPopupFlags_AnyPopupId))
            ImGui::SetScrollX(ImGui::GetScrollX() - ImGui::GetIO().MouseWheel * ui.u(80));
        for (std::size_t i = 0; i < sheet.columns.size(); ++i) {
            if (i > 0)
                ImGui::SameLine(0, ui.u(kCardGap));
            // Of a thousand columns only those in sight are made.
            if (const ImVec2 size(width, ui.u(76)); !ImGui::IsRectVisible(size)) {
                ImGui::Dummy(size);
                continue;
            }
            ImGui::BeginGroup();
            columnCard(ui, sheet, sheet.columns[i], width);
            ImGui::EndGroup();
        }
    }
    ImGui::EndChild();
}

} // namespace jejaring::ui
