// SPDX-License-Identifier: MIT
// What a panel may use while it draws one frame. Panels read the session and emit its commands; what is shared between
// panels and belongs to no project (camera, open dialog, hovered region) is in WindowState.
#pragma once

#include "session/session.hpp"
#include "text/locale_format.hpp"
#include "ui/arrangement.hpp"
#include "ui/widget/fonts.hpp"
#include "ui/widget/palette.hpp"
#include "ui/widget/probe.hpp"
#include "ui/widget/tab_order.hpp"

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace jejaring::ui {

// A part of the window, in ImGui units.
struct Area {
    float x = 0;
    float y = 0;
    float width = 0;
    float height = 0;
    [[nodiscard]] ImVec2 min() const { return {x, y}; }
    [[nodiscard]] ImVec2 max() const { return {x + width, y + height}; }
    [[nodiscard]] float right() const { return x + width; }
    [[nodiscard]] float bottom() const { return y + height; }
    [[nodiscard]] bool contains(ImVec2 p) const { return p.x >= x && p.x < right() && p.y >= y && p.y < bottom(); }
};

enum class Dialog : std::uint8_t {
    none,
    open,
    saveAs,
    boundaries,
    exportPicture,
    weights,
    form,
    sources,
    shortcuts,
    about,
    unsaved,
    recovery,
    diskChange,
    importFile,
    importReview,
    addPicture,
    picture,
    tables,
    boundaryFile,
    boundaryImport,
    atlas,
    deck,
};

class EditForm;
class PictureTextures;

// Where the map was clicked.
struct PickedPlace {
    geo::Point degrees;      // x: east, y: north
    core::RegionCode region; // empty outside Indonesia
};

// A flight of the camera under way.
struct Flight {
    scene::Camera from;
    scene::Camera to;
    double start = 0;   // seconds, as Interface::now
    double seconds = 0; // how long it takes
};

// The project's sheets one after another on the whole screen.
struct SheetShow {
    bool running = false;
    std::size_t at = 0;  // of the project's sheets
    bool moving = false; // from one to the next
    bool notes = false;  // those of the speaker are shown
    bool black = false;
};

struct WindowState {
    Area map;                  // where the map stands
    scene::Rect mapFrame;      // the same as the map's own frame, from 0, 0
    scene::Camera camera;      // what is shown
    bool cameraPlaced = false; // false until there is geometry to show
    bool atHome = false;       // the camera shows the whole country by itself
    std::optional<Flight> flight;
    bool legendAsked = false; // the legend is to choose its corner anew
    scene::LegendWish legendWish = scene::LegendWish::automatic;
    std::optional<scene::Rect> legendBox; // of the map's frame, as it was drawn last
    bool legendFolded = false;
    Arrangement areas;                             // as they stand in this frame
    std::optional<Side> asked;                     // the area that was opened last: others make room for it
    core::RegionIndex detailsOf = core::kNoRegion; // whose details were asked for by choosing it
    std::string partnerId;                         // whose agreements and regions are shown; empty: of none
    std::vector<core::RegionIndex> partnerRegions; // chosen with it; once others are, the partner is let go
    core::RegionIndex hovered = core::kNoRegion;
    std::optional<geo::Point> pointerDegrees;
    session::BottomTab tab = session::BottomTab::partners;
    std::string activityId; // chosen in the tables below; empty: none
    std::string riskId;
    std::string indicatorId;
    std::string sheetId;       // chosen in the strip of sheets; empty: none
    bool sheetFocused = false; // the strip had the keyboard in the last frame
    std::string sheetEdited;   // that the export dialog changes; empty: it writes a picture
    SheetShow show;
    bool presentation = false;
    bool searchOpen = false;
    std::string searchQuery;
    std::vector<std::string> searchResults; // names, best first
    double zoomAsked = 0;                   // natural logarithm of the factor, about the middle
    Dialog dialog = Dialog::none;
    std::vector<std::shared_ptr<EditForm>> forms; // the last one is shown, in Dialog::form
    Dialog beneathForms = Dialog::none;           // comes back when the last form is closed
    // A form waits, folded away, for a click on the map; told nothing where that is given up. See endPlaceWanted().
    std::function<void(const std::optional<PickedPlace>&)> placeWanted;
    session::PictureSubject pictureSubject;           // whose pictures are added or looked at
    std::string pictureId;                            // the one in Dialog::picture; empty while none is shown
    std::vector<std::string> picturesDropped;         // files that wait to be asked about
    std::shared_ptr<PictureTextures> pictureTextures; // never null
    std::function<void()> afterUnsaved;               // what waits for the answer about unsaved changes
    std::function<void()> afterSaving;           // what waits for the project to be written; dropped where that fails
    TabOrder tabs;                               // what Tab goes through
    bool popupOpen = false;                      // a menu or list was open in the last frame: Esc closes that one
    bool recoveryLater = false;                  // copies of a crash are not offered again in this window
    std::uint64_t refusedSaves = 0;              // that were asked about, see Session::refusedSaves()
    std::map<std::uint64_t, double> noticeSince; // when notices were first shown, seconds
    bool leave = false;                          // end the program
    int framesWanted = 3;                        // still to be drawn without waiting for an event
    std::optional<double> wakeAt;                // seconds; a frame is wanted then
    bool playing = false;                        // the date runs through the years
    double nextYearAt = 0;
    ImGuiID restingOn = 0; // the control the pointer rests on, for its tooltip
    double restingSince = 0;
    ImVec2 clickedAt{-1, -1}; // where the mouse was let go over a control; no tooltip until it moves
    struct OpenPopup {
        ImGuiID id = 0;
        ImVec2 padding;
    };
    std::vector<OpenPopup> popups;        // being drawn, the innermost last
    std::map<ImGuiID, ImVec2> popupSizes; // of menus and lists, as they were measured last
    std::vector<Area> controls;           // that this frame has drawn so far
    std::vector<Area> controlsBefore;     // all of the frame before, for tooltips to keep clear of
    std::uint64_t begun = 0;              // as Session::begun() was when the window last began anew
    std::uint64_t frame = 0;              // drawn so far
    std::uint64_t mapsDrawn = 0;          // how often the map's ground was drawn
};

struct Interface {
    session::Session& session;
    const session::Installation& installation;
    std::shared_ptr<const text::FontSet> shapedFonts;
    const Palette& color;
    const Fonts& font;
    float unit; // ImGui units a layout unit
    double now; // seconds
    WindowState& window;
    Probe& probe;

    [[nodiscard]] float u(double units) const { return static_cast<float>(units) * unit; }
    [[nodiscard]] text::Language language() const { return session.settings().language; }
    [[nodiscard]] scene::Theme theme() const { return session.settings().theme; }
    [[nodiscard]] std::string tr(std::string_view id) const { return text::translate(language(), id); }
    [[nodiscard]] std::string tr(std::string_view id, const std::vector<std::string>& arguments) const {
        return text::translate(language(), id, arguments);
    }
    [[nodiscard]] std::string number(double value, int decimals = 0) const {
        return text::formatNumber(language(), value, decimals);
    }
    [[nodiscard]] std::string date(core::PartialDate value, text::DateStyle style = text::DateStyle::longMonth) const {
        return text::formatDate(language(), value, style);
    }
    void changeSettings(const std::function<void(session::Settings&)>& change) const {
        session::Settings settings = session.settings();
        change(settings);
        if (!(settings == session.settings()))
            session.changeSettings(settings);
    }
    void changeView(const std::function<void(scene::MapView&)>& change) const {
        scene::MapView view = session.state().view;
        change(view);
        if (!(view == session.state().view))
            session.setView(view);
    }
    // A frame is wanted at `when` even if nothing happens until then.
    void wakeAt(double when) const {
        if (!window.wakeAt || *window.wakeAt > when)
            window.wakeAt = when;
    }
    // The next frame is wanted at once: something moves.
    void keepMoving() const { window.framesWanted = window.framesWanted < 2 ? 2 : window.framesWanted; }
};

} // namespace jejaring::ui
