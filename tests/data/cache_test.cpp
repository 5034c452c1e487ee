// SPDX-License-Identifier: MIT
#include "data/cache.hpp"

#include "data/file_io.hpp"
#include "support/temporary_folder.hpp"

#include <cstring>
#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>

namespace jejaring::data {
namespace {

std::vector<std::byte> bytesOf(const std::string& text) {
    std::vector<std::byte> bytes(text.size());
    std::memcpy(bytes.data(), text.data(), text.size());
    return bytes;
}

class CacheTest : public testing::Test {
  protected:
    test::TemporaryFolder folder_;
    std::string path_ = (folder_.path() / "below" / "entry").string();
    Cache cache_{(folder_.path() / "below").string()};
};

TEST_F(CacheTest, givesBackWhatWasStoredUnderItsFingerprintAlone) {
    EXPECT_FALSE(cache_.load("entry", "f1"));
    ASSERT_TRUE(cache_.store("entry", "f1", "credit", bytesOf("content")));
    const CacheImage image = cache_.load("entry", "f1");
    ASSERT_TRUE(image);
    EXPECT_EQ(image.note(), "credit");
    EXPECT_EQ(std::vector(image.bytes().begin(), image.bytes().end()), bytesOf("content"));
    EXPECT_EQ(reinterpret_cast<std::uintptr_t>(image.bytes().data()) % 64, 0U);
    EXPECT_FALSE(cache_.load("entry", "f2"));
    EXPECT_FALSE(cache_.load("entry", ""));
    EXPECT_FALSE(cache_.load("other", "f1"));
}

TEST_F(CacheTest, anImageInUseOutlivesItsReplacement) {
    ASSERT_TRUE(cache_.store("entry", "f1", "", bytesOf("old")));
    const CacheImage old = cache_.load("entry", "f1");
    ASSERT_TRUE(cache_.store("entry", "f2", "", bytesOf("newer")));
    EXPECT_EQ(std::vector(old.bytes().begin(), old.bytes().end()), bytesOf("old"));
    EXPECT_EQ(cache_.load("entry", "f2").bytes().size(), 5U);
}

TEST_F(CacheTest, aFileCutShortAnywhereCountsAsAbsent) {
    ASSERT_TRUE(cache_.store("entry", "fingerprint", "credit", bytesOf(std::string(1000, 'x'))));
    const auto size = std::filesystem::file_size(path_);
    for (std::uintmax_t length = size; length-- > 0;) {
        std::filesystem::resize_file(path_, length);
        EXPECT_FALSE(cache_.load("entry", "fingerprint")) << length;
    }
}

TEST_F(CacheTest, aChangedByteOfTheFrameCountsAsAbsent) {
    ASSERT_TRUE(cache_.store("entry", "fingerprint", "credit", bytesOf("content")));
    const std::string whole = readWholeFile(path_).value();
    // Magic, sizes, checksum, fingerprint and note.
    for (std::size_t at = 0; at < 40 + 11 + 6; ++at) {
        std::string damaged = whole;
        damaged[at] = static_cast<char>(damaged[at] ^ 0x41);
        std::ofstream(path_, std::ios::binary) << damaged;
        EXPECT_FALSE(cache_.load("entry", "fingerprint")) << at;
    }
}

TEST_F(CacheTest, aFolderThatCannotBeMadeIsNoError) {
    std::ofstream(folder_.path() / "file") << 'x';
    const Cache cache((folder_.path() / "file" / "below").string());
    EXPECT_FALSE(cache.store("entry", "f", "", bytesOf("x")));
    EXPECT_FALSE(cache.load("entry", "f"));
}

} // namespace
} // namespace jejaring::data
