// SPDX-License-Identifier: MIT
#include "session/atomic_file.hpp"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <unistd.h>
#include <vector>

namespace jejaring::session {
namespace {

class Descriptor {
  public:
    explicit Descriptor(int value) : value_(value) {}
    ~Descriptor() {
        if (value_ >= 0)
            ::close(value_);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    [[nodiscard]] int get() const { return value_; }

  private:
    int value_;
};

core::Message failureOf(const std::string& path, int error) {
    if (error == ENOSPC || error == EDQUOT)
        return core::error(core::ErrorCode::diskFull, JEJARING_TR("No space is left on the disk for {0}."), {path});
    return core::error(core::ErrorCode::permissionDenied, JEJARING_TR("{0} cannot be written: {1}"),
                       {path, std::strerror(error)});
}

} // namespace

core::Outcome writeFileAtomically(const std::string& path, std::string_view text) {
    std::error_code ignored;
    std::filesystem::create_directories(std::filesystem::path(path).parent_path(), ignored);
    std::string temporary = path + ".XXXXXX";
    const Descriptor file(::mkostemp(temporary.data(), O_CLOEXEC));
    if (file.get() < 0)
        return failureOf(path, errno);
    int error = 0;
    while (!text.empty() && error == 0) {
        const ssize_t written = ::write(file.get(), text.data(), text.size());
        if (written > 0)
            text.remove_prefix(static_cast<std::size_t>(written));
        else if (errno != EINTR)
            error = errno;
    }
    if (error == 0 && ::fsync(file.get()) != 0)
        error = errno;
    if (error == 0 && ::rename(temporary.c_str(), path.c_str()) != 0)
        error = errno;
    if (error == 0)
        return core::Nothing{};
    ::unlink(temporary.c_str());
    return failureOf(path, error);
}

} // namespace jejaring::session
