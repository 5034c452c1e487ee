// SPDX-License-Identifier: MIT
#include "core/visit.hpp"

#include "core/id_table.hpp"

namespace jejaring::core {
namespace {

constexpr IdTable<StopStatus, 5> kStatuses{{{StopStatus::notStated, ""},
                                            {StopStatus::planned, "planned"},
                                            {StopStatus::scheduled, "scheduled"},
                                            {StopStatus::held, "held"},
                                            {StopStatus::cancelled, "cancelled"}}};

constexpr IdTable<VisitType, 2> kTypes{{{VisitType::visit, "visit"}, {VisitType::activity, "activity"}}};

} // namespace

std::string_view stopStatusId(StopStatus status) {
    return idOf(kStatuses, status);
}
std::optional<StopStatus> parseStopStatus(std::string_view id) {
    return valueOf(kStatuses, id);
}
FollowUpState stateOf(const FollowUp& followUp, Day today) {
    if (followUp.done)
        return FollowUpState::done;
    return followUp.due && followUp.due->latest() < today ? FollowUpState::overdue : FollowUpState::open;
}
std::string_view visitTypeId(VisitType type) {
    return idOf(kTypes, type);
}
std::optional<VisitType> parseVisitType(std::string_view id) {
    return valueOf(kTypes, id);
}

} // namespace jejaring::core
