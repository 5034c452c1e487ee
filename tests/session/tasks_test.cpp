// SPDX-License-Identifier: MIT
#include "session/tasks.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <latch>
#include <mutex>
#include <stdexcept>
#include <thread>

namespace jejaring::session {
namespace {

using namespace std::chrono_literals;

core::Message named(const char* text) {
    return core::note(text);
}

TEST(TaskQueue, CallsCompletionsOnTheThreadThatTakesOver) {
    TaskQueue queue({});
    std::thread::id worked;
    std::thread::id completed;
    queue.start(named("work"), [&](TaskContext&) {
        worked = std::this_thread::get_id();
        return [&] { completed = std::this_thread::get_id(); };
    });
    queue.drain();
    EXPECT_EQ(completed, std::this_thread::get_id());
    EXPECT_NE(worked, std::thread::id{});
    EXPECT_NE(worked, completed);
}

TEST(TaskQueue, CallsNoCompletionBeforeTakeOver) {
    TaskQueue queue({});
    bool completed = false;
    queue.start(named("work"), [&](TaskContext&) { return [&] { completed = true; }; });
    while (!queue.running().empty())
        std::this_thread::sleep_for(1ms);
    EXPECT_FALSE(completed);
    EXPECT_TRUE(queue.takeOver());
    EXPECT_TRUE(completed);
    EXPECT_FALSE(queue.takeOver());
}

TEST(TaskQueue, WakesWhenATaskEnds) {
    std::mutex mutex;
    std::condition_variable woken;
    bool awake = false;
    TaskQueue queue([&] {
        const std::lock_guard lock(mutex);
        awake = true;
        woken.notify_all();
    });
    queue.start(named("work"), [](TaskContext&) { return TaskQueue::Completion{}; });
    std::unique_lock lock(mutex);
    EXPECT_TRUE(woken.wait_for(lock, 10s, [&] { return awake; }));
}

TEST(TaskQueue, ReportsNameAndProgressOfWhatRuns) {
    TaskQueue queue({});
    std::latch reported(1);
    std::latch leave(1);
    const std::uint64_t id = queue.start(named("counting"), [&](TaskContext& context) {
        EXPECT_TRUE(context.report(0.5));
        reported.count_down();
        leave.wait();
        return TaskQueue::Completion{};
    });
    reported.wait();
    const std::vector<TaskStatus> running = queue.running();
    ASSERT_EQ(running.size(), 1U);
    EXPECT_EQ(running[0].id, id);
    EXPECT_EQ(running[0].name.id, "counting");
    EXPECT_DOUBLE_EQ(running[0].progress, 0.5);
    leave.count_down();
    queue.drain();
    EXPECT_TRUE(queue.running().empty());
}

TEST(TaskQueue, CancelReachesARunningTask) {
    TaskQueue queue({});
    bool stopped = false;
    const std::uint64_t id = queue.start(named("endless"), [&](TaskContext& context) {
        while (context.report(0.1))
            std::this_thread::sleep_for(1ms);
        return [&] { stopped = true; };
    });
    queue.cancel(id);
    queue.drain();
    // Cancelled before or after it started: in both cases it is over; its completion runs only where it had started.
    EXPECT_TRUE(queue.running().empty());
    std::latch started(1);
    const std::uint64_t second = queue.start(named("endless"), [&](TaskContext& context) {
        started.count_down();
        while (context.report(0.1))
            std::this_thread::sleep_for(1ms);
        return [&] { stopped = true; };
    });
    started.wait();
    queue.cancel(second);
    queue.drain();
    EXPECT_TRUE(stopped);
}

TEST(TaskQueue, CancelDropsAWaitingTask) {
    TaskQueue queue({}, 1);
    std::latch leave(1);
    bool ran = false;
    queue.start(named("first"), [&](TaskContext&) {
        leave.wait();
        return TaskQueue::Completion{};
    });
    const std::uint64_t waiting = queue.start(named("second"), [&](TaskContext&) {
        ran = true;
        return TaskQueue::Completion{};
    });
    queue.cancel(waiting);
    leave.count_down();
    queue.drain();
    EXPECT_FALSE(ran);
}

TEST(TaskQueue, AnUncancellableTaskRunsToItsEnd) {
    TaskQueue queue({}, 1);
    std::latch leave(1);
    bool cancelled = true;
    const std::uint64_t id = queue.start(
        named("save"),
        [&](TaskContext& context) {
            leave.wait();
            cancelled = context.cancelled();
            return TaskQueue::Completion{};
        },
        false);
    queue.cancel(id);
    leave.count_down();
    queue.drain();
    EXPECT_FALSE(cancelled);
}

TEST(TaskQueue, AnExceptionBecomesAMessage) {
    TaskQueue queue({});
    std::vector<core::Message> failures;
    queue.onFailure([&](core::Message message) { failures.push_back(std::move(message)); });
    queue.start(named("throws"),
                [](TaskContext&) -> TaskQueue::Completion { throw std::runtime_error("out of luck"); });
    queue.drain();
    ASSERT_EQ(failures.size(), 1U);
    EXPECT_EQ(failures[0].code, core::ErrorCode::internal);
    EXPECT_NE(core::englishText(failures[0]).find("out of luck"), std::string::npos);
}

TEST(TaskQueue, DrainWaitsForTasksThatCompletionsStart) {
    TaskQueue queue({});
    int steps = 0;
    queue.start(named("first"), [&](TaskContext&) {
        return [&] {
            ++steps;
            queue.start(named("second"), [&](TaskContext&) { return [&] { ++steps; }; });
        };
    });
    queue.drain();
    EXPECT_EQ(steps, 2);
}

TEST(TaskQueue, HandsOverTheResultsOfManyTasksOnce) {
    TaskQueue queue({}, 4);
    constexpr int kTasks = 500;
    std::vector<int> results;
    for (int i = 0; i < kTasks; ++i)
        queue.start(named("square"), [i, &results](TaskContext& context) {
            context.report(0.5);
            return [i, &results] { results.push_back(i); };
        });
    queue.drain();
    std::sort(results.begin(), results.end());
    ASSERT_EQ(results.size(), static_cast<std::size_t>(kTasks));
    for (int i = 0; i < kTasks; ++i)
        EXPECT_EQ(results[static_cast<std::size_t>(i)], i);
}

TEST(TaskQueue, LeavingCancelsAndWaits) {
    std::atomic<bool> ended = false;
    std::latch started(1);
    {
        TaskQueue queue({});
        queue.start(named("endless"), [&](TaskContext& context) {
            started.count_down();
            while (!context.cancelled())
                std::this_thread::sleep_for(1ms);
            ended = true;
            return TaskQueue::Completion{};
        });
        started.wait();
    }
    EXPECT_TRUE(ended);
}

} // namespace
} // namespace jejaring::session
