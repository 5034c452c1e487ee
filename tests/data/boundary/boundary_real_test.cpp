// SPDX-License-Identifier: MIT
// What the built boundaries must be. Needs boundaries.gpkg (see data::boundariesPath); the comparison also needs the
// independent boundaries in shared/data/test-only (or where JEJARING_SHARED points).
#include "data/boundary/boundary_rows.hpp"
#include "data/boundary/boundary_store.hpp"
#include "data/paths.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <limits>
#include <map>
#include <numbers>
#include <set>

namespace jejaring::data {
namespace {

std::string sharedFile(const std::string& name) {
    const char* const shared = std::getenv("JEJARING_SHARED");
    const std::string folder = shared ? shared : JEJARING_SOURCE_DIR "/../shared";
    return folder + "/data/test-only/" + name;
}

class RealBoundaries : public testing::Test {
  protected:
    static void SetUpTestSuite() {
        if (std::filesystem::exists(boundariesPath()))
            if (auto read = readBoundaries(boundariesPath(), {.provinces = true}))
                set_ = new BoundarySet(std::move(read).value());
    }
    static void TearDownTestSuite() {
        delete set_;
        set_ = nullptr;
    }
    void SetUp() override {
        if (!std::filesystem::exists(boundariesPath()))
            GTEST_SKIP() << "there are no boundaries at " << boundariesPath();
        ASSERT_NE(set_, nullptr) << "the boundaries cannot be read";
    }
    static BoundarySet* set_;
};
BoundarySet* RealBoundaries::set_ = nullptr;

template <class Visit> void eachRing(const geo::MultiPolygon& polygons, Visit visit) {
    for (const geo::Polygon& polygon : polygons) {
        visit(polygon.outer);
        for (const geo::Ring& hole : polygon.holes)
            visit(hole);
    }
}

using Edge = std::pair<std::pair<double, double>, std::pair<double, double>>;

template <class Visit> void eachEdge(const geo::MultiPolygon& polygons, Visit visit) {
    eachRing(polygons, [&visit](const geo::Ring& ring) {
        for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++)
            visit(Edge{{ring[j].x, ring[j].y}, {ring[i].x, ring[i].y}});
    });
}

TEST_F(RealBoundaries, Are38ProvincesAnd514Regencies) {
    EXPECT_EQ(set_->shapes.catalog.provinceCount(), core::kProvinceCount);
    EXPECT_EQ(set_->shapes.catalog.regencyCount(), core::kRegencyCount);
    EXPECT_EQ(set_->shapes.regencies.size(), core::kRegencyCount);
    EXPECT_EQ(set_->provinces.size(), core::kProvinceCount);
    for (const core::Region& region : set_->shapes.catalog.regions())
        EXPECT_FALSE(region.name.empty());
}

TEST_F(RealBoundaries, BearTheNamesAndCodesOfToday) {
    const auto nameOf = [](const char* code) {
        const auto index = set_->shapes.catalog.find(code);
        return index ? set_->shapes.catalog[*index].name : std::string("missing");
    };
    EXPECT_EQ(nameOf("64.01"), "Kabupaten Paser");
    EXPECT_EQ(nameOf("35.78"), "Kota Surabaya");
    EXPECT_EQ(nameOf("35"), "Jawa Timur");
    EXPECT_EQ(nameOf("31"), "DKI Jakarta");
    EXPECT_EQ(nameOf("31.74"), "Kota Administrasi Jakarta Selatan");
    EXPECT_EQ(nameOf("73.09").substr(0, 10), "Kabupaten ");
    EXPECT_EQ(nameOf("65.71"), "Kota Tarakan");
    EXPECT_EQ(nameOf("96.04"), "Kabupaten Tambrauw");
}

TEST_F(RealBoundaries, GiveBpsCodesThatDifferFromTheCodesWithoutTheirDots) {
    const auto bps = [](const char* code) {
        return set_->shapes.catalog[set_->shapes.catalog.find(code).value()].bpsCode;
    };
    EXPECT_EQ(bps("91.71"), "9471"); // Kota Jayapura; 9171 is Kota Sorong to BPS
    EXPECT_EQ(bps("65.71"), "");     // the source does not say
    std::set<std::string> seen;
    for (const core::Region& region : set_->shapes.catalog.regions())
        EXPECT_TRUE(region.bpsCode.empty() || seen.insert(region.bpsCode).second) << region.bpsCode;
}

TEST_F(RealBoundaries, HaveAnEdgeOnceOnEachSideAtMost) {
    std::map<Edge, int> count;
    for (const geo::MultiPolygon& regency : set_->shapes.regencies)
        eachEdge(regency, [&count](const Edge& edge) { ++count[edge]; });
    std::size_t twice = 0;
    std::size_t shared = 0;
    for (const auto& [edge, n] : count) {
        twice += n > 1 ? 1 : 0;
        shared += count.contains({edge.second, edge.first}) ? 1 : 0;
    }
    EXPECT_EQ(twice, 0U); // two regions on the same side: an overlap
    EXPECT_GT(shared, count.size() / 5);
}

TEST_F(RealBoundaries, HaveProvincesOfTheVerySameEdges) {
    std::map<Edge, core::RegionIndex> provinceOf;
    const auto provinces = static_cast<core::RegionIndex>(core::kProvinceCount);
    for (std::size_t i = 0; i < set_->shapes.regencies.size(); ++i) {
        const auto region = static_cast<core::RegionIndex>(provinces + i);
        eachEdge(set_->shapes.regencies[i],
                 [&](const Edge& edge) { provinceOf[edge] = set_->shapes.catalog.provinceOf(region); });
    }
    std::size_t outline = 0;
    for (std::size_t i = 0; i < provinces; ++i)
        eachEdge(set_->provinces[i], [&](const Edge& edge) {
            ++outline;
            const auto found = provinceOf.find(edge);
            ASSERT_NE(found, provinceOf.end());
            EXPECT_EQ(found->second, i);
        });
    // And every edge with another province or none on its other side is there.
    std::size_t expected = 0;
    for (const auto& [edge, province] : provinceOf) {
        const auto other = provinceOf.find({edge.second, edge.first});
        expected += other == provinceOf.end() || other->second != province ? 1 : 0;
    }
    EXPECT_EQ(outline, expected);
}

TEST_F(RealBoundaries, CoverTheLandOnce) {
    double regencies = 0;
    double provinces = 0;
    for (const geo::MultiPolygon& regency : set_->shapes.regencies)
        regencies += geo::area(regency);
    for (const geo::MultiPolygon& province : set_->provinces)
        provinces += geo::area(province);
    EXPECT_NEAR(regencies, provinces, 1e-6);
    EXPECT_NEAR(regencies, 153.8, 0.3); // square degrees; the source has 153.92 with 0.11 of lakes
}

// Metres: twice the area over the perimeter, as for a long strip.
double width(const geo::Ring& ring) {
    constexpr double kMetresADegree = 111195;
    double perimeter = 0;
    for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++)
        perimeter += std::hypot(ring[i].x - ring[j].x, ring[i].y - ring[j].y);
    return 2 * std::abs(geo::signedArea(ring)) / perimeter * kMetresADegree;
}

