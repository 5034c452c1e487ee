// SPDX-License-Identifier: MIT
#pragma once

#include "geo/vertex.hpp"

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace jejaring::geo {

// Polygons to triangles, by GLU's sweep. Separate objects may work in separate threads.
class Tessellator {
  public:
    Tessellator();
    ~Tessellator();
    Tessellator(Tessellator&&) noexcept;
    Tessellator& operator=(Tessellator&&) noexcept;

    // One ring of the polygon under way, without its repeated last point: outer rings anticlockwise, holes clockwise.
    // Rings of fewer than three points are ignored.
    void addRing(std::span<const Vertex> ring);
    // Appends the polygon's vertices, its triangles (indices into all of `vertices`) and forgets its rings. What is
    // filled is where the rings wind round a point once or more often; rings that touch or cross are cut there. False
    // where GLU gave up: the polygon is then left out.
    [[nodiscard]] bool finish(std::vector<Vertex>& vertices, std::vector<std::uint32_t>& indices);

  private:
    struct Work;
    std::unique_ptr<Work> work_;
};

} // namespace jejaring::geo
