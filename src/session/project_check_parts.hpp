// SPDX-License-Identifier: MIT
// What the checks of several kinds of values have in common. Included by project_check*.cpp alone.
#pragma once

#include "session/project_check.hpp"

#include <optional>
#include <string>
#include <utility>

namespace jejaring::session {

[[nodiscard]] inline core::Message fault(std::string id, std::vector<std::string> arguments = {}) {
    return core::error(core::ErrorCode::invalidArgument, std::move(id), std::move(arguments));
}

[[nodiscard]] bool blank(const std::string& text);
// A year of four digits, and a month and a day that exist.
void checkDate(FieldMessages& messages, const std::string& field, const std::optional<core::PartialDate>& date);
// `end` must not lie wholly before `start`. Says so at `endField`.
void checkOrder(FieldMessages& messages, const std::string& endField, const std::optional<core::PartialDate>& start,
                const std::optional<core::PartialDate>& end);
void checkRegion(FieldMessages& messages, const std::string& field, const core::RegionCode& region,
                 const CheckContext& context);
void checkCoordinates(FieldMessages& messages, const std::string& field,
                      const std::optional<core::Coordinates>& coordinates);
void checkSource(FieldMessages& messages, const std::string& sourceId, const CheckContext& context);
// At least one of region, agreement and visit is named, and is there; says so at "subject".
void checkSubject(FieldMessages& messages, const core::RegionCode& region, const std::string& agreementId,
                  const std::string& visitId, const CheckContext& context);

} // namespace jejaring::session
