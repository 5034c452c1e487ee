// SPDX-License-Identifier: MIT
#include "publish/pptx_media.hpp"

#include "publish/image_bytes.hpp"

#include <algorithm>

namespace jejaring::publish {
std::size_t PptxMedia::add(const scene::ImageSource& source) {
    const auto known =
        std::find_if(parts_.begin(), parts_.end(), [&](const Part& part) { return part.key == source.pixels.get(); });
    if (known != parts_.end())
        return static_cast<std::size_t>(known - parts_.begin());
    ImageBytes image = imageBytes(source);
    parts_.push_back({source.pixels.get(), image.mediaType == "image/jpeg" ? ".jpeg" : ".png", std::move(image.bytes)});
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
