// SPDX-License-Identifier: MIT
#include "session/session.hpp"

#include "data/map_source.hpp"
#include "data/project_store.hpp"
#include "data/sample.hpp"
#include "data/vocabulary.hpp"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <filesystem>
#include <map>

namespace jejaring::session {
namespace {

// Notices shown at once; older ones stay in the log.
constexpr std::size_t kMostNotices = 4;
// Beyond this many agreements classes are computed by a worker: below it takes less than half a frame.
constexpr std::size_t kMostPreparedAtOnce = 2000;

spdlog::level::level_enum levelOf(core::Severity severity) {
    switch (severity) {
    case core::Severity::note:
        return spdlog::level::info;
    case core::Severity::warning:
        return spdlog::level::warn;
    case core::Severity::error:
        break;
    }
    return spdlog::level::err;
}

std::string withSuffix(const std::string& path) {
    return path.ends_with(data::kProjectSuffix) ? path : path + std::string(data::kProjectSuffix);
}

core::Result<core::Project> emptyProject(const std::string& assets) {
    core::Result<data::Vocabulary> vocabulary = data::readVocabulary(assets);
    if (!vocabulary)
        return core::Result<core::Project>::failure(vocabulary.messages());
    core::Project project;
    project.stages = vocabulary.value().stages;
    project.sectors = vocabulary.value().sectors;
    project.progress = vocabulary.value().progress;
    return {std::move(project), vocabulary.messages()};
}

} // namespace

struct Session::Implementation {
    Installation installation;
    SettingsStore store;
    std::shared_ptr<const text::FontSet> fonts;

    Settings settings;
    Settings writtenSettings;
    bool writingSettings = false;

    History history;
    core::Day today = core::today();
    std::shared_ptr<const core::Project> project;
    std::string projectPath;
    bool modified = false;
    std::uint64_t projectRequest = 0; // the last one asked for
    std::uint64_t document = 0;       // the request that `project` came by

    std::string boundaries;
    std::map<geo::ProjectionKind, data::MapSource> sources; // of `boundaries`
    std::vector<geo::ProjectionKind> loading;
    data::MapSource source; // the one shown
    std::shared_ptr<const scene::MapData> map;
    std::uint64_t mapRequest = 0;

    bool saving = false;
    struct Save {
        std::string path;
        bool overwrite = false;
    };
    std::vector<Save> waitingSaves;

    std::vector<Notice> notices;
    std::uint64_t lastNotice = 0;
    std::optional<FlightRequest> flight;
    bool changed = false; // since the last update()

    TaskQueue quiet; // what the user need not see
    TaskQueue queue; // last, so that its workers end first

    Implementation(Installation where, SettingsStore settingsStore, std::shared_ptr<const text::FontSet> fontSet,
                   const std::function<void()>& wake)
        : installation(std::move(where)), store(std::move(settingsStore)), fonts(std::move(fontSet)), quiet(wake, 1),
          queue(wake) {
        const auto failed = [this](core::Message message) { notify(std::move(message)); };
        quiet.onFailure(failed);
        queue.onFailure(failed);
    }
    ~Implementation() { quiet.drain(); } // the settings are written
    Implementation(const Implementation&) = delete;
    Implementation& operator=(const Implementation&) = delete;

    // --- notices ------------------------------------------------------------------------------------------------
    void notify(core::Message message) {
        spdlog::log(levelOf(message.severity), "{}", core::englishText(message));
        std::erase_if(notices, [&](const Notice& n) {
            return n.message.id == message.id && n.message.arguments == message.arguments;
        });
        notices.push_back({std::move(message), ++lastNotice});
        if (notices.size() > kMostNotices)
            notices.erase(notices.begin());
        changed = true;
    }

    // Shows the first ones, errors before others, and says how many more the log has.
    void notifyAll(std::vector<core::Message> messages) {
        std::stable_partition(messages.begin(), messages.end(),
                              [](const core::Message& m) { return m.severity == core::Severity::error; });
        constexpr std::size_t kShown = 2;
        for (std::size_t i = 0; i < messages.size(); ++i) {
            if (i < kShown || messages.size() == kShown + 1)
                notify(messages[i]);
            else
                spdlog::log(levelOf(messages[i].severity), "{}", core::englishText(messages[i]));
        }
        if (messages.size() > kShown + 1)
            notify(core::warning(JEJARING_TR("{0} more messages are in the log."),
                                 {std::to_string(messages.size() - kShown)}));
    }

