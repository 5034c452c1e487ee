// SPDX-License-Identifier: MIT
#include "core/source.hpp"

#include "core/shared_bytes.hpp"

#include <gtest/gtest.h>

namespace jejaring::core {
namespace {

TEST(WebAddress, OneWithASchemeStaysAsItIs) {
    EXPECT_EQ(webAddress("https://kemlu.go.id/a?b=1"), "https://kemlu.go.id/a?b=1");
    EXPECT_EQ(webAddress("HTTP://kemlu.go.id"), "HTTP://kemlu.go.id");
    EXPECT_EQ(webAddress("http://localhost"), "http://localhost");
}

TEST(WebAddress, OneWithoutIsTakenAsHttps) {
    EXPECT_EQ(webAddress("kemlu.go.id/portal/id/read/12"), "https://kemlu.go.id/portal/id/read/12");
    EXPECT_EQ(webAddress("www.antaranews.com"), "https://www.antaranews.com");
    EXPECT_EQ(webAddress("data.example.org:8080/x"), "https://data.example.org:8080/x");
}

TEST(WebAddress, WhatIsNoneIsLeftToItsAuthor) {
    for (const char* text : {"", "kemlu", "di rak ketiga", "kemlu.go.id berita", "ftp://kemlu.go.id", "mailto:a@b.org",
                             "a@b.org", "C:/x.pdf", "https://", ".go.id", "go..id", "laporan.p", "kemlu.go.id:x/y",
                             "kemlu.go.id:/y", "file:///etc/passwd"})
        EXPECT_FALSE(webAddress(text)) << text;
}

TEST(SharedBytes, CopiesShareTheirPlaceAndOthersAreEqualByContent) {
    const std::vector<std::byte> bytes{std::byte{1}, std::byte{2}};
    const SharedBytes one(bytes);
    const SharedBytes copy = one;
    const SharedBytes other(bytes);
    EXPECT_EQ(one.place(), copy.place());
    EXPECT_NE(one.place(), other.place());
    EXPECT_EQ(one, copy);
    EXPECT_EQ(one, other);
    EXPECT_FALSE(one == SharedBytes(std::vector<std::byte>{std::byte{1}}));
    EXPECT_FALSE(one == SharedBytes());
    EXPECT_EQ(SharedBytes(), SharedBytes(std::vector<std::byte>{}));
    EXPECT_EQ(one.size(), 2U);
    EXPECT_TRUE(SharedBytes().empty());
    EXPECT_TRUE(SharedBytes().span().empty());
}

} // namespace
} // namespace jejaring::core
