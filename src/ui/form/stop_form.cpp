// SPDX-License-Identifier: MIT
#include "ui/form/stop_form.hpp"

#include "core/time_zone.hpp"
#include "session/field_text.hpp"
#include "ui/form/form_options.hpp"
#include "ui/form/form_values.hpp"
#include "ui/widget/words.hpp"

#include <array>

namespace jejaring::ui {
namespace {

constexpr std::array kZones{core::TimeZone::wib, core::TimeZone::wita, core::TimeZone::wit};
constexpr std::array kStatuses{core::StopStatus::planned, core::StopStatus::scheduled, core::StopStatus::held,
                               core::StopStatus::cancelled};

std::string clockText(const std::optional<core::ClockTime>& time) {
    return time ? time->text() : std::string();
}

} // namespace

StopForm::StopForm(const Interface& ui, core::Visit visit, core::Stop stop, bool listed)
    : visit_(std::move(visit)), listed_(listed), regions_(regionOptions(ui)) {
    for (const core::TimeZone zone : kZones)
        zones_.push_back(option(std::string(core::abbreviation(zone)), std::string(core::abbreviation(zone))));
    for (const core::StopStatus status : kStatuses)
        statuses_.push_back(option(std::string(core::stopStatusId(status)), ui.tr(nameOf(status))));
    draft_.date = session::fieldText(stop.date);
    draft_.time = clockText(stop.time);
    draft_.endTime = clockText(stop.endTime);
    draft_.coordinates = session::fieldText(stop.coordinates, ui.language());
    draft_.stop = std::move(stop);
    original_ = draft_;
}

std::string StopForm::title(const Interface& ui) const {
    return ui.tr(listed_ ? JEJARING_TR("Edit the stop") : JEJARING_TR("New stop"));
}

void StopForm::draw(Interface& ui, Fields& fields) {
    const FieldLook notStated{ui.tr(JEJARING_TR("not stated")), "", "", true};
    drawTime(ui, fields);
    drawPlace(ui, fields);
    fields.section(ui.tr(JEJARING_TR("What it is about")));
    fields.text("counterpart", ui.tr(JEJARING_TR("Who is met")), draft_.stop.counterpart);
    fields.multiline("agenda", ui.tr(JEJARING_TR("Agenda")), draft_.stop.agenda, 2);
    fields.multiline("reason", ui.tr(JEJARING_TR("Why this place")), draft_.stop.reason, 2);
    fields.multiline("discussed", ui.tr(JEJARING_TR("What was discussed")), draft_.stop.discussed, 2);
    fields.row({4 * kTwelfth, 8 * kTwelfth});
    std::string status(core::stopStatusId(draft_.stop.status));
    if (fields.choice("status", ui.tr(JEJARING_TR("Status")), statuses_, status, notStated))
        draft_.stop.status = core::parseStopStatus(status).value_or(core::StopStatus::notStated);
    source_.draw(ui, fields, state, draft_.stop.sourceId);
}

void StopForm::drawTime(Interface& ui, Fields& fields) {
    fields.row({4 * kTwelfth, 3 * kTwelfth, 3 * kTwelfth, 2 * kTwelfth});
    fields.date("date", ui.tr(JEJARING_TR("Date")), draft_.date);
    if (fields.text("time", ui.tr(JEJARING_TR("Time")), draft_.time,
                    {"09.00", ui.tr(JEJARING_TR("09.00, or 09.00–12.00 WIB at once")), "", true})) {
        // What is typed along with the beginning goes where it belongs.
        if (const auto read = session::readTimeField(draft_.time); read.value) {
            if (read.value->end)
                draft_.endTime = clockText(read.value->end);
            if (read.value->zone)
                draft_.stop.zone = read.value->zone;
        }
    }
    fields.text("endTime", ui.tr(JEJARING_TR("End")), draft_.endTime, {"12.00", "", "", true});
    std::string official;
    if (!draft_.stop.region.empty())
        if (const auto zone = core::officialTimeZone(draft_.stop.region))
            official = "(" + std::string(core::abbreviation(*zone)) + ")";
    std::string zone = draft_.stop.zone ? std::string(core::abbreviation(*draft_.stop.zone)) : std::string();
    if (fields.choice("zone", ui.tr(JEJARING_TR("Time zone")), zones_, zone,
                      {official, ui.tr(JEJARING_TR("As the source says; else the region's own")), "", true}))
        draft_.stop.zone = core::parseTimeZone(zone);
}

void StopForm::drawPlace(Interface& ui, Fields& fields) {
    fields.text("place", ui.tr(JEJARING_TR("Place")), draft_.stop.place,
                {ui.tr(JEJARING_TR("A building, an office, a harbour …")), "", "", true});
    fields.row({0.5F, 0.5F});
    std::string region = draft_.stop.region.text();
    if (fields.choice("region", ui.tr(JEJARING_TR("Region")), regions_, region,
                      {ui.tr(JEJARING_TR("A region: name or code")), "", "", true}))
        draft_.stop.region = core::RegionCode::parse(region).value_or(core::RegionCode());
    fields.text("coordinates", ui.tr(JEJARING_TR("Latitude and longitude, in degrees")), draft_.coordinates,
                {ui.tr(JEJARING_TR("-6.2, 106.8")), ui.tr(JEJARING_TR("Where the route passes")), "", true});
    if (ui.session.map() &&
        fields.add("pick", ui.tr(JEJARING_TR("Point to it on the map")),
                   ui.tr(JEJARING_TR("The form folds away; a click on the map sets coordinates and region"))))
        pickOnMap(ui);
}

void StopForm::pickOnMap(Interface& ui) {
    wantPlace(ui, [form = weak_from_this(), language = ui.language()](const std::optional<PickedPlace>& picked) {
        const auto self = form.lock();
        if (!self || !picked)
            return;
        self->draft_.coordinates = pickedText(*picked, language);
        self->state.touched.insert("coordinates");
        if (!picked->region.empty()) {
            self->draft_.stop.region = picked->region;
            self->state.touched.insert("region");
        }
    });
}

core::Stop StopForm::made(session::FieldMessages& messages) const {
    core::Stop stop = draft_.stop;
    const auto say = [&](const char* field, const std::optional<core::Message>& message) {
        if (message)
            session::addMessage(messages, field, *message);
    };
    const auto date = session::readDateField(draft_.date);
    stop.date = date.value;
    say("date", date.message);
    const auto time = session::readTimeField(draft_.time);
    stop.time = time.value ? std::optional(time.value->start) : std::nullopt;
    say("time", time.message);
    const auto end = session::readTimeField(draft_.endTime);
    stop.endTime = end.value ? std::optional(end.value->start) : std::nullopt;
    say("endTime", end.message);
    if (draft_.coordinates != original_.coordinates) {
        const auto coordinates = session::readCoordinatesField(draft_.coordinates);
        stop.coordinates = coordinates.value;
        say("coordinates", coordinates.message);
    }
    return stop;
}

session::FieldMessages StopForm::check(const Interface& ui) const {
    session::FieldMessages messages;
    const core::Stop stop = made(messages);
    const core::RegionCatalog none;
    for (const auto& [field, message] : session::check(
             stop, visit_, {*ui.session.project(), ui.session.geometry() ? ui.session.geometry()->catalog() : none}))
        session::addMessage(messages, field, message);
    return messages;
}

std::string StopForm::save(Interface&) {
    session::FieldMessages ignored;
    if (whenDone)
        whenDone(made(ignored));
    return {};
}

} // namespace jejaring::ui
