// SPDX-License-Identifier: MIT
// What a session tells the user, and the settings it remembers.
#include "session/session_implementation.hpp"

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
    if (history.project() == unmodified) {
        autosaver.clear();
        autosaver.finish();
    }
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

void Session::Implementation::startOutput() {
    std::erase_if(notices, [](const Notice& notice) { return notice.ofOutput; });
    changed = true;
}

void Session::Implementation::endOutput(const core::Outcome& outcome, core::Message written) {
    if (!outcome && outcome.error().code == core::ErrorCode::cancelled)
        return;
    const std::uint64_t before = lastNotice;
    notifyAll(outcome.messages());
    if (outcome)
        notify(std::move(written));
    for (Notice& notice : notices)
        notice.ofOutput = notice.ofOutput || notice.serial > before;
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
        notify(core::warning(JEJARING_TR("{0} more {0:message is|messages are} in the log."),
                             {std::to_string(messages.size() - kShown)}));
}

Settings Session::Implementation::settingsToRemember() const {
    Settings remembered = settings;
    remembered.language = rememberedLanguage.value_or(settings.language);
    return remembered;
}

void Session::Implementation::writeSettings() {
    const Settings remembered = settingsToRemember();
    if (writingSettings || remembered == writtenSettings)
        return;
    writingSettings = true;
    writtenSettings = remembered;
    quiet.start(
        core::note(""),
        [this, remembered](TaskContext&) -> TaskQueue::Completion {
            auto outcome = std::make_shared<core::Outcome>(store.save(remembered));
            return [this, outcome] {
                writingSettings = false;
                notifyAll(outcome->messages());
                writeSettings(); // what changed meanwhile
            };
        },
        false);
}

} // namespace jejaring::session
