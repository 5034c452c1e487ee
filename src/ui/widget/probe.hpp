// SPDX-License-Identifier: MIT
// Where the main widgets of a frame stand, so that a test can click real places in a real window.
#pragma once

#include <imgui.h>
#include <map>
#include <string>

namespace jejaring::ui {

class Probe {
  public:
    explicit Probe(bool enabled) : enabled_(enabled) {}
    [[nodiscard]] bool enabled() const { return enabled_; }
    void begin() { places_.clear(); }
    void mark(const std::string& name, ImVec2 min, ImVec2 max) {
        if (enabled_)
            places_[name] = ImVec4(min.x, min.y, max.x, max.y);
    }
    [[nodiscard]] const std::map<std::string, ImVec4>& places() const { return places_; }

  private:
    bool enabled_;
    std::map<std::string, ImVec4> places_;
};

} // namespace jejaring::ui
