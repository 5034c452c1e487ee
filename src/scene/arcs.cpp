// SPDX-License-Identifier: MIT
#include "scene/connections.hpp"

#include "scene/line_breaks.hpp"
#include "scene/text_run.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <span>

namespace jejaring::scene {
namespace {

// Of the circles at an arc's ends, layout units at a scale of 1.
constexpr double kStart = 4.6;
constexpr double kEnd = 3.2;
constexpr double kChosenEnd = 4.2;
constexpr double kFarthestBack = 270; // from the end of an arc to its name

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

// The point `back` layout units before the end of a line; its first point where it is shorter.
geo::Point pointBefore(std::span<const geo::Point> line, geo::Point end, double back) {
    geo::Point at = end;
    for (auto next = line.rbegin(); next != line.rend(); ++next) {
        const double step = std::hypot(next->x - at.x, next->y - at.y);
        if (step >= back)
            return {at.x + (next->x - at.x) * back / step, at.y + (next->y - at.y) * back / step};
        back -= step;
        at = *next;
    }
    return at;
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

std::vector<core::RegionIndex> appendArcNames(DisplayList& list, const MapContext& context, std::vector<Arc> arcs,
                                              Occupied& occupied) {
    std::vector<core::RegionIndex> named;
    if (!list.fonts || !context.data.view.labels)
        return named;
    std::stable_sort(arcs.begin(), arcs.end(), [](const Arc& a, const Arc& b) { return a.emphasised > b.emphasised; });
    const double margin = context.px(8);
    const Rect inner{context.frame.x + margin, context.frame.y + margin, context.frame.width - 2 * margin,
                     context.frame.height - 2 * margin};
    struct Named {
        std::string name;
        geo::Point at;
    };
    std::vector<Named> placed; // a partner of several regions of a province has several arcs, but one name in a place
    for (const Arc& arc : arcs) {
        TextStyle style;
        style.weight = arc.emphasised ? text::FontWeight::semiBold : text::FontWeight::medium;
        style.size = context.px(10.5);
        style.color = arc.emphasised ? context.style.text : context.style.accent;
        style.halo = context.style.halo;
        style.haloWidth = context.px(2.4);
        const double width = static_cast<double>(textWidth(*list.fonts, arc.name, style));
        const double height = static_cast<double>(list.fonts->metrics(style.weight, style.size).capHeight);
        // The end of the arc, or the last of its points still in the frame.
        geo::Point end = arc.to;
        const std::vector<geo::Point>& points = arc.points;
        std::span<const geo::Point> before = points;
        if (!inner.contains(end)) {
            const auto last =
                std::find_if(points.begin(), points.end(), [&](geo::Point p) { return !inner.contains(p); });
            if (last == points.begin() || last == points.end())
                continue;
            // Where the curve crosses the edge of the frame, between two of its points that may lie far apart.
            geo::Point inside = *(last - 1);
            geo::Point outside = *last;
            for (int halving = 0; halving < 24; ++halving) {
                const geo::Point middle{(inside.x + outside.x) / 2, (inside.y + outside.y) / 2};
                (inner.contains(middle) ? inside : outside) = middle;
            }
            end = inside;
            before = before.first(static_cast<std::size_t>(last - points.begin()));
        }
        const double samePlace = context.px(160);
        if (std::any_of(placed.begin(), placed.end(), [&](const Named& one) {
                return one.name == arc.name && std::hypot(one.at.x - end.x, one.at.y - end.y) < samePlace;
            }))
            continue;
        const double gap = context.px(7);
        const double air = context.px(2);
        std::optional<Rect> best; // one that no arc crosses, or else the first that is free
        const auto tryAt = [&](geo::Point at) {
            for (const geo::Point& middle : {geo::Point{at.x + gap + width / 2, at.y},
                                             {at.x - gap - width / 2, at.y},
                                             {at.x, at.y - gap - height / 2},
                                             {at.x, at.y + gap + height / 2}}) {
                const Rect aired{middle.x - width / 2 - air, middle.y - height / 2 - air, width + 2 * air,
                                 height + 2 * air};
                if (aired.x < context.frame.x || aired.y < context.frame.y || aired.right() > context.frame.right() ||
                    aired.bottom() > context.frame.bottom() || !occupied.free(aired))
                    continue;
                const bool crossed = occupied.crossed(aired);
                if (!best || !crossed)
                    best = aired;
                if (!crossed)
                    break;
            }
        };
        tryAt(end);
        // Where something lies over its end, such as a title, the name stands farther back beside the arc.
        for (double back = 18; !best && back <= kFarthestBack; back += 18)
            tryAt(pointBefore(before, end, static_cast<double>(context.px(back))));
        if (!best)
            continue;
        appendText(list, arc.name, {best->x + air, best->bottom() - air}, style);
        occupied.add(*best);
        placed.push_back({arc.name, end});
        if (arc.region != core::kNoRegion)
            named.push_back(arc.region);
    }
    return named;
}

} // namespace jejaring::scene
