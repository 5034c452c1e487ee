// SPDX-License-Identifier: MIT
#include "text/font.hpp"

#include "text/font_files.hpp"

#include <hb-ot.h>
#include <hb.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <mutex>
#include <unordered_map>

namespace jejaring::text {
namespace {

// Shaped strings are few and come back every frame; the cache is emptied rather than aged when a long session fills it.
constexpr std::size_t kMaxCachedRuns = 16384;
constexpr std::string_view kEllipsis = "…";

template <class T, void (*destroy)(T*)> struct Destroy {
    void operator()(T* object) const { destroy(object); }
};
using FontHandle = std::unique_ptr<hb_font_t, Destroy<hb_font_t, hb_font_destroy>>;
using FaceHandle = std::unique_ptr<hb_face_t, Destroy<hb_face_t, hb_face_destroy>>;
using BlobHandle = std::unique_ptr<hb_blob_t, Destroy<hb_blob_t, hb_blob_destroy>>;
using BufferHandle = std::unique_ptr<hb_buffer_t, Destroy<hb_buffer_t, hb_buffer_destroy>>;

// A glyph of an untracked run; all in em.
struct EmGlyph {
    std::uint32_t index = 0;
    float x = 0;
    float y = 0;
    std::uint32_t letter = 0; // how many letters stand before it
    std::uint32_t byte = 0;   // of the text, where its letter begins
};

struct EmRun {
    std::vector<EmGlyph> glyphs;
    float width = 0;
    std::uint32_t letters = 0;
};

struct Face {
    FontFile file;
    FontHandle font;
    float unitsPerEm = 1000;
    FontMetrics metrics; // at a size of 1
};

Face openFace(const FontFile& file) {
    Face face;
    face.file = file;
    const BlobHandle blob(hb_blob_create_from_file(file.path.c_str()));
    const FaceHandle handle(hb_face_create(blob.get(), static_cast<unsigned>(file.faceIndex)));
    hb_face_make_immutable(handle.get());
    face.unitsPerEm = static_cast<float>(hb_face_get_upem(handle.get()));
    face.font = FontHandle(hb_font_create(handle.get()));
    hb_font_make_immutable(face.font.get()); // const from here on, so that threads may share it

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

EmRun shapeRun(const Face& face, std::string_view utf8) {
    const BufferHandle buffer(hb_buffer_create());
    hb_buffer_add_utf8(buffer.get(), utf8.data(), static_cast<int>(utf8.size()), 0, -1);
    hb_buffer_guess_segment_properties(buffer.get());
    hb_shape(face.font.get(), buffer.get(), nullptr, 0);

    unsigned count = 0;
    const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer.get(), &count);
    const hb_glyph_position_t* places = hb_buffer_get_glyph_positions(buffer.get(), &count);
    EmRun run;
    run.glyphs.reserve(count);
    float pen = 0;
    for (unsigned i = 0; i < count; ++i) {
        if (i > 0 && infos[i].cluster != infos[i - 1].cluster)
            ++run.letters;
        run.glyphs.push_back({infos[i].codepoint, pen + static_cast<float>(places[i].x_offset) / face.unitsPerEm,
                              -static_cast<float>(places[i].y_offset) / face.unitsPerEm, run.letters,
                              infos[i].cluster});
        pen += static_cast<float>(places[i].x_advance) / face.unitsPerEm;
    }
    run.letters = count > 0 ? run.letters + 1 : 0;
    run.width = pen;
    return run;
}

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
    std::array<Face, kFontWeightCount> faces;
    mutable std::mutex mutex;
    mutable std::array<std::unordered_map<std::string, std::shared_ptr<const EmRun>>, kFontWeightCount> cache;

    [[nodiscard]] std::shared_ptr<const EmRun> run(std::string_view utf8, FontWeight weight) const {
        auto& runs = cache[static_cast<std::size_t>(weight)];
        std::string key(utf8);
        {
            const std::lock_guard lock(mutex);
            if (const auto found = runs.find(key); found != runs.end())
                return found->second;
        }
        auto shaped = std::make_shared<const EmRun>(shapeRun(faces[static_cast<std::size_t>(weight)], utf8));
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
    const std::shared_ptr<const EmRun> run = state_->run(utf8, weight);
    ShapedRun shaped;
    shaped.glyphs.reserve(run->glyphs.size());
    for (const EmGlyph& glyph : run->glyphs)
        shaped.glyphs.push_back(
            {glyph.index, (glyph.x + tracking * static_cast<float>(glyph.letter)) * size, glyph.y * size});
    shaped.width = width(utf8, weight, size, tracking);
    return shaped;
}

float FontSet::width(std::string_view utf8, FontWeight weight, float size, float tracking) const {
    const std::shared_ptr<const EmRun> run = state_->run(utf8, weight);
    const float gaps = run->letters > 1 ? static_cast<float>(run->letters - 1) : 0;
    return (run->width + tracking * gaps) * size;
}

std::vector<std::string> FontSet::lacking(std::string_view utf8, FontWeight weight) const {
    const std::shared_ptr<const EmRun> run = state_->run(utf8, weight);
    std::vector<std::string> letters;
    for (const EmGlyph& glyph : run->glyphs) {
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

const std::string& FontSet::path(FontWeight weight) const {
    return state_->faces[static_cast<std::size_t>(weight)].file.path;
}

int FontSet::faceIndex(FontWeight weight) const {
    return state_->faces[static_cast<std::size_t>(weight)].file.faceIndex;
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
    std::vector<std::size_t> ends{0};
    while (ends.back() < utf8.size())
        ends.push_back(nextCodePoint(utf8, ends.back()));
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
