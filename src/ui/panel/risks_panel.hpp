// SPDX-License-Identifier: MIT
// The tab Risiko: risks and expected positive effects in a table, and beside it how likely and how severe they are.
#pragma once

#include "ui/panel/record_table.hpp"

#include <array>

namespace jejaring::ui {

class RisksPanel {
  public:
    RisksPanel();
    void tools(Interface& ui, float left, float right, float middle);
    void draw(Interface& ui, const Area& area);

  private:
    enum class Shown : std::uint8_t { all, risks, effects };
    struct Cell {
        int risks = 0;
        int effects = 0;
    };
    static constexpr int kGrades = 5;

    void restrict();
    void count();
    void matrix(Interface& ui, const Area& area);
    void cell(Interface& ui, const Area& area, int likelihood, int severity, const Cell& count);

    RecordTable table_;
    Shown shown_ = Shown::all;
    // How many stand at [likelihood − 1][severity − 1], and how many are not assessed.
    std::array<std::array<Cell, kGrades>, kGrades> counts_{};
    int unassessed_ = 0;
    std::uint64_t counted_ = 0; // RecordTable::changes() that they were counted at
    Shown countedShown_ = Shown::all;
    int likelihood_ = 0; // of the cell that alone is shown; 0: all
    int severity_ = 0;
};

} // namespace jejaring::ui
