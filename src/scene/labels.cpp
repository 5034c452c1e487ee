// SPDX-License-Identifier: MIT
#include "scene/labels.hpp"

#include "scene/color_math.hpp"
#include "scene/land_raster.hpp"
#include "scene/text_run.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

namespace jejaring::scene {
namespace {

// Where one label may go, besides its text.
enum class Allowed : std::uint8_t { insideOnly, insideOrBeside, besideDot };

struct Label {
    core::RegionIndex region = core::kNoRegion;
    std::vector<std::string> lines;  // the name on one line
    std::vector<std::string> broken; // on two, where it has a space
    TextStyle style;
    double priority = 0;
    Allowed allowed = Allowed::insideOnly;
    const Dot* dot = nullptr;
};

struct Block {
    const std::vector<std::string>* lines = nullptr;
    double width = 0;
    double height = 0;
    double lineHeight = 0;
    double capHeight = 0;
};

enum class Ground : std::uint8_t { sea, own, otherLand };

std::string capitals(std::string text) {
    for (char& c : text)
        if (c >= 'a' && c <= 'z')
            c = static_cast<char>(c - 'a' + 'A');
    return text;
}

// The name over two lines of lengths as even as its spaces allow; empty where it has none.
std::vector<std::string> inTwoLines(const std::string& name) {
    std::size_t best = std::string::npos;
    for (std::size_t at = name.find(' '); at != std::string::npos; at = name.find(' ', at + 1)) {
        const auto unevenness = [&](std::size_t space) {
            return std::abs(static_cast<double>(name.size()) - 1 - 2 * static_cast<double>(space));
        };
        if (best == std::string::npos || unevenness(at) < unevenness(best))
            best = at;
    }
    if (best == std::string::npos)
        return {};
    return {name.substr(0, best), name.substr(best + 1)};
}

class Placer {
  public:
    Placer(DisplayList& list, const MapContext& context, Occupied& occupied)
        : list_(list), context_(context), occupied_(occupied), land_(landRasterOf(context.data.geometry)) {}

    void place(const Label& label) {
        if (label.dot != nullptr && label.allowed == Allowed::besideDot) {
            placeBeside(label, measure(label, label.lines), label.dot->at, label.dot->radius);
            return;
        }
        const Block one = measure(label, label.lines);
        const Block two = measure(label, label.broken);
        if (placeInside(label, one, 0) || placeInside(label, two, 0) || placeInside(label, one, 2) ||
            placeInside(label, two, 2))
            return;
        if (label.allowed == Allowed::insideOnly || placeInSea(label, one) || placeInSea(label, two))
            return;
        // A city in the midst of the land: its name stands beside it on its neighbour, as on any map, but not on a
        // neighbour that has something to show itself.
        if (context_.catalog()[label.region].level() == core::RegionLevel::regency &&
            !context_.data.impact.regions[label.region].provincial)
            placeBeside(label, one, context_.layout(context_.geometry().anchor(label.region).at),
                        halfExtent(label.region));
    }

  private:
    [[nodiscard]] Block measure(const Label& label, const std::vector<std::string>& lines) const {
        Block block;
        if (lines.empty())
            return block;
        block.lines = &lines;
        for (const std::string& line : lines)
            block.width = std::max(block.width, static_cast<double>(textWidth(*list_.fonts, line, label.style)));
        const text::FontMetrics metrics = list_.fonts->metrics(label.style.weight, label.style.size);
        block.capHeight = static_cast<double>(metrics.capHeight);
        block.lineHeight = static_cast<double>(label.style.size) * 1.2;
        block.height = block.capHeight + block.lineHeight * static_cast<double>(lines.size() - 1);
        return block;
    }

    [[nodiscard]] bool belongs(core::RegionIndex at, core::RegionIndex region) const {
        if (at >= context_.catalog().size())
            return false;
        return at == region || context_.catalog().provinceOf(at) == region;
    }

    [[nodiscard]] core::RegionIndex landAt(geo::Point layout) const {
        const geo::Point metres = toMetres(context_.camera, context_.frame, layout);
        // The raster is too coarse where a cell is wider than a letter.
        if (context_.camera.metresPerUnit * context_.look.scale * 8 < LandRaster::kCell) {
            const core::RegionIndex picked = context_.geometry().pick(metres);
            if (picked != core::kNoRegion)
                return picked;
            return land_->at(metres) == LandRaster::kForeign ? LandRaster::kForeign : core::kNoRegion;
        }
        return land_->at(metres);
    }

