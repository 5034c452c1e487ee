// SPDX-License-Identifier: MIT
#include "analysis/project_index.hpp"

#include <numeric>

namespace jejaring::analysis {
namespace {

std::uint32_t rootOf(std::vector<std::uint32_t>& parent, std::uint32_t node) {
    while (parent[node] != node) {
        parent[node] = parent[parent[node]];
        node = parent[node];
    }
    return node;
}

} // namespace

AgreementChains::AgreementChains(const core::Project& project)
    : chain_(project.agreements.size()), predecessor_(project.agreements.size(), kNone),
      count_(project.agreements.size()) {
    std::iota(chain_.begin(), chain_.end(), 0U);
    std::unordered_map<std::string_view, std::uint32_t> byId;
    for (std::size_t i = 0; i < project.agreements.size(); ++i)
        byId.emplace(project.agreements[i].id, static_cast<std::uint32_t>(i));
    for (std::size_t i = 0; i < project.agreements.size(); ++i) {
        const std::string& replaces = project.agreements[i].replaces;
        const auto found = replaces.empty() ? byId.end() : byId.find(replaces);
        if (found == byId.end())
            continue;
        const std::uint32_t own = rootOf(chain_, static_cast<std::uint32_t>(i));
        const std::uint32_t other = rootOf(chain_, found->second);
        if (own == other)
            continue;
        chain_[own] = other;
        predecessor_[i] = found->second;
        --count_;
    }
    for (std::size_t i = 0; i < chain_.size(); ++i)
        chain_[i] = rootOf(chain_, static_cast<std::uint32_t>(i));
}

OccasionIndex::OccasionIndex(const core::Project& project) {
    for (const core::Visit& visit : project.visits)
        visits_.emplace(visit.id, &visit);
    for (const core::Activity& activity : project.activities)
        activities_.emplace(activity.id, &activity);
}

std::vector<core::RegionCode> OccasionIndex::regionsOf(const core::FollowUp& followUp) const {
    if (const auto visit = visits_.find(followUp.visitId); visit != visits_.end()) {
        core::Activity stops; // whose regions are told once each, too
        stops.region = followUp.stop == 0 ? visit->second->province : core::RegionCode();
        for (const core::Stop& stop : visit->second->stops)
            if (followUp.stop == 0 || stop.sequence == followUp.stop)
                stops.participants.push_back({stop.region, "", ""});
        return core::regionsOf(stops);
    }
    if (const auto activity = activities_.find(followUp.visitId); activity != activities_.end())
        return core::regionsOf(*activity->second);
    return {};
}

std::optional<core::PartialDate> OccasionIndex::begun(const core::FollowUp& followUp) const {
    if (const auto visit = visits_.find(followUp.visitId); visit != visits_.end())
        return visit->second->start;
    if (const auto activity = activities_.find(followUp.visitId); activity != activities_.end())
        return activity->second->start;
    return std::nullopt;
}

PartnerIndex partnersById(const core::Project& project) {
    PartnerIndex index;
    index.reserve(project.partners.size());
    for (const core::Partner& partner : project.partners)
        index.emplace(partner.id, &partner);
    return index;
}

} // namespace jejaring::analysis
