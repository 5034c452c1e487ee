// SPDX-License-Identifier: MIT
#include "scene/fact_words.hpp"

#include "analysis/credit.hpp"
#include "analysis/impact.hpp"
#include "text/locale_format.hpp"

#include <algorithm>
#include <cctype>

namespace jejaring::scene {

std::string_view lifeOf(const core::Agreement& agreement, core::Day today) {
    switch (agreement.status) {
    case core::AgreementStatus::unknown:
        break;
    case core::AgreementStatus::active:
        return JEJARING_TR("under way");
    case core::AgreementStatus::inactive:
        return JEJARING_TR("inactive");
    case core::AgreementStatus::expired:
        return JEJARING_TR("expired");
    case core::AgreementStatus::ended:
        return JEJARING_TR("ended");
    case core::AgreementStatus::exploration:
        return JEJARING_TR("exploration");
    }
    switch (analysis::standingOn(agreement, today, today)) {
    case analysis::Standing::inForce:
    case analysis::Standing::inForceAssumed:
        return JEJARING_TR("in force (assumed)");
    case analysis::Standing::notInForce:
        break;
    }
    if (agreement.document == "LoI" || agreement.subkind == "loi")
        return JEJARING_TR("letter of intent");
    return JEJARING_TR("not in force");
}

std::string counterpartName(const std::function<const core::Partner*(const std::string&)>& partnerOf,
                            const core::RegionCatalog& catalog, const core::Agreement& agreement,
                            const core::RegionCode& region) {
    std::string names;
    for (const core::Party& party : agreement.parties) {
        // A region on the partner's side of a KSDD is no partner of its own.
        if (!region.empty() && analysis::covers(region, party.region, false))
            continue;
        std::string name;
        if (const core::Partner* partner = partnerOf(party.partnerId))
            name = partner->name;
        else if (const auto index = catalog.find(party.region))
            name = catalog[*index].name;
        if (!name.empty())
            names += (names.empty() ? "" : ", ") + name;
    }
    return names;
}

std::string counterpartName(const core::Project& project, const core::RegionCatalog& catalog,
                            const core::Agreement& agreement, const core::RegionCode& region) {
    return counterpartName([&project](const std::string& id) { return core::findPartner(project, id); }, catalog,
                           agreement, region);
}

std::string countryNames(const std::function<const core::Partner*(const std::string&)>& partnerOf,
                         const core::Agreement& agreement, text::Language language) {
    std::vector<std::string> countries;
    std::string names;
    for (const core::Party& party : agreement.parties) {
        const core::Partner* const partner = partnerOf(party.partnerId);
        if (partner == nullptr || partner->country.empty() ||
            std::find(countries.begin(), countries.end(), partner->country) != countries.end())
            continue;
        countries.push_back(partner->country);
        names += (names.empty() ? "" : ", ") + text::countryName(language, partner->country);
    }
    return names;
}

std::string citation(const core::Source& source, text::Language language) {
    const std::string& title = source.title.empty() ? source.address : source.title;
    std::string cited;
    if (!source.publisher.empty() && title.find(source.publisher) == std::string::npos)
        cited = source.publisher + ", ";
    cited += title;
    if (source.published) {
        const std::string date = text::formatDate(language, *source.published);
        if (title.find(date) == std::string::npos)
            cited += ", " + date;
    }
    return cited;
}

std::string sectorName(const core::Project& project, text::Language language, const std::string& id) {
    if (const core::Sector* sector = core::findSector(project.sectors, id))
        return language == text::Language::indonesian ? sector->indonesian : sector->english;
    std::string plain = id;
    std::replace(plain.begin(), plain.end(), '_', ' ');
    return plain;
}

std::string sectorList(const core::Project& project, text::Language language, const std::vector<std::string>& ids) {
    std::string list;
    for (const std::string& id : ids)
        list += (list.empty() ? "" : ", ") + sectorName(project, language, id);
    if (!list.empty())
        list[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(list[0])));
    return list;
}

} // namespace jejaring::scene
