// SPDX-License-Identifier: MIT
// Pictures for the clipboard of the desktop, by the packaged tools that hold one: wl-copy under Wayland, xclip under
// X11. The window's own library knows texts alone.
#pragma once

#include "core/result.hpp"

#include <string>

namespace jejaring::session {

// "wl-copy" or "xclip", as the session of the desktop and the programs installed have it; empty where neither helps.
[[nodiscard]] std::string clipboardTool();

// Puts the PNG file on the clipboard, where it stays after the program ends and the file is gone. Errors: notFound (no
// tool, or no display), unreadable, internal (what the tool ended with).
[[nodiscard]] core::Outcome copyPictureFile(const std::string& path);

} // namespace jejaring::session
