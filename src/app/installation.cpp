// SPDX-License-Identifier: MIT
#include "app/installation.hpp"

#include <cstdlib>
#include <filesystem>
#include <vector>

namespace jejaring::app {

core::Result<session::Installation> findInstallation() {
    namespace fs = std::filesystem;
    std::vector<fs::path> places;
    std::error_code failure;
    if (const char* const share = std::getenv("JEJARING_SHARE"); share != nullptr && *share != '\0') {
        places.emplace_back(share);
    } else if (const fs::path program = fs::read_symlink("/proc/self/exe", failure); !failure) {
        places.push_back(program.parent_path() / "share" / "jejaring");
        places.push_back(program.parent_path().parent_path() / "share" / "jejaring");
    }
    std::string looked;
    for (const fs::path& place : places) {
        if (fs::is_directory(place / "shaders", failure) && fs::is_directory(place / "sample", failure))
            return session::Installation{(place / "shaders").string(), place.string(),
                                         (place.parent_path() / "locale").string(), ""};
        looked += (looked.empty() ? "" : ", ") + place.string();
    }
    return core::error(core::ErrorCode::notFound,
                       JEJARING_TR("The program's own files (shaders, sample) were not found in {0}."), {looked});
}

} // namespace jejaring::app
