// SPDX-License-Identifier: MIT
// What forms do alike between what is typed and what is kept.
#pragma once

#include "session/field_text.hpp"
#include "session/project_check.hpp"
#include "ui/interface.hpp"

#include <optional>
#include <string>
#include <utility>

namespace jejaring::ui {

// The value that was read; what is wrong with it becomes the field's message.
template <class T>
std::optional<T> taken(session::FieldMessages& messages, const std::string& field, const session::FieldText<T>& read) {
    if (read.message)
        session::addMessage(messages, field, *read.message);
    return read.value;
}

// A label stands over the first of several rows.
[[nodiscard]] inline std::string over(std::size_t row, std::string label) {
    return row == 0 ? std::move(label) : std::string();
}

// What a draft is compared with. Precondition: a project is open.
[[nodiscard]] session::CheckContext checkContext(const Interface& ui);
// What the rules find in `value`, added to what could not be understood of it.
template <class T> void addChecked(session::FieldMessages& messages, const Interface& ui, const T& value) {
    for (const auto& [field, message] : session::check(value, checkContext(ui)))
        session::addMessage(messages, field, message);
}

// A click on the map as a form shows it: no better than the pixel it hit.
[[nodiscard]] std::string pickedText(const PickedPlace& picked, text::Language language);
// The beginning of a longer text, for the name of an undo step.
[[nodiscard]] std::string headOf(const std::string& text);
[[nodiscard]] core::RegionCode codeOf(const std::string& text); // empty where it is none
// "Kota Bandung"; the code where the boundaries do not know it; empty for none.
[[nodiscard]] std::string regionName(const Interface& ui, const core::RegionCode& code);
// The main chosen region's code; empty for none.
[[nodiscard]] core::RegionCode chosenRegion(const Interface& ui);

} // namespace jejaring::ui