// The shores of all that is no region's, as rings with the water on their right: holes run clockwise.
std::vector<geo::Ring> shores(const std::vector<geo::MultiPolygon>& regions) {
    std::set<Edge> edges;
    for (const geo::MultiPolygon& region : regions)
        eachEdge(region, [&edges](const Edge& edge) { edges.insert(edge); });
    std::multimap<std::pair<double, double>, std::pair<double, double>> coast;
    for (const auto& [from, to] : edges)
        if (!edges.contains({to, from}))
            coast.emplace(from, to);
    std::vector<geo::Ring> rings;
    while (!coast.empty()) {
        const auto start = coast.begin()->first;
        auto at = coast.begin();
        geo::Ring& ring = rings.emplace_back();
        while (true) {
            const auto [from, to] = *at;
            ring.push_back({from.first, from.second});
            coast.erase(at);
            if (to == start)
                break;
            // Where several go on, the nearest one through the water: anticlockwise from where we came.
            const double back = std::atan2(from.second - to.second, from.first - to.first);
            double least = std::numeric_limits<double>::infinity();
            const auto [first, last] = coast.equal_range(to);
            for (auto next = first; next != last; ++next) {
                double angle = std::atan2(next->second.second - to.second, next->second.first - to.first) - back;
                angle += angle <= 0 ? 2 * std::numbers::pi : 0;
                if (angle < least) {
                    least = angle;
                    at = next;
                }
            }
            if (first == last)
                return {}; // an open line: not of rings
        }
    }
    return rings;
}

