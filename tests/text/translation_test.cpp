// SPDX-License-Identifier: MIT
#include "core/phrase.hpp"
#include "core/reason.hpp"
#include "text/language.hpp"
#include "text/mo_catalog.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cerrno>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <regex>
#include <set>
#include <thread>

namespace jejaring::text {
namespace {

namespace fs = std::filesystem;

std::string fileText(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return std::string(std::istreambuf_iterator<char>(file), {});
}

// The string literals that start at `at`, joined as the compiler joins them; `at` ends behind the last one.
std::string literals(const std::string& source, std::size_t& at) {
    std::string value;
    for (;;) {
        const std::size_t quote = source.find_first_not_of(" \t\r\n", at);
        if (quote == std::string::npos || source[quote] != '"')
            return value;
        for (at = quote + 1; at < source.size() && source[at] != '"'; ++at) {
            if (source[at] != '\\') {
                value += source[at];
                continue;
            }
            const char escaped = source[++at];
            value += escaped == 'n' ? '\n' : (escaped == 't' ? '\t' : escaped);
        }
        ++at;
    }
}

// Every id marked with JEJARING_TR under src/.
std::set<std::string> markedIds() {
    std::set<std::string> ids;
    constexpr std::string_view kMark = "JEJARING_TR(";
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(fs::path(JEJARING_SOURCE_DIR) / "src")) {
        const std::string extension = entry.path().extension().string();
        if (extension != ".cpp" && extension != ".hpp")
            continue;
        const std::string source = fileText(entry.path());
        for (std::size_t at = source.find(kMark); at != std::string::npos; at = source.find(kMark, at)) {
            at += kMark.size();
            if (const std::string id = literals(source, at); !id.empty())
                ids.insert(id);
        }
    }
    return ids;
}

// Where the call whose opening parenthesis stands at `open` ends; text within literals does not count.
std::size_t endOfCall(const std::string& source, std::size_t open) {
    int depth = 0;
    for (std::size_t at = open; at < source.size(); ++at) {
        if (source[at] == '"') {
            std::size_t end = at;
            literals(source, end);
            at = end - 1;
        } else if (source[at] == '(' || source[at] == '{') {
            ++depth;
        } else if ((source[at] == ')' || source[at] == '}') && --depth == 0) {
            return at;
        }
    }
    return source.size();
}

// Functions of the headers under src/ that answer a message id ("const char* importFieldLabel(").
std::set<std::string> functionsThatAnswerIds() {
    std::set<std::string> names;
    const std::regex declaration(R"(\[\[nodiscard\]\] const char\* (\w+(?:Label|Name|Title|Words)|toText)\()");
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(fs::path(JEJARING_SOURCE_DIR) / "src")) {
        if (entry.path().extension() != ".hpp")
            continue;
        const std::string source = fileText(entry.path());
        for (std::sregex_iterator match(source.begin(), source.end(), declaration); match != std::sregex_iterator();
             ++match)
            names.insert((*match)[1]);
    }
    return names;
}

// Calls in `source` that make a message with an id among its arguments, which nobody would translate.
std::vector<std::string> idsAmongArguments(const std::string& source, const std::set<std::string>& answerIds) {
    std::vector<std::string> found;
    static const std::regex making(R"((?:core::)?\b(?:error|warning|note)\()");
    for (std::sregex_iterator match(source.begin(), source.end(), making); match != std::sregex_iterator(); ++match) {
        const auto open = static_cast<std::size_t>(match->position() + match->length() - 1);
        const std::string call = source.substr(open, endOfCall(source, open) - open);
        std::size_t arguments = call.find("JEJARING_TR(");
        if (arguments == std::string::npos)
            continue;
        arguments = endOfCall(call, call.find('(', arguments));
        for (const std::string& name : answerIds) {
            const std::size_t at = call.find(name + '(', arguments);
            if (at == std::string::npos)
                continue;
            const std::string before = call.substr(0, at);
            if (!before.ends_with("phrase(") && !before.ends_with("phrase(data::"))
                found.push_back(before.substr(before.rfind('\n') + 1) + name);
        }
    }
    return found;
}

