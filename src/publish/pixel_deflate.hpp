// SPDX-License-Identifier: MIT
// Deflate (RFC 1951) for drawn pictures: large flat areas, repeated rows, thin edges. Two matches are tried at each
// pixel, the pixel to the left and the row above, which such pictures hardly improve upon; several times as fast as a
// general search.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace jejaring::publish {

// One zlib stream (RFC 1950) over rows of pixels as PNG wants them: a filter byte 0, then the row's bytes. The stream
// comes in pieces; put together they are one stream.
class PixelDeflater {
  public:
    // `width` in pixels; `channels` 3 (alpha is dropped) or 4.
    PixelDeflater(std::size_t width, std::size_t channels);

    // Appends one row of `width` RGBA pixels, bytes in memory order.
    void addRow(const std::uint8_t* rgba);
    // Ends a block after the rows so far and hands out the bytes complete by now.
    [[nodiscard]] std::vector<std::uint8_t> takeBlock();
    // The rest of the stream. Nothing may be added after it.
    [[nodiscard]] std::vector<std::uint8_t> finish();

  private:
    // A literal byte, or a match: kMatch | above << 16 | length.
    using Token = std::uint32_t;

    void addLiterals(const std::uint8_t* bytes, std::size_t count);
    void addMatch(std::size_t length, bool above);
    void writeBits(std::uint64_t bits, unsigned count);
    void writeBlock(bool last);

    std::size_t width_;
    std::size_t channels_;
    std::size_t rowBytes_; // with the filter byte
    bool canReachAbove_;   // deflate looks back 32768 bytes at most
    bool firstRow_ = true;
    bool started_ = false;
    std::vector<std::uint32_t> row_;
    std::vector<std::uint32_t> above_;
    std::vector<std::uint8_t> packed_;
    std::uint32_t checksum_ = 1;
    std::vector<Token> tokens_;
    std::array<std::uint32_t, 286> literalCounts_{};
    std::array<std::uint32_t, 30> distanceCounts_{};
    std::vector<std::uint8_t> out_;
    std::uint64_t pending_ = 0; // bits not yet a byte
    unsigned pendingCount_ = 0;
};

} // namespace jejaring::publish
