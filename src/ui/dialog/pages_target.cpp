// SPDX-License-Identifier: MIT
#include "ui/dialog/pages_target.hpp"

#include "ui/widget/widgets.hpp"

#include <array>
#include <filesystem>

namespace jejaring::ui {
namespace fs = std::filesystem;
namespace {

using session::PictureFormat;

struct Format {
    PictureFormat format;
    std::string_view ending; // of one document; empty for a folder
};
constexpr std::array kFormats{Format{PictureFormat::pdf, ".pdf"}, Format{PictureFormat::pptx, ".pptx"},
                              Format{PictureFormat::png, ""}, Format{PictureFormat::svg, ""}};

// Something would be replaced: a file, or a folder that holds any.
bool isTaken(const std::string& path) {
    std::error_code ignored;
    return fs::exists(path, ignored) && (!fs::is_directory(path, ignored) || !fs::is_empty(path, ignored));
}

} // namespace

bool PagesTarget::folder() const {
    return kFormats[format_].ending.empty();
}

PictureFormat PagesTarget::format() const {
    return kFormats[format_].format;
}

void PagesTarget::start(const Interface& ui, std::string name) {
    name_ = std::move(name);
    file_.propose(ui, name_, kFormats[format_].ending);
}

void PagesTarget::chooseFormat(Interface& ui, float width) {
    caption(ui, ui.tr(JEJARING_TR("Format")));
    const std::array<Choice, kFormats.size()> choices{
        Choice{"PDF",
               ui.tr(JEJARING_TR("One document to print and to read, with a line for each page in its outline"))},
        Choice{"PPTX", ui.tr(JEJARING_TR("One presentation for PowerPoint or Impress"))},
        Choice{"PNG", ui.tr(JEJARING_TR("A folder with a picture for each page"))},
        Choice{"SVG", ui.tr(JEJARING_TR("A folder with a drawing for each page, for designers"))}};
    if (segmented(ui, id_ + ".format", choices, format_, width)) {
        // A dot in the name of a folder is no ending.
        fs::path path(file_.path());
        if (session::pictureFormatOf(path.string()))
            path.replace_extension();
        file_.setPath(path.string() + std::string(kFormats[format_].ending));
    }
}

float PagesTarget::height(const Interface& ui) const {
    return ui.u(file_.asking() ? 160 : 112);
}

std::optional<session::PageTarget> PagesTarget::draw(Interface& ui, float width, const std::string& action,
                                                     bool enabled) {
    file_.draw(ui, width,
               {folder() ? ui.tr(JEJARING_TR("Folder")) : ui.tr(JEJARING_TR("File")),
                folder() ? ui.tr(JEJARING_TR("The folder that the files go to; it is made where it is not there"))
                         : ui.tr(JEJARING_TR("Where the file goes")),
                action, name_ + std::string(kFormats[format_].ending)},
               kFormats[format_].ending);
    // What a folder is called may look like a file; what a file is called ends as it must.
    session::PageTarget target{file_.path(), format(), folder(), file_.asking()};
    if (!target.folder && session::pictureFormatOf(file_.path()) != format())
        target.path += kFormats[format_].ending;
    const std::string shown = fs::path(target.path).filename().string();
    if (file_.asking())
        paragraph(ui, ui.font.small, ui.color.warning,
                  folder() ? ui.tr(JEJARING_TR("{0} holds files already. Those of the same names are replaced, the "
                                               "others stay."),
                                   {shown})
                           : ui.tr(JEJARING_TR("{0} is there already. Replace it?"), {shown}),
                  width);
    if (!button(ui, id_ + ".write", file_.asking() ? ui.tr(JEJARING_TR("Replace")) : action, true,
                ui.tr(JEJARING_TR("Written in the background, page by page; the status bar shows how far it is")),
                enabled && !file_.path().empty()))
        return std::nullopt;
    if (isTaken(target.path) && !file_.asking()) {
        file_.ask(true);
        return std::nullopt;
    }
    file_.remember(ui);
    file_.ask(false);
    return target;
}

} // namespace jejaring::ui
