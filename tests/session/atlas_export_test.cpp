// SPDX-License-Identifier: MIT
#include "session/atlas_export.hpp"

#include "scene/scene_fixture.hpp"
#include "support/run_program.hpp"
#include "support/temporary_folder.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <csignal>
#include <filesystem>
#include <fstream>
#include <set>
#include <sys/resource.h>

namespace jejaring::session {
namespace {

namespace fs = std::filesystem;
using scene::testing::region;
using scene::testing::squareData;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::UnorderedElementsAre;

const std::string kShaders = JEJARING_SOURCE_DIR "/shaders";

std::vector<std::string> codes(const std::vector<core::RegionIndex>& regions) {
    std::vector<std::string> made;
    for (const core::RegionIndex each : regions)
        made.push_back(scene::testing::squareGeometry()->catalog()[each].code.text());
    return made;
}

class Atlas : public testing::Test {
  protected:
    // Small pages of the template.
    static AtlasRequest atlas(scene::TemplateKind kind = scene::TemplateKind::regionBrief) {
        AtlasRequest made;
        made.page.map = squareData();
        made.page.look = scene::testing::look(scene::Theme::light);
        made.page.picture.credit = "Synthetic";
        made.page.layout.emplace();
        made.page.layout->kind = kind;
        made.page.layout->page = *scene::parsePage(scene::templateInfo(kind).page);
        setPageSize(made.page, made.page.layout->page, 30);
        made.regions = atlasRegions(*made.page.map, core::RegionLevel::regency, AtlasScope::all);
        return made;
    }
    [[nodiscard]] core::Outcome write(const AtlasRequest& request, const std::string& path,
                                      PictureFormat format = PictureFormat::png, bool overwrite = false,
                                      const std::function<bool(const PageProgress&)>& progress = {}) const {
        core::Result<PageRun> run = atlasRun(request);
        if (!run)
            return core::Outcome::failure(run.messages());
        core::Result<PageTarget> target = pageTargetOf(path, format);
        if (!target)
            return core::Outcome::failure(target.messages());
        target.value().overwrite = overwrite;
        return writePages(run.value(), target.value(), kShaders, progress);
    }
    [[nodiscard]] std::set<std::string> filesIn(const std::string& name) const {
        std::set<std::string> names;
        for (const fs::directory_entry& entry : fs::directory_iterator(folder_.file(name)))
            names.insert(entry.path().filename().string());
        return names;
    }
    static void expectRefused(const core::Outcome& outcome, core::ErrorCode code, const std::string& word) {
        ASSERT_FALSE(outcome.ok());
        EXPECT_EQ(outcome.error().code, code) << core::englishText(outcome.error());
        std::string said;
        for (const core::Message& message : outcome.messages())
            said += core::englishText(message) + "\n";
        EXPECT_THAT(said, HasSubstr(word));
    }

