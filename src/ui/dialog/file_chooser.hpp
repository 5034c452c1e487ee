// SPDX-License-Identifier: MIT
// Choosing a file: folders, places, a typed path, the keyboard, and the question before a file is replaced.
#pragma once

#include "ui/interface.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace jejaring::ui {

class FileChooser {
  public:
    enum class Mode : std::uint8_t { open, save };
    struct Request {
        Mode mode = Mode::open;
        std::string title;
        std::string action;                   // what the button says
        std::string extension;                // ".gpkg"; only such files are listed unless all are asked for
        std::string name;                     // proposed, for saving
        std::vector<std::string> others = {}; // further extensions that do as well
    };
    struct Choice {
        std::string path; // empty: nothing was chosen
        bool overwrite = false;
    };

    void start(const Interface& ui, Request request);
    // Draws into the current window; an answer in the frame in which there is one.
    [[nodiscard]] std::optional<Choice> draw(Interface& ui);
    // The file that was chosen will not do: the reason stands below the field, for another one to be chosen.
    void refuse(std::string reason);
    // Until then nothing else is chosen.
    void wait(bool waiting) { waiting_ = waiting; }

  private:
    struct Entry {
        std::string name;
        bool folder = false;
        std::string size;
        std::string changed;
    };
    struct Place {
        std::string name;
        std::filesystem::path path;
    };

    void go(const Interface& ui, const std::filesystem::path& folder);
    void list(const Interface& ui);
    void places(Interface& ui, float width, float height);
    void entries(Interface& ui, float width, float height);
    void keys(Interface& ui);
    std::string step(int by); // through the list; the name that is chosen then
    void take(std::size_t index);
    [[nodiscard]] bool fits(const std::string& name) const;
    void activate(Interface& ui, std::size_t index);
    void accept(Interface& ui);
    [[nodiscard]] std::filesystem::path typedPath() const;

    Request request_;
    std::filesystem::path folder_;
    std::string pathText_;
    std::string name_;
    std::string problem_;
    std::vector<Entry> entries_;
    std::vector<Place> places_;
    std::optional<std::size_t> chosen_;
    bool all_ = false;    // also files of other kinds and hidden ones
    bool asking_ = false; // whether the file may be replaced
    bool scroll_ = false;
    bool focus_ = false;   // the name is to have the keyboard
    bool waiting_ = false; // for what becomes of the chosen file
    std::optional<Choice> answer_;
};

} // namespace jejaring::ui
