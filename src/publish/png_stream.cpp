// SPDX-License-Identifier: MIT
#include "publish/png_stream.hpp"

#include <libdeflate.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace jejaring::publish {

namespace {

using Bytes = std::vector<std::uint8_t>;

void append(Bytes& bytes, std::string_view text) {
    bytes.insert(bytes.end(), text.begin(), text.end());
}

std::array<std::uint8_t, 4> bigEndian(std::uint32_t value) {
    return {static_cast<std::uint8_t>(value >> 24U), static_cast<std::uint8_t>(value >> 16U),
            static_cast<std::uint8_t>(value >> 8U), static_cast<std::uint8_t>(value)};
}

void append(Bytes& bytes, std::uint32_t value) {
    const auto four = bigEndian(value);
    bytes.insert(bytes.end(), four.begin(), four.end());
}

bool ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

} // namespace

PngStream::PngStream(const PngHeader& header, Sink sink)
    : sink_(std::move(sink)), deflater_(header.width, header.alpha ? 4 : 3) {
    static constexpr std::array<std::uint8_t, 8> kSignature{0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    sink_(kSignature);

    Bytes data;
    append(data, header.width);
    append(data, header.height);
    // 8 bits, colour with or without alpha, deflate, adaptive filters, not interlaced.
    data.insert(data.end(), {8, static_cast<std::uint8_t>(header.alpha ? 6 : 2), 0, 0, 0});
    chunk("IHDR", data);
    chunk("sRGB", std::array<std::uint8_t, 1>{0}); // perceptual intent

    data.clear();
    const auto density = static_cast<std::uint32_t>(std::lround(header.pixelsPerMetre));
    append(data, density);
    append(data, density);
    data.push_back(1); // the unit is the metre
    chunk("pHYs", data);

    for (const auto& [keyword, text] : header.texts) {
        data.clear();
        append(data, keyword.substr(0, 79));
        data.push_back(0);
        if (ascii(text)) {
            append(data, text);
            chunk("tEXt", data);
        } else {
            // Not compressed, language and translated keyword left open.
            data.insert(data.end(), {0, 0, 0, 0});
            append(data, text);
            chunk("iTXt", data);
        }
    }
}

void PngStream::chunk(std::string_view type, std::span<const std::uint8_t> data) {
    sink_(bigEndian(static_cast<std::uint32_t>(data.size())));
    const std::span<const std::uint8_t> name(reinterpret_cast<const std::uint8_t*>(type.data()), type.size());
    sink_(name);
    sink_(data);
    const std::uint32_t crc = libdeflate_crc32(libdeflate_crc32(0, name.data(), name.size()), data.data(), data.size());
    sink_(bigEndian(crc));
}

void PngStream::addRows(const std::uint8_t* first, std::ptrdiff_t stride, std::size_t rows) {
    for (std::size_t row = 0; row < rows; ++row)
        deflater_.addRow(first + static_cast<std::ptrdiff_t>(row) * stride);
    chunk("IDAT", deflater_.takeBlock());
}

void PngStream::finish() {
    chunk("IDAT", deflater_.finish());
    chunk("IEND", {});
}

} // namespace jejaring::publish
