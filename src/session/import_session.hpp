// SPDX-License-Identifier: MIT
// Other people's tables on their way into the project: read, mapped, planned row by row and answered, and written by
// apply() alone, as one undo step. Several files come one after another.
#pragma once

#include "data/import/import_assets.hpp"
#include "data/import/import_plan.hpp"
#include "data/import/places.hpp"
#include "session/tasks.hpp"

#include <atomic>
#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace jejaring::session {

// What an import needs of the session that it belongs to. Main thread.
struct ImportHost {
    std::function<std::shared_ptr<const core::Project>()> project;
    std::function<std::shared_ptr<const core::RegionCatalog>()> regions; // null until boundaries are loaded
    std::function<const core::Message*()> readOnly;                      // null where the project can be changed
    // Puts what a plan came to in the project's place, as one step of undo.
    std::function<bool(core::Message label, std::shared_ptr<const core::Project> next)> replace;
    // Lets a worker free what takes long to free.
    std::function<void(std::shared_ptr<const void>)> letGo;
    std::function<void(core::Message)> notify;
    std::function<void()> changed; // the next frame looks different
};

// A plan and all it was made with. Immutable, but for what explain() keeps.
class PlannedImport {
  public:
    std::shared_ptr<const core::Project> base;
    std::shared_ptr<const data::TableFile> file;
    data::ImportMapping mapping;
    data::ImportAnswers answers;
    data::ImportPlan plan;

    // Every cell of a row that has a field. Main thread.
    [[nodiscard]] std::vector<data::CellFinding> explain(data::RowPlace place) const {
        return explainer_->explain(place);
    }

  private:
    friend class ImportSession;
    struct Means;
    std::shared_ptr<const Means> means_;
    std::optional<data::ImportContext> context_;
    std::unique_ptr<data::RowExplainer> explainer_;
};

// Main thread only, but for the work it hands to the queue.
class ImportSession {
  public:
    enum class Phase : std::uint8_t {
        idle,
        reading,
        failed, // the file cannot be read: failure()
        review, // the file is read; plan() follows
    };

    ImportSession(std::string assetsFolder, ImportHost host, TaskQueue& queue);
    ~ImportSession();
    ImportSession(const ImportSession&) = delete;
    ImportSession& operator=(const ImportSession&) = delete;

    // --- what the review reads --------------------------------------------------------------------------------
    [[nodiscard]] Phase phase() const { return phase_; }
    [[nodiscard]] const std::string& path() const { return path_; }
    [[nodiscard]] std::string name() const;                               // of the file, without folder
    [[nodiscard]] std::size_t waiting() const { return waiting_.size(); } // files that come after this one
    // Counts the files, so that a view knows when another one is on.
    [[nodiscard]] std::uint64_t serial() const { return serial_; }
    [[nodiscard]] const std::vector<core::Message>& failure() const {
        return failure_;
    } // of reading; none while it works
    [[nodiscard]] const std::vector<core::Message>& remarks() const { return remarks_; } // warnings of reading
    // In review: what will be planned with.
    [[nodiscard]] const std::shared_ptr<const data::TableFile>& file() const { return file_; }
    [[nodiscard]] const data::ImportMapping& mapping() const { return mapping_; }
    [[nodiscard]] const data::ImportAnswers& answers() const { return answers_; }
    [[nodiscard]] const std::shared_ptr<const core::RegionCatalog>& regions() const { return regions_; }
    // The last plan; it may be older than mapping and answers while planning(). Null before the first.
    [[nodiscard]] const std::shared_ptr<const PlannedImport>& plan() const { return planned_; }
    [[nodiscard]] bool planning() const { return planning_; }
    // Why there is no plan for the mapping as it is; empty where there is one.
    [[nodiscard]] const std::vector<core::Message>& planFailure() const { return planFailure_; }
    // Reading or planning, 0 to 1; negative where unknown.
    [[nodiscard]] double progress() const;
    // Rows that apply() would write.
    [[nodiscard]] std::size_t writable() const;
    // Why apply() can do nothing now; empty where it can.
    [[nodiscard]] std::optional<core::Message> obstacle() const;
    // The user has said something that ending the import would lose.
    [[nodiscard]] bool touched() const { return touched_; }

    // --- what the user does -----------------------------------------------------------------------------------
    // Reads the first; the others wait until it is applied or ended.
    void open(std::vector<std::string> paths);
    void chooseKind(std::size_t sheet, std::optional<data::ImportKind> kind);
    void chooseHeadings(std::size_t sheet, int first, int last);
    void chooseField(std::size_t sheet, int column, std::optional<data::ImportField> field);
    // Title of the visit, name and unit of the indicator, for rows that state none.
    void changeSheet(std::size_t sheet, const std::function<void(data::SheetMapping&)>& edit);
    // An empty code takes the answer back.
    void answerRegion(const std::string& key, const core::RegionCode& region);
    void answerConflict(const std::string& key, std::optional<data::ConflictAnswer> answer);
    void answerAllConflicts(std::optional<data::ConflictAnswer> answer);
    // Nothing: as it stands in the file.
    void correct(const data::CellPlace& cell, std::optional<std::string> text);
    void leaveOut(const data::RowPlace& row, bool out);
    // One undo step "Import {file}" and the next file. Where the project changed meanwhile, it is planned anew first
    // and applied where the same becomes of its rows. Does nothing where there is an obstacle().
    void apply();
    // Gives this file up and leaves the project as it was; the next one follows.
    void end();
    void endAll();
    // Writes what the plan says of every row: JSON, or a table where the name ends in ".csv". A worker does it.
    void saveReport(const std::string& path, bool overwrite);

    // Once a frame, before the queue's results are taken over and after: a task that was cancelled before it began
    // ends without a word.
    void beforeTakeOver();
    void afterTakeOver();

  private:
    using Means = PlannedImport::Means;
    struct Read;

    void next();
    void startReading();
    void takeRead(const Read& read);
    void change();
    void startPlanning();
    void takePlan(std::uint64_t request, core::Result<std::shared_ptr<const PlannedImport>> result);
    void write();
    void stopTasks();

    std::string assets_;
    ImportHost host_;
    TaskQueue& queue_;

    Phase phase_ = Phase::idle;
    std::deque<std::string> waiting_;
    std::string path_;
    std::uint64_t serial_ = 0;
    std::uint64_t request_ = 0; // the newest task's; older ones are dropped
    std::uint64_t task_ = 0;    // 0: none
    std::shared_ptr<std::atomic<bool>> stop_;
    std::uint64_t gone_ = 0; // the task, where it was no longer in the queue before results were taken over

    std::shared_ptr<const Means> means_;
    std::shared_ptr<const core::RegionCatalog> regions_;
    std::shared_ptr<const data::TableFile> file_;
    data::ImportMapping mapping_;
    data::ImportAnswers answers_;
    bool touched_ = false;
    std::vector<core::Message> failure_;
    std::vector<core::Message> remarks_;

    std::shared_ptr<const PlannedImport> planned_;
    std::vector<core::Message> planFailure_;
    bool planning_ = false;
    bool applyAfter_ = false; // once it is planned anew
};

} // namespace jejaring::session
