// SPDX-License-Identifier: MIT
// Lines and areas as they go into a vector file: arcs put together into rings and long lines, cut to a rectangle.
#pragma once

#include "geo/point.hpp"
#include "geo/vertex.hpp"
#include "scene/camera.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace jejaring::publish {

// A line of points; a ring repeats its first point at its end.
using VertexLine = std::vector<geo::Vertex>;
using Line = std::vector<geo::Point>;

// The rings that the lines make: each begins where another ends, and every line is used once. Where a ring cannot be
// closed, because a line is missing, it is closed straight.
[[nodiscard]] std::vector<VertexLine> joinRings(const std::vector<VertexLine>& lines);

// The same lines as few long ones: two are joined where their ends meet, whatever their direction, and no third does.
[[nodiscard]] std::vector<VertexLine> joinLines(const std::vector<VertexLine>& lines);

// The border of an area made of triangles that do not overlap: rings, to be filled by the even-odd rule.
[[nodiscard]] std::vector<VertexLine> outlineOf(std::span<const geo::Vertex> vertices,
                                                std::span<const std::uint32_t> triangles);

// The part of a ring within the rectangle (Sutherland and Hodgman 1974), without a repeated last point; by the even-odd
// rule it fills what the whole ring fills there. Pieces are linked along the rectangle's sides. Empty where nothing is.
[[nodiscard]] Line clipRing(const Line& ring, const scene::Rect& rect);

struct LinePiece {
    Line points;
    double start = 0; // length along the whole line at its first point
};
// The parts of a line within the rectangle.
[[nodiscard]] std::vector<LinePiece> clipLine(const Line& line, const scene::Rect& rect);

// On a grid of `step` layout units (0: as they are), without neighbours that fall together.
void roundPoints(Line& line, double step);

} // namespace jejaring::publish
