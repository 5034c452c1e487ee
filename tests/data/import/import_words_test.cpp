// SPDX-License-Identifier: MIT
#include "data/import/import_words.hpp"

#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace jejaring::data {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const Vocabulary& vocabulary() {
    static const Vocabulary lists = readVocabulary(JEJARING_SOURCE_DIR "/assets").value();
    return lists;
}

const ImportWords& words() {
    static const ImportWords all(vocabulary(), readSynonyms(JEJARING_SOURCE_DIR "/assets").value());
    return all;
}

std::vector<std::string> sectors(std::string_view text) {
    const Reading<WordsValue> reading = readSectors(text, words());
    return reading.ok() ? reading.value->ids : std::vector<std::string>{};
}

TEST(Synonyms, areAllOfKnownListsAndEntries) {
    const auto synonyms = readSynonyms(JEJARING_SOURCE_DIR "/assets");
    ASSERT_TRUE(synonyms);
    EXPECT_THAT(synonyms.messages(), IsEmpty());
    for (const Synonym& synonym : synonyms.value()) {
        const auto says = [&] { return synonym.word + " -> " + synonym.id; };
        if (synonym.list == WordList::sector) {
            EXPECT_NE(core::findSector(vocabulary().sectors, synonym.id), nullptr) << says();
        }
        if (synonym.list == WordList::stage) {
            EXPECT_NE(core::findStage(vocabulary().stages, synonym.id), nullptr) << says();
        }
        if (synonym.list == WordList::agreementKind) {
            EXPECT_TRUE(core::parseAgreementKind(synonym.id)) << says();
        }
        if (synonym.list == WordList::agreementStatus) {
            EXPECT_TRUE(core::parseAgreementStatus(synonym.id)) << says();
        }
        if (synonym.list == WordList::stopStatus) {
            EXPECT_TRUE(core::parseStopStatus(synonym.id)) << says();
        }
        if (synonym.list == WordList::partnerType) {
            EXPECT_TRUE(core::parsePartnerType(synonym.id)) << says();
        }
        // A word that is understood must not be taken for a blank cell, nor mean two entries of a list.
        if (synonym.list != WordList::stage) {
            EXPECT_EQ(readWord(synonym.word, synonym.list, words()).value, synonym.id) << says();
        }
    }
}

TEST(ReadSectors, partsAListAndKeepsNamesWhole) {
    EXPECT_THAT(sectors("Pendidikan; Pariwisata dan Kebudayaan / IT"),
                ElementsAre("education", "tourism", "culture", "information_technology"));
    EXPECT_THAT(sectors("Air dan sanitasi, Pelabuhan & Perdagangan"), ElementsAre("water_sanitation", "port", "trade"));
    EXPECT_THAT(sectors("1. Kesehatan\n2. Smart City\n3. kesehatan"), ElementsAre("health", "smart_city"));
    EXPECT_THAT(sectors("education;trade;science_technology"), ElementsAre("education", "trade", "science_technology"));
    EXPECT_THAT(sectors("• Ilmu Pengetahuan & Teknologi • Olahraga, dan Kepemudaan"),
                ElementsAre("science_technology", "sport", "youth"));
}

TEST(ReadSectors, listsWhatItDoesNotKnow) {
    const Reading<WordsValue> reading = readSectors("Pendidkan, Pariwisata, Ziarah kubur", words());
    ASSERT_TRUE(reading.ok());
    EXPECT_THAT(reading.value->ids, ElementsAre("tourism"));
    EXPECT_THAT(reading.value->unknown, ElementsAre("Pendidkan", "Ziarah kubur"));
    ASSERT_EQ(reading.flags.size(), 2U);
    EXPECT_EQ(reading.flags[0].message.arguments.back(), "education");
    EXPECT_TRUE(readSectors("tidak ada", words()).blank());
    EXPECT_FALSE(readSectors(";", words()).ok());
}

