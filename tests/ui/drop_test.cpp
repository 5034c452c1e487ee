// SPDX-License-Identifier: MIT
// Files that a file manager drops on the window.
#include "driver.hpp"

#include "support/zip_file.hpp"

#include <cstdlib>
#include <fstream>

namespace jejaring::ui_test {
namespace fs = std::filesystem;
namespace {

class Drop : public WindowTest {
  protected:
    [[nodiscard]] fs::path write(const std::string& name, const std::string& bytes) const {
        const fs::path path = home() / name;
        std::ofstream(path, std::ios::binary) << bytes;
        return path;
    }
    [[nodiscard]] fs::path table(const std::string& name, const std::string& region) const {
        return write(name, "Daerah;Mitra;Negara;Tanggal TTD\n" + region + ";Kota Uji;Jepang;20 Agustus 2024\n");
    }
    [[nodiscard]] fs::path projectFile(const std::string& name) const {
        const fs::path path = home() / name;
        const std::string command =
            "HOME='" + home().string() + "' '" JEJARING_PROGRAM "' sample -o '" + path.string() + "' >/dev/null 2>&1";
        EXPECT_EQ(std::system(command.c_str()), 0); // NOLINT(cert-env33-c,concurrency-mt-unsafe): a test
        return path;
    }
    Json reviewed(const std::string& file) const {
        return waitFor([&](const Json& now) {
            return now["import"]["phase"] == "review" && now["import"]["file"] == file &&
                   now["import"]["planning"] == false && now["import"].contains("counts");
        });
    }
    Json noticed(const std::string& part) const {
        return waitFor([&](const Json& now) {
            for (const Json& notice : now["notices"])
                if (notice.get<std::string>().find(part) != std::string::npos)
                    return true;
            return false;
        });
    }
    static bool has(const Json& now, const std::string& part) {
        for (const Json& notice : now["notices"])
            if (notice.get<std::string>().find(part) != std::string::npos)
                return true;
        return false;
    }
};

TEST_F(Drop, AWorkbookOpensTheReview) {
    const auto cell = [](const std::string& at, const std::string& text) {
        return "<c r=\"" + at + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
    };
    const std::string sheet = "<sheetData><row r=\"1\">" + cell("A1", "Daerah") + cell("B1", "Mitra") +
                              cell("C1", "Negara") + "</row><row r=\"2\">" + cell("A2", "Kota Balikpapan") +
                              cell("B2", "Kota Uji") + cell("C2", "Jepang") + "</row></sheetData>";
    drop({write("Rekap MoU (final) 100% – Åland.xlsx", test::workbook(sheet))});
    const Json now = reviewed("Rekap MoU (final) 100% – Åland.xlsx");
    EXPECT_EQ(now["dialog"], "importReview");
    EXPECT_EQ(now["import"]["writable"], 1);
    EXPECT_EQ(now["agreements"], 145) << "nothing is written by dropping";
    clickOn("import.write");
    EXPECT_EQ(waitFor([](const Json& each) { return each["agreements"] == 146; })["agreements"], 146);
}

TEST_F(Drop, WhatIsNoTableIsExplained) {
    drop({write("laporan.pdf", "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n")});
    Json now = waitFor([](const Json& each) { return each["import"]["phase"] == "failed"; });
    EXPECT_EQ(now["import"]["phase"], "failed");
    EXPECT_EQ(now["dialog"], "importReview");
    ASSERT_EQ(now["import"]["failure"].size(), 1U);
    EXPECT_NE(now["import"]["failure"][0].get<std::string>().find("none of the formats"), std::string::npos);
    clickOn("import.cancel");
    now = waitFor([](const Json& each) { return each["dialog"] == ""; });
    EXPECT_EQ(now["import"]["phase"], "idle");
    EXPECT_TRUE(running());
    // A folder is no table either.
    fs::create_directory(home() / "folder");
    drop({home() / "folder"});
    now = waitFor([](const Json& each) { return each["import"]["phase"] == "failed"; });
    ASSERT_EQ(now["import"]["failure"].size(), 1U);
    EXPECT_NE(now["import"]["failure"][0].get<std::string>().find("is a folder"), std::string::npos);
}

TEST_F(Drop, SeveralFilesAreReviewedOneAfterTheOther) {
    drop({table("satu.csv", "Kota Balikpapan"), write("rusak.zip", "PK\x05\x06"), table("dua.csv", "Kab. Paser")});
    EXPECT_EQ(reviewed("satu.csv")["import"]["waiting"], 2);
    clickOn("import.write");
    EXPECT_EQ(waitFor([](const Json& each) { return each["import"]["phase"] == "failed"; })["import"]["file"],
              "rusak.zip");
    clickOn("import.cancel");
    EXPECT_EQ(reviewed("dua.csv")["import"]["waiting"], 0);
    clickOn("import.write");
    Json now = waitFor([](const Json& each) { return each["agreements"] == 147 && each["dialog"] == ""; });
    EXPECT_EQ(now["agreements"], 147);
    key("ctrl+z");
    now = waitFor([](const Json& each) { return each["agreements"] == 146; });
    EXPECT_EQ(now["agreements"], 146) << "each file is a step of its own";
}

TEST_F(Drop, WhatIsDroppedDuringAReviewWaitsAndAProjectIsNotOpenedOverIt) {
    const fs::path project = projectFile("lain.jejaring.gpkg");
    drop({table("satu.csv", "Kota Balikpapan")});
    reviewed("satu.csv");
    drop({table("dua.csv", "Kab. Paser")});
    Json now = waitFor([](const Json& each) { return each["import"]["waiting"] == 1; });
    EXPECT_EQ(now["import"]["waiting"], 1);
    EXPECT_EQ(now["import"]["file"], "satu.csv") << "the review goes on";
    drop({project});
    now = noticed("was not opened");
    EXPECT_TRUE(has(now, "was not opened"));
    EXPECT_EQ(now["dialog"], "importReview");
    EXPECT_EQ(now["projectPath"], "");
    EXPECT_EQ(now["import"]["writable"], 1);
}

TEST_F(Drop, ATableThatIsDroppedOverAFormWaitsForItAndIsNotForgotten) {
    key("ctrl+shift+a");
    ASSERT_EQ(settled()["dialog"], "form");
    type("surabaya");
    key("Return");
    drop({table("satu.csv", "Kota Balikpapan")});
    const Json now = noticed("when what is open here is closed");
    EXPECT_TRUE(has(now, "when what is open here is closed"));
    reviewed("satu.csv");
    EXPECT_EQ(settled()["dialog"], "form") << "what was typed stays";
    key("Escape");
    clickOn("form.discard");
    EXPECT_EQ(settled()["dialog"], "importReview");
}

TEST_F(Drop, AProjectIsOpenedWhateverItsName) {
    const fs::path project = projectFile("proyek.jejaring.gpkg");
    drop({project});
    EXPECT_EQ(waitFor([&](const Json& now) { return now["projectPath"] == project.string(); })["projectPath"],
              project.string());
    const fs::path renamed = home() / "salinan proyek.gpkg";
    fs::copy_file(project, renamed);
    drop({renamed});
    const Json now = waitFor([&](const Json& each) { return each["projectPath"] == renamed.string(); });
    EXPECT_EQ(now["projectPath"], renamed.string());
    EXPECT_EQ(now["dialog"], "");
}

} // namespace
} // namespace jejaring::ui_test
