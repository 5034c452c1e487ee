// SPDX-License-Identifier: MIT
// What several commands share.
#include "app/commands.hpp"

#include "data/paths.hpp"
#include "data/project/project_store.hpp"
#include "data/project/sample.hpp"

#include <csignal>

namespace jejaring::app {
namespace {

volatile std::sig_atomic_t stopSignal = 0;

void onSignal(int signal) {
    stopSignal = signal;
}

} // namespace

core::Result<core::Project> readProject(const std::string& project, const session::Installation& installation,
                                        data::NewerSchema newer) {
    return namesSample(project) ? data::sampleProject(installation.assets) : data::openProject(project, newer);
}

std::string boundariesOr(const std::string& path) {
    return path.empty() ? data::boundariesPath() : path;
}

void watchSignals() {
    std::signal(SIGINT, onSignal);
    std::signal(SIGTERM, onSignal);
}

bool stopRequested() {
    return stopSignal != 0;
}

} // namespace jejaring::app
