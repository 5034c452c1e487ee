// SPDX-License-Identifier: MIT
// PDF and SVG, read and drawn by the programs of others (poppler, librsvg).
#include "publish/pdf_file.hpp"
#include "publish/picture_file.hpp"
#include "publish/svg_file.hpp"
#include "support/headless_test.hpp"
#include "support/read_png.hpp"
#include "support/run_program.hpp"
#include "support/synthetic_scene.hpp"
#include "support/temporary_folder.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <pugixml.hpp>
#include <set>

using namespace jejaring;
namespace fs = std::filesystem;

namespace {

std::string contentOf(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

struct Difference {
    double mean = 255; // of all channels
    double strong = 1; // share of the pixels that differ by more than 64 in a channel
};
Difference differenceOf(const publish::Pixels& a, const publish::Pixels& b) {
    if (a.width != b.width || a.height != b.height || a.rgba.size() != b.rgba.size() || a.rgba.empty())
        return {};
    Difference difference{0, 0};
    for (std::size_t i = 0; i < a.rgba.size(); i += 4) {
        int most = 0;
        for (std::size_t k = 0; k < 3; ++k) {
            const int off = std::abs(a.rgba[i + k] - b.rgba[i + k]);
            difference.mean += off;
            most = std::max(most, off);
        }
        difference.strong += most > 64 ? 1 : 0;
    }
    const auto count = static_cast<double>(a.rgba.size()) / 4;
    return {difference.mean / (3 * count), difference.strong / count};
}

publish::DocumentInfo infoOf() {
    publish::DocumentInfo info;
    info.texts = {{"Title", "Kerja sama di Jawa & Bali"},  {"Description", "Per 1 Januari 2025"},
                  {"Source", "Sumber: contoh <rekaan>"},   {"Copyright", "Batas: rekaan"},
                  {"Settings", "{\"level\":\"kabkota\"}"}, {"Software", "Jejaring"}};
    info.date = core::Day{std::chrono::year(2025), std::chrono::month(3), std::chrono::day(9)};
    return info;
}

class Documents : public test::HeadlessMapTest<testing::TestWithParam<std::string>> {
  protected:
    void SetUp() override { unsetenv("SOURCE_DATE_EPOCH"); }

    [[nodiscard]] static scene::DisplayList itemScene(scene::Theme theme = scene::Theme::light) {
        return test::syntheticItemScene(fonts_, theme);
    }
    [[nodiscard]] static bool pdf() { return GetParam() == "pdf"; }
    [[nodiscard]] std::string file(const std::string& name) const { return folder_.file(name + "." + GetParam()); }
    [[nodiscard]] static core::Outcome write(const scene::DisplayList& list, const std::string& path,
                                             bool overwrite = false, const std::function<bool(double)>& progress = {}) {
        if (pdf()) {
            publish::PdfOptions options;
            options.info = infoOf();
            options.overwrite = overwrite;
            return publish::writePdf({&list, 1}, path, options, progress);
        }
        publish::SvgOptions options;
        options.info = infoOf();
        options.overwrite = overwrite;
        return publish::writeSvg(list, path, options, progress);
    }
    // As another program draws it, at a pixel a layout unit.
    [[nodiscard]] publish::Pixels drawnByOthers(const std::string& path) const {
        const std::string png = folder_.file("drawn");
        const auto ran = pdf() ? test::runProgram("pdftoppm -png -r 96 -singlefile '" + path + "' '" + png + "'")
                               : test::runProgram("rsvg-convert -o '" + png + ".png' '" + path + "'");
        EXPECT_EQ(ran.status, 0) << ran.text;
        return test::readPng(png + ".png");
    }

    test::TemporaryFolder folder_;
};

std::string nameOf(const testing::TestParamInfo<std::string>& format) {
    return format.param;
}

std::string withoutSpaces(std::string text) {
    std::erase_if(text, [](char c) { return c == ' ' || c == '\n' || c == '\f' || c == '\r'; });
    return text;
}

} // namespace

TEST_P(Documents, LookLikeThePicture) {
    for (const scene::Theme theme : {scene::Theme::dark, scene::Theme::light}) {
        int number = 0;
        for (const scene::DisplayList& list :
             {test::syntheticMapScene(map_, theme), test::syntheticMapScene(map_, theme, 6), itemScene(theme)}) {
            const std::string path = file(std::string(scene::themeId(theme)) + std::to_string(number));
            ASSERT_TRUE(write(list, path).ok());
            const auto expected = publish::renderToPixels(*renderer_, list, 1);
            ASSERT_TRUE(expected.ok());
            const publish::Pixels drawn = drawnByOthers(path);
            ASSERT_EQ(drawn.width, 480);
            ASSERT_EQ(drawn.height, 270);
            // Every program antialiases its own way: edges of glyphs, lines, patterns and enlarged pictures differ a
            // little; of maps, coasts alone.
            const bool items = number == 2;
            const Difference difference = differenceOf(expected.value(), drawn);
            EXPECT_LT(difference.mean, items ? 2.0 : 0.8) << scene::themeId(theme) << ' ' << number;
            EXPECT_LT(difference.strong, items ? 0.01 : 0.002) << scene::themeId(theme) << ' ' << number;
            ++number;
        }
    }
}

TEST_P(Documents, SameListGivesTheSameBytes) {
    const scene::DisplayList list = itemScene();
    ASSERT_TRUE(write(list, file("a")).ok());
    ASSERT_TRUE(write(list, file("b")).ok());
    EXPECT_EQ(contentOf(file("a")), contentOf(file("b")));
}

TEST_P(Documents, TheTimeOfMakingIsTheGivenDayOrThatOfTheEnvironment) {
    const auto told = [&](const std::string& path) {
        return pdf() ? test::runProgram("TZ=UTC pdfinfo -isodates '" + path + "'").text : contentOf(path);
    };
    ASSERT_TRUE(write(itemScene(), file("day")).ok());
    EXPECT_NE(told(file("day")).find("2025-03-09T00:00:00"), std::string::npos) << told(file("day"));
    setenv("SOURCE_DATE_EPOCH", "1000000000", 1);
    ASSERT_TRUE(write(itemScene(), file("epoch")).ok());
    unsetenv("SOURCE_DATE_EPOCH");
    EXPECT_NE(told(file("epoch")).find("2001-09-09T01:46:40"), std::string::npos);
}

TEST_P(Documents, ExistingFilesAreKeptUnlessAskedFor) {
    const std::string path = file("there");
    std::ofstream(path) << "mine";
    const core::Outcome refused = write(itemScene(), path);
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.error().code, core::ErrorCode::alreadyExists);
    EXPECT_EQ(contentOf(path), "mine");
    EXPECT_TRUE(write(itemScene(), path, true).ok());
    EXPECT_GT(fs::file_size(path), 1000U);
    EXPECT_EQ(folder_.count(), 1U);
}

