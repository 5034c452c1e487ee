// SPDX-License-Identifier: MIT
#include "scene/color_math.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace jejaring::scene {
namespace {

// D65 white of the 2° observer.
constexpr std::array<double, 3> kWhite{0.95047, 1.0, 1.08883};

double linear(std::uint8_t channel) {
    const double c = channel / 255.0;
    return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

std::uint8_t encoded(double c) {
    c = std::clamp(c, 0.0, 1.0);
    const double s = c <= 0.0031308 ? 12.92 * c : 1.055 * std::pow(c, 1 / 2.4) - 0.055;
    return static_cast<std::uint8_t>(std::lround(s * 255));
}

double labF(double t) {
    return t > 216.0 / 24389 ? std::cbrt(t) : (24389.0 / 27 * t + 16) / 116;
}

double labInverse(double f) {
    return f * f * f > 216.0 / 24389 ? f * f * f : (116 * f - 16) * 27 / 24389;
}

Color fromLab(const Lab& lab) {
    const double fy = (lab.l + 16) / 116;
    const double x = kWhite[0] * labInverse(fy + lab.a / 500);
    const double y = kWhite[1] * labInverse(fy);
    const double z = kWhite[2] * labInverse(fy - lab.b / 200);
    return {encoded(3.2404542 * x - 1.5371385 * y - 0.4985314 * z),
            encoded(-0.9692660 * x + 1.8760108 * y + 0.0415560 * z),
            encoded(0.0556434 * x - 0.2040259 * y + 1.0572252 * z), 255};
}

} // namespace

Lab toLab(Color color) {
    const double r = linear(color.r);
    const double g = linear(color.g);
    const double b = linear(color.b);
    const double fx = labF((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / kWhite[0]);
    const double fy = labF((0.2126729 * r + 0.7151522 * g + 0.0721750 * b) / kWhite[1]);
    const double fz = labF((0.0193339 * r + 0.1191920 * g + 0.9503041 * b) / kWhite[2]);
    return {116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)};
}

Color mixed(Color first, Color second, double share) {
    if (share <= 0)
        return first;
    if (share >= 1)
        return second;
    const Lab a = toLab(first);
    const Lab b = toLab(second);
    Color color = fromLab({a.l + (b.l - a.l) * share, a.a + (b.a - a.a) * share, a.b + (b.b - a.b) * share});
    color.a = static_cast<std::uint8_t>(std::lround(first.a + (second.a - first.a) * share));
    return color;
}

double luminance(Color color) {
    return 0.2126 * linear(color.r) + 0.7152 * linear(color.g) + 0.0722 * linear(color.b);
}

double contrast(Color first, Color second) {
    const double a = luminance(first);
    const double b = luminance(second);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

} // namespace jejaring::scene
