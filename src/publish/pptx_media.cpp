// SPDX-License-Identifier: MIT
#include "publish/pptx_media.hpp"

#include "publish/image_bytes.hpp"

#include <algorithm>

namespace jejaring::publish {
namespace {

// FNV-1a.
std::uint64_t hashOf(std::string_view bytes) {
    std::uint64_t hash = 0xCBF29CE484222325U;
    for (const char byte : bytes)
        hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001B3U;
    return hash;
}

} // namespace

std::size_t PptxMedia::add(const scene::ImageSource& source) {
    const ImageBytes image = imageBytes(source);
    const Part part{hashOf(image.bytes), image.bytes.size(), image.mediaType == "image/jpeg" ? ".jpeg" : ".png"};
    const auto known = std::find(parts_.begin(), parts_.end(), part);
    if (known != parts_.end())
        return static_cast<std::size_t>(known - parts_.begin());
    parts_.push_back(part);
    package_.add("ppt/media/" + name(parts_.size() - 1), image.bytes);
    return parts_.size() - 1;
}

std::string PptxMedia::name(std::size_t number) const {
    return "image" + std::to_string(number + 1) + parts_[number].ending;
}

} // namespace jejaring::publish
