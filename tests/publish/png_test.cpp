// SPDX-License-Identifier: MIT
#include "publish/picture_file.hpp"
#include "publish/png_stream.hpp"
#include "support/headless_test.hpp"
#include "support/synthetic_scene.hpp"
#include "support/temporary_folder.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <csignal>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <png.h>
#include <sys/resource.h>
#include <unistd.h>

using namespace jejaring;
namespace fs = std::filesystem;

namespace {

std::vector<std::uint8_t> bytesOf(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

publish::Pixels decoded(const std::vector<std::uint8_t>& bytes) {
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    publish::Pixels pixels;
    if (png_image_begin_read_from_memory(&image, bytes.data(), bytes.size()) == 0)
        return pixels;
    image.format = PNG_FORMAT_RGBA;
    pixels.width = static_cast<int>(image.width);
    pixels.height = static_cast<int>(image.height);
    pixels.rgba.resize(PNG_IMAGE_SIZE(image));
    if (png_image_finish_read(&image, nullptr, pixels.rgba.data(), 0, nullptr) == 0 || image.warning_or_error != 0)
        pixels.rgba.clear();
    return pixels;
}

std::vector<std::uint8_t> encoded(const publish::Pixels& pixels, bool alpha, std::size_t rowsABlock) {
    std::vector<std::uint8_t> bytes;
    publish::PngHeader header;
    header.width = static_cast<std::uint32_t>(pixels.width);
    header.height = static_cast<std::uint32_t>(pixels.height);
    header.alpha = alpha;
    publish::PngStream stream(
        header, [&](std::span<const std::uint8_t> part) { bytes.insert(bytes.end(), part.begin(), part.end()); });
    const std::size_t rowBytes = static_cast<std::size_t>(pixels.width) * 4;
    for (std::size_t row = 0; row < static_cast<std::size_t>(pixels.height); row += rowsABlock)
        stream.addRows(pixels.rgba.data() + row * rowBytes, static_cast<std::ptrdiff_t>(rowBytes),
                       std::min(rowsABlock, static_cast<std::size_t>(pixels.height) - row));
    stream.finish();
    return bytes;
}

scene::DisplayList plainList(double width, double height) {
    scene::DisplayList list;
    list.width = width;
    list.height = height;
    list.background = scene::rgb(0x336699);
    list.items.emplace_back(scene::Circle{
        {width / 2, height / 2}, 20, scene::rgb(0xffcc00), {}, 0, scene::FillPattern::plain, core::kNoRegion});
    return list;
}

class PictureFile : public test::HeadlessTest<testing::Test> {
  protected:
    test::TemporaryFolder folder_;
};

} // namespace

RC_GTEST_PROP(Png, ReadsBackAsItWasWritten, ()) {
    const int width = *rc::gen::inRange(1, 300);
    const int height = *rc::gen::inRange(1, 40);
    const bool alpha = *rc::gen::arbitrary<bool>();
    const unsigned colors = *rc::gen::element(1U, 2U, 3U, 200U);
    const unsigned runs = *rc::gen::element(1U, 5U, 100U);
    unsigned state = *rc::gen::arbitrary<unsigned>() | 1U;
    const auto random = [&] {
        state ^= state << 13U;
        state ^= state >> 17U;
        state ^= state << 5U;
        return state;
    };
    publish::Pixels pixels{width, height, {}};
    while (pixels.rgba.size() < static_cast<std::size_t>(width * height) * 4) {
        const unsigned color = random() % colors * 2654435761U;
        for (unsigned run = 1 + random() % runs; run > 0; --run)
            for (unsigned channel = 0; channel < 4; ++channel)
                pixels.rgba.push_back(channel == 3 && !alpha ? std::uint8_t{255}
                                                             : static_cast<std::uint8_t>(color >> (8 * channel)));
    }
    pixels.rgba.resize(static_cast<std::size_t>(width * height) * 4);
    // A fully transparent pixel keeps its colour in the file; libpng hands it on unchanged.
    RC_ASSERT(decoded(encoded(pixels, alpha, *rc::gen::element<std::size_t>(1, 7, 64))).rgba == pixels.rgba);
}

TEST(Png, VeryLongRowsAreWritten) {
    publish::Pixels pixels{12000, 3, std::vector<std::uint8_t>(12000 * 3 * 4, 255)};
    for (std::size_t i = 0; i < pixels.rgba.size(); i += 400)
        pixels.rgba[i] = 7;
    EXPECT_EQ(decoded(encoded(pixels, false, 2)).rgba, pixels.rgba);
    EXPECT_EQ(decoded(encoded(pixels, true, 2)).rgba, pixels.rgba);
}

TEST_F(PictureFile, AnyTileHeightGivesTheSamePicture) {
    const scene::DisplayList list = plainList(100, 75);
    publish::PngOptions options;
    options.pixelRatio = 2;
    const auto whole = publish::renderToPixels(*renderer_, list, 2, 1000);
    ASSERT_TRUE(whole.ok());
    for (const int rows : {7, 64, 512}) {
        options.tileRows = rows;
        const std::string path = folder_.file("tiles" + std::to_string(rows) + ".png");
        ASSERT_TRUE(publish::writePng(*renderer_, list, path, options).ok());
        EXPECT_EQ(decoded(bytesOf(path)).rgba, whole.value().rgba) << rows;
    }
}

TEST_F(PictureFile, SameListGivesTheSameBytes) {
    const scene::DisplayList list = plainList(300, 200);
    ASSERT_TRUE(publish::writePng(*renderer_, list, folder_.file("a.png"), {}).ok());
    ASSERT_TRUE(publish::writePng(*renderer_, list, folder_.file("b.png"), {}).ok());
    EXPECT_EQ(bytesOf(folder_.file("a.png")), bytesOf(folder_.file("b.png")));
}

TEST_F(PictureFile, TransparentGroundIsTransparentInTheFile) {
    scene::DisplayList list = plainList(100, 100);
    list.background = {0, 0, 0, 0};
    const std::string path = folder_.file("clear.png");
    ASSERT_TRUE(publish::writePng(*renderer_, list, path, {}).ok());
    const publish::Pixels pixels = decoded(bytesOf(path));
    EXPECT_EQ(pixels.rgba[3], 0);
    const std::size_t middle = (50 * 100 + 50) * 4;
    EXPECT_EQ((std::vector<std::uint8_t>(pixels.rgba.begin() + middle, pixels.rgba.begin() + middle + 4)),
              (std::vector<std::uint8_t>{0xff, 0xcc, 0x00, 0xff}));
}

TEST_F(PictureFile, TextChunksDensityAndColourSpaceAreInTheFile) {
    publish::PngOptions options;
    options.pixelRatio = 2;
    options.texts = {{"Title", "Kerja sama"}, {"Source", "Batas wilayah: 38 – 514"}};
    const std::string path = folder_.file("texts.png");
    ASSERT_TRUE(publish::writePng(*renderer_, plainList(20, 20), path, options).ok());
    const auto bytes = bytesOf(path);
    const std::string text(bytes.begin(), bytes.end());
    EXPECT_NE(text.find("iTXtTitle"), std::string::npos);
    EXPECT_NE(text.find("Kerja sama"), std::string::npos);
    EXPECT_NE(text.find("iTXtSource"), std::string::npos);
    EXPECT_NE(text.find("Batas wilayah: 38 – 514"), std::string::npos);
    EXPECT_NE(text.find("sRGB"), std::string::npos);
    EXPECT_NE(text.find(std::string("pHYs\x00\x00\x1d\x87\x00\x00\x1d\x87\x01", 13)),
              std::string::npos); // 7559 a metre
}

TEST_F(PictureFile, ExistingFileIsKeptUnlessAskedFor) {
    const std::string path = folder_.file("there.png");
    std::ofstream(path) << "mine";
    const auto refused = publish::writePng(*renderer_, plainList(20, 20), path, {});
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.error().code, core::ErrorCode::alreadyExists);
    EXPECT_EQ(bytesOf(path).size(), 4U);
    publish::PngOptions options;
    options.overwrite = true;
    EXPECT_TRUE(publish::writePng(*renderer_, plainList(20, 20), path, options).ok());
    EXPECT_EQ(decoded(bytesOf(path)).width, 20);
    EXPECT_EQ(folder_.count(), 1U);
}

