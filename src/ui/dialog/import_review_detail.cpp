// SPDX-License-Identifier: MIT
// One row: what it asks, every cell as written and as understood, and what the user may say of it.
#include "ui/dialog/import_review.hpp"

#include "data/import/import_report.hpp"
#include "ui/widget/imgui_shim.hpp"
#include "ui/widget/widgets.hpp"
#include "ui/widget/words.hpp"

#include <algorithm>
#include <cmath>

namespace jejaring::ui {
namespace {

constexpr std::size_t kMostHits = 6;

// A region to be taken as the answer: its name, and where it lies.
bool regionButton(const Interface& ui, const std::string& id, const std::string& name, const std::string& detail,
                  const std::string& explanation) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x;
    const float height = ui.u(40);
    const bool pressed = ImGui::InvisibleButton(id.c_str(), ImVec2(width, height));
    handCursor();
    const ImVec2 max(at.x + width, at.y + height);
    ImDrawList* list = ImGui::GetWindowDrawList();
    list->AddRectFilled(at, max, ui.color.raised, ui.u(6));
    list->AddRect(ImVec2(at.x + 0.5F, at.y + 0.5F), ImVec2(max.x - 0.5F, max.y - 0.5F),
                  ImGui::IsItemHovered() ? ui.color.accent : ui.color.line, ui.u(6));
    drawText(list, ui.font.body, ImVec2(at.x + ui.u(12), at.y + ui.u(4)), ui.color.text,
             fitted(ui.font.body, name, width - ui.u(24)));
    drawText(list, ui.font.small, ImVec2(at.x + ui.u(12), at.y + ui.u(22)), ui.color.muted,
             fitted(ui.font.small, detail, width - ui.u(24)));
    focusRing(ui, 6);
    explain(ui, explanation);
    mark(ui, id);
    return pressed;
}

bool isOpen(const data::RegionReading& reading) {
    return reading.finding.match == data::RegionMatch::ambiguous ||
           reading.finding.match == data::RegionMatch::unmatched;
}

std::size_t rowsWith(const data::ImportPlan& plan, const std::string& key) {
    return static_cast<std::size_t>(std::count_if(plan.rows.begin(), plan.rows.end(), [&](const data::RowPlan& row) {
        return std::any_of(row.regions.begin(), row.regions.end(),
                           [&](const data::RegionReading& reading) { return reading.finding.key == key; });
    }));
}

} // namespace

void ImportReview::question(Interface& ui, std::size_t index, const data::RegionReading& reading) {
    session::ImportSession& imports = ui.session.imports();
    const core::RegionCatalog& regions = *imports.regions();
    const std::string id = "import.region." + std::to_string(index);
    const std::string key = reading.finding.key;
    if (reading.finding.match == data::RegionMatch::answer) {
        line(ui, ui.font.strong, ui.color.text,
             fitted(ui.font.strong,
                    ui.tr(JEJARING_TR("“{0}” is {1}"), {reading.written, regionName(regions, reading.finding.region)}),
                    ImGui::GetContentRegionAvail().x));
        gap(ui, -4);
        if (link(ui, id + ".back", ui.tr(JEJARING_TR("Take the answer back")),
                 ui.tr(JEJARING_TR("The rows want an answer again"))))
            imports.answerRegion(key, {});
        gap(ui, 6);
        return;
    }
    paragraph(ui, ui.font.strong, ui.color.text,
              reading.finding.match == data::RegionMatch::ambiguous && reading.finding.candidates.size() == 1
                  ? ui.tr(JEJARING_TR("Is “{0}” this region?"), {reading.written})
              : reading.finding.match == data::RegionMatch::ambiguous
                  ? ui.tr(JEJARING_TR("Which region is “{0}”?"), {reading.written})
                  : ui.tr(JEJARING_TR("No region is called “{0}”. Which one is meant?"), {reading.written}));
    if (reading.finding.remark != nullptr)
        paragraph(ui, ui.font.small, ui.color.warning, ui.tr(reading.finding.remark));
    const std::size_t count = rowsWith(plan_->plan, key);
    paragraph(ui, ui.font.small, ui.color.muted,
              count > 1
                  ? ui.tr(JEJARING_TR(
                              "The answer counts for the {0} {0:row that says|rows that say} this, and is remembered."),
                          {ui.number(static_cast<double>(count))})
                  : ui.tr(JEJARING_TR("The answer is remembered for rows that say this.")));
    gap(ui, -2);
    const std::string take = ui.tr(JEJARING_TR("Take this region for every row that says the same"));
    for (std::size_t i = 0; i < reading.finding.candidates.size(); ++i) {
        const core::RegionCode& code = reading.finding.candidates[i];
        if (regionButton(ui, id + "." + std::to_string(i), regionName(regions, code), regionDetail(regions, code),
                         take)) {
            imports.answerRegion(key, code);
            return;
        }
        gap(ui, -4);
    }
    gap(ui, 2);
    if (searchKey_ != key) {
        searchKey_ = key;
        search_.clear();
    }
    textField(ui, id + ".search", search_, ui.tr(JEJARING_TR("Search for another region")),
              ImGui::GetContentRegionAvail().x, ui.tr(JEJARING_TR("A name or a code; spelling errors are forgiven")));
    if (search_.empty())
        return;
    if (indexed_ != imports.regions()) {
        indexed_ = imports.regions();
        regionIndex_ = session::SearchIndex(regions, nullptr, ui.language());
    }
    const std::vector<session::SearchHit> hits = regionIndex_.find(search_, kMostHits);
    if (hits.empty())
        line(ui, ui.font.small, ui.color.muted, ui.tr(JEJARING_TR("Nothing is called “{0}”."), {search_}));
    for (std::size_t i = 0; i < hits.size(); ++i) {
        if (hits[i].region == core::kNoRegion)
            continue;
        const core::RegionCode code = regions[hits[i].region].code;
        if (regionButton(ui, id + ".hit." + std::to_string(i), regionName(regions, code), regionDetail(regions, code),
                         take)) {
            imports.answerRegion(key, code);
            return;
        }
        gap(ui, -4);
    }
}

