// SPDX-License-Identifier: MIT
#include "ui/panel/record_table.hpp"

#include "session/search.hpp"
#include "ui/widget/imgui_shim.hpp"
#include "ui/widget/widgets.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace jejaring::ui {
namespace {

constexpr double kRowHeight = 28; // layout units
constexpr double kHeaderHeight = 27;
constexpr double kNarrowBelow = 860;
constexpr std::size_t kRowsMarked = 20; // for tests

// Beyond this many records a worker makes the rows: below it takes less than a frame.
constexpr std::size_t kMostMadeAtOnce = 2000;

bool large(const core::Project* project) {
    return project != nullptr && project->agreements.size() + project->indicatorValues.size() +
                                         project->activities.size() + project->risks.size() >
                                     kMostMadeAtOnce;
}

bool blank(const TableCell& cell) {
    return cell.text.empty();
}

} // namespace

void showRegion(Interface& ui, core::RegionIndex region) {
    ui.session.select(region);
    session::FlightRequest request;
    request.kind = session::FlightRequest::Kind::region;
    request.region = region;
    ui.session.fly(request);
}

void showPartner(Interface& ui, const std::string& partnerId) {
    const auto& project = ui.session.project();
    const auto& geometry = ui.session.geometry();
    if (!project || !geometry)
        return;
    std::vector<core::RegionIndex> regions;
    const core::Agreement* only = nullptr;
    std::size_t agreements = 0;
    for (const core::Agreement& agreement : project->agreements) {
        if (std::none_of(agreement.parties.begin(), agreement.parties.end(),
                         [&](const core::Party& party) { return party.partnerId == partnerId; }))
            continue;
        only = &agreement;
        ++agreements;
        for (const core::Party& party : agreement.parties)
            if (const auto region = geometry->catalog().find(party.region);
                region && std::find(regions.begin(), regions.end(), *region) == regions.end())
                regions.push_back(*region);
    }
    ui.session.selectAll(regions);
    ui.session.chooseAgreement(agreements == 1 ? only->id : "");
    ui.window.partnerId = partnerId;
    ui.window.partnerRegions = regions;
    ui.window.tab = session::BottomTab::partners;
    ui.changeSettings([](session::Settings& settings) { settings.bottomOpen = true; });
    if (!regions.empty()) {
        session::FlightRequest request;
        request.kind = session::FlightRequest::Kind::regions;
        request.regions = std::move(regions);
        ui.session.fly(request);
    }
}

RecordTable::Made RecordTable::made(RowMaker make, const Asked& asked, std::shared_ptr<const Listing> known) {
    if (known->source != asked.source)
        known = listing(make, asked.source);
    std::vector<std::size_t> order = sorted(known->rows, asked.sorting);
    return {std::move(known), std::move(order)};
}

void RecordTable::take(const Interface& ui, Made made) {
    if (listing_ != made.listing)
        ui.session.letGo(std::exchange(listing_, std::move(made.listing)));
    order_ = std::move(made.order);
    dirty_ = true;
    ++changes_;
}

bool RecordTable::refresh(const Interface& ui) {
    const std::shared_ptr<const Listing> before = listing_;
    if (inbox_->made)
        take(ui, std::move(*std::exchange(inbox_->made, nullptr)));
    if (const Asked now{rowSource(ui), sorting_}; !(now == asked_)) {
        asked_ = now;
        const std::uint64_t request = ++inbox_->newest;
        if (!large(now.source.project.get()))
            take(ui, made(make_, now, listing_));
        else
            ui.session.compute(
                [request, inbox = inbox_, make = make_, now, known = listing_]() -> session::TaskQueue::Completion {
                    if (request != inbox->newest) // another one followed before this one began
                        return {};
                    return [request, inbox, done = std::make_shared<Made>(made(make, now, known))] {
                        if (request == inbox->newest)
                            inbox->made = done;
                    };
                });
    }
    if (regions_.follow(ui)) {
        dirty_ = true;
        ++changes_;
    }
    return listing_ != before;
}

void RecordTable::restrict(std::function<bool(const TableRow&)> passes, bool insteadOfRegions) {
    restriction_ = std::move(passes);
    insteadOfRegions_ = insteadOfRegions && restriction_;
    dirty_ = true;
    ++changes_;
}

