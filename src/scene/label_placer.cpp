// SPDX-License-Identifier: MIT
#include "scene/label_placer.hpp"

#include "scene/color_math.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <utility>
#include <vector>

namespace jejaring::scene {
namespace {

Rect boxAround(geo::Point middle, double width, double height) {
    return {middle.x - width / 2, middle.y - height / 2, width, height};
}

Rect grown(const Rect& box, double by) {
    return {box.x - by, box.y - by, box.width + 2 * by, box.height + 2 * by};
}

// In sixths of a label's width and halves of its lines' height, the nearest first.
const std::vector<geo::Point>& offsetsByDistance() {
    static const std::vector<geo::Point> kOffsets = [] {
        std::vector<geo::Point> offsets;
        for (int x = -6; x <= 6; ++x)
            for (int y = -8; y <= 8; ++y)
                offsets.push_back({static_cast<double>(x), static_cast<double>(y)});
        std::stable_sort(offsets.begin(), offsets.end(), [](geo::Point a, geo::Point b) {
            return a.x * a.x * 2 + a.y * a.y < b.x * b.x * 2 + b.y * b.y;
        });
        return offsets;
    }();
    return kOffsets;
}

} // namespace

void LabelPlacer::place(const Label& label) {
    if (label.dot != nullptr && label.allowed == Allowed::besideDot) {
        const Block block = measure(label, label.lines, label.style.size);
        if (!placeBeside(label, block, label.dot->at, label.dot->radius))
            placeAfar(label, block);
        return;
    }
    std::vector<Block> blocks;
    for (const float size : {label.style.size, label.smallSize})
        for (const std::vector<std::string>* lines : {&label.lines, &label.broken})
            if (size > 0 && !lines->empty())
                blocks.push_back(measure(label, *lines, size));
    if (placeInside(label, blocks))
        return;
    if (label.allowed == Allowed::insideOnly || placeInSea(label, blocks) || placeAcross(label, blocks))
        return;
    // A city in the midst of the land: its name stands beside it on its neighbour, as on any map, but not on a
    // neighbour that has something to show itself.
    if (context_.catalog()[label.region].level() == core::RegionLevel::regency &&
        !context_.data.values[label.region].provincial) {
        const Rect bounds = layoutBounds(label.region);
        if (placeBeside(label, blocks.front(), context_.layout(context_.geometry().anchor(label.region).at),
                        std::min(bounds.width, bounds.height) / 2))
            return;
    }
    placeAfar(label, blocks.front());
}

LabelPlacer::Block LabelPlacer::measure(const Label& label, const std::vector<std::string>& lines, float size) const {
    Block block;
    block.lines = &lines;
    block.size = size;
    TextStyle style = label.style;
    style.size = size;
    for (const std::string& line : lines)
        block.width = std::max(block.width, static_cast<double>(textWidth(*list_.fonts, line, style)));
    block.capHeight = static_cast<double>(list_.fonts->metrics(style.weight, size).capHeight);
    block.lineHeight = static_cast<double>(size) * 1.2;
    block.height = block.capHeight + block.lineHeight * static_cast<double>(lines.size() - 1);
    return block;
}

// Wholly on its own land; else on it but for a little.
bool LabelPlacer::placeInside(const Label& label, const std::vector<Block>& blocks) {
    for (const Block& block : blocks)
        if (placeWithin(label, block, {0.02, 0}, 1) || placeInVisiblePart(label, block))
            return true;
    for (const Block& block : blocks)
        if (placeWithin(label, block, {0.14, 0.03}, 0.7))
            return true;
    return false;
}

// On its own land and a little of the sea on the sides.
bool LabelPlacer::placeAcross(const Label& label, const std::vector<Block>& blocks) {
    constexpr double kMostHidden = 0.4; // of the region's land
    const double mpu = context_.camera.metresPerUnit;
    const double land = context_.geometry().area(label.region) / (mpu * mpu);
    return std::any_of(blocks.begin(), blocks.end(), [&](const Block& block) {
        return block.width * block.height < kMostHidden * land && placeWithin(label, block, {0.42, 0.02}, 0.6);
    });
}

// Near the region's middle, up to `wander` of the way that offsetsByDistance goes.
bool LabelPlacer::placeWithin(const Label& label, const Block& block, Tolerance tolerance, double wander) {
    const geo::LabelAnchor& anchor = context_.geometry().anchor(label.region);
    const Rect bounds = layoutBounds(label.region);
    const double spill = 1 / (1 - tolerance.sea);
    if (block.width > bounds.width * spill || block.height > bounds.height * spill)
        return false;
    const geo::Point at = context_.layout(anchor.at);
    std::optional<Rect> best; // one that no line crosses, or else the first
    for (const geo::Point& offset : offsetsByDistance()) {
        const geo::Point middle{at.x + offset.x * wander * block.width / 6,
                                at.y + offset.y * wander * block.lineHeight / 2};
        if (!grid_.owns(label.region, grid_.at(grid_.cellAt(middle))))
            continue;
        const Rect box = boxAround(middle, block.width, block.height);
        const bool crossed = occupied_.hasLines() && occupied_.crossed(grown(box, 2 * context_.look.scale));
        if ((crossed && best) || !whole(box) || !stands(grown(box, 1.5 * context_.look.scale), label.region, tolerance))
            continue;
        best = box;
        if (!crossed)
            break;
    }
    if (best)
        emit(label, block, *best, PlacedLabel::Place::land);
    return best.has_value();
}

// Where the view shows but a part of a region, its name stands in that part.
bool LabelPlacer::placeInVisiblePart(const Label& label, const Block& block) {
    const Rect bounds = layoutBounds(label.region);
    const Rect& f = context_.frame;
    const double left = std::max(bounds.x, f.x) + block.width / 2;
    const double right = std::min(bounds.right(), f.right()) - block.width / 2;
    const double top = std::max(bounds.y, f.y) + block.height / 2;
    const double bottom = std::min(bounds.bottom(), f.bottom()) - block.height / 2;
    const bool allThere =
        bounds.x >= f.x && bounds.right() <= f.right() && bounds.y >= f.y && bounds.bottom() <= f.bottom();
    if (allThere || left >= right || top >= bottom)
        return false;
    constexpr int kColumns = 10;
    constexpr int kRows = 10;
    std::vector<geo::Point> places;
    for (int i = 0; i <= kColumns; ++i)
        for (int k = 0; k <= kRows; ++k)
            places.push_back({static_cast<double>(i) / kColumns - 0.5, static_cast<double>(k) / kRows - 0.5});
    std::stable_sort(places.begin(), places.end(),
                     [](geo::Point a, geo::Point b) { return a.x * a.x + a.y * a.y < b.x * b.x + b.y * b.y; });
    for (const geo::Point& place : places) {
        const geo::Point middle{(left + right) / 2 + place.x * (right - left),
                                (top + bottom) / 2 + place.y * (bottom - top)};
        if (!grid_.owns(label.region, grid_.at(grid_.cellAt(middle))))
            continue;
        const Rect box = boxAround(middle, block.width, block.height);
        if (whole(box) && stands(grown(box, 3 * context_.look.scale), label.region, {0.02, 0})) {
            emit(label, block, box, PlacedLabel::Place::land);
            return true;
        }
    }
    return false;
}

bool LabelPlacer::stands(const Rect& box, core::RegionIndex region, Tolerance tolerance) const {
    const GroundGrid::Cell first = grid_.cellAt({box.x, box.y});
    const GroundGrid::Cell last = grid_.cellAt({box.right(), box.bottom()});
    const int total = (last.column - first.column + 1) * (last.row - first.row + 1);
    int sea = static_cast<int>(tolerance.sea * total);
    int other = static_cast<int>(tolerance.other * total);
    const bool surroundings = context_.fillsRegencies && region < context_.catalog().provinceCount();
    for (int column = first.column; column <= last.column; ++column)
        for (int row = first.row; row <= last.row; ++row) {
            const core::RegionIndex land = grid_.at({column, row});
            if (land == core::kNoRegion ? --sea < 0 : (!grid_.owns(region, land) && --other < 0))
                return false;
            if (surroundings && land < context_.catalog().size() && hasToShow(land))
                return false;
        }
    return true;
}

// A kabupaten/kota that speaks for itself: the name of its province stands elsewhere.
bool LabelPlacer::hasToShow(core::RegionIndex regency) const {
    if (context_.selected(regency) || regency == context_.highlight.hovered)
        return true;
    return context_.data.values[regency].state != analysis::ValueState::noRecord &&
           !context_.data.values[regency].provincial;
}

bool LabelPlacer::onSea(const Rect& box) const {
    const GroundGrid::Cell first = grid_.cellAt({box.x, box.y});
    const GroundGrid::Cell last = grid_.cellAt({box.right(), box.bottom()});
    for (int column = first.column; column <= last.column; ++column)
        for (int row = first.row; row <= last.row; ++row)
            if (grid_.at({column, row}) != core::kNoRegion)
                return false;
    return true;
}

bool LabelPlacer::clearOfIslets(const Rect& box) const {
    const GroundGrid::Cell first = grid_.cellAt({box.x, box.y});
    const GroundGrid::Cell last = grid_.cellAt({box.right(), box.bottom()});
    for (int column = first.column; column <= last.column; ++column)
        for (int row = first.row; row <= last.row; ++row)
            if (!grid_.allSea({column, row}))
                return false;
    return true;
}

// No region below it but `region` itself and such as have no record to show.
bool LabelPlacer::onQuietGround(const Rect& box, core::RegionIndex region) const {
    const GroundGrid::Cell first = grid_.cellAt({box.x, box.y});
    const GroundGrid::Cell last = grid_.cellAt({box.right(), box.bottom()});
    for (int column = first.column; column <= last.column; ++column)
        for (int row = first.row; row <= last.row; ++row) {
            const core::RegionIndex land = grid_.at({column, row});
            if (land < context_.catalog().size() && !grid_.owns(region, land) &&
                context_.data.values[context_.filledAt(land)].state != analysis::ValueState::noRecord)
                return false;
        }
    return true;
}

// True where no other land is as near as the region's own: neither to the name as a whole nor to its ends, and its own
// is no farther than `limit`.
bool LabelPlacer::nearestToOwn(const Rect& box, core::RegionIndex region, const GroundGrid::Part& part,
                               double limit) const {
    const double clear = limit * 0.5;
    const GroundGrid::Distances whole = grid_.distances(region, part, box, limit + clear + grid_.cellSize(), 1);
    if (whole.own > limit || whole.other < whole.own + clear)
        return false;
    const double y = box.y + box.height / 2;
    const double reach = box.width + limit + 2 * grid_.cellSize();
    for (const double x : {box.x, box.x + box.width / 2, box.right()}) {
        const GroundGrid::Distances end = grid_.distances(region, part, {x, y, 0, 0}, reach, 2);
        if (!(end.own < end.other))
            return false;
    }
    return true;
}

// On the sea close to the region's own shore, as near to its middle as can be.
bool LabelPlacer::placeInSea(const Label& label, const std::vector<Block>& blocks) {
    struct Candidate {
        const Block* block;
        Rect box;
        double cost;
    };
    const geo::Point anchor = context_.layout(context_.geometry().anchor(label.region).at);
    const double gap = 4.5 * context_.look.scale + grid_.cellSize() / 2;
    const double shrunk = static_cast<double>(label.style.size);
    const Rect bounds = layoutBounds(label.region);
    const Rect& f = context_.frame;
    Rect within{std::max(bounds.x, f.x), std::max(bounds.y, f.y), 0, 0};
    within.width = std::min(bounds.right(), f.right()) - within.x;
    within.height = std::min(bounds.bottom(), f.bottom()) - within.y;
    const GroundGrid::Part part = grid_.mainPart(label.region, within);
    std::vector<Candidate> candidates;
    for (const Shore& shore : shoresOf(label.region, part))
        for (const Block& block : blocks) {
            const double dx = block.width / 2 + gap;
            const double dy = block.height / 2 + gap;
            for (const geo::Point& offset : {geo::Point{dx, 0},
                                             {-dx, 0},
                                             {0, dy},
                                             {0, -dy},
                                             {dx * 0.6, dy},
                                             {-dx * 0.6, dy},
                                             {dx * 0.6, -dy},
                                             {-dx * 0.6, -dy},
                                             {dx, dy * 0.6},
                                             {-dx, dy * 0.6},
                                             {dx, -dy * 0.6},
                                             {-dx, -dy * 0.6}}) {
                const geo::Point middle{shore.at.x + offset.x, shore.at.y + offset.y};
                // A shore that the region's middle reaches over land outranks an islet of its.
                double cost = std::hypot(middle.x - anchor.x, middle.y - anchor.y) * (shore.connected ? 1 : 1.7);
                cost += shrunk * (block.lines->size() > 1 ? 0.8 : 0) + (shrunk - static_cast<double>(block.size)) * 2;
                candidates.push_back({&block, boxAround(middle, block.width, block.height), cost});
            }
        }
    std::stable_sort(candidates.begin(), candidates.end(),
                     [](const Candidate& a, const Candidate& b) { return a.cost < b.cost; });
    const double air = 2.5 * context_.look.scale;
    const Candidate* best = nullptr; // one clear of islets that is little farther, or else the first
    int clearest = -1;               // 2: with air around it
    double first = 0;                // cost of the first
    for (const Candidate& candidate : candidates) {
        if (best != nullptr && candidate.cost > first + 5 * shrunk)
            break;
        if (!onSea(grown(candidate.box, air)) || !whole(candidate.box) ||
            !nearestToOwn(candidate.box, label.region, part, 1.1 * shrunk))
            continue;
        const int clear = clearOfIslets(grown(candidate.box, air)) ? 2 : clearOfIslets(candidate.box) ? 1 : 0;
        if (best == nullptr)
            first = candidate.cost;
        if (clear > clearest) {
            best = &candidate;
            clearest = clear;
        }
        if (clear == 2)
            break;
    }
    if (best != nullptr)
        emit(label, *best->block, best->box, PlacedLabel::Place::sea);
    return best != nullptr;
}

std::vector<LabelPlacer::Shore> LabelPlacer::shoresOf(core::RegionIndex region, const GroundGrid::Part& part) const {
    constexpr std::size_t kMost = 320;
    const geo::Point middle = context_.layout(context_.geometry().anchor(region).at);
    std::vector<Shore> shores;
    const std::size_t step = part.shore.size() / kMost + 1;
    for (std::size_t i = 0; i < part.shore.size(); i += step) {
        const geo::Point at = grid_.middleOf(part.shore[i]);
        shores.push_back({at, overOwnLand(region, at, middle)});
    }
    return shores;
}

bool LabelPlacer::overOwnLand(core::RegionIndex region, geo::Point from, geo::Point to) const {
    constexpr int kSteps = 16;
    int misses = 0;
    for (int i = 0; i <= kSteps; ++i) {
        const double t = static_cast<double>(i) / kSteps;
        const geo::Point p{from.x + (to.x - from.x) * t, from.y + (to.y - from.y) * t};
        if (!grid_.owns(region, grid_.at(grid_.cellAt(p))) && ++misses > 2)
            return false;
    }
    return true;
}

bool LabelPlacer::placeBeside(const Label& label, const Block& block, geo::Point middle, double radius) {
    const double gap = radius + 4 * context_.look.scale;
    const double dx = gap + block.width / 2;
    const double dy = gap + block.height / 2;
    const double slide = block.height * 0.6;
    std::vector<geo::Point> offsets{{dx, 0},      {-dx, 0},    {0, dy},       {0, -dy},
                                    {dx, -slide}, {dx, slide}, {-dx, -slide}, {-dx, slide}};
    for (const double share : {0.35, 0.7})
        for (const double side : {dx, -dx})
            for (const double end : {-dy, dy})
                offsets.push_back({side * share, end});
    std::optional<Rect> best; // one that no line crosses, or else the first
    for (const geo::Point& offset : offsets) {
        const Rect box = boxAround({middle.x + offset.x, middle.y + offset.y}, block.width, block.height);
        const bool crossed = occupied_.hasLines() && occupied_.crossed(grown(box, 2 * context_.look.scale));
        if ((crossed && best) || !whole(box) || (label.dot == nullptr && !onQuietGround(box, label.region)))
            continue;
        best = box;
        if (!crossed)
            break;
    }
    if (best)
        emit(label, block, *best, PlacedLabel::Place::besideDot);
    return best.has_value();
}

// The best class: a map that leaves its regions unnamed says least of what matters most.
bool LabelPlacer::leads(core::RegionIndex region) const {
    const analysis::RegionValue& value = context_.data.values[region];
    const std::size_t classes = context_.data.breaks.classCount();
    return value.state == analysis::ValueState::value && !value.provincial && classes > 1 &&
           context_.data.breaks.classOf(value.value) + 1 == classes;
}

// What is chosen or leads is named even in a crowd of dots: farther off, at the end of a line, and on the sea if it can
// be.
void LabelPlacer::placeAfar(const Label& label, const Block& block) {
    const bool chosen = context_.selected(label.region);
    if (!chosen && !leads(label.region))
        return;
    const double scale = context_.look.scale;
    const geo::Point from =
        label.dot != nullptr ? label.dot->at : context_.layout(context_.geometry().anchor(label.region).at);
    const double radius = label.dot != nullptr ? label.dot->radius : 0;
    constexpr int kDirections = 16;
    constexpr double kShortest = 16; // layout units at a scale of 1, from the dot's edge
    constexpr double kLongest = 130;
    constexpr double kStep = 9;
    for (const bool sea : {true, false})
        for (double distance = kShortest; distance <= (sea ? 0.75 : 1) * kLongest; distance += kStep)
            for (int i = 0; i < kDirections; ++i) {
                const double angle = 2 * std::numbers::pi * i / kDirections;
                const double reach = radius + distance * scale;
                const Rect box = boxAround({from.x + std::cos(angle) * (reach + block.width / 2),
                                            from.y + std::sin(angle) * (reach + block.height / 2)},
                                           block.width, block.height);
                if (!whole(grown(box, 4 * scale)) || (sea && !onSea(box)) ||
                    (occupied_.hasLines() && occupied_.crossed(grown(box, 2 * scale))) ||
                    !lead(from, radius + (chosen ? 4 : 1.5) * scale, box, chosen))
                    continue;
                emit(label, block, box, PlacedLabel::Place::besideDot);
                return;
            }
}

// A line from beside a dot to a name; false where they stand too close for one.
bool LabelPlacer::lead(geo::Point from, double start, const Rect& name, bool chosen) {
    const double scale = context_.look.scale;
    const geo::Point end{std::clamp(from.x, name.x, name.right()), std::clamp(from.y, name.y, name.bottom())};
    const double length = std::hypot(end.x - from.x, end.y - from.y);
    const double stop = length - 3 * scale;
    if (stop <= start)
        return false;
    const auto along = [&](double to) {
        return geo::Point{from.x + (end.x - from.x) * to / length, from.y + (end.y - from.y) * to / length};
    };
    const std::vector<geo::Point> line{along(start), along(stop)};
    list_.items.emplace_back(Polyline{line, context_.px(2.8), withAlpha(context_.style.sea, 0.8), 0, false});
    list_.items.emplace_back(Polyline{line, context_.px(chosen ? 1.3 : 0.9),
                                      chosen ? context_.style.accent : withAlpha(context_.style.text, 0.8), 0, false});
    occupied_.addLine(line);
    return true;
}

Rect LabelPlacer::layoutBounds(core::RegionIndex region) const {
    const geo::Box& bounds = context_.geometry().bounds(region);
    const geo::Point upper = context_.layout({bounds.minX, bounds.maxY});
    const geo::Point lower = context_.layout({bounds.maxX, bounds.minY});
    return {upper.x, upper.y, lower.x - upper.x, lower.y - upper.y};
}

// In the frame, and free with a little air.
bool LabelPlacer::whole(const Rect& box) const {
    const Rect aired = grown(box, 2 * context_.look.scale);
    const Rect& f = context_.frame;
    return aired.x >= f.x && aired.y >= f.y && aired.right() <= f.right() && aired.bottom() <= f.bottom() &&
           occupied_.free(aired);
}

void LabelPlacer::emit(const Label& label, const Block& block, const Rect& box, PlacedLabel::Place place) {
    TextStyle style = label.style;
    style.size = block.size;
    colourOnFill(style, box);
    double baseline = box.y + block.capHeight;
    for (const std::string& line : *block.lines) {
        appendText(list_, line, {box.x + box.width / 2, baseline}, style, TextAlign::centre);
        baseline += block.lineHeight;
    }
    placed_.push_back({label.region, box, place});
    // More room between names than to dots: they are not to be read as one.
    const double air = 2.5 * context_.look.scale;
    occupied_.add({box.x - 2 * air, box.y - air, box.width + 4 * air, box.height + 2 * air});
}

// Dark or light, whichever reads better on what fills most of the box, which also makes the halo. Names of which less
// than half lies on land are left as they are on the sea.
void LabelPlacer::colourOnFill(TextStyle& style, const Rect& box) const {
    const GroundGrid::Cell first = grid_.cellAt({box.x, box.y});
    const GroundGrid::Cell last = grid_.cellAt({box.right(), box.bottom()});
    std::vector<std::pair<core::RegionIndex, int>> fills; // and how many cells each takes
    int land = 0;
    for (int column = first.column; column <= last.column; ++column)
        for (int row = first.row; row <= last.row; ++row) {
            const core::RegionIndex region = grid_.at({column, row});
            if (region >= context_.catalog().size())
                continue;
            ++land;
            const core::RegionIndex filled = context_.filledAt(region);
            const auto known =
                std::find_if(fills.begin(), fills.end(), [&](const auto& fill) { return fill.first == filled; });
            if (known == fills.end())
                fills.emplace_back(filled, 1);
            else
                ++known->second;
        }
    const int cells = (last.column - first.column + 1) * (last.row - first.row + 1);
    // What reaches over the shore reads as on the sea: a halo of the fill would grow the land there.
    if (fills.empty() || 20 * land < 17 * cells)
        return;
    const Color dark = rgb(0x17202b);
    const Color light = rgb(0xf4f7fa);
    const auto most =
        std::max_element(fills.begin(), fills.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    const bool quiet = context_.data.values[most->first].state == analysis::ValueState::noRecord;
    // On the dark theme's middling fills dark type would read well, but not where it reaches over their edge on to the
    // sea or a darker neighbour: there it is light on a shade of the fill.
    constexpr double kReadable = 2.4; // contrast
    const bool onDark = context_.look.theme == Theme::dark;
    const Color fill = context_.styleOfRegion(most->first).fill;
    // The same type on the same fill, whatever lies beside it.
    const bool lightType = onDark ? contrast(fill, light) >= kReadable : contrast(fill, light) >= contrast(fill, dark);
    style.color = withAlpha(lightType ? light : dark, quiet ? static_cast<double>(style.color.a) / 255.0 : 1);
    style.halo = withAlpha(onDark && lightType ? mixed(fill, dark, 0.6) : fill, 0.85);
}

} // namespace jejaring::scene
