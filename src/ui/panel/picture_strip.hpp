// SPDX-License-Identifier: MIT
// Pictures as thumbnails, and how one is drawn.
#pragma once

#include "ui/interface.hpp"

#include <string>

namespace jejaring::ui {

// Draws a picture into `area`: covering it, or whole in its middle. While it is being decoded its ground is drawn; one
// that cannot be decoded says so. Answers where it lies.
Area drawPicture(const Interface& ui, const core::Picture& picture, session::PictureSize size, const Area& area,
                 bool cover, double rounding);

// The thumbnails of the subject at the cursor, with a tile that adds one; a click opens the large view. Nothing where
// there are none. `id` begins the names of the controls.
void pictureStrip(Interface& ui, const std::string& id, const session::PictureSubject& subject, float width);

// Asks for a file and adds it to the subject.
void askForPicture(Interface& ui, const session::PictureSubject& subject);

} // namespace jejaring::ui
