// SPDX-License-Identifier: MIT
#include "text/font.hpp"

#include "text/fallback_fonts.hpp"
#include "text/font_face.hpp"
#include "text/font_files.hpp"
#include "text/line_layout.hpp"
#include "text/text_layout.hpp"

#include <algorithm>
#include <array>
#include <deque>
#include <mutex>
#include <unordered_map>

namespace jejaring::text {
namespace {

// Shaped strings are few and come back every frame; the cache is emptied rather than aged when a long session fills it.
constexpr std::size_t kMaxCachedRuns = 16384;
constexpr std::string_view kEllipsis = "…";

// The end of the code point that starts at `at`.
std::size_t nextCodePoint(std::string_view utf8, std::size_t at) {
    ++at;
    while (at < utf8.size() && (static_cast<unsigned char>(utf8[at]) & 0xC0U) == 0x80U)
        ++at;
    return at;
}

} // namespace

struct FontSet::State {
    std::string family;
    std::array<FontFace, kFontWeightCount> faces;
    mutable std::mutex mutex;
    mutable std::array<std::unordered_map<std::string, std::shared_ptr<const TextLayout>>, kFontWeightCount> cache;
    // Of other families; opened when a text has letters that the own one lacks.
    mutable std::mutex othersMutex;
    mutable std::unique_ptr<FallbackFonts> fallback;
    mutable std::deque<FontFace> others; // ids follow those of the weights

    [[nodiscard]] const FontFace& face(FaceId id) const {
        if (id < kFontWeightCount)
            return faces[id];
        const std::lock_guard lock(othersMutex);
        return others.at(id - kFontWeightCount);
    }

    // The face of a file, opened once.
    [[nodiscard]] OpenFace other(const FontFile* file) const {
        if (file == nullptr)
            return {};
        auto known = std::find_if(others.begin(), others.end(), [&](const FontFace& each) {
            return each.file.path == file->path && each.file.faceIndex == file->faceIndex;
        });
        if (known == others.end())
            known = others.insert(others.end(), openFace(*file));
        return {static_cast<FaceId>(known - others.begin() + static_cast<std::ptrdiff_t>(kFontWeightCount)), &*known};
    }

    [[nodiscard]] TextLayout lay(std::string_view utf8, FontWeight weight) const {
        const OpenFace own{faceOf(weight), &faces[static_cast<std::size_t>(weight)]};
        TextLayout plain = layOut(utf8, own);
        if (isComplete(plain))
            return plain;
        return layOut(utf8, own, [&](std::u32string_view letters, hb_script_t script) {
            const std::lock_guard lock(othersMutex);
            if (!fallback)
                fallback = std::make_unique<FallbackFonts>();
            std::vector<OpenFace> found;
            for (const FontFile* file : fallback->find(letters, script, weight))
                found.push_back(other(file));
            return found;
        });
    }

