// SPDX-License-Identifier: MIT
// Names on the map: chosen by priority, placed without overlap, whole or not at all. Used inside src/scene only.
#pragma once

#include "scene/dots.hpp"
#include "scene/line_breaks.hpp"
#include "scene/map_context.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace jejaring::scene {

// The space on a map that is taken.
class Occupied {
  public:
    void add(const Rect& rect) { rects_.push_back(rect); }
    [[nodiscard]] bool free(const Rect& rect) const {
        for (const Rect& taken : rects_)
            if (taken.intersects(rect))
                return false;
        return true;
    }
    // A line that is better left uncrossed; a text that must stand on it breaks it.
    void addLine(std::vector<geo::Point> line) { lines_.push_back(std::move(line)); }
    [[nodiscard]] bool crossed(const Rect& rect) const {
        return std::any_of(lines_.begin(), lines_.end(), [&](const auto& line) { return crosses(line, rect); });
    }
    [[nodiscard]] bool hasLines() const { return !lines_.empty(); }
    [[nodiscard]] const std::vector<Rect>& rects() const { return rects_; } // as they were added

  private:
    std::vector<Rect> rects_;
    std::vector<std::vector<geo::Point>> lines_;
};

// A name that stands on the map.
struct PlacedLabel {
    enum class Place : std::uint8_t { land, sea, besideDot };
    core::RegionIndex region = core::kNoRegion;
    Rect box; // of its capitals, layout units
    Place place = Place::land;
};

// `named` are regions whose names stand there already. `occupied` holds what labels must not touch and grows by the
// labels placed, which are returned.
std::vector<PlacedLabel> appendLabels(DisplayList& list, const MapContext& context, const std::vector<Dot>& dots,
                                      const std::vector<core::RegionIndex>& named, Occupied& occupied);

} // namespace jejaring::scene
