// SPDX-License-Identifier: MIT
// What the columns of somebody else's table may hold: the kinds of tables and the fields of each.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace jejaring::data {

enum class ImportKind : std::uint8_t { agreements, visits, stops, activities, indicators, risks };

// "agreements", "visits", "stops", "activities", "indicators", "risks": stable, for files and the command line.
[[nodiscard]] std::string_view importKindId(ImportKind kind);
[[nodiscard]] std::optional<ImportKind> parseImportKind(std::string_view id);
[[nodiscard]] const char* importKindLabel(ImportKind kind); // message id
[[nodiscard]] std::span<const ImportKind> importKinds();

enum class ImportField : std::uint8_t {
    id,
    // the region of a row; in agreements the first side
    regionCode,
    region,
    regionType,
    province,
    // agreements
    parties, // all sides in one column
    partner,
    partnerType,
    country,
    partnerRegionCode,
    partnerRegion,
    agreementKind,
    subkind,
    document,
    number,
    subject,
    framework,
    sectors,
    stage,
    status,
    signedOn,
    validFrom,
    validUntil,
    validity,
    endedOn,
    value,
    currency,
    target,
    targetUnit,
    targetPlanned,
    targetReached,
    replaces,
    // visits and activities
    title,
    visitor,
    ministry,
    visitType,
    activityKind,
    startDate,
    endDate,
    purpose,
    expectedEffect,
    focus,
    participants,
    // stops
    visitId,
    sequence,
    date,
    weekday, // in a column of its own: checked against the date
    time,
    endTime,
    zone,
    place,
    coordinates,
    latitude,
    longitude,
    counterpart,
    agenda,
    reason,
    discussed,
    stopStatus,
    followUp,
    followUpOwner,
    followUpDue,
    followUpDone,
    // indicators
    indicator,
    unit,
    period,
    amount,
    amountOfPeriod, // a column a period; its heading says which
    // risks
    risk,
    sign,
    agreementId,
    cause,
    likelihood,
    severity,
    mitigation,
    owner,
    // where a fact was read
    sourceTitle,
    sourceAddress,
    sourceGrade,
    sourcePublisher,
    sourceDate,
    note,
};
inline constexpr std::size_t kImportFieldCount = static_cast<std::size_t>(ImportField::note) + 1;

struct FieldInfo {
    ImportField field = ImportField::id;
    // 0: optional. Of the fields of a kind with the same number (code or name of the region) one is needed: a row
    // without it is not written.
    int needed = 0;
    bool several = false; // several columns may hold it; their cells come one after the other
};

// "signed_on" ...: stable, for files.
[[nodiscard]] std::string_view importFieldId(ImportField field);
[[nodiscard]] std::optional<ImportField> parseImportField(std::string_view id);
// The heading that the program itself would write above the column; message id.
[[nodiscard]] const char* importFieldLabel(ImportField field);

// The fields of a kind, in the order in which a form would ask for them.
[[nodiscard]] std::span<const FieldInfo> fieldsOf(ImportKind kind);
// Null where the kind has no such field.
[[nodiscard]] const FieldInfo* findField(ImportKind kind, ImportField field);

} // namespace jejaring::data
