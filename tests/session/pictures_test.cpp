// SPDX-License-Identifier: MIT
#include "session/pictures.hpp"

#include "data/image_file.hpp"
#include "session/project_check.hpp"
#include "session/session.hpp"
#include "support/encoded_image.hpp"
#include "support/mutations.hpp"
#include "support/temporary_folder.hpp"

#include <gtest/gtest.h>

#include <fstream>

namespace jejaring::session {
namespace {

void writeFile(const std::string& path, std::span<const std::byte> bytes) {
    std::ofstream(path, std::ios::binary)
        .write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
}

core::Picture picture(const std::string& id, const PictureSubject& subject) {
    core::Picture made;
    made.id = id;
    made.region = subject.region;
    made.agreementId = subject.agreementId;
    made.visitId = subject.visitId;
    made.stop = subject.stop;
    return made;
}

std::string idsOf(const core::Project& project, const PictureSubject& subject) {
    std::string ids;
    for (const core::Picture* each : picturesOf(project, subject))
        ids += each->id;
    return ids;
}

const core::RegionCode kBandung = *core::RegionCode::parse("32.73");

TEST(Pictures, BelongToOneAndKeepTheirOrder) {
    core::Project project;
    project.pictures = {picture("a", {kBandung, "", "", 0}), picture("b", {{}, "A1", "", 0}),
                        picture("c", {{}, "", "V1", 2}),     picture("d", {kBandung, "", "", 0}),
                        picture("e", {{}, "", "V1", 0}),     picture("f", {kBandung, "", "", 0})};
    EXPECT_EQ(idsOf(project, {kBandung, "", "", 0}), "adf");
    EXPECT_EQ(idsOf(project, {{}, "A1", "", 0}), "b");
    EXPECT_EQ(idsOf(project, {{}, "", "V1", 0}), "ce");
    EXPECT_EQ(idsOf(project, {{}, "", "V1", 2}), "c");
    EXPECT_EQ(idsOf(project, {}), "");

    movePicture(project, "f", {kBandung, "", "", 0}, -1);
    EXPECT_EQ(idsOf(project, {kBandung, "", "", 0}), "afd");
    movePicture(project, "a", {kBandung, "", "", 0}, -1);
    movePicture(project, "d", {kBandung, "", "", 0}, 1);
    movePicture(project, "b", {kBandung, "", "", 0}, 1);
    EXPECT_EQ(idsOf(project, {kBandung, "", "", 0}), "afd") << "there is no place beyond the ends";
    EXPECT_EQ(idsOf(project, {{}, "", "V1", 0}), "ce");
}

TEST(Pictures, AreKnownByTheEndingOfTheirNames) {
    EXPECT_TRUE(namesPicture("/a/FOTO.JPG"));
    EXPECT_TRUE(namesPicture("b.jpeg"));
    EXPECT_TRUE(namesPicture("c.png"));
    EXPECT_FALSE(namesPicture("d.xlsx"));
    EXPECT_FALSE(namesPicture("png"));
}

TEST(TakePicture, KeepsEveryByteOfWhatIsWithinTheLimits) {
    const test::TemporaryFolder folder;
    const auto jpeg = test::jpegOf(test::sampleImage(300, 200), 6);
    writeFile(folder.file("a.jpg"), jpeg);
    const auto taken = takePicture(folder.file("a.jpg"));
    ASSERT_TRUE(taken) << core::englishText(taken.error());
    EXPECT_EQ(taken.value().bytes, jpeg);
    EXPECT_EQ(taken.value().mediaType, "image/jpeg");
    EXPECT_TRUE(taken.messages().empty());
}

TEST(TakePicture, ScalesDownWhatIsTooLargeAndSaysSo) {
    const test::TemporaryFolder folder;
    const auto pixels = [](const TakenPicture& taken) { return data::decodeImage(taken.bytes, "a").value().fullSize; };
    writeFile(folder.file("wide.png"), test::pngOf(test::sampleImage(5000, 20)));
    const auto wide = takePicture(folder.file("wide.png"));
    ASSERT_TRUE(wide) << core::englishText(wide.error());
    EXPECT_EQ(pixels(wide.value()), (core::ImageSize{4096, 16}));
    EXPECT_EQ(wide.value().mediaType, "image/jpeg");
    ASSERT_EQ(wide.messages().size(), 1U);
    EXPECT_EQ(core::englishText(wide.messages()[0]),
              "wide.png was too large for a project: taken in with 4096 × 16 pixels instead of 5000 × 20");

    // Noise, which hardly shrinks: too many bytes though not too many pixels; what is transparent stays so.
    core::Image noise = test::sampleImage(1700, 1700, true);
    test::Mutations random(3);
    for (std::size_t i = 0; i < noise.rgba.size(); ++i)
        noise.rgba[i] = i % 4 == 3 ? noise.rgba[i] : static_cast<std::uint8_t>(random.below(256));
    const auto png = test::pngOf(noise);
    ASSERT_GT(png.size(), kLargestPicture);
    writeFile(folder.file("noise.png"), png);
    const auto taken = takePicture(folder.file("noise.png"));
    ASSERT_TRUE(taken) << core::englishText(taken.error());
    EXPECT_LE(taken.value().bytes.size(), kLargestPicture);
    EXPECT_EQ(taken.value().mediaType, "image/png");
    EXPECT_LT(pixels(taken.value()).width, 1700);
    EXPECT_FALSE(taken.messages().empty());
}

TEST(TakePicture, RefusesWhatIsNone) {
    const test::TemporaryFolder folder;
    EXPECT_EQ(takePicture(folder.file("none.jpg")).error().code, core::ErrorCode::notFound);
    writeFile(folder.file("text.jpg"), test::bytesOf("no picture at all"));
    EXPECT_EQ(core::englishText(takePicture(folder.file("text.jpg")).error()),
              "text.jpg is neither a JPEG nor a PNG picture");
}

class SessionPictures : public testing::Test {
  protected:
    void SetUp() override {
        const auto fonts = text::FontSet::load();
        ASSERT_TRUE(fonts);
        const std::string share = std::string(JEJARING_BINARY_DIR) + "/share/jejaring";
        session_ = std::make_unique<Session>(Installation{share + "/shaders", share, share + "/../locale", ""},
                                             SettingsStore(folder_.file("config")), fonts.value(), [] {});
        session_->openSample();
        session_->finishTasks();
    }