// msgid to msgstr of a catalogue's source; fuzzy entries are left out, as msgfmt leaves them out.
std::map<std::string, std::string> poEntries(const fs::path& path) {
    std::map<std::string, std::string> entries;
    const std::string source = fileText(path);
    for (std::size_t at = source.find("\nmsgid "); at != std::string::npos; at = source.find("\nmsgid ", at)) {
        const std::size_t comment = source.rfind("\n\n", at);
        const bool fuzzy =
            comment != std::string::npos && source.substr(comment, at - comment).find("#, fuzzy") != std::string::npos;
        at += 7;
        const std::string id = literals(source, at);
        at = source.find("msgstr ", at) + 7;
        const std::string text = literals(source, at);
        if (!id.empty() && !fuzzy)
            entries[id] = text;
    }
    return entries;
}

// Without choices between singular and plural ("{0:row|rows}"), which are for English alone.
std::multiset<std::string> placeholders(const std::string& text) {
    std::multiset<std::string> found;
    for (std::size_t at = text.find('{'); at != std::string::npos; at = text.find('{', at + 1))
        if (const std::size_t close = text.find('}', at); close != std::string::npos && text.find(':', at) > close)
            found.insert(text.substr(at, close - at + 1));
    return found;
}

fs::path indonesianPo() {
    return fs::path(JEJARING_SOURCE_DIR) / "assets/lang/id.po";
}

TEST(Translation, EveryIdInTheSourcesHasAnIndonesianText) {
    const std::map<std::string, std::string> entries = poEntries(indonesianPo());
    std::vector<std::string> missing;
    for (const std::string& id : markedIds()) {
        const auto entry = entries.find(id);
        if (entry == entries.end() || entry->second.empty())
            missing.push_back(id);
    }
    EXPECT_THAT(missing, testing::IsEmpty());
}

TEST(Translation, NoIndonesianTextStandsForAnIdThatNoSourceHas) {
    const std::set<std::string> marked = markedIds();
    std::vector<std::string> stale;
    for (const auto& [id, text] : poEntries(indonesianPo()))
        if (!marked.contains(id))
            stale.push_back(id);
    EXPECT_THAT(stale, testing::IsEmpty());
}

TEST(Translation, WordsOfTheProgramAreArgumentsOnlyAsPhrases) {
    const std::set<std::string> answerIds = functionsThatAnswerIds();
    EXPECT_TRUE(answerIds.contains("importFieldLabel"));
    const char* const wrong = R"(return core::error(ErrorCode::x, JEJARING_TR("{0} (\"needed\"): {1}"),
                                                    {name, importFieldLabel(field)});)";
    EXPECT_EQ(idsAmongArguments(wrong, answerIds).size(), 1U) << "the search itself";
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(fs::path(JEJARING_SOURCE_DIR) / "src"))
        if (entry.path().extension() == ".cpp") {
            EXPECT_THAT(idsAmongArguments(fileText(entry.path()), answerIds), testing::IsEmpty()) << entry.path();
        }
}

TEST(Translation, TextsKeepTheArgumentsOfTheirIds) {
    for (const auto& [id, text] : poEntries(indonesianPo()))
        EXPECT_EQ(placeholders(id), placeholders(text)) << id;
}

TEST(Translation, OnlyEnglishChoosesBetweenSingularAndPlural) {
    std::size_t choices = 0;
    for (const auto& [id, text] : poEntries(indonesianPo())) {
        EXPECT_EQ(text.find('|'), std::string::npos) << text;
        choices += id.find('|') == std::string::npos ? 0U : 1U;
        EXPECT_EQ(core::substitute(id, std::vector<std::string>(9, "1")).find('|'), std::string::npos) << id;
    }
    EXPECT_GT(choices, 20U);
}

class WithCatalog : public testing::Test {
  protected:
    static void SetUpTestSuite() { initTranslations(JEJARING_BINARY_DIR "/share/locale"); }
};

TEST_F(WithCatalog, BothLanguagesAnswerAtOnce) {
    EXPECT_EQ(translate(Language::indonesian, "no record"), "tidak ada catatan");
    EXPECT_EQ(translate(Language::english, "no record"), "no record");
}

TEST_F(WithCatalog, AnUnknownIdComesBackAsItIs) {
    EXPECT_EQ(translate(Language::indonesian, "no such id of ours"), "no such id of ours");
}

TEST_F(WithCatalog, ArgumentsAreFilledInAfterTranslation) {
    EXPECT_EQ(translate(Language::indonesian, "Boundaries: {0}.", {"GADM 4.1"}), "Batas wilayah: GADM 4.1.");
}

