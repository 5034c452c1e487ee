// SPDX-License-Identifier: MIT
// Names of the partners that arcs lead to.
#include "scene/connections.hpp"
#include "scene/line_breaks.hpp"
#include "scene/text_run.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numbers>
#include <optional>
#include <span>

namespace jejaring::scene {
namespace {

// Layout units at a scale of 1.
constexpr double kGap = 7;            // from a point to its name
constexpr double kAir = 2;            // around a name
constexpr double kNearer = 2.5;       // by this a name is nearer to its own point than to others
constexpr double kSame = 0.5;         // points no farther apart are one, to which several arcs lead
constexpr double kFarthestBack = 270; // from the end of an arc that is not to be seen to its name
constexpr std::array<double, 6> kLeads{16, 26, 38, 52, 70, 92}; // lengths of lines from points to names

double distance(geo::Point a, geo::Point b) {
    return std::hypot(a.x - b.x, a.y - b.y);
}

geo::Point nearestIn(const Rect& box, geo::Point to) {
    return {std::clamp(to.x, box.x, box.right()), std::clamp(to.y, box.y, box.bottom())};
}

double distance(const Rect& box, geo::Point to) {
    return distance(nearestIn(box, to), to);
}

double distance(const Rect& box, const std::vector<geo::Point>& line) {
    if (crosses(line, box))
        return 0;
    double least = std::numeric_limits<double>::max();
    for (const geo::Point& point : line)
        least = std::min(least, distance(box, point));
    return least;
}

// From a point to a segment.
double distance(geo::Point p, geo::Point a, geo::Point b) {
    const double dx = b.x - a.x;
    const double dy = b.y - a.y;
    const double square = dx * dx + dy * dy;
    const double t = square > 0 ? std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / square, 0.0, 1.0) : 0.0;
    return distance(p, {a.x + t * dx, a.y + t * dy});
}

// The point `back` layout units before the end of a line; its first point where it is shorter.
geo::Point pointBefore(std::span<const geo::Point> line, geo::Point end, double back) {
    geo::Point at = end;
    for (auto next = line.rbegin(); next != line.rend(); ++next) {
        const double step = distance(*next, at);
        if (step >= back)
            return {at.x + (next->x - at.x) * back / step, at.y + (next->y - at.y) * back / step};
        back -= step;
        at = *next;
    }
    return at;
}

// A name that is to stand somewhere.
struct Wanted {
    const Arc* arc = nullptr;
    geo::Point end;                     // of the arc, or where it leaves the frame
    std::span<const geo::Point> before; // the arc up to there
    bool seen = true;                   // the end: it lies in the frame, with nothing over it
    TextStyle style;
    double width = 0; // of the name, layout units
    double height = 0;
    std::size_t choices = 0; // places beside its point that were free before any name stood
    double apart = 0;        // from the nearest point of another
};

class ArcNamePlacer {
  public:
    ArcNamePlacer(DisplayList& list, const MapContext& context, const std::vector<Arc>& arcs, Occupied& occupied)
        : list_(list), context_(context), arcs_(arcs), occupied_(occupied) {
        const double margin = context.px(8);
        inner_ = {context.frame.x + margin, context.frame.y + margin, context.frame.width - 2 * margin,
                  context.frame.height - 2 * margin};
        for (const Arc& arc : arcs) {
            addWanted(arc);
            starts_.push_back(arc.from);
        }
        for (Wanted& each : wanted_)
            measureRoom(each);
        // Those that have least choice first: the others find a place all the same.
        std::stable_sort(wanted_.begin(), wanted_.end(), [](const Wanted& a, const Wanted& b) {
            return a.arc->emphasised != b.arc->emphasised ? a.arc->emphasised : a.choices < b.choices;
        });
    }

