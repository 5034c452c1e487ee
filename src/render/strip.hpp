// SPDX-License-Identifier: MIT
// Polylines as strips of triangles, whose width the vertex shader chooses: the ground of antialiasing without MSAA.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace jejaring::render {

struct StripPoint {
    float x = 0;
    float y = 0;
    friend bool operator==(const StripPoint&, const StripPoint&) = default;
};

// A corner of a strip. It stands at `at` + (offsetX, offsetY) * half width; `from` is where its segment begins, so that
// a fragment can measure its distance to the segment it belongs to, exactly and alike in every tile.
struct StripCorner {
    StripPoint at;
    StripPoint from;
    float offsetX = 0; // half widths; at most kLongestOffset long
    float offsetY = 0;
    float along = 0; // length of the line up to `from`
};

// Two corners for each point or end, and triangles whose last corner always belongs to the segment's far end (OpenGL's
// provoking vertex).
struct Strip {
    std::vector<StripCorner> corners;
    std::vector<std::uint32_t> indices;
    void clear() {
        corners.clear();
        indices.clear();
    }
};

inline constexpr float kLongestOffset = 4.0F;

// Appends the strip of a polyline. Points that repeat the one before are left out; a closed line repeats its first
// point at the end. Turns are mitred; where that will not do, and at open ends, the strip is lengthened by half its
// width, which gives round joins and caps to fragments that measure their distance. `halfWidth`, in the line's unit,
// tells how much room a mitre needs; where it is unknown (0) turns of more than 90° are not mitred.
void appendStrip(Strip& strip, std::span<const StripPoint> points, bool closed, float halfWidth = 0);

} // namespace jejaring::render
