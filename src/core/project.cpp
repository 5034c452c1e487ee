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

} // namespace jejaring::core
