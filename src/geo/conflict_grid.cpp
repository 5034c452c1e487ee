// SPDX-License-Identifier: MIT
#include "geo/conflict_grid.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace jejaring::geo {
namespace {

constexpr std::uint32_t kEnd = std::numeric_limits<std::uint32_t>::max();
constexpr double kMostCells = 20000; // along one side
// How much farther than exactly a segment is taken to reach, in cells, so that rounding loses none.
constexpr double kMargin = 1e-6;

double orientation(Point a, Point b, Point c) {
    return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

// For a point on the segment's line.
bool strictlyWithin(const Segment& s, Point p) {
    return !(p == s.a) && !(p == s.b) && p.x >= std::min(s.a.x, s.b.x) && p.x <= std::max(s.a.x, s.b.x) &&
           p.y >= std::min(s.a.y, s.b.y) && p.y <= std::max(s.a.y, s.b.y);
}

bool boxesMeet(const Segment& one, const Segment& two) {
    return std::min(one.a.x, one.b.x) <= std::max(two.a.x, two.b.x) &&
           std::min(two.a.x, two.b.x) <= std::max(one.a.x, one.b.x) &&
           std::min(one.a.y, one.b.y) <= std::max(two.a.y, two.b.y) &&
           std::min(two.a.y, two.b.y) <= std::max(one.a.y, one.b.y);
}

} // namespace

bool segmentsConflict(const Segment& one, const Segment& two) {
    const double c = orientation(one.a, one.b, two.a);
    const double d = orientation(one.a, one.b, two.b);
    if ((c > 0 && d > 0) || (c < 0 && d < 0))
        return false;
    const double a = orientation(two.a, two.b, one.a);
    const double b = orientation(two.a, two.b, one.b);
    if ((a > 0 && b > 0) || (a < 0 && b < 0))
        return false;
    if ((c == 0 && strictlyWithin(one, two.a)) || (d == 0 && strictlyWithin(one, two.b)) ||
        (a == 0 && strictlyWithin(two, one.a)) || (b == 0 && strictlyWithin(two, one.b)))
        return true;
    return ((a < 0 && b > 0) || (a > 0 && b < 0)) && ((c < 0 && d > 0) || (c > 0 && d < 0));
}

ConflictGrid::ConflictGrid(const Box& box, std::size_t expected) : box_(box) {
    if (box_.empty())
        box_.extend(Point{});
    const double area = std::max(box_.width(), 1e-9) * std::max(box_.height(), 1e-9);
    cell_ = std::sqrt(area / static_cast<double>(2 * expected + 1));
    cell_ = std::max({cell_, box_.width() / kMostCells, box_.height() / kMostCells, 1e-9});
    columns_ = static_cast<std::size_t>(box_.width() / cell_) + 1;
    rows_ = static_cast<std::size_t>(box_.height() / cell_) + 1;
    heads_.assign(columns_ * rows_, kEnd);
    entries_.reserve(2 * expected);
    segments_.reserve(expected);
    gone_.reserve(expected);
}

std::size_t ConflictGrid::column(double x) const {
    return std::min(columns_ - 1, static_cast<std::size_t>(std::max(0.0, (x - box_.minX) / cell_)));
}

std::size_t ConflictGrid::row(double y) const {
    return std::min(rows_ - 1, static_cast<std::size_t>(std::max(0.0, (y - box_.minY) / cell_)));
}

void ConflictGrid::add(const Segment& segment, std::vector<std::uint32_t>& conflicts) {
    const auto number = static_cast<std::uint32_t>(segments_.size());
    segments_.push_back(segment);
    gone_.push_back(0);
    const bool rises = segment.a.y <= segment.b.y;
    const Point low = rises ? segment.a : segment.b;
    const Point high = rises ? segment.b : segment.a;
    const double slope = high.y > low.y ? (high.x - low.x) / (high.y - low.y) : 0;
    // Row by row, the cells under the segment's part of the row.
    const std::size_t lastRow = row(high.y + kMargin * cell_);
    for (std::size_t r = row(low.y - kMargin * cell_); r <= lastRow; ++r) {
        const double bottom = box_.minY + (static_cast<double>(r) - kMargin) * cell_;
        const double top = box_.minY + (static_cast<double>(r) + 1 + kMargin) * cell_;
        // The outermost rows hold what lies beyond the box as well.
        const double from = r == 0 || low.y >= bottom ? low.x : low.x + slope * (bottom - low.y);
        const double to = r + 1 == rows_ || high.y <= top ? high.x : low.x + slope * (top - low.y);
        const std::size_t lastColumn = column(std::max(from, to) + kMargin * cell_);
        for (std::size_t c = column(std::min(from, to) - kMargin * cell_); c <= lastColumn; ++c)
            addToCell(r * columns_ + c, number, conflicts);
    }
}

void ConflictGrid::addToCell(std::size_t cell, std::uint32_t number, std::vector<std::uint32_t>& conflicts) {
    const Segment segment = segments_[number];
    for (std::uint32_t e = heads_[cell]; e != kEnd; e = entries_[e].next) {
        const std::uint32_t other = entries_[e].segment;
        if (gone_[other] == 0 && boxesMeet(segment, segments_[other]) && segmentsConflict(segment, segments_[other]))
            conflicts.push_back(other);
    }
    entries_.push_back({number, heads_[cell]});
    heads_[cell] = static_cast<std::uint32_t>(entries_.size() - 1);
}

} // namespace jejaring::geo