TEST_F(RealBoundaries, HaveNoSliversBetweenNeighbours) {
    const double kNarrow = 49; // metres
    // Lakes are no holes here: they are as good as land.
    std::vector<geo::MultiPolygon> covered = set_->shapes.regencies;
    covered.insert(covered.end(), set_->shapes.lakes.begin(), set_->shapes.lakes.end());
    std::size_t holes = 0;
    for (const geo::Ring& shore : shores(covered))
        if (geo::signedArea(shore) < 0) {
            ++holes;
            EXPECT_GE(width(shore), kNarrow) << "a gap at " << shore[0].x << ' ' << shore[0].y;
        }
    EXPECT_GT(holes, 10U); // lakes that the source leaves out
    // What lies within a region or a province, another's or nobody's.
    const auto check = [kNarrow](const geo::MultiPolygon& region) {
        for (const geo::Polygon& polygon : region)
            for (const geo::Ring& hole : polygon.holes)
                EXPECT_GE(width(hole), kNarrow) << "a hole at " << hole[0].x << ' ' << hole[0].y;
    };
    std::for_each(set_->shapes.regencies.begin(), set_->shapes.regencies.end(), check);
    std::for_each(set_->provinces.begin(), set_->provinces.end(), check);
}

struct CoastEdge {
    geo::Point from;
    geo::Point to;
    std::size_t region = 0;
};

double distance(geo::Point p, geo::Point a, geo::Point b) {
    const double square = (b.x - a.x) * (b.x - a.x) + (b.y - a.y) * (b.y - a.y);
    const double along =
        square > 0 ? std::clamp(((p.x - a.x) * (b.x - a.x) + (p.y - a.y) * (b.y - a.y)) / square, 0.0, 1.0) : 0;
    return std::hypot(p.x - a.x - along * (b.x - a.x), p.y - a.y - along * (b.y - a.y));
}

// Where the coasts of two regions run side by side for a while, far from every point at which the two meet. A river may
// be that narrow in places.
TEST_F(RealBoundaries, HaveNoCracksBetweenNeighboursThatAreOpenToTheSea) {
    constexpr double kStep = 1e-4; // degrees, about 11 m
    constexpr double kClose = 2 * kStep;
    constexpr double kFar = 30 * kStep;
    constexpr double kLong = 20 * kStep;
    constexpr double kCell = 0.01;
    std::map<Edge, std::size_t> regionOf;
    for (std::size_t i = 0; i < set_->shapes.regencies.size(); ++i)
        eachEdge(set_->shapes.regencies[i], [&](const Edge& edge) { regionOf[edge] = i; });
    std::set<Edge> lakes;
    for (const geo::MultiPolygon& lake : set_->shapes.lakes)
        eachEdge(lake, [&](const Edge& edge) { lakes.insert(edge); });

    std::vector<CoastEdge> coast;
    std::map<std::pair<double, double>, std::set<std::size_t>> meeting; // regions by point of the coast
    std::map<std::pair<int, int>, std::set<std::size_t>> cells;         // edges of the coast
    const auto cellOf = [](double value) { return static_cast<int>(std::floor(value / kCell)); };
    for (const auto& [edge, region] : regionOf) {
        const auto& [from, to] = edge;
        if (regionOf.contains({to, from}) || lakes.contains({to, from}))
            continue;
        const auto index = coast.size();
        coast.push_back({{from.first, from.second}, {to.first, to.second}, region});
        meeting[from].insert(region);
        meeting[to].insert(region);
        const int steps = 1 + static_cast<int>(std::hypot(to.first - from.first, to.second - from.second) / kCell * 2);
        for (int i = 0; i <= steps; ++i)
            cells[{cellOf(from.first + (to.first - from.first) * i / steps),
                   cellOf(from.second + (to.second - from.second) * i / steps)}]
                .insert(index);
    }
    std::erase_if(meeting, [](const auto& point) { return point.second.size() < 2; });
    const auto meetNear = [&](geo::Point p, std::size_t a, std::size_t b) {
        for (auto at = meeting.lower_bound({p.x - kFar, -90}); at != meeting.end() && at->first.first <= p.x + kFar;
             ++at)
            if (std::abs(at->first.second - p.y) <= kFar && at->second.contains(a) && at->second.contains(b))
                return true;
        return false;
    };

    struct Stretch {
        double length = 0;
        geo::Point place;
    };
    std::map<std::pair<std::size_t, std::size_t>, Stretch> stretches; // by the region of the coast and the other
    for (const CoastEdge& edge : coast) {
        const double length = std::hypot(edge.to.x - edge.from.x, edge.to.y - edge.from.y);
        const int steps = 1 + static_cast<int>(length / kClose);
        for (int i = 0; i < steps; ++i) {
            const geo::Point p{edge.from.x + (edge.to.x - edge.from.x) * (i + 0.5) / steps,
                               edge.from.y + (edge.to.y - edge.from.y) * (i + 0.5) / steps};
            std::set<std::size_t> beside;
            for (int x = cellOf(p.x - kClose); x <= cellOf(p.x + kClose); ++x)
                for (int y = cellOf(p.y - kClose); y <= cellOf(p.y + kClose); ++y)
                    if (const auto cell = cells.find({x, y}); cell != cells.end())
                        for (const std::size_t other : cell->second)
                            if (coast[other].region != edge.region &&
                                distance(p, coast[other].from, coast[other].to) <= kClose &&
                                !meetNear(p, edge.region, coast[other].region))
                                beside.insert(coast[other].region);
            for (const std::size_t other : beside) {
                Stretch& stretch = stretches[{edge.region, other}];
                stretch.length += length / steps;
                stretch.place = p;
            }
        }
    }
    const auto nameOf = [](std::size_t regency) {
        return set_->shapes.catalog[static_cast<core::RegionIndex>(core::kProvinceCount + regency)].name;
    };
    for (const auto& [regions, stretch] : stretches)
        EXPECT_LE(stretch.length, kLong) << "a crack at " << stretch.place.x << ' ' << stretch.place.y << " between "
                                         << nameOf(regions.first) << " and " << nameOf(regions.second);
}

