// SPDX-License-Identifier: MIT
// The chunks of a PNG (ISO/IEC 15948) are walked by hand: libpng would decode, and allocate for, whatever stands before
// the texts.
#include "publish/recipe_file.hpp"

#include "data/file_io.hpp"

#include <cstdint>
#include <string_view>

namespace jejaring::publish {
namespace {

constexpr std::string_view kSignature = "\x89PNG\r\n\x1a\n";
constexpr std::size_t kChunkFrame = 12; // length, type, checksum

std::uint32_t bigEndian(std::string_view bytes) {
    std::uint32_t value = 0;
    for (const char byte : bytes.substr(0, 4))
        value = value << 8U | static_cast<unsigned char>(byte);
    return value;
}

// The text of a tEXt or iTXt chunk with our keyword; compressed ones are not ours.
std::string_view textOf(std::string_view type, std::string_view data) {
    const std::string_view keyword = data.substr(0, data.find('\0'));
    if (keyword != kRecipeKeyword || keyword.size() == data.size())
        return {};
    std::string_view rest = data.substr(keyword.size() + 1);
    if (type == "tEXt")
        return rest;
    if (type != "iTXt" || rest.size() < 2 || rest[0] != '\0')
        return {};
    rest.remove_prefix(2);        // compression flag and method
    for (int i = 0; i < 2; ++i) { // language tag, translated keyword
        const std::size_t end = rest.find('\0');
        if (end == std::string_view::npos)
            return {};
        rest.remove_prefix(end + 1);
    }
    return rest;
}

} // namespace

core::Result<Recipe> readRecipe(const std::string& path) {
    const core::Result<std::string> file = data::readWholeFile(path);
    if (!file)
        return core::Result<Recipe>::failure(file.messages());
    std::string_view rest = file.value();
    if (!rest.starts_with(kSignature))
        return core::error(core::ErrorCode::wrongFormat, JEJARING_TR("{0} is no PNG picture."), {path});
    rest.remove_prefix(kSignature.size());
    while (rest.size() >= kChunkFrame) {
        const std::size_t length = bigEndian(rest);
        const std::string_view type = rest.substr(4, 4);
        if (length > rest.size() - kChunkFrame || type == "IEND")
            break;
        if (const std::string_view text = textOf(type, rest.substr(8, length)); !text.empty())
            return parseRecipe(text);
        rest.remove_prefix(length + kChunkFrame);
    }
    return core::error(
        core::ErrorCode::wrongFormat,
        JEJARING_TR("{0} does not tell how it was made: it is no picture that Jejaring wrote, or another "
                    "program saved it without its texts."),
        {path});
}

} // namespace jejaring::publish
