// SPDX-License-Identifier: MIT
// Follow-ups that a row of visits or stops names: one a line, owners and dates beside them.
#pragma once

#include "data/import/import_kind.hpp"

namespace jejaring::data {

struct FollowUpDraft {
    std::vector<core::FollowUp> items; // without ids, visit and stop
    [[nodiscard]] std::string text() const;
};

[[nodiscard]] FollowUpDraft readFollowUps(ImportRow& row);

// The follow-ups of a project by the visit and stop they belong to.
class FollowUpBook {
  public:
    explicit FollowUpBook(core::Project& project);
    [[nodiscard]] std::string textOf(const std::string& visitId, int stop) const;
    // Adds those that are new; of those known by their text, takes over owner and dates. None is taken away: what
    // was agreed is not undone by a table that is silent about it.
    void take(const FollowUpDraft& draft, const std::string& visitId, int stop);

  private:
    [[nodiscard]] static std::string place(const std::string& visitId, int stop);
    core::Project& project_;
    std::unordered_map<std::string, std::vector<std::size_t>> byPlace_;
    std::unordered_map<std::string, std::size_t> byId_;
};

} // namespace jejaring::data
