// SPDX-License-Identifier: MIT
// What is to be drawn, and where, in layout units: the same list is drawn on the screen and in every output.
// Items are drawn in order, each over the ones before.
#pragma once

#include "core/image.hpp"
#include "core/region.hpp"
#include "geo/map_geometry.hpp"
#include "scene/camera.hpp"
#include "scene/color.hpp"
#include "text/font.hpp"

#include <cstddef>
#include <memory>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace jejaring::scene {

// How a region's fill looks besides its colour, so that the kinds of "no number" differ without colour.
enum class FillPattern : std::uint8_t { plain, hatch, dots };

struct RegionStyle {
    Color fill;
    FillPattern pattern = FillPattern::plain;
    Color patternColor;
    friend bool operator==(const RegionStyle&, const RegionStyle&) = default;
};

// The map proper: geometry through a camera into a frame, clipped to it. The renderer chooses the level of detail.
struct MapFrame {
    std::shared_ptr<const geo::MapGeometry> geometry;
    Rect frame;
    Camera camera;
};

// Fills of the map in `MapFrame` number `map` of the list.
struct RegionFills {
    std::size_t map = 0;
    std::shared_ptr<const std::vector<RegionStyle>> styles; // by regency: index r - catalog.provinceCount()
    bool byProvince = false;                                // all regencies of a province have its style
};
struct WorldFill {
    std::size_t map = 0;
    Color fill;
    Color outline; // its width is `outlineWidth`
    float outlineWidth = 0;
};
struct LakeFill {
    std::size_t map = 0;
    Color fill;
};
// Borders of one class, over the fills. Where they run along a coast `width` may be 0: the edge is still antialiased.
struct BorderStroke {
    std::size_t map = 0;
    geo::BorderClass border = geo::BorderClass::coast;
    Color color;
    float width = 1;
};
// The outline of one region (a regency, or a province around all of its own).
struct RegionOutline {
    std::size_t map = 0;
    core::RegionIndex region = core::kNoRegion;
    Color color;
    float width = 2;
};

struct Circle {
    geo::Point centre;
    float radius = 0;
    Color fill;
    Color stroke;
    float strokeWidth = 0;
    FillPattern pattern = FillPattern::plain;
    core::RegionIndex region = core::kNoRegion; // what it stands for
};

struct Polyline {
    std::vector<geo::Point> points;
    float width = 1;
    Color color;
    float dash = 0; // length of a dash and of a gap; 0 draws a whole line
    bool closed = false;
};

// Any simple polygon, filled; antialiased at its edge.
struct FilledPolygon {
    std::vector<geo::Point> points;
    Color fill;
};

struct RoundedRect {
    Rect rect;
    float radius = 0;
    Color fill;
    Color stroke;
    float strokeWidth = 0;
    float shadow = 0; // blur radius of a soft shadow below it
    FillPattern pattern = FillPattern::plain;
    Color patternColor;
};

// Text as positioned glyphs together with its string, so that an output may keep it as text.
struct GlyphRun {
    std::string string;
    text::FontWeight weight = text::FontWeight::regular;
    float size = 13;   // em, layout units
    geo::Point origin; // of the baseline's left end
    std::vector<text::Glyph> glyphs;
    Color color;
    Color halo;          // drawn behind the text where haloWidth > 0
    float haloWidth = 0; // layout units
    float angle = 0;     // radians, clockwise, about the origin
};

// A picture's pixels and the file that they were decoded from, which an output may keep as it is.
struct ImageSource {
    std::shared_ptr<const core::Image> pixels;
    std::shared_ptr<const std::vector<std::byte>> file; // null where there is none, or it shows the picture turned
    std::string mediaType;                              // of the file: "image/jpeg", "image/png"
};

// How a picture of another proportion lies in its rect: seen whole, in the middle, or covering it, cut at two sides.
enum class ImageFit : std::uint8_t { whole, cover };

// A picture. image_placement.hpp tells where its pixels lie.
struct Image {
    ImageSource source;
    Rect rect;
    float radius = 0; // of the corners of what is covered
    ImageFit fit = ImageFit::whole;
    std::string description; // what is seen, for outputs that carry it
};

// Items up to the matching PopClip are drawn inside `rect` only.
struct PushClip {
    Rect rect;
};
struct PopClip {};

// What items belong together, for outputs that keep parts apart. Drawing passes over it.
enum class GroupKind : std::uint8_t {
    graticule,
    connections, // arcs to partners
    dots,
    route, // of a visit
    labels,
    scaleBar,
    northMark,
    legend,
    heading, // title and subtitle
    sourceLine,
    inset,
    chart,
    table,
    itinerary,
    picture,
    logo,
    text,
    other,
};

// Where the cells of a table are, in layout units, for outputs that have tables of their own. Each text of its group
// belongs to the cell in which its baseline begins; lines along the edges of rows are the borders of cells.
struct TableGrid {
    std::vector<double> columns; // x of the edges from left to right: one more than there are columns
    std::vector<double> rows;    // y of the edges from top to bottom; the first row tells what the columns are
    std::vector<bool> right;     // by column: its texts end at the right
    double gap = 0;              // that texts leave free at the right of every column but the last
};

// Items up to the matching EndGroup are one part. Groups nest, and clips within one end within it.
struct BeginGroup {
    GroupKind kind = GroupKind::other;
    std::shared_ptr<const TableGrid> grid{}; // of the cells of a table; null: none
    std::string description{};               // what it shows, in words, for those who cannot see it; may be empty
};
struct EndGroup {};

using Item = std::variant<WorldFill, LakeFill, RegionFills, BorderStroke, RegionOutline, Circle, Polyline,
                          FilledPolygon, RoundedRect, GlyphRun, Image, PushClip, PopClip, BeginGroup, EndGroup>;

struct DisplayList {
    double width = 0;  // layout units
    double height = 0; // layout units
    Color background;  // alpha 0: transparent
    std::vector<MapFrame> maps;
    std::vector<Item> items;
    std::shared_ptr<const text::FontSet> fonts;
};

// Opens a group, and closes it at its own end; without a trace where nothing came into it. The list must outlive it.
class ItemGroup {
  public:
    ItemGroup(DisplayList& list, GroupKind kind, std::shared_ptr<const TableGrid> grid = {},
              std::string description = {})
        : list_(list) {
        list_.items.emplace_back(BeginGroup{kind, std::move(grid), std::move(description)});
    }
    ItemGroup(DisplayList& list, GroupKind kind, std::string description)
        : ItemGroup(list, kind, {}, std::move(description)) {}
    ~ItemGroup() {
        if (std::holds_alternative<BeginGroup>(list_.items.back()))
            list_.items.pop_back();
        else
            list_.items.emplace_back(EndGroup{});
    }
    ItemGroup(const ItemGroup&) = delete;
    ItemGroup& operator=(const ItemGroup&) = delete;

  private:
    DisplayList& list_;
};

} // namespace jejaring::scene