    [[nodiscard]] std::shared_ptr<const TextLayout> run(std::string_view utf8, FontWeight weight) const {
        auto& runs = cache[static_cast<std::size_t>(weight)];
        std::string key(utf8);
        {
            const std::lock_guard lock(mutex);
            if (const auto found = runs.find(key); found != runs.end())
                return found->second;
        }
        auto shaped = std::make_shared<const TextLayout>(lay(utf8, weight));
        const std::lock_guard lock(mutex);
        if (runs.size() >= kMaxCachedRuns)
            runs.clear();
        return runs.emplace(std::move(key), std::move(shaped)).first->second;
    }
};

FontSet::FontSet() : state_(std::make_unique<State>()) {}
FontSet::~FontSet() = default;

core::Result<std::shared_ptr<const FontSet>> FontSet::load() {
    auto files = findFontFiles();
    if (!files)
        return core::Result<std::shared_ptr<const FontSet>>::failure(files.messages());
    std::shared_ptr<FontSet> fonts(new FontSet());
    fonts->state_->family = files.value().family;
    for (std::size_t i = 0; i < kFontWeightCount; ++i)
        fonts->state_->faces[i] = openFace(files.value().weights[i]);
    return std::shared_ptr<const FontSet>(std::move(fonts));
}

ShapedRun FontSet::shape(std::string_view utf8, FontWeight weight, float size, float tracking) const {
    const std::shared_ptr<const TextLayout> run = state_->run(utf8, weight);
    ShapedRun shaped;
    shaped.glyphs.reserve(run->glyphs.size());
    for (const LaidGlyph& glyph : run->glyphs)
        shaped.glyphs.push_back(
            {glyph.index, (glyph.x + tracking * static_cast<float>(glyph.gaps)) * size, glyph.y * size, glyph.face});
    shaped.width = width(utf8, weight, size, tracking);
    return shaped;
}

float FontSet::width(std::string_view utf8, FontWeight weight, float size, float tracking) const {
    const std::shared_ptr<const TextLayout> run = state_->run(utf8, weight);
    return (run->width + tracking * static_cast<float>(run->gaps)) * size;
}

std::shared_ptr<const TextLayout> FontSet::layout(std::string_view utf8, FontWeight weight) const {
    return state_->run(utf8, weight);
}

std::vector<std::string> FontSet::lacking(std::string_view utf8, FontWeight weight) const {
    const std::shared_ptr<const TextLayout> run = state_->run(utf8, weight);
    std::vector<std::string> letters;
    for (const LaidGlyph& glyph : run->glyphs) {
        if (glyph.index != 0)
            continue;
        std::string letter(utf8.substr(glyph.byte, nextCodePoint(utf8, glyph.byte) - glyph.byte));
        if (std::find(letters.begin(), letters.end(), letter) == letters.end())
            letters.push_back(std::move(letter));
    }
    return letters;
}

FontMetrics FontSet::metrics(FontWeight weight, float size) const {
    FontMetrics metrics = state_->faces[static_cast<std::size_t>(weight)].metrics;
    metrics.ascent *= size;
    metrics.descent *= size;
    metrics.capHeight *= size;
    return metrics;
}

const std::string& FontSet::path(FaceId face) const {
    return state_->face(face).file.path;
}

int FontSet::faceIndex(FaceId face) const {
    return state_->face(face).file.faceIndex;
}

const std::string& FontSet::family(FaceId face) const {
    return state_->face(face).file.family;
}

const std::string& FontSet::family() const {
    return state_->family;
}

std::vector<std::string> FontSet::wrap(std::string_view utf8, FontWeight weight, float size, float maxWidth) const {
    std::vector<std::string> lines;
    std::string line;
    for (std::size_t at = 0; at <= utf8.size();) {
        const std::size_t end = std::min(utf8.find_first_of(" \n", at), utf8.size());
        const std::string_view word = utf8.substr(at, end - at);
        if (!word.empty()) {
            std::string candidate = line.empty() ? std::string(word) : line + ' ' + std::string(word);
            if (!line.empty() && width(candidate, weight, size) > maxWidth) {
                lines.push_back(std::move(line));
                line = word;
            } else {
                line = std::move(candidate);
            }
        }
        if (end < utf8.size() && utf8[end] == '\n') {
            lines.push_back(std::move(line));
            line.clear();
        }
        at = end + 1;
    }
    if (!line.empty())
        lines.push_back(std::move(line));
    return lines;
}

std::string FontSet::ellipsize(std::string_view utf8, FontWeight weight, float size, float maxWidth) const {
    if (width(utf8, weight, size) <= maxWidth)
        return std::string(utf8);
    const std::vector<std::size_t> ends = letterEnds(utf8);
    std::size_t fits = 0;
    std::size_t tooLong = ends.size() - 1;
    while (fits + 1 < tooLong) {
        const std::size_t middle = (fits + tooLong) / 2;
        const std::string candidate = std::string(utf8.substr(0, ends[middle])) + std::string(kEllipsis);
        (width(candidate, weight, size) <= maxWidth ? fits : tooLong) = middle;
    }
    std::string shortened(utf8.substr(0, ends[fits]));
    while (!shortened.empty() && shortened.back() == ' ')
        shortened.pop_back();
    return shortened + std::string(kEllipsis);
}

} // namespace jejaring::text