TEST_F(RealBoundaries, KeepTheLakesAsWater) {
    EXPECT_EQ(set_->lakeNames, (std::vector<std::string>{"Danau Limboto", "Danau Singkarak", "Danau Toba",
                                                         "Waduk Cirata", "Waduk Kedungombo"}));
    const geo::Point toba{98.9, 2.6};
    EXPECT_TRUE(std::any_of(set_->shapes.lakes.begin(), set_->shapes.lakes.end(),
                            [&](const geo::MultiPolygon& lake) { return geo::contains(lake, toba); }));
    EXPECT_TRUE(std::none_of(set_->shapes.regencies.begin(), set_->shapes.regencies.end(),
                             [&](const geo::MultiPolygon& regency) { return geo::contains(regency, toba); }));
}

TEST_F(RealBoundaries, PutKnownPlacesWhereTheyAre) {
    constexpr std::tuple<double, double, const char*> kPlaces[] = {
        {106.83, -6.26, "31.74"}, // Jakarta Selatan
        {112.73, -7.30, "35.78"}, // Surabaya
        {108.49, -7.68, "32.18"}, // Pangandaran, formed in 2012
        {115.00, 1.00, "64.11"},  // Mahakam Ulu, formed in 2012
        {104.00, -5.20, "18.13"}, // Krui, Pesisir Barat, formed in 2012
        {140.66, -2.62, "91.71"}, // Abepura in Kota Jayapura
        {124.86, 1.47, "71.71"},  // Manado
    };
    for (const auto& place : kPlaces) {
        const auto& [x, y, code] = place;
        const geo::Point at{x, y};
        const auto found = std::find_if(set_->shapes.regencies.begin(), set_->shapes.regencies.end(),
                                        [&](const geo::MultiPolygon& p) { return geo::contains(p, at); });
        ASSERT_NE(found, set_->shapes.regencies.end()) << code;
        const auto index = core::kProvinceCount + static_cast<std::size_t>(found - set_->shapes.regencies.begin());
        EXPECT_EQ(set_->shapes.catalog[static_cast<core::RegionIndex>(index)].code.text(), code);
    }
}

TEST_F(RealBoundaries, KeepEveryCountryOfTheWorldButIndonesia) {
    EXPECT_EQ(set_->shapes.countries.size(), 254U);
    const auto& names = set_->countryNames;
    EXPECT_NE(std::find(names.begin(), names.end(), "Tuvalu"), names.end()); // invalid until repaired
    EXPECT_EQ(std::find(names.begin(), names.end(), "Indonesia"), names.end());
    EXPECT_TRUE(std::none_of(set_->shapes.countries.begin(), set_->shapes.countries.end(),
                             [](const geo::MultiPolygon& country) { return country.empty(); }));
}

TEST_F(RealBoundaries, SaySomethingAboutTheirSource) {
    EXPECT_NE(set_->credit.find("GADM"), std::string::npos);
    EXPECT_FALSE(set_->terms.empty());
    EXPECT_FALSE(set_->fingerprint.empty());
    EXPECT_EQ(set_->fingerprint, boundaryFingerprint(boundariesPath()));
}

