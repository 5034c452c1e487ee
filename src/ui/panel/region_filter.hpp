// SPDX-License-Identifier: MIT
// The filter of a table by the regions that are chosen on the map.
#pragma once

#include "ui/interface.hpp"

#include <span>
#include <string>
#include <vector>

namespace jejaring::ui {

class RegionFilter {
  public:
    // Takes over what is chosen on the map; true where that changed which rows pass.
    bool follow(const Interface& ui);
    // A row that belongs to `regions` is shown: one of them is chosen, or lies in a chosen province.
    [[nodiscard]] bool passes(std::span<const core::RegionCode> regions) const;
    [[nodiscard]] bool empty() const { return codes_.empty(); }
    void clear() { codes_.clear(); }
    // The next choice of a region comes from the table itself: it takes no rows away.
    void chosenHere(core::RegionIndex region) { chosenHere_ = region; }
    // The first of `regions` that the filter lets through; empty where it lets none through.
    [[nodiscard]] core::RegionCode firstOf(std::span<const core::RegionCode> regions) const;
    // "Kota Bandung", "Kota Bandung and 2 more"; all names, one a line.
    [[nodiscard]] std::string label(const Interface& ui) const;
    [[nodiscard]] std::string names(const Interface& ui) const;

  private:
    std::vector<core::RegionCode> codes_;     // empty: all pass
    std::vector<core::RegionIndex> followed_; // the last selection seen
    core::RegionIndex chosenHere_ = core::kNoRegion;
};

} // namespace jejaring::ui
