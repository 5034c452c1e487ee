// SPDX-License-Identifier: MIT
#include "text/text_clusters.hpp"

#include <hb.h>

#include <array>
#include <cmath>

namespace jejaring::text {
namespace {

template <class T, void (*destroy)(T*)> struct Destroy {
    void operator()(T* object) const { destroy(object); }
};
using FontHandle = std::unique_ptr<hb_font_t, Destroy<hb_font_t, hb_font_destroy>>;
using FaceHandle = std::unique_ptr<hb_face_t, Destroy<hb_face_t, hb_face_destroy>>;
using BlobHandle = std::unique_ptr<hb_blob_t, Destroy<hb_blob_t, hb_blob_destroy>>;
using BufferHandle = std::unique_ptr<hb_buffer_t, Destroy<hb_buffer_t, hb_buffer_destroy>>;

// Less than this, in em, is rounding.
constexpr double kLeastTracking = 0.002;

} // namespace

struct TextClusters::State {
    const FontSet& fonts;
    mutable std::array<FontHandle, kFontWeightCount> opened;

    [[nodiscard]] hb_font_t* font(FontWeight weight) const {
        FontHandle& handle = opened[static_cast<std::size_t>(weight)];
        if (!handle) {
            const BlobHandle blob(hb_blob_create_from_file(fonts.path(weight).c_str()));
            const FaceHandle face(hb_face_create(blob.get(), static_cast<unsigned>(fonts.faceIndex(weight))));
            handle.reset(hb_font_create(face.get()));
        }
        return handle.get();
    }
};

TextClusters::TextClusters(const FontSet& fonts) : state_(new State{fonts, {}}) {}
TextClusters::~TextClusters() = default;

RunText TextClusters::of(std::string_view utf8, FontWeight weight, float size, std::span<const Glyph> glyphs) const {
    const auto bytes = static_cast<int>(utf8.size());
    RunText whole{{{bytes, static_cast<int>(glyphs.size())}}, 0};
    hb_font_t* font = state_->font(weight);
    const BufferHandle buffer(hb_buffer_create());
    hb_buffer_add_utf8(buffer.get(), utf8.data(), bytes, 0, -1);
    hb_buffer_guess_segment_properties(buffer.get());
    hb_shape(font, buffer.get(), nullptr, 0);
    unsigned count = 0;
    const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer.get(), &count);
    const hb_glyph_position_t* places = hb_buffer_get_glyph_positions(buffer.get(), nullptr);
    if (count == 0 || count != glyphs.size() || HB_DIRECTION_IS_BACKWARD(hb_buffer_get_direction(buffer.get())))
        return whole;
    RunText text;
    double advance = 0;
    const double scale = static_cast<double>(size) / hb_face_get_upem(hb_font_get_face(font));
    for (unsigned i = 0; i < count; ++i) {
        if (infos[i].codepoint != glyphs[i].index)
            return whole;
        if (i == 0 || infos[i].cluster != infos[i - 1].cluster) {
            if (i > 0)
                text.clusters.back().bytes = static_cast<int>(infos[i].cluster - infos[i - 1].cluster);
            text.clusters.push_back({});
        }
        ++text.clusters.back().glyphs;
        text.clusters.back().bytes = bytes - static_cast<int>(infos[i].cluster);
        if (i + 1 == count && text.clusters.size() > 1) {
            const double untracked = (advance + places[i].x_offset) * scale;
            const double tracking =
                (static_cast<double>(glyphs[i].x) - untracked) / static_cast<double>(text.clusters.size() - 1);
            text.tracking = std::abs(tracking) < kLeastTracking * static_cast<double>(size) ? 0 : tracking;
        }
        advance += places[i].x_advance;
    }
    return text;
}

} // namespace jejaring::text
