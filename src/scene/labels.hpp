// SPDX-License-Identifier: MIT
// Names on the map: chosen by priority, placed without overlap, whole or not at all. Used inside src/scene only.
#pragma once

#include "scene/dots.hpp"
#include "scene/map_context.hpp"

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

  private:
    std::vector<Rect> rects_;
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
