// SPDX-License-Identifier: MIT
// Pages of pictures and documents: a size on paper or on a screen, and the layout units that it is drawn in.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace jejaring::scene {

// A page's size in millimetres. Layout units are chosen so that every page has the area of kPageArea of them: type of
// one size then takes the same share of each page, and a page differs from another in its shape alone.
struct Page {
    double widthMm = 40.0 / 3 * 25.4; // as slides of 16:9 are
    double heightMm = 7.5 * 25.4;

    [[nodiscard]] double unitsPerMm() const;
    [[nodiscard]] double width() const { return widthMm * unitsPerMm(); }   // layout units
    [[nodiscard]] double height() const { return heightMm * unitsPerMm(); } // layout units
    [[nodiscard]] bool landscape() const { return widthMm > heightMm; }
    friend bool operator==(const Page&, const Page&) = default;
};

inline constexpr double kPageArea = 1600.0 * 900.0; // square layout units
// Limits of a page's side, and of the ratio of its sides.
inline constexpr double kSmallestPage = 60; // mm
inline constexpr double kLargestPage = 2000;
inline constexpr double kLongestPage = 3;

struct PageFormat {
    std::string_view id;   // "16:9", "4:3", "a4", "a4-portrait", "a3", "a3-portrait"
    std::string_view name; // message id
    Page page;
};
[[nodiscard]] std::span<const PageFormat> pageFormats();

// By a format's id, or "210x297" in millimetres; nothing for other texts and for sizes beyond the limits.
[[nodiscard]] std::optional<Page> parsePage(std::string_view text);
// What parsePage understands.
[[nodiscard]] std::string pageId(const Page& page);

} // namespace jejaring::scene
