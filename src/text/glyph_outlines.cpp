// SPDX-License-Identifier: MIT
#include "text/glyph_outlines.hpp"

#include "text/font_face.hpp"

namespace jejaring::text {
namespace {

// Straight lines that a curve of a letter becomes; each is a small part of an em.
constexpr int kPieces = 4;

struct Pen {
    GlyphContours contours;
    double unitsPerEm = 1000;

    void add(double x, double y) { contours.back().push_back({x / unitsPerEm, -y / unitsPerEm}); }
};

Pen& penOf(void* data) {
    return *static_cast<Pen*>(data);
}

void moveTo(hb_draw_funcs_t*, void* data, hb_draw_state_t*, float x, float y, void*) {
    penOf(data).contours.emplace_back();
    penOf(data).add(static_cast<double>(x), static_cast<double>(y));
}

void lineTo(hb_draw_funcs_t*, void* data, hb_draw_state_t*, float x, float y, void*) {
    penOf(data).add(static_cast<double>(x), static_cast<double>(y));
}

void cubicTo(hb_draw_funcs_t*, void* data, hb_draw_state_t* state, float x1, float y1, float x2, float y2, float x,
             float y, void*) {
    for (int i = 1; i <= kPieces; ++i) {
        const double t = static_cast<double>(i) / kPieces;
        const double s = 1 - t;
        const auto at = [&](float a, float b, float c, float d) {
            return s * s * s * static_cast<double>(a) + 3 * s * s * t * static_cast<double>(b) +
                   3 * s * t * t * static_cast<double>(c) + t * t * t * static_cast<double>(d);
        };
        penOf(data).add(at(state->current_x, x1, x2, x), at(state->current_y, y1, y2, y));
    }
}

void quadraticTo(hb_draw_funcs_t*, void* data, hb_draw_state_t* state, float x1, float y1, float x, float y, void*) {
    for (int i = 1; i <= kPieces; ++i) {
        const double t = static_cast<double>(i) / kPieces;
        const double s = 1 - t;
        const auto at = [&](float a, float b, float c) {
            return s * s * static_cast<double>(a) + 2 * s * t * static_cast<double>(b) + t * t * static_cast<double>(c);
        };
        penOf(data).add(at(state->current_x, x1, x), at(state->current_y, y1, y));
    }
}

void closePath(hb_draw_funcs_t*, void* data, hb_draw_state_t*, void*) {
    std::vector<OutlinePoint>& contour = penOf(data).contours.back();
    if (contour.size() > 1 && contour.front().x == contour.back().x && contour.front().y == contour.back().y)
        contour.pop_back();
}

} // namespace

struct GlyphOutlines::Face {
    FontFace face;
    hb_draw_funcs_t* draw = hb_draw_funcs_create();
    std::unordered_map<std::uint32_t, GlyphContours> known;

    explicit Face(const FontFile& file) : face(openFace(file)) {
        hb_draw_funcs_set_move_to_func(draw, moveTo, nullptr, nullptr);
        hb_draw_funcs_set_line_to_func(draw, lineTo, nullptr, nullptr);
        hb_draw_funcs_set_quadratic_to_func(draw, quadraticTo, nullptr, nullptr);
        hb_draw_funcs_set_cubic_to_func(draw, cubicTo, nullptr, nullptr);
        hb_draw_funcs_set_close_path_func(draw, closePath, nullptr, nullptr);
    }
    ~Face() { hb_draw_funcs_destroy(draw); }
    Face(const Face&) = delete;
    Face& operator=(const Face&) = delete;
};

GlyphOutlines::GlyphOutlines(const FontSet& fonts) : fonts_(fonts) {}

GlyphOutlines::~GlyphOutlines() = default;

const GlyphContours& GlyphOutlines::of(FaceId id, std::uint32_t glyph) {
    std::unique_ptr<Face>& face = faces_[id];
    if (!face)
        face = std::make_unique<Face>(FontFile{fonts_.path(id), fonts_.faceIndex(id)});
    const auto [found, fresh] = face->known.try_emplace(glyph);
    if (fresh) {
        Pen pen;
        pen.unitsPerEm = static_cast<double>(face->face.unitsPerEm);
        hb_font_t* font = face->face.font.get();
#if HB_VERSION_ATLEAST(7, 0, 0)
        hb_font_draw_glyph(font, glyph, face->draw, &pen);
#else
        hb_font_get_glyph_shape(font, glyph, face->draw, &pen);
#endif
        found->second = std::move(pen.contours);
    }
    return found->second;
}

} // namespace jejaring::text
