// SPDX-License-Identifier: MIT
// Lists of records within a form: one row for each, to be opened, moved and taken away.
#pragma once

#include "ui/form/form.hpp"

#include <utility>
#include <vector>

namespace jejaring::ui {

struct RecordRow {
    std::string key;    // stays with the record while it moves
    std::string number; // in the disc at the left; may be empty
    std::string title;
    std::string detail; // quieter, beneath the title
    std::string right;  // quieter, at the right
    std::optional<core::Message> message;
};

// "form.<field>.<index>" and its tools for tests. `movable`: by buttons, and by dragging; `dragged` remembers between
// frames that the row under the pointer was moved.
[[nodiscard]] RowAction recordRow(const Interface& ui, const std::string& field, std::size_t index, std::size_t count,
                                  const RecordRow& row, bool movable, bool& dragged);

// Does what a row asks for; answers whether the list has changed. Precondition: up not of the first, down not of the
// last.
template <class T> bool applyToRows(RowAction action, std::vector<T>& rows, std::size_t index) {
    const auto at = rows.begin() + static_cast<std::ptrdiff_t>(index);
    switch (action) {
    case RowAction::none:
    case RowAction::edit:
        return false;
    case RowAction::remove:
        rows.erase(at);
        break;
    case RowAction::up:
        std::iter_swap(at, at - 1);
        break;
    case RowAction::down:
        std::iter_swap(at, at + 1);
        break;
    }
    return true;
}

} // namespace jejaring::ui
