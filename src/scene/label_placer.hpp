// SPDX-License-Identifier: MIT
// Where one name goes: inside its region, across it, on the sea beside it, or beside its dot; so that no name can be
// taken for that of another region. Used inside src/scene only.
#pragma once

#include "scene/dots.hpp"
#include "scene/ground_grid.hpp"
#include "scene/labels.hpp"
#include "scene/text_run.hpp"

#include <optional>
#include <string>
#include <vector>

namespace jejaring::scene {

// Where one label may go, besides its text.
enum class Allowed : std::uint8_t { insideOnly, insideOrBeside, besideDot };

struct Label {
    core::RegionIndex region = core::kNoRegion;
    std::vector<std::string> lines;  // the name on one line
    std::vector<std::string> broken; // on two, where it has a space
    TextStyle style;
    float smallSize = 0; // to which the type may shrink; 0 where it may not
    double priority = 0;
    Allowed allowed = Allowed::insideOnly;
    const Dot* dot = nullptr;
};

class LabelPlacer {
  public:
    LabelPlacer(DisplayList& list, const MapContext& context, Occupied& occupied)
        : list_(list), context_(context), occupied_(occupied), grid_(context) {}

    // Appends the label where it may stand; nothing where it cannot.
    void place(const Label& label);
    [[nodiscard]] const std::vector<PlacedLabel>& placed() const { return placed_; }

  private:
    // A label's text in one size, on one line or two.
    struct Block {
        const std::vector<std::string>* lines = nullptr;
        float size = 0;
        double width = 0;
        double height = 0;
        double lineHeight = 0;
        double capHeight = 0;
    };
    // Shares of a box's ground that may be the sea and other land.
    struct Tolerance {
        double sea = 0;
        double other = 0;
    };
    struct Shore {
        geo::Point at;
        bool connected = true; // with the region's middle, over its own land
    };

    [[nodiscard]] Block measure(const Label& label, const std::vector<std::string>& lines, float size) const;
    [[nodiscard]] bool placeInside(const Label& label, const std::vector<Block>& blocks);
    [[nodiscard]] bool placeAcross(const Label& label, const std::vector<Block>& blocks);
    [[nodiscard]] bool placeWithin(const Label& label, const Block& block, Tolerance tolerance, double wander);
    [[nodiscard]] bool placeInVisiblePart(const Label& label, const Block& block);
    [[nodiscard]] bool placeInSea(const Label& label, const std::vector<Block>& blocks);
    [[nodiscard]] bool placeBeside(const Label& label, const Block& block, geo::Point middle, double radius);
    void placeAfar(const Label& label, const Block& block);
    [[nodiscard]] bool lead(geo::Point from, double start, const Rect& name, bool chosen);
    [[nodiscard]] bool leads(core::RegionIndex region) const;

    [[nodiscard]] bool stands(const Rect& box, core::RegionIndex region, Tolerance tolerance) const;
    [[nodiscard]] bool hasToShow(core::RegionIndex regency) const;
    [[nodiscard]] bool onSea(const Rect& box) const;
    [[nodiscard]] bool clearOfIslets(const Rect& box) const; // such as the grid's cells are too coarse for
    [[nodiscard]] bool onQuietGround(const Rect& box, core::RegionIndex region) const;
    [[nodiscard]] bool nearestToOwn(const Rect& box, core::RegionIndex region, const GroundGrid::Part& part,
                                    double limit) const;
    [[nodiscard]] std::vector<Shore> shoresOf(core::RegionIndex region, const GroundGrid::Part& part) const;
    [[nodiscard]] bool overOwnLand(core::RegionIndex region, geo::Point from, geo::Point to) const;
    [[nodiscard]] Rect layoutBounds(core::RegionIndex region) const;
    [[nodiscard]] bool whole(const Rect& box) const;
    void emit(const Label& label, const Block& block, const Rect& box, PlacedLabel::Place place);
    void colourOnFill(TextStyle& style, const Rect& box) const;

    DisplayList& list_;
    const MapContext& context_;
    Occupied& occupied_;
    GroundGrid grid_;
    std::vector<PlacedLabel> placed_;
};

} // namespace jejaring::scene