// The stretches of a horizontal line within polygons, as sorted disjoint intervals.
std::vector<std::pair<double, double>> stretches(const geo::MultiPolygon& polygons, double y) {
    std::vector<std::pair<double, double>> all;
    for (const geo::Polygon& polygon : polygons) {
        std::vector<double> crossings;
        eachEdge({polygon}, [&](const Edge& edge) {
            const auto& [a, b] = edge;
            if ((a.second > y) != (b.second > y))
                crossings.push_back(a.first + (b.first - a.first) * (y - a.second) / (b.second - a.second));
        });
        std::sort(crossings.begin(), crossings.end());
        for (std::size_t i = 0; i + 1 < crossings.size(); i += 2)
            all.emplace_back(crossings[i], crossings[i + 1]);
    }
    std::sort(all.begin(), all.end());
    std::vector<std::pair<double, double>> joined;
    for (const auto& stretch : all) {
        if (!joined.empty() && stretch.first <= joined.back().second)
            joined.back().second = std::max(joined.back().second, stretch.second);
        else
            joined.push_back(stretch);
    }
    return joined;
}

double length(const std::vector<std::pair<double, double>>& intervals) {
    double sum = 0;
    for (const auto& [from, to] : intervals)
        sum += to - from;
    return sum;
}

// Area in common over area covered by either, from 150 lines across.
double overlapShare(const geo::MultiPolygon& a, const geo::MultiPolygon& b) {
    constexpr int kLines = 150;
    geo::Box box = geo::bounds(a);
    box.extend(geo::bounds(b));
    double common = 0;
    double either = 0;
    for (int line = 0; line < kLines; ++line) {
        const double y = box.minY + box.height() * (line + 0.5) / kLines;
        const auto inA = stretches(a, y);
        const auto inB = stretches(b, y);
        double both = 0;
        for (std::size_t i = 0, j = 0; i < inA.size() && j < inB.size();) {
            both += std::max(0.0, std::min(inA[i].second, inB[j].second) - std::max(inA[i].first, inB[j].first));
            (inA[i].second < inB[j].second ? i : j) += 1;
        }
        common += both;
        either += length(inA) + length(inB) - both;
    }
    return either > 0 ? common / either : 0;
}

std::vector<double> overlapShares(const BoundarySet& set, const std::string& file, core::RegionLevel level) {
    std::vector<double> shares;
    const auto rows = readRows(file, {});
    if (!rows)
        return shares;
    const auto& fields = rows.value().fields;
    const auto code = static_cast<std::size_t>(std::find(fields.begin(), fields.end(), "code") - fields.begin());
    for (const SourceRow& row : rows.value().rows) {
        const auto index = set.shapes.catalog.find(row.values.at(code));
        if (!index)
            continue;
        shares.push_back(overlapShare(row.polygons, level == core::RegionLevel::province
                                                        ? set.provinces[*index]
                                                        : set.shapes.regencies[*index - core::kProvinceCount]));
    }
    std::sort(shares.begin(), shares.end());
    return shares;
}

TEST_F(RealBoundaries, AgreeWithAnIndependentSourceOnRegencies) {
    const std::string file = sharedFile("boundaries_kabkota_514.geojson");
    if (!std::filesystem::exists(file))
        GTEST_SKIP() << file << " is absent";
    const auto shares = overlapShares(*set_, file, core::RegionLevel::regency);
    ASSERT_EQ(shares.size(), core::kRegencyCount);
    EXPECT_GE(shares[shares.size() / 2], 0.93);
    EXPECT_LE(std::lower_bound(shares.begin(), shares.end(), 0.5) - shares.begin(), 7);
    RecordProperty("median", std::to_string(shares[shares.size() / 2]));
}

TEST_F(RealBoundaries, AgreeWithAnIndependentSourceOnProvinces) {
    const std::string file = sharedFile("boundaries_province_38.geojson");
    if (!std::filesystem::exists(file))
        GTEST_SKIP() << file << " is absent";
    const auto shares = overlapShares(*set_, file, core::RegionLevel::province);
    ASSERT_EQ(shares.size(), core::kProvinceCount);
    EXPECT_GE(shares[shares.size() / 2], 0.965);
    EXPECT_GE(shares.front(), 0.8);
}

} // namespace
} // namespace jejaring::data
