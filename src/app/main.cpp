// SPDX-License-Identifier: MIT
#include "app/commands.hpp"
#include "app/installation.hpp"
#include "app/log.hpp"

#include <fmt/core.h>

#include <cstdio>
#include <exception>
#include <type_traits>

namespace {

using namespace jejaring;

app::ExitCode run(int argc, char** argv) {
    const core::Result<session::Installation> installation = app::findInstallation();
    if (installation)
        text::initTranslations(installation.value().locale);
    const app::Console console(app::languageOf(argc, argv));
    app::startLog();
    const app::Command command = app::parseArguments(argc, argv, console);
    if (const auto* const finished = std::get_if<app::Finished>(&command))
        return finished->code;
    if (!installation)
        return console.fail(installation.messages());
    const session::Installation& files = installation.value();
    return std::visit(
        [&](const auto& arguments) {
            using Arguments = std::decay_t<decltype(arguments)>;
            if constexpr (std::is_same_v<Arguments, app::WindowArguments>)
                return app::runWindow(arguments, files, console);
            else if constexpr (std::is_same_v<Arguments, app::ExportArguments>)
                return app::runExport(arguments, files, console);
            else if constexpr (std::is_same_v<Arguments, app::AtlasArguments>)
                return app::runAtlas(arguments, files, console);
            else if constexpr (std::is_same_v<Arguments, app::DeckArguments>)
                return app::runDeck(arguments, files, console);
            else if constexpr (std::is_same_v<Arguments, app::InfoArguments>)
                return app::runInfo(arguments, files, console);
            else if constexpr (std::is_same_v<Arguments, app::SampleArguments>)
                return app::runSample(arguments, files, console);
            else if constexpr (std::is_same_v<Arguments, app::ImportArguments>)
                return app::runImport(arguments, files, console);
            else if constexpr (std::is_same_v<Arguments, app::TableArguments>)
                return app::runTable(arguments, files, console);
            else if constexpr (std::is_same_v<Arguments, app::BoundariesBuildArguments>)
                return app::runBoundariesBuild(arguments, files, console);
            else if constexpr (std::is_same_v<Arguments, app::BoundariesImportArguments>)
                return app::runBoundariesImport(arguments, console);
            else
                return app::ExitCode::success;
        },
        command);
}

} // namespace

int main(int argc, char** argv) {
    try {
        const app::ExitCode code = run(argc, argv);
        if (std::fflush(stdout) != 0 || std::ferror(stdout) != 0) {
            const app::Console console(app::languageOf(argc, argv));
            return static_cast<int>(console.fail(
                core::error(core::ErrorCode::diskFull, JEJARING_TR("Standard output cannot be written."))));
        }
        return static_cast<int>(code);
    } catch (const std::exception& exception) {
        fmt::print(stderr, "jejaring: {}\n", exception.what());
        return static_cast<int>(app::ExitCode::internal);
    }
}
