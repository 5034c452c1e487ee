// SPDX-License-Identifier: MIT
// Fontconfig's objects. Used inside src/text only.
#pragma once

#include "text/font.hpp"

#include <fontconfig/fontconfig.h>

#include <array>
#include <memory>

namespace jejaring::text {

// By FontWeight.
inline constexpr std::array<int, kFontWeightCount> kFontconfigWeights{FC_WEIGHT_REGULAR, FC_WEIGHT_MEDIUM,
                                                                      FC_WEIGHT_DEMIBOLD, FC_WEIGHT_BOLD};

template <class T, void (*destroy)(T*)> struct FontConfigDestroy {
    void operator()(T* object) const { destroy(object); }
};
using FontConfig = std::unique_ptr<FcConfig, FontConfigDestroy<FcConfig, FcConfigDestroy>>;
using Pattern = std::unique_ptr<FcPattern, FontConfigDestroy<FcPattern, FcPatternDestroy>>;
using ObjectSet = std::unique_ptr<FcObjectSet, FontConfigDestroy<FcObjectSet, FcObjectSetDestroy>>;
using FoundFonts = std::unique_ptr<FcFontSet, FontConfigDestroy<FcFontSet, FcFontSetDestroy>>;

} // namespace jejaring::text
