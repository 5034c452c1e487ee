// SPDX-License-Identifier: MIT
#include "data/image_file.hpp"

#include "data/image_orientation.hpp"

#include <png.h>
#include <turbojpeg.h>

#include <algorithm>
#include <array>
#include <cstring>

namespace jejaring::data {

namespace {

using core::error;
using core::ErrorCode;

constexpr const char* kJpeg = "image/jpeg";
constexpr const char* kPng = "image/png";

struct Decoded {
    core::Image image; // as it lies in the file
    core::ImageSize fullSize;
    int orientation = 1;
    bool incomplete = false;
};

core::Message damaged(const std::string& name) {
    return error(ErrorCode::wrongFormat, JEJARING_TR("{0} is damaged and cannot be read as a picture"), {name});
}

core::Message tooManyPixels(const std::string& name, core::ImageSize size, const ImageLimits& limits) {
    return error(
        ErrorCode::wrongFormat, JEJARING_TR("{0} has {1} × {2} pixels; a picture may have up to {3} million"),
        {name, std::to_string(size.width), std::to_string(size.height), std::to_string(limits.pixels / 1'000'000)});
}

bool within(core::ImageSize size, const ImageLimits& limits) {
    return static_cast<std::int64_t>(size.width) * size.height <= limits.pixels;
}

std::size_t rgbaSize(core::ImageSize size) {
    return static_cast<std::size_t>(size.width) * static_cast<std::size_t>(size.height) * 4;
}

class JpegHandle {
  public:
    explicit JpegHandle(tjhandle handle) : handle_(handle) {}
    ~JpegHandle() { tjDestroy(handle_); }
    JpegHandle(const JpegHandle&) = delete;
    JpegHandle& operator=(const JpegHandle&) = delete;
    [[nodiscard]] tjhandle get() const { return handle_; }

  private:
    tjhandle handle_;
};

// The size nearest above what is enough, out of those that a JPEG decodes at without more work.
core::ImageSize decodedSize(core::ImageSize full, const ImageLimits& limits) {
    core::ImageSize best = full;
    if (limits.enough <= 0)
        return best;
    for (const int denominator : {2, 4, 8}) {
        const tjscalingfactor factor{1, denominator};
        const core::ImageSize size{TJSCALED(full.width, factor), TJSCALED(full.height, factor)};
        if (std::max(size.width, size.height) >= limits.enough)
            best = size;
    }
    return best;
}

// Photoshop's CMYK, the only one met in practice, is stored inverted: 255 is no ink.
void rgbaFromInvertedCmyk(std::vector<std::uint8_t>& pixels) {
    for (std::size_t i = 0; i + 3 < pixels.size(); i += 4) {
        const unsigned key = pixels[i + 3];
        for (std::size_t c = i; c < i + 3; ++c)
            pixels[c] = static_cast<std::uint8_t>((pixels[c] * key + 127U) / 255U);
        pixels[i + 3] = 255;
    }
}

core::Result<Decoded> decodeJpeg(std::span<const std::uint8_t> bytes, const std::string& name,
                                 const ImageLimits& limits) {
    const JpegHandle handle(tjInitDecompress());
    Decoded made;
    int subsampling = 0;
    int colors = 0;
    const auto length = static_cast<unsigned long>(bytes.size());
    if (handle.get() == nullptr || tjDecompressHeader3(handle.get(), bytes.data(), length, &made.fullSize.width,
                                                       &made.fullSize.height, &subsampling, &colors) != 0)
        return damaged(name);
    const core::ImageSize size = decodedSize(made.fullSize, limits);
    // A progressive file keeps all its coefficients in memory, however small it is decoded.
    constexpr std::int64_t kMostCoded = 256'000'000; // pixels
    if (!within(size, limits) || static_cast<std::int64_t>(made.fullSize.width) * made.fullSize.height > kMostCoded)
        return tooManyPixels(name, made.fullSize, limits);
    made.image = {size.width, size.height, std::vector<std::uint8_t>(rgbaSize(size))};
    const bool cmyk = colors == TJCS_CMYK || colors == TJCS_YCCK;
    // Scans are limited because a small file can hold thousands of them, each of the whole picture.
    if (tjDecompress2(handle.get(), bytes.data(), length, made.image.rgba.data(), size.width, 0, size.height,
                      cmyk ? TJPF_CMYK : TJPF_RGBA, TJFLAG_LIMITSCANS) != 0) {
        if (tjGetErrorCode(handle.get()) != TJERR_WARNING)
            return damaged(name);
        made.incomplete = true;
    }
    if (cmyk)
        rgbaFromInvertedCmyk(made.image.rgba);
    made.orientation = jpegOrientation(bytes);
    return made;
}

struct PngDamaged {};

// Thrown through libpng, whose C code Debian builds with unwind tables.
[[noreturn]] void failPng(png_structp /*png*/, png_const_charp /*message*/) {
    throw PngDamaged();
}
void ignoreWarning(png_structp /*png*/, png_const_charp /*message*/) {}

class PngReader {
  public:
    explicit PngReader(std::span<const std::uint8_t> bytes) : rest_(bytes) {
        png_ = png_create_read_struct(PNG_LIBPNG_VER_STRING, nullptr, &failPng, &ignoreWarning);
        info_ = png_create_info_struct(png_);
        png_set_read_fn(png_, this, &read);
        png_set_user_limits(png_, 1U << 20U, 1U << 20U);
        png_set_chunk_cache_max(png_, 64);
        png_set_chunk_malloc_max(png_, 8U << 20U);
    }
    ~PngReader() { png_destroy_read_struct(&png_, &info_, nullptr); }
    PngReader(const PngReader&) = delete;
    PngReader& operator=(const PngReader&) = delete;