bool RecordTable::matches(const TableRow& row) const {
    return (insteadOfRegions_ || regions_.passes(row.regions)) &&
           (form_.empty() || row.form.find(form_) != std::string::npos);
}

void RecordTable::arrange() {
    if (!dirty_)
        return;
    dirty_ = false;
    shown_.clear();
    for (const std::size_t index : order_)
        if ((!restriction_ || restriction_(rows()[index])) && matches(rows()[index]))
            shown_.push_back(index);
}

std::string RecordTable::firstRow() const {
    return shown_.empty() ? std::string() : rows()[shown_.front()].id;
}

core::RegionCode RecordTable::regionOf(const std::string& id) const {
    for (const TableRow& row : rows()) {
        if (row.id != id)
            continue;
        const core::RegionCode chosen = regions_.firstOf(row.regions);
        return chosen.empty() && !row.regions.empty() ? row.regions.front() : chosen;
    }
    return {};
}

RecordTable::ToolsEvent RecordTable::tools(Interface& ui, const Tools& tools, float left, float right, float middle) {
    if (keyPressed(Key::escape) && !ImGui::GetIO().WantTextInput && ui.window.dialog == Dialog::none &&
        !ui.window.popupOpen)
        marked_.clear();
    arrange();
    TableTools shown;
    shown.name = name_;
    shown.add = tools.add;
    shown.addHelp = tools.addHelp;
    shown.filterHint = tools.filter;
    shown.filterHelp = ui.tr(JEJARING_TR("Show only rows that contain this"));
    shown.count = ui.tr(tools.count,
                        {ui.number(static_cast<double>(shown_.size())), ui.number(static_cast<double>(rows().size()))});
    if (tools.chip)
        shown.chips.push_back(*tools.chip);
    if (!regions_.empty() && !insteadOfRegions_)
        shown.chips.push_back({name_ + ".region", regions_.label(ui),
                               regions_.names(ui) + "\n" + ui.tr(JEJARING_TR("Show all regions"))});
    const TableToolsEvent event = drawTableTools(ui, shown, filter_, left, right, middle);
    if (event.copied)
        copy(ui, marked_.size() > 1);
    const bool released = event.removed && tools.chip && *event.removed == 0;
    if (event.removed && (!released || insteadOfRegions_))
        regions_.clear();
    if (event.filtered || event.removed) {
        form_ = session::searchForm(filter_);
        dirty_ = true;
        ++changes_;
    }
    return {event.added, released};
}

void RecordTable::header(Interface& ui, const Area& area, std::span<const TableColumn> columns,
                         std::span<const float> edges) {
    ImDrawList* list = ImGui::GetWindowDrawList();
    const float height = ui.u(kHeaderHeight);
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (edges[i + 1] - edges[i] < 1) // hidden
            continue;
        ImGui::SetCursorScreenPos(ImVec2(edges[i], area.y));
        const std::string id = name_ + ".sort." + std::to_string(i);
        if (ImGui::InvisibleButton(id.c_str(), ImVec2(std::max(1.0F, edges[i + 1] - edges[i]), height))) {
            const bool falls = columns[i].kind == ColumnKind::number || columns[i].kind == ColumnKind::date;
            sorting_ = {i, sorting_.column == i ? !sorting_.descending : falls};
            ui.keepMoving(); // refresh() sorts
        }
        handCursor();
        const bool sorts = sorting_.column == i;
        const ImU32 color = sorts || ImGui::IsItemHovered() ? ui.color.text : ui.color.muted;
        const std::string title =
            fitted(ui.font.small, columns[i].title, edges[i + 1] - edges[i] - ui.u(sorts ? 32 : 18));
        const ImVec2 size = textSize(ui.font.small, title);
        const float arrow = ui.u(sorts ? 14 : 0);
        const float x =
            columns[i].kind == ColumnKind::number ? edges[i + 1] - ui.u(8) - size.x - arrow : edges[i] + ui.u(14);
        drawText(list, ui.font.small, ImVec2(x, area.y + (height - size.y) / 2), color, title);
        if (sorts)
            drawIcon(list, sorting_.descending ? Icon::chevronDown : Icon::chevronUp,
                     ImVec2(x + size.x + ui.u(8), area.y + height / 2), ui.u(11), color);
        focusRing(ui, 2);
        explain(ui, ui.tr(JEJARING_TR("Sort by this column; again to turn the order round")));
        mark(ui, id);
    }
    const float y = std::round(area.y + height) - 0.5F;
    list->AddLine(ImVec2(area.x, y), ImVec2(area.right(), y), ui.color.line);
}

