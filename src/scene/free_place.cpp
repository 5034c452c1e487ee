// SPDX-License-Identifier: MIT
#include "scene/free_place.hpp"

#include "scene/land_raster.hpp"

#include <algorithm>
#include <cmath>

namespace jejaring::scene {
namespace {

constexpr double kCell = 12; // layout units
// How much it matters that a cell is covered.
constexpr double kPart = 8; // texts, legend, charts, pictures
constexpr double kLand = 4;
constexpr double kSymbol = 1.5; // dots and names on the map
constexpr double kNeighbour = 0.2;
constexpr double kFree = 0.02; // a place is free where a cell weighs no more than this on average
constexpr double kFar = 0.3;   // for a place in the middle of the page

// Cells of the page with their weights, and sums over them.
class Occupied {
  public:
    Occupied(double width, double height)
        : columns_(static_cast<int>(std::ceil(width / kCell))), rows_(static_cast<int>(std::ceil(height / kCell))),
          weights_(static_cast<std::size_t>(columns_) * static_cast<std::size_t>(rows_)) {}

    void mark(const Rect& rect, double weight) {
        for (int row = first(rect.y); row < last(rect.bottom(), rows_); ++row)
            for (int column = first(rect.x); column < last(rect.right(), columns_); ++column)
                at(column, row) = std::max(at(column, row), weight);
    }
    void markMap(const MapFrame& map) {
        const auto land = landRasterOf(map.geometry);
        const std::size_t regions = map.geometry->catalog().size();
        for (int row = first(map.frame.y); row < last(map.frame.bottom(), rows_); ++row)
            for (int column = first(map.frame.x); column < last(map.frame.right(), columns_); ++column) {
                const geo::Point middle{(column + 0.5) * kCell, (row + 0.5) * kCell};
                const core::RegionIndex there = land->at(toMetres(map.camera, map.frame, middle));
                if (there < regions)
                    at(column, row) = std::max(at(column, row), kLand);
                else if (there == LandRaster::kForeign)
                    at(column, row) = std::max(at(column, row), kNeighbour);
            }
    }
    // The mean weight of the cells that a rectangle covers.
    [[nodiscard]] double mean(const Rect& rect) const {
        double sum = 0;
        int count = 0;
        for (int row = first(rect.y); row < last(rect.bottom(), rows_); ++row)
            for (int column = first(rect.x); column < last(rect.right(), columns_); ++column) {
                sum += weights_[index(column, row)];
                ++count;
            }
        return count > 0 ? sum / count : 0;
    }

  private:
    static int first(double at) { return std::max(static_cast<int>(std::floor(at / kCell)), 0); }
    static int last(double at, int most) { return std::min(static_cast<int>(std::ceil(at / kCell)), most); }
    [[nodiscard]] std::size_t index(int column, int row) const {
        return static_cast<std::size_t>(row) * static_cast<std::size_t>(columns_) + static_cast<std::size_t>(column);
    }
    double& at(int column, int row) { return weights_[index(column, row)]; }

    int columns_;
    int rows_;
    std::vector<double> weights_;
};

// What an item covers; nothing for what is part of a map's ground.
struct Cover {
    Rect rect;
    double weight = 0;
};
Cover coverOf(const Item& item, bool symbols) {
    const double weight = symbols ? kSymbol : kPart;
    if (const auto* run = std::get_if<GlyphRun>(&item); run != nullptr && !run->glyphs.empty()) {
        const auto size = static_cast<double>(run->size);
        return {{run->origin.x, run->origin.y - size, static_cast<double>(run->glyphs.back().x) + size, size * 1.3},
                weight};
    }
    if (const auto* box = std::get_if<RoundedRect>(&item); box != nullptr && box->fill.a > 0)
        return {box->rect, weight};
    if (const auto* image = std::get_if<Image>(&item))
        return {image->rect, weight};
    // A rule between parts keeps some air.
    if (const auto* line = std::get_if<Polyline>(&item);
        line != nullptr && !symbols && line->points.size() == 2 && line->points[0].y == line->points[1].y) {
        constexpr double kAir = 8;
        const geo::Point from = line->points[0];
        const geo::Point to = line->points[1];
        return {{std::min(from.x, to.x), from.y - kAir, std::abs(to.x - from.x), 2 * kAir}, kPart};
    }
    if (const auto* circle = std::get_if<Circle>(&item)) {
        const auto r = static_cast<double>(circle->radius);
        return {{circle->centre.x - r, circle->centre.y - r, 2 * r, 2 * r}, weight};
    }
    return {};
}

Occupied occupied(const LaidOut& page) {
    Occupied cells(page.list.width, page.list.height);
    for (const MapFrame& map : page.list.maps)
        cells.markMap(map);
    std::vector<GroupKind> groups;
    for (const Item& item : page.list.items) {
        if (const auto* group = std::get_if<BeginGroup>(&item))
            groups.push_back(group->kind);
        else if (std::holds_alternative<EndGroup>(item) && !groups.empty())
            groups.pop_back();
        const bool symbols =
            !groups.empty() && (groups.back() == GroupKind::labels || groups.back() == GroupKind::dots ||
                                groups.back() == GroupKind::connections || groups.back() == GroupKind::route ||
                                groups.back() == GroupKind::graticule);
        if (const Cover cover = coverOf(item, symbols); cover.weight > 0)
            cells.mark(cover.rect, cover.weight);
    }
    return cells;
}

} // namespace

Rect freePlace(const LaidOut& page, double width, double height, double smallest) {
    const Occupied cells = occupied(page);
    const double margin = std::min(page.list.width, page.list.height) * 0.062;
    Rect best;
    double least = -1;
    for (double scale = 1; scale >= std::min(smallest, 1.0) - 1e-9; scale -= 0.1) {
        Rect rect{0, 0, std::min(width * scale, page.list.width - 2 * margin),
                  std::min(height * scale, page.list.height - 2 * margin)};
        const double right = page.list.width - margin - rect.width;
        const double bottom = page.list.height - margin - rect.height;
        bool free = false;
        for (rect.y = margin; rect.y <= bottom + 1e-9; rect.y += std::max(std::min(kCell, bottom - rect.y), 1e-3))
            for (rect.x = margin; rect.x <= right + 1e-9; rect.x += std::max(std::min(kCell, right - rect.x), 1e-3)) {
                const double covered = cells.mean(rect);
                // From the sides of the page, as shares of it.
                const double aside = std::min(rect.x - margin, right - rect.x) / page.list.width;
                const double above = std::min(rect.y - margin, bottom - rect.y) / page.list.height;
                const double order = 1e-3 * ((right - rect.x) / page.list.width + (bottom - rect.y) / page.list.height);
                const double cost = covered + kFar * (aside + above) * std::min(covered + 0.1, 1.0) + order;
                if (least < 0 || cost < least) {
                    least = cost;
                    best = rect;
                }
                free = free || covered <= kFree;
            }
        if (free)
            break;
    }
    return best;
}

} // namespace jejaring::scene
