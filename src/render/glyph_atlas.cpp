// SPDX-License-Identifier: MIT
#include "render/glyph_atlas.hpp"

#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_GLYPH_H
#include FT_OUTLINE_H
#include FT_STROKER_H

#include <algorithm>
#include <cmath>
#include <cstring>

namespace jejaring::render {

namespace {

constexpr int kWidth = 2048; // texels
constexpr int kFirstHeight = 256;
constexpr int kMaxHeight = 8192;
// Beyond this the next display list starts with an empty atlas.
constexpr int kFullHeight = 4096;
constexpr int kGap = 1; // texels between glyphs

} // namespace

std::size_t GlyphKeyHash::operator()(const GlyphKey& key) const {
    // Two words mixed by the finaliser of SplitMix64 (Steele, Lea, Flood 2014).
    const auto mix = [](std::uint64_t x) {
        x = (x ^ (x >> 30U)) * 0xbf58476d1ce4e5b9ULL;
        x = (x ^ (x >> 27U)) * 0x94d049bb133111ebULL;
        return x ^ (x >> 31U);
    };
    const std::uint64_t what = (static_cast<std::uint64_t>(key.index) << 32U) | key.size;
    const std::uint64_t how = (static_cast<std::uint64_t>(key.halo) << 48U) |
                              (static_cast<std::uint64_t>(static_cast<std::uint16_t>(key.angle)) << 32U) |
                              (static_cast<std::uint64_t>(key.shiftX) << 24U) |
                              (static_cast<std::uint64_t>(key.shiftY) << 16U) | static_cast<std::uint64_t>(key.face);
    return mix(what ^ mix(how));
}

struct GlyphAtlas::Rasterizer {
    FT_Library library = nullptr;
    FT_Stroker stroker = nullptr;
    struct Sized {
        FT_Face face = nullptr;
        std::uint32_t size = 0;
    };
    std::unordered_map<text::FaceId, Sized> faces;

    Rasterizer() {
        if (FT_Init_FreeType(&library) == 0)
            FT_Stroker_New(library, &stroker);
    }
    ~Rasterizer() {
        closeFaces();
        if (stroker != nullptr)
            FT_Stroker_Done(stroker);
        if (library != nullptr)
            FT_Done_FreeType(library);
    }
    Rasterizer(const Rasterizer&) = delete;
    Rasterizer& operator=(const Rasterizer&) = delete;

    void closeFaces() {
        for (const auto& [id, sized] : faces)
            if (sized.face != nullptr)
                FT_Done_Face(sized.face);
        faces.clear();
    }

