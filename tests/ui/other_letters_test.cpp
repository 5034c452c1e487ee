// SPDX-License-Identifier: MIT
// Names in letters that Inter lacks, in the texts and fields of the window. Skipped where no font has them.
#include "driver.hpp"
#include "publish/plain_text.hpp"
#include "ui/widget/fonts.hpp"
#include "ui/widget/other_letters.hpp"

#include <imgui.h>

namespace jejaring::ui_test {
namespace {

constexpr std::string_view kNames = "東京 เชียงใหม่ الملك Москва";

std::shared_ptr<const text::FontSet> fontsWithNames() {
    const auto fonts = text::FontSet::load();
    return fonts.ok() && fonts.value()->lacking(kNames, text::FontWeight::regular).empty() ? fonts.value() : nullptr;
}

// ImGui without a window.
class Atlas : public testing::Test {
  protected:
    void SetUp() override {
        fonts_ = fontsWithNames();
        if (!fonts_)
            GTEST_SKIP() << "no installed fonts have Arabic, Chinese, Cyrillic and Thai letters";
        context_ = ImGui::CreateContext();
    }
    void TearDown() override {
        if (context_ != nullptr)
            ImGui::DestroyContext(context_);
    }

    std::shared_ptr<const text::FontSet> fonts_;
    ImGuiContext* context_ = nullptr;
};

class OtherLetters : public WindowTest {};

} // namespace

TEST_F(Atlas, HasTheLettersThatTextsHeldWithTheirBaselineAndSize) {
    const core::Result<ui::Fonts> before = ui::buildFonts(1, 1, *fonts_, {});
    ASSERT_TRUE(before.ok());
    std::string buffer;
    std::string drawn(ui::drawable(before.value().body, kNames, buffer));
    EXPECT_NE(drawn, kNames) << "Arabic is turned";
    EXPECT_EQ(drawn.size(), std::string_view("東京 เชียงใหม่ ﻚﻠﻤﻟﺍ Москва").size());
    const std::set<ImWchar> letters = ui::notedLetters();
    EXPECT_TRUE(letters.contains(0x6771));
    EXPECT_FALSE(letters.contains(0x0645)) << "the form of its place is drawn instead";
    const core::Result<ui::Fonts> after = ui::buildFonts(1, 1, *fonts_, letters);
    ASSERT_TRUE(after.ok());
    const ui::Fonts& fonts = after.value();
    for (const ImFont* font : {fonts.body, fonts.medium, fonts.strong, fonts.small, fonts.caption, fonts.title}) {
        for (const std::uint32_t letter : publish::codePoints(drawn))
            EXPECT_NE(font->FindGlyphNoFallback(static_cast<ImWchar>(letter)), nullptr) << letter;
        // One em wide, and on the line that Latin letters stand on.
        const ImFontGlyph* chinese = font->FindGlyphNoFallback(0x6771);
        const ImFontGlyph* latin = font->FindGlyphNoFallback('H');
        ASSERT_NE(chinese, nullptr);
        EXPECT_NEAR(chinese->AdvanceX, font->FontSize / 1.21F, 1.5F);
        EXPECT_NEAR(chinese->Y1, latin->Y1, font->FontSize * 0.2F);
    }
}

TEST_F(Atlas, LatinTextsAreDrawnAsTheyAreAndNotNoted) {
    const core::Result<ui::Fonts> fonts = ui::buildFonts(1, 1, *fonts_, {});
    ASSERT_TRUE(fonts.ok());
    const std::size_t noted = ui::notedLetters().size();
    std::string buffer;
    for (const std::string_view text : {"Kota Bandung", "São Tomé – 1.234,5 … ≥ 3 → “a”", "Đà Nẵng"})
        EXPECT_EQ(ui::drawable(fonts.value().body, text, buffer).data(), text.data());
    EXPECT_EQ(ui::notedLetters().size(), noted);
}

TEST_F(OtherLetters, LettersThatAreTypedAreDrawn) {
    if (!fontsWithNames())
        GTEST_SKIP() << "no installed fonts have Arabic, Chinese, Cyrillic and Thai letters";
    ASSERT_EQ(state()["otherLetters"]["met"], 0);
    key("ctrl+k");
    for (const char* letter : {"東", "京"}) // for each xdotool lends a key, which it takes back at once
        type(letter);
    const Json now = waitFor([](const Json& json) { return json["otherLetters"]["drawn"] == 2; });
    EXPECT_EQ(now["searchQuery"], "東京");
    EXPECT_EQ(now["otherLetters"]["met"], 2);
    EXPECT_EQ(now["otherLetters"]["drawn"], 2);
}

} // namespace jejaring::ui_test
