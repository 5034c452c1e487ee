// SPDX-License-Identifier: MIT
#include "data/boundary/wkb.hpp"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstring>

namespace jejaring::data {
namespace {

static_assert(std::endian::native == std::endian::little, "positions are copied as they lie in little-endian WKB");
static_assert(sizeof(geo::Point) == 2 * sizeof(double));

constexpr std::uint32_t kPolygon = 3;
constexpr std::uint32_t kMultiPolygon = 6;

class Writer {
  public:
    void header(std::uint32_t type) {
        bytes.push_back(std::byte{1});
        number(type);
    }
    void number(std::size_t value) {
        const auto narrow = static_cast<std::uint32_t>(value);
        append(&narrow, sizeof narrow);
    }
    void ring(const geo::Ring& ring) {
        number(ring.size() + 1);
        append(ring.data(), ring.size() * sizeof(geo::Point));
        append(ring.data(), sizeof(geo::Point));
    }
    std::vector<std::byte> bytes;

  private:
    void append(const void* data, std::size_t size) {
        const auto* first = static_cast<const std::byte*>(data);
        bytes.insert(bytes.end(), first, first + size);
    }
};

class Reader {
  public:
    explicit Reader(std::span<const std::byte> bytes) : bytes_(bytes) {}

    // The type of a geometry without its dimensions; nothing at the end of the bytes.
    std::optional<std::uint32_t> header() {
        if (bytes_.empty())
            return std::nullopt;
        swap_ = bytes_[0] == std::byte{0};
        bytes_ = bytes_.subspan(1);
        const auto code = number();
        if (!code)
            return std::nullopt;
        // ISO adds thousands for Z and M, PostGIS sets bits.
        std::uint32_t type = *code;
        dimensions_ = 2;
        if (type & 0x80000000U)
            ++dimensions_;
        if (type & 0x40000000U)
            ++dimensions_;
        type &= 0x0fffffffU;
        const std::uint32_t thousands = type / 1000;
        dimensions_ += thousands == 3 ? 2 : (thousands == 1 || thousands == 2) ? 1 : 0;
        return type % 1000;
    }

    std::optional<std::uint32_t> number() {
        std::uint32_t value = 0;
        if (bytes_.size() < sizeof value)
            return std::nullopt;
        std::memcpy(&value, bytes_.data(), sizeof value);
        bytes_ = bytes_.subspan(sizeof value);
        return swap_ ? __builtin_bswap32(value) : value;
    }

    bool ring(geo::Ring& ring) {
        const auto count = number();
        const std::size_t stride = dimensions_ * sizeof(double);
        if (!count || bytes_.size() / stride < *count)
            return false;
        ring.resize(*count);
        if (dimensions_ == 2 && !swap_) {
            if (!ring.empty())
                std::memcpy(ring.data(), bytes_.data(), *count * stride);
        } else {
            for (std::size_t i = 0; i < ring.size(); ++i)
                ring[i] = {coordinate(i * stride), coordinate(i * stride + sizeof(double))};
        }
        bytes_ = bytes_.subspan(*count * stride);
        if (ring.size() > 1 && ring.front() == ring.back())
            ring.pop_back();
        return true;
    }

    bool polygon(geo::MultiPolygon& polygons) {
        const auto rings = number();
        if (!rings)
            return false;
        geo::Polygon polygon;
        for (std::uint32_t i = 0; i < *rings; ++i) {
            geo::Ring read;
            if (!ring(read))
                return false;
            if (i == 0)
                polygon.outer = std::move(read);
            else if (read.size() >= 3)
                polygon.holes.push_back(std::move(read));
        }
        if (polygon.outer.size() >= 3)
            polygons.push_back(std::move(polygon));
        return true;
    }

  private:
    double coordinate(std::size_t at) const {
        std::uint64_t bits = 0;
        std::memcpy(&bits, bytes_.data() + at, sizeof bits);
        return std::bit_cast<double>(swap_ ? __builtin_bswap64(bits) : bits);
    }

    std::span<const std::byte> bytes_;
    std::size_t dimensions_ = 2;
    bool swap_ = false;
};

// Takes off the header that GeoPackage puts before WKB (OGC 12-128r18, 2.1.3).
std::optional<std::span<const std::byte>> unwrapped(std::span<const std::byte> bytes) {
    constexpr std::size_t kFixed = 8;
    if (bytes.size() < 2 || bytes[0] != std::byte{'G'} || bytes[1] != std::byte{'P'})
        return bytes;
    if (bytes.size() < kFixed)
        return std::nullopt;
    constexpr std::size_t kEnvelopes[] = {0, 32, 48, 48, 64, 0, 0, 0};
    const std::size_t size = kFixed + kEnvelopes[(std::to_integer<std::size_t>(bytes[3]) >> 1) & 7];
    return bytes.size() < size ? std::nullopt : std::optional(bytes.subspan(size));
}

} // namespace

std::vector<std::byte> toWkb(const geo::MultiPolygon& polygons) {
    Writer writer;
    std::size_t size = 16;
    for (const geo::Polygon& polygon : polygons) {
        size += 32 + polygon.outer.size() * sizeof(geo::Point);
        for (const geo::Ring& hole : polygon.holes)
            size += 32 + hole.size() * sizeof(geo::Point);
    }
    writer.bytes.reserve(size);
    writer.header(kMultiPolygon);
    writer.number(polygons.size());
    for (const geo::Polygon& polygon : polygons) {
        writer.header(kPolygon);
        writer.number(1 + polygon.holes.size());
        writer.ring(polygon.outer);
        for (const geo::Ring& hole : polygon.holes)
            writer.ring(hole);
    }
    return std::move(writer.bytes);
}

std::optional<geo::MultiPolygon> fromWkb(std::span<const std::byte> bytes) {
    const auto plain = unwrapped(bytes);
    if (!plain)
        return std::nullopt;
    Reader reader(*plain);
    const auto type = reader.header();
    geo::MultiPolygon polygons;
    if (type == kPolygon)
        return reader.polygon(polygons) ? std::optional(std::move(polygons)) : std::nullopt;
    if (type != kMultiPolygon)
        return std::nullopt;
    const auto count = reader.number();
    if (!count)
        return std::nullopt;
    for (std::uint32_t i = 0; i < *count; ++i)
        if (reader.header() != kPolygon || !reader.polygon(polygons))
            return std::nullopt;
    return polygons;
}

} // namespace jejaring::data
