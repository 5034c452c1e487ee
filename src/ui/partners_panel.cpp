// SPDX-License-Identifier: MIT
#include "ui/partners_panel.hpp"

#include "analysis/project_index.hpp"
#include "session/search.hpp"
#include "ui/agreement_form.hpp"
#include "ui/commands.hpp"
#include "ui/details_panel.hpp"
#include "ui/imgui_shim.hpp"
#include "ui/record_table.hpp"
#include "ui/table_tools.hpp"
#include "ui/widgets.hpp"
#include "ui/words.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace jejaring::ui {
namespace {

constexpr double kRowHeight = 28;
constexpr double kHeaderHeight = 27;

core::PartialDate dateOf(const core::Agreement& agreement) {
    return agreement.signedOn.value_or(core::PartialDate{});
}

} // namespace

std::string PartnersPanel::firstRow() const {
    if (shown_.empty())
        return "";
    return rows_[shown_.front()].agreement->id;
}

// Rows are made once for a project and language: of 100,000 agreements that takes a second.
void PartnersPanel::refresh(const Interface& ui) {
    const auto& project = ui.session.project();
    const auto& geometry = ui.session.geometry();
    if (project_ == project && geometry_ == geometry && language_ == ui.language() && today_ == ui.session.today())
        return;
    project_ = project;
    geometry_ = geometry;
    language_ = ui.language();
    today_ = ui.session.today();
    rows_.clear();
    orderDirty_ = true;
    if (!project || !geometry)
        return;
    const core::RegionCatalog& catalog = geometry->catalog();
    const analysis::PartnerIndex partners = analysis::partnersById(*project);
    const auto partnerOf = [&partners](const std::string& id) -> const core::Partner* {
        const auto found = partners.find(id);
        return found == partners.end() ? nullptr : found->second;
    };
    std::unordered_map<std::string_view, const core::Source*> sources;
    for (const core::Source& each : project->sources)
        sources.emplace(each.id, &each);
    // What is typed into the filter may be the name in either language.
    const text::Language other = otherLanguage(language_);
    std::unordered_map<std::string, std::pair<std::string, std::string>> countries; // in this and in the other language
    const auto countryNames = [&](const std::string& code) -> const std::pair<std::string, std::string>& {
        auto& names = countries[code];
        if (names.first.empty())
            names = {text::countryName(language_, code), text::countryName(other, code)};
        return names;
    };
    rows_.reserve(project->agreements.size());
    for (const core::Agreement& agreement : project->agreements) {
        Row made;
        made.agreement = &agreement;
        std::string more; // for the filter only
        for (const core::Party& party : agreement.parties) {
            if (!party.region.empty())
                made.regions.push_back(party.region);
            const core::Partner* with = partnerOf(party.partnerId);
            if (with == nullptr || with->country.empty())
                continue;
            made.cells[country] = countryNames(with->country).first;
            more += ' ' + countryNames(with->country).second;
        }
        if (!made.regions.empty()) {
            if (const auto index = catalog.find(made.regions.front())) {
                made.index = *index;
                made.cells[region] = catalog[*index].name;
            }
            made.cells[partner] = scene::counterpartName(partnerOf, catalog, agreement, made.regions.front());
        }
        if (made.cells[country].empty() && made.regions.size() > 1)
            made.cells[country] = countryNames("IDN").first;
        made.cells[sectors] = sectorList(ui, agreement.sectors);
        if (agreement.signedOn)
            made.cells[date] = ui.date(*agreement.signedOn, text::DateStyle::shortMonth);
        const std::string_view life = lifeOf(agreement, today_);
        made.cells[status] = ui.tr(life);
        if (const auto cited = sources.find(agreement.sourceId);
            cited != sources.end() && cited->second->grade != core::SourceGrade::unstated)
            made.cells[source] = std::string(1, static_cast<char>(cited->second->grade));
        for (const std::string& cell : made.cells)
            made.form += session::searchForm(cell) + ' ';
        more += ' ' + scene::sectorList(*project, other, agreement.sectors) + ' ' + text::translate(other, life) + ' ' +
                std::string(core::agreementKindId(agreement.kind)) + ' ' + ui.tr(nameOf(agreement.kind)) + ' ' +
                text::translate(other, nameOf(agreement.kind));
        made.form += session::searchForm(more);
        rows_.push_back(std::move(made));
    }
}

void PartnersPanel::follow(const Interface& ui) {
    if (regions_.follow(ui))
        dirty_ = true;
    if (partner_ != ui.window.partnerId) {
        partner_ = ui.window.partnerId;
        dirty_ = true;
    }
}

