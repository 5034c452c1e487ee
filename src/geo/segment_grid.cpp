// SPDX-License-Identifier: MIT
#include "geo/segment_grid.hpp"

#include <cmath>

namespace jejaring::geo {
namespace {

double orientation(Point a, Point b, Point c) {
    return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

bool strictlyWithin(const Segment& s, Point p) {
    return !(p == s.a) && !(p == s.b) && p.x >= std::min(s.a.x, s.b.x) && p.x <= std::max(s.a.x, s.b.x) &&
           p.y >= std::min(s.a.y, s.b.y) && p.y <= std::max(s.a.y, s.b.y);
}

Box boxOf(const Segment& s) {
    Box box;
    box.extend(s.a);
    box.extend(s.b);
    return box;
}

// A uniform grid with about as many cells as segments.
class Grid {
  public:
    explicit Grid(std::span<const Segment> segments) {
        for (const Segment& s : segments)
            box_.extend(boxOf(s));
        const double area = std::max(box_.width(), 1e-9) * std::max(box_.height(), 1e-9);
        cell_ = std::sqrt(area / static_cast<double>(2 * segments.size() + 1));
        // A long thin box must not make rows or columns beyond count.
        cell_ = std::max({cell_, box_.width() / kMostCells, box_.height() / kMostCells, 1e-9});
        columns_ = static_cast<std::size_t>(box_.width() / cell_) + 1;
        rows_ = static_cast<std::size_t>(box_.height() / cell_) + 1;
        start_.assign(columns_ * rows_ + 1, 0);
        for (const Segment& s : segments)
            forEachCell(s, [&](std::size_t cell) { ++start_[cell + 1]; });
        for (std::size_t i = 1; i < start_.size(); ++i)
            start_[i] += start_[i - 1];
        entries_.resize(start_.back());
        std::vector<std::uint32_t> next(start_.begin(), start_.end() - 1);
        for (std::size_t i = 0; i < segments.size(); ++i)
            forEachCell(segments[i], [&](std::size_t cell) { entries_[next[cell]++] = static_cast<std::uint32_t>(i); });
    }

    [[nodiscard]] std::size_t cellCount() const { return columns_ * rows_; }
    [[nodiscard]] std::span<const std::uint32_t> cell(std::size_t index) const {
        return {entries_.data() + start_[index], start_[index + 1] - start_[index]};
    }

  private:
    static constexpr double kMostCells = 20000;

    [[nodiscard]] std::size_t column(double x) const {
        return std::min(columns_ - 1, static_cast<std::size_t>(std::max(0.0, (x - box_.minX) / cell_)));
    }
    [[nodiscard]] std::size_t row(double y) const {
        return std::min(rows_ - 1, static_cast<std::size_t>(std::max(0.0, (y - box_.minY) / cell_)));
    }

    // The cells a segment may touch: row by row, those under its part of the row.
    template <class Visit> void forEachCell(const Segment& s, Visit visit) const {
        const Point low = s.a.y <= s.b.y ? s.a : s.b;
        const Point high = s.a.y <= s.b.y ? s.b : s.a;
        const std::size_t firstRow = row(low.y);
        const std::size_t lastRow = row(high.y);
        const double slope = high.y > low.y ? (high.x - low.x) / (high.y - low.y) : 0;
        for (std::size_t r = firstRow; r <= lastRow; ++r) {
            // A little more than the row, so that rounding loses no cell.
            const double bottom = box_.minY + (static_cast<double>(r) - 1e-6) * cell_;
            const double top = box_.minY + (static_cast<double>(r) + 1 + 1e-6) * cell_;
            double x0 = low.y >= bottom ? low.x : low.x + slope * (bottom - low.y);
            double x1 = high.y <= top ? high.x : low.x + slope * (top - low.y);
            if (x0 > x1)
                std::swap(x0, x1);
            const std::size_t last = column(x1 + 1e-6 * cell_);
            for (std::size_t c = column(x0 - 1e-6 * cell_); c <= last; ++c)
                visit(r * columns_ + c);
        }
    }

    Box box_;
    double cell_ = 1;
    std::size_t columns_ = 1;
    std::size_t rows_ = 1;
    std::vector<std::uint32_t> start_;
    std::vector<std::uint32_t> entries_;
};

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
    return a * b < 0 && c * d < 0;
}

std::vector<std::uint8_t> findConflicts(std::span<const Segment> segments, std::span<const std::uint8_t> fresh) {
    std::vector<std::uint8_t> conflicts(segments.size(), 0);
    if (segments.empty())
        return conflicts;
    const Grid grid(segments);
    for (std::size_t cell = 0; cell < grid.cellCount(); ++cell) {
        const std::span<const std::uint32_t> inCell = grid.cell(cell);
        for (std::size_t i = 0; i + 1 < inCell.size(); ++i) {
            const Segment& one = segments[inCell[i]];
            const Box box = boxOf(one);
            for (std::size_t j = i + 1; j < inCell.size(); ++j) {
                if (fresh[inCell[i]] == 0 && fresh[inCell[j]] == 0)
                    continue;
                const Segment& two = segments[inCell[j]];
                if (box.intersects(boxOf(two)) && segmentsConflict(one, two)) {
                    conflicts[inCell[i]] = 1;
                    conflicts[inCell[j]] = 1;
                }
            }
        }
    }
    return conflicts;
}

} // namespace jejaring::geo
