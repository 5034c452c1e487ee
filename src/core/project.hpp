// SPDX-License-Identifier: MIT
// A project: everything one file holds. A plain value; copies are snapshots.
#pragma once

#include "core/agreement.hpp"
#include "core/partner.hpp"
#include "core/source.hpp"
#include "core/visit.hpp"

#include <string>
#include <vector>

namespace jejaring::core {

// One number of a region and period.
struct IndicatorValue {
    std::string indicatorId;
    RegionCode region;
    PartialDate period;
    double value = 0;
    std::string sourceId;
};

struct Indicator {
    std::string id;
    std::string name;
    std::string unit;
    std::string sourceId;
};

enum class RiskSign : std::uint8_t { risk, positiveEffect };

struct Risk {
    std::string id;
    RiskSign sign = RiskSign::risk;
    RegionCode region;
    std::string agreementId;
    std::string what;
    std::string cause;
    int likelihood = 0; // 1 (rare) to 5 (almost certain); 0 where not assessed
    int severity = 0;   // keparahan, 1 to 5; 0 where not assessed
    std::string mitigation;
    std::string owner;
};

struct RegionProfile {
    RegionCode region;
    std::string strengths;
    std::string needs;
    std::string aims;
    std::string strategy;
    std::string society;
    std::string economicDiplomacy;
    std::string challenges;
    std::string outlook;
};

struct RegionGroup {
    std::string name;
    std::vector<RegionCode> members;
};

// Weights of the impact score's parts; each 0 to 1. They are normalised to their sum.
struct ImpactWeights {
    double cooperation = 0.50;
    double countries = 0.25;
    double sectors = 0.25;
    friend bool operator==(const ImpactWeights&, const ImpactWeights&) = default;
};

struct Project {
    std::string title;
    std::string description;
    std::vector<Source> sources;
    std::vector<Partner> partners;
    std::vector<Agreement> agreements;
    std::vector<Visit> visits;
    std::vector<FollowUp> followUps;
    std::vector<Indicator> indicators;
    std::vector<IndicatorValue> indicatorValues;
    std::vector<Risk> risks;
    std::vector<RegionProfile> profiles;
    std::vector<RegionGroup> groups;
    ImpactWeights weights;
};

// The element with this id, or nullptr.
[[nodiscard]] const Source* findSource(const Project& project, const std::string& id);
[[nodiscard]] const Partner* findPartner(const Project& project, const std::string& id);
[[nodiscard]] const Agreement* findAgreement(const Project& project, const std::string& id);
[[nodiscard]] const Visit* findVisit(const Project& project, const std::string& id);

} // namespace jejaring::core
