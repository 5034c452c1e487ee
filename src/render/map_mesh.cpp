// SPDX-License-Identifier: MIT
#include "render/map_mesh.hpp"

#include "render/strip.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <limits>
#include <span>

namespace jejaring::render {

namespace {

// Long arcs are cut into chunks of this many points, so that a coast of thousands of kilometres can be left out in
// part.
constexpr std::size_t kChunkPoints = 128;
// Cells of the grid, along each side, by which triangles without regions are chunked.
constexpr std::size_t kGridCells = 24;

struct FillVertex {
    geo::Vertex at;
    std::uint32_t column = 0; // in the table of styles
};

struct StripVertex {
    StripPoint at;
    StripPoint from;
    std::array<std::int16_t, 2> offset{}; // of kLongestOffset
    std::array<std::uint16_t, 2> beside{};
};

constexpr std::array kFillAttributes{
    VertexAttribute{0, 2, GL_FLOAT, false, false, offsetof(FillVertex, at)},
    VertexAttribute{1, 1, GL_UNSIGNED_INT, false, true, offsetof(FillVertex, column)},
};
constexpr std::array kStripAttributes{
    VertexAttribute{0, 2, GL_FLOAT, false, false, offsetof(StripVertex, at)},
    VertexAttribute{1, 2, GL_FLOAT, false, false, offsetof(StripVertex, from)},
    VertexAttribute{2, 2, GL_SHORT, true, false, offsetof(StripVertex, offset)},
    VertexAttribute{3, 2, GL_UNSIGNED_SHORT, false, true, offsetof(StripVertex, beside)},
};

class BoxBuilder {
  public:
    void add(float x, float y) {
        box_.minX = std::min(box_.minX, x);
        box_.minY = std::min(box_.minY, y);
        box_.maxX = std::max(box_.maxX, x);
        box_.maxY = std::max(box_.maxY, y);
    }
    // An empty one intersects nothing.
    [[nodiscard]] const MeshBox& box() const { return box_; }

