// SPDX-License-Identifier: MIT
// What was written about the chosen region: profile, groups, notes.
#include "ui/details_panel.hpp"
#include "ui/region_forms.hpp"
#include "ui/widgets.hpp"

#include <algorithm>

namespace jejaring::ui {

void DetailsPanel::records(Interface& ui) {
    const core::Project& project = *facts_.map->project;
    const core::RegionCode& code = facts_.map->geometry->catalog()[facts_.region].code;
    separator(ui);
    const float right = ImGui::GetCursorScreenPos().x + ImGui::GetContentRegionAvail().x;
    const auto profile = std::find_if(project.profiles.begin(), project.profiles.end(),
                                      [&](const core::RegionProfile& each) { return each.region == code; });
    if (profile != project.profiles.end()) {
        heading(ui, "right.editProfile", ui.tr(JEJARING_TR("Profile")), ui.tr(JEJARING_TR("Edit the profile")),
                [&] { openForm(ui, std::make_shared<ProfileForm>(ui, code)); });
        for (const ProfilePart& part : profileParts()) {
            const std::string& text = (*profile).*part.text;
            if (text.empty())
                continue;
            caption(ui, ui.tr(part.name));
            gap(ui, -4);
            paragraph(ui, ui.font.body, ui.color.text, text);
        }
        gap(ui, 4);
    }
    for (const core::Note& note : project.notes) {
        if (note.region != code)
            continue;
        const std::string by = note.author.empty() ? ui.tr(JEJARING_TR("Note")) : note.author;
        const auto day = core::PartialDate::parse(note.written.substr(0, 10));
        heading(ui, "right.note." + note.id, day ? by + " · " + ui.date(*day, text::DateStyle::shortMonth) : by,
                ui.tr(JEJARING_TR("Edit the note")), [&] { openForm(ui, std::make_shared<NoteForm>(ui, note)); });
        paragraph(ui, ui.font.body, ui.color.text, note.text);
        gap(ui, 4);
    }
    bool first = true;
    for (const core::RegionGroup& group : project.groups) {
        if (std::find(group.members.begin(), group.members.end(), code) == group.members.end())
            continue;
        if (chip(ui, "right.group." + group.name, group.name, ChipKind::add,
                 ui.tr(JEJARING_TR("A group of {0} regions; edit it"),
                       {ui.number(static_cast<double>(group.members.size()))}),
                 first, right))
            openForm(ui, std::make_shared<GroupForm>(ui, group.name));
        first = false;
    }
    if (profile == project.profiles.end()) {
        if (chip(ui, "right.addProfile", "+ " + ui.tr(JEJARING_TR("Profile")), ChipKind::add,
                 ui.tr(JEJARING_TR("Strengths, needs, aims and more of this region")), first, right))
            openForm(ui, std::make_shared<ProfileForm>(ui, code));
        first = false;
    }
    if (chip(ui, "right.addNote", "+ " + ui.tr(JEJARING_TR("Note")), ChipKind::add,
             ui.tr(JEJARING_TR("Write a note on this region")), first, right)) {
        core::Note note;
        note.region = code;
        openForm(ui, std::make_shared<NoteForm>(ui, note));
    }
    if (chip(ui, "right.addGroup", "+ " + ui.tr(JEJARING_TR("Group")), ChipKind::add,
             ui.tr(JEJARING_TR("A named group of regions that this one belongs to")), false, right))
        openForm(ui, std::make_shared<GroupForm>(ui, "", code));
}

void DetailsPanel::heading(Interface& ui, const std::string& id, const std::string& text,
                           const std::string& explanation, const std::function<void()>& edit) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x;
    line(ui, ui.font.strong, ui.color.text, fitted(ui.font.strong, text, width - ui.u(30)));
    const ImVec2 after = ImGui::GetCursorScreenPos();
    ImGui::SetCursorScreenPos(ImVec2(at.x + width - ui.u(24), at.y - ui.u(5)));
    if (iconButton(ui, id, Icon::pencil, 24, explanation))
        edit();
    ImGui::SetCursorScreenPos(after);
}

} // namespace jejaring::ui
