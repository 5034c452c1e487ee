// SPDX-License-Identifier: MIT
// Between Indonesia and its neighbours by land no sea shows, at any level of detail, and no sea was covered for it.
// Needs boundaries.gpkg (see data::boundariesPath) and the packages it was built from.
#include "data/boundary/boundary_store.hpp"
#include "data/boundary/boundary_world.hpp"
#include "data/paths.hpp"
#include "geo/map_geometry.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <memory>

namespace jejaring::data {
namespace {

constexpr double kStep = 0.0025; // degrees between samples, some 280 m

// Samples on a grid over a part of the world; true where something is.
class Grid {
  public:
    explicit Grid(const geo::Box& box)
        : box_(box), columns_(static_cast<int>(box.width() / kStep)), rows_(static_cast<int>(box.height() / kStep)),
          cells_(static_cast<std::size_t>(columns_) * static_cast<std::size_t>(rows_)) {}

    [[nodiscard]] int columns() const { return columns_; }
    [[nodiscard]] int rows() const { return rows_; }
    [[nodiscard]] bool at(int x, int y) const { return cells_[index(x, y)] != 0; }
    void set(int x, int y) { cells_[index(x, y)] = 1; }
    [[nodiscard]] geo::Point position(int x, int y) const {
        return {box_.minX + (x + 0.5) * kStep, box_.minY + (y + 0.5) * kStep};
    }
    // The even-odd inside of rings.
    template <class Rings> void fill(const Rings& rings) {
        std::vector<std::vector<double>> crossings(static_cast<std::size_t>(rows_));
        for (const auto& ring : rings)
            for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
                const auto [low, high] = std::minmax(ring[i].y, ring[j].y);
                for (int y = std::max(0, row(low)); y < rows_ && position(0, y).y < high; ++y)
                    if (const double at = position(0, y).y; at >= low)
                        crossings[static_cast<std::size_t>(y)].push_back(
                            ring[j].x + (ring[i].x - ring[j].x) * (at - ring[j].y) / (ring[i].y - ring[j].y));
            }
        for (int y = 0; y < rows_; ++y) {
            auto& along = crossings[static_cast<std::size_t>(y)];
            std::sort(along.begin(), along.end());
            for (std::size_t i = 0; i + 1 < along.size(); i += 2)
                for (int x = std::max(0, column(along[i])); x < columns_ && position(x, 0).x < along[i + 1]; ++x)
                    if (position(x, 0).x >= along[i])
                        set(x, y);
        }
    }
    void fill(const geo::MultiPolygon& polygons) {
        for (const geo::Polygon& polygon : polygons) {
            if (!geo::bounds({polygon}).intersects(box_))
                continue;
            std::vector<geo::Ring> rings{polygon.outer};
            rings.insert(rings.end(), polygon.holes.begin(), polygon.holes.end());
            fill(rings);
        }
    }
    void fillTriangle(const std::array<geo::Point, 3>& corners) {
        const auto [low, high] = std::minmax({corners[0].y, corners[1].y, corners[2].y});
        for (int y = std::max(0, row(low)); y < rows_ && position(0, y).y <= high; ++y) {
            double from = box_.maxX;
            double to = box_.minX;
            const double at = position(0, y).y;
            for (std::size_t i = 0, j = 2; i < 3; j = i++) {
                const geo::Point a = corners[i];
                const geo::Point b = corners[j];
                if (std::min(a.y, b.y) > at || std::max(a.y, b.y) < at || a.y == b.y)
                    continue;
                const double x = a.x + (b.x - a.x) * (at - a.y) / (b.y - a.y);
                from = std::min(from, x);
                to = std::max(to, x);
            }
            for (int x = std::max(0, column(from)); x < columns_ && position(x, 0).x <= to; ++x)
                if (position(x, 0).x >= from)
                    set(x, y);
        }
    }
    // Whatever lies within `reach` degrees of a cell that is set, along rows and columns.
    [[nodiscard]] Grid grown(double reach) const {
        const int most = static_cast<int>(reach / kStep);
        return spread(rows_, columns_, most, false).spread(columns_, rows_, most, true);
    }

