// SPDX-License-Identifier: MIT
#include "scene/page.hpp"

#include "text/language.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace jejaring::scene {
namespace {

constexpr double kInch = 25.4; // mm

std::optional<double> millimetres(std::string_view text) {
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return value;
}

} // namespace

double Page::unitsPerMm() const {
    return std::sqrt(kPageArea / (widthMm * heightMm));
}

std::span<const PageFormat> pageFormats() {
    static const std::array<PageFormat, 6> kFormats{
        PageFormat{"16:9", JEJARING_TR("Slide 16:9"), {40.0 / 3 * kInch, 7.5 * kInch}},
        PageFormat{"4:3", JEJARING_TR("Slide 4:3"), {10 * kInch, 7.5 * kInch}},
        PageFormat{"a4", JEJARING_TR("A4 landscape"), {297, 210}},
        PageFormat{"a4-portrait", JEJARING_TR("A4 portrait"), {210, 297}},
        PageFormat{"a3", JEJARING_TR("A3 landscape"), {420, 297}},
        PageFormat{"a3-portrait", JEJARING_TR("A3 portrait"), {297, 420}},
    };
    return kFormats;
}

std::optional<Page> parsePage(std::string_view text) {
    for (const PageFormat& format : pageFormats())
        if (text == format.id)
            return format.page;
    const std::size_t cross = text.find('x');
    if (cross == std::string_view::npos)
        return std::nullopt;
    const auto width = millimetres(text.substr(0, cross));
    const auto height = millimetres(text.substr(cross + 1));
    if (!width || !height)
        return std::nullopt;
    const auto [shorter, longer] = std::minmax(*width, *height);
    if (!(shorter >= kSmallestPage && longer <= kLargestPage && longer <= kLongestPage * shorter))
        return std::nullopt;
    return Page{*width, *height};
}

std::string pageId(const Page& page) {
    for (const PageFormat& format : pageFormats())
        if (page == format.page)
            return std::string(format.id);
    return fmt::format("{}x{}", page.widthMm, page.heightMm);
}

} // namespace jejaring::scene
