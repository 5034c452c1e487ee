// SPDX-License-Identifier: MIT
// Pictures and notes of regions, agreements and visits: added, looked at, put in order, described, taken back and kept.
#include "driver.hpp"

#include "support/encoded_image.hpp"

#include <fstream>

namespace jejaring::ui_test {
namespace {

class Pictures : public WindowTest {
  protected:
    std::string pictureFile(const std::string& name, int width, int height) const {
        const std::string path = (home() / name).string();
        const auto bytes = test::jpegOf(test::sampleImage(width, height));
        std::ofstream(path, std::ios::binary)
            .write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
        return path;
    }
    void chooseFile(const std::string& path) const {
        clickOn("files.name");
        key("ctrl+a");
        type(path);
        key("Return");
    }
    void chooseBandung() const {
        key("ctrl+k");
        type("Kota Bandung");
        key("Return");
        settled();
    }
    [[nodiscard]] Json withPictures(std::size_t count) const {
        return waitFor([count](const Json& now) { return now["pictures"].size() == count; });
    }
    // The details are longer than the panel is high.
    void scrollTo(const std::string& widget) const {
        const Json right = state()["widgets"]["right"];
        move((right[0].get<double>() + right[2].get<double>()) / 2,
             (right[1].get<double>() + right[3].get<double>()) / 2);
        for (int i = 0; i < 40; ++i) {
            if (has(widget) && state()["widgets"][widget][3] < right[3])
                return;
            wheel(-2);
            settled();
        }
    }
};

TEST_F(Pictures, OfARegionAreAddedShownDescribedPutInOrderDeletedAndKept) {
    const std::string first = pictureFile("satu.jpg", 640, 400);
    const std::string second = pictureFile("dua.jpg", 300, 500);
    chooseBandung();
    scrollTo("right.addPicture");
    clickOn("right.addPicture");
    ASSERT_EQ(settled()["dialog"], "addPicture");
    chooseFile(first);
    Json now = withPictures(1);
    ASSERT_EQ(now["pictures"].size(), 1U);
    EXPECT_EQ(now["pictures"][0]["region"], "32.73");
    EXPECT_EQ(now["pictures"][0]["bytes"], std::filesystem::file_size(first));
    EXPECT_EQ(now["undoLabel"], "Add a picture");
    settled();
    scrollTo("right.picture.add");
    clickOn("right.picture.add");
    chooseFile(second);
    now = withPictures(2);
    ASSERT_EQ(now["pictures"].size(), 2U);
    const std::string a = now["pictures"][0]["id"];
    const std::string b = now["pictures"][1]["id"];

    settled();
    scrollTo("right.picture.0");
    clickOn("right.picture.0");
    now = settled();
    ASSERT_EQ(now["dialog"], "picture");
    EXPECT_EQ(now["picture"], a);
    const Json shown = now["widgets"]["picture.shown"];
    EXPECT_GT(shown[2].get<double>() - shown[0].get<double>(), 600) << "it is large";
    key("Right");
    EXPECT_EQ(settled()["picture"], b);
    key("Left");
    EXPECT_EQ(settled()["picture"], a);

    clickOn("picture.later");
    now = settled();
    EXPECT_EQ(now["pictures"][0]["id"], b);
    EXPECT_EQ(now["picture"], a);

    clickOn("picture.edit");
    ASSERT_EQ(settled()["dialog"], "form");
    clickOn("form.caption");
    type("Balai Kota");
    key("ctrl+Return");
    now = settled();
    EXPECT_EQ(now["dialog"], "picture") << "back to the picture";
    EXPECT_EQ(now["pictures"][1]["caption"], "Balai Kota");

    clickOn("picture.delete");
    now = settled();
    EXPECT_EQ(now["pictures"].size(), 1U);
    EXPECT_EQ(now["picture"], b) << "its neighbour";
    key("Escape");
    EXPECT_EQ(settled()["dialog"], "");
    key("ctrl+z");
    now = settled();
    ASSERT_EQ(now["pictures"].size(), 2U);
    EXPECT_EQ(now["pictures"][1]["caption"], "Balai Kota");

    key("ctrl+s");
    ASSERT_EQ(settled()["dialog"], "saveAs");
    chooseFile((home() / "foto.jejaring.gpkg").string());
    now = waitFor([](const Json& each) { return each["modified"] == false; });
    EXPECT_EQ(now["modified"], false);
}

TEST_F(Pictures, AndNotesBelongToAVisitAndToAnAgreement) {
    const std::string file = pictureFile("kunjungan.jpg", 200, 200);
    clickOn("tab.visits");
    settled();
    clickOn("visits.visit.0");
    settled();
    const std::string visit = state()["visit"];
    ASSERT_FALSE(visit.empty());
    const Json stop = state()["widgets"]["visits.stop.1"];
    move(stop[0].get<double>() + 60, stop[1].get<double>() + 10);
    wheel(-20);
    settled();
    clickOn("visits.addPicture");
    ASSERT_EQ(settled()["dialog"], "addPicture");
    chooseFile(file);
    Json now = withPictures(1);
    ASSERT_EQ(now["pictures"].size(), 1U);
    EXPECT_EQ(now["pictures"][0]["visit"], visit);
    settled();
    move(stop[0].get<double>() + 60, stop[1].get<double>() + 10); // the file was chosen elsewhere
    wheel(-20);
    settled();
    const std::size_t notes = state()["notes"];
    clickOn("visits.addNote");
    ASSERT_EQ(settled()["dialog"], "form");
    type("Disambut wali kota");
    key("ctrl+Return");
    EXPECT_EQ(settled()["notes"], notes + 1);

    clickOn("tab.partners");
    settled();
    clickOn("partners.row.0");
    settled();
    scrollTo("right.agreement.addNote");
    clickOn("right.agreement.addNote");
    ASSERT_EQ(settled()["dialog"], "form");
    type("Perpanjangan dibahas");
    key("ctrl+Return");
    EXPECT_EQ(settled()["notes"], notes + 2);
    scrollTo("right.agreement.addPicture");
    clickOn("right.agreement.addPicture");
    ASSERT_EQ(settled()["dialog"], "addPicture");
    chooseFile(file);
    now = withPictures(2);
    ASSERT_EQ(now["pictures"].size(), 2U);
    EXPECT_EQ(now["pictures"][1]["agreement"], now["agreement"]);
}

TEST_F(Pictures, ThatAreDroppedGoToWhatIsChosenOrAreAskedAbout) {
    const std::string file = pictureFile("FOTO.JPG", 200, 100);
    chooseBandung();
    drop({file});
    Json now = withPictures(1);
    ASSERT_EQ(now["pictures"].size(), 1U);
    EXPECT_EQ(now["pictures"][0]["region"], "32.73");
    EXPECT_EQ(now["dialog"], "") << "one region is chosen: nothing is unclear";
    key("ctrl+z");
    (void)withPictures(0);

    key("Escape");
    ASSERT_TRUE(settled()["selection"].empty());
    drop({file});
    now = waitFor([](const Json& each) { return each["dialog"] == "form"; });
    ASSERT_EQ(now["dialog"], "form") << "nothing is chosen: it asks";
    EXPECT_TRUE(now["pictures"].empty());
    key("ctrl+Return");
    EXPECT_TRUE(has("form.subject.message"));
    clickOn("form.region");
    type("32.73");
    key("Return");
    key("ctrl+Return");
    now = withPictures(1);
    ASSERT_EQ(now["pictures"].size(), 1U);
    EXPECT_EQ(now["pictures"][0]["region"], "32.73");
}

TEST_F(Pictures, DroppedBesideATableLeaveItToTheImport) {
    const std::string file = pictureFile("foto.png.jpg", 60, 60);
    const std::string table = (home() / "tabel.csv").string();
    std::ofstream(table) << "Daerah;Mitra\nKota Balikpapan;Kota Uji\n";
    chooseBandung();
    drop({table, file});
    const Json now =
        waitFor([](const Json& each) { return each["dialog"] == "importReview" && each["pictures"].size() == 1; });
    EXPECT_EQ(now["dialog"], "importReview");
    EXPECT_EQ(now["import"]["file"], "tabel.csv");
}

} // namespace
} // namespace jejaring::ui_test
