// SPDX-License-Identifier: MIT
// Partition::absorbPockets
#include "data/boundary/boundary_partition.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

namespace jejaring::data {
namespace {

// Grid squares: 12 km². Beyond that two sources more often agree that the land is an exclave than that it is not.
constexpr double kLargestPocket = 97'000;
// Of the owner's largest piece.
constexpr double kLargestPocketShare = 0.02;
// Of the border of a sliver that is to be land's: a sandbank that only touches a neighbour stays.
constexpr double kLeastLand = 0.3;

// Of the border of a pocket that may be coast: more of it, and the land is no pocket but stands on its own.
constexpr double kMostWater = 0.5;

struct Piece {
    double area = 0;
    double perimeter = 0;
    std::map<std::uint32_t, double> besideOwners; // length of border with each; kNoUnit: water
    std::map<std::uint32_t, double> besideUnits;  // the same by unit, land alone
};

std::uint32_t longest(const std::map<std::uint32_t, double>& lengths) {
    std::uint32_t best = kNoUnit;
    double most = 0;
    for (const auto& [key, length] : lengths)
        if (key != kNoUnit && length > most) {
            best = key;
            most = length;
        }
    return best;
}

} // namespace

bool Partition::absorbOnce(std::span<const std::uint32_t> ownerOf, std::size_t land) {
    const auto faces = static_cast<std::uint32_t>(cycleStart_.size());
    const auto faceOfHalf = [this](std::uint32_t h) { return faceOf_[cycleOf_[h]]; };
    const auto ownerOfFace = [&](std::uint32_t face) {
        const std::uint32_t unit = face == kNoUnit ? kNoUnit : unitOfCycle_[face];
        return unit == kNoUnit ? kNoUnit : ownerOf[unit];
    };
    std::vector<std::uint32_t> parent(faces);
    std::iota(parent.begin(), parent.end(), 0U);
    const auto root = [&parent](std::uint32_t face) {
        while (parent[face] != face)
            face = parent[face] = parent[parent[face]];
        return face;
    };
    for (std::uint32_t e = 0; e < edges_.size(); ++e) {
        const std::uint32_t left = faceOfHalf(2 * e);
        const std::uint32_t right = faceOfHalf(2 * e + 1);
        if (const std::uint32_t owner = ownerOfFace(left); owner != kNoUnit && owner == ownerOfFace(right))
            parent[root(left)] = root(right);
    }

    std::map<std::uint32_t, Piece> pieces; // by root
    for (std::uint32_t cycle = 0; cycle < faces; ++cycle)
        if (ownerOfFace(faceOf_[cycle]) != kNoUnit)
            pieces[root(faceOf_[cycle])].area += cycleArea_[cycle];
    for (std::uint32_t h = 0; h < edges_.size() * 2; ++h) {
        const std::uint32_t face = faceOfHalf(h);
        const std::uint32_t other = faceOfHalf(h ^ 1);
        const std::uint32_t owner = ownerOfFace(face);
        const std::uint32_t otherOwner = ownerOfFace(other);
        if (owner == kNoUnit || owner == otherOwner)
            continue;
        const GridPoint a = points_[origin(h)];
        const GridPoint b = points_[target(h)];
        const double length = std::hypot(a.x - b.x, a.y - b.y);
        Piece& piece = pieces[root(face)];
        piece.perimeter += length;
        piece.besideOwners[otherOwner < land ? otherOwner : kNoUnit] += length;
        if (otherOwner < land)
            piece.besideUnits[unitOfCycle_[other]] += length;
    }
    std::map<std::uint32_t, std::pair<double, std::uint32_t>> largest; // by owner: area and root
    for (const auto& [face, piece] : pieces) {
        auto& known = largest[ownerOfFace(face)];
        known = std::max(known, std::pair(piece.area, face));
    }

    std::map<std::uint32_t, std::uint32_t> goesTo; // root to unit
    for (auto& [face, piece] : pieces) {
        const auto& [most, largestFace] = largest.at(ownerOfFace(face));
        const std::uint32_t neighbour = longest(piece.besideOwners);
        if (face == largestFace || neighbour == kNoUnit)
            continue;
        const double water = piece.besideOwners.contains(kNoUnit) ? piece.besideOwners.at(kNoUnit) : 0;
        const bool narrow =
            2 * piece.area < kNarrowest * piece.perimeter && piece.perimeter - water >= kLeastLand * piece.perimeter;
        const bool oneNeighbour = piece.besideOwners.size() == (water > 0 ? 2U : 1U);
        const bool pocket = ownerOfFace(face) < land && oneNeighbour && water <= kMostWater * piece.perimeter &&
                            piece.area <= kLargestPocket && piece.area <= kLargestPocketShare * most;
        if (!narrow && !pocket)
            continue;
        std::erase_if(piece.besideUnits, [&](const auto& unit) { return ownerOf[unit.first] != neighbour; });
        goesTo[face] = longest(piece.besideUnits);
        ++statistics_.pockets;
        statistics_.pocketArea += piece.area;
    }
    std::vector<std::uint32_t> settled = unitOfCycle_;
    for (std::uint32_t cycle = 0; cycle < faces; ++cycle)
        if (ownerOfFace(faceOf_[cycle]) != kNoUnit)
            if (const auto to = goesTo.find(root(faceOf_[cycle])); to != goesTo.end())
                settled[cycle] = to->second;
    unitOfCycle_ = std::move(settled);
    return !goesTo.empty();
}

void Partition::absorbPockets(std::span<const std::uint32_t> ownerOf, std::size_t land) {
    // What was given away may have made a pocket of something else, but not for long.
    constexpr int kPasses = 4;
    for (int pass = 0; pass < kPasses && absorbOnce(ownerOf, land); ++pass) {
    }
}

} // namespace jejaring::data
