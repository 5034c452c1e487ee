// SPDX-License-Identifier: MIT
// Tables saved from the window are the command line's.
#include "driver.hpp"

#include <cstdlib>
#include <fstream>
#include <iterator>

namespace jejaring::ui_test {
namespace fs = std::filesystem;
namespace {

std::string contentOf(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

class Tables : public WindowTest {
  protected:
    void openDialog() const {
        clickOn("menu.export");
        settled();
        clickOn("command.Save tables …");
        ASSERT_EQ(settled()["dialog"], "tables");
    }
    void chooseFile(const fs::path& path) const {
        clickOn("tables.choose");
        settled();
        clickOn("files.name");
        key("ctrl+a");
        type(path.string());
        key("Return");
    }
    void waitForNotice() const {
        const Json now = waitFor([](const Json& each) { return !each["notices"].empty() && each["tasks"].empty(); });
        ASSERT_FALSE(now["notices"].empty());
    }
    [[nodiscard]] int table(const std::string& arguments) const {
        return std::system((std::string(JEJARING_PROGRAM) + " --lang " + state()["language"].get<std::string>() +
                            " table sample " + arguments + " > /dev/null")
                               .c_str());
    }
};

TEST_F(Tables, FromTheWindowAreThoseOfTheCommandLine) {
    openDialog();
    chooseFile(home() / "semua.xlsx");
    waitForNotice();
    ASSERT_EQ(table("-o " + (home() / "baris.xlsx").string()), 0);
    const std::string made = contentOf(home() / "semua.xlsx");
    EXPECT_GT(made.size(), 1000U);
    EXPECT_EQ(made, contentOf(home() / "baris.xlsx"));
}

TEST_F(Tables, AsCsvHoldOneKindAndAskBeforeReplacing) {
    std::ofstream(home() / "titik.csv") << "another file";
    openDialog();
    clickOn("tables.format.1");
    clickOn("tables.stops");
    chooseFile(home() / "titik.csv");
    settled();
    EXPECT_EQ(contentOf(home() / "titik.csv"), "another file") << "it was asked first";
    key("Return");
    waitForNotice();
    ASSERT_EQ(table("--table stops -o " + (home() / "baris.csv").string()), 0);
    const std::string made = contentOf(home() / "titik.csv");
    EXPECT_GT(made.size(), 1000U);
    EXPECT_EQ(made, contentOf(home() / "baris.csv"));
}

} // namespace
} // namespace jejaring::ui_test
