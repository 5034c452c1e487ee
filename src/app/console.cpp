// SPDX-License-Identifier: MIT
#include "app/console.hpp"

#include <fmt/core.h>
#include <spdlog/spdlog.h>

#include <cstdio>
#include <cstdlib>

namespace jejaring::app {
namespace {

// Warnings shown; a table with a thousand bad rows fills the log, not the screen.
constexpr std::size_t kMostWarnings = 8;

// Unlike fmt::print it does not throw where the line cannot be written; main() asks for that at the end.
void writeLine(std::FILE* file, std::string_view line) {
    std::fwrite(line.data(), 1, line.size(), file);
    std::fputc('\n', file);
}

std::string_view environment(const char* name) {
    const char* const value = std::getenv(name);
    return value == nullptr ? std::string_view{} : std::string_view{value};
}

} // namespace

text::Language languageOfEnvironment() {
    // The order in which gettext reads them.
    for (const char* const name : {"LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"})
        if (const std::string_view value = environment(name); !value.empty())
            return value.starts_with("en") ? text::Language::english : text::Language::indonesian;
    return text::Language::indonesian;
}

void Console::report(const std::vector<core::Message>& messages) const {
    std::size_t warnings = 0;
    for (const core::Message& message : messages) {
        const bool isError = message.severity == core::Severity::error;
        spdlog::log(isError                                       ? spdlog::level::err
                    : message.severity == core::Severity::warning ? spdlog::level::warn
                                                                  : spdlog::level::info,
                    "{}", core::englishText(message));
        if (message.severity == core::Severity::note || (!isError && ++warnings > kMostWarnings))
            continue;
        progress(fmt::format("jejaring: {}: {}", isError ? tr(JEJARING_TR("error")) : tr(JEJARING_TR("warning")),
                             text::translate(language_, message)));
    }
    if (warnings > kMostWarnings)
        progress(tr(JEJARING_TR("jejaring: {0} more {0:warning is|warnings are} in the log."),
                    {std::to_string(warnings - kMostWarnings)}));
}

ExitCode Console::fail(const std::vector<core::Message>& messages) const {
    report(messages);
    for (const core::Message& message : messages) {
        if (message.severity != core::Severity::error)
            continue;
        // Every command that minds what is there already has this option.
        if (message.code == core::ErrorCode::alreadyExists)
            progress(tr(JEJARING_TR("--force replaces what is there.")));
        return exitCodeOf(message.code);
    }
    return ExitCode::internal;
}

void Console::print(std::string_view line) const {
    writeLine(stdout, line);
}

void Console::progress(std::string_view line) const {
    writeLine(stderr, line);
}

} // namespace jejaring::app
