// SPDX-License-Identifier: MIT
#include "text/line_layout.hpp"

#include "text/fallback_fonts.hpp"

#include <fribidi.h>

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

namespace jejaring::text {
namespace {

// A letter with what stands on it, in one face.
struct Letter {
    std::u32string points;
    std::uint32_t byte = 0;
    hb_script_t script = HB_SCRIPT_COMMON;
    FriBidiLevel level = 0;
    OpenFace face;
};

struct Piece {
    OpenFace face;
    hb_script_t script = HB_SCRIPT_COMMON; // common: to be guessed
    FriBidiLevel level = 0;
    std::uint32_t begin = 0; // bytes
    std::uint32_t end = 0;
    [[nodiscard]] bool rightToLeft() const { return FRIBIDI_LEVEL_IS_RTL(level) != 0; }
};

hb_unicode_funcs_t* unicode() {
    return hb_unicode_funcs_get_default();
}

hb_unicode_general_category_t categoryOf(char32_t point) {
    return hb_unicode_general_category(unicode(), point);
}

bool isFormat(char32_t point) {
    const auto category = categoryOf(point);
    return category == HB_UNICODE_GENERAL_CATEGORY_FORMAT || category == HB_UNICODE_GENERAL_CATEGORY_CONTROL;
}

bool isOfNoScript(hb_script_t script) {
    return script == HB_SCRIPT_COMMON || script == HB_SCRIPT_INHERITED || script == HB_SCRIPT_UNKNOWN;
}

// Letters whose scripts set them apart from each other, so that more space between them may be drawn.
bool standApart(hb_script_t script) {
    constexpr std::array kScripts{HB_SCRIPT_HAN, HB_SCRIPT_HIRAGANA, HB_SCRIPT_KATAKANA, HB_SCRIPT_BOPOMOFO,
                                  HB_SCRIPT_HANGUL};
    return std::find(kScripts.begin(), kScripts.end(), script) != kScripts.end();
}

// What stands on the letter before it, or tells something about it.
bool extendsLetter(char32_t point) {
    const auto category = categoryOf(point);
    return category == HB_UNICODE_GENERAL_CATEGORY_SPACING_MARK ||
           category == HB_UNICODE_GENERAL_CATEGORY_ENCLOSING_MARK ||
           category == HB_UNICODE_GENERAL_CATEGORY_NON_SPACING_MARK || category == HB_UNICODE_GENERAL_CATEGORY_FORMAT;
}

std::vector<Letter> lettersOf(std::string_view utf8) {
    const BufferHandle buffer(hb_buffer_create());
    hb_buffer_add_utf8(buffer.get(), utf8.data(), static_cast<int>(utf8.size()), 0, -1);
    unsigned count = 0;
    const hb_glyph_info_t* points = hb_buffer_get_glyph_infos(buffer.get(), &count); // not yet glyphs
    std::vector<Letter> letters;
    for (unsigned i = 0; i < count; ++i) {
        const char32_t point = points[i].codepoint;
        if (!letters.empty() && extendsLetter(point)) {
            letters.back().points += point;
            continue;
        }
        Letter& letter = letters.emplace_back();
        letter.points = point;
        letter.byte = points[i].cluster;
        letter.script = hb_unicode_script(unicode(), point);
    }
    return letters;
}

// Signs that all scripts use belong to the letters before them, else to those after them.
void shareScripts(std::vector<Letter>& letters) {
    hb_script_t last = HB_SCRIPT_COMMON;
    const auto share = [&](Letter& letter) {
        if (isOfNoScript(letter.script))
            letter.script = last;
        last = letter.script;
    };
    std::for_each(letters.begin(), letters.end(), share);
    std::for_each(letters.rbegin(), letters.rend(), share);
}

// The signs that Chinese, Japanese and Korean share look different in each; beside kana they are Japanese.
void settleHan(std::vector<Letter>& letters) {
    const auto uses = [&](hb_script_t script) {
        return std::any_of(letters.begin(), letters.end(), [&](const Letter& each) { return each.script == script; });
    };
    const bool japanese = uses(HB_SCRIPT_HIRAGANA) || uses(HB_SCRIPT_KATAKANA);
    const bool korean = !japanese && uses(HB_SCRIPT_HANGUL);
    for (Letter& letter : letters) {
        if (japanese && (letter.script == HB_SCRIPT_HAN || letter.script == HB_SCRIPT_KATAKANA))
            letter.script = HB_SCRIPT_HIRAGANA;
        else if (korean && letter.script == HB_SCRIPT_HAN)
            letter.script = HB_SCRIPT_HANGUL;
    }
}

bool hasAll(const OpenFace& own, const Letter& letter, std::string_view utf8) {
    const auto has = [&](char32_t point) {
        hb_codepoint_t glyph = 0;
        return isFormat(point) || hb_font_get_nominal_glyph(own.face->font.get(), point, &glyph) != 0;
    };
    return std::all_of(letter.points.begin(), letter.points.end(), has) ||
           (letter.points.size() > 1 && isComplete(layOut(utf8, own))); // composed into one that it has
}

void chooseFaces(std::vector<Letter>& letters, std::string_view utf8, const OpenFace& own, const OtherFaces& others) {
    for (std::size_t i = 0; i < letters.size(); ++i) {
        const std::size_t end = i + 1 < letters.size() ? letters[i + 1].byte : utf8.size();
        if (hasAll(own, letters[i], utf8.substr(letters[i].byte, end - letters[i].byte)))
            letters[i].face = own;
    }
    for (std::size_t first = 0; first < letters.size();) {
        if (letters[first].face.face != nullptr) {
            ++first;
            continue;
        }
        std::u32string wanted;
        std::size_t end = first;
        for (;
             end < letters.size() && letters[end].face.face == nullptr && letters[end].script == letters[first].script;
             ++end)
            for (const char32_t point : letters[end].points)
                if (!isFormat(point))
                    wanted += point;
        const std::vector<OpenFace> found = others(wanted, letters[first].script);
        for (std::size_t point = 0; first < end; ++first) {
            // What stands on a letter is drawn in the letter's face.
            const auto points = std::count_if(letters[first].points.begin(), letters[first].points.end(),
                                              [](char32_t each) { return !isFormat(each); });
            letters[first].face = points > 0 && found[point].face != nullptr ? found[point] : own;
            point += static_cast<std::size_t>(points);
        }
    }
}

// Gives each letter its level (UAX #9): odd ones are read from the right. True where the line is.
bool chooseDirections(std::vector<Letter>& letters) {
    std::vector<FriBidiChar> points(letters.size());
    std::transform(letters.begin(), letters.end(), points.begin(),
                   [](const Letter& letter) { return letter.points.front(); });
    const auto count = static_cast<FriBidiStrIndex>(points.size());
    std::vector<FriBidiCharType> types(points.size());
    fribidi_get_bidi_types(points.data(), count, types.data());
    const auto isRight = [](FriBidiCharType type) { return FRIBIDI_IS_STRONG(type) && FRIBIDI_IS_RTL(type); };
    const auto isLeft = [](FriBidiCharType type) { return FRIBIDI_IS_STRONG(type) && !FRIBIDI_IS_RTL(type); };
    if (std::none_of(types.begin(), types.end(), isRight))
        return false;
    const bool rightToLeft = std::none_of(types.begin(), types.end(), isLeft);
    FriBidiParType base = rightToLeft ? FRIBIDI_PAR_RTL : FRIBIDI_PAR_LTR;
    std::vector<FriBidiBracketType> brackets(points.size());
    fribidi_get_bracket_types(points.data(), count, types.data(), brackets.data());
    std::vector<FriBidiLevel> levels(points.size());
    if (fribidi_get_par_embedding_levels_ex(types.data(), brackets.data(), count, &base, levels.data()) == 0)
        return false;
    for (std::size_t i = 0; i < letters.size(); ++i)
        letters[i].level = levels[i];
    return rightToLeft;
}

std::vector<Piece> piecesOf(const std::vector<Letter>& letters, const OpenFace& own, std::size_t bytes) {
    std::vector<Piece> pieces;
    for (const Letter& letter : letters) {
        // Where the own face has the letters it is given them as it would be without others.
        const hb_script_t script = letter.face.id == own.id ? HB_SCRIPT_COMMON : letter.script;
        if (pieces.empty() || pieces.back().face.id != letter.face.id || pieces.back().level != letter.level ||
            pieces.back().script != script)
            pieces.push_back({letter.face, script, letter.level, letter.byte, 0});
    }
    for (std::size_t i = 0; i < pieces.size(); ++i)
        pieces[i].end = i + 1 < pieces.size() ? pieces[i + 1].begin : static_cast<std::uint32_t>(bytes);
    return pieces;
}

// The places of pieces from left to right (rule L2 of UAX #9).
std::vector<std::size_t> visualOrder(const std::vector<Piece>& pieces) {
    std::vector<std::size_t> order(pieces.size());
    FriBidiLevel highest = 0;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        order[i] = i;
        highest = std::max(highest, pieces[i].level);
    }
    for (FriBidiLevel level = highest; level > 0; --level)
        for (auto first = order.begin(); first != order.end();) {
            const auto isLower = [&](std::size_t piece) { return pieces[piece].level < level; };
            first = std::find_if_not(first, order.end(), isLower);
            const auto end = std::find_if(first, order.end(), isLower);
            std::reverse(first, end);
            first = end;
        }
    return order;
}

// Appends the glyphs of some bytes to a line, at its right end.
class LineShaper {
  public:
    explicit LineShaper(std::string_view utf8) : utf8_(utf8), buffer_(hb_buffer_create()) {}

