// SPDX-License-Identifier: MIT
// Visits and their stops, activities, and what was agreed there.
#include "session/project_check_parts.hpp"

#include <algorithm>

namespace jejaring::session {

FieldMessages check(const core::Stop& stop, const core::Visit& visit, const CheckContext& context) {
    FieldMessages messages;
    checkDate(messages, "date", stop.date);
    if (messages.empty() && stop.date) {
        const bool early = visit.start && stop.date->latest() < visit.start->earliest();
        const bool late = visit.end && stop.date->earliest() > visit.end->latest();
        if (early || late)
            addMessage(messages, "date", core::warning(JEJARING_TR("This lies outside the days of the visit.")));
    }
    if (stop.endTime && !stop.time)
        addMessage(messages, "time", fault(JEJARING_TR("An end needs a beginning.")));
    if (stop.time && stop.endTime && *stop.endTime < *stop.time)
        addMessage(messages, "endTime", fault(JEJARING_TR("This lies before the beginning.")));
    if (blank(stop.place) && stop.region.empty())
        addMessage(messages, "place", fault(JEJARING_TR("Say where it is: a place or a region.")));
    checkRegion(messages, "region", stop.region, context);
    if (!stop.region.empty() && !visit.province.empty() && visit.province.level() == core::RegionLevel::province &&
        stop.region.province() != visit.province)
        addMessage(messages, "region", core::warning(JEJARING_TR("This lies outside the province of the visit.")));
    if (const auto official = stop.region.empty() ? std::nullopt : core::officialTimeZone(stop.region);
        official && stop.zone && *stop.zone != *official)
        addMessage(
            messages, "zone",
            core::warning(JEJARING_TR("The region's time is {0}."), {std::string(core::abbreviation(*official))}));
    checkCoordinates(messages, "coordinates", stop.coordinates);
    checkSource(messages, stop.sourceId, context);
    return messages;
}

FieldMessages check(const core::Visit& visit, const CheckContext& context) {
    FieldMessages messages;
    if (blank(visit.title))
        addMessage(messages, "title", fault(JEJARING_TR("A visit needs a title.")));
    checkDate(messages, "start", visit.start);
    checkDate(messages, "end", visit.end);
    checkOrder(messages, "end", visit.start, visit.end);
    checkRegion(messages, "province", visit.province, context);
    checkSource(messages, visit.sourceId, context);
    for (std::size_t i = 0; i < visit.stops.size(); ++i)
        for (const auto& [field, message] : check(visit.stops[i], visit, context))
            addMessage(messages, "stops." + std::to_string(i) + "." + field, message);
    return messages;
}

FieldMessages check(const core::FollowUp& followUp, const CheckContext& context) {
    FieldMessages messages;
    if (blank(followUp.what))
        addMessage(messages, "what", fault(JEJARING_TR("Say what is to be done.")));
    const core::Visit* visit = core::findVisit(context.project, followUp.visitId);
    const core::Activity* activity = core::findActivity(context.project, followUp.visitId);
    if (visit == nullptr && activity == nullptr)
        addMessage(messages, "visitId", fault(JEJARING_TR("Choose a visit or an activity.")));
    if (followUp.stop != 0 &&
        (visit == nullptr || std::none_of(visit->stops.begin(), visit->stops.end(),
                                          [&](const core::Stop& stop) { return stop.sequence == followUp.stop; })))
        addMessage(messages, "stop", fault(JEJARING_TR("The visit has no such stop.")));
    checkDate(messages, "due", followUp.due);
    checkDate(messages, "done", followUp.done);
    const std::optional<core::PartialDate> agreed = visit != nullptr      ? visit->start
                                                    : activity != nullptr ? activity->start
                                                                          : std::nullopt;
    for (const auto& [field, date] : {std::pair{"due", followUp.due}, std::pair{"done", followUp.done}})
        if (agreed && date && !messages.contains(field) && date->latest() < agreed->earliest())
            addMessage(messages, field, core::warning(JEJARING_TR("This lies before it was agreed.")));
    if (!followUp.agreementId.empty() && core::findAgreement(context.project, followUp.agreementId) == nullptr)
        addMessage(messages, "agreementId", fault(JEJARING_TR("The project has no such agreement.")));
    return messages;
}

FieldMessages check(const core::Activity& activity, const CheckContext& context) {
    FieldMessages messages;
    if (blank(activity.title))
        addMessage(messages, "title", fault(JEJARING_TR("An activity needs a title.")));
    checkDate(messages, "start", activity.start);
    checkDate(messages, "end", activity.end);
    checkOrder(messages, "end", activity.start, activity.end);
    checkRegion(messages, "region", activity.region, context);
    checkCoordinates(messages, "coordinates", activity.coordinates);
    for (std::size_t i = 0; i < activity.participants.size(); ++i) {
        const core::Participant& participant = activity.participants[i];
        const std::string field = "participants." + std::to_string(i);
        if (participant.region.empty() && blank(participant.name))
            addMessage(messages, field, fault(JEJARING_TR("Choose a region or write a name.")));
        checkRegion(messages, field, participant.region, context);
    }
    checkSource(messages, activity.sourceId, context);
    return messages;
}

} // namespace jejaring::session
