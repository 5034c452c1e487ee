// SPDX-License-Identifier: MIT
// Title, source line, and the page that is one map.
#include "scene/layout_context.hpp"
#include "scene/picture.hpp"

#include <algorithm>

namespace jejaring::scene {
namespace {

PictureOptions pictureOptions(const LayoutContext& context) {
    PictureOptions options;
    options.width = context.width;
    options.height = context.height;
    options.credit = context.input.credit;
    options.transparent = context.input.transparent;
    if (const core::RegionIndex region = context.region(); region != core::kNoRegion)
        options.region = region;
    return options;
}

double widthOf(const LayoutContext& context, const TextBlock& block, double most) {
    double width = 0;
    for (const std::string& line : block.lines)
        width = std::max(width, static_cast<double>(textWidth(context.fonts, line, block.style)));
    return std::min(width + 4, most);
}

// The first words of a name that is wider than `width`.
std::string shortened(const LayoutContext& context, const std::string& name, const TextStyle& style, double width) {
    const auto wide = [&](const std::string& text) {
        return static_cast<double>(textWidth(context.fonts, text, style)) > width;
    };
    if (!wide(name))
        return name;
    for (std::size_t end = name.rfind(' '); end != std::string::npos && end > 0; end = name.rfind(' ', end - 1)) {
        std::string first = name.substr(0, end);
        first.resize(first.find_last_not_of(" ,;:.(\"'-") + 1);
        if (!first.empty() && !wide(first + "…"))
            return first + "…";
    }
    return context.fonts.ellipsize(name, style.weight, style.size, static_cast<float>(width));
}

// The names in full where there is room for all; else shorter ones, and of those as many as the lines hold and how many
// more there are.
TextBlock namedSources(const LayoutContext& context, const std::vector<std::string>& names, double width) {
    if (names.empty())
        return {};
    const TextStyle style = quietType(context, 12.5);
    const std::size_t lines = context.landscape() ? 2 : 4;
    const auto set = [&](double widest, std::size_t shown) {
        std::string list;
        for (std::size_t i = 0; i < shown; ++i)
            list += (i > 0 ? "; " : "") + shortened(context, names[i], style, widest);
        if (shown < names.size())
            list +=
                "; " + context.tr(JEJARING_TR("{0} more"), {context.number(static_cast<double>(names.size() - shown))});
        std::string text = context.tr(JEJARING_TR("Sources of what is shown: {0}."), {list});
        if (list.ends_with("…")) // is an end of its own
            text.pop_back();
        return fitText(context.fonts, text, style, width, lines, 1);
    };
    constexpr double kLeast = 330; // layout units, of a name
    constexpr double kStep = 0.9;
    double widest = width * static_cast<double>(lines);
    while (true) {
        if (TextBlock block = set(widest, names.size()); !block.cut)
            return block;
        if (widest <= kLeast)
            break;
        widest = std::max(widest * kStep, kLeast);
    }
    for (std::size_t shown = names.size(); shown > 1; --shown)
        if (TextBlock block = set(kLeast, shown); !block.cut)
            return block;
    return set(kLeast, 1);
}

} // namespace

double appendHeader(LaidOut& page, const LayoutContext& context, const std::string& title,
                    const std::string& subtitle) {
    const ItemGroup group(page.list, GroupKind::heading);
    const double width = context.width - 2 * context.margin;
    const double top = context.margin * 0.8;
    page.title = context.words("title", title);
    const TextBlock first = fitText(context.fonts, page.title, titleType(context), width, 2, 0.55);
    double y = top;
    // As wide as its words, so that it can be moved sideways, too.
    const double titleWidth = widthOf(context, first, width);
    if (const auto frame = place(page, context, "title", JEJARING_TR("Title"),
                                 {context.margin, top, titleWidth, first.height()}, false, true)) {
        appendBlock(page.list,
                    frame->width == titleWidth
                        ? first
                        : fitText(context.fonts, page.title, titleType(context), frame->width, 3, 0.5),
                    {frame->x, frame->y});
        y += first.height();
    }
    // A little smaller rather than with a last word on a line of its own.
    const std::string below = context.words("subtitle", subtitle);
    TextBlock second = fitText(context.fonts, below, subtitleType(context), width, 1, 0.85);
    if (second.cut)
        second = fitText(context.fonts, below, subtitleType(context), width, 2, 0.7);
    const double subtitleWidth = widthOf(context, second, width);
    if (const auto frame = place(page, context, "subtitle", JEJARING_TR("Subtitle"),
                                 {context.margin, y + 2, subtitleWidth, second.height()}, false, true)) {
        appendBlock(page.list,
                    frame->width == subtitleWidth
                        ? second
                        : fitText(context.fonts, below, subtitleType(context), frame->width, 3, 0.6),
                    {frame->x, frame->y});
        y += second.height() + 2;
    }
    return y + 18;
}

double appendFooter(LaidOut& page, const LayoutContext& context, const std::vector<std::string>& sources) {
    const Highlight none;
    const PictureTexts texts = pictureTexts(*context.input.map, none, context.look, pictureOptions(context));
    const double width = context.width - 2 * context.margin;
    const std::string text = texts.source + " " + texts.projection + ".";
    TextBlock block = fitText(context.fonts, text, quietType(context, 12.5), width, 1, 0.88);
    if (block.cut)
        block = fitText(context.fonts, text, quietType(context, 12.5), width, 3, 0.75);
    constexpr std::size_t kAll = 12; // lines: what it states is never cut
    if (block.cut)
        block = fitText(context.fonts, text, quietType(context, 10), width, kAll, 1);
    const TextBlock named = namedSources(context, sources, width);
    const double height = named.height() + block.height() + 12;
    const double top = context.height - context.margin * 0.55 - height;
    const auto frame = place(page, context, "source", JEJARING_TR("Source line"), {context.margin, top, width, height});
    if (!frame)
        return context.height - context.margin * 0.6;
    const ItemGroup group(page.list, GroupKind::sourceLine);
    page.list.items.emplace_back(
        Polyline{{{frame->x, frame->y}, {frame->right(), frame->y}}, 1, context.style.line, 0, false});
    appendBlock(page.list, block, {frame->x, appendBlock(page.list, named, {frame->x, frame->y + 10})});
    return top;
}

void layOutChoropleth(LaidOut& page, const LayoutContext& context) {
    PictureOptions options = pictureOptions(context);
    options.title = context.words("title", "");
    options.subtitle = context.words("subtitle", "");
    // Around a map that stands elsewhere or is not wanted, the rest is a page of parts beside each other.
    if (!context.shows("map") || context.layout.moved.contains("map"))
        return layOutMapPage(page, context, options);
    const auto placeOf = [&](const std::string& id) {
        PicturePlace place;
        place.shown = context.shows(id);
        if (const auto own = context.layout.moved.find(id); own != context.layout.moved.end())
            place.at = own->second;
        return place;
    };
    options.titlePlace = placeOf("title");
    options.subtitlePlace = placeOf("subtitle");
    options.sourcePlace = placeOf("source");
    if (const auto own = context.layout.cameras.find("map"); own != context.layout.cameras.end())
        options.camera = own->second;
    options.country = context.layout.visitId.empty();
    Highlight highlight;
    highlight.selection = context.input.selection;
    highlight.visitId = context.layout.visitId;
    MapData data = *context.input.map;
    data.view.legend = data.view.legend && context.shows("legend");
    data.view.scaleBar = data.view.scaleBar && context.shows("scale");
    PictureParts parts;
    page.list = composePicture(data, highlight, context.look, options, &parts);
    page.title = pictureTexts(data, highlight, context.look, options).title;
    page.cameras["map"] = parts.camera;
    page.parts = {{"map", JEJARING_TR("Map"), parts.map, true, false},
                  {"title", JEJARING_TR("Title"), parts.title, false, true},
                  {"subtitle", JEJARING_TR("Subtitle"), parts.subtitle, false, true},
                  {"source", JEJARING_TR("Source line"), parts.source, false, false}};
    addFurnitureParts(page, context);
    page.sources = mapSources(context);
}

std::vector<std::string> mapSources(const LayoutContext& context) {
    std::vector<const core::Agreement*> agreements;
    for (const core::Agreement& agreement : context.project().agreements)
        if (!context.input.map->series &&
            analysis::passes(context.input.map->view.filter, agreement, context.project()))
            agreements.push_back(&agreement);
    return sourceLines(context, agreements, {});
}

} // namespace jejaring::scene
