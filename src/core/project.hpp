// SPDX-License-Identifier: MIT
// A project: everything one file holds. A plain value; copies are snapshots.
#pragma once

#include "core/activity.hpp"
#include "core/agreement.hpp"
#include "core/annotation.hpp"
#include "core/partner.hpp"
#include "core/source.hpp"
#include "core/visit.hpp"
#include "core/vocabulary.hpp"

#include <map>
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
    friend bool operator==(const IndicatorValue&, const IndicatorValue&) = default;
};

struct Indicator {
    std::string id;
    std::string name;
    std::string unit;
    std::string sourceId;
    friend bool operator==(const Indicator&, const Indicator&) = default;
};

enum class RiskSign : std::uint8_t { risk, positiveEffect };

// "risk", "positive_effect".
[[nodiscard]] std::string_view riskSignId(RiskSign sign);
[[nodiscard]] std::optional<RiskSign> parseRiskSign(std::string_view id);

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
    friend bool operator==(const Risk&, const Risk&) = default;
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
    friend bool operator==(const RegionProfile&, const RegionProfile&) = default;
};

struct RegionGroup {
    std::string name;
    std::vector<RegionCode> members;
    friend bool operator==(const RegionGroup&, const RegionGroup&) = default;
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
    std::vector<Activity> activities;
    std::vector<Indicator> indicators;
    std::vector<IndicatorValue> indicatorValues;
    std::vector<Risk> risks;
    std::vector<RegionProfile> profiles;
    std::vector<RegionGroup> groups;
    std::vector<RegionAlias> aliases;
    std::vector<Note> notes;
    std::vector<Picture> pictures;
    std::vector<Sheet> sheets;
    std::vector<Stage> stages;   // the stage lists in use
    std::vector<Sector> sectors; // the sectors that agreements may name
    ImpactWeights weights;
    ProgressTable progress;
    std::map<std::string, std::string> settings; // free key and value pairs of the project
    friend bool operator==(const Project&, const Project&) = default;
};

// The element with this id, or nullptr.
[[nodiscard]] const Source* findSource(const Project& project, const std::string& id);
[[nodiscard]] const Partner* findPartner(const Project& project, const std::string& id);
[[nodiscard]] const Agreement* findAgreement(const Project& project, const std::string& id);
[[nodiscard]] const Visit* findVisit(const Project& project, const std::string& id);
[[nodiscard]] const FollowUp* findFollowUp(const Project& project, const std::string& id);
[[nodiscard]] const Activity* findActivity(const Project& project, const std::string& id);
[[nodiscard]] const Indicator* findIndicator(const Project& project, const std::string& id);
[[nodiscard]] const Risk* findRisk(const Project& project, const std::string& id);
// The regions that a follow-up is of: its stop's; where it belongs to a whole visit or activity all of its.
[[nodiscard]] std::vector<RegionCode> regionsOf(const Project& project, const FollowUp& followUp);
// An activity's own region, then those that took part; each once.
[[nodiscard]] std::vector<RegionCode> regionsOf(const Activity& activity);

} // namespace jejaring::core
