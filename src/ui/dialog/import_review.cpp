// SPDX-License-Identifier: MIT
#include "ui/dialog/import_review.hpp"

#include "data/import/import_report.hpp"
#include "ui/widget/imgui_shim.hpp"
#include "ui/widget/widgets.hpp"
#include "ui/widget/words.hpp"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <utility>

namespace jejaring::ui {
namespace {

using Phase = session::ImportSession::Phase;

constexpr double kFooterHeight = 50;

std::string formatText(const Interface& ui, const data::TableFile& file) {
    std::string text(data::tableFormatName(file.format));
    if (!file.encoding.empty())
        text += " · " + file.encoding;
    if (file.separator == '\t')
        text += " · " + ui.tr(JEJARING_TR("separated by tabs"));
    else if (file.separator != '\0')
        text += " · " + ui.tr(JEJARING_TR("separated by “{0}”"), {std::string(1, file.separator)});
    std::size_t rows = 0;
    for (const data::TableSheet& sheet : file.sheets)
        rows += sheet.rows.size();
    if (file.sheets.size() > 1)
        text +=
            " · " + ui.tr(JEJARING_TR("{0} {0:sheet|sheets}"), {ui.number(static_cast<double>(file.sheets.size()))});
    return text + " · " + ui.tr(JEJARING_TR("{0} {0:row|rows}"), {ui.number(static_cast<double>(rows))});
}

// A thin bar of what is done; runs to and fro where that is unknown.
void progressBar(const Interface& ui, double share, float width) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float height = ui.u(4);
    ImDrawList* list = ImGui::GetWindowDrawList();
    list->AddRectFilled(at, ImVec2(at.x + width, at.y + height), ui.color.selected, height / 2);
    const float part = share < 0 ? 0.2F : static_cast<float>(share);
    const float start = share < 0 ? static_cast<float>(0.4 + 0.4 * std::sin(ui.now * 2)) : 0;
    list->AddRectFilled(ImVec2(at.x + start * width, at.y),
                        ImVec2(at.x + std::min(1.0F, start + part) * width, at.y + height), ui.color.accent,
                        height / 2);
    ImGui::Dummy(ImVec2(width, height));
    ui.wakeAt(ui.now + 0.08);
}

} // namespace

void ImportReview::follow(const Interface& ui) {
    session::ImportSession& imports = ui.session.imports();
    if (imports.serial() != serial_) {
        serial_ = imports.serial();
        ui.session.letGo(std::exchange(plan_, nullptr));
        sheet_ = 0;
        group_ = RowGroup::all;
        dirty_ = true;
        shown_.clear();
        counts_ = {};
        chosen_.reset();
        chosenRow_.reset();
        lines_.clear();
        search_.clear();
        editing_ = -1;
        asking_ = saving_ = false;
    }
    if (imports.phase() != Phase::review)
        return;
    if (imports.plan() == plan_)
        return;
    const bool first = plan_ == nullptr;
    ui.session.letGo(std::exchange(plan_, imports.plan())); // of a hundred thousand rows
    dirty_ = true;
    if (first && plan_) {
        // What wants an answer stands open at once; else the first sheet that is imported.
        for (const data::SheetMapping& sheet : plan_->mapping.sheets)
            if (sheet.kind) {
                sheet_ = sheet.index;
                break;
            }
        const auto open = std::find_if(plan_->plan.rows.begin(), plan_->plan.rows.end(), [](const data::RowPlan& row) {
            return row.outcome == data::RowOutcome::needsAnswer;
        });
        if (open != plan_->plan.rows.end()) {
            sheet_ = open->place.sheet;
            chosen_ = open->place;
            scroll_ = true;
        }
    }
}

