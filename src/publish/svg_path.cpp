// SPDX-License-Identifier: MIT
#include "publish/svg_path.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>

namespace jejaring::publish {
namespace {

// `value` over 10^decimals.
void appendDecimal(std::string& out, std::int64_t value, int decimals) {
    if (value < 0)
        out += '-';
    std::string digits = std::to_string(std::abs(value));
    const auto places = static_cast<std::size_t>(decimals);
    if (digits.size() <= places)
        digits.insert(0, places + 1 - digits.size(), '0');
    const std::size_t point = digits.size() - places;
    std::size_t end = digits.size();
    while (end > point && digits[end - 1] == '0')
        --end;
    const bool whole = end == point;
    if (whole || digits[0] != '0')
        out.append(digits, 0, point);
    if (!whole) {
        out += '.';
        out.append(digits, point, end - point);
    }
}

// A pair of numbers in hundredths, parted only where they would run together.
void appendPair(std::string& out, std::int64_t x, std::int64_t y, bool parted) {
    const auto add = [&](std::int64_t value) {
        const std::size_t before = out.size();
        appendDecimal(out, value, 2);
        if (parted && out[before] != '-')
            out.insert(before, 1, ' ');
        parted = true;
    };
    add(x);
    add(y);
}

std::int64_t hundredths(double value) {
    return std::llround(std::clamp(value, -1e9, 1e9) * 100);
}

} // namespace

std::string svgNumber(double value, int decimals) {
    constexpr std::array<double, 7> kPowers{1, 10, 100, 1e3, 1e4, 1e5, 1e6};
    std::string out;
    appendDecimal(out, std::llround(std::clamp(value, -1e9, 1e9) * kPowers[static_cast<std::size_t>(decimals)]),
                  decimals);
    return out;
}

std::string svgPath(const VectorPath& path, bool closed) {
    std::string out;
    for (const auto& line : path) {
        if (line.empty())
            continue;
        std::int64_t x = hundredths(line.front().x);
        std::int64_t y = hundredths(line.front().y);
        out += 'M';
        appendPair(out, x, y, false);
        bool parted = false; // a command stands before the first pair
        for (std::size_t i = 1; i < line.size(); ++i) {
            const std::int64_t nextX = hundredths(line[i].x);
            const std::int64_t nextY = hundredths(line[i].y);
            if (nextX == x && nextY == y)
                continue;
            if (!parted)
                out += 'l';
            appendPair(out, nextX - x, nextY - y, parted);
            parted = true;
            x = nextX;
            y = nextY;
        }
        if (closed)
            out += 'z';
    }
    return out;
}

} // namespace jejaring::publish
