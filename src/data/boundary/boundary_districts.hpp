// SPDX-License-Identifier: MIT
// Kecamatan and villages as rows of boundaries.gpkg: with today's code and name where the names tell them, else as the
// source has them.
#pragma once

#include "data/boundary/boundary_file.hpp"
#include "data/boundary/boundary_sources.hpp"

#include <map>
#include <set>
#include <string>

namespace jejaring::data {

class DistrictRows {
  public:
    explicit DistrictRows(const Areas& areas);

    // `code`: today's, or empty. `regency`: the code of the region it lies in today.
    [[nodiscard]] BoundaryRow district(const GadmFeature& source, const std::string& code,
                                       const std::string& regency) const;
    // `district`: today's code of the kecamatan it lies in, or empty. No two villages get one code: the first has it.
    [[nodiscard]] BoundaryRow village(const GadmFeature& source, const std::string& district,
                                      const std::string& regency);

  private:
    std::map<std::string, std::string> districtNames_; // by code
    std::map<std::string, Area> villages_;             // by district's code and key of name
    std::set<std::string> taken_;                      // codes of villages
};

} // namespace jejaring::data
