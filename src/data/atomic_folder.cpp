// SPDX-License-Identifier: MIT
#include "data/atomic_folder.hpp"

#include "core/reason.hpp"

#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>
#include <vector>

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
    case ENAMETOOLONG:
        return core::error(core::ErrorCode::invalidArgument, JEJARING_TR("{0} could not be written: {1}"),
                           {path, core::systemReason(reason)});
    default:
        return core::error(core::ErrorCode::internal, JEJARING_TR("{0} could not be written: {1}"),
                           {path, core::systemReason(reason)});
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
        made.merges_ = true;
        if ((!fs::is_empty(made.target_, unreadable) || unreadable) && !overwrite)
            return failureMessage(EEXIST, path);
        if (::access(made.target_.c_str(), W_OK | X_OK) != 0)
            return failureMessage(errno, path);
    }
    // Inside a folder that is there already: that one may be written to where the one around it may not, and be another
    // file system.
    const std::string beginning = made.merges_ ? made.target_ + "/.part-" : made.target_ + ".part-";
    for (int attempt = 0; made.temporaryPath_.empty(); ++attempt) {
        std::string name = beginning + std::to_string(::getpid()) + "-" + std::to_string(attempt);
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
    struct Moved {
        fs::path from;
        fs::path to;
        fs::path old; // what stood there; empty for nothing
    };
    std::vector<Moved> moved;
    const auto takeBack = [&moved](int reason, const fs::path& at) {
        std::error_code ignored;
        for (auto each = moved.rbegin(); each != moved.rend(); ++each) {
            fs::rename(each->to, each->from, ignored);
            if (!each->old.empty())
                fs::rename(each->old, each->to, ignored);
        }
        return core::Outcome(failureMessage(reason, at.string()));
    };
    const fs::path olds = fs::path(temporaryPath_) / ".replaced";
    std::error_code failed;
    std::vector<fs::path> files;
    for (fs::directory_iterator at(temporaryPath_, failed), end; !failed && at != end; at.increment(failed))
        files.push_back(at->path());
    if (!failed)
        fs::create_directory(olds, failed);
    if (failed)
        return failureMessage(failed.value(), target_);
    for (const fs::path& from : files) {
        Moved each{from, fs::path(target_) / from.filename(), {}};
        if (fs::is_directory(each.to, failed))
            return takeBack(EISDIR, each.to);
        if (fs::exists(fs::symlink_status(each.to, failed))) {
            if (std::rename(each.to.c_str(), (olds / from.filename()).c_str()) != 0)
                return takeBack(errno, each.to);
            each.old = olds / from.filename();
        }
        if (std::rename(from.c_str(), each.to.c_str()) != 0) {
            const int reason = errno;
            std::error_code ignored;
            if (!each.old.empty())
                fs::rename(each.old, each.to, ignored);
            return takeBack(reason, each.to);
        }
        moved.push_back(std::move(each));
    }
    return core::Nothing{};
}

core::Outcome AtomicFolder::commit() {
    core::Outcome outcome = core::Nothing{};
    if (merges_)
        outcome = moveFiles();
    else if (std::rename(temporaryPath_.c_str(), target_.c_str()) != 0)
        outcome = failureMessage(errno, target_);
    else
        temporaryPath_.clear();
    discard();
    return outcome;
}

} // namespace jejaring::data
