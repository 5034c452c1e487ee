// SPDX-License-Identifier: MIT
// Which of many segments cross one another, while segments come and go.
#pragma once

#include "geo/segment.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace jejaring::geo {

// True where the segments cross, or where an end of one lies inside the other; segments that merely share ends do not
// conflict. Exact for coordinates that are integers below 2^24 times a power of two.
[[nodiscard]] bool segmentsConflict(const Segment& one, const Segment& two);

class ConflictGrid {
  public:
    // For about `expected` segments within `box`; more, or some beyond it, are found as well, only slower.
    ConflictGrid(const Box& box, std::size_t expected);

    // Adds a segment under the next number, from 0, and appends the numbers of those it is in conflict with; one may
    // be named more than once.
    void add(const Segment& segment, std::vector<std::uint32_t>& conflicts);
    void remove(std::uint32_t number) { gone_[number] = 1; }

  private:
    struct Entry {
        std::uint32_t segment;
        std::uint32_t next;
    };
    [[nodiscard]] std::size_t column(double x) const;
    [[nodiscard]] std::size_t row(double y) const;
    void addToCell(std::size_t cell, std::uint32_t number, std::vector<std::uint32_t>& conflicts);

    Box box_;
    double cell_ = 1;
    std::size_t columns_ = 1;
    std::size_t rows_ = 1;
    std::vector<std::uint32_t> heads_; // by cell: its newest entry
    std::vector<Entry> entries_;
    std::vector<Segment> segments_;
    std::vector<std::uint8_t> gone_;
};

} // namespace jejaring::geo
