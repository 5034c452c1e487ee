// SPDX-License-Identifier: MIT
// Fields that choose from a list by typing a part of a name.
#include "session/search.hpp"
#include "ui/form/form.hpp"
#include "ui/widget/imgui_shim.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace jejaring::ui {
namespace {

constexpr double kEntry = 30;           // layout units
constexpr std::size_t kMostShown = 200; // of a long list; typing shortens it
constexpr double kLeastList = 4;        // entries that there is always room for
constexpr double kLongest = 8;          // entries before the list scrolls
constexpr auto kNoMark = static_cast<std::size_t>(-1);

const Option* find(std::span<const Option> options, const std::string& id) {
    const auto found = std::find_if(options.begin(), options.end(), [&](const Option& each) { return each.id == id; });
    return found == options.end() ? nullptr : &*found;
}

} // namespace

Option option(std::string id, std::string label, std::string detail) {
    std::string form = session::searchForm(label + " " + detail);
    return {std::move(id), std::move(label), std::move(detail), std::move(form)};
}

std::vector<std::size_t> Fields::matching(std::span<const Option> options) const {
    const std::string query = state_.typed ? session::searchForm(state_.buffer) : std::string();
    std::vector<std::size_t> first;
    std::vector<std::size_t> then;
    for (std::size_t i = 0; i < options.size(); ++i) {
        const std::string& form = options[i].form;
        const std::size_t at = form.find(query);
        if (query.empty() || at == 0)
            first.push_back(i);
        else if (at != std::string::npos)
            (form[at - 1] == ' ' ? first : then).push_back(i);
    }
    // What begins with the words typed stands before what only has them somewhere.
    if (!query.empty())
        std::stable_partition(first.begin(), first.end(),
                              [&](std::size_t i) { return options[i].form.compare(0, query.size(), query) == 0; });
    first.insert(first.end(), then.begin(), then.end());
    if (first.size() > kMostShown)
        first.resize(kMostShown);
    return first;
}

bool Fields::choice(const std::string& field, std::string_view label, std::span<const Option> options,
                    std::string& chosen, const FieldLook& look) {
    begin(label);
    const bool wasOpen = state_.openField == field;
    const Option* current = find(options, chosen);
    std::string closed = current != nullptr ? current->label : std::string();
    std::string& value = wasOpen ? state_.buffer : closed;
    const std::size_t touched = state_.touched.count(field);
    // CallbackHistory: the arrows belong to the list.
    const bool edited =
        input(field, value, look, ImGuiInputTextFlags_AutoSelectAll | ImGuiInputTextFlags_CallbackHistory);
    if (edited && touched == 0)
        state_.touched.erase(field); // nothing is chosen yet
    const ImVec2 min = ImGui::GetItemRectMin();
    const ImVec2 max = ImGui::GetItemRectMax();
    lowestChoice_ = std::max(lowestChoice_, max.y - ImGui::GetWindowPos().y + ImGui::GetScrollY());
    const bool active = ImGui::IsItemActive();
    const bool left = ImGui::IsItemDeactivated();
    drawIcon(ImGui::GetWindowDrawList(), Icon::chevronDown, ImVec2(max.x - ui.u(16), (min.y + max.y) / 2), ui.u(14),
             ui.color.muted);
    const bool asked = edited || keyPressed(Key::down, true) || keyPressed(Key::up, true) || ImGui::IsItemClicked();
    if (!wasOpen && (state_.first == field ? active && asked : ImGui::IsItemActivated())) {
        state_.first.clear();
        state_.openField = field;
        state_.buffer = closed;
        state_.typed = false;
        state_.marked = kNoMark;
        for (std::size_t i = 0; i < options.size() && current != nullptr; ++i)
            if (options[i].id == chosen)
                state_.marked = i; // nothing is typed: the list is whole
        ui.keepMoving();
    }
    if (left && state_.first == field)
        state_.first.clear();
    bool changed = false;
    const auto choose = [&](const std::string& id) {
        changed = id != chosen || id == kNewOption;
        chosen = id;
        state_.touched.insert(field);
        state_.openField.clear();
        ui.keepMoving();
    };
    if (state_.openField == field) {
        // Where the list stood, for the pointer may have come and pressed within one frame.
        const bool onList = wasOpen && ImGui::IsMouseHoveringRect(state_.listMin, state_.listMax, false);
        if (edited) {
            state_.typed = true;
            state_.marked = 0;
        }
        shown_ = matching(options);
        const std::size_t entries = shown_.size() + (look.createLabel.empty() ? 0 : 1);
        if (entries > 0) {
            if (keyPressed(Key::down, true))
                state_.marked = state_.marked == kNoMark ? 0 : (state_.marked + 1) % entries;
            if (keyPressed(Key::up, true))
                state_.marked = state_.marked == kNoMark ? entries - 1 : (state_.marked + entries - 1) % entries;
        }
        const bool enter = keyPressed(Key::enter) || keyPressed(Key::keypadEnter);
        const bool takes = (enter && !controlDown()) || (keyPressed(Key::tab) && state_.typed);
        if (takes && state_.typed && state_.buffer.empty() && look.clearable) {
            choose("");
        } else if (takes && state_.marked < shown_.size()) {
            choose(options[shown_[state_.marked]].id);
        } else if (takes && state_.marked < entries) {
            state_.created = state_.typed ? state_.buffer : std::string();
            choose(kNewOption);
        } else if (left && !onList) {
            if (state_.typed && state_.buffer.empty() && look.clearable && !keyPressed(Key::escape))
                choose("");
            state_.openField.clear();
        } else {
            list_ = options;
            createLabel_ = look.createLabel;
            listTop_ = min.y;
            listMin_ = ImVec2(min.x, max.y);
            listWidth_ = std::max(max.x - min.x, std::min(ui.u(300), rowX_ + rowWidth_ - min.x));
            // What the mouse chose in the list of the last frame.
            if (const auto picked = std::exchange(state_.picked, std::nullopt)) {
                if (*picked < shown_.size()) {
                    choose(options[shown_[*picked]].id);
                } else {
                    state_.created = state_.typed ? state_.buffer : std::string();
                    choose(kNewOption);
                }
                list_ = {};
            }
        }
    }
    ImGui::SetCursorScreenPos(ImVec2(min.x, min.y));
    ImGui::Dummy(ImVec2(max.x - min.x, max.y - min.y));
    end(field, active);
    return changed;
}

