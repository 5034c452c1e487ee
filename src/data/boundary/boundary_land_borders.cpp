// SPDX-License-Identifier: MIT
#include "data/boundary/boundary_land_borders.hpp"

#include "data/boundary/boundary_geos.hpp"
#include "data/boundary/boundary_measures.hpp"
#include "data/boundary/wkb.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <set>
#include <span>
#include <stdexcept>
#include <utility>

namespace jejaring::data {
namespace {

using Shape = GeosContext::Shape;

// Degrees. The sources differ by 0.072 at most along Indonesia's borders.
constexpr double kReach = 0.1;
// Nearer to a coast than this, land that one side lacks may be a strip of shore drawn elsewhere ...
constexpr double kByCoast = 0.05;
// ... and lies between the two only where it is narrower than twice this.
constexpr double kHalfWidth = 0.04;
// Beyond all that the steps below look at.
constexpr double kNear = 0.26;
// A shore of the land within this of the neighbour is a border, not a coast.
constexpr double kTouching = 2e-4;
// What the neighbour reaches beneath the land, and how far that stays from a coast: a wedge, in steps.
struct Step {
    double reach;
    double clear;
};
constexpr Step kSteps[] = {{0.003, 0.0015}, {0.012, 0.006}, {0.05, 0.025}, {0.12, 0.06}};
constexpr double kRounding = 1e-7;
// Of the distance kept: how much detail a coast may lose for it.
constexpr double kCoastDetail = 0.05;

// GEOS that throws where it fails, so that the steps below read as what they do.
class Overlay {
  public:
    [[nodiscard]] Shape shape(const geo::MultiPolygon& polygons) const {
        const std::vector<std::byte> wkb = toWkb(polygons);
        Shape read =
            made(GEOSGeomFromWKB_buf_r(geos(), reinterpret_cast<const unsigned char*>(wkb.data()), wkb.size()));
        return GEOSisValid_r(geos(), read.get()) == 1 ? std::move(read)
                                                      : uniform(made(GEOSMakeValid_r(geos(), read.get())));
    }
    [[nodiscard]] geo::MultiPolygon polygons(const Shape& shape) const {
        geo::MultiPolygon result;
        for (int i = 0; i < GEOSGetNumGeometries_r(geos(), shape.get()); ++i) {
            const GEOSGeometry* const part = GEOSGetGeometryN_r(geos(), shape.get(), i);
            if (GEOSGeomTypeId_r(geos(), part) != GEOS_POLYGON || GEOSisEmpty_r(geos(), part) != 0)
                continue;
            std::size_t size = 0;
            unsigned char* const bytes = GEOSGeomToWKB_buf_r(geos(), part, &size);
            auto read = fromWkb(std::span(reinterpret_cast<const std::byte*>(bytes), bytes == nullptr ? 0 : size));
            GEOSFree_r(geos(), bytes);
            if (!read)
                throw std::runtime_error("a polygon is lost");
            std::move(read->begin(), read->end(), std::back_inserter(result));
        }
        return result;
    }
    [[nodiscard]] Shape both(const Shape& a, const Shape& b) const {
        return uniform(made(GEOSIntersection_r(geos(), a.get(), b.get())));
    }
    [[nodiscard]] Shape either(const Shape& a, const Shape& b) const {
        return uniform(made(GEOSUnion_r(geos(), a.get(), b.get())));
    }
    [[nodiscard]] Shape without(const Shape& a, const Shape& b) const {
        return uniform(made(GEOSDifference_r(geos(), a.get(), b.get())));
    }
    [[nodiscard]] Shape around(const Shape& shape, double distance) const {
        constexpr int kSegmentsAQuarter = 4;
        return made(GEOSBuffer_r(geos(), shape.get(), distance, kSegmentsAQuarter));
    }
    [[nodiscard]] Shape outline(const Shape& shape) const { return made(GEOSBoundary_r(geos(), shape.get())); }
    [[nodiscard]] Shape coarser(const Shape& shape, double tolerance) const {
        return made(GEOSSimplify_r(geos(), shape.get(), tolerance));
    }
    [[nodiscard]] double length(const Shape& shape) const {
        double length = 0;
        (void)GEOSLength_r(geos(), shape.get(), &length);
        return length;
    }
    // Where two lines cross, an overlay rounds.
    [[nodiscard]] bool touch(const Shape& a, const Shape& b) const {
        return GEOSDistanceWithin_r(geos(), a.get(), b.get(), kRounding) == 1;
    }

