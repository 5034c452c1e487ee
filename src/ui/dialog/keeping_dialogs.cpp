// SPDX-License-Identifier: MIT
#include "ui/dialog/keeping_dialogs.hpp"

#include "core/date.hpp"
#include "ui/widget/widgets.hpp"

namespace jejaring::ui {
namespace {

// "20 Agustus 2024, 09.30 UTC" of "2024-08-20T09:30:00Z"; the text itself where it is none.
std::string moment(const Interface& ui, const std::string& written) {
    constexpr std::size_t kDate = sizeof "2024-08-20" - 1;
    constexpr std::size_t kMinutes = sizeof "2024-08-20T09:30" - 1;
    const std::optional<core::PartialDate> date = core::PartialDate::parse(written.substr(0, kDate));
    if (!date || written.size() < kMinutes)
        return written;
    return text::formatDate(ui.language(), *date) + ", " + written.substr(kDate + 1, kMinutes - kDate - 1) + " UTC";
}

} // namespace

void askWhatKeepsWorkSafe(Interface& ui) {
    WindowState& window = ui.window;
    if (!ui.session.changedOnDisk())
        window.refusedSaves = ui.session.refusedSaves();
    if (window.dialog != Dialog::none)
        return;
    if (window.refusedSaves != ui.session.refusedSaves()) {
        window.refusedSaves = ui.session.refusedSaves();
        window.dialog = Dialog::diskChange;
    } else if (!ui.session.abandonedCopies().empty() && !window.recoveryLater) {
        window.dialog = Dialog::recovery;
    }
}

bool drawRecovery(Interface& ui) {
    line(ui, ui.font.title, ui.color.text, ui.tr(JEJARING_TR("Restore unsaved changes?")));
    gap(ui, 4);
    paragraph(ui, ui.font.body, ui.color.muted,
              ui.tr(JEJARING_TR("Jejaring ended without saving them. These copies were kept:")));
    gap(ui, 6);
    // A copy: the session's own list changes with the answer.
    const std::vector<data::AbandonedCopy> copies = ui.session.abandonedCopies();
    for (std::size_t i = 0; i < copies.size(); ++i) {
        const data::AbandonedCopy& copy = copies[i];
        const std::string id = "recovery." + std::to_string(i);
        separator(ui, 4, 8);
        line(ui, ui.font.strong, ui.color.text,
             copy.title.empty() ? ui.tr(JEJARING_TR("Project without a title")) : copy.title);
        paragraph(ui, ui.font.small, ui.color.muted,
                  moment(ui, copy.written) + " · " +
                      (copy.projectPath.empty() ? ui.tr(JEJARING_TR("had never been saved")) : copy.projectPath));
        gap(ui, 4);
        if (button(ui, id + ".restore", ui.tr(JEJARING_TR("Restore")), true,
                   ui.tr(JEJARING_TR("Open this copy; it is not written to the project before you save")))) {
            ui.session.restoreCopy(copy);
            ui.window.recoveryLater = true; // one at a time; the others are offered at the next start
            return true;
        }
        ImGui::SameLine();
        if (button(ui, id + ".discard", ui.tr(JEJARING_TR("Discard")), false,
                   ui.tr(JEJARING_TR("Remove this copy for good"))))
            ui.session.discardCopy(copy);
    }
    separator(ui, 8, 8);
    if (button(ui, "recovery.later", ui.tr(JEJARING_TR("Later")), false,
               ui.tr(JEJARING_TR("Ask again at the next start")))) {
        ui.window.recoveryLater = true;
        return true;
    }
    return ui.session.abandonedCopies().empty();
}

} // namespace jejaring::ui
