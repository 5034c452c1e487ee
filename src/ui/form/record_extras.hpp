// SPDX-License-Identifier: MIT
// What users add to a region, an agreement or a visit: notes and pictures, listed and begun.
#pragma once

#include "ui/interface.hpp"

#include <functional>
#include <string>

namespace jejaring::ui {

// A title with a pencil at the end of its line, which is `width` long.
void editableHeading(Interface& ui, const std::string& id, const std::string& text, const std::string& explanation,
                     const std::function<void()>& edit, float width);

// The notes on the subject, each with who wrote it and when.
void noteList(Interface& ui, const std::string& id, const session::PictureSubject& subject, float width);

// Chips that begin a note and, while there is no picture, a picture. `first`: no chip stands before them.
void extraChips(Interface& ui, const std::string& id, const session::PictureSubject& subject, bool first, float right);

// The notes and the pictures.
void extraLists(Interface& ui, const std::string& id, const session::PictureSubject& subject, float width);

// Both, and the chips below them.
void recordExtras(Interface& ui, const std::string& id, const session::PictureSubject& subject, float width);

} // namespace jejaring::ui
