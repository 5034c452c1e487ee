// SPDX-License-Identifier: MIT
#include "publish/pdf_file.hpp"

#include "core/version.hpp"
#include "data/atomic_file.hpp"
#include "publish/pdf_target.hpp"
#include "publish/plain_text.hpp"

#include <cairo-pdf.h>
#include <fmt/format.h>

#include <array>

namespace jejaring::publish {
namespace {

constexpr double kPointsPerInch = 72;
// Of all the work, what playing the lists takes; cairo does the rest at the end.
constexpr double kPlayed = 0.7;

struct Sink {
    data::AtomicFile& file;
    bool open = true; // once cancelled, cairo's last words go nowhere
};

cairo_status_t writeBytes(void* closure, const unsigned char* bytes, unsigned count) {
    auto& sink = *static_cast<Sink*>(closure);
    if (sink.open)
        sink.file.write(std::span<const std::uint8_t>(bytes, count));
    return CAIRO_STATUS_SUCCESS; // AtomicFile keeps its failure for commit
}

void describe(cairo_surface_t* surface, const DocumentInfo& info) {
    const auto set = [&](cairo_pdf_metadata_t field, const std::string& value) {
        if (!value.empty())
            cairo_pdf_surface_set_metadata(surface, field, plainText(value).c_str());
    };
    set(CAIRO_PDF_METADATA_TITLE, info.text("Title"));
    set(CAIRO_PDF_METADATA_AUTHOR, "Jejaring");
    set(CAIRO_PDF_METADATA_CREATOR, fmt::format("Jejaring {}", core::version()));
    set(CAIRO_PDF_METADATA_SUBJECT, info.text("Description"));
    // What has no field of its own stands among the keywords, one after the other.
    std::string keywords;
    for (const auto& [keyword, text] : info.texts)
        if (keyword != "Title" && keyword != "Description" && keyword != "Software")
            keywords += fmt::format("{}{}: {}", keywords.empty() ? "" : "; ", keyword, text);
    set(CAIRO_PDF_METADATA_KEYWORDS, keywords);
    set(CAIRO_PDF_METADATA_CREATE_DATE, info.timestamp());
    set(CAIRO_PDF_METADATA_MOD_DATE, info.timestamp());
}

void fillGround(cairo_t* context, const scene::DisplayList& page) {
    if (page.background.a == 0)
        return;
    cairo_set_source_rgba(context, page.background.r / 255.0, page.background.g / 255.0, page.background.b / 255.0,
                          page.background.a / 255.0);
    cairo_paint(context); // all of the page, whose sides cairo's grid may miss by a little
}

core::Message cancelled(const std::string& path) {
    return core::error(core::ErrorCode::cancelled, JEJARING_TR("Cancelled; {0} was not written."), {path});
}

} // namespace

core::Outcome writePdf(std::span<const scene::DisplayList> pages, const std::string& path, const PdfOptions& options,
                       const std::function<bool(double)>& progress) {
    if (pages.empty())
        return core::error(core::ErrorCode::invalidArgument, JEJARING_TR("There is no page to write to {0}."), {path});
    auto opened = data::AtomicFile::create(path, options.overwrite);
    if (!opened)
        return opened.error();
    data::AtomicFile file = std::move(opened).value();
    Sink sink{file, true};
    const double pointsPerUnit = kPointsPerInch / options.unitsPerInch;
    const auto size = [&](const scene::DisplayList& page) {
        return std::array{page.width * pointsPerUnit, page.height * pointsPerUnit};
    };
    const CairoSurface surface(
        cairo_pdf_surface_create_for_stream(&writeBytes, &sink, size(pages[0])[0], size(pages[0])[1]));
    describe(surface.get(), options.info);
    std::unique_ptr<CairoFonts> fonts;
    const text::FontSet* ofFonts = nullptr;
    for (std::size_t i = 0; i < pages.size(); ++i) {
        const scene::DisplayList& page = pages[i];
        cairo_pdf_surface_set_size(surface.get(), size(page)[0], size(page)[1]);
        const CairoContext context(cairo_create(surface.get()));
        cairo_scale(context.get(), pointsPerUnit, pointsPerUnit);
        cairo_set_tolerance(context.get(), 0.01);
        fillGround(context.get(), page);
        if (page.fonts.get() != ofFonts) {
            ofFonts = page.fonts.get();
            fonts = ofFonts != nullptr ? std::make_unique<CairoFonts>(*ofFonts) : nullptr;
        }
        CairoTarget target(context.get(), fonts.get());
        const auto report = [&](double done) {
            return !progress || progress((static_cast<double>(i) + done) / static_cast<double>(pages.size()) * kPlayed);
        };
        const bool whole = playVectors(page, options.vectors, target, report);
        if (!whole || file.failed()) {
            sink.open = whole;
            cairo_surface_finish(surface.get());
            return whole ? file.commit() : core::Outcome(cancelled(path));
        }
        if (fonts && !fonts->unreadable().empty()) {
            sink.open = false;
            cairo_surface_finish(surface.get());
            return core::error(core::ErrorCode::missingFont, JEJARING_TR("The font file {0} cannot be read."),
                               {fonts->unreadable()});
        }
        cairo_show_page(context.get());
        if (const cairo_status_t status = cairo_status(context.get()); status != CAIRO_STATUS_SUCCESS) {
            sink.open = false;
            cairo_surface_finish(surface.get());
            return core::error(core::ErrorCode::internal, JEJARING_TR("{0} could not be drawn: {1}"),
                               {path, cairo_status_to_string(status)});
        }
    }
    cairo_surface_finish(surface.get());
    if (const cairo_status_t status = cairo_surface_status(surface.get()); status != CAIRO_STATUS_SUCCESS)
        return core::error(core::ErrorCode::internal, JEJARING_TR("{0} could not be drawn: {1}"),
                           {path, cairo_status_to_string(status)});
    if (progress && !progress(1))
        return cancelled(path);
    return file.commit();
}

} // namespace jejaring::publish
