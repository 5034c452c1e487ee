// SPDX-License-Identifier: MIT
#include "ui/widget/other_letters.hpp"

#include "publish/plain_text.hpp"
#include "text/visual_order.hpp"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace jejaring::ui {
namespace {

std::set<ImWchar>& noted() {
    static std::set<ImWchar> letters;
    return letters;
}

// Latin letters, which every font of the window has.
bool isLatin(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0xc9U; });
}

void note(const ImFont* font, const std::vector<std::uint32_t>& letters) {
    for (const std::uint32_t letter : letters)
        if (letter >= 0x80 && letter <= IM_UNICODE_CODEPOINT_MAX &&
            font->FindGlyphNoFallback(static_cast<ImWchar>(letter)) == nullptr)
            noted().insert(static_cast<ImWchar>(letter));
}

} // namespace

std::string_view drawable(const ImFont* font, std::string_view text, std::string& buffer) {
    if (isLatin(text))
        return text;
    const std::vector<std::uint32_t> letters = publish::codePoints(text);
    if (!text::hasRightToLeft(letters)) {
        note(font, letters);
        return text;
    }
    const std::vector<std::uint32_t> placed = text::visualOrder(letters);
    note(font, placed);
    buffer.clear();
    for (const std::uint32_t letter : placed)
        publish::appendUtf8(buffer, letter);
    return buffer;
}

void noteLetters(const ImFont* font, std::string_view text) {
    if (!isLatin(text))
        note(font, publish::codePoints(text));
}

const std::set<ImWchar>& notedLetters() {
    return noted();
}

} // namespace jejaring::ui
