// SPDX-License-Identifier: MIT
#include "ui/panel/status_bar.hpp"

#include "scene/indicator_words.hpp"
#include "ui/desktop.hpp"
#include "ui/widget/widgets.hpp"
#include "ui/widget/words.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace jejaring::ui {
namespace {

// One piece of text; answers where the next one begins.
float piece(const Interface& ui, const Area& area, float x, const std::string& text, const std::string& explanation,
            const std::string& id) {
    const ImVec2 size = textSize(ui.font.small, text);
    drawText(ImGui::GetWindowDrawList(), ui.font.small, ImVec2(x, area.y + (area.height - size.y) / 2), ui.color.muted,
             text);
    ImGui::SetCursorScreenPos(ImVec2(x, area.y));
    ImGui::Dummy(ImVec2(size.x, area.height));
    explain(ui, explanation);
    mark(ui, id);
    return x + size.x + ui.u(26);
}

float pieceFromRight(const Interface& ui, const Area& area, float right, const std::string& text,
                     const std::string& explanation, const std::string& id) {
    const float width = textSize(ui.font.small, text).x;
    piece(ui, area, right - width, text, explanation, id);
    return right - width - ui.u(26);
}

float taskPiece(Interface& ui, const Area& area, float x, const session::TaskStatus& task) {
    ImDrawList* list = ImGui::GetWindowDrawList();
    const std::string name = text::translate(ui.language(), task.name);
    const ImVec2 size = textSize(ui.font.small, name);
    const float middle = area.y + area.height / 2;
    drawText(list, ui.font.small, ImVec2(x, middle - size.y / 2), ui.color.text, name);
    x += size.x + ui.u(10);
    const float width = ui.u(90);
    const float half = ui.u(2);
    list->AddRectFilled(ImVec2(x, middle - half), ImVec2(x + width, middle + half), ui.color.line, half);
    if (task.progress >= 0) {
        const float end = x + width * static_cast<float>(std::min(1.0, task.progress));
        list->AddRectFilled(ImVec2(x, middle - half), ImVec2(end, middle + half), ui.color.accent, half);
    } else {
        const auto phase = static_cast<float>(std::fmod(ui.now * 0.8, 1.0));
        const float from = x + (width * 1.3F) * phase - width * 0.3F;
        list->AddRectFilled(ImVec2(std::max(x, from), middle - half),
                            ImVec2(std::min(x + width, from + width * 0.3F), middle + half), ui.color.accent, half);
    }
    // Progress is looked at a few times a second, not with every frame the screen could show.
    ui.wakeAt(ui.now + 0.1);
    x += width + ui.u(6);
    if (task.cancellable) {
        ImGui::SetCursorScreenPos(ImVec2(x, middle - ui.u(10)));
        const std::string id = "task.cancel." + std::to_string(task.id);
        if (iconButton(ui, id, Icon::close, 20, ui.tr(JEJARING_TR("Cancel"))))
            ui.session.cancelTask(task.id);
        x += ui.u(22);
    }
    // Last, so that the button stays where it is while names of any length pass.
    if (!task.detail.id.empty()) {
        x += ui.u(4);
        const std::string detail =
            fitted(ui.font.small, text::translate(ui.language(), task.detail), area.right() - x - ui.u(150));
        drawText(list, ui.font.small, ImVec2(x, middle - size.y / 2), ui.color.muted, detail);
        x += textSize(ui.font.small, detail).x;
    }
    return x + ui.u(14);
}

int regenciesWithRecord(const scene::MapData& map) {
    return static_cast<int>(map.geometry->catalog().regencyCount()) - map.regencies.noRecord;
}

} // namespace

void drawStatusBar(Interface& ui, const Area& area) {
    beginPanel(ui, "status", area, ui.color.raised, ImVec2(0, 0), ImGuiWindowFlags_NoScrollbar);
    ImDrawList* list = ImGui::GetWindowDrawList();
    list->AddLine(ImVec2(area.x, area.y + 0.5F), ImVec2(area.right(), area.y + 0.5F), ui.color.line);
    float x = area.x + ui.u(18);
    const auto& map = ui.session.map();
    if (map) {
        const std::string place =
            ui.window.pointerDegrees
                ? text::formatCoordinates(ui.language(), ui.window.pointerDegrees->y, ui.window.pointerDegrees->x)
                : "—";
        piece(ui, area, x, place, ui.tr(JEJARING_TR("Latitude and longitude under the pointer")), "status.coordinates");
        x += ui.u(150);
    }
    // What is to be known of the file stands whole; what comes before it is shortened where there is little room.
    float right = area.right() - ui.u(18);
    if (ui.session.project()) {
        if (ui.session.readOnly() != session::ReadOnly::no)
            right = pieceFromRight(ui, area, right, ui.tr(JEJARING_TR("read-only")),
                                   sentence(ui.language(), ui.session.readOnlyReason()), "status.readOnly");
        const bool unsaved = ui.session.modified();
        const bool copy = ui.session.projectPath().empty();
        right =
            pieceFromRight(ui, area, right,
                           unsaved ? ui.tr(JEJARING_TR("unsaved changes"))
                           : copy  ? ui.tr(JEJARING_TR("not saved yet"))
                                   : ui.tr(JEJARING_TR("saved")),
                           copy ? ui.tr(JEJARING_TR("This copy has no file of its own yet")) : ui.session.projectPath(),
                           "status.saved");
    }
    if (map) {
        const std::string some = ui.number(regenciesWithRecord(*map));
        const std::string all = ui.number(static_cast<double>(map->geometry->catalog().regencyCount()));
        const std::string whole = ui.tr(scene::narrowed(*map) ? JEJARING_TR("{0} of {1} kabupaten/kota in the filters")
                                                              : JEJARING_TR("{0} of {1} kabupaten/kota with a record"),
                                        {some, all});
        const bool fits = x + textSize(ui.font.small, whole).x <= right;
        const std::string why =
            ui.tr(JEJARING_TR("Of this project, with its filters; not to be set beside official counts"));
        x = piece(ui, area, x, fits ? whole : some + " / " + all, fits ? why : whole + ". " + why, "status.records");
    }
    for (const session::TaskStatus& task : ui.session.tasks())
        x = taskPiece(ui, area, x, task);
    if (ui.session.project()) {
        std::string credit = ui.session.boundaryCredit();
        if (!credit.empty())
            credit = ui.tr(JEJARING_TR("Boundaries: {0}"), {credit}) + " · ";
        credit += ui.tr(JEJARING_TR("Facts: {0} {0:source|sources}"), {ui.number(map ? map->facts.sources : 0)});
        if (right - x > ui.u(90))
            pieceFromRight(ui, area, right, fitted(ui.font.small, credit, right - x), credit, "status.credit");
    }
    ui.probe.mark("status", area.min(), area.max());
    endPanel();
}