TEST_P(Documents, MissingFoldersAndFullDisksAreErrorsOfTheirOwn) {
    const core::Outcome missing = write(itemScene(), file("none/a"));
    ASSERT_FALSE(missing.ok());
    EXPECT_EQ(missing.error().code, core::ErrorCode::notFound);
}

TEST_P(Documents, CancellingLeavesNoFile) {
    for (const int after : {0, 3}) {
        int calls = 0;
        const core::Outcome stopped =
            write(itemScene(), file("stopped"), false, [&](double) { return calls++ < after; });
        ASSERT_FALSE(stopped.ok());
        EXPECT_EQ(stopped.error().code, core::ErrorCode::cancelled);
        EXPECT_EQ(folder_.count(), 0U);
    }
    double last = 0;
    EXPECT_TRUE(write(itemScene(), file("whole"), false, [&](double done) {
                    EXPECT_GE(done, last);
                    last = done;
                    return true;
                }).ok());
    EXPECT_DOUBLE_EQ(last, 1);
}

TEST_P(Documents, TextOfStrangeBytesIsWrittenStill) {
    scene::DisplayList list = itemScene();
    test::addText(list, "a\xff\x01z", {20, 100}, 12, text::FontWeight::regular, {});
    test::addText(list, "Sulawesi \xe2\x82", {20, 120}, 12, text::FontWeight::regular, {});
    ASSERT_TRUE(write(list, file("strange")).ok());
    if (!pdf()) {
        pugi::xml_document document;
        EXPECT_TRUE(document.load_file(file("strange").c_str()));
        EXPECT_EQ(contentOf(file("strange")).find('\x01'), std::string::npos);
    }
    EXPECT_FALSE(drawnByOthers(file("strange")).rgba.empty());
}

