// SPDX-License-Identifier: MIT
#include "core/project.hpp"

#include "core/id_table.hpp"

#include <algorithm>

namespace jejaring::core {
namespace {

template <class T> const T* findById(const std::vector<T>& items, const std::string& id) {
    const auto found = std::find_if(items.begin(), items.end(), [&](const T& item) { return item.id == id; });
    return found == items.end() ? nullptr : &*found;
}

void addOnce(std::vector<RegionCode>& regions, const RegionCode& region) {
    if (!region.empty() && std::find(regions.begin(), regions.end(), region) == regions.end())
        regions.push_back(region);
}

constexpr IdTable<RiskSign, 2> kRiskSigns{{{RiskSign::risk, "risk"}, {RiskSign::positiveEffect, "positive_effect"}}};

} // namespace

std::string_view riskSignId(RiskSign sign) {
    return idOf(kRiskSigns, sign);
}
std::optional<RiskSign> parseRiskSign(std::string_view id) {
    return valueOf(kRiskSigns, id);
}

const Source* findSource(const Project& project, const std::string& id) {
    return findById(project.sources, id);
}
const Partner* findPartner(const Project& project, const std::string& id) {
    return findById(project.partners, id);
}
const Agreement* findAgreement(const Project& project, const std::string& id) {
    return findById(project.agreements, id);
}
const Visit* findVisit(const Project& project, const std::string& id) {
    return findById(project.visits, id);
}
const FollowUp* findFollowUp(const Project& project, const std::string& id) {
    return findById(project.followUps, id);
}
const Activity* findActivity(const Project& project, const std::string& id) {
    return findById(project.activities, id);
}
const Indicator* findIndicator(const Project& project, const std::string& id) {
    return findById(project.indicators, id);
}
const Risk* findRisk(const Project& project, const std::string& id) {
    return findById(project.risks, id);
}

std::vector<RegionCode> regionsOf(const Project& project, const FollowUp& followUp) {
    std::vector<RegionCode> regions;
    if (const Visit* visit = findVisit(project, followUp.visitId)) {
        if (followUp.stop == 0)
            addOnce(regions, visit->province);
        for (const Stop& stop : visit->stops)
            if (followUp.stop == 0 || stop.sequence == followUp.stop)
                addOnce(regions, stop.region);
    } else if (const Activity* activity = findActivity(project, followUp.visitId)) {
        regions = regionsOf(*activity);
    }
    return regions;
}

std::vector<RegionCode> regionsOf(const Activity& activity) {
    std::vector<RegionCode> regions;
    addOnce(regions, activity.region);
    for (const Participant& participant : activity.participants)
        addOnce(regions, participant.region);
    return regions;
}

} // namespace jejaring::core
