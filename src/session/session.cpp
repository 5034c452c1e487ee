// SPDX-License-Identifier: MIT
#include "session/session_implementation.hpp"

#include "data/project/project_store.hpp"
#include "data/project/sample.hpp"
#include "data/vocabulary.hpp"
#include "session/clipboard.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <utility>

namespace jejaring::session {
namespace {

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

Session::Session(Installation installation, SettingsStore settings, std::shared_ptr<const text::FontSet> fonts,
                 std::function<void()> wake)
    : implementation_(
          std::make_unique<Implementation>(std::move(installation), std::move(settings), std::move(fonts), wake)) {
    const core::Result<Settings> loaded = implementation_->store.load();
    if (loaded)
        implementation_->settings = loaded.value();
    implementation_->writtenSettings = implementation_->settings;
    implementation_->notifyAll(loaded.messages());
    implementation_->lookForAbandoned();
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
    return implementation_->history.project();
}
const std::shared_ptr<const geo::MapGeometry>& Session::geometry() const {
    return implementation_->source.geometry;
}
const std::string& Session::boundaryCredit() const {
    return implementation_->source.credit;
}
std::uint64_t Session::begun() const {
    return implementation_->begun;
}
const Opening& Session::opening() const {
    return implementation_->opening;
}
const std::string& Session::projectPath() const {
    return implementation_->projectPath;
}
bool Session::modified() const {
    return implementation_->history.project() != implementation_->unmodified;
}
bool Session::saving() const {
    return implementation_->saving;
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
const core::Message* Session::undoLabel() const {
    return implementation_->history.undoLabel();
}
const core::Message* Session::redoLabel() const {
    return implementation_->history.redoLabel();
}
core::Day Session::today() const {
    return implementation_->today;
}

void Session::newProject() {
    implementation_->startOpening(
        core::note(JEJARING_TR("Making a new project")),
        [assets = implementation_->installation.assets] { return emptyProject(assets); }, "");
}

void Session::openProject(const std::string& path, bool quietly) {
    // Recent projects must be found from any folder.
    std::error_code failure;
    const std::filesystem::path absolute = std::filesystem::absolute(path, failure);
    const std::string whole = failure ? path : absolute.lexically_normal().string();
    implementation_->startOpening(
        core::note(JEJARING_TR("Opening {0}"), {absolute.filename().string()}),
        [whole] { return data::openProject(whole, data::NewerSchema::read); }, whole, nullptr, quietly);
}

void Session::openSample() {
    implementation_->startOpening(
        core::note(JEJARING_TR("Opening the sample")),
        [assets = implementation_->installation.assets] { return data::sampleProject(assets); }, "");
}

void Session::saveProject() {
    if (!implementation_->projectPath.empty())
        implementation_->startSaving({implementation_->projectPath, true, false});
}

void Session::saveProjectAs(const std::string& path, bool overwrite) {
    implementation_->startSaving({withSuffix(path), overwrite, true});
}

void Session::changeWeights(const core::ImpactWeights& weights) {
    changeProject(
        core::note(JEJARING_TR("Weights of the index")),
        [&weights](core::Project& project) { project.weights = weights; }, "weights");
}

bool Session::changeProject(core::Message label, const std::function<void(core::Project&)>& edit,
                            std::string_view mergeKey) {
    return implementation_->changeProject(std::move(label), edit, mergeKey);
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

void Session::selectAll(std::vector<core::RegionIndex> regions) {
    State next = state();
    next.selection = std::move(regions);
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
    const Snapshot before = implementation_->history.snapshot();
    if (implementation_->history.undo())
        implementation_->afterStep(before);
}

void Session::redo() {
    const Snapshot before = implementation_->history.snapshot();
    if (implementation_->history.redo())
        implementation_->afterStep(before);
}

void Session::speak(text::Language language) {
    implementation_->rememberedLanguage = implementation_->settings.language;
    implementation_->settings.language = language;
    implementation_->changed = true;
}

void Session::changeSettings(const Settings& settings) {
    if (settings.language != implementation_->settings.language)
        implementation_->rememberedLanguage.reset(); // the user chose one
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

std::optional<ExportRequest> Session::Implementation::completed(ExportRequest request) const {
    if (request.map == nullptr)
        request.map = map;
    if (request.look.fonts == nullptr)
        request.look.fonts = fonts;
    if (request.picture.credit.empty())
        request.picture.credit = source.credit;
    if (request.map == nullptr)
        return std::nullopt; // nothing is shown that could be exported
    return request;
}

void Session::exportPicture(const ExportRequest& request) {
    const std::optional<ExportRequest> complete = implementation_->completed(request);
    if (!complete)
        return;
    implementation_->startOutput();
    implementation_->queue.start(
        core::note(JEJARING_TR("Exporting {0}"), {std::filesystem::path(complete->path).filename().string()}),
        [this, complete, shaders = implementation_->installation.shaders](TaskContext& context) {
            auto outcome = std::make_shared<core::Outcome>(
                writePicture(*complete, shaders, [&context](double progress) { return context.report(progress); }));
            return [this, path = complete->path, outcome] {
                implementation_->endOutput(*outcome,
                                           core::note(JEJARING_TR("The picture was written to {0}."), {path}));
            };
        });
}

void Session::copyPicture(const ExportRequest& request) {
    std::optional<ExportRequest> complete = implementation_->completed(request);
    if (!complete)
        return;
    complete->overwrite = true;
    implementation_->startOutput();
    implementation_->queue.start(
        core::note(JEJARING_TR("Copying the picture")),
        [this, complete, shaders = implementation_->installation.shaders](TaskContext& context) mutable {
            std::error_code failed;
            struct Removed {
                std::string folder;
                ~Removed() {
                    std::error_code ignored;
                    if (!folder.empty())
                        std::filesystem::remove_all(folder, ignored);
                }
            } removed;
            std::string folder = (std::filesystem::temp_directory_path(failed) / "jejaring-XXXXXX").string();
            auto outcome = std::make_shared<core::Outcome>(core::Nothing{});
            if (failed || ::mkdtemp(folder.data()) == nullptr) {
                *outcome =
                    core::error(core::ErrorCode::permissionDenied, JEJARING_TR("No permission to write {0}"), {folder});
            } else {
                removed.folder = folder;
                complete->path = folder + "/jejaring.png";
                *outcome =
                    writePicture(*complete, shaders, [&context](double progress) { return context.report(progress); });
                if (*outcome)
                    *outcome = copyPictureFile(complete->path);
            }
            return [this, outcome] {
                implementation_->endOutput(*outcome, core::note(JEJARING_TR("The picture is on the clipboard.")));
            };
        });
}

void Session::compute(std::function<TaskQueue::Completion()> work) {
    implementation_->quiet.start(
        core::note(""),
        [inside = implementation_.get(), work = std::move(work)](TaskContext&) -> TaskQueue::Completion {
            return [inside, take = work()] {
                if (take)
                    take();
                inside->changed = true;
            };
        });
}

void Session::letGo(std::shared_ptr<const void> large) {
    implementation_->letGo(std::move(large));
}

void Session::cancelTask(std::uint64_t id) {
    implementation_->queue.cancel(id);
}

bool Session::update() {
    implementation_->quiet.takeOver();
    implementation_->changed |= implementation_->pictures.takeOver();
    implementation_->changed |= implementation_->sheets.takeOver();
    implementation_->imports.beforeTakeOver();
    implementation_->queue.takeOver();
    implementation_->imports.afterTakeOver();
    implementation_->notifyAll(implementation_->autosaver.takeFailures());
    if (implementation_->watch.takeChange())
        implementation_->noticeDiskChange();
    implementation_->followToday();
    return std::exchange(implementation_->changed, false);
}

void Session::finishTasks() {
    implementation_->queue.drain();
    implementation_->quiet.drain();
    implementation_->pictures.finish();
    implementation_->sheets.finish();
    implementation_->autosaver.finish();
}

} // namespace jejaring::session