TEST_F(PictureFile, MissingFolderIsAnErrorOfItsOwn) {
    const auto refused = publish::writePng(*renderer_, plainList(20, 20), folder_.file("none/a.png"), {});
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.error().code, core::ErrorCode::notFound);
}

TEST_F(PictureFile, FolderWithoutPermissionIsAnError) {
    // Root may write into any folder but the kernel's own.
    fs::create_directory(folder_.file("locked"));
    fs::permissions(folder_.file("locked"), fs::perms::owner_read | fs::perms::owner_exec);
    const std::string path = ::geteuid() == 0 ? "/sys/jejaring.png" : folder_.file("locked/a.png");
    const auto refused = publish::writePng(*renderer_, plainList(20, 20), path, {});
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.error().code, core::ErrorCode::permissionDenied);
}

TEST_F(PictureFile, CancellingLeavesNothingBehind) {
    int calls = 0;
    publish::PngOptions options;
    options.tileRows = 10;
    const auto stopped =
        publish::writePng(*renderer_, plainList(100, 100), folder_.file("a.png"), options, [&](double done) {
            EXPECT_GE(done, 0.0);
            EXPECT_LE(done, 1.0);
            return ++calls < 4;
        });
    ASSERT_FALSE(stopped.ok());
    EXPECT_EQ(stopped.error().code, core::ErrorCode::cancelled);
    EXPECT_EQ(folder_.count(), 0U);
}

TEST_F(PictureFile, FullDiskIsAnErrorAndLeavesNoHalfFile) {
    // A limit on the size of files stands in for a full disk: the write fails half way.
    const auto before = std::signal(SIGXFSZ, SIG_IGN);
    rlimit old{};
    ::getrlimit(RLIMIT_FSIZE, &old);
    const rlimit small{200, old.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &small);
    const auto failed = publish::writePng(*renderer_, plainList(600, 600), folder_.file("a.png"), {});
    ::setrlimit(RLIMIT_FSIZE, &old);
    std::signal(SIGXFSZ, before);
    ASSERT_FALSE(failed.ok());
    EXPECT_EQ(failed.error().code, core::ErrorCode::diskFull);
    EXPECT_EQ(folder_.count(), 0U);
}
