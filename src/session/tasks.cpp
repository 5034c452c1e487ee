// SPDX-License-Identifier: MIT
#include "session/tasks.hpp"

#include "core/reason.hpp"

#include <algorithm>
#include <cmath>
#include <condition_variable>
#include <deque>
#include <exception>
#include <mutex>
#include <optional>
#include <thread>

namespace jejaring::session {
namespace {

// Progress that moved less than this does not wake the loop: no frame would look different.
constexpr double kVisibleStep = 0.005;

} // namespace

bool TaskContext::report(double progress) {
    const double before = progress_.exchange(std::clamp(progress, 0.0, 1.0));
    if (wake_ != nullptr && *wake_ && std::abs(progress - before) >= kVisibleStep)
        (*wake_)();
    return !cancelled_;
}

bool TaskContext::report(double progress, core::Message detail) {
    {
        const std::lock_guard lock(detailMutex_);
        detail_ = std::move(detail);
    }
    return report(progress);
}

bool TaskContext::cancelled() const {
    return cancelled_;
}

struct TaskQueue::Implementation {
    struct Task {
        std::uint64_t id = 0;
        core::Message name;
        bool cancellable = true;
        std::function<Completion(TaskContext&)> work;
        TaskContext context;
        bool started = false;
    };

    std::function<void()> wake;
    std::size_t workerLimit;
    std::function<void(core::Message)> failed;

    mutable std::mutex mutex;
    std::condition_variable_any work;  // a task waits for a worker
    std::condition_variable_any ended; // a task ended
    std::uint64_t lastId = 0;
    std::deque<std::shared_ptr<Task>> tasks; // in order of their start, until they end
    std::deque<Completion> completions;
    std::deque<core::Message> failures;
    std::vector<std::jthread> workers; // last, so that they end before what they use

    std::shared_ptr<Task> nextWaiting() {
        const auto found = std::find_if(tasks.begin(), tasks.end(), [](const auto& task) { return !task->started; });
        return found == tasks.end() ? nullptr : *found;
    }

    void serve(const std::stop_token& stop) {
        std::unique_lock lock(mutex);
        for (;;) {
            if (!work.wait(lock, stop, [this] { return nextWaiting() != nullptr; }))
                return; // leaving, and nothing is left to do
            const std::shared_ptr<Task> task = nextWaiting();
            task->started = true;
            lock.unlock();
            Completion completion;
            std::optional<core::Message> failure;
            try {
                completion = task->work(task->context);
            } catch (const std::exception& exception) {
                failure =
                    core::error(core::ErrorCode::internal, JEJARING_TR("Something went wrong inside the program: {0}"),
                                {core::thrownReason(exception)});
            }
            task->work = nullptr; // releases what it captured here, not under the lock
            lock.lock();
            tasks.erase(std::find(tasks.begin(), tasks.end(), task));
            if (completion)
                completions.push_back(std::move(completion));
            if (failure)
                failures.push_back(std::move(*failure));
            ended.notify_all();
            lock.unlock();
            if (wake)
                wake();
            lock.lock();
        }
    }
};

TaskQueue::TaskQueue(std::function<void()> wake, std::size_t workers)
    : implementation_(std::make_unique<Implementation>()) {
    implementation_->wake = std::move(wake);
    implementation_->workerLimit = std::max<std::size_t>(workers, 1);
}

TaskQueue::~TaskQueue() {
    {
        const std::lock_guard lock(implementation_->mutex);
        std::erase_if(implementation_->tasks, [](const auto& task) { return task->cancellable && !task->started; });
        for (const auto& task : implementation_->tasks)
            task->context.cancelled_ = task->cancellable;
        for (std::jthread& worker : implementation_->workers)
            worker.request_stop();
    }
    implementation_->workers.clear(); // joins
}

std::uint64_t TaskQueue::start(core::Message name, std::function<Completion(TaskContext&)> work, bool cancellable) {
    Implementation& queue = *implementation_;
    auto task = std::make_shared<Implementation::Task>();
    task->name = std::move(name);
    task->work = std::move(work);
    task->cancellable = cancellable;
    task->context.wake_ = &queue.wake;
    const std::lock_guard lock(queue.mutex);
    task->id = ++queue.lastId;
    queue.tasks.push_back(task);
    if (queue.workers.size() < std::min(queue.tasks.size(), queue.workerLimit))
        queue.workers.emplace_back([&queue](const std::stop_token& stop) { queue.serve(stop); });
    queue.work.notify_one();
    return task->id;
}

void TaskQueue::onFailure(std::function<void(core::Message)> handler) {
    implementation_->failed = std::move(handler);
}

void TaskQueue::cancel(std::uint64_t id) {
    Implementation& queue = *implementation_;
    std::shared_ptr<Implementation::Task> dropped; // outlives the lock: its captures may be large
    const std::lock_guard lock(queue.mutex);
    const auto found =
        std::find_if(queue.tasks.begin(), queue.tasks.end(), [id](const auto& task) { return task->id == id; });
    if (found == queue.tasks.end() || !(*found)->cancellable)
        return;
    (*found)->context.cancelled_ = true;
    if (!(*found)->started) {
        dropped = *found;
        queue.tasks.erase(found);
        queue.ended.notify_all();
    }
}

std::vector<TaskStatus> TaskQueue::running() const {
    const std::lock_guard lock(implementation_->mutex);
    std::vector<TaskStatus> statuses;
    statuses.reserve(implementation_->tasks.size());
    for (const auto& task : implementation_->tasks) {
        const std::lock_guard detail(task->context.detailMutex_);
        statuses.push_back({task->id, task->name, task->context.progress_, task->context.detail_, task->cancellable});
    }
    return statuses;
}

bool TaskQueue::takeOver() {
    std::deque<Completion> completions;
    std::deque<core::Message> failures;
    {
        const std::lock_guard lock(implementation_->mutex);
        completions.swap(implementation_->completions);
        failures.swap(implementation_->failures);
    }
    for (const Completion& completion : completions)
        completion();
    for (core::Message& failure : failures)
        if (implementation_->failed)
            implementation_->failed(std::move(failure));
    return !completions.empty() || !failures.empty();
}

void TaskQueue::drain() {
    for (;;) {
        {
            std::unique_lock lock(implementation_->mutex);
            implementation_->ended.wait(lock, [this] { return implementation_->tasks.empty(); });
        }
        if (!takeOver())
            return;
    }
}

} // namespace jejaring::session
