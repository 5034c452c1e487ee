// SPDX-License-Identifier: MIT
// Names in letters that Inter lacks, in every kind of file. Skipped where no font for a script is installed.
#include "publish/pdf_file.hpp"
#include "publish/picture_file.hpp"
#include "publish/svg_file.hpp"
#include "support/headless_test.hpp"
#include "support/pptx_test_case.hpp"
#include "support/read_png.hpp"
#include "support/run_program.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <fstream>
#include <iterator>

using namespace jejaring;

namespace {

constexpr double kLine = 60; // layout units from one text to the next
constexpr float kSize = 30;

struct Name {
    const char* script;
    const char* string;
};
constexpr std::array kNames{Name{"Arabic", "جامعة الملك سعود"}, Name{"Chinese", "广州市人民政府"},
                            Name{"Thai", "เทศบาลนครเชียงใหม่"}, Name{"Hindi", "दिल्ली विश्वविद्यालय"}};

class NamesInOtherLetters : public test::HeadlessMapTest<testing::Test> {
  protected:
    void SetUp() override {
        for (const Name& name : kNames)
            if (!fonts_->lacking(name.string, text::FontWeight::regular).empty())
                GTEST_SKIP() << "no installed font has " << name.script << " letters";
    }

    [[nodiscard]] static scene::DisplayList names() {
        scene::DisplayList list;
        list.width = 600;
        list.height = kLine * static_cast<double>(kNames.size());
        list.background = scene::rgb(0xffffff);
        list.fonts = fonts_;
        for (std::size_t i = 0; i < kNames.size(); ++i)
            test::addText(list, std::string("Mitra: ") + kNames[i].string + ", 2024",
                          {20, kLine * (static_cast<double>(i) + 0.7)}, kSize, text::FontWeight::regular,
                          scene::rgb(0x000000));
        return list;
    }

    test::TemporaryFolder folder_;

    // How dark each line of text is from left to right, in pieces of the width; of a picture with a pixel a unit.
    [[nodiscard]] static std::vector<double> inkOf(const publish::Pixels& picture, std::size_t line) {
        constexpr int kPiece = 20;
        std::vector<double> ink(static_cast<std::size_t>(picture.width / kPiece));
        for (int y = static_cast<int>(kLine) * static_cast<int>(line);
             y < static_cast<int>(kLine) * static_cast<int>(line + 1); ++y)
            for (int x = 0; x < static_cast<int>(ink.size()) * kPiece; ++x)
                ink[static_cast<std::size_t>(x / kPiece)] +=
                    1 - picture.rgba[static_cast<std::size_t>(y * picture.width + x) * 4] / 255.0;
        return ink;
    }

    static void expectTheSameLetters(const publish::Pixels& drawn) {
        const auto expected = publish::renderToPixels(*renderer_, names(), 1);
        ASSERT_TRUE(expected.ok());
        ASSERT_EQ(drawn.width, expected.value().width);
        ASSERT_EQ(drawn.height, expected.value().height);
        for (std::size_t line = 0; line < kNames.size(); ++line) {
            const std::vector<double> ours = inkOf(expected.value(), line);
            const std::vector<double> theirs = inkOf(drawn, line);
            double off = 0;
            double all = 0;
            for (std::size_t i = 0; i < ours.size(); ++i) {
                off += std::abs(ours[i] - theirs[i]);
                all += ours[i];
            }
            EXPECT_GT(all, 500) << kNames[line].script;
            EXPECT_LT(off, 0.12 * all) << kNames[line].script;
        }
    }
};

std::string contentOf(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

std::size_t countOf(const std::string& text, const std::string& part) {
    std::size_t count = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1))
        ++count;
    return count;
}

} // namespace

TEST_F(NamesInOtherLetters, AreGlyphsOfTheirOwnFontsInTheList) {
    for (const scene::Item& item : names().items) {
        const auto& run = std::get<scene::GlyphRun>(item);
        EXPECT_TRUE(std::any_of(run.glyphs.begin(), run.glyphs.end(),
                                [](const text::Glyph& glyph) { return glyph.face >= text::kFontWeightCount; }));
        for (const text::Glyph& glyph : run.glyphs)
            EXPECT_NE(glyph.index, 0U) << run.string;
    }
}

TEST_F(NamesInOtherLetters, EveryLetterHasInkInAPng) {
    const auto picture = publish::renderToPixels(*renderer_, names(), 1);
    ASSERT_TRUE(picture.ok());
    // Drawn one by one no letter is blank, nor the box of its font.
    const auto drawn = [](const text::Glyph& glyph) {
        scene::DisplayList list;
        list.width = 100;
        list.height = 100;
        list.background = scene::rgb(0xffffff);
        list.fonts = fonts_;
        scene::GlyphRun run;
        run.string = "x";
        run.size = 40;
        run.origin = {40, 60};
        run.glyphs = {{glyph.index, 0, 0, glyph.face}};
        run.color = scene::rgb(0x000000);
        list.items.emplace_back(std::move(run));
        return publish::renderToPixels(*renderer_, list, 1).value().rgba;
    };
    for (const scene::Item& item : names().items)
        for (const text::Glyph& glyph : std::get<scene::GlyphRun>(item).glyphs) {
            if (glyph.face < text::kFontWeightCount)
                continue;
            const std::vector<std::uint8_t> letter = drawn(glyph);
            EXPECT_NE(letter, drawn({0, 0, 0, glyph.face}));
            EXPECT_TRUE(std::any_of(letter.begin(), letter.end(), [](std::uint8_t value) { return value < 128; }));
        }
}