    // --- map ----------------------------------------------------------------------------------------------------
    // Shows the projection that the view asks for, reading its geometry where it has not been read.
    void useProjection() {
        const geo::ProjectionKind projection = history.present().view.projection;
        if (source.geometry != nullptr && source.geometry->projection() == projection)
            return;
        if (const auto found = sources.find(projection); found != sources.end()) {
            source = found->second;
            refreshMap();
            return;
        }
        if (!boundaries.empty() && std::find(loading.begin(), loading.end(), projection) == loading.end())
            startReading(projection);
    }

    void startReading(geo::ProjectionKind projection) {
        loading.push_back(projection);
        queue.start(
            core::note(JEJARING_TR("Reading the boundaries")),
            [this, path = boundaries, projection](TaskContext& context) -> TaskQueue::Completion {
                auto result = std::make_shared<core::Result<data::MapSource>>(data::loadMapGeometry(
                    path, projection, [&context](double progress) { return context.report(progress); }));
                return [this, path, projection, result] { takeGeometry(path, projection, *result); };
            },
            true);
    }

    void takeGeometry(const std::string& path, geo::ProjectionKind projection,
                      const core::Result<data::MapSource>& result) {
        if (path != boundaries)
            return; // others were asked for meanwhile
        std::erase(loading, projection);
        notifyAll(result.messages());
        if (!result)
            return;
        const bool first = source.geometry == nullptr;
        const bool sameRegions = !first && sameCodes(source.geometry->catalog(), result.value().geometry->catalog());
        sources.insert_or_assign(projection, result.value());
        if (projection != history.present().view.projection)
            return;
        if (!first && !sameRegions) // choices name regions by their place in the catalog
            history.restart(withoutRegions(history.present()));
        source = result.value();
        refreshMap();
        changed = true;
    }

    static bool sameCodes(const core::RegionCatalog& a, const core::RegionCatalog& b) {
        return std::equal(a.regions().begin(), a.regions().end(), b.regions().begin(), b.regions().end(),
                          [](const core::Region& x, const core::Region& y) { return x.code == y.code; });
    }

    static State withoutRegions(State state) {
        state.selection.clear();
        return state;
    }

    void refreshMap() {
        const std::uint64_t request = ++mapRequest;
        if (project == nullptr || source.geometry == nullptr) {
            map = nullptr;
            return;
        }
        changed = true;
        const scene::MapView& view = history.present().view;
        if (project->agreements.size() <= kMostPreparedAtOnce) {
            map = scene::prepare(project, source.geometry, view, today);
            return;
        }
        quiet.start(core::note(""),
                    [this, request, from = project, geometry = source.geometry, view,
                     day = today](TaskContext&) -> TaskQueue::Completion {
                        return [this, request, prepared = scene::prepare(from, geometry, view, day)] {
                            if (request != mapRequest)
                                return;
                            map = prepared;
                            changed = true;
                        };
                    });
    }

    void afterStep(const scene::MapView& before) {
        changed = true;
        if (history.present().view == before)
            return;
        useProjection();
        if (map == nullptr || !(map->view == history.present().view))
            refreshMap();
    }

    void change(State next) {
        const scene::MapView before = history.present().view;
        if (history.change(std::move(next)))
            afterStep(before);
    }

    // A window left open overnight shows the new day, unless another one was chosen.
    void followToday() {
        const core::Day now = core::today();
        if (now == today)
            return;
        const bool follows = history.present().view.date == today;
        today = now;
        if (follows) {
            State state = history.present();
            state.view.date = now;
            history.amend(std::move(state));
        }
        refreshMap();
    }

    // --- projects -----------------------------------------------------------------------------------------------
    void startOpening(core::Message name, std::function<core::Result<core::Project>()> open, const std::string& path) {
        const std::uint64_t request = ++projectRequest;
        queue.start(std::move(name),
                    [this, request, path, open = std::move(open)](TaskContext&) -> TaskQueue::Completion {
                        auto result = std::make_shared<core::Result<core::Project>>(open());
                        return [this, request, path, result] { takeProject(request, path, *result); };
                    });
    }

    void takeProject(std::uint64_t request, const std::string& path, core::Result<core::Project>& result) {
        if (request != projectRequest)
            return;
        notifyAll(result.messages());
        if (!result) {
            if (!path.empty() && result.error().code == core::ErrorCode::notFound) {
                forgetProject(settings, path);
                writeSettings();
            }
            return;
        }
        project = std::make_shared<const core::Project>(std::move(result).value());
        projectPath = path;
        modified = false;
        document = request;
        if (!path.empty()) {
            rememberProject(settings, path);
            writeSettings();
        }
        // What the old project's facts meant means nothing in the new one.
        State state;
        state.view = history.present().view;
        state.view.filter = {};
        state.selection = history.present().selection;
        history.restart(std::move(state));
        refreshMap();
        changed = true;
    }

