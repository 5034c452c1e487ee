// SPDX-License-Identifier: MIT
#include "text/glyph_outlines.hpp"

#include <hb.h>

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
    hb_font_t* font = nullptr;
    hb_draw_funcs_t* draw = hb_draw_funcs_create();
    unsigned unitsPerEm = 1000;

    Face(const std::string& path, int index) {
        hb_blob_t* blob = hb_blob_create_from_file(path.c_str());
        hb_face_t* face = hb_face_create(blob, static_cast<unsigned>(index));
        hb_blob_destroy(blob);
        unitsPerEm = hb_face_get_upem(face);
        font = hb_font_create(face);
        hb_face_destroy(face);
        hb_draw_funcs_set_move_to_func(draw, moveTo, nullptr, nullptr);
        hb_draw_funcs_set_line_to_func(draw, lineTo, nullptr, nullptr);
        hb_draw_funcs_set_quadratic_to_func(draw, quadraticTo, nullptr, nullptr);
        hb_draw_funcs_set_cubic_to_func(draw, cubicTo, nullptr, nullptr);
        hb_draw_funcs_set_close_path_func(draw, closePath, nullptr, nullptr);
    }
    ~Face() {
        hb_draw_funcs_destroy(draw);
        hb_font_destroy(font);
    }
    Face(const Face&) = delete;
    Face& operator=(const Face&) = delete;
};

GlyphOutlines::GlyphOutlines(const FontSet& fonts) {
    for (std::size_t i = 0; i < kFontWeightCount; ++i) {
        const auto weight = static_cast<FontWeight>(i);
        faces_[i] = std::make_unique<Face>(fonts.path(weight), fonts.faceIndex(weight));
    }
}

GlyphOutlines::~GlyphOutlines() = default;

const GlyphContours& GlyphOutlines::of(FontWeight weight, std::uint32_t glyph) {
    const auto face = static_cast<std::size_t>(weight);
    const auto [found, fresh] = known_[face].try_emplace(glyph);
    if (fresh) {
        Pen pen;
        pen.unitsPerEm = faces_[face]->unitsPerEm;
#if HB_VERSION_ATLEAST(7, 0, 0)
        hb_font_draw_glyph(faces_[face]->font, glyph, faces_[face]->draw, &pen);
#else
        hb_font_get_glyph_shape(faces_[face]->font, glyph, faces_[face]->draw, &pen);
#endif
        found->second = std::move(pen.contours);
    }
    return found->second;
}

} // namespace jejaring::text
