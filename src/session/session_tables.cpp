// SPDX-License-Identifier: MIT
#include "session/session_implementation.hpp"

#include <filesystem>
#include <utility>

namespace jejaring::session {

void Session::writeTables(const TableRequest& request) {
    const std::shared_ptr<const core::Project> snapshot = project();
    const std::shared_ptr<const geo::MapGeometry> regions = geometry();
    if (!snapshot || !regions)
        return;
    implementation_->startOutput();
    implementation_->queue.start(
        core::note(JEJARING_TR("Writing {0}"), {std::filesystem::path(request.path).filename().string()}),
        [this, snapshot, regions, request, assets = implementation_->installation.assets](TaskContext& context) {
            auto outcome = std::make_shared<core::Outcome>(
                session::writeTables(*snapshot, regions->catalog(), assets, request,
                                     [&context](double progress) { return context.report(progress); }));
            return [this, path = request.path, outcome] {
                implementation_->endOutput(*outcome,
                                           core::note(JEJARING_TR("The tables were written to {0}."), {path}));
            };
        });
}

} // namespace jejaring::session
