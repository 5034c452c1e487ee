// SPDX-License-Identifier: MIT
#include "data/file_io.hpp"

#include <array>
#include <atomic>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <memory>
#include <string_view>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace jejaring::data {
namespace {

using core::error;
using core::ErrorCode;
using core::Message;

class File {
  public:
    explicit File(int handle) : handle_(handle) {}
    File(const File&) = delete;
    File& operator=(const File&) = delete;
    ~File() { static_cast<void>(close()); }

    [[nodiscard]] bool isOpen() const { return handle_ >= 0; }
    [[nodiscard]] int handle() const { return handle_; }
    // False, with errno, where data could not be written after all.
    [[nodiscard]] bool close() {
        const int handle = std::exchange(handle_, -1);
        return handle < 0 || ::close(handle) == 0;
    }

  private:
    int handle_;
};

Message writeFailure(int number, const std::string& path) {
    switch (number) {
    case ENOENT:
    case ENOTDIR:
        return error(ErrorCode::notFound, JEJARING_TR("The folder of {0} does not exist"), {path});
    case EACCES:
    case EPERM:
    case EROFS:
        return error(ErrorCode::permissionDenied, JEJARING_TR("No permission to write {0}"), {path});
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
        return error(ErrorCode::diskFull, JEJARING_TR("No space left to write {0}"), {path});
    case EISDIR:
        return error(ErrorCode::wrongFormat, JEJARING_TR("{0} is a folder"), {path});
    default:
        return error(ErrorCode::unreadable, JEJARING_TR("{0} could not be written: {1}"),
                     {path, std::strerror(number)});
    }
}

bool writeAll(int handle, std::span<const std::byte> bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(handle, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return false;
        bytes = bytes.subspan(static_cast<std::size_t>(written));
    }
    return true;
}

// The file a link leads to; the path itself where it is no link or leads nowhere.
std::string followed(const std::string& path) {
    const std::unique_ptr<char, decltype(&std::free)> real(::realpath(path.c_str(), nullptr), &std::free);
    return real ? std::string(real.get()) : path;
}

std::string folderOf(const std::string& path) {
    const std::size_t slash = path.rfind('/');
    if (slash == std::string::npos)
        return ".";
    return slash == 0 ? "/" : path.substr(0, slash);
}

constexpr std::string_view kPartial = ".part-";

// A name beside the target that no other writer uses.
std::string temporaryName(const std::string& target) {
    static std::atomic<unsigned> count{0};
    return target + std::string(kPartial) + std::to_string(::getpid()) + '-' + std::to_string(count++);
}

} // namespace

core::Result<std::string> readWholeFile(const std::string& path) {
    const File file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (!file.isOpen()) {
        if (errno == ENOENT || errno == ENOTDIR)
            return error(ErrorCode::notFound, JEJARING_TR("{0} does not exist"), {path});
        return error(ErrorCode::unreadable, JEJARING_TR("{0} cannot be read: {1}"), {path, std::strerror(errno)});
    }
    struct stat status {};
    std::string text;
    if (::fstat(file.handle(), &status) == 0 && S_ISREG(status.st_mode))
        text.reserve(static_cast<std::size_t>(status.st_size));
    std::array<char, 65536> buffer{};
    for (;;) {
        const ssize_t count = ::read(file.handle(), buffer.data(), buffer.size());
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return error(ErrorCode::unreadable, JEJARING_TR("{0} cannot be read: {1}"), {path, std::strerror(errno)});
        if (count == 0)
            return text;
        text.append(buffer.data(), static_cast<std::size_t>(count));
    }
}

core::Outcome writeWholeFile(const std::string& path, std::span<const std::span<const std::byte>> parts) {
    const std::string target = followed(path);
    struct stat existing {};
    const bool exists = ::stat(target.c_str(), &existing) == 0;
    if (exists && S_ISDIR(existing.st_mode))
        return writeFailure(EISDIR, path);
    // A rename asks no leave of the file it replaces; a user who protected it means it.
    if (exists && ::faccessat(AT_FDCWD, target.c_str(), W_OK, AT_EACCESS) != 0)
        return writeFailure(errno, path);

    const std::string temporary = temporaryName(target);
    File file(::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666));
    if (!file.isOpen())
        return writeFailure(errno, path);
    const auto fail = [&](int number) {
        ::unlink(temporary.c_str());
        return writeFailure(number, path);
    };
    if (exists && ::fchmod(file.handle(), existing.st_mode & 07777) != 0)
        return fail(errno);
    for (const std::span<const std::byte> part : parts)
        if (!writeAll(file.handle(), part))
            return fail(errno);
    if (::fsync(file.handle()) != 0 || !file.close() || ::rename(temporary.c_str(), target.c_str()) != 0)
        return fail(errno);
    // The new name is durable once its folder is; a file system that cannot sync folders does so by itself.
    const File folder(::open(folderOf(target).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (folder.isOpen())
        static_cast<void>(::fsync(folder.handle()));
    return core::Nothing{};
}

void removePartialFiles(const std::string& path) {
    const std::filesystem::path target = followed(path);
    const std::string prefix = target.filename().string() + std::string(kPartial);
    std::error_code ignored;
    for (const std::filesystem::directory_entry& entry :
         std::filesystem::directory_iterator(folderOf(target.string()), ignored))
        if (entry.path().filename().string().starts_with(prefix))
            std::filesystem::remove(entry.path(), ignored);
}

} // namespace jejaring::data
