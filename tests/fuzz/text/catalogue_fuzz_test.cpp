// SPDX-License-Identifier: MIT
#include "support/mutations.hpp"
#include "text/mo_catalog.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

namespace jejaring::text {
namespace {

TEST(CatalogueFuzz, DamagedCataloguesAreReadWithinTheirBytesOrRefused) {
    // Five texts, laid out as msgfmt does: the tables of ids and translations, then the texts.
    const std::vector<std::pair<std::string, std::string>> texts{
        {"", "Content-Type: text/plain; charset=UTF-8\n"}, {"a", "satu"}, {"b", "dua"}, {"c", ""}, {"d {0}", "{0} e"}};
    std::string head;
    const auto number = [&](std::size_t value) {
        const auto n = static_cast<std::uint32_t>(value);
        head.append(reinterpret_cast<const char*>(&n), sizeof n);
    };
    constexpr std::size_t kHead = 28;
    for (const std::size_t value : {std::size_t{0x950412de}, std::size_t{0}, texts.size(), kHead,
                                    kHead + 8 * texts.size(), std::size_t{0}, kHead + 16 * texts.size()})
        number(value);
    std::string body;
    for (const bool translations : {false, true})
        for (const auto& [id, text] : texts) {
            const std::string& written = translations ? text : id;
            number(written.size());
            number(kHead + 16 * texts.size() + body.size());
            body += written + '\0';
        }
    const std::string small = head + body;
    ASSERT_EQ(MoCatalog::parse(small).value().find("a"), "satu");

    std::ifstream file(JEJARING_BINARY_DIR "/share/locale/id/LC_MESSAGES/jejaring.mo", std::ios::binary);
    const std::string real(std::istreambuf_iterator<char>(file), {});
    ASSERT_GT(real.size(), 1000U);
    test::Mutations mutations(5);
    int read = 0;
    for (int i = 0; i < 10'000; ++i) {
        const std::string damaged = mutations.of(i % 20 == 0 ? real : small);
        const auto catalogue = MoCatalog::parse(damaged);
        if (!catalogue)
            continue;
        ++read;
        if (const auto text = catalogue->find("a")) {
            ASSERT_LE(text->size(), damaged.size());
        }
    }
    EXPECT_GT(read, 500);
}

} // namespace
} // namespace jejaring::text