  private:
    [[nodiscard]] GEOSContextHandle_t geos() const { return context_.handle(); }
    [[nodiscard]] Shape made(GEOSGeometry* geometry) const {
        if (geometry == nullptr)
            throw std::runtime_error("an overlay failed");
        return context_.own(geometry);
    }
    // The parts of the highest dimension alone: where two only touch, an overlay answers points and lines as well,
    // which the next overlay would refuse.
    [[nodiscard]] Shape uniform(Shape shape) const {
        if (GEOSGeomTypeId_r(geos(), shape.get()) != GEOS_GEOMETRYCOLLECTION)
            return shape;
        const int most = GEOSGeom_getDimensions_r(geos(), shape.get());
        std::vector<GEOSGeometry*> parts;
        for (int i = 0; i < GEOSGetNumGeometries_r(geos(), shape.get()); ++i)
            if (const GEOSGeometry* const part = GEOSGetGeometryN_r(geos(), shape.get(), i);
                GEOSGeom_getDimensions_r(geos(), part) == most)
                parts.push_back(GEOSGeom_clone_r(geos(), part));
        const int kind = most == 2 ? GEOS_MULTIPOLYGON : most == 1 ? GEOS_MULTILINESTRING : GEOS_MULTIPOINT;
        return made(GEOSGeom_createCollection_r(geos(), kind, parts.data(), static_cast<unsigned>(parts.size())));
    }
    GeosContext context_;
};

geo::Box grown(geo::Box box, double by) {
    return {box.minX - by, box.minY - by, box.maxX + by, box.maxY + by};
}

geo::MultiPolygon within(const geo::MultiPolygon& polygons, const geo::Box& box) {
    geo::MultiPolygon result;
    std::copy_if(polygons.begin(), polygons.end(), std::back_inserter(result),
                 [&box](const geo::Polygon& polygon) { return geo::bounds({polygon}).intersects(box); });
    return result;
}

// Countries that share a border share its points, to the last bit.
std::set<std::pair<double, double>> pointsOf(const geo::MultiPolygon& polygons) {
    std::set<std::pair<double, double>> points;
    for (const geo::Polygon& polygon : polygons)
        for (const geo::Point p : polygon.outer)
            points.emplace(p.x, p.y);
    return points;
}

// Nothing where the two share no border.
std::optional<LandBorder> fit(const Overlay& overlay, WorldCountry& country, const geo::MultiPolygon& theirIndonesia,
                              const geo::MultiPolygon& allLand) {
    const geo::Box extent = grown(geo::bounds(country.polygons), kNear);
    const Shape neighbour = overlay.shape(country.polygons);
    const Shape indonesia = overlay.shape(within(theirIndonesia, extent));
    const Shape border = overlay.both(overlay.outline(neighbour), overlay.outline(indonesia));
    if (overlay.length(border) <= 0)
        return std::nullopt;
    const Shape near = overlay.around(border, kNear);
    const Shape beside = overlay.around(border, kReach);
    const Shape wholeLand = overlay.shape(within(allLand, extent));
    const Shape land = overlay.both(wholeLand, near);
    const Shape theirs = overlay.both(neighbour, near);

    // Between the two: all of it inland; by a coast, what closes when both grow and shrink again.
    const Shape closed = overlay.around(overlay.around(overlay.either(land, theirs), kHalfWidth), -kHalfWidth);
    const Shape nobodys = overlay.without(overlay.both(indonesia, beside), overlay.either(land, theirs));
    const Shape shore = overlay.both(overlay.outline(overlay.either(neighbour, indonesia)), near);
    const Shape inland = overlay.without(nobodys, overlay.around(shore, kByCoast));
    geo::MultiPolygon between;
    for (const geo::Polygon& pocket : overlay.polygons(overlay.either(inland, overlay.both(nobodys, closed))))
        if (overlay.touch(overlay.shape({pocket}), theirs))
            between.push_back(pocket);
    const Shape gap = overlay.shape(between);
    const Shape reached = overlay.either(theirs, gap);

    const Shape coast =
        overlay.without(overlay.both(overlay.outline(wholeLand), near), overlay.around(reached, kTouching));
    const Shape root = overlay.both(reached, beside);
    Shape whole = overlay.either(neighbour, gap);
    for (const Step& step : kSteps) {
        const Shape margin = overlay.around(overlay.coarser(coast, step.clear * kCoastDetail), step.clear);
        const Shape beneath = overlay.without(overlay.both(land, overlay.around(root, step.reach)), margin);
        whole = overlay.either(whole, beneath);
    }
    country.polygons = overlay.polygons(whole);
    return LandBorder{country.name, squareKilometres(between)};
}

} // namespace

std::vector<LandBorder> fitNeighbours(World& world, const geo::MultiPolygon& land) {
    const std::set<std::pair<double, double>> points = pointsOf(world.indonesia);
    std::vector<LandBorder> borders;
    for (WorldCountry& country : world.countries) {
        const std::set<std::pair<double, double>> own = pointsOf(country.polygons);
        if (std::none_of(own.begin(), own.end(), [&points](const auto& p) { return points.contains(p); }))
            continue;
        try {
            const Overlay overlay;
            if (std::optional<LandBorder> border = fit(overlay, country, world.indonesia, land))
                borders.push_back(std::move(*border));
        } catch (const std::runtime_error&) {
            continue; // it is drawn as its source has it
        }
    }
    std::sort(borders.begin(), borders.end(), [](const LandBorder& a, const LandBorder& b) { return a.name < b.name; });
    return borders;
}

} // namespace jejaring::data
