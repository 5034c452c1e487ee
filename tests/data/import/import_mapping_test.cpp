// SPDX-License-Identifier: MIT
#include "import_fixture.hpp"

#include <gmock/gmock.h>

namespace jejaring::data {
namespace {

using test::mappingOf;
using test::table;
using testing::ElementsAre;
using testing::HasSubstr;

std::vector<std::string> fieldsIn(const SheetMapping& sheet) {
    std::vector<std::string> fields;
    for (const ColumnChoice& choice : sheet.columns)
        fields.push_back(choice.field ? std::string(importFieldId(*choice.field)) : choice.ignored ? "ignored" : "-");
    return fields;
}

TEST(ImportMapping, recognisesHeadingsInBothLanguagesAndTheKindOfTheSheet) {
    const auto sheetOf = [](const char* heading) { return mappingOf(table(heading)).sheets.at(0); };
    const SheetMapping agreements = sheetOf("No|Daerah|Kab/Kota|Mitra|Negara|Bidang|Tanggal TTD|Nilai (Rp)|Tahapan\n");
    EXPECT_EQ(agreements.kind, ImportKind::agreements);
    EXPECT_THAT(fieldsIn(agreements), ElementsAre("ignored", "region", "region", "partner", "country", "sectors",
                                                  "signed_on", "value", "stage"));
    const SheetMapping stops = sheetOf("Tanggal|Waktu|Lokasi|Narasumber/Pihak yang Dijumpai|Agenda|Tindak Lanjut\n");
    EXPECT_EQ(stops.kind, ImportKind::stops);
    EXPECT_THAT(fieldsIn(stops), ElementsAre("date", "time", "place", "counterpart", "agenda", "follow_up"));
    EXPECT_EQ(sheetOf("Region|Partner|Country|Sectors\n").kind, ImportKind::agreements);
    EXPECT_EQ(sheetOf("Nama Kegiatan|Jenis Kegiatan|Tanggal|Tempat|Peserta\n").kind, ImportKind::activities);
    EXPECT_EQ(sheetOf("Nama Kegiatan|Jenis|Tanggal Pelaksanaan|Tempat|Hasil\n").kind, ImportKind::activities);
    EXPECT_EQ(sheetOf("Activity|Type|Date|Place|Regions|Ministries\n").kind, ImportKind::activities);
    EXPECT_EQ(sheetOf("Kunjungan|Tanggal|Tempat|Agenda|Pihak yang Dijumpai\n").kind, ImportKind::stops);
    EXPECT_EQ(sheetOf("Judul Kunjungan|Pejabat|Tanggal Mulai|Tanggal Selesai\n").kind, ImportKind::visits);
    EXPECT_EQ(sheetOf("Kab/Kota|2020|2021|2022\n").kind, ImportKind::indicators);
    EXPECT_EQ(sheetOf("Risiko|Penyebab|Kemungkinan|Keparahan|Mitigasi\n").kind, ImportKind::risks);
    EXPECT_FALSE(sheetOf("halo|apa kabar\nbaik|sekali\n").kind);
}

TEST(ImportMapping, everyLabelOfAFieldIsAHeadingOfIt) {
    const ImportHeadings& headings = test::importAssets().headings;
    for (const ImportKind kind : importKinds())
        for (const FieldInfo& info : fieldsOf(kind)) {
            if (info.field == ImportField::amountOfPeriod)
                continue;
            for (const std::string& heading :
                 {std::string(importFieldLabel(info.field)), std::string(importFieldId(info.field))}) {
                const HeadingAnswer answer = headings.find(kind, heading);
                EXPECT_EQ(answer.match, HeadingMatch::exactly) << importKindId(kind) << ' ' << heading;
                EXPECT_EQ(answer.field, info.field) << importKindId(kind) << ' ' << heading;
            }
        }
}

TEST(ImportMapping, comesBackFromJsonAsItWas) {
    const TableFile file = table("JUDUL TABEL\nDaerah|Mitra|Apa saja|Tanggal TTD\nKota Surabaya|Kochi|x|08/25/2024\n");
    ImportMapping mapping = mappingOf(file);
    chooseField(file, mapping.sheets[0], 2, ImportField::subject);
    const std::string text = mappingText(mapping);
    const core::Result<ImportMapping> again = parseMapping(text, "m.json", file, test::importAssets().headings);
    ASSERT_TRUE(again) << core::englishText(again.error());
    EXPECT_EQ(mappingText(again.value()), text);
    EXPECT_EQ(again.value().sheets[0].columns[3].dates.order, DayMonthOrder::monthFirst);
}

TEST(ImportMapping, saysWhatIsWrongWithAMapping) {
    const TableFile file = table("Daerah|Mitra\nKota Surabaya|Kochi\n");
    for (const auto& [text, says] : std::vector<std::pair<std::string, std::string>>{
             {"{", "no JSON"},
             {"[]", "sheets"},
             {"{\"sheets\":[{\"sheet\":\"Lain\"}]}", "sheet"},
             {"{\"sheets\":[{\"kind\":\"people\"}]}", "agreements, indicators, risks, stops, visits"},
             {"{\"sheets\":[{\"columns\":[{\"heading\":\"Bulan\",\"field\":\"region\"}]}]}", "Daerah, Mitra"},
             {"{\"sheets\":[{\"columns\":[{\"heading\":\"Mitra\",\"field\":\"luck\"}]}]}", "partner"},
             {"{\"sheets\":[{\"header\":3}]}", "[3, 4]"}}) {
        const auto mapping = parseMapping(text, "m.json", file, test::importAssets().headings);
        ASSERT_FALSE(mapping) << text;
        EXPECT_EQ(mapping.error().code, core::ErrorCode::wrongFormat);
        EXPECT_THAT(core::englishText(mapping.error()), HasSubstr(says)) << text;
    }
}

TEST(ImportMapping, remembersWhatWasMappedByHand) {
    const TableFile file = table("Satu|Dua\nKota Surabaya|Kochi\n");
    EXPECT_FALSE(mappingOf(file).sheets[0].kind);
    SheetMapping sheet = proposeSheet(file, 0, test::importAssets().headings, ImportKind::agreements, 1, 1);
    chooseField(file, sheet, 0, ImportField::region);
    chooseField(file, sheet, 1, ImportField::partner);
    core::Project project;
    rememberMapping({{sheet}}, project);
    const TableFile turned = table("TABEL\n\nDua|Satu\nKochi|Kota Surabaya\n");
    const ImportMapping recalled =
        proposeMapping(turned, test::importAssets().headings, std::nullopt, rememberedMappings(project));
    ASSERT_EQ(recalled.sheets[0].kind, ImportKind::agreements);
    EXPECT_EQ(recalled.sheets[0].headerFirst, 3);
    EXPECT_THAT(fieldsIn(recalled.sheets[0]), ElementsAre("partner", "region"));
    EXPECT_EQ(recalled.sheets[0].columns[0].how, Recognition::remembered);
}

TEST(ImportMapping, blankCellsStandForThoseAboveInTheFirstColumnsAlone) {
    const std::string rows = "Kota Surabaya|Kochi|Jepang|2001\n|Suwon||2002\n|Fuqing||2003\n";
    const TableFile file = table("Daerah|Mitra|Negara|Tanggal TTD\n" + rows);
    SheetMapping sheet = mappingOf(file).sheets.at(0);
    EXPECT_THAT(sheet.fillDown, ElementsAre(0));
    EXPECT_THAT(fillableColumns(sheet), ElementsAre(0, 2));
    chooseFillDown(sheet, 0, false);
    chooseFillDown(sheet, 2, true);
    EXPECT_THAT(sheet.fillDown, ElementsAre(2));
    // The choice comes back from a mapping file, and with the next file that has these headings.
    const std::string text = mappingText({{sheet}});
    EXPECT_THAT(parseMapping(text, "m.json", file, test::importAssets().headings).value().sheets.at(0).fillDown,
                ElementsAre(2));
    core::Project project;
    rememberMapping({{sheet}}, project);
    EXPECT_THAT(proposeMapping(file, test::importAssets().headings, {}, rememberedMappings(project)).sheets[0].fillDown,
                ElementsAre(2));
    // A column that holds something else has nothing to fill.
    chooseField(file, sheet, 2, ImportField::note);
    EXPECT_TRUE(sheet.fillDown.empty());
    // The partner stands between: the country leads no group.
    EXPECT_TRUE(mappingOf(table("Mitra|Negara|Daerah\nKochi|Jepang|Kota Surabaya\nSuwon||Kota Malang\nFuqing||Kota "
                                "Bandung\n"))
                    .sheets[0]
                    .fillDown.empty());
}

TEST(ImportMapping, columnsHaveLetters) {
    for (const auto& [column, letter] :
         std::vector<std::pair<int, std::string>>{{0, "A"}, {25, "Z"}, {26, "AA"}, {701, "ZZ"}, {702, "AAA"}}) {
        EXPECT_EQ(columnLetter(column), letter);
        EXPECT_EQ(columnOfLetter(letter), column);
    }
    EXPECT_EQ(columnOfLetter("A1"), -1);
    EXPECT_EQ(columnOfLetter(""), -1);
}

} // namespace
} // namespace jejaring::data
