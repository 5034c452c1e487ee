// SPDX-License-Identifier: MIT
#include "publish/pixel_deflate.hpp"

#include "publish/huffman.hpp"

#include <libdeflate.h>

#include <algorithm>
#include <bit>
#include <cstring>
#include <utility>

namespace jejaring::publish {

namespace {

constexpr std::uint32_t kMatch = 1U << 31U;
constexpr std::uint32_t kAbove = 1U << 16U;
constexpr std::size_t kWindow = 32768;
constexpr std::size_t kLongestMatch = 258;
constexpr std::size_t kEndOfBlock = 256;

// RFC 1951, 3.2.5: the code for a length or distance, and the extra bits that tell which of its range it is.
struct RangeCode {
    std::uint16_t code = 0;
    std::uint8_t extraBits = 0;
    std::uint16_t extra = 0;
};

RangeCode lengthCode(std::size_t length) {
    if (length == kLongestMatch)
        return {285, 0, 0};
    const auto offset = static_cast<unsigned>(length - 3);
    if (offset < 8)
        return {static_cast<std::uint16_t>(257 + offset), 0, 0};
    const auto extraBits = static_cast<unsigned>(std::bit_width(offset)) - 3;
    return {static_cast<std::uint16_t>(257 + 4 * extraBits + (offset >> extraBits)),
            static_cast<std::uint8_t>(extraBits), static_cast<std::uint16_t>(offset & ((1U << extraBits) - 1))};
}

RangeCode distanceCode(std::size_t distance) {
    const auto offset = static_cast<unsigned>(distance - 1);
    if (offset < 4)
        return {static_cast<std::uint16_t>(offset), 0, 0};
    const auto extraBits = static_cast<unsigned>(std::bit_width(offset)) - 2;
    return {static_cast<std::uint16_t>(2 * extraBits + (offset >> extraBits)), static_cast<std::uint8_t>(extraBits),
            static_cast<std::uint16_t>(offset & ((1U << extraBits) - 1))};
}

const std::array<RangeCode, kLongestMatch + 1>& lengthCodes() {
    static const auto kTable = [] {
        std::array<RangeCode, kLongestMatch + 1> table{};
        for (std::size_t length = 3; length <= kLongestMatch; ++length)
            table[length] = lengthCode(length);
        return table;
    }();
    return kTable;
}

std::uint64_t load64(const std::uint32_t* from) {
    std::uint64_t value = 0;
    std::memcpy(&value, from, sizeof value);
    return value;
}

// How many of `count` pixels are equal in both places.
std::size_t equalPixels(const std::uint32_t* a, const std::uint32_t* b, std::size_t count) {
    std::size_t i = 0;
    while (i + 4 <= count && ((load64(a + i) ^ load64(b + i)) | (load64(a + i + 2) ^ load64(b + i + 2))) == 0)
        i += 4;
    while (i < count && a[i] == b[i])
        ++i;
    return i;
}

} // namespace

PixelDeflater::PixelDeflater(std::size_t width, std::size_t channels)
    : width_(width), channels_(channels), rowBytes_(width * channels + 1), canReachAbove_(rowBytes_ <= kWindow),
      row_(width), above_(width), packed_(rowBytes_ + 4) {}

void PixelDeflater::addLiterals(const std::uint8_t* bytes, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) {
        tokens_.push_back(bytes[i]);
        ++literalCounts_[bytes[i]];
    }
}

void PixelDeflater::addMatch(std::size_t length, bool above) {
    const std::uint16_t distance = distanceCode(above ? rowBytes_ : channels_).code;
    // No match is longer than 258 bytes, nor shorter than 3.
    while (length > 0) {
        std::size_t part = std::min(length, kLongestMatch);
        if (length - part > 0 && length - part < 3)
            part -= 3;
        tokens_.push_back(kMatch | (above ? kAbove : 0U) | static_cast<std::uint32_t>(part));
        ++literalCounts_[lengthCodes()[part].code];
        ++distanceCounts_[distance];
        length -= part;
    }
}

