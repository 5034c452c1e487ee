// SPDX-License-Identifier: MIT
#include "layout_fixture.hpp"
#include "scene/fact_words.hpp"
#include "scene/layout_context.hpp"

#include <gtest/gtest.h>

namespace jejaring::scene {
namespace {

using namespace testing;

// Names as long as real ones are, and longer.
std::shared_ptr<const core::Project> longWinded() {
    auto project = std::make_shared<core::Project>(*squareProject());
    project->partners[0].name = "Guangxi Zhuang Autonomous Region, Department of Foreign Affairs and Overseas Trade";
    for (int i = 0; i < 40; ++i) {
        core::Agreement more = agreement("B" + std::to_string(i), "11.71", "P1", core::AgreementStatus::active);
        more.sectors = {"education", "maritime_affairs_and_fisheries", "small_and_medium_enterprises", "tourism"};
        project->agreements.push_back(more);
        project->sources.push_back(
            {more.sourceId, "A source whose title is long enough to need more than one line of the page",
             "https://example.org/a/very/long/path/without/any/space/" + std::to_string(i), core::SourceGrade::b});
    }
    core::Visit& visit = project->visits[0];
    visit.title = "Kunjungan kerja Wakil Menteri ke Kabupaten Pangkajene dan Kepulauan serta Kabupaten Kepulauan "
                  "Siau Tagulandang Biaro dalam rangka peninjauan";
    visit.purpose = "Meninjau kerja sama daerah dengan luar negeri di bidang perikanan dan pariwisata";
    for (int i = 4; i < 30; ++i) {
        core::Stop stop;
        stop.sequence = i;
        stop.place = "Kantor Bupati Kepulauan Siau Tagulandang Biaro";
        stop.counterpart = "Bupati, Ketua DPRD, dan perwakilan Kamar Dagang dan Industri setempat";
        stop.agenda = "Membahas tindak lanjut nota kesepahaman dan rencana kerja tahun berikutnya";
        stop.region = *core::RegionCode::parse("64.01");
        stop.date = core::PartialDate{2025, 3, 8};
        visit.stops.push_back(stop);
    }
    core::FollowUp followUp;
    followUp.id = "F1";
    followUp.visitId = "V1";
    followUp.what = "Menyusun rencana kerja bersama";
    followUp.due = core::PartialDate{2025, 6, 1};
    project->followUps.push_back(followUp);
    core::Risk risk;
    risk.id = "R1";
    risk.region = *core::RegionCode::parse("11.71");
    risk.what = "Anggaran tidak tersedia";
    project->risks.push_back(risk);
    return project;
}

TEST(Layout, EveryTemplateIsFoundByItsId) {
    for (const TemplateInfo& info : templates()) {
        EXPECT_EQ(parseTemplate(info.id), info.kind);
        EXPECT_EQ(&templateInfo(info.kind), &info);
        EXPECT_TRUE(parsePage(info.page)) << info.id;
    }
    EXPECT_FALSE(parseTemplate("poster"));
}

TEST(Layout, NoTextLeavesThePageOrTouchesAnotherOnAnyPageInAnyLanguage) {
    const auto project = longWinded();
    for (const TemplateInfo& info : templates())
        for (const PageFormat& format : pageFormats())
            for (const text::Language language : {text::Language::indonesian, text::Language::english}) {
                const LaidOut page = layOut(input(project, language), about(info.kind, format.id));
                const std::vector<GlyphRun> runs = pageRuns(page.list);
                ASSERT_GT(runs.size(), 2U) << info.id << " " << format.id;
                const std::string where = std::string(info.id) + " on " + std::string(format.id) + ": ";
                for (std::size_t i = 0; i < runs.size(); ++i) {
                    const Rect box = boxOf(runs[i], *page.list.fonts);
                    EXPECT_GE(box.x, 0) << where << runs[i].string;
                    EXPECT_GE(box.y, 0) << where << runs[i].string;
                    EXPECT_LE(box.right(), page.list.width) << where << runs[i].string;
                    EXPECT_LE(box.bottom(), page.list.height) << where << runs[i].string;
                    for (std::size_t k = 0; k < i; ++k)
                        EXPECT_FALSE(box.intersects(boxOf(runs[k], *page.list.fonts)))
                            << where << "\"" << runs[i].string << "\" on \"" << runs[k].string << "\"";
                }
            }
}

TEST(Layout, EveryPageStatesSourceCreditAndTheShareWithoutRecord) {
    for (const TemplateInfo& info : templates()) {
        const LaidOut page = layOut(input(), about(info.kind));
        std::string all;
        for (const std::string& line : strings(page.list))
            all += line + " ";
        EXPECT_NE(all.find("Boundaries: GADM 4.1."), std::string::npos) << info.id;
        EXPECT_NE(all.find("No record:"), std::string::npos) << info.id;
        EXPECT_NE(all.find("6 cooperation records"), std::string::npos) << info.id;
        EXPECT_FALSE(page.title.empty()) << info.id;
    }
}

TEST(Layout, TheUsersWordsReplaceTheComputedOnesWithTokensFilledIn) {
    Layout layout = about(TemplateKind::profile);
    layout.texts["title"] = "{name} ({code}): {impact} {unknown} {";
    const LaidOut page = layOut(input(), layout);
    EXPECT_EQ(page.title.find("Kota Aceh (11.71): "), 0U);
    EXPECT_TRUE(page.title.ends_with(" {unknown} {"));
    EXPECT_EQ(page.title.find("{impact}"), std::string::npos);
}

TEST(Layout, AHiddenPartIsNotDrawnAndAMovedOneStandsWhereItWasPut) {
    Layout layout = about(TemplateKind::partners);
    const std::size_t maps = layOut(input(), layout).list.maps.size();
    layout.hidden = {"map"};
    EXPECT_EQ(layOut(input(), layout).list.maps.size(), maps - 1);
    layout.hidden = {};
    layout.moved["title"] = {300, 500, 400, 60};
    const LaidOut page = layOut(input(), layout);
    ASSERT_TRUE(says(page.list, "Partners of"));
    for (const GlyphRun& run : itemsOf<GlyphRun>(page.list))
        if (run.string.starts_with("Partners of")) {
            EXPECT_NEAR(run.origin.x, 300, 1e-6);
            EXPECT_GT(run.origin.y, 500);
        }
    const auto title =
        std::find_if(page.parts.begin(), page.parts.end(), [](const auto& p) { return p.id == "title"; });
    ASSERT_NE(title, page.parts.end());
    EXPECT_EQ(title->frame, (Rect{300, 500, 400, 60}));
}

TEST(Layout, WithoutItsSubjectAPageSaysWhatToChoose) {
    Layout layout = about(TemplateKind::partners);
    layout.region = {};
    EXPECT_TRUE(missingSubject(input(), layout));
    EXPECT_TRUE(says(layOut(input(), layout).list, "Choose a region"));
    layout.region = *core::RegionCode::parse("99.99");
    EXPECT_TRUE(says(layOut(input(), layout).list, "99.99"));
    layout = about(TemplateKind::visitBrief);
    layout.visitId = "V9";
    EXPECT_TRUE(says(layOut(input(), layout).list, "V9"));
    EXPECT_FALSE(missingSubject(input(), about(TemplateKind::choropleth)));
}

TEST(Layout, BriefsOfPartnersAndVisitsTellWhatIsToBeDoneAndWhatMayComeOfIt) {
    auto project = std::make_shared<core::Project>(*squareProject());
    const Layout partner = about(TemplateKind::partnerBrief);
    const Layout visit = about(TemplateKind::visitBrief);
    const auto agreement =
        std::find_if(project->agreements.begin(), project->agreements.end(), [&](const core::Agreement& each) {
            return std::any_of(each.parties.begin(), each.parties.end(),
                               [&](const core::Party& party) { return party.partnerId == partner.partnerId; });
        });
    ASSERT_NE(agreement, project->agreements.end());
    EXPECT_FALSE(says(layOut(input(project), partner).list, "Synthetic task"));
    core::FollowUp followUp;
    followUp.id = "F8";
    followUp.visitId = visit.visitId;
    followUp.what = "Synthetic task";
    followUp.agreementId = agreement->id;
    project->followUps.push_back(followUp);
    core::Risk ofAgreement;
    ofAgreement.id = "R8";
    ofAgreement.agreementId = agreement->id;
    ofAgreement.what = "Synthetic delay";
    core::Risk elsewhere;
    elsewhere.id = "R9";
    elsewhere.region = *core::RegionCode::parse("31.01");
    elsewhere.what = "Synthetic flood";
    project->risks.insert(project->risks.end(), {ofAgreement, elsewhere});
    for (const Layout& brief : {partner, visit}) {
        const LaidOut page = layOut(input(project), brief);
        EXPECT_TRUE(says(page.list, "Synthetic task"));
        EXPECT_TRUE(says(page.list, "Synthetic delay"));
        EXPECT_FALSE(says(page.list, "Synthetic flood")) << "it is of another region";
    }
    EXPECT_TRUE(says(layOut(input(project), partner).list, project->visits[0].visitor));
}

TEST(Layout, APageOfARegionWithoutRecordSaysSoAndTellsWhatIsKnownAroundIt) {
    for (const TemplateKind kind : {TemplateKind::profile, TemplateKind::partners, TemplateKind::regionBrief}) {
        Layout layout = about(kind);
        layout.region = *core::RegionCode::parse("64.03");
        const LaidOut page = layOut(input(), layout);
        EXPECT_TRUE(says(page.list, "not the same as zero"));
        EXPECT_TRUE(says(page.list, "Recorded in Kalimantan Timur"));
        EXPECT_TRUE(says(page.list, "Kabupaten Satu"));
        layout.region = *core::RegionCode::parse("64.02");
        EXPECT_FALSE(says(layOut(input(), layout).list, "Recorded in"));
    }
    // Where the province has none either, its neighbours are named: codes that begin alike lie beside each other.
    auto project = std::make_shared<core::Project>(*squareProject());
    std::erase_if(project->agreements,
                  [](const core::Agreement& each) { return each.parties.front().region.province().text() == "31"; });
    Layout layout = about(TemplateKind::profile);
    layout.region = *core::RegionCode::parse("31.02");
    EXPECT_TRUE(says(layOut(input(project), layout).list, "Recorded in provinces nearby"));
    EXPECT_TRUE(says(layOut(input(project), layout).list, "No region around it has a record."));
}

TEST(Layout, ASummaryOfAnyLengthLeavesRoomForTheRest) {
    auto project = std::make_shared<core::Project>(*squareProject());
    for (int i = 0; i < 400; ++i)
        project->visits[0].purpose += "Meninjau kerja sama. ";
    const LaidOut page = layOut(input(project), about(TemplateKind::visitBrief));
    EXPECT_TRUE(says(page.list, "Meninjau"));
    EXPECT_TRUE(says(page.list, "Titik 1"));
    EXPECT_EQ(page.list.maps.size(), 1U);
}

TEST(Layout, AMovedPartWithNothingToShowIsNotDrawn) {
    auto project = std::make_shared<core::Project>(*squareProject());
    for (core::Agreement& each : project->agreements)
        each.signedOn.reset();
    Layout layout = about(TemplateKind::profile);
    layout.moved["series"] = {10, 10, 300, 150};
    EXPECT_FALSE(says(layOut(input(project), layout).list, "Agreements in force"));
}

TEST(Layout, ThePartsOfTheMapsPageCanBeMovedAndHidden) {
    const auto frameOf = [](const LaidOut& page, std::string_view id) {
        const auto found =
            std::find_if(page.parts.begin(), page.parts.end(), [&](const PlacedPart& part) { return part.id == id; });
        EXPECT_NE(found, page.parts.end()) << id;
        return found == page.parts.end() ? Rect{} : found->frame;
    };
    Layout layout = about(TemplateKind::choropleth);
    layout.region = {};
    const LaidOut whole = layOut(input(), layout);
    EXPECT_TRUE(says(whole.list, "Cooperation impact"));
    EXPECT_TRUE(says(whole.list, "Boundaries: GADM"));
    layout.hidden = {"source", "legend"};
    layout.moved["title"] = {700, 620, 640, 60};
    const LaidOut page = layOut(input(), layout);
    EXPECT_FALSE(says(page.list, "Boundaries: GADM"));
    EXPECT_FALSE(says(page.list, "none in force")) << "the legend";
    EXPECT_EQ(frameOf(page, "title"), layout.moved["title"]);
    const std::vector<GlyphRun> runs = pageRuns(page.list);
    const auto title = std::find_if(runs.begin(), runs.end(),
                                    [&](const GlyphRun& run) { return run.string.starts_with("Impact of regional"); });
    ASSERT_NE(title, runs.end());
    EXPECT_GE(title->origin.x, 700);
    EXPECT_GE(title->origin.y, 620);
    ASSERT_EQ(page.list.maps.size(), 1U);
    EXPECT_EQ(page.list.maps[0].frame, whole.list.maps[0].frame) << "the map runs to the page's edges as before";
    EXPECT_EQ(page.cameras.at("map"), whole.cameras.at("map"));
    EXPECT_TRUE(std::any_of(page.parts.begin(), page.parts.end(), [](const PlacedPart& part) {
        return part.id == "legend" && part.fixed;
    })) << "it can be shown again";
}

TEST(Layout, AnAddedPictureLiesInItsFrameAsLongAsTheProjectHasIt) {
    auto project = std::make_shared<core::Project>(*squareProject());
    core::Picture logo;
    logo.id = "P-logo";
    logo.caption = "Lambang daerah";
    project->pictures = {logo};
    LayoutInput with = input(project);
    const auto pixels = std::make_shared<const core::Image>(core::Image{2, 1, std::vector<std::uint8_t>(8, 255)});
    with.pictures = [&](const core::Picture& picture) {
        return picture.id == "P-logo" ? ImageSource{pixels, nullptr, ""} : ImageSource{};
    };
    Layout layout = about(TemplateKind::choropleth);
    layout.added = {{"picture-1", AddedKind::picture, {1400, 30, 120, 80}, "", "P-logo", 15},
                    {"picture-2", AddedKind::picture, {10, 30, 120, 80}, "", "gone", 15}};
    const LaidOut page = layOut(with, layout);
    const auto images = itemsOf<Image>(page.list);
    ASSERT_EQ(images.size(), 1U);
    EXPECT_EQ(images[0].rect, (Rect{1400, 30, 120, 80}));
    EXPECT_EQ(images[0].source.pixels, pixels);
    EXPECT_EQ(images[0].description, "Lambang daerah");
    with.pictures = {};
    EXPECT_TRUE(itemsOf<Image>(layOut(with, layout).list).empty());
}

TEST(Layout, EveryKindOfAddedPartTellsOfItsOwnSubject) {
    Layout layout = about(TemplateKind::choropleth);
    layout.region = {};
    const auto added = [&](AddedKind kind, const std::string& subject) {
        Layout with = layout;
        with.added = {{std::string(addedKindId(kind)) + "-1", kind, {700, 300, 500, 320}, "", subject, 15}};
        return layOut(input(), with);
    };
    const std::size_t plain = layOut(input(), layout).list.items.size();
    for (const AddedKind kind : {AddedKind::worldMap, AddedKind::regionMap, AddedKind::score, AddedKind::series,
                                 AddedKind::sectors, AddedKind::table}) {
        EXPECT_EQ(parseAddedKind(addedKindId(kind)), kind);
        EXPECT_EQ(added(kind, "99.99").list.items.size(), plain) << addedKindId(kind) << ": a region that is not there";
        if (kind != AddedKind::sectors) { // the synthetic agreements state none
            EXPECT_GT(added(kind, "11.71").list.items.size(), plain) << addedKindId(kind);
        }
    }
    EXPECT_TRUE(says(added(AddedKind::table, "11.71").list, "Partner P2"));
    EXPECT_TRUE(says(added(AddedKind::stops, "V1").list, "Titik 1"));
    EXPECT_EQ(added(AddedKind::stops, "V9").list.items.size(), plain);
    const LaidOut inset = added(AddedKind::worldMap, "11.71");
    EXPECT_EQ(inset.list.maps.size(), 2U);
    EXPECT_TRUE(inset.cameras.contains("world-map-1")) << "it can be moved inside its frame";
    EXPECT_TRUE(says(inset.list, "Partner P1")) << "an arc's end";
}

TEST(Layout, ATableTooLongForItsPlaceSaysHowManyRowsItLeavesOut) {
    const LaidOut page = layOut(input(longWinded()), about(TemplateKind::partners));
    int shown = 0;
    std::string more;
    for (const std::string& text : strings(page.list)) {
        shown += text == "May 2010" ? 1 : 0;
        if (text.starts_with("and "))
            more = text;
    }
    EXPECT_EQ(more, "and " + std::to_string(43 - shown) + " more");
}

TEST(Layout, ARegionWithoutRecordSaysSoOnce) {
    for (const TemplateKind kind : {TemplateKind::partners, TemplateKind::profile, TemplateKind::regionBrief}) {
        Layout layout = about(kind);
        layout.region = *core::RegionCode::parse("11.02");
        const std::vector<std::string> all = strings(layOut(input(), layout).list);
        EXPECT_EQ(std::count_if(all.begin(), all.end(),
                                [](const std::string& text) { return text.find("the same as zero") != text.npos; }),
                  1)
            << templateInfo(kind).id;
    }
}

TEST(Layout, ColumnsOfATableMakeWayForDatesAndHeadings) {
    const auto project = longWinded();
    for (const text::Language language : {text::Language::indonesian, text::Language::english}) {
        const std::vector<std::string> all =
            strings(layOut(input(project, language), about(TemplateKind::profile)).list);
        const std::string heading = text::translate(language, "Signed");
        EXPECT_NE(std::find(all.begin(), all.end(), heading), all.end()) << heading << " is cut";
        EXPECT_NE(std::find_if(all.begin(), all.end(), [](const auto& text) { return text.ends_with(" 2010"); }),
                  all.end())
            << "a date is broken";
    }
}

TEST(Layout, AProvinceNamesItsRegionsWhereTheyAreOthersThanItself) {
    const auto headed = [](const std::string& region) {
        Layout layout = about(TemplateKind::partners);
        layout.region = *core::RegionCode::parse(region);
        return says(layOut(input(), layout).list, "Region");
    };
    EXPECT_TRUE(headed("11")) << "the agreements are those of 11.71";
    EXPECT_FALSE(headed("31")) << "the only one is the province's own";
}

TEST(Layout, SentencesCountInTheSingularToo) {
    Layout layout = about(TemplateKind::regionBrief);
    layout.region = *core::RegionCode::parse("31");
    EXPECT_TRUE(says(layOut(input(), layout).list, "has one agreement recorded, which is in force."));
    auto project = std::make_shared<core::Project>(*squareProject());
    project->visits[0].stops.resize(1);
    EXPECT_TRUE(
        says(layOut(input(project), about(TemplateKind::visitBrief)).list, "One stop is recorded, and was held."));
}

TEST(Layout, ThePartnersOwnArcsAloneAreDrawnOnItsBrief) {
    const DisplayList list = layOut(input(),
                                    [] {
                                        Layout layout = about(TemplateKind::partnerBrief);
                                        layout.partnerId = "P2";
                                        return layout;
                                    }())
                                 .list;
    EXPECT_TRUE(says(list, "Partner P2"));
    EXPECT_FALSE(says(list, "Partner P1"));
}

TEST(Stack, TheFirstBlocksKeepTheirHeightAndLaterOnesGiveWay) {
    const auto block = [](double height, double least) {
        Block made;
        made.height = [height](double) { return height; };
        made.flexible = least < height;
        made.least = least;
        made.gap = 10;
        return made;
    };
    const std::vector<Block> blocks{block(100, 20), block(100, 20), block(50, 50)};
    const auto placed = stack(blocks, {0, 0, 10, 200});
    ASSERT_EQ(placed.size(), 3U);
    EXPECT_EQ(placed[0].frame.height, 100);
    EXPECT_EQ(placed[1].frame.height, 30);
    EXPECT_EQ(placed[2].frame, (Rect{0, 150, 10, 50}));
    // Not even the least has room: the last one goes.
    EXPECT_EQ(stack(blocks, {0, 0, 10, 60}).size(), 2U);
    EXPECT_TRUE(stack(blocks, {0, 0, 10, 5}).empty());
}

TEST(FactWords, ARegionOnThePartnersSideIsNoPartnerOfItsOwn) {
    core::Project project;
    core::Partner jakarta;
    jakarta.id = "P9";
    jakarta.name = "DKI Jakarta";
    project.partners = {jakarta};
    core::Agreement between;
    between.parties = {{*core::RegionCode::parse("31"), "P9"}, {*core::RegionCode::parse("11.01"), ""}};
    const core::RegionCatalog& catalog = squareGeometry()->catalog();
    EXPECT_EQ(counterpartName(project, catalog, between, *core::RegionCode::parse("11")), "DKI Jakarta");
    EXPECT_EQ(counterpartName(project, catalog, between, *core::RegionCode::parse("31")), "Kabupaten Satu");
}

} // namespace
} // namespace jejaring::scene