void ImportReview::conflicts(Interface& ui, const data::RowPlan& row) {
    session::ImportSession& imports = ui.session.imports();
    const bool any =
        std::any_of(row.cells.begin(), row.cells.end(), [](const data::CellFinding& c) { return c.conflict; });
    const auto answered = plan_->answers.conflicts.find(row.key);
    if (!any && answered == plan_->answers.conflicts.end())
        return;
    paragraph(ui, ui.font.strong, ui.color.text, ui.tr(JEJARING_TR("The file says something else than the project")));
    for (const data::CellFinding& cell : row.cells) {
        if (!cell.conflict)
            continue;
        const core::RegionCatalog& regions = *imports.regions();
        caption(ui, ui.tr(data::importFieldLabel(cell.field)));
        gap(ui, -4);
        paragraph(ui, ui.font.body, ui.color.text,
                  ui.tr(JEJARING_TR("here: {0}"), {understoodText(ui, regions, cell.field, cell.before.value_or(""))}));
        gap(ui, -4);
        paragraph(ui, ui.font.body, ui.color.text,
                  ui.tr(JEJARING_TR("in the file: {0}"), {understoodText(ui, regions, cell.field, cell.understood)}));
    }
    const std::array<Choice, 2> choices{
        Choice{ui.tr(JEJARING_TR("Keep mine")), ui.tr(JEJARING_TR("What the project holds stays"))},
        Choice{ui.tr(JEJARING_TR("Take the file's")), ui.tr(JEJARING_TR("What the file says takes its place"))}};
    std::size_t chosen = 2; // neither
    if (answered != plan_->answers.conflicts.end())
        chosen = answered->second == data::ConflictAnswer::keepMine ? 0 : 1;
    else if (plan_->answers.allConflicts)
        chosen = *plan_->answers.allConflicts == data::ConflictAnswer::keepMine ? 0 : 1;
    if (segmented(ui, "import.conflict", choices, chosen, ImGui::GetContentRegionAvail().x))
        imports.answerConflict(row.key, chosen == 0 ? data::ConflictAnswer::keepMine : data::ConflictAnswer::takeFile);
    if (chosen < 2 && link(ui, "import.conflict.all", ui.tr(JEJARING_TR("The same for all rows")),
                           ui.tr(JEJARING_TR("Every conflict of this file is settled this way"))))
        imports.answerAllConflicts(chosen == 0 ? data::ConflictAnswer::keepMine : data::ConflictAnswer::takeFile);
    gap(ui, 6);
}

