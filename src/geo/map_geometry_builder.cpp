// SPDX-License-Identifier: MIT
#include "geo/map_geometry_builder.hpp"

#include "geo/world_cut.hpp"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <thread>

namespace jejaring::geo {
namespace {

// Steps of the grids that vertices stand on, metres: single precision holds every point of Indonesia (half as wide as
// 2^24 quarter metres) and of the world (2^24 times two metres) without rounding, so that predicates are exact.
constexpr double kRegionGrid = 0.25;
constexpr double kWorldGrid = 2.0;
// Natural Earth at 1:10 million shows no detail below this, metres.
constexpr double kFinestWorld = 200;
// How fast the world's tolerance grows with the distance from Indonesia.
constexpr double kFarawayTolerance = 0.001;
constexpr double kMostFaraway = 6000; // metres: coasts on the other side of the world stay recognisable

// Label anchors of small regions are searched on borders this fine, metres, whatever the levels.
constexpr double kFinestAnchorTolerance = 50;

double onGrid(double value, double step) {
    return std::isfinite(value) ? std::round(value / step) * step : 0;
}

void place(std::vector<Point>& points, const Projection& projection, Point origin, double step) {
    projection.forwardInPlace(points);
    for (Point& p : points)
        p = {onGrid(p.x - origin.x, step), onGrid(p.y - origin.y, step)};
}

double distance(const Box& a, const Box& b) {
    const double dx = std::max({0.0, a.minX - b.maxX, b.minX - a.maxX});
    const double dy = std::max({0.0, a.minY - b.maxY, b.minY - a.maxY});
    return std::hypot(dx, dy);
}

Box boxOf(std::span<const Point> points) {
    Box box;
    for (const Point p : points)
        box.extend(p);
    return box;
}

// Below what the world's source resolves, all levels show the same world.
void copyWorld(const LevelOfDetail& from, LevelOfDetail& to) {
    to.worldVertices = from.worldVertices;
    to.worldIndices = from.worldIndices;
    to.worldArcPoints = from.worldArcPoints;
    to.worldArcs = from.worldArcs;
}

double ringArea(const Topology& topology, const TopologyRing& ring) {
    double twice = 0;
    const Point origin = topology.points[topology.arcs[topology.usesOf(ring).front().arc].firstPoint];
    for (const ArcUse use : topology.usesOf(ring)) {
        const std::span<const Point> points = topology.pointsOf(topology.arcs[use.arc]);
        double part = 0;
        for (std::size_t i = 0; i + 1 < points.size(); ++i)
            part += (points[i].x - origin.x) * (points[i + 1].y - origin.y) -
                    (points[i + 1].x - origin.x) * (points[i].y - origin.y);
        twice += use.reversed ? -part : part;
    }
    return twice / 2;
}

} // namespace

MapGeometryBuilder::MapGeometryBuilder(const BoundaryShapes& shapes, ProjectionKind projection,
                                       std::span<const std::size_t> levels)
    : geometry_(new MapGeometry), projection_(projection) {
    geometry_->catalog_ = shapes.catalog;
    geometry_->projection_ = projection;
    const auto wanted = [&](std::size_t i) { return std::find(levels.begin(), levels.end(), i) != levels.end(); };
    bool all = true;
    for (std::size_t i = 0; i < MapGeometry::kTolerances.size(); ++i)
        all = all && !wanted(i);
    for (std::size_t i = 0; i < MapGeometry::kTolerances.size(); ++i)
        if (all || wanted(i)) {
            geometry_->levels_.emplace_back();
            geometry_->levels_.back().tolerance = MapGeometry::kTolerances[i];
        }
    finestTolerance_ = kFinestAnchorTolerance;
    for (const LevelOfDetail& level : geometry_->levels_)
        if (level.tolerance > 0)
            finestTolerance_ = std::min(finestTolerance_, level.tolerance);
    buildRegions(shapes);
    buildWorld(shapes);
}

core::RegionIndex MapGeometryBuilder::regionOf(FaceIndex face) const {
    return isRegency(face) ? static_cast<core::RegionIndex>(face + geometry_->catalog_.provinceCount())
                           : core::kNoRegion;
}

void MapGeometryBuilder::buildRegions(const BoundaryShapes& shapes) {
    const std::size_t regencyCount = shapes.catalog.regencyCount();
    std::vector<MultiPolygon> faces(shapes.regencies.begin(),
                                    shapes.regencies.begin() +
                                        static_cast<std::ptrdiff_t>(std::min(regencyCount, shapes.regencies.size())));
    faces.resize(regencyCount);
    faces.insert(faces.end(), shapes.lakes.begin(), shapes.lakes.end());
    regions_ = buildTopology(faces);
    std::vector<Point>& points = regions_.points;
    projection_.forwardInPlace(points);
    Box box;
    for (const Point p : points)
        if (std::isfinite(p.x) && std::isfinite(p.y))
            box.extend(p);
    const Point middle = box.empty() ? projection_.forward({118, -2}) : box.centre();
    geometry_->origin_ = {std::round(middle.x), std::round(middle.y)};
    for (Point& p : points)
        p = {onGrid(p.x - geometry_->origin_.x, kRegionGrid), onGrid(p.y - geometry_->origin_.y, kRegionGrid)};
    regionSimplifier_ = std::make_unique<ArcSimplifier>(regions_, finestTolerance_);
    measureRegions();
}

void MapGeometryBuilder::buildWorld(const BoundaryShapes& shapes) {
    std::vector<MultiPolygon> countries;
    countries.reserve(shapes.countries.size());
    for (const MultiPolygon& country : shapes.countries)
        countries.push_back(cutForMap(country, geometry_->projection_));
    world_ = buildTopology(countries);
    worldHidden_.reserve(world_.points.size());
    for (const Point p : world_.points)
        worldHidden_.push_back(cutsAt(p, geometry_->projection_));
    // Where a coast meets a cut, its point stays: else a line would lead from the cut to the next point kept.
    std::vector<std::uint8_t> fixed(world_.points.size(), 0);
    for (std::size_t i = 0; i + 1 < world_.points.size(); ++i)
        if (worldHidden_[i] != worldHidden_[i + 1])
            fixed[worldHidden_[i] != 0 ? i : i + 1] = 1;
    place(world_.points, projection_, geometry_->origin_, kWorldGrid);
    Box home = geometry_->allBounds_;
    if (!home.empty())
        home = {home.minX - geometry_->origin_.x, home.minY - geometry_->origin_.y, home.maxX - geometry_->origin_.x,
                home.maxY - geometry_->origin_.y};
    for (const TopologyArc& arc : world_.arcs) {
        const double away = home.empty() ? 0 : distance(home, boxOf(world_.pointsOf(arc)));
        worldArcTolerances_.push_back(std::clamp(away * kFarawayTolerance, kFinestWorld, kMostFaraway));
    }
    worldSimplifier_ = std::make_unique<ArcSimplifier>(world_, std::max(kFinestWorld, finestTolerance_), fixed);
}

BorderLine MapGeometryBuilder::borderLine(const TopologyArc& arc) const {
    BorderLine line{BorderClass::coast, regionOf(arc.left), regionOf(arc.right)};
    if (line.left == core::kNoRegion || line.right == core::kNoRegion)
        return line;
    const core::RegionCatalog& catalog = geometry_->catalog_;
    line.border =
        catalog.provinceOf(line.left) == catalog.provinceOf(line.right) ? BorderClass::regency : BorderClass::province;
    return line;
}

void MapGeometryBuilder::buildRegionLevel(LevelOfDetail& level) const {
    const auto regencyCount = static_cast<FaceIndex>(geometry_->catalog_.regencyCount());
    const SimplifiedArcs regions = regionSimplifier_->simplify(level.tolerance);
    appendFills(regions_, regions, 0, regencyCount, level.vertices, level.indices, &level.regionRanges);
    appendFills(regions_, regions, regencyCount, regions_.faceCount, level.lakeVertices, level.lakeIndices, nullptr);
    appendLines(
        regions_, regions, [this](const TopologyArc& arc) { return borderLine(arc); }, {}, level.arcPoints, level.arcs);
}

void MapGeometryBuilder::buildWorldLevel(LevelOfDetail& level) const {
    std::vector<double> tolerances = worldArcTolerances_;
    for (double& tolerance : tolerances)
        tolerance = std::max(tolerance, level.tolerance);
    const SimplifiedArcs world = worldSimplifier_->simplify(tolerances);
    appendFills(world_, world, 0, world_.faceCount, level.worldVertices, level.worldIndices, nullptr);
    appendLines(
        world_, world, [](const TopologyArc&) { return BorderLine{}; }, worldHidden_, level.worldArcPoints,
        level.worldArcs);
}

void MapGeometryBuilder::measureRegions() {
    const core::RegionCatalog& catalog = geometry_->catalog_;
    geometry_->bounds_.resize(catalog.size());
    geometry_->areas_.resize(catalog.size(), 0);
    geometry_->anchors_.resize(catalog.size());
    arcsOfRegion_.resize(catalog.size());
    const Point origin = geometry_->origin_;
    for (std::size_t i = 0; i < regions_.arcs.size(); ++i) {
        const TopologyArc& arc = regions_.arcs[i];
        if (arc.left == arc.right)
            continue;
        Box box = boxOf(regions_.pointsOf(arc));
        box = {box.minX + origin.x, box.minY + origin.y, box.maxX + origin.x, box.maxY + origin.y};
        const BorderLine line = borderLine(arc);
        for (const core::RegionIndex region : {line.left, line.right}) {
            if (region == core::kNoRegion)
                continue;
            geometry_->allBounds_.extend(box);
            geometry_->bounds_[region].extend(box);
            arcsOfRegion_[region].push_back(static_cast<std::uint32_t>(i));
            const core::RegionIndex province = catalog.provinceOf(region);
            if (province == core::kNoRegion)
                continue;
            geometry_->bounds_[province].extend(box);
            if (line.border != BorderClass::regency)
                arcsOfRegion_[province].push_back(static_cast<std::uint32_t>(i));
        }
    }
    for (const TopologyRing& ring : regions_.rings) {
        const core::RegionIndex region = regionOf(ring.face);
        if (region == core::kNoRegion)
            continue;
        const double area = ringArea(regions_, ring);
        geometry_->areas_[region] += area;
        if (const core::RegionIndex province = catalog.provinceOf(region); province != core::kNoRegion)
            geometry_->areas_[province] += area;
    }
}

void MapGeometryBuilder::findAnchors(core::RegionIndex first, core::RegionIndex last) {
    std::vector<Segment> border;
    for (core::RegionIndex region = first; region < last; ++region) {
        // The search runs on a border without detail that the answer could not show; the radius is then measured to
        // the border itself.
        const double size = std::sqrt(std::max(0.0, geometry_->areas_[region]));
        const double tolerance = size / 50;
        border.clear();
        for (const std::uint32_t arc : arcsOfRegion_[region])
            regionSimplifier_->appendSegments(arc, tolerance, border);
        LabelAnchor anchor = findLabelAnchor(border, size / 100);
        if (anchor.radius > 0) {
            border.clear();
            for (const std::uint32_t arc : arcsOfRegion_[region]) {
                const std::span<const Point> points = regions_.pointsOf(regions_.arcs[arc]);
                for (std::size_t i = 0; i + 1 < points.size(); ++i)
                    border.push_back({points[i], points[i + 1]});
            }
            anchor.radius = std::max(0.0, insideDistance(border, anchor.at));
        }
        anchor.at = {anchor.at.x + geometry_->origin_.x, anchor.at.y + geometry_->origin_.y};
        geometry_->anchors_[region] = anchor;
    }
}

std::shared_ptr<const MapGeometry> MapGeometryBuilder::run(const std::function<bool(double)>& progress) {
    std::vector<std::function<void()>> jobs;
    // The finest levels are the longest jobs, so they come first.
    std::vector<LevelOfDetail>& levels = geometry_->levels_;
    for (auto level = levels.rbegin(); level != levels.rend(); ++level)
        jobs.emplace_back([this, &target = *level] { buildRegionLevel(target); });
    for (auto level = levels.rbegin(); level != levels.rend(); ++level)
        if (level->tolerance > kFinestWorld || level == levels.rbegin())
            jobs.emplace_back([this, &target = *level] { buildWorldLevel(target); });
    const auto count = static_cast<core::RegionIndex>(geometry_->catalog_.size());
    constexpr core::RegionIndex kAnchorsAJob = 64;
    for (core::RegionIndex first = 0; first < count; first = static_cast<core::RegionIndex>(first + kAnchorsAJob))
        jobs.emplace_back([this, first, count] {
            findAnchors(first,
                        std::min<core::RegionIndex>(count, static_cast<core::RegionIndex>(first + kAnchorsAJob)));
        });
    std::atomic<std::size_t> next = 0;
    std::atomic<bool> stopped = false;
    const auto work = [&](const std::function<bool(double)>& report) {
        for (std::size_t job = next++; job < jobs.size() && !stopped; job = next++) {
            jobs[job]();
            if (report && !report(0.3 + 0.7 * static_cast<double>(job + 1) / static_cast<double>(jobs.size())))
                stopped = true;
        }
    };
    if (progress && !progress(0.3))
        return nullptr;
    {
        const std::jthread helper([&] { work({}); });
        work(progress);
    }
    if (stopped)
        return nullptr;
    for (LevelOfDetail& level : levels)
        if (level.tolerance <= kFinestWorld && &level != &levels.back())
            copyWorld(levels.back(), level);
    if (progress && !progress(1))
        return nullptr;
    return geometry_;
}

std::shared_ptr<const MapGeometry> MapGeometry::build(const BoundaryShapes& shapes, ProjectionKind projection,
                                                      std::span<const std::size_t> levels,
                                                      const std::function<bool(double)>& progress) {
    if (progress && !progress(0))
        return nullptr;
    return MapGeometryBuilder(shapes, projection, levels).run(progress);
}

} // namespace jejaring::geo
