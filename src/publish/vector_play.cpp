// SPDX-License-Identifier: MIT
#include "publish/vector_play.hpp"

#include "publish/vector_geometry.hpp"
#include "scene/image_placement.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <type_traits>

namespace jejaring::publish {
namespace {

// A simplified point may stand this far from its true place, as on the screen.
constexpr double kToleranceInPixels = 0.55;
constexpr double kSeam = 0.3; // layout units

using scene::GroupKind;
using scene::Rect;

struct NamedKind {
    GroupKind kind;
    const char* id;
    const char* name;
};
constexpr std::array kSections{
    NamedKind{GroupKind::graticule, "graticule", JEJARING_TR("Graticule")},
    NamedKind{GroupKind::connections, "connections", JEJARING_TR("Connections")},
    NamedKind{GroupKind::dots, "dots", JEJARING_TR("Dots")},
    NamedKind{GroupKind::route, "route", JEJARING_TR("Route")},
    NamedKind{GroupKind::labels, "labels", JEJARING_TR("Names")},
    NamedKind{GroupKind::scaleBar, "scale-bar", JEJARING_TR("Scale bar")},
    NamedKind{GroupKind::northMark, "north-mark", JEJARING_TR("North mark")},
    NamedKind{GroupKind::legend, "legend", JEJARING_TR("Legend")},
    NamedKind{GroupKind::heading, "heading", JEJARING_TR("Title and subtitle")},
    NamedKind{GroupKind::sourceLine, "sources", JEJARING_TR("Sources")},
    NamedKind{GroupKind::inset, "inset", JEJARING_TR("Inset map")},
    NamedKind{GroupKind::chart, "chart", JEJARING_TR("Chart")},
    NamedKind{GroupKind::table, "table", JEJARING_TR("Table")},
    NamedKind{GroupKind::itinerary, "itinerary", JEJARING_TR("Itinerary")},
    NamedKind{GroupKind::picture, "picture", JEJARING_TR("Picture")},
    NamedKind{GroupKind::logo, "logo", JEJARING_TR("Logo")},
    NamedKind{GroupKind::text, "text", JEJARING_TR("Text")},
    NamedKind{GroupKind::other, "part", JEJARING_TR("Part of the page")},
};

Rect intersection(const Rect& a, const Rect& b) {
    const double left = std::max(a.x, b.x);
    const double top = std::max(a.y, b.y);
    return {left, top, std::max(0.0, std::min(a.right(), b.right()) - left),
            std::max(0.0, std::min(a.bottom(), b.bottom()) - top)};
}

Rect grown(const Rect& rect, double by) {
    return {rect.x - by, rect.y - by, rect.width + 2 * by, rect.height + 2 * by};
}

bool within(const Rect& inner, const Rect& outer) {
    return inner.x >= outer.x && inner.y >= outer.y && inner.right() <= outer.right() &&
           inner.bottom() <= outer.bottom();
}

class Player {
  public:
    Player(const scene::DisplayList& list, const VectorOptions& options, VectorTarget& target)
        : list_(list), options_(options),
          target_(target), page_{0, 0, list.width, list.height}, clips_{Clip{page_, false}} {}

    void play(const scene::WorldFill& item) {
        if (!place(item.map))
            return;
        begin(VectorGroupKind::neighbours, "neighbours", JEJARING_TR("Neighbouring countries"));
        fillTriangles(level_->worldVertices, level_->worldIndices, item.fill);
        if (item.outlineWidth > 0 && item.outline.a > 0)
            strokeArcs(level_->worldArcPoints, level_->worldArcs, {item.outline, double{item.outlineWidth}},
                       [](const geo::Arc&) { return true; });
        end();
    }

    void play(const scene::LakeFill& item) {
        if (!place(item.map))
            return;
        begin(VectorGroupKind::lakes, "lakes", JEJARING_TR("Lakes"));
        fillTriangles(level_->lakeVertices, level_->lakeIndices, item.fill);
        end();
    }

