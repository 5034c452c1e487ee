// SPDX-License-Identifier: MIT
#include "core/reason.hpp"

#include "core/phrase.hpp"
#include "core/result.hpp"

#include <cerrno>
#include <new>

namespace jejaring::core {
namespace {

// Empty for a rare one.
std::string_view wordsOf(int number) {
    switch (number) {
    case EACCES:
    case EPERM:
        return JEJARING_TR("you have no permission");
    case ENOENT:
        return JEJARING_TR("it does not exist");
    case ENOTDIR:
        return JEJARING_TR("part of the path is no folder");
    case EISDIR:
        return JEJARING_TR("it is a folder");
    case EEXIST:
        return JEJARING_TR("it exists already");
    case ENOTEMPTY:
        return JEJARING_TR("the folder is not empty");
    case ENOSPC:
        return JEJARING_TR("no space is left on the disk");
    case EDQUOT:
        return JEJARING_TR("your share of the disk is used up");
    case EFBIG:
        return JEJARING_TR("the file would be too large for the disk");
    case EROFS:
        return JEJARING_TR("the disk is read-only");
    case EIO:
        return JEJARING_TR("the disk reports a fault");
    case ENXIO:
    case ENODEV:
        return JEJARING_TR("the device is not there");
    case ESTALE:
    case ENOTCONN:
    case EHOSTDOWN:
    case ETIMEDOUT:
        return JEJARING_TR("the network folder does not answer");
    case EBUSY:
    case ETXTBSY:
    case EAGAIN:
        return JEJARING_TR("another program uses it");
    case ENAMETOOLONG:
        return JEJARING_TR("the name is too long");
    case EINVAL:
    case EILSEQ:
        return JEJARING_TR("the disk does not take this name");
    case EXDEV:
        return JEJARING_TR("it lies on another disk");
    case ELOOP:
        return JEJARING_TR("its links lead in a circle");
    case EMFILE:
    case ENFILE:
        return JEJARING_TR("too many files are open");
    case ENOMEM:
        return JEJARING_TR("memory ran out");
    default:
        return {};
    }
}

} // namespace

std::string systemReason(int number) {
    return systemReason(std::error_code(number, std::generic_category()));
}

std::string systemReason(const std::error_code& failure) {
    const bool isErrno = failure.category() == std::generic_category() || failure.category() == std::system_category();
    const std::string_view words = isErrno ? wordsOf(failure.value()) : std::string_view{};
    return words.empty() ? "(" + failure.message() + ")" : phrase(words);
}

std::string thrownReason(const std::exception& thrown) {
    if (dynamic_cast<const std::bad_alloc*>(&thrown) != nullptr)
        return phrase(JEJARING_TR("memory ran out"));
    if (const auto* const failed = dynamic_cast<const std::system_error*>(&thrown))
        return systemReason(failed->code());
    return "(" + std::string(thrown.what()) + ")";
}

} // namespace jejaring::core
