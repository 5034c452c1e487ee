// SPDX-License-Identifier: MIT
// The rows of a sheet and what becomes of each.
#include "ui/dialog/import_review.hpp"

#include "data/import/import_report.hpp"
#include "ui/widget/imgui_shim.hpp"
#include "ui/widget/widgets.hpp"
#include "ui/widget/words.hpp"

#include <algorithm>
#include <cmath>

namespace jejaring::ui {
namespace {

constexpr double kRowHeight = 28;
constexpr double kHeaderHeight = 26;

// A choice of one group, with its number of rows. Stands beside the last one while there is room.
bool pill(const Interface& ui, const std::string& id, std::string_view text, ImU32 dot, bool chosen,
          std::string_view explanation, bool first, float right) {
    const float height = ui.u(24);
    const ImVec2 extent = textSize(ui.font.small, text);
    const float width = extent.x + ui.u(dot == 0 ? 20 : 34);
    if (!first) {
        ImGui::SameLine(0, ui.u(6));
        if (ImGui::GetCursorScreenPos().x + width > right)
            ImGui::NewLine();
    }
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const bool pressed = ImGui::InvisibleButton(id.c_str(), ImVec2(width, height));
    handCursor();
    const ImVec2 max(at.x + width, at.y + height);
    ImDrawList* list = ImGui::GetWindowDrawList();
    if (chosen)
        list->AddRectFilled(at, max, ui.color.selected, height / 2);
    else
        list->AddRect(ImVec2(at.x + 0.5F, at.y + 0.5F), ImVec2(max.x - 0.5F, max.y - 0.5F),
                      ImGui::IsItemHovered() ? ui.color.muted : ui.color.line, height / 2);
    float x = at.x + ui.u(10);
    if (dot != 0) {
        list->AddCircleFilled(ImVec2(x + ui.u(4), at.y + height / 2), ui.u(3.5), dot);
        x += ui.u(14);
    }
    drawText(list, ui.font.small, ImVec2(x, at.y + (height - extent.y) / 2),
             chosen || ImGui::IsItemHovered() ? ui.color.text : ui.color.muted, text);
    focusRing(ui, 12);
    explain(ui, explanation);
    mark(ui, id);
    return pressed;
}

std::string oneLine(std::string text) {
    std::replace(text.begin(), text.end(), '\n', ' ');
    return text;
}

} // namespace

void ImportReview::filters(Interface& ui, float width) {
    const float right = ImGui::GetCursorScreenPos().x + width;
    bool first = true;
    for (std::size_t i = 0; i < kRowGroupCount; ++i) {
        const auto group = static_cast<RowGroup>(i);
        if (counts_[i] == 0 && group != RowGroup::all && group != group_)
            continue;
        const std::string text = ui.tr(nameOf(group)) + " " + ui.number(static_cast<double>(counts_[i]));
        if (pill(ui, "import.filter." + std::to_string(i), text, group == RowGroup::all ? 0 : colorOf(ui, group),
                 group == group_, ui.tr(explanationOf(group)), first, right) &&
            group != group_) {
            group_ = group;
            dirty_ = true;
            scroll_ = true;
        }
        first = false;
    }
}

std::string ImportReview::contentOf(const data::RowPlan& row) const {
    constexpr std::size_t kLongest = 240;
    const std::vector<data::TableRow>& rows = plan_->file->sheets[row.place.sheet].rows;
    const auto found = std::lower_bound(rows.begin(), rows.end(), row.place.row,
                                        [](const data::TableRow& each, int number) { return each.number < number; });
    std::string text;
    if (found == rows.end() || found->number != row.place.row)
        return text;
    for (const data::TableCell& cell : found->cells) {
        if (cell.text.empty())
            continue;
        text += (text.empty() ? "" : " · ") + cell.text;
        if (text.size() > kLongest)
            break;
    }
    return oneLine(text);
}

std::string ImportReview::findingOf(const Interface& ui, const data::RowPlan& row) const {
    if (row.outcome == data::RowOutcome::duplicateInFile && !row.saysMore)
        return ui.tr(JEJARING_TR("says the same as row {0}"), {std::to_string(row.sameAs)});
    for (const data::RegionReading& reading : row.regions) {
        if (reading.finding.match == data::RegionMatch::ambiguous && reading.finding.candidates.size() == 1)
            return ui.tr(
                JEJARING_TR("“{0}” may be {1}"),
                {reading.written, regionName(*ui.session.imports().regions(), reading.finding.candidates.front())});
        if (reading.finding.match == data::RegionMatch::ambiguous)
            return ui.tr(JEJARING_TR("“{0}” may be several regions"), {reading.written});
        if (reading.finding.match == data::RegionMatch::unmatched)
            return ui.tr(JEJARING_TR("No region is called “{0}”"), {reading.written});
    }
    std::string text;
    const auto add = [&](const std::string& piece) { text += (text.empty() ? "" : " · ") + piece; };
    for (const data::CellFinding& cell : row.cells) {
        if (cell.conflict)
            add(ui.tr(JEJARING_TR("the file says something else than the project")));
        if (cell.error)
            add(text::translate(ui.language(), *cell.error));
    }
    // What somebody should decide comes before what is only to be known.
    for (const bool isNote : {false, true}) {
        const auto addIf = [&](const core::Message& message) {
            if ((message.severity == core::Severity::note) == isNote)
                add(text::translate(ui.language(), message));
        };
        for (const core::Message& message : row.messages)
            addIf(message);
        for (const data::CellFinding& cell : row.cells)
            for (const data::Flag& flag : cell.flags)
                addIf(flag.message);
    }
    return oneLine(text);
}

void ImportReview::rowLine(Interface& ui, std::size_t place, const std::array<float, 5>& edges) {
    const std::size_t index = shown_[place];
    const data::RowPlan& row = plan_->plan.rows[index];
    const core::RegionCatalog& regions = *ui.session.imports().regions();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float height = ui.u(kRowHeight);
    const bool chosen = chosenRow_ == index;
    ImGui::PushID(static_cast<int>(index));
    if (listRow(ui, "row", kRowHeight, chosen)) {
        chosenPlace_ = place;
        choose(ui, index);
    }
    ImGui::PopID();
    handCursor();
    if (place < 20)
        mark(ui, "import.row." + std::to_string(place));
    ImDrawList* list = ImGui::GetWindowDrawList();
    if (chosen)
        list->AddRectFilled(at, ImVec2(at.x + ui.u(2), at.y + height), ui.color.accent);
    const RowGroup group = groupOf(row.outcome);
    const bool quiet = group == RowGroup::passedOver || group == RowGroup::duplicate;
    const auto cell = [&](std::size_t column, const std::string& text, ImU32 color, float indent = 0) {
        const float room = edges[column + 1] - edges[column] - ui.u(12) - indent;
        if (room <= 0)
            return;
        const std::string shown = fitted(ui.font.body, text, room);
        drawText(list, ui.font.body,
                 ImVec2(edges[column] + indent, at.y + (height - textSize(ui.font.body, shown).y) / 2), color, shown);
    };
    cell(0, std::to_string(row.place.row), ui.color.muted, ui.u(8));
    const bool check = data::deservesLook(row);
    const bool lost = data::unreadCells(row) > 0;
    list->AddCircleFilled(ImVec2(edges[1] + ui.u(4), at.y + height / 2), ui.u(3.5),
                          colorOf(ui, check ? RowGroup::toCheck : group));
    cell(1, outcomeText(ui, row), lost ? ui.color.warning : quiet ? ui.color.muted : ui.color.text, ui.u(14));
    std::string region;
    bool open = false;
    for (const data::RegionReading& reading : row.regions) {
        const data::RegionMatch match = reading.finding.match;
        if (match == data::RegionMatch::blank)
            continue;
        const bool unclear = match == data::RegionMatch::ambiguous || match == data::RegionMatch::unmatched;
        open |= unclear;
        region += (region.empty() ? "" : "; ") +
                  (unclear ? reading.written + " ?" : regionName(regions, reading.finding.region));
    }
    cell(2, region, open ? ui.color.warning : quiet ? ui.color.muted : ui.color.text);
    const std::string finding = findingOf(ui, row);
    const bool serious = group == RowGroup::needsAnswer || group == RowGroup::rejected || check;
    if (finding.empty())
        cell(3, contentOf(row), ui.color.muted);
    else
        cell(3, finding, serious ? ui.color.warning : ui.color.text);
    const float y = std::round(at.y + height) - 0.5F;
    list->AddLine(ImVec2(at.x, y), ImVec2(edges[4], y), faded(ui.color.line, 0.7F));
}

void ImportReview::rows(Interface& ui, const Area& area) {
    ImGui::SetCursorScreenPos(area.min());
    ImGui::BeginGroup();
    filters(ui, area.width);
    ImGui::EndGroup();
    const float top = ImGui::GetItemRectMax().y + ui.u(8);
    const float share = std::max(ui.u(120), area.width * 0.27F);
    std::array<float, 5> edges{};
    edges[0] = area.x;
    edges[1] = edges[0] + ui.u(54);
    // As wide as its words, where that leaves room for the others.
    const bool narrow = area.width < ui.u(560);
    float outcomes = textSize(ui.font.small, ui.tr(JEJARING_TR("Outcome"))).x;
    for (std::size_t i = 0; i < kRowGroupCount; ++i)
        if (const auto group = static_cast<RowGroup>(i);
            counts_[i] > 0 && group != RowGroup::all && group != RowGroup::toCheck && group != RowGroup::passedOver)
            outcomes = std::max(outcomes, textSize(ui.font.body, ui.tr(nameOf(group))).x);
    if (counts_[static_cast<std::size_t>(RowGroup::passedOver)] > 0)
        for (const data::RowOutcome outcome : {data::RowOutcome::title, data::RowOutcome::heading})
            outcomes = std::max(outcomes, textSize(ui.font.body, ui.tr(data::rowOutcomeLabel(outcome))).x);
    outcomes += ui.u(34); // the dot before and the room behind
    if (unread_)
        outcomes = std::max(outcomes, ui.u(narrow ? 178 : 226));
    edges[2] = edges[1] + std::clamp(outcomes, ui.u(narrow ? 110 : 128), std::max(ui.u(150), area.width * 0.32F));
    edges[3] = edges[2] + share;
    edges[4] = area.right();
    ImDrawList* list = ImGui::GetWindowDrawList();
    const std::array<std::string, 4> titles{ui.tr(JEJARING_TR("Row")), ui.tr(JEJARING_TR("Outcome")),
                                            ui.tr(JEJARING_TR("Region")), ui.tr(JEJARING_TR("What is said of it"))};
    for (std::size_t i = 0; i < titles.size(); ++i)
        drawText(list, ui.font.small, ImVec2(edges[i] + (i == 0 ? ui.u(8) : 0), top + ui.u(5)), ui.color.muted,
                 fitted(ui.font.small, titles[i], edges[i + 1] - edges[i] - ui.u(8)));
    const float below = std::round(top + ui.u(kHeaderHeight));
    list->AddLine(ImVec2(area.x, below - 0.5F), ImVec2(area.right(), below - 0.5F), ui.color.line);
    ImGui::SetCursorScreenPos(ImVec2(area.x, below));
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(0, 0));
    ImGui::BeginChild("rows", ImVec2(area.width, std::max(1.0F, area.bottom() - below)), false, kNavFlattened);
    ui.probe.mark("import.rows", ImVec2(area.x, below), ImVec2(area.right(), area.bottom()));
    tableFocused_ = ImGui::IsWindowFocused(ImGuiFocusedFlags_ChildWindows);
    if (shown_.empty()) {
        ImGui::SetCursorPos(ImVec2(ui.u(8), ui.u(14)));
        const session::ImportSession& imports = ui.session.imports();
        const bool waits = imports.planning() && !plan_;
        paragraph(ui, ui.font.body, ui.color.muted,
                  waits                            ? ui.tr(JEJARING_TR("The rows are being matched."))
                  : !imports.planFailure().empty() ? sentence(ui.language(), imports.planFailure().front())
                  : group_ != RowGroup::all        ? ui.tr(JEJARING_TR("No row of this kind."))
                                                   : ui.tr(JEJARING_TR("The sheet has no rows.")));
    }
    if (scroll_ && chosenRow_ && chosenPlace_ < shown_.size() && shown_[chosenPlace_] == *chosenRow_) {
        const float height = ui.u(kRowHeight);
        const float middle = static_cast<float>(chosenPlace_) * height;
        const float seen = ImGui::GetScrollY();
        const float room = ImGui::GetWindowHeight();
        if (middle < seen || middle + height > seen + room)
            ImGui::SetScrollY(std::max(0.0F, middle - room / 2));
    }
    scroll_ = false;
    ImGuiListClipper clipper;
    clipper.Begin(static_cast<int>(shown_.size()), ui.u(kRowHeight));
    while (clipper.Step())
        for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i)
            if (static_cast<std::size_t>(i) < shown_.size())
                rowLine(ui, static_cast<std::size_t>(i), edges);
    clipper.End();
    ImGui::EndChild();
    ImGui::PopStyleVar();
}

void ImportReview::keys(Interface& ui) {
    if (ImGui::GetIO().WantTextInput || shown_.empty())
        return;
    const int step = (keyPressed(Key::down, true) ? 1 : 0) - (keyPressed(Key::up, true) ? 1 : 0);
    if (step == 0)
        return;
    const auto last = static_cast<long>(shown_.size()) - 1;
    const long from = chosenRow_ ? static_cast<long>(chosenPlace_) : (step > 0 ? -1 : last + 1);
    chosenPlace_ = static_cast<std::size_t>(std::clamp(from + step, 0L, last));
    scroll_ = true;
    choose(ui, shown_[chosenPlace_]);
}

} // namespace jejaring::ui
