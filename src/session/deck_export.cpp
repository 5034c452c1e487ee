// SPDX-License-Identifier: MIT
#include "session/deck_export.hpp"

#include "session/file_names.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <utility>

namespace jejaring::session {
namespace {

struct Deck {
    SheetSource source;
    std::vector<core::Sheet> sheets;
};

core::Result<std::vector<core::Sheet>> sheetsOf(const DeckRequest& request) {
    const core::Project& project = *request.source.project;
    std::vector<core::Sheet> sheets;
    for (const std::string& id : request.sheets) {
        const core::Sheet* sheet = findSheet(project, id);
        if (sheet == nullptr)
            return core::error(core::ErrorCode::notFound, JEJARING_TR("There is no sheet {0} in the project."), {id});
        sheets.push_back(*sheet);
    }
    if (request.sheets.empty())
        sheets = project.sheets;
    if (sheets.empty())
        return core::error(core::ErrorCode::invalidArgument,
                           JEJARING_TR("The project has no sheets: save a view as a sheet first."));
    return sheets;
}

// Before any work is done: the one that cannot be read is named.
core::Outcome readable(const std::vector<core::Sheet>& sheets) {
    for (const core::Sheet& sheet : sheets) {
        const core::Result<publish::Recipe> recipe = sheetRecipe(sheet);
        if (recipe)
            continue;
        std::vector<core::Message> messages{
            core::error(recipe.error().code, JEJARING_TR("The sheet {0} cannot be read."), {sheet.name})};
        messages.insert(messages.end(), recipe.messages().begin(), recipe.messages().end());
        return core::Outcome::failure(std::move(messages));
    }
    return core::Nothing{};
}

} // namespace

core::Result<PageRun> deckRun(DeckRequest request) {
    core::Result<std::vector<core::Sheet>> sheets = sheetsOf(request);
    if (!sheets)
        return core::Result<PageRun>::failure(sheets.messages());
    if (const core::Outcome checked = readable(sheets.value()); !checked)
        return core::Result<PageRun>::failure(checked.messages());
    PageRun run;
    run.title = request.source.project->title;
    FileNames files;
    const auto deck = std::make_shared<Deck>(Deck{std::move(request.source), std::move(sheets).value()});
    const std::size_t digits = std::max<std::size_t>(2, std::to_string(deck->sheets.size()).size());
    for (std::size_t i = 0; i < deck->sheets.size(); ++i) {
        const std::string number = fmt::format("{:0{}}", i + 1, digits);
        PageName name;
        name.name = deck->sheets[i].name;
        name.file = files.next(number + " " + name.name, number);
        run.names.push_back(std::move(name));
    }
    run.request = [deck](std::size_t number) { return sheetRequest(deck->sheets[number], deck->source); };
    return run;
}

} // namespace jejaring::session
