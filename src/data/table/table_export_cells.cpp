// SPDX-License-Identifier: MIT
#include "data/table/table_export_cells.hpp"

#include "data/import/import_row.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace jejaring::data {
namespace {

using Field = ImportField;

constexpr std::array kAgreementColumns{Field::id,
                                       Field::regionCode,
                                       Field::region,
                                       Field::partner,
                                       Field::partnerType,
                                       Field::country,
                                       Field::latitude,
                                       Field::longitude,
                                       Field::partnerRegionCode,
                                       Field::partnerRegion,
                                       Field::agreementKind,
                                       Field::subkind,
                                       Field::document,
                                       Field::framework,
                                       Field::sectors,
                                       Field::stage,
                                       Field::status,
                                       Field::signedOn,
                                       Field::validUntil,
                                       Field::endedOn,
                                       Field::value,
                                       Field::currency,
                                       Field::target,
                                       Field::targetUnit,
                                       Field::targetPlanned,
                                       Field::targetReached,
                                       Field::replaces,
                                       Field::sourceTitle,
                                       Field::sourceAddress,
                                       Field::sourceGrade,
                                       Field::sourcePublisher,
                                       Field::sourceDate,
                                       Field::note};
constexpr std::array kVisitColumns{Field::id,           Field::title,           Field::visitor,
                                   Field::ministry,     Field::visitType,       Field::startDate,
                                   Field::endDate,      Field::regionCode,      Field::region,
                                   Field::purpose,      Field::expectedEffect,  Field::focus,
                                   Field::followUp,     Field::followUpOwner,   Field::followUpDue,
                                   Field::followUpDone, Field::sourceTitle,     Field::sourceAddress,
                                   Field::sourceGrade,  Field::sourcePublisher, Field::sourceDate};
constexpr std::array kStopColumns{
    Field::visitId,      Field::title,       Field::sequence,      Field::date,          Field::time,
    Field::endTime,      Field::zone,        Field::place,         Field::latitude,      Field::longitude,
    Field::regionCode,   Field::region,      Field::counterpart,   Field::agenda,        Field::reason,
    Field::discussed,    Field::stopStatus,  Field::followUp,      Field::followUpOwner, Field::followUpDue,
    Field::followUpDone, Field::sourceTitle, Field::sourceAddress, Field::sourceGrade,   Field::sourcePublisher,
    Field::sourceDate};
constexpr std::array kActivityColumns{
    Field::id,          Field::title,         Field::activityKind, Field::startDate,
    Field::endDate,     Field::place,         Field::latitude,     Field::longitude,
    Field::regionCode,  Field::region,        Field::purpose,      Field::participants,
    Field::sourceTitle, Field::sourceAddress, Field::sourceGrade,  Field::sourcePublisher,
    Field::sourceDate,  Field::note};
constexpr std::array kIndicatorColumns{
    Field::regionCode,  Field::region,          Field::indicator,   Field::unit,
    Field::period,      Field::amount,          Field::sourceTitle, Field::sourceAddress,
    Field::sourceGrade, Field::sourcePublisher, Field::sourceDate};
constexpr std::array kRiskColumns{Field::id,       Field::risk,        Field::sign,  Field::regionCode,
                                  Field::region,   Field::agreementId, Field::cause, Field::likelihood,
                                  Field::severity, Field::mitigation,  Field::owner};

} // namespace

std::span<const ImportField> exportedColumns(ImportKind kind) {
    switch (kind) {
    case ImportKind::agreements:
        return kAgreementColumns;
    case ImportKind::visits:
        return kVisitColumns;
    case ImportKind::stops:
        return kStopColumns;
    case ImportKind::activities:
        return kActivityColumns;
    case ImportKind::indicators:
        return kIndicatorColumns;
    case ImportKind::risks:
        return kRiskColumns;
    }
    return {};
}

TableCell exportedText(std::string text) {
    return {text.empty() ? CellKind::blank : CellKind::text, std::move(text)};
}

std::string exportedNumber(double value) {
    std::array<char, 400> digits{};
    const auto [end, failure] =
        std::to_chars(digits.data(), digits.data() + digits.size(), value, std::chars_format::fixed);
    std::string text(digits.data(), failure == std::errc{} ? end : digits.data());
    constexpr std::size_t kGroup = 3;
    if (const std::size_t point = text.find('.'); point != std::string::npos && text.size() - point - 1 == kGroup)
        text += '0';
    return text;
}

TableCell exportedNumberCell(const std::optional<double>& value) {
    return value ? TableCell{CellKind::number, exportedNumber(*value)} : TableCell{};
}

TableCell exportedDate(const std::optional<core::PartialDate>& date) {
    TableCell cell = exportedText(date ? date->iso() : std::string());
    if (date && date->day != 0)
        cell.kind = CellKind::date;
    return cell;
}

std::string exportedList(const std::vector<std::string>& texts) {
    if (std::all_of(texts.begin(), texts.end(), [](const std::string& text) { return text.empty(); }))
        return {};
    std::string all;
    for (const std::string& text : texts) {
        const std::string entry = asListEntry(text);
        all += (all.empty() ? "" : "; ") + (entry.empty() ? "-" : entry);
    }
    return all;
}

} // namespace jejaring::data