    TextPiece append(const Piece& piece) {
        hb_buffer_t* buffer = buffer_.get();
        hb_buffer_reset(buffer);
        hb_buffer_add_utf8(buffer, utf8_.data(), static_cast<int>(utf8_.size()), piece.begin,
                           static_cast<int>(piece.end - piece.begin));
        if (piece.script != HB_SCRIPT_COMMON) {
            hb_buffer_set_script(buffer, piece.script);
            hb_buffer_set_language(buffer, hb_language_from_string(languageOfScript(piece.script), -1));
        }
        if (directed_)
            hb_buffer_set_direction(buffer, piece.rightToLeft() ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
        hb_buffer_guess_segment_properties(buffer);
        const bool backward = HB_DIRECTION_IS_BACKWARD(hb_buffer_get_direction(buffer));
        const FontFace& face = *piece.face.face;
        hb_shape(face.font.get(), buffer, nullptr, 0);
        unsigned count = 0;
        const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer, &count);
        const hb_glyph_position_t* places = hb_buffer_get_glyph_positions(buffer, &count);
        const auto firstGlyph = static_cast<std::uint32_t>(line_.glyphs.size());
        const bool apart = piece.script == HB_SCRIPT_COMMON || standApart(piece.script);
        line_.glyphs.reserve(line_.glyphs.size() + count);
        for (unsigned i = 0; i < count; ++i) {
            if (i == 0 ? firstGlyph > 0 : apart && infos[i].cluster != infos[i - 1].cluster)
                ++line_.gaps;
            line_.glyphs.push_back({infos[i].codepoint,
                                    line_.width + static_cast<float>(places[i].x_offset) / face.unitsPerEm,
                                    -static_cast<float>(places[i].y_offset) / face.unitsPerEm, piece.face.id,
                                    line_.gaps, infos[i].cluster});
            line_.width += static_cast<float>(places[i].x_advance) / face.unitsPerEm;
        }
        return {piece.face.id, backward, piece.begin, piece.end, firstGlyph, count};
    }

