// SPDX-License-Identifier: MIT
// Sectors, agreements, visits and sources of the chosen region.
#include "ui/desktop.hpp"
#include "ui/form/agreement_form.hpp"
#include "ui/form/record_extras.hpp"
#include "ui/form/source_form.hpp"
#include "ui/panel/details_panel.hpp"
#include "ui/widget/widgets.hpp"
#include "ui/widget/words.hpp"

#include <algorithm>

namespace jejaring::ui {
namespace {

constexpr std::size_t kFewSectors = 8;
constexpr std::size_t kFewAgreements = 5;

std::string capitalised(std::string text) {
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z')
        text[0] = static_cast<char>(text[0] - 'a' + 'A');
    return text;
}

} // namespace

bool detailsEntry(Interface& ui, const std::string& id, const std::string& first, const std::string& second,
                  bool selected, const std::string& right) {
    const float outside = ui.u(8);
    const ImVec2 start = ImGui::GetCursorScreenPos();
    ImGui::SetCursorScreenPos(ImVec2(start.x - outside, start.y));
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x + outside;
    ImDrawList* list = ImGui::GetWindowDrawList();
    const ImVec2 size(width, ui.u(42));
    const bool pressed = ImGui::InvisibleButton(id.c_str(), size);
    handCursor();
    const ImVec2 max(at.x + size.x, at.y + size.y);
    if (selected)
        list->AddRectFilled(at, max, ui.color.selected, ui.u(6));
    else if (ImGui::IsItemHovered())
        list->AddRectFilled(at, max, ui.color.hovered, ui.u(6));
    const float x = at.x + outside;
    const float inner = width - 2 * outside;
    const ImVec2 rightSize = textSize(ui.font.small, right);
    drawText(list, ui.font.body, ImVec2(x, at.y + ui.u(5)), ui.color.text,
             fitted(ui.font.body, first, inner - (right.empty() ? 0 : rightSize.x + ui.u(10))));
    drawText(list, ui.font.small, ImVec2(max.x - outside - rightSize.x, at.y + ui.u(7)), ui.color.muted, right);
    drawText(list, ui.font.small, ImVec2(x, at.y + ui.u(23)), ui.color.muted, fitted(ui.font.small, second, inner));
    focusRing(ui, 6);
    mark(ui, id);
    gap(ui, -8);
    return pressed;
}

void DetailsPanel::sectors(Interface& ui) {
    if (facts_.sectors.empty())
        return;
    separator(ui);
    line(ui, ui.font.strong, ui.color.text, ui.tr(JEJARING_TR("Sectors")));
    const float right = ImGui::GetCursorScreenPos().x + ImGui::GetContentRegionAvail().x;
    const std::size_t shown = allSectors_ ? facts_.sectors.size() : std::min(kFewSectors, facts_.sectors.size());
    for (std::size_t i = 0; i < shown; ++i) {
        const auto& [sector, count] = facts_.sectors[i];
        chip(ui, "right.sector." + std::to_string(i), capitalised(sectorName(ui, sector)) + " " + ui.number(count),
             ChipKind::plain,
             ui.tr(JEJARING_TR("{0} {0:agreement names|agreements name} this sector"), {ui.number(count)}), i == 0,
             right);
    }
    if (shown < facts_.sectors.size() &&
        chip(ui, "right.moreSectors", "+" + std::to_string(facts_.sectors.size() - shown), ChipKind::add,
             ui.tr(JEJARING_TR("Show all sectors")), false, right))
        allSectors_ = true;
}

void DetailsPanel::agreements(Interface& ui) {
    separator(ui);
    const core::Project& project = *facts_.map->project;
    const core::RegionCatalog& catalog = facts_.map->geometry->catalog();
    const core::RegionCode& code = catalog[facts_.holder].code;
    const std::string passing = ui.number(static_cast<double>(facts_.agreements.size()));
    const bool fewer = facts_.agreements.size() < facts_.recorded;
    const bool narrowed = facts_.passing < facts_.recorded;
    const std::size_t later = facts_.passing - std::min(facts_.agreements.size(), facts_.passing);
    const std::string all = ui.number(static_cast<double>(facts_.recorded));
    const std::string count = " · " + (fewer ? ui.tr(JEJARING_TR("{0} of {1}"), {passing, all}) : passing);
    line(ui, ui.font.strong, ui.color.text,
         (facts_.holder == facts_.region ? ui.tr(JEJARING_TR("Agreements"))
                                         : ui.tr(JEJARING_TR("Agreements of {0}"), {catalog[facts_.holder].name})) +
             count);
    if (narrowed) {
        gap(ui, -4);
        paragraph(ui, ui.font.small, ui.color.muted,
                  ui.tr(JEJARING_TR("Filters are in force: score, chart, sectors and agreements show what passes.")));
    }
    if (later > 0) {
        gap(ui, -4);
        paragraph(ui, ui.font.small, ui.color.muted,
                  ui.tr(JEJARING_TR("{0} {0:agreement|agreements} came after this date and {0:is|are} not listed."),
                        {ui.number(static_cast<double>(later))}));
    }
    std::size_t shown = allAgreements_ ? facts_.agreements.size() : std::min(kFewAgreements, facts_.agreements.size());
    // The one that is chosen is among them, with what was added to it.
    const std::string& chosenId = ui.session.state().agreementId;
    for (std::size_t i = shown; i < facts_.agreements.size() && !chosenId.empty(); ++i)
        if (facts_.agreements[i]->id == chosenId)
            shown = facts_.agreements.size();
    gap(ui, -4);
    const std::string home = text::countryName(ui.language(), "IDN");
    const auto partnerOf = [&project](const std::string& id) { return core::findPartner(project, id); };
    for (std::size_t i = 0; i < shown; ++i) {
        const core::Agreement& agreement = *facts_.agreements[i];
        // Where all are Indonesian, that is no news.
        std::string country = scene::countryNames(partnerOf, agreement, ui.language());
        if (country == home)
            country.clear();
        std::string name = counterpartName(project, catalog, agreement, code);
        if (name.empty())
            name = ui.tr(JEJARING_TR("Partner not stated"));
        const std::string when = agreement.signedOn ? ui.date(*agreement.signedOn, text::DateStyle::shortMonth)
                                                    : ui.tr(JEJARING_TR("undated"));
        std::string second = country;
        second += (second.empty() ? "" : " · ") + ui.tr(lifeOf(agreement, ui.session.today()));
        if (!agreement.sectors.empty())
            second += " · " + sectorList(ui, agreement.sectors);
        const bool chosen = ui.session.state().agreementId == agreement.id;
        if (detailsEntry(ui, "right.agreement." + std::to_string(i), name, second, chosen, when))
            ui.session.chooseAgreement(chosen ? "" : agreement.id);
        explain(ui, agreement.note.empty() ? ui.tr(JEJARING_TR("Show its arc on the map"))
                                           : ui.tr(JEJARING_TR("Note of the source: {0}"), {agreement.note}));
        if (chosen)
            chosenAgreement(ui, agreement);
    }
    gap(ui, 10);
    if (shown < facts_.agreements.size() &&
        link(ui, "right.moreAgreements",
             ui.tr(JEJARING_TR("Show all {0}"), {ui.number(static_cast<double>(facts_.agreements.size()))}),
             ui.tr(JEJARING_TR("The older agreements too"))))
        allAgreements_ = true;
    if (chip(ui, "right.addAgreement", "+ " + ui.tr(JEJARING_TR("Record an agreement")), ChipKind::add,
             ui.tr(JEJARING_TR("Add an agreement of this region by hand")), true,
             ImGui::GetCursorScreenPos().x + ImGui::GetContentRegionAvail().x))
        openForm(ui, std::make_shared<AgreementForm>(ui, "", code));
}

void DetailsPanel::chosenAgreement(Interface& ui, const core::Agreement& agreement) {
    gap(ui, 12);
    recordExtras(ui, "right.agreement", {{}, agreement.id, "", 0}, ImGui::GetContentRegionAvail().x);
    gap(ui, 4);
}

void DetailsPanel::visits(Interface& ui) {
    separator(ui);
    heading(ui, ui.tr(JEJARING_TR("Visits")), facts_.laterVisits);
    if (facts_.visits.empty()) {
        if (facts_.laterVisits == 0)
            paragraph(ui, ui.font.body, ui.color.muted, ui.tr(JEJARING_TR("No visit is recorded here.")));
        return;
    }
    gap(ui, -4);
    for (std::size_t i = 0; i < facts_.visits.size(); ++i) {
        const core::Visit& visit = *facts_.visits[i];
        const std::string when =
            visit.start ? ui.date(*visit.start, text::DateStyle::shortMonth) : ui.tr(JEJARING_TR("undated"));
        const bool chosen = ui.session.state().visitId == visit.id;
        if (detailsEntry(ui, "right.visit." + std::to_string(i), visit.title, visit.visitor, chosen, when)) {
            ui.session.chooseVisit(chosen ? "" : visit.id);
            ui.window.tab = session::BottomTab::visits;
            if (!chosen) {
                session::FlightRequest request;
                request.kind = session::FlightRequest::Kind::visit;
                request.visitId = visit.id;
                ui.session.fly(request);
            }
        }
        explain(ui, ui.tr(JEJARING_TR("Show its route on the map")));
    }
    gap(ui, 8);
}

void sourceRow(Interface& ui, const std::string& id, const core::Source& source) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x;
    ImDrawList* list = ImGui::GetWindowDrawList();
    const float height = ui.u(28);
    const float middle = at.y + height / 2;
    ImGui::PushID(id.c_str());
    if (source.grade != core::SourceGrade::unstated) {
        const std::string grade(1, static_cast<char>(source.grade));
        list->AddRectFilled(ImVec2(at.x, middle - ui.u(8)), ImVec2(at.x + ui.u(18), middle + ui.u(8)),
                            ui.color.selected, ui.u(4));
        const ImVec2 size = textSize(ui.font.caption, grade);
        drawText(list, ui.font.caption, ImVec2(at.x + ui.u(9) - size.x / 2, middle - size.y / 2), ui.color.muted,
                 grade);
    }
    const float textWidth = width - ui.u(26) - ui.u(82);
    ImGui::SetCursorScreenPos(ImVec2(at.x + ui.u(26), at.y));
    ImGui::InvisibleButton("title", ImVec2(std::max(1.0F, textWidth), height));
    const std::string cited = scene::citation(source, ui.language());
    explain(ui, source.address.empty() || source.title.empty() ? cited : cited + "\n" + source.address);
    const std::string title = fitted(ui.font.body, cited, textWidth);
    drawText(list, ui.font.body, ImVec2(at.x + ui.u(26), middle - textSize(ui.font.body, title).y / 2), ui.color.text,
             title);
    ImGui::SetCursorScreenPos(ImVec2(at.x + width - ui.u(26), at.y + ui.u(2)));
    if (iconButton(ui, id + ".edit", Icon::pencil, 24, ui.tr(JEJARING_TR("Edit the source"))))
        openForm(ui, std::make_shared<SourceForm>(ui, source.id));
    if (!source.address.empty()) {
        ImGui::SetCursorScreenPos(ImVec2(at.x + width - ui.u(78), at.y + ui.u(2)));
        if (iconButton(ui, id + ".copy", Icon::copy, 24, ui.tr(JEJARING_TR("Copy the address")))) {
            ImGui::SetClipboardText(source.address.c_str());
            ui.session.notify(core::note(JEJARING_TR("Copied: {0}"), {source.address}));
        }
        ImGui::SetCursorScreenPos(ImVec2(at.x + width - ui.u(52), at.y + ui.u(2)));
        if (iconButton(ui, id + ".open", Icon::open, 24, ui.tr(JEJARING_TR("Open in the browser")))) {
            const core::Outcome opened = openOnDesktop(core::webAddress(source.address).value_or(source.address));
            if (!opened)
                ui.session.notify(opened.error());
        }
    }
    ImGui::PopID();
    ImGui::SetCursorScreenPos(ImVec2(at.x, at.y + height));
}

void DetailsPanel::sources(Interface& ui) {
    if (facts_.sources.empty())
        return;
    separator(ui);
    line(ui, ui.font.strong, ui.color.text,
         ui.tr(JEJARING_TR("Sources")) + " · " + ui.number(static_cast<double>(facts_.sources.size())));
    gap(ui, -2);
    for (std::size_t i = 0; i < facts_.sources.size(); ++i)
        sourceRow(ui, "right.source." + std::to_string(i), *facts_.sources[i]);
}

} // namespace jejaring::ui
