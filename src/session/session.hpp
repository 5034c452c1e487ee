// SPDX-License-Identifier: MIT
// One value (project, selection, view) and the commands that change it. Panels read it and emit commands.
#pragma once

#include "core/project.hpp"
#include "data/boundary/boundary_import.hpp"
#include "data/project/recovery.hpp"
#include "scene/map_view.hpp"
#include "scene/picture.hpp"
#include "session/atlas_export.hpp"
#include "session/flight_request.hpp"
#include "session/history.hpp"
#include "session/import_session.hpp"
#include "session/picture_cache.hpp"
#include "session/picture_export.hpp"
#include "session/pictures.hpp"
#include "session/settings.hpp"
#include "session/sheet_cache.hpp"
#include "session/table_writing.hpp"
#include "session/tasks.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace jejaring::session {

// The tabs below the map.
enum class BottomTab : std::uint8_t { partners, visits, activities, risks, indicators, sheets };

// A line for the user, shown until it is dismissed or replaced.
struct Notice {
    core::Message message;
    std::uint64_t serial = 0;
    bool ofOutput = false; // how the last writing of a picture, pages or tables ended
};

// The project that was asked for last.
struct Opening {
    bool running = false;
    std::optional<core::Message> failure; // why it could not be opened
};

// Where the program's own files are: shaders, translations, sample.
struct Installation {
    std::string shaders;
    std::string assets;
    std::string locale;
    std::string recovery; // folder of copies for the start after a crash; empty: none are kept
};

// Why the project that is open cannot be changed and saved under its name.
enum class ReadOnly : std::uint8_t {
    no,
    openElsewhere, // another window has it open
    newerSchema,   // a newer version wrote it; what this one does not understand would be lost
    noPermission,  // nothing can be written to its folder
};

// What an import of boundaries made of a file.
struct BoundaryImport {
    std::string file;
    std::string result; // a boundaries.gpkg, not in use yet
    data::BoundaryImportReport report;
};

class Session {
  public:
    // `wake` is called from workers when the next frame should look again.
    Session(Installation installation, SettingsStore settings, std::shared_ptr<const text::FontSet> fonts,
            std::function<void()> wake);
    ~Session();

    // --- what panels read -------------------------------------------------------------------------------------
    [[nodiscard]] const State& state() const;
    [[nodiscard]] const Settings& settings() const;
    // Null until boundaries and project are loaded.
    [[nodiscard]] const std::shared_ptr<const scene::MapData>& map() const;
    [[nodiscard]] const std::shared_ptr<const core::Project>& project() const; // null where none is open
    [[nodiscard]] const std::shared_ptr<const geo::MapGeometry>& geometry() const;
    [[nodiscard]] const std::string& boundaryCredit() const;
    [[nodiscard]] const std::string& boundariesPath() const; // as loaded, or as they are expected
    // Why those at boundariesPath() could not be read, though they are there; null where they were read or are missing.
    [[nodiscard]] const core::Message* boundariesFailure() const;
    // The folder with the packages that boundaries are built from ($JEJARING_PACKAGES, else where the set-up puts
    // them); empty where they have not been fetched. Looks on the disk.
    [[nodiscard]] static std::string boundarySources();
    // An import that waits for useImportedBoundaries() or discardImportedBoundaries(); null where none does.
    [[nodiscard]] const BoundaryImport* boundaryImport() const;
    // How many projects have begun with a view of their own. What a window keeps of a project is over when it grows.
    [[nodiscard]] std::uint64_t begun() const;
    [[nodiscard]] const Opening& opening() const;
    [[nodiscard]] const std::string& projectPath() const; // empty for the unsaved sample or a new project
    [[nodiscard]] bool modified() const;                  // the project is not as it was opened or last saved
    [[nodiscard]] ReadOnly readOnly() const;
    // For the user; precondition: readOnly() is not ReadOnly::no.
    [[nodiscard]] const core::Message& readOnlyReason() const;
    // Another program changed or replaced the file since it was opened or saved here. Noticed by itself, within about a
    // second; update() is true then.
    [[nodiscard]] bool changedOnDisk() const;
    // How many times saveProject() has not written over such a change so far.
    [[nodiscard]] std::uint64_t refusedSaves() const;
    // Copies of changes that windows left unsaved when they crashed, newest first.
    [[nodiscard]] const std::vector<data::AbandonedCopy>& abandonedCopies() const;
    [[nodiscard]] bool saving() const; // a file of the project is being written, or waits to be
    [[nodiscard]] const std::vector<Notice>& notices() const;
    [[nodiscard]] std::vector<TaskStatus> tasks() const;
    // Of the project as it is now, for pictures of its sheets, be it on a worker. Precondition: a project is open.
    [[nodiscard]] SheetSource sheetSource() const;
    // The page of one of its sheets, composed by a worker; update() is true when it is there. Precondition: project and
    // boundaries are open.
    [[nodiscard]] SheetCache::Shown sheetPage(const core::Sheet& sheet);
    // Grows when pages of sheets do not hold any more.
    [[nodiscard]] std::uint64_t sheetGeneration();
    [[nodiscard]] bool canUndo() const;
    [[nodiscard]] bool canRedo() const;
    // What undo() or redo() would take back or do again, for menus; null where there is nothing.
    [[nodiscard]] const core::Message* undoLabel() const;
    [[nodiscard]] const core::Message* redoLabel() const;
    [[nodiscard]] core::Day today() const;

