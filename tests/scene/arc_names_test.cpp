// SPDX-License-Identifier: MIT
#include "layout_fixture.hpp"
#include "scene/map_context.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <fmt/format.h>
#include <limits>
#include <random>

using namespace jejaring;
using namespace jejaring::scene;
using namespace jejaring::scene::testing;

namespace {

// Kota 11.71 with `count` partners: most of them crowd in Europe and East Asia, as those of real cities do; some stand
// at one place, and some are the regions around it.
std::shared_ptr<core::Project> wellConnected(int count, unsigned seed) {
    auto project = std::make_shared<core::Project>(*squareProject());
    project->agreements.clear();
    project->partners.clear();
    std::mt19937 random(seed);
    const auto within = [&](double least, double most) {
        return least + (most - least) * static_cast<double>(random()) / static_cast<double>(std::mt19937::max());
    };
    for (int i = 0; i < count; ++i) {
        core::Partner partner;
        partner.id = "W" + std::to_string(i);
        partner.name = (i % 3 == 0   ? "A rather long name of partner "
                        : i % 3 == 1 ? "City "
                                     : "Partner ") +
                       std::to_string(i);
        partner.country = "JPN";
        const int kind = i % 10;
        partner.place = kind < 4   ? core::Coordinates{within(41, 57), within(-3, 35)}
                        : kind < 7 ? core::Coordinates{within(33, 42), within(112, 140)}
                        : kind < 9 ? core::Coordinates{within(-40, 50), within(-10, 175)}
                                   : core::Coordinates{within(-3, 3), within(102, 108)};
        if (i % 11 == 10)
            partner.place = project->partners.back().place;
        project->agreements.push_back(
            agreement("W" + std::to_string(i), "11.71", partner.id, core::AgreementStatus::active));
        project->partners.push_back(partner);
    }
    return project;
}

double distance(geo::Point a, geo::Point b) {
    return std::hypot(a.x - b.x, a.y - b.y);
}

double distance(const Rect& box, geo::Point p) {
    return distance(geo::Point{std::clamp(p.x, box.x, box.right()), std::clamp(p.y, box.y, box.bottom())}, p);
}

struct Found {
    int named = 0;
    int led = 0;    // by a line
    int hidden = 0; // points below the legend
    int partners = 0;
    int leftOut = 0; // as the map says
};

// What stands on the page's map "map", whose partners are those of the project.
Found inspected(const LaidOut& page, const core::Project& project, const std::string& context) {
    Found found;
    const DisplayList& list = page.list;
    const MapFrame& map = list.maps.front();
    const auto at = [&](const core::Coordinates& place) {
        return toFrame(map.camera, map.frame,
                       projectionOfThread(geo::ProjectionKind::equalEarth).forward({place.longitude, place.latitude}));
    };
    std::vector<geo::Point> points{toFrame(map.camera, map.frame, squareGeometry()->anchor(region("11.71")).at)};
    for (const core::Partner& partner : project.partners)
        points.push_back(at(*partner.place));
    // Thin lines among the names, and the panel of the legend.
    std::vector<std::vector<geo::Point>> leads;
    Rect legend;
    std::vector<GroupKind> open;
    for (const Item& item : list.items)
        if (const auto* group = std::get_if<BeginGroup>(&item))
            open.push_back(group->kind);
        else if (std::holds_alternative<EndGroup>(item))
            open.pop_back();
        else if (const auto* line = std::get_if<Polyline>(&item);
                 line && !open.empty() && open.back() == GroupKind::labels)
            leads.push_back(line->points);
        else if (const auto* panel = std::get_if<RoundedRect>(&item);
                 panel && !open.empty() && open.back() == GroupKind::legend && legend.width == 0)
            legend = panel->rect;
    std::string said;
    for (const GlyphRun& run : itemsOf<GlyphRun>(list)) {
        if (run.string.find("not named for want of room") != std::string::npos)
            said = run.string;
        const auto partner = std::find_if(project.partners.begin(), project.partners.end(),
                                          [&](const core::Partner& each) { return each.name == run.string; });
        // Tables name them, too.
        if (partner == project.partners.end() || !map.frame.contains(run.origin) || run.haloWidth <= 0)
            continue;
        ++found.named;
        Rect box = boxOf(run, *list.fonts); // and its last glyph
        box.width = static_cast<double>(list.fonts->width(run.string, run.weight, run.size));
        const geo::Point own = at(*partner->place);
        double nearest = std::numeric_limits<double>::max();
        for (const geo::Point& point : points)
            nearest = std::min(nearest, distance(box, point));
        if (distance(box, own) <= nearest + 0.5) {
            EXPECT_LT(distance(box, own), 110) << context << ": " << run.string;
            continue;
        }
        ++found.led;
        EXPECT_TRUE(std::any_of(leads.begin(), leads.end(),
                                [&](const std::vector<geo::Point>& line) {
                                    return distance(line.front(), own) < 6 && distance(box, line.back()) < 6;
                                }))
            << context << ": " << run.string << " stands at a point that is not its own";
    }
    found.partners = static_cast<int>(project.partners.size());
    for (const geo::Point& point : points)
        found.hidden += legend.width > 0 && legend.contains(point) ? 1 : 0;
    found.leftOut = said.empty() ? 0 : std::stoi(said);
    return found;
}

} // namespace

TEST(ArcNames, ANameStandsAtItsPointOrALineLeadsToItAndThoseLeftOutAreCounted) {
    int led = 0;
    int leftOut = 0;
    for (const int count : {3, 12, 24, 45})
        for (const TemplateKind kind : {TemplateKind::partners, TemplateKind::regionBrief})
            for (const char* shape : {"16:9", "4:3", "a4-portrait", "a4"})
                for (unsigned seed = 1; seed <= 3; ++seed) {
                    const auto project = wellConnected(count, seed);
                    const LaidOut page = layOut(input(project), about(kind, shape));
                    const std::string context =
                        fmt::format("{} {} with {} partners, {}", templateInfo(kind).id, shape, count, seed);
                    const Found found = inspected(page, *project, context);
                    EXPECT_EQ(found.named + found.leftOut, found.partners) << context;
                    EXPECT_EQ(found.hidden, 0) << context << ": points lie below the legend";
                    EXPECT_GE(found.named, std::min(count, 8)) << context;
                    led += found.led;
                    leftOut += found.leftOut;
                }
    EXPECT_GT(led, 0);
    EXPECT_GT(leftOut, 0);
}
