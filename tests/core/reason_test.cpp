// SPDX-License-Identifier: MIT
#include "core/reason.hpp"

#include "core/phrase.hpp"

#include <gtest/gtest.h>

#include <cerrno>
#include <new>
#include <stdexcept>
#include <string>

namespace jejaring::core {
namespace {

std::string inEnglish(const std::string& reason) {
    return expandPhrases(reason, englishWording());
}

TEST(Reason, CommonOnesAreInTheProgramsOwnWords) {
    for (const int number : {EACCES, EPERM, ENOENT, ENOTDIR, EISDIR, ENOSPC, EROFS, EDQUOT, EIO, EBUSY, ENAMETOOLONG,
                             EXDEV, EMFILE, ENOMEM, EEXIST, ENOTEMPTY, EFBIG, ELOOP, ESTALE}) {
        EXPECT_NE(systemReason(number), inEnglish(systemReason(number))) << number << " is not translated";
        EXPECT_FALSE(inEnglish(systemReason(number)).starts_with('(')) << number;
    }
    EXPECT_EQ(inEnglish(systemReason(EACCES)), "you have no permission");
    EXPECT_EQ(systemReason(std::make_error_code(std::errc::no_space_on_device)), systemReason(ENOSPC));
    EXPECT_EQ(systemReason(std::error_code(ENOSPC, std::system_category())), systemReason(ENOSPC));
}

TEST(Reason, OfARareOneTheSystemsWordsStandInBrackets) {
    EXPECT_EQ(systemReason(EDOM), "(" + std::generic_category().message(EDOM) + ")");
}

TEST(Reason, OfWhatWasThrown) {
    EXPECT_EQ(inEnglish(thrownReason(std::bad_alloc())), "memory ran out");
    EXPECT_EQ(thrownReason(std::system_error(EIO, std::generic_category())), systemReason(EIO));
    EXPECT_EQ(thrownReason(std::runtime_error("out of luck")), "(out of luck)");
}

} // namespace
} // namespace jejaring::core
