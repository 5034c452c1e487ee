// SPDX-License-Identifier: MIT
#pragma once

namespace jejaring::geo {

// A vertex of a fill or a line: projected metres relative to MapGeometry::origin(), in single precision. Indonesia's
// stand on a grid of 0.25 m, the world's on one of 2 m.
struct Vertex {
    float x = 0;
    float y = 0;
    friend bool operator==(const Vertex&, const Vertex&) = default;
};

} // namespace jejaring::geo
