// SPDX-License-Identifier: MIT
#include "ui/form/visit_form.hpp"

#include "session/field_text.hpp"
#include "session/project_edit.hpp"
#include "ui/form/form_options.hpp"
#include "ui/form/form_rows.hpp"
#include "ui/form/stop_form.hpp"
#include "ui/panel/visits_panel.hpp"

#include <algorithm>
#include <array>

namespace jejaring::ui {
namespace {

// What stands in the list of stops.
RecordRow rowOf(const Interface& ui, const core::Stop& stop, std::size_t index) {
    RecordRow row;
    row.key = std::to_string(stop.sequence);
    row.number = std::to_string(index + 1);
    std::string region;
    if (const auto& geometry = ui.session.geometry(); geometry && !stop.region.empty())
        if (const auto at = geometry->catalog().find(stop.region))
            region = geometry->catalog()[*at].name;
    row.title = stop.place.empty() ? region : stop.place;
    const auto add = [&](const std::string& text) {
        if (!text.empty())
            row.detail += (row.detail.empty() ? "" : " · ") + text;
    };
    if (!stop.place.empty())
        add(region);
    add(stop.agenda);
    add(stop.counterpart);
    const std::array<std::string, 2> when = whenOf(ui, stop);
    row.right = when[0] + (when[1].empty() ? "" : ", " + when[1]);
    return row;
}

// The gravest of what is said of a stop.
std::optional<core::Message> messageOf(const session::FieldMessages& messages, std::size_t index) {
    const std::string prefix = "stops." + std::to_string(index) + ".";
    std::optional<core::Message> found;
    for (const auto& [field, message] : messages)
        if (field.starts_with(prefix) &&
            (!found || (found->severity != core::Severity::error && message.severity == core::Severity::error)))
            found = message;
    return found;
}

} // namespace

VisitForm::VisitForm(const Interface& ui, const std::string& id) : provinces_(provinceOptions(ui)) {
    if (const core::Visit* known = core::findVisit(*ui.session.project(), id)) {
        exists_ = true;
        draft_.visit = *known;
        draft_.start = session::fieldText(known->start);
        draft_.end = session::fieldText(known->end);
    }
    original_ = draft_;
}

std::string VisitForm::title(const Interface& ui) const {
    return ui.tr(exists_ ? JEJARING_TR("Edit the visit") : JEJARING_TR("New visit"));
}

void VisitForm::draw(Interface& ui, Fields& fields) {
    core::Visit& visit = draft_.visit;
    const FieldLook notStated{ui.tr(JEJARING_TR("not stated")), "", "", true};
    fields.text("title", ui.tr(JEJARING_TR("Title")), visit.title);
    fields.row({0.5F, 0.5F});
    fields.text("visitor", ui.tr(JEJARING_TR("Visitor")), visit.visitor,
                {ui.tr(JEJARING_TR("An office or a name")), "", "", true});
    fields.text("ministry", ui.tr(JEJARING_TR("Ministry")), visit.ministry, notStated);
    fields.row({0.5F, 0.5F});
    const std::array<Choice, 2> types{
        Choice{ui.tr(JEJARING_TR("Visit")), ui.tr(JEJARING_TR("Officials travel to a region"))},
        Choice{ui.tr(JEJARING_TR("Activity")), ui.tr(JEJARING_TR("A forum, a fair or a mission they attend"))}};
    auto type = static_cast<std::size_t>(visit.type);
    if (fields.segments("type", ui.tr(JEJARING_TR("Kind")), types, type))
        visit.type = static_cast<core::VisitType>(type);
    std::string province = visit.province.text();
    if (fields.choice("province", ui.tr(JEJARING_TR("Province")), provinces_, province, notStated))
        visit.province = core::RegionCode::parse(province).value_or(core::RegionCode());
    fields.row({0.5F, 0.5F});
    fields.date("start", ui.tr(JEJARING_TR("From")), draft_.start);
    fields.date("end", ui.tr(JEJARING_TR("Until")), draft_.end);
    drawStops(ui, fields);
    fields.section(ui.tr(JEJARING_TR("Purpose and effect")));
    fields.multiline("purpose", ui.tr(JEJARING_TR("Purpose")), visit.purpose, 2);
    fields.multiline("expectedEffect", ui.tr(JEJARING_TR("Expected effect")), visit.expectedEffect, 2);
    fields.text("focus", ui.tr(JEJARING_TR("Focus")), visit.focus);
    source_.draw(ui, fields, state, visit.sourceId);
}

void VisitForm::drawStops(Interface& ui, Fields& fields) {
    fields.section(ui.tr(JEJARING_TR("Stops")));
    gap(ui, 2);
    std::vector<core::Stop>& stops = draft_.visit.stops;
    messages_ = check(ui);
    for (std::size_t i = 0; i < stops.size(); ++i) {
        RecordRow row = rowOf(ui, stops[i], i);
        row.message = messageOf(messages_, i);
        const RowAction action = recordRow(ui, "stops", i, stops.size(), row, true, dragged_);
        if (action == RowAction::edit)
            editStop(ui, stops[i], true);
        if (applyToRows(action, stops, i)) {
            ui.keepMoving();
            break;
        }
    }
    if (!stops.empty())
        gap(ui, 8);
    if (fields.add("stops", ui.tr(JEJARING_TR("Add a stop")),
                   ui.tr(JEJARING_TR("One more place, after the others; the route passes them in order")))) {
        core::Stop stop;
        stop.sequence = --newStops_;
        // A new stop is on the day of the one before, or of the visit's beginning.
        if (!stops.empty())
            stop.date = stops.back().date;
        else if (const auto start = session::readDateField(draft_.start); start.value)
            stop.date = start.value;
        editStop(ui, stop, false);
    }
}

void VisitForm::editStop(Interface& ui, const core::Stop& stop, bool listed) {
    session::FieldMessages ignored;
    auto form = std::make_shared<StopForm>(ui, made(ignored), stop, listed);
    form->whenDone = [visit = weak_from_this()](const core::Stop& done) {
        if (const auto self = visit.lock())
            self->takeStop(done);
    };
    openForm(ui, std::move(form));
}

void VisitForm::takeStop(const core::Stop& stop) {
    std::vector<core::Stop>& stops = draft_.visit.stops;
    const auto same = std::find_if(stops.begin(), stops.end(),
                                   [&](const core::Stop& each) { return each.sequence == stop.sequence; });
    if (same != stops.end())
        *same = stop;
    else
        stops.push_back(stop);
}

core::Visit VisitForm::made(session::FieldMessages& messages) const {
    core::Visit visit = draft_.visit;
    const auto start = session::readDateField(draft_.start);
    const auto end = session::readDateField(draft_.end);
    visit.start = start.value;
    visit.end = end.value;
    if (start.message)
        session::addMessage(messages, "start", *start.message);
    if (end.message)
        session::addMessage(messages, "end", *end.message);
    return visit;
}

session::FieldMessages VisitForm::check(const Interface& ui) const {
    session::FieldMessages messages;
    const core::Visit visit = made(messages);
    const core::RegionCatalog none;
    for (const auto& [field, message] : session::check(
             visit, {*ui.session.project(), ui.session.geometry() ? ui.session.geometry()->catalog() : none}))
        session::addMessage(messages, field, message);
    return messages;
}

std::string VisitForm::save(Interface& ui) {
    session::FieldMessages ignored;
    core::Visit visit = made(ignored);
    for (core::Stop& stop : visit.stops)
        stop.sequence = std::max(0, stop.sequence); // as put() knows what is new
    if (!exists_) {
        visit.id = session::newId(*ui.session.project(), session::RecordKind::visit);
        ui.session.chooseVisit(visit.id); // before the change, so that one step takes the visit back
    }
    ui.session.changeProject(core::note(exists_ ? JEJARING_TR("Edit {0}") : JEJARING_TR("Add {0}"), {visit.title}),
                             [&](core::Project& project) { session::put(project, visit); });
    if (!exists_) {
        session::FlightRequest request;
        request.kind = session::FlightRequest::Kind::visit;
        request.visitId = visit.id;
        ui.session.fly(request);
        ui.window.tab = session::BottomTab::visits;
    }
    return visit.id;
}

void VisitForm::remove(Interface& ui) {
    deleteVisit(ui, original_.visit.id);
}

void deleteVisit(Interface& ui, const std::string& id) {
    const core::Visit* visit = core::findVisit(*ui.session.project(), id);
    const std::string name = visit != nullptr ? visit->title : id;
    if (ui.session.changeProject(core::note(JEJARING_TR("Delete {0}"), {name}),
                                 [&](core::Project& project) { session::removeVisit(project, id); }))
        ui.session.notify(core::note(JEJARING_TR("{0} is deleted. Ctrl+Z brings it back."), {name}));
}

} // namespace jejaring::ui
