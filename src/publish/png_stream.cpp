// SPDX-License-Identifier: MIT
#include "publish/png_stream.hpp"

#include <png.h>

#include <cmath>
#include <stdexcept>

namespace jejaring::publish {

namespace {

// Only a mistake of ours ends here: the sink never fails (AtomicFile keeps its failure for commit), and libpng frees
// what it holds with the writer. Thrown through libpng, whose C code Debian builds with unwind tables.
[[noreturn]] void fail(png_structp /*png*/, png_const_charp message) {
    throw std::logic_error(message);
}

void ignoreWarning(png_structp /*png*/, png_const_charp /*message*/) {}

void writeBytes(png_structp png, png_bytep bytes, std::size_t count) {
    const auto& sink = *static_cast<const PngStream::Sink*>(png_get_io_ptr(png));
    sink({bytes, count});
}

void flush(png_structp /*png*/) {}

} // namespace

struct PngStream::Writer {
    explicit Writer(Sink to) : sink(std::move(to)) {
        png = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, &fail, &ignoreWarning);
        info = png_create_info_struct(png);
        png_set_write_fn(png, &sink, &writeBytes, &flush);
    }
    ~Writer() { png_destroy_write_struct(&png, &info); }
    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;

    Sink sink;
    png_structp png = nullptr;
    png_infop info = nullptr;
};

PngStream::PngStream(const PngHeader& header, Sink sink) : writer_(std::make_unique<Writer>(std::move(sink))) {
    png_structp png = writer_->png;
    png_infop info = writer_->info;
    png_set_IHDR(png, info, header.width, header.height, 8,
                 header.alpha ? PNG_COLOR_TYPE_RGB_ALPHA : PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE,
                 PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    png_set_sRGB(png, info, PNG_sRGB_INTENT_PERCEPTUAL);
    const auto density = static_cast<png_uint_32>(std::lround(header.pixelsPerMetre));
    png_set_pHYs(png, info, density, density, PNG_RESOLUTION_METER);
    // Large flat areas: the quickest level without filters is a seventh of the default's time and little larger.
    png_set_compression_level(png, 1);
    png_set_filter(png, PNG_FILTER_TYPE_BASE, PNG_FILTER_NONE);
    png_set_compression_buffer_size(png, 1U << 16U);

    std::vector<png_text> texts;
    for (const auto& [keyword, text] : header.texts) {
        png_text chunk{};
        chunk.compression = PNG_ITXT_COMPRESSION_NONE;
        // libpng's interface predates const; it copies both.
        chunk.key = const_cast<png_charp>(keyword.c_str()); // NOLINT(cppcoreguidelines-pro-type-const-cast)
        chunk.text = const_cast<png_charp>(text.c_str());   // NOLINT(cppcoreguidelines-pro-type-const-cast)
        chunk.itxt_length = text.size();
        texts.push_back(chunk);
    }
    if (!texts.empty())
        png_set_text(png, info, texts.data(), static_cast<int>(texts.size()));
    png_write_info(png, info);
    if (!header.alpha)
        png_set_filler(png, 0, PNG_FILLER_AFTER); // rows come as RGBA and leave as RGB
}

PngStream::~PngStream() = default;

void PngStream::addRows(const std::uint8_t* first, std::ptrdiff_t stride, std::size_t rows) {
    for (std::size_t row = 0; row < rows; ++row)
        png_write_row(writer_->png, first + static_cast<std::ptrdiff_t>(row) * stride);
}

void PngStream::finish() {
    png_write_end(writer_->png, nullptr);
}

} // namespace jejaring::publish