  private:
    [[nodiscard]] std::size_t index(int x, int y) const {
        return static_cast<std::size_t>(y) * static_cast<std::size_t>(columns_) + static_cast<std::size_t>(x);
    }
    // Along lines one way and the other; lines are rows, or columns where `turned`.
    [[nodiscard]] Grid spread(int lines, int length, int most, bool turned) const {
        Grid result = *this;
        for (int line = 0; line < lines; ++line)
            for (const bool back : {false, true})
                for (int i = 0, last = -length; i < length; ++i) {
                    const int along = back ? length - 1 - i : i;
                    const int x = turned ? line : along;
                    const int y = turned ? along : line;
                    last = at(x, y) ? i : last;
                    if (i - last <= most)
                        result.set(x, y);
                }
        return result;
    }
    [[nodiscard]] int row(double y) const { return static_cast<int>(std::floor((y - box_.minY) / kStep - 0.5)); }
    [[nodiscard]] int column(double x) const { return static_cast<int>(std::floor((x - box_.minX) / kStep - 0.5)); }

    geo::Box box_;
    int columns_;
    int rows_;
    std::vector<std::uint8_t> cells_;
};

// One land border: what the source of the neighbours has there, and what the boundaries have.
struct Place {
    std::string name;
    geo::Box box;
    Grid neighbour; // in its source
    Grid indonesia; // in that source
    Grid border;    // where the two meet
    Grid land;      // the regions
    Grid lakes;     // and other holes in the regions
    Grid drawn;     // the neighbour as it is drawn, beneath the regions
};

class LandBorders : public testing::Test {
  protected:
    static void SetUpTestSuite() {
        const char* const named = std::getenv("JEJARING_PACKAGES");
        const std::string packages =
            named != nullptr && *named != '\0' ? named : cacheFolder() + "/boundary-sources/node_modules";
        if (!std::filesystem::exists(boundariesPath()) || !std::filesystem::exists(packages + "/world-atlas"))
            return;
        auto read = readBoundaries(boundariesPath(), {.provinces = true});
        auto world = readWorld(packages);
        if (!read || !world)
            return;
        set_ = std::make_unique<BoundarySet>(std::move(read).value());
        places_ = std::make_unique<std::vector<Place>>();
        for (const char* const name : {"Malaysia", "Papua New Guinea", "Timor-Leste"})
            addPlace(world.value(), name);
    }
    static void TearDownTestSuite() {
        set_.reset();
        places_.reset();
    }
    void SetUp() override {
        if (set_ == nullptr)
            GTEST_SKIP() << "there are no boundaries at " << boundariesPath() << ", or no packages";
        ASSERT_EQ(places_->size(), 3U);
    }

    static void addPlace(const World& world, const std::string& name) {
        const auto country = std::find_if(world.countries.begin(), world.countries.end(),
                                          [&name](const WorldCountry& c) { return c.name == name; });
        const auto drawn = std::find(set_->countryNames.begin(), set_->countryNames.end(), name);
        if (country == world.countries.end() || drawn == set_->countryNames.end())
            return;
        std::vector<std::pair<double, double>> own;
        for (const geo::Polygon& polygon : world.indonesia)
            for (const geo::Point p : polygon.outer)
                own.emplace_back(p.x, p.y);
        std::sort(own.begin(), own.end());
        geo::Box box;
        for (const geo::Polygon& polygon : country->polygons)
            for (const geo::Point p : polygon.outer)
                if (std::binary_search(own.begin(), own.end(), std::pair(p.x, p.y)))
                    box.extend(p);
        box = {box.minX - 0.3, box.minY - 0.3, box.maxX + 0.3, box.maxY + 0.3};
        const Grid empty(box);
        Place place{name, box, empty, empty, empty, empty, empty, empty};
        place.neighbour.fill(country->polygons);
        place.indonesia.fill(world.indonesia);
        place.drawn.fill(set_->shapes.countries[static_cast<std::size_t>(drawn - set_->countryNames.begin())]);
        for (const geo::MultiPolygon& province : set_->provinces) {
            place.land.fill(province);
            for (const geo::Polygon& polygon : province)
                place.lakes.fill(polygon.holes);
        }
        for (int y = 1; y < empty.rows(); ++y)
            for (int x = 1; x < empty.columns(); ++x)
                for (const auto& [dx, dy] : {std::pair{1, 0}, std::pair{0, 1}})
                    if ((place.neighbour.at(x, y) && place.indonesia.at(x - dx, y - dy)) ||
                        (place.indonesia.at(x, y) && place.neighbour.at(x - dx, y - dy)))
                        place.border.set(x, y);
        places_->push_back(std::move(place));
    }

    // Samples by the border that are far from any sea in the source of the neighbours, and in no lake of the regions.
    static std::vector<std::pair<int, int>> inland(const Place& place) {
        Grid sea(place.box);
        for (int y = 0; y < sea.rows(); ++y)
            for (int x = 0; x < sea.columns(); ++x)
                if (!place.neighbour.at(x, y) && !place.indonesia.at(x, y))
                    sea.set(x, y);
        const Grid shore = sea.grown(0.05);
        const Grid beside = place.border.grown(0.08);
        std::vector<std::pair<int, int>> samples;
        for (int y = 0; y < sea.rows(); ++y)
            for (int x = 0; x < sea.columns(); ++x)
                if (beside.at(x, y) && !shore.at(x, y) && (place.land.at(x, y) || !place.lakes.at(x, y)))
                    samples.emplace_back(x, y);
        return samples;
    }

