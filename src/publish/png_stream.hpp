// SPDX-License-Identifier: MIT
// A PNG (ISO/IEC 15948) row by row into a sink: 8 bits a channel, sRGB, no interlacing.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace jejaring::publish {

struct PngHeader {
    std::uint32_t width = 1;
    std::uint32_t height = 1;
    bool alpha = false;             // with straight alpha
    double pixelsPerMetre = 3779.5; // 96 a inch
    std::vector<std::pair<std::string, std::string>> texts;
};

class PngStream {
  public:
    using Sink = std::function<void(std::span<const std::uint8_t>)>;

    // Writes everything that comes before the pixels.
    PngStream(const PngHeader& header, Sink sink);
    ~PngStream();
    PngStream(const PngStream&) = delete;
    PngStream& operator=(const PngStream&) = delete;

    // Rows from top to bottom, RGBA. `stride` is the distance of one row from the one above, in bytes; negative where
    // rows lie bottom up in memory, with `first` at the topmost.
    void addRows(const std::uint8_t* first, std::ptrdiff_t stride, std::size_t rows);
    // Precondition: as many rows as the header says.
    void finish();

  private:
    struct Writer;
    std::unique_ptr<Writer> writer_;
};

} // namespace jejaring::publish
