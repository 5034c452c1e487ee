// SPDX-License-Identifier: MIT
#include "publish/pptx_file.hpp"

#include "data/atomic_file.hpp"
#include "publish/pptx_parts.hpp"
#include "publish/pptx_slide.hpp"
#include "publish/vector_play.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace jejaring::publish {
namespace {

// Of a slide's side, in EMU.
constexpr std::int64_t kSmallestSlide = 914400;
constexpr std::int64_t kLargestSlide = 51206400;
constexpr std::int64_t kUsualHeight = 6858000; // 7.5 inches

// Share of the work that is left once the slides are there: packing and writing.
constexpr double kPacking = 0.1;

// Slides are 7.5 inches high, as PowerPoint makes them; pages higher than wide are 7.5 inches wide.
std::optional<SlideSize> slideSize(const scene::DisplayList& list) {
    if (!(list.width > 0) || !(list.height > 0))
        return std::nullopt;
    const double shape = list.width / list.height;
    SlideSize size{kUsualHeight, kUsualHeight};
    if (shape >= 1)
        size.width = std::llround(static_cast<double>(kUsualHeight) * shape);
    else
        size.height = std::llround(static_cast<double>(kUsualHeight) / shape);
    // Long ones take the longest there is.
    if (const std::int64_t longest = std::max(size.width, size.height); longest > kLargestSlide) {
        const double share = static_cast<double>(kLargestSlide) / static_cast<double>(longest);
        size = {std::llround(static_cast<double>(size.width) * share),
                std::llround(static_cast<double>(size.height) * share)};
    }
    if (std::min(size.width, size.height) < kSmallestSlide)
        return std::nullopt;
    return size;
}

std::string slideXml(const scene::DisplayList& list, const ThemeColors& colors, const SlideShapes& shapes) {
    std::string ground;
    if (list.background.a > 0)
        ground = fmt::format("<p:bg><p:bgPr>{}<a:effectLst/></p:bgPr></p:bg>", solidFill(colors, list.background));
    return fmt::format("{}<p:sld {}><p:cSld>{}<p:spTree>{}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/>"
                       "</p:clrMapOvr></p:sld>",
                       kXmlHead, kDrawingNamespaces, ground, shapes.tree());
}

std::string notesXml(const std::string& notes, text::Language language) {
    std::string paragraphs;
    for (std::size_t at = 0; at <= notes.size();) {
        const std::size_t end = std::min(notes.find('\n', at), notes.size());
        const std::string line = xmlEscaped(std::string_view(notes).substr(at, end - at));
        if (line.empty())
            paragraphs += "<a:p/>";
        else
            paragraphs +=
                fmt::format("<a:p><a:r><a:rPr lang=\"{}\"/><a:t>{}</a:t></a:r></a:p>", languageTag(language), line);
        at = end + 1;
    }
    return fmt::format(
        "{}<p:notes {}><p:cSld><p:spTree><p:nvGrpSpPr><p:cNvPr id=\"1\" name=\"\"/><p:cNvGrpSpPr/><p:nvPr/>"
        "</p:nvGrpSpPr><p:grpSpPr/><p:sp><p:nvSpPr><p:cNvPr id=\"2\" name=\"Slide\"/><p:cNvSpPr><a:spLocks "
        "noGrp=\"1\" noRot=\"1\" noChangeAspect=\"1\"/></p:cNvSpPr><p:nvPr><p:ph type=\"sldImg\"/></p:nvPr></p:nvSpPr>"
        "<p:spPr/></p:sp><p:sp><p:nvSpPr><p:cNvPr id=\"3\" name=\"Notes\"/><p:cNvSpPr><a:spLocks noGrp=\"1\"/>"
        "</p:cNvSpPr><p:nvPr><p:ph type=\"body\" idx=\"1\"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/>"
        "<a:lstStyle/>{}</p:txBody></p:sp></p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>"
        "</p:notes>",
        kXmlHead, kDrawingNamespaces, paragraphs);
}

core::Message cancelled(const std::string& path) {
    return core::error(core::ErrorCode::cancelled, JEJARING_TR("Cancelled; {0} was not written."), {path});
}

} // namespace

core::Outcome writePptx(std::span<const Slide> slides, const std::string& path, const PptxOptions& options,
                        const std::function<bool(double)>& progress) {
    const std::optional<SlideSize> size = slides.empty() ? std::nullopt : slideSize(slides.front().list);
    if (!size)
        return core::error(core::ErrorCode::invalidArgument,
                           JEJARING_TR("A slide's longer side may be 56 times the shorter one, not more."));
    // Opened first, so that what stands in the way is told before the work is done.
    auto opened = data::AtomicFile::create(path, options.overwrite);
    if (!opened)
        return opened.error();
    data::AtomicFile file = std::move(opened).value();

    PresentationFrame frame;
    frame.size = *size;
    frame.colors = ThemeColors(options.theme);
    frame.font = "Inter";
    frame.language = options.language;
    frame.title = options.title;
    frame.subject = options.subject;
    frame.rights = options.rights;
    frame.date = options.date;
    std::vector<std::string> drawn;
    PptxMedia media;
    const double share = (1 - kPacking) / static_cast<double>(slides.size());
    for (const Slide& slide : slides) {
        const scene::DisplayList& list = slide.list;
        SlideContext context;
        context.colors = frame.colors;
        context.fonts = list.fonts.get();
        context.catalog = list.maps.empty() ? nullptr : &list.maps.front().geometry->catalog();
        context.ground = list.background;
        context.size = frame.size;
        context.placement = placementOn(frame.size, list.width, list.height);
        context.language = options.language;
        context.mapText = slide.mapText;
        context.regionTexts = slide.regionTexts;
        if (list.fonts)
            frame.font = list.fonts->family();
        SlideShapes shapes(std::move(context), media);
        VectorOptions vectors;
        vectors.pixelRatio = options.pixelRatio;
        vectors.step = 0; // the shapes have a grid of their own
        vectors.bleed = 0;
        vectors.language = options.language;
        const double before = share * static_cast<double>(drawn.size());
        if (!playVectors(list, vectors, shapes,
                         [&](double done) { return !progress || progress(before + share * done); }))
            return cancelled(path);
        shapes.addHiddenTitle(slide.title);
        PresentationFrame::SlideEntry entry{shapes.titled(), !slide.notes.empty(), {}};
        for (const std::size_t number : shapes.pictures())
            entry.pictures.push_back(media.name(number));
        frame.slides.push_back(std::move(entry));
        drawn.push_back(slideXml(list, frame.colors, shapes));
    }

    ZipPackage package;
    addFrame(package, frame);
    media.addTo(package);
    for (std::size_t i = 0; i < slides.size(); ++i) {
        package.add(fmt::format("ppt/slides/slide{}.xml", i + 1), std::move(drawn[i]));
        if (!slides[i].notes.empty())
            package.add(fmt::format("ppt/notesSlides/notesSlide{}.xml", i + 1),
                        notesXml(slides[i].notes, options.language));
    }
    const core::Result<std::vector<std::byte>> bytes = package.bytes();
    if (!bytes)
        return core::Outcome::failure(bytes.messages());
    if (progress && !progress(1))
        return cancelled(path);
    file.write(bytes.value());
    return file.commit();
}

} // namespace jejaring::publish