void ImportReview::cell(Interface& ui, const data::RowPlan& row, std::size_t index) {
    session::ImportSession& imports = ui.session.imports();
    const core::RegionCatalog& regions = *imports.regions();
    const Line& shown = lines_[index];
    const data::CellFinding& cell = shown.cell;
    const std::string id = "import.cell." + std::to_string(index);
    const data::CellPlace place{row.place, cell.column};
    const auto corrected = imports.answers().cells.find(place);
    const bool isCorrected = cell.column >= 0 && corrected != imports.answers().cells.end();
    const float width = ImGui::GetContentRegionAvail().x;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    std::string about = ui.tr(data::importFieldLabel(cell.field));
    if (!shown.heading.empty() && session::searchForm(shown.heading) != session::searchForm(about))
        about += " · " + shown.heading;
    std::replace(about.begin(), about.end(), '\n', ' ');
    const std::string change = ui.tr(JEJARING_TR("correct"));
    const float changeWidth = textSize(ui.font.small, change).x;
    line(ui, ui.font.small, ui.color.muted, fitted(ui.font.small, about, width - changeWidth - ui.u(12)));
    if (cell.column >= 0 && editing_ != cell.column) {
        ImGui::SetCursorScreenPos(ImVec2(at.x + width - changeWidth, at.y));
        if (link(ui, id + ".correct", change,
                 ui.tr(JEJARING_TR("Type what is to be read instead; the file is not changed")), ui.font.small)) {
            editing_ = cell.column;
            edit_ = isCorrected ? corrected->second : cell.written;
            editFocus_ = true;
        }
    }
    gap(ui, -5);
    if (cell.column >= 0 && editing_ == cell.column) {
        textField(ui, id + ".text", edit_, "", width, ui.tr(JEJARING_TR("Enter takes it over, Esc leaves it")),
                  std::exchange(editFocus_, false));
        if (ImGui::IsItemDeactivated() && (keyPressed(Key::enter) || keyPressed(Key::keypadEnter))) {
            editing_ = -1;
            imports.correct(place, edit_);
        }
    } else if (cell.written.empty()) {
        line(ui, ui.font.body, ui.color.faint, ui.tr(JEJARING_TR("blank")));
    } else {
        paragraph(ui, ui.font.body, ui.color.text, cell.written, width);
    }
    if (isCorrected) {
        gap(ui, -4);
        if (link(ui, id + ".undo", ui.tr(JEJARING_TR("corrected by you; read the file's again")),
                 ui.tr(JEJARING_TR("Drop the correction")), ui.font.small))
            imports.correct(place, std::nullopt);
    }
    const std::string understood = understoodText(ui, regions, cell.field, cell.understood);
    const auto below = [&](ImU32 color, const std::string& text) {
        gap(ui, -5);
        paragraph(ui, ui.font.small, color, text, width);
    };
    if (!understood.empty() && session::searchForm(understood) != session::searchForm(cell.written))
        below(ui.color.accent, "→ " + understood);
    for (const data::RegionReading& reading : row.regions)
        if (reading.column == cell.column && reading.field == cell.field && !reading.finding.region.empty()) {
            below(ui.color.muted, ui.tr(JEJARING_TR("found {0}"), {ui.tr(nameOf(reading.finding.match))}));
            if (reading.finding.remark != nullptr)
                below(ui.color.warning, ui.tr(reading.finding.remark));
        }
    if (cell.before && !cell.conflict)
        below(ui.color.muted,
              ui.tr(JEJARING_TR("until now: {0}"), {understoodText(ui, regions, cell.field, *cell.before)}));
    if (cell.error)
        below(ui.color.warning, sentence(ui.language(), *cell.error));
    for (const data::Flag& flag : cell.flags)
        below(flag.message.severity == core::Severity::note ? ui.color.muted : ui.color.warning,
              sentence(ui.language(), flag.message));
    gap(ui, 4);
}

void ImportReview::cells(Interface& ui, const data::RowPlan& row) {
    if (lines_.empty()) {
        const std::string content = contentOf(row);
        paragraph(ui, ui.font.body, ui.color.muted,
                  content.empty() ? ui.tr(JEJARING_TR("The row is blank.")) : content);
        return;
    }
    // What nobody can say anything of stays out of the way.
    for (std::size_t i = 0; i < lines_.size(); ++i) {
        const data::CellFinding& each = lines_[i].cell;
        const bool silent =
            each.written.empty() && each.understood.empty() && each.flags.empty() && !each.error && !each.before;
        const bool corrected = plan_->answers.cells.contains({row.place, each.column});
        if (!silent || corrected || (each.column >= 0 && editing_ == each.column))
            cell(ui, row, i);
    }
}

