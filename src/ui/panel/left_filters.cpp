// SPDX-License-Identifier: MIT
// Filters: which agreements count.
#include "ui/panel/left_panel.hpp"
#include "ui/widget/imgui_shim.hpp"
#include "ui/widget/widgets.hpp"
#include "ui/widget/words.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <map>

namespace jejaring::ui {
namespace {

template <class T> bool holds(const std::vector<T>& values, const T& value) {
    return std::find(values.begin(), values.end(), value) != values.end();
}

template <class T> void flip(std::vector<T>& values, const T& value) {
    const auto found = std::find(values.begin(), values.end(), value);
    if (found == values.end())
        values.push_back(value);
    else
        values.erase(found);
}

// "Sumber A, B" in at most a chip's length.
std::string chipText(const Interface& ui, std::string_view title, const std::vector<std::string>& names) {
    std::string text = ui.tr(title) + " ";
    if (names.size() <= 2) {
        for (std::size_t i = 0; i < names.size(); ++i)
            text += (i == 0 ? "" : ", ") + names[i];
    } else {
        text += names.front() + " +" + std::to_string(names.size() - 1);
    }
    return fitted(ui.font.small, text, ui.u(200));
}

std::string shortKind(const Interface& ui, core::AgreementKind kind) {
    const std::string name = ui.tr(nameOf(kind));
    return name.substr(0, name.find(':'));
}

// What the project's agreements offer to choose from, with how often.
struct Offer {
    std::string label;
    int count = 0;
    bool chosen = false;
    std::function<void(analysis::AgreementFilter&)> flip;
};

std::vector<Offer> offersOf(const Interface& ui, std::size_t kind) {
    const core::Project& project = *ui.session.project();
    const analysis::AgreementFilter& filter = ui.session.state().view.filter;
    std::vector<Offer> offers;
    if (kind == 0) {
        for (const core::SourceGrade grade : {core::SourceGrade::a, core::SourceGrade::b}) {
            int count = 0;
            for (const core::Agreement& agreement : project.agreements)
                if (const core::Source* source = core::findSource(project, agreement.sourceId))
                    count += source->grade == grade ? 1 : 0;
            offers.push_back({grade == core::SourceGrade::a ? ui.tr(JEJARING_TR("A: government or partner"))
                                                            : ui.tr(JEJARING_TR("B: press or journal")),
                              count, holds(filter.grades, grade),
                              [grade](analysis::AgreementFilter& target) { flip(target.grades, grade); }});
        }
        return offers;
    }
    if (kind == 2) {
        std::map<core::AgreementKind, int> counts;
        for (const core::Agreement& agreement : project.agreements)
            ++counts[agreement.kind];
        for (const auto& [key, count] : counts)
            offers.push_back({ui.tr(nameOf(key)), count, holds(filter.kinds, key),
                              [key = key](analysis::AgreementFilter& target) { flip(target.kinds, key); }});
        return offers;
    }
    std::map<std::string, int> counts;
    for (const core::Agreement& agreement : project.agreements) {
        if (kind == 1)
            for (const std::string& sector : agreement.sectors)
                ++counts[sector];
        else
            for (const core::Party& party : agreement.parties)
                if (const core::Partner* partner = core::findPartner(project, party.partnerId))
                    if (!partner->country.empty())
                        ++counts[partner->country];
    }
    for (const auto& [key, count] : counts) {
        if (kind == 1)
            offers.push_back({sectorName(ui, key), count, holds(filter.sectors, key),
                              [key = key](analysis::AgreementFilter& target) { flip(target.sectors, key); }});
        else
            offers.push_back({text::countryName(ui.language(), key), count, holds(filter.countries, key),
                              [key = key](analysis::AgreementFilter& target) { flip(target.countries, key); }});
    }
    std::stable_sort(offers.begin(), offers.end(), [](const Offer& a, const Offer& b) { return a.count > b.count; });
    return offers;
}

} // namespace

void LeftPanel::filters(Interface& ui) {
    caption(ui, ui.tr(JEJARING_TR("Filters")));
    const analysis::AgreementFilter filter = ui.session.state().view.filter;
    const float right = ImGui::GetCursorScreenPos().x + ImGui::GetContentRegionAvail().x;
    const std::string remove = ui.tr(JEJARING_TR("Remove this filter"));
    bool first = true;
    const auto show = [&](const char* id, std::string_view title, const std::vector<std::string>& names,
                          const std::function<void(analysis::AgreementFilter&)>& clear) {
        if (names.empty())
            return;
        if (chip(ui, id, chipText(ui, title, names), ChipKind::removable, remove, first, right))
            ui.changeView([&](scene::MapView& view) { clear(view.filter); });
        first = false;
    };
    std::vector<std::string> names;
    for (const core::SourceGrade grade : filter.grades)
        names.emplace_back(1, static_cast<char>(grade));
    show("filter.grades", JEJARING_TR("Source"), names, [](auto& target) { target.grades.clear(); });
    names.clear();
    for (const std::string& sector : filter.sectors)
        names.push_back(sectorName(ui, sector));
    show("filter.sectors", JEJARING_TR("Sector"), names, [](auto& target) { target.sectors.clear(); });
    names.clear();
    for (const core::AgreementKind kind : filter.kinds)
        names.push_back(shortKind(ui, kind));
    show("filter.kinds", JEJARING_TR("Kind"), names, [](auto& target) { target.kinds.clear(); });
    names.clear();
    for (const std::string& country : filter.countries)
        names.push_back(text::countryName(ui.language(), country));
    show("filter.countries", JEJARING_TR("Country"), names, [](auto& target) { target.countries.clear(); });

    const std::string add = "+ " + ui.tr(JEJARING_TR("add"));
    if (chip(ui, "filter.add", add, ChipKind::add, ui.tr(JEJARING_TR("Count only some agreements")), first, right))
        ImGui::OpenPopup("filters");
    filterPopup(ui, besidePanel());
}

void LeftPanel::filterPopup(Interface& ui, const PopupPlace& place) {
    if (!ui.session.project() || !beginPopup(ui, "filters", place))
        return;
    const float width = ui.u(320);
    const std::array<Choice, 4> kinds{
        Choice{ui.tr(JEJARING_TR("Source")), ui.tr(JEJARING_TR("By how far the source can be relied on"))},
        Choice{ui.tr(JEJARING_TR("Sector")), ui.tr(JEJARING_TR("By what is cooperated in"))},
        Choice{ui.tr(JEJARING_TR("Kind")), ui.tr(JEJARING_TR("By kind of cooperation (Permendagri 25/2020)"))},
        Choice{ui.tr(JEJARING_TR("Country")), ui.tr(JEJARING_TR("By where the partner is"))},
    };
    segmented(ui, "filter.kind", kinds, filterKind_, width);
    gap(ui, 6);
    const std::vector<Offer> offers = offersOf(ui, filterKind_);
    const float rows = static_cast<float>(std::min<std::size_t>(std::max<std::size_t>(offers.size(), 2), 10));
    ImGui::BeginChild("offers", ImVec2(width, rows * ui.u(28)), false, kNavFlattened);
    for (std::size_t i = 0; i < offers.size(); ++i) {
        const Offer& offer = offers[i];
        const ImVec2 at = ImGui::GetCursorScreenPos();
        const float rowWidth = ImGui::GetContentRegionAvail().x;
        const std::string id = "filter.offer." + std::to_string(i);
        if (listRow(ui, id, 28, false))
            ui.changeView([&](scene::MapView& view) { offer.flip(view.filter); });
        mark(ui, id);
        ImDrawList* list = ImGui::GetWindowDrawList();
        const float middle = at.y + ui.u(14);
        const float side = ui.u(15);
        const ImVec2 min(at.x + ui.u(6), std::round(middle - side / 2));
        const ImVec2 max(min.x + side, min.y + side);
        if (offer.chosen) {
            list->AddRectFilled(min, max, ui.color.accent, ui.u(4));
            drawIcon(list, Icon::check, ImVec2((min.x + max.x) / 2, (min.y + max.y) / 2), ui.u(11), ui.color.onAccent);
        } else {
            list->AddRect(min, max, ui.color.faint, ui.u(4));
        }
        const std::string count = ui.number(offer.count);
        const ImVec2 countSize = textSize(ui.font.small, count);
        drawText(list, ui.font.small, ImVec2(at.x + rowWidth - ui.u(10) - countSize.x, middle - countSize.y / 2),
                 ui.color.muted, count);
        const std::string text = fitted(ui.font.body, offer.label, rowWidth - ui.u(48) - countSize.x);
        drawText(list, ui.font.body, ImVec2(max.x + ui.u(9), middle - textSize(ui.font.body, text).y / 2),
                 ui.color.text, text);
    }
    ImGui::EndChild();
    if (!(ui.session.state().view.filter == analysis::AgreementFilter())) {
        gap(ui, 8);
        ImGui::SetCursorPosX(ImGui::GetCursorPosX() + ui.u(6));
        if (link(ui, "filter.clear", ui.tr(JEJARING_TR("Remove all filters")),
                 ui.tr(JEJARING_TR("Count every agreement again"))))
            ui.changeView([](scene::MapView& view) { view.filter = {}; });
        gap(ui, 4);
    }
    ImGui::Dummy(ImVec2(width, 0));
    endPopup(ui);
}

} // namespace jejaring::ui
