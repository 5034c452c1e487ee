// SPDX-License-Identifier: MIT
// The boundaries of a session: where they are expected, and building them.
#include "session/session_implementation.hpp"

#include "data/gdal_module.hpp"
#include "data/paths.hpp"

#include <cstdlib>
#include <filesystem>

namespace jejaring::session {
namespace fs = std::filesystem;

void Session::loadBoundaries(const std::string& path) {
    implementation_->boundaries = path;
    implementation_->sources.clear();
    implementation_->loading.clear();
    implementation_->startReading(implementation_->history.present().view.projection);
}

void Session::expectBoundaries(const std::string& path) {
    implementation_->boundaries = path;
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

} // namespace jejaring::session
