// SPDX-License-Identifier: MIT
#include "ui/desktop.hpp"

#include <spawn.h>
#include <sys/wait.h>

#include <array>
#include <string_view>
#include <thread>

extern char** environ; // POSIX

namespace jejaring::ui {

core::Outcome openOnDesktop(const std::string& addressOrPath) {
    const std::string_view address = addressOrPath;
    if (!address.starts_with("https://") && !address.starts_with("http://") && !address.starts_with("/"))
        return core::error(core::ErrorCode::invalidArgument, JEJARING_TR("{0} is not an address that can be opened."),
                           {addressOrPath});
    std::string program = "xdg-open";
    std::string argument = addressOrPath;
    const std::array<char*, 3> arguments{program.data(), argument.data(), nullptr};
    pid_t child = 0;
    if (posix_spawnp(&child, program.c_str(), nullptr, nullptr, arguments.data(), environ) != 0)
        return core::error(core::ErrorCode::notFound,
                           JEJARING_TR("Nothing here opens addresses: install the package xdg-utils."));
    // Somebody must ask how it ended, else it stays as a zombie.
    std::thread([child] {
        int status = 0;
        waitpid(child, &status, 0);
    }).detach();
    return core::Nothing{};
}

} // namespace jejaring::ui
