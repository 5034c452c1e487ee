// SPDX-License-Identifier: MIT
// Work on worker threads, with progress and cancel. Workers read and compute and hand over immutable results; the main
// thread takes them over between two frames.
#pragma once

#include "core/result.hpp"

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace jejaring::session {

struct TaskStatus {
    std::uint64_t id = 0;
    core::Message name;
    double progress = 0;  // 0 to 1; negative where unknown
    core::Message detail; // what it is at: "17 of 514 · Kab. Paser"; without an id where it does not say
    bool cancellable = true;
};

// What a running task sees.
class TaskContext {
  public:
    // Reports progress (0 to 1); answers false once the task should stop.
    bool report(double progress);
    bool report(double progress, core::Message detail); // and what it is at
    [[nodiscard]] bool cancelled() const;

  private:
    friend class TaskQueue;
    std::atomic<double> progress_{-1};
    std::atomic<bool> cancelled_{false};
    mutable std::mutex detailMutex_;
    core::Message detail_;
    const std::function<void()>* wake_ = nullptr;
};

class TaskQueue {
  public:
    // `wake` is called from workers when a task ends or reports progress. At most `workers` tasks run at once, the
    // others wait for their turn; threads are started when the first tasks need them.
    explicit TaskQueue(std::function<void()> wake, std::size_t workers = 3);
    // Cancels what can be cancelled, runs the rest to its end; completions that were not taken over are dropped.
    ~TaskQueue();
    TaskQueue(const TaskQueue&) = delete;
    TaskQueue& operator=(const TaskQueue&) = delete;

    // Runs `work` on a worker; what it returns is called on the main thread by takeOver(). A task that is cancelled
    // before it starts is dropped. One that throws ends with `onFailure` on the main thread instead.
    using Completion = std::function<void()>;
    std::uint64_t start(core::Message name, std::function<Completion(TaskContext&)> work, bool cancellable = true);
    void onFailure(std::function<void(core::Message)> handler);
    void cancel(std::uint64_t id);
    [[nodiscard]] std::vector<TaskStatus> running() const;
    // Calls the completions of finished tasks; true where there was one.
    bool takeOver();
    // Waits until every task has ended and its completion was called. For tests and for leaving.
    void drain();

  private:
    struct Implementation;
    std::unique_ptr<Implementation> implementation_;
};

} // namespace jejaring::session
