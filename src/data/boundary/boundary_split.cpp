// SPDX-License-Identifier: MIT
#include "data/boundary/boundary_split.hpp"

#include "data/boundary/boundary_geos.hpp"

#include <cmath>

namespace jejaring::data {
namespace {

class Overlay {
  public:
    using Shape = GeosContext::Shape;

    // Valid whatever the rings; null where that failed.
    Shape fromGrid(const GridMultiPolygon& polygons) const {
        std::vector<GEOSGeometry*> parts;
        for (const GridPolygon& polygon : polygons) {
            GEOSGeometry* const outer = ring(polygon.outer);
            if (outer == nullptr)
                continue;
            std::vector<GEOSGeometry*> holes;
            for (const GridRing& hole : polygon.holes)
                if (GEOSGeometry* const made = ring(hole))
                    holes.push_back(made);
            parts.push_back(
                GEOSGeom_createPolygon_r(context_, outer, holes.data(), static_cast<unsigned>(holes.size())));
        }
        const Shape all = own(GEOSGeom_createCollection_r(context_, GEOS_MULTIPOLYGON, parts.data(),
                                                          static_cast<unsigned>(parts.size())));
        if (!all)
            return own(nullptr);
        const Shape valid = own(GEOSMakeValid_r(context_, all.get()));
        return own(valid ? GEOSUnaryUnionPrec_r(context_, valid.get(), 1.0) : nullptr);
    }

    Shape intersection(const Shape& a, const Shape& b) const {
        return own(GEOSIntersectionPrec_r(context_, a.get(), b.get(), 1.0));
    }
    Shape difference(const Shape& a, const Shape& b) const {
        return own(GEOSDifferencePrec_r(context_, a.get(), b.get(), 1.0));
    }

    GridMultiPolygon toGrid(const Shape& shape) const {
        GridMultiPolygon result;
        const int count = GEOSGetNumGeometries_r(context_, shape.get());
        for (int i = 0; i < count; ++i) {
            const GEOSGeometry* const part = GEOSGetGeometryN_r(context_, shape.get(), i);
            if (GEOSGeomTypeId_r(context_, part) != GEOS_POLYGON || GEOSisEmpty_r(context_, part) != 0)
                continue;
            GridPolygon& polygon = result.emplace_back();
            polygon.outer = points(GEOSGetExteriorRing_r(context_, part));
            const int holes = GEOSGetNumInteriorRings_r(context_, part);
            for (int h = 0; h < holes; ++h)
                polygon.holes.push_back(points(GEOSGetInteriorRingN_r(context_, part, h)));
        }
        return result;
    }

  private:
    GEOSGeometry* ring(const GridRing& points) const {
        if (points.size() < 3)
            return nullptr;
        const auto count = static_cast<unsigned>(points.size());
        GEOSCoordSequence* const sequence = GEOSCoordSeq_create_r(context_, count + 1, 2);
        for (unsigned i = 0; i <= count; ++i)
            GEOSCoordSeq_setXY_r(context_, sequence, i, points[i % count].x, points[i % count].y);
        return GEOSGeom_createLinearRing_r(context_, sequence);
    }

    GridRing points(const GEOSGeometry* ring) const {
        const GEOSCoordSequence* const sequence = GEOSGeom_getCoordSeq_r(context_, ring);
        unsigned count = 0;
        GEOSCoordSeq_getSize_r(context_, sequence, &count);
        GridRing result;
        for (unsigned i = 0; i + 1 < count; ++i) {
            double x = 0;
            double y = 0;
            GEOSCoordSeq_getXY_r(context_, sequence, i, &x, &y);
            result.push_back({static_cast<std::int32_t>(std::lround(x)), static_cast<std::int32_t>(std::lround(y))});
        }
        return result;
    }

    [[nodiscard]] Shape own(GEOSGeometry* geometry) const { return geos_.own(geometry); }

    GeosContext geos_;
    GEOSContextHandle_t context_ = geos_.handle();
};

} // namespace

std::vector<GridMultiPolygon> splitPolygons(const GridMultiPolygon& whole, std::span<const GridMultiPolygon> parts) {
    std::vector<GridMultiPolygon> pieces(parts.size() + 1);
    pieces[0] = whole;
    if (parts.empty())
        return pieces;
    const Overlay overlay;
    Overlay::Shape rest = overlay.fromGrid(whole);
    for (std::size_t i = 0; rest && i < parts.size(); ++i) {
        const Overlay::Shape part = overlay.fromGrid(parts[i]);
        if (!part)
            continue;
        const Overlay::Shape piece = overlay.intersection(rest, part);
        Overlay::Shape left = overlay.difference(rest, part);
        if (!piece || !left)
            continue;
        pieces[i + 1] = overlay.toGrid(piece);
        rest = std::move(left);
        pieces[0] = overlay.toGrid(rest);
    }
    return pieces;
}

} // namespace jejaring::data
