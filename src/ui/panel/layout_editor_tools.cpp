// SPDX-License-Identifier: MIT
// The row of tools below the page that is edited: what can be added, hidden and taken back.
#include "ui/panel/layout_editor.hpp"
#include "ui/widget/imgui_shim.hpp"
#include "ui/widget/widgets.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace jejaring::ui {
namespace {

constexpr double kToolGap = 6;                                                  // layout units
constexpr std::array<double, 9> kTextSizes{10, 12, 15, 18, 20, 24, 30, 38, 48}; // layout units

bool tool(const Interface& ui, const std::string& id, std::string_view label, std::string_view explanation,
          bool enabled = true) {
    const bool pressed = button(ui, id, label, false, explanation, enabled);
    ImGui::SameLine(0, ui.u(kToolGap));
    return pressed;
}

} // namespace

void LayoutEditor::tools(Interface& ui, float width, const scene::LaidOut& page) {
    const float right = ImGui::GetCursorScreenPos().x + width;
    const scene::PlacedPart* chosen = part(page, chosen_);
    if (chosen == nullptr)
        pageTools(ui, page);
    else
        partTools(ui, right, *chosen, page);
    partsPopup(ui, page);
    blocksPopup(ui, page);
    picturesPopup(ui, page);
    regionsPopup(ui);
    // What takes back stands at the end of the row, whatever else is there.
    const float side = ui.u(kToolsHeight);
    ImGui::SetCursorScreenPos(ImVec2(right - 2 * side - ui.u(kToolGap), ImGui::GetCursorScreenPos().y));
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImGui::BeginDisabled(past_.empty());
    if (iconButton(ui, "layout.undo", Icon::undo, kToolsHeight,
                   ui.tr(JEJARING_TR("Take back the last change of the page")), "Ctrl Z"))
        step(past_, future_);
    ImGui::EndDisabled();
    ImGui::SetCursorScreenPos(ImVec2(at.x + side + ui.u(kToolGap), at.y));
    ImGui::BeginDisabled(now_ == Changes{});
    if (iconButton(ui, "layout.reset", Icon::home, kToolsHeight,
                   ui.tr(JEJARING_TR("The page as the template makes it: all changes of parts are dropped")))) {
        commit({});
        chosen_.clear();
        panning_ = false;
    }
    ImGui::EndDisabled();
}

void LayoutEditor::pageTools(Interface& ui, const scene::LaidOut& page) {
    if (tool(ui, "layout.addText", ui.tr(JEJARING_TR("+ Text")), ui.tr(JEJARING_TR("A text of your own on the page"))))
        addText(ui, page);
    if (tool(ui, "layout.addPicture", ui.tr(JEJARING_TR("+ Picture")),
             ui.tr(JEJARING_TR("A logo or another picture of the project, or from a file"))))
        ImGui::OpenPopup("layout.pictures");
    picturesPlace_ = {ImGui::GetItemRectMin(), ImGui::GetItemRectMax()};
    if (tool(ui, "layout.addBlock", ui.tr(JEJARING_TR("+ More")),
             ui.tr(JEJARING_TR(
                 "An inset map, numbers, a chart or a table of the chosen region, the stops of the chosen visit"))))
        ImGui::OpenPopup("layout.blocks");
    blocksPlace_ = {ImGui::GetItemRectMin(), ImGui::GetItemRectMax()};
    if (tool(ui, "layout.parts", ui.tr(JEJARING_TR("Parts")),
             ui.tr(JEJARING_TR("Which parts the page shows. A click on the page chooses one: drag it to move it, its "
                               "corners to make it larger; a double click on a map moves the map itself"))))
        ImGui::OpenPopup("layout.partList");
    partsPlace_ = {ImGui::GetItemRectMin(), ImGui::GetItemRectMax()};
}

