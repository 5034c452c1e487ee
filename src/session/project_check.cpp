// SPDX-License-Identifier: MIT
#include "session/project_check.hpp"

#include "data/image_file.hpp"
#include "session/project_check_parts.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>

namespace jejaring::session {

bool hinders(const FieldMessages& messages) {
    return std::any_of(messages.begin(), messages.end(),
                       [](const auto& each) { return each.second.severity == core::Severity::error; });
}

void addMessage(FieldMessages& messages, const std::string& field, core::Message message) {
    const auto [place, added] = messages.try_emplace(field, message);
    if (!added && place->second.severity != core::Severity::error && message.severity == core::Severity::error)
        place->second = std::move(message);
}

bool blank(const std::string& text) {
    return std::all_of(text.begin(), text.end(), [](unsigned char c) { return std::isspace(c) != 0; });
}

void checkDate(FieldMessages& messages, const std::string& field, const std::optional<core::PartialDate>& date) {
    if (!date)
        return;
    constexpr int kFirstYear = 1000;
    constexpr int kLastYear = 9999;
    constexpr int kMonths = 12;
    const bool yearRight = date->year >= kFirstYear && date->year <= kLastYear;
    const bool monthRight = date->month <= kMonths && (date->month > 0 || date->day == 0);
    const bool dayRight = date->day == 0 || date->earliest().ok();
    if (!yearRight || !monthRight || !dayRight)
        addMessage(messages, field, fault(JEJARING_TR("This day does not exist.")));
}

void checkOrder(FieldMessages& messages, const std::string& endField, const std::optional<core::PartialDate>& start,
                const std::optional<core::PartialDate>& end) {
    FieldMessages unsound;
    checkDate(unsound, "start", start);
    checkDate(unsound, "end", end);
    if (start && end && unsound.empty() && end->latest() < start->earliest())
        addMessage(messages, endField, fault(JEJARING_TR("This lies before the beginning.")));
}

void checkRegion(FieldMessages& messages, const std::string& field, const core::RegionCode& region,
                 const CheckContext& context) {
    if (!region.empty() && context.catalog.size() > 0 && !context.catalog.find(region))
        addMessage(messages, field, fault(JEJARING_TR("No region has the code {0}."), {region.text()}));
}

void checkCoordinates(FieldMessages& messages, const std::string& field,
                      const std::optional<core::Coordinates>& coordinates) {
    if (!coordinates)
        return;
    constexpr double kPole = 90;
    constexpr double kDateLine = 180;
    if (!(std::abs(coordinates->latitude) <= kPole))
        addMessage(messages, field, fault(JEJARING_TR("Latitudes reach from −90 to 90 degrees.")));
    else if (!(std::abs(coordinates->longitude) <= kDateLine))
        addMessage(messages, field, fault(JEJARING_TR("Longitudes reach from −180 to 180 degrees.")));
}

void checkSource(FieldMessages& messages, const std::string& sourceId, const CheckContext& context) {
    if (!sourceId.empty() && core::findSource(context.project, sourceId) == nullptr)
        addMessage(messages, "sourceId", fault(JEJARING_TR("The project has no such source.")));
}

void checkSubject(FieldMessages& messages, const core::RegionCode& region, const std::string& agreementId,
                  const std::string& visitId, const CheckContext& context) {
    if (region.empty() && agreementId.empty() && visitId.empty())
        addMessage(messages, "subject", fault(JEJARING_TR("Say what it belongs to.")));
    checkRegion(messages, "subject", region, context);
    if (!agreementId.empty() && core::findAgreement(context.project, agreementId) == nullptr)
        addMessage(messages, "subject", fault(JEJARING_TR("The project has no such agreement.")));
    if (!visitId.empty() && core::findVisit(context.project, visitId) == nullptr)
        addMessage(messages, "subject", fault(JEJARING_TR("The project has no such visit.")));
}

FieldMessages check(const core::Partner& partner, const CheckContext& context) {
    FieldMessages messages;
    if (blank(partner.name))
        addMessage(messages, "name", fault(JEJARING_TR("A partner needs a name.")));
    else if (std::any_of(context.project.partners.begin(), context.project.partners.end(),
                         [&](const core::Partner& other) {
                             return other.id != partner.id && other.name == partner.name &&
                                    other.country == partner.country && other.type == partner.type;
                         }))
        addMessage(messages, "name", core::warning(JEJARING_TR("The project has a partner of this name.")));
    if (!partner.country.empty() &&
        (partner.country.size() != 3 ||
         !std::all_of(partner.country.begin(), partner.country.end(), [](char c) { return c >= 'A' && c <= 'Z'; })))
        addMessage(messages, "country", fault(JEJARING_TR("This is no country.")));
    checkRegion(messages, "region", partner.region, context);
    if (!partner.region.empty() && !partner.country.empty() && partner.country != "IDN")
        addMessage(messages, "country", fault(JEJARING_TR("A region of Indonesia lies in Indonesia.")));
    if (partner.type == core::PartnerType::indonesianRegion && partner.region.empty())
        addMessage(messages, "region", fault(JEJARING_TR("Say which region it is.")));
    checkCoordinates(messages, "coordinates", partner.place);
    return messages;
}

FieldMessages check(const core::Source& source, const CheckContext& context) {
    FieldMessages messages;
    if (blank(source.title))
        addMessage(messages, "title", fault(JEJARING_TR("A source needs a title.")));
    if (source.address.empty())
        addMessage(messages, "address", core::warning(JEJARING_TR("Without an address nobody can look it up.")));
    else if (const auto address = core::webAddress(source.address); !address)
        addMessage(messages, "address",
                   fault(JEJARING_TR("This is no address of a page: it would be like https://kemlu.go.id/berita.")));
    else if (*address != source.address)
        addMessage(messages, "address", core::warning(JEJARING_TR("It is kept as {0}"), {*address}));
    checkDate(messages, "published", source.published);
    if (source.published && source.published->earliest().ok() && source.published->earliest() > core::today())
        addMessage(messages, "published", core::warning(JEJARING_TR("This day is still to come.")));
    const auto& sources = context.project.sources;
    if (std::any_of(sources.begin(), sources.end(), [&](const core::Source& other) {
            return other.id != source.id && !blank(source.title) && other.title == source.title &&
                   other.address == source.address;
        }))
        addMessage(messages, "title", core::warning(JEJARING_TR("The project has this source already.")));
    return messages;
}

FieldMessages check(const core::Indicator& indicator, const CheckContext& context) {
    FieldMessages messages;
    if (blank(indicator.name))
        addMessage(messages, "name", fault(JEJARING_TR("An indicator needs a name.")));
    else if (std::any_of(context.project.indicators.begin(), context.project.indicators.end(),
                         [&](const core::Indicator& other) {
                             return other.id != indicator.id && other.name == indicator.name;
                         }))
        addMessage(messages, "name", fault(JEJARING_TR("This name is taken.")));
    checkSource(messages, indicator.sourceId, context);
    return messages;
}

FieldMessages check(const core::IndicatorValue& value, const CheckContext& context) {
    FieldMessages messages;
    const auto& indicators = context.project.indicators;
    if (std::none_of(indicators.begin(), indicators.end(),
                     [&](const core::Indicator& each) { return each.id == value.indicatorId; }))
        addMessage(messages, "indicatorId", fault(JEJARING_TR("Choose an indicator.")));
    if (value.region.empty())
        addMessage(messages, "region", fault(JEJARING_TR("Choose a region.")));
    checkRegion(messages, "region", value.region, context);
    if (value.period.year == 0)
        addMessage(messages, "period", fault(JEJARING_TR("Say of which year, month or day.")));
    checkDate(messages, "period", value.period);
    if (!std::isfinite(value.value))
        addMessage(messages, "value", fault(JEJARING_TR("This is no number.")));
    checkSource(messages, value.sourceId, context);
    return messages;
}

FieldMessages check(const core::IndicatorValue& value, const core::IndicatorValue& former,
                    const CheckContext& context) {
    FieldMessages messages = check(value, context);
    const auto samePlace = [](const core::IndicatorValue& a, const core::IndicatorValue& b) {
        return a.indicatorId == b.indicatorId && a.region == b.region && a.period == b.period;
    };
    const auto& values = context.project.indicatorValues;
    if (!samePlace(value, former) && std::any_of(values.begin(), values.end(), [&](const core::IndicatorValue& other) {
            return samePlace(other, value);
        }))
        addMessage(messages, "period", fault(JEJARING_TR("There is a value of this region and period already.")));
    return messages;
}

FieldMessages check(const core::Risk& risk, const CheckContext& context) {
    FieldMessages messages;
    if (blank(risk.what))
        addMessage(messages, "what", fault(JEJARING_TR("Say what may happen.")));
    if (risk.region.empty() && risk.agreementId.empty())
        addMessage(messages, "region", fault(JEJARING_TR("Choose a region or an agreement.")));
    checkRegion(messages, "region", risk.region, context);
    if (!risk.agreementId.empty() && core::findAgreement(context.project, risk.agreementId) == nullptr)
        addMessage(messages, "agreementId", fault(JEJARING_TR("The project has no such agreement.")));
    constexpr int kMost = 5;
    for (const auto& [field, grade] : {std::pair{"likelihood", risk.likelihood}, std::pair{"severity", risk.severity}})
        if (grade < 0 || grade > kMost)
            addMessage(messages, field, fault(JEJARING_TR("This is a whole number from 1 to 5.")));
    if ((risk.likelihood == 0) != (risk.severity == 0))
        addMessage(messages, risk.likelihood == 0 ? "likelihood" : "severity",
                   core::warning(JEJARING_TR("Without both it has no place in the matrix.")));
    return messages;
}

FieldMessages check(const core::RegionProfile& profile, const CheckContext& context) {
    FieldMessages messages;
    if (profile.region.empty())
        addMessage(messages, "region", fault(JEJARING_TR("Choose a region.")));
    checkRegion(messages, "region", profile.region, context);
    return messages;
}

FieldMessages check(const core::RegionGroup& group, const std::string& formerName, const CheckContext& context) {
    FieldMessages messages;
    if (blank(group.name))
        addMessage(messages, "name", fault(JEJARING_TR("A group needs a name.")));
    else if (group.name != formerName &&
             std::any_of(context.project.groups.begin(), context.project.groups.end(),
                         [&](const core::RegionGroup& other) { return other.name == group.name; }))
        addMessage(messages, "name", fault(JEJARING_TR("This name is taken.")));
    if (group.members.empty())
        addMessage(messages, "members", fault(JEJARING_TR("Choose at least one region.")));
    for (const core::RegionCode& member : group.members)
        checkRegion(messages, "members", member, context);
    return messages;
}

FieldMessages check(const core::Note& note, const CheckContext& context) {
    FieldMessages messages;
    if (blank(note.text))
        addMessage(messages, "text", fault(JEJARING_TR("The note is empty.")));
    checkSubject(messages, note.region, note.agreementId, note.visitId, context);
    return messages;
}

FieldMessages check(const core::Picture& picture, const CheckContext& context) {
    FieldMessages messages;
    const std::string found = data::mediaTypeOf(picture.bytes);
    if (picture.bytes.size() > kLargestPicture)
        addMessage(messages, "bytes",
                   fault(JEJARING_TR("The picture has more than {0} MB."), {std::to_string(kLargestPicture >> 20U)}));
    else if (found.empty() || found != picture.mediaType)
        addMessage(messages, "bytes", fault(JEJARING_TR("This is neither a JPEG nor a PNG picture.")));
    checkSubject(messages, picture.region, picture.agreementId, picture.visitId, context);
    const core::Visit* visit = core::findVisit(context.project, picture.visitId);
    if (picture.stop != 0 &&
        (visit == nullptr || std::none_of(visit->stops.begin(), visit->stops.end(),
                                          [&](const core::Stop& stop) { return stop.sequence == picture.stop; })))
        addMessage(messages, "stop", fault(JEJARING_TR("The visit has no such stop.")));
    return messages;
}

} // namespace jejaring::session
