// SPDX-License-Identifier: MIT
#include "publish/pdf_target.hpp"

#include "publish/plain_text.hpp"
#include "publish/vector_shadow.hpp"
#include "scene/image_placement.hpp"

#include <cairo-ft.h>
#include <ft2build.h>
#include FT_FREETYPE_H

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstring>
#include <numbers>
#include <vector>

namespace jejaring::publish {
namespace {

using std::numbers::pi;

// Letters this far apart, in em, are taken for words of their own by those who read a PDF's text.
constexpr double kApart = 0.04;

double channel(std::uint8_t value) {
    return value / 255.0;
}

// One library for all faces of a font, held by cairo through the face.
struct OpenFace {
    FT_Library library = nullptr;
    FT_Face face = nullptr;
    OpenFace() = default;
    ~OpenFace() {
        if (face != nullptr)
            FT_Done_Face(face);
        if (library != nullptr)
            FT_Done_FreeType(library);
    }
    OpenFace(const OpenFace&) = delete;
    OpenFace& operator=(const OpenFace&) = delete;
};
const cairo_user_data_key_t kOpenFace{};

// A pattern that repeats, drawn as lines and discs.
CairoPattern patternOf(const VectorFill& fill) {
    const bool hatch = fill.pattern == scene::FillPattern::hatch;
    const double side = hatch ? kPatternPeriod * std::numbers::sqrt2 : kPatternPeriod;
    const cairo_rectangle_t tile{0, 0, side, side};
    const CairoSurface surface(cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, &tile));
    const CairoContext context(cairo_create(surface.get()));
    cairo_set_source_rgba(context.get(), channel(fill.patternColor.r), channel(fill.patternColor.g),
                          channel(fill.patternColor.b), channel(fill.patternColor.a));
    if (hatch) {
        cairo_set_line_width(context.get(), kHatchWidth);
        for (const double at : {0.5, 1.5}) { // x + y, in sides
            cairo_move_to(context.get(), at * side + 2, -2);
            cairo_line_to(context.get(), -2, at * side + 2);
        }
        cairo_stroke(context.get());
    } else {
        for (const auto& [x, y] : {std::pair{0.0, 0.0}, {1.0, 0.0}, {0.0, 1.0}, {1.0, 1.0}, {0.5, 0.5}}) {
            cairo_new_sub_path(context.get());
            cairo_arc(context.get(), x * side, y * side, kDotRadius, 0, 2 * pi);
        }
        cairo_fill(context.get());
    }
    CairoPattern pattern(cairo_pattern_create_for_surface(surface.get()));
    cairo_pattern_set_extend(pattern.get(), CAIRO_EXTEND_REPEAT);
    cairo_matrix_t matrix;
    cairo_matrix_init_translate(&matrix, -fill.patternOrigin.x, -fill.patternOrigin.y);
    cairo_pattern_set_matrix(pattern.get(), &matrix);
    return pattern;
}

// The picture's pixels as cairo has them; a JPEG keeps its own bytes in the file.
CairoSurface surfaceOf(const scene::ImageSource& source) {
    const core::Image& pixels = *source.pixels;
    CairoSurface surface(cairo_image_surface_create(core::isOpaque(pixels) ? CAIRO_FORMAT_RGB24 : CAIRO_FORMAT_ARGB32,
                                                    pixels.width, pixels.height));
    unsigned char* rows = cairo_image_surface_get_data(surface.get());
    if (rows == nullptr) // too large for cairo, which the surface's status says
        return surface;
    const int stride = cairo_image_surface_get_stride(surface.get());
    const auto premultiplied = [](std::uint32_t channelValue, std::uint32_t alpha) {
        return (channelValue * alpha + 127) / 255;
    };
    for (int y = 0; y < pixels.height; ++y)
        for (int x = 0; x < pixels.width; ++x) {
            const std::uint8_t* from =
                pixels.rgba.data() +
                (static_cast<std::size_t>(y) * static_cast<std::size_t>(pixels.width) + static_cast<std::size_t>(x)) *
                    4;
            const std::uint32_t alpha = from[3];
            const std::uint32_t to = alpha << 24U | premultiplied(from[0], alpha) << 16U |
                                     premultiplied(from[1], alpha) << 8U | premultiplied(from[2], alpha);
            std::memcpy(rows + static_cast<std::ptrdiff_t>(y) * stride + static_cast<std::ptrdiff_t>(x) * 4, &to, 4);
        }
    cairo_surface_mark_dirty(surface.get());
    if (source.file && source.mediaType == "image/jpeg") {
        auto file = std::make_unique<std::shared_ptr<const std::vector<std::byte>>>(source.file);
        const auto* bytes = reinterpret_cast<const unsigned char*>(source.file->data());
        if (cairo_surface_set_mime_data(
                surface.get(), CAIRO_MIME_TYPE_JPEG, bytes, source.file->size(),
                [](void* data) { delete static_cast<std::shared_ptr<const std::vector<std::byte>>*>(data); },
                file.get()) == CAIRO_STATUS_SUCCESS)
            static_cast<void>(file.release());
    }
    return surface;
}

} // namespace

