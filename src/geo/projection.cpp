// SPDX-License-Identifier: MIT
#include "geo/projection.hpp"

#include <proj.h>

#include <cmath>
#include <limits>

namespace jejaring::geo {
namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

// Self-contained pipelines: unlike EPSG codes they need no look at proj.db, which keeps a start cheap. "+over" keeps
// PROJ from folding longitudes back, so that both edges of the map, 180° east and west of its middle, can be reached.
const char* pipeline(ProjectionKind kind) {
    switch (kind) {
    case ProjectionKind::equalEarth:
        return "+proj=pipeline +step +proj=unitconvert +xy_in=deg +xy_out=rad "
               "+step +proj=eqearth +lon_0=118 +ellps=WGS84 +over";
    case ProjectionKind::mercator:
        return "+proj=pipeline +step +proj=unitconvert +xy_in=deg +xy_out=rad "
               "+step +proj=merc +lon_0=118 +ellps=WGS84 +over";
    case ProjectionKind::plateCarree:
        return "+proj=pipeline +step +proj=unitconvert +xy_in=deg +xy_out=rad "
               "+step +proj=eqc +lon_0=118 +ellps=WGS84 +over";
    }
    return "";
}

// Mercator's ordinate grows without bound towards the poles; past this latitude no map of ours goes.
constexpr double kMercatorLimit = 89.0;

constexpr double kRounding = 1e-9;   // degrees
constexpr double kOffTheMap = 100.0; // metres

bool placeable(ProjectionKind kind, Point degrees) {
    const double limit = kind == ProjectionKind::mercator ? kMercatorLimit : 90.0;
    return std::isfinite(degrees.x) && std::abs(degrees.y) <= limit;
}

Point checked(double x, double y) {
    return std::isfinite(x) && std::isfinite(y) ? Point{x, y} : Point{kNaN, kNaN};
}

} // namespace

struct Projection::Handle {
    PJ_CONTEXT* context = nullptr;
    PJ* transformation = nullptr;

    explicit Handle(ProjectionKind kind) : context(proj_context_create()) {
        proj_log_level(context, PJ_LOG_NONE);
        transformation = proj_create(context, pipeline(kind));
    }
    ~Handle() {
        proj_destroy(transformation);
        proj_context_destroy(context);
    }
    Handle(const Handle&) = delete;
    Handle& operator=(const Handle&) = delete;
};

std::string_view projectionId(ProjectionKind kind) {
    switch (kind) {
    case ProjectionKind::equalEarth:
        return "equal-earth";
    case ProjectionKind::mercator:
        return "mercator";
    case ProjectionKind::plateCarree:
        return "plate-carree";
    }
    return "";
}

std::optional<ProjectionKind> parseProjection(std::string_view id) {
    for (const ProjectionKind kind :
         {ProjectionKind::equalEarth, ProjectionKind::mercator, ProjectionKind::plateCarree})
        if (projectionId(kind) == id)
            return kind;
    return std::nullopt;
}

double wrapLongitude(double longitude) {
    if (longitude >= kWesternEdge && longitude <= kWesternEdge + 360)
        return longitude;
    return longitude - 360 * std::floor((longitude - kWesternEdge) / 360);
}

Projection::Projection(ProjectionKind kind) : kind_(kind), handle_(std::make_unique<Handle>(kind)) {}
Projection::~Projection() = default;
Projection::Projection(Projection&&) noexcept = default;
Projection& Projection::operator=(Projection&&) noexcept = default;

Point Projection::forward(Point degrees) const {
    Point point = degrees;
    forwardInPlace({&point, 1});
    return point;
}

Point Projection::inverse(Point metres) const {
    if (!std::isfinite(metres.x) || !std::isfinite(metres.y) || handle_->transformation == nullptr)
        return {kNaN, kNaN};
    const PJ_COORD out = proj_trans(handle_->transformation, PJ_INV, proj_coord(metres.x, metres.y, 0, 0));
    const Point point = checked(out.xy.x, out.xy.y);
    if (std::isnan(point.x) || std::abs(point.y) > 90 || point.x < kWesternEdge - kRounding ||
        point.x > kWesternEdge + 360 + kRounding)
        return {kNaN, kNaN};
    // Beyond the edge of the world the formulas still answer, with the nearest place there is.
    const PJ_COORD back = proj_trans(handle_->transformation, PJ_FWD, proj_coord(point.x, point.y, 0, 0));
    if (!(std::hypot(back.xy.x - metres.x, back.xy.y - metres.y) < kOffTheMap))
        return {kNaN, kNaN};
    return {point.x > 180 ? point.x - 360 : point.x, point.y};
}

void Projection::forwardInPlace(std::span<Point> points) const {
    for (Point& point : points)
        point = placeable(kind_, point) ? Point{wrapLongitude(point.x), point.y} : Point{kNaN, kNaN};
    if (points.empty())
        return;
    if (handle_->transformation != nullptr)
        proj_trans_generic(handle_->transformation, PJ_FWD, &points[0].x, sizeof(Point), points.size(), &points[0].y,
                           sizeof(Point), points.size(), nullptr, 0, 0, nullptr, 0, 0);
    for (Point& point : points)
        point = handle_->transformation != nullptr ? checked(point.x, point.y) : Point{kNaN, kNaN};
}

} // namespace jejaring::geo