RowEvent RecordTable::row(Interface& ui, std::size_t place, std::span<const TableColumn> columns,
                          std::span<const float> edges, bool chosen, std::string_view help) {
    const TableRow& row = rows()[shown_[place]];
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float height = ui.u(kRowHeight);
    const float end = edges[columns.size()];
    ImGui::PushID(row.id.c_str());
    const bool pressed = listRow(ui, "row", kRowHeight, chosen || marked_.contains(row.id));
    ImGui::PopID();
    const bool hovered = ImGui::IsItemHovered();
    handCursor();
    explain(ui, row.explanation.empty() ? ui.tr(help) : row.explanation);
    if (place < kRowsMarked)
        mark(ui, name_ + ".row." + std::to_string(place));
    ImDrawList* list = ImGui::GetWindowDrawList();
    if (chosen)
        list->AddRectFilled(at, ImVec2(at.x + ui.u(2), at.y + height), ui.color.accent);
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (edges[i + 1] - edges[i] < 1) // hidden
            continue;
        const TableCell& cell = row.cells[i];
        float x = edges[i] + ui.u(14);
        if (i == 0 && row.tone != CellTone::plain) {
            list->AddCircleFilled(ImVec2(x + ui.u(3), at.y + height / 2), ui.u(3.5),
                                  row.tone == CellTone::warning ? ui.color.warning : ui.color.accent);
            x += ui.u(14);
        }
        const float room = edges[i + 1] - x - ui.u(8);
        const bool none = blank(cell);
        std::string text =
            none ? ui.tr(JEJARING_TR("not stated")) : fitted(ui.font.body, cell.text, std::max(1.0F, room));
        if (none && textSize(ui.font.body, text).x > room)
            text = "–";
        const ImVec2 size = textSize(ui.font.body, text);
        if (columns[i].kind == ColumnKind::number)
            x = edges[i + 1] - ui.u(8) - size.x;
        const ImU32 color = columns[i].kind == ColumnKind::quiet ? ui.color.muted : ui.color.text;
        drawText(list, ui.font.body, ImVec2(x, at.y + (height - size.y) / 2), none ? ui.color.faint : color, text);
    }
    const float y = std::round(at.y + height) - 0.5F;
    list->AddLine(ImVec2(at.x, y), ImVec2(end, y), faded(ui.color.line, 0.7F));
    // A pencil at the end of the row that the pointer is on.
    const float pencil = end - ui.u(20);
    const bool onPencil = hovered && ImGui::GetIO().MousePos.x > pencil - ui.u(14);
    if (hovered) {
        list->AddRectFilled(ImVec2(pencil - ui.u(14), at.y), ImVec2(end, y), ui.color.panel);
        list->AddRectFilled(ImVec2(pencil - ui.u(14), at.y), ImVec2(end, y),
                            chosen ? ui.color.selected : ui.color.hovered);
        drawIcon(list, Icon::pencil, ImVec2(pencil, at.y + height / 2), ui.u(14),
                 onPencil ? ui.color.accent : ui.color.muted);
    }
    const bool again = hovered && ImGui::IsMouseDoubleClicked(0);
    const bool byKey = pressed && chosen && pressedByKey();
    const bool marks = shiftDown() || controlDown();
    if (!marks && ((pressed && onPencil) || again || byKey))
        return RowEvent::open;
    return pressed ? choose(place) : RowEvent::none;
}

// Shift marks all rows from the last one on, Ctrl one more or less.
RowEvent RecordTable::choose(std::size_t place) {
    const std::string& id = rows()[shown_[place]].id;
    if (shiftDown() && lastMarked_ < shown_.size()) {
        marked_.clear();
        for (std::size_t i = std::min(place, lastMarked_); i <= std::max(place, lastMarked_); ++i)
            marked_.insert(rows()[shown_[i]].id);
        return RowEvent::none;
    }
    lastMarked_ = place;
    if (controlDown()) {
        if (marked_.erase(id) == 0)
            marked_.insert(id);
        return RowEvent::none;
    }
    marked_ = {id};
    return RowEvent::choose;
}

