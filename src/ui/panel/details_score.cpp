// SPDX-License-Identifier: MIT
// The score, the parts it is made of, and how it is computed with this region's numbers.
#include "ui/panel/details_panel.hpp"
#include "ui/widget/widgets.hpp"
#include "ui/widget/words.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <vector>

namespace jejaring::ui {

void DetailsPanel::score(Interface& ui) {
    const analysis::RegionImpact& impact = facts_.map->impact.regions[facts_.region];
    if (impact.provincial) {
        const core::RegionIndex holder = facts_.holder;
        const std::string& name = facts_.map->geometry->catalog()[holder].name;
        paragraph(ui, ui.font.small, ui.color.muted,
                  ui.tr(JEJARING_TR("Provincial authority: {0} makes the agreements. Value and agreements shown here "
                                    "are the province's."),
                        {name}));
        gap(ui, -2);
        if (link(ui, "right.holder", ui.tr(JEJARING_TR("Choose {0}"), {name}),
                 ui.tr(JEJARING_TR("Show the province that holds the authority")))) {
            ui.session.select(holder);
            session::FlightRequest request;
            request.kind = session::FlightRequest::Kind::region;
            request.region = holder;
            ui.session.fly(request);
        }
        gap(ui, 6);
    }
    if (impact.state == analysis::ValueState::noRecord || impact.state == analysis::ValueState::notEnoughData) {
        paragraph(ui, ui.font.body, ui.color.text,
                  impact.state == analysis::ValueState::noRecord && scene::narrowed(*facts_.map)
                      ? ui.tr(JEJARING_TR("No agreement recorded here passes the filters."))
                  : impact.state == analysis::ValueState::noRecord
                      ? ui.tr(JEJARING_TR("No agreement is recorded here. That is not the same as zero."))
                      : ui.tr(JEJARING_TR("The sources say too little for a number.")));
        return;
    }
    const bool zero = impact.state == analysis::ValueState::zero;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const std::string number = zero ? "0" : ui.number(impact.score);
    const ImVec2 size = textSize(ui.font.number, number);
    const std::size_t level = std::min<std::size_t>(static_cast<std::size_t>(impact.score / 20), 4);
    const ImU32 classColor = zero ? ui.color.zero : packed(scene::rampColors(ui.theme(), 5)[level]);
    // Not every class's colour can be read as a number: that stands in ink, and the class is a swatch beside it.
    ImDrawList* list = ImGui::GetWindowDrawList();
    // The number's own line is taller than its digits: their middle is what the two lines stand beside.
    const float middle = at.y + size.y / 2;
    drawText(list, ui.font.number, at, ui.color.text, number);
    const float x = at.x + size.x + ui.u(14);
    const float width = at.x + ImGui::GetContentRegionAvail().x - x;
    std::string second;
    if (zero)
        second = ui.tr(JEJARING_TR("{0} recorded, none in force"), {ui.number(impact.recorded)});
    else {
        if (facts_.rank.rank > 0)
            second =
                ui.tr(JEJARING_TR("rank {0} of {1}"), {ui.number(facts_.rank.rank), ui.number(facts_.rank.ranked)}) +
                " · ";
        second += ui.tr(JEJARING_TR("completeness {0}"), {text::formatPercent(ui.language(), impact.completeness)});
    }
    // In a narrow panel rank and completeness stand below each other rather than being cut.
    std::vector<std::string> lines{second};
    if (const std::size_t dot = second.find(" · ");
        dot != std::string::npos && textSize(ui.font.small, second).x > width)
        lines = {second.substr(0, dot), second.substr(dot + std::string_view(" · ").size())};
    const float up = lines.size() > 1 ? ui.u(7) : 0;
    const float top = middle - ui.u(15) - up;
    list->AddRectFilled(ImVec2(x, top), ImVec2(x + ui.u(16), top + ui.u(11)), classColor, ui.u(3));
    list->AddRect(ImVec2(x, top), ImVec2(x + ui.u(16), top + ui.u(11)), ui.color.line, ui.u(3));
    const float nameX = x + ui.u(22);
    drawText(list, ui.font.body, ImVec2(nameX, middle - ui.u(17) - up), ui.color.text,
             fitted(ui.font.body, ui.tr(JEJARING_TR("cooperation impact")), x + width - nameX));
    float y = middle + ui.u(1.5) - up;
    for (const std::string& each : lines) {
        drawText(list, ui.font.small, ImVec2(x, y), ui.color.muted, fitted(ui.font.small, each, width));
        y += ui.u(15);
    }
    ImGui::InvisibleButton("right.score", ImVec2(ImGui::GetContentRegionAvail().x, size.y - ui.u(4)));
    explain(ui, ui.tr(JEJARING_TR("Completeness: the share of status, date, sectors and country that the sources "
                                  "state, over the agreements in force")));
    mark(ui, "right.score");
    if (!zero)
        parts(ui);
    gap(ui, -2);
    const std::string own = ui.tr(JEJARING_TR("An index of this project's own.")) + " ";
    const ImVec2 here = ImGui::GetCursorScreenPos();
    drawText(list, ui.font.small, here, ui.color.muted, own);
    const std::string how = ui.tr(JEJARING_TR("How it is computed"));
    const float ownWidth = textSize(ui.font.small, own).x;
    const bool beside = ownWidth + textSize(ui.font.small, how).x <= ImGui::GetContentRegionAvail().x;
    ImGui::SetCursorScreenPos(beside ? ImVec2(here.x + ownWidth, here.y) : ImVec2(here.x, here.y + ui.u(17)));
    if (link(ui, "right.how", how, ui.tr(JEJARING_TR("The formula, with this region's numbers"))))
        ImGui::OpenPopup("computation");
    const float edge = ImGui::GetWindowPos().x + ImGui::GetWindowWidth() - ui.u(12);
    PopupPlace place{ImGui::GetItemRectMin(), ImVec2(edge, ImGui::GetItemRectMax().y)};
    place.alignRight = true;
    place.paddingX = 18;
    place.paddingY = 16;
    computation(ui, place);
}

void DetailsPanel::parts(Interface& ui) {
    const analysis::RegionImpact& impact = facts_.map->impact.regions[facts_.region];
    struct Part {
        std::string name;
        double value;
        std::string explanation;
    };
    const std::array<Part, 3> parts{
        Part{ui.tr(JEJARING_TR("Agreements")), impact.cooperation,
             ui.tr(JEJARING_TR("{0} in force, {1} of them assumed"),
                   {ui.number(impact.inForce), ui.number(impact.assumed)})},
        Part{ui.tr(JEJARING_TR("Partner countries")), impact.countries,
             ui.tr(JEJARING_TR("{0} {0:country or province|different countries or provinces}"),
                   {ui.number(impact.countryCount)})},
        Part{ui.tr(JEJARING_TR("Sectors")), impact.sectors,
             ui.tr(JEJARING_TR("{0} {0:sector|different sectors} stated"), {ui.number(impact.sectorCount)})},
    };
    const float width = ImGui::GetContentRegionAvail().x;
    const ImU32 color = ui.color.ramp[3];
    float names = width * 0.38F;
    for (const Part& part : parts)
        names = std::max(names, textSize(ui.font.body, part.name).x + ui.u(4));
    names = std::min(names, width * 0.55F);
    for (const Part& part : parts) {
        const ImVec2 at = ImGui::GetCursorScreenPos();
        ImGui::PushID(part.name.c_str());
        ImGui::InvisibleButton("part", ImVec2(width, ui.u(18)));
        explain(ui, part.explanation);
        ImGui::PopID();
        ImDrawList* list = ImGui::GetWindowDrawList();
        const float middle = at.y + ui.u(9);
        const std::string value = ui.number(part.value, 2);
        const ImVec2 size = textSize(ui.font.body, value);
        drawText(list, ui.font.body, ImVec2(at.x, middle - size.y / 2), ui.color.text,
                 fitted(ui.font.body, part.name, names));
        drawText(list, ui.font.body, ImVec2(at.x + width - size.x, middle - size.y / 2), ui.color.text, value);
        const float left = at.x + names + width * 0.02F;
        const float right = at.x + width - ui.u(44);
        const float half = ui.u(3);
        list->AddRectFilled(ImVec2(left, middle - half), ImVec2(right, middle + half), ui.color.selected, half);
        if (part.value > 0)
            list->AddRectFilled(
                ImVec2(left, middle - half),
                ImVec2(left + std::max(2 * half, (right - left) * static_cast<float>(part.value)), middle + half),
                color, half);
    }
    gap(ui, 2);
}

void DetailsPanel::computation(Interface& ui, const PopupPlace& place) {
    if (!beginPopup(ui, "computation", place))
        return;
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(ui.u(8), ui.u(8)));
    const analysis::RegionImpact& impact = facts_.map->impact.regions[facts_.region];
    const core::ImpactWeights& weights = facts_.map->project->weights;
    const float width = ui.u(344);
    const auto n = [&](double value, int decimals) { return ui.number(value, decimals); };
    line(ui, ui.font.strong, ui.color.text, ui.tr(JEJARING_TR("How the score is computed")));
    paragraph(ui, ui.font.small, ui.color.muted,
              ui.tr(JEJARING_TR("No official index exists. This one has fixed scales: one region's score does not "
                                "depend on another's, and no agreement, sector or step forward ever lowers it.")),
              width);
    gap(ui, 4);
    // p is read back from R, so that what is shown is what was used.
    const double p = impact.cooperation < 1 ? -2 * std::log2(1 - impact.cooperation) : 0;
    const auto step = [&](const std::string& name, const std::string& formula, const std::string& meaning) {
        line(ui, ui.font.body, ui.color.text, name);
        gap(ui, -3);
        line(ui, ui.font.medium, ui.color.accent, formula);
        gap(ui, -3);
        paragraph(ui, ui.font.small, ui.color.muted, meaning, width);
        gap(ui, 4);
    };
    step(ui.tr(JEJARING_TR("Agreements")),
         "R = 1 − 2^(−p/2) = 1 − 2^(−" + n(p, 1) + "/2) = " + n(impact.cooperation, 2),
         ui.tr(JEJARING_TR(
                   "p is the sum of progress over {0} {0:agreement|agreements} in force: 0.8 signed, 1.0 under way."),
               {n(impact.inForce, 0)}));
    const int extraCountries = std::max(0, impact.countryCount - 1);
    step(ui.tr(JEJARING_TR("Partner countries")),
         "C = 1 − 2^(−(c−1)/2) = 1 − 2^(−" + n(extraCountries, 0) + "/2) = " + n(impact.countries, 2),
         ui.tr(JEJARING_TR(
                   "c = {0} {0:partner country|different partner countries}; each Indonesian province counts as one."),
               {n(impact.countryCount, 0)}));
    const int extraSectors = std::max(0, impact.sectorCount - 1);
    step(
        ui.tr(JEJARING_TR("Sectors")),
        "S = 1 − 2^(−(s−1)/4) = 1 − 2^(−" + n(extraSectors, 0) + "/4) = " + n(impact.sectors, 2),
        ui.tr(JEJARING_TR("s = {0} {0:sector|different sectors} that the sources state."), {n(impact.sectorCount, 0)}));
    const double sum = weights.cooperation + weights.countries + weights.sectors;
    const double scale = sum > 0 ? 1 / sum : 0;
    line(ui, ui.font.body, ui.color.text, ui.tr(JEJARING_TR("Score")));
    gap(ui, -3);
    line(ui, ui.font.medium, ui.color.accent,
         "100 × (" + n(weights.cooperation * scale, 2) + "·" + n(impact.cooperation, 2) + " + " +
             n(weights.countries * scale, 2) + "·" + n(impact.countries, 2) + " + " + n(weights.sectors * scale, 2) +
             "·" + n(impact.sectors, 2) + ") = " + n(impact.score, 0));
    ImGui::Dummy(ImVec2(width, 0));
    ImGui::PopStyleVar();
    ui.probe.mark(
        "right.computation", ImGui::GetWindowPos(),
        ImVec2(ImGui::GetWindowPos().x + ImGui::GetWindowWidth(), ImGui::GetWindowPos().y + ImGui::GetWindowHeight()));
    endPopup(ui);
}

} // namespace jejaring::ui
