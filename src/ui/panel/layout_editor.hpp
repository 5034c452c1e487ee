// SPDX-License-Identifier: MIT
// The page of a template, changed by hand on its preview: parts are moved, made larger, hidden and shown again, maps
// get a camera of their own, texts and pictures are added. What the user did not touch still follows the data.
#pragma once

#include "scene/layout.hpp"
#include "session/search.hpp"
#include "ui/dialog/file_chooser.hpp"
#include "ui/interface.hpp"
#include "ui/widget/widgets.hpp"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace jejaring::ui {

class LayoutEditor {
  public:
    // Forgets all changes.
    void start();
    // The page is out of sight: nothing is chosen or waited for any more. Its changes stay.
    void leave();
    // Another template: a page of its own, as it was left if it was changed before. Another page: what was moved stands
    // where the template puts it there.
    // `region`: whose blocks and maps can be added; empty where none is chosen, as `visit`.
    void show(const scene::Layout& layout, const core::RegionCode& region, const std::string& visit);
    // The changes of a layout, e.g. one that was saved; they can be undone from then on.
    void take(const scene::Layout& layout);
    void apply(scene::Layout& layout) const;

    // Over a preview that begins at `min` and is `scale` times as large as the page in layout units.
    void draw(Interface& ui, ImVec2 min, double scale, const scene::LaidOut& page);
    // What can be done with the part that is chosen, or with the page; `width` in ImGui units.
    void tools(Interface& ui, float width, const scene::LaidOut& page);
    // True while a file is being chosen, which takes the place of the page.
    [[nodiscard]] bool choosing() const { return choosing_; }
    void chooseFile(Interface& ui);
    // Esc belongs to the page first: it ends what is done with a part. True where there was something to end.
    bool escape();

    static constexpr double kToolsHeight = 32; // layout units

  private:
    // Beside texts of the template, which have fields of their own.
    struct Changes {
        std::set<std::string> hidden;
        std::map<std::string, scene::Rect> moved;
        std::map<std::string, scene::Camera> cameras;
        std::vector<scene::AddedPart> added;
        friend bool operator==(const Changes&, const Changes&) = default;
    };
    // Of a template that is not shown now.
    struct Kept {
        scene::Page page;
        Changes now;
        std::vector<Changes> past;
        std::vector<Changes> future;
    };
    enum class Hold : std::uint8_t { nothing, move, resize, pan };

    void commit(Changes next, std::string_view mergeKey = {});
    void step(std::vector<Changes>& from, std::vector<Changes>& to);
    [[nodiscard]] scene::AddedPart* addedPart(Changes& changes) const;
    [[nodiscard]] bool isAdded(const std::string& id) const;
    void put(Changes& changes, const std::string& id, const scene::Rect& frame) const;
    void add(scene::AddedPart part);
    void addText(Interface& ui, const scene::LaidOut& page);
    void addPicture(Interface& ui, const std::string& pictureId, const scene::LaidOut& page);
    void addBlock(const Interface& ui, scene::AddedKind kind, const scene::LaidOut& page);
    void remove(const std::string& id);

    void press(const scene::LaidOut& page, geo::Point at, double scale, bool twice);
    void hold(const scene::LaidOut& page, geo::Point at, double scale);
    void release();
    void zoom(const scene::LaidOut& page, geo::Point at, double notches);
    void keys(const scene::LaidOut& page, bool here);
    // The part under a point, the smallest one first; a chosen one with its handles before others.
    [[nodiscard]] const scene::PlacedPart* partAt(const scene::LaidOut& page, geo::Point at) const;
    [[nodiscard]] const scene::PlacedPart* part(const scene::LaidOut& page, const std::string& id) const;
    // Draws lines where the rect meets others, and moves it there.
    [[nodiscard]] scene::Rect snapped(const scene::LaidOut& page, scene::Rect rect, double reach);
    void paint(const Interface& ui, ImVec2 min, double scale, const scene::LaidOut& page) const;
    void pageTools(Interface& ui, const scene::LaidOut& page);
    void partTools(Interface& ui, float right, const scene::PlacedPart& chosen, const scene::LaidOut& page);
    void partsPopup(Interface& ui, const scene::LaidOut& page);
    void blocksPopup(Interface& ui, const scene::LaidOut& page);
    void regionsPopup(Interface& ui);
    void picturesPopup(Interface& ui, const scene::LaidOut& page);
    void takeNewPictures(Interface& ui, const scene::LaidOut& page);

    std::optional<scene::TemplateKind> kind_;
    scene::Page page_;
    core::RegionCode region_;
    std::string visit_;
    Changes now_;
    std::vector<Changes> past_;
    std::vector<Changes> future_;
    std::string lastMergeKey_;
    std::map<scene::TemplateKind, Kept> others_;

    std::string chosen_;     // a part's id; empty: none
    bool writeText_ = false; // the keys go to the text that was just added
    std::string hovered_;    // likewise
    bool panning_ = false;   // dragging and the wheel move the chosen map instead of its frame
    Hold held_ = Hold::nothing;
    int corner_ = 0;       // of a resize: 0 to 7, from the upper left one clockwise
    geo::Point pressedAt_; // layout units
    scene::Rect before_;   // the chosen part's frame when it was pressed
    scene::Camera cameraBefore_;
    std::optional<scene::Rect> shadow_; // where a part would stand if it were let go
    struct Guide {
        bool upright = false;
        double at = 0; // layout units
    };
    std::vector<Guide> guides_;

    PopupPlace partsPlace_; // of the buttons that open them
    PopupPlace picturesPlace_;
    PopupPlace blocksPlace_;
    PopupPlace regionsPlace_;
    std::string regionSearch_;
    session::SearchIndex regionIndex_;
    FileChooser chooser_;
    bool choosing_ = false;
    std::optional<std::set<std::string>> picturesBefore_; // a picture is being read: the ids of those there were
};

} // namespace jejaring::ui
