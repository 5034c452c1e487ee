// SPDX-License-Identifier: MIT
#include "session/page_output.hpp"

#include "core/phrase.hpp"
#include "core/version.hpp"
#include "publish/recipe_file.hpp"
#include "publish/svg_file.hpp"
#include "session/slide_text.hpp"

#include <fmt/format.h>

#include <utility>
#include <vector>

namespace jejaring::session {
namespace {

bool within(double value, double low, double high) {
    return value >= low && value <= high;
}

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
std::vector<std::pair<std::string, std::string>> textsOf(const ComposedPage& page) {
    const ExportRequest& request = page.request;
    const scene::DisplayList& list = page.list;
    std::string title;
    std::string description;
    std::string source;
    // Of the heading, lines as large as the first are the title.
    const std::vector<const scene::GlyphRun*> heading = textsIn(list, scene::GroupKind::heading);
    for (const scene::GlyphRun* run : heading)
        addWords(run->size == heading.front()->size ? title : description, run->string);
    for (const scene::GlyphRun* run : textsIn(list, scene::GroupKind::sourceLine))
        addWords(source, run->string);
    // What is not on the picture is said beside it.
    if (title.empty() || description.empty() || source.empty()) {
        const scene::PictureTexts texts =
            scene::pictureTexts(*request.map, request.highlight, request.look, request.picture);
        title = title.empty() ? texts.title : title;
        description = description.empty() ? texts.subtitle : description;
        source = source.empty() ? texts.source + " " + texts.projection + "." : source;
    }
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

// Layout units an inch of the page.
double unitsPerInch(const ExportRequest& request) {
    return request.dotsPerInch / request.pixelRatio;
}

core::Outcome writePixels(const ComposedPage& page, const Canvas& canvas, const std::function<bool(double)>& progress) {
    publish::PngOptions options;
    options.pixelRatio = page.request.pixelRatio;
    options.dotsPerInch = page.request.dotsPerInch;
    options.overwrite = page.request.overwrite;
    options.texts = textsOf(page);
    options.memory = canvas.memory.get();
    return publish::writePng(*canvas.renderer, page.list, page.request.path, options, progress);
}

core::Outcome writeSlide(ComposedPage page, const std::function<bool(double)>& progress) {
    const scene::PictureTexts texts = textsShown(page);
    const ExportRequest& request = page.request;
    publish::PptxOptions options;
    options.theme = request.look.theme;
    options.language = request.look.language;
    options.overwrite = request.overwrite;
    options.title = texts.title;
    options.subject = texts.subtitle;
    options.description = texts.source;
    options.date = request.map->today;
    const std::string path = request.path;
    const publish::Slide slide = slideOf(std::move(page));
    return publish::writePptx({&slide, 1}, path, options, progress);
}

} // namespace

ComposedPage composePage(ExportRequest request) {
    scene::DisplayList list = composeExport(request);
    return {std::move(request), std::move(list)};
}

std::vector<core::Message> lackingLetters(const ComposedPage& page) {
    constexpr std::size_t kMost = 12;
    const PictureFormat format = pictureFormatOf(page.request.path).value_or(PictureFormat::png);
    if (format == PictureFormat::svg || format == PictureFormat::pptx)
        return {};
    const scene::DisplayList& list = page.list;
    std::vector<std::string> letters;
    for (const scene::Item& item : list.items)
        if (const auto* run = std::get_if<scene::GlyphRun>(&item))
            for (std::string& letter : list.fonts->lacking(run->string, run->weight))
                if (std::find(letters.begin(), letters.end(), letter) == letters.end())
                    letters.push_back(std::move(letter));
    if (letters.empty())
        return {};
    std::string named;
    for (std::size_t i = 0; i < std::min(letters.size(), kMost); ++i)
        named += (i == 0 ? "" : " ") + letters[i];
    if (letters.size() > kMost)
        named += " …";
    return {
        core::warning(JEJARING_TR("No installed font has these letters, which are drawn as boxes: {0}. The packages "
                                  "fonts-noto-core and fonts-noto-cjk have most of the world's letters."),
                      {named})};
}

core::Outcome checkPageSize(const ExportRequest& request) {
    if (!within(request.width, kSmallestSide, kLargestSide) || !within(request.height, kSmallestSide, kLargestSide))
        return core::error(core::ErrorCode::invalidArgument,
                           JEJARING_TR("A picture may be {0} to {1} pixels wide and high, not {2} x {3}."),
                           {std::to_string(kSmallestSide), std::to_string(kLargestSide), std::to_string(request.width),
                            std::to_string(request.height)});
    if (!within(request.pixelRatio, kSmallestRatio, kLargestRatio))
        return core::error(
            core::ErrorCode::invalidArgument, JEJARING_TR("The scale of a picture may be {0} to {1}, not {2}."),
            {core::decimal(kSmallestRatio), core::decimal(kLargestRatio), core::decimal(request.pixelRatio)});
    return core::Nothing{};
}

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
    canvas.memory = std::make_unique<publish::TileMemory>();
    return canvas;
}

scene::PictureTexts textsShown(const ComposedPage& page) {
    scene::PictureTexts texts;
    for (const auto& [keyword, text] : textsOf(page)) {
        if (keyword == "Title")
            texts.title = text;
        else if (keyword == "Description")
            texts.subtitle = text;
        else if (keyword == "Source")
            texts.source = text;
    }
    return texts;
}

publish::DocumentInfo documentInfo(const ComposedPage& page) {
    publish::DocumentInfo info;
    info.texts = textsOf(page);
    info.date = page.request.map->today;
    info.language = text::languageId(page.request.look.language);
    return info;
}

publish::Slide slideOf(ComposedPage page) {
    const scene::PictureTexts texts = textsShown(page);
    publish::Slide slide;
    slide.title = texts.title;
    slide.notes = speakerNotes(page.request, texts);
    slide.mapText = texts.title + ". " + texts.subtitle;
    slide.regionTexts = regionTexts(*page.request.map, page.request.look.language);
    slide.list = std::move(page.list);
    return slide;
}

publish::VectorOptions vectorOptions(const ExportRequest& request) {
    publish::VectorOptions vectors;
    vectors.pixelRatio = request.pixelRatio * kVectorDetail;
    vectors.language = request.look.language;
    return vectors;
}

publish::PdfPage pdfPageOf(ComposedPage page) {
    publish::PdfPage made;
    made.unitsPerInch = unitsPerInch(page.request);
    made.pixelRatio = vectorOptions(page.request).pixelRatio;
    made.list = std::move(page.list);
    return made;
}

core::Outcome writePage(ComposedPage page, const Canvas* canvas, const std::function<bool(double)>& progress) {
    const ExportRequest& request = page.request;
    const double units = unitsPerInch(request);
    switch (pictureFormatOf(request.path).value_or(PictureFormat::png)) {
    case PictureFormat::png:
        return writePixels(page, *canvas, progress);
    case PictureFormat::pdf:
        return publish::writePdf({&page.list, 1}, request.path,
                                 {units, request.overwrite, documentInfo(page), vectorOptions(request)}, progress);
    case PictureFormat::svg:
        return publish::writeSvg(page.list, request.path,
                                 {units, request.overwrite, documentInfo(page), vectorOptions(request)}, progress);
    case PictureFormat::pptx:
        break;
    }
    return writeSlide(std::move(page), progress);
}

} // namespace jejaring::session