    static std::unique_ptr<BoundarySet> set_;
    static std::unique_ptr<std::vector<Place>> places_;
};
std::unique_ptr<BoundarySet> LandBorders::set_;
std::unique_ptr<std::vector<Place>> LandBorders::places_;

TEST_F(LandBorders, HaveNoSeaBetweenTheTwoSides) {
    for (const Place& place : *places_) {
        const auto samples = inland(place);
        EXPECT_GT(samples.size(), place.name == "Timor-Leste" ? 1'000U : 30'000U) << place.name;
        std::size_t bare = 0;
        for (const auto& [x, y] : samples)
            if (!place.land.at(x, y) && !place.drawn.at(x, y) && ++bare <= 5)
                ADD_FAILURE() << "sea at " << place.land.position(x, y).x << ' ' << place.land.position(x, y).y;
        EXPECT_EQ(bare, 0U) << place.name;
    }
}

TEST_F(LandBorders, CoverNoSeaForIt) {
    for (const Place& place : *places_) {
        const Grid theirs = place.neighbour.grown(kStep * 1.5);
        const Grid reachedAtCoast = place.neighbour.grown(0.045);
        Grid sea(place.box);
        for (int y = 0; y < sea.rows(); ++y)
            for (int x = 0; x < sea.columns(); ++x)
                if (!place.neighbour.at(x, y) && !place.indonesia.at(x, y))
                    sea.set(x, y);
        const Grid shore = sea.grown(0.02);
        std::size_t added = 0;
        for (int y = 0; y < sea.rows(); ++y)
            for (int x = 0; x < sea.columns(); ++x) {
                if (!place.drawn.at(x, y) || place.neighbour.at(x, y) || place.land.at(x, y))
                    continue;
                ++added;
                const geo::Point at = sea.position(x, y);
                EXPECT_TRUE(place.indonesia.at(x, y) || theirs.at(x, y)) << place.name << at.x << ' ' << at.y;
                // Along a coast it goes no farther than a few kilometres from the neighbour.
                EXPECT_TRUE(!shore.at(x, y) || reachedAtCoast.at(x, y)) << place.name << at.x << ' ' << at.y;
                EXPECT_FALSE(place.lakes.at(x, y)) << place.name << at.x << ' ' << at.y;
            }
        EXPECT_GT(added, 100U) << place.name;
    }
}

TEST_F(LandBorders, ShowNoSeaAtAnyLevelOfDetail) {
    const auto geometry = geo::MapGeometry::build(set_->shapes, geo::ProjectionKind::plateCarree);
    const geo::Projection projection(geo::ProjectionKind::plateCarree);
    const geo::Point origin = geometry->origin();
    const geo::Point unit = projection.forward({119, 1}); // metres a degree; the projection is linear
    const auto fill = [&](Grid& grid, const geo::Box& box, const auto& vertices, const auto& indices) {
        std::array<geo::Point, 3> triangle;
        for (std::size_t i = 0; i + 2 < indices.size(); i += 3) {
            geo::Box bounds;
            for (std::size_t corner = 0; corner < 3; ++corner) {
                const geo::Vertex v = vertices[indices[i + corner]];
                const geo::Point p{118 + (v.x + origin.x) / unit.x, (v.y + origin.y) / unit.y};
                triangle[corner] = p;
                bounds.extend(p);
            }
            if (bounds.intersects(box))
                grid.fillTriangle(triangle);
        }
    };
    for (const Place& place : *places_) {
        const auto samples = inland(place);
        for (const geo::LevelOfDetail& level : geometry->levels()) {
            Grid covered(place.box);
            fill(covered, place.box, level.vertices, level.indices);
            fill(covered, place.box, level.worldVertices, level.worldIndices);
            std::size_t bare = 0;
            for (const auto& [x, y] : samples)
                if (!covered.at(x, y) && ++bare <= 3)
                    ADD_FAILURE() << place.name << ": sea at " << covered.position(x, y).x << ' '
                                  << covered.position(x, y).y << " where the map is drawn to " << level.tolerance
                                  << " m";
            EXPECT_EQ(bare, 0U) << place.name << ' ' << level.tolerance;
        }
    }
}

} // namespace
} // namespace jejaring::data
