// SPDX-License-Identifier: MIT
#include "session/file_watch.hpp"

#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>

namespace jejaring::session {

struct FileWatch::Implementation {
    struct Followed {
        std::string path;
        data::FileStamp known;
    };

    std::function<void()> wake;
    std::chrono::milliseconds interval;

    std::mutex mutex;
    std::condition_variable_any asked;
    std::optional<Followed> followed;
    std::uint64_t request = 0; // the follow() or rest() that holds
    bool change = false;
    std::jthread thread; // last, so that it ends before what it uses

    void serve(const std::stop_token& stop) {
        std::uint64_t seenOf = 0;
        std::optional<data::FileStamp> seen; // another stamp than the known one, at the last look
        std::unique_lock lock(mutex);
        while (asked.wait(lock, stop, [this] { return followed && !change; })) {
            const std::uint64_t looked = request;
            if (asked.wait_for(lock, stop, interval, [this, looked] { return request != looked; }))
                continue;
            if (stop.stop_requested())
                return;
            const Followed file = *followed;
            lock.unlock(); // a disk may take its time
            std::optional<data::FileStamp> now = data::stampOf(file.path);
            lock.lock();
            if (request != looked)
                continue;
            if (now == file.known)
                now.reset();
            const bool settled = now && now == seen && seenOf == looked;
            seen = now;
            seenOf = looked;
            if (!settled)
                continue;
            change = true;
            if (wake)
                wake();
        }
    }

    void ask(std::optional<Followed> next) {
        const std::lock_guard lock(mutex);
        followed = std::move(next);
        ++request;
        change = false;
        if (followed && !thread.joinable())
            thread = std::jthread([this](const std::stop_token& stop) { serve(stop); });
        asked.notify_all();
    }
};

FileWatch::FileWatch(std::function<void()> wake, std::chrono::milliseconds interval)
    : implementation_(std::make_unique<Implementation>()) {
    implementation_->wake = std::move(wake);
    implementation_->interval = interval;
}

FileWatch::~FileWatch() = default;

void FileWatch::follow(std::string path, const data::FileStamp& known) {
    implementation_->ask(Implementation::Followed{std::move(path), known});
}

void FileWatch::rest() {
    implementation_->ask(std::nullopt);
}

bool FileWatch::takeChange() {
    const std::lock_guard lock(implementation_->mutex);
    if (!implementation_->change || !implementation_->followed)
        return false;
    implementation_->change = false;
    implementation_->followed.reset();
    return true;
}

} // namespace jejaring::session