cairo_font_face_t* CairoFonts::face(text::FaceId id) {
    CairoFont& known = faces_[id];
    if (known)
        return known.get();
    auto open = std::make_unique<OpenFace>();
    if (FT_Init_FreeType(&open->library) != 0 ||
        FT_New_Face(open->library, fonts_.path(id).c_str(), fonts_.faceIndex(id), &open->face) != 0) {
        unreadable_ = fonts_.path(id);
        return nullptr;
    }
    CairoFont made(cairo_ft_font_face_create_for_ft_face(open->face, FT_LOAD_NO_HINTING));
    // Cairo may keep a face longer than this object.
    if (cairo_font_face_set_user_data(made.get(), &kOpenFace, open.get(),
                                      [](void* data) { delete static_cast<OpenFace*>(data); }) != CAIRO_STATUS_SUCCESS)
        return nullptr;
    static_cast<void>(open.release());
    known = std::move(made);
    return known.get();
}

void CairoTarget::beginGroup(const VectorGroup& /*group*/) {}
void CairoTarget::endGroup() {}

void CairoTarget::addPath(const VectorPath& path, bool closed) {
    cairo_new_path(context_);
    for (const auto& line : path) {
        cairo_new_sub_path(context_);
        for (const geo::Point p : line)
            cairo_line_to(context_, p.x, p.y);
        if (closed)
            cairo_close_path(context_);
    }
}

void CairoTarget::addRounded(const scene::Rect& rect, double radius) {
    const double r = std::min({radius, rect.width / 2, rect.height / 2});
    cairo_new_path(context_);
    if (r <= 0) {
        cairo_rectangle(context_, rect.x, rect.y, rect.width, rect.height);
        return;
    }
    cairo_arc(context_, rect.right() - r, rect.y + r, r, -pi / 2, 0);
    cairo_arc(context_, rect.right() - r, rect.bottom() - r, r, 0, pi / 2);
    cairo_arc(context_, rect.x + r, rect.bottom() - r, r, pi / 2, pi);
    cairo_arc(context_, rect.x + r, rect.y + r, r, pi, 3 * pi / 2);
    cairo_close_path(context_);
}

void CairoTarget::setColor(const scene::Color& color) {
    cairo_set_source_rgba(context_, channel(color.r), channel(color.g), channel(color.b), channel(color.a));
}

void CairoTarget::fill(const VectorFill& fill) {
    cairo_set_fill_rule(context_, CAIRO_FILL_RULE_EVEN_ODD);
    if (fill.color.a > 0) {
        setColor(fill.color);
        cairo_fill_preserve(context_);
        if (fill.seam > 0) {
            cairo_set_dash(context_, nullptr, 0, 0);
            cairo_set_line_width(context_, fill.seam);
            cairo_set_line_join(context_, CAIRO_LINE_JOIN_ROUND);
            cairo_stroke_preserve(context_);
        }
    }
    if (fill.pattern != scene::FillPattern::plain && fill.patternColor.a > 0) {
        const CairoPattern pattern = patternOf(fill);
        cairo_set_source(context_, pattern.get());
        cairo_fill_preserve(context_);
    }
}

void CairoTarget::fillPath(const VectorPath& path, const VectorFill& paint) {
    addPath(path, true);
    fill(paint);
    cairo_new_path(context_);
}

void CairoTarget::strokePath(const VectorPath& path, const VectorStroke& stroke) {
    addPath(path, stroke.closed);
    setColor(stroke.color);
    cairo_set_line_width(context_, stroke.width);
    cairo_set_line_cap(context_, CAIRO_LINE_CAP_BUTT);
    cairo_set_line_join(context_, CAIRO_LINE_JOIN_ROUND);
    cairo_set_dash(context_, &stroke.dash, stroke.dash > 0 ? 1 : 0, stroke.dashStart);
    cairo_stroke(context_);
}

void CairoTarget::circle(const scene::Circle& item) {
    cairo_new_path(context_);
    cairo_arc(context_, item.centre.x, item.centre.y, static_cast<double>(item.radius), 0, 2 * pi);
    cairo_close_path(context_);
    fill({item.fill, item.pattern, item.stroke, item.centre, 0});
    if (item.strokeWidth > 0 && item.stroke.a > 0) {
        setColor(item.stroke);
        cairo_set_dash(context_, nullptr, 0, 0);
        cairo_set_line_width(context_, static_cast<double>(item.strokeWidth));
        cairo_stroke_preserve(context_);
    }
    cairo_new_path(context_);
}

void CairoTarget::roundedRect(const scene::RoundedRect& item) {
    for (const ShadowLayer& layer : shadowOf(item)) {
        addRounded(layer.rect, layer.radius);
        cairo_set_source_rgba(context_, 0, 0, 0, layer.alpha);
        cairo_fill(context_);
    }
    addRounded(item.rect, static_cast<double>(item.radius));
    const geo::Point centre{item.rect.x + item.rect.width / 2, item.rect.y + item.rect.height / 2};
    fill({item.fill, item.pattern, item.patternColor, centre, 0});
    if (item.strokeWidth > 0 && item.stroke.a > 0) {
        setColor(item.stroke);
        cairo_set_dash(context_, nullptr, 0, 0);
        cairo_set_line_width(context_, static_cast<double>(item.strokeWidth));
        cairo_stroke_preserve(context_);
    }
    cairo_new_path(context_);
}

