// SPDX-License-Identifier: MIT
#include "analysis/agreement_filter.hpp"

#include <algorithm>

namespace jejaring::analysis {
namespace {

template <class T> bool listed(const std::vector<T>& list, const T& item) {
    return std::find(list.begin(), list.end(), item) != list.end();
}

bool anyCountryListed(const std::vector<std::string>& countries, const core::Agreement& agreement,
                      const core::Project& project) {
    return std::any_of(agreement.parties.begin(), agreement.parties.end(), [&](const core::Party& party) {
        if (party.partnerId.empty())
            return false;
        const core::Partner* partner = core::findPartner(project, party.partnerId);
        return partner != nullptr && listed(countries, partner->country);
    });
}

} // namespace

bool cameLater(const std::optional<core::PartialDate>& begun, const FactScope& scope) {
    return scope.date < scope.today && begun && begun->earliest() > scope.date;
}

std::optional<core::PartialDate> begunOn(const core::Agreement& agreement) {
    if (agreement.signedOn)
        return agreement.signedOn;
    std::optional<core::PartialDate> first;
    for (const core::StageReached& stage : agreement.stages)
        if (stage.date && (!first || stage.date->earliest() < first->earliest()))
            first = stage.date;
    return first;
}

bool within(const FactScope& scope, const core::Agreement& agreement, const core::Project& project) {
    return passes(scope.filter, agreement, project) && !cameLater(begunOn(agreement), scope);
}

bool passes(const AgreementFilter& filter, const core::Agreement& agreement, const core::Project& project) {
    if (!filter.kinds.empty() && !listed(filter.kinds, agreement.kind))
        return false;
    if (!filter.sectors.empty() && std::none_of(agreement.sectors.begin(), agreement.sectors.end(),
                                                [&](const std::string& s) { return listed(filter.sectors, s); }))
        return false;
    if (!filter.grades.empty()) {
        const core::Source* source = core::findSource(project, agreement.sourceId);
        if (!listed(filter.grades, source == nullptr ? core::SourceGrade::unstated : source->grade))
            return false;
    }
    return filter.countries.empty() || anyCountryListed(filter.countries, agreement, project);
}

} // namespace jejaring::analysis
