// SPDX-License-Identifier: MIT
#pragma once

#include "core/region.hpp"

#include <optional>
#include <string>

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
};

} // namespace jejaring::core
