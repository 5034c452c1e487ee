// SPDX-License-Identifier: MIT
// What the user has chosen to see, and the display list that shows it.
#pragma once

#include "analysis/class_breaks.hpp"
#include "analysis/impact.hpp"
#include "core/project.hpp"
#include "scene/display_list.hpp"
#include "scene/style.hpp"
#include "text/language.hpp"

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace jejaring::scene {

// Which regions are filled. `automatic` fills provinces and puts dots on kabupaten/kota with a record, and fills
// kabupaten/kota once zoomed in.
enum class MapLevel : std::uint8_t { automatic, province, regency };
[[nodiscard]] std::string_view mapLevelId(MapLevel level); // "otomatis", "provinsi", "kabkota"
[[nodiscard]] std::optional<MapLevel> parseMapLevel(std::string_view id);

// Choices that belong to the picture, not to the window. A plain value.
struct MapView {
    MapLevel level = MapLevel::automatic;
    analysis::IndicatorChoice indicator;
    core::Day date = core::today();
    analysis::AgreementFilter filter;
    bool ownOnly = false;
    analysis::ClassMethod classMethod = analysis::ClassMethod::fixed;
    std::size_t classCount = 5;
    std::vector<double> manualEdges;
    geo::ProjectionKind projection = geo::ProjectionKind::equalEarth;
    bool labels = true;
    bool partnerArcs = true; // of the selected region
    bool visitRoute = true;  // of the chosen visit
    bool graticule = false;
    bool northMark = false;
    bool legend = true;
    bool scaleBar = true;
    friend bool operator==(const MapView&, const MapView&) = default;
};

// Shows another indicator, in classes that suit it: edges typed for one say nothing of another, and a series has no
// fixed ones.
void chooseIndicator(MapView& view, const analysis::IndicatorChoice& indicator);
// The view with an indicator that the project has: where its own is gone, the impact score stands in its place.
[[nodiscard]] MapView viewFor(const core::Project& project, MapView view);

// How many facts stand behind a map; what its source line says.
struct FactTotals {
    int all = 0;            // agreements of the project
    int recorded = 0;       // of those, let through by the filter
    int sources = 0;        // distinct sources of the recorded ones
    int inForce = 0;        // of the recorded ones, at the date; an agreement and the one it replaced count once
    int leftOutUndated = 0; // of the recorded ones, because the date is past and theirs is unknown
};

// Everything computed from project and view that the map, the legend and the panels share. Immutable once made.
struct MapData {
    std::shared_ptr<const core::Project> project;
    std::shared_ptr<const geo::MapGeometry> geometry;
    MapView view;
    analysis::ImpactTable impact;
    std::vector<analysis::RegionValue> values; // by RegionIndex
    // What an indicator of the project is, where the map shows one.
    struct Series {
        std::string name;
        std::string unit;
        std::optional<core::PartialDate> first; // the earliest and the latest period among its values
        std::optional<core::PartialDate> last;
        std::vector<std::string> sourceIds;
        int decimals = 0; // of its values
    };
    std::optional<Series> series;
    analysis::ClassBreaks breaks; // shared by fills and dots
    struct LevelCount {
        std::vector<int> perClass;
        int zero = 0;
        int noRecord = 0;
        int notEnoughData = 0;
    };
    LevelCount provinces;
    LevelCount regencies;
    core::Day today{};
    FactTotals facts;
};
// Without a project every region has no record. MapData::view is viewFor() the project.
[[nodiscard]] std::shared_ptr<const MapData> prepare(std::shared_ptr<const core::Project> project,
                                                     std::shared_ptr<const geo::MapGeometry> geometry,
                                                     const MapView& view, core::Day today);
// Which facts stand behind it: those of its view.
[[nodiscard]] analysis::FactScope scopeOf(const MapData& data);

// What the pointer and the choice add to a map.
struct Highlight {
    std::vector<core::RegionIndex> selection; // the first is the main one
    core::RegionIndex hovered = core::kNoRegion;
    std::string visitId;     // whose route is drawn; empty for none
    std::string agreementId; // whose arc is emphasised; empty for none
    std::string partnerId{}; // whose arcs to all its regions are drawn instead of those of the selection
};

struct Look {
    Theme theme = Theme::dark;
    text::Language language = text::Language::indonesian;
    double scale = 1; // of text, lines and symbols, for projectors
    std::shared_ptr<const text::FontSet> fonts;
};

// True where at this camera kabupaten/kota are filled; else provinces are. `scale` is that of the look.
[[nodiscard]] bool fillsRegencies(const MapView& view, const Camera& camera, double scale = 1);

// Where the legend of a window stands, and how much it tells.
struct LegendPlace {
    bool right = false;
    bool lower = true;
    std::size_t attempt = 0; // of the ways to lay it out, the fullest first
    friend bool operator==(const LegendPlace&, const LegendPlace&) = default;
};

// Whether the legend of a window is folded away to its title: by itself where it would cover regions with a record
// whatever it left out, or as the user wants it.
enum class LegendWish : std::uint8_t { automatic, open, folded };

// What a window remembers from frame to frame, so that its legend does not wander while the map moves.
struct LegendMemory {
    std::optional<LegendPlace> place; // empty: choose one
    std::optional<Camera> rest;       // where a flight ends; the legend is placed for that view
    LegendWish wish = LegendWish::automatic;
    // As it was drawn last:
    std::optional<Rect> box; // layout units
    bool folded = false;
};

// Appends map number `list.maps.size()`: sea, neighbours, fills, borders, dots, arcs, route, labels, and within the
// frame the furniture that the view asks for (legend, scale bar, north mark, graticule). `keepClear` are rectangles of
// the layout that labels must not touch. With a `legend`, that one keeps its place until it does not fit there any more
// or covers something selected that another corner would leave free.
void appendMap(DisplayList& list, const MapData& data, const Highlight& highlight, const Look& look, const Rect& frame,
               const Camera& camera, const std::vector<Rect>& keepClear = {}, LegendMemory* legend = nullptr);

// What stands at a point of the frame: a dot before the region under it. At province level the province.
[[nodiscard]] core::RegionIndex regionAt(const MapData& data, const Look& look, const Rect& frame, const Camera& camera,
                                         geo::Point layout);

// The camera that shows all of Indonesia in the frame.
[[nodiscard]] Camera homeCamera(const geo::MapGeometry& geometry, const Rect& frame);
// The same with room in the lower left corner for the legend of a window, as full a one as the frame has room for
// without making the country much smaller, and with no land in `keepClear`.
[[nodiscard]] Camera homeCamera(const MapData& data, const Look& look, const Rect& frame,
                                const std::vector<Rect>& keepClear = {}, LegendWish wish = LegendWish::automatic);
// The camera that shows one region in the frame with some of its surroundings.
[[nodiscard]] Camera regionCamera(const geo::MapGeometry& geometry, core::RegionIndex region, const Rect& frame);
// The camera that shows several; precondition: there is one.
[[nodiscard]] Camera regionsCamera(const geo::MapGeometry& geometry, std::span<const core::RegionIndex> regions,
                                   const Rect& frame);
// The camera that shows a visit's stops.
[[nodiscard]] std::optional<Camera> visitCamera(const MapData& data, const std::string& visitId, const Rect& frame);

} // namespace jejaring::scene
