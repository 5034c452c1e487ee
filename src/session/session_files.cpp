// SPDX-License-Identifier: MIT
// The files of a session: opening and saving projects, the settings, and the notices that follow.
#include "session/session_implementation.hpp"

#include "data/project_store.hpp"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <filesystem>

namespace jejaring::session {
namespace {

// Notices shown at once; older ones stay in the log.
constexpr std::size_t kMostNotices = 4;

spdlog::level::level_enum levelOf(core::Severity severity) {
    switch (severity) {
    case core::Severity::note:
        return spdlog::level::info;
    case core::Severity::warning:
        return spdlog::level::warn;
    case core::Severity::error:
        break;
    }
    return spdlog::level::err;
}

} // namespace

Session::Implementation::~Implementation() {
    for (const TaskStatus& task : queue.running())
        queue.cancel(task.id);
    if (saving)
        queue.drain();
    quiet.drain();
}

void Session::Implementation::notify(core::Message message) {
    spdlog::log(levelOf(message.severity), "{}", core::englishText(message));
    std::erase_if(notices, [&](const Notice& n) {
        return n.message.id == message.id && n.message.arguments == message.arguments;
    });
    notices.push_back({std::move(message), ++lastNotice});
    if (notices.size() > kMostNotices)
        notices.erase(notices.begin());
    changed = true;
}

void Session::Implementation::notifyAll(std::vector<core::Message> messages) {
    std::stable_partition(messages.begin(), messages.end(),
                          [](const core::Message& m) { return m.severity == core::Severity::error; });
    constexpr std::size_t kShown = 2;
    for (std::size_t i = 0; i < messages.size(); ++i) {
        if (i < kShown || messages.size() == kShown + 1)
            notify(messages[i]);
        else
            spdlog::log(levelOf(messages[i].severity), "{}", core::englishText(messages[i]));
    }
    if (messages.size() > kShown + 1)
        notify(core::warning(JEJARING_TR("{0} more messages are in the log."),
                             {std::to_string(messages.size() - kShown)}));
}

void Session::Implementation::startOpening(core::Message name, std::function<core::Result<core::Project>()> open,
                                           const std::string& path) {
    const std::uint64_t request = ++projectRequest;
    queue.start(std::move(name), [this, request, path, open = std::move(open)](TaskContext&) -> TaskQueue::Completion {
        auto result = std::make_shared<core::Result<core::Project>>(open());
        return [this, request, path, result] { takeProject(request, path, *result); };
    });
}

void Session::Implementation::takeProject(std::uint64_t request, const std::string& path,
                                          core::Result<core::Project>& result) {
    if (request != projectRequest)
        return;
    notifyAll(result.messages());
    if (!result) {
        if (!path.empty() && result.error().code == core::ErrorCode::notFound) {
            forgetProject(settings, path);
            writeSettings();
        }
        return;
    }
    unmodified = std::make_shared<const core::Project>(std::move(result).value());
    projectPath = path;
    document = request;
    if (!path.empty()) {
        rememberProject(settings, path);
        writeSettings();
    }
    // What the old project's facts meant means nothing in the new one.
    State state;
    state.view = history.present().view;
    state.view.filter = {};
    state.selection = history.present().selection;
    history.restart({std::move(state), unmodified});
    refreshMap();
    changed = true;
}

void Session::Implementation::startSaving(Save save) {
    if (history.project() == nullptr)
        return;
    if (saving) {
        waitingSaves.push_back(std::move(save));
        return;
    }
    saving = true;
    const auto overwrite = save.overwrite ? data::Overwrite::yes : data::Overwrite::no;
    queue.start(
        core::note(JEJARING_TR("Saving {0}"), {std::filesystem::path(save.path).filename().string()}),
        [this, snapshot = history.project(), from = document, path = save.path, overwrite](TaskContext&) {
            auto outcome = std::make_shared<core::Outcome>(data::saveProject(*snapshot, path, overwrite));
            return [this, snapshot, from, path, outcome] { takeSaved(snapshot, from, path, *outcome); };
        },
        false);
}

void Session::Implementation::takeSaved(const std::shared_ptr<const core::Project>& snapshot,
                                        std::uint64_t savedDocument, const std::string& path,
                                        const core::Outcome& outcome) {
    saving = false;
    notifyAll(outcome.messages());
    if (outcome) {
        notify(core::note(JEJARING_TR("Saved as {0}."), {path}));
        rememberProject(settings, path);
        writeSettings();
        if (savedDocument == document) { // else another project was opened meanwhile
            projectPath = path;
            unmodified = snapshot;
        }
    }
    if (!waitingSaves.empty()) {
        Save next = std::move(waitingSaves.front());
        waitingSaves.erase(waitingSaves.begin());
        startSaving(std::move(next));
    }
    changed = true;
}

void Session::Implementation::writeSettings() {
    if (writingSettings || settings == writtenSettings)
        return;
    writingSettings = true;
    writtenSettings = settings;
    quiet.start(
        core::note(""),
        [this, snapshot = settings](TaskContext&) -> TaskQueue::Completion {
            auto outcome = std::make_shared<core::Outcome>(store.save(snapshot));
            return [this, outcome] {
                writingSettings = false;
                notifyAll(outcome->messages());
                writeSettings(); // what changed meanwhile
            };
        },
        false);
}

} // namespace jejaring::session