    ArcNames place() {
        std::vector<const Wanted*> left;
        for (const Wanted& each : wanted_)
            if (!placeBeside(each))
                left.push_back(&each);
        // Where many points lie in a heap, most of their names stay out anyway: those apart from it come first.
        std::stable_sort(left.begin(), left.end(), [](const Wanted* a, const Wanted* b) {
            return a->arc->emphasised != b->arc->emphasised ? a->arc->emphasised : a->apart > b->apart;
        });
        for (const Wanted* each : left)
            if (each->seen ? !placeAfar(*each) : !placeBesideArc(*each))
                ++names_.leftOut;
        return names_;
    }

  private:
    void addWanted(const Arc& arc) {
        Wanted made;
        made.arc = &arc;
        made.end = arc.to;
        made.before = arc.points;
        if (!inner_.contains(made.end)) {
            const auto last =
                std::find_if(arc.points.begin(), arc.points.end(), [&](geo::Point p) { return !inner_.contains(p); });
            if (last == arc.points.begin() || last == arc.points.end())
                return;
            // Where the curve crosses the edge of the frame, between two of its points that may lie far apart.
            geo::Point inside = *(last - 1);
            geo::Point outside = *last;
            for (int halving = 0; halving < 24; ++halving) {
                const geo::Point middle{(inside.x + outside.x) / 2, (inside.y + outside.y) / 2};
                (inner_.contains(middle) ? inside : outside) = middle;
            }
            made.end = inside;
            made.before = made.before.first(static_cast<std::size_t>(last - arc.points.begin()));
            made.seen = false;
        }
        ends_.push_back(made.end);
        // A partner of several regions of a province has several arcs, but one name in a place.
        const double samePlace = context_.px(160);
        if (std::any_of(wanted_.begin(), wanted_.end(), [&](const Wanted& one) {
                return one.arc->name == arc.name && distance(one.end, made.end) < samePlace;
            }))
            return;
        // A title may lie over it; the circle at the end itself is smaller.
        const double circle = context_.px(3 * kArcEnd);
        made.seen =
            made.seen && std::none_of(occupied_.rects().begin(), occupied_.rects().end(),
                                      [&](const Rect& rect) { return rect.width > circle && rect.contains(made.end); });
        made.style.weight = arc.emphasised ? text::FontWeight::semiBold : text::FontWeight::medium;
        made.style.size = context_.px(10.5);
        made.style.color = arc.emphasised ? context_.style.text : context_.style.accent;
        made.style.halo = context_.style.halo;
        made.style.haloWidth = context_.px(2.4);
        made.width = static_cast<double>(textWidth(*list_.fonts, arc.name, made.style));
        made.height = static_cast<double>(list_.fonts->metrics(made.style.weight, made.style.size).capHeight);
        wanted_.push_back(made);
    }

