// SPDX-License-Identifier: MIT
// Countries by their ISO 3166-1 codes, from the package iso-codes.
#pragma once

#include "core/result.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace jejaring::data {

struct Country {
    std::string alpha3;              // "JPN"
    std::string alpha2;              // "JP"
    std::string numeric;             // "392", with leading zeros
    std::string english;             // the common name where there is one, else the short one: "Vietnam", "Japan"
    std::vector<std::string> others; // the short and the official name where they differ: "Kingdom of Thailand"
};

// In order of alpha3.
class Countries {
  public:
    explicit Countries(std::vector<Country> countries);
    [[nodiscard]] const std::vector<Country>& all() const { return countries_; }
    [[nodiscard]] const Country* byAlpha3(std::string_view code) const;
    [[nodiscard]] const Country* byAlpha2(std::string_view code) const;
    [[nodiscard]] const Country* byNumeric(std::string_view code) const;

  private:
    std::vector<Country> countries_;
};

inline constexpr const char* kIsoCodesFile = "/usr/share/iso-codes/json/iso_3166-1.json";

// Errors: notFound (names the package), unreadable, wrongFormat.
[[nodiscard]] core::Result<Countries> readCountries(const std::string& path = kIsoCodesFile);

} // namespace jejaring::data
