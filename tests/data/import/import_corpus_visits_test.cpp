// SPDX-License-Identifier: MIT
// Itineraries, activities, indicators and risks as people really have them.
#include "import_corpus.hpp"

namespace jejaring::data {
namespace {

using test::MessyFile;

std::vector<MessyFile> files() {
    using test::ods;
    using test::separated;
    using test::xlsx;
    return {
        {"jadwal.xlsx",
         xlsx("JADWAL KUNJUNGAN KERJA WAKIL MENTERI||||\nHari/Tanggal|Waktu|Lokasi|Kab/Kota|Agenda\n"
              "Selasa, 20 Agustus 2024|09.00 – 12.00 WITA|Kantor Gubernur|Kota Samarinda|Rapat\n"
              "|13.00 WITA|Pelabuhan|Kota Balikpapan|Tinjau\n",
              "A1:E1 A3:A4"),
         {"1 title", "2 heading", "3 added 64.72", "4 added 64.71"},
         {}},
        {"hari-terpisah.csv",
         separated("Kunjungan|Hari|Tanggal|Jam|Tempat|Pihak yang Ditemui\nKe Malang|Senin|20/08/2024|09:00|Balai "
                   "Kota|Wali Kota\n",
                   ';'),
         {"1 heading", "2 added date:weekday_differs"},
         {}},
        {"zona.csv",
         separated("Nama Kunjungan|Tanggal|Waktu (WIB)|Lokasi|Daerah|Agenda\nKe Makassar|1 Mei 2024|09.00|Hotel|Kota "
                   "Makassar|Rapat\nKe Makassar|2 Mei 2024|10.00|Hotel|Makasar|Rapat\n",
                   ';'),
         {"1 heading", "2 added 73.71 time:zone_differs", "3 needs_answer region?73.71"},
         {}},
        {"dua-lembar.ods",
         ods({{"Titik", "ID Kunjungan|Urutan|Tanggal|Lokasi|Agenda\nV01|1|2024-05-01|Hotel|Rapat\n"},
              {"Kunjungan", "ID Kunjungan|Judul Kunjungan|Pejabat|Tanggal Mulai|Tanggal Selesai\n"
                            "V01|Ke Makassar|Wamen|1 Mei 2024|2 Mei 2024\n"}}),
         {"Titik/1 heading", "Titik/2 added", "Kunjungan/1 heading", "Kunjungan/2 added"},
         {}},
        {"kunjungan.csv",
         separated("Judul Kunjungan|Pejabat|Tanggal Mulai|Tanggal Selesai|Provinsi|Tujuan\nKe "
                   "Jawa|Wamen|5 Mei 2024|1 Mei 2024|Jawa Timur|Rapat\n|Wamen|6 Mei 2024||Jawa Timur|\n",
                   ';'),
         {"1 heading", "2 added 35 end_date:end_before_start", "3 rejected 35 title!"},
         {}},
        {"kegiatan.csv",
         separated("Nama Kegiatan|Jenis Kegiatan|Tanggal|Tempat|Peserta\nForum Daerah|Forum|12-14 Maret "
                   "2024|Hotel|Kota Malang; Kementerian Luar Negeri\n",
                   '\t'),
         {"1 heading", "2 added 35.73"},
         {}},
        {"indikator-lebar.xlsx",
         xlsx("Realisasi investasi asing||||\nKode|Kabupaten/Kota|#2021|#2022|#2023\n35.78|Kota "
              "Surabaya|#1500.5|#2000|\n35.73|Kota Malang|#10||#12\nTotal||#1510.5|#2000|#12\n"),
         {"1 title", "2 heading", "3 added 35.78", "4 added 35.73", "5 totals"},
         {}},
        {"indikator-panjang.csv",
         separated("Kab/Kota|Indikator|Tahun|Nilai Indikator|Satuan\nKota Surabaya|Penduduk|2023|2,9|juta\nKota "
                   "Malang|Penduduk|entah|0,8|juta\n",
                   ';'),
         {"1 heading", "2 added 35.78", "3 rejected 35.73 period!"},
         {}},
        {"risiko.csv",
         separated("Risiko|Daerah|Penyebab|Kemungkinan|Keparahan|Mitigasi|Pemilik Risiko\nAnggaran "
                   "dipotong|Kota Surabaya|anggaran|Tinggi|4|Cari mitra|Bappeda\nMitra berganti||komitmen|entah|2||\n",
                   ';'),
         {"1 heading", "2 added 35.78", "3 added likelihood!"},
         {}},
        {"jumlah-bersatuan.csv",
         separated("Kode BPS|Kabupaten/Kota|2021|2022|Satuan\n3578|Kota Surabaya|2,5|-|miliar rupiah\n"
                   "Jumlah||2,5|0,0|miliar rupiah\n",
                   ';'),
         {"1 heading", "2 added 35.78", "3 totals"},
         {}},
        {"jumlah-agenda.csv",
         separated("Tanggal|Waktu|Kab/Kota|Lokasi|Agenda\n20/8/2024|09.00|Kota Malang|Kantor Bupati|Rapat\n"
                   "Total||||3 agenda\nJumlah agenda||||3\nTotal|||2 lokasi|\nGrand Total||||tiga agenda\n"
                   "Jumlah||Kota Malang||Rapat jumlah penduduk\n|Total|||Pembukaan\n|||Total|Rapat dengan Total\n",
                   ';'),
         {"1 heading", "2 added 35.73", "3 totals", "4 totals", "5 totals", "6 totals", "7 added 35.73 date!",
          "8 totals", "9 added"},
         ImportKind::stops},
        {"kode-tanpa-nama.xlsx",
         xlsx("Kode Kemendagri|Daerah|Indikator|Tahun|Nilai|Satuan\n64.01|Kab. Paser|IPM|#2023|73,44|indeks\n"
              "64.72|Kota Samarinda|IPM|#2023|#82.3|indeks\n#11.1||IPM|#2023|#70|indeks\n3204||IPM|#2023|74|indeks\n"
              "3204|Kab. Bandung|IPM|#2022|#73.2|indeks\n|Kota Malang|IPM|#2022|#60|indeks\n"),
         {"1 heading", "2 added 64.01", "3 added 64.72", "4 added 11.10", "5 added 32.04", "6 added 32.04",
          "7 added 35.73"},
         {}},
        {"dampak.csv",
         separated("Daerah|Dampak|Risiko|Kemungkinan|Mitigasi\nKota Malang|Besar|Banjir|Tinggi|Tanggul\nKota "
                   "Surabaya|Rendah|Pergantian pimpinan|Sedang|\n",
                   ';'),
         {"1 heading", "2 added 35.73", "3 added 35.78"},
         {}},
        {"peserta-berkoma.csv",
         separated("Nama Kegiatan|Jenis Kegiatan|Tanggal|Tempat|Peserta\nBimtek|Bimtek|12 s.d. 14 Maret "
                   "2024|Hotel|Kota Malang, Kab. Malang; Dinas Kesehatan, Bappeda\n",
                   ';'),
         {"1 heading", "2 added 35.73 35.07"},
         {}},
    };
}

TEST(ImportCorpus, visitsAndTheRest) {
    for (const MessyFile& file : files())
        test::checkMessyFile(file);
}

} // namespace
} // namespace jejaring::data