void LayoutEditor::partTools(Interface& ui, float right, const scene::PlacedPart& chosen, const scene::LaidOut& page) {
    Changes next = now_;
    scene::AddedPart* const added = addedPart(next);
    const bool text = added != nullptr && added->kind == scene::AddedKind::text;
    const bool inset = added != nullptr && scene::isInset(added->kind);
    if (text || inset) {
        const float rest = ui.u(4 * kToolsHeight + (text ? 140 : 420));
        const float room = std::clamp(right - ImGui::GetCursorScreenPos().x - rest, ui.u(120), ui.u(420));
        if (textField(
                ui, "layout.text", added->text,
                text ? ui.tr(JEJARING_TR("Text")) : ui.tr(JEJARING_TR("From what the map shows")), room,
                ui.tr(JEJARING_TR("{name}, {code}, {impact}, {province}, {date} and {indicator} stand for what the "
                                  "page shows")),
                text && std::exchange(writeText_, false), kToolsHeight) && // chosen whole: the first letter replaces it
            !keyPressed(Key::escape)) // Esc ends the writing and takes nothing back
            commit(next, "text " + chosen_);
        ImGui::SameLine(0, ui.u(kToolGap));
    }
    if (text) {
        const auto size = std::lower_bound(kTextSizes.begin(), kTextSizes.end(), added->size - 0.01);
        if (tool(ui, "layout.smaller", "A−", ui.tr(JEJARING_TR("Smaller type")), size != kTextSizes.begin())) {
            added->size = *(size - 1);
            commit(next);
        }
        if (tool(ui, "layout.larger", "A+", ui.tr(JEJARING_TR("Larger type")),
                 size != kTextSizes.end() && size + 1 != kTextSizes.end())) {
            added->size = *(size + 1);
            commit(next);
        }
    } else if (!inset) {
        const std::string name = ui.tr(chosen.name);
        const ImVec2 at = ImGui::GetCursorScreenPos();
        const ImVec2 extent = textSize(ui.font.medium, name);
        drawText(ImGui::GetWindowDrawList(), ui.font.medium, ImVec2(at.x, at.y + (ui.u(kToolsHeight) - extent.y) / 2),
                 ui.color.text, name);
        ImGui::Dummy(ImVec2(extent.x + ui.u(6), ui.u(kToolsHeight)));
        ImGui::SameLine(0, ui.u(kToolGap));
    }
    if (added != nullptr && scene::isAboutRegion(added->kind)) {
        const core::RegionCatalog& catalog = ui.session.geometry()->catalog();
        const auto region = catalog.find(core::RegionCode::parse(added->subject).value_or(core::RegionCode()));
        const std::string name = region ? catalog[*region].name : ui.tr(JEJARING_TR("none chosen"));
        if (tool(ui, "layout.region", fitted(ui.font.body, name, ui.u(150)),
                 ui.tr(JEJARING_TR("Another region for this part")))) {
            regionSearch_.clear();
            regionIndex_ = session::SearchIndex(ui.session.geometry()->catalog(), nullptr, ui.language());
            ImGui::OpenPopup("layout.regions");
        }
        regionsPlace_ = {ImGui::GetItemRectMin(), ImGui::GetItemRectMax()};
    }
    if (chosen.map && page.cameras.contains(chosen.id) &&
        tool(ui, "layout.pan", panning_ ? ui.tr(JEJARING_TR("Done")) : ui.tr(JEJARING_TR("Move the map")),
             ui.tr(JEJARING_TR("Dragging moves what the map shows, the wheel comes closer; Esc ends it"))))
        panning_ = !panning_;
    if (tool(ui, "layout.hide", added != nullptr ? ui.tr(JEJARING_TR("Remove")) : ui.tr(JEJARING_TR("Hide")),
             added != nullptr ? ui.tr(JEJARING_TR("Off the page"))
                              : ui.tr(JEJARING_TR("Off the page; \"Parts\" shows it again"))))
        return remove(chosen_);
    const bool own = now_.moved.contains(chosen_) || now_.cameras.contains(chosen_);
    if (own && tool(ui, "layout.restore", ui.tr(JEJARING_TR("As it was")),
                    ui.tr(JEJARING_TR("Back to where the template puts it")))) {
        next.moved.erase(chosen_);
        next.cameras.erase(chosen_);
        panning_ = false;
        commit(next);
    }
}

void LayoutEditor::partsPopup(Interface& ui, const scene::LaidOut& page) {
    if (!beginPopup(ui, "layout.partList", partsPlace_))
        return;
    std::vector<MenuEntry> entries;
    for (const scene::PlacedPart& each : page.parts)
        entries.push_back({ui.tr(each.name), "", true, !now_.hidden.contains(each.id), true});
    const float width = std::max(menuWidth(ui, entries), ui.u(180));
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const std::string& id = page.parts[i].id;
        if (isAdded(id))
            continue; // they are removed, not hidden
        if (menuEntry(ui, "layout.part." + id, entries[i], width)) {
            Changes next = now_;
            if (next.hidden.erase(id) == 0)
                next.hidden.insert(id);
            commit(next);
        }
        explain(ui, ui.tr(JEJARING_TR("Shown where it is ticked")));
    }
    endPopup(ui);
}

