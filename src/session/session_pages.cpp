// SPDX-License-Identifier: MIT
// Atlas and deck of the session, written by a worker.
#include "session/deck_export.hpp"
#include "session/session_implementation.hpp"

#include <filesystem>
#include <utility>

namespace jejaring::session {

void Session::Implementation::startWriting(const core::Result<PageRun>& run, const PageTarget& target) {
    startOutput();
    if (!run) {
        endOutput(core::Outcome::failure(run.messages()), {});
        return;
    }
    notifyAll(run.messages());
    std::filesystem::path path(target.path);
    if (!path.has_filename()) // ends in a slash
        path = path.parent_path();
    queue.start(core::note(JEJARING_TR("Exporting {0}"), {path.filename().string()}),
                [this, pages = run.value(), target, shaders = installation.shaders](TaskContext& context) {
                    auto outcome = std::make_shared<core::Outcome>(
                        writePages(pages, target, shaders, [&context](const PageProgress& progress) {
                            return context.report(progress.done, progressMessage(progress));
                        }));
                    return [this, count = pages.names.size(), path = target.path, outcome] {
                        endOutput(*outcome, core::note(JEJARING_TR("{0} {0:page was|pages were} written to {1}."),
                                                       {std::to_string(count), path}));
                    };
                });
}

void Session::exportAtlas(const AtlasRequest& atlas, const PageTarget& target) {
    AtlasRequest complete = atlas;
    if (complete.page.map == nullptr)
        complete.page.map = implementation_->map;
    if (complete.page.look.fonts == nullptr)
        complete.page.look.fonts = implementation_->fonts;
    if (complete.page.picture.credit.empty())
        complete.page.picture.credit = implementation_->source.credit;
    if (complete.page.map == nullptr)
        return; // nothing is shown that pages could be made of
    implementation_->startWriting(atlasRun(std::move(complete)), target);
}

void Session::exportDeck(const PageTarget& target) {
    if (!project())
        return;
    DeckRequest deck;
    deck.source = sheetSource();
    implementation_->startWriting(deckRun(std::move(deck)), target);
}

} // namespace jejaring::session
