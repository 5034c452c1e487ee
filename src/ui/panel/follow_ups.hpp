// SPDX-License-Identifier: MIT
// Follow-ups as lists show them.
#pragma once

#include "ui/interface.hpp"

#include <string>
#include <vector>

namespace jejaring::ui {

// Of a visit or activity, or of one of its stops; `stop` 0: those that belong to the whole. What is overdue stands
// first, then what is open by its due date, then what is done.
[[nodiscard]] std::vector<const core::FollowUp*> followUpsAt(const core::Project& project, const std::string& visitId,
                                                             int stop, core::Day today);
void sortFollowUps(std::vector<const core::FollowUp*>& followUps, core::Day today);

// A line that opens its form, with a box that marks it done today, or open again. `where` says where it was agreed.
// Precondition: the project that `followUp` is of outlives the call.
void followUpRow(Interface& ui, const std::string& id, const core::FollowUp& followUp, float width,
                 const std::string& where = {});

} // namespace jejaring::ui
