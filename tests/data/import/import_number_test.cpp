// SPDX-License-Identifier: MIT
#include "data/import/import_money.hpp"

#include <cmath>

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace jejaring::data {
namespace {

double numberOf(std::string_view text, DecimalMark mark = DecimalMark::notKnown) {
    const Reading<double> reading = readNumber(text, mark);
    EXPECT_TRUE(reading.ok()) << text;
    return reading.value.value_or(NAN);
}

TEST(ReadNumber, readsBothHabits) {
    EXPECT_DOUBLE_EQ(numberOf("1.500.000,25"), 1500000.25);
    EXPECT_DOUBLE_EQ(numberOf("1,500,000.25"), 1500000.25);
    EXPECT_DOUBLE_EQ(numberOf("1.500.000"), 1500000);
    EXPECT_DOUBLE_EQ(numberOf("1 500 000,5"), 1500000.5);
    EXPECT_DOUBLE_EQ(numberOf("2,75"), 2.75);
    EXPECT_DOUBLE_EQ(numberOf("0.125"), 0.125);
    EXPECT_DOUBLE_EQ(numberOf("1.5e9"), 1.5e9);
    EXPECT_DOUBLE_EQ(numberOf("(3)"), -3);
    EXPECT_DOUBLE_EQ(numberOf("−4"), -4);
    EXPECT_DOUBLE_EQ(numberOf("1234.500"), 1234.5);
}

TEST(ReadNumber, flagsTheOneThatMayBeTwo) {
    const Reading<double> point = readNumber("1.500");
    EXPECT_DOUBLE_EQ(*point.value, 1500);
    EXPECT_TRUE(point.has(FlagKind::decimalMark));
    const Reading<double> comma = readNumber("1,500");
    EXPECT_DOUBLE_EQ(*comma.value, 1.5);
    EXPECT_TRUE(comma.has(FlagKind::decimalMark));
    EXPECT_TRUE(readNumber("1.500", DecimalMark::point).flags.empty());
    EXPECT_DOUBLE_EQ(numberOf("1.500", DecimalMark::point), 1.5);
    EXPECT_DOUBLE_EQ(numberOf("1,500", DecimalMark::point), 1500);
    EXPECT_DOUBLE_EQ(numberOf("1.500", DecimalMark::comma), 1500);
}

TEST(ReadNumber, refusesWhatIsNone) {
    for (const char* text :
         {"abc", "1.50.000", "1,5,0", "12 km", "1..5", "1.000,000,5", "5,", "1e400", "12 34", "--3"}) {
        const Reading<double> reading = readNumber(text);
        EXPECT_FALSE(reading.ok()) << text;
        ASSERT_TRUE(reading.error) << text;
        EXPECT_EQ(reading.error->arguments.front(), text);
    }
    EXPECT_TRUE(readNumber("-").blank());
}

RC_GTEST_PROP(ReadNumber, readsBackWhatEitherHabitWrites, ()) {
    const auto units = *rc::gen::inRange<std::int64_t>(-999'999'999'999, 999'999'999'999);
    const auto places = *rc::gen::element(0, 1, 2, 4);
    const bool indonesian = *rc::gen::arbitrary<bool>();
    const std::string digits = std::to_string(std::abs(units));
    std::string grouped;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (i > 0 && (digits.size() - i) % 3 == 0)
            grouped += indonesian ? '.' : ',';
        grouped += digits[i];
    }
    double expected = static_cast<double>(std::abs(units));
    if (places > 0) {
        const auto fraction = *rc::gen::inRange(0, static_cast<int>(std::pow(10, places)));
        grouped += fmt::format("{}{:0{}}", indonesian ? ',' : '.', fraction, places);
        expected += fraction / std::pow(10, places);
    }
    const std::string text = (units < 0 ? "-" : "") + grouped;
    const Reading<double> reading = readNumber(text, indonesian ? DecimalMark::comma : DecimalMark::point);
    RC_ASSERT(reading.ok());
    RC_ASSERT(std::abs(std::abs(*reading.value) - expected) < 1e-3);
    RC_ASSERT(reading.flags.empty());
}

TEST(DecimalMarkOfAColumn, isWhatEveryTellingCellShows) {
    const auto decide = [](std::vector<std::string> cells) { return decideDecimalMark(cells); };
    EXPECT_EQ(decide({"1.500", "Rp 1.500.000", "", "x"}), DecimalMark::comma);
    EXPECT_EQ(decide({"1.500", "2,75"}), DecimalMark::comma);
    EXPECT_EQ(decide({"1,500.5", "3"}), DecimalMark::point);
    EXPECT_EQ(decide({"1.500.000", "2.75"}), DecimalMark::notKnown);
    EXPECT_EQ(decide({"1.500"}), DecimalMark::notKnown);
}

TEST(ReadPercent, isInPercentWithAndWithoutItsSign) {
    EXPECT_DOUBLE_EQ(*readPercent("12,5 %").value, 12.5);
    EXPECT_DOUBLE_EQ(*readPercent("12.5 persen").value, 12.5);
    EXPECT_TRUE(readPercent("80").flags.empty());
    EXPECT_TRUE(readPercent("0,8").has(FlagKind::percentMissing));
    EXPECT_FALSE(readPercent("0,8%").has(FlagKind::percentMissing));
    EXPECT_FALSE(readPercent("%").ok());
}

struct MoneyCase {
    const char* text;
    double amount;
    const char* currency;
};

TEST(ReadMoney, readsAmountsAsPeopleWriteThem) {
    for (const MoneyCase& c : {MoneyCase{"Rp 1,5 miliar", 1.5e9, "IDR"},
                               {"Rp. 1.500.000.000,-", 1.5e9, "IDR"},
                               {"Rp1.500.000.000,00", 1.5e9, "IDR"},
                               {"USD 2 juta", 2e6, "USD"},
                               {"IDR 1,500,000,000.00", 1.5e9, "IDR"},
                               {"US$ 2.5 million", 2.5e6, "USD"},
                               {"2,5 juta dolar AS", 2.5e6, "USD"},
                               {"€ 3 jt", 3e6, "EUR"},
                               {"3.000.000 euro", 3e6, "EUR"},
                               {"S$ 40 thousand", 40e3, "SGD"},
                               {"RM 12 juta", 12e6, "MYR"},
                               {"Rp 2 T", 2e12, "IDR"},
                               {"Rp 1,2 triliun", 1.2e12, "IDR"},
                               {"Rp 750 ribu", 750e3, "IDR"},
                               {"1 ribu triliun rupiah", 1e15, "IDR"},
                               {"Rp 1.500", 1500, "IDR"},
                               {"-Rp 5.000.000", -5e6, "IDR"},
                               {"(Rp 5.000.000)", -5e6, "IDR"},
                               {"JPY 1.5 billion", 1.5e9, "JPY"},
                               {"1.500.000 (USD)", 1.5e6, "USD"}}) {
        const Reading<Money> reading = readMoney(c.text);
        ASSERT_TRUE(reading.ok()) << c.text;
        EXPECT_DOUBLE_EQ(reading.value->amount, c.amount) << c.text;
        EXPECT_EQ(reading.value->currency, c.currency) << c.text;
        EXPECT_TRUE(reading.flags.empty()) << c.text << ": " << flagId(reading.flags[0].kind);
    }
}

TEST(ReadMoney, flagsWhatMayBeMeantOtherwise) {
    const Reading<Money> m = readMoney("Rp1.2M");
    EXPECT_DOUBLE_EQ(m.value->amount, 1.2e9);
    EXPECT_TRUE(m.has(FlagKind::scale));
    const Reading<Money> million = readMoney("US$ 2.5M");
    EXPECT_DOUBLE_EQ(million.value->amount, 2.5e6);
    EXPECT_TRUE(million.has(FlagKind::scale));
    EXPECT_TRUE(readMoney("$ 200").has(FlagKind::currency));
    EXPECT_TRUE(readMoney("¥ 200").has(FlagKind::currency));
    EXPECT_EQ(readMoney("¥ 200", {"CNY"}).value->currency, "CNY");
    EXPECT_FALSE(readMoney("¥ 200", {"CNY"}).has(FlagKind::currency));
    const Reading<Money> bare = readMoney("1.500.000.000");
    EXPECT_DOUBLE_EQ(bare.value->amount, 1.5e9);
    EXPECT_TRUE(bare.has(FlagKind::currencyMissing));
    EXPECT_FALSE(readMoney("1.500.000.000", {"IDR"}).has(FlagKind::currencyMissing));
    const Reading<Money> comma = readMoney("Rp 1,500");
    EXPECT_DOUBLE_EQ(comma.value->amount, 1500);
    EXPECT_TRUE(comma.has(FlagKind::decimalMark));
    EXPECT_TRUE(readMoney("USD 1.500").has(FlagKind::decimalMark));
    EXPECT_TRUE(readMoney("± Rp 2 miliar").has(FlagKind::approximate));
    EXPECT_TRUE(readMoney("Rp 2.000.000.000 (dua miliar rupiah lebih)").has(FlagKind::partIgnored));
    EXPECT_TRUE(readMoney("Rp 2 miliar per tahun").has(FlagKind::partIgnored));
}

TEST(ReadMoney, refusesWhatIsNotOneAmount) {
    for (const char* text : {"Rp", "gratis", "Rp 1-2 miliar", "Rp 1 miliar + USD 3", "2 lokasi", "Rp 1.50.00", "M 2",
                             "Rp 5 USD", "seratus juta rupiah"})
        EXPECT_FALSE(readMoney(text).ok()) << text;
    EXPECT_TRUE(readMoney("belum ada").blank());
}

TEST(MoneyHeading, namesCurrencyAndScale) {
    EXPECT_EQ(moneyHintsOf("Nilai (Rp)").currency, "IDR");
    EXPECT_DOUBLE_EQ(moneyHintsOf("Nilai (Rp)").scale, 1);
    EXPECT_EQ(moneyHintsOf("Nilai Investasi (juta USD)").currency, "USD");
    EXPECT_DOUBLE_EQ(moneyHintsOf("Nilai Investasi (juta USD)").scale, 1e6);
    EXPECT_DOUBLE_EQ(moneyHintsOf("Value in million US$").scale, 1e6);
    EXPECT_EQ(moneyHintsOf("Value in million US$").currency, "USD");
    EXPECT_EQ(moneyHintsOf("Nilai Kerja Sama").currency, "");
    const Reading<Money> scaled = readMoney("250", moneyHintsOf("Nilai (Rp juta)"));
    EXPECT_DOUBLE_EQ(scaled.value->amount, 250e6);
    EXPECT_TRUE(scaled.flags.empty());
    EXPECT_TRUE(readMoney("250000000", moneyHintsOf("Nilai (Rp juta)")).has(FlagKind::scale));
}

RC_GTEST_PROP(ReadMoney, neverCrashesAndAnswersOneOfThree, (const std::string& noise)) {
    const auto parts = *rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
        "Rp", "USD", "$", " ", "1", "500", ".", ",", "M", "juta", "(", ")", "-", "per", "/", "€", "e", "9", "%"));
    std::string text;
    for (const std::string& part : parts)
        text += part;
    for (const std::string& cell : {text, noise, text + noise}) {
        const Reading<Money> reading = readMoney(cell);
        RC_ASSERT(static_cast<int>(reading.ok()) + static_cast<int>(reading.blank()) +
                      static_cast<int>(reading.error.has_value()) ==
                  1);
        if (reading.ok())
            RC_ASSERT(std::isfinite(reading.value->amount));
    }
}

} // namespace
} // namespace jejaring::data
