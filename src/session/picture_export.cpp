// SPDX-License-Identifier: MIT
#include "session/picture_export.hpp"

#include "core/version.hpp"
#include "publish/pdf_file.hpp"
#include "publish/picture_file.hpp"
#include "publish/pptx_file.hpp"
#include "publish/recipe_file.hpp"
#include "publish/svg_file.hpp"
#include "render/context.hpp"
#include "render/renderer.hpp"
#include "session/page_pictures.hpp"
#include "session/slide_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>
#include <future>

namespace jejaring::session {
namespace {

bool within(double value, double low, double high) {
    return value >= low && value <= high;
}

struct KnownFormat {
    PictureFormat format;
    std::string_view ending;
};
constexpr std::array kFormats{KnownFormat{PictureFormat::png, ".png"}, KnownFormat{PictureFormat::pdf, ".pdf"},
                              KnownFormat{PictureFormat::svg, ".svg"}, KnownFormat{PictureFormat::pptx, ".pptx"}};

// The texts of a list's parts of one kind, in order.
std::vector<const scene::GlyphRun*> textsIn(const scene::DisplayList& list, scene::GroupKind kind) {
    std::vector<const scene::GlyphRun*> runs;
    std::vector<bool> within{false};
    for (const scene::Item& item : list.items) {
        if (const auto* group = std::get_if<scene::BeginGroup>(&item))
            within.push_back(within.back() || group->kind == kind);
        else if (std::holds_alternative<scene::EndGroup>(item) && within.size() > 1)
            within.pop_back();
        else if (const auto* run = std::get_if<scene::GlyphRun>(&item); run != nullptr && within.back())
            runs.push_back(run);
    }
    return runs;
}

void addWords(std::string& text, const std::string& words) {
    text += (text.empty() ? "" : " ") + words;
}

// What a picture says about itself to those who find it without its page.
std::vector<std::pair<std::string, std::string>> textsOf(const ExportRequest& request, const scene::DisplayList& list) {
    std::string title;
    std::string description;
    std::string source;
    // Of the heading, lines as large as the first are the title.
    const std::vector<const scene::GlyphRun*> heading = textsIn(list, scene::GroupKind::heading);
    for (const scene::GlyphRun* run : heading)
        addWords(run->size == heading.front()->size ? title : description, run->string);
    for (const scene::GlyphRun* run : textsIn(list, scene::GroupKind::sourceLine))
        addWords(source, run->string);
    if (title.empty())
        title = request.picture.title;
    const std::string recipe = publish::recipeText(recipeOf(request));
    std::vector<std::pair<std::string, std::string>> texts{{"Software", fmt::format("Jejaring {}", core::version())}};
    for (const auto& [keyword, text] : {std::pair<const char*, const std::string&>{"Title", title},
                                        {"Description", description},
                                        {"Source", source},
                                        {"Copyright", request.picture.credit},
                                        {publish::kRecipeKeyword, recipe}})
        if (!text.empty())
            texts.emplace_back(keyword, text);
    return texts;
}

// What the arguments alone tell, before any work is done; writePng still checks when it puts the file in its place.
core::Outcome check(const ExportRequest& request) {
    if (!within(request.width, kSmallestSide, kLargestSide) || !within(request.height, kSmallestSide, kLargestSide))
        return core::error(core::ErrorCode::invalidArgument,
                           JEJARING_TR("A picture may be {0} to {1} pixels wide and high, not {2} x {3}."),
                           {std::to_string(kSmallestSide), std::to_string(kLargestSide), std::to_string(request.width),
                            std::to_string(request.height)});
    if (!within(request.pixelRatio, kSmallestRatio, kLargestRatio))
        return core::error(core::ErrorCode::invalidArgument,
                           JEJARING_TR("The scale of a picture may be {0} to {1}, not {2}."),
                           {fmt::format("{}", kSmallestRatio), fmt::format("{}", kLargestRatio),
                            fmt::format("{}", request.pixelRatio)});
    if (!pictureFormatOf(request.path))
        return core::error(core::ErrorCode::invalidArgument,
                           JEJARING_TR("{0} is no name of a picture: it ends in one of {1}."),
                           {request.path, pictureEndings()});
    std::error_code ignored;
    if (!request.overwrite && std::filesystem::exists(request.path, ignored))
        return core::error(core::ErrorCode::alreadyExists, JEJARING_TR("{0} exists already"), {request.path});
    return core::Nothing{};
}

struct Canvas {
    std::unique_ptr<render::HeadlessContext> context; // outlives the renderer
    std::unique_ptr<render::Renderer> renderer;
};

core::Result<Canvas> makeCanvas(const std::string& shaderFolder) {
    Canvas canvas;
    auto context = render::HeadlessContext::create();
    if (!context)
        return core::Result<Canvas>::failure(context.messages());
    canvas.context = std::move(context).value();
    auto renderer = render::Renderer::create(shaderFolder);
    if (!renderer)
        return core::Result<Canvas>::failure(renderer.messages());
    canvas.renderer = std::move(renderer).value();
    return canvas;
}

core::Outcome writePixels(const Canvas& canvas, const ExportRequest& request, const scene::DisplayList& list,
                          const std::function<bool(double)>& progress) {
    publish::PngOptions options;
    options.pixelRatio = request.pixelRatio;
    options.dotsPerInch = request.dotsPerInch;
    options.overwrite = request.overwrite;
    options.texts = textsOf(request, list);
    return publish::writePng(*canvas.renderer, list, request.path, options, progress);
}

// Layout units an inch of the page.
double unitsPerInch(const ExportRequest& request) {
    return request.dotsPerInch / request.pixelRatio;
}

// What the page says; where it says nothing, what it would say.
scene::PictureTexts textsShown(const ExportRequest& request, const scene::DisplayList& list) {
    scene::PictureTexts texts = scene::pictureTexts(*request.map, request.highlight, request.look, request.picture);
    for (const auto& [keyword, text] : textsOf(request, list)) {
        if (keyword == "Title")
            texts.title = text;
        else if (keyword == "Description")
            texts.subtitle = text;
        else if (keyword == "Source") {
            texts.source = text;
            texts.projection.clear(); // stands in the line, too
        }
    }
    return texts;
}

core::Outcome writeSlide(const ExportRequest& request, const scene::DisplayList& list,
                         const std::function<bool(double)>& progress) {
    const scene::PictureTexts texts = textsShown(request, list);
    const publish::Slide slide{list, texts.title, speakerNotes(request, texts), texts.title + ". " + texts.subtitle,
                               regionTexts(*request.map, request.look.language)};
    publish::PptxOptions options;
    options.theme = request.look.theme;
    options.language = request.look.language;
    options.overwrite = request.overwrite;
    options.title = texts.title;
    options.subject = texts.subtitle;
    options.rights = request.picture.credit;
    options.date = request.map->today;
    return publish::writePptx({&slide, 1}, request.path, options, progress);
}

core::Outcome writeVectors(const ExportRequest& request, const scene::DisplayList& list,
                           const std::function<bool(double)>& progress) {
    if (pictureFormatOf(request.path) == PictureFormat::pptx)
        return writeSlide(request, list, progress);
    publish::DocumentInfo info;
    info.texts = textsOf(request, list);
    info.date = request.map->today;
    info.language = text::languageId(request.look.language);
    publish::VectorOptions vectors;
    vectors.pixelRatio = request.pixelRatio * kVectorDetail;
    vectors.language = request.look.language;
    if (pictureFormatOf(request.path) == PictureFormat::svg)
        return publish::writeSvg(list, request.path, {unitsPerInch(request), request.overwrite, info, vectors},
                                 progress);
    return publish::writePdf({&list, 1}, request.path, {unitsPerInch(request), request.overwrite, info, vectors},
                             progress);
}

bool isDrawn(const std::string& path) {
    return pictureFormatOf(path).value_or(PictureFormat::png) == PictureFormat::png;
}

} // namespace

std::optional<PictureFormat> pictureFormatOf(std::string_view path) {
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
    for (const KnownFormat& known : kFormats)
        if (path.size() > known.ending.size() &&
            std::equal(known.ending.rbegin(), known.ending.rend(), path.rbegin(),
                       [&](char ending, char given) { return ending == lower(given); }))
            return known.format;
    return std::nullopt;
}

std::string pictureEndings() {
    std::string endings;
    for (const KnownFormat& known : kFormats)
        endings += (endings.empty() ? "" : ", ") + std::string(known.ending);
    return endings;
}

void setPageSize(ExportRequest& request, const scene::Page& page, double dotsPerInch) {
    constexpr double kMmPerInch = 25.4;
    request.width = static_cast<int>(std::lround(page.widthMm / kMmPerInch * dotsPerInch));
    request.pixelRatio = request.width / page.width();
    request.height = static_cast<int>(std::lround(page.height() * request.pixelRatio));
    request.dotsPerInch = dotsPerInch;
}

scene::LaidOut layOutExport(const ExportRequest& request) {
    return scene::layOut({request.map, request.look, request.picture.credit, request.highlight.selection, pagePicture},
                         *request.layout);
}

scene::DisplayList composeExport(const ExportRequest& request) {
    if (request.layout)
        return layOutExport(request).list;
    scene::PictureOptions picture = request.picture;
    picture.width = request.width / request.pixelRatio;
    picture.height = request.height / request.pixelRatio;
    return scene::composePicture(*request.map, request.highlight, request.look, picture);
}

core::Outcome writePicture(const ExportRequest& request, const std::string& shaderFolder,
                           const std::function<bool(double)>& progress) {
    if (core::Outcome checked = check(request); !checked)
        return checked;
    if (!isDrawn(request.path))
        return writeVectors(request, composeExport(request), progress);
    core::Result<Canvas> canvas = makeCanvas(shaderFolder);
    if (!canvas)
        return core::Outcome::failure(canvas.messages());
    return writePixels(canvas.value(), request, composeExport(request), progress);
}

core::Outcome writePicture(const ExportSource& source, const std::string& path, const std::string& shaderFolder,
                           const std::function<bool(double)>& progress) {
    struct Composed {
        ExportRequest request;
        scene::DisplayList list;
    };
    std::future<core::Result<Composed>> composing =
        std::async(std::launch::async, [&source]() -> core::Result<Composed> {
            core::Result<ExportRequest> request = source();
            if (!request)
                return core::Result<Composed>::failure(request.messages());
            if (core::Outcome checked = check(request.value()); !checked)
                return core::Result<Composed>::failure(checked.messages());
            scene::DisplayList list = composeExport(request.value());
            return {Composed{std::move(request.value()), std::move(list)}, request.messages()};
        });
    const bool drawn = isDrawn(path);
    core::Result<Canvas> canvas = drawn ? makeCanvas(shaderFolder) : core::Result<Canvas>(Canvas{});
    const core::Result<Composed> composed = composing.get();
    if (!composed)
        return core::Outcome::failure(composed.messages());
    const auto& [request, list] = composed.value();
    core::Outcome outcome = !canvas ? core::Outcome::failure(canvas.messages())
                            : drawn ? writePixels(canvas.value(), request, list, progress)
                                    : writeVectors(request, list, progress);
    for (const core::Message& message : composed.messages())
        outcome.add(message);
    return outcome;
}

} // namespace jejaring::session
