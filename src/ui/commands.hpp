// SPDX-License-Identifier: MIT
// What menus and keys do, each with its name, its shortcut and whether it can be done now.
#pragma once

#include "ui/interface.hpp"

#include <functional>
#include <span>
#include <string_view>

namespace jejaring::ui {

enum class Command : std::uint8_t {
    newProject,
    open,
    openSample,
    save,
    saveAs,
    quit,
    undo,
    redo,
    search,
    home,
    zoomIn,
    zoomOut,
    foldLeft,
    foldRight,
    foldBottom,
    resetLayout,
    presentation,
    theme,
    language,
    scaleUp,
    scaleDown,
    scaleReset,
    newAgreement,
    newPartner,
    newVisit,
    newActivity,
    newRisk,
    newIndicator,
    newIndicatorValue,
    weights,
    sources,
    boundaries,
    importBoundaries,
    importTable,
    exportPicture,
    exportAtlas,
    exportDeck,
    saveTables,
    addSheet,
    presentSheets,
    presentFromSheet,
    shortcuts,
    about,
};

struct CommandInfo {
    Command command;
    std::string_view name;        // message id
    std::string_view shortcut;    // "Ctrl+S"; empty where there is none
    std::string_view explanation; // message id
};
[[nodiscard]] std::span<const CommandInfo> allCommands();
[[nodiscard]] const CommandInfo& infoOf(Command command);
[[nodiscard]] bool available(const Interface& ui, Command command);
// True for a command that is a switch and is on.
[[nodiscard]] bool switchedOn(const Interface& ui, Command command);
void perform(Interface& ui, Command command);
// The keys of the whole window.
void runShortcuts(Interface& ui);
// Does `action` at once, or after the user has said what becomes of unsaved changes.
void unlessUnsaved(Interface& ui, std::function<void()> action);
// Does what waited for the project to be saved, once it is; forgets it where saving failed or was given up. Call once
// a frame, after the dialogs.
void goOnAfterSaving(Interface& ui);

} // namespace jejaring::ui
