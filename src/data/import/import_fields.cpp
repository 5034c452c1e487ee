// SPDX-License-Identifier: MIT
#include "data/import/import_fields.hpp"

#include "core/id_table.hpp"
#include "core/result.hpp"

#include <array>

namespace jejaring::data {
namespace {

using Field = ImportField;

constexpr core::IdTable<ImportKind, 6> kKinds{{{ImportKind::agreements, "agreements"},
                                               {ImportKind::visits, "visits"},
                                               {ImportKind::stops, "stops"},
                                               {ImportKind::activities, "activities"},
                                               {ImportKind::indicators, "indicators"},
                                               {ImportKind::risks, "risks"}}};

constexpr std::array kAllKinds{ImportKind::agreements, ImportKind::visits,     ImportKind::stops,
                               ImportKind::activities, ImportKind::indicators, ImportKind::risks};

struct FieldName {
    Field field;
    std::string_view id;
    const char* label;
};

// In order of the enumeration.
constexpr std::array<FieldName, kImportFieldCount> kFields{{
    {Field::id, "id", JEJARING_TR("ID")},
    {Field::regionCode, "region_code", JEJARING_TR("Region code")},
    {Field::region, "region", JEJARING_TR("Region")},
    {Field::regionType, "region_type", JEJARING_TR("Type of region")},
    {Field::province, "province", JEJARING_TR("Province")},
    {Field::parties, "parties", JEJARING_TR("Parties")},
    {Field::partner, "partner", JEJARING_TR("Partner")},
    {Field::partnerType, "partner_type", JEJARING_TR("Type of partner")},
    {Field::country, "country", JEJARING_TR("Country")},
    {Field::partnerRegionCode, "partner_region_code", JEJARING_TR("Code of the partner region")},
    {Field::partnerRegion, "partner_region", JEJARING_TR("Partner region")},
    {Field::agreementKind, "kind", JEJARING_TR("Kind of cooperation")},
    {Field::subkind, "subkind", JEJARING_TR("Form of cooperation")},
    {Field::document, "document", JEJARING_TR("Document")},
    {Field::number, "number", JEJARING_TR("Document number")},
    {Field::subject, "subject", JEJARING_TR("Subject")},
    {Field::framework, "framework", JEJARING_TR("Framework")},
    {Field::sectors, "sectors", JEJARING_TR("Sectors")},
    {Field::stage, "stage", JEJARING_TR("Stage")},
    {Field::status, "status", JEJARING_TR("Status")},
    {Field::signedOn, "signed_on", JEJARING_TR("Date of signing")},
    {Field::validFrom, "valid_from", JEJARING_TR("Valid from")},
    {Field::validUntil, "valid_until", JEJARING_TR("Valid until")},
    {Field::validity, "validity", JEJARING_TR("Validity")},
    {Field::endedOn, "ended_on", JEJARING_TR("Ended on")},
    {Field::value, "value", JEJARING_TR("Value")},
    {Field::currency, "currency", JEJARING_TR("Currency")},
    {Field::target, "target", JEJARING_TR("Target")},
    {Field::targetUnit, "target_unit", JEJARING_TR("Unit of the target")},
    {Field::targetPlanned, "target_planned", JEJARING_TR("Target planned")},
    {Field::targetReached, "target_reached", JEJARING_TR("Target reached")},
    {Field::replaces, "replaces", JEJARING_TR("Replaces")},
    {Field::title, "title", JEJARING_TR("Title")},
    {Field::visitor, "visitor", JEJARING_TR("Official")},
    {Field::ministry, "ministry", JEJARING_TR("Ministry")},
    {Field::visitType, "visit_type", JEJARING_TR("Type of visit")},
    {Field::activityKind, "activity_kind", JEJARING_TR("Kind of activity")},
    {Field::startDate, "start_date", JEJARING_TR("Start date")},
    {Field::endDate, "end_date", JEJARING_TR("End date")},
    {Field::purpose, "purpose", JEJARING_TR("Purpose")},
    {Field::expectedEffect, "expected_effect", JEJARING_TR("Expected effect")},
    {Field::focus, "focus", JEJARING_TR("Focus issues")},
    {Field::participants, "participants", JEJARING_TR("Participants")},
    {Field::visitId, "visit_id", JEJARING_TR("ID of the visit")},
    {Field::sequence, "sequence", JEJARING_TR("Order")},
    {Field::date, "date", JEJARING_TR("Date")},
    {Field::weekday, "weekday", JEJARING_TR("Weekday")},
    {Field::time, "time", JEJARING_TR("Time")},
    {Field::endTime, "end_time", JEJARING_TR("End time")},
    {Field::zone, "zone", JEJARING_TR("Time zone")},
    {Field::place, "place", JEJARING_TR("Place")},
    {Field::coordinates, "coordinates", JEJARING_TR("Coordinates")},
    {Field::latitude, "latitude", JEJARING_TR("Latitude")},
    {Field::longitude, "longitude", JEJARING_TR("Longitude")},
    {Field::counterpart, "counterpart", JEJARING_TR("People met")},
    {Field::agenda, "agenda", JEJARING_TR("Agenda")},
    {Field::reason, "reason", JEJARING_TR("Reason for the place")},
    {Field::discussed, "discussed", JEJARING_TR("Points discussed")},
    {Field::stopStatus, "stop_status", JEJARING_TR("State of the stop")},
    {Field::followUp, "follow_up", JEJARING_TR("Follow-up")},
    {Field::followUpOwner, "follow_up_owner", JEJARING_TR("Owner of the follow-up")},
    {Field::followUpDue, "follow_up_due", JEJARING_TR("Follow-up due")},
    {Field::followUpDone, "follow_up_done", JEJARING_TR("Follow-up done")},
    {Field::indicator, "indicator", JEJARING_TR("Indicator")},
    {Field::unit, "unit", JEJARING_TR("Unit")},
    {Field::period, "period", JEJARING_TR("Period")},
    {Field::amount, "amount", JEJARING_TR("Amount")},
    {Field::amountOfPeriod, "amount_of_period", JEJARING_TR("Amount of one period")},
    {Field::risk, "risk", JEJARING_TR("Risk or effect")},
    {Field::sign, "sign", JEJARING_TR("Risk or positive effect")},
    {Field::agreementId, "agreement_id", JEJARING_TR("ID of the agreement")},
    {Field::cause, "cause", JEJARING_TR("Cause")},
    {Field::likelihood, "likelihood", JEJARING_TR("Likelihood")},
    {Field::severity, "severity", JEJARING_TR("Severity")},
    {Field::mitigation, "mitigation", JEJARING_TR("Mitigation")},
    {Field::owner, "owner", JEJARING_TR("Person in charge")},
    {Field::sourceTitle, "source_title", JEJARING_TR("Source title")},
    {Field::sourceAddress, "source_address", JEJARING_TR("Source address")},
    {Field::sourceGrade, "source_grade", JEJARING_TR("Source grade")},
    {Field::sourcePublisher, "source_publisher", JEJARING_TR("Source publisher")},
    {Field::sourceDate, "source_date", JEJARING_TR("Source date")},
    {Field::note, "note", JEJARING_TR("Note")},
}};

constexpr int kRegion = 1;
constexpr int kPartner = 2;
constexpr int kSubject = 3;

constexpr std::array kAgreements{
    FieldInfo{Field::id, 0, false},
    FieldInfo{Field::regionCode, kRegion, false},
    FieldInfo{Field::region, kRegion, true},
    FieldInfo{Field::regionType, 0, false},
    FieldInfo{Field::province, 0, false},
    FieldInfo{Field::parties, kRegion, false},
    FieldInfo{Field::partner, kPartner, true},
    FieldInfo{Field::partnerType, 0, false},
    FieldInfo{Field::country, 0, false},
    FieldInfo{Field::partnerRegionCode, kPartner, false},
    FieldInfo{Field::partnerRegion, kPartner, true},
    FieldInfo{Field::coordinates, 0, false},
    FieldInfo{Field::latitude, 0, false},
    FieldInfo{Field::longitude, 0, false},
    FieldInfo{Field::agreementKind, 0, false},
    FieldInfo{Field::subkind, 0, false},
    FieldInfo{Field::document, 0, false},
    FieldInfo{Field::number, 0, false},
    FieldInfo{Field::subject, 0, false},
    FieldInfo{Field::framework, 0, false},
    FieldInfo{Field::sectors, 0, true},
    FieldInfo{Field::stage, 0, false},
    FieldInfo{Field::status, 0, false},
    FieldInfo{Field::signedOn, 0, true},
    FieldInfo{Field::validFrom, 0, false},
    FieldInfo{Field::validUntil, 0, false},
    FieldInfo{Field::validity, 0, false},
    FieldInfo{Field::endedOn, 0, false},
    FieldInfo{Field::value, 0, false},
    FieldInfo{Field::currency, 0, false},
    FieldInfo{Field::target, 0, false},
    FieldInfo{Field::targetUnit, 0, false},
    FieldInfo{Field::targetPlanned, 0, false},
    FieldInfo{Field::targetReached, 0, false},
    FieldInfo{Field::replaces, 0, false},
    FieldInfo{Field::sourceTitle, 0, false},
    FieldInfo{Field::sourceAddress, 0, false},
    FieldInfo{Field::sourceGrade, 0, false},
    FieldInfo{Field::sourcePublisher, 0, false},
    FieldInfo{Field::sourceDate, 0, false},
    FieldInfo{Field::note, 0, true},
};
constexpr std::array kVisits{
    FieldInfo{Field::id, 0, false},
    FieldInfo{Field::title, kSubject, false},
    FieldInfo{Field::visitor, 0, false},
    FieldInfo{Field::ministry, 0, false},
    FieldInfo{Field::visitType, 0, false},
    FieldInfo{Field::startDate, 0, false},
    FieldInfo{Field::weekday, 0, false},
    FieldInfo{Field::endDate, 0, false},
    FieldInfo{Field::regionCode, 0, false},
    FieldInfo{Field::region, 0, false},
    FieldInfo{Field::regionType, 0, false},
    FieldInfo{Field::province, 0, false},
    FieldInfo{Field::purpose, kSubject, true},
    FieldInfo{Field::expectedEffect, 0, false},
    FieldInfo{Field::focus, 0, false},
    FieldInfo{Field::followUp, 0, false},
    FieldInfo{Field::followUpOwner, 0, false},
    FieldInfo{Field::followUpDue, 0, false},
    FieldInfo{Field::followUpDone, 0, false},
    FieldInfo{Field::sourceTitle, 0, false},
    FieldInfo{Field::sourceAddress, 0, false},
    FieldInfo{Field::sourceGrade, 0, false},
    FieldInfo{Field::sourcePublisher, 0, false},
    FieldInfo{Field::sourceDate, 0, false},
};
constexpr std::array kStops{
    FieldInfo{Field::visitId, 0, false},         FieldInfo{Field::title, 0, false},
    FieldInfo{Field::visitor, 0, false},         FieldInfo{Field::ministry, 0, false},
    FieldInfo{Field::visitType, 0, false},       FieldInfo{Field::startDate, 0, false},
    FieldInfo{Field::endDate, 0, false},         FieldInfo{Field::purpose, 0, false},
    FieldInfo{Field::sequence, 0, false},        FieldInfo{Field::date, 0, false},
    FieldInfo{Field::weekday, 0, false},         FieldInfo{Field::time, 0, false},
    FieldInfo{Field::endTime, 0, false},         FieldInfo{Field::zone, 0, false},
    FieldInfo{Field::place, kSubject, false},    FieldInfo{Field::coordinates, 0, false},
    FieldInfo{Field::latitude, 0, false},        FieldInfo{Field::longitude, 0, false},
    FieldInfo{Field::regionCode, 0, false},      FieldInfo{Field::region, 0, false},
    FieldInfo{Field::regionType, 0, false},      FieldInfo{Field::province, 0, false},
    FieldInfo{Field::counterpart, 0, true},      FieldInfo{Field::agenda, kSubject, true},
    FieldInfo{Field::reason, 0, false},          FieldInfo{Field::discussed, 0, true},
    FieldInfo{Field::stopStatus, 0, false},      FieldInfo{Field::followUp, 0, false},
    FieldInfo{Field::followUpOwner, 0, false},   FieldInfo{Field::followUpDue, 0, false},
    FieldInfo{Field::followUpDone, 0, false},    FieldInfo{Field::sourceTitle, 0, false},
    FieldInfo{Field::sourceAddress, 0, false},   FieldInfo{Field::sourceGrade, 0, false},
    FieldInfo{Field::sourcePublisher, 0, false}, FieldInfo{Field::sourceDate, 0, false},
};
constexpr std::array kActivities{
    FieldInfo{Field::id, 0, false},           FieldInfo{Field::title, kSubject, false},
    FieldInfo{Field::activityKind, 0, false}, FieldInfo{Field::startDate, 0, false},
    FieldInfo{Field::weekday, 0, false},      FieldInfo{Field::endDate, 0, false},
    FieldInfo{Field::place, 0, false},        FieldInfo{Field::coordinates, 0, false},
    FieldInfo{Field::latitude, 0, false},     FieldInfo{Field::longitude, 0, false},
    FieldInfo{Field::regionCode, 0, false},   FieldInfo{Field::region, 0, false},
    FieldInfo{Field::regionType, 0, false},   FieldInfo{Field::province, 0, false},
    FieldInfo{Field::purpose, 0, true},       FieldInfo{Field::participants, 0, true},
    FieldInfo{Field::sourceTitle, 0, false},  FieldInfo{Field::sourceAddress, 0, false},
    FieldInfo{Field::sourceGrade, 0, false},  FieldInfo{Field::sourcePublisher, 0, false},
    FieldInfo{Field::sourceDate, 0, false},   FieldInfo{Field::note, 0, true},
};
constexpr std::array kIndicators{
    FieldInfo{Field::regionCode, kRegion, false},
    FieldInfo{Field::region, kRegion, false},
    FieldInfo{Field::regionType, 0, false},
    FieldInfo{Field::province, 0, false},
    FieldInfo{Field::indicator, 0, false},
    FieldInfo{Field::unit, 0, false},
    FieldInfo{Field::period, 0, false},
    FieldInfo{Field::amount, kSubject, false},
    FieldInfo{Field::amountOfPeriod, kSubject, true},
    FieldInfo{Field::sourceTitle, 0, false},
    FieldInfo{Field::sourceAddress, 0, false},
    FieldInfo{Field::sourceGrade, 0, false},
    FieldInfo{Field::sourcePublisher, 0, false},
    FieldInfo{Field::sourceDate, 0, false},
};
constexpr std::array kRisks{
    FieldInfo{Field::id, 0, false},       FieldInfo{Field::risk, kSubject, false},
    FieldInfo{Field::sign, 0, false},     FieldInfo{Field::regionCode, 0, false},
    FieldInfo{Field::region, 0, false},   FieldInfo{Field::regionType, 0, false},
    FieldInfo{Field::province, 0, false}, FieldInfo{Field::agreementId, 0, false},
    FieldInfo{Field::cause, 0, false},    FieldInfo{Field::likelihood, 0, false},
    FieldInfo{Field::severity, 0, false}, FieldInfo{Field::mitigation, 0, true},
    FieldInfo{Field::owner, 0, false},
};

} // namespace

std::string_view importKindId(ImportKind kind) {
    return core::idOf(kKinds, kind);
}

std::optional<ImportKind> parseImportKind(std::string_view id) {
    return core::valueOf(kKinds, id);
}

const char* importKindLabel(ImportKind kind) {
    switch (kind) {
    case ImportKind::agreements:
        return JEJARING_TR("Agreements");
    case ImportKind::visits:
        return JEJARING_TR("Visits");
    case ImportKind::stops:
        return JEJARING_TR("Stops");
    case ImportKind::activities:
        return JEJARING_TR("Activities");
    case ImportKind::indicators:
        return JEJARING_TR("Indicators");
    case ImportKind::risks:
        return JEJARING_TR("Risks");
    }
    return "";
}

std::span<const ImportKind> importKinds() {
    return kAllKinds;
}

std::string_view importFieldId(ImportField field) {
    return kFields[static_cast<std::size_t>(field)].id;
}

std::optional<ImportField> parseImportField(std::string_view id) {
    for (const FieldName& name : kFields)
        if (name.id == id)
            return name.field;
    return std::nullopt;
}

const char* importFieldLabel(ImportField field) {
    return kFields[static_cast<std::size_t>(field)].label;
}

std::span<const FieldInfo> fieldsOf(ImportKind kind) {
    switch (kind) {
    case ImportKind::agreements:
        return kAgreements;
    case ImportKind::visits:
        return kVisits;
    case ImportKind::stops:
        return kStops;
    case ImportKind::activities:
        return kActivities;
    case ImportKind::indicators:
        return kIndicators;
    case ImportKind::risks:
        return kRisks;
    }
    return {};
}

const FieldInfo* findField(ImportKind kind, ImportField field) {
    for (const FieldInfo& info : fieldsOf(kind))
        if (info.field == field)
            return &info;
    return nullptr;
}

} // namespace jejaring::data