    [[nodiscard]] Rect around(const Wanted& name, geo::Point middle) const {
        const double air = context_.px(kAir);
        return {middle.x - name.width / 2 - air, middle.y - name.height / 2 - air, name.width + 2 * air,
                name.height + 2 * air};
    }
    [[nodiscard]] bool free(const Rect& box) const {
        const Rect& f = context_.frame;
        return box.x >= f.x && box.y >= f.y && box.right() <= f.right() && box.bottom() <= f.bottom() &&
               occupied_.free(box);
    }
    // No other point is as near to the name.
    [[nodiscard]] bool isNearestOwn(const Rect& box, geo::Point own) const {
        const double limit = distance(box, own) + context_.px(kNearer);
        const auto nearer = [&](geo::Point other) {
            return distance(other, own) > kSame && distance(box, other) < limit;
        };
        return std::none_of(ends_.begin(), ends_.end(), nearer) && std::none_of(starts_.begin(), starts_.end(), nearer);
    }
    // Right and left of a point, above and below, then on the slant.
    [[nodiscard]] std::array<Rect, 8> beside(const Wanted& name, geo::Point at) const {
        const double gap = context_.px(kGap);
        const double dx = gap + name.width / 2;
        const double dy = gap + name.height / 2;
        const double slantX = dx - gap * 0.4;
        const double slantY = dy - gap * 0.3;
        std::array<Rect, 8> boxes{};
        const std::array<geo::Point, 8> offsets{{{dx, 0},
                                                 {-dx, 0},
                                                 {0, -dy},
                                                 {0, dy},
                                                 {slantX, -slantY},
                                                 {slantX, slantY},
                                                 {-slantX, -slantY},
                                                 {-slantX, slantY}}};
        for (std::size_t i = 0; i < boxes.size(); ++i)
            boxes[i] = around(name, {at.x + offsets[i].x, at.y + offsets[i].y});
        return boxes;
    }
    void measureRoom(Wanted& name) const {
        const std::array<Rect, 8> boxes = beside(name, name.end);
        name.choices = static_cast<std::size_t>(std::count_if(
            boxes.begin(), boxes.end(), [&](const Rect& box) { return free(box) && isNearestOwn(box, name.end); }));
        name.apart = std::numeric_limits<double>::max();
        for (const std::vector<geo::Point>* points : {&ends_, &starts_})
            for (const geo::Point& other : *points)
                if (const double away = distance(other, name.end); away > kSame)
                    name.apart = std::min(name.apart, away);
    }

    bool placeBeside(const Wanted& name) {
        std::optional<Rect> best; // one that no arc crosses, or else the first that is free
        for (const Rect& box : beside(name, name.end)) {
            if (!free(box) || !isNearestOwn(box, name.end))
                continue;
            const bool crossed = occupied_.crossed(box);
            if (!best || !crossed)
                best = box;
            if (!crossed)
                break;
        }
        if (best)
            emit(name, *best);
        return best.has_value();
    }

    // At the end of a line from its point, the shorter the better.
    bool placeAfar(const Wanted& name) {
        constexpr int kDirections = 24;
        constexpr double kCrossed = 14; // as bad as so much longer a line
        constexpr double kAtOther = 18; // nearer to a point of another, although the line tells
        std::optional<Rect> best;
        double least = std::numeric_limits<double>::max();
        for (const double length : kLeads)
            for (int i = 0; i < kDirections && context_.px(length) < least; ++i) {
                const double angle = 2 * std::numbers::pi * i / kDirections;
                const double x = std::cos(angle);
                const double y = std::sin(angle);
                // So far that the line is as long as it should be.
                const double toSide = std::abs(x) > 1e-9 ? name.width / 2 / std::abs(x) : 1e9;
                const double toTop = std::abs(y) > 1e-9 ? name.height / 2 / std::abs(y) : 1e9;
                const double away = static_cast<double>(context_.px(length)) + std::min(toSide, toTop);
                const Rect box = around(name, {name.end.x + x * away, name.end.y + y * away});
                if (!free(box) || !leads(name.end, box))
                    continue;
                const std::vector<geo::Point> line{name.end, nearestIn(box, name.end)};
                const double cost = distance(line.front(), line.back()) +
                                    (occupied_.crossed(box) ? static_cast<double>(context_.px(kCrossed)) : 0.0) +
                                    (isNearestOwn(box, name.end) ? 0.0 : static_cast<double>(context_.px(kAtOther)));
                if (cost < least) {
                    least = cost;
                    best = box;
                }
            }
        if (!best)
            return false;
        drawLead(name, *best);
        emit(name, *best);
        return true;
    }

