// SPDX-License-Identifier: MIT
#include "ui/panel/search_palette.hpp"

#include "ui/panel/record_table.hpp"
#include "ui/widget/imgui_shim.hpp"
#include "ui/widget/widgets.hpp"
#include "ui/widget/words.hpp"

#include <imgui_stdlib.h>

#include <algorithm>
#include <cmath>

namespace jejaring::ui {
namespace {

constexpr std::size_t kMostHits = 8;

// Keeps the arrow keys for the list: the field would give them to ImGui's navigation.
int keepArrows(ImGuiInputTextCallbackData*) {
    return 0;
}

} // namespace

void SearchPalette::refresh(const Interface& ui) {
    const auto& geometry = ui.session.geometry();
    const auto& project = ui.session.project();
    if (geometry_ != geometry || project_ != project || language_ != ui.language()) {
        geometry_ = geometry;
        project_ = project;
        language_ = ui.language();
        index_ =
            geometry ? session::SearchIndex(geometry->catalog(), project.get(), language_) : session::SearchIndex();
        found_ = "\n";
    }
    if (found_ == ui.window.searchQuery)
        return;
    found_ = ui.window.searchQuery;
    hits_ = index_.find(found_, kMostHits);
    chosen_ = 0;
    ui.window.searchResults.clear();
    for (const session::SearchHit& hit : hits_)
        ui.window.searchResults.push_back(hit.name);
}

void SearchPalette::close(Interface& ui) {
    ui.window.searchOpen = false;
    ui.window.searchQuery.clear();
    ui.window.searchResults.clear();
    wasOpen_ = false;
    ui.keepMoving();
}

void SearchPalette::choose(Interface& ui, const session::SearchHit& hit) {
    session::FlightRequest request;
    if (hit.kind == session::SearchHit::Kind::visit) {
        ui.session.chooseVisit(hit.id);
        ui.window.tab = session::BottomTab::visits;
        request.kind = session::FlightRequest::Kind::visit;
        request.visitId = hit.id;
        ui.session.fly(request);
    } else if (hit.kind == session::SearchHit::Kind::activity) {
        ui.window.activityId = hit.id;
        ui.window.tab = session::BottomTab::activities;
        ui.changeSettings([](session::Settings& settings) { settings.bottomOpen = true; });
        if (hit.region != core::kNoRegion)
            showRegion(ui, hit.region);
    } else if (hit.kind == session::SearchHit::Kind::partner) {
        showPartner(ui, hit.id);
    } else if (hit.region != core::kNoRegion) {
        showRegion(ui, hit.region);
    }
    close(ui);
}

void SearchPalette::results(Interface& ui, float width) {
    ImDrawList* list = ImGui::GetWindowDrawList();
    if (hits_.empty()) {
        gap(ui, 10);
        ImGui::SetCursorPosX(ImGui::GetCursorPosX() + ui.u(12));
        paragraph(ui, ui.font.body, ui.color.muted,
                  ui.window.searchQuery.empty()
                      ? ui.tr(JEJARING_TR("A name, a code such as 35.78, a partner or a visit"))
                      : ui.tr(JEJARING_TR("Nothing is called “{0}”."), {ui.window.searchQuery}),
                  width - ui.u(24));
        gap(ui, 10);
        return;
    }
    gap(ui, 6);
    for (std::size_t i = 0; i < hits_.size(); ++i) {
        const session::SearchHit hit = hits_[i];
        const ImVec2 at = ImGui::GetCursorScreenPos();
        const float height = ui.u(36);
        const std::string id = "search.result." + std::to_string(i);
        const bool pressed = ImGui::InvisibleButton(id.c_str(), ImVec2(width, height));
        handCursor();
        const ImVec2 moved = ImGui::GetIO().MouseDelta;
        if (ImGui::IsItemHovered() && (moved.x != 0 || moved.y != 0))
            chosen_ = i;
        if (chosen_ == i)
            list->AddRectFilled(at, ImVec2(at.x + width, at.y + height), ui.color.selected, ui.u(5));
        const std::string kind = hit.kind == session::SearchHit::Kind::partner    ? ui.tr(JEJARING_TR("partner"))
                                 : hit.kind == session::SearchHit::Kind::visit    ? ui.tr(JEJARING_TR("visit"))
                                 : hit.kind == session::SearchHit::Kind::activity ? ui.tr(JEJARING_TR("activity"))
                                                                                  : hit.detail;
        const std::string right =
            hit.kind == session::SearchHit::Kind::region || hit.detail.empty() ? kind : kind + " · " + hit.detail;
        const std::string shownRight = fitted(ui.font.small, right, width * 0.45F);
        const ImVec2 rightSize = textSize(ui.font.small, shownRight);
        drawText(list, ui.font.small, ImVec2(at.x + width - ui.u(12) - rightSize.x, at.y + (height - rightSize.y) / 2),
                 ui.color.muted, shownRight);
        const std::string name = fitted(ui.font.body, hit.name, width - ui.u(36) - rightSize.x);
        drawText(list, ui.font.body, ImVec2(at.x + ui.u(12), at.y + (height - textSize(ui.font.body, name).y) / 2),
                 ui.color.text, name);
        explain(ui, hit.kind == session::SearchHit::Kind::visit ? ui.tr(JEJARING_TR("Show its route and fly there"))
                    : hit.kind == session::SearchHit::Kind::activity
                        ? ui.tr(JEJARING_TR("Show it in the table and fly to its region"))
                    : hit.kind == session::SearchHit::Kind::partner
                        ? ui.tr(JEJARING_TR("Show its agreements and the regions that cooperate with it"))
                        : ui.tr(JEJARING_TR("Choose it and fly there")));
        mark(ui, id);
        if (pressed) {
            choose(ui, hit);
            return;
        }
    }
}

void SearchPalette::draw(Interface& ui, const Area& window, const Area& field) {
    if (!ui.window.searchOpen) {
        wasOpen_ = false;
        return;
    }
    refresh(ui);
    const float width = std::min(std::max(field.width, ui.u(460)), window.width - ui.u(32));
    const float middle = field.width > 0 ? field.x + field.width / 2 : window.width / 2;
    const float x = std::clamp(middle - width / 2, ui.u(16), window.width - ui.u(16) - width);
    ImGui::SetNextWindowPos(ImVec2(std::round(x), (field.width > 0 ? field.y : ui.u(8)) - ui.u(1)));
    ImGui::SetNextWindowSize(ImVec2(std::round(width), 0));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(ui.u(6), ui.u(6)));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, ui.u(10));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 1);
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(0, 0));
    ImGui::PushStyleColor(ImGuiCol_WindowBg, ui.color.dark ? ui.color.raised : ui.color.panel);
    if (!wasOpen_)
        ImGui::SetNextWindowFocus();
    ImGui::Begin("search palette", nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                     ImGuiWindowFlags_AlwaysAutoResize | ImGuiWindowFlags_NoNavInputs);
    const float inner = ImGui::GetContentRegionAvail().x;
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, ImVec2(ui.u(12), ui.u(9)));
    ImGui::PushStyleVar(ImGuiStyleVar_FrameBorderSize, 0);
    ImGui::PushStyleColor(ImGuiCol_FrameBg, 0);
    ImGui::PushStyleColor(ImGuiCol_TextDisabled, ui.color.faint);
    ImGui::SetNextItemWidth(inner);
    if (!wasOpen_)
        ImGui::SetKeyboardFocusHere();
    const std::string hint = ui.tr(JEJARING_TR("Search for a region, code or partner"));
    ImGui::InputTextWithHint("##query", hint.c_str(), &ui.window.searchQuery, ImGuiInputTextFlags_CallbackHistory,
                             keepArrows);
    mark(ui, "search.query");
    ImGui::PopStyleColor(2);
    ImGui::PopStyleVar(2);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImGui::GetWindowDrawList()->AddLine(ImVec2(at.x - ui.u(6), at.y + 2.5F),
                                        ImVec2(at.x + inner + ui.u(6), at.y + 2.5F), ui.color.line);
    refresh(ui);
    const bool stillOpen = ui.window.searchOpen;
    results(ui, inner);
    if (stillOpen && ui.window.searchOpen) {
        if (keyPressed(Key::down, true) && !hits_.empty())
            chosen_ = (chosen_ + 1) % hits_.size();
        if (keyPressed(Key::up, true) && !hits_.empty())
            chosen_ = (chosen_ + hits_.size() - 1) % hits_.size();
        const bool enter = keyPressed(Key::enter) || keyPressed(Key::keypadEnter);
        const bool elsewhere = wasOpen_ && ImGui::IsMouseClicked(0) &&
                               !ImGui::IsWindowHovered(ImGuiHoveredFlags_AllowWhenBlockedByActiveItem |
                                                       ImGuiHoveredFlags_RootAndChildWindows);
        wasOpen_ = true;
        if (enter && chosen_ < hits_.size())
            choose(ui, session::SearchHit(hits_[chosen_]));
        else if (keyPressed(Key::escape) || elsewhere)
            close(ui);
    }
    ImGui::End();
    ImGui::PopStyleColor();
    ImGui::PopStyleVar(4);
}

} // namespace jejaring::ui
