// SPDX-License-Identifier: MIT
// Look-ups over one project, made once for a pass over all its agreements.
#pragma once

#include "core/project.hpp"

#include <cstdint>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace jejaring::analysis {

// Agreements linked by what they replaced are one chain: a renewed agreement, or a letter of intent and what came of
// it, is one cooperation. The project must outlive this.
class AgreementChains {
  public:
    explicit AgreementChains(const core::Project& project);

    // By index into Project::agreements: two agreements of one chain have the same number.
    [[nodiscard]] std::uint32_t chainOf(std::size_t agreement) const { return chain_[agreement]; }
    // Index of what it replaced, or kNone. Links that would close a circle are cut.
    static constexpr std::uint32_t kNone = 0xffffffff;
    [[nodiscard]] std::uint32_t predecessorOf(std::size_t agreement) const { return predecessor_[agreement]; }
    [[nodiscard]] std::size_t count() const { return count_; }

  private:
    std::vector<std::uint32_t> chain_;
    std::vector<std::uint32_t> predecessor_;
    std::size_t count_ = 0;
};

// Visits and activities by their ids, to tell the regions that follow-ups are of. The project must outlive this.
class OccasionIndex {
  public:
    explicit OccasionIndex(const core::Project& project);
    // The same as core::regionsOf(), without looking through all of the project.
    [[nodiscard]] std::vector<core::RegionCode> regionsOf(const core::FollowUp& followUp) const;
    // When what it was agreed at began.
    [[nodiscard]] std::optional<core::PartialDate> begun(const core::FollowUp& followUp) const;

  private:
    std::unordered_map<std::string_view, const core::Visit*> visits_;
    std::unordered_map<std::string_view, const core::Activity*> activities_;
};

using PartnerIndex = std::unordered_map<std::string_view, const core::Partner*>;
[[nodiscard]] PartnerIndex partnersById(const core::Project& project);

} // namespace jejaring::analysis