    core::ImageSize readHeader() {
        png_read_info(png_, info_);
        return {static_cast<int>(png_get_image_width(png_, info_)),
                static_cast<int>(png_get_image_height(png_, info_))};
    }

    [[nodiscard]] int orientation() {
        png_bytep exif = nullptr;
        png_uint_32 count = 0;
        return png_get_eXIf_1(png_, info_, &count, &exif) != 0 ? exifOrientation({exif, count}) : 1;
    }

    void readPixels(core::Image& image) {
        png_set_expand(png_);
        png_set_scale_16(png_);
        png_set_gray_to_rgb(png_);
        png_set_add_alpha(png_, 255, PNG_FILLER_AFTER);
        png_set_interlace_handling(png_);
        png_read_update_info(png_, info_);
        const std::size_t rowBytes = static_cast<std::size_t>(image.width) * 4;
        if (png_get_rowbytes(png_, info_) != rowBytes)
            throw PngDamaged();
        std::vector<png_bytep> rows(static_cast<std::size_t>(image.height));
        for (std::size_t y = 0; y < rows.size(); ++y)
            rows[y] = image.rgba.data() + y * rowBytes;
        png_read_image(png_, rows.data());
    }

  private:
    static void read(png_structp png, png_bytep out, std::size_t count) {
        auto& rest = static_cast<PngReader*>(png_get_io_ptr(png))->rest_;
        if (count > rest.size())
            throw PngDamaged();
        std::memcpy(out, rest.data(), count);
        rest = rest.subspan(count);
    }

    std::span<const std::uint8_t> rest_;
    png_structp png_ = nullptr;
    png_infop info_ = nullptr;
};

core::Result<Decoded> decodePng(std::span<const std::uint8_t> bytes, const std::string& name,
                                const ImageLimits& limits) {
    try {
        PngReader reader(bytes);
        Decoded made;
        made.fullSize = reader.readHeader();
        if (!within(made.fullSize, limits))
            return tooManyPixels(name, made.fullSize, limits);
        made.image = {made.fullSize.width, made.fullSize.height, std::vector<std::uint8_t>(rgbaSize(made.fullSize))};
        made.orientation = reader.orientation();
        reader.readPixels(made.image);
        return made;
    } catch (const PngDamaged&) {
        return damaged(name);
    }
}

} // namespace

std::string mediaTypeOf(std::span<const std::byte> bytes) {
    constexpr std::array<std::uint8_t, 8> kPngBegin{0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    constexpr std::array<std::uint8_t, 3> kJpegBegin{0xff, 0xd8, 0xff};
    if (bytes.size() >= kPngBegin.size() && std::memcmp(bytes.data(), kPngBegin.data(), kPngBegin.size()) == 0)
        return kPng;
    if (bytes.size() >= kJpegBegin.size() && std::memcmp(bytes.data(), kJpegBegin.data(), kJpegBegin.size()) == 0)
        return kJpeg;
    return {};
}

core::Result<DecodedImage> decodeImage(std::span<const std::byte> bytes, const std::string& name,
                                       const ImageLimits& limits) {
    if (bytes.size() > limits.bytes)
        return error(ErrorCode::wrongFormat, JEJARING_TR("{0} is larger than {1} MiB"),
                     {name, std::to_string(limits.bytes >> 20U)});
    DecodedImage result;
    result.mediaType = mediaTypeOf(bytes);
    if (result.mediaType.empty())
        return error(ErrorCode::wrongFormat, JEJARING_TR("{0} is neither a JPEG nor a PNG picture"), {name});
    const std::span<const std::uint8_t> plain(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
    core::Result<Decoded> read =
        result.mediaType == kJpeg ? decodeJpeg(plain, name, limits) : decodePng(plain, name, limits);
    if (!read)
        return core::Result<DecodedImage>::failure(read.messages());
    Decoded& made = read.value();
    result.upright = made.orientation == 1;
    result.fullSize =
        made.orientation >= 5 ? core::ImageSize{made.fullSize.height, made.fullSize.width} : made.fullSize;
    result.image = std::make_shared<const core::Image>(turnedUpright(std::move(made.image), made.orientation));
    core::Result<DecodedImage> whole(std::move(result));
    if (made.incomplete)
        whole.add(core::warning(JEJARING_TR("{0} is damaged; part of the picture may be missing"), {name}));
    return whole;
}

core::Result<std::vector<std::byte>> encodeJpeg(const core::Image& image, int quality) {
    core::Image opaque = image;
    for (std::size_t i = 0; i + 3 < opaque.rgba.size(); i += 4) {
        const unsigned alpha = opaque.rgba[i + 3];
        for (std::size_t c = i; alpha != 255 && c < i + 3; ++c)
            opaque.rgba[c] = static_cast<std::uint8_t>((opaque.rgba[c] * alpha + 255U * (255U - alpha) + 127U) / 255U);
    }
    const JpegHandle handle(tjInitCompress());
    unsigned char* out = nullptr;
    unsigned long size = 0;
    const bool made =
        handle.get() != nullptr && tjCompress2(handle.get(), opaque.rgba.data(), opaque.width, 0, opaque.height,
                                               TJPF_RGBX, &out, &size, TJSAMP_444, quality, TJFLAG_ACCURATEDCT) == 0;
    std::vector<std::byte> bytes;
    if (made)
        bytes.assign(reinterpret_cast<std::byte*>(out), reinterpret_cast<std::byte*>(out) + size);
    tjFree(out);
    if (!made)
        return error(ErrorCode::internal, JEJARING_TR("The picture cannot be written as a JPEG"));
    return bytes;
}

} // namespace jejaring::data
