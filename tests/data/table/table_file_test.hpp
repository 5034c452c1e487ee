// SPDX-License-Identifier: MIT
// Tables in a folder of their own, and their cells as text.
#pragma once

#include "data/table/table_file.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <unistd.h>

namespace jejaring::data {

class TableFolder : public testing::Test {
  protected:
    void SetUp() override {
        const auto* const test = testing::UnitTest::GetInstance()->current_test_info();
        folder_ = std::filesystem::temp_directory_path() /
                  ("jejaring-" + std::string(test->name()) + '-' + std::to_string(::getpid()));
        std::filesystem::create_directories(folder_);
    }
    void TearDown() override { std::filesystem::remove_all(folder_); }

    [[nodiscard]] std::string path(const std::string& name) const { return (folder_ / name).string(); }
    std::string write(const std::string& name, const std::string& bytes) const {
        std::ofstream(path(name), std::ios::binary) << bytes;
        return path(name);
    }
    [[nodiscard]] std::size_t filesInFolder() const {
        return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(folder_), {}));
    }

    std::filesystem::path folder_;
};

// "1[a|b] 3[c|#1.5]": rows by number; before the text of a cell a mark of its kind: # number, @ date, ? boolean, !
// error.
inline std::string told(const TableSheet& sheet) {
    std::string text;
    for (const TableRow& row : sheet.rows) {
        text += (text.empty() ? "" : " ") + std::to_string(row.number) + '[';
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            constexpr std::string_view kKindMarks = "  #@?!";
            const char mark = kKindMarks[static_cast<std::size_t>(row.cells[i].kind)];
            text += (i > 0 ? "|" : "") + (mark == ' ' ? std::string() : std::string(1, mark)) + row.cells[i].text;
        }
        text += ']';
    }
    return text;
}

inline std::string toldFirst(const core::Result<TableFile>& file) {
    if (!file)
        return core::englishText(file.error());
    return file.value().sheets.empty() ? "no sheet" : told(file.value().sheets[0]);
}

} // namespace jejaring::data
