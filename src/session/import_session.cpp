// SPDX-License-Identifier: MIT
#include "session/import_session.hpp"

#include "core/phrase.hpp"
#include "data/clock.hpp"
#include "session/import_report_file.hpp"

#include <algorithm>
#include <filesystem>
#include <utility>

namespace jejaring::session {
namespace {

std::string fileName(const std::string& path) {
    return std::filesystem::path(path).filename().string();
}

} // namespace

// The program's lists and the world's cities, read once for all files.
struct PlannedImport::Means {
    data::ImportAssets assets;
    std::optional<data::PlaceFinder> places; // nothing where the package is missing
};

struct ImportSession::Read {
    std::uint64_t request = 0;
    std::shared_ptr<const Means> means;
    std::shared_ptr<const data::TableFile> file;
    data::ImportMapping mapping;
    std::vector<core::Message> messages; // with an error where there is no file
};

ImportSession::ImportSession(std::string assetsFolder, ImportHost host, TaskQueue& queue)
    : assets_(std::move(assetsFolder)), host_(std::move(host)), queue_(queue) {}

ImportSession::~ImportSession() {
    if (stop_)
        *stop_ = true;
}

std::string ImportSession::name() const {
    return fileName(path_);
}

double ImportSession::progress() const {
    for (const TaskStatus& status : queue_.running())
        if (status.id == task_)
            return status.progress;
    return -1;
}

std::size_t ImportSession::writable() const {
    return planned_ ? planned_->plan.count(data::RowOutcome::added) + planned_->plan.count(data::RowOutcome::updated)
                    : 0;
}

std::optional<core::Message> ImportSession::obstacle() const {
    if (phase_ != Phase::review)
        return core::note(JEJARING_TR("The file is not read yet."));
    if (const core::Message* reason = host_.readOnly())
        return *reason;
    if (!planFailure_.empty())
        return planFailure_.front();
    if (std::none_of(mapping_.sheets.begin(), mapping_.sheets.end(),
                     [](const data::SheetMapping& sheet) { return sheet.kind.has_value(); }))
        return core::note(JEJARING_TR("No sheet is chosen: say what the file holds."));
    if (planning_ || !planned_)
        return core::note(JEJARING_TR("The rows are being matched."));
    if (!planned_->plan.changes())
        return planned_->plan.open() > 0
                   ? core::note(JEJARING_TR("No row can be written yet: the rows want answers."))
                   : core::note(JEJARING_TR("Nothing is new: the project holds all of these rows already."));
    return std::nullopt;
}

void ImportSession::open(std::vector<std::string> paths) {
    for (std::string& path : paths)
        waiting_.push_back(std::move(path));
    if (phase_ == Phase::idle)
        next();
    host_.changed();
}

void ImportSession::stopTasks() {
    if (stop_)
        *stop_ = true;
    stop_.reset();
    if (task_ != 0)
        queue_.cancel(task_);
    task_ = 0;
    ++request_;
    planning_ = applyAfter_ = false;
}

void ImportSession::next() {
    stopTasks();
    ++serial_;
    phase_ = Phase::idle;
    // A hundred thousand rows take longer to free than a frame may.
    host_.letGo(std::exchange(file_, nullptr));
    host_.letGo(std::exchange(planned_, nullptr));
    mapping_ = {};
    answers_ = {};
    touched_ = false;
    failure_.clear();
    remarks_.clear();
    planFailure_.clear();
    path_.clear();
    host_.changed();
    if (waiting_.empty())
        return;
    path_ = std::move(waiting_.front());
    waiting_.pop_front();
    startReading();
}

void ImportSession::startReading() {
    phase_ = Phase::reading;
    regions_ = host_.regions();
    const std::shared_ptr<const core::Project> project = host_.project();
    const core::Message* const readOnly = host_.readOnly();
    if (project == nullptr)
        failure_ = {core::error(core::ErrorCode::notFound,
                                JEJARING_TR("No project is open: open one or make a new one, and import then."))};
    else if (readOnly != nullptr)
        failure_ = {*readOnly};
    else if (regions_ == nullptr)
        failure_ = {core::error(core::ErrorCode::missingBoundaries,
                                JEJARING_TR("The boundaries are not loaded: without them no row finds its region."))};
    if (!failure_.empty()) {
        phase_ = Phase::failed;
        return;
    }
    stop_ = std::make_shared<std::atomic<bool>>(false);
    task_ = queue_.start(
        core::note(JEJARING_TR("Reading {0}"), {name()}),
        [this, request = request_, path = path_, assets = assets_, known = means_, stop = stop_,
         memory = data::rememberedMappings(*project)](TaskContext& context) -> TaskQueue::Completion {
            auto read = std::make_shared<Read>();
            read->request = request;
            read->means = known;
            if (!known) {
                core::Result<data::ImportAssets> lists = data::readImportAssets(assets);
                read->messages = lists.messages();
                if (!lists)
                    return [this, read] { takeRead(*read); };
                core::Result<std::vector<data::Place>> places = data::readPlaces();
                if (!places)
                    read->messages.push_back(core::warning(JEJARING_TR("Places of cities are not known: {0}"),
                                                           {core::englishText(places.error())}));
                read->means = std::make_shared<const Means>(
                    Means{std::move(lists).value(),
                          places ? std::optional(data::PlaceFinder(std::move(places).value())) : std::nullopt});
            }
            core::Result<data::TableFile> table = data::readTableFile(
                path, [&context, &stop](double done) { return context.report(done) && !stop->load(); });
            read->messages.insert(read->messages.end(), table.messages().begin(), table.messages().end());
            if (table) {
                read->mapping = data::proposeMapping(table.value(), read->means->assets.headings, std::nullopt, memory);
                read->file = std::make_shared<const data::TableFile>(std::move(table).value());
            }
            return [this, read] { takeRead(*read); };
        });
}

void ImportSession::takeRead(const Read& read) {
    if (read.request != request_)
        return;
    task_ = 0;
    if (read.means)
        means_ = read.means;
    host_.changed();
    if (!read.file) {
        const bool cancelled = std::any_of(read.messages.begin(), read.messages.end(),
                                           [](const core::Message& m) { return m.code == core::ErrorCode::cancelled; });
        if (cancelled) {
            next();
            return;
        }
        phase_ = Phase::failed;
        failure_ = read.messages;
        // What went wrong stands first.
        std::stable_partition(failure_.begin(), failure_.end(),
                              [](const core::Message& m) { return m.severity == core::Severity::error; });
        return;
    }
    phase_ = Phase::review;
    file_ = read.file;
    mapping_ = read.mapping;
    remarks_ = read.messages;
    startPlanning();
}

void ImportSession::startPlanning() {
    if (task_ != 0 && stop_)
        *stop_ = true; // the newest one wins
    stop_ = std::make_shared<std::atomic<bool>>(false);
    const std::uint64_t request = ++request_;
    planning_ = true;
    planFailure_.clear();
    auto planned = std::make_shared<PlannedImport>();
    planned->base = host_.project();
    planned->file = file_;
    planned->mapping = mapping_;
    planned->answers = answers_;
    planned->means_ = means_;
    host_.changed();
    task_ = queue_.start(
        core::note(JEJARING_TR("Matching {0}"), {name()}),
        [this, request, planned, regions = regions_, stop = stop_](TaskContext& context) -> TaskQueue::Completion {
            const data::ImportAssets& lists = planned->means_->assets;
            // The regions live as long as the plan: the function holds them.
            planned->context_.emplace(data::ImportContext{
                *regions, lists.words, lists.countries, lists.aliases, data::nowInUtc(),
                [regions, &places = planned->means_->places](
                    const std::string& name, const std::string& country) -> std::optional<core::Coordinates> {
                    const data::Place* const place = places ? places->find(name, country) : nullptr;
                    return place == nullptr ? std::nullopt
                                            : std::optional(core::Coordinates{place->latitude, place->longitude});
                }});
            core::Result<data::ImportPlan> plan =
                data::planImport(*planned->base, *planned->file, planned->mapping, planned->answers, *planned->context_,
                                 [&context, &stop](double done) { return context.report(done) && !stop->load(); });
            if (!plan) {
                auto failed = std::make_shared<std::vector<core::Message>>(plan.messages());
                return [this, request, failed] {
                    takePlan(request, core::Result<std::shared_ptr<const PlannedImport>>::failure(*failed));
                };
            }
            planned->plan = std::move(plan).value();
            planned->explainer_ = std::make_unique<data::RowExplainer>(*planned->base, *planned->file, planned->mapping,
                                                                       planned->answers, *planned->context_);
            return [this, request, planned] { takePlan(request, std::shared_ptr<const PlannedImport>(planned)); };
        });
}

void ImportSession::takePlan(std::uint64_t request, core::Result<std::shared_ptr<const PlannedImport>> result) {
    if (request != request_) {
        if (result)
            host_.letGo(result.value());
        return;
    }
    task_ = 0;
    planning_ = false;
    host_.changed();
    if (result) {
        std::shared_ptr<const PlannedImport> seen = std::exchange(planned_, result.value());
        const bool alike = seen && seen->plan.counts == planned_->plan.counts;
        host_.letGo(std::move(seen));
        if (!std::exchange(applyAfter_, false) || obstacle())
            return;
        // What is written is what the user has seen.
        if (alike)
            write();
        else
            host_.notify(core::warning(
                JEJARING_TR("The project changed meanwhile, and other rows would be written: look at them again.")));
    } else if (result.error().code == core::ErrorCode::cancelled) {
        end(); // cancelled from outside the review
    } else {
        applyAfter_ = false;
        planFailure_ = result.messages();
        host_.letGo(std::exchange(planned_, nullptr));
    }
}

void ImportSession::change() {
    touched_ = true;
    startPlanning();
}

void ImportSession::changeSheet(std::size_t sheet, const std::function<void(data::SheetMapping&)>& edit) {
    if (sheet >= mapping_.sheets.size())
        return;
    edit(mapping_.sheets[sheet]);
    change();
}

void ImportSession::chooseKind(std::size_t sheet, std::optional<data::ImportKind> kind) {
    changeSheet(sheet, [&](data::SheetMapping& mapping) {
        if (!kind) {
            mapping.kind.reset();
            return;
        }
        const std::shared_ptr<const core::Project> project = host_.project();
        mapping = data::proposeSheet(*file_, mapping.index, means_->assets.headings, kind, mapping.headerFirst,
                                     mapping.headerLast,
                                     project ? data::rememberedMappings(*project) : data::MappingMemory{});
    });
}

void ImportSession::chooseHeadings(std::size_t sheet, int first, int last) {
    changeSheet(sheet, [&](data::SheetMapping& mapping) {
        const std::shared_ptr<const core::Project> project = host_.project();
        mapping = data::proposeSheet(*file_, mapping.index, means_->assets.headings, mapping.kind, first, last,
                                     project ? data::rememberedMappings(*project) : data::MappingMemory{});
    });
}

void ImportSession::chooseField(std::size_t sheet, int column, std::optional<data::ImportField> field) {
    changeSheet(sheet, [&](data::SheetMapping& mapping) { data::chooseField(*file_, mapping, column, field); });
}

void ImportSession::answerRegion(const std::string& key, const core::RegionCode& region) {
    if (region.empty())
        answers_.regions.erase(key);
    else
        answers_.regions[key] = region;
    change();
}

void ImportSession::answerConflict(const std::string& key, std::optional<data::ConflictAnswer> answer) {
    if (answer)
        answers_.conflicts[key] = *answer;
    else
        answers_.conflicts.erase(key);
    change();
}

void ImportSession::answerAllConflicts(std::optional<data::ConflictAnswer> answer) {
    answers_.allConflicts = answer;
    answers_.conflicts.clear();
    change();
}

void ImportSession::correct(const data::CellPlace& cell, std::optional<std::string> text) {
    if (text)
        answers_.cells[cell] = *text;
    else
        answers_.cells.erase(cell);
    change();
}

void ImportSession::leaveOut(const data::RowPlace& row, bool out) {
    if (out)
        answers_.leftOut.insert(row);
    else
        answers_.leftOut.erase(row);
    change();
}

void ImportSession::apply() {
    if (obstacle())
        return;
    if (planned_->base != host_.project()) {
        startPlanning();
        applyAfter_ = true;
        return;
    }
    write();
}

void ImportSession::write() {
    const data::ImportPlan& plan = planned_->plan;
    const auto count = [&plan](data::RowOutcome outcome) { return core::counted(plan.count(outcome)); };
    const std::vector<std::string> said{name(), count(data::RowOutcome::added), count(data::RowOutcome::updated),
                                        core::counted(plan.open())};
    if (!host_.replace(core::note(JEJARING_TR("Import {0}"), {name()}), plan.result))
        return;
    host_.notify(
        plan.open() == 0
            ? core::note(JEJARING_TR("{0} imported: {1} {1:row|rows} new, {2} updated."), said)
            : core::note(JEJARING_TR("{0} imported: {1} {1:row|rows} new, {2} updated, {3} left behind."), said));
    next();
}

void ImportSession::end() {
    next();
}

void ImportSession::endAll() {
    waiting_.clear();
    next();
}

void ImportSession::saveReport(const std::string& path, bool overwrite) {
    if (!planned_)
        return;
    queue_.start(core::note(JEJARING_TR("Writing {0}"), {fileName(path)}),
                 [this, path, overwrite, planned = planned_](TaskContext&) -> TaskQueue::Completion {
                     auto outcome = std::make_shared<core::Outcome>(
                         writeImportReportFile(*planned->file, planned->mapping, planned->plan, path, overwrite));
                     return [this, path, outcome] {
                         for (const core::Message& message : outcome->messages())
                             host_.notify(message);
                         if (*outcome)
                             host_.notify(core::note(JEJARING_TR("The report was written to {0}."), {path}));
                     };
                 });
}

void ImportSession::beforeTakeOver() {
    const std::vector<TaskStatus> running = queue_.running();
    const bool there =
        std::any_of(running.begin(), running.end(), [this](const TaskStatus& status) { return status.id == task_; });
    gone_ = there ? 0 : task_;
}

void ImportSession::afterTakeOver() {
    // It ended and left no result: it was cancelled before it began, or failed.
    if (gone_ != 0 && gone_ == task_)
        end();
}

} // namespace jejaring::session
