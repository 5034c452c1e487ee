// SPDX-License-Identifier: MIT
// The rows of a table, and what they are made of: nothing that belongs to the thread of the window, so that a worker
// can make a hundred thousand of them.
#pragma once

#include "ui/interface.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace jejaring::ui {

struct TableCell {
    std::string text;
    std::optional<double> order; // sorts in place of the text; cells without stand last
};

enum class CellTone : std::uint8_t { plain, accent, warning };

struct TableRow {
    std::string id;
    std::vector<TableCell> cells;          // one for each column
    std::vector<core::RegionCode> regions; // that the filter by region knows it under
    std::string explanation;               // empty: that of all rows
    CellTone tone = CellTone::plain;       // of the disc in the first column; plain has none
    std::string otherWords{};              // that the filter finds the row by, such as names in the other language
    std::string form{};                    // for the filter; made by listing()
};

// Immutable. Two that are equal make the same rows.
struct RowSource {
    std::shared_ptr<const core::Project> project;     // null where none is open
    std::shared_ptr<const geo::MapGeometry> geometry; // null until the boundaries are loaded
    text::Language language = text::Language::indonesian;
    core::Day today{};
    friend bool operator==(const RowSource&, const RowSource&) = default;

    [[nodiscard]] std::string tr(std::string_view id) const { return text::translate(language, id); }
    [[nodiscard]] std::string tr(std::string_view id, const std::vector<std::string>& arguments) const {
        return text::translate(language, id, arguments);
    }
    [[nodiscard]] std::string number(double value) const { return text::formatNumber(language, value); }
    // Blank where there is none; sorted by time.
    [[nodiscard]] TableCell date(const std::optional<core::PartialDate>& value) const;
    // "Kota Bandung"; the code where the boundaries do not know it; empty for none.
    [[nodiscard]] std::string regionName(const core::RegionCode& code) const;
    // The grade of a source; empty where it has none.
    [[nodiscard]] static std::string grade(const core::Source* source);
};

[[nodiscard]] RowSource rowSource(const Interface& ui);

using RowMaker = std::vector<TableRow> (*)(const RowSource& source);

struct Sorting {
    std::size_t column = 0;
    bool descending = false;
    friend bool operator==(const Sorting&, const Sorting&) = default;
};

struct Listing {
    RowSource source;
    std::vector<TableRow> rows; // their cells are one line each
};

[[nodiscard]] std::shared_ptr<const Listing> listing(RowMaker make, const RowSource& source);
// Places in `rows`, sorted; what is blank stands last in either order.
[[nodiscard]] std::vector<std::size_t> sorted(const std::vector<TableRow>& rows, const Sorting& sorting);

} // namespace jejaring::ui