    void play(const scene::RegionFills& item) {
        if (!place(item.map))
            return;
        const core::RegionCatalog& catalog = map_->geometry->catalog();
        // The lines around each region, each running with its region on the left.
        std::vector<std::vector<VertexLine>> around(catalog.size());
        for (const geo::Arc& arc : level_->arcs) {
            const core::RegionIndex left = arc.left;
            const core::RegionIndex right = arc.right;
            const core::RegionIndex leftProvince = left == core::kNoRegion ? left : catalog.provinceOf(left);
            const core::RegionIndex rightProvince = right == core::kNoRegion ? right : catalog.provinceOf(right);
            if (left != core::kNoRegion)
                around[left].push_back(lineOf(level_->arcPoints, arc, false));
            if (right != core::kNoRegion)
                around[right].push_back(lineOf(level_->arcPoints, arc, true));
            if (!item.byProvince || leftProvince == rightProvince)
                continue;
            if (leftProvince != core::kNoRegion)
                around[leftProvince].push_back(lineOf(level_->arcPoints, arc, false));
            if (rightProvince != core::kNoRegion)
                around[rightProvince].push_back(lineOf(level_->arcPoints, arc, true));
        }
        const auto fillOf = [&](core::RegionIndex regency) {
            const scene::RegionStyle& style = (*item.styles)[regency - catalog.provinceCount()];
            VectorFill fill{style.fill, style.pattern, style.patternColor, patternOrigin_, 0};
            fill.seam = style.fill.a == 255 ? kSeam : 0;
            return fill;
        };
        begin(VectorGroupKind::regions, "regions", JEJARING_TR("Regions"));
        std::vector<bool> done(catalog.size());
        for (std::size_t i = 0; i < catalog.provinceCount(); ++i) {
            const auto province = static_cast<core::RegionIndex>(i);
            const core::RegionCatalog::Range range = catalog.regenciesOf(province);
            if (range.first == range.last)
                continue;
            begin(regionGroup(VectorGroupKind::province, province));
            if (item.byProvince)
                fillRings(joinRings(around[province]), fillOf(range.first));
            for (core::RegionIndex regency = range.first; regency < range.last; ++regency) {
                done[regency] = true;
                if (!item.byProvince)
                    fillRegency(regency, around[regency], fillOf(regency));
            }
            end();
        }
        for (std::size_t i = catalog.provinceCount(); i < catalog.size(); ++i) // of no province
            if (!done[i])
                fillRegency(static_cast<core::RegionIndex>(i), around[i], fillOf(static_cast<core::RegionIndex>(i)));
        end();
    }

    void play(const scene::BorderStroke& item) {
        if (item.width <= 0 || item.color.a == 0 || !place(item.map))
            return;
        static constexpr std::array<std::array<const char*, 2>, geo::kBorderClassCount> kNames{
            {{"borders-regency", JEJARING_TR("Borders of kabupaten/kota")},
             {"borders-province", JEJARING_TR("Borders of provinces")},
             {"borders-coast", JEJARING_TR("Coasts")}}};
        const auto& [id, name] = kNames[static_cast<std::size_t>(item.border)];
        VectorGroup group = named(VectorGroupKind::borders, id, name);
        group.border = item.border;
        begin(std::move(group));
        strokeArcs(level_->arcPoints, level_->arcs, {item.color, double{item.width}},
                   [&](const geo::Arc& arc) { return arc.border == item.border; });
        end();
    }

    void play(const scene::RegionOutline& item) {
        if (item.width <= 0 || item.color.a == 0 || item.region == core::kNoRegion || !place(item.map))
            return;
        const core::RegionCatalog& catalog = map_->geometry->catalog();
        const bool province = item.region < catalog.provinceCount();
        const auto inside = [&](core::RegionIndex region) {
            return region != core::kNoRegion &&
                   (province ? catalog.provinceOf(region) == item.region : region == item.region);
        };
        VectorGroup group = regionGroup(VectorGroupKind::outline, item.region);
        group.id = "outline-" + group.id;
        begin(std::move(group));
        strokeArcs(level_->arcPoints, level_->arcs, {item.color, double{item.width}},
                   [&](const geo::Arc& arc) { return inside(arc.left) != inside(arc.right); });
        end();
    }

    void play(const scene::Circle& item) {
        const double reach = double{item.radius} + double{item.strokeWidth} / 2;
        if (visible({item.centre.x - reach, item.centre.y - reach, 2 * reach, 2 * reach}))
            target_.circle(item);
    }

    void play(const scene::RoundedRect& item) {
        if (visible(grown(item.rect, double{item.strokeWidth} + 2 * double{item.shadow})))
            target_.roundedRect(item);
    }

    void play(const scene::Image& item) {
        const Rect covered = scene::placementOf(item).rect;
        if (covered.width > 0 && visible(covered))
            target_.image(item);
    }

    void play(const scene::GlyphRun& item) {
        if (item.glyphs.empty())
            return;
        // A circle around all of the run, whatever its angle.
        const double reach = double{item.glyphs.back().x} + 2 * double{item.size} + double{item.haloWidth};
        if (visible({item.origin.x - reach, item.origin.y - reach, 2 * reach, 2 * reach}))
            target_.text(item);
    }