void ImportReview::arrange(const Interface& ui) {
    if (!dirty_)
        return;
    dirty_ = false;
    shown_.clear();
    counts_ = {};
    unread_ = false;
    chosenRow_.reset();
    if (!plan_)
        return;
    const std::vector<data::RowPlan>& rows = plan_->plan.rows;
    bool stays = false;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (rows[i].place.sheet != sheet_)
            continue;
        const RowGroup group = groupOf(rows[i].outcome);
        ++counts_[static_cast<std::size_t>(RowGroup::all)];
        ++counts_[static_cast<std::size_t>(group)];
        const bool check = data::deservesLook(rows[i]);
        unread_ = unread_ || data::unreadCells(rows[i]) > 0;
        counts_[static_cast<std::size_t>(RowGroup::toCheck)] += check;
        const bool shown = group_ == RowGroup::all || group_ == group || (check && group_ == RowGroup::toCheck);
        if (chosen_ == rows[i].place) {
            chosenRow_ = i;
            stays = shown;
            if (shown)
                chosenPlace_ = shown_.size();
        }
        if (shown)
            shown_.push_back(i);
    }
    // Where an answer took the chosen row out of the list, the next one takes its place.
    if (chosen_ && !stays && group_ != RowGroup::all && !shown_.empty()) {
        chosenPlace_ = std::min(chosenPlace_, shown_.size() - 1);
        choose(ui, shown_[chosenPlace_]);
    } else {
        choose(ui, chosenRow_);
    }
}

void ImportReview::choose(const Interface& ui, std::optional<std::size_t> row) {
    const bool other = !row || !plan_ || !chosen_ || plan_->plan.rows[*row].place != *chosen_;
    chosenRow_ = row;
    lines_.clear();
    if (other) {
        editing_ = -1;
        search_.clear();
    }
    if (!row || !plan_) {
        chosen_.reset();
        return;
    }
    const data::RowPlan& plan = plan_->plan.rows[*row];
    chosen_ = plan.place;
    const auto sheet =
        std::find_if(plan_->mapping.sheets.begin(), plan_->mapping.sheets.end(),
                     [&](const data::SheetMapping& mapping) { return mapping.index == plan.place.sheet; });
    for (data::CellFinding& cell : plan_->explain(plan.place)) {
        std::string heading;
        if (sheet != plan_->mapping.sheets.end() && cell.column >= 0 &&
            static_cast<std::size_t>(cell.column) < sheet->columns.size())
            heading = sheet->columns[static_cast<std::size_t>(cell.column)].heading;
        lines_.push_back({std::move(cell), std::move(heading)});
    }
    // What the project holds, and what contradicts it, is known to the plan alone.
    for (const data::CellFinding& planned : plan.cells) {
        const auto line = std::find_if(lines_.begin(), lines_.end(), [&](const Line& candidate) {
            return candidate.cell.column == planned.column && candidate.cell.field == planned.field;
        });
        if (line == lines_.end()) {
            lines_.push_back({planned, {}});
            continue;
        }
        line->cell.before = planned.before;
        line->cell.conflict = planned.conflict;
        line->cell.flags = planned.flags;
    }
    // In the order of the file; what stands in no one cell comes last.
    std::stable_sort(lines_.begin(), lines_.end(), [](const Line& a, const Line& b) {
        return static_cast<unsigned>(a.cell.column) < static_cast<unsigned>(b.cell.column);
    });
    ui.keepMoving();
}

void ImportReview::chooseNextOpen(const Interface& ui) {
    if (!plan_)
        return;
    const std::vector<data::RowPlan>& rows = plan_->plan.rows;
    const std::size_t from = chosenRow_ ? *chosenRow_ + 1 : 0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const std::size_t at = (from + i) % rows.size();
        if (rows[at].outcome != data::RowOutcome::needsAnswer)
            continue;
        if (rows[at].place.sheet != sheet_) {
            sheet_ = rows[at].place.sheet;
            dirty_ = true;
        }
        chosen_ = rows[at].place;
        scroll_ = true;
        if (group_ != RowGroup::all && group_ != RowGroup::needsAnswer) {
            group_ = RowGroup::needsAnswer;
            dirty_ = true;
        }
        choose(ui, at);
        const auto place = std::find(shown_.begin(), shown_.end(), at);
        if (place != shown_.end())
            chosenPlace_ = static_cast<std::size_t>(place - shown_.begin());
        return;
    }
}

