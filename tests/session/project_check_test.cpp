// SPDX-License-Identifier: MIT
#include "session/project_check.hpp"

#include "core/currency.hpp"
#include "data/project/sample.hpp"
#include "data/vocabulary.hpp"
#include "session/field_text.hpp"

#include <algorithm>
#include <iterator>

#include <gtest/gtest.h>

#include <limits>

#include <rapidcheck/gtest.h>

namespace jejaring::session {
namespace {

core::RegionCode code(const char* text) {
    return *core::RegionCode::parse(text);
}

class CheckTest : public testing::Test {
  protected:
    void SetUp() override {
        const auto words = data::readVocabulary(std::string(JEJARING_SOURCE_DIR) + "/assets");
        ASSERT_TRUE(words);
        project_.stages = words.value().stages;
        project_.sectors = words.value().sectors;
        core::Partner partner;
        partner.id = "P001";
        partner.name = "Toyota";
        partner.country = "JPN";
        project_.partners.push_back(partner);
        agreement_.id = "A001";
        agreement_.parties = {{code("32.73"), ""}, {core::RegionCode(), "P001"}};
    }

    [[nodiscard]] CheckContext context() const { return {project_, catalog_}; }
    template <class T> [[nodiscard]] FieldMessages found(const T& value) const { return check(value, context()); }
    // "error" or "warning" of a field, else empty.
    static std::string kindOf(const FieldMessages& messages, const std::string& field) {
        const auto at = messages.find(field);
        if (at == messages.end())
            return "";
        return at->second.severity == core::Severity::error ? "error" : "warning";
    }

