// SPDX-License-Identifier: MIT
// Maps made up for tests: cells with ragged shared borders, sea between some of them, islands close to the coast, and
// enclaves. Valid by construction: no two faces overlap, and shared borders have equal vertices.
#pragma once

#include "geo/polygon.hpp"

#include <cmath>
#include <map>
#include <numbers>
#include <random>
#include <utility>
#include <vector>

namespace jejaring::test {

struct GeneratedMap {
    std::vector<geo::MultiPolygon> faces; // metres on a grid of 0.25 m
};

class MapGenerator {
  public:
    explicit MapGenerator(unsigned seed) : random_(seed) {}

    GeneratedMap make(int columns, int rows) {
        columns_ = columns;
        rows_ = rows;
        placeNodes();
        GeneratedMap map;
        for (int j = 0; j < rows; ++j)
            for (int i = 0; i < columns; ++i) {
                if (chance(0.2)) {
                    addIslands(map, i, j);
                    continue;
                }
                geo::MultiPolygon face{{cellRing(i, j), {}}};
                if (chance(0.3)) {
                    // An enclave: a hole of this face that another fills.
                    const geo::Ring enclave = blob(centre(i, j), kCell * 0.12);
                    face[0].holes.push_back(enclave);
                    map.faces.push_back({{enclave, {}}});
                }
                map.faces.push_back(std::move(face));
            }
        return map;
    }

  private:
    static constexpr double kCell = 30000; // metres
    static constexpr int kPointsAnEdge = 90;

    static geo::Point onGrid(double x, double y) { return {std::round(x * 4) / 4, std::round(y * 4) / 4}; }
    double number(double low, double high) { return std::uniform_real_distribution(low, high)(random_); }
    bool chance(double share) { return number(0, 1) < share; }
    [[nodiscard]] geo::Point node(int i, int j) const {
        return nodes_[static_cast<std::size_t>(j * (columns_ + 1) + i)];
    }
    [[nodiscard]] static geo::Point centre(int i, int j) { return {(i + 0.5) * kCell, (j + 0.5) * kCell}; }

    void placeNodes() {
        for (int j = 0; j <= rows_; ++j)
            for (int i = 0; i <= columns_; ++i)
                nodes_.push_back(onGrid((i + number(-0.15, 0.15)) * kCell, (j + number(-0.15, 0.15)) * kCell));
    }

    // From one node to its right or upper neighbour, without the last point. Bends stay within a wedge at either end,
    // so that borders do not meet between nodes.
    const geo::Ring& edge(int i, int j, bool upward) {
        const auto [found, isNew] = edges_.try_emplace({j * (columns_ + 1) + i, upward});
        geo::Ring& points = found->second;
        if (!isNew)
            return points;
        const geo::Point a = node(i, j);
        const geo::Point b = upward ? node(i, j + 1) : node(i + 1, j);
        const double dx = b.x - a.x;
        const double dy = b.y - a.y;
        double swing = 0;
        points.push_back(a);
        for (int k = 1; k < kPointsAnEdge; ++k) {
            const double t = static_cast<double>(k) / kPointsAnEdge;
            swing = std::clamp(swing + number(-0.15, 0.15), -0.4, 0.4);
            const double off = swing * std::min({t, 1 - t, 0.3});
            points.push_back(onGrid(a.x + t * dx - off * dy, a.y + t * dy + off * dx));
        }
        return points;
    }

    geo::Ring cellRing(int i, int j) {
        geo::Ring ring;
        const auto along = [&](const geo::Ring& points) { ring.insert(ring.end(), points.begin(), points.end()); };
        const auto against = [&](const geo::Ring& points, geo::Point from) {
            ring.push_back(from);
            ring.insert(ring.end(), points.rbegin(), points.rend() - 1);
        };
        along(edge(i, j, false));
        along(edge(i + 1, j, true));
        against(edge(i, j + 1, false), node(i + 1, j + 1));
        against(edge(i, j, true), node(i, j + 1));
        return ring;
    }

    geo::Ring blob(geo::Point middle, double radius) {
        geo::Ring ring;
        double size = number(0.5, 1);
        constexpr int kPoints = 60;
        for (int k = 0; k < kPoints; ++k) {
            size = std::clamp(size + number(-0.2, 0.2), 0.3, 1.0);
            const double angle = 2 * std::numbers::pi * k / kPoints;
            ring.push_back(
                onGrid(middle.x + radius * size * std::cos(angle), middle.y + radius * size * std::sin(angle)));
        }
        return ring;
    }

    // In the bays of the sea's cells, some so near the coast that simplification could jump over them.
    void addIslands(GeneratedMap& map, int i, int j) {
        const geo::Ring coast = cellRing(i, j);
        geo::MultiPolygon islands;
        std::vector<std::pair<geo::Point, double>> placed;
        for (int tries = 0; tries < 60; ++tries) {
            const geo::Point at =
                tries % 2 == 0
                    ? geo::Point{centre(i, j).x + number(-0.6, 0.6) * kCell, centre(i, j).y + number(-0.6, 0.6) * kCell}
                    : coast[static_cast<std::size_t>(number(0, 1) * double(coast.size() - 1))];
            const geo::Point middle{at.x + number(-600, 600), at.y + number(-600, 600)};
            double clearance = geo::contains({{coast, {}}}, middle) ? 3000 : 0;
            for (std::size_t a = 0, b = coast.size() - 1; a < coast.size(); b = a++)
                clearance = std::min(clearance, toSegment(middle, coast[a], coast[b]));
            for (const auto& [other, radius] : placed)
                clearance = std::min(clearance, std::hypot(middle.x - other.x, middle.y - other.y) - radius);
            const double radius = clearance * 0.9;
            if (radius < 20)
                continue;
            placed.emplace_back(middle, radius + 1);
            islands.push_back({blob(middle, radius), {}});
        }
        if (!islands.empty())
            map.faces.push_back(std::move(islands));
    }

    static double toSegment(geo::Point p, geo::Point a, geo::Point b) {
        const double dx = b.x - a.x;
        const double dy = b.y - a.y;
        const double length = dx * dx + dy * dy;
        const double t = length > 0 ? std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / length, 0.0, 1.0) : 0;
        return std::hypot(p.x - a.x - t * dx, p.y - a.y - t * dy);
    }

    std::mt19937 random_;
    int columns_ = 0;
    int rows_ = 0;
    std::vector<geo::Point> nodes_;
    std::map<std::pair<int, bool>, geo::Ring> edges_;
};

} // namespace jejaring::test