bool ImportReview::close(Interface& ui) {
    session::ImportSession& imports = ui.session.imports();
    if (saving_) {
        saving_ = false;
        return false;
    }
    if (editing_ >= 0) {
        editing_ = -1;
        return false;
    }
    if (ImGui::GetIO().WantTextInput)
        return false; // Esc leaves the field first
    if (imports.phase() == Phase::review && imports.touched() && !asking_) {
        asking_ = true;
        return false;
    }
    imports.end();
    return imports.phase() == Phase::idle;
}

void ImportReview::header(Interface& ui, float width) {
    const session::ImportSession& imports = ui.session.imports();
    const std::string title = ui.tr(JEJARING_TR("Import {0}"), {imports.name()});
    line(ui, ui.font.title, ui.color.text, fitted(ui.font.title, title, width - ui.u(60)));
    explain(ui, imports.path());
    gap(ui, -2);
    std::string about = imports.file() ? formatText(ui, *imports.file()) : imports.path();
    if (imports.waiting() > 0)
        about += " · " +
                 ui.tr(JEJARING_TR("files after this one: {0}"), {ui.number(static_cast<double>(imports.waiting()))});
    line(ui, ui.font.small, ui.color.muted, fitted(ui.font.small, about, width));
    mark(ui, "import.about");
    std::vector<core::Message> remarks = imports.remarks();
    if (plan_)
        remarks.insert(remarks.end(), plan_->plan.messages.begin(), plan_->plan.messages.end());
    constexpr std::size_t kShown = 2;
    for (std::size_t i = 0; i < std::min(remarks.size(), kShown); ++i) {
        gap(ui, -4);
        std::string text = sentence(ui.language(), remarks[i]);
        if (i + 1 == kShown && remarks.size() > kShown)
            text += " · " + ui.tr(JEJARING_TR("and {0} more; the report has them all"),
                                  {ui.number(static_cast<double>(remarks.size() - kShown))});
        const bool serious = remarks[i].severity != core::Severity::note;
        line(ui, ui.font.small, serious ? ui.color.warning : ui.color.muted, fitted(ui.font.small, text, width));
        explain(ui, text);
    }
}

void ImportReview::reading(Interface& ui) {
    const session::ImportSession& imports = ui.session.imports();
    gap(ui, 40);
    line(ui, ui.font.body, ui.color.text, ui.tr(JEJARING_TR("The file is being read …")));
    progressBar(ui, imports.progress(), ui.u(360));
    gap(ui, 12);
    if (button(ui, "import.cancel", ui.tr(JEJARING_TR("Cancel")), false,
               ui.tr(JEJARING_TR("Leave the project as it is"))))
        ui.session.imports().end();
}

void ImportReview::failed(Interface& ui) {
    const session::ImportSession& imports = ui.session.imports();
    gap(ui, 32);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    drawIcon(ImGui::GetWindowDrawList(), Icon::warning, ImVec2(at.x + ui.u(12), at.y + ui.u(10)), ui.u(20),
             ui.color.warning);
    ImGui::SetCursorScreenPos(ImVec2(at.x + ui.u(34), at.y));
    ImGui::BeginGroup();
    line(ui, ui.font.heading, ui.color.text, ui.tr(JEJARING_TR("This file cannot be imported")));
    const float width = std::min(ui.u(620), ImGui::GetContentRegionAvail().x);
    for (const core::Message& message : imports.failure())
        paragraph(ui, ui.font.body, ui.color.text, sentence(ui.language(), message), width);
    gap(ui, 2);
    paragraph(
        ui, ui.font.small, ui.color.muted,
        ui.tr(JEJARING_TR("Tables are read as XLSX, ODS, CSV, GeoPackage and GeoJSON. The project is as it was.")),
        width);
    gap(ui, 10);
    const bool more = imports.waiting() > 0;
    if (button(ui, "import.cancel", more ? ui.tr(JEJARING_TR("Next file")) : ui.tr(JEJARING_TR("Close")), true,
               ui.tr(JEJARING_TR("Leave the project as it is"))))
        ui.session.imports().end();
    ImGui::EndGroup();
}

