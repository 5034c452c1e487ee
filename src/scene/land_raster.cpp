// SPDX-License-Identifier: MIT
#include "scene/land_raster.hpp"

#include <algorithm>
#include <cmath>
#include <mutex>

namespace jejaring::scene {
namespace {

constexpr double kTolerance = 1500; // metres; finer than a cell
constexpr double kMargin = 400000;  // metres around Indonesia

} // namespace

LandRaster::LandRaster(const geo::MapGeometry& geometry) : box_(geometry.bounds()) {
    if (box_.empty())
        return;
    box_ = {box_.minX - kMargin, box_.minY - kMargin, box_.maxX + kMargin, box_.maxY + kMargin};
    columns_ = static_cast<int>(std::ceil(box_.width() / kCell));
    rows_ = static_cast<int>(std::ceil(box_.height() / kCell));
    cells_.assign(static_cast<std::size_t>(columns_) * static_cast<std::size_t>(rows_), core::kNoRegion);

    const geo::LevelOfDetail& level = geometry.levelFor(kTolerance);
    fill(level.worldVertices, level.worldIndices, geometry.origin(), kForeign);
    const std::size_t provinces = geometry.catalog().provinceCount();
    for (std::size_t i = 0; i < level.regionRanges.size(); ++i) {
        const geo::IndexRange range = level.regionRanges[i];
        fill(level.vertices, std::span(level.indices).subspan(range.first, range.count), geometry.origin(),
             static_cast<core::RegionIndex>(provinces + i));
    }
    const auto wide = static_cast<std::size_t>(columns_) + 1;
    sums_.assign(wide * (static_cast<std::size_t>(rows_) + 1), 0);
    for (std::size_t row = 0; row < static_cast<std::size_t>(rows_); ++row)
        for (std::size_t column = 0; column + 1 < wide; ++column) {
            const std::uint32_t own = cells_[row * (wide - 1) + column] < geometry.catalog().size() ? 1 : 0;
            sums_[(row + 1) * wide + column + 1] =
                own + sums_[row * wide + column + 1] + sums_[(row + 1) * wide + column] - sums_[row * wide + column];
        }
}

void LandRaster::fill(const std::vector<geo::Vertex>& vertices, std::span<const std::uint32_t> indices,
                      geo::Point origin, core::RegionIndex value) {
    const auto set = [&](int column, int row) {
        if (column >= 0 && row >= 0 && column < columns_ && row < rows_)
            cells_[static_cast<std::size_t>(row) * static_cast<std::size_t>(columns_) +
                   static_cast<std::size_t>(column)] = value;
    };
    for (std::size_t i = 0; i + 2 < indices.size(); i += 3) {
        std::array<geo::Point, 3> p; // in cells
        for (std::size_t k = 0; k < 3; ++k) {
            const geo::Vertex& v = vertices[indices[i + k]];
            p[k] = {(static_cast<double>(v.x) + origin.x - box_.minX) / kCell,
                    (static_cast<double>(v.y) + origin.y - box_.minY) / kCell};
            // Islands smaller than a cell are land, too.
            set(static_cast<int>(std::floor(p[k].x)), static_cast<int>(std::floor(p[k].y)));
        }
        const double top = std::max({p[0].y, p[1].y, p[2].y});
        const double bottom = std::min({p[0].y, p[1].y, p[2].y});
        const int firstRow = std::max(0, static_cast<int>(std::ceil(bottom - 0.5)));
        const int lastRow = std::min(rows_ - 1, static_cast<int>(std::floor(top - 0.5)));
        for (int row = firstRow; row <= lastRow; ++row) {
            const double y = row + 0.5;
            double left = columns_;
            double right = -1;
            for (std::size_t k = 0; k < 3; ++k) {
                const geo::Point a = p[k];
                const geo::Point b = p[(k + 1) % 3];
                if ((a.y <= y) == (b.y <= y))
                    continue;
                const double x = a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x);
                left = std::min(left, x);
                right = std::max(right, x);
            }
            const int last = std::min(columns_ - 1, static_cast<int>(std::floor(right - 0.5)));
            for (int column = std::max(0, static_cast<int>(std::ceil(left - 0.5))); column <= last; ++column)
                set(column, row);
        }
    }
}

bool LandRaster::touchesRegion(const geo::Box& metres) const {
    if (cells_.empty() || !box_.intersects(metres))
        return false;
    const auto corner = [](double at, int most) {
        return static_cast<std::size_t>(std::clamp(at, 0.0, static_cast<double>(most)));
    };
    const std::size_t left = corner(std::floor((metres.minX - box_.minX) / kCell), columns_);
    const std::size_t right = corner(std::floor((metres.maxX - box_.minX) / kCell) + 1, columns_);
    const std::size_t lower = corner(std::floor((metres.minY - box_.minY) / kCell), rows_);
    const std::size_t upper = corner(std::floor((metres.maxY - box_.minY) / kCell) + 1, rows_);
    const auto sum = [&](std::size_t row, std::size_t column) {
        return sums_[row * (static_cast<std::size_t>(columns_) + 1) + column];
    };
    return sum(upper, right) + sum(lower, left) != sum(upper, left) + sum(lower, right);
}

core::RegionIndex LandRaster::at(geo::Point metres) const {
    if (cells_.empty() || !box_.contains(metres))
        return core::kNoRegion;
    const int column = std::min(columns_ - 1, static_cast<int>((metres.x - box_.minX) / kCell));
    const int row = std::min(rows_ - 1, static_cast<int>((metres.y - box_.minY) / kCell));
    return cells_[static_cast<std::size_t>(row) * static_cast<std::size_t>(columns_) +
                  static_cast<std::size_t>(column)];
}

std::shared_ptr<const LandRaster> landRasterOf(const std::shared_ptr<const geo::MapGeometry>& geometry) {
    struct Entry {
        std::weak_ptr<const geo::MapGeometry> geometry;
        std::shared_ptr<const LandRaster> raster;
    };
    static std::mutex mutex;
    static std::vector<Entry> entries;
    const std::lock_guard lock(mutex);
    std::erase_if(entries, [](const Entry& entry) { return entry.geometry.expired(); });
    for (const Entry& entry : entries)
        if (entry.geometry.lock() == geometry)
            return entry.raster;
    entries.push_back({geometry, std::make_shared<const LandRaster>(*geometry)});
    return entries.back().raster;
}

} // namespace jejaring::scene
