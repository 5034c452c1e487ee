// SPDX-License-Identifier: MIT
#include "ui/form/record_extras.hpp"

#include "ui/form/region_forms.hpp"
#include "ui/panel/picture_strip.hpp"
#include "ui/widget/widgets.hpp"

namespace jejaring::ui {
namespace {

bool belongs(const core::Note& note, const session::PictureSubject& subject) {
    if (!subject.visitId.empty())
        return note.visitId == subject.visitId;
    if (!subject.agreementId.empty())
        return note.agreementId == subject.agreementId;
    return !subject.region.empty() && note.region == subject.region;
}

std::string_view noteHelp(const session::PictureSubject& subject) {
    if (!subject.visitId.empty())
        return JEJARING_TR("Write a note on this visit");
    if (!subject.agreementId.empty())
        return JEJARING_TR("Write a note on this agreement");
    return JEJARING_TR("Write a note on this region");
}

} // namespace

void editableHeading(Interface& ui, const std::string& id, const std::string& text, const std::string& explanation,
                     const std::function<void()>& edit, float width) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    line(ui, ui.font.strong, ui.color.text, fitted(ui.font.strong, text, width - ui.u(30)));
    const ImVec2 after = ImGui::GetCursorScreenPos();
    ImGui::SetCursorScreenPos(ImVec2(at.x + width - ui.u(24), at.y - ui.u(5)));
    if (iconButton(ui, id, Icon::pencil, 24, explanation))
        edit();
    ImGui::SetCursorScreenPos(after);
}

void noteList(Interface& ui, const std::string& id, const session::PictureSubject& subject, float width) {
    const std::shared_ptr<const core::Project> project = ui.session.project();
    for (const core::Note& note : project->notes) {
        if (!belongs(note, subject))
            continue;
        const std::string by = note.author.empty() ? ui.tr(JEJARING_TR("Note")) : note.author;
        const auto day = core::PartialDate::parse(note.written.substr(0, 10));
        editableHeading(
            ui, id + ".note." + note.id, day ? by + " · " + ui.date(*day, text::DateStyle::shortMonth) : by,
            ui.tr(JEJARING_TR("Edit the note")), [&] { openForm(ui, std::make_shared<NoteForm>(ui, note)); }, width);
        paragraph(ui, ui.font.body, ui.color.text, note.text, width);
        gap(ui, 4);
    }
}

void extraChips(Interface& ui, const std::string& id, const session::PictureSubject& subject, bool first, float right) {
    if (chip(ui, id + ".addNote", "+ " + ui.tr(JEJARING_TR("Note")), ChipKind::add, ui.tr(noteHelp(subject)), first,
             right)) {
        core::Note note;
        note.region = subject.region;
        note.agreementId = subject.agreementId;
        note.visitId = subject.visitId;
        openForm(ui, std::make_shared<NoteForm>(ui, note));
    }
    if (session::picturesOf(*ui.session.project(), subject).empty() &&
        chip(ui, id + ".addPicture", "+ " + ui.tr(JEJARING_TR("Picture")), ChipKind::add,
             ui.tr(JEJARING_TR("Add a picture, JPEG or PNG; dropping files on the window does it, too")), false, right))
        askForPicture(ui, subject);
}

void extraLists(Interface& ui, const std::string& id, const session::PictureSubject& subject, float width) {
    noteList(ui, id, subject, width);
    if (!session::picturesOf(*ui.session.project(), subject).empty()) {
        pictureStrip(ui, id, subject, width);
        gap(ui, 4);
    }
}

void recordExtras(Interface& ui, const std::string& id, const session::PictureSubject& subject, float width) {
    extraLists(ui, id, subject, width);
    extraChips(ui, id, subject, true, ImGui::GetCursorScreenPos().x + width);
}

} // namespace jejaring::ui
