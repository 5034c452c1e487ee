// SPDX-License-Identifier: MIT
// A zip file (PKWARE's APPNOTE 6.3) part by part into a sink: each part is deflated and handed on at once, so that only
// the table of contents is kept. The same parts give the same bytes, whatever the day.
#pragma once

#include "core/result.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace jejaring::publish {

class ZipStream {
  public:
    using Sink = std::function<void(std::span<const std::byte>)>;

    // The format holds so much without extensions, which some readers of documents do not know.
    static constexpr std::size_t kMostParts = 65535;
    static constexpr std::uint64_t kMostBytes = 0xFFFFFFFF;

    explicit ZipStream(Sink sink);
    ~ZipStream();
    ZipStream(const ZipStream&) = delete;
    ZipStream& operator=(const ZipStream&) = delete;

    // Parts stand in the file in the order in which they are added. Precondition: no name comes twice. Once there is
    // more than the format holds, nothing is written any more.
    void add(const std::string& name, std::string_view content);
    [[nodiscard]] bool tooLarge() const { return tooLarge_; }
    // The table of contents. False where there was more than the format holds.
    [[nodiscard]] bool finish();

  private:
    struct Entry {
        std::string name;
        std::uint16_t method = 0;
        std::uint32_t checksum = 0;
        std::uint32_t packed = 0; // bytes
        std::uint32_t size = 0;
        std::uint32_t offset = 0; // of its header in the file
    };
    struct Compressor;

    void write(std::span<const std::byte> bytes);

    Sink sink_;
    std::unique_ptr<Compressor> compressor_;
    std::vector<Entry> entries_;
    std::vector<std::byte> packed_; // reused
    std::uint64_t written_ = 0;
    bool tooLarge_ = false;
};

} // namespace jejaring::publish
