// SPDX-License-Identifier: MIT
// jejaring import
#include "app/commands.hpp"
#include "data/boundary/map_source.hpp"
#include "data/clock.hpp"
#include "data/import/import_assets.hpp"
#include "data/import/import_report.hpp"
#include "data/import/places.hpp"
#include "data/project/project_lock.hpp"
#include "data/project/project_store.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace jejaring::app {
namespace {

// A line for each tenth of the way through what takes longer than a moment.
class ProgressLines {
  public:
    ProgressLines(const Console& console, std::string_view step, const std::string& file)
        : console_(console), step_(step), file_(file) {}
    bool operator()(double share) {
        constexpr auto kMoment = std::chrono::seconds(1);
        const auto now = std::chrono::steady_clock::now();
        if (now - last_ > kMoment && share < 1) {
            last_ = now;
            console_.progress(fmt::format("{:3.0f} %  {}", share * 100, console_.tr(step_, {file_})));
        }
        return !stopRequested();
    }

  private:
    const Console& console_;
    std::string_view step_;
    std::string file_;
    std::chrono::steady_clock::time_point last_ = std::chrono::steady_clock::now();
};

struct Prepared {
    data::TableFile table;
    data::ImportMapping mapping;
};

class Import {
  public:
    Import(const ImportArguments& arguments, const session::Installation& installation, const Console& console)
        : arguments_(arguments), installation_(installation), console_(console) {}

    ExitCode run() {
        std::optional<data::ImportKind> kind;
        if (!arguments_.kind.empty() && !(kind = data::parseImportKind(arguments_.kind)))
            return usage(JEJARING_TR("--as is agreements, visits, stops, activities, indicators or risks, not {0}"),
                         arguments_.kind);
        if (namesSample(arguments_.project) && !arguments_.dryRun)
            return usage(JEJARING_TR("{0} is built in and cannot be written; write it as a file first"),
                         arguments_.project);
        watchSignals();
        if (!arguments_.dryRun)
            lock_ = data::ProjectLock::acquire(arguments_.project);
        if (lock_.state() == data::ProjectLock::State::taken)
            return console_.fail(core::error(core::ErrorCode::locked, JEJARING_TR("{0} is in use by another program"),
                                             {arguments_.project}));
        core::Result<data::ImportAssets> assets = data::readImportAssets(installation_.assets);
        if (!assets)
            return console_.fail(assets.messages());
        core::Result<core::Project> base = readBase(assets.value());
        if (!base)
            return console_.fail(base.messages());
        console_.report(base.messages());
        if (const ExitCode code = prepare(kind, assets.value().headings, base.value()); code != ExitCode::success)
            return code;
        return importAll(assets.value(), std::make_shared<const core::Project>(std::move(base).value()));
    }

  private:
    ExitCode usage(const char* id, const std::string& argument) const {
        return console_.fail(core::error(core::ErrorCode::invalidArgument, id, {argument}));
    }

    // A project that is not there yet begins with the lists of the program and nothing else.
    core::Result<core::Project> readBase(const data::ImportAssets& assets) {
        std::error_code ignored;
        isNew_ = !namesSample(arguments_.project) && !std::filesystem::exists(arguments_.project, ignored);
        if (!isNew_)
            return readProject(arguments_.project, installation_, data::NewerSchema::refuse);
        core::Project project;
        project.title = std::filesystem::path(arguments_.project).filename().string();
        if (project.title.ends_with(data::kProjectSuffix))
            project.title.resize(project.title.size() - data::kProjectSuffix.size());
        project.stages = assets.vocabulary.stages;
        project.sectors = assets.vocabulary.sectors;
        project.progress = assets.vocabulary.progress;
        return project;
    }

    // Reads and maps all files before any is imported: where one cannot be, nothing is.
    ExitCode prepare(std::optional<data::ImportKind> kind, const data::ImportHeadings& headings,
                     const core::Project& base) {
        std::string mappingText;
        if (!arguments_.mapping.empty()) {
            std::ifstream file(arguments_.mapping, std::ios::binary);
            mappingText.assign(std::istreambuf_iterator<char>(file), {});
            if (!file)
                return console_.fail(
                    core::error(core::ErrorCode::unreadable, JEJARING_TR("{0} cannot be read"), {arguments_.mapping}));
        }
        const data::MappingMemory memory = data::rememberedMappings(base);
        for (const std::string& path : arguments_.files) {
            core::Result<data::TableFile> table =
                data::readTableFile(path, ProgressLines(console_, JEJARING_TR("Reading {0}"), path));
            if (!table)
                return console_.fail(table.messages());
            console_.report(table.messages());
            data::ImportMapping mapping;
            if (arguments_.mapping.empty()) {
                mapping = data::proposeMapping(table.value(), headings, kind, memory);
                if (std::none_of(mapping.sheets.begin(), mapping.sheets.end(),
                                 [](const data::SheetMapping& sheet) { return sheet.kind.has_value(); }))
                    return console_.fail(core::error(core::ErrorCode::wrongFormat,
                                                     JEJARING_TR("{0}: it is not clear what it holds. Say so by --as, "
                                                                 "or what its columns hold by --map."),
                                                     {table.value().name}));
            } else {
                core::Result<data::ImportMapping> given =
                    data::parseMapping(mappingText, arguments_.mapping, table.value(), headings);
                if (!given)
                    return console_.fail(given.messages());
                mapping = std::move(given).value();
            }
            prepared_.push_back({std::move(table).value(), std::move(mapping)});
        }
        // Visits before the stops that belong to them, agreements before the risks that name them.
        const auto first = [](const Prepared& file) {
            int least = 1 << 8;
            for (const data::SheetMapping& sheet : file.mapping.sheets)
                if (sheet.kind)
                    least = std::min(least, static_cast<int>(*sheet.kind));
            return least;
        };
        std::stable_sort(prepared_.begin(), prepared_.end(),
                         [&](const Prepared& a, const Prepared& b) { return first(a) < first(b); });
        return ExitCode::success;
    }