INSTANTIATE_TEST_SUITE_P(, Documents, testing::Values("pdf", "svg"), &nameOf);

namespace {
class PdfFile : public Documents {};
class SvgFile : public Documents {};
} // namespace
INSTANTIATE_TEST_SUITE_P(, PdfFile, testing::Values("pdf"), &nameOf);
INSTANTIATE_TEST_SUITE_P(, SvgFile, testing::Values("svg"), &nameOf);

TEST_P(PdfFile, EveryStringIsFoundWhole) {
    scene::DisplayList list = itemScene();
    // Letters that stand apart, accents, a ligature, other weights.
    const auto addTracked = [&](const std::string& string, double y, float tracking) {
        scene::GlyphRun run;
        run.string = string;
        run.size = 9;
        run.origin = {20, y};
        run.glyphs = fonts_->shape(string, run.weight, run.size, tracking).glyphs;
        list.items.emplace_back(run);
    };
    addTracked("SULAWESI TENGGARA", 60, 0.18F);
    addTracked("São Tomé – Reykjavík, Ōsaka", 72, 0);
    addTracked("Curaçao ↔ İzmir, \"Đà Nẵng\" -> 3x4", 264, 0);
    ASSERT_TRUE(write(list, file("text")).ok());
    const auto read = test::runProgram("pdftotext -raw '" + file("text") + "' -");
    ASSERT_EQ(read.status, 0) << read.text;
    std::string text = read.text;
    std::replace(text.begin(), text.end(), '\n', ' ');
    for (const scene::Item& item : list.items)
        if (const auto* run = std::get_if<scene::GlyphRun>(&item)) {
            if (run->angle == 0)
                EXPECT_NE(text.find(run->string), std::string::npos) << run->string << " in " << text;
            else
                EXPECT_NE(withoutSpaces(text).find(withoutSpaces(run->string)), std::string::npos) << run->string;
        }
}

TEST_P(PdfFile, FontsAreEmbeddedSubsets) {
    ASSERT_TRUE(write(itemScene(), file("fonts")).ok());
    const std::string fonts = test::runProgram("pdffonts '" + file("fonts") + "'").text;
    EXPECT_NE(fonts.find("Inter-Bold"), std::string::npos) << fonts;
    EXPECT_EQ(fonts.find(" no "), std::string::npos) << "all embedded, subset, and with Unicode: " << fonts;
    EXPECT_LT(fs::file_size(file("fonts")), 60000U);
}

TEST_P(PdfFile, PagesHaveTheirSizesAndTheDocumentItsTexts) {
    const std::vector<scene::DisplayList> pages{itemScene(), test::syntheticMapScene(map_, scene::Theme::dark),
                                                itemScene(scene::Theme::dark)};
    std::vector<scene::DisplayList> sized = pages;
    sized[1].width = 270;
    sized[1].height = 480;
    publish::PdfOptions options;
    options.info = infoOf();
    options.unitsPerInch = 480;
    ASSERT_TRUE(publish::writePdf(sized, file("pages"), options).ok());
    const std::string told = test::runProgram("pdfinfo -l 3 '" + file("pages") + "'").text;
    for (const char* line : {"Title:           Kerja sama di Jawa & Bali", "Subject:         Per 1 Januari 2025",
                             "Author:          Jejaring", "Pages:           3", "72 x 40.5 pts", "40.5 x 72 pts",
                             "Settings: {\"level\":\"kabkota\"}", "Copyright: Batas: rekaan"})
        EXPECT_NE(told.find(line), std::string::npos) << line << " in " << told;
    const core::Outcome none = publish::writePdf(std::span<const scene::DisplayList>(), file("none"), options);
    ASSERT_FALSE(none.ok());
    EXPECT_EQ(none.error().code, core::ErrorCode::invalidArgument);
    EXPECT_FALSE(fs::exists(file("none")));
}

