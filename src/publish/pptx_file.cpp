// SPDX-License-Identifier: MIT
#include "publish/pptx_file.hpp"

#include "data/atomic_file.hpp"
#include "publish/document_info.hpp"
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

core::Message tooLarge(const std::string& path) {
    return core::error(core::ErrorCode::invalidArgument,
                       JEJARING_TR("{0} would be larger than the 4 GB that the format holds."), {path});
}

core::Message cancelled(const std::string& path) {
    return core::error(core::ErrorCode::cancelled, JEJARING_TR("Cancelled; {0} was not written."), {path});
}

PresentationFrame frameOf(const SlideSource& source, const PptxOptions& options, const SlideSize& size,
                          const Slide& first) {
    PresentationFrame frame;
    frame.size = size;
    frame.colors = ThemeColors(options.theme);
    frame.font = first.list.fonts ? first.list.fonts->family() : "Inter";
    frame.language = options.language;
    frame.title = options.title;
    frame.subject = options.subject;
    frame.description = options.description;
    if (options.date) {
        DocumentInfo info;
        info.date = *options.date;
        frame.moment = info.timestamp();
    }
    for (std::size_t i = 0; i < source.count; ++i)
        frame.slides.push_back(!source.hasNotes || source.hasNotes(i));
    return frame;
}

// The slides of a presentation, each drawn and packed before the next is asked for.
class SlideWriter {
  public:
    SlideWriter(ZipStream& package, const PresentationFrame& frame, const PptxOptions& options)
        : package_(package), media_(package), frame_(frame), options_(options) {}

    // False where `progress` said so; it gets 0..1.
    bool write(const Slide& slide, std::size_t number, const std::function<bool(double)>& progress) {
        SlideShapes shapes(contextOf(slide), media_);
        VectorOptions vectors;
        vectors.pixelRatio = options_.pixelRatio;
        vectors.step = 0; // the shapes have a grid of their own
        vectors.bleed = 0;
        vectors.language = options_.language;
        if (!playVectors(slide.list, vectors, shapes, progress))
            return false;
        shapes.addHiddenTitle(slide.title);
        SlideRelations relations;
        relations.number = number;
        relations.titled = shapes.titled();
        relations.notes = frame_.slides[number - 1];
        for (const std::size_t picture : shapes.pictures())
            relations.pictures.push_back(media_.name(picture));
        addRelations(package_, relations);
        package_.add(fmt::format("ppt/slides/slide{}.xml", number), slideXml(slide.list, frame_.colors, shapes));
        if (relations.notes)
            package_.add(fmt::format("ppt/notesSlides/notesSlide{}.xml", number),
                         notesXml(slide.notes, options_.language));
        return true;
    }

  private:
    [[nodiscard]] SlideContext contextOf(const Slide& slide) const {
        const scene::DisplayList& list = slide.list;
        SlideContext context;
        context.colors = frame_.colors;
        context.fonts = list.fonts.get();
        context.catalog = list.maps.empty() ? nullptr : &list.maps.front().geometry->catalog();
        context.ground = list.background;
        context.size = frame_.size;
        context.placement = placementOn(frame_.size, list.width, list.height);
        context.language = options_.language;
        context.mapText = slide.mapText;
        context.regionTexts = slide.regionTexts;
        return context;
    }

    ZipStream& package_;
    PptxMedia media_;
    const PresentationFrame& frame_;
    const PptxOptions& options_;
};

} // namespace

core::Outcome writePptx(const SlideSource& source, const std::string& path, const PptxOptions& options,
                        const std::function<bool(double)>& progress) {
    const core::Message wrongShape =
        core::error(core::ErrorCode::invalidArgument,
                    JEJARING_TR("A slide's longer side may be 56 times the shorter one, not more."));
    if (source.count == 0)
        return wrongShape;
    // Opened first, so that what stands in the way is told before the work is done.
    auto opened = data::AtomicFile::create(path, options.overwrite);
    if (!opened)
        return opened.error();
    data::AtomicFile file = std::move(opened).value();
    ZipStream package([&file](std::span<const std::byte> bytes) { file.write(bytes); });

    std::vector<core::Message> warnings;
    std::optional<PresentationFrame> frame;
    std::optional<SlideWriter> writer;
    for (std::size_t i = 0; i < source.count; ++i) {
        const core::Result<Slide> slide = source.slide(i);
        if (!slide)
            return core::Outcome::failure(slide.messages());
        warnings.insert(warnings.end(), slide.messages().begin(), slide.messages().end());
        if (!frame) {
            const std::optional<SlideSize> size = slideSize(slide.value().list);
            if (!size)
                return wrongShape;
            frame = frameOf(source, options, *size, slide.value());
            addFrame(package, *frame);
            writer.emplace(package, *frame, options);
        }
        const bool whole = writer->write(slide.value(), i + 1, [&](double done) {
            return !progress || progress((static_cast<double>(i) + done) / static_cast<double>(source.count));
        });
        if (!whole)
            return cancelled(path);
        if (package.tooLarge())
            return tooLarge(path);
        if (file.failed())
            return file.commit();
    }
    if (!package.finish())
        return tooLarge(path);
    if (progress && !progress(1))
        return cancelled(path);
    core::Outcome outcome = file.commit();
    for (const core::Message& warning : warnings)
        outcome.add(warning);
    return outcome;
}

core::Outcome writePptx(std::span<const Slide> slides, const std::string& path, const PptxOptions& options,
                        const std::function<bool(double)>& progress) {
    return writePptx({slides.size(), [slides](std::size_t i) { return slides[i]; },
                      [slides](std::size_t i) { return !slides[i].notes.empty(); }},
                     path, options, progress);
}

} // namespace jejaring::publish
