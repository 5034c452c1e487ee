// SPDX-License-Identifier: MIT
#include "core/project.hpp"

#include "core/id_table.hpp"

#include <algorithm>
#include <functional>
#include <unordered_map>

namespace jejaring::core {
namespace {

// Where the elements of the list that a thread looked into last stand, by the hash of their ids: passes over a hundred
// thousand agreements ask for the partner of each. It is made for a list that is asked a second time, and nothing is
// believed that the list itself does not confirm, so that it may change or go at any time.
class Places {
  public:
    // Nothing where the list has to be looked through.
    template <class T> const T* find(const std::vector<T>& items, const std::string& id) {
        if (items.data() != list_ || items.size() != size_) {
            list_ = items.data();
            size_ = items.size();
            places_.clear();
            return nullptr;
        }
        if (places_.empty())
            for (std::size_t i = 0; i < items.size(); ++i)
                places_.emplace(std::hash<std::string>()(items[i].id), i);
        const auto found = places_.find(std::hash<std::string>()(id));
        return found != places_.end() && items[found->second].id == id ? &items[found->second] : nullptr;
    }

  private:
    const void* list_ = nullptr;
    std::size_t size_ = 0;
    std::unordered_map<std::size_t, std::size_t> places_;
};

template <class T> const T* findById(const std::vector<T>& items, const std::string& id) {
    if (id.empty()) // names nothing
        return nullptr;
    constexpr std::size_t kFew = 64;
    if (items.size() > kFew) {
        thread_local Places places; // one for each kind of list
        if (const T* known = places.find(items, id))
            return known;
    }
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