TEST_F(NamesInOtherLetters, AreReadFromAPdfAndLookTheSame) {
    const std::string path = folder_.file("names.pdf");
    const scene::DisplayList list = names();
    ASSERT_TRUE(publish::writePdf({&list, 1}, path, {}).ok());
    const std::string text = test::runProgram("pdftotext '" + path + "' -").text;
    for (const Name& name : kNames)
        EXPECT_NE(text.find(name.string), std::string::npos) << name.script << " in " << text;
    // In the order of the file, which some viewers copy, words are whole too.
    const std::string raw = test::runProgram("pdftotext -raw '" + path + "' -").text;
    for (const char* word : {"جامعة", "الملك", "سعود", "广州市人民政府", "เชียงใหม่", "विश्वविद्यालय"})
        EXPECT_NE(raw.find(word), std::string::npos) << word << " in " << raw;
    const std::string fonts = test::runProgram("pdffonts '" + path + "'").text;
    EXPECT_GE(countOf(fonts, "\n"), 2 + 1 + kNames.size()) << fonts;
    EXPECT_EQ(fonts.find(" no "), std::string::npos) << "all embedded, subset, and with Unicode: " << fonts;
    ASSERT_EQ(test::runProgram("pdftoppm -png -r 96 -singlefile '" + path + "' '" + folder_.file("pdf") + "'").status,
              0);
    expectTheSameLetters(test::readPng(folder_.file("pdf.png")));
}

TEST_F(NamesInOtherLetters, AreTextOfAnSvgWithTheirFontsAndLookTheSame) {
    const std::string path = folder_.file("names.svg");
    ASSERT_TRUE(publish::writeSvg(names(), path, {}).ok());
    const std::string svg = contentOf(path);
    for (const Name& name : kNames)
        EXPECT_NE(svg.find(">Mitra: " + std::string(name.string) + ", 2024<"), std::string::npos) << name.script;
    // One for Inter and one for each script; all are named where the texts' families are.
    EXPECT_EQ(countOf(svg, "@font-face"), 1 + kNames.size());
    const std::string families = svg.substr(svg.find("text{font-family:"), svg.find("white-space:pre"));
    const scene::DisplayList list = names();
    for (const scene::Item& item : list.items)
        for (const text::Glyph& glyph : std::get<scene::GlyphRun>(item).glyphs)
            EXPECT_NE(families.find("'" + fonts_->family(glyph.face) + "'"), std::string::npos)
                << fonts_->family(glyph.face);
    const std::string png = folder_.file("svg.png");
    ASSERT_EQ(test::runProgram("rsvg-convert -o '" + png + "' '" + path + "'").status, 0);
    expectTheSameLetters(test::readPng(png));
}

TEST_F(NamesInOtherLetters, TheFontOfAnSvgServesAllWeightsThatUseIt) {
    scene::DisplayList list = names();
    list.items.clear();
    for (const text::FontWeight weight : {text::FontWeight::regular, text::FontWeight::medium})
        test::addText(list, kNames[2].string, {20, 40 + 40 * static_cast<double>(weight)}, 20, weight,
                      scene::rgb(0x000000));
    const auto faceAt = [&](std::size_t item) {
        return std::get<scene::GlyphRun>(list.items[item]).glyphs.front().face;
    };
    if (faceAt(0) != faceAt(1))
        GTEST_SKIP() << "a Thai font with a medium weight is installed";
    const std::string path = folder_.file("weights.svg");
    ASSERT_TRUE(publish::writeSvg(list, path, {}).ok());
    EXPECT_NE(contentOf(path).find("font-family:'" + fonts_->family(faceAt(0)) + "';font-weight:400 500;"),
              std::string::npos);
}

TEST_F(NamesInOtherLetters, SameListGivesTheSameBytesWhateverWasDrawnBefore) {
    const auto other = text::FontSet::load().value();
    scene::DisplayList list = names();
    std::reverse(list.items.begin(), list.items.end());
    for (const scene::Item& item : list.items)
        (void)other->shape(std::get<scene::GlyphRun>(item).string, text::FontWeight::regular, kSize);
    list.fonts = other;
    std::reverse(list.items.begin(), list.items.end());
    for (scene::Item& item : list.items) {
        auto& run = std::get<scene::GlyphRun>(item);
        run.glyphs = other->shape(run.string, run.weight, run.size).glyphs;
    }
    ASSERT_TRUE(publish::writeSvg(names(), folder_.file("a.svg"), {}).ok());
    ASSERT_TRUE(publish::writeSvg(list, folder_.file("b.svg"), {}).ok());
    EXPECT_EQ(contentOf(folder_.file("a.svg")), contentOf(folder_.file("b.svg")));
}

TEST_F(NamesInOtherLetters, AreTextsOfASlide) {
    publish::Slide slide;
    slide.list = names();
    slide.list.width = 960;
    slide.list.height = 540;
    const std::string path = folder_.file("names.pptx");
    ASSERT_TRUE(publish::writePptx({&slide, 1}, path, {}).ok());
    const test::PptxPackage package(path);
    test::expectSoundPackage(package);
    for (const Name& name : kNames)
        EXPECT_NE(package.text("ppt/slides/slide1.xml").find(name.string), std::string::npos) << name.script;
}