    void startSaving(Save save) {
        if (project == nullptr)
            return;
        if (saving) {
            waitingSaves.push_back(std::move(save));
            return;
        }
        saving = true;
        const auto overwrite = save.overwrite ? data::Overwrite::yes : data::Overwrite::no;
        queue.start(
            core::note(JEJARING_TR("Saving {0}"), {std::filesystem::path(save.path).filename().string()}),
            [this, snapshot = project, from = document, path = save.path, overwrite](TaskContext&) {
                auto outcome = std::make_shared<core::Outcome>(data::saveProject(*snapshot, path, overwrite));
                return [this, snapshot, from, path, outcome] { takeSaved(snapshot, from, path, *outcome); };
            },
            false);
    }

    void takeSaved(const std::shared_ptr<const core::Project>& snapshot, std::uint64_t savedDocument,
                   const std::string& path, const core::Outcome& outcome) {
        saving = false;
        notifyAll(outcome.messages());
        if (outcome) {
            notify(core::note(JEJARING_TR("Saved as {0}."), {path}));
            rememberProject(settings, path);
            writeSettings();
            if (savedDocument == document) // else another project was opened meanwhile
                projectPath = path;
            if (snapshot == project)
                modified = false;
        }
        if (!waitingSaves.empty()) {
            Save next = std::move(waitingSaves.front());
            waitingSaves.erase(waitingSaves.begin());
            startSaving(std::move(next));
        }
        changed = true;
    }

