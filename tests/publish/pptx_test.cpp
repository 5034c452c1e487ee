// SPDX-License-Identifier: MIT
#include "support/pptx_test_case.hpp"

#include <gtest/gtest.h>

#include <csignal>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <sys/resource.h>

using namespace jejaring;
using test::Pptx;

namespace {

std::string bytesOf(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

} // namespace

TEST_F(Pptx, PackageIsSoundInBothThemes) {
    for (const scene::Theme theme : {scene::Theme::light, scene::Theme::dark}) {
        publish::Slide slide = fullSlide(theme);
        slide.notes = "Sumber\n\n1. Perjanjian <A> & B";
        publish::PptxOptions options;
        options.theme = theme;
        options.title = "Kerja sama \"daerah\" & <mitra>";
        options.subject = "Dampak <menurut> provinsi";
        options.description = "Fakta per 27 November 2026 & batas wilayah";
        options.language = text::Language::english;
        options.date = core::Day{std::chrono::year(2026), std::chrono::month(11), std::chrono::day(27)};
        const test::PptxPackage package = written(slide, options);
        test::expectSoundPackage(package);
        EXPECT_STREQ(package.root("docProps/core.xml").child_value("dc:title"), options.title.c_str());
        EXPECT_STREQ(package.root("docProps/core.xml").child_value("dcterms:created"), "2026-11-27T00:00:00Z");
        EXPECT_STREQ(package.root("docProps/core.xml").child_value("dc:subject"), options.subject.c_str());
        EXPECT_STREQ(package.root("docProps/core.xml").child_value("dc:description"), options.description.c_str());
        EXPECT_STREQ(package.root("docProps/core.xml").child_value("dc:language"), "en-GB");
    }
}

TEST_F(Pptx, SeveralSlidesWithAndWithoutNotesMakeOneSoundFile) {
    std::vector<publish::Slide> slides(3, fullSlide(scene::Theme::light));
    slides[1].notes = "Hanya yang kedua";
    slides[2].list.width = 270; // of another shape: stands in the middle
    const test::PptxPackage package = written(slides);
    test::expectSoundPackage(package);
    EXPECT_TRUE(package.has("ppt/slides/slide3.xml"));
    EXPECT_FALSE(package.has("ppt/notesSlides/notesSlide1.xml"));
    EXPECT_EQ(test::textOf(package.root("ppt/notesSlides/notesSlide2.xml")), "Hanya yang kedua");
}

TEST_F(Pptx, HeadingIsTheTitleAndTheSubtitleOfTheSlide) {
    const test::PptxPackage package = written(fullSlide(scene::Theme::light));
    const pugi::xml_node title = test::shapeNamed(package.slide(1), "Kerja sama daerah terpusat di Jawa");
    EXPECT_STREQ(title.child("p:nvSpPr").child("p:nvPr").child("p:ph").attribute("type").value(), "title");
    EXPECT_EQ(test::textOf(title), "Kerja sama daerah\nterpusat di Jawa");
    EXPECT_STREQ(title.child("p:txBody").child("a:bodyPr").attribute("wrap").value(), "square")
        << "another title breaks where the page ends";
    const pugi::xml_node subtitle = test::shapeNamed(package.slide(1), "keadaan 27 November");
    EXPECT_STREQ(subtitle.child("p:nvSpPr").child("p:nvPr").child("p:ph").attribute("type").value(), "body");
}

TEST_F(Pptx, SlideWithoutHeadingKeepsItsTitleAboveThePage) {
    publish::Slide slide;
    slide.list = test::syntheticMapScene(map_, scene::Theme::light);
    slide.title = "Peta saja";
    const test::PptxPackage package = written(slide);
    test::expectSoundPackage(package);
    const pugi::xml_node title = test::shapeNamed(package.slide(1), "Peta saja");
    const pugi::xml_node place = title.child("p:spPr").child("a:xfrm");
    EXPECT_LE(place.child("a:off").attribute("y").as_llong() + place.child("a:ext").attribute("cy").as_llong(), 0);
}

TEST_F(Pptx, EachRegionIsANamedFreeformInItsProvincesGroup) {
    publish::Slide slide;
    slide.list = test::syntheticMapScene(map_, scene::Theme::light);
    slide.regionTexts.assign(map_->catalog().size(), "");
    slide.regionTexts[2] = "Rekaan 91.01: dampak 87";
    slide.mapText = "Peta dampak";
    const test::PptxPackage package = written(slide);
    std::size_t regions = 0;
    for (const core::Region& region : map_->catalog().regions()) {
        if (region.level() == core::RegionLevel::province)
            continue;
        const pugi::xml_node shape = test::shapeNamed(package.slide(1), region.code.text() + " " + region.name);
        ASSERT_TRUE(shape) << region.name;
        EXPECT_TRUE(shape.child("p:spPr").child("a:custGeom")) << region.name;
        const pugi::xml_node group = shape.parent();
        EXPECT_EQ(group.child("p:nvGrpSpPr").child("p:cNvPr").attribute("name").value(),
                  region.code.province().text() + " Rekaan " + region.code.province().text());
        ++regions;
    }
    EXPECT_EQ(regions, map_->catalog().regencyCount());
    const pugi::xml_node described = test::shapeNamed(package.slide(1), "91.01 Rekaan 91.01");
    EXPECT_STREQ(described.child("p:nvSpPr").child("p:cNvPr").attribute("descr").value(), "Rekaan 91.01: dampak 87");
    EXPECT_NE(package.text("ppt/slides/slide1.xml").find("descr=\"Peta dampak\""), std::string::npos);
}

TEST_F(Pptx, NeighboursShareTheirCornersToTheBit) {
    publish::Slide slide;
    slide.list = test::syntheticMapScene(map_, scene::Theme::light);
    const test::PptxPackage package = written(slide);
    // Corners in EMU of the slide.
    const auto corners = [&](const std::string& name) {
        std::set<std::pair<long long, long long>> found;
        const pugi::xml_node shape = test::shapeNamed(package.slide(1), name);
        const pugi::xml_node place = shape.child("p:spPr").child("a:xfrm");
        test::eachElement(shape, [&](const pugi::xml_node& node) {
            if (std::string(node.name()) != "a:pt")
                return;
            const pugi::xml_node path = node.parent().parent();
            const long long unit = place.child("a:ext").attribute("cx").as_llong() / path.attribute("w").as_llong();
            EXPECT_EQ(unit * path.attribute("w").as_llong(), place.child("a:ext").attribute("cx").as_llong());
            found.emplace(place.child("a:off").attribute("x").as_llong() + node.attribute("x").as_llong() * unit,
                          place.child("a:off").attribute("y").as_llong() + node.attribute("y").as_llong() * unit);
        });
        return found;
    };
    const auto first = corners("91.01 Rekaan 91.01");
    const auto second = corners("91.02 Rekaan 91.02");
    std::vector<std::pair<long long, long long>> shared;
    std::set_intersection(first.begin(), first.end(), second.begin(), second.end(), std::back_inserter(shared));
    EXPECT_GE(shared.size(), 2U);
}

TEST_F(Pptx, ColoursOfTheThemeAreNamedSoThatTheThemeChangesThem) {
    for (const scene::Theme theme : {scene::Theme::light, scene::Theme::dark}) {
        publish::PptxOptions options;
        options.theme = theme;
        const test::PptxPackage package = written(fullSlide(theme), options);
        const pugi::xml_node shape = test::shapeNamed(package.slide(1), "91.01 Rekaan 91.01");
        EXPECT_STREQ(shape.child("p:spPr").child("a:solidFill").child("a:schemeClr").attribute("val").value(),
                     "accent1");
        const pugi::xml_node title = test::shapeNamed(package.slide(1), "Kerja sama daerah terpusat di Jawa");
        std::string color;
        test::eachElement(title, [&](const pugi::xml_node& node) {
            if (color.empty() && std::string(node.name()) == "a:schemeClr")
                color = node.attribute("val").value();
        });
        EXPECT_EQ(color, "tx1");
    }
}

TEST_F(Pptx, DashesShadowsAndTurnsAreNative) {
    const test::PptxPackage package = written(fullSlide(scene::Theme::light));
    const std::string slide = package.text("ppt/slides/slide1.xml");
    for (const char* wanted : {"<a:custDash>", "<a:outerShdw ", "prst=\"ellipse\"", "prst=\"roundRect\"", " rot=\""})
        EXPECT_NE(slide.find(wanted), std::string::npos) << wanted;
    const auto without = test::syntheticMapScene(map_, scene::Theme::light);
    const publish::Slide map{without, "", "", "", {}};
    EXPECT_EQ(written(map).text("ppt/slides/slide1.xml").find("<p:pic>"), std::string::npos); // no picture of itself
}

TEST_F(Pptx, CirclesAreNamedByTheirRegion) {
    publish::Slide slide;
    slide.list = test::syntheticMapScene(map_, scene::Theme::light);
    slide.list.items.emplace_back(scene::BeginGroup{scene::GroupKind::dots});
    slide.list.items.emplace_back(
        scene::Circle{{240, 135}, 4, scene::rgb(0xff0000), {}, 0, scene::FillPattern::plain, 5});
    slide.list.items.emplace_back(scene::EndGroup{});
    const test::PptxPackage package = written(slide);
    std::size_t found = 0;
    test::eachElement(package.slide(1), [&](const pugi::xml_node& node) {
        if (std::string(node.name()) == "a:prstGeom" && std::string(node.attribute("prst").value()) == "ellipse") {
            const pugi::xml_node properties = node.parent().parent().child("p:nvSpPr").child("p:cNvPr");
            EXPECT_STREQ(properties.attribute("name").value(), "91.04 Rekaan 91.04");
            ++found;
        }
    });
    EXPECT_EQ(found, 1U);
}

TEST_F(Pptx, PicturesKeepTheirFilesAndStandInThePackageOnce) {
    publish::Slide slide;
    slide.list.width = 160;
    slide.list.height = 90;
    scene::Image image;
    image.source.pixels = test::syntheticImage();
    image.rect = {10, 10, 40, 20};
    image.fit = scene::ImageFit::cover; // 96 by 64 cut to 2 : 1
    image.description = "Penandatanganan";
    slide.list.items.emplace_back(image);
    image.rect.x = 60;
    slide.list.items.emplace_back(image);
    const auto jpeg = std::make_shared<const std::vector<std::byte>>(3, std::byte{0xff});
    image.source = {std::make_shared<const core::Image>(core::Image{1, 1, {1, 2, 3, 255}}), jpeg, "image/jpeg"};
    image.rect.x = 110;
    slide.list.items.emplace_back(image);
    slide.notes = "Catatan";
    const std::vector<publish::Slide> slides(2, slide);
    const test::PptxPackage package = written(slides);
    test::expectSoundPackage(package);
    EXPECT_TRUE(package.text("ppt/media/image1.png").starts_with("\x89PNG"));
    EXPECT_EQ(package.text("ppt/media/image2.jpeg"), "\xff\xff\xff");
    EXPECT_FALSE(package.has("ppt/media/image3.png"));
    const pugi::xml_node picture = test::shapeNamed(package.slide(2), "Penandatanganan");
    EXPECT_STREQ(picture.name(), "p:pic");
    EXPECT_STREQ(picture.child("p:nvPicPr").child("p:cNvPr").attribute("descr").value(), "Penandatanganan");
    const pugi::xml_node cut = picture.child("p:blipFill").child("a:srcRect");
    EXPECT_EQ(cut.attribute("l").as_int(-1), 0);
    EXPECT_EQ(cut.attribute("t").as_int(), 12500);
    EXPECT_EQ(cut.attribute("b").as_int(), 12500);
}

TEST_F(Pptx, UnusualCharactersAreKeptAndWhatXmlCannotHoldIsReplaced) {
    publish::Slide slide;
    slide.list = test::syntheticMapScene(map_, scene::Theme::light);
    slide.list.fonts = fonts_;
    test::addText(slide.list, "Côte <d'Ivoire> & \"中国\"", {20, 40}, 12, text::FontWeight::regular, {});
    test::addText(slide.list, "a\x01z\xff", {20, 60}, 12, text::FontWeight::regular, {});
    const test::PptxPackage package = written(slide);
    test::expectSoundPackage(package);
    EXPECT_EQ(test::textOf(test::shapeNamed(package.slide(1), "Côte <d'Ivoire> & \"中国\"")),
              "Côte <d'Ivoire> & \"中国\"");
    EXPECT_TRUE(test::shapeNamed(package.slide(1), "a\xEF\xBF\xBDz\xEF\xBF\xBD"));
}

TEST_F(Pptx, SlideHasTheShapeOfThePage) {
    const auto sizeOf = [&](double width, double height) {
        publish::Slide slide;
        slide.list.width = width;
        slide.list.height = height;
        const test::PptxPackage package = written(slide);
        const pugi::xml_node size = package.root("ppt/presentation.xml").child("p:sldSz");
        return std::pair{size.attribute("cx").as_llong(), size.attribute("cy").as_llong()};
    };
    EXPECT_EQ(sizeOf(1920, 1080), (std::pair{12192000LL, 6858000LL}));
    EXPECT_EQ(sizeOf(800, 600), (std::pair{9144000LL, 6858000LL}));
    EXPECT_EQ(sizeOf(210, 297), (std::pair{6858000LL, 9699171LL}));
    for (const auto& [width, height] : {std::pair{1000.0, 10.0}, {0.0, 100.0}}) {
        publish::Slide slide;
        slide.list.width = width;
        slide.list.height = height;
        const core::Outcome refused = publish::writePptx({&slide, 1}, folder_.file("b.pptx"), {});
        ASSERT_FALSE(refused.ok());
        EXPECT_EQ(refused.error().code, core::ErrorCode::invalidArgument);
    }
}

TEST_F(Pptx, TheSameCallGivesTheSameBytes) {
    const publish::Slide slide = fullSlide(scene::Theme::dark);
    ASSERT_TRUE(publish::writePptx({&slide, 1}, folder_.file("a.pptx"), {}).ok());
    ASSERT_TRUE(publish::writePptx({&slide, 1}, folder_.file("b.pptx"), {}).ok());
    EXPECT_EQ(bytesOf(folder_.file("a.pptx")), bytesOf(folder_.file("b.pptx")));
}

TEST_F(Pptx, LinesStandAsFarApartAsTheyAreDrawn) {
    publish::Slide slide;
    slide.list.width = 480;
    slide.list.height = 270;
    slide.list.fonts = fonts_;
    slide.list.items.emplace_back(scene::BeginGroup{scene::GroupKind::text});
    double y = 40;
    for (const char* line : {"satu", "dua", "tiga"})
        test::addText(slide.list, line, {20, y += 15}, 10, text::FontWeight::regular, {});
    for (const char* line : {"empat", "lima"}) // farther apart: a paragraph of its own
        test::addText(slide.list, line, {20, y += line[0] == 'e' ? 16.5 : 12}, 10, text::FontWeight::regular, {});
    slide.list.items.emplace_back(scene::EndGroup{});
    const test::PptxPackage package = written(slide);
    test::expectSoundPackage(package);
    const text::FontMetrics metrics = fonts_->metrics(text::FontWeight::regular, 10);
    const double natural = static_cast<double>(metrics.ascent) + static_cast<double>(metrics.descent);
    for (const auto& [name, step] : {std::pair{"satu dua tiga", 15.0}, {"empat lima", 12.0}}) {
        const pugi::xml_node shape = test::shapeNamed(package.slide(1), name);
        ASSERT_TRUE(shape) << name;
        const pugi::xml_node spacing =
            shape.child("p:txBody").child("a:p").child("a:pPr").child("a:lnSpc").child("a:spcPct");
        EXPECT_NEAR(spacing.attribute("val").as_double(), step / natural * 100000, 1) << name;
        EXPECT_STREQ(shape.child("p:txBody").child("a:bodyPr").attribute("wrap").value(), "none")
            << "its lines are broken already";
        const double perUnit = 12192000.0 / 480;
        const double lines = std::string(name).starts_with("satu") ? 2 : 1;
        EXPECT_NEAR(shape.child("p:spPr").child("a:xfrm").child("a:ext").attribute("cy").as_double(),
                    (natural + std::max(step - natural, 0.0) + lines * step) * perUnit, perUnit)
            << name;
    }
}

TEST_F(Pptx, PartsSayWhatTheyShow) {
    publish::Slide slide;
    slide.list.width = 480;
    slide.list.height = 270;
    slide.list.fonts = fonts_;
    {
        const scene::ItemGroup chart(slide.list, scene::GroupKind::chart, "Bidang: Pendidikan 3, Budaya <2>");
        for (const double y : {20.0, 40.0})
            slide.list.items.emplace_back(
                scene::RoundedRect{{20, y, 100, 7}, 3, scene::rgb(0xce530b), {}, 0, 0, scene::FillPattern::plain, {}});
    }
    auto grid = std::make_shared<scene::TableGrid>();
    grid->columns = {20, 220};
    grid->rows = {100, 116, 150};
    grid->right = {false};
    {
        const scene::ItemGroup cells(slide.list, scene::GroupKind::table, grid, "Kerja sama: tabel 1 baris");
        test::addText(slide.list, "Mitra", {20, 112}, 10, text::FontWeight::regular, scene::rgb(0x17202b));
        test::addText(slide.list, "Jeonju", {20, 130}, 10, text::FontWeight::regular, scene::rgb(0x17202b));
    }
    const test::PptxPackage package = written(slide);
    test::expectSoundPackage(package);
    std::vector<std::string> described;
    test::eachElement(package.slide(1), [&](const pugi::xml_node& node) {
        if (std::string(node.name()) == "p:cNvPr" && *node.attribute("descr").value() != '\0')
            described.emplace_back(node.attribute("descr").value());
    });
    EXPECT_EQ(described, (std::vector<std::string>{"Bidang: Pendidikan 3, Budaya <2>", "Kerja sama: tabel 1 baris"}));
}

TEST_F(Pptx, CellsBecomeATableThatCanBeEdited) {
    publish::Slide slide;
    slide.list.width = 480;
    slide.list.height = 270;
    slide.list.fonts = fonts_;
    auto grid = std::make_shared<scene::TableGrid>();
    grid->columns = {20, 220, 320};
    grid->rows = {40, 56, 90, 110};
    grid->right = {false, true};
    grid->gap = 10;
    const auto text = [&](const char* string, geo::Point at) {
        test::addText(slide.list, string, at, 10, text::FontWeight::regular, scene::rgb(0x17202b));
    };
    slide.list.items.emplace_back(scene::BeginGroup{scene::GroupKind::table});
    text("Kerja sama", {20, 30}); // above the cells
    slide.list.items.emplace_back(scene::BeginGroup{scene::GroupKind::table, grid});
    text("Mitra", {20, 52});
    text("Nilai", {297, 52});
    text("Pemerintah Kota Jeonju di Provinsi", {20, 70}); // with the next word wider than the column
    text("Jeolla Utara", {20, 83});
    text("1.234", {293, 70});
    text("Côte <d'Ivoire>", {20, 104}); // ends before the column does, and the row has no number
    slide.list.items.emplace_back(scene::Polyline{{{20, 56}, {320, 56}}, 1, scene::rgb(0xe3e8ed), 0, false});
    slide.list.items.emplace_back(scene::EndGroup{});
    slide.list.items.emplace_back(scene::EndGroup{});
    const test::PptxPackage package = written(slide);
    test::expectSoundPackage(package);

    pugi::xml_node table;
    std::size_t words = 0;
    test::eachElement(package.slide(1), [&](const pugi::xml_node& node) {
        if (std::string(node.name()) == "a:tbl")
            table = node;
        words += std::string(node.name()) == "a:t" ? 1 : 0;
    });
    ASSERT_TRUE(table);
    EXPECT_EQ(words, 6U); // nothing twice
    const pugi::xml_node frame = table.parent().parent().parent();
    EXPECT_STREQ(frame.name(), "p:graphicFrame");
    EXPECT_STREQ(frame.parent().name(), "p:spTree"); // programs do not group tables
    EXPECT_STREQ(frame.child("p:nvGraphicFramePr").child("p:cNvPr").attribute("descr").value(), "Mitra, Nilai");
    std::vector<std::string> cells;
    for (const pugi::xml_node row : table.children("a:tr"))
        for (const pugi::xml_node cell : row.children("a:tc"))
            cells.push_back(test::textOf(cell));
    EXPECT_EQ(cells, (std::vector<std::string>{"Mitra", "Nilai", "Pemerintah Kota Jeonju di Provinsi Jeolla Utara",
                                               "1.234", "Côte <d'Ivoire>", ""}));
    const double perUnit = 12192000.0 / 480;
    const pugi::xml_node first = table.child("a:tblGrid").child("a:gridCol");
    EXPECT_NEAR(first.attribute("w").as_double(), 200 * perUnit, 2);
    EXPECT_NEAR(table.child("a:tr").attribute("h").as_double(), 16 * perUnit, 2);
    const pugi::xml_node heading = table.child("a:tr").child("a:tc");
    const text::FontMetrics metrics = fonts_->metrics(text::FontWeight::regular, 10);
    EXPECT_NEAR(heading.child("a:tcPr").attribute("marT").as_double(),
                (12 - static_cast<double>(metrics.ascent)) * perUnit, 2);
    EXPECT_NEAR(heading.child("a:tcPr").child("a:lnB").attribute("w").as_double(), perUnit, 1);
    EXPECT_FALSE(heading.child("a:tcPr").child("a:lnT").attribute("w"));
    // The column's texts stop where they do on the page, and those of the last one end at its right.
    EXPECT_NEAR(heading.child("a:tcPr").attribute("marR").as_double(), (10 - 0.012 * 190) * perUnit, 2);
    EXPECT_STREQ(heading.next_sibling("a:tc").child("a:txBody").child("a:p").child("a:pPr").attribute("algn").value(),
                 "r");
}

TEST_F(Pptx, TheTimeOfMakingIsTheGivenDayOrThatOfTheEnvironment) {
    publish::PptxOptions options;
    options.date = core::Day{std::chrono::year(2026), std::chrono::month(11), std::chrono::day(27)};
    const auto created = [&] {
        const test::PptxPackage package = written(fullSlide(scene::Theme::light), options);
        return std::string(package.root("docProps/core.xml").child_value("dcterms:created"));
    };
    unsetenv("SOURCE_DATE_EPOCH");
    EXPECT_EQ(created(), "2026-11-27T00:00:00Z");
    setenv("SOURCE_DATE_EPOCH", "1000000000", 1);
    EXPECT_EQ(created(), "2001-09-09T01:46:40Z");
    unsetenv("SOURCE_DATE_EPOCH");
}

TEST_F(Pptx, SlidesAreAskedForOneByOneAndFreedBeforeTheNext) {
    constexpr std::size_t kSlides = 4;
    std::vector<std::size_t> asked;
    std::weak_ptr<const std::vector<scene::RegionStyle>> former;
    publish::SlideSource source;
    source.count = kSlides;
    source.slide = [&](std::size_t number) -> core::Result<publish::Slide> {
        EXPECT_TRUE(former.expired()) << "slide " << number << " is asked for while the one before is kept";
        asked.push_back(number);
        publish::Slide slide = fullSlide(scene::Theme::light);
        slide.notes = "Catatan " + std::to_string(number);
        for (const scene::Item& item : slide.list.items)
            if (const auto* fills = std::get_if<scene::RegionFills>(&item))
                former = fills->styles;
        EXPECT_FALSE(former.expired());
        return {std::move(slide), {core::warning("Slide {0} wants a look.", {std::to_string(number)})}};
    };
    source.hasNotes = [](std::size_t number) { return number != 2; };
    const std::string path = folder_.file("many.pptx");
    const core::Outcome outcome = publish::writePptx(source, path, {});
    ASSERT_TRUE(outcome.ok());
    EXPECT_EQ(asked, (std::vector<std::size_t>{0, 1, 2, 3}));
    EXPECT_EQ(outcome.messages().size(), kSlides);
    const test::PptxPackage package(path);
    test::expectSoundPackage(package);
    EXPECT_NE(package.text("ppt/notesSlides/notesSlide4.xml").find("Catatan 3"), std::string::npos);
    EXPECT_FALSE(package.has("ppt/notesSlides/notesSlide3.xml"));
    EXPECT_TRUE(package.has("ppt/slides/slide3.xml"));
    // The same picture on all slides is one part.
    std::size_t media = 0;
    for (const std::string& name : package.names())
        media += name.starts_with("ppt/media/") ? 1 : 0;
    const test::PptxPackage one = written(fullSlide(scene::Theme::light));
    std::size_t mediaOfOne = 0;
    for (const std::string& name : one.names())
        mediaOfOne += name.starts_with("ppt/media/") ? 1 : 0;
    EXPECT_GT(mediaOfOne, 0U);
    EXPECT_EQ(media, mediaOfOne);
}

TEST_F(Pptx, ASlideThatCannotBeMadeLeavesNoFile) {
    publish::SlideSource source;
    source.count = 2;
    source.slide = [](std::size_t number) -> core::Result<publish::Slide> {
        if (number == 1)
            return core::error(core::ErrorCode::notFound, "There is no visit {0} in the project.", {"v9"});
        return fullSlide(scene::Theme::light);
    };
    const core::Outcome outcome = publish::writePptx(source, folder_.file("broken.pptx"), {});
    ASSERT_FALSE(outcome.ok());
    EXPECT_EQ(outcome.error().arguments, std::vector<std::string>{"v9"});
    EXPECT_EQ(folder_.count(), 0U);
}

TEST_F(Pptx, ExistingFileIsKeptUnlessAskedFor) {
    const std::string path = folder_.file("there.pptx");
    std::ofstream(path) << "mine";
    const publish::Slide slide = fullSlide(scene::Theme::light);
    const core::Outcome refused = publish::writePptx({&slide, 1}, path, {});
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.error().code, core::ErrorCode::alreadyExists);
    EXPECT_EQ(bytesOf(path), "mine");
}

