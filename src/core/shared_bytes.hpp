// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <cstddef>
#include <memory>
#include <span>
#include <utility>
#include <vector>

namespace jejaring::core {

// Bytes that never change: copies share them, and are equal where their content is.
class SharedBytes {
  public:
    SharedBytes() = default;
    SharedBytes(std::vector<std::byte> bytes)
        : bytes_(bytes.empty() ? nullptr : std::make_shared<const std::vector<std::byte>>(std::move(bytes))) {}

    [[nodiscard]] bool empty() const { return bytes_ == nullptr; }
    [[nodiscard]] std::size_t size() const { return bytes_ ? bytes_->size() : 0; }
    [[nodiscard]] std::span<const std::byte> span() const {
        return bytes_ ? std::span<const std::byte>(*bytes_) : std::span<const std::byte>();
    }
    operator std::span<const std::byte>() const { return span(); }
    // Where they lie: the same for copies, null where there are none.
    [[nodiscard]] const void* place() const { return bytes_.get(); }

    friend bool operator==(const SharedBytes& a, const SharedBytes& b) {
        return a.bytes_ == b.bytes_ || std::ranges::equal(a.span(), b.span());
    }

  private:
    std::shared_ptr<const std::vector<std::byte>> bytes_; // never empty
};

} // namespace jejaring::core