TEST_F(WithCatalog, WordsAndNumbersWithinArgumentsAreTranslatedToo) {
    const core::Message message = core::error(core::ErrorCode::unreadable, "{0} cannot be read: {1}",
                                              {"no record.csv", core::systemReason(EACCES)});
    EXPECT_EQ(translate(Language::indonesian, message), "no record.csv tidak dapat dibaca: Anda tidak memiliki izin");
    EXPECT_EQ(translate(Language::english, message), "no record.csv cannot be read: you have no permission");
    const std::vector<std::string> scales{core::decimal(0.25), core::decimal(8), core::decimal(0.1)};
    EXPECT_EQ(translate(Language::indonesian, "The scale of a picture may be {0} to {1}, not {2}.", scales),
              "Skala gambar 0,25 sampai 8, bukan 0,1.");
    EXPECT_EQ(translate(Language::english, "The scale of a picture may be {0} to {1}, not {2}.", scales),
              "The scale of a picture may be 0.25 to 8, not 0.1.");
}

// Every reason that a system may give, in both languages.
TEST_F(WithCatalog, ReasonsAreInTheLanguageOfTheSentence) {
    for (int number = 1; number < 134; ++number) {
        const core::Message message = core::note("{0}", {core::systemReason(number)});
        const std::string english = translate(Language::english, message);
        EXPECT_EQ(english, core::englishText(message));
        EXPECT_EQ(english == translate(Language::indonesian, message), english.starts_with('(')) << english;
    }
}

TEST_F(WithCatalog, ThreadsTranslateIntoDifferentLanguagesAtOnce) {
    const auto work = [](Language language, const std::string& expected, int& wrong) {
        for (int i = 0; i < 2000; ++i)
            wrong += translate(language, "very high") == expected ? 0 : 1;
    };
    int wrongIndonesian = 0;
    int wrongEnglish = 0;
    std::thread other(work, Language::indonesian, "sangat tinggi", std::ref(wrongIndonesian));
    work(Language::english, "very high", wrongEnglish);
    other.join();
    EXPECT_EQ(wrongIndonesian + wrongEnglish, 0);
}

TEST_F(WithCatalog, CountriesHaveTheNamesThatOfficialsWrite) {
    EXPECT_EQ(countryName(Language::indonesian, "CHN"), "Tiongkok");
    EXPECT_EQ(countryName(Language::indonesian, "GBR"), "Inggris");
    EXPECT_EQ(countryName(Language::indonesian, "KOR"), "Korea Selatan");
    EXPECT_EQ(countryName(Language::indonesian, "USA"), "Amerika Serikat");
    EXPECT_EQ(countryName(Language::english, "KOR"), "South Korea");
}

TEST_F(WithCatalog, CountriesWithoutAnOverrideComeFromIsoCodes) {
    EXPECT_EQ(countryName(Language::indonesian, "ISL"), "Islandia");
    EXPECT_EQ(countryName(Language::english, "ISL"), "Iceland");
    EXPECT_EQ(countryName(Language::english, "QZZ"), "QZZ");
}

TEST(Language, IdsAreReadBack) {
    EXPECT_EQ(parseLanguage("id"), Language::indonesian);
    EXPECT_EQ(parseLanguage("en"), Language::english);
    EXPECT_EQ(parseLanguage("fr"), std::nullopt);
}

std::string realCatalog() {
    return fileText(fs::path(JEJARING_BINARY_DIR "/share/locale") / "id/LC_MESSAGES/jejaring.mo");
}

TEST(MoCatalog, EveryTruncationIsRefusedOrReadWithinBounds) {
    const std::string whole = realCatalog();
    ASSERT_TRUE(MoCatalog::parse(whole));
    for (std::size_t size = 0; size + 1 < whole.size(); size += 7)
        EXPECT_FALSE(MoCatalog::parse(whole.substr(0, size))) << size;
}

TEST(MoCatalog, OffsetsOutsideTheFileAreRefused) {
    std::string bytes = realCatalog();
    const std::uint32_t far = 0xfffffff0;
    for (const std::size_t at : {12U, 16U}) {
        std::string damaged = bytes;
        damaged.replace(at, sizeof far, reinterpret_cast<const char*>(&far), sizeof far);
        EXPECT_FALSE(MoCatalog::parse(damaged)) << at;
    }
}

TEST(MoCatalog, AMissingFileIsNoCatalogue) {
    EXPECT_FALSE(MoCatalog::read("/nonexistent/jejaring.mo"));
}

} // namespace
} // namespace jejaring::text