// The marks follow what is chosen elsewhere; with nothing chosen any more nothing stays marked.
void RecordTable::followChoice(const std::string& chosen) {
    if (chosen == chosen_)
        return;
    chosen_ = chosen;
    if (chosen.empty() || !marked_.contains(chosen))
        marked_.clear();
}

void RecordTable::copy(const Interface& ui, bool markedOnly) const {
    std::string table;
    std::size_t copied = 0;
    for (const std::size_t index : shown_) {
        const TableRow& row = rows()[index];
        if (markedOnly && !marked_.empty() && !marked_.contains(row.id))
            continue;
        ++copied;
        for (std::size_t i = 0; i < row.cells.size(); ++i)
            table += (i == 0 ? "" : "\t") + row.cells[i].text;
        table += '\n';
    }
    ImGui::SetClipboardText(table.c_str());
    ui.session.notify(core::note(JEJARING_TR("{0} {0:row|rows} copied."), {std::to_string(copied)}));
}

TableEvent RecordTable::draw(Interface& ui, const Area& area, std::span<const TableColumn> columns,
                             const std::string& chosen, const Words& words) {
    followChoice(chosen);
    const bool narrow = area.width < ui.u(kNarrowBelow);
    std::vector<float> edges{area.x};
    for (const TableColumn& column : columns)
        edges.push_back(edges.back() + area.width * (narrow ? column.narrow : column.wide));
    edges.back() = area.right();
    header(ui, area, columns, edges);
    arrange();
    const float top = area.y + ui.u(kHeaderHeight);
    TableEvent event;
    ImGui::SetCursorScreenPos(ImVec2(area.x, top));
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(0, 0));
    // Whole rows: none is cut by the edge of the window.
    const float whole = std::floor((area.bottom() - top + 1) / ui.u(kRowHeight)) * ui.u(kRowHeight);
    ImGui::BeginChild((name_ + ".rows").c_str(), ImVec2(area.width, std::max(ui.u(kRowHeight), whole)), false,
                      kNavFlattened);
    focused_ = ImGui::IsWindowFocused(ImGuiFocusedFlags_ChildWindows);
    if (shown_.empty()) {
        ImGui::SetCursorPos(ImVec2(ui.u(14), ui.u(16)));
        std::string text = ui.tr(words.empty);
        if (!ui.session.geometry())
            text = ui.tr(JEJARING_TR("Details appear here once the map is loaded."));
        else if (!ui.session.project())
            text = ui.tr(JEJARING_TR("No project is open"));
        else if (source() != asked_.source)
            text = ui.tr(JEJARING_TR("The rows are being listed."));
        else if (!rows().empty() && !filter_.empty())
            text = ui.tr(JEJARING_TR("Nothing matches “{0}”."), {filter_});
        else if (!rows().empty())
            text = ui.tr(words.nothing);
        paragraph(ui, ui.font.body, ui.color.muted, text, area.width - ui.u(28));
    }
    ImGuiListClipper clipper;
    clipper.Begin(static_cast<int>(shown_.size()), ui.u(kRowHeight));
    while (clipper.Step())
        for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i) {
            const auto place = static_cast<std::size_t>(i);
            if (place >= shown_.size())
                continue;
            const std::string& id = rows()[shown_[place]].id;
            if (const RowEvent what = row(ui, place, columns, edges, id == chosen, words.row); what != RowEvent::none)
                event = {what, id};
        }
    clipper.End();
    ImGui::EndChild();
    ImGui::PopStyleVar();
    if (focused_ && !ImGui::GetIO().WantTextInput && ui.window.dialog == Dialog::none) {
        if (controlDown() && keyPressed(Key::c))
            copy(ui, true);
        // Only what is seen is removed.
        if (keyPressed(Key::deleteKey) &&
            std::any_of(shown_.begin(), shown_.end(), [&](std::size_t index) { return rows()[index].id == chosen; }))
            event = {RowEvent::remove, chosen};
    }
    return event;
}

} // namespace jejaring::ui