bool PartnersPanel::passes(const Row& row, const std::string& form) const {
    // A partner that was asked for is seen with all its agreements, whichever regions are chosen with it.
    const bool belongs = partner_.empty()
                             ? regions_.passes(row.regions)
                             : std::any_of(row.agreement->parties.begin(), row.agreement->parties.end(),
                                           [&](const core::Party& party) { return party.partnerId == partner_; });
    return belongs && (form.empty() || row.form.find(form) != std::string::npos);
}

void PartnersPanel::sort() {
    orderDirty_ = false;
    dirty_ = true;
    order_.resize(rows_.size());
    std::iota(order_.begin(), order_.end(), std::size_t{0});
    std::stable_sort(order_.begin(), order_.end(), [this](std::size_t a, std::size_t b) {
        const Row& first = rows_[descending_ ? b : a];
        const Row& second = rows_[descending_ ? a : b];
        if (sortBy_ == date)
            return dateOf(*first.agreement) < dateOf(*second.agreement);
        return first.cells[sortBy_] < second.cells[sortBy_];
    });
    // What is blank stands last in either order.
    std::stable_partition(order_.begin(), order_.end(),
                          [this](std::size_t index) { return !rows_[index].cells[sortBy_].empty(); });
}

void PartnersPanel::arrange() {
    if (orderDirty_)
        sort();
    if (!dirty_)
        return;
    dirty_ = false;
    shown_.clear();
    const std::string form = session::searchForm(filter_);
    for (const std::size_t index : order_)
        if (passes(rows_[index], form))
            shown_.push_back(index);
}

void PartnersPanel::tools(Interface& ui, float left, float right, float middle) {
    refresh(ui);
    follow(ui);
    // The marks follow what is chosen elsewhere; with nothing chosen any more nothing stays marked.
    if (const std::string& now = ui.session.state().agreementId; now != agreement_) {
        if (now.empty() || !marked_.contains(now))
            marked_.clear();
        agreement_ = now;
    }
    if (keyPressed(Key::escape) && !ImGui::GetIO().WantTextInput && ui.window.dialog == Dialog::none &&
        !ui.window.popupOpen)
        marked_.clear();
    arrange();
    TableTools tools;
    tools.name = "partners";
    tools.add = ui.tr(JEJARING_TR("Agreement"));
    tools.addHelp = ui.tr(infoOf(Command::newAgreement).explanation);
    tools.filterHint = ui.tr(JEJARING_TR("Filter the table"));
    tools.filterHelp = ui.tr(JEJARING_TR("Show only rows that contain this"));
    tools.count = ui.tr(JEJARING_TR("{0} of {1} agreements"),
                        {ui.number(static_cast<double>(shown_.size())), ui.number(static_cast<double>(rows_.size()))});
    if (!partner_.empty() && project_) {
        const core::Partner* only = core::findPartner(*project_, partner_);
        tools.chips.push_back({"partners.partner", only != nullptr ? only->name : partner_,
                               ui.tr(JEJARING_TR("Show the agreements with all partners"))});
    } else if (!regions_.empty()) {
        tools.chips.push_back({"partners.region", regions_.label(ui),
                               regions_.names(ui) + "\n" + ui.tr(JEJARING_TR("Show all regions"))});
    }
    const TableToolsEvent event = drawTableTools(ui, tools, filter_, left, right, middle);
    if (event.copied)
        copy(ui, marked_.size() > 1);
    dirty_ |= event.filtered || event.removed.has_value();
    if (event.added)
        perform(ui, Command::newAgreement);
    if (event.removed) {
        ui.window.partnerId.clear();
        partner_.clear();
        regions_.clear();
    }
    arrange();
}

