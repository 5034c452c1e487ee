// SPDX-License-Identifier: MIT
#pragma once

#include "geo/point.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>

namespace jejaring::geo {

// Equal Earth (Šavrič, Patterson, Jenny 2018) is the default: equal-area, so that a choropleth does not lie about area.
// All are centred on 118° E, the middle of Indonesia.
enum class ProjectionKind : std::uint8_t { equalEarth, mercator, plateCarree };

// The stable id used in files and on the command line: "equal-earth", "mercator", "plate-carree".
[[nodiscard]] std::string_view projectionId(ProjectionKind kind);
[[nodiscard]] std::optional<ProjectionKind> parseProjection(std::string_view id);

// Degrees: where the left edge of every map is, half way round the world from its middle at 118° E.
inline constexpr double kWesternEdge = -62.0;
// The longitude that means the same place, within [kWesternEdge, kWesternEdge + 360]; both ends stay as they are.
[[nodiscard]] double wrapLongitude(double longitude);

// A map projection by PROJ. One object must not be used by two threads at once; separate objects are free.
class Projection {
  public:
    explicit Projection(ProjectionKind kind);
    ~Projection();
    Projection(Projection&&) noexcept;
    Projection& operator=(Projection&&) noexcept;

    [[nodiscard]] ProjectionKind kind() const { return kind_; }
    // Degrees of WGS 84 to metres, and back (longitudes then within -180..180). A point the projection cannot place
    // becomes NaN.
    [[nodiscard]] Point forward(Point degrees) const;
    [[nodiscard]] Point inverse(Point metres) const;
    void forwardInPlace(std::span<Point> points) const;

  private:
    struct Handle;
    ProjectionKind kind_;
    std::unique_ptr<Handle> handle_;
};

} // namespace jejaring::geo
