// SPDX-License-Identifier: MIT
// The inside of a Session: what it holds and what its commands are made of. Main thread only, except for what is handed
// to the two task queues. Included by session*.cpp alone.
#pragma once

#include "data/boundary/map_source.hpp"
#include "data/file_stamp.hpp"
#include "data/project/project_lock.hpp"
#include "session/autosaver.hpp"
#include "session/file_watch.hpp"
#include "session/session.hpp"

#include <map>

namespace jejaring::session {

struct Session::Implementation {
    Installation installation;
    SettingsStore store;
    std::shared_ptr<const text::FontSet> fonts;

    Settings settings;
    Settings writtenSettings;
    std::optional<text::Language> rememberedLanguage; // where this run was asked to speak another one
    bool writingSettings = false;

    History history;
    core::Day today = core::today();
    std::shared_ptr<const core::Project> unmodified; // as opened or last saved; the present one is the history's
    std::string projectPath;
    std::uint64_t projectRequest = 0; // the last one asked for
    Opening opening;                  // of that request
    std::uint64_t document = 0;       // the request that the project came by
    std::uint64_t begun = 0;          // projects that began with a view of their own

    // keeping
    data::ProjectLock lock; // of projectPath
    ReadOnly readOnly = ReadOnly::no;
    core::Message readOnlyReason;
    std::optional<data::FileStamp> stamp; // of projectPath as it was read or written here
    bool changedOnDisk = false;
    std::uint64_t refusedSaves = 0;
    bool lookingAtDisk = false;
    std::vector<data::AbandonedCopy> abandoned;

    std::string boundaries;
    std::optional<core::Message> boundariesFailure;
    std::optional<BoundaryImport> boundaryImport;
    std::shared_ptr<void> boundaryImportFile; // removes boundaryImport->result with the last one who holds it
    int boundaryImports = 0;                  // started so far
    std::map<geo::ProjectionKind, data::MapSource> sources; // of `boundaries`
    std::vector<geo::ProjectionKind> loading;
    data::MapSource source; // the one shown
    std::shared_ptr<const scene::MapData> map;
    std::uint64_t mapRequest = 0;

    bool saving = false;
    struct Save {
        std::string path;
        bool overwrite = false;
        bool asOther = false; // a name that the user chose, and not the project's own
    };
    std::vector<Save> waitingSaves;

    std::vector<Notice> notices;
    std::uint64_t lastNotice = 0;
    std::optional<FlightRequest> flight;
    bool changed = false; // since the last update()

    Autosaver autosaver;
    FileWatch watch; // of projectPath, while it holds what `stamp` says

    ImportSession imports;
    PictureCache pictures;
    SheetCache sheets;

    TaskQueue quiet; // what the user need not see
    TaskQueue queue; // last, so that its workers end first

    Implementation(Installation where, SettingsStore settingsStore, std::shared_ptr<const text::FontSet> fontSet,
                   const std::function<void()>& wake)
        : installation(std::move(where)), store(std::move(settingsStore)), fonts(std::move(fontSet)),
          autosaver(installation.recovery, wake), watch(wake), imports(installation.assets, importHost(), queue),
          pictures(wake), sheets(wake), quiet(wake, 1), queue(wake) {
        const auto failed = [this](core::Message message) { notify(std::move(message)); };
        quiet.onFailure(failed);
        queue.onFailure(failed);
        pictures.onFailure(failed);
        history.onForget([this](std::shared_ptr<const void> project) { letGo(std::move(project)); });
    }
    ~Implementation(); // what is being saved is saved
    Implementation(const Implementation&) = delete;
    Implementation& operator=(const Implementation&) = delete;

    // notices
    void notify(core::Message message);
    // Shows the first ones, errors before others, and says how many more the log has.
    void notifyAll(std::vector<core::Message> messages);
    // Writing of a picture, pages or tables begins: how the last one ended is no longer news.
    void startOutput();
    // It ended: what there is to say, then `written` where it was done; nothing where the user stopped it.
    void endOutput(const core::Outcome& outcome, core::Message written);

    // With the session's own in place of what is missing; nothing where there is no map.
    [[nodiscard]] std::optional<ExportRequest> completed(ExportRequest request) const;

    // map
    // Shows the projection that the view asks for, reading its geometry where it has not been read.
    void useProjection();
    void startReading(geo::ProjectionKind projection);
    void takeGeometry(const std::string& path, geo::ProjectionKind projection,
                      const core::Result<data::MapSource>& result);
    static bool sameCodes(const core::RegionCatalog& a, const core::RegionCatalog& b);
    void refreshMap();
    // Shows what differs from `before`, the map of the present being out of date where view or project do.
    void afterStep(const Snapshot& before);
    void change(State next);
    bool changeProject(core::Message label, const std::function<void(core::Project&)>& edit, std::string_view mergeKey);
    // Makes `next`, which differs from the present project, the present one.
    bool replaceProject(std::shared_ptr<const core::Project> next, core::Message label, std::string_view mergeKey);
    // A worker frees it, unless somebody else still holds it: a hundred thousand rows take longer than a frame may.
    void letGo(std::shared_ptr<const void> large);
    // A window left open overnight shows the new day, unless another one was chosen.
    void followToday();

    // projects
    // A project as a worker opened it. `path` is where it is saved; empty where nowhere yet.
    struct Opened {
        std::uint64_t request = 0;
        std::string path;
        core::Result<core::Project> project;
        std::optional<data::ProjectLock> lock; // nothing where the one held stays
        std::optional<data::FileStamp> stamp;
        std::shared_ptr<data::RecoveryCopy> copy; // that it was restored from
        bool quietly = false;                     // a failure is no notice
    };
    void startOpening(core::Message name, std::function<core::Result<core::Project>()> open, const std::string& path,
                      const std::shared_ptr<data::RecoveryCopy>& copy = nullptr, bool quietly = false);
    void takeProject(Opened& opened);
    void startSaving(Save save);
    struct Saved {
        std::shared_ptr<const core::Project> snapshot;
        std::uint64_t document = 0;
        std::string path;
        core::Outcome outcome = core::Nothing{};
        bool changedOnDisk = false;            // and therefore not saved
        std::optional<data::ProjectLock> lock; // of another file than the project's before
        std::optional<data::FileStamp> stamp;
    };
    void takeSaved(Saved& saved);

    // pages
    void startWriting(const core::Result<PageRun>& run, const PageTarget& target);

    // keeping
    void judgeReadOnly(const core::Result<core::Project>& opened);
    void keepCopy(); // or removes it, where there is nothing that is not saved
    void lookForAbandoned();
    void watchFile();
    void noticeDiskChange();

    ImportHost importHost();

    // settings
    [[nodiscard]] Settings settingsToRemember() const;
    void writeSettings();
};

} // namespace jejaring::session