    ExitCode importAll(const data::ImportAssets& assets, std::shared_ptr<const core::Project> result) {
        data::MapSourceOptions coarse; // codes and names are all that is needed
        coarse.levels = {0};
        const auto source = data::loadMapGeometry(
            boundariesOr(arguments_.boundaries), geo::ProjectionKind::equalEarth,
            [](double) { return !stopRequested(); }, coarse);
        if (!source)
            return console_.fail(source.messages());
        const std::optional<data::PlaceFinder> places = readPlaceFinder();
        data::ImportContext context{
            source.value().geometry->catalog(), assets.words, assets.countries, assets.aliases, data::nowInUtc(), {}};
        if (places)
            context.places = [&](const std::string& name,
                                 const std::string& country) -> std::optional<core::Coordinates> {
                const data::Place* const place = places->find(name, country);
                return place == nullptr ? std::nullopt
                                        : std::optional(core::Coordinates{place->latitude, place->longitude});
            };
        data::ImportAnswers answers;
        if (arguments_.force)
            answers.allConflicts = data::ConflictAnswer::takeFile;
        std::vector<data::ImportPlan> plans;
        for (const Prepared& file : prepared_) {
            core::Result<data::ImportPlan> plan =
                data::planImport(*result, file.table, file.mapping, answers, context,
                                 ProgressLines(console_, JEJARING_TR("Matching {0}"), file.table.name));
            if (!plan)
                return console_.fail(plan.messages());
            result = std::move(plan.value().result); // the last one is all that is needed
            plans.push_back(std::move(plan).value());
        }
        const data::ReportLanguage words{
            [this](const core::Message& message) { return text::translate(console_.language(), message); },
            &context.catalog};
        if (const ExitCode code = writeReport(plans, words); code != ExitCode::success)
            return code;
        const Summary summary = summaryOf(plans, words);
        // Saving a large project takes memory of its own; the tables and what was made of their rows are done with.
        plans = {};
        prepared_ = {};
        if (const ExitCode code = save(summary.changes, *result); code != ExitCode::success)
            return code;
        for (const std::string& line : summary.lines)
            console_.print(line);
        if (arguments_.dryRun)
            console_.print(console_.tr(JEJARING_TR("Nothing was written.")));
        return summary.open == 0 ? ExitCode::success : ExitCode::openRows;
    }

    // Without them partners stand where the table puts them, and nowhere else.
    std::optional<data::PlaceFinder> readPlaceFinder() const {
        core::Result<std::vector<data::Place>> places = data::readPlaces();
        if (places)
            return data::PlaceFinder(std::move(places).value());
        console_.report(
            {core::warning(JEJARING_TR("Places of cities are not known: {0}"), {core::englishText(places.error())})});
        return std::nullopt;
    }

    ExitCode writeReport(const std::vector<data::ImportPlan>& plans, const data::ReportLanguage& words) const {
        if (arguments_.report.empty())
            return ExitCode::success;
        std::ofstream file(arguments_.report, std::ios::binary | std::ios::trunc);
        file << "{\"files\":[";
        for (std::size_t i = 0; i < plans.size(); ++i) {
            file << (i == 0 ? "\n" : ",\n");
            data::writeImportReport(
                prepared_[i].table, prepared_[i].mapping, plans[i], [&](std::string_view text) { file << text; },
                words);
        }
        file << "]}\n";
        file.close();
        if (!file)
            return console_.fail(core::error(core::ErrorCode::permissionDenied, JEJARING_TR("{0} cannot be written"),
                                             {arguments_.report}));
        return ExitCode::success;
    }

    ExitCode save(bool changes, const core::Project& result) const {
        if (arguments_.dryRun || !changes)
            return ExitCode::success;
        if (stopRequested())
            return console_.fail(
                core::error(core::ErrorCode::cancelled, JEJARING_TR("Stopped; the project is as it was.")));
        const core::Outcome saved =
            data::saveProject(result, arguments_.project, isNew_ ? data::Overwrite::no : data::Overwrite::yes);
        if (!saved)
            return console_.fail(saved.messages());
        console_.report(saved.messages());
        for (const core::Message& message : saved.messages())
            if (message.severity == core::Severity::note)
                console_.print(text::translate(console_.language(), message));
        return ExitCode::success;
    }

    struct Summary {
        std::vector<std::string> lines;
        std::size_t open = 0;
        bool changes = false;
    };

    Summary summaryOf(const std::vector<data::ImportPlan>& plans, const data::ReportLanguage& words) const {
        Summary summary;
        for (std::size_t i = 0; i < plans.size(); ++i) {
            summary.open += plans[i].open();
            summary.changes = summary.changes || plans[i].changes();
            for (const core::Message& line :
                 data::importSummary(prepared_[i].table, prepared_[i].mapping, plans[i], words))
                summary.lines.push_back(text::translate(console_.language(), line));
        }
        return summary;
    }

    const ImportArguments& arguments_;
    const session::Installation& installation_;
    const Console& console_;
    data::ProjectLock lock_;
    bool isNew_ = false;
    std::vector<Prepared> prepared_;
};

} // namespace

ExitCode runImport(const ImportArguments& arguments, const session::Installation& installation,
                   const Console& console) {
    return Import(arguments, installation, console).run();
}

} // namespace jejaring::app
