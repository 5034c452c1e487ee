// SPDX-License-Identifier: MIT
// Zip files, read by libzip and by Info-ZIP.
#include "publish/zip_stream.hpp"
#include "support/run_program.hpp"
#include "support/temporary_folder.hpp"

#include <gtest/gtest.h>
#include <zip.h>

#include <fstream>
#include <map>

using namespace jejaring;

namespace {

using Parts = std::vector<std::pair<std::string, std::string>>;

std::string packed(const Parts& parts) {
    std::string bytes;
    publish::ZipStream zip([&](std::span<const std::byte> more) {
        bytes.append(reinterpret_cast<const char*>(more.data()), more.size());
    });
    for (const auto& [name, content] : parts)
        zip.add(name, content);
    EXPECT_TRUE(zip.finish());
    return bytes;
}

Parts exampleParts() {
    std::string noise(5000, ' ');
    std::uint32_t state = 7;
    for (char& c : noise)
        c = static_cast<char>((state = state * 1664525U + 1013904223U) >> 24U);
    return {{"[Content_Types].xml", std::string(100000, 'x')},
            {"ppt/slides/slide1.xml", "<p:sld/>"},
            {"ppt/media/image1.png", noise},
            {"kosong.txt", ""},
            {"Daerah Istimewa \xc2\xb7 Ternat\xc3\xa9.txt", "isi"}};
}

} // namespace

TEST(ZipStream, OthersReadBackWhatWasAdded) {
    const test::TemporaryFolder folder;
    const std::string path = folder.file("a.zip");
    const Parts parts = exampleParts();
    std::ofstream(path, std::ios::binary) << packed(parts);

    int code = 0;
    zip_t* const archive = zip_open(path.c_str(), ZIP_RDONLY | ZIP_CHECKCONS, &code);
    ASSERT_NE(archive, nullptr) << code;
    ASSERT_EQ(zip_get_num_entries(archive, 0), static_cast<zip_int64_t>(parts.size()));
    for (std::size_t i = 0; i < parts.size(); ++i) {
        zip_stat_t stat{};
        ASSERT_EQ(zip_stat_index(archive, i, 0, &stat), 0);
        EXPECT_EQ(stat.name, parts[i].first);
        ASSERT_EQ(stat.size, parts[i].second.size()) << stat.name;
        std::string content(stat.size, '\0');
        zip_file_t* const file = zip_fopen_index(archive, i, 0);
        EXPECT_EQ(zip_fread(file, content.data(), content.size()), static_cast<zip_int64_t>(content.size()));
        EXPECT_EQ(zip_fclose(file), 0) << "the checksum is right";
        EXPECT_EQ(content, parts[i].second) << stat.name;
    }
    zip_close(archive);
    const auto tested = test::runProgram("python3 -m zipfile -t '" + path + "'");
    EXPECT_EQ(tested.status, 0) << tested.text;
}

TEST(ZipStream, TheSamePartsGiveTheSameBytesAndTextShrinks) {
    const std::string bytes = packed(exampleParts());
    EXPECT_EQ(bytes, packed(exampleParts()));
    EXPECT_LT(bytes.size(), 7000U) << "100,000 times one letter, 5,000 bytes of noise, and what names them";
}

TEST(ZipStream, PartsAreHandedOnAtOnce) {
    std::size_t written = 0;
    publish::ZipStream zip([&](std::span<const std::byte> more) { written += more.size(); });
    std::size_t before = 0;
    for (const auto& [name, content] : exampleParts()) {
        zip.add(name, content);
        EXPECT_GT(written, before + name.size());
        before = written;
    }
}

TEST(ZipStream, MoreThanTheFormatHoldsIsRefused) {
    std::uint64_t written = 0;
    publish::ZipStream zip([&](std::span<const std::byte> more) { written += more.size(); });
    for (std::size_t i = 0; i < publish::ZipStream::kMostParts; ++i)
        zip.add(std::to_string(i), "");
    EXPECT_FALSE(zip.tooLarge());
    const std::uint64_t before = written;
    zip.add("one more", "x");
    EXPECT_TRUE(zip.tooLarge());
    EXPECT_FALSE(zip.finish());
    EXPECT_EQ(written, before);
}
