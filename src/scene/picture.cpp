// SPDX-License-Identifier: MIT
#include "scene/picture.hpp"

#include "scene/furniture.hpp"
#include "scene/land_raster.hpp"
#include "scene/map_compose.hpp"
#include "scene/picture_text.hpp"
#include "scene/text_run.hpp"

#include <algorithm>
#include <cmath>
#include <functional>

namespace jejaring::scene {
namespace {

// The page that sizes are given for; others scale type and margins by the root of their area.
constexpr double kReferenceArea = 1600.0 * 900.0;
// However small the page, names and legend keep a size that can be read, and so do title and lines, in layout units.
constexpr double kSmallestScale = 0.86;
constexpr double kSmallestTitle = 17;
constexpr double kSmallestSubtitle = 11;
constexpr double kSmallestSource = 9.2;
// A page this many times as wide as it is high has its texts beside the map, for which there is no height to spare.
constexpr double kBanner = 2.8;
constexpr double kBannerColumn = 0.27; // of its width

struct Page {
    double scale = 1; // of type and margins
    double margin = 0;
    bool banner = false; // header and footer lie in a column on the left
    Rect header;         // title and subtitle
    Rect footer;         // source line and projection
    Rect body;           // between them, or beside them
    std::vector<std::string> title;
    std::vector<std::string> subtitle;
    std::vector<std::string> source;
    std::string projection;
    double footerGap = 0; // from the footer's top to its first baseline
    TextStyle titleStyle;
    TextStyle subtitleStyle;
    TextStyle sourceStyle;
};

double lineHeight(const TextStyle& style) {
    return static_cast<double>(style.size) * 1.32;
}

std::vector<std::string> wrapped(const text::FontSet& fonts, const std::string& string, const TextStyle& style,
                                 double width) {
    return fonts.wrap(string, style.weight, style.size, static_cast<float>(width));
}

Page layOutPage(const MapContext& context, const PictureOptions& options, double scale) {
    const Style& style = context.style;
    const double s = scale;
    const double least = context.look.scale / std::max(scale, kSmallestScale); // the look's own scale
    const auto size = [&](double length, double smallest) {
        return static_cast<float>(std::max(length * s, smallest * least));
    };
    const text::FontSet& fonts = *context.look.fonts;
    Page page;
    page.scale = s;
    page.banner = options.width > kBanner * options.height;
    page.margin = std::min(56 * s, std::min(options.width, 2 * options.height) * 0.05);
    const double column = page.banner ? options.width * kBannerColumn : options.width;
    const double width = column - (page.banner ? 1 : 2) * page.margin;
    // On nothing, a line of the ground keeps the type apart from whatever the picture is laid on.
    const Color halo = options.transparent ? style.halo : Color{};
    const auto styled = [&](text::FontWeight weight, float type, const Color& color, float tracking) {
        if (!options.transparent)
            return TextStyle{weight, type, color, tracking, halo, 0};
        return TextStyle{weight, type, style.text, tracking, halo, static_cast<float>(2.2 * context.look.scale)};
    };
    page.titleStyle = styled(text::FontWeight::bold, size(page.banner ? 32 : 38, kSmallestTitle), style.text, -0.012F);
    page.subtitleStyle =
        styled(text::FontWeight::regular, size(page.banner ? 16 : 18.5, kSmallestSubtitle), style.muted, 0);
    page.sourceStyle = styled(text::FontWeight::regular, size(13, kSmallestSource), style.muted, 0);

    const PictureTexts texts = pictureTexts(context, options);
    // A long title would rather be smaller than take three lines.
    page.title = wrapped(fonts, texts.title, page.titleStyle, width);
    while (page.title.size() > 2 && page.titleStyle.size > size(22, kSmallestTitle)) {
        page.titleStyle.size *= 0.92F;
        page.title = wrapped(fonts, texts.title, page.titleStyle, width);
    }
    page.subtitle = wrapped(fonts, texts.subtitle, page.subtitleStyle, width);
    page.projection = texts.projection;
    const double projectionWidth = static_cast<double>(textWidth(fonts, texts.projection, page.sourceStyle));
    page.source = wrapped(fonts, texts.source, page.sourceStyle, width - projectionWidth - 32 * s);
    if (page.banner || page.source.size() > 2) {
        // Narrow pages: the projection joins the text instead of standing beside it.
        page.source = wrapped(fonts, texts.source + " " + texts.projection + ".", page.sourceStyle, width);
        page.projection.clear();
    }

    const double headerHeight = page.margin * 0.85 +
                                lineHeight(page.titleStyle) * static_cast<double>(page.title.size()) +
                                lineHeight(page.subtitleStyle) * static_cast<double>(page.subtitle.size()) + 8 * s;
    page.footerGap = static_cast<double>(page.sourceStyle.size) * 2.4;
    const double footerHeight =
        page.footerGap + lineHeight(page.sourceStyle) * static_cast<double>(page.source.size()) + page.margin * 0.35;
    page.header = {0, 0, column, headerHeight};
    page.footer = {0, options.height - footerHeight, column, footerHeight};
    if (page.banner)
        page.body = {column, 0, options.width - column, options.height};
    else
        page.body = {0, headerHeight, options.width, std::max(options.height - headerHeight - footerHeight, 1.0)};
    return page;
}

// Lines at the width of their place, smaller where they would be higher than that.
void appendMoved(DisplayList& list, const std::string& text, TextStyle style, const Rect& place) {
    const float least = style.size * 0.5F;
    std::vector<std::string> lines = wrapped(*list.fonts, text, style, place.width);
    while (lineHeight(style) * static_cast<double>(lines.size()) > place.height + 0.5 && style.size * 0.95F > least) {
        style.size *= 0.95F;
        lines = wrapped(*list.fonts, text, style, place.width);
    }
    double y = place.y;
    for (const std::string& line : lines) {
        y += lineHeight(style);
        appendText(list, line, {place.x, y - lineHeight(style) * 0.27}, style);
    }
}

// `onLand` are texts that were moved onto it, which keep apart from it by a line of the ground.
void appendPageText(DisplayList& list, const Page& page, const PictureTexts& texts, const PictureOptions& options,
                    const std::function<bool(const Rect&)>& onLand, const Color& halo) {
    const auto moved = [&](const std::string& text, TextStyle style, const Rect& place) {
        if (onLand(place)) {
            style.halo = halo;
            style.haloWidth = static_cast<float>(2.2 * page.scale);
        }
        appendMoved(list, text, style, place);
    };
    double y = page.margin * 0.85;
    {
        const ItemGroup group(list, GroupKind::heading);
        const PicturePlace& title = options.titlePlace;
        if (title.shown && title.at)
            moved(texts.title, page.titleStyle, *title.at);
        for (const std::string& line : page.title) {
            y += lineHeight(page.titleStyle);
            if (title.shown && !title.at)
                appendText(list, line, {page.margin - 1 * page.scale, y - lineHeight(page.titleStyle) * 0.27},
                           page.titleStyle);
        }
        const PicturePlace& subtitle = options.subtitlePlace;
        if (subtitle.shown && subtitle.at)
            moved(texts.subtitle, page.subtitleStyle, *subtitle.at);
        for (const std::string& line : page.subtitle) {
            y += lineHeight(page.subtitleStyle);
            if (subtitle.shown && !subtitle.at)
                appendText(list, line, {page.margin, y - lineHeight(page.subtitleStyle) * 0.15}, page.subtitleStyle);
        }
    }
    if (!options.sourcePlace.shown)
        return;
    const ItemGroup group(list, GroupKind::sourceLine);
    if (options.sourcePlace.at) {
        moved(texts.source + " " + texts.projection + ".", page.sourceStyle, *options.sourcePlace.at);
        return;
    }
    const double right = page.footer.width - page.margin;
    y = page.footer.y + page.footerGap;
    for (const std::string& line : page.source) {
        appendText(list, line, {page.margin, y}, page.sourceStyle);
        y += lineHeight(page.sourceStyle);
    }
    if (!page.projection.empty())
        appendText(list, page.projection, {right, page.footer.y + page.footerGap}, page.sourceStyle, TextAlign::right);
}

// As wide as the widest line, so that a text can be moved sideways, too.
double widthOf(const text::FontSet& fonts, const std::vector<std::string>& lines, const TextStyle& style, double most) {
    double width = 0;
    for (const std::string& line : lines)
        width = std::max(width, static_cast<double>(textWidth(fonts, line, style)));
    return std::min(width + 4, most);
}

// The camera for `frame` that shows in `part` of it what `camera` would show in a frame of that size.
Camera shifted(Camera camera, const Rect& frame, const Rect& part) {
    camera.centre.x -= (part.x + part.width / 2 - frame.x - frame.width / 2) * camera.metresPerUnit;
    camera.centre.y += (part.y + part.height / 2 - frame.y - frame.height / 2) * camera.metresPerUnit;
    return camera;
}

// True where land of Indonesia would lie under `rect`.
bool overLand(const MapContext& context, const Rect& rect) {
    const auto land = landRasterOf(context.data.geometry);
    constexpr int kColumns = 60;
    constexpr int kRows = 10;
    for (int i = 0; i <= kColumns; ++i)
        for (int k = 0; k <= kRows; ++k) {
            const geo::Point p{rect.x + rect.width * i / kColumns, rect.y + rect.height * k / kRows};
            if (land->at(toMetres(context.camera, context.frame, p)) < context.catalog().size())
                return true;
        }
    return false;
}

Camera chosenCamera(const MapData& data, const Highlight& highlight, const PictureOptions& options, const Rect& part,
                    double margin, double scale) {
    if (options.camera)
        return *options.camera;
    if (options.region && *options.region < data.geometry->catalog().size())
        return regionCamera(*data.geometry, *options.region, part);
    if (!options.country && !highlight.visitId.empty())
        if (const auto camera = visitCamera(data, highlight.visitId, part))
            return *camera;
    // Beside the margin, room for the legend in the lower left corner; on small pages for one without details.
    const bool small = part.width < 930 * scale;
    const double width = (small ? 170 : 310) * scale;
    const double height = (small ? 215 : 255) * scale;
    const Rect corner{part.x, part.bottom() - height, margin + width, height};
    return countryCamera(*data.geometry, part, {margin, scale > 0 ? std::min(margin, 10 * scale) : margin}, corner);
}

} // namespace

double defaultPixelRatio(int width, int height) {
    constexpr double kLayoutArea = 1920.0 * 1080.0;
    return std::max(1.0, std::sqrt(static_cast<double>(width) * height / kLayoutArea));
}

void setPictureSize(PictureOptions& options, int width, int height, double pixelRatio) {
    options.width = width / pixelRatio;
    options.height = height / pixelRatio;
    options.typeScale = pixelRatio / defaultPixelRatio(width, height);
}

DisplayList composePicture(const MapData& data, const Highlight& highlight, const Look& look,
                           const PictureOptions& options, PictureParts* parts) {
    const Style& style = styleOf(look.theme);
    DisplayList list;
    list.width = options.width;
    list.height = options.height;
    list.background = options.transparent ? withAlpha(style.sea, 0) : style.sea;
    list.fonts = look.fonts;

    // What fits the page at its usual scale is then enlarged, so that a page of fewer layout units has larger type.
    const double usual = std::sqrt(options.width * options.height / kReferenceArea) * options.typeScale;
    const double share = std::clamp(usual, 0.3, 8.0);
    Look scaled = look;
    scaled.scale = look.scale * std::max(share, kSmallestScale);
    const double pageScale = look.scale * share;
    MapData view = data; // shares project and geometry; only what is shown differs
    const bool furniture = options.furniture && look.fonts != nullptr;
    view.view.legend = view.view.legend && furniture;
    view.view.scaleBar = view.view.scaleBar && furniture;
    view.view.northMark = view.view.northMark && furniture;

    const Rect whole{0, 0, options.width, options.height};
    if (!furniture) {
        // Dots reach beyond their land, and nothing of them is to be cut.
        const Camera camera = chosenCamera(view, highlight, options, whole, 14 * scaled.scale, 0);
        MapContext context = makeContext(view, highlight, scaled, whole, camera);
        MapComposition plain;
        plain.world = !options.transparent;
        plain.furnitureArea = whole;
        plain.fullestLegend = LegendDetail::counts;
        composeMap(list, context, plain);
        if (parts != nullptr)
            *parts = {{}, {}, {}, whole, camera};
        return list;
    }

    // The texts name what is filled, which the camera decides, which the height of the texts decides: the first guess
    // of the camera is right but for a line of text.
    const Camera guess = chosenCamera(view, highlight, options, whole, 0, 0);
    const Page page = layOutPage(makeContext(view, highlight, scaled, whole, guess), options, pageScale);
    const Camera camera = chosenCamera(view, highlight, options, page.body, page.margin, scaled.scale);
    const Camera full = shifted(camera, whole, page.body);
    MapContext context = makeContext(view, highlight, scaled, whole, full);

    // The map runs under title and source line as long as only sea and neighbours do, and no arc crosses them.
    const bool arcs = view.view.partnerArcs && (!highlight.selection.empty() || !highlight.partnerId.empty());
    const auto inPlace = [](const PicturePlace& place) { return place.shown && !place.at; };
    const bool headed = inPlace(options.titlePlace) || inPlace(options.subtitlePlace);
    const bool footed = inPlace(options.sourcePlace);
    const bool edgeToEdge =
        !arcs && !(headed && overLand(context, page.header)) && !(footed && overLand(context, page.footer));
    const double inset = page.margin;
    MapComposition composition;
    composition.world = !options.transparent;
    const double gap = (edgeToEdge ? 6 : 20) * page.scale;
    composition.furnitureArea = {page.body.x + inset, page.body.y + gap, page.body.width - 2 * inset,
                                 page.body.height - 2 * gap};
    if (page.banner)
        composition.furnitureArea = {page.body.x, inset, page.body.width - inset, page.body.height - 2 * inset};
    if (edgeToEdge) {
        if (headed)
            composition.keepClear.push_back(page.header);
        if (footed)
            composition.keepClear.push_back(page.footer);
        composition.lines = page.body;
    } else {
        context.frame = page.body;
        context.camera = camera;
    }
    for (const PicturePlace* const place : {&options.titlePlace, &options.subtitlePlace, &options.sourcePlace})
        if (place->shown && place->at)
            composition.keepClear.push_back(*place->at);
    composeMap(list, context, composition);
    const auto rule = [&](geo::Point from, geo::Point to) {
        list.items.emplace_back(Polyline{{from, to}, static_cast<float>(page.scale), style.line, 0, false});
    };
    if (page.banner) {
        if (!edgeToEdge)
            rule({page.body.x, 0}, {page.body.x, options.height});
    } else if (edgeToEdge) {
        if (footed)
            rule({page.margin, page.footer.y + 8 * page.scale},
                 {options.width - page.margin, page.footer.y + 8 * page.scale});
    } else {
        rule({0, page.body.y}, {options.width, page.body.y});
        rule({0, page.body.bottom()}, {options.width, page.body.bottom()});
    }
    appendPageText(
        list, page, pictureTexts(context, options), options,
        [&context](const Rect& place) { return overLand(context, place); }, style.halo);
    if (parts != nullptr) {
        const double width = page.header.width - 2 * page.margin;
        const double top = page.margin * 0.85;
        const text::FontSet& fonts = *list.fonts;
        const double titleHeight = lineHeight(page.titleStyle) * static_cast<double>(page.title.size());
        parts->title = options.titlePlace.at.value_or(
            Rect{page.margin, top, widthOf(fonts, page.title, page.titleStyle, width), titleHeight});
        parts->subtitle = options.subtitlePlace.at.value_or(
            Rect{page.margin, top + titleHeight, widthOf(fonts, page.subtitle, page.subtitleStyle, width),
                 lineHeight(page.subtitleStyle) * static_cast<double>(page.subtitle.size())});
        parts->source = options.sourcePlace.at.value_or(Rect{page.margin, page.footer.y, width, page.footer.height});
        // As PictureOptions::camera means it, whose picture is then this one.
        parts->map = page.body;
        parts->camera = camera;
    }
    return list;
}

} // namespace jejaring::scene
