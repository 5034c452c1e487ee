// SPDX-License-Identifier: MIT
// jejaring [PROJECT]: the window
#include "app/commands.hpp"
#include "data/paths.hpp"
#include "ui/application.hpp"

#include <filesystem>
#include <system_error>
#include <vector>

namespace jejaring::app {

ExitCode runWindow(const WindowArguments& arguments, const session::Installation& installation,
                   const Console& console) {
    ui::LaunchOptions options;
    options.installation = installation;
    options.installation.recovery = data::stateFolder() + "/recovery";
    options.configFolder = data::configFolder();
    options.boundaries = boundariesOr(arguments.boundaries);
    options.project = namesSample(arguments.project) ? "" : arguments.project;
    options.language = arguments.language;
    options.uiStateFile = arguments.uiState;
    const core::Outcome outcome = ui::run(options);
    if (outcome)
        return ExitCode::success;
    std::vector<core::Message> messages = outcome.messages();
    // Without a window nothing else tells that the project is not there either.
    std::error_code ignored;
    if (!options.project.empty() && !std::filesystem::exists(options.project, ignored))
        messages.insert(messages.begin(),
                        core::error(core::ErrorCode::notFound, JEJARING_TR("{0} does not exist"), {options.project}));
    const ExitCode code = console.fail(messages);
    if (code == ExitCode::noOpenGl)
        console.progress(console.tr(JEJARING_TR("Without a window pictures can still be made, e.g.: {0}"),
                                    {"jejaring export sample -o map.png"}));
    return code;
}

} // namespace jejaring::app
