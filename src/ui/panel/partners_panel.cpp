// SPDX-License-Identifier: MIT
#include "ui/panel/partners_panel.hpp"

#include "analysis/project_index.hpp"
#include "ui/commands.hpp"
#include "ui/form/agreement_form.hpp"
#include "ui/panel/details_panel.hpp"
#include "ui/widget/widgets.hpp"
#include "ui/widget/words.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace jejaring::ui {
namespace {

enum Column : std::size_t { region, partner, country, sectors, date, status, source };
constexpr std::size_t kColumns = 7;

bool isWith(const core::Agreement& agreement, const std::string& partnerId) {
    return std::any_of(agreement.parties.begin(), agreement.parties.end(),
                       [&](const core::Party& party) { return party.partnerId == partnerId; });
}

std::vector<TableRow> rowsOf(const RowSource& from) {
    std::vector<TableRow> rows;
    if (!from.geometry)
        return rows;
    const core::Project& project = *from.project;
    const core::RegionCatalog& catalog = from.geometry->catalog();
    const analysis::PartnerIndex partners = analysis::partnersById(project);
    const auto partnerOf = [&partners](const std::string& id) -> const core::Partner* {
        const auto found = partners.find(id);
        return found == partners.end() ? nullptr : found->second;
    };
    std::unordered_map<std::string_view, const core::Source*> sourcesById;
    for (const core::Source& each : project.sources)
        sourcesById.emplace(each.id, &each);
    // What is typed into the filter may be the name in either language.
    const text::Language other = otherLanguage(from.language);
    rows.reserve(project.agreements.size());
    for (const core::Agreement& agreement : project.agreements) {
        TableRow row;
        row.id = agreement.id;
        row.cells.resize(kColumns);
        for (const core::Party& party : agreement.parties)
            if (!party.region.empty())
                row.regions.push_back(party.region);
        row.cells[country].text = scene::countryNames(partnerOf, agreement, from.language);
        row.otherWords += ' ' + scene::countryNames(partnerOf, agreement, other);
        if (!row.regions.empty()) {
            if (const auto index = catalog.find(row.regions.front()))
                row.cells[region].text = catalog[*index].name;
            row.cells[partner].text = scene::counterpartName(partnerOf, catalog, agreement, row.regions.front());
        }
        if (row.cells[country].text.empty() && row.regions.size() > 1)
            row.cells[country].text = text::countryName(from.language, "IDN");
        row.cells[sectors].text = scene::sectorList(project, from.language, agreement.sectors);
        row.cells[date] = from.date(agreement.signedOn);
        const std::string_view life = lifeOf(agreement, from.today);
        row.cells[status].text = from.tr(life);
        const auto cited = sourcesById.find(agreement.sourceId);
        row.cells[source].text = RowSource::grade(cited == sourcesById.end() ? nullptr : cited->second);
        row.otherWords += ' ' + scene::sectorList(project, other, agreement.sectors) + ' ' +
                          text::translate(other, life) + ' ' + std::string(core::agreementKindId(agreement.kind)) +
                          ' ' + from.tr(nameOf(agreement.kind)) + ' ' + text::translate(other, nameOf(agreement.kind));
        if (!agreement.note.empty())
            row.explanation = from.tr(JEJARING_TR("Note of the source: {0}"), {agreement.note});
        rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace

PartnersPanel::PartnersPanel() : table_("partners", {date, true}, rowsOf) {}

// A partner that was asked for is seen with all its agreements, whichever regions are chosen with it; otherwise rows
// are those that the map counts.
void PartnersPanel::narrow(const Interface& ui, bool otherRows) {
    const analysis::AgreementFilter& filter = ui.session.state().view.filter;
    if (partner_ == ui.window.partnerId && filter_ == filter && !otherRows)
        return;
    partner_ = ui.window.partnerId;
    filter_ = filter;
    const bool all = partner_.empty() && filter_ == analysis::AgreementFilter{};
    const auto& project = table_.source().project;
    if (all || !project) {
        table_.restrict({});
        return;
    }
    std::unordered_set<std::string> agreements;
    for (const core::Agreement& agreement : project->agreements)
        if (partner_.empty() ? analysis::passes(filter_, agreement, *project) : isWith(agreement, partner_))
            agreements.insert(agreement.id);
    table_.restrict([agreements = std::move(agreements)](const TableRow& row) { return agreements.contains(row.id); },
                    !partner_.empty());
}

void PartnersPanel::tools(Interface& ui, float left, float right, float middle) {
    narrow(ui, table_.refresh(ui));
    RecordTable::Tools tools{ui.tr(JEJARING_TR("Agreement")), ui.tr(infoOf(Command::newAgreement).explanation),
                             ui.tr(JEJARING_TR("Filter the table")),
                             JEJARING_TR("{0} of {1} {1:agreement|agreements}")};
    if (!partner_.empty() && ui.session.project()) {
        const core::Partner* only = core::findPartner(*ui.session.project(), partner_);
        tools.chip = {"partners.partner", only != nullptr ? only->name : partner_,
                      ui.tr(JEJARING_TR("Show the agreements with all partners"))};
    } else if (!(filter_ == analysis::AgreementFilter{})) {
        tools.chip = {"partners.mapFilter", ui.tr(JEJARING_TR("Filters of the map")),
                      ui.tr(JEJARING_TR("Take the map's filters away, and show all agreements"))};
    }
    const RecordTable::ToolsEvent event = table_.tools(ui, tools, left, right, middle);
    if (event.added)
        perform(ui, Command::newAgreement);
    if (event.released) {
        if (partner_.empty())
            ui.changeView([](scene::MapView& view) { view.filter = {}; });
        ui.window.partnerId.clear();
        narrow(ui, false);
    }
}

void PartnersPanel::choose(Interface& ui, const std::string& agreementId) {
    if (const auto& geometry = ui.session.geometry())
        if (const auto target = geometry->catalog().find(table_.regionOf(agreementId))) {
            table_.chosenHere(*target);
            // The rows of a partner stay while one after the other is looked at.
            const bool ofPartner = !partner_.empty();
            showRegion(ui, *target);
            if (ofPartner)
                ui.window.partnerRegions = ui.session.state().selection;
        }
    ui.session.chooseAgreement(agreementId);
}

void PartnersPanel::draw(Interface& ui, const Area& area) {
    // Where there is little room the columns that say least give way, so that dates and names stay whole.
    const std::array<TableColumn, kColumns> columns{
        TableColumn{ui.tr(JEJARING_TR("Region")), 0.165F, 0.26F},
        TableColumn{ui.tr(JEJARING_TR("Partner")), 0.17F, 0.24F},
        TableColumn{ui.tr(JEJARING_TR("Country")), 0.11F, 0.16F},
        TableColumn{ui.tr(JEJARING_TR("Sectors")), 0.205F, 0.16F},
        TableColumn{ui.tr(JEJARING_TR("Signed")), 0.14F, 0.18F, ColumnKind::date},
        TableColumn{ui.tr(JEJARING_TR("Status")), 0.15F, 0, ColumnKind::quiet},
        TableColumn{ui.tr(JEJARING_TR("Source")), 0.06F, 0, ColumnKind::quiet},
    };
    const TableEvent event = table_.draw(ui, area, columns, ui.session.state().agreementId,
                                         {JEJARING_TR("The project has no agreements yet."),
                                          JEJARING_TR("No agreement is recorded for this region."),
                                          JEJARING_TR("Show it, its region and its arc on the map")});
    switch (event.what) {
    case RowEvent::none:
        break;
    case RowEvent::choose:
        choose(ui, event.id);
        break;
    case RowEvent::open:
        openForm(ui, std::make_shared<AgreementForm>(ui, event.id));
        break;
    case RowEvent::remove:
        deleteAgreement(ui, event.id);
        break;
    }
}

} // namespace jejaring::ui
