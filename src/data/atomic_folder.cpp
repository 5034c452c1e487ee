// SPDX-License-Identifier: MIT
#include "data/atomic_folder.hpp"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace jejaring::data {
namespace {

namespace fs = std::filesystem;

core::Message failureMessage(int reason, const std::string& path) {
    switch (reason) {
    case ENOSPC:
    case EDQUOT:
        return core::error(core::ErrorCode::diskFull, JEJARING_TR("No space left to write {0}"), {path});
    case EACCES:
    case EPERM:
    case EROFS:
        return core::error(core::ErrorCode::permissionDenied, JEJARING_TR("No permission to write {0}"), {path});
    case ENOENT:
    case ENOTDIR:
        return core::error(core::ErrorCode::notFound, JEJARING_TR("The folder of {0} does not exist"), {path});
    case EEXIST:
    case ENOTEMPTY:
        return core::error(core::ErrorCode::alreadyExists, JEJARING_TR("{0} exists already"), {path});
    default:
        return core::error(core::ErrorCode::internal, JEJARING_TR("{0} could not be written: {1}"),
                           {path, std::strerror(reason)});
    }
}

// As it is named in its folder, whatever it ends in; of a link what it points to.
std::string nameOf(const std::string& path) {
    std::string name = path;
    while (name.size() > 1 && name.ends_with('/'))
        name.pop_back();
    std::error_code failed;
    const fs::path resolved = fs::weakly_canonical(name, failed);
    return failed ? name : resolved.string();
}

} // namespace

core::Result<AtomicFolder> AtomicFolder::create(const std::string& path, bool overwrite) {
    AtomicFolder made;
    made.target_ = nameOf(path);
    struct stat found {};
    if (::stat(made.target_.c_str(), &found) == 0) {
        if (!S_ISDIR(found.st_mode))
            return core::error(core::ErrorCode::invalidArgument, JEJARING_TR("{0} is a file, not a folder."), {path});
        std::error_code unreadable;
        made.merges_ = !fs::is_empty(made.target_, unreadable) || unreadable;
        if (made.merges_ && !overwrite)
            return failureMessage(EEXIST, path);
        if (::access(made.target_.c_str(), W_OK | X_OK) != 0)
            return failureMessage(errno, path);
    }
    for (int attempt = 0; made.temporaryPath_.empty(); ++attempt) {
        std::string name = made.target_ + ".part-" + std::to_string(::getpid()) + "-" + std::to_string(attempt);
        if (::mkdir(name.c_str(), 0777) == 0)
            made.temporaryPath_ = std::move(name);
        else if (errno != EEXIST)
            return failureMessage(errno, path);
    }
    return made;
}

AtomicFolder::~AtomicFolder() {
    discard();
}

AtomicFolder::AtomicFolder(AtomicFolder&& other) noexcept
    : target_(std::move(other.target_)), temporaryPath_(std::exchange(other.temporaryPath_, {})),
      merges_(other.merges_) {}

AtomicFolder& AtomicFolder::operator=(AtomicFolder&& other) noexcept {
    std::swap(target_, other.target_);
    std::swap(temporaryPath_, other.temporaryPath_);
    std::swap(merges_, other.merges_);
    return *this;
}

void AtomicFolder::discard() {
    std::error_code ignored;
    if (!temporaryPath_.empty())
        fs::remove_all(temporaryPath_, ignored);
    temporaryPath_.clear();
}

core::Outcome AtomicFolder::moveFiles() {
    std::error_code failed;
    for (const fs::directory_entry& entry : fs::directory_iterator(temporaryPath_, failed)) {
        const fs::path to = fs::path(target_) / entry.path().filename();
        if (std::rename(entry.path().c_str(), to.c_str()) != 0)
            return failureMessage(errno, to.string());
    }
    if (failed)
        return failureMessage(failed.value(), target_);
    return core::Nothing{};
}

core::Outcome AtomicFolder::commit() {
    core::Outcome outcome = core::Nothing{};
    if (merges_)
        outcome = moveFiles();
    // A folder takes the place of an empty one, and of nothing else.
    else if (std::rename(temporaryPath_.c_str(), target_.c_str()) != 0)
        outcome = failureMessage(errno, target_);
    else
        temporaryPath_.clear();
    discard();
    return outcome;
}

} // namespace jejaring::data
