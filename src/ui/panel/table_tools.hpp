// SPDX-License-Identifier: MIT
// What stands at the right of the tabs for the table under them: how many rows, what they are filtered by, what to add,
// the text filter, copying. Where there is little room they take less of it, and at last fold into a menu.
#pragma once

#include "ui/interface.hpp"

#include <optional>
#include <string>
#include <vector>

namespace jejaring::ui {

struct TableTools {
    std::string name; // begins the names of the widgets: "partners.filter", "partners.add", "partners.more"
    std::string add;  // "Agreement"
    std::string addHelp;
    std::string filterHint;
    std::string filterHelp;
    std::string count; // "12 of 145 agreements"
    bool copies = true;
    struct Chip { // a filter that is in force, to be removed
        std::string widget;
        std::string label;
        std::string help;
    };
    std::vector<Chip> chips;
};

struct TableToolsEvent {
    bool added = false;
    bool filtered = false; // the text of the filter changed
    bool copied = false;
    std::optional<std::size_t> removed; // which chip
};

// Between `left` and `right`, about the line `middle` (ImGui units).
TableToolsEvent drawTableTools(Interface& ui, const TableTools& tools, std::string& filter, float left, float right,
                               float middle);

} // namespace jejaring::ui
