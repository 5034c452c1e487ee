// SPDX-License-Identifier: MIT
// What a format of vectors takes: a display list flattened to named groups of paths, shapes and texts. All lengths in
// layout units, y down; each call is drawn over the ones before.
#pragma once

#include "core/region.hpp"
#include "scene/display_list.hpp"

#include <memory>
#include <string>
#include <vector>

namespace jejaring::publish {

// What a group holds. The ground's kinds are the map's own; `section` is any other part, as scene::GroupKind tells.
enum class VectorGroupKind : std::uint8_t {
    map,
    neighbours,
    regions,
    province,
    regency,
    lakes,
    borders,
    outline,
    section
};

struct VectorGroup {
    VectorGroupKind kind = VectorGroupKind::section;
    std::string id;   // unique in the page: "regions", "64", "64.01", "legend", "labels-2"
    std::string name; // for people, in the language of the picture: "Kalimantan Timur", "Legend"
    core::RegionIndex region = core::kNoRegion;         // of a province or regency, and of an outline
    std::string code;                                   // of that region
    geo::BorderClass border = geo::BorderClass::coast;  // of borders
    scene::GroupKind section = scene::GroupKind::other; // of a section
    std::shared_ptr<const scene::TableGrid> grid;       // of a section that holds the cells of a table
    std::string description;                            // of a section, in the language of the picture; may be empty
};

// One or more lines: the rings of an area without their repeated last points, or lines to be stroked.
using VectorPath = std::vector<std::vector<geo::Point>>;

struct VectorFill {
    scene::Color color;
    scene::FillPattern pattern = scene::FillPattern::plain;
    scene::Color patternColor;
    geo::Point patternOrigin; // where a pattern starts
    // Width of a line in `color` along the edge that hides the seam between neighbours, which viewers antialias
    // apart; 0 for none.
    double seam = 0;
};

struct VectorStroke {
    scene::Color color;
    double width = 1;
    double dash = 0;      // length of a dash and of a gap; 0 strokes a whole line
    double dashStart = 0; // how far into the dashes the line starts
    bool closed = false;
};

// An output. Calls come in the order of drawing; groups and clips are properly nested.
class VectorTarget {
  public:
    VectorTarget() = default;
    virtual ~VectorTarget() = default;
    VectorTarget(const VectorTarget&) = delete;
    VectorTarget& operator=(const VectorTarget&) = delete;

    virtual void beginGroup(const VectorGroup& group) = 0;
    virtual void endGroup() = 0;
    // By the even-odd rule.
    virtual void fillPath(const VectorPath& path, const VectorFill& fill) = 0;
    // Butt caps and round joins.
    virtual void strokePath(const VectorPath& path, const VectorStroke& stroke) = 0;
    // Its pattern, where it has one, is in the colour of the stroke and starts at the centre.
    virtual void circle(const scene::Circle& circle) = 0;
    // `shadow` is a hint; the pattern starts at the centre.
    virtual void roundedRect(const scene::RoundedRect& rect) = 0;
    // Glyphs of the list's fonts.
    virtual void text(const scene::GlyphRun& run) = 0;
    // Has pixels; scene::placementOf() tells where they lie. Its file may be kept as it is.
    virtual void image(const scene::Image& image) = 0;
    // Only where items may reach beyond the rectangle: map and lines are cut already.
    virtual void pushClip(const scene::Rect& rect) = 0;
    virtual void popClip() = 0;
};

// How a pattern looks, in layout units: lines at 45° or dots on a staggered grid.
inline constexpr double kPatternPeriod = 6; // across the lines, and of the grid both ways
inline constexpr double kHatchWidth = 1.4;
inline constexpr double kDotRadius = 0.9;

} // namespace jejaring::publish