    // --- commands -----------------------------------------------------------------------------------------------
    // What reads or writes files returns at once; its result arrives with update(), a failure as a notice.
    void loadBoundaries(const std::string& path);
    // Where boundaries belong that are not there yet.
    void expectBoundaries(const std::string& path);
    // Builds them from boundarySources() to boundariesPath(), as a task with progress, and shows them.
    void buildBoundaries();
    // Matches the polygons of a file to the regions, as a task with progress; boundaryImport() then tells what came of
    // it. Nothing is replaced before it is asked for.
    void importBoundaries(const std::string& file);
    // Puts them in the place of those at boundariesPath(), which are kept beside it (see previousBoundaries()), and
    // shows them.
    void useImportedBoundaries();
    void discardImportedBoundaries();
    [[nodiscard]] std::string previousBoundaries() const; // where those that an import replaced are kept
    // These three leave the project that is open where they fail. The last one asked for wins. What was chosen and
    // seen of the project before is over: a project starts with a view of its own. Only the same file keeps it.
    void newProject();
    // `quietly`: a failure is no notice, because whoever asked shows that of opening().
    void openProject(const std::string& path, bool quietly = false);
    void openSample(); // as an unsaved copy
    // To projectPath(); precondition: it is not empty. Refused where it is read-only or changed on disk.
    void saveProject();
    // Adds the suffix of projects where it is missing.
    void saveProjectAs(const std::string& path, bool overwrite);
    // Looks at once whether another program changed the file, e.g. when the window gets the focus.
    void lookAtDisk();
    // Answers to changedOnDisk(): opens the file anew and drops what was changed here, or lets the next save replace
    // it.
    void reloadProject();
    void keepOwnVersion();
    // Opens a copy as the project with unsaved changes that it is; it is removed once they are safe again.
    void restoreCopy(const data::AbandonedCopy& copy);
    void discardCopy(const data::AbandonedCopy& copy);
    // The changes that are not saved are not wanted: no copy of them is kept.
    void forgetChanges();
    // Every edit of the project: `edit` gets a copy, which then takes the project's place as one undo step called
    // `label` ("Weights of the index"). Edits that follow one another within a second with the same non-empty
    // `mergeKey` (a slider's or a text field's name) are one step. What depends on the project is computed anew, and a
    // chosen visit or agreement that is gone is chosen no more. False where none is open, nothing differs, or the
    // project is read-only, which a notice says.
    bool changeProject(core::Message label, const std::function<void(core::Project&)>& edit,
                       std::string_view mergeKey = {});
    // Weights of the impact score, which belong to the project.
    void changeWeights(const core::ImpactWeights& weights);
    void setView(const scene::MapView& view); // one undo step; dragging a slider merges into one
    void select(core::RegionIndex region, bool add = false);
    void selectAll(std::vector<core::RegionIndex> regions); // and nothing else
    void clearSelection();
    void chooseVisit(const std::string& visitId); // empty: none
    void chooseAgreement(const std::string& agreementId);
    void fly(const FlightRequest& request);
    // Chooses what the sheet shows as one undo step, and flies there. What it names and is not there is said by a
    // notice; false where it cannot be read.
    bool showSheet(const std::string& id);
    [[nodiscard]] std::optional<FlightRequest> takeFlight();
    void undo();
    void redo();
    void changeSettings(const Settings& settings); // remembered at once, written by a worker
    // For this run: what is remembered stays, unless changeSettings() chooses another one.
    void speak(text::Language language);
    void notify(core::Message message);
    void dismissNotice(std::uint64_t serial);
    // Tables of other people on their way into the project.
    [[nodiscard]] ImportSession& imports();
    // Reads pictures on a worker and adds them to the subject as one undo step; what was scaled down or refused is said
    // by notices. Where the task is cancelled none is added.
    void addPictures(std::vector<std::string> paths, const PictureSubject& subject);
    [[nodiscard]] PictureCache& pictures();
    // Writes tables of the project as it is now. Precondition: project and boundaries are open.
    void writeTables(const TableRequest& request);
    // A null map or null fonts and an empty credit stand for the session's own.
    void exportPicture(const ExportRequest& request);
    // The same to the clipboard, as PNG; its path is not used. Where clipboardTool() names none, a notice says so.
    void copyPicture(const ExportRequest& request);
    // Write a page for each region, or for each of the project's sheets, as a task that tells the page it is at.
    void exportAtlas(const AtlasRequest& atlas, const PageTarget& target);
    void exportDeck(const PageTarget& target);
    void cancelTask(std::uint64_t id);
    // Runs `work` on a worker, unseen by the user; what it returns is called by update(), and a frame follows.
    void compute(std::function<TaskQueue::Completion()> work);
    // Lets a worker free what takes long to free.
    void letGo(std::shared_ptr<const void> large);

    // Takes over what workers finished. Call once a frame; true where something changed.
    bool update();
    // Waits for all tasks and takes over their results.
    void finishTasks();

  private:
    struct Implementation;
    std::unique_ptr<Implementation> implementation_;
};

} // namespace jejaring::session
