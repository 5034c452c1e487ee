// SPDX-License-Identifier: MIT
#include "ui/form/follow_up_form.hpp"

#include "session/project_edit.hpp"
#include "ui/form/agreement_form.hpp"
#include "ui/form/form_options.hpp"
#include "ui/form/form_values.hpp"

#include <algorithm>
#include <cstdlib>

namespace jejaring::ui {

FollowUpForm::FollowUpForm(const Interface& ui, core::FollowUp followUp) {
    exists_ = core::findFollowUp(*ui.session.project(), followUp.id) != nullptr;
    draft_.due = session::fieldText(followUp.due);
    draft_.done = session::fieldText(followUp.done);
    draft_.followUp = std::move(followUp);
    original_ = draft_;
}

std::string FollowUpForm::title(const Interface& ui) const {
    return ui.tr(exists_ ? JEJARING_TR("Edit the follow-up") : JEJARING_TR("New follow-up"));
}

void FollowUpForm::fill(const Interface& ui) {
    const std::string& of = draft_.followUp.visitId;
    if (listed_ == ui.session.project() && stopsOf_ == of)
        return;
    listed_ = ui.session.project();
    stopsOf_ = of;
    occasions_ = occasionOptions(ui);
    agreements_ = agreementOptions(ui);
    stops_.clear();
    if (const core::Visit* visit = core::findVisit(*listed_, of))
        for (const core::Stop& stop : visit->stops) {
            const std::string number = std::to_string(stop.sequence);
            const std::string region = regionName(ui, stop.region);
            stops_.push_back(option(number, number + " · " + (stop.place.empty() ? region : stop.place),
                                    stop.place.empty() ? "" : region));
        }
}

void FollowUpForm::draw(Interface& ui, Fields& fields) {
    fill(ui);
    core::FollowUp& followUp = draft_.followUp;
    fields.multiline("what", ui.tr(JEJARING_TR("What is to be done")), followUp.what, 3);
    fields.row({0.5F, 0.5F});
    fields.text("owner", ui.tr(JEJARING_TR("Who sees to it")), followUp.owner,
                {ui.tr(JEJARING_TR("An office or a name")), "", "", true});
    fields.date("due", ui.tr(JEJARING_TR("Due")), draft_.due);
    fields.section(ui.tr(JEJARING_TR("Where it was agreed")));
    if (fields.choice("visitId", ui.tr(JEJARING_TR("Visit or activity")), occasions_, followUp.visitId))
        followUp.stop = 0;
    fill(ui);
    if (!stops_.empty()) {
        std::string stop = followUp.stop == 0 ? std::string() : std::to_string(followUp.stop);
        if (fields.choice("stop", ui.tr(JEJARING_TR("At which stop")), stops_, stop,
                          {ui.tr(JEJARING_TR("the visit as a whole")), "", "", true}))
            followUp.stop = std::atoi(stop.c_str()); // NOLINT(cert-err34-c): a number of ours, or none
    }
    fields.section(ui.tr(JEJARING_TR("What became of it")));
    fields.row({4 * kTwelfth, 8 * kTwelfth});
    fields.date("done", ui.tr(JEJARING_TR("Done")), draft_.done,
                {ui.tr(JEJARING_TR("not yet")), ui.tr(JEJARING_TR("Blank while it is open")), "", true});
    const std::string before = followUp.agreementId;
    if (fields.choice("agreementId", ui.tr(JEJARING_TR("Agreement it led to")), agreements_, followUp.agreementId,
                      {ui.tr(JEJARING_TR("none")), "", ui.tr(JEJARING_TR("New agreement")), true}) &&
        followUp.agreementId == kNewOption) {
        followUp.agreementId = before;
        const std::vector<core::RegionCode> regions = core::regionsOf(*ui.session.project(), followUp);
        auto form = std::make_shared<AgreementForm>(ui, "", regions.empty() ? core::RegionCode() : regions.front());
        form->whenSaved = [this](const std::string& id) { draft_.followUp.agreementId = id; };
        openForm(ui, std::move(form));
    }
}

core::FollowUp FollowUpForm::made(session::FieldMessages& messages) const {
    core::FollowUp followUp = draft_.followUp;
    followUp.due = taken(messages, "due", session::readDateField(draft_.due));
    followUp.done = taken(messages, "done", session::readDateField(draft_.done));
    return followUp;
}

session::FieldMessages FollowUpForm::check(const Interface& ui) const {
    session::FieldMessages messages;
    addChecked(messages, ui, made(messages));
    return messages;
}

std::string FollowUpForm::save(Interface& ui) {
    session::FieldMessages ignored;
    core::FollowUp followUp = made(ignored);
    if (!exists_)
        followUp.id = session::newId(*ui.session.project(), session::RecordKind::followUp);
    ui.session.changeProject(
        core::note(exists_ ? JEJARING_TR("Edit {0}") : JEJARING_TR("Add {0}"), {headOf(followUp.what)}),
        [&](core::Project& project) { session::put(project, followUp); });
    return followUp.id;
}

void FollowUpForm::remove(Interface& ui) {
    ui.session.changeProject(core::note(JEJARING_TR("Delete {0}"), {headOf(original_.followUp.what)}),
                             [&](core::Project& project) { session::removeFollowUp(project, original_.followUp.id); });
}

} // namespace jejaring::ui
