// SPDX-License-Identifier: MIT
// Draws with cairo. Used inside src/publish only.
#pragma once

#include "publish/vector_target.hpp"
#include "text/text_clusters.hpp"

#include <cairo.h>

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>

namespace jejaring::publish {

template <class T, void (*destroy)(T*)> struct CairoDestroy {
    void operator()(T* object) const { destroy(object); }
};
using CairoContext = std::unique_ptr<cairo_t, CairoDestroy<cairo_t, cairo_destroy>>;
using CairoSurface = std::unique_ptr<cairo_surface_t, CairoDestroy<cairo_surface_t, cairo_surface_destroy>>;
using CairoFont = std::unique_ptr<cairo_font_face_t, CairoDestroy<cairo_font_face_t, cairo_font_face_destroy>>;
using CairoPattern = std::unique_ptr<cairo_pattern_t, CairoDestroy<cairo_pattern_t, cairo_pattern_destroy>>;

// The faces of a font set for cairo; each keeps its file open as long as cairo needs it.
class CairoFonts {
  public:
    explicit CairoFonts(const text::FontSet& fonts) : fonts_(fonts) {}
    // Null where the file cannot be read.
    [[nodiscard]] cairo_font_face_t* face(text::FaceId id);
    [[nodiscard]] const text::FontSet& set() const { return fonts_; }
    // The first file that could not be read; empty where all could.
    [[nodiscard]] const std::string& unreadable() const { return unreadable_; }

  private:
    const text::FontSet& fonts_;
    std::unordered_map<text::FaceId, CairoFont> faces_;
    std::string unreadable_;
};

// Draws into a context whose units are those of the layout.
class CairoTarget final : public VectorTarget {
  public:
    // `fonts` may be null where no text comes. Both must outlive this.
    CairoTarget(cairo_t* context, CairoFonts* fonts) : context_(context), fonts_(fonts) {}

    void beginGroup(const VectorGroup& group) override;
    void endGroup() override;
    void fillPath(const VectorPath& path, const VectorFill& fill) override;
    void strokePath(const VectorPath& path, const VectorStroke& stroke) override;
    void circle(const scene::Circle& circle) override;
    void roundedRect(const scene::RoundedRect& rect) override;
    void text(const scene::GlyphRun& run) override;
    void image(const scene::Image& image) override;
    void pushClip(const scene::Rect& rect) override;
    void popClip() override;

  private:
    void addPath(const VectorPath& path, bool closed);
    void addRounded(const scene::Rect& rect, double radius);
    void setColor(const scene::Color& color);
    // False where its file cannot be read.
    [[nodiscard]] bool useFace(text::FaceId id);
    // Glyphs of one face, as the letters of the run that they are.
    void showPart(const text::TextPart& part, std::string_view run, std::span<const cairo_glyph_t> glyphs, bool apart);
    // Fills the current path, which stays.
    void fill(const VectorFill& fill);

    cairo_t* context_;
    CairoFonts* fonts_;
};

} // namespace jejaring::publish
