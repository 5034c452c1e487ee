// SPDX-License-Identifier: MIT
// Presentations opened by a program that had no part in them: LibreOffice draws them, and what it draws is compared
// with the picture of the same display list.
#include "publish/picture_file.hpp"
#include "publish/pptx_file.hpp"
#include "support/headless_test.hpp"
#include "support/synthetic_scene.hpp"
#include "support/temporary_folder.hpp"

#include <gtest/gtest.h>

#include <climits>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>

using namespace jejaring;
namespace fs = std::filesystem;

namespace {

constexpr double kRatio = 2; // pixels a layout unit

struct Picture {
    int width = 0;
    int height = 0;
    std::string rgb;
};

Picture readPpm(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    Picture picture;
    std::string kind;
    int most = 0;
    file >> kind >> picture.width >> picture.height >> most;
    file.get();
    if (kind != "P6" || most != 255)
        return {};
    picture.rgb.resize(static_cast<std::size_t>(picture.width) * static_cast<std::size_t>(picture.height) * 3);
    file.read(picture.rgb.data(), static_cast<std::streamsize>(picture.rgb.size()));
    return file ? picture : Picture{};
}

struct Difference {
    double mean = 0;  // of the channels, 0 to 255
    double share = 0; // of the pixels whose channels differ by more than a fifth of their range
};

Difference difference(const Picture& drawn, const publish::Pixels& ours) {
    Difference result;
    std::size_t far = 0;
    const std::size_t count = static_cast<std::size_t>(ours.width) * static_cast<std::size_t>(ours.height);
    for (std::size_t i = 0; i < count; ++i) {
        int most = 0;
        for (std::size_t c = 0; c < 3; ++c) {
            const int d = std::abs(static_cast<int>(static_cast<std::uint8_t>(drawn.rgb[i * 3 + c])) -
                                   static_cast<int>(ours.rgba[i * 4 + c]));
            result.mean += d;
            most = std::max(most, d);
        }
        far += most > 51 ? 1 : 0;
    }
    result.mean /= static_cast<double>(count) * 3;
    result.share = static_cast<double>(far) / static_cast<double>(count);
    return result;
}

class PptxRendering : public test::HeadlessTest<testing::Test> {
  protected:
    // A run of LibreOffice with a profile of its own, so that it neither waits for another nor finds its settings.
    [[nodiscard]] bool toPdf(const std::string& path) const {
        const std::string command = "timeout 200 soffice -env:UserInstallation=file://" + folder_.file("profile") +
                                    " --headless --convert-to pdf --outdir '" + folder_.path().string() + "' '" + path +
                                    "' >'" + folder_.file("log") + "' 2>&1";
        return std::system(command.c_str()) == 0; // NOLINT(cert-env33-c,concurrency-mt-unsafe)
    }
    // A page as large as the picture; empty where it could not be drawn.
    [[nodiscard]] Picture pageOf(const std::string& pdf, int page, const publish::Pixels& size) const {
        const std::string picture = folder_.file("page" + std::to_string(page));
        const std::string command =
            fmt::format("pdftoppm -singlefile -f {0} -l {0} -scale-to-x {1} -scale-to-y {2} '{3}' '{4}'", page,
                        size.width, size.height, pdf, picture);
        if (std::system(command.c_str()) != 0) // NOLINT(cert-env33-c,concurrency-mt-unsafe)
            return {};
        const Picture drawn = readPpm(picture + ".ppm");
        return drawn.width == size.width && drawn.height == size.height ? drawn : Picture{};
    }
    test::TemporaryFolder folder_;
};

// What is dark within a rectangle of a page of 960 layout units, in layout units; `red` gives a pixel's red by index.
template <class Red> scene::Rect inkIn(const scene::Rect& around, const Red& red) {
    int left = INT_MAX;
    int top = INT_MAX;
    int right = INT_MIN;
    int bottom = INT_MIN;
    for (int y = static_cast<int>(around.y * kRatio); y < static_cast<int>(around.bottom() * kRatio); ++y)
        for (int x = static_cast<int>(around.x * kRatio); x < static_cast<int>(around.right() * kRatio); ++x)
            if (red(static_cast<std::size_t>(y) * static_cast<std::size_t>(960 * kRatio) +
                    static_cast<std::size_t>(x)) < 140) {
                left = std::min(left, x);
                right = std::max(right, x + 1);
                top = std::min(top, y);
                bottom = std::max(bottom, y + 1);
            }
    if (left > right)
        return {};
    return {left / kRatio, top / kRatio, (right - left) / kRatio, (bottom - top) / kRatio};
}

bool installed(const char* program) {
    return std::system((std::string("command -v ") + program + " >/dev/null").c_str()) == 0; // NOLINT
}

} // namespace