void PixelDeflater::addRow(const std::uint8_t* rgba) {
    std::vector<std::uint32_t>& row = row_;
    const std::vector<std::uint32_t>& above = above_;
    std::memcpy(row.data(), rgba, width_ * 4);

    std::uint8_t* packed = packed_.data();
    *packed++ = 0;
    if (channels_ == 3) {
        // Four bytes at a time, of which the next pixel overwrites the fourth.
        for (std::size_t x = 0; x < width_; ++x, packed += 3)
            std::memcpy(packed, rgba + 4 * x, 4);
    } else {
        std::memcpy(packed, rgba, width_ * 4);
    }
    checksum_ = libdeflate_adler32(checksum_, packed_.data(), rowBytes_);

    const bool lookAbove = canReachAbove_ && !firstRow_;
    const std::uint8_t* bytes = packed_.data() + 1;
    std::size_t x = 0;
    std::size_t pendingAbove = 0; // bytes of a match with the row above that may still grow
    if (lookAbove)
        pendingAbove = 1; // the filter byte
    else
        addLiterals(packed_.data(), 1);
    while (x < width_) {
        const std::size_t same = lookAbove ? equalPixels(&row[x], &above[x], width_ - x) : 0;
        const std::size_t run =
            x > 0 && row[x] == row[x - 1] && same < width_ - x ? equalPixels(&row[x], &row[x - 1], width_ - x) : 0;
        if (same >= run && same > 0) {
            pendingAbove += same * channels_;
            x += same;
            if (x == width_)
                break;
            continue;
        }
        if (pendingAbove >= 3)
            addMatch(pendingAbove, true);
        else if (pendingAbove > 0)
            addLiterals(packed_.data(), 1); // only ever the filter byte
        pendingAbove = 0;
        if (run > 0) {
            addMatch(run * channels_, false);
            x += run;
        } else {
            addLiterals(bytes + x * channels_, channels_);
            ++x;
        }
    }
    if (pendingAbove >= 3)
        addMatch(pendingAbove, true);
    else if (pendingAbove > 0)
        addLiterals(packed_.data(), 1);
    above_.swap(row_);
    firstRow_ = false;
}

void PixelDeflater::writeBits(std::uint64_t bits, unsigned count) {
    pending_ |= bits << pendingCount_;
    pendingCount_ += count;
    while (pendingCount_ >= 8) {
        out_.push_back(static_cast<std::uint8_t>(pending_));
        pending_ >>= 8U;
        pendingCount_ -= 8;
    }
}

void PixelDeflater::writeBlock(bool last) {
    if (!started_) {
        // RFC 1950: deflate with a window of 32 KiB, fastest level; the two bytes are a multiple of 31.
        out_.insert(out_.end(), {0x78, 0x01});
        started_ = true;
    }
    ++literalCounts_[kEndOfBlock];
    const std::vector<PrefixCode> literals = huffmanCodes(literalCounts_, 15);
    const std::vector<PrefixCode> distances = huffmanCodes(distanceCounts_, 15);

    // RFC 1951, 3.2.7: a block with codes of its own. The lengths of the codes are written plainly, each in a code of
    // four bits for the lengths 0 to 15, without run lengths; the cost is 158 bytes a block.
    writeBits((last ? 1U : 0U) | (2U << 1U), 3);
    writeBits(literals.size() - 257, 5);
    writeBits(distances.size() - 1, 5);
    writeBits(19 - 4, 4);
    for (unsigned i = 0; i < 19; ++i)
        writeBits(i < 3 ? 0 : 4, 3); // the first three are the run lengths 16, 17, 18, which are not used
    const auto writeLength = [this](const PrefixCode& code) {
        unsigned reversed = 0;
        for (unsigned bit = 0; bit < 4; ++bit)
            reversed |= ((code.length >> bit) & 1U) << (3 - bit);
        writeBits(reversed, 4);
    };
    std::for_each(literals.begin(), literals.end(), writeLength);
    std::for_each(distances.begin(), distances.end(), writeLength);

    const RangeCode left = distanceCode(channels_);
    const RangeCode above = distanceCode(std::min(rowBytes_, kWindow));
    for (const Token token : tokens_) {
        if ((token & kMatch) == 0) {
            writeBits(literals[token].bits, literals[token].length);
            continue;
        }
        const RangeCode& length = lengthCodes()[token & 0xffffU];
        const RangeCode& distance = (token & kAbove) != 0 ? above : left;
        writeBits(literals[length.code].bits, literals[length.code].length);
        writeBits(length.extra, length.extraBits);
        writeBits(distances[distance.code].bits, distances[distance.code].length);
        writeBits(distance.extra, distance.extraBits);
    }
    writeBits(literals[kEndOfBlock].bits, literals[kEndOfBlock].length);
    tokens_.clear();
    literalCounts_.fill(0);
    distanceCounts_.fill(0);
}

std::vector<std::uint8_t> PixelDeflater::takeBlock() {
    writeBlock(false);
    return std::exchange(out_, {});
}

std::vector<std::uint8_t> PixelDeflater::finish() {
    writeBlock(true);
    if (pendingCount_ > 0)
        writeBits(0, 8 - pendingCount_);
    for (unsigned byte = 4; byte-- > 0;)
        out_.push_back(static_cast<std::uint8_t>(checksum_ >> (8 * byte)));
    return std::exchange(out_, {});
}

} // namespace jejaring::publish
