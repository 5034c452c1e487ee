// SPDX-License-Identifier: MIT
#include "ui/dialog/pages_target.hpp"

#include "ui/widget/widgets.hpp"

#include <array>
#include <cstdlib>
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

std::string PagesTarget::proposedPath(const Interface& ui) const {
    const std::string& last = ui.session.settings().lastFolder;
    std::error_code ignored;
    const char* home = std::getenv("HOME"); // NOLINT(concurrency-mt-unsafe): nobody changes the environment
    const fs::path folder = !last.empty() && fs::is_directory(last, ignored) ? fs::path(last)
                            : home != nullptr                                ? fs::path(home)
                                                                             : fs::path("/");
    const std::string ending(kFormats[format_].ending);
    fs::path path = folder / (name_ + ending);
    for (int i = 2; fs::exists(path, ignored) && i < 1000; ++i)
        path = folder / (name_ + "-" + std::to_string(i) + ending);
    return path.string();
}

void PagesTarget::start(const Interface& ui) {
    path_ = proposedPath(ui);
    asking_ = choosing_ = false;
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
        if (session::pictureFormatOf(path_))
            path_ = fs::path(path_).replace_extension().string();
        path_ += kFormats[format_].ending;
        asking_ = false;
    }
}

float PagesTarget::height(const Interface& ui) const {
    return ui.u(asking_ ? 160 : 112);
}

bool PagesTarget::choosing(Interface& ui) {
    if (!choosing_)
        return false;
    if (const std::optional<FileChooser::Choice> choice = chooser_.draw(ui)) {
        choosing_ = false;
        if (!choice->path.empty()) {
            path_ = choice->path;
            asking_ = choice->overwrite;
        }
    }
    return true;
}

std::optional<session::PageTarget> PagesTarget::draw(Interface& ui, float width, const std::string& action,
                                                     bool enabled) {
    caption(ui, folder() ? ui.tr(JEJARING_TR("Folder")) : ui.tr(JEJARING_TR("File")));
    const std::string browse = ui.tr(JEJARING_TR("Browse …"));
    if (textField(ui, id_ + ".path", path_, name_ + std::string(kFormats[format_].ending),
                  width - buttonWidth(ui, browse) - ui.u(8),
                  folder() ? ui.tr(JEJARING_TR("The folder that the files go to; it is made where it is not there"))
                           : ui.tr(JEJARING_TR("Where the file goes"))))
        asking_ = false;
    ImGui::SameLine();
    if (button(ui, id_ + ".browse", browse, false, ui.tr(JEJARING_TR("Choose a folder and a name")))) {
        chooser_.start(ui, {FileChooser::Mode::save, action, ui.tr(JEJARING_TR("Choose")),
                            std::string(kFormats[format_].ending), fs::path(path_).filename().string()});
        choosing_ = true;
    }
    gap(ui, 4);
    // What a folder is called may look like a file; what a file is called ends as it must.
    session::PageTarget target{path_, format(), folder(), asking_};
    if (!target.folder && session::pictureFormatOf(path_) != format())
        target.path += kFormats[format_].ending;
    const std::string shown = fs::path(target.path).filename().string();
    if (asking_)
        paragraph(ui, ui.font.small, ui.color.warning,
                  folder() ? ui.tr(JEJARING_TR("{0} holds files already. Those of the same names are replaced, the "
                                               "others stay."),
                                   {shown})
                           : ui.tr(JEJARING_TR("{0} is there already. Replace it?"), {shown}),
                  width);
    if (!button(ui, id_ + ".write", asking_ ? ui.tr(JEJARING_TR("Replace")) : action, true,
                ui.tr(JEJARING_TR("Written in the background, page by page; the status bar shows how far it is")),
                enabled && !path_.empty()))
        return std::nullopt;
    if (isTaken(target.path) && !asking_) {
        asking_ = true;
        return std::nullopt;
    }
    const std::string parent = fs::path(target.path).parent_path().string();
    ui.changeSettings([&parent](session::Settings& settings) { settings.lastFolder = parent; });
    asking_ = false;
    return target;
}

} // namespace jejaring::ui