    // Whether a line from the point to the name touches no other point, no name and no other such line.
    [[nodiscard]] bool leads(geo::Point from, const Rect& box) const {
        const geo::Point to = nearestIn(box, from);
        const double clear = context_.px(kArcEnd + 2);
        const auto touched = [&](geo::Point other) { // from one close by it leads away
            const double apart = distance(other, from);
            return apart > kSame && distance(other, from, to) < std::min(clear, apart * 0.95);
        };
        if (std::any_of(ends_.begin(), ends_.end(), touched) || std::any_of(starts_.begin(), starts_.end(), touched))
            return false;
        const std::vector<geo::Point> line{from, to};
        if (std::any_of(boxes_.begin(), boxes_.end(), [&](const Rect& name) { return crosses(line, name); }))
            return false;
        return std::none_of(leads_.begin(), leads_.end(), [&](const std::vector<geo::Point>& other) {
            return cross(line, other) || crosses(other, box);
        });
    }
    static bool cross(const std::vector<geo::Point>& one, const std::vector<geo::Point>& other) {
        const auto side = [](geo::Point a, geo::Point b, geo::Point p) {
            return (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x) > 0;
        };
        return side(one[0], one[1], other[0]) != side(one[0], one[1], other[1]) &&
               side(other[0], other[1], one[0]) != side(other[0], other[1], one[1]);
    }
    void drawLead(const Wanted& name, const Rect& box) {
        const geo::Point to = nearestIn(box, name.end);
        const double length = distance(name.end, to);
        const double start = context_.px(kArcEnd + 1);
        const geo::Point from{name.end.x + (to.x - name.end.x) * start / length,
                              name.end.y + (to.y - name.end.y) * start / length};
        const std::vector<geo::Point> line{from, to};
        list_.items.emplace_back(Polyline{line, context_.px(2.4), withAlpha(context_.style.halo, 0.8), 0, false});
        list_.items.emplace_back(Polyline{line, context_.px(0.8), withAlpha(name.style.color, 0.9), 0, false});
        leads_.push_back({name.end, to});
        occupied_.addLine(line);
    }

    // Where the point cannot be seen: farther back, nearer to its arc than to any other.
    bool placeBesideArc(const Wanted& name) {
        for (double back = 18; back <= kFarthestBack; back += 18) {
            const geo::Point at = pointBefore(name.before, name.end, static_cast<double>(context_.px(back)));
            for (const bool mayCross : {false, true})
                for (const Rect& box : beside(name, at)) {
                    if (!free(box) || (!mayCross && occupied_.crossed(box)))
                        continue;
                    const double own = distance(box, name.arc->points);
                    const bool others = std::any_of(arcs_.begin(), arcs_.end(), [&](const Arc& arc) {
                        return arc.name != name.arc->name && distance(box, arc.points) < own;
                    });
                    const bool points = std::any_of(ends_.begin(), ends_.end(), [&](geo::Point end) {
                        return distance(end, name.end) > kSame && distance(box, end) < context_.px(kGap + kNearer);
                    });
                    if (others || points)
                        continue;
                    emit(name, box);
                    return true;
                }
        }
        return false;
    }

    void emit(const Wanted& name, const Rect& box) {
        const double air = context_.px(kAir);
        appendText(list_, name.arc->name, {box.x + air, box.bottom() - air}, name.style);
        occupied_.add(box);
        boxes_.push_back(box);
        if (name.arc->region != core::kNoRegion)
            names_.regions.push_back(name.arc->region);
    }

    DisplayList& list_;
    const MapContext& context_;
    const std::vector<Arc>& arcs_;
    Occupied& occupied_;
    Rect inner_; // of the frame, in which points are seen
    std::vector<Wanted> wanted_;
    std::vector<geo::Point> ends_; // of all arcs, as seen
    std::vector<geo::Point> starts_;
    std::vector<Rect> boxes_; // of the names placed
    std::vector<std::vector<geo::Point>> leads_;
    ArcNames names_;
};

} // namespace

ArcNames appendArcNames(DisplayList& list, const MapContext& context, const std::vector<Arc>& arcs,
                        Occupied& occupied) {
    if (!list.fonts || !context.data.view.labels)
        return {};
    return ArcNamePlacer(list, context, arcs, occupied).place();
}

} // namespace jejaring::scene
