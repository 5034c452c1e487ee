// SPDX-License-Identifier: MIT
#include "ui/dialog/file_row.hpp"

#include "ui/widget/widgets.hpp"

#include <cstdlib>
#include <filesystem>
#include <optional>

namespace jejaring::ui {
namespace fs = std::filesystem;

void FileRow::propose(const Interface& ui, const std::string& name, std::string_view ending) {
    const std::string& last = ui.session.settings().lastFolder;
    std::error_code ignored;
    const char* home = std::getenv("HOME"); // NOLINT(concurrency-mt-unsafe): nobody changes the environment
    const fs::path folder = !last.empty() && fs::is_directory(last, ignored) ? fs::path(last)
                            : home != nullptr                                ? fs::path(home)
                                                                             : fs::path("/");
    fs::path path = folder / (name + std::string(ending));
    for (int i = 2; fs::exists(path, ignored) && i < 1000; ++i)
        path = folder / (name + "-" + std::to_string(i) + std::string(ending));
    setPath(path.string());
    choosing_ = false;
}

void FileRow::setPath(std::string path) {
    path_ = std::move(path);
    asking_ = false;
}

bool FileRow::choosing(Interface& ui) {
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

void FileRow::draw(Interface& ui, float width, const Words& words, std::string_view ending) {
    caption(ui, words.caption);
    const std::string browse = ui.tr(JEJARING_TR("Browse …"));
    if (textField(ui, id_ + ".path", path_, words.name, width - buttonWidth(ui, browse) - ui.u(8), words.explanation))
        asking_ = false;
    ImGui::SameLine();
    if (button(ui, id_ + ".browse", browse, false, ui.tr(JEJARING_TR("Choose a folder and a name")))) {
        chooser_.start(ui, {FileChooser::Mode::save, words.heading, ui.tr(JEJARING_TR("Choose")), std::string(ending),
                            fs::path(path_).filename().string()});
        choosing_ = true;
    }
    gap(ui, 4);
}

void FileRow::remember(Interface& ui) const {
    const std::string folder = fs::path(path_).parent_path().string();
    ui.changeSettings([&folder](session::Settings& settings) { settings.lastFolder = folder; });
}

} // namespace jejaring::ui