void PartnersPanel::header(Interface& ui, const Area& area, const std::array<float, kColumns + 1>& edges) {
    const std::array<std::string, kColumns> titles{
        ui.tr(JEJARING_TR("Region")),  ui.tr(JEJARING_TR("Partner")), ui.tr(JEJARING_TR("Country")),
        ui.tr(JEJARING_TR("Sectors")), ui.tr(JEJARING_TR("Signed")),  ui.tr(JEJARING_TR("Status")),
        ui.tr(JEJARING_TR("Source")),
    };
    ImDrawList* list = ImGui::GetWindowDrawList();
    const float height = ui.u(kHeaderHeight);
    for (std::size_t i = 0; i < kColumns; ++i) {
        if (edges[i + 1] <= edges[i])
            continue;
        ImGui::SetCursorScreenPos(ImVec2(edges[i], area.y));
        const std::string id = "partners.sort." + std::to_string(i);
        if (ImGui::InvisibleButton(id.c_str(), ImVec2(std::max(1.0F, edges[i + 1] - edges[i]), height))) {
            descending_ = sortBy_ == static_cast<Column>(i) ? !descending_ : i == date;
            sortBy_ = static_cast<Column>(i);
            orderDirty_ = true;
        }
        handCursor();
        const bool sorted = sortBy_ == static_cast<Column>(i);
        const ImU32 color = sorted || ImGui::IsItemHovered() ? ui.color.text : ui.color.muted;
        const std::string title = fitted(ui.font.small, titles[i], edges[i + 1] - edges[i] - ui.u(sorted ? 30 : 16));
        const ImVec2 size = textSize(ui.font.small, title);
        drawText(list, ui.font.small, ImVec2(edges[i] + ui.u(14), area.y + (height - size.y) / 2), color, title);
        if (sorted)
            drawIcon(list, descending_ ? Icon::chevronDown : Icon::chevronUp,
                     ImVec2(edges[i] + ui.u(22) + size.x, area.y + height / 2), ui.u(11), color);
        focusRing(ui, 2);
        explain(ui, ui.tr(JEJARING_TR("Sort by this column; again to turn the order round")));
        mark(ui, id);
    }
    const float y = std::round(area.y + height) - 0.5F;
    list->AddLine(ImVec2(area.x, y), ImVec2(area.right(), y), ui.color.line);
}

void PartnersPanel::choose(Interface& ui, std::size_t place) {
    const Row& row = rows_[shown_[place]];
    if (shiftDown() && lastMarked_ < shown_.size()) {
        marked_.clear();
        for (std::size_t i = std::min(place, lastMarked_); i <= std::max(place, lastMarked_); ++i)
            marked_.insert(rows_[shown_[i]].agreement->id);
        return;
    }
    if (controlDown()) {
        if (!marked_.erase(row.agreement->id))
            marked_.insert(row.agreement->id);
        lastMarked_ = place;
        return;
    }
    marked_ = {row.agreement->id};
    lastMarked_ = place;
    core::RegionIndex target = row.index;
    if (!regions_.empty() && geometry_)
        target = geometry_->catalog().find(regions_.firstOf(row.regions)).value_or(target);
    if (target != core::kNoRegion) {
        regions_.chosenHere(target);
        // The rows of a partner stay while one after the other is looked at.
        const bool ofPartner = !partner_.empty();
        showRegion(ui, target);
        if (ofPartner)
            ui.window.partnerRegions = ui.session.state().selection;
    }
    ui.session.chooseAgreement(row.agreement->id);
}

void PartnersPanel::row(Interface& ui, std::size_t place, const std::array<float, kColumns + 1>& edges) {
    const Row& row = rows_[shown_[place]];
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float height = ui.u(kRowHeight);
    const bool chosen = ui.session.state().agreementId == row.agreement->id;
    const bool marked = marked_.contains(row.agreement->id);
    ImGui::PushID(row.agreement->id.c_str());
    const bool pressed = listRow(ui, "row", kRowHeight, chosen || marked);
    ImGui::PopID();
    const bool hovered = ImGui::IsItemHovered();
    handCursor();
    explain(ui, row.agreement->note.empty() ? ui.tr(JEJARING_TR("Show it, its region and its arc on the map"))
                                            : ui.tr(JEJARING_TR("Note of the source: {0}"), {row.agreement->note}));
    if (place < 20)
        mark(ui, "partners.row." + std::to_string(place));
    ImDrawList* list = ImGui::GetWindowDrawList();
    if (chosen)
        list->AddRectFilled(at, ImVec2(at.x + ui.u(2), at.y + height), ui.color.accent);
    for (std::size_t i = 0; i < kColumns; ++i) {
        if (edges[i + 1] <= edges[i])
            continue;
        const std::string& cell = row.cells[i];
        const bool blank = cell.empty() || cell == " ";
        const std::string text =
            fitted(ui.font.body, blank ? ui.tr(JEJARING_TR("not stated")) : cell, edges[i + 1] - edges[i] - ui.u(22));
        const ImVec2 size = textSize(ui.font.body, text);
        const bool quiet = blank || i == status || i == source;
        drawText(list, ui.font.body, ImVec2(edges[i] + ui.u(14), at.y + (height - size.y) / 2),
                 quiet ? (blank ? ui.color.faint : ui.color.muted) : ui.color.text, text);
    }
    const float y = std::round(at.y + height) - 0.5F;
    list->AddLine(ImVec2(at.x, y), ImVec2(edges[kColumns], y), faded(ui.color.line, 0.7F));
    // A pencil at the end of the row that the pointer is on.
    const float pencil = edges[kColumns] - ui.u(20);
    const bool onPencil = hovered && ImGui::GetIO().MousePos.x > pencil - ui.u(14);
    if (hovered)
        drawIcon(list, Icon::pencil, ImVec2(pencil, at.y + height / 2), ui.u(14),
                 onPencil ? ui.color.accent : ui.color.muted);
    const bool again = hovered && ImGui::IsMouseDoubleClicked(0);
    const bool byKey = pressed && chosen && !hovered;
    const bool plain = !shiftDown() && !controlDown();
    if (plain && ((pressed && onPencil) || again || byKey))
        openForm(ui, std::make_shared<AgreementForm>(ui, row.agreement->id));
    else if (pressed)
        choose(ui, place);
}

