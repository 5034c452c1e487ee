// SPDX-License-Identifier: MIT
// A deck: the sheets of a project as one document or a folder.
#pragma once

#include "core/result.hpp"
#include "session/page_run.hpp"
#include "session/sheets.hpp"

#include <string>
#include <vector>

namespace jejaring::session {

struct DeckRequest {
    SheetSource source;
    std::vector<std::string> sheets; // ids; empty: all, in the project's order
};

// Errors: invalidArgument where there is no sheet; notFound for an id that the project lacks; those of sheetRecipe for
// a sheet that cannot be read, after one that names it: a deck is whole or not made.
[[nodiscard]] core::Result<PageRun> deckRun(DeckRequest deck);

} // namespace jejaring::session
