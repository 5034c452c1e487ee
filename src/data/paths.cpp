// SPDX-License-Identifier: MIT
#include "data/paths.hpp"

#include <cstdlib>
#include <pwd.h>
#include <string_view>
#include <unistd.h>

namespace jejaring::data {
namespace {

std::string environment(const char* name) {
    const char* const value = std::getenv(name);
    return value ? value : "";
}

std::string home() {
    if (std::string folder = environment("HOME"); !folder.empty())
        return folder;
    const passwd* const user = ::getpwuid(::getuid());
    return user && user->pw_dir ? user->pw_dir : ".";
}

std::string folder(const char* variable, std::string_view fallback) {
    std::string base = environment(variable);
    if (!base.starts_with('/'))
        base = home() + "/" + std::string(fallback);
    return base + "/jejaring";
}

} // namespace

std::string dataFolder() {
    return folder("XDG_DATA_HOME", ".local/share");
}
std::string configFolder() {
    return folder("XDG_CONFIG_HOME", ".config");
}
std::string cacheFolder() {
    return folder("XDG_CACHE_HOME", ".cache");
}
std::string stateFolder() {
    return folder("XDG_STATE_HOME", ".local/state");
}

std::string boundariesPath() {
    if (std::string path = environment("JEJARING_BOUNDARIES"); !path.empty())
        return path;
    return dataFolder() + "/boundaries.gpkg";
}

} // namespace jejaring::data