void PartnersPanel::copy(const Interface& ui, bool markedOnly) const {
    std::string table;
    std::size_t rows = 0;
    for (const std::size_t index : shown_) {
        const Row& row = rows_[index];
        if (markedOnly && !marked_.empty() && !marked_.contains(row.agreement->id))
            continue;
        for (std::size_t i = 0; i < kColumns; ++i)
            table += (i == 0 ? "" : "\t") + row.cells[i];
        table += '\n';
        ++rows;
    }
    ImGui::SetClipboardText(table.c_str());
    ui.session.notify(core::note(JEJARING_TR("{0} rows copied."), {std::to_string(rows)}));
}

void PartnersPanel::draw(Interface& ui, const Area& area) {
    constexpr std::array<float, kColumns> kWide{0.165F, 0.17F, 0.11F, 0.205F, 0.14F, 0.15F, 0.06F};
    // Where there is little room the columns that say least give way, so that dates and names stay whole.
    constexpr std::array<float, kColumns> kNarrow{0.26F, 0.24F, 0.16F, 0.16F, 0.18F, 0, 0};
    const std::array<float, kColumns>& shares = area.width < ui.u(860) ? kNarrow : kWide;
    std::array<float, kColumns + 1> edges{};
    edges[0] = area.x;
    for (std::size_t i = 0; i < kColumns; ++i)
        edges[i + 1] = edges[i] + area.width * shares[i];
    header(ui, area, edges);
    arrange();
    const float top = area.y + ui.u(kHeaderHeight);
    ImGui::SetCursorScreenPos(ImVec2(area.x, top));
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(0, 0));
    // Whole rows: none is cut by the edge of the window.
    const float whole = std::floor((area.bottom() - top + 1) / ui.u(kRowHeight)) * ui.u(kRowHeight);
    ImGui::BeginChild("rows", ImVec2(area.width, std::max(ui.u(kRowHeight), whole)), false, kNavFlattened);
    focused_ = ImGui::IsWindowFocused(ImGuiFocusedFlags_ChildWindows);
    if (shown_.empty()) {
        ImGui::SetCursorPos(ImVec2(ui.u(14), ui.u(16)));
        if (!geometry_)
            line(ui, ui.font.body, ui.color.muted, ui.tr(JEJARING_TR("Details appear here once the map is loaded.")));
        else if (!ui.session.project())
            line(ui, ui.font.body, ui.color.muted, ui.tr(JEJARING_TR("No project is open")));
        else if (rows_.empty())
            line(ui, ui.font.body, ui.color.muted, ui.tr(JEJARING_TR("The project has no agreements yet.")));
        else if (filter_.empty())
            line(ui, ui.font.body, ui.color.muted, ui.tr(JEJARING_TR("No agreement is recorded for this region.")));
        else
            line(ui, ui.font.body, ui.color.muted, ui.tr(JEJARING_TR("Nothing matches “{0}”."), {filter_}));
    }
    ImGuiListClipper clipper;
    clipper.Begin(static_cast<int>(shown_.size()), ui.u(kRowHeight));
    while (clipper.Step())
        for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i)
            if (static_cast<std::size_t>(i) < shown_.size())
                row(ui, static_cast<std::size_t>(i), edges);
    clipper.End();
    ImGui::EndChild();
    ImGui::PopStyleVar();
    if (focused_ && !ImGui::GetIO().WantTextInput && controlDown() && keyPressed(Key::c))
        copy(ui, true);
    const std::string& chosen = ui.session.state().agreementId;
    if (focused_ && !ImGui::GetIO().WantTextInput && keyPressed(Key::deleteKey) && marked_.contains(chosen))
        deleteAgreement(ui, std::string(chosen));
}

} // namespace jejaring::ui
