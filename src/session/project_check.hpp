// SPDX-License-Identifier: MIT
// What is wrong with a value that is being edited, field by field, so that it can be said beside the field.
#pragma once

#include "core/project.hpp"
#include "core/result.hpp"

#include <map>
#include <string>

namespace jejaring::session {

// By field: "title", "signedOn", and with a number from 0 in lists: "parties.1", "stages.0.date", "targets.2.planned",
// "stops.0.place". An error hinders saving, a warning does not.
using FieldMessages = std::map<std::string, core::Message>;

[[nodiscard]] bool hinders(const FieldMessages& messages);

// A message for a field; an error takes the place of a warning, else the first one stays.
void addMessage(FieldMessages& messages, const std::string& field, core::Message message);

// What a value is compared with. A catalog without regions knows no code to be wrong.
struct CheckContext {
    const core::Project& project;
    const core::RegionCatalog& catalog;
};

// parties, sectors, framework, stages, signedOn, validUntil, endedOn, value, currency, targets, replaces, sourceId.
[[nodiscard]] FieldMessages check(const core::Agreement& agreement, const CheckContext& context);
// name, country, region, coordinates.
[[nodiscard]] FieldMessages check(const core::Partner& partner, const CheckContext& context);
// title, start, end, province, sourceId, and those of its stops.
[[nodiscard]] FieldMessages check(const core::Visit& visit, const CheckContext& context);
// date, time, endTime, zone, place, coordinates, region, sourceId.
[[nodiscard]] FieldMessages check(const core::Stop& stop, const core::Visit& visit, const CheckContext& context);
// what, visitId, stop, due, done, agreementId.
[[nodiscard]] FieldMessages check(const core::FollowUp& followUp, const CheckContext& context);
// title, start, end, coordinates, region, participants, sourceId.
[[nodiscard]] FieldMessages check(const core::Activity& activity, const CheckContext& context);
// name.
[[nodiscard]] FieldMessages check(const core::Indicator& indicator, const CheckContext& context);
// indicatorId, region, period, value.
[[nodiscard]] FieldMessages check(const core::IndicatorValue& value, const CheckContext& context);
// The same of one that is to stand in the project, in place of `former` where that is one of it: no other value is of
// its region and period.
[[nodiscard]] FieldMessages check(const core::IndicatorValue& value, const core::IndicatorValue& former,
                                  const CheckContext& context);
// what, region, agreementId, likelihood, severity.
[[nodiscard]] FieldMessages check(const core::Risk& risk, const CheckContext& context);
// title, address, published.
[[nodiscard]] FieldMessages check(const core::Source& source, const CheckContext& context);
// region.
[[nodiscard]] FieldMessages check(const core::RegionProfile& profile, const CheckContext& context);
// name, members. `formerName` as for put().
[[nodiscard]] FieldMessages check(const core::RegionGroup& group, const std::string& formerName,
                                  const CheckContext& context);
// text, subject.
[[nodiscard]] FieldMessages check(const core::Note& note, const CheckContext& context);
// bytes, subject, stop.
[[nodiscard]] FieldMessages check(const core::Picture& picture, const CheckContext& context);

// The most that one picture may take in a project.
inline constexpr std::size_t kLargestPicture = std::size_t{8} * 1024 * 1024; // bytes

} // namespace jejaring::session
