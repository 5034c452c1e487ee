// SPDX-License-Identifier: MIT
#include "scene/connections.hpp"

#include "scene/line_breaks.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <set>

namespace jejaring::scene {
namespace {

// Of the circles at an arc's ends, layout units at a scale of 1.
constexpr double kStart = 4.6;
constexpr double kEnd = kArcEnd;
constexpr double kChosenEnd = 4.2;

// The other end of an agreement: a partner with coordinates, or another region.
struct End {
    geo::Point metres;
    std::string name;
    core::RegionIndex region = core::kNoRegion;
};

std::optional<End> endOf(const MapContext& context, const core::Party& party) {
    const core::RegionCatalog& catalog = context.catalog();
    const auto regionEnd = [&](const core::RegionCode& code) -> std::optional<End> {
        if (const auto region = catalog.find(code))
            return End{context.geometry().anchor(*region).at, labelName(catalog[*region]), *region};
        return std::nullopt;
    };
    if (!party.region.empty())
        return regionEnd(party.region);
    const core::Partner* partner = core::findPartner(*context.data.project, party.partnerId);
    if (partner == nullptr)
        return std::nullopt;
    if (!partner->place)
        return partner->region.empty() ? std::nullopt : regionEnd(partner->region);
    const geo::Point metres = projectionOfThread(context.geometry().projection())
                                  .forward({partner->place->longitude, partner->place->latitude});
    if (!std::isfinite(metres.x) || !std::isfinite(metres.y))
        return std::nullopt;
    const auto region = partner->region.empty() ? std::nullopt : catalog.find(partner->region);
    return End{metres, partner->name, region.value_or(core::kNoRegion)};
}

bool isOwn(const MapContext& context, const core::Party& party, core::RegionIndex region) {
    if (party.region.empty())
        return false;
    const core::RegionCode& code = context.catalog()[region].code;
    if (party.region == code)
        return true;
    return !context.data.view.ownOnly && code.level() == core::RegionLevel::province && party.region.province() == code;
}

// A quadratic curve that bends towards the pole, as a flight would.
std::vector<geo::Point> curve(geo::Point from, geo::Point to) {
    const double dx = to.x - from.x;
    const double dy = to.y - from.y;
    const double length = std::hypot(dx, dy);
    // Perpendicular to the chord, on its upper side.
    const double side = dx >= 0 ? 1 : -1;
    const double bend = length * 0.16;
    const geo::Point control{(from.x + to.x) / 2 + side * dy / std::max(length, 1e-9) * bend,
                             (from.y + to.y) / 2 - side * dx / std::max(length, 1e-9) * bend};
    const int steps = std::clamp(static_cast<int>(length / 12), 16, 96);
    std::vector<geo::Point> points;
    points.reserve(static_cast<std::size_t>(steps) + 1);
    for (int i = 0; i <= steps; ++i) {
        const double t = static_cast<double>(i) / steps;
        const double a = (1 - t) * (1 - t);
        const double b = 2 * t * (1 - t);
        points.push_back({a * from.x + b * control.x + t * t * to.x, a * from.y + b * control.y + t * t * to.y});
    }
    return points;
}

Rect around(geo::Point at, double radius) {
    return {at.x - radius, at.y - radius, 2 * radius, 2 * radius};
}

// Shown at the date, and let through by the filter.
bool shown(const MapContext& context, const core::Agreement& agreement) {
    return analysis::passes(context.data.view.filter, agreement, *context.data.project) &&
           analysis::standingOn(agreement, context.data.view.date, context.data.today) !=
               analysis::Standing::notInForce;
}

// From a partner's regions to it, each once.
std::vector<Arc> arcsOfPartner(const MapContext& context) {
    std::vector<Arc> arcs;
    std::set<core::RegionCode> known;
    for (const core::Agreement& agreement : context.data.project->agreements) {
        const auto party = std::find_if(agreement.parties.begin(), agreement.parties.end(), [&](const auto& each) {
            return each.partnerId == context.highlight.partnerId;
        });
        if (party == agreement.parties.end() || !shown(context, agreement))
            continue;
        const auto end = endOf(context, *party);
        if (!end)
            continue;
        for (const core::Party& other : agreement.parties)
            if (other.partnerId.empty())
                if (const auto region = context.catalog().find(other.region);
                    region && known.insert(other.region).second) {
                    const geo::Point start = context.layout(context.geometry().anchor(*region).at);
                    const geo::Point finish = context.layout(end->metres);
                    arcs.push_back({start, finish, curve(start, finish), end->name, end->region, false});
                }
    }
    return arcs;
}

} // namespace

std::vector<Arc> arcsOf(const MapContext& context) {
    if (!context.highlight.partnerId.empty())
        return arcsOfPartner(context);
    std::vector<Arc> arcs;
    const auto& selection = context.highlight.selection;
    if (!context.data.view.partnerArcs || selection.empty() || selection.front() >= context.catalog().size())
        return arcs;
    const core::RegionIndex region = selection.front();
    std::map<std::pair<std::string, std::string>, std::size_t> known; // several agreements of a pair share one arc
    for (const core::Agreement* agreement :
         analysis::agreementsOf(*context.data.project, context.catalog(), region, scopeOf(context.data))) {
        if (!shown(context, *agreement))
            continue;
        geo::Point from = context.geometry().anchor(region).at;
        std::string fromCode = context.catalog()[region].code.text();
        for (const core::Party& party : agreement->parties)
            if (isOwn(context, party, region))
                if (const auto own = context.catalog().find(party.region)) {
                    from = context.geometry().anchor(*own).at;
                    fromCode = party.region.text();
                    break;
                }
        for (const core::Party& party : agreement->parties) {
            if (isOwn(context, party, region))
                continue;
            const auto end = endOf(context, party);
            if (!end)
                continue;
            const bool emphasised =
                !context.highlight.agreementId.empty() && agreement->id == context.highlight.agreementId;
            const auto [entry, fresh] = known.try_emplace(
                {fromCode, party.region.empty() ? party.partnerId : party.region.text()}, arcs.size());
            if (fresh) {
                const geo::Point start = context.layout(from);
                const geo::Point finish = context.layout(end->metres);
                arcs.push_back({start, finish, curve(start, finish), end->name, end->region, emphasised});
            } else {
                arcs[entry->second].emphasised |= emphasised;
            }
        }
    }
    return arcs;
}

void appendArcs(DisplayList& list, const MapContext& context, const std::vector<Arc>& arcs,
                const std::vector<Rect>& texts) {
    const bool anyEmphasised = std::any_of(arcs.begin(), arcs.end(), [](const Arc& a) { return a.emphasised; });
    for (const bool emphasised : {false, true})
        for (const Arc& arc : arcs) {
            if (arc.emphasised != emphasised)
                continue;
            const double alpha = emphasised ? 1.0 : (anyEmphasised ? 0.38 : 0.85);
            const float width = context.px(emphasised ? 2.4 : 1.3);
            // A dark (or light) edge keeps the line apart from the fills below.
            const std::vector<std::vector<geo::Point>> pieces = outside(arc.points, texts);
            for (const std::vector<geo::Point>& piece : pieces)
                list.items.emplace_back(
                    Polyline{piece, width + context.px(1.6), withAlpha(context.style.sea, alpha * 0.55), 0, false});
            for (const std::vector<geo::Point>& piece : pieces)
                list.items.emplace_back(Polyline{piece, width, withAlpha(context.style.accent, alpha), 0, false});
            if (context.frame.contains(arc.to))
                list.items.emplace_back(Circle{arc.to, context.px(emphasised ? kChosenEnd : kEnd), context.style.accent,
                                               context.style.sea, context.px(1.2), FillPattern::plain,
                                               core::kNoRegion});
        }
    for (const Arc& arc : arcs)
        list.items.emplace_back(Circle{arc.from, context.px(kStart), withAlpha(context.style.sea, 0.0),
                                       context.style.accent, context.px(1.8), FillPattern::plain, core::kNoRegion});
}

void occupyArcs(const MapContext& context, const std::vector<Arc>& arcs, Occupied& occupied) {
    for (const Arc& arc : arcs) {
        occupied.add(around(arc.from, context.px(kStart + 1)));
        if (context.frame.contains(arc.to))
            occupied.add(around(arc.to, context.px(kEnd + 1)));
        occupied.addLine(arc.points);
    }
}

} // namespace jejaring::scene
