// SPDX-License-Identifier: MIT
// What every output states, whatever its colours show and whatever page it is: source, credit of the boundaries, date,
// filters in force, and the share without a record.
#include "layout_fixture.hpp"
#include "scene/picture_text.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace jejaring::scene {
namespace {

using namespace testing;
using ::testing::HasSubstr;

constexpr text::Language kEnglish = text::Language::english;

struct Shown {
    const char* name;
    analysis::IndicatorChoice indicator;
    const char* source; // as the words give it
};

std::vector<Shown> allShown() {
    return {{"impact", analysis::IndicatorKind::impact, "from 2 sources"},
            {"agreements", analysis::IndicatorKind::agreementsInForce, "from 2 sources"},
            {"countries", analysis::IndicatorKind::partnerCountries, "from 2 sources"},
            {"series", analysis::IndicatorChoice::series("I1"), "source: Badan Pusat Statistik"}};
}

std::shared_ptr<const core::Project> projectWithSeries() {
    auto project = std::make_shared<core::Project>(*squareProject());
    project->indicators = {{"I1", "PDRB", "miliar rupiah", "S-I1"}};
    core::Source source;
    source.id = "S-I1";
    source.title = "Badan Pusat Statistik";
    project->sources.push_back(source);
    for (const char* code : {"11", "31", "11.71", "64.02"})
        project->indicatorValues.push_back({"I1", *core::RegionCode::parse(code), {2022, 0, 0}, 12.5, ""});
    return project;
}

LayoutInput seen(const Shown& shown) {
    MapView view;
    view.date = kToday;
    view.filter.countries = {"NLD"};
    chooseIndicator(view, shown.indicator);
    return {prepare(projectWithSeries(), squareGeometry(), view, kToday), look(Theme::light, kEnglish), "GADM 4.1", {}};
}

// The words of the list's source line, whatever its lines; of all texts where it has none.
std::string sourceWords(const DisplayList& list) {
    std::string words;
    bool within = false;
    for (const Item& item : list.items) {
        if (const auto* group = std::get_if<BeginGroup>(&item))
            within = within || group->kind == GroupKind::sourceLine;
        else if (std::holds_alternative<EndGroup>(item))
            within = false;
        else if (const auto* run = std::get_if<GlyphRun>(&item); run != nullptr && within)
            words += run->string + " ";
    }
    for (std::size_t at = 0; (at = words.find("\u00a0", at)) != std::string::npos;)
        words.replace(at, 2, " ");
    return words;
}

void expectAllFive(const std::string& words, const Shown& shown, const std::string& where) {
    const std::string name = std::string(shown.name) + " on " + where;
    EXPECT_THAT(words, HasSubstr(shown.source)) << name;
    EXPECT_THAT(words, HasSubstr("Boundaries: GADM 4.1.")) << name;
    EXPECT_THAT(words, HasSubstr("22 November 2026")) << name;
    EXPECT_THAT(words, HasSubstr("countries Netherlands")) << name;
    EXPECT_THAT(words, HasSubstr(shown.indicator.isSeries() ? "No record: 1 of 3 provinces"
                                                            : "Outside the filters: 1 of 3 provinces"))
        << name;
}

TEST(Stated, OnEachTemplateForEachIndicator) {
    for (const Shown& shown : allShown())
        for (const TemplateInfo& info : templates())
            for (const std::string_view page : {std::string_view("16:9"), std::string_view("a4-portrait")})
                expectAllFive(sourceWords(layOut(seen(shown), about(info.kind, page)).list), shown,
                              std::string(info.id) + " " + std::string(page));
}

TEST(Stated, OnAPlainPictureForEachIndicator) {
    for (const Shown& shown : allShown())
        for (const auto& [width, height] : {std::pair{1920.0, 1080.0}, {600.0, 900.0}, {1600.0, 400.0}}) {
            const LayoutInput with = seen(shown);
            PictureOptions options;
            options.width = width;
            options.height = height;
            options.credit = with.credit;
            options.subtitle = "Words of the user's own, without a date"; // the date is stated all the same
            expectAllFive(sourceWords(composePicture(*with.map, {}, with.look, options)), shown,
                          "a picture of " + std::to_string(width));
        }
}

TEST(Stated, ThatProvincesShowTheirOwnAlone) {
    for (const Shown& shown : allShown()) {
        LayoutInput with = seen(shown);
        MapView view = with.map->view;
        EXPECT_THAT(sourceWords(layOut(with, about(TemplateKind::choropleth, "16:9")).list),
                    Not(HasSubstr("own agreements")));
        view.ownOnly = true;
        with.map = prepare(projectWithSeries(), squareGeometry(), view, kToday);
        EXPECT_THAT(sourceWords(layOut(with, about(TemplateKind::choropleth, "16:9")).list),
                    HasSubstr("provinces' own agreements alone"))
            << shown.name;
    }
}

TEST(Stated, WithoutBeingCutWhereTheFilterIsLong) {
    Shown shown = allShown().back();
    LayoutInput with = seen(shown);
    MapView view = with.map->view;
    view.filter.countries = {"NLD", "JPN", "AUS", "USA", "GBR", "DEU", "FRA", "CHN", "KOR", "MYS",
                             "SGP", "THA", "VNM", "PHL", "IND", "BRA", "CAN", "ZAF", "EGY", "TUR"};
    view.filter.kinds = {core::AgreementKind::foreignLocal, core::AgreementKind::betweenRegions};
    with.map = prepare(projectWithSeries(), squareGeometry(), view, kToday);
    with.credit = "GADM 4.1; idn-area-data (ODbL 1.0); Natural Earth, and a long credit of one who made them anew";
    for (const TemplateInfo& info : templates())
        EXPECT_THAT(sourceWords(layOut(with, about(info.kind, "60x120")).list),
                    HasSubstr("one who made them anew. Equal Earth projection."))
            << info.id;
}

} // namespace
} // namespace jejaring::scene
