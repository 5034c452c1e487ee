// SPDX-License-Identifier: MIT
// Rows that name a province by themselves, for the rows below them: "I. PROVINSI JAWA TIMUR" above its kabupaten.
#pragma once

#include "data/import/import_row.hpp"
#include "data/import/import_row_shape.hpp"

#include <string>
#include <vector>

namespace jejaring::data {

// Goes through the rows of a sheet once, from the first to the last. Keeps references to all it is made with.
class ProvinceGroups {
  public:
    ProvinceGroups(const TableSheet& sheet, const SheetMapping& mapping, const RowShapes& shapes, ReadingTools& tools);

    // True where the row is a heading that names a province for the rows below it, or ends what such a heading began.
    bool next(const TableRow& row);
    // The province named last; empty where none is, or where another heading ended it.
    [[nodiscard]] const core::RegionCode& province() const { return province_; }

  private:
    struct Line {
        std::string text;
        char number = '\0'; // the kind of number before it: 'I', 'A', '1'; none where there is none
        bool mayName = false;
    };
    [[nodiscard]] Line lineOf(const TableRow& row) const;

    const TableSheet& sheet_;
    const SheetMapping& mapping_;
    const RowShapes& shapes_;
    ReadingTools& tools_;
    core::RegionCode province_;
    char number_ = '\0';
};

// The province of each row of the sheet, in their order.
[[nodiscard]] std::vector<core::RegionCode> provincesOfRows(const TableSheet& sheet, const SheetMapping& mapping,
                                                            const RowShapes& shapes, const ImportAnswers& answers,
                                                            ReadingTools& tools);

} // namespace jejaring::data