void ImportReview::report(Interface& ui) {
    if (const std::optional<FileChooser::Choice> choice = chooser_.draw(ui)) {
        saving_ = false;
        if (!choice->path.empty())
            ui.session.imports().saveReport(choice->path, choice->overwrite);
    }
}

void ImportReview::footer(Interface& ui, float width) {
    session::ImportSession& imports = ui.session.imports();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImDrawList* list = ImGui::GetWindowDrawList();
    list->AddLine(ImVec2(at.x, at.y + 0.5F), ImVec2(at.x + width, at.y + 0.5F), ui.color.line);
    const float top = at.y + ui.u(14);
    if (asking_) {
        ImGui::SetCursorScreenPos(ImVec2(at.x, top));
        const std::string sure = ui.tr(JEJARING_TR("Give this import up? Your answers and corrections are lost."));
        drawText(list, ui.font.body, ImVec2(at.x, top + ui.u(9)), ui.color.warning, sure);
        const std::string leave = ui.tr(JEJARING_TR("Give up"));
        const std::string stay = ui.tr(JEJARING_TR("Go on reviewing"));
        ImGui::SetCursorScreenPos(ImVec2(at.x + width - buttonWidth(ui, leave) - buttonWidth(ui, stay) - ui.u(8), top));
        if (button(ui, "import.giveUp", leave, false, ui.tr(JEJARING_TR("Leave the project as it is"))))
            imports.end();
        ImGui::SameLine();
        if (button(ui, "import.goOn", stay, true, ui.tr(JEJARING_TR("Back to the rows"))))
            asking_ = false;
        return;
    }
    const std::optional<core::Message> obstacle = imports.obstacle();
    const std::size_t rows = imports.writable();
    const std::string import =
        rows > 0 || obstacle ? ui.tr(JEJARING_TR("Import {0} {0:row|rows}"), {ui.number(static_cast<double>(rows))})
                             : ui.tr(JEJARING_TR("Keep the answers"));
    const std::string cancel = ui.tr(JEJARING_TR("Cancel"));
    const std::string all = imports.waiting() > 0 ? ui.tr(JEJARING_TR("Cancel all")) : "";
    const std::string save = ui.tr(JEJARING_TR("Save the report …"));
    float x = at.x + width - buttonWidth(ui, import);
    ImGui::SetCursorScreenPos(ImVec2(x, top));
    if (button(ui, "import.write", import, true,
               obstacle ? sentence(ui.language(), *obstacle)
                        : ui.tr(JEJARING_TR("Writes these rows to the project, as one step that can be undone")),
               !obstacle))
        imports.apply();
    x -= buttonWidth(ui, cancel) + ui.u(8);
    ImGui::SetCursorScreenPos(ImVec2(x, top));
    if (button(ui, "import.cancel", cancel, false, ui.tr(JEJARING_TR("Leave the project as it is")))) {
        static_cast<void>(close(ui));
        return;
    }
    if (!all.empty()) {
        x -= buttonWidth(ui, all) + ui.u(8);
        ImGui::SetCursorScreenPos(ImVec2(x, top));
        if (button(ui, "import.cancelAll", all, false,
                   ui.tr(JEJARING_TR("Neither this file nor those that come after it")))) {
            imports.endAll();
            return;
        }
    }
    x -= buttonWidth(ui, save) + ui.u(8);
    ImGui::SetCursorScreenPos(ImVec2(x, top));
    if (button(ui, "import.report", save, false,
               ui.tr(JEJARING_TR("What became of each row, as a table (.csv) or for scripts (.json)")),
               plan_ != nullptr)) {
        FileChooser::Request request{FileChooser::Mode::save,
                                     ui.tr(JEJARING_TR("Save the report as")),
                                     ui.tr(JEJARING_TR("Save")),
                                     ".csv",
                                     std::filesystem::path(imports.name()).stem().string() + "-impor.csv",
                                     {".json"}};
        chooser_.start(ui, std::move(request));
        saving_ = true;
    }
    // What will happen, in a sentence; or why nothing can.
    const float room = x - at.x - ui.u(16);
    std::string first;
    std::string second;
    if (plan_ && imports.planFailure().empty()) {
        const auto count = [&](data::RowOutcome outcome) {
            return ui.number(static_cast<double>(plan_->plan.count(outcome)));
        };
        first = ui.tr(
            JEJARING_TR("{0} new, {1} updated, {2} unchanged"),
            {count(data::RowOutcome::added), count(data::RowOutcome::updated), count(data::RowOutcome::unchanged)});
        if (plan_->plan.open() > 0)
            second = ui.tr(JEJARING_TR("Left behind: {0} that {0:wants|want} an answer, {1} not understood"),
                           {count(data::RowOutcome::needsAnswer), count(data::RowOutcome::rejected)});
    }
    if (obstacle)
        second = sentence(ui.language(), *obstacle);
    const float middle = top + ui.u(16);
    const float y = first.empty() || second.empty() ? middle - ui.u(7) : middle - ui.u(17);
    if (!first.empty())
        drawText(list, ui.font.body, ImVec2(at.x, y), ui.color.text, fitted(ui.font.body, first, room));
    if (!second.empty()) {
        const float below = first.empty() ? y : y + ui.u(19);
        drawText(list, ui.font.small, ImVec2(at.x, below), imports.planning() ? ui.color.muted : ui.color.warning,
                 fitted(ui.font.small, second, room));
        ImGui::SetCursorScreenPos(ImVec2(at.x, y));
        ImGui::Dummy(ImVec2(std::max(1.0F, room), ui.u(34)));
        explain(ui, second);
    }
    ui.probe.mark("import.summary", ImVec2(at.x, y), ImVec2(at.x + std::max(1.0F, room), y + ui.u(34)));
}

