// SPDX-License-Identifier: MIT
#include "core/image.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <cstddef>

namespace jejaring::core {

namespace {

// Old pixels [first, first + weights.size()) that make up one new one, and the share of each that lies within it.
struct Span {
    std::size_t first = 0;
    std::vector<float> weights;
};

std::vector<Span> spansOf(int from, int to) {
    std::vector<Span> spans(static_cast<std::size_t>(to));
    const double step = static_cast<double>(from) / to;
    for (std::size_t i = 0; i < spans.size(); ++i) {
        const double begin = static_cast<double>(i) * step;
        const double end = std::min(begin + step, static_cast<double>(from));
        const auto first = static_cast<std::size_t>(begin);
        const auto last = std::min(static_cast<std::size_t>(std::ceil(end)), static_cast<std::size_t>(from));
        spans[i].first = first;
        for (std::size_t at = first; at < last; ++at)
            spans[i].weights.push_back(static_cast<float>(std::min(end, static_cast<double>(at) + 1) -
                                                          std::max(begin, static_cast<double>(at))));
    }
    return spans;
}

} // namespace

Image scaledDown(const Image& image, int width, int height) {
    assert(width >= 1 && height >= 1 && width <= image.width && height <= image.height);
    const std::vector<Span> columns = spansOf(image.width, width);
    const std::vector<Span> rows = spansOf(image.height, height);
    Image made{width, height, {}};
    made.rgba.resize(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 4);
    std::uint8_t* out = made.rgba.data();
    const auto rowBytes = static_cast<std::size_t>(image.width) * 4;
    for (const Span& row : rows) {
        for (const Span& column : columns) {
            std::array<float, 4> sum{}; // colours weighted by alpha
            float area = 0;
            for (std::size_t y = 0; y < row.weights.size(); ++y) {
                const std::uint8_t* texel = image.rgba.data() + (row.first + y) * rowBytes + column.first * 4;
                for (const float across : column.weights) {
                    const float weight = across * row.weights[y];
                    const float alpha = weight * static_cast<float>(texel[3]);
                    for (std::size_t c = 0; c < 3; ++c)
                        sum[c] += alpha * static_cast<float>(texel[c]);
                    sum[3] += alpha;
                    area += weight;
                    texel += 4;
                }
            }
            for (std::size_t c = 0; c < 3; ++c)
                *out++ = static_cast<std::uint8_t>(sum[3] > 0 ? std::lround(sum[c] / sum[3]) : 0);
            *out++ = static_cast<std::uint8_t>(std::lround(sum[3] / area));
        }
    }
    return made;
}

ImageSize sizeWithin(ImageSize size, int side) {
    const int longer = std::max(size.width, size.height);
    if (longer <= side)
        return size;
    const auto scaled = [&](int length) {
        return std::max(1, static_cast<int>(std::lround(static_cast<double>(length) * side / longer)));
    };
    return {scaled(size.width), scaled(size.height)};
}

bool isOpaque(const Image& image) {
    for (std::size_t i = 3; i < image.rgba.size(); i += 4)
        if (image.rgba[i] != 255)
            return false;
    return true;
}

} // namespace jejaring::core
