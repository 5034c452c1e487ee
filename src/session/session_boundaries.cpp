// SPDX-License-Identifier: MIT
// The boundaries of a session: where they are expected, and building them.
#include "session/session_implementation.hpp"

#include "core/reason.hpp"
#include "data/module/gdal_module.hpp"
#include "data/paths.hpp"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <unistd.h>

namespace jejaring::session {
namespace fs = std::filesystem;
namespace {

// "boundaries.gpkg" -> "boundaries.previous.gpkg", in the same folder: what is renamed must not change the disk.
std::string beside(const std::string& path, const std::string& what) {
    return fs::path(path).replace_extension(what + ".gpkg").string();
}

// Removes the file when the last copy goes: with the task that makes it where the program ends meanwhile, with the
// session where nobody said what is to become of it. Where it took another place by then there is nothing to remove.
std::shared_ptr<void> removedAtLast(const std::string& path) {
    return {nullptr, [path](void*) {
                std::error_code ignored;
                fs::remove(path, ignored);
            }};
}

// Those that programs left which were killed.
void removeAbandoned(const std::string& boundaries) {
    const fs::path folder = fs::path(boundaries).parent_path();
    const std::string start = fs::path(beside(boundaries, "imported-")).stem().string();
    std::error_code ignored;
    for (fs::directory_iterator at(folder, ignored), end; at != end; at.increment(ignored)) {
        const std::string name = at->path().filename().string();
        if (ignored || !name.starts_with(start) || !name.ends_with(".gpkg"))
            continue;
        const int process = std::atoi(name.c_str() + start.size()); // NOLINT(cert-err34-c): 0 where it is no number
        if (process > 0 && ::kill(process, 0) != 0 && errno == ESRCH)
            fs::remove(at->path(), ignored);
    }
}

// Keeps a file beside under another name, which is never there half; what had that name goes last.
std::error_code keepBeside(const std::string& path, const std::string& kept) {
    const std::string fresh = kept + ".new";
    std::error_code failure;
    fs::remove(fresh, failure);
    fs::create_hard_link(path, fresh, failure);
    if (failure) // not every file system has links
        fs::copy_file(path, fresh, fs::copy_options::overwrite_existing, failure);
    if (!failure)
        fs::rename(fresh, kept, failure);
    // Also where it went well: two names of one file are not renamed.
    std::error_code ignored;
    fs::remove(fresh, ignored);
    return failure;
}

} // namespace

void Session::loadBoundaries(const std::string& path) {
    implementation_->boundaries = path;
    implementation_->boundariesFailure.reset();
    implementation_->sources.clear();
    implementation_->loading.clear();
    implementation_->startReading(implementation_->history.present().view.projection);
}

void Session::expectBoundaries(const std::string& path) {
    implementation_->boundaries = path;
}

const core::Message* Session::boundariesFailure() const {
    return implementation_->boundariesFailure ? &*implementation_->boundariesFailure : nullptr;
}

const std::string& Session::boundariesPath() const {
    return implementation_->boundaries;
}

std::string Session::boundarySources() {
    const char* const packages = std::getenv("JEJARING_PACKAGES");
    const std::string folder =
        packages != nullptr && *packages != '\0' ? packages : data::cacheFolder() + "/boundary-sources/node_modules";
    std::error_code ignored;
    return fs::is_directory(fs::path(folder) / "geojson-indonesia", ignored) ? folder : "";
}

void Session::buildBoundaries() {
    data::BoundaryBuildOptions options;
    options.packages = boundarySources();
    options.aliases = (fs::path(implementation_->installation.assets) / "data" / "region_aliases.csv").string();
    options.output = implementation_->boundaries;
    implementation_->queue.start(
        core::note(JEJARING_TR("Building the boundaries")),
        [this, options](TaskContext& context) -> TaskQueue::Completion {
            std::error_code ignored; // writing the file tells what is wrong
            fs::create_directories(fs::path(options.output).parent_path(), ignored);
            auto outcome = std::make_shared<core::Outcome>(core::Nothing{});
            if (const core::Result<const data::GdalModule*> module = data::gdalModule(); !module) {
                *outcome = core::Outcome::failure(module.messages());
            } else {
                const auto built = module.value()->buildBoundaries(
                    options, [&context](double share, std::string_view) { return context.report(share); });
                *outcome =
                    built ? core::Outcome(core::Nothing{}, built.messages()) : core::Outcome::failure(built.messages());
            }
            return [this, path = options.output, outcome] {
                const bool cancelled = !*outcome && outcome->error().code == core::ErrorCode::cancelled;
                if (!cancelled)
                    implementation_->notifyAll(outcome->messages());
                implementation_->changed = true;
                if (*outcome && path == implementation_->boundaries)
                    loadBoundaries(path);
            };
        });
}

const BoundaryImport* Session::boundaryImport() const {
    return implementation_->boundaryImport ? &*implementation_->boundaryImport : nullptr;
}

void Session::importBoundaries(const std::string& file) {
    discardImportedBoundaries();
    removeAbandoned(implementation_->boundaries);
    data::BoundaryImportOptions options;
    options.base = implementation_->boundaries;
    // One file an import: a second one may be started while the first is under way.
    options.output = beside(implementation_->boundaries, "imported-" + std::to_string(::getpid()) + "-" +
                                                             std::to_string(++implementation_->boundaryImports));
    implementation_->queue.start(
        core::note(JEJARING_TR("Importing the boundaries")),
        [this, options, file, result = removedAtLast(options.output)](TaskContext& context) -> TaskQueue::Completion {
            auto imported = std::make_shared<std::optional<BoundaryImport>>();
            std::vector<core::Message> messages;
            if (const core::Result<const data::GdalModule*> module = data::gdalModule(); !module) {
                messages = module.messages();
            } else {
                auto report = module.value()->importBoundaries(
                    file, options, [&context](double share, std::string_view) { return context.report(share); });
                messages = report.messages();
                if (report)
                    *imported = BoundaryImport{file, options.output, std::move(report).value()};
            }
            return [this, imported, messages, result] {
                const bool stopped = std::any_of(messages.begin(), messages.end(), [](const core::Message& message) {
                    return message.code == core::ErrorCode::cancelled;
                });
                if (!stopped)
                    implementation_->notifyAll(messages);
                if (*imported) {
                    discardImportedBoundaries();
                    implementation_->boundaryImport = std::move(*imported);
                    implementation_->boundaryImportFile = result;
                }
                implementation_->changed = true;
            };
        });
}

std::string Session::previousBoundaries() const {
    return beside(implementation_->boundaries, "previous");
}

void Session::useImportedBoundaries() {
    if (!implementation_->boundaryImport)
        return;
    const std::string& path = implementation_->boundaries;
    // What is replaced stands beside before the new file takes its place: whenever the machine stops, both are whole.
    std::error_code failure = keepBeside(path, previousBoundaries());
    if (!failure)
        fs::rename(implementation_->boundaryImport->result, path, failure);
    if (failure) {
        notify(core::error(core::ErrorCode::permissionDenied, JEJARING_TR("The file {0} could not be written: {1}"),
                           {path, core::systemReason(failure)}));
        return;
    }
    implementation_->boundaryImport.reset();
    implementation_->boundaryImportFile.reset();
    loadBoundaries(std::string(path));
}

void Session::discardImportedBoundaries() {
    if (!implementation_->boundaryImport)
        return;
    implementation_->boundaryImport.reset();
    implementation_->boundaryImportFile.reset();
    implementation_->changed = true;
}

} // namespace jejaring::session