bool ImportReview::draw(Interface& ui) {
    session::ImportSession& imports = ui.session.imports();
    follow(ui);
    if (saving_) {
        report(ui);
        return false;
    }
    const float width = ImGui::GetContentRegionAvail().x;
    header(ui, width);
    if (imports.phase() == Phase::reading)
        reading(ui);
    else if (imports.phase() == Phase::failed)
        failed(ui);
    if (imports.phase() != Phase::review)
        return imports.phase() == Phase::idle;
    arrange(ui);
    gap(ui, 4);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const ImVec2 room = ImGui::GetContentRegionAvail();
    const float height = room.y - ui.u(kFooterHeight) - ui.u(6);
    const float space = ui.u(16);
    const float left = std::clamp(std::round(width * 0.17F), ui.u(176), ui.u(240));
    const float right = std::clamp(std::round(width * 0.29F), ui.u(270), ui.u(420));
    const Area middle{at.x + left + space, at.y, width - left - right - 2 * space, height};
    const float strip = std::min(ui.u(92), height / 3);
    sheets(ui, {at.x, at.y, left, height});
    columns(ui, {middle.x, middle.y, middle.width, strip});
    rows(ui, {middle.x, middle.y + strip + ui.u(8), middle.width, middle.height - strip - ui.u(8)});
    detail(ui, {middle.right() + space, at.y, right, height});
    ImDrawList* list = ImGui::GetWindowDrawList();
    for (const float x : {middle.x - space / 2, middle.right() + space / 2})
        list->AddLine(ImVec2(std::round(x) + 0.5F, at.y), ImVec2(std::round(x) + 0.5F, at.y + height), ui.color.line);
    if (imports.planning()) {
        ImGui::SetCursorScreenPos(ImVec2(at.x, at.y + height + ui.u(2)));
        progressBar(ui, imports.progress(), width);
    }
    ImGui::SetCursorScreenPos(ImVec2(at.x, at.y + height + ui.u(6)));
    footer(ui, width);
    keys(ui);
    return imports.phase() == Phase::idle;
}

} // namespace jejaring::ui
