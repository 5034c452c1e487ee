// SPDX-License-Identifier: MIT
#include "data/import/import_plan.hpp"

#include "core/id_table.hpp"
#include "data/import/import_fill.hpp"
#include "data/import/import_groups.hpp"
#include "data/import/import_kind.hpp"
#include "data/import/import_merge.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace jejaring::data {
namespace {

constexpr core::IdTable<RowOutcome, kRowOutcomeCount> kOutcomes{{{RowOutcome::added, "added"},
                                                                 {RowOutcome::updated, "updated"},
                                                                 {RowOutcome::unchanged, "unchanged"},
                                                                 {RowOutcome::duplicateInFile, "duplicate_in_file"},
                                                                 {RowOutcome::needsAnswer, "needs_answer"},
                                                                 {RowOutcome::rejected, "rejected"},
                                                                 {RowOutcome::leftOut, "left_out"},
                                                                 {RowOutcome::blank, "blank"},
                                                                 {RowOutcome::totals, "totals"},
                                                                 {RowOutcome::heading, "heading"},
                                                                 {RowOutcome::title, "title"},
                                                                 {RowOutcome::skipped, "skipped"}}};

RowOutcome outcomeOf(RowShape shape) {
    switch (shape) {
    case RowShape::blank:
        return RowOutcome::blank;
    case RowShape::totals:
        return RowOutcome::totals;
    case RowShape::heading:
        return RowOutcome::heading;
    case RowShape::title:
    case RowShape::data:
        break;
    }
    return RowOutcome::title;
}

std::unique_ptr<ImportKindRules> rulesFor(ImportKind kind, ImportDesk& desk) {
    switch (kind) {
    case ImportKind::agreements:
        return agreementRules(desk);
    case ImportKind::visits:
        return visitRules(desk);
    case ImportKind::stops:
        return stopRules(desk);
    case ImportKind::activities:
        return activityRules(desk);
    case ImportKind::indicators:
        return indicatorRules(desk);
    case ImportKind::risks:
        return riskRules(desk);
    }
    return nullptr;
}

// Cells of which nothing is to be said are not kept: a hundred thousand rows have a million of them.
void keepNoteworthy(RowPlan& plan) {
    plan.cells.erase(std::remove_if(plan.cells.begin(), plan.cells.end(),
                                    [](const CellFinding& cell) {
                                        return cell.flags.empty() && !cell.error && !cell.before && !cell.conflict;
                                    }),
                     plan.cells.end());
    plan.cells.shrink_to_fit();
    plan.regions.shrink_to_fit();
}

// Room for as many more, once: growing step by step takes up to three times as much while it copies.
template <class Row> void makeRoom(std::vector<Row>& rows, std::size_t more) {
    if (rows.capacity() - rows.size() < more)
        rows.reserve(rows.size() + more);
}

class Planner {
  public:
    Planner(const core::Project& base, const TableFile& file, const ImportMapping& mapping,
            const ImportAnswers& answers, const ImportContext& context, const TableProgress& progress)
        : file_(file), mapping_(mapping), answers_(answers), context_(context), progress_(progress),
          project_(std::make_shared<core::Project>(base)), desk_(*project_), tools_(base, answers, context) {
        for (const TableSheet& sheet : file.sheets)
            total_ += sheet.rows.size();
    }

