// SPDX-License-Identifier: MIT
#include "app/picture_arguments.hpp"

#include "analysis/indicator_series.hpp"
#include "app/filter_arguments.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <functional>

namespace jejaring::app {
namespace {

core::Message wrong(const char* id, const std::string& value) {
    return core::error(core::ErrorCode::invalidArgument, id, {value});
}

// The whole text as a number.
template <class Number> std::optional<Number> numberOf(std::string_view text) {
    Number number{};
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (failure != std::errc{} || end != text.data() + text.size())
        return std::nullopt;
    return number;
}

struct Size {
    int width = 3840;
    int height = 2160;
};

std::optional<Size> sizeOf(std::string_view text) {
    const std::size_t cross = text.find('x');
    if (cross == std::string_view::npos)
        return std::nullopt;
    const auto width = numberOf<int>(text.substr(0, cross));
    const auto height = numberOf<int>(text.substr(cross + 1));
    if (!width || !height)
        return std::nullopt;
    return Size{*width, *height};
}

// As many pixels a unit as give the layout the area of 1920 x 1080, so that type has the same share of a picture of any
// size; small pictures keep type that can be read.
std::optional<std::vector<double>> edgesOf(std::string_view text) {
    std::vector<double> edges;
    for (;;) {
        const std::size_t comma = text.find(',');
        const auto edge = numberOf<double>(text.substr(0, comma));
        if (!edge || !std::isfinite(*edge))
            return std::nullopt;
        edges.push_back(*edge);
        if (comma == std::string_view::npos)
            return edges;
        text.remove_prefix(comma + 1);
    }
}

bool setClasses(scene::MapView& view, std::string_view text) {
    const std::size_t colon = text.find(':');
    const auto method = analysis::parseClassMethod(text.substr(0, colon));
    if (!method)
        return false;
    view.classMethod = *method;
    const bool manual = *method == analysis::ClassMethod::manual;
    if (colon == std::string_view::npos)
        return !manual;
    const std::string_view rest = text.substr(colon + 1);
    if (manual) {
        const auto edges = edgesOf(rest);
        // As typed: edges in another order are more likely a slip than meant.
        const bool rising =
            edges && std::adjacent_find(edges->begin(), edges->end(), std::greater_equal<>()) == edges->end();
        if (!rising || edges->size() < 2 || edges->size() > 10)
            return false;
        view.manualEdges = *edges;
        return true;
    }
    const auto count = numberOf<std::size_t>(rest);
    if (*method == analysis::ClassMethod::fixed || !count || *count < 2 || *count > 9)
        return false;
    view.classCount = *count;
    return true;
}

core::Message noSuchIndicator(const core::Project& project, const std::string& wanted) {
    std::string names;
    constexpr std::size_t kMost = 20;
    for (std::size_t i = 0; i < std::min(kMost, project.indicators.size()); ++i)
        names += (names.empty() ? "" : ", ") + project.indicators[i].id;
    if (project.indicators.size() > kMost)
        names += ", …";
    if (names.empty())
        return core::error(core::ErrorCode::invalidArgument,
                           JEJARING_TR("--indicator is impact, agreements or countries, not {0}: the project has no "
                                       "indicators of its own."),
                           {wanted});
    return core::error(core::ErrorCode::notFound,
                       JEJARING_TR("--indicator is impact, agreements, countries, or the id or the only one of a name "
                                   "among the project's indicators ({1}), not {0}."),
                       {wanted, names});
}

} // namespace

core::Result<core::Day> dayOf(const std::string& text) {
    if (text.empty())
        return core::today();
    if (const std::optional<core::Day> day = core::parseDay(text))
        return *day;
    return wrong(JEJARING_TR("--date is a day as YYYY-MM-DD, not {0}."), text);
}

core::Result<scene::MapView> viewOf(const ExportArguments& arguments) {
    scene::MapView view;
    if (!arguments.level.empty()) {
        const auto level = scene::parseMapLevel(arguments.level);
        if (!level)
            return wrong(JEJARING_TR("--level is otomatis, provinsi or kabkota, not {0}."), arguments.level);
        view.level = *level;
    }
    if (!arguments.indicator.empty()) {
        // Whatever is none of the program's own is one of the project's, which is still to be read.
        const auto indicator = analysis::parseIndicator(arguments.indicator);
        scene::chooseIndicator(view, indicator ? *indicator : analysis::IndicatorChoice::series(arguments.indicator));
    }
    if (!arguments.projection.empty()) {
        const auto projection = geo::parseProjection(arguments.projection);
        if (!projection)
            return wrong(JEJARING_TR("--projection is equal-earth, mercator or plate-carree, not {0}."),
                         arguments.projection);
        view.projection = *projection;
    }
    const core::Result<core::Day> day = dayOf(arguments.date);
    if (!day)
        return core::Result<scene::MapView>::failure(day.messages());
    view.date = day.value();
    if (!arguments.classes.empty() && !setClasses(view, arguments.classes))
        return wrong(JEJARING_TR("--classes is fixed, or quantile, equal, natural or pretty with 2 to 9 classes "
                                 "(quantile:5), or manual with 2 to 10 edges that rise "
                                 "(manual:0,10,50), not {0}."),
                     arguments.classes);
    if (view.indicator.isSeries() && view.classMethod == analysis::ClassMethod::fixed)
        return wrong(
            JEJARING_TR("The indicator {0} has no fixed classes: --classes is quantile, equal, natural, pretty "
                        "or manual."),
            arguments.indicator);
    view.ownOnly = arguments.filter.ownOnly;
    view.labels = !arguments.noLabels;
    view.graticule = arguments.graticule;
    view.northMark = arguments.northMark;
    return view;
}

core::Outcome findChoices(scene::MapView& view, const FilterArguments& filter, const core::Project& project,
                          const std::string& assetsFolder) {
    core::Result<analysis::AgreementFilter> found = filterOf(filter, project, assetsFolder);
    if (!found)
        return core::Outcome::failure(found.messages());
    view.filter = std::move(found).value();
    if (!view.indicator.isSeries())
        return core::Nothing{};
    const core::Indicator* series = analysis::findSeries(project, view.indicator.seriesId);
    if (series == nullptr)
        return noSuchIndicator(project, view.indicator.seriesId);
    view.indicator.seriesId = series->id;
    return core::Nothing{};
}

// The first option given that says how the picture looks; empty for none.
std::string settingOf(const ExportArguments& arguments) {
    for (const auto& [option, value] : {std::pair{"--size", &arguments.size},
                                        {"--scale", &arguments.scale},
                                        {"--level", &arguments.level},
                                        {"--region", &arguments.region},
                                        {"--indicator", &arguments.indicator},
                                        {"--date", &arguments.date},
                                        {"--theme", &arguments.theme},
                                        {"--title", &arguments.title},
                                        {"--subtitle", &arguments.subtitle},
                                        {"--projection", &arguments.projection},
                                        {"--classes", &arguments.classes},
                                        {"--template", &arguments.layout},
                                        {"--page", &arguments.page},
                                        {"--dpi", &arguments.dpi},
                                        {"--partner", &arguments.partner},
                                        {"--visit", &arguments.visit},
                                        {"--before", &arguments.before},
                                        {"--sectors", &arguments.filter.sectors},
                                        {"--countries", &arguments.filter.countries},
                                        {"--kinds", &arguments.filter.kinds},
                                        {"--grades", &arguments.filter.grades}})
        if (!value->empty())
            return option;
    for (const auto& [option, given] : {std::pair{"--transparent", arguments.transparent},
                                        {"--no-furniture", arguments.noFurniture},
                                        {"--own-only", arguments.filter.ownOnly},
                                        {"--no-labels", arguments.noLabels},
                                        {"--graticule", arguments.graticule},
                                        {"--north-mark", arguments.northMark}})
        if (given)
            return option;
    return "";
}

// The page that --template and what belongs to it ask for; its region and partner are looked up later.
core::Result<scene::Layout> layoutOf(const ExportArguments& arguments) {
    scene::Layout layout;
    const auto kind = scene::parseTemplate(arguments.layout);
    if (!kind)
        return wrong(JEJARING_TR("--template is choropleth, partners, itinerary, before-after, profile, region-brief, "
                                 "partner-brief or visit-brief, not {0}."),
                     arguments.layout);
    layout.kind = *kind;
    const std::string_view format = arguments.page.empty() ? scene::templateInfo(*kind).page : arguments.page;
    const auto page = scene::parsePage(format);
    if (!page)
        return wrong(JEJARING_TR("--page is 16:9, 4:3, a4, a4-portrait, a3, a3-portrait or width x height in "
                                 "millimetres (60 to 2000, at most 3 to 1), not {0}."),
                     arguments.page);
    layout.page = *page;
    if (!arguments.before.empty()) {
        layout.before = core::parseDay(arguments.before);
        if (!layout.before)
            return wrong(JEJARING_TR("--before is a day as YYYY-MM-DD, not {0}."), arguments.before);
    }
    layout.partnerId = arguments.partner;
    layout.visitId = arguments.visit;
    if (!arguments.title.empty())
        layout.texts["title"] = arguments.title;
    if (!arguments.subtitle.empty())
        layout.texts["subtitle"] = arguments.subtitle;
    return layout;
}

core::Result<session::ExportRequest> requestOf(const ExportArguments& arguments, text::Language language) {
    if (!session::pictureFormatOf(arguments.output))
        return core::error(core::ErrorCode::invalidArgument,
                           JEJARING_TR("--output is a file whose name ends in one of {1}, not {0}."),
                           {arguments.output, session::pictureEndings()});
    session::ExportRequest request;
    request.path = arguments.output;
    request.overwrite = arguments.force;
    if (!arguments.from.empty()) {
        if (const std::string option = settingOf(arguments); !option.empty())
            return wrong(JEJARING_TR("{0} does not go with --from, which takes all settings from a picture."), option);
        return request;
    }
    Size size;
    if (!arguments.size.empty()) {
        const auto given = sizeOf(arguments.size);
        if (!given)
            return wrong(JEJARING_TR("--size is width x height in pixels, as 3840x2160, not {0}."), arguments.size);
        size = *given;
    }
    request.width = size.width;
    request.height = size.height;
    request.pixelRatio = scene::defaultPixelRatio(size.width, size.height);
    if (!arguments.scale.empty()) {
        const auto scale = numberOf<double>(arguments.scale);
        if (!scale)
            return wrong(JEJARING_TR("--scale is a number, as 2 or 1.5, not {0}."), arguments.scale);
        request.pixelRatio = *scale;
    }
    request.look.theme = scene::Theme::light;
    if (!arguments.theme.empty()) {
        const auto theme = scene::parseTheme(arguments.theme);
        if (!theme)
            return wrong(JEJARING_TR("--theme is light or dark, not {0}."), arguments.theme);
        request.look.theme = *theme;
    }
    request.look.language = language;
    const bool slide = session::pictureFormatOf(arguments.output) == session::PictureFormat::pptx;
    std::optional<double> dots;
    if (!arguments.dpi.empty()) {
        dots = numberOf<double>(arguments.dpi);
        if (!dots || !(*dots >= session::kLeastDots && *dots <= session::kMostDots))
            return wrong(JEJARING_TR("--dpi is a number from 30 to 1200, not {0}."), arguments.dpi);
        if (slide)
            return wrong(JEJARING_TR("--dpi does not go with {0}: a slide is made of shapes and has no dots."),
                         arguments.output);
    }
    if (!arguments.layout.empty()) {
        for (const auto& [option, given] : {std::pair{"--size", !arguments.size.empty()},
                                            {"--scale", !arguments.scale.empty()},
                                            {"--no-furniture", arguments.noFurniture}})
            if (given)
                return wrong(JEJARING_TR("{0} does not go with --template."), option);
        if (arguments.transparent && !session::hasTransparency(arguments.output))
            return wrong(JEJARING_TR("--transparent does not go with {0}: a slide stands on the ground of its "
                                     "presentation."),
                         arguments.output);
        const core::Result<scene::Layout> layout = layoutOf(arguments);
        if (!layout)
            return core::Result<session::ExportRequest>::failure(layout.messages());
        request.layout = layout.value();
        constexpr double kSlideDots = 288; // 3840 pixels across a slide
        session::setPageSize(request, request.layout->page, dots.value_or(kSlideDots));
    } else {
        for (const auto& [option, value] : {std::pair{"--page", arguments.page},
                                            {"--partner", arguments.partner},
                                            {"--visit", arguments.visit},
                                            {"--before", arguments.before}})
            if (!value.empty())
                return wrong(JEJARING_TR("{0} goes with --template."), option);
        request.dotsPerInch = dots.value_or(session::kUsualDots);
    }
    request.picture.title = arguments.title;
    request.picture.subtitle = arguments.subtitle;
    request.picture.furniture = !arguments.noFurniture;
    request.picture.transparent = arguments.transparent;
    return request;
}

} // namespace jejaring::app