    test::TemporaryFolder folder_;
    std::unique_ptr<Session> session_;
};

TEST_F(SessionPictures, AreAddedAsOneStepAndSavedByteForByte) {
    const auto first = test::jpegOf(test::sampleImage(300, 200));
    const auto second = test::pngOf(test::sampleImage(30, 40, true));
    writeFile(folder_.file("a.jpg"), first);
    writeFile(folder_.file("b.png"), second);
    writeFile(folder_.file("c.png"), test::bytesOf("broken"));
    session_->addPictures({folder_.file("a.jpg"), folder_.file("b.png"), folder_.file("c.png")}, {kBandung, "", "", 0});
    session_->finishTasks();
    ASSERT_EQ(session_->project()->pictures.size(), 2U);
    EXPECT_EQ(core::englishText(*session_->undoLabel()), "Add 2 pictures");
    EXPECT_EQ(session_->notices().size(), 1U) << "of the one that is none";
    session_->undo();
    EXPECT_TRUE(session_->project()->pictures.empty());
    session_->redo();

    session_->saveProjectAs(folder_.file("p.jejaring.gpkg"), false);
    session_->finishTasks();
    session_->openProject(folder_.file("p.jejaring.gpkg"));
    session_->finishTasks();
    ASSERT_EQ(session_->project()->pictures.size(), 2U);
    EXPECT_EQ(session_->project()->pictures[0].bytes, first);
    EXPECT_EQ(session_->project()->pictures[1].bytes, second);
    EXPECT_EQ(session_->project()->pictures[1].region, kBandung);
}

TEST_F(SessionPictures, AreDecodedByAWorkerAndKept) {
    core::Picture broken = picture("x", {kBandung, "", "", 0});
    core::Picture good = picture("y", {kBandung, "", "", 0});
    broken.bytes = std::vector<std::byte>(40);
    good.bytes = test::pngOf(test::sampleImage(1000, 500, true));
    session_->changeProject(core::note("Pictures"), [&](core::Project& project) { project.pictures = {broken, good}; });
    const auto project = session_->project();
    const auto shown = [&](std::size_t at, PictureSize size) {
        return session_->pictures().get(project, project->pictures[at], size);
    };
    EXPECT_EQ(shown(0, PictureSize::thumbnail).image, nullptr);
    EXPECT_EQ(shown(1, PictureSize::thumbnail).image, nullptr);
    EXPECT_EQ(shown(1, PictureSize::large).image, nullptr);
    session_->finishTasks();
    EXPECT_TRUE(shown(0, PictureSize::thumbnail).failed);
    ASSERT_NE(shown(1, PictureSize::thumbnail).image, nullptr);
    EXPECT_EQ(shown(1, PictureSize::thumbnail).image->width, 320);
    EXPECT_EQ(shown(1, PictureSize::large).image->width, 1000);
    EXPECT_TRUE(core::isOpaque(*shown(1, PictureSize::large).image));
    EXPECT_EQ(shown(1, PictureSize::large).image, shown(1, PictureSize::large).image) << "decoded once";
}

std::shared_ptr<core::Project> projectWith(int pictures) {
    auto project = std::make_shared<core::Project>();
    for (int i = 0; i < pictures; ++i) {
        core::Picture picture;
        picture.id = std::to_string(i);
        picture.bytes = std::vector<std::byte>(8, std::byte{static_cast<unsigned char>(i)});
        project->pictures.push_back(std::move(picture));
    }
    return project;
}

TEST(PictureCache, KeepsAsManyBytesAsItMayAndForgetsWhatWasUsedLongestAgo) {
    constexpr std::size_t kOne = std::size_t{100} * 100 * 4;
    std::map<std::string, int> decoded;
    PictureCache cache([] {}, 3 * kOne,
                       [&](const core::Picture& picture, int) {
                           ++decoded[picture.id];
                           core::Image image{100, 100, std::vector<std::uint8_t>(kOne)};
                           return std::make_shared<const core::Image>(std::move(image));
                       });
    const auto project = projectWith(4);
    const auto show = [&](std::size_t at) {
        (void)cache.get(project, project->pictures[at], PictureSize::thumbnail);
        cache.finish();
    };
    for (std::size_t i = 0; i < 3; ++i)
        show(i);
    EXPECT_EQ(cache.keptBytes(), 3 * kOne);
    show(0);
    show(3); // 1 was used longest ago
    EXPECT_EQ(cache.keptBytes(), 3 * kOne);
    show(0);
    show(2);
    EXPECT_EQ(decoded["0"], 1);
    EXPECT_EQ(decoded["2"], 1);
    show(1);
    EXPECT_EQ(decoded["1"], 2);
}

TEST(PictureCache, APictureLargerThanAllItMayKeepIsShownAllTheSame) {
    PictureCache cache([] {}, 10,
                       [](const core::Picture&, int) {
                           return std::make_shared<const core::Image>(core::Image{2, 2, std::vector<std::uint8_t>(16)});
                       });
    const auto project = projectWith(1);
    (void)cache.get(project, project->pictures[0], PictureSize::large);
    cache.finish();
    EXPECT_NE(cache.get(project, project->pictures[0], PictureSize::large).image, nullptr);
}

TEST(PictureCache, WhatGoesWrongWhileDecodingIsToldAndThePictureFails) {
    PictureCache cache([] {}, 1 << 20,
                       [](const core::Picture&, int) -> std::shared_ptr<const core::Image> { throw std::bad_alloc(); });
    std::vector<core::Message> told;
    cache.onFailure([&](core::Message message) { told.push_back(std::move(message)); });
    const auto project = projectWith(1);
    EXPECT_FALSE(cache.get(project, project->pictures[0], PictureSize::large).failed);
    cache.finish();
    EXPECT_TRUE(cache.get(project, project->pictures[0], PictureSize::large).failed);
    ASSERT_EQ(told.size(), 1U);
    EXPECT_NE(core::englishText(told[0]).find("could not be shown"), std::string::npos);
}

} // namespace
} // namespace jejaring::session