TEST_F(Pptx, CancellingLeavesNothingBehind) {
    const publish::Slide slide = fullSlide(scene::Theme::light);
    for (const double limit : {0.0, 0.5, 0.99}) {
        const core::Outcome stopped = publish::writePptx({&slide, 1}, folder_.file("a.pptx"), {}, [&](double done) {
            EXPECT_TRUE(done >= 0 && done <= 1) << done;
            return done < limit;
        });
        ASSERT_FALSE(stopped.ok());
        EXPECT_EQ(stopped.error().code, core::ErrorCode::cancelled);
        EXPECT_EQ(folder_.count(), 0U);
    }
}

TEST_F(Pptx, FullDiskIsAnErrorAndLeavesNoHalfFile) {
    // A limit on the size of files stands in for a full disk.
    const publish::Slide slide = fullSlide(scene::Theme::light);
    const auto before = std::signal(SIGXFSZ, SIG_IGN);
    rlimit old{};
    ::getrlimit(RLIMIT_FSIZE, &old);
    const rlimit small{2000, old.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &small);
    const core::Outcome failed = publish::writePptx({&slide, 1}, folder_.file("a.pptx"), {});
    ::setrlimit(RLIMIT_FSIZE, &old);
    std::signal(SIGXFSZ, before);
    ASSERT_FALSE(failed.ok());
    EXPECT_EQ(failed.error().code, core::ErrorCode::diskFull);
    EXPECT_EQ(folder_.count(), 0U);
}
