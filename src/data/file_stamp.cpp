// SPDX-License-Identifier: MIT
#include "data/file_stamp.hpp"

#include <sys/stat.h>

namespace jejaring::data {
namespace {

std::int64_t nanoseconds(const struct timespec& time) {
    constexpr std::int64_t kNanoseconds = 1'000'000'000;
    return std::int64_t{time.tv_sec} * kNanoseconds + time.tv_nsec;
}

} // namespace

std::optional<FileStamp> stampOf(const std::string& path) {
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0)
        return std::nullopt;
    FileStamp stamp{status.st_dev, status.st_ino, status.st_size, nanoseconds(status.st_mtim), 0, 0};
    struct stat log {};
    if (::stat((path + "-wal").c_str(), &log) == 0 && log.st_size > 0) {
        stamp.logSize = log.st_size;
        stamp.logChanged = nanoseconds(log.st_mtim);
    }
    return stamp;
}

} // namespace jejaring::data
