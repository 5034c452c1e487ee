// SPDX-License-Identifier: MIT
// HarfBuzz's objects, and faces read by it. Used inside src/text only.
#pragma once

#include "text/font.hpp"
#include "text/font_files.hpp"

#include <hb.h>

#include <memory>

namespace jejaring::text {

template <class T, void (*destroy)(T*)> struct HarfBuzzDestroy {
    void operator()(T* object) const { destroy(object); }
};
using FontHandle = std::unique_ptr<hb_font_t, HarfBuzzDestroy<hb_font_t, hb_font_destroy>>;
using FaceHandle = std::unique_ptr<hb_face_t, HarfBuzzDestroy<hb_face_t, hb_face_destroy>>;
using BlobHandle = std::unique_ptr<hb_blob_t, HarfBuzzDestroy<hb_blob_t, hb_blob_destroy>>;
using BufferHandle = std::unique_ptr<hb_buffer_t, HarfBuzzDestroy<hb_buffer_t, hb_buffer_destroy>>;

struct FontFace {
    FontFile file;
    FontHandle font; // const once it is open, so that threads may share it
    float unitsPerEm = 1000;
    FontMetrics metrics; // at a size of 1
};

// A face without glyphs where the file cannot be read.
[[nodiscard]] FontFace openFace(const FontFile& file);

} // namespace jejaring::text