RC_GTEST_PROP(ReadSectors, findsEverySectorInEveryMix, ()) {
    const auto& all = vocabulary().sectors;
    const auto picks =
        *rc::gen::nonEmpty(rc::gen::container<std::vector<std::size_t>>(rc::gen::inRange<std::size_t>(0, all.size())));
    std::string text;
    std::set<std::string> expected;
    for (const std::size_t pick : picks) {
        const auto separator = *rc::gen::element<std::string>("; ", ", ", " / ", "\n", "|");
        const bool english = *rc::gen::arbitrary<bool>();
        text += (text.empty() ? "" : separator) + (english ? all[pick].english : all[pick].indonesian);
        expected.insert(all[pick].id);
    }
    const Reading<WordsValue> reading = readSectors(text, words());
    RC_ASSERT(reading.ok());
    RC_ASSERT(reading.value->unknown.empty());
    RC_ASSERT(std::set<std::string>(reading.value->ids.begin(), reading.value->ids.end()) == expected);
}

TEST(ReadStage, dependsOnTheTrackWhereAWordDoes) {
    EXPECT_EQ(readStage("LoI", words()).value, "pernyataan_kehendak");
    EXPECT_EQ(readStage("Letter of intent (LoI)", words()).value, "pernyataan_kehendak");
    EXPECT_EQ(readStage("sudah berjalan", words()).error.has_value(), true);
    EXPECT_EQ(readStage("Implementasi", words()).value, "pelaksanaan");
    EXPECT_EQ(readStage("Dalam proses pembahasan naskah", words()).value, "pembahasan_naskah");
    EXPECT_EQ(readStage("Masih tahap Penjajakan", words()).value, "penjajakan");
    EXPECT_FALSE(readStage("Dalam proses", words()).ok());
    EXPECT_EQ(readStage("MoU", words(), "ksdl").value, "penandatanganan");
    EXPECT_EQ(readStage("MoU", words(), "ksdd").value, "kesepakatan_bersama");
    const Reading<std::string> open = readStage("MoU", words());
    ASSERT_TRUE(open.error);
    EXPECT_THAT(open.error->arguments, ElementsAre("MoU", "penandatanganan, kesepakatan_bersama"));
    EXPECT_EQ(readStage("Penandatanganan (tahap akhir)", words(), "ksdl").value, "penandatanganan");
    // Without a track the stage of this very name, not those that it is another word for.
    EXPECT_EQ(readStage("Penandatanganan", words()).value, "penandatanganan");
    EXPECT_EQ(readPartnerType("Daerah di Indonesia", words()).value, core::PartnerType::indonesianRegion);
    EXPECT_TRUE(readStage("Penandatanganan (tahap akhir)", words(), "ksdl").has(FlagKind::partIgnored));
    EXPECT_EQ(readStage("Penandatangan", words(), "ksdl").error->arguments.back().substr(0, 15), "penandatanganan");
}

TEST(ReadWord, knowsKindsDocumentsAndStates) {
    EXPECT_EQ(readAgreementKind("Sister City", words()).value,
              (KindValue{core::AgreementKind::foreignLocal, "sister_city"}));
    EXPECT_EQ(readAgreementKind("KSDD", words()).value, (KindValue{core::AgreementKind::betweenRegions, ""}));
    EXPECT_EQ(readAgreementKind("LoI", words()).value, (KindValue{core::AgreementKind::notStated, "loi"}));
    EXPECT_FALSE(readAgreementKind("kerja sama baik", words()).ok());
    EXPECT_TRUE(readAgreementKind("-", words()).blank());
    EXPECT_EQ(readDocument("Nota Kesepahaman", words()).value, "MoU");
    EXPECT_EQ(readDocument("perjanjian kerjasama", words()).value, "PKS");
    EXPECT_EQ(readAgreementStatus("Masih berlaku", words()).value, core::AgreementStatus::active);
    EXPECT_EQ(readAgreementStatus("unknown", words()).blank(), true);
    EXPECT_EQ(readStopStatus("Terlaksana", words()).value, core::StopStatus::held);
    EXPECT_EQ(readStopStatus("batal", words()).value, core::StopStatus::cancelled);
    EXPECT_EQ(readStopStatus("rencana", words()).value, core::StopStatus::planned);
    EXPECT_EQ(readStopStatus("terjadwal", words()).value, core::StopStatus::scheduled);
    EXPECT_FALSE(readStopStatus("ditunda", words()).ok());
    EXPECT_EQ(readPartnerType("Universitas", words()).value, core::PartnerType::university);
    EXPECT_EQ(readYesNo("Ya", words()).value, true);
    EXPECT_EQ(readYesNo("✓", words()).value, true);
    EXPECT_EQ(readYesNo("tidak", words()).value, false);
    EXPECT_FALSE(readYesNo("x", words()).ok());
}

} // namespace
} // namespace jejaring::data