void LayoutEditor::blocksPopup(Interface& ui, const scene::LaidOut& page) {
    if (!beginPopup(ui, "layout.blocks", blocksPlace_))
        return;
    using enum scene::AddedKind;
    constexpr std::array kKinds{worldMap, regionMap, score, series, sectors, table, stops};
    std::vector<MenuEntry> entries;
    entries.reserve(kKinds.size());
    for (const scene::AddedKind kind : kKinds)
        entries.push_back({ui.tr(scene::addedKindName(kind)), "", kind != stops || !visit_.empty()});
    const float width = std::max(menuWidth(ui, entries), ui.u(180));
    for (std::size_t i = 0; i < entries.size(); ++i) {
        if (menuEntry(ui, "layout.block." + std::string(scene::addedKindId(kKinds[i])), entries[i], width))
            addBlock(ui, kKinds[i], page);
        explain(ui, kKinds[i] == stops ? ui.tr(JEJARING_TR("Of the chosen visit"))
                                       : ui.tr(JEJARING_TR("Of the chosen region; another one can be chosen then")));
    }
    endPopup(ui);
}

void LayoutEditor::regionsPopup(Interface& ui) {
    if (!beginPopup(ui, "layout.regions", regionsPlace_))
        return;
    constexpr std::size_t kMost = 10;
    const float width = ui.u(280);
    const bool opened = ImGui::IsWindowAppearing();
    textField(ui, "layout.regionSearch", regionSearch_, ui.tr(JEJARING_TR("Name of a region")), width,
              ui.tr(JEJARING_TR("Part of a name, or a code")), opened, kToolsHeight);
    const core::RegionCatalog& catalog = ui.session.geometry()->catalog();
    std::vector<core::RegionIndex> regions;
    if (regionSearch_.empty())
        for (std::size_t i = 0; i < std::min(kMost, catalog.provinceCount()); ++i)
            regions.push_back(static_cast<core::RegionIndex>(i));
    else
        for (const session::SearchHit& hit : regionIndex_.find(regionSearch_, kMost))
            regions.push_back(hit.region);
    for (const core::RegionIndex region : regions) {
        const core::Region& each = catalog[region];
        std::string label = each.name;
        if (each.level() == core::RegionLevel::regency)
            label += " · " + catalog[catalog.provinceOf(region)].name;
        if (!menuEntry(ui, "layout.region." + each.code.text(), {fitted(ui.font.body, label, width - ui.u(44)), ""},
                       width))
            continue;
        Changes next = now_;
        if (scene::AddedPart* const added = addedPart(next)) {
            added->subject = each.code.text();
            next.cameras.erase(chosen_); // it looks at the other one
            commit(next);
        }
    }
    endPopup(ui);
}

void LayoutEditor::picturesPopup(Interface& ui, const scene::LaidOut& page) {
    if (!beginPopup(ui, "layout.pictures", picturesPlace_))
        return;
    const std::vector<core::Picture>& pictures = ui.session.project()->pictures;
    constexpr std::size_t kMost = 12;
    std::vector<MenuEntry> entries{{ui.tr(JEJARING_TR("From a file …")), ""}};
    for (std::size_t i = 0; i < std::min(pictures.size(), kMost); ++i) {
        const core::Picture& picture = pictures[pictures.size() - 1 - i]; // the newest first
        entries.push_back({picture.caption.empty() ? picture.id : picture.caption, ""});
    }
    const float width = std::clamp(menuWidth(ui, entries), ui.u(180), ui.u(360));
    for (std::size_t i = 0; i < entries.size(); ++i) {
        entries[i].label = fitted(ui.font.body, entries[i].label, width - ui.u(44));
        if (!menuEntry(ui, "layout.picture." + std::to_string(i), entries[i], width))
            continue;
        if (i > 0) {
            addPicture(ui, pictures[pictures.size() - i].id, page);
            continue;
        }
        chooser_.start(ui, {FileChooser::Mode::open,
                            ui.tr(JEJARING_TR("Add a picture")),
                            ui.tr(JEJARING_TR("Add")),
                            ".jpg",
                            "",
                            {".jpeg", ".png"}});
        choosing_ = true;
    }
    endPopup(ui);
}

void LayoutEditor::chooseFile(Interface& ui) {
    const std::optional<FileChooser::Choice> choice = chooser_.draw(ui);
    if (!choice)
        return;
    choosing_ = false;
    if (choice->path.empty())
        return;
    picturesBefore_.emplace();
    for (const core::Picture& picture : ui.session.project()->pictures)
        picturesBefore_->insert(picture.id);
    ui.session.addPictures({choice->path}, {}); // of the project as a whole
}

void LayoutEditor::takeNewPictures(Interface& ui, const scene::LaidOut& page) {
    if (!picturesBefore_)
        return;
    for (const core::Picture& picture : ui.session.project()->pictures)
        if (!picturesBefore_->contains(picture.id)) {
            const std::string id = picture.id;
            picturesBefore_.reset();
            addPicture(ui, id, page);
            return;
        }
    if (ui.session.tasks().empty()) // refused, or cancelled
        picturesBefore_.reset();
}

} // namespace jejaring::ui
