// SPDX-License-Identifier: MIT
#include "data/cache.hpp"

#include "data/file_io.hpp"

#include <array>
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <utility>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace jejaring::data {
namespace {

constexpr std::size_t kAlignment = 64;

// How a file begins, in the machine's byte order: a cache never leaves its machine. Fingerprint and note follow, then
// the bytes at the next multiple of kAlignment.
struct Header {
    std::array<char, 8> magic{};
    std::uint64_t fingerprintSize = 0;
    std::uint64_t noteSize = 0;
    std::uint64_t byteCount = 0;
    std::uint64_t checksum = 0; // of the three sizes, fingerprint and note
};

constexpr std::array<char, 8> kMagic{'J', 'E', 'J', 'C', 'A', 'C', 'H', '1'};

// FNV-1a.
std::uint64_t hashed(std::uint64_t hash, std::string_view text) {
    for (const char c : text)
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
    return hash;
}

std::uint64_t checksumOf(const Header& header, std::string_view fingerprint, std::string_view note) {
    std::uint64_t hash = 0xcbf29ce484222325ULL;
    for (const std::uint64_t size : {header.fingerprintSize, header.noteSize, header.byteCount})
        hash = hashed(hash, std::to_string(size) + ' ');
    return hashed(hashed(hash, fingerprint), note);
}

std::size_t aligned(std::size_t size) {
    return (size + kAlignment - 1) / kAlignment * kAlignment;
}

} // namespace

CacheImage::CacheImage(CacheImage&& other) noexcept {
    *this = std::move(other);
}

CacheImage& CacheImage::operator=(CacheImage&& other) noexcept {
    std::swap(mapped_, other.mapped_);
    std::swap(mappedSize_, other.mappedSize_);
    std::swap(note_, other.note_);
    std::swap(bytes_, other.bytes_);
    return *this;
}

CacheImage::~CacheImage() {
    if (mapped_ != nullptr)
        ::munmap(mapped_, mappedSize_);
}

Cache::Cache(std::string folder) : folder_(std::move(folder)) {}

std::string Cache::path(std::string_view name) const {
    return folder_ + '/' + std::string(name);
}

CacheImage Cache::load(std::string_view name, std::string_view fingerprint) const {
    const int file = ::open(path(name).c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return {};
    struct stat status {};
    const bool usable =
        ::fstat(file, &status) == 0 && S_ISREG(status.st_mode) && status.st_size >= static_cast<off_t>(sizeof(Header));
    CacheImage image;
    if (usable) {
        image.mappedSize_ = static_cast<std::size_t>(status.st_size);
        void* const mapped = ::mmap(nullptr, image.mappedSize_, PROT_READ, MAP_PRIVATE, file, 0);
        image.mapped_ = mapped == MAP_FAILED ? nullptr : mapped;
    }
    ::close(file);
    if (!image)
        return {};

    Header header;
    std::memcpy(&header, image.mapped_, sizeof(Header));
    const std::string_view rest(static_cast<const char*>(image.mapped_) + sizeof(Header),
                                image.mappedSize_ - sizeof(Header));
    if (header.magic != kMagic || header.fingerprintSize > rest.size() ||
        header.noteSize > rest.size() - header.fingerprintSize)
        return {};
    const std::string_view ownFingerprint = rest.substr(0, header.fingerprintSize);
    image.note_ = rest.substr(header.fingerprintSize, header.noteSize);
    if (header.checksum != checksumOf(header, ownFingerprint, image.note_) || ownFingerprint != fingerprint)
        return {};
    const std::size_t begin = aligned(sizeof(Header) + header.fingerprintSize + header.noteSize);
    if (begin > image.mappedSize_ || image.mappedSize_ - begin != header.byteCount)
        return {};
    image.bytes_ = {static_cast<const std::byte*>(image.mapped_) + begin, header.byteCount};
    return image;
}

bool Cache::store(std::string_view name, std::string_view fingerprint, std::string_view note,
                  std::span<const std::byte> bytes) const {
    std::error_code failure;
    std::filesystem::create_directories(folder_, failure);
    if (failure)
        return false;
    Header header{kMagic, fingerprint.size(), note.size(), bytes.size(), 0};
    header.checksum = checksumOf(header, fingerprint, note);
    std::string head(reinterpret_cast<const char*>(&header), sizeof(Header));
    head += fingerprint;
    head += note;
    head.resize(aligned(head.size()));
    const std::array<std::span<const std::byte>, 2> parts{std::as_bytes(std::span(head)), bytes};
    // An entry that a loss of power damaged has another checksum, and is made again.
    return writeWholeFile(path(name), parts, Durable::no).ok();
}

} // namespace jejaring::data