    // Directions are those of the pieces rather than guessed.
    void direct() { directed_ = true; }
    [[nodiscard]] TextLayout& line() { return line_; }

  private:
    std::string_view utf8_;
    BufferHandle buffer_;
    TextLayout line_;
    bool directed_ = false;
};

} // namespace

TextLayout layOut(std::string_view utf8, OpenFace own) {
    LineShaper shaper(utf8);
    shaper.line().pieces.push_back(
        shaper.append({own, HB_SCRIPT_COMMON, 0, 0, static_cast<std::uint32_t>(utf8.size())}));
    return std::move(shaper.line());
}

std::vector<std::size_t> letterEnds(std::string_view utf8) {
    std::vector<std::size_t> ends;
    for (const Letter& letter : lettersOf(utf8))
        ends.push_back(letter.byte);
    ends.push_back(utf8.size());
    if (ends.front() != 0)
        ends.insert(ends.begin(), 0);
    return ends;
}

bool isComplete(const TextLayout& layout) {
    return std::none_of(layout.glyphs.begin(), layout.glyphs.end(),
                        [](const LaidGlyph& glyph) { return glyph.index == 0; });
}

TextLayout layOut(std::string_view utf8, OpenFace own, const OtherFaces& others) {
    std::vector<Letter> letters = lettersOf(utf8);
    shareScripts(letters);
    settleHan(letters);
    chooseFaces(letters, utf8, own, others);
    const bool rightToLeft = chooseDirections(letters);
    const std::vector<Piece> pieces = piecesOf(letters, own, utf8.size());
    LineShaper shaper(utf8);
    shaper.direct();
    std::vector<TextPiece> laid(pieces.size());
    for (const std::size_t piece : visualOrder(pieces))
        laid[piece] = shaper.append(pieces[piece]);
    shaper.line().pieces = std::move(laid);
    shaper.line().rightToLeft = rightToLeft;
    return std::move(shaper.line());
}

} // namespace jejaring::text
