// SPDX-License-Identifier: MIT
#include "ui/widget/fonts.hpp"

#include "text/font_files.hpp"

#include <imgui_freetype.h>

#include <array>
#include <cmath>

namespace jejaring::ui {
namespace {

// Latin with its extensions, general punctuation, arrows and the few signs that texts use.
constexpr std::array<ImWchar, 15> kText{0x0020, 0x024f, 0x02bb, 0x02dc, 0x1e00, 0x1eff, 0x2010, 0x2044,
                                        0x20ac, 0x20ac, 0x2190, 0x2199, 0x2212, 0x2265, 0};
constexpr std::array<ImWchar, 5> kDigits{0x0020, 0x0039, 0x2212, 0x2014, 0};

ImFont* add(const text::FontFiles& files, text::FontWeight weight, float size, float scale, float density,
            const ImWchar* ranges) {
    // ImGui counts a font's size from its ascender to its descender: of Inter 1.21 em, of Noto Sans 1.36.
    const float lineHeight = files.family.find("Inter") != std::string::npos ? 1.21F : 1.36F;
    const text::FontFile& file = files.weights[static_cast<std::size_t>(weight)];
    ImFontConfig config;
    config.FontNo = file.faceIndex;
    config.GlyphRanges = ranges;
    config.OversampleH = 1;
    config.OversampleV = 1;
    config.FontBuilderFlags = ImGuiFreeTypeBuilderFlags_LightHinting;
    const float pixels = std::round(size * lineHeight * scale * density);
    ImFont* font = ImGui::GetIO().Fonts->AddFontFromFileTTF(file.path.c_str(), pixels, &config, ranges);
    if (font)
        font->Scale = 1 / density;
    return font;
}

} // namespace

core::Result<Fonts> buildFonts(float scale, float density) {
    core::Result<text::FontFiles> found = text::findFontFiles();
    if (!found)
        return core::Result<Fonts>::failure(found.messages());
    const text::FontFiles& files = found.value();
    ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
    atlas.Clear();
    atlas.FontBuilderIO = ImGuiFreeType::GetBuilderForFreeType();
    atlas.TexGlyphPadding = 1;
    using Weight = text::FontWeight;
    Fonts fonts;
    // The first one is ImGui's default.
    fonts.body = add(files, Weight::regular, 13, scale, density, kText.data());
    fonts.medium = add(files, Weight::medium, 13, scale, density, kText.data());
    fonts.strong = add(files, Weight::semiBold, 13, scale, density, kText.data());
    fonts.small = add(files, Weight::regular, 11, scale, density, kText.data());
    fonts.caption = add(files, Weight::medium, 11, scale, density, kText.data());
    fonts.title = add(files, Weight::semiBold, 19, scale, density, kText.data());
    fonts.heading = add(files, Weight::semiBold, 15, scale, density, kText.data());
    fonts.number = add(files, Weight::semiBold, 44, scale, density, kDigits.data());
    for (const ImFont* font :
         {fonts.body, fonts.medium, fonts.strong, fonts.small, fonts.caption, fonts.title, fonts.heading, fonts.number})
        if (!font)
            return core::error(core::ErrorCode::missingFont, JEJARING_TR("The font file {0} cannot be read."),
                               {files.weights[0].path});
    if (!atlas.Build())
        return core::error(core::ErrorCode::missingFont, JEJARING_TR("The font file {0} cannot be read."),
                           {files.weights[0].path});
    return fonts;
}

} // namespace jejaring::ui
