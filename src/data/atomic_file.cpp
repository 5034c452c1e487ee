// SPDX-License-Identifier: MIT
#include "data/atomic_file.hpp"

#include "core/reason.hpp"

#include <cerrno>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <memory>
#include <string_view>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace jejaring::data {

namespace {

constexpr std::string_view kPartial = ".part-";

core::Message exists(const std::string& path) {
    return core::error(core::ErrorCode::alreadyExists, JEJARING_TR("{0} exists already"), {path});
}

std::string folderOf(const std::string& path) {
    const std::size_t slash = path.rfind('/');
    return slash == std::string::npos ? "." : slash == 0 ? "/" : path.substr(0, slash);
}

core::Message failureMessage(int reason, const std::string& path) {
    switch (reason) {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
        return core::error(core::ErrorCode::diskFull, JEJARING_TR("No space left to write {0}"), {path});
    case EACCES:
    case EPERM:
    case EROFS:
        return core::error(core::ErrorCode::permissionDenied, JEJARING_TR("No permission to write {0}"), {path});
    case ENOENT:
    case ENOTDIR:
        // Some folders, as /proc, are there and take no files.
        if (std::error_code ignored; std::filesystem::is_directory(folderOf(path), ignored))
            return core::error(core::ErrorCode::permissionDenied,
                               JEJARING_TR("No file can be made in the folder of {0}"), {path});
        return core::error(core::ErrorCode::notFound, JEJARING_TR("The folder of {0} does not exist"), {path});
    case EEXIST:
        return exists(path);
    case ENAMETOOLONG:
        return core::error(core::ErrorCode::invalidArgument, JEJARING_TR("{0} could not be written: {1}"),
                           {path, core::systemReason(reason)});
    default:
        return core::error(core::ErrorCode::internal, JEJARING_TR("{0} could not be written: {1}"),
                           {path, core::systemReason(reason)});
    }
}

// What a symbolic link points to, so that the link stays and its file is replaced; other paths as they are.
std::string targetOf(const std::string& path) {
    struct stat found {};
    if (::lstat(path.c_str(), &found) != 0 || !S_ISLNK(found.st_mode))
        return path;
    const std::unique_ptr<char, decltype(&std::free)> resolved(::realpath(path.c_str(), nullptr), &std::free);
    return resolved ? resolved.get() : path;
}

} // namespace

core::Result<AtomicFile> AtomicFile::create(const std::string& path, bool overwrite) {
    struct stat found {};
    const bool replaces = ::stat(path.c_str(), &found) == 0;
    if (replaces) {
        if (S_ISDIR(found.st_mode))
            return core::error(core::ErrorCode::invalidArgument, JEJARING_TR("{0} is a folder"), {path});
        if (!overwrite)
            return exists(path);
        // Renaming over a device would take it away from everybody.
        if (!S_ISREG(found.st_mode))
            return core::error(core::ErrorCode::invalidArgument, JEJARING_TR("{0} is not a regular file."), {path});
        // A rename asks no leave of the file it replaces; a user who protected it means it.
        if (::faccessat(AT_FDCWD, path.c_str(), W_OK, AT_EACCESS) != 0)
            return failureMessage(errno, path);
    }
    AtomicFile made;
    made.path_ = targetOf(path);
    made.overwrite_ = overwrite;
    for (int attempt = 0; made.descriptor_ < 0; ++attempt) {
        std::string name =
            made.path_ + std::string(kPartial) + std::to_string(::getpid()) + "-" + std::to_string(attempt);
        made.descriptor_ = ::open(name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        if (made.descriptor_ >= 0)
            made.temporaryPath_ = std::move(name);
        else if (errno != EEXIST)
            return failureMessage(errno, path);
    }
    if (replaces && !made.takeMode(found.st_mode))
        return failureMessage(errno, path);
    return made;
}

// Not asked of file systems that give all files the same permissions.
bool AtomicFile::takeMode(mode_t mode) {
    constexpr mode_t kPermissions = 07777;
    struct stat own {};
    return ::fstat(descriptor_, &own) == 0 &&
           ((own.st_mode & kPermissions) == (mode & kPermissions) || ::fchmod(descriptor_, mode & kPermissions) == 0);
}

AtomicFile::~AtomicFile() {
    discard();
}

AtomicFile::AtomicFile(AtomicFile&& other) noexcept
    : path_(std::move(other.path_)), temporaryPath_(std::exchange(other.temporaryPath_, {})),
      overwrite_(other.overwrite_), descriptor_(std::exchange(other.descriptor_, -1)), failure_(other.failure_) {}

AtomicFile& AtomicFile::operator=(AtomicFile&& other) noexcept {
    std::swap(path_, other.path_);
    std::swap(temporaryPath_, other.temporaryPath_);
    std::swap(overwrite_, other.overwrite_);
    std::swap(descriptor_, other.descriptor_);
    std::swap(failure_, other.failure_);
    return *this;
}

void AtomicFile::discard() {
    if (descriptor_ >= 0)
        ::close(descriptor_);
    descriptor_ = -1;
    if (!temporaryPath_.empty())
        ::unlink(temporaryPath_.c_str());
    temporaryPath_.clear();
}

void AtomicFile::write(std::span<const std::byte> bytes) {
    while (!bytes.empty() && failure_ == 0) {
        const ssize_t written = ::write(descriptor_, bytes.data(), bytes.size());
        if (written >= 0)
            bytes = bytes.subspan(static_cast<std::size_t>(written));
        else if (errno != EINTR)
            failure_ = errno;
    }
}

core::Outcome AtomicFile::commit(Durable durable) {
    if (failure_ == 0 && durable == Durable::yes && ::fsync(descriptor_) != 0)
        failure_ = errno;
    if (descriptor_ >= 0 && ::close(descriptor_) != 0 && failure_ == 0)
        failure_ = errno;
    descriptor_ = -1;
    if (failure_ == 0) {
        // A link is made only where the name is free; renaming would replace whatever took it meanwhile.
        const bool named = overwrite_ ? ::rename(temporaryPath_.c_str(), path_.c_str()) == 0
                                      : ::link(temporaryPath_.c_str(), path_.c_str()) == 0;
        if (named && overwrite_)
            temporaryPath_.clear();
        else if (!named && !overwrite_ && (errno == EPERM || errno == EOPNOTSUPP || errno == ENOSYS)) {
            // A file system without links, such as FAT.
            if (::access(path_.c_str(), F_OK) == 0)
                failure_ = EEXIST;
            else if (::rename(temporaryPath_.c_str(), path_.c_str()) == 0)
                temporaryPath_.clear();
            else
                failure_ = errno;
        } else if (!named)
            failure_ = errno;
    }
    discard();
    if (failure_ != 0)
        return failureMessage(failure_, path_);
    if (durable == Durable::no)
        return core::Nothing{};
    // The folder's entry survives a loss of power only once the folder is synced too.
    const int folder = ::open(folderOf(path_).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder >= 0) {
        ::fsync(folder);
        ::close(folder);
    }
    return core::Nothing{};
}

void removePartialFiles(const std::string& path) {
    const std::filesystem::path target = targetOf(path);
    const std::string prefix = target.filename().string() + std::string(kPartial);
    std::error_code ignored;
    for (const std::filesystem::directory_entry& entry :
         std::filesystem::directory_iterator(folderOf(target.string()), ignored))
        if (entry.path().filename().string().starts_with(prefix))
            std::filesystem::remove(entry.path(), ignored);
}

} // namespace jejaring::data
