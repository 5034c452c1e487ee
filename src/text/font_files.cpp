// SPDX-License-Identifier: MIT
#include "text/font_files.hpp"

#include "text/font_config.hpp"

#include <cstdlib>
#include <filesystem>
#include <memory>
#include <optional>

namespace jejaring::text {
namespace {

constexpr std::array<const char*, kFontWeightCount> kWeightNames{"Regular", "Medium", "SemiBold", "Bold"};

std::optional<FontFiles> inFolder(const std::filesystem::path& folder) {
    FontFiles files{"Inter", {}};
    for (std::size_t i = 0; i < kFontWeightCount; ++i) {
        const std::filesystem::path file = folder / (std::string("Inter-") + kWeightNames[i] + ".otf");
        std::error_code failure;
        if (!std::filesystem::is_regular_file(file, failure))
            return std::nullopt;
        files.weights[i] = {file.string(), 0, files.family};
    }
    return files;
}

// Lists instead of matching: a match always answers with some font, and costs more.
std::optional<FontFiles> ofFamily(FcConfig* config, const char* family) {
    const Pattern pattern(FcPatternBuild(nullptr, FC_FAMILY, FcTypeString, family, FC_SLANT, FcTypeInteger,
                                         FC_SLANT_ROMAN, static_cast<char*>(nullptr)));
    const ObjectSet fields(FcObjectSetBuild(FC_FILE, FC_INDEX, FC_WEIGHT, FC_WIDTH, static_cast<char*>(nullptr)));
    const FoundFonts found(FcFontList(config, pattern.get(), fields.get()));
    FontFiles files{family, {}};
    std::array<int, kFontWeightCount> misses{};
    misses.fill(FC_WEIGHT_EXTRABLACK);
    for (int i = 0; found && i < found->nfont; ++i) {
        FcChar8* path = nullptr;
        int index = 0;
        int weight = 0;
        int width = FC_WIDTH_NORMAL;
        // A variable font states a range of weights instead of an integer; such a face is passed over.
        if (FcPatternGetString(found->fonts[i], FC_FILE, 0, &path) != FcResultMatch ||
            FcPatternGetInteger(found->fonts[i], FC_WEIGHT, 0, &weight) != FcResultMatch)
            continue;
        FcPatternGetInteger(found->fonts[i], FC_INDEX, 0, &index);
        FcPatternGetInteger(found->fonts[i], FC_WIDTH, 0, &width);
        if (width != FC_WIDTH_NORMAL)
            continue;
        const std::string file(reinterpret_cast<const char*>(path));
        for (std::size_t w = 0; w < kFontWeightCount; ++w) {
            const int miss = std::abs(weight - kFontconfigWeights[w]);
            // The same face may be installed twice; the first path in order makes the choice repeatable.
            if (miss < misses[w] || (miss == misses[w] && file < files.weights[w].path)) {
                misses[w] = miss;
                files.weights[w] = {file, index, family};
            }
        }
    }
    if (files.weights.front().path.empty())
        return std::nullopt;
    return files;
}

} // namespace

core::Result<FontFiles> findFontFiles() {
    std::optional<FontFiles> files;
    if (const char* folder = std::getenv("JEJARING_FONTS"); folder != nullptr && *folder != '\0') {
        files = inFolder(folder);
    } else if (const FontConfig config(FcInitLoadConfigAndFonts()); config) {
        for (const char* family : {"Inter", "Noto Sans"})
            if (!files)
                files = ofFamily(config.get(), family);
    }
    if (!files)
        return core::error(core::ErrorCode::missingFont,
                           JEJARING_TR("No usable font: install the package fonts-inter or fonts-noto-core."));
    return *files;
}

} // namespace jejaring::text