    core::Result<ImportPlan> run(const core::Project& base) {
        std::vector<core::Message> problems;
        for (const SheetMapping& sheet : mapping_.sheets)
            for (core::Message& problem : mappingProblems(sheet))
                problems.push_back(std::move(problem));
        if (!problems.empty())
            return core::Result<ImportPlan>::failure(std::move(problems));
        std::vector<std::vector<RowPlan>> bySheet(file_.sheets.size());
        // Stops belong to visits that another sheet of the file may hold.
        for (const ImportKind kind : importKinds())
            for (const SheetMapping& sheet : mapping_.sheets)
                if (sheet.kind == kind && !importSheet(sheet, bySheet[sheet.index]))
                    return core::error(core::ErrorCode::cancelled, JEJARING_TR("Stopped; the project is as it was."));
        ImportPlan plan;
        for (std::size_t i = 0; i < bySheet.size(); ++i) {
            if (bySheet[i].empty())
                skip(i, bySheet[i]);
            if (plan.rows.empty())
                plan.rows = std::exchange(bySheet[i], {});
            else
                std::move(bySheet[i].begin(), bySheet[i].end(), std::back_inserter(plan.rows));
            bySheet[i] = {};
        }
        for (std::optional<KindImport>& kind : kinds_)
            if (kind)
                for (core::Message& message : kind->rules->finish())
                    plan.messages.push_back(std::move(message));
        for (const RowPlan& row : plan.rows)
            ++plan.counts[static_cast<std::size_t>(row.outcome)];
        if (plan.count(RowOutcome::added) + plan.count(RowOutcome::updated) + plan.count(RowOutcome::unchanged) > 0) {
            keepAnswers(plan);
            rememberMapping(mapping_, *project_);
        }
        plan.changed = plan.count(RowOutcome::added) + plan.count(RowOutcome::updated) > 0 ||
                       project_->aliases != base.aliases || project_->settings != base.settings;
        countAdded(base, plan);
        if (progress_ && !progress_(1.0))
            return core::error(core::ErrorCode::cancelled, JEJARING_TR("Stopped; the project is as it was."));
        plan.result = project_;
        return plan;
    }

  private:
    struct KindImport {
        std::unique_ptr<ImportKindRules> rules;
        std::unique_ptr<RowMerger> merger;
    };

    KindImport& importOf(ImportKind kind) {
        std::optional<KindImport>& import = kinds_[static_cast<std::size_t>(kind)];
        if (!import) {
            import.emplace();
            import->rules = rulesFor(kind, desk_);
            import->merger = std::make_unique<RowMerger>(*import->rules, *project_, file_.name, answers_, context_.now);
        }
        return *import;
    }

    // Every so many rows; false asks to stop.
    bool goesOn() {
        constexpr std::size_t kBetween = 256;
        return !progress_ || ++done_ % kBetween != 0 ||
               progress_(0.98 * static_cast<double>(done_) / static_cast<double>(std::max<std::size_t>(total_, 1)));
    }

    bool importSheet(const SheetMapping& mapping, std::vector<RowPlan>& plans) {
        const TableSheet& sheet = file_.sheets[mapping.index];
        KindImport& import = importOf(*mapping.kind);
        const FieldColumns columns(mapping);
        const RowShapes shapes(sheet, mapping);
        FillDown fill(sheet, mapping, answers_);
        import.merger->begin(sheet.name);
        if (mapping.kind == ImportKind::agreements)
            makeRoom(project_->agreements, sheet.rows.size());
        else if (mapping.kind == ImportKind::indicators)
            makeRoom(project_->indicatorValues, sheet.rows.size());
        plans.reserve(sheet.rows.size());
        ProvinceGroups groups(sheet, mapping, shapes, tools_);
        struct Later {
            std::size_t index;
            FilledCells filled;
            core::RegionCode group;
        };
        std::vector<Later> later; // rows that may be known ones with other keys
        for (std::size_t i = 0; i < sheet.rows.size(); ++i) {
            if (!goesOn())
                return false;
            const TableRow& row = sheet.rows[i];
            RowPlan plan;
            plan.place = {mapping.index, row.number};
            const RowShape shape = shapes.of(row);
            const bool isLeftOut = answers_.leftOut.contains(plan.place);
            const bool isGroup = !isLeftOut && groups.next(row);
            FilledCells filled = shape == RowShape::data ? fill.next(row) : FilledCells{};
            if (isLeftOut)
                plan.outcome = RowOutcome::leftOut;
            else if (isGroup)
                nameGroup(plan, groups.province());
            else if (shape != RowShape::data)
                plan.outcome = outcomeOf(shape);
            else if (!importRow(import, mapping, columns, row, filled, groups.province(), plan, true))
                later.push_back({i, std::move(filled), groups.province()});
            plans.push_back(std::move(plan));
        }
        import.merger->matchLater();
        for (const auto& [index, filled, group] : later) {
            if (!goesOn())
                return false;
            RowPlan plan;
            plan.place = plans[index].place;
            importRow(import, mapping, columns, sheet.rows[index], filled, group, plan, false);
            plans[index] = std::move(plan);
        }
        return true;
    }