  private:
    static constexpr float kFar = std::numeric_limits<float>::infinity();
    MeshBox box_{kFar, kFar, -kFar, -kFar};
};

FillMesh fillMesh(std::vector<MeshChunk> chunks, std::span<const FillVertex> vertices,
                  std::span<const std::uint32_t> indices) {
    FillMesh made{std::move(chunks), IndexedMesh(kFillAttributes, sizeof(FillVertex))};
    made.mesh.upload(vertices, indices, GL_STATIC_DRAW);
    return made;
}

FillMesh uploadRegions(const geo::LevelOfDetail& level) {
    constexpr std::uint32_t kUnowned = std::numeric_limits<std::uint32_t>::max();
    std::vector<FillVertex> vertices(level.vertices.size());
    for (std::size_t i = 0; i < vertices.size(); ++i)
        vertices[i] = {level.vertices[i], kUnowned};
    std::vector<std::uint32_t> indices = level.indices;
    std::vector<MeshChunk> chunks;
    chunks.reserve(level.regionRanges.size());
    // A vertex that several regions share gets a copy for each but the first.
    for (std::size_t column = 0; column < level.regionRanges.size(); ++column) {
        const geo::IndexRange range = level.regionRanges[column];
        BoxBuilder box;
        for (std::uint32_t i = range.first; i < range.first + range.count; ++i) {
            FillVertex& vertex = vertices[indices[i]];
            box.add(vertex.at.x, vertex.at.y);
            if (vertex.column == kUnowned) {
                vertex.column = static_cast<std::uint32_t>(column);
            } else if (vertex.column != column) {
                const geo::Vertex at = vertex.at;
                indices[i] = static_cast<std::uint32_t>(vertices.size());
                vertices.push_back({at, static_cast<std::uint32_t>(column)});
            }
        }
        chunks.push_back({box.box(), range.first, range.count});
    }
    return fillMesh(std::move(chunks), vertices, indices);
}

// Triangles that belong to no region, sorted into cells of a grid over their extent.
FillMesh uploadGrid(std::span<const geo::Vertex> source, std::span<const std::uint32_t> indices) {
    std::vector<FillVertex> vertices(source.size());
    BoxBuilder extent;
    for (std::size_t i = 0; i < source.size(); ++i) {
        vertices[i] = {source[i], 0};
        extent.add(source[i].x, source[i].y);
    }
    const MeshBox& all = extent.box();
    const auto cellAlong = [](float value, float low, float high) {
        const float share = high > low ? (value - low) / (high - low) : 0.0F;
        const auto cell = static_cast<std::size_t>(std::max(share, 0.0F) * static_cast<float>(kGridCells));
        return std::min(cell, kGridCells - 1);
    };
    const std::size_t triangles = indices.size() / 3;
    std::vector<std::uint16_t> cellOf(triangles);
    std::array<std::uint32_t, kGridCells * kGridCells + 1> start{};
    for (std::size_t t = 0; t < triangles; ++t) {
        const geo::Vertex& a = source[indices[3 * t]];
        const geo::Vertex& b = source[indices[3 * t + 1]];
        const geo::Vertex& c = source[indices[3 * t + 2]];
        const std::size_t cell = cellAlong((a.y + b.y + c.y) / 3, all.minY, all.maxY) * kGridCells +
                                 cellAlong((a.x + b.x + c.x) / 3, all.minX, all.maxX);
        cellOf[t] = static_cast<std::uint16_t>(cell);
        ++start[cell + 1];
    }
    for (std::size_t cell = 1; cell < start.size(); ++cell)
        start[cell] += start[cell - 1];

    std::vector<std::uint32_t> sorted(triangles * 3);
    std::array<BoxBuilder, kGridCells * kGridCells> boxes;
    auto next = start;
    for (std::size_t t = 0; t < triangles; ++t) {
        const std::uint32_t place = next[cellOf[t]]++;
        for (std::size_t corner = 0; corner < 3; ++corner) {
            const std::uint32_t index = indices[3 * t + corner];
            sorted[std::size_t{3} * place + corner] = index;
            boxes[cellOf[t]].add(source[index].x, source[index].y);
        }
    }
    std::vector<MeshChunk> chunks;
    for (std::size_t cell = 0; cell < boxes.size(); ++cell)
        if (start[cell + 1] > start[cell])
            chunks.push_back({boxes[cell].box(), 3 * start[cell], 3 * (start[cell + 1] - start[cell])});
    return fillMesh(std::move(chunks), vertices, sorted);
}

std::uint16_t columnOf(core::RegionIndex region, std::size_t provinceCount) {
    return region == core::kNoRegion ? region : static_cast<std::uint16_t>(region - provinceCount);
}

std::int16_t packed(float offset) {
    return static_cast<std::int16_t>(std::lround(std::clamp(offset / kLongestOffset, -1.0F, 1.0F) * 32767.0F));
}

StripMesh uploadArcs(std::span<const geo::Arc> arcs, std::span<const geo::Vertex> points, std::size_t provinceCount) {
    StripMesh made{{}, IndexedMesh(kStripAttributes, sizeof(StripVertex))};
    std::vector<StripVertex> vertices;
    std::vector<std::uint32_t> indices;
    vertices.reserve(2 * points.size() + 2 * arcs.size());
    indices.reserve(6 * points.size());
    Strip strip;
    std::vector<StripPoint> line;
    for (const geo::Arc& arc : arcs) {
        line.clear();
        for (const geo::Vertex& p : points.subspan(arc.firstPoint, arc.pointCount))
            line.push_back({p.x, p.y});
        strip.clear();
        appendStrip(strip, line, line.size() > 3 && line.front() == line.back());

        const auto base = static_cast<std::uint32_t>(vertices.size());
        const std::array<std::uint16_t, 2> beside{columnOf(arc.left, provinceCount),
                                                  columnOf(arc.right, provinceCount)};
        for (const StripCorner& c : strip.corners)
            vertices.push_back({c.at, c.from, {packed(c.offsetX), packed(c.offsetY)}, beside});
        for (std::size_t first = 0; first < strip.indices.size(); first += 6 * kChunkPoints) {
            const std::size_t count = std::min(6 * kChunkPoints, strip.indices.size() - first);
            StripChunk chunk;
            chunk.border = arc.border;
            chunk.left = arc.left;
            chunk.right = arc.right;
            chunk.first = static_cast<std::uint32_t>(indices.size());
            chunk.count = static_cast<std::uint32_t>(count);
            BoxBuilder box;
            for (std::size_t i = first; i < first + count; ++i) {
                const StripCorner& corner = strip.corners[strip.indices[i]];
                box.add(corner.at.x, corner.at.y);
                indices.push_back(base + strip.indices[i]);
            }
            chunk.box = box.box();
            made.chunks.push_back(chunk);
        }
    }
    made.mesh.upload<StripVertex>(vertices, indices, GL_STATIC_DRAW);
    return made;
}

} // namespace

const FillMesh& LevelMesh::regions() {
    if (!regions_)
        regions_ = uploadRegions(level_);
    return *regions_;
}
const StripMesh& LevelMesh::arcs() {
    if (!arcs_)
        arcs_ = uploadArcs(level_.arcs, level_.arcPoints, provinceCount_);
    return *arcs_;
}
const FillMesh& LevelMesh::world() {
    if (!world_)
        world_ = uploadGrid(level_.worldVertices, level_.worldIndices);
    return *world_;
}
const StripMesh& LevelMesh::worldArcs() {
    if (!worldArcs_)
        worldArcs_ = uploadArcs(level_.worldArcs, level_.worldArcPoints, provinceCount_);
    return *worldArcs_;
}
const FillMesh& LevelMesh::lakes() {
    if (!lakes_)
        lakes_ = uploadGrid(level_.lakeVertices, level_.lakeIndices);
    return *lakes_;
}

} // namespace jejaring::render
