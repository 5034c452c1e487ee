// SPDX-License-Identifier: MIT
#include "ui/form/activity_form.hpp"

#include "session/field_text.hpp"
#include "session/project_edit.hpp"
#include "ui/form/follow_up_form.hpp"
#include "ui/form/form_options.hpp"
#include "ui/form/form_rows.hpp"
#include "ui/form/form_values.hpp"
#include "ui/panel/follow_ups.hpp"
#include "ui/widget/words.hpp"

#include <algorithm>
#include <set>

namespace jejaring::ui {

ActivityForm::ActivityForm(const Interface& ui, const std::string& id, const core::RegionCode& region) {
    if (const core::Activity* known = core::findActivity(*ui.session.project(), id)) {
        exists_ = true;
        draft_.activity = *known;
        draft_.start = session::fieldText(known->start);
        draft_.end = session::fieldText(known->end);
        draft_.coordinates = session::fieldText(known->coordinates, ui.language());
        for (const core::Participant& participant : known->participants)
            draft_.participants.push_back(
                {participant.region.empty() ? participant.name : participant.region.text(), participant.role});
    } else {
        draft_.activity.region = region;
    }
    original_ = draft_;
}

std::string ActivityForm::title(const Interface& ui) const {
    return ui.tr(exists_ ? JEJARING_TR("Edit the activity") : JEJARING_TR("New activity"));
}

void ActivityForm::fill(const Interface& ui) {
    if (listed_ == ui.session.project())
        return;
    listed_ = ui.session.project();
    kinds_.clear();
    std::set<std::string> kinds;
    for (const auto& [id, name] : activityKinds()) {
        kinds.insert(std::string(id));
        kinds_.push_back(option(std::string(id), ui.tr(name)));
    }
    regions_ = regionOptions(ui);
    takingPart_ = regions_;
    std::set<std::string> bodies;
    for (const core::Visit& visit : listed_->visits)
        bodies.insert(visit.ministry);
    for (const core::Activity& activity : listed_->activities) {
        if (kinds.insert(activity.kind).second && !activity.kind.empty())
            kinds_.push_back(option(activity.kind, activity.kind));
        for (const core::Participant& participant : activity.participants)
            bodies.insert(participant.name);
    }
    bodies.erase("");
    for (const std::string& body : bodies)
        takingPart_.push_back(option(body, body));
}

void ActivityForm::draw(Interface& ui, Fields& fields) {
    fill(ui);
    core::Activity& activity = draft_.activity;
    fields.text("title", ui.tr(JEJARING_TR("Title")), activity.title);
    fields.row({4 * kTwelfth, 4 * kTwelfth, 4 * kTwelfth});
    // A kind that is made on the way is in no list yet.
    if (!activity.kind.empty() &&
        std::none_of(kinds_.begin(), kinds_.end(), [&](const Option& each) { return each.id == activity.kind; }))
        kinds_.push_back(option(activity.kind, activity.kind));
    const std::string before = activity.kind;
    if (fields.choice("kind", ui.tr(JEJARING_TR("Kind")), kinds_, activity.kind,
                      {ui.tr(JEJARING_TR("not stated")), ui.tr(JEJARING_TR("One of the list, or any other word")),
                       ui.tr(JEJARING_TR("Other kind")), true}) &&
        activity.kind == kNewOption)
        activity.kind = state.created.empty() ? before : state.created;
    fields.date("start", ui.tr(JEJARING_TR("From")), draft_.start);
    fields.date("end", ui.tr(JEJARING_TR("Until")), draft_.end);
    drawPlace(ui, fields);
    fields.multiline("purpose", ui.tr(JEJARING_TR("Purpose")), activity.purpose, 2);
    drawParticipants(ui, fields);
    if (exists_)
        drawFollowUps(ui, fields);
    fields.section(ui.tr(JEJARING_TR("Where it comes from")));
    source_.draw(ui, fields, state, activity.sourceId);
    fields.multiline("note", ui.tr(JEJARING_TR("Note")), activity.note, 2);
}

void ActivityForm::drawPlace(Interface& ui, Fields& fields) {
    core::Activity& activity = draft_.activity;
    fields.text("place", ui.tr(JEJARING_TR("Place")), activity.place,
                {ui.tr(JEJARING_TR("A building, an office, a harbour …")), "", "", true});
    fields.row({0.5F, 0.5F});
    std::string region = activity.region.text();
    if (fields.choice("region", ui.tr(JEJARING_TR("Region")), regions_, region,
                      {ui.tr(JEJARING_TR("A region: name or code")), "", "", true}))
        activity.region = codeOf(region);
    fields.text("coordinates", ui.tr(JEJARING_TR("Latitude and longitude, in degrees")), draft_.coordinates,
                {ui.tr(JEJARING_TR("-6.2, 106.8")), "", "", true});
    if (ui.session.map() &&
        fields.add("pick", ui.tr(JEJARING_TR("Point to it on the map")),
                   ui.tr(JEJARING_TR("The form folds away; a click on the map sets coordinates and region"))))
        pickOnMap(ui);
}

void ActivityForm::drawParticipants(Interface& ui, Fields& fields) {
    fields.section(ui.tr(JEJARING_TR("Who takes part")));
    std::vector<ParticipantText>& participants = draft_.participants;
    // Before a field shows the list: a body that was named on the way is in it, too.
    for (const ParticipantText& each : participants)
        if (!each.who.empty() && std::none_of(takingPart_.begin(), takingPart_.end(),
                                              [&](const Option& known) { return known.id == each.who; }))
            takingPart_.push_back(option(each.who, each.who));
    for (std::size_t i = 0; i < participants.size(); ++i) {
        fields.row({0.58F, 0.32F, 0.1F});
        const std::string field = "participants." + std::to_string(i);
        std::string& who = participants[i].who;
        const std::string before = who;
        if (fields.choice(
                field, over(i, ui.tr(JEJARING_TR("Region, ministry or another body"))), takingPart_, who,
                {ui.tr(JEJARING_TR("A region, or any name")), "", ui.tr(JEJARING_TR("Another body")), true}) &&
            who == kNewOption)
            who = state.created.empty() ? before : state.created;
        fields.text(field + ".role", over(i, ui.tr(JEJARING_TR("Role"))), participants[i].role,
                    {ui.tr(JEJARING_TR("host, speaker …")), "", "", true});
        if (applyToRows(fields.rowTools("participants", i, participants.size(), false), participants, i))
            break;
    }
    if (fields.add("participants", ui.tr(JEJARING_TR("Participant")),
                   ui.tr(JEJARING_TR("One more region, ministry or body")))) {
        participants.emplace_back();
        state.focus = "participants." + std::to_string(participants.size() - 1);
    }
}

void ActivityForm::drawFollowUps(Interface& ui, Fields& fields) {
    fields.section(ui.tr(JEJARING_TR("Follow-ups")));
    gap(ui, 2);
    const auto project = ui.session.project(); // kept: a follow-up that is ticked changes the session's
    const std::string& id = draft_.activity.id;
    for (const core::FollowUp* followUp : followUpsAt(*project, id, 0, ui.session.today())) {
        const float x = ImGui::GetCursorScreenPos().x;
        followUpRow(ui, "form.followUp." + followUp->id, *followUp, ImGui::GetContentRegionAvail().x - ui.u(14));
        ImGui::SetCursorScreenPos(ImVec2(x, ImGui::GetCursorScreenPos().y - ui.u(6)));
    }
    gap(ui, 8);
    if (fields.add("followUps", ui.tr(JEJARING_TR("Follow-up")),
                   ui.tr(JEJARING_TR("What was agreed there; it is kept at once, apart from this form")))) {
        core::FollowUp followUp;
        followUp.visitId = id;
        openForm(ui, std::make_shared<FollowUpForm>(ui, followUp));
    }
}

void ActivityForm::pickOnMap(Interface& ui) {
    wantPlace(ui, [form = weak_from_this(), language = ui.language()](const std::optional<PickedPlace>& picked) {
        const auto self = form.lock();
        if (!self || !picked)
            return;
        self->draft_.coordinates = pickedText(*picked, language);
        self->state.touched.insert("coordinates");
        if (!picked->region.empty())
            self->draft_.activity.region = picked->region;
    });
}

core::Activity ActivityForm::made(session::FieldMessages& messages) const {
    core::Activity activity = draft_.activity;
    activity.start = taken(messages, "start", session::readDateField(draft_.start));
    activity.end = taken(messages, "end", session::readDateField(draft_.end));
    if (draft_.coordinates != original_.coordinates)
        activity.coordinates = taken(messages, "coordinates", session::readCoordinatesField(draft_.coordinates));
    activity.participants.clear();
    for (const ParticipantText& typed : draft_.participants) {
        core::Participant participant;
        participant.role = typed.role;
        if (const auto code = core::RegionCode::parse(typed.who))
            participant.region = *code;
        else
            participant.name = typed.who;
        activity.participants.push_back(std::move(participant));
    }
    return activity;
}

session::FieldMessages ActivityForm::check(const Interface& ui) const {
    session::FieldMessages messages;
    addChecked(messages, ui, made(messages));
    return messages;
}

std::string ActivityForm::save(Interface& ui) {
    session::FieldMessages ignored;
    core::Activity activity = made(ignored);
    if (!exists_)
        activity.id = session::newId(*ui.session.project(), session::RecordKind::activity);
    ui.session.changeProject(
        core::note(exists_ ? JEJARING_TR("Edit {0}") : JEJARING_TR("Add {0}"), {headOf(activity.title)}),
        [&](core::Project& project) { session::put(project, activity); });
    ui.window.activityId = activity.id;
    ui.window.tab = session::BottomTab::activities;
    return activity.id;
}

void ActivityForm::remove(Interface& ui) {
    deleteActivity(ui, original_.activity.id);
}

void deleteActivity(Interface& ui, const std::string& id) {
    const core::Activity* activity = core::findActivity(*ui.session.project(), id);
    const std::string name = activity != nullptr ? headOf(activity->title) : id;
    if (ui.session.changeProject(core::note(JEJARING_TR("Delete {0}"), {name}),
                                 [&](core::Project& project) { session::removeActivity(project, id); }))
        ui.session.notify(core::note(JEJARING_TR("{0} is deleted. Ctrl+Z brings it back."), {name}));
}

} // namespace jejaring::ui