    // True where at most `misses` of the box's samples stand on ground that `allowed` refuses.
    template <class Predicate> [[nodiscard]] bool stands(const Rect& box, int misses, Predicate allowed) const {
        const int columns = std::clamp(static_cast<int>(box.width / (10 * context_.look.scale)), 4, 12);
        for (int column = 0; column <= columns; ++column)
            for (int row = 0; row <= 2; ++row) {
                const geo::Point p{box.x + box.width * column / columns, box.y + box.height * row / 2};
                if (!allowed(landAt(p)) && --misses < 0)
                    return false;
            }
        return true;
    }

    [[nodiscard]] bool placeInside(const Label& label, const Block& block, int misses) {
        if (block.lines == nullptr)
            return false;
        const geo::LabelAnchor& anchor = context_.geometry().anchor(label.region);
        const geo::Box& bounds = context_.geometry().bounds(label.region);
        const double mpu = context_.camera.metresPerUnit;
        if (block.width > bounds.width() / mpu || block.height > bounds.height() / mpu)
            return false;
        const geo::Point at = context_.layout(anchor.at);
        // Where the label fits into the inscribed circle there is nothing to look up.
        if (std::hypot(block.width, block.height) / 2 < anchor.radius / mpu) {
            const Rect box = boxAround(at, block);
            if (whole(box)) {
                emit(label, block, box, true);
                return true;
            }
        }
        // Else round the anchor, the nearest place first.
        static const std::vector<geo::Point> kOffsets = offsetsByDistance();
        const double air = 2 * context_.look.scale;
        for (const geo::Point& offset : kOffsets) {
            const Rect box =
                boxAround({at.x + offset.x * block.width / 3, at.y + offset.y * block.lineHeight * 0.8}, block);
            const Rect aired{box.x - air, box.y - air, box.width + 2 * air, box.height + 2 * air};
            if (whole(box) &&
                stands(aired, misses, [&](core::RegionIndex land) { return belongs(land, label.region); })) {
                emit(label, block, box, true);
                return true;
            }
        }
        return false;
    }

    // In thirds of a label's width and lines of its height.
    [[nodiscard]] static std::vector<geo::Point> offsetsByDistance() {
        std::vector<geo::Point> offsets;
        for (int x = -3; x <= 3; ++x)
            for (int y = -6; y <= 6; ++y)
                offsets.push_back({static_cast<double>(x), static_cast<double>(y)});
        std::stable_sort(offsets.begin(), offsets.end(), [](geo::Point a, geo::Point b) {
            return a.x * a.x * 4 + a.y * a.y < b.x * b.x * 4 + b.y * b.y;
        });
        return offsets;
    }

    // Beside the region's shores, as near to its middle as the sea is free.
    [[nodiscard]] bool placeInSea(const Label& label, const Block& block) {
        if (block.lines == nullptr)
            return false;
        const double gap = 5 * context_.look.scale;
        const geo::Point anchor = context_.layout(context_.geometry().anchor(label.region).at);
        std::optional<Rect> best;
        double least = std::numeric_limits<double>::infinity();
        for (const Shore& shore : shoresOf(label.region)) {
            const geo::Point middle{shore.at.x + shore.outX * (gap + block.width / 2),
                                    shore.at.y + shore.outY * (gap + block.height / 2)};
            // A shore that the region's middle reaches over land outranks an islet of its.
            const double distance = std::hypot(middle.x - anchor.x, middle.y - anchor.y) *
                                    (overOwnLand(label.region, shore.at, anchor) ? 1 : 1.7);
            if (distance >= least)
                continue;
            const Rect box = boxAround(middle, block);
            const double air = gap * 0.6;
            const Rect clear{box.x - air, box.y - air, box.width + 2 * air, box.height + 2 * air};
            const auto sea = [](core::RegionIndex land) {
                return land == core::kNoRegion || land == LandRaster::kForeign;
            };
            if (whole(box) && stands(clear, 0, sea)) {
                best = box;
                least = distance;
            }
        }
        if (!best)
            return false;
        emit(label, block, *best, false);
        return true;
    }

    [[nodiscard]] bool overOwnLand(core::RegionIndex region, geo::Point from, geo::Point to) const {
        constexpr int kSteps = 16;
        int misses = 0;
        for (int i = 0; i <= kSteps; ++i) {
            const double t = static_cast<double>(i) / kSteps;
            if (!belongs(landAt({from.x + (to.x - from.x) * t, from.y + (to.y - from.y) * t}), region) && ++misses > 2)
                return false;
        }
        return true;
    }

