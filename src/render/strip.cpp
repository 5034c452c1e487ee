// SPDX-License-Identifier: MIT
#include "render/strip.hpp"

#include <algorithm>
#include <cmath>

namespace jejaring::render {

namespace {

struct Direction {
    float x = 0;
    float y = 0;
    float length = 0;
};

Direction direction(StripPoint from, StripPoint to) {
    const float x = to.x - from.x;
    const float y = to.y - from.y;
    const float length = std::hypot(x, y);
    return {x / length, y / length, length};
}

// Cosines of turns. Up to a right angle a mitre always does; up to 150° where the segments are long enough for it.
constexpr float kRightAngle = 0.0F;
constexpr float kSharpestMitre = -0.85F;

class StripWriter {
  public:
    explicit StripWriter(Strip& strip) : strip_(strip) {}

    // A pair of corners at `at`, left and right of it by `mitre`, moved along the line by `shift` (half widths).
    void pair(StripPoint at, StripPoint from, float mitreX, float mitreY, float shiftX, float shiftY, float along,
              bool joined) {
        const auto first = static_cast<std::uint32_t>(strip_.corners.size());
        strip_.corners.push_back({at, from, mitreX + shiftX, mitreY + shiftY, along});
        strip_.corners.push_back({at, from, shiftX - mitreX, shiftY - mitreY, along});
        if (joined)
            strip_.indices.insert(strip_.indices.end(), {first - 2, first - 1, first, first - 1, first + 1, first});
    }

  private:
    Strip& strip_;
};

} // namespace

void appendStrip(Strip& strip, std::span<const StripPoint> points, bool closed, float halfWidth) {
    thread_local std::vector<StripPoint> distinct;
    distinct.clear();
    for (const StripPoint p : points)
        if (distinct.empty() || !(distinct.back() == p))
            distinct.push_back(p);
    const std::size_t count = distinct.size();
    if (count < 2)
        return;
    closed = closed && distinct.front() == distinct.back() && count > 3;

    StripWriter writer(strip);
    Direction in = closed ? direction(distinct[count - 2], distinct[0]) : Direction{};
    Direction out = direction(distinct[0], distinct[1]);
    float along = 0;

    // The mitre between two directions: along the bisector, as long as keeps the strip's width.
    const auto mitre = [](const Direction& a, const Direction& b) {
        const float scale = 1.0F / (1.0F + a.x * b.x + a.y * b.y);
        return StripPoint{-(a.y + b.y) * scale, (a.x + b.x) * scale};
    };
    const auto sharp = [halfWidth](const Direction& a, const Direction& b) {
        const float cosine = a.x * b.x + a.y * b.y;
        if (cosine >= kRightAngle)
            return false;
        if (cosine < kSharpestMitre || halfWidth <= 0)
            return true;
        // On the inside a mitre reaches back by half the width times the tangent of half the turn.
        const float reach = halfWidth * std::sqrt((1 - cosine) / (1 + cosine));
        return reach > std::min(a.length, b.length);
    };

    if (closed && !sharp(in, out)) {
        const StripPoint m = mitre(in, out);
        writer.pair(distinct[0], distinct[0], m.x, m.y, 0, 0, 0, false);
    } else {
        writer.pair(distinct[0], distinct[0], -out.y, out.x, -out.x, -out.y, 0, false);
    }
    for (std::size_t i = 1; i < count; ++i) {
        in = out;
        const StripPoint at = distinct[i];
        const StripPoint from = distinct[i - 1];
        const bool last = i + 1 == count;
        if (!last)
            out = direction(at, distinct[i + 1]);
        else if (closed)
            out = direction(distinct[0], distinct[1]);
        const bool ends = last && !closed;
        if (!ends && !sharp(in, out)) {
            const StripPoint m = mitre(in, out);
            writer.pair(at, from, m.x, m.y, 0, 0, along, true);
        } else {
            writer.pair(at, from, -in.y, in.x, in.x, in.y, along, true);
            if (!last)
                writer.pair(at, at, -out.y, out.x, -out.x, -out.y, along, false);
        }
        along += in.length;
    }
}

} // namespace jejaring::render