    void nameGroup(RowPlan& plan, const core::RegionCode& province) const {
        plan.outcome = RowOutcome::title;
        if (province.empty())
            plan.messages.push_back(core::note(JEJARING_TR("The province named above does not count from here on")));
        else
            plan.messages.push_back(
                core::note(JEJARING_TR("The rows below are taken to lie in {0} where a name alone does not say it"),
                           {tools_.shown(province)}));
    }

    // False where the row has to wait until it is known which others are in the project already.
    bool importRow(KindImport& import, const SheetMapping& mapping, const FieldColumns& columns, const TableRow& row,
                   const FilledCells& filled, const core::RegionCode& group, RowPlan& plan, bool mayWait) {
        ImportRow reader(tools_, mapping, columns, row, plan.place, filled, group);
        std::optional<UncorrectedRow> uncorrected;
        if (reader.isCorrected()) {
            ImportRow original(tools_, mapping, columns, row, plan.place, filled, group);
            original.readAsItStands();
            import.rules->read(original);
            const bool isEntry = !original.rejected && !original.needsAnswer;
            uncorrected = UncorrectedRow{isEntry ? import.merger->keyOf() : "", import.rules->parts()};
        }
        import.rules->read(reader);
        reader.tellFilled();
        plan.key = import.merger->keyOf();
        plan.cells = std::move(reader.cells);
        plan.regions = std::move(reader.readings);
        plan.messages = std::move(reader.messages);
        bool settled = true;
        if (reader.needsAnswer)
            plan.outcome = RowOutcome::needsAnswer;
        else if (reader.rejected)
            plan.outcome = RowOutcome::rejected;
        else
            settled = import.merger->merge(plan, mayWait, uncorrected);
        keepNoteworthy(plan);
        return settled;
    }

    void skip(std::size_t index, std::vector<RowPlan>& plans) const {
        for (const TableRow& row : file_.sheets[index].rows) {
            RowPlan plan;
            plan.place = {index, row.number};
            plans.push_back(std::move(plan));
        }
    }

    // What the user said of a region is kept for the next time.
    void keepAnswers(const ImportPlan& plan) {
        std::set<std::string> used;
        for (const RowPlan& row : plan.rows)
            for (const RegionReading& reading : row.regions)
                if (reading.finding.match == RegionMatch::answer)
                    used.insert(reading.finding.key);
        for (const std::string& key : used) {
            const auto answer = answers_.regions.find(key);
            if (answer == answers_.regions.end())
                continue;
            const auto known = std::find_if(project_->aliases.begin(), project_->aliases.end(),
                                            [&](const core::RegionAlias& alias) { return alias.alias == key; });
            if (known == project_->aliases.end())
                project_->aliases.push_back({key, answer->second, file_.name});
            else
                known->region = answer->second;
        }
    }

    void countAdded(const core::Project& base, ImportPlan& plan) const {
        const auto count = [&](const char* table, std::size_t before, std::size_t after) {
            if (after > before)
                plan.addedByTable[table] = after - before;
        };
        const auto stops = [](const core::Project& project) {
            std::size_t all = 0;
            for (const core::Visit& visit : project.visits)
                all += visit.stops.size();
            return all;
        };
        count("sources", base.sources.size(), project_->sources.size());
        count("partners", base.partners.size(), project_->partners.size());
        count("agreements", base.agreements.size(), project_->agreements.size());
        count("visits", base.visits.size(), project_->visits.size());
        count("stops", stops(base), stops(*project_));
        count("follow_ups", base.followUps.size(), project_->followUps.size());
        count("activities", base.activities.size(), project_->activities.size());
        count("indicators", base.indicators.size(), project_->indicators.size());
        count("indicator_values", base.indicatorValues.size(), project_->indicatorValues.size());
        count("risks", base.risks.size(), project_->risks.size());
        count("region_aliases", base.aliases.size(), project_->aliases.size());
    }

    const TableFile& file_;
    const ImportMapping& mapping_;
    const ImportAnswers& answers_;
    const ImportContext& context_;
    const TableProgress& progress_;
    std::shared_ptr<core::Project> project_;
    ImportDesk desk_;
    ReadingTools tools_;
    std::array<std::optional<KindImport>, 6> kinds_;
    std::size_t total_ = 0;
    std::size_t done_ = 0;
};

} // namespace

