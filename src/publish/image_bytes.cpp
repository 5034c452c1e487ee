// SPDX-License-Identifier: MIT
#include "publish/image_bytes.hpp"

#include "publish/png_stream.hpp"

namespace jejaring::publish {
namespace {

std::string pngOf(const core::Image& image) {
    std::string content;
    PngHeader header;
    header.width = static_cast<std::uint32_t>(image.width);
    header.height = static_cast<std::uint32_t>(image.height);
    header.alpha = !core::isOpaque(image);
    PngStream stream(header, [&content](std::span<const std::uint8_t> bytes) {
        content.append(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    });
    stream.addRows(image.rgba.data(), static_cast<std::ptrdiff_t>(image.width) * 4,
                   static_cast<std::size_t>(image.height));
    stream.finish();
    return content;
}

} // namespace

ImageBytes imageBytes(const scene::ImageSource& source) {
    if (source.file && (source.mediaType == "image/jpeg" || source.mediaType == "image/png"))
        return {source.mediaType, {reinterpret_cast<const char*>(source.file->data()), source.file->size()}};
    return {"image/png", pngOf(*source.pixels)};
}

} // namespace jejaring::publish
