// SPDX-License-Identifier: MIT
#include "ui/form/region_forms.hpp"

#include "data/clock.hpp"
#include "session/project_edit.hpp"
#include "ui/form/form_options.hpp"

#include <algorithm>

namespace jejaring::ui {
namespace {

session::FieldMessages checked(const Interface& ui, const auto& value) {
    const core::RegionCatalog none;
    return session::check(value,
                          {*ui.session.project(), ui.session.geometry() ? ui.session.geometry()->catalog() : none});
}

} // namespace

// --- notes --------------------------------------------------------------------------------------------------------

NoteForm::NoteForm(const Interface& ui, core::Note note) : DraftForm(std::move(note)) {
    const auto& notes = ui.session.project()->notes;
    exists_ = std::any_of(notes.begin(), notes.end(), [&](const core::Note& each) { return each.id == draft_.id; });
    original_ = draft_;
}

std::string NoteForm::title(const Interface& ui) const {
    return ui.tr(exists_ ? JEJARING_TR("Edit the note") : JEJARING_TR("New note"));
}

void NoteForm::draw(Interface& ui, Fields& fields) {
    fields.multiline("text", ui.tr(JEJARING_TR("Note")), draft_.text, 8);
    fields.message("subject");
    fields.text("author", ui.tr(JEJARING_TR("Author")), draft_.author);
}

session::FieldMessages NoteForm::check(const Interface& ui) const {
    return checked(ui, draft_);
}

std::string NoteForm::save(Interface& ui) {
    core::Note note = draft_;
    if (!exists_)
        note.id = session::newId(*ui.session.project(), session::RecordKind::note);
    if (changed())
        note.written = data::nowInUtc();
    ui.session.changeProject(core::note(exists_ ? JEJARING_TR("Edit the note") : JEJARING_TR("New note")),
                             [&](core::Project& project) { session::put(project, note); });
    return note.id;
}

void NoteForm::remove(Interface& ui) {
    ui.session.changeProject(core::note(JEJARING_TR("Delete the note")),
                             [&](core::Project& project) { session::removeNote(project, draft_.id); });
}

// --- profiles -----------------------------------------------------------------------------------------------------

const std::array<ProfilePart, 8>& profileParts() {
    using Profile = core::RegionProfile;
    static constexpr std::array<ProfilePart, 8> kParts{
        ProfilePart{"strengths", JEJARING_TR("Strengths"), &Profile::strengths},
        ProfilePart{"needs", JEJARING_TR("Needs"), &Profile::needs},
        ProfilePart{"aims", JEJARING_TR("Aims of cooperation"), &Profile::aims},
        ProfilePart{"strategy", JEJARING_TR("Strategy"), &Profile::strategy},
        ProfilePart{"society", JEJARING_TR("Society's part"), &Profile::society},
        ProfilePart{"economicDiplomacy", JEJARING_TR("Economic diplomacy: permits, incentives"),
                    &Profile::economicDiplomacy},
        ProfilePart{"challenges", JEJARING_TR("Challenges"), &Profile::challenges},
        ProfilePart{"outlook", JEJARING_TR("Outlook"), &Profile::outlook},
    };
    return kParts;
}

ProfileForm::ProfileForm(const Interface& ui, const core::RegionCode& region) {
    draft_.region = region;
    for (const core::RegionProfile& each : ui.session.project()->profiles)
        if (each.region == region) {
            draft_ = each;
            exists_ = true;
        }
    original_ = draft_;
    name_ = region.text();
    if (const auto& geometry = ui.session.geometry())
        if (const auto index = geometry->catalog().find(region))
            name_ = geometry->catalog()[*index].name;
}

std::string ProfileForm::title(const Interface& ui) const {
    return ui.tr(JEJARING_TR("Profile of {0}"), {name_});
}

void ProfileForm::draw(Interface& ui, Fields& fields) {
    for (const ProfilePart& part : profileParts())
        fields.multiline(std::string(part.field), ui.tr(part.name), draft_.*part.text, 3);
}

session::FieldMessages ProfileForm::check(const Interface& ui) const {
    return checked(ui, draft_);
}

std::string ProfileForm::save(Interface& ui) {
    ui.session.changeProject(core::note(JEJARING_TR("Profile of {0}"), {name_}),
                             [&](core::Project& project) { session::put(project, draft_); });
    return draft_.region.text();
}

void ProfileForm::remove(Interface& ui) {
    core::RegionProfile blank;
    blank.region = draft_.region;
    ui.session.changeProject(core::note(JEJARING_TR("Delete the profile of {0}"), {name_}),
                             [&](core::Project& project) { session::put(project, blank); });
}

// --- groups -------------------------------------------------------------------------------------------------------

GroupForm::GroupForm(const Interface& ui, const std::string& name, const core::RegionCode& first)
    : regions_(regionOptions(ui)) {
    for (const core::RegionGroup& group : ui.session.project()->groups)
        if (group.name == name) {
            name_ = formerName_ = name;
            for (const core::RegionCode& member : group.members)
                members_.push_back(member.text());
        }
    if (formerName_.empty() && !first.empty())
        members_.push_back(first.text());
    formerMembers_ = members_;
}

std::string GroupForm::title(const Interface& ui) const {
    return ui.tr(exists() ? JEJARING_TR("Edit the group") : JEJARING_TR("New group of regions"));
}

void GroupForm::draw(Interface& ui, Fields& fields) {
    fields.text("name", ui.tr(JEJARING_TR("Name")), name_,
                {ui.tr(JEJARING_TR("such as: around the new capital")), "", "", true});
    fields.choices("members", ui.tr(JEJARING_TR("Regions")), regions_, members_);
}

core::RegionGroup GroupForm::made() const {
    core::RegionGroup group;
    group.name = name_;
    for (const std::string& member : members_)
        if (const auto code = core::RegionCode::parse(member))
            group.members.push_back(*code);
    return group;
}

session::FieldMessages GroupForm::check(const Interface& ui) const {
    const core::RegionCatalog none;
    return session::check(made(), formerName_,
                          {*ui.session.project(), ui.session.geometry() ? ui.session.geometry()->catalog() : none});
}

std::string GroupForm::save(Interface& ui) {
    ui.session.changeProject(core::note(exists() ? JEJARING_TR("Edit {0}") : JEJARING_TR("Add {0}"), {name_}),
                             [&](core::Project& project) { session::put(project, made(), formerName_); });
    return name_;
}

void GroupForm::remove(Interface& ui) {
    ui.session.changeProject(core::note(JEJARING_TR("Delete {0}"), {formerName_}),
                             [&](core::Project& project) { session::removeGroup(project, formerName_); });
}

} // namespace jejaring::ui
