// SPDX-License-Identifier: MIT
// Simplification of a topology's arcs, each once for both of its sides.
#pragma once

#include "geo/segment.hpp"
#include "geo/topology.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace jejaring::geo {

// What is left of every arc at one tolerance.
struct SimplifiedArcs {
    struct Range {
        std::uint32_t first = 0; // into points
        std::uint32_t count = 0; // 0: the arc is dropped
    };
    std::vector<std::uint32_t> points; // indices into Topology::points, ascending within an arc
    std::vector<Range> arcs;           // by arc

    [[nodiscard]] std::span<const std::uint32_t> pointsOf(std::size_t arc) const {
        return {points.data() + arcs[arc].first, arcs[arc].count};
    }
};

// Douglas and Peucker (1973): every point that goes was within the tolerance of the line that stays. Where simplified
// lines would cross, touch, or pass over a neighbour to its other side, more points stay, so that what did not overlap
// does not overlap (after Saalfeld 1999, "Topologically consistent line simplification").
class ArcSimplifier {
  public:
    // `topology` in projected metres, which must outlive this object. `finest` is the smallest tolerance that will be
    // asked for. Points with a flag in `fixed` (empty, or one flag a point) always stay.
    ArcSimplifier(const Topology& topology, double finest, std::span<const std::uint8_t> fixed = {});

    // Tolerance in metres, at least `finest` (0 keeps everything); safe to call from several threads. Islands and
    // enclaves that a picture at this tolerance cannot show (area under a tenth of the tolerance squared) are dropped
    // on both sides, except the largest part of each face; those that stay keep three points at least.
    [[nodiscard]] SimplifiedArcs simplify(double tolerance) const;
    // The same with a tolerance for each arc.
    [[nodiscard]] SimplifiedArcs simplify(std::span<const double> tolerances) const;

    // The segments of one arc at a tolerance, without the repair that simplify() does; nothing for an arc that is
    // dropped. For searches that need no topology.
    void appendSegments(std::uint32_t arc, double tolerance, std::vector<Segment>& segments) const;

  private:
    struct Level;
    // Rings, and where one touches itself the loops it is made of.
    struct Loop {
        std::uint32_t firstUse = 0; // into loopUses_
        std::uint32_t useCount = 0;
        bool anticlockwise = true; // before simplification
    };
    [[nodiscard]] bool drops(std::size_t arc, double tolerance) const;
    void pinEnds(const TopologyArc& arc);
    void rankStretch(std::uint32_t first, std::uint32_t last, double finest);
    void findLoops();
    void addLoop(std::span<const ArcUse> uses);
    void protectLargestParts();
    [[nodiscard]] double loopArea(const Loop& loop, std::span<const std::uint8_t> keep) const;
    void repair(Level& level) const;
    void flagConflicts(Level& level) const;
    void flagOverleapt(Level& level) const;
    void flagTurnedLoops(Level& level) const;
    [[nodiscard]] bool refineFlagged(Level& level) const;

    const Topology& topology_;
    std::vector<float> rank_;           // by point: the largest tolerance at which it stays
    std::vector<double> closedArea_;    // by arc: of a closed arc, square metres
    std::vector<std::uint8_t> protect_; // by arc: never dropped
    std::vector<Loop> loops_;
    std::vector<ArcUse> loopUses_;
    std::vector<std::vector<std::uint32_t>> loopsOfArc_;
};

} // namespace jejaring::geo
