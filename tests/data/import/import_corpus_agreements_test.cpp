// SPDX-License-Identifier: MIT
// Tables of agreements as people really have them.
#include "import_corpus.hpp"

namespace jejaring::data {
namespace {

using test::MessyFile;

const std::string kPlain = "Daerah|Mitra|Negara|Tanggal TTD\n"
                           "Kota Surabaya|Kochi|Jepang|20 Agustus 2024\n"
                           "Kab. Paser|Busan|Korea Selatan|2019\n";
const std::vector<std::string> kPlainRows{"1 heading", "2 added 35.78", "3 added 64.01"};

std::vector<MessyFile> files() {
    using test::geoPackage;
    using test::latin;
    using test::ods;
    using test::separated;
    using test::utf16;
    using test::withLineEnds;
    using test::xlsx;
    return {
        // --- separators, line ends, encodings
        {"koma.csv", separated(kPlain, ','), kPlainRows, {}},
        {"titik-koma.csv", withLineEnds(separated(kPlain, ';'), "\r\n"), kPlainRows, {}},
        {"tab.txt", separated(kPlain, '\t'), kPlainRows, {}},
        {"bom.csv", "\xEF\xBB\xBF" + separated(kPlain, ';'), kPlainRows, {}},
        {"utf16le.csv", utf16(separated(kPlain, '\t'), false), kPlainRows, {}},
        {"utf16be.csv", utf16(separated(kPlain, ';'), true), kPlainRows, {}},
        {"windows1252.csv",
         latin("Daerah;Mitra;Negara\nKota Bandung;Orléans Métropole;Prancis\n"),
         {"1 heading", "2 added 32.73"},
         {}},
        {"mac-lama.csv", withLineEnds(separated(kPlain, ';'), "\r"), kPlainRows, {}},
        {"kutipan.csv",
         "Daerah,Mitra,Negara,Keterangan\n\"Kota Surabaya\",\"Kochi, Pref.\",Jepang,\"dua\nbaris\"\n",
         {"1 heading", "2 added 35.78"},
         {}},
        // --- where the headings stand
        {"judul-di-atas.csv",
         separated("DAFTAR KERJA SAMA LUAR NEGERI||||\nPROVINSI JAWA TIMUR||||\n||||\n"
                   "No|Nama Daerah|Nama Mitra|Negara Mitra|Tahun\n1|Kota Surabaya|Kochi|Jepang|2003\n",
                   ';'),
         {"1 title", "2 title", "4 heading", "5 added 35.78"},
         {}},
        {"kepala-dua-baris.xlsx",
         xlsx("No|Daerah|Mitra|Masa Berlaku||Nilai\n|||Mulai|Berakhir|\n"
              "#1|Kota Surabaya|Kochi|2 Mei 2020|1 Mei 2025|Rp 2 juta\n",
              "A1:A2 B1:B2 C1:C2 D1:E1 F1:F2"),
         {"1 heading", "2 heading", "3 added 35.78"},
         {}},
        {"kepala-dua-baris.csv",
         separated("No|Daerah|Mitra|Masa Berlaku||Nilai\n|||Mulai|Berakhir|\n"
                   "1|Kota Surabaya|Kochi|2 Mei 2025|1 Mei 2020|Rp 2 juta\n",
                   ';'),
         {"1 heading", "2 heading", "3 added 35.78 valid_until:end_before_start"},
         {}},
        {"nomor-kolom.csv",
         separated("Daerah|Mitra|Negara|Tahun\n(1)|(2)|(3)|(4)\nKota Surabaya|Kochi|Jepang|2003\n", ';'),
         {"1 heading", "2 heading", "3 added 35.78"},
         {}},
        {"kepala-berulang.csv",
         separated("Daerah|Mitra|Negara\nKota Surabaya|Kochi|Jepang\nDaerah|Mitra|Negara\nKota Malang|Busan|Korea "
                   "Selatan\n",
                   ';'),
         {"1 heading", "2 added 35.78", "3 heading", "4 added 35.73"},
         {}},
        {"ejaan-kepala.csv",
         separated("Daearh|Mittra|Negra\nKota Surabaya|Kochi|Jepang\n", ';'),
         {"1 heading", "2 added 35.78"},
         ImportKind::agreements},
        {"inggris.csv",
         separated("Region|Partner|Country|Date of signing|Sectors|Value\nKota Surabaya|Kochi|Japan|Aug 20, 2024|"
                   "Education|USD 2 million\n",
                   ';'),
         {"1 heading", "2 added 35.78"},
         {}},
        // --- rows that are no data
        {"baris-jumlah.csv",
         separated("No|Daerah|Mitra|Negara|Nilai (Rp)\n1|Kota Surabaya|Kochi|Jepang|1.500.000.000\n||||\n"
                   "Jumlah||||1.500.000.000\n|Total|1||\n",
                   ';'),
         {"1 heading", "2 added 35.78", "4 totals", "5 totals"},
         {}},
        {"baris-kosong.csv",
         separated("No|Daerah|Mitra|Negara\n1|Kota Surabaya|Kochi|Jepang\n2|||\n3|-|-|-\n", ';'),
         {"1 heading", "2 added 35.78", "3 blank", "4 blank"},
         {}},
        {"kelompok.csv",
         separated("No|Daerah|Mitra|Negara\nI. PROVINSI JAWA TIMUR|||\n1|Kota Surabaya|Kochi|Jepang\n"
                   "Sumber: Biro Kerja Sama|||\n",
                   ';'),
         {"1 heading", "2 title", "3 added 35.78", "4 title"},
         {}},
        {"kelompok-provinsi.csv",
         separated("No|Daerah|Mitra|Negara\nI|PROVINSI JAWA BARAT||\n1|Banjar|Kochi|Jepang\n"
                   "2|Bandung|Busan|Korea Selatan\n3|Kota Surabaya|Perth|Australia\nII|PROVINSI KALIMANTAN SELATAN||\n"
                   "1|Banjar|Busan|Korea Selatan\nIII|LAIN-LAIN||\n1|Banjar|Penang|Malaysia\n",
                   ';'),
         {"1 heading", "2 title", "3 added 32.79", "4 needs_answer region?32.04,32.73", "5 added 35.78", "6 title",
          "7 added 63.03", "8 title", "9 needs_answer region?32.79,63.03"},
         {}},
        {"kelompok-provinsi-gabung.xlsx",
         xlsx("Daerah|Mitra|Negara\nProvinsi: Kalimantan Selatan\nBanjar|Kochi|Jepang\nJumlah|#1\nJawa Barat\n"
              "Banjar|Busan|Korea Selatan\n",
              "A2:C2 A5:C5"),
         {"1 heading", "2 title", "3 added 63.03", "4 totals", "5 title", "6 added 32.79"},
         {}},
        {"provinsi-tanpa-mitra.csv",
         separated("Daerah|Mitra|Negara\nJawa Barat||\nBanjar|Kochi|Jepang\n", ';'),
         {"1 heading", "2 rejected 32 partner!", "3 needs_answer region?32.79,63.03"},
         {}},
        {"tahapan-dengan-mitra-asing.csv",
         separated("Daerah|Mitra|Negara|Tahapan\nKota Surabaya|Kochi|Jepang (Japan)|TTD\n"
                   "Kota Malang|Busan|Rep. Korea|Berlaku\nKab. Paser|Perth|Australia|Draft MoU\n",
                   ';'),
         {"1 heading", "2 added 35.78", "3 added 35.73", "4 added 64.01"},
         {}},
        // --- regions
        {"kode.csv",
         separated("Kode Kemendagri|Nama Daerah|Mitra\n64.01|Paser|Busan\n11.1|Aceh Singkil|Penang\n"
                   "91.71|Kota Jayapura|Vanimo\n",
                   ';'),
         {"1 heading", "2 added 64.01", "3 added 11.10", "4 added 91.71"},
         {}},
        {"kode-provinsi.csv",
         separated("Kode|Mitra\n64.01|Busan\n96|Vanimo\n", ';'),
         {"1 heading", "2 added 64.01", "3 added 96"},
         ImportKind::agreements},
        {"tahun-dan-tanggal.csv",
         separated("Daerah|Mitra|Tahun|Tanggal TTD\nKota Surabaya|Kochi|2003|\nKota Malang|Busan|2004|2 Mei 2004\n",
                   ';'),
         {"1 heading", "2 added 35.78", "3 added 35.73"},
         {}},
        {"kode-empat-angka.csv",
         separated("Kode|Mitra\n9171|Vanimo\n", ';'),
         {"1 heading", "2 needs_answer region_code?91.71,96.71"},
         ImportKind::agreements},
        {"kode-bps.csv",
         separated("Kode BPS|Mitra|Negara\n9171|Vanimo|PNG\n", ';'),
         {"1 heading", "2 added 96.71"},
         ImportKind::agreements},
        {"dua-nama-sama.csv",
         separated("Provinsi|Daerah|Mitra\nJawa Tengah|Pekalongan|A\nJawa Tengah|Kota Pekalongan|B\n"
                   "Jawa Tengah|KAB. PEKALONGAN|C\nJawa Barat|Bandungg|D\n",
                   ';'),
         {"1 heading", "2 needs_answer region?33.26,33.75", "3 added 33.75", "4 added 33.26",
          "5 needs_answer region?32.04,32.73"},
         {}},
        {"provinsi-saja.csv",
         separated("Provinsi|Mitra|Negara\nJawa Timur|Osaka|Jepang\n", ';'),
         {"1 heading", "2 added 35"},
         {}},
        {"provinsi-dan-kota.csv",
         separated("Provinsi|Kab/Kota|Mitra|Negara\nJawa Timur|-|Osaka|Jepang\nJawa Timur|Kota Malang|Fuqing|RRT\n",
                   ';'),
         {"1 heading", "2 added 35", "3 added 35.73"},
         {}},
        {"jenis-terpisah.csv",
         separated("Jenis Daerah|Daerah|Mitra\nKota|Semarang|A\nKabupaten|Semarang|B\n", ';'),
         {"1 heading", "2 added 33.74", "3 added 33.22"},
         {}},
        {"sel-gabungan.xlsx",
         xlsx("Daerah|Mitra|Negara\nKota Surabaya|Kochi|Jepang\n|Busan|Korea Selatan\n|Seattle|Amerika Serikat\n"
              "|Liverpool|Inggris\n",
              "A2:A4"),
         {"1 heading", "2 added 35.78", "3 added 35.78", "4 added 35.78", "5 rejected region!"},
         {}},
        {"kelompok-kosong.csv",
         separated("Daerah|Mitra|Negara\nKota Surabaya|Kochi|Jepang\n|Busan|Korea Selatan\n|Seattle|Amerika "
                   "Serikat\nKota Malang|Fuqing|Tiongkok\n",
                   ';'),
         {"1 heading", "2 added 35.78", "3 added 35.78 region:from_above", "4 added 35.78 region:from_above",
          "5 added 35.73"},
         {}},
        // A country that nobody wrote stays blank, however many are; nor is a partner or a date taken from above.
        {"negara-kosong.csv",
         separated("Daerah|Mitra|Negara|Tanggal TTD\nKota Surabaya|Kochi|Jepang|2001\nKota Bandung|Suwon||\nKota "
                   "Malang|Fuqing||\nKota Semarang|Brisbane|Australia|2005\nKota Samarinda|||\nKota Makassar|||\n",
                   ';'),
         {"1 heading", "2 added 35.78", "3 added 32.73", "4 added 35.73", "5 added 33.74", "6 rejected 64.72 partner!",
          "7 rejected 73.71 partner!"},
         {}},
        {"beberapa-daerah-satu-sel.csv",
         separated("Daerah|Mitra\nProvinsi Jawa Timur; Kota Surabaya|A\nJawa Timur / Kota Surabaya|B\nPemprov Jawa "
                   "Timur, Pemkot Surabaya|C\nKota Surabaya dan Provinsi Jawa Timur|D\nKota Surabaya, Jawa Timur|E\n"
                   "Kota Surabaya, Provinsi Jawa Timur|F\nJawa Timur - Kota Surabaya|G\nKab/Kota Surabaya|H\n"
                   "Kota Surabaya; Jawa Timur|I\n64,01|J\n",
                   '\t'),
         {"1 heading", "2 added 35 35.78", "3 added 35 35.78", "4 added 35 35.78", "5 added 35.78 35", "6 added 35.78",
          "7 added 35.78", "8 added 35.78", "9 added 35.78", "10 added 35.78 35", "11 added 64.01"},
         {}},
        // --- partners, countries, several of them
        {"banyak-pihak.csv",
         separated("Daerah|Mitra|Negara\n\"Kota Surabaya; Kota Malang\"|\"Kochi; Busan\"|\"Jepang; Korea Selatan\"\n"
                   "Kota Surabaya|Seoul|Korea\n",
                   '\t'),
         {"1 heading", "2 added 35.78 35.73", "3 added 35.78 country!"},
         {}},
        {"para-pihak.csv",
         separated("Para Pihak|Tahun\nKota Surabaya; Kochi (Jepang)|2010\nKota Malang|2011\n", '\t'),
         {"1 heading", "2 added 35.78", "3 rejected 35.73 parties!"},
         ImportKind::agreements},
        {"ksdd.csv",
         separated("Pihak Pertama|Pihak Kedua|Jenis Kerja Sama|Tahapan\nKota Surabaya|Kota Malang|KSDD|PKS\n", ';'),
         {"1 heading", "2 added 35.78 35.73"},
         {}},
        // --- values
        {"tanggal-excel.xlsx",
         xlsx("Daerah|Mitra|Tanggal TTD|Nilai (Rp)\nKota Surabaya|Kochi|#d45524|#1500000000\n"
              "Kota Malang|Busan|#45524|Rp 1,5 miliar\n"),
         {"1 heading", "2 added 35.78", "3 added 35.73 signed_on:spreadsheet_day"},
         {}},
        {"hari-salah.csv",
         separated("Daerah|Mitra|Tanggal TTD\nKota Surabaya|Kochi|Senin, 20 Agustus 2024\nKota Malang|Busan|Selasa, "
                   "20/8/24\nKota Bandung|Suwon|31 Februari 2020\n",
                   ';'),
         {"1 heading", "2 added 35.78 signed_on:weekday_differs", "3 added 35.73 signed_on:two_digit_year",
          "4 added 32.73 signed_on!"},
         {}},
        {"bulan-dulu.csv",
         separated("Region|Partner|Date\nKota Surabaya|Kochi|08/25/2024\nKota Malang|Busan|08/09/2024\n", ';'),
         {"1 heading", "2 added 35.78", "3 added 35.73 signed_on:day_month_order"},
         {}},
        {"status.csv",
         separated("Daerah|Mitra|Status|Bidang\nKota Surabaya|Kochi|Aktif|Pendidikan, Pariwisata\n"
                   "Kota Malang|Busan|Penjajakan|Antariksa\n",
                   ';'),
         {"1 heading", "2 added 35.78", "3 added 35.73 sectors:unknown_word"},
         {}},
        {"galat-rumus.xlsx",
         xlsx("Daerah|Mitra|Nilai (Rp)\nKota Surabaya|#N/A|tidak ada\nKota Malang|Busan|dua kuda\n"),
         {"1 heading", "2 rejected 35.78 partner!", "3 added 35.73 value!"},
         {}},
        {"ganda.csv",
         separated("Daerah|Mitra|Negara\nKota Surabaya|Kochi|Jepang\nSurabaya|KOCHI|JPN\nKota Surabaya|Busan|Korea "
                   "Selatan\n",
                   ';'),
         {"1 heading", "2 added 35.78", "3 duplicate_in_file =2 35.78", "4 added 35.78"},
         {}},
        // --- other formats
        {"lembar.ods",
         ods({{"Petunjuk", "Isi tabel di lembar berikut\n"},
              {"Data", "Daerah|Mitra|Negara\nKota Surabaya|Kochi|Jepang\n"}}),
         {"Petunjuk/1 skipped", "Data/1 heading", "Data/2 added 35.78"},
         {}},
        {"titik.geojson",
         "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{\"daerah\":\"Kota "
         "Surabaya\",\"mitra\":\"Kochi\",\"negara\":\"JPN\"},\"geometry\":{\"type\":\"Point\",\"coordinates\":[133.53,"
         "33.56]}}]}",
         {"1 heading", "2 added 35.78"},
         {}},
        {"tabel.gpkg",
         geoPackage("daerah TEXT, mitra TEXT, negara TEXT",
                    {"1, 'Kota Surabaya', 'Kochi', 'Jepang'", "2, 'Pekalongan', 'Busan', NULL"}),
         {"1 heading", "2 added 35.78", "3 needs_answer region?33.26,33.75"},
         {}},
        {"rekap-dokumen.xlsx",
         xlsx("No|Kab/Kota|Mitra||Dokumen||Berlaku s/d\n||Nama|Negara|Jenis|Tanggal TTD|\n1|Kota Surabaya|Kochi|Jepang|"
              "Perjanjian Kerja Sama|20 Agustus 2024|5 tahun\n",
              "C1:D1 E1:F1 A1:A2 B1:B2 G1:G2"),
         {"1 heading", "2 heading", "3 added 35.78"},
         {}},
        {"ksdd-pihak-kedua.csv",
         separated("Pihak Kesatu|Pihak Kedua|Judul|Tanggal TTD\nProvinsi Jawa Barat|Provinsi Jawa Tengah|Pangan|3 Mei "
                   "2022\nPemkot Bandung|Pemkab Bandung, Kota Semarang dan Kab. Semarang|Sampah|1 Mei 2020\n"
                   "Kota Malang|Yayasan Malang dan Rekan|Air|2 Mei 2020\n",
                   ';'),
         {"1 heading", "2 added 32 33", "3 added 32.73 32.04 33.74 33.22", "4 added 35.73"},
         {}},
        // The second side is a region where it says so, and where the headings set one side against the other.
        {"ksdd-tanpa-jenis.csv",
         separated("Pihak Kesatu|Pihak Kedua|Judul\nKab. Malang|Banjar|X\nKab. Malang|PT Gojek|X\nKab. Malang|Pemkab "
                   "Konoha|X\nKab. Malang|Jawa Barat|X\nKab. Malang|Kota Banjar|X\n",
                   ';'),
         {"1 heading", "2 needs_answer 35.07 partner?32.79,63.03", "3 added 35.07", "4 needs_answer 35.07 partner?",
          "5 added 35.07 32", "6 added 35.07 32.79"},
         {}},
        {"mitra-pemkab.csv",
         separated("Daerah|Mitra|Negara\nKab. Malang|Pemkab Konoha|\nKab. Malang|Banjar|\nKab. Malang|Kota Kochi|\n",
                   ';'),
         {"1 heading", "2 needs_answer 35.07 partner?", "3 added 35.07", "4 added 35.07"},
         {}},
        // Several partners without a semicolon between them.
        {"mitra-berkoma.csv",
         separated("Daerah|Mitra|Negara\nKota Malang|Kochi (Jepang) dan Busan (Korea Selatan)|\nKota Malang|Kochi dan "
                   "Busan|Jepang\nKota Malang|Kochi, Jepang|\nKota Malang|Kementerian Pertanian dan Pangan|Jepang\n",
                   ';'),
         {"1 heading", "2 added 35.73", "3 added 35.73 partner:several", "4 added 35.73", "5 added 35.73"},
         {}},
    };
}

TEST(ImportCorpus, agreements) {
    const std::vector<MessyFile> corpus = files();
    EXPECT_GE(corpus.size(), 40U);
    for (const MessyFile& file : corpus)
        test::checkMessyFile(file);
}

} // namespace
} // namespace jejaring::data
