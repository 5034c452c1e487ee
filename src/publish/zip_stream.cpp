// SPDX-License-Identifier: MIT
#include "publish/zip_stream.hpp"

#include <libdeflate.h>

#include <new>
#include <utility>

namespace jejaring::publish {
namespace {

constexpr int kLevel = 8; // of libdeflate: a slide in some milliseconds, 2 % larger than at its best
constexpr std::uint16_t kStored = 0;
constexpr std::uint16_t kDeflated = 8;
constexpr std::uint16_t kVersion = 20;              // of the format, for deflated parts
constexpr std::uint16_t kUtf8Names = 1U << 11U;     // flag
constexpr std::uint16_t kFirstDate = 1U << 5U | 1U; // 1 January 1980, the first that the format can tell
constexpr std::uint32_t kRegularFile = std::uint32_t{0100644} << 16U; // as Unix has it, for the programs that ask

// Numbers in the order of bytes that the format wants.
class Record {
  public:
    Record& two(std::uint32_t value) { return add(value, 2); }
    Record& four(std::uint32_t value) { return add(value, 4); }
    Record& text(std::string_view characters) {
        for (const char c : characters)
            bytes_.push_back(static_cast<std::byte>(c));
        return *this;
    }
    [[nodiscard]] const std::vector<std::byte>& bytes() const { return bytes_; }

  private:
    Record& add(std::uint32_t value, int count) {
        for (int i = 0; i < count; ++i, value >>= 8U)
            bytes_.push_back(static_cast<std::byte>(value & 0xFFU));
        return *this;
    }
    std::vector<std::byte> bytes_;
};

} // namespace

struct ZipStream::Compressor {
    libdeflate_compressor* handle = libdeflate_alloc_compressor(kLevel);
    Compressor() {
        if (handle == nullptr)
            throw std::bad_alloc();
    }
    ~Compressor() { libdeflate_free_compressor(handle); }
    Compressor(const Compressor&) = delete;
    Compressor& operator=(const Compressor&) = delete;
};

ZipStream::ZipStream(Sink sink) : sink_(std::move(sink)), compressor_(std::make_unique<Compressor>()) {}

ZipStream::~ZipStream() = default;

void ZipStream::write(std::span<const std::byte> bytes) {
    sink_(bytes);
    written_ += bytes.size();
}

void ZipStream::add(const std::string& name, std::string_view content) {
    if (entries_.size() == kMostParts || written_ + content.size() + name.size() > kMostBytes)
        tooLarge_ = true;
    if (tooLarge_)
        return;
    packed_.resize(content.size());
    std::size_t packed = 0;
    if (!content.empty())
        packed = libdeflate_deflate_compress(compressor_->handle, content.data(), content.size(), packed_.data(),
                                             packed_.size());
    // Pictures are packed already: as they are where that is no larger.
    const bool deflated = packed > 0 && packed < content.size();
    Entry entry{name,
                deflated ? kDeflated : kStored,
                libdeflate_crc32(0, content.data(), content.size()),
                static_cast<std::uint32_t>(deflated ? packed : content.size()),
                static_cast<std::uint32_t>(content.size()),
                static_cast<std::uint32_t>(written_)};
    write(Record()
              .four(0x04034B50)
              .two(kVersion)
              .two(kUtf8Names)
              .two(entry.method)
              .two(0)
              .two(kFirstDate)
              .four(entry.checksum)
              .four(entry.packed)
              .four(entry.size)
              .two(static_cast<std::uint32_t>(name.size()))
              .two(0)
              .text(name)
              .bytes());
    write(deflated ? std::span<const std::byte>(packed_.data(), packed)
                   : std::as_bytes(std::span<const char>(content.data(), content.size())));
    entries_.push_back(std::move(entry));
}

bool ZipStream::finish() {
    const std::uint64_t start = written_;
    for (const Entry& entry : entries_) {
        if (tooLarge_)
            return false;
        write(Record()
                  .four(0x02014B50)
                  .two(3U << 8U | kVersion) // made on Unix
                  .two(kVersion)
                  .two(kUtf8Names)
                  .two(entry.method)
                  .two(0)
                  .two(kFirstDate)
                  .four(entry.checksum)
                  .four(entry.packed)
                  .four(entry.size)
                  .two(static_cast<std::uint32_t>(entry.name.size()))
                  .two(0)
                  .two(0)
                  .two(0)
                  .two(0)
                  .four(kRegularFile)
                  .four(entry.offset)
                  .text(entry.name)
                  .bytes());
        tooLarge_ = written_ > kMostBytes;
    }
    if (tooLarge_)
        return false;
    const auto count = static_cast<std::uint32_t>(entries_.size());
    write(Record()
              .four(0x06054B50)
              .two(0)
              .two(0)
              .two(count)
              .two(count)
              .four(static_cast<std::uint32_t>(written_ - start))
              .four(static_cast<std::uint32_t>(start))
              .two(0)
              .bytes());
    return true;
}

} // namespace jejaring::publish
