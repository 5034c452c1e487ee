// SPDX-License-Identifier: MIT
// What users call the tables of a project and the rows in them.
#pragma once

#include <string_view>

namespace jejaring::app {

// Message ids for a table by its name in the file: "agreements" is "Agreements", a row of it "Agreement {0}".
struct TableWords {
    std::string_view table;
    std::string_view rows;
    std::string_view row; // empty where no problem is ever found in one
};

// The table's own name for one that has no words.
[[nodiscard]] TableWords tableWords(std::string_view table);

} // namespace jejaring::app