    test::TemporaryFolder folder_;
};

} // namespace

TEST_F(Atlas, TakesAllTheChosenOrThoseWithARecordOrAValue) {
    const auto kept = squareData();
    const scene::MapData& map = *kept;
    const auto at = [&](core::RegionLevel level, AtlasScope scope, const std::vector<core::RegionIndex>& chosen = {}) {
        return codes(atlasRegions(map, level, scope, chosen));
    };
    using enum AtlasScope;
    const auto regency = core::RegionLevel::regency;
    const auto province = core::RegionLevel::province;
    const core::RegionCatalog& catalog = map.geometry->catalog();
    EXPECT_EQ(at(regency, all).size(), catalog.regencyCount());
    EXPECT_EQ(at(province, all).size(), catalog.provinceCount());
    EXPECT_THAT(at(regency, scored), testing::IsSupersetOf({"11.71", "64.02"}));
    EXPECT_THAT(at(regency, scored), testing::Not(testing::Contains("64.01"))) << "its only agreement ended";
    EXPECT_THAT(at(regency, recorded), testing::IsSupersetOf({"11.71", "64.01", "64.02"}));
    EXPECT_LT(at(regency, recorded).size(), catalog.regencyCount());
    EXPECT_THAT(at(regency, recorded), testing::Not(testing::Contains(testing::StartsWith("31"))))
        << "the record is the province's";
    EXPECT_THAT(at(province, recorded), testing::Contains("31"));
    EXPECT_THAT(at(regency, chosen, {region("64.02"), region("11.71"), region("64.02")}),
                ElementsAre("11.71", "64.02"));
    EXPECT_THAT(at(province, chosen, {region("64.02"), region("64.01"), region("11")}), ElementsAre("11", "64"));
    EXPECT_THAT(at(regency, chosen, {region("64")}), testing::IsSupersetOf({"64.01", "64.02"}));
    EXPECT_TRUE(at(regency, chosen).empty());
}

TEST_F(Atlas, TheFilterOfTheMapTellsWhoHasARecord) {
    scene::MapView view;
    view.filter.countries = {"NLD"};
    const auto kept = squareData(view);
    const scene::MapData& map = *kept;
    const auto recorded = codes(atlasRegions(map, core::RegionLevel::regency, AtlasScope::recorded));
    EXPECT_THAT(recorded, testing::Contains("11.71"));
    EXPECT_THAT(recorded, testing::Not(testing::Contains("64.02"))) << "its partner is in Australia";
}

TEST_F(Atlas, IsADocumentWithALineForEachRegion) {
    AtlasRequest request = atlas();
    request.page.layout->texts["title"] = "{name}, kode {code}: {impact}";
    ASSERT_TRUE(write(request, folder_.file("a.pdf")).ok());
    const std::string text = test::runProgram("pdftotext -layout '" + folder_.file("a.pdf") + "' -").text;
    const core::RegionCatalog& catalog = request.page.map->geometry->catalog();
    for (const core::RegionIndex each : request.regions)
        EXPECT_THAT(text, HasSubstr(catalog[each].name + ", kode " + catalog[each].code.text() + ": "));
    EXPECT_THAT(text, HasSubstr("no record"));
    const std::string told = test::runProgram("pdfinfo '" + folder_.file("a.pdf") + "'").text;
    EXPECT_THAT(told, HasSubstr("Pages:           " + std::to_string(request.regions.size())));
    EXPECT_THAT(told, HasSubstr("Title:           Atlas of regional cooperation"));
    std::ifstream file(folder_.file("a.pdf"), std::ios::binary);
    const std::string bytes((std::istreambuf_iterator<char>(file)), {});
    EXPECT_THAT(bytes, HasSubstr("/Title (" + catalog[region("64.02")].name + ")"));
    EXPECT_THAT(bytes, HasSubstr("/Title (" + catalog[region("64")].name + ")")) << "the chapter of its province";
    EXPECT_EQ(folder_.count(), 1U);
}

TEST_F(Atlas, IsAPresentationWithASlideForEachRegion) {
    AtlasRequest request = atlas(scene::TemplateKind::profile);
    request.regions.resize(3);
    ASSERT_TRUE(write(request, folder_.file("a.pptx")).ok());
    const std::string listed = test::runProgram("python3 -m zipfile -l '" + folder_.file("a.pptx") + "'").text;
    for (const int number : {1, 2, 3})
        EXPECT_THAT(listed, HasSubstr("ppt/slides/slide" + std::to_string(number) + ".xml"));
    EXPECT_THAT(listed, testing::Not(HasSubstr("ppt/slides/slide4.xml")));
}

TEST_F(Atlas, IsAFolderOfNamedFilesInEachFormat) {
    AtlasRequest request = atlas(scene::TemplateKind::choropleth);
    request.regions = {region("11.71"), region("64.01"), region("64.02")};
    const core::RegionCatalog& catalog = request.page.map->geometry->catalog();
    for (const auto& [format, ending] : {std::pair{PictureFormat::png, ".png"},
                                         {PictureFormat::pdf, ".pdf"},
                                         {PictureFormat::svg, ".svg"},
                                         {PictureFormat::pptx, ".pptx"}}) {
        const std::string name = std::string("as") + ending + "s";
        ASSERT_TRUE(write(request, folder_.file(name) + "/", format).ok()) << ending;
        std::set<std::string> expected;
        for (const core::RegionIndex each : request.regions)
            expected.insert(catalog[each].code.text() + " " + catalog[each].name + ending);
        EXPECT_EQ(filesIn(name), expected);
    }
    request.name = "Peta/{province}";
    ASSERT_TRUE(write(request, folder_.file("provinces") + "/").ok());
    const std::string of11 = catalog[region("11")].name;
    const std::string of64 = catalog[region("64")].name;
    EXPECT_THAT(filesIn("provinces"),
                UnorderedElementsAre("Peta-" + of11 + ".png", "Peta-" + of64 + ".png", "Peta-" + of64 + " (2).png"));
}

TEST_F(Atlas, PagesOfTheMapShowTheirRegionAndFillTokens) {
    for (const bool plain : {false, true}) {
        AtlasRequest request = atlas(scene::TemplateKind::choropleth);
        if (plain) {
            request.page.layout.reset();
            request.page.picture.title = "{name} ({code})";
        } else {
            request.page.layout->texts["title"] = "{name} ({code})";
        }
        const ExportRequest one = atlasPage(request, region("11.71"));
        const ExportRequest other = atlasPage(request, region("64.02"));
        const scene::DisplayList first = composeExport(one);
        const scene::DisplayList second = composeExport(other);
        ASSERT_FALSE(first.maps.empty());
        EXPECT_NE(first.maps[0].camera, second.maps[0].camera);
        EXPECT_TRUE(scene::testing::says(first, "(11.71)")) << plain;
        EXPECT_TRUE(scene::testing::says(second, "(64.02)")) << plain;
        EXPECT_EQ(one.map, request.page.map) << "the map is not made anew for each page";
    }
}

TEST_F(Atlas, ReportsEachPageByNameAndStopsWithoutATrace) {
    const AtlasRequest request = atlas();
    std::vector<std::string> said;
    ASSERT_TRUE(write(request, folder_.file("a.pdf"), PictureFormat::png, false, [&](const PageProgress& progress) {
                    EXPECT_TRUE(progress.done >= 0 && progress.done <= 1);
                    const std::string line = core::englishText(progressMessage(progress));
                    if (said.empty() || said.back() != line)
                        said.push_back(line);
                    return true;
                }).ok());
    const std::string count = std::to_string(request.regions.size());
    ASSERT_EQ(said.size(), request.regions.size());
    EXPECT_EQ(said[1], "2 of " + count + " · " + request.page.map->geometry->catalog()[request.regions[1]].name);
    fs::remove(folder_.file("a.pdf"));
    for (const char* name : {"a.pdf", "a.pptx", "a/"})
        for (const std::size_t after : {std::size_t{1}, std::size_t{3}}) {
            const core::Outcome stopped = write(request, folder_.file(name), PictureFormat::png, false,
                                                [&](const PageProgress& progress) { return progress.page < after; });
            expectRefused(stopped, core::ErrorCode::cancelled, name);
            EXPECT_EQ(folder_.count(), 0U) << name;
        }
}

TEST_F(Atlas, WhatIsThereIsKeptUnlessAskedFor) {
    AtlasRequest request = atlas(scene::TemplateKind::choropleth);
    request.regions.resize(1);
    std::ofstream(folder_.file("a.pdf")) << "mine";
    expectRefused(write(request, folder_.file("a.pdf")), core::ErrorCode::alreadyExists, "a.pdf");
    EXPECT_EQ(fs::file_size(folder_.file("a.pdf")), 4U);
    EXPECT_TRUE(write(request, folder_.file("a.pdf"), PictureFormat::png, true).ok());
    EXPECT_GT(fs::file_size(folder_.file("a.pdf")), 1000U);
    fs::create_directory(folder_.file("pages"));
    std::ofstream(folder_.file("pages/mine.txt")) << "mine";
    expectRefused(write(request, folder_.file("pages")), core::ErrorCode::alreadyExists, "pages");
    EXPECT_TRUE(write(request, folder_.file("pages"), PictureFormat::png, true).ok());
    EXPECT_EQ(filesIn("pages").size(), 2U) << "its other files stay";
}

TEST_F(Atlas, SaysWhatCannotBeMade) {
    AtlasRequest none = atlas();
    none.regions.clear();
    expectRefused(write(none, folder_.file("a.pdf")), core::ErrorCode::invalidArgument, "No region");
    expectRefused(write(atlas(scene::TemplateKind::visitBrief), folder_.file("a.pdf")),
                  core::ErrorCode::invalidArgument, "visit-brief");
    expectRefused(write(atlas(), folder_.file("a.svg")), core::ErrorCode::invalidArgument, "one page only");
    expectRefused(write(atlas(), folder_.file("none/a.pdf")), core::ErrorCode::notFound, "none/a.pdf");
    expectRefused(write(atlas(), folder_.file("none/a/")), core::ErrorCode::notFound, "none/a");
    AtlasRequest large = atlas();
    large.page.width = 100000;
    expectRefused(write(large, folder_.file("a/")), core::ErrorCode::invalidArgument, "100000");
    EXPECT_EQ(folder_.count(), 0U);
}

TEST_F(Atlas, AFullDiskIsToldByTheNameOfThePageAndLeavesNoHalfFolder) {
    // A limit on the size of files stands in for a full disk.
    AtlasRequest request = atlas(scene::TemplateKind::choropleth);
    request.regions.resize(2);
    for (const char* name : {"a/", "a.pdf", "a.pptx"}) {
        const auto before = std::signal(SIGXFSZ, SIG_IGN);
        rlimit old{};
        ::getrlimit(RLIMIT_FSIZE, &old);
        const rlimit small{2000, old.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &small);
        const core::Outcome failed = write(request, folder_.file(name));
        ::setrlimit(RLIMIT_FSIZE, &old);
        std::signal(SIGXFSZ, before);
        expectRefused(failed, core::ErrorCode::diskFull, folder_.file(name));
        EXPECT_EQ(folder_.count(), 0U);
    }
}

TEST_F(Atlas, APageThatCannotBeMadeIsNamed) {
    PageRun run;
    run.names = {{"Satu", "1", "", ""}, {"Dua", "2", "", ""}};
    const ExportRequest page = atlasPage(atlas(scene::TemplateKind::choropleth), region("64"));
    run.request = [page](std::size_t number) -> core::Result<ExportRequest> {
        if (number == 1)
            return core::error(core::ErrorCode::notFound, "There is no visit {0} in the project.", {"V9"});
        return {page, {core::warning("A word.")}};
    };
    for (const char* name : {"a.pdf", "a.pptx", "a/"}) {
        const core::Outcome failed = writePages(run, pageTargetOf(folder_.file(name)).value(), kShaders);
        expectRefused(failed, core::ErrorCode::notFound, "The page Dua cannot be made.");
        expectRefused(failed, core::ErrorCode::notFound, "V9");
        EXPECT_EQ(folder_.count(), 0U);
    }
}

TEST_F(Atlas, TheSameCallGivesTheSameBytes) {
    AtlasRequest request = atlas();
    request.regions.resize(3);
    ASSERT_TRUE(write(request, folder_.file("a.pdf")).ok());
    ASSERT_TRUE(write(request, folder_.file("b.pdf")).ok());
    EXPECT_EQ(test::runProgram("cmp '" + folder_.file("a.pdf") + "' '" + folder_.file("b.pdf") + "'").status, 0);
}

} // namespace jejaring::session
