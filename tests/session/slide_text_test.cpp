// SPDX-License-Identifier: MIT
#include "session/slide_text.hpp"
#include "support/synthetic_map.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace jejaring::session {
namespace {

using testing::HasSubstr;
using testing::Not;

class SlideText : public testing::Test {
  protected:
    static void SetUpTestSuite() { geometry_ = test::syntheticMap(); }
    static void TearDownTestSuite() { geometry_.reset(); }

    SlideText() {
        project_.sources = {{"s1", "Setkab", "https://setkab.example/1", core::SourceGrade::a},
                            {"s2", "Jurnal tanpa alamat", "", core::SourceGrade::b},
                            {"s3", "Jadwal", "https://jadwal.example", core::SourceGrade::unstated},
                            {"s4", "Tidak dirujuk", "", core::SourceGrade::a}};
        core::Partner partner;
        partner.id = "p";
        partner.country = "JPN";
        project_.partners.push_back(partner);
        const auto agreement = [&](const char* id, const char* region, const char* source) {
            core::Agreement made;
            made.id = id;
            made.parties = {{*core::RegionCode::parse(region), ""}, {core::RegionCode(), "p"}};
            made.sourceId = source;
            made.status = core::AgreementStatus::active;
            project_.agreements.push_back(made);
        };
        agreement("a1", "91.01", "s1");
        agreement("a2", "92.02", "s2");
        core::Visit visit;
        visit.id = "v";
        visit.title = "Kunjungan";
        visit.sourceId = "s3";
        project_.visits.push_back(visit);
    }

    [[nodiscard]] ExportRequest request(const scene::MapView& view = {}) const {
        ExportRequest made;
        const core::Day day{std::chrono::year(2026), std::chrono::month(11), std::chrono::day(27)};
        scene::MapView dated = view;
        dated.date = day;
        made.map = scene::prepare(std::make_shared<const core::Project>(project_), geometry_, dated, day);
        made.look.language = text::Language::english;
        made.picture.credit = "Synthetic";
        return made;
    }

    [[nodiscard]] static std::string notesOf(const ExportRequest& request) {
        return speakerNotes(request,
                            scene::pictureTexts(*request.map, request.highlight, request.look, request.picture));
    }

    static inline std::shared_ptr<const geo::MapGeometry> geometry_;
    core::Project project_;
};

TEST_F(SlideText, NotesSayWhatIsShownAndNameItsSources) {
    const std::string notes = notesOf(request());
    EXPECT_THAT(notes, HasSubstr("as of 27\u00a0November\u00a02026"));
    EXPECT_THAT(notes, HasSubstr("not an official index"));
    EXPECT_THAT(notes, HasSubstr("Boundaries: Synthetic."));
    EXPECT_THAT(notes, HasSubstr("\n1. Setkab, https://setkab.example/1 (grade A)\n2. Jurnal tanpa alamat (grade B)"));
    EXPECT_THAT(notes, Not(HasSubstr("Jadwal")));
    EXPECT_THAT(notes, Not(HasSubstr("Tidak dirujuk")));
}

TEST_F(SlideText, SourcesAreThoseOfTheRegionTheFilterAndTheVisit) {
    ExportRequest ofRegion = request();
    ofRegion.picture.region = geometry_->catalog().find("92");
    EXPECT_THAT(notesOf(ofRegion), HasSubstr("1. Jurnal tanpa alamat"));
    EXPECT_THAT(notesOf(ofRegion), Not(HasSubstr("Setkab")));

    scene::MapView filtered;
    filtered.filter.grades = {core::SourceGrade::a};
    const std::string notes = notesOf(request(filtered));
    EXPECT_THAT(notes, HasSubstr("filter: sources A"));
    EXPECT_THAT(notes, HasSubstr("1. Setkab"));
    EXPECT_THAT(notes, Not(HasSubstr("Jurnal")));

    ExportRequest ofVisit = request();
    ofVisit.highlight.visitId = "v";
    EXPECT_THAT(notesOf(ofVisit), HasSubstr("3. Jadwal, https://jadwal.example"));
}

TEST_F(SlideText, NotesWithoutFactsHaveNoListOfSources) {
    project_ = {};
    EXPECT_THAT(notesOf(request()), Not(HasSubstr("Sources of the facts")));
}

TEST_F(SlideText, RegionsSayTheirNumberOrWhyThereIsNone) {
    const std::vector<std::string> texts = regionTexts(*request().map, text::Language::english);
    const core::RegionCatalog& catalog = geometry_->catalog();
    ASSERT_EQ(texts.size(), catalog.size());
    EXPECT_THAT(texts[*catalog.find("91.01")],
                testing::MatchesRegex("Rekaan 91\\.01: Cooperation impact, [1-9][0-9]*"));
    EXPECT_EQ(texts[*catalog.find("91.02")], "Rekaan 91.02: Cooperation impact, no record");
}

} // namespace
} // namespace jejaring::session