namespace {

constexpr double kNoteSeconds = 8;
constexpr double kWarningSeconds = 30;

// What went well needs no answer: it goes after a while, unless the pointer rests on it, and so does a warning, which
// stays in the log. A failure stays until it is dismissed.
bool noteHasPassed(Interface& ui, const session::Notice& notice, const Area& place) {
    if (notice.message.severity == core::Severity::error)
        return false;
    const double stays = notice.message.severity == core::Severity::note ? kNoteSeconds : kWarningSeconds;
    double& since = ui.window.noticeSince.try_emplace(notice.serial, ui.now).first->second;
    if (place.contains(ImGui::GetIO().MousePos))
        since = ui.now;
    if (ui.now - since < stays) {
        ui.wakeAt(since + stays);
        return false;
    }
    ui.window.noticeSince.erase(notice.serial);
    return true;
}

} // namespace

void drawNotices(Interface& ui, const Area& area) {
    const std::vector<session::Notice> notices = ui.session.notices();
    if (notices.empty())
        return;
    const float width = std::min(ui.u(400), area.width - ui.u(32));
    if (width < ui.u(120))
        return;
    // Above the buttons at the foot of a dialog, which may be as large as the window.
    float bottom = area.bottom() - ui.u(ui.window.dialog == Dialog::none ? 44 : 112);
    for (auto notice = notices.rbegin(); notice != notices.rend(); ++notice) {
        const std::string text = sentence(ui.language(), notice->message);
        const core::Severity severity = notice->message.severity;
        if (ui.window.presentation && severity != core::Severity::error)
            continue; // an audience looks on
        // A picture that was written can be looked at from its notice.
        const bool openable = severity == core::Severity::note && !notice->message.arguments.empty() &&
                              notice->message.arguments.front().ends_with(".png");
        const std::vector<std::string> lines =
            ui.shapedFonts->wrap(text, text::FontWeight::regular, 13, (width - ui.u(84)) / ui.unit);
        const float height = ui.u(22) + static_cast<float>(std::max<std::size_t>(1, lines.size())) * ui.u(17) +
                             (openable ? ui.u(22) : 0);
        const Area place{area.right() - width - ui.u(16), bottom - height, width, height};
        if (noteHasPassed(ui, *notice, place)) {
            ui.session.dismissNotice(notice->serial);
            continue;
        }
        const std::string name = "notice." + std::to_string(notice->serial);
        ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, ui.u(8));
        ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 1);
        beginPanel(ui, name.c_str(), place, ui.color.dark ? ui.color.raised : ui.color.panel, ImVec2(0, 0),
                   ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoFocusOnAppearing, true);
        ImGui::PopStyleVar(2);
        ImDrawList* list = ImGui::GetWindowDrawList();
        const ImU32 color = severity == core::Severity::note ? ui.color.accent : ui.color.warning;
        drawIcon(list, severity == core::Severity::note ? Icon::info : Icon::warning,
                 ImVec2(place.x + ui.u(22), place.y + ui.u(20)), ui.u(16), color);
        float y = place.y + ui.u(11);
        for (const std::string& each : lines) {
            drawText(list, ui.font.body, ImVec2(place.x + ui.u(40), y), ui.color.text, each);
            y += ui.u(17);
        }
        if (openable) {
            ImGui::SetCursorScreenPos(ImVec2(place.x + ui.u(40), y + ui.u(4)));
            if (link(ui, name + ".open", ui.tr(JEJARING_TR("Open")), ui.tr(JEJARING_TR("Look at the picture")))) {
                const core::Outcome opened = openOnDesktop(notice->message.arguments.front());
                if (!opened)
                    ui.session.notify(opened.error());
            }
        }
        ImGui::SetCursorScreenPos(ImVec2(place.right() - ui.u(34), place.y + ui.u(7)));
        if (iconButton(ui, name + ".dismiss", Icon::close, 26, ui.tr(JEJARING_TR("Dismiss"))))
            ui.session.dismissNotice(notice->serial);
        endPanel();
        bottom -= height + ui.u(8);
    }
}

} // namespace jejaring::ui