void CairoTarget::text(const scene::GlyphRun& run) {
    if (fonts_ == nullptr)
        return;
    const text::RunText shaped = text::textOf(fonts_->set(), run.string, run.weight, run.size, run.glyphs);
    std::vector<cairo_glyph_t> glyphs;
    for (const text::Glyph& glyph : run.glyphs)
        glyphs.push_back({glyph.index, static_cast<double>(glyph.x), static_cast<double>(glyph.y)});
    const auto glyphsOf = [&](const text::TextPart& part) {
        return std::span<const cairo_glyph_t>(glyphs).subspan(part.firstGlyph, part.glyphs);
    };
    cairo_save(context_);
    cairo_translate(context_, run.origin.x, run.origin.y);
    if (run.angle != 0)
        cairo_rotate(context_, static_cast<double>(run.angle));
    cairo_set_font_size(context_, static_cast<double>(run.size));
    // All halos lie behind all letters.
    if (run.haloWidth > 0 && run.halo.a > 0)
        for (const text::TextPart& part : shaped.parts) {
            if (!useFace(part.face))
                continue;
            cairo_new_path(context_);
            cairo_glyph_path(context_, glyphsOf(part).data(), static_cast<int>(part.glyphs));
            setColor(run.halo);
            cairo_set_dash(context_, nullptr, 0, 0);
            cairo_set_line_width(context_, 2 * static_cast<double>(run.haloWidth));
            cairo_set_line_join(context_, CAIRO_LINE_JOIN_ROUND);
            cairo_stroke(context_);
        }
    setColor(run.color);
    const bool apart = shaped.tracking > kApart * static_cast<double>(run.size);
    for (const text::TextPart& part : shaped.parts)
        if (useFace(part.face))
            showPart(part, run.string, glyphsOf(part), apart);
    cairo_restore(context_);
}

bool CairoTarget::useFace(text::FaceId id) {
    cairo_font_face_t* face = fonts_->face(id);
    if (face != nullptr)
        cairo_set_font_face(context_, face);
    return face != nullptr;
}

void CairoTarget::showPart(const text::TextPart& part, std::string_view run, std::span<const cairo_glyph_t> glyphs,
                           bool apart) {
    const auto count = static_cast<int>(glyphs.size());
    const std::string_view string = run.substr(part.beginByte, part.endByte - part.beginByte);
    if (string.empty()) { // its letters are with another part
        cairo_show_glyphs(context_, glyphs.data(), count);
        return;
    }
    std::string plain = plainText(string);
    const auto bytes = static_cast<int>(plain.size());
    std::vector<cairo_text_cluster_t> clusters;
    if (apart || plain != string) {
        // Letters that stand apart would be read as so many words; as one cluster they come with their string.
        clusters = {{bytes, count}};
    } else {
        for (const text::TextCluster cluster : part.clusters)
            clusters.push_back({cluster.bytes, cluster.glyphs});
        // Those who read a PDF's text expect letters as they stand from left to right and turn Arabic words themselves;
        // letters that go to the left would each be a word.
        if (part.rightToLeft) {
            plain.clear();
            std::reverse(clusters.begin(), clusters.end());
            std::size_t end = string.size();
            for (const cairo_text_cluster_t& cluster : clusters) {
                const auto length = static_cast<std::size_t>(cluster.num_bytes);
                end -= length;
                plain += string.substr(end, length);
            }
        }
    }
    cairo_show_text_glyphs(context_, plain.data(), bytes, glyphs.data(), count, clusters.data(),
                           static_cast<int>(clusters.size()), cairo_text_cluster_flags_t{});
}

void CairoTarget::image(const scene::Image& item) {
    const scene::ImagePlacement placement = scene::placementOf(item);
    const scene::Rect& rect = placement.rect;
    const scene::Rect& part = placement.part;
    if (rect.width <= 0 || part.width <= 0 || part.height <= 0)
        return;
    const CairoSurface surface = surfaceOf(item.source);
    cairo_save(context_);
    addRounded(rect, static_cast<double>(item.radius));
    cairo_clip(context_);
    const core::Image& pixels = *item.source.pixels;
    cairo_translate(context_, rect.x, rect.y);
    cairo_scale(context_, rect.width / (part.width * pixels.width), rect.height / (part.height * pixels.height));
    cairo_set_source_surface(context_, surface.get(), -part.x * pixels.width, -part.y * pixels.height);
    cairo_pattern_set_extend(cairo_get_source(context_), CAIRO_EXTEND_PAD);
    cairo_paint(context_);
    cairo_restore(context_);
}

void CairoTarget::pushClip(const scene::Rect& rect) {
    cairo_save(context_);
    cairo_new_path(context_);
    cairo_rectangle(context_, rect.x, rect.y, rect.width, rect.height);
    cairo_clip(context_);
}

void CairoTarget::popClip() {
    cairo_restore(context_);
}

} // namespace jejaring::publish
