// SPDX-License-Identifier: MIT
// Images of what is slow to make, kept on disk by a fingerprint of what they were made from. A cache may be deleted at
// any time; a damaged or outdated entry counts as absent.
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace jejaring::data {

// One entry, mapped into memory. Its frame and length are sound; whether its bytes are is for their reader to tell, so
// that who needs a part of them reads only that part. They begin at an address divisible by 64.
class CacheImage {
  public:
    CacheImage() = default;
    CacheImage(CacheImage&& other) noexcept;
    CacheImage& operator=(CacheImage&& other) noexcept;
    ~CacheImage();

    explicit operator bool() const { return mapped_ != nullptr; }
    [[nodiscard]] std::string_view note() const { return note_; }
    [[nodiscard]] std::span<const std::byte> bytes() const { return bytes_; }

  private:
    friend class Cache;
    void* mapped_ = nullptr;
    std::size_t mappedSize_ = 0;
    std::string_view note_;
    std::span<const std::byte> bytes_;
};

// Separate processes may use one folder at a time.
class Cache {
  public:
    // The folder is made when something is stored. Usually cacheFolder().
    explicit Cache(std::string folder);

    // Nothing where `name` (a file name without folder) is absent, was stored under another fingerprint, or is damaged.
    [[nodiscard]] CacheImage load(std::string_view name, std::string_view fingerprint) const;
    // Replaces the entry as a whole. `note` is a short text kept beside the bytes. False where it could not be written:
    // no error, since everything works without a cache.
    bool store(std::string_view name, std::string_view fingerprint, std::string_view note,
               std::span<const std::byte> bytes) const;

  private:
    [[nodiscard]] std::string path(std::string_view name) const;
    std::string folder_;
};

} // namespace jejaring::data