TEST_F(PptxRendering, LibreOfficeShowsWhatThePictureShows) {
    for (const char* program : {"soffice", "pdftoppm"})
        if (!installed(program))
            GTEST_SKIP() << program << " is not installed (see scripts/packages-test)";
    auto fonts = text::FontSet::load();
    ASSERT_TRUE(fonts.ok());
    const auto map = test::syntheticMap();
    std::vector<publish::Slide> slides;
    for (const scene::Theme theme : {scene::Theme::light, scene::Theme::dark}) {
        slides.push_back({test::syntheticMapScene(map, theme), "", "", "", {}});
        slides.push_back({test::syntheticItemScene(fonts.value(), theme), "", "", "", {}});
    }
    const std::string path = folder_.file("slides.pptx");
    ASSERT_TRUE(publish::writePptx(slides, path, {}).ok());
    ASSERT_TRUE(toPdf(path));
    const std::string pdf = folder_.file("slides.pdf");
    ASSERT_TRUE(fs::exists(pdf)) << "LibreOffice did not open the file";

    for (std::size_t i = 0; i < slides.size(); ++i) {
        const scene::DisplayList& list = slides[i].list;
        const auto ours = publish::renderToPixels(*renderer_, list, kRatio);
        ASSERT_TRUE(ours.ok());
        const std::string page = std::to_string(i + 1);
        const Picture drawn = pageOf(pdf, static_cast<int>(i) + 1, ours.value());
        ASSERT_FALSE(drawn.rgb.empty());
        const Difference found = difference(drawn, ours.value());
        RecordProperty("mean" + page, std::to_string(found.mean));
        RecordProperty("share" + page, std::to_string(found.share));
        EXPECT_LT(found.mean, list.maps.empty() ? 2.5 : 0.6) << "slide " << page;
        EXPECT_LT(found.share, list.maps.empty() ? 0.02 : 0.006) << "slide " << page;
    }
}

TEST_F(PptxRendering, TextsStandOnTheirBaselines) {
    for (const char* program : {"soffice", "pdftoppm"})
        if (!installed(program))
            GTEST_SKIP() << program << " is not installed (see scripts/packages-test)";
    auto fonts = text::FontSet::load();
    ASSERT_TRUE(fonts.ok());
    publish::Slide slide;
    slide.list.width = 960; // a layout unit is a point
    slide.list.height = 540;
    slide.list.background = scene::rgb(0xffffff);
    slide.list.fonts = fonts.value();
    struct Word {
        std::string string;
        geo::Point at;
        float size = 0;
        text::FontWeight weight = text::FontWeight::regular;
        scene::GroupKind group = scene::GroupKind::legend;
    };
    const std::vector<Word> words{
        {"Judul", {40, 60}, 24, text::FontWeight::bold, scene::GroupKind::heading},
        {"Keterangan", {40, 90}, 12, text::FontWeight::regular, scene::GroupKind::heading},
        {"Dampak", {300, 200}, 9, text::FontWeight::semiBold, scene::GroupKind::legend},
        {"KALIMANTAN", {500, 300}, 8, text::FontWeight::medium, scene::GroupKind::labels},
        {"Sumber", {40, 510}, 7, text::FontWeight::regular, scene::GroupKind::sourceLine},
        {"Proyeksi", {880, 510}, 7, text::FontWeight::regular, scene::GroupKind::sourceLine},
    };
    for (const Word& word : words) {
        if (word.string == "Keterangan")
            slide.list.items.pop_back(); // one group with the title
        else
            slide.list.items.emplace_back(scene::BeginGroup{word.group});
        test::addText(slide.list, word.string, word.at, word.size, word.weight, {});
        slide.list.items.emplace_back(scene::EndGroup{});
    }
    const std::string path = folder_.file("texts.pptx");
    ASSERT_TRUE(publish::writePptx({&slide, 1}, path, {}).ok());
    ASSERT_TRUE(toPdf(path));
    const auto ours = publish::renderToPixels(*renderer_, slide.list, kRatio);
    ASSERT_TRUE(ours.ok());
    const Picture drawn = pageOf(folder_.file("texts.pdf"), 1, ours.value());
    ASSERT_FALSE(drawn.rgb.empty());
    for (const Word& word : words) {
        const double width = static_cast<double>(fonts.value()->width(word.string, word.weight, word.size));
        const double size = static_cast<double>(word.size);
        const scene::Rect around{word.at.x - size / 2, word.at.y - size, width * 1.1 + size, size * 1.4};
        const scene::Rect wanted = inkIn(around, [&](std::size_t i) { return ours.value().rgba[i * 4]; });
        const scene::Rect found =
            inkIn(around, [&](std::size_t i) { return static_cast<std::uint8_t>(drawn.rgb[i * 3]); });
        ASSERT_GT(wanted.width, 0) << word.string;
        // Half a point, and a fiftieth of the width, which programs may round.
        EXPECT_NEAR(found.x, wanted.x, 0.5 + width / 50) << word.string;
        EXPECT_NEAR(found.right(), wanted.right(), 0.5 + width / 50) << word.string;
        EXPECT_NEAR(found.y, wanted.y, 0.76) << word.string;
        EXPECT_NEAR(found.bottom(), wanted.bottom(), 0.76) << word.string;
    }
}
