// SPDX-License-Identifier: MIT
// The command line as values. Texts become values in each command, so that a wrong one gets its own clear message.
#pragma once

#include "app/console.hpp"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace jejaring::app {

struct WindowArguments {
    std::string project; // empty: the last one, or the sample
    std::string boundaries;
    std::optional<text::Language> language; // where one was asked for
    std::string uiState;                    // a file that tests read the window's state from
};

// Which agreements count; empty: all. Lists with commas.
struct FilterArguments {
    std::string sectors;
    std::string countries;
    std::string kinds;
    std::string grades;
    bool ownOnly = false; // of a province without its kabupaten/kota
};

struct ExportArguments {
    std::string project;
    std::string output;
    std::string size;
    std::string scale;
    std::string level;
    std::string region;
    std::string indicator;
    std::string date;
    std::string theme;
    std::string title;
    std::string projection;
    std::string classes;
    std::string boundaries;
    std::string from;   // a picture whose settings are taken
    std::string layout; // id of a template
    std::string page;
    std::string dpi;
    std::string partner;
    std::string visit;
    std::string before;
    std::string subtitle;
    FilterArguments filter;
    bool transparent = false;
    bool noFurniture = false;
    bool noLabels = false;
    bool graticule = false;
    bool northMark = false;
    bool force = false;
};

struct AtlasArguments {
    ExportArguments page; // how each page is; its output is that of the atlas, its region stays empty
    std::string level;    // of the regions
    std::string regions;
    std::string name;
    std::string format;
};

struct DeckArguments {
    std::string project;
    std::string output;
    std::string format;
    std::string boundaries;
    bool force = false;
};

struct InfoArguments {
    std::string project;
    std::string date;
    std::string boundaries;
    bool json = false;
};

struct SampleArguments {
    std::string output;
    bool force = false;
};

struct ImportArguments {
    std::string project; // made where it is not there
    std::vector<std::string> files;
    std::string kind;
    std::string mapping;
    std::string report;
    std::string boundaries;
    bool dryRun = false;
    bool force = false;
};

struct TableArguments {
    std::string project;
    std::string output;
    std::string table; // empty: all that have rows, or the agreements where the file holds one alone
    std::string boundaries;
    bool force = false;
};

struct BoundariesBuildArguments {
    std::string packages;
    std::string output;
    bool districts = false;
    bool villages = false;
    bool json = false;
};

struct BoundariesImportArguments {
    std::string file;
    std::string layer;
    std::string codeField;
    std::string nameField;
    std::string credit;
    std::string base;
    std::string output;
    bool json = false;
};

// What is left to do after parsing: nothing, where help or a message was printed.
struct Finished {
    ExitCode code = ExitCode::success;
};

using Command =
    std::variant<Finished, WindowArguments, ExportArguments, AtlasArguments, DeckArguments, InfoArguments,
                 SampleArguments, ImportArguments, TableArguments, BoundariesBuildArguments, BoundariesImportArguments>;

// The language that `--lang` asks for anywhere among the arguments, else that of the environment.
[[nodiscard]] text::Language languageOf(int argc, const char* const* argv);

[[nodiscard]] Command parseArguments(int argc, const char* const* argv, const Console& console);

// `sample` or `contoh`: the built-in sample instead of a file.
[[nodiscard]] bool namesSample(const std::string& project);

} // namespace jejaring::app