    void play(const scene::Polyline& item) {
        if (item.points.size() < 2 || item.width <= 0 || item.color.a == 0)
            return;
        VectorStroke stroke{item.color, double{item.width}, double{item.dash}, 0, item.closed};
        Line line = item.points;
        const Rect clip = grown(clips_.back().rect, stroke.width);
        if (item.closed && std::all_of(line.begin(), line.end(), [&](geo::Point p) { return clip.contains(p); })) {
            show();
            target_.strokePath({line}, stroke);
            return;
        }
        if (item.closed)
            line.push_back(line.front());
        stroke.closed = false;
        VectorPath path;
        for (LinePiece& piece : clipLine(line, clip)) {
            if (stroke.dash > 0 && piece.start > 0) { // each piece has its own place in the dashes
                show();
                stroke.dashStart = std::fmod(piece.start, 2 * stroke.dash);
                target_.strokePath({piece.points}, stroke);
            } else {
                path.push_back(std::move(piece.points));
            }
        }
        if (path.empty())
            return;
        show();
        stroke.dashStart = 0;
        target_.strokePath(path, stroke);
    }

    void play(const scene::FilledPolygon& item) {
        Line ring = clipRing(item.points, clips_.back().rect);
        if (ring.size() < 3 || item.fill.a == 0)
            return;
        show();
        target_.fillPath({std::move(ring)}, {item.fill, scene::FillPattern::plain, {}, {}, 0});
    }

    void play(const scene::PushClip& item) {
        const Rect rect = intersection(clips_.back().rect, item.rect);
        // What cuts nothing that is not cut already is not said.
        const bool told = !within(clips_.back().rect, item.rect);
        clips_.push_back({rect, told});
        if (told) {
            show();
            target_.pushClip(item.rect);
        }
    }

    void play(const scene::PopClip& /*item*/) {
        if (clips_.size() < 2)
            return;
        if (clips_.back().told)
            target_.popClip();
        clips_.pop_back();
    }

    void play(const scene::BeginGroup& item) {
        const auto known =
            std::find_if(kSections.begin(), kSections.end(), [&](const NamedKind& k) { return k.kind == item.kind; });
        const NamedKind& section = known != kSections.end() ? *known : kSections.back();
        VectorGroup group = named(VectorGroupKind::section, section.id, section.name);
        group.section = item.kind;
        group.description = item.description;
        if ((group.grid = item.grid))
            group.id += "-cells";
        begin(std::move(group));
    }

    void play(const scene::EndGroup& /*item*/) { end(); }

    // Ends what the list left open.
    void finish() {
        while (!open_.empty())
            end();
        while (clips_.size() > 1)
            play(scene::PopClip{});
    }

  private:
    struct Clip {
        Rect rect;
        bool told = false; // the target knows it
    };
    // A group that the target hears of once something is in it.
    struct Open {
        VectorGroup group;
        bool told = false;
    };

    VectorGroup named(VectorGroupKind kind, const char* id, const char* name) const {
        VectorGroup group;
        group.kind = kind;
        group.id = id;
        group.name = text::translate(options_.language, name);
        return group;
    }
    VectorGroup regionGroup(VectorGroupKind kind, core::RegionIndex index) const {
        const core::Region& region = map_->geometry->catalog()[index];
        VectorGroup group;
        group.kind = kind;
        group.region = index;
        group.code = region.code.text();
        group.name = region.name;
        group.id = group.code;
        return group;
    }
    void begin(VectorGroupKind kind, const char* id, const char* name) { begin(named(kind, id, name)); }
    void begin(VectorGroup group) { open_.push_back({std::move(group), false}); }
    void end() {
        if (open_.empty())
            return;
        if (open_.back().told)
            target_.endGroup();
        open_.pop_back();
    }
    // Tells the target of the groups that what comes next is in.
    void show() {
        for (Open& open : open_) {
            if (open.told)
                continue;
            open.told = true;
            const int times = ++ids_[open.group.id];
            if (times > 1)
                open.group.id += "-" + std::to_string(times);
            target_.beginGroup(open.group);
        }
    }
    bool visible(const Rect& rect) {
        const bool seen = rect.intersects(clips_.back().rect);
        if (seen)
            show();
        return seen;
    }

    // Makes map number `map` the one that areas and lines come from; false where none of it is in sight.
    bool place(std::size_t map) {
        map_ = &list_.maps[map];
        const geo::MapGeometry& geometry = *map_->geometry;
        level_ = &geometry.levelFor(map_->camera.metresPerUnit / options_.pixelRatio * kToleranceInPixels);
        frame_ = intersection(map_->frame, clips_.back().rect);
        patternOrigin_ = scene::toFrame(map_->camera, map_->frame, geometry.origin());
        return frame_.width > 0 && frame_.height > 0;
    }