void Fields::finish() {
    endRow();
    ImGui::Dummy(ImVec2(1, ui.u(4)));
    // The dialog follows, but does not shrink under the pointer.
    const float lists = lowestChoice_ > 0 ? lowestChoice_ + ui.u(kLeastList * kEntry + 24) : 0;
    if (const float needed = std::max(ImGui::GetCursorPosY(), lists); needed > state_.height) {
        state_.height = needed;
        ui.keepMoving();
    }
    if (state_.openField.empty() || listWidth_ <= 0)
        return;
    const std::size_t entries = shown_.size() + (createLabel_.empty() ? 0 : 1);
    const ImVec2 windowMin = ImGui::GetWindowPos();
    const float windowBottom = windowMin.y + ImGui::GetWindowHeight();
    // As long as there is room for it above or below its field.
    const float room = std::max(windowBottom - listMin_.y, listTop_ - windowMin.y) - ui.u(16);
    const double fits = std::clamp(std::floor(static_cast<double>(room / ui.u(kEntry))), kLeastList, kLongest);
    const double rows = std::clamp(static_cast<double>(entries), 1.0, fits);
    const float listHeight = ui.u(rows * kEntry + 12);
    const ImVec2 back = ImGui::GetCursorScreenPos();
    // Below the field, or above it where there is more room.
    float y = listMin_.y + ui.u(4);
    if (y + listHeight > windowBottom && listTop_ - windowMin.y > windowBottom - listMin_.y)
        y = listTop_ - ui.u(4) - listHeight;
    ImGui::SetCursorScreenPos(ImVec2(listMin_.x, y));
    ImGui::PushStyleColor(ImGuiCol_ChildBg, ui.color.dark ? ui.color.raised : ui.color.panel);
    ImGui::PushStyleVar(ImGuiStyleVar_ChildRounding, ui.u(8));
    ImGui::PushStyleVar(ImGuiStyleVar_ChildBorderSize, 1);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(ui.u(6), ui.u(6)));
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(0, 0));
    ImGui::BeginChild("form.list", ImVec2(listWidth_, listHeight), true, ImGuiWindowFlags_NoNav);
    state_.listMin = ImGui::GetWindowPos();
    state_.listMax = ImVec2(state_.listMin.x + listWidth_, state_.listMin.y + listHeight);
    ImDrawList* list = ImGui::GetWindowDrawList();
    const float width = ImGui::GetContentRegionAvail().x;
    if (entries == 0) {
        gap(ui, 7);
        ImGui::SetCursorPosX(ImGui::GetCursorPosX() + ui.u(10));
        line(ui, ui.font.body, ui.color.muted, ui.tr(JEJARING_TR("Nothing matches.")));
    }
    for (std::size_t i = 0; i < entries; ++i) {
        const ImVec2 at = ImGui::GetCursorScreenPos();
        const std::string id = "form.pick." + std::to_string(i);
        if (ImGui::InvisibleButton(id.c_str(), ImVec2(width, ui.u(kEntry)))) {
            state_.picked = i; // taken up by the field in the next frame
            ui.keepMoving();
        }
        handCursor();
        const bool down = ImGui::IsItemActive();
        const ImVec2 moved = ImGui::GetIO().MouseDelta;
        if (ImGui::IsItemHovered() && (moved.x != 0 || moved.y != 0 || down))
            state_.marked = i;
        mark(ui, id);
        if (state_.marked == i) {
            list->AddRectFilled(at, ImVec2(at.x + width, at.y + ui.u(kEntry)), ui.color.selected, ui.u(5));
            if (keyPressed(Key::down, true) || keyPressed(Key::up, true))
                ImGui::SetScrollHereY(0.5F);
        }
        const bool makes = i == shown_.size();
        const std::string label =
            makes ? "+ " + createLabel_ + (state_.typed && !state_.buffer.empty() ? " “" + state_.buffer + "”" : "")
                  : list_[shown_[i]].label;
        const std::string detail = makes ? std::string() : fitted(ui.font.small, list_[shown_[i]].detail, width * 0.4F);
        const ImVec2 detailSize = textSize(ui.font.small, detail);
        const float middle = at.y + ui.u(kEntry) / 2;
        drawText(list, ui.font.small, ImVec2(at.x + width - ui.u(10) - detailSize.x, middle - detailSize.y / 2),
                 ui.color.muted, detail);
        const std::string shown = fitted(ui.font.body, label, width - ui.u(30) - detailSize.x);
        drawText(list, ui.font.body, ImVec2(at.x + ui.u(10), middle - textSize(ui.font.body, shown).y / 2),
                 makes ? ui.color.accent : ui.color.text, shown);
    }
    ImGui::EndChild();
    ImGui::PopStyleVar(4);
    ImGui::PopStyleColor();
    ImGui::SetCursorScreenPos(back);
    // A click elsewhere closes it; the wheel or a press on its scroll bar does not.
    if (ImGui::IsMouseClicked(0) && !ImGui::IsMouseHoveringRect(state_.listMin, state_.listMax, false) &&
        !ImGui::IsMouseHoveringRect(ImVec2(listMin_.x, listTop_), ImVec2(listMin_.x + listWidth_, listMin_.y), false))
        state_.openField.clear();
}

