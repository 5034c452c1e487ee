// SPDX-License-Identifier: MIT
#include "ui/dialog/disk_change.hpp"

#include "ui/widget/widgets.hpp"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <vector>

namespace jejaring::ui {
namespace {

enum class Answer : std::uint8_t { reload, keep, replace, elsewhere };

struct AnswerButton {
    Answer answer;
    const char* id;
    std::string label;
    std::string explanation;
};

AnswerButton buttonOf(const Interface& ui, Answer answer) {
    switch (answer) {
    case Answer::reload:
        return {answer, "reload", ui.tr(JEJARING_TR("Open anew")), ui.tr(JEJARING_TR("Show what the file holds now"))};
    case Answer::keep:
        return {answer, "keep", ui.tr(JEJARING_TR("Keep mine")),
                ui.tr(JEJARING_TR("The next save replaces what the other program wrote"))};
    case Answer::replace:
        return {answer, "replace", ui.tr(JEJARING_TR("Replace it with mine")),
                ui.tr(JEJARING_TR("Save now, in place of what the other program wrote"))};
    case Answer::elsewhere:
        break;
    }
    return {answer, "saveAs", ui.tr(JEJARING_TR("Save mine elsewhere")), ui.tr(JEJARING_TR("Both versions stay"))};
}

// First comes what loses nothing. `mine` is what becomes of the version in this window.
std::vector<AnswerButton> buttonsOf(const Interface& ui, Answer mine) {
    std::vector<Answer> answers{Answer::reload, mine, Answer::elsewhere};
    if (ui.session.modified())
        std::reverse(answers.begin(), answers.end());
    if (ui.session.readOnly() != session::ReadOnly::no)
        std::erase(answers, mine); // it cannot be written there anyway
    std::vector<AnswerButton> buttons;
    buttons.reserve(answers.size());
    for (const Answer answer : answers)
        buttons.push_back(buttonOf(ui, answer));
    return buttons;
}

void give(Interface& ui, Answer answer) {
    switch (answer) {
    case Answer::reload:
        ui.session.reloadProject();
        break;
    case Answer::keep:
        ui.session.keepOwnVersion();
        break;
    case Answer::replace:
        ui.session.keepOwnVersion();
        ui.session.saveProject();
        break;
    case Answer::elsewhere:
        ui.window.dialog = Dialog::saveAs;
        break;
    }
}

// What an answer loses, beside its button.
std::string consequence(const Interface& ui, Answer answer) {
    switch (answer) {
    case Answer::reload:
        return ui.tr(ui.session.modified() ? JEJARING_TR("Your changes that are not saved are lost.")
                                           : JEJARING_TR("Nothing is lost: you have no unsaved changes."));
    case Answer::keep:
    case Answer::replace:
        return ui.tr(JEJARING_TR("What the other program wrote is lost."));
    case Answer::elsewhere:
        break;
    }
    return ui.tr(JEJARING_TR("Both versions stay."));
}

std::string fileName(const Interface& ui) {
    return std::filesystem::path(ui.session.projectPath()).filename().string();
}

// The bar, in layout units
constexpr double kSide = 18;
constexpr double kIcon = 28; // with the air after it
constexpr double kAir = 10;  // above and below
constexpr double kControl = 32;
constexpr double kBetween = 8; // buttons
constexpr double kApart = 24;  // the text and the buttons beside it
constexpr double kHeadline = 19;
constexpr double kLine = 16;
constexpr double kLeastText = 360; // beside the buttons, which stand below it where there is less room

struct Bar {
    std::vector<std::string> lines; // what the answers do
    std::vector<AnswerButton> buttons;
    float buttonsWidth = 0; // ImGui units
    bool beside = true;
    double textHeight = 0; // layout units, as `height`
    double height = 0;
};

Bar barOf(const Interface& ui, float width) {
    const bool writable = ui.session.readOnly() == session::ReadOnly::no;
    Bar bar;
    bar.buttons = buttonsOf(ui, Answer::keep);
    for (const AnswerButton& each : bar.buttons)
        bar.buttonsWidth += buttonWidth(ui, each.label) + ui.u(kBetween);
    bar.buttonsWidth -= ui.u(kBetween);
    const std::string text =
        ui.session.modified()
            ? ui.tr(writable ? JEJARING_TR("You have changes that are not saved. Saving them elsewhere keeps both "
                                           "versions; keeping yours replaces the file with the next save; opening it "
                                           "anew drops your changes.")
                             : JEJARING_TR("You have changes that are not saved. Saving them elsewhere keeps both "
                                           "versions; opening it anew drops your changes."))
            : ui.tr(writable ? JEJARING_TR("Nothing here is unsaved. Opening it anew shows what it holds now; keeping "
                                           "yours replaces the file with the next save.")
                             : JEJARING_TR("Opening it anew shows what it holds now."));
    const float whole = width - ui.u(kSide + kIcon + kSide);
    const float besideButtons = whole - bar.buttonsWidth - ui.u(kApart);
    bar.beside = besideButtons >= ui.u(kLeastText);
    bar.lines = ui.shapedFonts->wrap(text, text::FontWeight::regular, 11,
                                     (bar.beside ? besideButtons : std::max(whole, 1.0F)) / ui.unit);
    bar.textHeight = kHeadline + kLine * static_cast<double>(bar.lines.size());
    bar.height = 2 * kAir + (bar.beside ? std::max(bar.textHeight, kControl) : bar.textHeight + kAir + kControl);
    return bar;
}

} // namespace

float diskChangeBarHeight(const Interface& ui, float width) {
    if (!ui.session.changedOnDisk() || ui.window.presentation)
        return 0;
    return std::round(ui.u(barOf(ui, width).height));
}

void drawDiskChangeBar(Interface& ui, const Area& area) {
    const Bar bar = barOf(ui, area.width);
    beginPanel(ui, "diskBar", area, ui.color.raised, ImVec2(0, 0), ImGuiWindowFlags_NoScrollbar);
    ImDrawList* list = ImGui::GetWindowDrawList();
    list->AddRectFilled(area.min(), ImVec2(area.x + std::round(ui.u(3)), area.bottom()), ui.color.warning);
    list->AddLine(ImVec2(area.x, area.bottom() - 0.5F), ImVec2(area.right(), area.bottom() - 0.5F), ui.color.line);

    const float left = area.x + ui.u(kSide + kIcon);
    const float right = area.right() - ui.u(kSide) - (bar.beside ? bar.buttonsWidth + ui.u(kApart) : 0);
    float y = area.y + (bar.beside ? std::round((area.height - ui.u(bar.textHeight)) / 2) : ui.u(kAir));
    drawIcon(list, Icon::warning, ImVec2(area.x + ui.u(kSide + 8), std::round(y + ui.u(8))), ui.u(16),
             ui.color.warning);
    drawText(list, ui.font.strong, ImVec2(left, y), ui.color.text,
             fitted(ui.font.strong,
                    ui.tr(JEJARING_TR("Another program changed {0} while it is open here."), {fileName(ui)}),
                    right - left));
    y += ui.u(kHeadline);
    for (const std::string& each : bar.lines) {
        drawText(list, ui.font.small, ImVec2(left, y), ui.color.muted, each);
        y += ui.u(kLine);
    }
    ImVec2 at = bar.beside ? ImVec2(area.right() - ui.u(kSide) - bar.buttonsWidth,
                                    area.y + std::round((area.height - ui.u(kControl)) / 2))
                           : ImVec2(left, area.bottom() - ui.u(kAir + kControl));
    for (const AnswerButton& each : bar.buttons) {
        ImGui::SetCursorScreenPos(at);
        const bool first = &each == &bar.buttons.front();
        if (button(ui, std::string("diskBar.") + each.id, each.label, first, each.explanation))
            give(ui, each.answer);
        at.x += buttonWidth(ui, each.label) + ui.u(kBetween);
    }
    ui.probe.mark("diskBar", area.min(), area.max());
    endPanel();
}

bool drawDiskChange(Interface& ui) {
    line(ui, ui.font.title, ui.color.text, ui.tr(JEJARING_TR("Not saved: the file was changed")));
    gap(ui, 4);
    paragraph(ui, ui.font.body, ui.color.muted,
              ui.tr(JEJARING_TR("Another program changed {0} since it was opened here."), {fileName(ui)}));
    gap(ui, 6);
    const std::vector<AnswerButton> buttons = buttonsOf(ui, Answer::replace);
    float widest = 0;
    for (const AnswerButton& each : buttons)
        widest = std::max(widest, buttonWidth(ui, each.label));
    const float left = ImGui::GetCursorScreenPos().x;
    const float beside = left + widest + ui.u(16);
    const float room = left + ImGui::GetContentRegionAvail().x - beside;
    bool done = false;
    for (const AnswerButton& each : buttons) {
        const bool first = &each == &buttons.front();
        const float y = ImGui::GetCursorScreenPos().y;
        if (button(ui, std::string("diskChange.") + each.id, each.label, first, each.explanation)) {
            give(ui, each.answer);
            done = each.answer != Answer::elsewhere; // which has a dialog of its own
        }
        const ImVec2 next = ImGui::GetCursorScreenPos();
        const std::string text = fitted(ui.font.body, consequence(ui, each.answer), room);
        const float middle = y + (ui.u(kControl) - textSize(ui.font.body, text).y) / 2;
        drawText(ImGui::GetWindowDrawList(), ui.font.body, ImVec2(beside, std::round(middle)), ui.color.muted, text);
        ImGui::SetCursorScreenPos(next);
    }
    return done;
}

} // namespace jejaring::ui
