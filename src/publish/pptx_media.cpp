// SPDX-License-Identifier: MIT
#include "publish/pptx_media.hpp"

#include "publish/png_stream.hpp"

#include <algorithm>

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

std::size_t PptxMedia::add(const scene::ImageSource& source) {
    const auto known =
        std::find_if(parts_.begin(), parts_.end(), [&](const Part& part) { return part.key == source.pixels.get(); });
    if (known != parts_.end())
        return static_cast<std::size_t>(known - parts_.begin());
    Part part{source.pixels.get(), ".png", {}};
    const bool jpeg = source.mediaType == "image/jpeg";
    if (source.file && (jpeg || source.mediaType == "image/png")) {
        part.ending = jpeg ? ".jpeg" : ".png";
        part.content.assign(reinterpret_cast<const char*>(source.file->data()), source.file->size());
    } else {
        part.content = pngOf(*source.pixels);
    }
    parts_.push_back(std::move(part));
    return parts_.size() - 1;
}

std::string PptxMedia::name(std::size_t number) const {
    return "image" + std::to_string(number + 1) + parts_[number].ending;
}

void PptxMedia::addTo(ZipPackage& package) const {
    for (std::size_t i = 0; i < parts_.size(); ++i)
        package.add("ppt/media/" + name(i), parts_[i].content);
}

} // namespace jejaring::publish