bool Fields::choices(const std::string& field, std::string_view label, std::span<const Option> options,
                     std::vector<std::string>& chosen, const FieldLook& look) {
    std::vector<Option>& rest = state_.rest[field];
    rest.clear();
    for (const Option& each : options)
        if (std::find(chosen.begin(), chosen.end(), each.id) == chosen.end())
            rest.push_back(each);
    std::string added;
    FieldLook shown = look;
    if (shown.hint.empty())
        shown.hint = ui.tr(JEJARING_TR("Add …"));
    bool changed = choice(field, label, rest, added, shown);
    if (changed && !added.empty() && added != kNewOption) {
        chosen.push_back(added);
        state_.focus = field;
    }
    endRow();
    if (chosen.empty())
        return changed;
    const float right = ImGui::GetCursorScreenPos().x + ImGui::GetContentRegionAvail().x - ui.u(14);
    for (std::size_t i = 0; i < chosen.size(); ++i) {
        const Option* known = find(options, chosen[i]);
        if (chip(ui, "form." + field + ".chip." + std::to_string(i), known != nullptr ? known->label : chosen[i],
                 ChipKind::removable, ui.tr(JEJARING_TR("Take it away")), i == 0, right)) {
            chosen.erase(chosen.begin() + static_cast<std::ptrdiff_t>(i));
            state_.touched.insert(field);
            changed = true;
            break;
        }
    }
    gap(ui, 4);
    return changed;
}

} // namespace jejaring::ui