    [[nodiscard]] geo::Point layout(geo::Vertex v) const {
        const geo::Point origin = map_->geometry->origin();
        return scene::toFrame(map_->camera, map_->frame, {origin.x + double{v.x}, origin.y + double{v.y}});
    }
    [[nodiscard]] Line layout(const VertexLine& line) const {
        Line placed;
        placed.reserve(line.size());
        for (const geo::Vertex v : line)
            placed.push_back(layout(v));
        return placed;
    }

    static VertexLine lineOf(const std::vector<geo::Vertex>& points, const geo::Arc& arc, bool reversed) {
        const auto first = points.begin() + static_cast<std::ptrdiff_t>(arc.firstPoint);
        VertexLine line(first, first + static_cast<std::ptrdiff_t>(arc.pointCount));
        if (reversed)
            std::reverse(line.begin(), line.end());
        return line;
    }

    void fillRegency(core::RegionIndex regency, const std::vector<VertexLine>& around, const VectorFill& fill) {
        begin(regionGroup(VectorGroupKind::regency, regency));
        fillRings(joinRings(around), fill);
        end();
    }

    void fillTriangles(const std::vector<geo::Vertex>& vertices, const std::vector<std::uint32_t>& indices,
                       const scene::Color& color) {
        fillRings(outlineOf(vertices, indices), {color, scene::FillPattern::plain, {}, {}, 0});
    }

    void fillRings(const std::vector<VertexLine>& rings, const VectorFill& fill) {
        if (fill.color.a == 0 && fill.pattern == scene::FillPattern::plain)
            return;
        const Rect cut = grown(frame_, options_.bleed);
        VectorPath path;
        for (const VertexLine& ring : rings) {
            Line line = clipRing(layout(ring), cut);
            roundPoints(line, options_.step);
            if (line.size() > 1 && line.front() == line.back())
                line.pop_back();
            if (line.size() >= 3)
                path.push_back(std::move(line));
        }
        if (path.empty())
            return;
        show();
        target_.fillPath(path, fill);
    }

    template <class Accept>
    void strokeArcs(const std::vector<geo::Vertex>& points, const std::vector<geo::Arc>& arcs,
                    const VectorStroke& stroke, const Accept& accept) {
        std::vector<VertexLine> lines;
        for (const geo::Arc& arc : arcs)
            if (accept(arc))
                lines.push_back(lineOf(points, arc, false));
        const Rect cut = grown(frame_, options_.bleed > 0 ? stroke.width : 0);
        VectorPath rings;
        VectorPath parts;
        for (const VertexLine& line : joinLines(lines)) {
            const bool ring = line.size() > 3 && line.front() == line.back();
            std::vector<LinePiece> pieces = clipLine(layout(line), cut);
            const bool whole = pieces.size() == 1 && pieces.front().points.size() == line.size();
            for (LinePiece& piece : pieces) {
                roundPoints(piece.points, options_.step);
                if (ring && whole && piece.points.size() > 3) {
                    piece.points.pop_back();
                    rings.push_back(std::move(piece.points));
                } else if (piece.points.size() > 1) {
                    parts.push_back(std::move(piece.points));
                }
            }
        }
        for (auto* path : {&rings, &parts}) {
            if (path->empty())
                continue;
            VectorStroke drawn = stroke;
            drawn.closed = path == &rings;
            show();
            target_.strokePath(*path, drawn);
        }
    }

    const scene::DisplayList& list_;
    const VectorOptions& options_;
    VectorTarget& target_;
    Rect page_;
    std::vector<Clip> clips_;
    std::vector<Open> open_;
    std::map<std::string, int> ids_; // how often each was given
    const scene::MapFrame* map_ = nullptr;
    const geo::LevelOfDetail* level_ = nullptr;
    Rect frame_; // of the map, as far as it is in sight
    geo::Point patternOrigin_;
};

} // namespace

bool playVectors(const scene::DisplayList& list, const VectorOptions& options, VectorTarget& target,
                 const std::function<bool(double)>& progress) {
    Player player(list, options, target);
    const auto count = static_cast<double>(list.items.size());
    for (std::size_t i = 0; i < list.items.size(); ++i) {
        if (progress && !progress(static_cast<double>(i) / count))
            return false;
        std::visit([&](const auto& item) { player.play(item); }, list.items[i]);
    }
    player.finish();
    return true;
}

} // namespace jejaring::publish
