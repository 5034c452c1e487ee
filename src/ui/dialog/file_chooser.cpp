// SPDX-License-Identifier: MIT
#include "ui/dialog/file_chooser.hpp"

#include "session/search.hpp"
#include "ui/widget/imgui_shim.hpp"
#include "ui/widget/widgets.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <chrono>
#include <cmath>
#include <cstdlib>
#include <utility>

namespace jejaring::ui {
namespace fs = std::filesystem;
namespace {

fs::path homeFolder() {
    const char* home = std::getenv("HOME"); // NOLINT(concurrency-mt-unsafe): nobody changes the environment
    return home && *home ? fs::path(home) : fs::path("/");
}

std::string sizeText(const Interface& ui, std::uintmax_t bytes) {
    if (bytes < 1024)
        return ui.number(static_cast<double>(bytes)) + " B";
    if (bytes < std::uintmax_t{1024} * 1024)
        return ui.number(static_cast<double>(bytes) / 1024) + " KB";
    return ui.number(static_cast<double>(bytes) / (1024 * 1024), 1) + " MB";
}

std::string lowerCase(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

std::string listOf(std::string extensions, const std::vector<std::string>& others) {
    for (const std::string& other : others)
        extensions += ", " + other;
    return extensions;
}

std::string changedText(const Interface& ui, fs::file_time_type time) {
    const auto system = std::chrono::file_clock::to_sys(time);
    const core::Day day{std::chrono::floor<std::chrono::days>(system)};
    return text::formatDate(ui.language(), day, text::DateStyle::shortMonth);
}

} // namespace

void FileChooser::start(const Interface& ui, Request request) {
    request_ = std::move(request);
    name_ = request_.name;
    if (request_.mode == Mode::save && !ui.session.projectPath().empty() &&
        ui.session.projectPath().ends_with(request_.extension))
        name_ = fs::path(ui.session.projectPath()).filename().string();
    answer_.reset();
    asking_ = all_ = waiting_ = false;
    focus_ = true;
    places_.clear();
    std::error_code none;
    const fs::path home = homeFolder();
    places_.push_back({ui.tr(JEJARING_TR("Home folder")), home});
    for (const char* name : {"Documents", "Dokumen", "Desktop", "Downloads", "Unduhan"})
        if (fs::is_directory(home / name, none))
            places_.push_back({name, home / name});
    places_.push_back({ui.tr(JEJARING_TR("This computer")), "/"});
    for (const std::string& recent : ui.session.settings().recentProjects) {
        const fs::path folder = fs::path(recent).parent_path();
        const bool known =
            std::any_of(places_.begin(), places_.end(), [&](const Place& place) { return place.path == folder; });
        if (!known && fs::is_directory(folder, none) && places_.size() < 10)
            places_.push_back({folder.filename().string(), folder});
    }
    const fs::path last = ui.session.settings().lastFolder;
    go(ui, !last.empty() && fs::is_directory(last, none) ? last : home);
}

void FileChooser::go(const Interface& ui, const fs::path& folder) {
    std::error_code problem;
    const fs::path absolute = fs::weakly_canonical(folder, problem);
    folder_ = problem ? folder : absolute;
    pathText_ = folder_.string();
    chosen_.reset();
    list(ui);
}

bool FileChooser::fits(const std::string& name) const {
    const std::string lower = lowerCase(name); // "DATA.XLSX", as other systems write it
    // Of "a.jejaring.gpkg" the last part: a project may have been given a plain name.
    const std::string last = fs::path("x" + request_.extension).extension().string();
    return lower.ends_with(last) ||
           std::any_of(request_.others.begin(), request_.others.end(),
                       [&lower](const std::string& extension) { return lower.ends_with(extension); });
}

void FileChooser::list(const Interface& ui) {
    entries_.clear();
    problem_.clear();
    std::error_code problem;
    fs::directory_iterator walk(folder_, fs::directory_options::skip_permission_denied, problem);
    if (problem) {
        problem_ = ui.tr(JEJARING_TR("The folder {0} cannot be read."), {folder_.string()});
        return;
    }
    for (const fs::directory_iterator end; walk != end; walk.increment(problem)) {
        if (problem)
            break;
        std::error_code ignored;
        Entry entry;
        entry.name = walk->path().filename().string();
        entry.folder = walk->is_directory(ignored);
        if (!all_ && (entry.name.starts_with(".") || (!entry.folder && !fits(entry.name))))
            continue;
        if (!entry.folder) {
            const std::uintmax_t bytes = walk->file_size(ignored);
            if (!ignored)
                entry.size = sizeText(ui, bytes);
            const fs::file_time_type time = walk->last_write_time(ignored);
            if (!ignored)
                entry.changed = changedText(ui, time);
        }
        entries_.push_back(std::move(entry));
    }
    std::sort(entries_.begin(), entries_.end(), [](const Entry& a, const Entry& b) {
        if (a.folder != b.folder)
            return a.folder;
        return session::searchForm(a.name) < session::searchForm(b.name);
    });
}

fs::path FileChooser::typedPath() const {
    fs::path path = name_;
    if (name_ == "~" || name_.starts_with("~/"))
        path = homeFolder() / (name_.size() > 2 ? name_.substr(2) : "");
    return path.is_absolute() ? path : folder_ / path;
}

void FileChooser::accept(Interface& ui) {
    problem_.clear();
    if (waiting_)
        return;
    if (name_.empty()) {
        if (chosen_ && entries_[*chosen_].folder)
            activate(ui, *chosen_);
        focus_ = true;
        return;
    }
    fs::path path = typedPath();
    std::error_code ignored;
    if (fs::is_directory(path, ignored)) {
        name_ = request_.mode == Mode::save ? request_.name : "";
        focus_ = true;
        go(ui, path);
        return;
    }
    if (request_.mode == Mode::open) {
        if (!fs::exists(path, ignored)) {
            refuse(ui.tr(JEJARING_TR("There is no file {0}."), {path.string()}));
            return;
        }
    } else {
        if (!fits(path.string()))
            path += request_.extension;
        if (!fs::is_directory(path.parent_path(), ignored)) {
            refuse(ui.tr(JEJARING_TR("There is no folder {0}."), {path.parent_path().string()}));
            return;
        }
        if (fs::exists(path, ignored) && !asking_) {
            asking_ = true;
            return;
        }
    }
    // The folder of a project is remembered once it is open: a file that turns out to be none says nothing.
    if (request_.mode == Mode::save || request_.extension != ".gpkg") {
        const std::string folder = path.parent_path().string();
        ui.changeSettings([&folder](session::Settings& settings) { settings.lastFolder = folder; });
    }
    answer_ = Choice{path.string(), asking_};
}

void FileChooser::activate(Interface& ui, std::size_t index) {
    if (index >= entries_.size())
        return;
    const Entry entry = entries_[index];
    if (entry.folder) {
        go(ui, folder_ / entry.name);
        return;
    }
    name_ = entry.name;
    accept(ui);
}

void FileChooser::refuse(std::string reason) {
    problem_ = std::move(reason);
    waiting_ = false;
    focus_ = true;
}

void FileChooser::take(std::size_t index) {
    chosen_ = index;
    asking_ = false;
    if (!entries_[index].folder)
        name_ = entries_[index].name;
}

std::string FileChooser::step(int by) {
    if (!entries_.empty()) {
        const auto last = static_cast<int>(entries_.size()) - 1;
        const int next = chosen_ ? std::clamp(static_cast<int>(*chosen_) + by, 0, last) : (by > 0 ? 0 : last);
        scroll_ = true;
        take(static_cast<std::size_t>(next));
        if (entries_[*chosen_].folder)
            name_.clear(); // Enter opens the folder
    }
    return name_;
}

// Where no field and no control has the keyboard.
void FileChooser::keys(Interface& ui) {
    if (ImGui::GetIO().WantTextInput || navigationVisible())
        return;
    if (keyPressed(Key::backspace) && folder_.has_parent_path())
        go(ui, folder_.parent_path());
    if (keyPressed(Key::enter) || keyPressed(Key::keypadEnter)) {
        if (chosen_)
            activate(ui, *chosen_);
        else
            accept(ui);
    }
    if (keyPressed(Key::down, true))
        step(1);
    else if (keyPressed(Key::up, true))
        step(-1);
}

void FileChooser::places(Interface& ui, float width, float height) {
    ImGui::BeginChild("places", ImVec2(width, height), false, kNavFlattened);
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(0, ui.u(1)));
    for (std::size_t i = 0; i < places_.size(); ++i) {
        const Place place = places_[i];
        const ImVec2 at = ImGui::GetCursorScreenPos();
        const std::string id = "files.place." + std::to_string(i);
        ImDrawList* draw = ImGui::GetWindowDrawList();
        const ImVec2 size(width - ui.u(4), ui.u(30));
        const bool pressed = ImGui::InvisibleButton(id.c_str(), size);
        handCursor();
        if (place.path == folder_)
            draw->AddRectFilled(at, ImVec2(at.x + size.x, at.y + size.y), ui.color.selected, ui.u(5));
        else if (ImGui::IsItemHovered())
            draw->AddRectFilled(at, ImVec2(at.x + size.x, at.y + size.y), ui.color.hovered, ui.u(5));
        drawIcon(draw, Icon::folder, ImVec2(at.x + ui.u(16), at.y + size.y / 2), ui.u(14), ui.color.muted);
        const std::string name = fitted(ui.font.body, place.name, size.x - ui.u(40));
        drawText(draw, ui.font.body, ImVec2(at.x + ui.u(32), at.y + (size.y - textSize(ui.font.body, name).y) / 2),
                 ui.color.text, name);
        focusRing(ui, 5);
        explain(ui, place.path.string());
        mark(ui, id);
        if (pressed)
            go(ui, place.path);
    }
    ImGui::PopStyleVar();
    ImGui::EndChild();
}

void FileChooser::entries(Interface& ui, float width, float height) {
    const ImVec2 corner = ImGui::GetCursorScreenPos();
    ImGui::GetWindowDrawList()->AddRect(corner, ImVec2(corner.x + width, corner.y + height), ui.color.line, ui.u(6));
    ImGui::SetCursorScreenPos(ImVec2(corner.x + ui.u(4), corner.y + ui.u(4)));
    ImGui::BeginChild("entries", ImVec2(width - ui.u(8), height - ui.u(8)), false, kNavFlattened);
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(0, 0));
    if (entries_.empty()) {
        ImGui::SetCursorPos(ImVec2(ui.u(12), ui.u(10)));
        line(ui, ui.font.body, ui.color.muted,
             ui.tr(JEJARING_TR("No folders and no {0} files here."), {listOf(request_.extension, request_.others)}));
    }
    std::optional<std::size_t> open;
    for (std::size_t i = 0; i < entries_.size(); ++i) {
        const Entry& entry = entries_[i];
        const ImVec2 at = ImGui::GetCursorScreenPos();
        const float rowWidth = ImGui::GetContentRegionAvail().x;
        const std::string id = "files.entry." + std::to_string(i);
        const bool pressed = listRow(ui, id, 28, chosen_ == i);
        explain(ui, entry.name + "\n" +
                        (entry.folder ? ui.tr(JEJARING_TR("Double-click to open the folder"))
                                      : ui.tr(JEJARING_TR("Double-click to take this file"))));
        mark(ui, id);
        if (scroll_ && chosen_ == i)
            ImGui::SetScrollHereY(0.5F);
        ImDrawList* draw = ImGui::GetWindowDrawList();
        const float middle = at.y + ui.u(14);
        drawIcon(draw, entry.folder ? Icon::folder : Icon::file, ImVec2(at.x + ui.u(16), middle), ui.u(14),
                 entry.folder ? ui.color.accent : ui.color.muted);
        const float details = ui.u(190);
        const std::string name = fitted(ui.font.body, entry.name, rowWidth - details - ui.u(40));
        drawText(draw, ui.font.body, ImVec2(at.x + ui.u(32), middle - textSize(ui.font.body, name).y / 2),
                 ui.color.text, name);
        const ImVec2 sizeExtent = textSize(ui.font.small, entry.size);
        drawText(draw, ui.font.small, ImVec2(at.x + rowWidth - ui.u(110) - sizeExtent.x, middle - sizeExtent.y / 2),
                 ui.color.muted, entry.size);
        const ImVec2 changedExtent = textSize(ui.font.small, entry.changed);
        drawText(draw, ui.font.small,
                 ImVec2(at.x + rowWidth - ui.u(10) - changedExtent.x, middle - changedExtent.y / 2), ui.color.muted,
                 entry.changed);
        if (pressed) {
            if (pressedByKey() || (chosen_ == i && ImGui::GetIO().MouseClickedCount[0] >= 2))
                open = i;
            take(i);
        } else if (chosen_ != i && navigationVisible() && ImGui::IsItemFocused()) {
            take(i); // the keyboard walks through the list
        }
        if (ImGui::IsItemHovered() && ImGui::IsMouseDoubleClicked(0))
            open = i;
    }
    scroll_ = false;
    ImGui::PopStyleVar();
    ImGui::EndChild();
    if (open)
        activate(ui, *open);
}

