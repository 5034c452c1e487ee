// SPDX-License-Identifier: MIT
// What slides draw as lines of their own, because programs show the format's means for it each in their own way.
#include "support/pptx_test_case.hpp"

#include <array>

using namespace jejaring;
using test::Pptx;

TEST_F(Pptx, PatternsArePartsOfTheFreeformsSoThatEveryProgramDrawsThemAlike) {
    publish::Slide slide;
    slide.list = test::syntheticMapScene(map_, scene::Theme::light);
    for (scene::Item& item : slide.list.items)
        if (auto* fills = std::get_if<scene::RegionFills>(&item)) {
            auto styles = std::make_shared<std::vector<scene::RegionStyle>>(*fills->styles);
            (*styles)[0] = {scene::rgb(0x112233), scene::FillPattern::hatch, scene::rgb(0x445566)};
            (*styles)[1] = {scene::rgb(0x112233), scene::FillPattern::dots, scene::rgb(0x445566)};
            (*styles)[2] = {scene::rgb(0x112233), scene::FillPattern::plain, scene::rgb(0x445566)};
            fills->styles = styles;
        }
    const test::PptxPackage package = written(slide);
    test::expectSoundPackage(package);
    EXPECT_EQ(package.text("ppt/slides/slide1.xml").find("<a:pattFill"), std::string::npos);
    std::array<pugi::xml_node, 3> shapes;
    for (std::size_t i = 0; i < shapes.size(); ++i) {
        const core::Region& region =
            map_->catalog()[static_cast<core::RegionIndex>(map_->catalog().provinceCount() + i)];
        shapes[i] = test::shapeNamed(package.slide(1), region.code.text() + " " + region.name).child("p:spPr");
        ASSERT_TRUE(shapes[i]);
        // The fill is the region's alone, whatever the pattern, so that it takes another colour at once.
        EXPECT_STREQ(shapes[i].child("a:solidFill").child("a:srgbClr").attribute("val").value(), "112233");
    }
    for (std::size_t i = 0; i < 2; ++i) {
        const pugi::xml_node area = shapes[i].child("a:custGeom").child("a:pathLst").child("a:path");
        const pugi::xml_node marks = area.next_sibling("a:path");
        ASSERT_TRUE(marks);
        EXPECT_STREQ(area.attribute("stroke").value(), "0");
        EXPECT_STREQ(marks.attribute("fill").value(), "none");
        EXPECT_STREQ(marks.attribute("w").value(), area.attribute("w").value());
        EXPECT_FALSE(marks.child("a:close"));
        EXPECT_STREQ(shapes[i].child("a:ln").child("a:solidFill").child("a:srgbClr").attribute("val").value(),
                     "445566");
    }
    EXPECT_STREQ(shapes[0].child("a:ln").attribute("cap").value(), "flat");
    EXPECT_STREQ(shapes[1].child("a:ln").attribute("cap").value(), "rnd");
    EXPECT_FALSE(shapes[2].child("a:custGeom").child("a:pathLst").child("a:path").next_sibling("a:path"));
    EXPECT_TRUE(shapes[2].child("a:ln").child("a:noFill"));
}

TEST_F(Pptx, HaloesAreShapesBehindTheirTextsAndMoveWithThem) {
    publish::Slide slide;
    slide.list.width = 960;
    slide.list.height = 540;
    slide.list.fonts = fonts_;
    slide.list.items.emplace_back(scene::BeginGroup{scene::GroupKind::labels});
    test::addText(slide.list, "BALI", {200, 300}, 12, text::FontWeight::medium, scene::rgb(0xffffff));
    auto& run = std::get<scene::GlyphRun>(slide.list.items.back());
    run.halo = scene::rgb(0x445566);
    run.haloWidth = 1.5F;
    test::addText(slide.list, "JAWA", {100, 300}, 12, text::FontWeight::medium, scene::rgb(0xffffff));
    slide.list.items.emplace_back(scene::EndGroup{});
    const test::PptxPackage package = written(slide);
    test::expectSoundPackage(package);
    std::size_t haloes = 0;
    test::eachElement(package.slide(1), [&](const pugi::xml_node& node) {
        if (std::string(node.name()) != "p:cNvPr" || std::string(node.attribute("name").value()) != "Halo")
            return;
        ++haloes;
        const pugi::xml_node shape = node.parent().parent();
        EXPECT_EQ(test::textOf(shape.next_sibling("p:sp")), "BALI");
        EXPECT_STREQ(shape.parent().child("p:nvGrpSpPr").child("p:cNvPr").attribute("name").value(), "BALI");
        const pugi::xml_node line = shape.child("p:spPr").child("a:ln");
        EXPECT_EQ(line.attribute("w").as_llong(), 3 * 12700); // as wide on both sides of the edge; a unit is a point
        EXPECT_STREQ(line.child("a:solidFill").child("a:srgbClr").attribute("val").value(), "445566");
        // Around the letters: as high as capitals, from the baseline up.
        const pugi::xml_node place = shape.child("p:spPr").child("a:xfrm");
        const double height = place.child("a:ext").attribute("cy").as_double() / 12700;
        EXPECT_NEAR(height, static_cast<double>(fonts_->metrics(text::FontWeight::medium, 12).capHeight), 0.4);
        EXPECT_NEAR(place.child("a:off").attribute("y").as_double() / 12700 + height, 300, 0.3);
    });
    EXPECT_EQ(haloes, 1U);
}
