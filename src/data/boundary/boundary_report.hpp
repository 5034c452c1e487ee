// SPDX-License-Identifier: MIT
// What a build of the boundaries found: how many regions, matched how, whether area was lost, what stays doubtful.
#pragma once

#include "data/boundary/boundary_partition.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace jejaring::data {

// How a region came by its boundary.
enum class MatchMethod {
    exact,   // the source has it under today's name
    alias,   // under a name listed in region_aliases.csv
    fuzzy,   // under a name that differs by spelling alone
    rebuilt, // the source does not have it: made of kecamatan of those it was formed from
};
[[nodiscard]] const char* toText(MatchMethod method);

struct BoundaryMatch {
    std::string code;
    std::string name;
    std::string sourceName; // in the source; empty where rebuilt
    MatchMethod method = MatchMethod::exact;
    std::size_t kecamatan = 0;   // it consists of
    std::size_t movedIn = 0;     // of these, from another region of the source
    std::size_t splitPieces = 0; // parts of kecamatan that villages assigned to it
    double area = 0;             // square kilometres
    std::string doubt;           // message id; empty where there is none
};

// With a neighbour by land.
struct LandBorder {
    std::string name;   // of the neighbour
    double gapArea = 0; // square kilometres: neither's in its own source, now the neighbour's
};

struct BoundaryReport {
    std::size_t provinces = 0;
    std::size_t regencies = 0;
    std::size_t countries = 0;
    std::size_t repairedCountries = 0;
    // Written only where asked for: of what the source has, some bear a code of today's.
    struct Places {
        std::size_t written = 0;
        std::size_t coded = 0;  // of these, with today's code
        std::size_t source = 0; // features of the source, water included
        std::size_t today = 0;  // that there are
    };
    Places districts;
    Places villages;
    std::vector<BoundaryMatch> matches;  // in order of code
    std::vector<LandBorder> landBorders; // in order of name
    std::vector<std::string> moved;      // "Amberbaken: 92.02 -> 96.04", one a kecamatan or part that changed hands

    // Square kilometres. sourceArea counts overlaps twice, so the result may be smaller by as much as overlapArea.
    double sourceArea = 0;  // of the polygons as they came
    double regencyArea = 0; // of the regions written
    double lakeArea = 0;    // of the source's lakes, which belong to no region
    double overlapArea = 0; // claimed twice by the source, given to one
    double gapArea = 0;     // slivers between neighbours of the source, closed
    double pocketArea = 0;  // slivers and small pockets within a neighbour, given to it
    double crackArea = 0;   // narrow channels between neighbours, most of them open to the sea, closed
    std::size_t overlaps = 0;
    std::size_t gaps = 0;
    std::size_t pockets = 0;
    std::size_t cracks = 0;
    std::size_t lakes = 0;
    std::size_t vertices = 0; // of the regencies written
    double seconds = 0;

    void add(const Partition::Statistics& statistics);
    [[nodiscard]] std::size_t count(MatchMethod method) const;
};

} // namespace jejaring::data