    // Places where a line through the region first and last meets its land, and the way out from there.
    struct Shore {
        geo::Point at;
        double outX = 0;
        double outY = 0;
    };
    [[nodiscard]] std::vector<Shore> shoresOf(core::RegionIndex region) const {
        const geo::Box& bounds = context_.geometry().bounds(region);
        const geo::Point upper = context_.layout({bounds.minX, bounds.maxY});
        const geo::Point lower = context_.layout({bounds.maxX, bounds.minY});
        const double width = lower.x - upper.x;
        const double height = lower.y - upper.y;
        std::vector<Shore> shores;
        for (const double share : {0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8, 0.1, 0.9}) {
            const double x = upper.x + width * share;
            const double y = upper.y + height * share;
            if (const auto at = firstLand(region, {upper.x, y}, {lower.x, y}))
                shores.push_back({*at, -1, 0});
            if (const auto at = firstLand(region, {lower.x, y}, {upper.x, y}))
                shores.push_back({*at, 1, 0});
            if (const auto at = firstLand(region, {x, upper.y}, {x, lower.y}))
                shores.push_back({*at, 0, -1});
            if (const auto at = firstLand(region, {x, lower.y}, {x, upper.y}))
                shores.push_back({*at, 0, 1});
        }
        return shores;
    }

    [[nodiscard]] std::optional<geo::Point> firstLand(core::RegionIndex region, geo::Point from, geo::Point to) const {
        constexpr int kSteps = 72;
        for (int i = 0; i <= kSteps; ++i) {
            const double t = static_cast<double>(i) / kSteps;
            const geo::Point p{from.x + (to.x - from.x) * t, from.y + (to.y - from.y) * t};
            if (belongs(landAt(p), region))
                return p;
        }
        return std::nullopt;
    }

    [[nodiscard]] double halfExtent(core::RegionIndex region) const {
        const geo::Box& bounds = context_.geometry().bounds(region);
        return std::min(bounds.width(), bounds.height()) / 2 / context_.camera.metresPerUnit;
    }

    void placeBeside(const Label& label, const Block& block, geo::Point middle, double radius) {
        const double gap = radius + 4 * context_.look.scale;
        const double dx = gap + block.width / 2;
        const double dy = gap + block.height / 2;
        const std::array<geo::Point, 8> offsets{{{dx, 0},
                                                 {-dx, 0},
                                                 {0, dy},
                                                 {0, -dy},
                                                 {dx * 0.86, dy * 0.8},
                                                 {-dx * 0.86, dy * 0.8},
                                                 {dx * 0.86, -dy * 0.8},
                                                 {-dx * 0.86, -dy * 0.8}}};
        const auto quiet = [&](core::RegionIndex land) {
            return land >= context_.catalog().size() || land == label.region ||
                   context_.data.values[context_.filledAt(land)].state == analysis::ValueState::noRecord;
        };
        for (const geo::Point& offset : offsets) {
            const Rect box = boxAround({middle.x + offset.x, middle.y + offset.y}, block);
            if (whole(box) && (label.dot != nullptr || stands(box, 1, quiet))) {
                emit(label, block, box, false);
                return;
            }
        }
    }

    [[nodiscard]] static Rect boxAround(geo::Point middle, const Block& block) {
        return {middle.x - block.width / 2, middle.y - block.height / 2, block.width, block.height};
    }

    // In the frame and free, with a little air.
    [[nodiscard]] bool whole(const Rect& box) const {
        const double air = 2.5 * context_.look.scale;
        const Rect aired{box.x - air, box.y - air, box.width + 2 * air, box.height + 2 * air};
        const Rect& f = context_.frame;
        return aired.x >= f.x && aired.y >= f.y && aired.right() <= f.right() && aired.bottom() <= f.bottom() &&
               occupied_.free(aired);
    }

    void emit(const Label& label, const Block& block, const Rect& box, bool inside) {
        TextStyle style = label.style;
        if (inside)
            colourOnFill(style, label.region);
        double baseline = box.y + block.capHeight;
        for (const std::string& line : *block.lines) {
            appendText(list_, line, {box.x + box.width / 2, baseline}, style, TextAlign::centre);
            baseline += block.lineHeight;
        }
        occupied_.add(box);
    }

    // Dark or light, whichever reads better on the region's fill, which also makes the halo.
    void colourOnFill(TextStyle& style, core::RegionIndex region) const {
        const bool ownFill = region < context_.catalog().provinceCount() ? !context_.fillsRegencies : true;
        if (!ownFill)
            return;
        const RegionStyle fill = context_.styleOfRegion(context_.filledAt(region));
        const Color dark = rgb(0x17202b);
        const Color light = rgb(0xf4f7fa);
        style.color = contrast(fill.fill, dark) > contrast(fill.fill, light) ? dark : light;
        style.halo = withAlpha(fill.fill, 0.85);
    }

