// SPDX-License-Identifier: MIT
#include "text/font_subset.hpp"

#include "text/font_face.hpp"

#include <hb-subset.h>

#include <memory>

namespace jejaring::text {
namespace {

using InputHandle = std::unique_ptr<hb_subset_input_t, HarfBuzzDestroy<hb_subset_input_t, hb_subset_input_destroy>>;

} // namespace

std::string subsetFont(const std::string& path, int faceIndex, const std::set<std::uint32_t>& points) {
    const BlobHandle file(hb_blob_create_from_file(path.c_str()));
    const FaceHandle face(hb_face_create(file.get(), static_cast<unsigned>(faceIndex)));
    if (hb_face_get_glyph_count(face.get()) == 0)
        return {};
    const InputHandle input(hb_subset_input_create_or_fail());
    if (!input)
        return {};
    hb_set_t* wanted = hb_subset_input_unicode_set(input.get());
    for (const std::uint32_t point : points)
        hb_set_add(wanted, point);
    // Without names but those a font must have, and hints, which no output of ours uses.
    hb_subset_input_set_flags(input.get(), HB_SUBSET_FLAGS_NO_HINTING);
    const FaceHandle subset(hb_subset_or_fail(face.get(), input.get()));
    if (!subset)
        return {};
    const BlobHandle blob(hb_face_reference_blob(subset.get()));
    unsigned length = 0;
    const char* data = hb_blob_get_data(blob.get(), &length);
    return {data, length};
}

} // namespace jejaring::text
