// SPDX-License-Identifier: MIT
// What is remembered between runs, of the window and not of a project.
#pragma once

#include "core/result.hpp"
#include "scene/map_view.hpp"

#include <string>
#include <vector>

namespace jejaring::session {

struct Settings {
    scene::Theme theme = scene::Theme::dark;
    text::Language language = text::Language::indonesian;
    double interfaceScale = 1.0; // 0.75 to 2.5
    double leftWidth = 280;      // of the side areas, in layout units
    double rightWidth = 344;
    double bottomHeight = 248;
    bool leftOpen = true;
    bool rightOpen = true;
    bool bottomOpen = true;
    int windowWidth = 1600;
    int windowHeight = 900;
    bool windowMaximized = false;
    std::vector<std::string> recentProjects; // newest first, at most 10
    std::string lastFolder;                  // of the file chooser
    bool showDetailsOnSelect = true;
    friend bool operator==(const Settings&, const Settings&) = default;
};

// Puts a project first among the recent ones and remembers its folder; takes one that is gone out of them.
void rememberProject(Settings& settings, const std::string& path);
void forgetProject(Settings& settings, const std::string& path);

// Reads and writes settings.json in a folder. Writing is atomic.
class SettingsStore {
  public:
    explicit SettingsStore(std::string folder) : folder_(std::move(folder)) {}
    // Defaults where there is no file; defaults and a warning where it cannot be read. A value that is out of its range
    // falls back to its default.
    [[nodiscard]] core::Result<Settings> load() const;
    // Makes the folder where it is missing. Errors: permissionDenied, diskFull.
    [[nodiscard]] core::Outcome save(const Settings& settings) const;

  private:
    std::string folder_;
};

} // namespace jejaring::session
