// SPDX-License-Identifier: MIT
#include "publish/pdf_file.hpp"

#include "core/version.hpp"
#include "data/atomic_file.hpp"
#include "publish/pdf_target.hpp"
#include "publish/plain_text.hpp"

#include <cairo-pdf.h>
#include <fmt/format.h>

#include <utility>
#include <vector>

namespace jejaring::publish {
namespace {

constexpr double kPointsPerInch = 72;
// Of a page's work, what playing its list takes; cairo does the rest.
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

class PdfWriter {
  public:
    PdfWriter(data::AtomicFile file, std::string path, const PdfOptions& options)
        : file_(std::move(file)), path_(std::move(path)), options_(options), sink_{file_, true},
          surface_(cairo_pdf_surface_create_for_stream(&writeBytes, &sink_, 1, 1)) {
        describe(surface_.get(), options.info);
    }
    // Whatever is not kept goes nowhere.
    ~PdfWriter() { drop(); }
    PdfWriter(const PdfWriter&) = delete;
    PdfWriter& operator=(const PdfWriter&) = delete;

    core::Outcome add(const PdfPage& page, const std::function<bool(double)>& progress) {
        const scene::DisplayList& list = page.list;
        const double pointsPerUnit = kPointsPerInch / page.unitsPerInch.value_or(options_.unitsPerInch);
        cairo_pdf_surface_set_size(surface_.get(), list.width * pointsPerUnit, list.height * pointsPerUnit);
        const CairoContext context(cairo_create(surface_.get()));
        cairo_scale(context.get(), pointsPerUnit, pointsPerUnit);
        cairo_set_tolerance(context.get(), 0.01);
        fillGround(context.get(), list);
        if (list.fonts != fontSet_) {
            fontSet_ = list.fonts;
            fonts_ = fontSet_ ? std::make_unique<CairoFonts>(*fontSet_) : nullptr;
        }
        CairoTarget target(context.get(), fonts_.get());
        VectorOptions vectors = options_.vectors;
        vectors.pixelRatio = page.pixelRatio.value_or(vectors.pixelRatio);
        if (!playVectors(list, vectors, target, [&](double done) { return !progress || progress(done * kPlayed); }))
            return cancelled(path_);
        if (file_.failed())
            return file_.commit();
        if (fonts_ && !fonts_->unreadable().empty())
            return core::error(core::ErrorCode::missingFont, JEJARING_TR("The font file {0} cannot be read."),
                               {fonts_->unreadable()});
        ++number_;
        mark(page);
        cairo_show_page(context.get());
        return judged(cairo_status(context.get()));
    }

    core::Outcome finish(const std::function<bool(double)>& progress) {
        cairo_surface_finish(surface_.get());
        if (core::Outcome drawn = judged(cairo_surface_status(surface_.get())); !drawn)
            return drawn;
        if (progress && !progress(1))
            return cancelled(path_);
        return file_.commit();
    }

  private:
    // The outline and the label of the page that is about to be shown.
    void mark(const PdfPage& page) {
        const auto line = [this](int parent, const std::string& text) {
            return cairo_pdf_surface_add_outline(surface_.get(), parent, plainText(text).c_str(),
                                                 fmt::format("page={}", number_).c_str(), cairo_pdf_outline_flags_t{});
        };
        if (page.chapter != chapter_) {
            chapter_ = page.chapter;
            chapterLine_ = chapter_.empty() ? int{CAIRO_PDF_OUTLINE_ROOT} : line(CAIRO_PDF_OUTLINE_ROOT, chapter_);
        }
        if (!page.bookmark.empty())
            line(chapterLine_, page.bookmark);
        if (!page.label.empty())
            cairo_pdf_surface_set_page_label(surface_.get(), plainText(page.label).c_str());
    }
    [[nodiscard]] core::Outcome judged(cairo_status_t status) const {
        if (status == CAIRO_STATUS_SUCCESS)
            return core::Nothing{};
        return core::error(core::ErrorCode::internal, JEJARING_TR("{0} could not be drawn: {1}"),
                           {path_, cairo_status_to_string(status)});
    }
    void drop() {
        sink_.open = false;
        cairo_surface_finish(surface_.get());
    }

    data::AtomicFile file_;
    std::string path_;
    const PdfOptions& options_;
    Sink sink_;
    CairoSurface surface_;
    std::shared_ptr<const text::FontSet> fontSet_;
    std::unique_ptr<CairoFonts> fonts_;
    std::string chapter_;
    int chapterLine_ = CAIRO_PDF_OUTLINE_ROOT;
    int number_ = 0; // of the page, from 1
};

} // namespace

core::Outcome writePdf(const PageSource& source, const std::string& path, const PdfOptions& options,
                       const std::function<bool(double)>& progress) {
    if (source.count == 0)
        return core::error(core::ErrorCode::invalidArgument, JEJARING_TR("There is no page to write to {0}."), {path});
    auto opened = data::AtomicFile::create(path, options.overwrite);
    if (!opened)
        return opened.error();
    PdfWriter writer(std::move(opened).value(), path, options);
    std::vector<core::Message> warnings;
    for (std::size_t i = 0; i < source.count; ++i) {
        const core::Result<PdfPage> page = source.page(i);
        if (!page)
            return core::Outcome::failure(page.messages());
        warnings.insert(warnings.end(), page.messages().begin(), page.messages().end());
        const auto report = [&](double done) {
            return !progress || progress((static_cast<double>(i) + done) / static_cast<double>(source.count));
        };
        if (core::Outcome added = writer.add(page.value(), report); !added)
            return added;
    }
    core::Outcome outcome = writer.finish(progress);
    for (const core::Message& warning : warnings)
        outcome.add(warning);
    return outcome;
}

core::Outcome writePdf(std::span<const scene::DisplayList> pages, const std::string& path, const PdfOptions& options,
                       const std::function<bool(double)>& progress) {
    const auto page = [pages](std::size_t i) {
        PdfPage made;
        made.list = pages[i];
        return made;
    };
    return writePdf({pages.size(), page}, path, options, progress);
}

} // namespace jejaring::publish
