// SPDX-License-Identifier: MIT
#include "data/project/project_lock.hpp"

#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <thread>
#include <utility>

#include <fcntl.h>
#include <pwd.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace jejaring::data {
namespace {

// A lock that is taken is asked for again and again for so long, and longer where its holder is ending.
constexpr std::chrono::milliseconds kGrace{100};
constexpr std::chrono::seconds kLongestEnding{5};
constexpr std::chrono::milliseconds kPause{20};

// The lock of the file itself, whichever link leads there.
std::string lockFileOf(const std::string& projectPath) {
    std::error_code ignored;
    std::filesystem::path path = std::filesystem::weakly_canonical(projectPath, ignored);
    if (path.empty())
        path = projectPath;
    return (path.parent_path() / (".~lock." + path.filename().string() + "#")).string();
}

std::string ownHost() {
    std::array<char, 256> host{};
    return ::gethostname(host.data(), host.size() - 1) == 0 ? host.data() : "";
}

std::string ownDescription() {
    const passwd* const user = ::getpwuid(::geteuid());
    return std::string(user == nullptr ? "" : user->pw_name) + '\n' + ownHost() + '\n' + std::to_string(::getpid()) +
           '\n';
}

std::optional<ProjectLock::Holder> readHolder(int handle) {
    std::array<char, 1024> text{};
    const ssize_t count = ::pread(handle, text.data(), text.size(), 0);
    if (count <= 0)
        return std::nullopt;
    std::istringstream lines(std::string(text.data(), static_cast<std::size_t>(count)));
    ProjectLock::Holder holder;
    std::getline(lines, holder.user);
    std::getline(lines, holder.host);
    std::getline(lines, holder.process);
    return holder;
}

// True where the holder's process is gone or on its way out: the system lets go of a lock when the last thread has
// ended and the memory was given back, which takes a while after a crash.
bool isEnding(const ProjectLock::Holder& holder) {
    if (holder.host != ownHost() || holder.process.empty() ||
        holder.process.find_first_not_of("0123456789") != std::string::npos)
        return false;
    std::ifstream status("/proc/" + holder.process + "/status");
    if (!status)
        return std::filesystem::exists("/proc/self/status");
    bool hasMemory = false;
    constexpr unsigned long long kKillBit = 1ULL << (SIGKILL - 1);
    for (std::string line; std::getline(status, line);) {
        std::istringstream words(line);
        std::string name;
        std::string value;
        words >> name >> value;
        if (name == "State:" && (value == "Z" || value == "X"))
            return true;
        if ((name == "SigPnd:" || name == "ShdPnd:") && (std::strtoull(value.c_str(), nullptr, 16) & kKillBit) != 0)
            return true;
        hasMemory = hasMemory || name == "VmSize:";
    }
    return !hasMemory;
}

// True while `handle` is still the file of this name: who held it before may have removed it in between.
bool stillThere(int handle, const std::string& file) {
    struct stat own {};
    struct stat named {};
    return ::fstat(handle, &own) == 0 && ::stat(file.c_str(), &named) == 0 && own.st_dev == named.st_dev &&
           own.st_ino == named.st_ino;
}

} // namespace

ProjectLock::~ProjectLock() {
    release();
}

ProjectLock::ProjectLock(ProjectLock&& other) noexcept
    : state_(std::exchange(other.state_, State::none)), handle_(std::exchange(other.handle_, -1)),
      file_(std::move(other.file_)), holder_(std::move(other.holder_)) {}

ProjectLock& ProjectLock::operator=(ProjectLock&& other) noexcept {
    if (this != &other) {
        release();
        state_ = std::exchange(other.state_, State::none);
        handle_ = std::exchange(other.handle_, -1);
        file_ = std::move(other.file_);
        holder_ = std::move(other.holder_);
    }
    return *this;
}

void ProjectLock::release() {
    if (handle_ < 0)
        return;
    // Removed before it is let go, so that nobody locks a file that is about to vanish.
    if (state_ == State::held)
        ::unlink(file_.c_str());
    ::close(handle_);
    handle_ = -1;
    state_ = State::none;
}

ProjectLock ProjectLock::acquire(const std::string& projectPath) {
    ProjectLock lock;
    lock.file_ = lockFileOf(projectPath);
    using Clock = std::chrono::steady_clock;
    const Clock::time_point start = Clock::now();
    int attempts = 5; // to lock a file that is still there then
    while (attempts > 0) {
        lock.handle_ = ::open(lock.file_.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0666);
        if (lock.handle_ < 0)
            break;
        if (::flock(lock.handle_, LOCK_EX | LOCK_NB) != 0) {
            const bool busy = errno == EWOULDBLOCK;
            if (busy)
                lock.holder_ = readHolder(lock.handle_);
            ::close(std::exchange(lock.handle_, -1));
            const Clock::duration waited = Clock::now() - start;
            if (busy && (waited < kGrace || (waited < kLongestEnding && lock.holder_ && isEnding(*lock.holder_)))) {
                std::this_thread::sleep_for(kPause);
                continue;
            }
            lock.state_ = busy ? State::taken : State::failed;
            return lock;
        }
        lock.holder_.reset();
        if (stillThere(lock.handle_, lock.file_)) {
            const std::string own = ownDescription();
            if (::ftruncate(lock.handle_, 0) == 0)
                static_cast<void>(::pwrite(lock.handle_, own.data(), own.size(), 0)); // a courtesy; the lock holds
            lock.state_ = State::held;
            return lock;
        }
        ::close(std::exchange(lock.handle_, -1));
        --attempts;
    }
    lock.state_ = State::failed;
    return lock;
}

} // namespace jejaring::data