void ImportReview::detail(Interface& ui, const Area& area) {
    session::ImportSession& imports = ui.session.imports();
    ImGui::SetCursorScreenPos(area.min());
    ImGui::BeginChild("detail", ImVec2(area.width, area.height), false, kNavFlattened);
    if (!plan_ || !chosenRow_ || *chosenRow_ >= plan_->plan.rows.size()) {
        paragraph(ui, ui.font.body, ui.color.muted,
                  ui.tr(JEJARING_TR("Choose a row to see every cell as written and as understood.")));
        ImGui::EndChild();
        return;
    }
    const std::shared_ptr<const session::PlannedImport> plan = plan_; // answers below may bring another one
    const data::RowPlan& row = plan->plan.rows[*chosenRow_];
    const core::RegionCatalog& regions = *imports.regions();
    const RowGroup group = groupOf(row.outcome);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x;
    line(ui, ui.font.heading, ui.color.text, ui.tr(JEJARING_TR("Row {0}"), {std::to_string(row.place.row)}));
    if (plan->plan.count(data::RowOutcome::needsAnswer) > 0) {
        const std::string next = ui.tr(JEJARING_TR("Next open one"));
        const float size = textSize(ui.font.small, next).x;
        const ImVec2 after = ImGui::GetCursorScreenPos();
        ImGui::SetCursorScreenPos(ImVec2(at.x + width - size, at.y + ui.u(1)));
        if (link(ui, "import.next", next, ui.tr(JEJARING_TR("Go to the next row that wants an answer")),
                 ui.font.small)) {
            chooseNextOpen(ui);
            ImGui::EndChild();
            return;
        }
        ImGui::SetCursorScreenPos(after);
    }
    gap(ui, -3);
    const bool lost = data::unreadCells(row) > 0;
    const RowGroup said = data::deservesLook(row) ? RowGroup::toCheck : group; // as in the list
    const ImVec2 dot = ImGui::GetCursorScreenPos();
    ImGui::GetWindowDrawList()->AddCircleFilled(ImVec2(dot.x + ui.u(4), dot.y + ui.u(8)), ui.u(3.5), colorOf(ui, said));
    ImGui::SetCursorScreenPos(ImVec2(dot.x + ui.u(14), dot.y));
    line(ui, ui.font.body, lost ? ui.color.warning : ui.color.muted,
         fitted(ui.font.body,
                row.outcome == data::RowOutcome::duplicateInFile && !row.saysMore
                    ? ui.tr(JEJARING_TR("says the same as row {0}"), {std::to_string(row.sameAs)})
                    : outcomeText(ui, row),
                width - ui.u(14)));
    explain(ui, ui.tr(explanationOf(said)));
    gap(ui, 4);
    for (std::size_t i = 0; i < row.regions.size(); ++i) {
        const data::RegionReading& reading = row.regions[i];
        if (isOpen(reading) || reading.finding.match == data::RegionMatch::answer)
            question(ui, i, reading);
    }
    conflicts(ui, row);
    const bool asked = std::any_of(row.regions.begin(), row.regions.end(), isOpen);
    if (asked)
        separator(ui, 12, 6);
    for (const core::Message& message : row.messages) {
        paragraph(ui, ui.font.small, message.severity == core::Severity::note ? ui.color.muted : ui.color.warning,
                  sentence(ui.language(), message));
        gap(ui, -2);
    }
    const auto hasCell = [this](const data::RegionReading& reading) {
        return std::any_of(lines_.begin(), lines_.end(), [&](const Line& each) {
            return each.cell.column == reading.column && each.cell.field == reading.field;
        });
    };
    for (const data::RegionReading& reading : row.regions) {
        if (isOpen(reading) || reading.finding.match == data::RegionMatch::blank ||
            reading.finding.match == data::RegionMatch::answer || hasCell(reading))
            continue;
        caption(ui, ui.tr(JEJARING_TR("Region")));
        gap(ui, -5);
        paragraph(ui, ui.font.body, ui.color.text,
                  regionName(regions, reading.finding.region) + " (" + reading.finding.region.text() + ")", width);
        gap(ui, -5);
        paragraph(ui, ui.font.small, ui.color.muted,
                  ui.tr(JEJARING_TR("found {0}"), {ui.tr(nameOf(reading.finding.match))}), width);
        if (reading.finding.remark != nullptr) {
            gap(ui, -5);
            paragraph(ui, ui.font.small, ui.color.warning, ui.tr(reading.finding.remark), width);
        }
        gap(ui, 4);
    }
    cells(ui, row);
    if (!row.key.empty()) {
        caption(ui, ui.tr(JEJARING_TR("Key, by which the row is known again")));
        gap(ui, -5);
        paragraph(ui, ui.font.small, ui.color.muted, row.key, width);
        gap(ui, 4);
    }
    const bool out = imports.answers().leftOut.contains(row.place);
    if (out || group != RowGroup::passedOver)
        if (button(ui, "import.leaveOut",
                   out ? ui.tr(JEJARING_TR("Take this row in again")) : ui.tr(JEJARING_TR("Leave this row out")), false,
                   ui.tr(JEJARING_TR("A row that is left out is not written"))))
            imports.leaveOut(row.place, !out);
    ImGui::EndChild();
}

} // namespace jejaring::ui
