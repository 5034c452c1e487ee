// SPDX-License-Identifier: MIT
// The project's sheets on the whole screen: each page drawn as its export would be, with a flight of the camera from
// map to map. Nothing of the project, the view or the window is changed by it.
#pragma once

#include "render/renderer.hpp"
#include "session/sheet_cache.hpp"
#include "ui/interface.hpp"

#include <memory>
#include <optional>
#include <string>

namespace jejaring::ui {

class SlideShow {
  public:
    explicit SlideShow(render::Renderer& renderer) : renderer_(renderer) {}
    // One frame of the show that runs, over all of the window. `density`: pixels an ImGui unit.
    void draw(Interface& ui, const Area& window, double density);

    void stop(); // whoever ended it

  private:
    using Page = std::shared_ptr<const session::SheetPage>;
    // A page as it was drawn for this size of the window.
    struct Drawn {
        Page page;
        std::unique_ptr<render::OffscreenTarget> target;
        int width = 0; // pixels of the window that it was fitted into
        int height = 0;
    };
    struct Change {
        double start = 0; // seconds, as Interface::now; 0: with the next frame
        double seconds = 0;
        scene::Camera from; // of the page that comes
        scene::Camera to;
        bool flies = false;
        std::shared_ptr<const scene::MapData> map; // that is flown over
    };

    // What is said while a sheet is shown.
    struct NoteSheet {
        std::string heading;
        std::string text;
        bool written = false; // false: `text` says that nothing is
        ImFont* font = nullptr;
        float width = 0; // of its lines
        float height = 0;
    };

    void begin(Interface& ui);
    void keys(Interface& ui, const core::Project& project);
    void go(Interface& ui, const core::Project& project, std::ptrdiff_t to);
    void follow(Interface& ui, const core::Project& project);
    void startChange(Page next);
    [[nodiscard]] bool prepare(Drawn& drawn, int width, int height);
    static void place(const Drawn& drawn, const Area& window, float alpha);
    void flight(Interface& ui, const Area& window, double density, double t);
    void overlays(Interface& ui, const Area& window, const core::Project& project);
    [[nodiscard]] NoteSheet noteSheet(Interface& ui, const Area& window, const core::Project& project) const;
    static void notes(Interface& ui, const Area& area, const NoteSheet& sheet);
    void failure(Interface& ui, const Area& window, const core::Sheet& sheet) const;

    render::Renderer& renderer_;
    bool running_ = false;
    Drawn now_;
    Drawn before_;                                 // the page that goes, while one comes
    std::unique_ptr<render::OffscreenTarget> map_; // of a flight
    std::optional<Change> change_;
    std::optional<core::Message> failure_; // why the present sheet has no page
    std::string digits_;                   // typed for a jump
    double digitsAt_ = 0;
    double steppedAt_ = 0; // seconds: the number shows for a while
    double movedAt_ = 0;   // the pointer, which then hides
};

} // namespace jejaring::ui
