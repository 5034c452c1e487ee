// SPDX-License-Identifier: MIT
#include "ui/widget/fonts.hpp"

#include "publish/plain_text.hpp"
#include "text/font_files.hpp"
#include "text/text_layout.hpp"

#include <ft2build.h>
#include <imgui_freetype.h>
#include FT_FREETYPE_H

#include <array>
#include <cmath>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace jejaring::ui {
namespace {

// Latin with its extensions, general punctuation, arrows and the few signs that texts use.
constexpr std::array<ImWchar, 15> kText{0x0020, 0x024f, 0x02bb, 0x02dc, 0x1e00, 0x1eff, 0x2010, 0x2044,
                                        0x20ac, 0x20ac, 0x2190, 0x2199, 0x2212, 0x2265, 0};
constexpr std::array<ImWchar, 5> kDigits{0x0020, 0x0039, 0x2212, 0x2014, 0};

// A face of another font, for some letters.
struct OtherFace {
    std::string* bytes = nullptr; // of the file
    int faceIndex = 0;
    float lineHeight = 1;         // em
    std::vector<ImWchar> letters; // each as a range of its own, and 0
};

struct OtherFaces {
    std::map<std::string, std::string> files; // by path
    std::array<std::vector<OtherFace>, text::kFontWeightCount> weights;
};

// From ascender to descender, which is what ImGui counts a font's size by.
float lineHeightOf(const OtherFace& other) {
    FT_Library library = nullptr;
    FT_Face face = nullptr;
    float height = 0;
    if (FT_Init_FreeType(&library) != 0)
        return height;
    if (FT_New_Memory_Face(library, reinterpret_cast<const FT_Byte*>(other.bytes->data()),
                           static_cast<FT_Long>(other.bytes->size()), other.faceIndex, &face) == 0) {
        if (face->units_per_EM > 0)
            height = static_cast<float>(face->ascender - face->descender) / static_cast<float>(face->units_per_EM);
        FT_Done_Face(face);
    }
    FT_Done_FreeType(library);
    return height;
}

std::shared_ptr<OtherFaces> otherFaces(const text::FontSet& shaped, const std::set<ImWchar>& letters) {
    auto faces = std::make_shared<OtherFaces>();
    for (const text::FontWeight weight :
         {text::FontWeight::regular, text::FontWeight::medium, text::FontWeight::semiBold}) {
        std::map<text::FaceId, std::vector<ImWchar>> byFace;
        for (const ImWchar letter : letters) {
            std::string utf8;
            publish::appendUtf8(utf8, letter);
            const auto layout = shaped.layout(utf8, weight);
            if (layout->glyphs.empty() || layout->glyphs.front().index == 0)
                continue;
            std::vector<ImWchar>& ranges = byFace[layout->pieces.front().face];
            ranges.insert(ranges.end(), {letter, letter});
        }
        for (auto& [id, ranges] : byFace) {
            const auto [file, fresh] = faces->files.try_emplace(shaped.path(id));
            if (fresh) {
                std::ifstream stream(file->first, std::ios::binary);
                file->second.assign(std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>());
            }
            OtherFace face{&file->second, shaped.faceIndex(id), 0, std::move(ranges)};
            face.letters.push_back(0);
            face.lineHeight = lineHeightOf(face);
            if (face.lineHeight > 0) // else it cannot be read
                faces->weights[static_cast<std::size_t>(weight)].push_back(std::move(face));
        }
    }
    return faces;
}

// Adds the letters of other faces to the font that was added last.
void addOthers(const std::vector<OtherFace>& faces, float em) {
    for (const OtherFace& face : faces) {
        ImFontConfig config;
        config.MergeMode = true;
        config.FontNo = face.faceIndex;
        config.FontDataOwnedByAtlas = false;
        config.OversampleH = 1;
        config.OversampleV = 1;
        config.FontBuilderFlags = ImGuiFreeTypeBuilderFlags_LightHinting;
        ImGui::GetIO().Fonts->AddFontFromMemoryTTF(face.bytes->data(), static_cast<int>(face.bytes->size()),
                                                   em * face.lineHeight, &config, face.letters.data());
    }
}

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

core::Result<Fonts> buildFonts(float scale, float density, const text::FontSet& shaped,
                               const std::set<ImWchar>& others) {
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
    const std::shared_ptr<OtherFaces> faces = otherFaces(shaped, others);
    fonts.files = faces;
    const auto texts = [&](Weight weight, float size) {
        ImFont* font = add(files, weight, size, scale, density, kText.data());
        addOthers(faces->weights[static_cast<std::size_t>(weight)], size * scale * density);
        return font;
    };
    // The first one is ImGui's default.
    fonts.body = texts(Weight::regular, 13);
    fonts.medium = texts(Weight::medium, 13);
    fonts.strong = texts(Weight::semiBold, 13);
    fonts.small = texts(Weight::regular, 11);
    fonts.caption = texts(Weight::medium, 11);
    fonts.title = texts(Weight::semiBold, 19);
    fonts.heading = texts(Weight::semiBold, 15);
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
