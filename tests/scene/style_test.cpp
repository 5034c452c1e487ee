// SPDX-License-Identifier: MIT
// The tokens can be told apart: by everyone, and without colour where it matters.
#include "scene/style.hpp"

#include "scene/color_math.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace jejaring::scene {
namespace {

using Matrix = std::array<std::array<double, 3>, 3>;

// Applied to linear sRGB. Protanopia and deuteranopia after Viénot, Brettel and Mollon 1999; tritanopia after Machado,
// Oliveira and Fernandes 2009 (severity 1), since the former has none.
constexpr Matrix kNormal{{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}};
constexpr Matrix kProtan{{{0.11238, 0.88762, 0}, {0.11238, 0.88762, 0}, {0.00401, -0.00401, 1}}};
constexpr Matrix kDeutan{{{0.29275, 0.70725, 0}, {0.29275, 0.70725, 0}, {-0.02234, 0.02234, 1}}};
constexpr Matrix kTritan{
    {{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}};

// The colour as that kind of sight has it, not rounded to 8 bits.
Lab seenBy(const Matrix& sight, Color color) {
    const auto linear = [](std::uint8_t channel) {
        const double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    const std::array<double, 3> in{linear(color.r), linear(color.g), linear(color.b)};
    std::array<double, 3> rgb{};
    for (std::size_t row = 0; row < 3; ++row) {
        for (std::size_t column = 0; column < 3; ++column)
            rgb[row] += sight[row][column] * in[column];
        rgb[row] = std::clamp(rgb[row], 0.0, 1.0);
    }
    const auto f = [](double t) { return t > 216.0 / 24389 ? std::cbrt(t) : (24389.0 / 27 * t + 16) / 116; };
    const double x = f((0.4124564 * rgb[0] + 0.3575761 * rgb[1] + 0.1804375 * rgb[2]) / 0.95047);
    const double y = f(0.2126729 * rgb[0] + 0.7151522 * rgb[1] + 0.0721750 * rgb[2]);
    const double z = f((0.0193339 * rgb[0] + 0.1191920 * rgb[1] + 0.9503041 * rgb[2]) / 1.08883);
    return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

double degrees(double radians) {
    return radians * 180 / std::numbers::pi;
}
double radians(double degreesIn) {
    return degreesIn * std::numbers::pi / 180;
}

// CIEDE2000 after Sharma, Wu and Dalal 2005.
double ciede2000(const Lab& one, const Lab& two) {
    const double meanC = (std::hypot(one.a, one.b) + std::hypot(two.a, two.b)) / 2;
    const double g = 0.5 * (1 - std::sqrt(std::pow(meanC, 7) / (std::pow(meanC, 7) + std::pow(25.0, 7))));
    const auto polar = [&](const Lab& lab) {
        const double a = (1 + g) * lab.a;
        const double c = std::hypot(a, lab.b);
        double h = c == 0 ? 0 : degrees(std::atan2(lab.b, a));
        return std::pair(c, h < 0 ? h + 360 : h);
    };
    const auto [c1, h1] = polar(one);
    const auto [c2, h2] = polar(two);
    double dh = h2 - h1;
    if (c1 * c2 == 0)
        dh = 0;
    else if (dh > 180)
        dh -= 360;
    else if (dh < -180)
        dh += 360;
    const double dL = two.l - one.l;
    const double dC = c2 - c1;
    const double dH = 2 * std::sqrt(c1 * c2) * std::sin(radians(dh / 2));
    double meanH = h1 + h2;
    if (c1 * c2 != 0) {
        if (std::abs(h1 - h2) <= 180)
            meanH /= 2;
        else
            meanH = meanH < 360 ? (meanH + 360) / 2 : (meanH - 360) / 2;
    }
    const double meanL = (one.l + two.l) / 2;
    const double meanCp = (c1 + c2) / 2;
    const double t = 1 - 0.17 * std::cos(radians(meanH - 30)) + 0.24 * std::cos(radians(2 * meanH)) +
                     0.32 * std::cos(radians(3 * meanH + 6)) - 0.20 * std::cos(radians(4 * meanH - 63));
    const double rotation = 30 * std::exp(-std::pow((meanH - 275) / 25, 2));
    const double rc = 2 * std::sqrt(std::pow(meanCp, 7) / (std::pow(meanCp, 7) + std::pow(25.0, 7)));
    const double sl = 1 + 0.015 * std::pow(meanL - 50, 2) / std::sqrt(20 + std::pow(meanL - 50, 2));
    const double sc = 1 + 0.045 * meanCp;
    const double sh = 1 + 0.015 * meanCp * t;
    const double rt = -std::sin(radians(2 * rotation)) * rc;
    return std::sqrt(std::pow(dL / sl, 2) + std::pow(dC / sc, 2) + std::pow(dH / sh, 2) + rt * dC / sc * dH / sh);
}

TEST(Ciede2000, AgreesWithPublishedPairs) { // Sharma, Wu and Dalal 2005, table 1, pairs 1, 7 and 17
    EXPECT_NEAR(ciede2000({50, 2.6772, -79.7751}, {50, 0, -82.7485}), 2.0425, 1e-4);
    EXPECT_NEAR(ciede2000({50, 0, 0}, {50, -1, 2}), 2.3669, 1e-4);
    EXPECT_NEAR(ciede2000({50, 2.5, 0}, {73, 25, -18}), 27.1492, 1e-4);
}

TEST(ColorMath, LabIsTheSameAsHere) {
    const Lab here = seenBy(kNormal, rgb(0xce530b));
    EXPECT_NEAR(ciede2000(toLab(rgb(0xce530b)), here), 0, 1e-9);
    EXPECT_EQ(mixed(rgb(0x102030), rgb(0xf0e0d0), 0), rgb(0x102030));
    EXPECT_NEAR(contrast(rgb(0x000000), rgb(0xffffff)), 21, 1e-9);
}

class Tokens : public testing::TestWithParam<std::tuple<Theme, Matrix>> {};

TEST_P(Tokens, ClassesDifferFromTheirNeighboursAndFromNoRecord) {
    const auto& [theme, sight] = GetParam();
    const Style& style = styleOf(theme);
    const auto difference = [&, s = sight](Color a, Color b) { return ciede2000(seenBy(s, a), seenBy(s, b)); };
    for (std::size_t i = 0; i < style.ramp.size(); ++i) {
        if (i > 0) {
            EXPECT_GE(difference(style.ramp[i - 1], style.ramp[i]), 11.8) << "classes " << i - 1 << " and " << i;
        }
        EXPECT_GE(difference(style.ramp[i], style.noRecord), 11.1) << "class " << i;
    }
}

INSTANTIATE_TEST_SUITE_P(AllSights, Tokens,
                         testing::Combine(testing::Values(Theme::dark, Theme::light),
                                          testing::Values(kNormal, kProtan, kDeutan, kTritan)));

TEST(Style, TextReadsOnEveryGround) {
    for (const Theme theme : {Theme::dark, Theme::light}) {
        const Style& style = styleOf(theme);
        for (const Color ground : {style.sea, style.panel, style.raised, style.neighbours}) {
            EXPECT_GE(contrast(style.text, ground), 7.0);
            EXPECT_GE(contrast(style.muted, ground), 4.2);
            EXPECT_GE(contrast(style.accent, ground), 3.0);
        }
    }
}

TEST(Style, HigherIsBrighterOnDarkAndDeeperOnLight) {
    for (std::size_t i = 1; i < 5; ++i) {
        EXPECT_GT(luminance(styleOf(Theme::dark).ramp[i]), luminance(styleOf(Theme::dark).ramp[i - 1]));
        EXPECT_LT(luminance(styleOf(Theme::light).ramp[i]), luminance(styleOf(Theme::light).ramp[i - 1]));
    }
}

TEST(Ramp, FiveClassesAreTheRampItself) {
    for (const Theme theme : {Theme::dark, Theme::light}) {
        const auto colors = rampColors(theme, 5);
        for (std::size_t i = 0; i < 5; ++i)
            EXPECT_EQ(colors[i], styleOf(theme).ramp[i]);
    }
}

TEST(Ramp, AnyNumberOfClassesRunsFromEndToEndWithoutTurning) {
    for (const Theme theme : {Theme::dark, Theme::light})
        for (std::size_t classes = 2; classes <= 9; ++classes) {
            const auto colors = rampColors(theme, classes);
            EXPECT_EQ(colors[0], styleOf(theme).ramp.front());
            EXPECT_EQ(colors[classes - 1], styleOf(theme).ramp.back());
            const double sign = theme == Theme::dark ? 1 : -1;
            for (std::size_t i = 1; i < classes; ++i)
                EXPECT_GT(sign * (luminance(colors[i]) - luminance(colors[i - 1])), 0) << classes << " " << i;
        }
}

TEST(Theme, IdsAreReadBack) {
    EXPECT_EQ(parseTheme("dark"), Theme::dark);
    EXPECT_EQ(parseTheme("light"), Theme::light);
    EXPECT_EQ(parseTheme("grey"), std::nullopt);
}

} // namespace
} // namespace jejaring::scene