std::string_view rowOutcomeId(RowOutcome outcome) {
    return core::idOf(kOutcomes, outcome);
}

const char* rowOutcomeLabel(RowOutcome outcome) {
    switch (outcome) {
    case RowOutcome::added:
        return JEJARING_TR("added");
    case RowOutcome::updated:
        return JEJARING_TR("updated");
    case RowOutcome::unchanged:
        return JEJARING_TR("unchanged");
    case RowOutcome::duplicateInFile:
        return JEJARING_TR("twice in the file");
    case RowOutcome::needsAnswer:
        return JEJARING_TR("wants an answer");
    case RowOutcome::rejected:
        return JEJARING_TR("not understood");
    case RowOutcome::leftOut:
        return JEJARING_TR("left out");
    case RowOutcome::blank:
        return JEJARING_TR("blank");
    case RowOutcome::totals:
        return JEJARING_TR("totals");
    case RowOutcome::heading:
        return JEJARING_TR("headings");
    case RowOutcome::title:
        return JEJARING_TR("title or remark");
    case RowOutcome::skipped:
        return JEJARING_TR("of a sheet that is skipped");
    }
    return "";
}

core::Result<ImportPlan> planImport(const core::Project& base, const TableFile& file, const ImportMapping& mapping,
                                    const ImportAnswers& answers, const ImportContext& context,
                                    const TableProgress& progress) {
    return Planner(base, file, mapping, answers, context, progress).run(base);
}

struct RowExplainer::Implementation {
    Implementation(const core::Project& base, const TableFile& table, const ImportMapping& of,
                   const ImportAnswers& given, const ImportContext& context)
        : file(table), mapping(of), answers(given), tools(base, given, context), desk(scratch) {
        // Reading needs no more of a project than its stages.
        scratch.stages = base.stages;
        for (const SheetMapping& sheet : mapping.sheets)
            if (sheet.kind && sheet.index < file.sheets.size())
                groups[sheet.index] = provincesOfRows(file.sheets[sheet.index], sheet,
                                                      RowShapes(file.sheets[sheet.index], sheet), answers, tools);
    }

    const TableFile& file;
    const ImportMapping& mapping;
    const ImportAnswers& answers;
    core::Project scratch;
    ReadingTools tools;
    ImportDesk desk;
    std::map<std::size_t, std::vector<core::RegionCode>> groups; // of the rows, by sheet
};

RowExplainer::RowExplainer(const core::Project& base, const TableFile& file, const ImportMapping& mapping,
                           const ImportAnswers& answers, const ImportContext& context)
    : implementation_(std::make_unique<Implementation>(base, file, mapping, answers, context)) {}
RowExplainer::~RowExplainer() = default;
RowExplainer::RowExplainer(RowExplainer&&) noexcept = default;
RowExplainer& RowExplainer::operator=(RowExplainer&&) noexcept = default;

std::vector<CellFinding> RowExplainer::explain(RowPlace place) const {
    Implementation& own = *implementation_;
    const auto mapping = std::find_if(own.mapping.sheets.begin(), own.mapping.sheets.end(),
                                      [&](const SheetMapping& sheet) { return sheet.index == place.sheet; });
    if (mapping == own.mapping.sheets.end() || !mapping->kind || place.sheet >= own.file.sheets.size())
        return {};
    const TableSheet& sheet = own.file.sheets[place.sheet];
    const auto row = std::lower_bound(sheet.rows.begin(), sheet.rows.end(), place.row,
                                      [](const TableRow& a, int number) { return a.number < number; });
    const RowShapes shapes(sheet, *mapping);
    if (row == sheet.rows.end() || row->number != place.row || shapes.of(*row) != RowShape::data)
        return {};
    const FieldColumns columns(*mapping);
    const auto index = static_cast<std::size_t>(row - sheet.rows.begin());
    ImportRow reader(own.tools, *mapping, columns, *row, place,
                     filledCells(sheet, *mapping, shapes, own.answers, index), own.groups.at(mapping->index)[index]);
    rulesFor(*mapping->kind, own.desk)->read(reader);
    reader.tellFilled();
    return std::move(reader.cells);
}

} // namespace jejaring::data
