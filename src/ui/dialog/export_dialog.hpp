// SPDX-License-Identifier: MIT
// A picture for a presentation: its choices, and a preview that is the output drawn smaller.
#pragma once

#include "session/picture_export.hpp"
#include "ui/dialog/file_row.hpp"
#include "ui/dialog/page_image.hpp"
#include "ui/interface.hpp"
#include "ui/panel/layout_editor.hpp"
#include "ui/widget/widgets.hpp"

#include <memory>
#include <optional>
#include <string>

namespace jejaring::ui {

class ExportDialog {
  public:
    // Records to choose from, in the order of their names.
    struct Records {
        std::vector<Choice> names;
        std::vector<std::string> ids;
    };

    explicit ExportDialog(render::Renderer& renderer) : image_(renderer) {}
    void start(Interface& ui);
    // Draws into the current window; true once the picture is on its way. `density`: pixels an ImGui unit.
    bool draw(Interface& ui, double density);
    // Esc belongs to the page that is edited first; true where there was something to end.
    bool escape();

  private:
    enum class Extent : std::uint8_t { country, region, view };
    // What the preview was drawn for.
    struct Shown {
        session::ExportRequest request;
        int width = 0;                      // pixels of the preview
        std::optional<scene::LaidOut> page; // of a template
    };

    [[nodiscard]] session::ExportRequest request(const Interface& ui) const;
    // The sheet that is edited is shown as it is, whatever the window shows. False where it cannot be made a picture.
    bool takeSheet(Interface& ui);
    [[nodiscard]] session::ExportRequest sheetRequest(const Interface& ui) const;
    void chooseTextSize(Interface& ui, float width);
    bool sheetButtons(Interface& ui); // true once it is done
    // What the page is about where it is a region: chosen in the window, or of the sheet.
    [[nodiscard]] const std::vector<core::RegionIndex>& selection(const Interface& ui) const;
    [[nodiscard]] scene::Page page() const;
    // The size that was typed; nothing where it is none.
    [[nodiscard]] std::optional<scene::Page> ownPage() const;
    [[nodiscard]] LayoutEditor& editor() { return sheet_ ? sheetEditor_ : editor_; }
    void preview(Interface& ui, const Area& area, double density);
    // While a text is being written the preview waits for a pause, so that letters come as fast as they are typed.
    [[nodiscard]] bool waitsForWriter(const Interface& ui, const session::ExportRequest& wanted);
    bool draw(Interface& ui, const session::ExportRequest& wanted, const PageImage::Place& place); // the preview anew
    // What the window shows is what the first page is proposed to be about.
    void takeSubject(const Interface& ui);
    // Of a template's picture, by what was chosen or typed; where that is no number, a usual one.
    [[nodiscard]] double dotsPerInch(const scene::Page& page) const;
    [[nodiscard]] std::optional<double> typedDots() const;
    // Why a picture of so many dots an inch cannot be; nothing where it can.
    [[nodiscard]] std::optional<core::Message> wrongDots() const;
    [[nodiscard]] bool pixels() const { return format_ == static_cast<std::size_t>(session::PictureFormat::png); }
    // What it is to be written as has no ground of its own.
    [[nodiscard]] bool mayBeTransparent() const;
    void chooseResolution(Interface& ui, float width);
    // Briefs are printed, and pictures are shown: each has the theme for that until the user chooses one.
    void proposeTheme(const Interface& ui);
    void chooseTemplate(Interface& ui, float width);
    void chooseSubject(Interface& ui, float width);
    void choosePage(Interface& ui, float width);
    void choosePlain(Interface& ui, float width); // what a map without a template is asked for
    void chooseFormat(Interface& ui, float width);
    void chooseSize(Interface& ui, float width);
    void chooseSlide(Interface& ui, float width);
    void options(Interface& ui, float width);
    bool destination(Interface& ui, float width); // true once the picture is on its way
    bool write(Interface& ui);
    // The template's page, about what is chosen in the window or here; nothing for the map without one.
    [[nodiscard]] std::optional<scene::Layout> layout(const Interface& ui) const;
    // Why it cannot be written yet, for the user.
    [[nodiscard]] std::optional<core::Message> missing(const Interface& ui) const;
    [[nodiscard]] static bool same(const session::ExportRequest& a, const session::ExportRequest& b);

    PageImage image_; // the preview
    std::optional<Shown> shown_;
    std::optional<session::ExportRequest> written_; // as it was when the last letter came
    double writtenAt_ = 0;                          // seconds
    LayoutEditor editor_;
    std::string editedIn_; // path and title of the project that its pages belong to
    FileRow file_{"export"};
    Extent extent_ = Extent::country;
    std::size_t format_ = 0; // of session::PictureFormat
    std::size_t size_ = 1;
    double typeScale_ = 1;
    std::size_t theme_ = 0;
    bool themeChosen_ = false; // by the user, for whatever template follows
    std::size_t language_ = 0;
    std::size_t template_ = 0;                    // of scene::templates(), from 1; 0: the map without a template
    std::size_t page_ = 0;                        // of scene::pageFormats(); one more: `ownPage_`
    std::string ownPage_ = "400x300";             // millimetres, as it was typed
    std::size_t longSide_ = 1;                    // pixels of a template's picture: of kLongSides; one more: `dots_`
    std::string dots_ = "300";                    // an inch, as they were typed
    std::shared_ptr<const core::Project> listed_; // that the two lists are of
    Records partners_;
    Records visits_;
    std::string partnerId_;
    std::string visitId_;
    std::string title_;
    std::string subtitle_;
    bool transparent_ = false;
    bool furniture_ = true;
    // What the export was set to while a sheet is edited.
    struct Own {
        std::size_t layout = 0;
        std::size_t page = 0;
        std::string ownPage;
        double typeScale = 1;
        bool furniture = true;
        bool transparent = false;
        std::string partnerId;
        std::string visitId;
    };
    std::optional<Own> own_;
    std::optional<core::Message> refusal_;        // why nothing can be written there
    std::string refusedPath_;                     // where
    bool copies_ = false;                         // there is a clipboard for pictures
    std::optional<session::ExportRequest> sheet_; // that is edited
    LayoutEditor sheetEditor_;
};

} // namespace jejaring::ui
