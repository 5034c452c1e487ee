// SPDX-License-Identifier: MIT
// A target that keeps what is played into it.
#pragma once

#include "publish/vector_target.hpp"

#include <cmath>
#include <string>
#include <vector>

namespace jejaring::test {

struct RecordingTarget final : publish::VectorTarget {
    struct Fill {
        publish::VectorGroup group; // the innermost one around it
        publish::VectorPath path;
        publish::VectorFill fill;
    };
    struct Stroke {
        publish::VectorGroup group;
        publish::VectorPath path;
        publish::VectorStroke stroke;
    };
    std::vector<publish::VectorGroup> groups; // all, in order
    std::vector<publish::VectorGroup> open;
    std::vector<Fill> fills;
    std::vector<Stroke> strokes;
    std::vector<scene::Circle> circles;
    std::vector<scene::RoundedRect> rects;
    std::vector<scene::GlyphRun> texts;
    std::vector<scene::Image> images;
    std::vector<scene::Rect> clips;
    std::string calls; // one letter each: ( ) for groups, [ ] for clips, f s c r t i
    int openClips = 0;

    void beginGroup(const publish::VectorGroup& group) override {
        groups.push_back(group);
        open.push_back(group);
        calls += '(';
    }
    void endGroup() override {
        open.pop_back();
        calls += ')';
    }
    void fillPath(const publish::VectorPath& path, const publish::VectorFill& fill) override {
        fills.push_back({innermost(), path, fill});
        calls += 'f';
    }
    void strokePath(const publish::VectorPath& path, const publish::VectorStroke& stroke) override {
        strokes.push_back({innermost(), path, stroke});
        calls += 's';
    }
    void circle(const scene::Circle& circle) override {
        circles.push_back(circle);
        calls += 'c';
    }
    void roundedRect(const scene::RoundedRect& rect) override {
        rects.push_back(rect);
        calls += 'r';
    }
    void text(const scene::GlyphRun& run) override {
        texts.push_back(run);
        calls += 't';
    }
    void image(const scene::Image& image) override {
        images.push_back(image);
        calls += 'i';
    }
    void pushClip(const scene::Rect& rect) override {
        clips.push_back(rect);
        ++openClips;
        calls += '[';
    }
    void popClip() override {
        --openClips;
        calls += ']';
    }

    [[nodiscard]] publish::VectorGroup innermost() const { return open.empty() ? publish::VectorGroup{} : open.back(); }
    [[nodiscard]] const Fill* fillOf(const std::string& id) const {
        for (const Fill& fill : fills)
            if (fill.group.id == id)
                return &fill;
        return nullptr;
    }
};

// By the shoelace formula, y down: positive where a ring runs anticlockwise as seen on the page.
inline double pageArea(const publish::VectorPath& path) {
    double twice = 0;
    for (const auto& ring : path)
        for (std::size_t i = 0; i < ring.size(); ++i) {
            const geo::Point a = ring[i];
            const geo::Point b = ring[(i + 1) % ring.size()];
            twice += b.x * a.y - a.x * b.y;
        }
    return twice / 2;
}

inline double lengthOf(const publish::VectorPath& path, bool closed = false) {
    double length = 0;
    for (const auto& line : path)
        for (std::size_t i = 0; i + (closed ? 0 : 1) < line.size(); ++i) {
            const geo::Point a = line[i];
            const geo::Point b = line[(i + 1) % line.size()];
            length += std::hypot(b.x - a.x, b.y - a.y);
        }
    return length;
}

} // namespace jejaring::test
