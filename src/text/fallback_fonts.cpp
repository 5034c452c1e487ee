// SPDX-License-Identifier: MIT
#include "text/fallback_fonts.hpp"

#include "text/font_config.hpp"

#include <hb.h>

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <utility>

namespace jejaring::text {
namespace {

// What a script is written for, and the family whose letters go best with Inter's.
struct ScriptFonts {
    hb_script_t script;
    const char* language;
    const char* family;
};
constexpr std::array kScripts{
    ScriptFonts{HB_SCRIPT_ARABIC, "ar", "Noto Sans Arabic"},
    ScriptFonts{HB_SCRIPT_ARMENIAN, "hy", "Noto Sans Armenian"},
    ScriptFonts{HB_SCRIPT_BALINESE, "ban", "Noto Sans Balinese"},
    ScriptFonts{HB_SCRIPT_BATAK, "bbc", "Noto Sans Batak"},
    ScriptFonts{HB_SCRIPT_BENGALI, "bn", "Noto Sans Bengali"},
    ScriptFonts{HB_SCRIPT_BUGINESE, "bug", "Noto Sans Buginese"},
    ScriptFonts{HB_SCRIPT_DEVANAGARI, "hi", "Noto Sans Devanagari"},
    ScriptFonts{HB_SCRIPT_ETHIOPIC, "am", "Noto Sans Ethiopic"},
    ScriptFonts{HB_SCRIPT_GEORGIAN, "ka", "Noto Sans Georgian"},
    ScriptFonts{HB_SCRIPT_GUJARATI, "gu", "Noto Sans Gujarati"},
    ScriptFonts{HB_SCRIPT_GURMUKHI, "pa", "Noto Sans Gurmukhi"},
    ScriptFonts{HB_SCRIPT_HAN, "zh-cn", "Noto Sans CJK SC"},
    ScriptFonts{HB_SCRIPT_HANGUL, "ko", "Noto Sans CJK KR"},
    ScriptFonts{HB_SCRIPT_HEBREW, "he", "Noto Sans Hebrew"},
    ScriptFonts{HB_SCRIPT_HIRAGANA, "ja", "Noto Sans CJK JP"},
    ScriptFonts{HB_SCRIPT_JAVANESE, "jv", "Noto Sans Javanese"},
    ScriptFonts{HB_SCRIPT_KANNADA, "kn", "Noto Sans Kannada"},
    ScriptFonts{HB_SCRIPT_KATAKANA, "ja", "Noto Sans CJK JP"},
    ScriptFonts{HB_SCRIPT_KHMER, "km", "Noto Sans Khmer"},
    ScriptFonts{HB_SCRIPT_LAO, "lo", "Noto Sans Lao"},
    ScriptFonts{HB_SCRIPT_MALAYALAM, "ml", "Noto Sans Malayalam"},
    ScriptFonts{HB_SCRIPT_MYANMAR, "my", "Noto Sans Myanmar"},
    ScriptFonts{HB_SCRIPT_ORIYA, "or", "Noto Sans Oriya"},
    ScriptFonts{HB_SCRIPT_REJANG, "rej", "Noto Sans Rejang"},
    ScriptFonts{HB_SCRIPT_SINHALA, "si", "Noto Sans Sinhala"},
    ScriptFonts{HB_SCRIPT_SUNDANESE, "su", "Noto Sans Sundanese"},
    ScriptFonts{HB_SCRIPT_TAMIL, "ta", "Noto Sans Tamil"},
    ScriptFonts{HB_SCRIPT_TELUGU, "te", "Noto Sans Telugu"},
    ScriptFonts{HB_SCRIPT_THAI, "th", "Noto Sans Thai"},
    ScriptFonts{HB_SCRIPT_TIBETAN, "bo", "Noto Serif Tibetan"},
};

constexpr ScriptFonts kOtherScript{HB_SCRIPT_COMMON, "en", nullptr};

const ScriptFonts& fontsOf(std::uint32_t script) {
    const auto* found = std::find_if(kScripts.begin(), kScripts.end(), [&](const ScriptFonts& fonts) {
        return static_cast<std::uint32_t>(fonts.script) == script;
    });
    return found != kScripts.end() ? *found : kOtherScript;
}

// What FontFace, FreeType and cairo read and draw as outlines in the colour of the text.
bool isUsable(FcPattern* font) {
    FcChar8* text = nullptr;
    FcBool flag = FcFalse;
    if (FcPatternGetString(font, FC_FONTFORMAT, 0, &text) != FcResultMatch)
        return false;
    const std::string_view format(reinterpret_cast<const char*>(text));
    if (format != "TrueType" && format != "CFF")
        return false;
    if (FcPatternGetString(font, FC_FILE, 0, &text) != FcResultMatch ||
        std::string_view(reinterpret_cast<const char*>(text)).find(".woff") != std::string_view::npos)
        return false; // compressed, which HarfBuzz does not open
    if (FcPatternGetBool(font, FC_OUTLINE, 0, &flag) != FcResultMatch || flag != FcTrue)
        return false;
    return FcPatternGetBool(font, FC_COLOR, 0, &flag) != FcResultMatch || flag != FcTrue;
}

struct Candidate {
    FontFile file;
    const FcCharSet* letters = nullptr; // of fontconfig's
};

using Charset = std::unique_ptr<FcCharSet, FontConfigDestroy<FcCharSet, FcCharSetDestroy>>;

// The fonts that have something, the best first; each has letters that those before it lack.
std::vector<Candidate> candidates(FcConfig* config, const ScriptFonts& script, FontWeight weight) {
    const Pattern pattern(FcPatternCreate());
    const auto add = [&](const char* field, const char* value) {
        FcPatternAddString(pattern.get(), field, reinterpret_cast<const FcChar8*>(value));
    };
    if (script.family != nullptr)
        add(FC_FAMILY, script.family);
    add(FC_FAMILY, "sans-serif");
    add(FC_LANG, script.language); // else it would be that of the environment
    FcPatternAddInteger(pattern.get(), FC_WEIGHT, kFontconfigWeights[static_cast<std::size_t>(weight)]);
    FcPatternAddInteger(pattern.get(), FC_SLANT, FC_SLANT_ROMAN);
    FcPatternAddBool(pattern.get(), FC_VARIABLE, FcFalse);
    FcConfigSubstitute(config, pattern.get(), FcMatchPattern);
    FcDefaultSubstitute(pattern.get());
    FcResult result = FcResultNoMatch;
    const FoundFonts sorted(FcFontSort(config, pattern.get(), FcFalse, nullptr, &result));
    std::vector<Candidate> fonts;
    const Charset covered(FcCharSetCreate());
    for (int i = 0; sorted && i < sorted->nfont; ++i) {
        FcPattern* font = sorted->fonts[i];
        FcCharSet* letters = nullptr;
        FcChar8* path = nullptr;
        if (!isUsable(font) || FcPatternGetCharSet(font, FC_CHARSET, 0, &letters) != FcResultMatch ||
            FcPatternGetString(font, FC_FILE, 0, &path) != FcResultMatch)
            continue;
        FcBool more = FcFalse;
        FcCharSetMerge(covered.get(), letters, &more);
        if (more != FcTrue)
            continue;
        Candidate candidate{{reinterpret_cast<const char*>(path), 0, {}}, letters};
        FcPatternGetInteger(font, FC_INDEX, 0, &candidate.file.faceIndex);
        candidate.file.faceIndex &= 0xffff; // a variable font as it stands, without its named instances
        if (FcChar8* family = nullptr; FcPatternGetString(font, FC_FAMILY, 0, &family) == FcResultMatch)
            candidate.file.family = reinterpret_cast<const char*>(family);
        fonts.push_back(std::move(candidate));
    }
    return fonts;
}

} // namespace

const char* languageOfScript(std::uint32_t script) {
    return fontsOf(script).language;
}

struct FallbackFonts::State {
    FontConfig config{FcInitLoadConfigAndFonts()};
    std::map<std::pair<hb_script_t, FontWeight>, std::vector<Candidate>> known;
};

FallbackFonts::FallbackFonts() : state_(std::make_unique<State>()) {}
FallbackFonts::~FallbackFonts() = default;

std::vector<const FontFile*> FallbackFonts::find(std::u32string_view letters, std::uint32_t script, FontWeight weight) {
    std::vector<const FontFile*> files(letters.size(), nullptr);
    if (!state_->config)
        return files;
    const ScriptFonts& wanted = fontsOf(script);
    const auto [found, fresh] = state_->known.try_emplace({wanted.script, weight});
    std::vector<Candidate>& fonts = found->second;
    if (fresh)
        fonts = candidates(state_->config.get(), wanted, weight);
    const auto has = [](const Candidate& font, char32_t letter) {
        return FcCharSetHasChar(font.letters, static_cast<FcChar32>(letter)) == FcTrue;
    };
    const auto whole = std::find_if(fonts.begin(), fonts.end(), [&](const Candidate& font) {
        return std::all_of(letters.begin(), letters.end(), [&](char32_t letter) { return has(font, letter); });
    });
    for (std::size_t i = 0; i < letters.size(); ++i) {
        const auto font =
            whole != fonts.end() ? whole : std::find_if(fonts.begin(), fonts.end(), [&](const Candidate& each) {
                return has(each, letters[i]);
            });
        if (font != fonts.end())
            files[i] = &font->file;
    }
    return files;
}

} // namespace jejaring::text