TEST_P(PdfFile, PagesAreAskedForOneByOneAndFreedBeforeTheNext) {
    constexpr std::size_t kPages = 5;
    std::vector<std::size_t> asked;
    std::weak_ptr<const std::vector<scene::RegionStyle>> former;
    publish::PageSource source;
    source.count = kPages;
    source.page = [&](std::size_t number) -> core::Result<publish::PdfPage> {
        EXPECT_TRUE(former.expired()) << "page " << number << " is asked for while the one before is kept";
        asked.push_back(number);
        publish::PdfPage page;
        page.list = test::syntheticMapScene(map_, scene::Theme::light);
        for (const scene::Item& item : page.list.items)
            if (const auto* fills = std::get_if<scene::RegionFills>(&item))
                former = fills->styles;
        EXPECT_FALSE(former.expired());
        return {std::move(page), {core::warning("Page {0} wants a look.", {std::to_string(number)})}};
    };
    double last = 0;
    const core::Outcome outcome = publish::writePdf(source, file("many"), {}, [&](double done) {
        EXPECT_GE(done, last);
        last = done;
        return true;
    });
    ASSERT_TRUE(outcome.ok());
    EXPECT_DOUBLE_EQ(last, 1);
    EXPECT_EQ(asked, (std::vector<std::size_t>{0, 1, 2, 3, 4}));
    ASSERT_EQ(outcome.messages().size(), kPages);
    EXPECT_EQ(outcome.messages()[4].arguments, std::vector<std::string>{"4"});
    EXPECT_NE(test::runProgram("pdfinfo '" + file("many") + "'").text.find("Pages:           5"), std::string::npos);
}

TEST_P(PdfFile, APageThatCannotBeMadeLeavesNoFile) {
    publish::PageSource source;
    source.count = 3;
    source.page = [](std::size_t number) -> core::Result<publish::PdfPage> {
        if (number == 2)
            return core::error(core::ErrorCode::notFound, "There is no visit {0} in the project.", {"v9"});
        publish::PdfPage page;
        page.list = itemScene();
        return page;
    };
    const core::Outcome outcome = publish::writePdf(source, file("broken"), {});
    ASSERT_FALSE(outcome.ok());
    EXPECT_EQ(outcome.error().arguments, std::vector<std::string>{"v9"});
    EXPECT_EQ(folder_.count(), 0U);
}

TEST_P(PdfFile, PagesHaveSizesLinesInTheOutlineAndLabelsOfTheirOwn) {
    publish::PageSource source;
    source.count = 4;
    const std::vector<std::string> names{"Kab. Paser", "Kota Balikpapan", "Kab. Gowa", ""};
    const std::vector<std::string> chapters{"Kalimantan Timur", "Kalimantan Timur", "Sulawesi Selatan", ""};
    source.page = [&](std::size_t number) -> core::Result<publish::PdfPage> {
        publish::PdfPage page;
        page.list = itemScene();
        page.unitsPerInch = number == 1 ? 480 : 240;
        page.bookmark = names[number];
        page.chapter = chapters[number];
        page.label = number < 3 ? "64.0" + std::to_string(number + 1) : "";
        return page;
    };
    ASSERT_TRUE(publish::writePdf(source, file("outline"), {}).ok());
    const std::string told = test::runProgram("pdfinfo -l 4 '" + file("outline") + "'").text;
    EXPECT_NE(told.find("Page    2 size:  72 x 40.5 pts"), std::string::npos) << told;
    EXPECT_NE(told.find("Page    3 size:  144 x 81 pts"), std::string::npos) << told;
    const std::string bytes = contentOf(file("outline"));
    const auto count = [&bytes](const std::string& wanted) {
        std::size_t found = 0;
        for (std::size_t at = bytes.find(wanted); at != std::string::npos; at = bytes.find(wanted, at + 1))
            ++found;
        return found;
    };
    for (const char* line :
         {"(Kalimantan Timur)", "(Kab. Paser)", "(Kota Balikpapan)", "(Sulawesi Selatan)", "(Kab. Gowa)"})
        EXPECT_EQ(count("/Title " + std::string(line)), 1U) << line;
    EXPECT_EQ(count("/Title"), 5U) << "and no more";
    // 64.01, 64.02, 64.03, 4
    EXPECT_EQ(count("0 << /S /D /St 1 /P (64.0) >>"), 1U) << bytes.substr(bytes.find("/Nums"), 200);
    EXPECT_EQ(count("3 << /S /D /St 4 >>"), 1U);
}

TEST_P(PdfFile, NothingBecomesAPictureOfPixels) {
    scene::DisplayList list = test::syntheticMapScene(map_, scene::Theme::light);
    for (const scene::Item& item : itemScene().items)
        list.items.push_back(item);
    list.fonts = fonts_;
    std::erase_if(list.items, [](const scene::Item& item) { return std::holds_alternative<scene::Image>(item); });
    ASSERT_TRUE(write(list, file("vectors")).ok());
    const std::string images = test::runProgram("pdfimages -list '" + file("vectors") + "'").text;
    EXPECT_EQ(std::count(images.begin(), images.end(), '\n'), 2)
        << "a heading of two lines and nothing else: " << images;
}

