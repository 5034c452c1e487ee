// SPDX-License-Identifier: MIT
// The lists that are data: stages of agreements, sectors, progress.
#pragma once

#include "core/result.hpp"
#include "core/vocabulary.hpp"

#include <string>
#include <vector>

namespace jejaring::data {

struct Vocabulary {
    std::vector<core::Stage> stages;
    std::vector<core::Sector> sectors;
    core::ProgressTable progress;
};

// Reads <assetsFolder>/data/{stages,sectors,progress}.csv. Bad rows are warnings; errors as those of readCsv.
[[nodiscard]] core::Result<Vocabulary> readVocabulary(const std::string& assetsFolder);

} // namespace jejaring::data