    // --- settings -----------------------------------------------------------------------------------------------
    void writeSettings() {
        if (writingSettings || settings == writtenSettings)
            return;
        writingSettings = true;
        writtenSettings = settings;
        quiet.start(
            core::note(""),
            [this, snapshot = settings](TaskContext&) -> TaskQueue::Completion {
                auto outcome = std::make_shared<core::Outcome>(store.save(snapshot));
                return [this, outcome] {
                    writingSettings = false;
                    notifyAll(outcome->messages());
                    writeSettings(); // what changed meanwhile
                };
            },
            false);
    }
};

Session::Session(Installation installation, SettingsStore settings, std::shared_ptr<const text::FontSet> fonts,
                 std::function<void()> wake)
    : implementation_(
          std::make_unique<Implementation>(std::move(installation), std::move(settings), std::move(fonts), wake)) {
    const core::Result<Settings> loaded = implementation_->store.load();
    if (loaded)
        implementation_->settings = loaded.value();
    implementation_->writtenSettings = implementation_->settings;
    implementation_->notifyAll(loaded.messages());
}

Session::~Session() = default;

const State& Session::state() const {
    return implementation_->history.present();
}
const Settings& Session::settings() const {
    return implementation_->settings;
}
const std::shared_ptr<const scene::MapData>& Session::map() const {
    return implementation_->map;
}
const std::shared_ptr<const core::Project>& Session::project() const {
    return implementation_->project;
}
const std::shared_ptr<const geo::MapGeometry>& Session::geometry() const {
    return implementation_->source.geometry;
}
const std::string& Session::boundaryCredit() const {
    return implementation_->source.credit;
}
const std::string& Session::projectPath() const {
    return implementation_->projectPath;
}
bool Session::modified() const {
    return implementation_->modified;
}
const std::vector<Notice>& Session::notices() const {
    return implementation_->notices;
}
std::vector<TaskStatus> Session::tasks() const {
    return implementation_->queue.running();
}
bool Session::canUndo() const {
    return implementation_->history.canUndo();
}
bool Session::canRedo() const {
    return implementation_->history.canRedo();
}
core::Day Session::today() const {
    return implementation_->today;
}

void Session::loadBoundaries(const std::string& path) {
    implementation_->boundaries = path;
    implementation_->sources.clear();
    implementation_->loading.clear();
    implementation_->startReading(implementation_->history.present().view.projection);
}

void Session::newProject() {
    implementation_->startOpening(
        core::note(JEJARING_TR("Making a new project")),
        [assets = implementation_->installation.assets] { return emptyProject(assets); }, "");
}

void Session::openProject(const std::string& path) {
    // Recent projects must be found from any folder.
    std::error_code failure;
    const std::filesystem::path absolute = std::filesystem::absolute(path, failure);
    const std::string whole = failure ? path : absolute.lexically_normal().string();
    implementation_->startOpening(
        core::note(JEJARING_TR("Opening {0}"), {absolute.filename().string()}),
        [whole] { return data::openProject(whole); }, whole);
}

void Session::openSample() {
    implementation_->startOpening(
        core::note(JEJARING_TR("Opening the sample")),
        [assets = implementation_->installation.assets] { return data::sampleProject(assets); }, "");
}

void Session::saveProject() {
    if (!implementation_->projectPath.empty())
        implementation_->startSaving({implementation_->projectPath, true});
}

void Session::saveProjectAs(const std::string& path, bool overwrite) {
    implementation_->startSaving({withSuffix(path), overwrite});
}

void Session::changeWeights(const core::ImpactWeights& weights) {
    if (implementation_->project == nullptr || implementation_->project->weights == weights)
        return;
    auto next = std::make_shared<core::Project>(*implementation_->project);
    next->weights = weights;
    implementation_->project = std::move(next);
    implementation_->modified = true;
    implementation_->refreshMap();
}

void Session::setView(const scene::MapView& view) {
    State next = state();
    next.view = view;
    implementation_->change(std::move(next));
}

void Session::select(core::RegionIndex region, bool add) {
    if (region == core::kNoRegion)
        return;
    State next = state();
    const auto found = std::find(next.selection.begin(), next.selection.end(), region);
    if (!add)
        next.selection = {region};
    else if (found != next.selection.end())
        next.selection.erase(found); // a second Shift click takes it out again
    else
        next.selection.push_back(region);
    implementation_->change(std::move(next));
}

void Session::clearSelection() {
    State next = state();
    next.selection.clear();
    next.agreementId.clear();
    implementation_->change(std::move(next));
}

void Session::chooseVisit(const std::string& visitId) {
    State next = state();
    next.visitId = visitId;
    implementation_->change(std::move(next));
}

void Session::chooseAgreement(const std::string& agreementId) {
    State next = state();
    next.agreementId = agreementId;
    implementation_->change(std::move(next));
}

void Session::fly(const FlightRequest& request) {
    implementation_->flight = request;
    implementation_->changed = true;
}

std::optional<FlightRequest> Session::takeFlight() {
    return std::exchange(implementation_->flight, std::nullopt);
}

void Session::undo() {
    const scene::MapView before = state().view;
    if (implementation_->history.undo())
        implementation_->afterStep(before);
}

void Session::redo() {
    const scene::MapView before = state().view;
    if (implementation_->history.redo())
        implementation_->afterStep(before);
}

void Session::changeSettings(const Settings& settings) {
    implementation_->settings = settings;
    implementation_->writeSettings();
}

void Session::notify(core::Message message) {
    implementation_->notify(std::move(message));
}

void Session::dismissNotice(std::uint64_t serial) {
    std::erase_if(implementation_->notices, [serial](const Notice& notice) { return notice.serial == serial; });
    implementation_->changed = true;
}

void Session::exportPicture(const ExportRequest& request) {
    ExportRequest complete = request;
    if (complete.map == nullptr)
        complete.map = implementation_->map;
    if (complete.look.fonts == nullptr)
        complete.look.fonts = implementation_->fonts;
    if (complete.picture.credit.empty())
        complete.picture.credit = implementation_->source.credit;
    if (complete.map == nullptr)
        return; // nothing is shown that could be exported
    implementation_->queue.start(
        core::note(JEJARING_TR("Exporting {0}"), {std::filesystem::path(complete.path).filename().string()}),
        [this, complete, shaders = implementation_->installation.shaders](TaskContext& context) {
            auto outcome = std::make_shared<core::Outcome>(
                writePicture(complete, shaders, [&context](double progress) { return context.report(progress); }));
            return [this, path = complete.path, outcome] {
                const bool cancelled = !*outcome && outcome->error().code == core::ErrorCode::cancelled;
                if (!cancelled)
                    implementation_->notifyAll(outcome->messages());
                if (*outcome)
                    notify(core::note(JEJARING_TR("The picture was written to {0}."), {path}));
            };
        });
}

void Session::cancelTask(std::uint64_t id) {
    implementation_->queue.cancel(id);
}

bool Session::update() {
    implementation_->quiet.takeOver();
    implementation_->queue.takeOver();
    implementation_->followToday();
    return std::exchange(implementation_->changed, false);
}

void Session::finishTasks() {
    implementation_->queue.drain();
    implementation_->quiet.drain();
}

} // namespace jejaring::session
