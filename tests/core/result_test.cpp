// SPDX-License-Identifier: MIT
#include "core/result.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace jejaring::core {
namespace {

TEST(Result, carriesValueAndWarnings) {
    const Result<int> result{7, {warning("{0} names did not match", {"3"})}};
    ASSERT_TRUE(result.ok());
    EXPECT_EQ(result.value(), 7);
    ASSERT_EQ(result.messages().size(), 1U);
    EXPECT_EQ(englishText(result.messages()[0]), "3 names did not match");
}

TEST(Result, aFailureHandsOnItsError) {
    const Result<int> first{error(ErrorCode::notFound, "{0} does not exist", {"a"})};
    ASSERT_FALSE(first);
    const auto second = Result<std::string>::failure(first.messages());
    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().code, ErrorCode::notFound);
}

TEST(Substitute, putsArgumentsInAnyOrder) {
    EXPECT_EQ(substitute("{1} before {0}", {"b", "a"}), "a before b");
    EXPECT_EQ(substitute("{0}{0}", {"x"}), "xx");
    EXPECT_EQ(substitute("{2} {x} {", {"a"}), "{2} {x} {");
}

TEST(Substitute, choosesTheSingularForOne) {
    EXPECT_EQ(substitute("{0} {0:row|rows} copied.", {"1"}), "1 row copied.");
    EXPECT_EQ(substitute("{0} {0:row|rows} copied.", {"0"}), "0 rows copied.");
    EXPECT_EQ(substitute("{0} {0:row|rows} copied.", {"1,001"}), "1,001 rows copied.");
    EXPECT_EQ(substitute("{0} of {1} {1:visit|visits}", {"2", "1"}), "2 of 1 visit");
    EXPECT_EQ(substitute("{1:visit|visits}", {"2"}), "{1:visit|visits}");
}

RC_GTEST_PROP(Substitute, leavesTextWithoutReferencesAlone, (const std::string& text)) {
    RC_PRE(text.find('{') == std::string::npos);
    RC_ASSERT(substitute(text, {"a", "b"}) == text);
}

} // namespace
} // namespace jejaring::core
