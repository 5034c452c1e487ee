// SPDX-License-Identifier: MIT
// Everything on a page is of the agreements that its view lets through: numbers, sentences, charts, tables, sources.
#include "layout_fixture.hpp"
#include "scene/camera.hpp"

#include <array>
#include <cmath>
#include <gtest/gtest.h>

namespace jejaring::scene {
namespace {

using namespace testing;

core::Day firstOf(int year) {
    return {std::chrono::year(year), std::chrono::month(1), std::chrono::day(1)};
}

LayoutInput seen(const MapView& view, const std::shared_ptr<const core::Project>& project = squareProject()) {
    return {prepare(project, squareGeometry(), view, kToday), look(Theme::dark, text::Language::english), "", {}};
}

MapView todays() {
    MapView view;
    view.date = kToday;
    return view;
}

// As the page's text reads, whatever its lines.
std::string wordsOf(const LaidOut& page) {
    std::string words;
    for (const GlyphRun& run : pageRuns(page.list))
        words += run.string + " ";
    return words;
}

const GlyphRun* runOf(const DisplayList& list, const std::string& text) {
    for (const Item& item : list.items)
        if (const auto* run = std::get_if<GlyphRun>(&item); run != nullptr && run->string == text)
            return run;
    return nullptr;
}

constexpr std::array kRegionPages{TemplateKind::regionBrief, TemplateKind::profile, TemplateKind::partners};

TEST(LayoutFacts, AFilterHoldsForAllOfARegionsPage) {
    MapView view = todays();
    view.filter.countries = {"NLD"};
    for (const TemplateKind kind : kRegionPages) {
        const LaidOut page = layOut(seen(view), about(kind));
        const std::string words = wordsOf(page);
        const std::string id(templateInfo(kind).id);
        EXPECT_NE(words.find("Partner P2"), std::string::npos) << id;
        EXPECT_EQ(words.find("Partner P1"), std::string::npos) << id << ": " << words;
        EXPECT_EQ(words.find("Partner P3"), std::string::npos) << id << ": " << words;
        EXPECT_NE(words.find("1 of 3 in the filters"), std::string::npos) << id << ": " << words;
        EXPECT_EQ(page.sources, std::vector<std::string>{"Source of A2"}) << id;
    }
    const std::string brief = wordsOf(layOut(seen(view), about(TemplateKind::regionBrief)));
    EXPECT_NE(brief.find("Filters leave out 2 agreements; what follows is of the others."), std::string::npos);
    EXPECT_NE(brief.find("has one agreement recorded, which is in force."), std::string::npos);
    EXPECT_EQ(brief.find("The oldest in force"), std::string::npos);
}

TEST(LayoutFacts, AFilterThatLeavesNothingSaysSoInsteadOfNoRecord) {
    MapView view = todays();
    view.filter.countries = {"USA"};
    for (const TemplateKind kind : kRegionPages) {
        const std::string words = wordsOf(layOut(seen(view), about(kind)));
        EXPECT_NE(words.find("passes the filters"), std::string::npos) << templateInfo(kind).id << ": " << words;
        EXPECT_EQ(words.find("not the same as zero"), std::string::npos) << templateInfo(kind).id << ": " << words;
    }
    const std::string partner = wordsOf(layOut(seen(view), about(TemplateKind::partnerBrief)));
    EXPECT_NE(partner.find("None of the recorded agreements of Partner P1 passes the filters, which leave out 2."),
              std::string::npos)
        << partner;
    // Where there is nothing whatever the filter, that is what is said.
    Layout empty = about(TemplateKind::regionBrief);
    empty.region = *core::RegionCode::parse("64.03");
    EXPECT_NE(wordsOf(layOut(seen(view), empty)).find("No agreement of Kabupaten Tiga is recorded."),
              std::string::npos);
}

TEST(LayoutFacts, AFilterHoldsForThePageOfAPartner) {
    auto project = std::make_shared<core::Project>(*squareProject());
    project->agreements[0].sectors = {"port"};
    MapView view = todays();
    view.filter.sectors = {"port"};
    const LaidOut page = layOut(seen(view, project), about(TemplateKind::partnerBrief));
    EXPECT_NE(wordsOf(page).find("Filters leave out 1 agreement; what follows is of the others."), std::string::npos);
    EXPECT_NE(wordsOf(page).find("1 of 2 in the filters"), std::string::npos);
    EXPECT_EQ(page.sources, std::vector<std::string>{"Source of A1"});
}

TEST(LayoutFacts, APageOfAPastDateEndsAtThatDate) {
    auto project = std::make_shared<core::Project>(*squareProject());
    project->agreements[0].signedOn = core::PartialDate{1992, 3, 0};
    project->visits[0].start = core::PartialDate{2020, 0, 0};
    project->visits[0].province = *core::RegionCode::parse("11.71");
    MapView view = todays();
    view.date = firstOf(1995);
    for (const TemplateKind kind : kRegionPages) {
        const std::string words = wordsOf(layOut(seen(view, project), about(kind)));
        const std::string id(templateInfo(kind).id);
        EXPECT_NE(words.find("Partner P1"), std::string::npos) << id;
        EXPECT_EQ(words.find("Partner P2"), std::string::npos) << id << ": " << words;
        EXPECT_NE(words.find("2 later ones left out"), std::string::npos) << id << ": " << words;
        EXPECT_EQ(words.find("2026"), std::string::npos) << id << ": " << words;
        EXPECT_EQ(words.find("Kunjungan uji"), std::string::npos) << id;
        EXPECT_EQ(words.find("2010"), std::string::npos) << id << ": " << words;
    }
    const std::string brief = wordsOf(layOut(seen(view, project), about(TemplateKind::regionBrief)));
    EXPECT_NE(brief.find("2 agreements came after this date and are not listed."), std::string::npos) << brief;
    // Undated ones are neither in force then nor said not to be.
    Layout undated = about(TemplateKind::partners);
    undated.region = *core::RegionCode::parse("64.02");
    const std::string words = wordsOf(layOut(seen(view, project), undated));
    EXPECT_NE(words.find("undated"), std::string::npos);
    EXPECT_EQ(words.find("(not in force)"), std::string::npos) << words;
}

TEST(LayoutFacts, AUnitUnderProvincialAuthoritySaysWhoseFiguresStandThere) {
    for (const TemplateKind kind : kRegionPages) {
        Layout layout = about(kind);
        layout.region = *core::RegionCode::parse("31.71");
        const LaidOut page = layOut(seen(todays()), layout);
        const std::string words = wordsOf(page);
        const std::string id(templateInfo(kind).id);
        EXPECT_NE(words.find("cooperation impact of DKI Jakarta"), std::string::npos) << id << ": " << words;
        EXPECT_NE(words.find("Agreements of DKI Jakarta"), std::string::npos) << id << ": " << words;
        EXPECT_NE(words.find("authority"), std::string::npos) << id << ": " << words;
        // A kabupaten of another province has its own.
        EXPECT_EQ(wordsOf(layOut(seen(todays()), about(kind))).find("authority"), std::string::npos) << id;
    }
}

TEST(LayoutFacts, PagesOfPartnersAndVisitsNameTheirSourcesShortly) {
    auto project = std::make_shared<core::Project>(*squareProject());
    project->sources[0].publisher = "Pemerintah Kota Aceh";
    project->sources[1].publisher = "Pemerintah Kota Aceh";
    core::Source report;
    report.id = "S-V";
    report.title = "Laporan kunjungan";
    project->sources.push_back(report);
    project->visits[0].sourceId = "S-V";
    EXPECT_NE(wordsOf(layOut(seen(todays(), project), about(TemplateKind::partners)))
                  .find("Sources of what is shown: Pemerintah Kota Aceh; Source of A3."),
              std::string::npos);
    EXPECT_NE(wordsOf(layOut(seen(todays(), project), about(TemplateKind::itinerary)))
                  .find("Sources of what is shown: Laporan kunjungan."),
              std::string::npos);
    // One alone has the line for itself.
    project->sources.back().title = "Usai buka rapat koordinasi, wakil menteri ke bendungan di Malunda, Majene";
    EXPECT_NE(wordsOf(layOut(seen(todays(), project), about(TemplateKind::itinerary)))
                  .find("wakil menteri ke bendungan di Malunda, Majene."),
              std::string::npos);
    // Of many as many as there is room for, and the number of the others.
    for (int i = 0; i < 40; ++i) {
        core::Agreement more = agreement("B" + std::to_string(i), "11.71", "P1", core::AgreementStatus::active);
        project->agreements.push_back(more);
        core::Source source;
        source.id = more.sourceId;
        source.title =
            std::to_string(i) + ": a title that is longer than anyone would want to read in a line of a page";
        project->sources.push_back(source);
    }
    const std::string many = wordsOf(layOut(seen(todays(), project), about(TemplateKind::partners)));
    const std::size_t at = many.find("Sources of what is shown: ");
    ASSERT_NE(at, std::string::npos);
    EXPECT_NE(many.find(" more. ", at), std::string::npos) << many;
}

// A visit with much to tell: stops with agendas, follow-ups and risks.
std::shared_ptr<core::Project> wordyVisit(int stops) {
    auto project = std::make_shared<core::Project>(*squareProject());
    core::Visit& visit = project->visits[0];
    visit.purpose = "Meninjau kerja sama daerah dengan luar negeri di bidang perikanan dan pariwisata";
    visit.stops.resize(1);
    for (int i = 2; i <= stops; ++i) {
        core::Stop stop = visit.stops[0];
        stop.sequence = i;
        visit.stops.push_back(stop);
    }
    for (core::Stop& stop : visit.stops) {
        stop.place = "Tempat " + std::to_string(stop.sequence);
        stop.date = core::PartialDate{2025, 3, 8};
        stop.counterpart = "Bupati, Ketua DPRD, dan perwakilan Kamar Dagang dan Industri setempat";
        stop.agenda = "Agenda" + std::to_string(stop.sequence) +
                      " membahas tindak lanjut nota kesepahaman dan rencana kerja tahun berikutnya";
    }
    for (int i = 1; i <= 3; ++i) {
        core::FollowUp followUp;
        followUp.id = "F" + std::to_string(i);
        followUp.visitId = "V1";
        followUp.what = "Lanjutan" + std::to_string(i) + " menyusun rencana kerja bersama dinas terkait di daerah";
        project->followUps.push_back(followUp);
    }
    for (int i = 1; i <= 2; ++i) {
        core::Risk risk;
        risk.id = "R" + std::to_string(i);
        risk.region = *core::RegionCode::parse("64.01");
        risk.what = "Risiko" + std::to_string(i);
        risk.likelihood = risk.severity = i + 1;
        project->risks.push_back(risk);
    }
    return project;
}

TEST(LayoutFacts, SourcesAreNamedInFullWhereThereIsRoomAndEndAtAWordWhereThereIsNot) {
    auto project = std::make_shared<core::Project>(*squareProject());
    const std::string title = "Wakil Menteri Dalam Negeri meninjau pelabuhan dan pasar ikan serta berkunjung ke kantor "
                              "gubernur bersama rombongan (Kantor Berita)";
    project->sources[0].title = title;
    project->visits[0].sourceId = project->sources[0].id;
    EXPECT_NE(wordsOf(layOut(seen(todays(), project), about(TemplateKind::itinerary)))
                  .find("Sources of what is shown: " + title + "."),
              std::string::npos);
    // Of many none is cut within a word.
    for (int i = 0; i < 40; ++i) {
        core::Agreement more = agreement("B" + std::to_string(i), "11.71", "P1", core::AgreementStatus::active);
        project->agreements.push_back(more);
        core::Source source;
        source.id = more.sourceId;
        source.title =
            "Aaaaaa bbbbbbbb cccc ddddddddd eeeeee ffffffff ggg hhhhhhhhh iiiii jjjjjjjjj kkkkk llllll mmmm nnn " +
            std::to_string(i);
        project->sources.push_back(source);
    }
    std::string many;
    for (const GlyphRun& run : pageRuns(layOut(seen(todays(), project), about(TemplateKind::partners)).list))
        many += run.string + " ";
    std::size_t cuts = 0;
    for (std::size_t at = many.find("\u2026"); at != std::string::npos; at = many.find("\u2026", at + 1)) {
        const std::size_t word = many.rfind(' ', at) + 1;
        const std::string last = many.substr(word, at - word);
        EXPECT_NE((" " + project->sources.back().title + " " + title + " ").find(" " + last + " "), std::string::npos)
            << last;
        ++cuts;
    }
    EXPECT_GT(cuts, 0U);
}

TEST(LayoutFacts, EveryPageOfFactsNamesSourcesInEveryShape) {
    for (const TemplateKind kind : {TemplateKind::partners, TemplateKind::itinerary, TemplateKind::profile,
                                    TemplateKind::regionBrief, TemplateKind::partnerBrief, TemplateKind::visitBrief})
        for (const char* shape : {"16:9", "4:3", "a4-portrait", "a4", "a3-portrait", "a3"}) {
            const auto project = wordyVisit(12);
            project->visits[0].sourceId = "S-A1";
            const std::string words = wordsOf(layOut(seen(todays(), project), about(kind, shape)));
            EXPECT_TRUE(words.find("Source of A") != std::string::npos) << templateInfo(kind).id << " " << shape;
        }
}

TEST(LayoutFacts, ABriefOfAWidePageListsAsManyAgreementsAsItHasRoomFor) {
    auto project = std::make_shared<core::Project>(*squareProject());
    for (int i = 0; i < 5; ++i)
        project->agreements.push_back(agreement("B" + std::to_string(i), "11.71", "P1", core::AgreementStatus::active));
    const LaidOut page = layOut(seen(todays(), project), about(TemplateKind::regionBrief, "16:9"));
    const std::vector<std::string> all = strings(page.list);
    EXPECT_EQ(std::count(all.begin(), all.end(), "May 2010"), 8) << "all of them";
    EXPECT_EQ(wordsOf(page).find(" more "), std::string::npos);
}

TEST(LayoutFacts, AListInATableEndsWithAWholeItem) {
    auto project = std::make_shared<core::Project>(*squareProject());
    for (const int count : {12, 60}) {
        project->sectors.clear();
        project->agreements[0].sectors.clear();
        for (int i = 0; i < count; ++i) {
            core::Sector sector;
            sector.id = "T" + std::to_string(i);
            sector.indonesian = sector.english = "Bidang ke-" + std::to_string(i);
            project->sectors.push_back(sector);
            project->agreements[0].sectors.push_back(sector.id);
        }
        const std::string words = wordsOf(layOut(seen(todays(), project), about(TemplateKind::regionBrief)));
        EXPECT_EQ(words.find("\u2026"), std::string::npos) << words;
        EXPECT_EQ(words.find("ke-" + std::to_string(count - 1)) != std::string::npos, count == 12);
        EXPECT_EQ(words.find(", +") != std::string::npos, count == 60) << words;
    }
}

TEST(LayoutFacts, TheBriefOfAVisitGivesItsRoomToWhatThereIsToSay) {
    const LaidOut page = layOut(seen(todays(), wordyVisit(4)), about(TemplateKind::visitBrief));
    const std::string words = wordsOf(page);
    for (const char* each :
         {"Agenda1", "Agenda2", "Agenda3", "Agenda4", "Lanjutan1", "Lanjutan2", "Lanjutan3", "Risiko1", "Risiko2"})
        EXPECT_NE(words.find(each), std::string::npos) << each << " in " << words;
    EXPECT_LT(words.find("Risiko2"), words.find("Risiko1")) << "the graver one first";
    EXPECT_EQ(words.find(" more"), std::string::npos) << words;
    // With less to say the map is larger.
    const LaidOut few = layOut(seen(todays(), wordyVisit(1)), about(TemplateKind::visitBrief));
    EXPECT_GE(few.list.maps.at(0).frame.height, page.list.maps.at(0).frame.height);
}

TEST(LayoutFacts, WhatAVisitsPageHasNoRoomForIsSaid) {
    const auto project = wordyVisit(16);
    for (const TemplateKind kind : {TemplateKind::visitBrief, TemplateKind::itinerary}) {
        const std::string words = wordsOf(layOut(seen(todays(), project), about(kind)));
        std::size_t stops = 0;
        std::size_t agendas = 0;
        for (int i = 1; i <= 16; ++i) {
            stops += words.find("Tempat " + std::to_string(i) + " ") != std::string::npos ? 1 : 0;
            agendas += words.find("Agenda" + std::to_string(i) + " ") != std::string::npos ? 1 : 0;
        }
        EXPECT_EQ(stops < 16, words.find("more stops") != std::string::npos) << words;
        EXPECT_EQ(agendas < stops, words.find("agendas are left out for want of room") != std::string::npos) << words;
        EXPECT_TRUE(agendas == stops || agendas == 0) << words;
    }
}

TEST(LayoutFacts, TheScoreIsInkAndItsClassASwatch) {
    for (const Theme theme : {Theme::dark, Theme::light}) {
        LayoutInput of = seen(todays());
        of.look.theme = theme;
        const LaidOut page = layOut(of, about(TemplateKind::profile));
        const std::string score = std::to_string(std::lround(of.map->impact.regions[region("11.71")].score));
        const GlyphRun* figure = runOf(page.list, score);
        ASSERT_NE(figure, nullptr) << score;
        EXPECT_EQ(figure->color, styleOf(theme).text);
        const auto boxes = itemsOf<RoundedRect>(page.list);
        const std::size_t level = static_cast<std::size_t>(of.map->impact.regions[region("11.71")].score / 20);
        EXPECT_TRUE(std::any_of(boxes.begin(), boxes.end(), [&](const RoundedRect& box) {
            return box.fill == styleOf(theme).ramp[level] && box.rect.y > figure->origin.y - 60 &&
                   box.rect.y < figure->origin.y;
        }));
    }
}

TEST(LayoutFacts, WithoutAPlaceOfAnyPartnerTheCountryIsShownAndThatIsSaid) {
    auto project = std::make_shared<core::Project>(*squareProject());
    const LaidOut led = layOut(seen(todays(), project), about(TemplateKind::partners));
    EXPECT_EQ(wordsOf(led).find("not known"), std::string::npos);
    project->partners[1].place.reset();
    EXPECT_NE(wordsOf(layOut(seen(todays(), project), about(TemplateKind::partners)))
                  .find("No arc leads to 1 partner whose place is not known."),
              std::string::npos);
    for (core::Partner& partner : project->partners)
        partner.place.reset();
    const LaidOut page = layOut(seen(todays(), project), about(TemplateKind::partners));
    EXPECT_NE(wordsOf(page).find("The places of the partners are not known, so that no arc leads there."),
              std::string::npos);
    const Camera& camera = page.cameras.at("map");
    const Rect frame = page.list.maps.at(0).frame;
    const geo::Box& country = squareGeometry()->bounds();
    for (const geo::Point corner : {geo::Point{country.minX, country.minY}, {country.maxX, country.maxY}})
        EXPECT_TRUE(frame.contains(toFrame(camera, frame, corner)));
}

} // namespace
} // namespace jejaring::scene
