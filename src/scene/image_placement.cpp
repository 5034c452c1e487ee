// SPDX-License-Identifier: MIT
#include "scene/image_placement.hpp"

#include <algorithm>

namespace jejaring::scene {

ImagePlacement placementOf(const Image& item) {
    if (!item.source.pixels || item.source.pixels->width < 1 || item.source.pixels->height < 1 ||
        !(item.rect.width > 0) || !(item.rect.height > 0))
        return {};
    const double width = item.source.pixels->width;
    const double height = item.source.pixels->height;
    const double across = item.rect.width / width; // layout units a pixel
    const double down = item.rect.height / height;
    if (item.fit == ImageFit::whole) {
        const double scale = std::min(across, down);
        const Rect covered{item.rect.x + (item.rect.width - width * scale) / 2,
                           item.rect.y + (item.rect.height - height * scale) / 2, width * scale, height * scale};
        return {covered, {0, 0, 1, 1}};
    }
    const double scale = std::max(across, down);
    const double partWidth = across / scale;
    const double partHeight = down / scale;
    return {item.rect, {(1 - partWidth) / 2, (1 - partHeight) / 2, partWidth, partHeight}};
}

} // namespace jejaring::scene
