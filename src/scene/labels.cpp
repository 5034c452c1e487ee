// SPDX-License-Identifier: MIT
#include "scene/labels.hpp"

#include "scene/color_math.hpp"
#include "scene/label_placer.hpp"

#include <algorithm>
#include <cmath>

namespace jejaring::scene {
namespace {

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

Label provinceLabel(const MapContext& context, core::RegionIndex region, const Dot* dot) {
    Label label;
    label.region = region;
    const std::string name = capitals(labelName(context.catalog()[region]));
    label.lines = {name};
    label.broken = inTwoLines(name);
    label.style = {text::FontWeight::medium, context.px(10.5), context.style.text, 0.06F,
                   context.style.halo,       context.px(2.2)};
    label.smallSize = std::max(context.px(9.4), 9.0F);
    if (label.smallSize >= label.style.size)
        label.smallSize = 0;
    label.priority = priorityOf(context, region);
    label.allowed = Allowed::insideOrBeside;
    label.dot = dot;
    if (context.fillsRegencies) { // the name of the surroundings then, larger and quieter
        label.style.size = context.px(11.5);
        label.smallSize = 0;
        label.style.tracking = 0.18F;
        label.style.color = withAlpha(context.style.text, 0.72);
        label.style.halo = withAlpha(context.style.noRecord, 0.7);
        label.allowed = Allowed::insideOnly;
        label.priority = context.selected(region) ? label.priority : 2.5;
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

std::vector<PlacedLabel> appendLabels(DisplayList& list, const MapContext& context, const std::vector<Dot>& dots,
                                      const std::vector<core::RegionIndex>& named, Occupied& occupied) {
    if (!list.fonts)
        return {};
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
        if (!inFrame(region) || std::find(named.begin(), named.end(), region) != named.end())
            continue;
        const bool chosen = context.selected(region) || region == context.highlight.hovered;
        if (i < catalog.provinceCount())
            labels.push_back(provinceLabel(context, region, dotOf[i]));
        else if (context.fillsRegencies || chosen || (nameDots && dotOf[i] != nullptr))
            labels.push_back(regencyLabel(context, region, dotOf[i]));
    }
    std::stable_sort(labels.begin(), labels.end(),
                     [](const Label& a, const Label& b) { return a.priority > b.priority; });
    LabelPlacer placer(list, context, occupied);
    for (const Label& label : labels)
        placer.place(label);
    return placer.placed();
}

} // namespace jejaring::scene
