// SPDX-License-Identifier: MIT
#include "session/deck_export.hpp"

#include "scene/scene_fixture.hpp"
#include "support/run_program.hpp"
#include "support/temporary_folder.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

namespace jejaring::session {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;

const std::string kShaders = JEJARING_SOURCE_DIR "/shaders";

class Deck : public testing::Test {
  protected:
    Deck() : project_(*scene::testing::squareProject()) { project_.title = "Paparan"; }

    static publish::Recipe recipe(const std::string& title) {
        publish::Recipe made;
        made.view.date = scene::testing::kToday;
        made.picture.title = title;
        made.width = 480;
        made.height = 270;
        made.pixelRatio = 0.5;
        return made;
    }
    [[nodiscard]] DeckRequest deck() const {
        DeckRequest made;
        made.source.project = std::make_shared<const core::Project>(project_);
        made.source.maps[geo::ProjectionKind::equalEarth] = {scene::testing::squareGeometry(), "Synthetic", false};
        made.source.fonts = scene::testing::look().fonts;
        made.source.today = scene::testing::kToday;
        return made;
    }
    [[nodiscard]] static core::Outcome write(DeckRequest request, const std::string& path) {
        const core::Result<PageRun> run = deckRun(std::move(request));
        if (!run)
            return core::Outcome::failure(run.messages());
        return writePages(run.value(), pageTargetOf(path).value(), kShaders);
    }
    static std::string saidBy(const core::Outcome& outcome) {
        std::string said;
        for (const core::Message& message : outcome.messages())
            said += core::englishText(message) + "\n";
        return said;
    }

    core::Project project_;
    test::TemporaryFolder folder_;
};

} // namespace

TEST_F(Deck, IsADocumentOfItsSheetsInTheirOrder) {
    addSheet(project_, recipe("Peta satu"), std::nullopt, "Pembuka");
    publish::Recipe page = recipe("");
    page.layout.emplace();
    page.layout->kind = scene::TemplateKind::profile;
    page.layout->region = *core::RegionCode::parse("11.71");
    page.layout->page = *scene::parsePage("a4-portrait");
    addSheet(project_, page, std::nullopt, "Profil");
    ASSERT_TRUE(write(deck(), folder_.file("a.pdf")).ok());
    const std::string told = test::runProgram("pdfinfo -l 2 '" + folder_.file("a.pdf") + "'").text;
    EXPECT_THAT(told, HasSubstr("Pages:           2"));
    EXPECT_THAT(told, HasSubstr("Title:           Paparan"));
    EXPECT_THAT(told, HasSubstr("(A4)")) << "each page has its own size";
    const std::string first = test::runProgram("pdftotext -l 1 '" + folder_.file("a.pdf") + "' -").text;
    EXPECT_THAT(first, HasSubstr("Peta satu"));
    const std::string second = test::runProgram("pdftotext -f 2 '" + folder_.file("a.pdf") + "' -").text;
    EXPECT_THAT(second, HasSubstr("Kota Aceh"));
    ASSERT_TRUE(write(deck(), folder_.file("a.pptx")).ok());
    ASSERT_TRUE(write(deck(), folder_.file("a") + "/").ok());
    EXPECT_TRUE(fs::exists(folder_.file("a/01 Pembuka.png")));
    EXPECT_TRUE(fs::exists(folder_.file("a/02 Profil.png")));
}

TEST_F(Deck, NotesOfTheSpeakerComeAlong) {
    publish::Recipe noted = recipe("Peta");
    noted.notes = "Mulai dari sini.";
    addSheet(project_, noted, std::nullopt, "Pembuka");
    ASSERT_TRUE(write(deck(), folder_.file("a.pptx")).ok());
    const std::string notes =
        test::runProgram("unzip -p '" + folder_.file("a.pptx") +
                         "' ppt/notesSlides/notesSlide1.xml || python3 -c "
                         "\"import zipfile; print(zipfile.ZipFile('" +
                         folder_.file("a.pptx") + "').read('ppt/notesSlides/notesSlide1.xml').decode())\"")
            .text;
    EXPECT_THAT(notes, HasSubstr("Mulai dari sini."));
}

TEST_F(Deck, SheetsOfOneViewShareItsMap) {
    for (const char* name : {"Satu", "Dua"})
        addSheet(project_, recipe(name), std::nullopt, name);
    publish::Recipe other = recipe("Tiga");
    other.view.indicator = analysis::IndicatorKind::partnerCountries;
    addSheet(project_, other, std::nullopt, "Tiga");
    addSheet(project_, recipe("Empat"), std::nullopt, "Empat");
    const core::Result<PageRun> run = deckRun(deck());
    ASSERT_TRUE(run.ok());
    std::vector<const scene::MapData*> maps;
    std::vector<std::shared_ptr<const scene::MapData>> kept;
    for (std::size_t i = 0; i < 4; ++i) {
        const core::Result<ExportRequest> page = run.value().request(i);
        ASSERT_TRUE(page.ok());
        kept.push_back(page.value().map);
        maps.push_back(kept.back().get());
    }
    EXPECT_EQ(maps[0], maps[1]);
    EXPECT_NE(maps[0], maps[2]);
    EXPECT_EQ(maps[0], maps[3]);
}

TEST_F(Deck, SomeOfTheSheetsCanBeAskedFor) {
    for (const char* name : {"Satu", "Dua", "Tiga"})
        addSheet(project_, recipe(name), std::nullopt, name);
    DeckRequest request = deck();
    request.sheets = {project_.sheets[2].id, project_.sheets[0].id};
    const core::Result<PageRun> run = deckRun(std::move(request));
    ASSERT_TRUE(run.ok());
    std::vector<std::string> names;
    for (const PageName& page : run.value().names)
        names.push_back(page.file);
    EXPECT_THAT(names, ElementsAre("01 Tiga", "02 Satu"));
}

TEST_F(Deck, WithASheetThatCannotBeReadOrShownIsRefusedByItsName) {
    EXPECT_THAT(saidBy(write(deck(), folder_.file("a.pdf"))), HasSubstr("no sheets"));
    addSheet(project_, recipe("Peta"), std::nullopt, "Baik");
    addSheet(project_, recipe("Peta"), std::nullopt, "Rusak");
    project_.sheets[1].definition = "{\"view\": 7}";
    const core::Outcome unreadable = write(deck(), folder_.file("a.pdf"));
    ASSERT_FALSE(unreadable.ok());
    EXPECT_EQ(unreadable.error().code, core::ErrorCode::wrongFormat);
    EXPECT_THAT(saidBy(unreadable), HasSubstr("The sheet Rusak cannot be read."));

    publish::Recipe gone = recipe("Peta");
    gone.visitId = "V404";
    project_.sheets.pop_back();
    addSheet(project_, gone, std::nullopt, "Kunjungan lama");
    for (const char* name : {"a.pdf", "a.pptx", "a/"}) {
        const core::Outcome missing = write(deck(), folder_.file(name));
        ASSERT_FALSE(missing.ok());
        EXPECT_EQ(missing.error().code, core::ErrorCode::notFound);
        EXPECT_THAT(saidBy(missing), HasSubstr("Kunjungan lama"));
        EXPECT_THAT(saidBy(missing), HasSubstr("V404"));
    }
    DeckRequest unknown = deck();
    unknown.sheets = {"L404"};
    EXPECT_THAT(saidBy(write(unknown, folder_.file("a.pdf"))), HasSubstr("L404"));
    EXPECT_EQ(folder_.count(), 0U);
}

} // namespace jejaring::session
