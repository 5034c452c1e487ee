// SPDX-License-Identifier: MIT
#include "data/boundary/boundary_report.hpp"

#include <algorithm>

namespace jejaring::data {

const char* toText(MatchMethod method) {
    switch (method) {
    case MatchMethod::exact:
        return "exact";
    case MatchMethod::alias:
        return "alias";
    case MatchMethod::fuzzy:
        return "fuzzy";
    case MatchMethod::rebuilt:
        return "rebuilt";
    }
    return "exact";
}

void BoundaryReport::add(const Partition::Statistics& statistics) {
    constexpr double kSquare = 111.195 * 111.195 * kGridStep * kGridStep; // km² of a grid square at the equator
    overlaps += statistics.overlaps;
    overlapArea += statistics.overlapArea * kSquare;
    gaps += statistics.gaps;
    gapArea += statistics.gapArea * kSquare;
    pockets += statistics.pockets;
    pocketArea += statistics.pocketArea * kSquare;
    cracks += statistics.cracks;
    crackArea += statistics.crackArea * kSquare;
}

std::size_t BoundaryReport::count(MatchMethod method) const {
    return static_cast<std::size_t>(
        std::count_if(matches.begin(), matches.end(), [method](const BoundaryMatch& m) { return m.method == method; }));
}

} // namespace jejaring::data