    DisplayList& list_;
    const MapContext& context_;
    Occupied& occupied_;
    std::shared_ptr<const LandRaster> land_;
};

// Higher for what has more to say: the selection before all, then the class, then any record; area breaks ties.
double priorityOf(const MapContext& context, core::RegionIndex region) {
    double priority = std::log10(std::max(context.geometry().area(region), 1.0)) * 0.1;
    const analysis::RegionValue& value = context.data.values[region];
    if (value.state == analysis::ValueState::value)
        priority += 3 + static_cast<double>(context.data.breaks.classOf(value.value));
    else if (value.state != analysis::ValueState::noRecord)
        priority += 2;
    if (region == context.highlight.hovered)
        priority += 50;
    if (context.selected(region))
        priority += 100;
    return priority;
}

Label provinceLabel(const MapContext& context, core::RegionIndex region) {
    Label label;
    label.region = region;
    const std::string name = capitals(labelName(context.catalog()[region]));
    label.lines = {name};
    label.broken = inTwoLines(name);
    label.style = {text::FontWeight::medium, context.px(9.5), context.style.text, 0.07F,
                   context.style.halo,       context.px(2.2)};
    label.priority = priorityOf(context, region);
    label.allowed = Allowed::insideOrBeside;
    if (context.fillsRegencies) { // the name of the surroundings then, larger and quieter
        label.style.size = context.px(11.5);
        label.style.tracking = 0.18F;
        label.style.color = withAlpha(context.style.text, 0.72);
        label.style.halo = withAlpha(context.style.noRecord, 0.7);
        label.allowed = Allowed::insideOnly;
        label.priority = 2.5;
    }
    return label;
}

Label regencyLabel(const MapContext& context, core::RegionIndex region, const Dot* dot) {
    Label label;
    label.region = region;
    const std::string name = labelName(context.catalog()[region]);
    label.lines = {name};
    label.broken = inTwoLines(name);
    const bool chosen = context.selected(region) || region == context.highlight.hovered;
    label.style = {chosen ? text::FontWeight::semiBold : text::FontWeight::regular,
                   context.px(chosen ? 11.5 : 10.5),
                   context.style.text,
                   0.005F,
                   context.style.halo,
                   context.px(2.2)};
    label.priority = priorityOf(context, region);
    label.dot = dot;
    if (dot != nullptr)
        label.allowed = Allowed::besideDot;
    else if (chosen || context.data.values[region].state != analysis::ValueState::noRecord)
        label.allowed = Allowed::insideOrBeside;
    return label;
}

} // namespace

void appendLabels(DisplayList& list, const MapContext& context, const std::vector<Dot>& dots, Occupied& occupied) {
    if (!list.fonts)
        return;
    const core::RegionCatalog& catalog = context.catalog();
    std::vector<const Dot*> dotOf(catalog.size(), nullptr);
    for (const Dot& dot : dots)
        dotOf[dot.region] = &dot;

    const auto inFrame = [&](core::RegionIndex region) {
        const geo::Box& bounds = context.geometry().bounds(region);
        const geo::Point upper = toMetres(context.camera, context.frame, {context.frame.x, context.frame.y});
        const geo::Point lower =
            toMetres(context.camera, context.frame, {context.frame.right(), context.frame.bottom()});
        return bounds.intersects({upper.x, lower.y, lower.x, upper.y});
    };
    // Over filled provinces the dots of cities get names only once there is room for them.
    constexpr double kDotNames = 2600; // metres a layout unit at a scale of 1
    const bool nameDots = context.camera.metresPerUnit * context.look.scale < kDotNames;

    std::vector<Label> labels;
    for (std::size_t i = 0; i < catalog.size(); ++i) {
        const auto region = static_cast<core::RegionIndex>(i);
        if (!inFrame(region))
            continue;
        const bool chosen = context.selected(region) || region == context.highlight.hovered;
        if (i < catalog.provinceCount())
            labels.push_back(provinceLabel(context, region));
        else if (context.fillsRegencies || chosen || (nameDots && dotOf[i] != nullptr))
            labels.push_back(regencyLabel(context, region, dotOf[i]));
    }
    std::stable_sort(labels.begin(), labels.end(),
                     [](const Label& a, const Label& b) { return a.priority > b.priority; });
    Placer placer(list, context, occupied);
    for (const Label& label : labels)
        placer.place(label);
}

} // namespace jejaring::scene
