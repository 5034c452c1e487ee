// SPDX-License-Identifier: MIT
#include "text/font_face.hpp"

#include <hb-ot.h>

namespace jejaring::text {

FontFace openFace(const FontFile& file) {
    FontFace face;
    face.file = file;
    const BlobHandle blob(hb_blob_create_from_file(file.path.c_str()));
    const FaceHandle handle(hb_face_create(blob.get(), static_cast<unsigned>(file.faceIndex)));
    hb_face_make_immutable(handle.get());
    face.unitsPerEm = static_cast<float>(hb_face_get_upem(handle.get()));
    face.font = FontHandle(hb_font_create(handle.get()));
    hb_font_make_immutable(face.font.get());

    hb_font_extents_t extents{};
    hb_font_get_h_extents(face.font.get(), &extents);
    hb_position_t capHeight = 0;
    hb_ot_metrics_get_position(face.font.get(), HB_OT_METRICS_TAG_CAP_HEIGHT, &capHeight);
    face.metrics.ascent = static_cast<float>(extents.ascender) / face.unitsPerEm;
    face.metrics.descent = -static_cast<float>(extents.descender) / face.unitsPerEm;
    face.metrics.capHeight =
        capHeight > 0 ? static_cast<float>(capHeight) / face.unitsPerEm : face.metrics.ascent * 0.75F;
    return face;
}

} // namespace jejaring::text
