// SPDX-License-Identifier: MIT
#pragma once

#include "core/region.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace jejaring::core {

enum class PartnerType : std::uint8_t {
    notStated,
    city,
    province,
    country,
    university,
    company,
    institution,
    internationalOrganisation,
    indonesianRegion,
    domesticThirdParty,
};

// "city", "international_organisation" ...; empty for notStated.
[[nodiscard]] std::string_view partnerTypeId(PartnerType type);
[[nodiscard]] std::optional<PartnerType> parsePartnerType(std::string_view id);

struct Coordinates {
    double latitude = 0;  // degrees north
    double longitude = 0; // degrees east
    friend bool operator==(const Coordinates&, const Coordinates&) = default;
};

// A mitra: who an agreement is with.
struct Partner {
    std::string id;
    std::string name;
    PartnerType type = PartnerType::notStated;
    std::string country; // ISO 3166-1 alpha-3; "IDN" for a partner at home; empty where unknown
    RegionCode region;   // of an Indonesian region, else empty
    std::optional<Coordinates> place;
    friend bool operator==(const Partner&, const Partner&) = default;
};

} // namespace jejaring::core
