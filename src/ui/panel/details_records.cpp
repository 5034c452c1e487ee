// SPDX-License-Identifier: MIT
// What was written about the chosen region: profile, groups, notes, pictures.
#include "ui/form/record_extras.hpp"
#include "ui/form/region_forms.hpp"
#include "ui/panel/details_panel.hpp"
#include "ui/panel/picture_strip.hpp"
#include "ui/widget/widgets.hpp"

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
        editableHeading(
            ui, "right.editProfile", ui.tr(JEJARING_TR("Profile")), ui.tr(JEJARING_TR("Edit the profile")),
            [&] { openForm(ui, std::make_shared<ProfileForm>(ui, code)); }, ImGui::GetContentRegionAvail().x);
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
    const session::PictureSubject subject{code, "", "", 0};
    const float width = ImGui::GetContentRegionAvail().x;
    noteList(ui, "right", subject, width);
    if (!session::picturesOf(project, subject).empty()) {
        line(ui, ui.font.strong, ui.color.text, ui.tr(JEJARING_TR("Pictures")));
        pictureStrip(ui, "right", subject, width);
        gap(ui, 8);
    }
    bool first = true;
    for (const core::RegionGroup& group : project.groups) {
        if (std::find(group.members.begin(), group.members.end(), code) == group.members.end())
            continue;
        if (chip(ui, "right.group." + group.name, group.name, ChipKind::add,
                 ui.tr(JEJARING_TR("A group of {0} {0:region|regions}; edit it"),
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
    extraChips(ui, "right", subject, first, right);
    if (chip(ui, "right.addGroup", "+ " + ui.tr(JEJARING_TR("Group")), ChipKind::add,
             ui.tr(JEJARING_TR("A named group of regions that this one belongs to")), false, right))
        openForm(ui, std::make_shared<GroupForm>(ui, "", code));
    addPlans(ui, code, right);
}

} // namespace jejaring::ui
