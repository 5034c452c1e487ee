// SPDX-License-Identifier: MIT
#include "session/clipboard.hpp"

#include "core/reason.hpp"

#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <spawn.h>
#include <string_view>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

extern char** environ; // NOLINT(readability-redundant-declaration): POSIX leaves it to the program

namespace jejaring::session {
namespace {

bool isSet(const char* variable) {
    const char* const value = std::getenv(variable); // NOLINT(concurrency-mt-unsafe): nobody changes the environment
    return value != nullptr && *value != '\0';
}

// The whole path of a program; empty where PATH has none.
std::string programPath(std::string_view name) {
    const char* const value = std::getenv("PATH"); // NOLINT(concurrency-mt-unsafe)
    std::string_view folders = value != nullptr ? value : "/usr/bin:/bin";
    while (!folders.empty()) {
        const std::size_t end = std::min(folders.find(':'), folders.size());
        std::string path = std::string(folders.substr(0, end)) + "/" + std::string(name);
        if (end > 0 && ::access(path.c_str(), X_OK) == 0)
            return path;
        folders.remove_prefix(std::min(end + 1, folders.size()));
    }
    return {};
}

} // namespace

std::string clipboardTool() {
    if (isSet("WAYLAND_DISPLAY") && !programPath("wl-copy").empty())
        return "wl-copy";
    return isSet("DISPLAY") && !programPath("xclip").empty() ? "xclip" : "";
}

core::Outcome copyPictureFile(const std::string& path) {
    const std::string tool = clipboardTool();
    if (tool.empty())
        return core::error(core::ErrorCode::notFound,
                           JEJARING_TR("Nothing here holds pictures on the clipboard: install xclip, or wl-clipboard "
                                       "under Wayland."));
    if (::access(path.c_str(), R_OK) != 0)
        return core::error(core::ErrorCode::unreadable, JEJARING_TR("{0} cannot be read: {1}"),
                           {path, core::systemReason(errno)});
    std::vector<std::string> words{programPath(tool)};
    if (tool == "xclip")
        words.insert(words.end(), {"-selection", "clipboard"});
    words.insert(words.end(), {tool == "xclip" ? "-target" : "--type", "image/png"});
    std::vector<char*> arguments;
    arguments.reserve(words.size() + 1);
    for (std::string& word : words)
        arguments.push_back(word.data());
    arguments.push_back(nullptr);
    // It reads the picture, and lives on to hand it out: on nobody's terminal.
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, path.c_str(), O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    pid_t process = 0;
    int failure = posix_spawn(&process, arguments[0], &actions, nullptr, arguments.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    // Both leave a child of theirs behind that holds the picture, and end once it does.
    int status = 0;
    while (failure == 0 && ::waitpid(process, &status, 0) < 0)
        failure = errno == EINTR ? 0 : errno;
    if (failure != 0 || !WIFEXITED(status) || WEXITSTATUS(status) != 0)
        return core::error(core::ErrorCode::internal, JEJARING_TR("{0} could not take the picture: {1}"),
                           {tool, failure != 0 ? core::systemReason(failure)
                                               : std::to_string(WIFEXITED(status) ? WEXITSTATUS(status) : status)});
    return core::Nothing{};
}

} // namespace jejaring::session