std::optional<FileChooser::Choice> FileChooser::draw(Interface& ui) {
    answer_.reset();
    line(ui, ui.font.title, ui.color.text, request_.title);
    gap(ui, 4);
    const float width = ImGui::GetContentRegionAvail().x;
    const float side = ui.u(170);
    const auto enter = [] {
        return ImGui::IsItemDeactivated() && (keyPressed(Key::enter) || keyPressed(Key::keypadEnter));
    };
    if (iconButton(ui, "files.up", Icon::up, 32, ui.tr(JEJARING_TR("The folder above"))) && folder_.has_parent_path())
        go(ui, folder_.parent_path());
    ImGui::SameLine();
    textField(ui, "files.path", pathText_, "/", width - ui.u(40),
              ui.tr(JEJARING_TR("Type a folder; Enter goes there")));
    if (enter()) {
        std::error_code ignored;
        if (fs::is_directory(pathText_, ignored))
            go(ui, fs::path(pathText_));
        else
            problem_ = ui.tr(JEJARING_TR("There is no folder {0}."), {pathText_});
    }
    const float below = ui.u(asking_ || !problem_.empty() ? 132 : 100);
    const float height = std::max(ui.u(120), ImGui::GetContentRegionAvail().y - below);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    places(ui, side, height);
    ImGui::SetCursorScreenPos(ImVec2(at.x + side + ui.u(8), at.y));
    entries(ui, width - side - ui.u(8), height);
    ImGui::SetCursorScreenPos(ImVec2(at.x + side + ui.u(8), at.y + height + ui.u(10)));
    const bool wasEmpty = name_.empty();
    const ArrowAnswer arrows = [this](int by) { return std::optional(step(by)); };
    std::string written = name_; // the arrows change name_ while the field holds on to its text
    if (textField(ui, "files.name", written, ui.tr(JEJARING_TR("File name or path")), width - side - ui.u(8),
                  ui.tr(JEJARING_TR("The file; Enter takes it")), std::exchange(focus_, false), 32, &arrows)) {
        asking_ = false;
        problem_.clear();
    }
    name_ = written;
    if (ImGui::IsItemActive() && wasEmpty && keyPressed(Key::backspace) && folder_.has_parent_path())
        go(ui, folder_.parent_path());
    if (enter())
        accept(ui);
    if (asking_)
        paragraph(ui, ui.font.body, ui.color.warning,
                  ui.tr(JEJARING_TR("{0} is there already. Replace it?"), {typedPath().filename().string()}));
    else if (!problem_.empty()) {
        ImGui::SetCursorPosX(ImGui::GetCursorPosX() + side + ui.u(8));
        paragraph(ui, ui.font.body, ui.color.warning, problem_, width - side - ui.u(8));
        mark(ui, "files.problem");
    }
    const std::string cancel = ui.tr(JEJARING_TR("Cancel"));
    const std::string action = asking_ ? ui.tr(JEJARING_TR("Replace")) : request_.action;
    const ImVec2 buttons = ImGui::GetCursorScreenPos();
    gap(ui, 8);
    if (checkbox(ui, "files.all", ui.tr(JEJARING_TR("Show all files")), all_,
                 ui.tr(JEJARING_TR("Files of other kinds and hidden ones too"))))
        list(ui);
    const float total = buttonWidth(ui, cancel) + buttonWidth(ui, action) + ui.u(8);
    ImGui::SetCursorScreenPos(ImVec2(at.x + width - total, buttons.y + ui.u(4)));
    if (button(ui, "files.cancel", cancel, false, ui.tr(JEJARING_TR("Choose nothing"))))
        answer_ = Choice{};
    ImGui::SameLine();
    if (button(ui, "files.accept", action, true, asking_ ? ui.tr(JEJARING_TR("The old file is lost")) : "",
               !waiting_ && (!name_.empty() || chosen_.has_value()))) {
        if (name_.empty() && chosen_)
            activate(ui, *chosen_);
        else
            accept(ui);
    }
    keys(ui);
    return answer_;
}

} // namespace jejaring::ui
