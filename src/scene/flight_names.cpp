// SPDX-License-Identifier: MIT
#include "scene/flight_names.hpp"

#include <algorithm>
#include <cmath>

namespace jejaring::scene {
namespace {

// Farther away than on their own page by this factor names begin to crowd, and have gone at the second one.
constexpr double kCrowded = 1.5;
constexpr double kGone = 2.2;

Color thinned(Color color, double share) {
    color.a = static_cast<std::uint8_t>(std::lround(color.a * share));
    return color;
}

Rect reachOf(const GlyphRun& run, const text::FontSet& fonts) {
    const double tracked =
        run.glyphs.empty() ? 0 : static_cast<double>(run.glyphs.back().x) + static_cast<double>(run.size) * 0.6;
    const double width = std::max(static_cast<double>(fonts.width(run.string, run.weight, run.size)), tracked);
    return {run.origin.x, run.origin.y - static_cast<double>(run.size), width, static_cast<double>(run.size) * 1.25};
}

// The lines of one name, in the order in which they were placed.
std::vector<std::vector<GlyphRun>> namesOf(const DisplayList& page) {
    std::vector<std::vector<GlyphRun>> names;
    std::vector<GroupKind> open;
    for (const Item& item : page.items) {
        if (const auto* group = std::get_if<BeginGroup>(&item))
            open.push_back(group->kind);
        else if (std::holds_alternative<EndGroup>(item) && !open.empty())
            open.pop_back();
        const auto* run = std::get_if<GlyphRun>(&item);
        if (run == nullptr || open.empty() || open.back() != GroupKind::labels)
            continue;
        if (!names.empty()) {
            const GlyphRun& above = names.back().back();
            const double down = run->origin.y - above.origin.y;
            const auto size = static_cast<double>(run->size);
            const Rect over = reachOf(above, *page.fonts);
            const Rect here = reachOf(*run, *page.fonts);
            if (above.size == run->size && down > 0.5 * size && down < 1.7 * size && over.x < here.right() &&
                here.x < over.right()) {
                names.back().push_back(*run);
                continue;
            }
        }
        names.push_back({*run});
    }
    return names;
}

} // namespace

void appendNamesUnderWay(DisplayList& list, const DisplayList& page, const Camera& own, const Camera& now,
                         double share) {
    if (!page.fonts)
        return;
    const double farther = now.metresPerUnit / own.metresPerUnit;
    const double seen = share * std::clamp((kGone - farther) / (kGone - kCrowded), 0.0, 1.0);
    if (!(seen > 0))
        return;
    if (!list.fonts)
        list.fonts = page.fonts;
    const Rect from{0, 0, page.width, page.height};
    const Rect to{0, 0, list.width, list.height};
    const ItemGroup group(list, GroupKind::labels);
    for (std::vector<GlyphRun>& lines : namesOf(page)) {
        Rect box = reachOf(lines.front(), *page.fonts);
        for (const GlyphRun& line : lines) {
            const Rect more = reachOf(line, *page.fonts);
            const double right = std::max(box.right(), more.right());
            const double bottom = std::max(box.bottom(), more.bottom());
            box.x = std::min(box.x, more.x);
            box.y = std::min(box.y, more.y);
            box.width = right - box.x;
            box.height = bottom - box.y;
        }
        const geo::Point middle{box.x + box.width / 2, box.y + box.height / 2};
        const geo::Point at = toFrame(now, to, toMetres(own, from, middle));
        box.x += at.x - middle.x;
        box.y += at.y - middle.y;
        if (!box.intersects(to))
            continue;
        for (GlyphRun& line : lines) {
            line.origin = {line.origin.x + at.x - middle.x, line.origin.y + at.y - middle.y};
            line.color = thinned(line.color, seen);
            line.halo = thinned(line.halo, seen);
            list.items.emplace_back(std::move(line));
        }
    }
}

NameShares nameSharesAt(double t) {
    constexpr double kBegin = 0.3;
    constexpr double kEnd = 0.7;
    const double s = std::clamp((t - kBegin) / (kEnd - kBegin), 0.0, 1.0);
    const double smooth = s * s * (3 - 2 * s);
    return {1 - smooth, smooth};
}

} // namespace jejaring::scene
