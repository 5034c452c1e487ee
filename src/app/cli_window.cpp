// SPDX-License-Identifier: MIT
// jejaring [PROJECT]: the window
#include "app/commands.hpp"
#include "data/paths.hpp"
#include "ui/application.hpp"

namespace jejaring::app {

ExitCode runWindow(const WindowArguments& arguments, const session::Installation& installation,
                   const Console& console) {
    ui::LaunchOptions options;
    options.installation = installation;
    options.installation.recovery = data::stateFolder() + "/recovery";
    options.configFolder = data::configFolder();
    options.boundaries = boundariesOr(arguments.boundaries);
    options.project = namesSample(arguments.project) ? "" : arguments.project;
    options.uiStateFile = arguments.uiState;
    const core::Outcome outcome = ui::run(options);
    if (outcome)
        return ExitCode::success;
    const ExitCode code = console.fail(outcome.messages());
    if (code == ExitCode::noOpenGl)
        console.progress(console.tr(JEJARING_TR("Without a window pictures can still be made, e.g.: {0}"),
                                    {"jejaring export sample -o map.png"}));
    return code;
}

} // namespace jejaring::app