TEST_P(SvgFile, RegionsAreNamedGroupsThatShareClasses) {
    const scene::DisplayList list = test::syntheticMapScene(map_, scene::Theme::light);
    ASSERT_TRUE(write(list, file("map")).ok());
    pugi::xml_document document;
    ASSERT_TRUE(document.load_file(file("map").c_str()));
    const core::RegionCatalog& catalog = map_->catalog();
    const std::string style = document.child("svg").child_value("style");
    std::set<std::string> classes;
    for (std::size_t i = catalog.provinceCount(); i < catalog.size(); ++i) {
        const core::Region& region = catalog[static_cast<core::RegionIndex>(i)];
        const std::string id = region.code.text();
        const pugi::xml_node group = document.select_node(("//g[@id='" + id + "']").c_str()).node();
        ASSERT_TRUE(group) << id;
        EXPECT_EQ(group.attribute("data-code").value(), id);
        EXPECT_EQ(group.attribute("data-name").value(), region.name);
        EXPECT_EQ(group.child_value("title"), region.name);
        EXPECT_EQ(group.parent().attribute("id").value(), region.code.province().text());
        const std::string look = group.child("path").attribute("class").value();
        EXPECT_NE(style.find("." + look + "{fill:#"), std::string::npos) << look;
        classes.insert(look);
    }
    EXPECT_EQ(classes.size(), 7U) << "as many as there are colours";
    std::set<std::string> ids;
    for (const pugi::xpath_node node : document.select_nodes("//*[@id]"))
        EXPECT_TRUE(ids.insert(node.node().attribute("id").value()).second) << node.node().attribute("id").value();
}

TEST_P(SvgFile, TextsAreTextsInAFontThatComesAlong) {
    const scene::DisplayList list = itemScene();
    ASSERT_TRUE(write(list, file("text")).ok());
    pugi::xml_document document;
    ASSERT_TRUE(document.load_file(file("text").c_str()));
    std::multiset<std::string> expected;
    for (const scene::Item& item : list.items)
        if (const auto* run = std::get_if<scene::GlyphRun>(&item))
            expected.insert(run->string);
    std::multiset<std::string> texts;
    for (const pugi::xpath_node node : document.select_nodes("//text"))
        texts.insert(node.node().child_value());
    EXPECT_EQ(texts, expected);
    const std::string style = document.child("svg").child_value("style");
    for (const char* face : {"font-weight:400;src:url(data:font/", "font-weight:700;src:url(data:font/"})
        EXPECT_NE(style.find(face), std::string::npos) << face;
    EXPECT_LT(fs::file_size(file("text")), 200000U);
}

TEST_P(SvgFile, SaysWhatItIsAndHowLarge) {
    publish::SvgOptions options;
    options.info = infoOf();
    options.unitsPerInch = 480 / 11.0;
    ASSERT_TRUE(publish::writeSvg(itemScene(), file("info"), options).ok());
    pugi::xml_document document;
    ASSERT_TRUE(document.load_file(file("info").c_str()));
    const pugi::xml_node root = document.child("svg");
    EXPECT_STREQ(root.attribute("width").value(), "279.4mm");
    EXPECT_STREQ(root.attribute("viewBox").value(), "0 0 480 270");
    EXPECT_STREQ(root.child_value("title"), "Kerja sama di Jawa & Bali");
    const pugi::xml_node about = root.child("metadata").child("rdf:RDF").child("rdf:Description");
    EXPECT_STREQ(about.child_value("dc:title"), "Kerja sama di Jawa & Bali");
    EXPECT_STREQ(about.child_value("dc:source"), "Sumber: contoh <rekaan>");
    EXPECT_STREQ(about.child_value("dc:rights"), "Batas: rekaan");
    EXPECT_STREQ(about.child_value("dc:language"), "id");
    const pugi::xml_node settings =
        root.child("metadata").child("jejaring:texts").find_child_by_attribute("keyword", "Settings");
    EXPECT_STREQ(settings.child_value(), "{\"level\":\"kabkota\"}");
}
