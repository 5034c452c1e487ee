// SPDX-License-Identifier: MIT
#include "session/autosaver.hpp"

#include "data/project/recovery.hpp"

#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>

namespace jejaring::session {
namespace {

using Clock = std::chrono::steady_clock;

// Of the time, at most this share is spent writing copies.
constexpr int kLongestShare = 20;

} // namespace

struct Autosaver::Implementation {
    struct Wanted {
        std::shared_ptr<const core::Project> project; // null: no copy
        std::string path;
    };

    std::string folder;
    std::function<void()> wake;
    std::chrono::milliseconds delay;

    std::mutex mutex;
    std::condition_variable_any changed;
    std::optional<Wanted> wanted;
    std::shared_ptr<data::RecoveryCopy> adopted; // comes before what is wanted
    Clock::time_point due;                       // of what is wanted
    bool hurry = false;
    bool busy = false;
    std::vector<core::Message> failures;
    std::string lastFailure;

    std::shared_ptr<data::RecoveryCopy> copy; // of the thread alone
    std::jthread thread;                      // last, so that it ends before what it uses

    void serve(const std::stop_token& stop) {
        Clock::duration lastWrite{};
        std::unique_lock lock(mutex);
        while (changed.wait(lock, stop, [this] { return wanted || adopted; })) {
            if (adopted) {
                const std::shared_ptr<data::RecoveryCopy> before = std::exchange(copy, std::exchange(adopted, nullptr));
                busy = true;
                lock.unlock();
                if (before)
                    before->clear();
                lock.lock();
                busy = false;
                changed.notify_all();
                continue;
            }
            const Clock::time_point earliest = due + lastWrite * kLongestShare;
            changed.wait_until(lock, stop, earliest, [this] { return hurry || adopted || wanted->project == nullptr; });
            if (stop.stop_requested())
                return;
            if (adopted)
                continue;
            const Wanted job = std::move(*wanted);
            wanted.reset();
            busy = true;
            lock.unlock();
            const Clock::time_point start = Clock::now();
            const core::Outcome outcome = perform(job);
            lastWrite = Clock::now() - start;
            lock.lock();
            busy = false;
            // The same failure again and again would only tire.
            if (!outcome && core::englishText(outcome.error()) != lastFailure) {
                lastFailure = core::englishText(outcome.error());
                failures.push_back(outcome.error());
                if (wake)
                    wake();
            }
            if (outcome)
                lastFailure.clear();
            changed.notify_all();
        }
    }

    core::Outcome perform(const Wanted& job) {
        if (job.project == nullptr) {
            if (copy)
                copy->clear();
            return core::Nothing{};
        }
        if (!copy)
            copy = std::make_shared<data::RecoveryCopy>(folder);
        return copy->save(*job.project, job.path);
    }

    void want(Wanted next) {
        if (folder.empty())
            return;
        const std::lock_guard lock(mutex);
        if (!wanted || wanted->project == nullptr)
            due = Clock::now() + delay;
        wanted = std::move(next);
        wakeThread();
    }

    void wakeThread() {
        if (!thread.joinable())
            thread = std::jthread([this](const std::stop_token& stop) { serve(stop); });
        changed.notify_all();
    }
};

Autosaver::Autosaver(std::string recoveryFolder, std::function<void()> wake, std::chrono::milliseconds delay)
    : implementation_(std::make_unique<Implementation>()) {
    implementation_->folder = std::move(recoveryFolder);
    implementation_->wake = std::move(wake);
    implementation_->delay = delay;
}

Autosaver::~Autosaver() = default;

void Autosaver::keep(std::shared_ptr<const core::Project> project, std::string projectPath) {
    implementation_->want({std::move(project), std::move(projectPath)});
}

void Autosaver::adopt(std::shared_ptr<data::RecoveryCopy> copy) {
    const std::lock_guard lock(implementation_->mutex);
    implementation_->wanted.reset(); // of what was open before
    implementation_->adopted = std::move(copy);
    implementation_->wakeThread();
}

void Autosaver::clear() {
    {
        const std::lock_guard lock(implementation_->mutex);
        if (!implementation_->thread.joinable())
            return; // nothing was ever kept
    }
    implementation_->want({});
}

void Autosaver::finish() {
    std::unique_lock lock(implementation_->mutex);
    implementation_->hurry = true;
    implementation_->changed.notify_all();
    implementation_->changed.wait(
        lock, [this] { return !implementation_->wanted && !implementation_->adopted && !implementation_->busy; });
    implementation_->hurry = false;
}

std::vector<core::Message> Autosaver::takeFailures() {
    const std::lock_guard lock(implementation_->mutex);
    return std::exchange(implementation_->failures, {});
}

} // namespace jejaring::session