    // The face at a size, or null.
    FT_Face face(const text::FontSet& fonts, text::FaceId id, std::uint32_t size) {
        if (library == nullptr)
            return nullptr;
        Sized& sized = faces[id];
        if (sized.face == nullptr &&
            FT_New_Face(library, fonts.path(id).c_str(), fonts.faceIndex(id), &sized.face) != 0) {
            sized.face = nullptr;
            return nullptr;
        }
        if (sized.size != size) {
            if (FT_Set_Char_Size(sized.face, 0, static_cast<FT_F26Dot6>(size), 72, 72) != 0)
                return nullptr;
            sized.size = size;
        }
        return sized.face;
    }
};

GlyphAtlas::GlyphAtlas() : rasterizer_(std::make_unique<Rasterizer>()) {}
GlyphAtlas::~GlyphAtlas() = default;

void GlyphAtlas::clear() {
    glyphs_.clear();
    std::fill(texels_.begin(), texels_.end(), std::uint8_t{0});
    shelfTop_ = shelfHeight_ = shelfX_ = 0;
    dirtyTop_ = 0;
    dirtyBottom_ = height_;
}

void GlyphAtlas::begin(const std::shared_ptr<const text::FontSet>& fonts) {
    if (fonts_ != fonts) {
        rasterizer_->closeFaces();
        fonts_ = fonts;
        clear();
    } else if (shelfTop_ > kFullHeight) {
        clear();
    }
}

const AtlasGlyph& GlyphAtlas::glyph(const GlyphKey& key) {
    const auto found = glyphs_.find(key);
    return found != glyphs_.end() ? found->second : glyphs_.emplace(key, rasterize(key)).first->second;
}

AtlasGlyph GlyphAtlas::rasterize(const GlyphKey& key) {
    AtlasGlyph made;
    if (!fonts_)
        return made;
    FT_Face face = rasterizer_->face(*fonts_, key.face, key.size);
    // Hints move outlines vertically only, onto the rows of pixels; turned text is left as designed.
    const FT_Int32 flags = FT_LOAD_NO_BITMAP | (key.angle == 0 ? FT_LOAD_TARGET_LIGHT : FT_LOAD_NO_HINTING);
    if (face == nullptr || FT_Load_Glyph(face, key.index, flags) != 0 || face->glyph->format != FT_GLYPH_FORMAT_OUTLINE)
        return made;
    if (key.angle != 0) {
        const double angle = -static_cast<double>(key.angle) / 10000.0; // FreeType's y points up
        const auto fixed = [](double v) { return static_cast<FT_Fixed>(std::lround(v * 65536.0)); };
        const FT_Matrix turn{fixed(std::cos(angle)), fixed(-std::sin(angle)), fixed(std::sin(angle)),
                             fixed(std::cos(angle))};
        FT_Outline_Transform(&face->glyph->outline, &turn);
    }
    FT_Outline_Translate(&face->glyph->outline, FT_Pos{key.shiftX} * 16, FT_Pos{key.shiftY} * -16);

    FT_Glyph glyph = nullptr;
    if (FT_Get_Glyph(face->glyph, &glyph) != 0)
        return made;
    if (key.halo > 0 && rasterizer_->stroker != nullptr) {
        FT_Stroker_Set(rasterizer_->stroker, key.halo, FT_STROKER_LINECAP_ROUND, FT_STROKER_LINEJOIN_ROUND, 0);
        FT_Glyph_StrokeBorder(&glyph, rasterizer_->stroker, 0, 1);
    }
    if (FT_Glyph_To_Bitmap(&glyph, FT_RENDER_MODE_NORMAL, nullptr, 1) != 0) {
        FT_Done_Glyph(glyph);
        return made;
    }
    const auto* bitmapGlyph = reinterpret_cast<FT_BitmapGlyph>(glyph);
    const FT_Bitmap& bitmap = bitmapGlyph->bitmap;
    const auto width = static_cast<int>(bitmap.width);
    const auto height = static_cast<int>(bitmap.rows);
    if (width > 0 && height > 0 && width + kGap <= kWidth) {
        if (shelfX_ + width + kGap > kWidth) {
            shelfTop_ += shelfHeight_;
            shelfX_ = 0;
            shelfHeight_ = 0;
        }
        const int bottom = shelfTop_ + height + kGap;
        if (bottom <= kMaxHeight) {
            if (bottom > height_) {
                height_ = std::max(kFirstHeight, height_);
                while (height_ < bottom)
                    height_ *= 2;
                texels_.resize(static_cast<std::size_t>(height_) * kWidth, 0);
            }
            made = {shelfX_, shelfTop_, width, height, bitmapGlyph->left, -bitmapGlyph->top};
            for (int row = 0; row < height; ++row)
                std::memcpy(
                    &texels_[static_cast<std::size_t>(shelfTop_ + row) * kWidth + static_cast<std::size_t>(shelfX_)],
                    bitmap.buffer + static_cast<std::ptrdiff_t>(row) * bitmap.pitch, bitmap.width);
            dirtyTop_ = dirtyBottom_ > dirtyTop_ ? std::min(dirtyTop_, shelfTop_) : shelfTop_;
            dirtyBottom_ = std::max(dirtyBottom_, bottom);
            shelfX_ += width + kGap;
            shelfHeight_ = std::max(shelfHeight_, height + kGap);
        }
    }
    FT_Done_Glyph(glyph);
    return made;
}

void GlyphAtlas::bind() {
    glActiveTexture(GL_TEXTURE0);
    glBindTexture(GL_TEXTURE_2D, texture_.name());
    if (height_ == 0)
        return;
    glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
    if (textureHeight_ != height_) {
        glTexImage2D(GL_TEXTURE_2D, 0, GL_R8, kWidth, height_, 0, GL_RED, GL_UNSIGNED_BYTE, texels_.data());
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_NEAREST);
        glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAX_LEVEL, 0);
        textureHeight_ = height_;
    } else if (dirtyBottom_ > dirtyTop_) {
        glTexSubImage2D(GL_TEXTURE_2D, 0, 0, dirtyTop_, kWidth, dirtyBottom_ - dirtyTop_, GL_RED, GL_UNSIGNED_BYTE,
                        &texels_[static_cast<std::size_t>(dirtyTop_) * kWidth]);
    }
    dirtyTop_ = dirtyBottom_ = 0;
}

} // namespace jejaring::render