    core::Project project_;
    core::RegionCatalog catalog_{{{code("32"), "Jawa Barat", core::RegionType::province, "", ""},
                                  {code("32.73"), "Kota Bandung", core::RegionType::kota, "", ""},
                                  {code("64"), "Kalimantan Timur", core::RegionType::province, "", ""},
                                  {code("64.71"), "Kota Balikpapan", core::RegionType::kota, "", ""}}};
    core::Agreement agreement_;
};

TEST_F(CheckTest, ASoundAgreementHasNoMessage) {
    agreement_.sectors = {"port"};
    agreement_.stages = {{"penjajakan", core::PartialDate{2018, 0, 0}, {}},
                         {"penandatanganan", core::PartialDate{2019, 4, 0}, {}}};
    agreement_.signedOn = core::PartialDate{2019, 4, 17};
    agreement_.validUntil = core::PartialDate{2019, 0, 0}; // some day of that year
    agreement_.value = 1.5e9;
    agreement_.currency = "IDR";
    agreement_.targets = {{"Siswa", "orang", 20.0, std::nullopt}};
    EXPECT_TRUE(found(agreement_).empty());
}

TEST_F(CheckTest, AnAgreementNeedsARegion) {
    agreement_.parties = {{core::RegionCode(), "P001"}};
    EXPECT_EQ(kindOf(found(agreement_), "parties"), "error");
    agreement_.parties = {{code("32.73"), ""}};
    EXPECT_EQ(kindOf(found(agreement_), "parties"), "warning");
    EXPECT_FALSE(hinders(found(agreement_)));
}

TEST_F(CheckTest, PartiesAreThereAndNamedOnce) {
    agreement_.parties.push_back({core::RegionCode(), "P999"});
    agreement_.parties.push_back({code("99"), ""});
    agreement_.parties.push_back({code("32.73"), ""});
    agreement_.parties.emplace_back();
    const FieldMessages messages = found(agreement_);
    EXPECT_EQ(messages.size(), 4U);
    for (const char* field : {"parties.2", "parties.3", "parties.4", "parties.5"})
        EXPECT_EQ(kindOf(messages, field), "error") << field;
}

TEST_F(CheckTest, CooperationBetweenRegionsHasTwo) {
    agreement_.kind = core::AgreementKind::betweenRegions;
    EXPECT_EQ(kindOf(found(agreement_), "parties"), "warning");
    agreement_.parties = {{code("32.73"), ""}, {code("64.71"), ""}};
    EXPECT_TRUE(found(agreement_).empty());
}

TEST_F(CheckTest, AnEndLiesNotBeforeTheSigning) {
    agreement_.signedOn = core::PartialDate{2020, 5, 0};
    agreement_.validUntil = core::PartialDate{2020, 4, 30};
    agreement_.endedOn = core::PartialDate{2019, 0, 0};
    EXPECT_EQ(kindOf(found(agreement_), "validUntil"), "error");
    EXPECT_EQ(kindOf(found(agreement_), "endedOn"), "error");
    agreement_.validUntil = core::PartialDate{2020, 0, 0};
    EXPECT_EQ(kindOf(found(agreement_), "validUntil"), "") << "2020 may mean December";
}

TEST_F(CheckTest, ADayThatDoesNotExistIsAnError) {
    for (const core::PartialDate& date : {core::PartialDate{2023, 2, 29}, core::PartialDate{2023, 13, 1},
                                          core::PartialDate{2023, 0, 4}, core::PartialDate{20, 1, 1}}) {
        agreement_.signedOn = date;
        EXPECT_EQ(kindOf(found(agreement_), "signedOn"), "error") << date.iso();
    }
}

TEST_F(CheckTest, StagesComeInTheirOrderAndKnowTheirTrack) {
    agreement_.stages = {{"penandatanganan", {}, {}}, {"penjajakan", {}, {}}, {"khayalan", {}, {}}};
    EXPECT_EQ(kindOf(found(agreement_), "stages.1"), "error");
    EXPECT_EQ(kindOf(found(agreement_), "stages.2"), "error");
    agreement_.stages = {{"penjajakan", core::PartialDate{2020, 1, 2}, {}},
                         {"penandatanganan", core::PartialDate{2019, 0, 0}, {}}};
    EXPECT_EQ(kindOf(found(agreement_), "stages.1.date"), "error");
    agreement_.kind = core::AgreementKind::betweenRegions;
    agreement_.stages = {{"pks", {}, {}}, {"kesepakatan_bersama", {}, {}}};
    EXPECT_EQ(kindOf(found(agreement_), "stages.1"), "error");
}

TEST_F(CheckTest, ValuesHaveACurrencyAndAreNotNegative) {
    agreement_.value = -1;
    agreement_.currency = "RP";
    EXPECT_EQ(kindOf(found(agreement_), "value"), "error");
    EXPECT_EQ(kindOf(found(agreement_), "currency"), "error");
    agreement_.value = 1;
    agreement_.currency = "";
    EXPECT_EQ(kindOf(found(agreement_), "currency"), "error");
    agreement_.value = std::numeric_limits<double>::quiet_NaN();
    EXPECT_EQ(kindOf(found(agreement_), "value"), "error");
    EXPECT_TRUE(core::isCurrencyCode("IDR"));
    EXPECT_FALSE(core::isCurrencyCode("idr"));
    EXPECT_TRUE(std::is_sorted(core::currencyCodes().begin(), core::currencyCodes().end()));
}

TEST_F(CheckTest, SectorsAreOfTheProject) {
    agreement_.sectors = {"port", "perkapalan"};
    EXPECT_EQ(kindOf(found(agreement_), "sectors"), "error");
}

TEST_F(CheckTest, AgreementsDoNotReplaceOneAnotherInACircle) {
    core::Agreement older = agreement_;
    older.id = "A000";
    older.replaces = "A001";
    project_.agreements = {older, agreement_};
    agreement_.replaces = "A000";
    EXPECT_EQ(kindOf(found(agreement_), "replaces"), "error");
    agreement_.replaces = "A001";
    EXPECT_EQ(kindOf(found(agreement_), "replaces"), "error");
    agreement_.replaces = "A777";
    EXPECT_EQ(kindOf(found(agreement_), "replaces"), "error");
    project_.agreements[0].replaces.clear();
    agreement_.replaces = "A000";
    EXPECT_TRUE(found(agreement_).empty());
}

TEST_F(CheckTest, PartnersHaveANameAndLieOnEarth) {
    core::Partner partner;
    partner.id = "P002";
    partner.country = "Jepang";
    partner.place = core::Coordinates{91, 0};
    FieldMessages messages = found(partner);
    EXPECT_EQ(kindOf(messages, "name"), "error");
    EXPECT_EQ(kindOf(messages, "country"), "error");
    EXPECT_EQ(kindOf(messages, "coordinates"), "error");
    partner.name = "Toyota";
    partner.country = "JPN";
    partner.place = core::Coordinates{35, 137};
    messages = found(partner);
    EXPECT_EQ(kindOf(messages, "name"), "warning");
    EXPECT_EQ(messages.size(), 1U);
}

TEST_F(CheckTest, AStopsZoneAndPlaceFitItsRegion) {
    core::Visit visit;
    visit.title = "Kunjungan";
    visit.province = code("64");
    visit.start = core::PartialDate{2024, 8, 20};
    visit.end = core::PartialDate{2024, 8, 22};
    core::Stop stop;
    stop.region = code("64.71");
    stop.zone = core::TimeZone::wib;
    stop.date = core::PartialDate{2024, 8, 23};
    stop.time = core::ClockTime{600};
    stop.endTime = core::ClockTime{540};
    stop.coordinates = core::Coordinates{0, 200};
    visit.stops = {stop, core::Stop{}};
    const FieldMessages messages = found(visit);
    EXPECT_EQ(kindOf(messages, "stops.0.zone"), "warning");
    EXPECT_EQ(kindOf(messages, "stops.0.date"), "warning");
    EXPECT_EQ(kindOf(messages, "stops.0.endTime"), "error");
    EXPECT_EQ(kindOf(messages, "stops.0.coordinates"), "error");
    EXPECT_EQ(kindOf(messages, "stops.1.place"), "error");
    EXPECT_EQ(messages.size(), 5U);
}

TEST_F(CheckTest, RisksAreGradedFromOneToFive) {
    core::Risk risk;
    risk.what = "Anggaran";
    risk.region = code("64");
    EXPECT_TRUE(found(risk).empty()) << "0: not assessed";
    risk.likelihood = 6;
    risk.severity = -1;
    EXPECT_EQ(kindOf(found(risk), "likelihood"), "error");
    EXPECT_EQ(kindOf(found(risk), "severity"), "error");
    risk.region = core::RegionCode();
    EXPECT_EQ(kindOf(found(risk), "region"), "error");
}

TEST_F(CheckTest, ARiskThatIsHalfAssessedHasNoPlaceInTheMatrix) {
    core::Risk risk;
    risk.what = "Anggaran";
    risk.region = code("64");
    risk.likelihood = 3;
    EXPECT_EQ(kindOf(found(risk), "severity"), "warning");
    risk.severity = 2;
    EXPECT_TRUE(found(risk).empty());
    risk.likelihood = 0;
    EXPECT_EQ(kindOf(found(risk), "likelihood"), "warning");
}

TEST_F(CheckTest, SourcesHaveATitleAndAnAddressThatCanBeOpened) {
    core::Source source;
    source.id = "S001";
    EXPECT_EQ(kindOf(found(source), "title"), "error");
    EXPECT_EQ(kindOf(found(source), "address"), "warning") << "some sources have none";
    source.title = "Siaran pers";
    source.address = "www.example.org";
    EXPECT_EQ(kindOf(found(source), "address"), "warning") << "https:// is put before it";
    source.address = "di rak ketiga";
    EXPECT_EQ(kindOf(found(source), "address"), "error");
    source.address = "https://example.org";
    EXPECT_TRUE(found(source).empty());
    project_.sources.push_back(source);
    EXPECT_TRUE(found(source).empty()) << "it is the very one";
    source.id = "S002";
    EXPECT_EQ(kindOf(found(source), "title"), "warning") << "there is one like it";
}

TEST_F(CheckTest, FollowUpsComeAfterWhatTheyFollow) {
    core::Visit visit;
    visit.id = "V001";
    visit.start = core::PartialDate{2025, 3, 10};
    project_.visits.push_back(visit);
    core::FollowUp followUp;
    followUp.what = "Draf";
    followUp.visitId = "V001";
    followUp.due = core::PartialDate{2025, 3, 10};
    EXPECT_TRUE(found(followUp).empty());
    followUp.due = core::PartialDate{2025, 3, 9};
    followUp.done = core::PartialDate{2024, 0, 0};
    EXPECT_EQ(kindOf(found(followUp), "due"), "warning");
    EXPECT_EQ(kindOf(found(followUp), "done"), "warning");
    followUp.stop = 1;
    EXPECT_EQ(kindOf(found(followUp), "stop"), "error") << "the visit has no stops";
}

TEST_F(CheckTest, ARegionHasOneValueOfAnIndicatorInAPeriod) {
    project_.indicators = {{"I001", "Investasi", "Rp", ""}};
    project_.indicatorValues = {{"I001", code("64"), {2024, 0, 0}, 1, ""}};
    const core::IndicatorValue there = project_.indicatorValues[0];
    core::IndicatorValue value = there;
    EXPECT_TRUE(check(value, there, context()).empty()) << "it is the very one";
    EXPECT_EQ(kindOf(check(value, {}, context()), "period"), "error");
    value.period.year = 2025;
    EXPECT_TRUE(check(value, {}, context()).empty());
    value.period = {};
    EXPECT_EQ(kindOf(check(value, {}, context()), "period"), "error") << "no period is stated";
}

TEST_F(CheckTest, FollowUpsNamesAndNotesBelongToSomething) {
    core::FollowUp followUp;
    followUp.what = "Draf";
    followUp.visitId = "V9";
    EXPECT_EQ(kindOf(found(followUp), "visitId"), "error");
    core::Note note;
    note.text = " ";
    EXPECT_EQ(kindOf(found(note), "text"), "error");
    EXPECT_EQ(kindOf(found(note), "subject"), "error");
    core::IndicatorValue value;
    EXPECT_EQ(kindOf(found(value), "indicatorId"), "error");
    EXPECT_EQ(kindOf(found(value), "region"), "error");
    project_.groups = {{"IKN", {code("64")}}};
    EXPECT_EQ(kindOf(check(core::RegionGroup{"IKN", {}}, "", context()), "name"), "error");
    EXPECT_EQ(kindOf(check(core::RegionGroup{"IKN", {}}, "IKN", context()), "name"), "");
    EXPECT_EQ(kindOf(check(core::RegionGroup{"IKN", {}}, "IKN", context()), "members"), "error");
}

TEST_F(CheckTest, PicturesAreKnownByTheirBytesAndNotTooLarge) {
    core::Picture picture;
    picture.region = code("64");
    picture.mediaType = "image/png";
    picture.bytes = std::vector<std::byte>(100);
    EXPECT_EQ(kindOf(found(picture), "bytes"), "error");
    const unsigned char png[] = {0x89, 'P', 'N', 'G', 0x0d, 0x0a, 0x1a, 0x0a};
    std::vector<std::byte> bytes(100);
    std::transform(std::begin(png), std::end(png), bytes.begin(), [](unsigned char byte) { return std::byte{byte}; });
    picture.bytes = bytes;
    EXPECT_TRUE(found(picture).empty());
    picture.bytes = std::vector<std::byte>(kLargestPicture + 1);
    EXPECT_EQ(kindOf(found(picture), "bytes"), "error");
}

TEST(CheckSample, TheSampleCanBeSavedAsItStands) {
    const auto sample = data::sampleProject(std::string(JEJARING_SOURCE_DIR) + "/assets");
    ASSERT_TRUE(sample);
    const core::RegionCatalog none;
    const CheckContext context{sample.value(), none};
    for (const core::Agreement& agreement : sample.value().agreements)
        for (const auto& [field, message] : check(agreement, context))
            EXPECT_NE(message.severity, core::Severity::error)
                << agreement.id << " " << field << " " << core::englishText(message);
    for (const core::Partner& partner : sample.value().partners)
        EXPECT_FALSE(hinders(check(partner, context))) << partner.id;
    for (const core::Visit& visit : sample.value().visits)
        EXPECT_FALSE(hinders(check(visit, context))) << visit.id;
}

TEST(FieldText, DatesAreReadAsPeopleTypeThem) {
    EXPECT_EQ(readDateField("2024").value, (core::PartialDate{2024, 0, 0}));
    EXPECT_EQ(readDateField("2024-08").value, (core::PartialDate{2024, 8, 0}));
    EXPECT_EQ(readDateField("20 Agustus 2024").value, (core::PartialDate{2024, 8, 20}));
    EXPECT_FALSE(readDateField(" ").value);
    EXPECT_FALSE(readDateField(" ").message);
    for (const char* wrong : {"besok", "31 Februari 2024", "12-14 Maret 2024"}) {
        EXPECT_FALSE(readDateField(wrong).value) << wrong;
        EXPECT_TRUE(readDateField(wrong).message) << wrong;
    }
    const FieldText<core::PartialDate> weekday = readDateField("Senin, 20 Agustus 2024"); // it was a Tuesday
    EXPECT_TRUE(weekday.value);
    ASSERT_TRUE(weekday.message);
    EXPECT_EQ(weekday.message->severity, core::Severity::warning);
}

TEST(FieldText, MoneyIsReadWithItsCurrencyAndScale) {
    const auto rupiah = readMoneyField("Rp 1,5 miliar", "", text::Language::indonesian);
    ASSERT_TRUE(rupiah.value);
    EXPECT_EQ(*rupiah.value, (data::Money{1.5e9, "IDR"}));
    const auto plain = readMoneyField("1500000", "USD", text::Language::indonesian);
    ASSERT_TRUE(plain.value);
    EXPECT_EQ(*plain.value, (data::Money{1500000, "USD"}));
    EXPECT_FALSE(readMoneyField("12", "", text::Language::english).message) << "the currency's field says it";
    EXPECT_TRUE(readMoneyField("banyak", "", text::Language::english).message);
}

RC_GTEST_PROP(FieldText, ANumberIsReadAsItIsShown, (bool english, int whole, unsigned fraction)) {
    const auto language = english ? text::Language::english : text::Language::indonesian;
    const double number = whole + (fraction % 100000U) / 100000.0;
    const auto read = readNumberField(fieldText(std::optional(number), language), language);
    RC_ASSERT(read.value.has_value());
    RC_ASSERT(*read.value == number);
}

TEST(FieldText, CoordinatesAreReadAsTheyAreShown) {
    const core::Coordinates place{-6.2, 106.816666};
    for (const auto language : {text::Language::english, text::Language::indonesian}) {
        const auto read = readCoordinatesField(fieldText(std::optional(place), language));
        ASSERT_TRUE(read.value) << fieldText(std::optional(place), language);
        EXPECT_EQ(*read.value, place);
    }
}

} // namespace
} // namespace jejaring::session
