// SPDX-License-Identifier: MIT
#include "data/file_io.hpp"

#include "core/reason.hpp"

#include <array>
#include <cerrno>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace jejaring::data {
namespace {

using core::error;
using core::ErrorCode;

class File {
  public:
    explicit File(int handle) : handle_(handle) {}
    File(const File&) = delete;
    File& operator=(const File&) = delete;
    ~File() {
        if (handle_ >= 0)
            ::close(handle_);
    }

    [[nodiscard]] bool isOpen() const { return handle_ >= 0; }
    [[nodiscard]] int handle() const { return handle_; }

  private:
    int handle_;
};

} // namespace

core::Result<std::string> readWholeFile(const std::string& path) {
    const File file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (!file.isOpen()) {
        if (errno == ENOENT || errno == ENOTDIR)
            return error(ErrorCode::notFound, JEJARING_TR("{0} does not exist"), {path});
        return error(ErrorCode::unreadable, JEJARING_TR("{0} cannot be read: {1}"), {path, core::systemReason(errno)});
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
            return error(ErrorCode::unreadable, JEJARING_TR("{0} cannot be read: {1}"),
                         {path, core::systemReason(errno)});
        if (count == 0)
            return text;
        text.append(buffer.data(), static_cast<std::size_t>(count));
    }
}

core::Outcome writeWholeFile(const std::string& path, std::span<const std::span<const std::byte>> parts,
                             Durable durable) {
    core::Result<AtomicFile> file = AtomicFile::create(path, true);
    if (!file)
        return core::Outcome::failure(file.messages());
    for (const std::span<const std::byte> part : parts)
        file.value().write(part);
    return file.value().commit(durable);
}

} // namespace jejaring::data
