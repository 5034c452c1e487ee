// SPDX-License-Identifier: MIT
#include "core/partner.hpp"

#include "core/id_table.hpp"

namespace jejaring::core {
namespace {

constexpr IdTable<PartnerType, 10> kTypes{{{PartnerType::notStated, ""},
                                           {PartnerType::city, "city"},
                                           {PartnerType::province, "province"},
                                           {PartnerType::country, "country"},
                                           {PartnerType::university, "university"},
                                           {PartnerType::company, "company"},
                                           {PartnerType::institution, "institution"},
                                           {PartnerType::internationalOrganisation, "international_organisation"},
                                           {PartnerType::indonesianRegion, "indonesian_region"},
                                           {PartnerType::domesticThirdParty, "domestic_third_party"}}};

} // namespace

std::string_view partnerTypeId(PartnerType type) {
    return idOf(kTypes, type);
}
std::optional<PartnerType> parsePartnerType(std::string_view id) {
    return valueOf(kTypes, id);
}

} // namespace jejaring::core
