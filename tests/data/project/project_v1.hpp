// SPDX-License-Identifier: MIT
// Writes a project file as the first version of the program did: schema 1, frozen.
#pragma once

#include "data/geopackage.hpp"
#include "data/sqlite.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <string>

namespace jejaring::test {

inline const char* const kTablesOfSchema1 = R"(
CREATE TABLE jejaring_project (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, key TEXT, value TEXT);
CREATE TABLE sources (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, id TEXT, title TEXT, address TEXT, grade TEXT);
CREATE TABLE partners (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom POINT, id TEXT, name TEXT, type TEXT,
  country TEXT, region_code TEXT);
CREATE TABLE agreements (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, id TEXT, kind TEXT, document TEXT,
  framework TEXT, subkind TEXT, status TEXT, signed_on TEXT, valid_until TEXT, ended_on TEXT, value DOUBLE,
  currency TEXT, replaces TEXT, source_id TEXT, note TEXT);
CREATE TABLE agreement_parties (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, agreement_id TEXT, position INTEGER,
  region_code TEXT, partner_id TEXT);
CREATE TABLE agreement_sectors (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, agreement_id TEXT, position INTEGER,
  sector_id TEXT);
CREATE TABLE agreement_stages (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, agreement_id TEXT, position INTEGER,
  stage_id TEXT, reached_on TEXT, phase TEXT);
CREATE TABLE targets (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, agreement_id TEXT, position INTEGER, what TEXT,
  unit TEXT, planned DOUBLE, reached DOUBLE);
CREATE TABLE stages (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, id TEXT, track TEXT, position INTEGER,
  label_id TEXT, label_en TEXT, phase TEXT, valid_from TEXT, valid_until TEXT);
CREATE TABLE sectors (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, id TEXT, label_id TEXT, label_en TEXT);
CREATE TABLE visits (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, id TEXT, title TEXT, visitor TEXT, ministry TEXT,
  type TEXT, start_on TEXT, end_on TEXT, province_code TEXT, purpose TEXT, expected_effect TEXT, focus TEXT,
  source_id TEXT);
CREATE TABLE stops (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom POINT, visit_id TEXT, position INTEGER,
  sequence INTEGER, held_on TEXT, time TEXT, end_time TEXT, zone TEXT, place TEXT, region_code TEXT, counterpart TEXT,
  agenda TEXT, reason TEXT, discussed TEXT, status TEXT, source_id TEXT);
CREATE TABLE follow_ups (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, id TEXT, visit_id TEXT, stop INTEGER,
  what TEXT, owner TEXT, due_on TEXT, done_on TEXT, agreement_id TEXT);
CREATE TABLE activities (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom POINT, id TEXT, title TEXT, kind TEXT,
  start_on TEXT, end_on TEXT, place TEXT, region_code TEXT, purpose TEXT, source_id TEXT, note TEXT);
CREATE TABLE activity_participants (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, activity_id TEXT, position INTEGER,
  region_code TEXT, name TEXT, role TEXT);
CREATE TABLE indicators (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, id TEXT, name TEXT, unit TEXT,
  source_id TEXT);
CREATE TABLE indicator_values (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, indicator_id TEXT, region_code TEXT,
  period TEXT, value DOUBLE, source_id TEXT);
CREATE TABLE risks (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, id TEXT, sign TEXT, region_code TEXT,
  agreement_id TEXT, what TEXT, cause TEXT, likelihood INTEGER, severity INTEGER, mitigation TEXT, owner TEXT);
CREATE TABLE profiles (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, region_code TEXT, strengths TEXT, needs TEXT,
  aims TEXT, strategy TEXT, society TEXT, economic_diplomacy TEXT, challenges TEXT, outlook TEXT);
CREATE TABLE region_groups (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, name TEXT);
CREATE TABLE region_group_members (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, group_name TEXT, position INTEGER,
  region_code TEXT);
CREATE TABLE region_aliases (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, alias TEXT, region_code TEXT,
  origin TEXT);
CREATE TABLE notes (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, id TEXT, region_code TEXT, agreement_id TEXT,
  visit_id TEXT, text TEXT, author TEXT, written TEXT);
CREATE TABLE pictures (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, id TEXT, region_code TEXT, agreement_id TEXT,
  visit_id TEXT, stop INTEGER, caption TEXT, credit TEXT, media_type TEXT, content BLOB);
CREATE TABLE sheets (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, id TEXT, name TEXT, kind TEXT, definition TEXT);
CREATE TABLE settings (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, key TEXT, value TEXT);
CREATE TABLE provenance (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, table_name TEXT, row TEXT, file TEXT,
  sheet TEXT, file_row INTEGER, imported TEXT);
)";

// One agreement of Kota Surabaya with Kochi, one visit of one stop, one value of an indicator.
inline const char* const kRowsOfSchema1 = R"(
INSERT INTO jejaring_project (key, value) VALUES ('schema', '1'), ('title', 'Dari versi satu');
INSERT INTO partners (id, name, type, country) VALUES ('P1', 'Kochi', 'city', 'JPN');
INSERT INTO agreements (id, kind, status, signed_on) VALUES ('A1', 'KSDPL', 'active', '2003-04');
INSERT INTO agreement_parties (agreement_id, position, region_code, partner_id)
  VALUES ('A1', 1, '35.78', NULL), ('A1', 2, NULL, 'P1');
INSERT INTO visits (id, title, start_on) VALUES ('V1', 'Kunjungan uji', '2024-08-20');
INSERT INTO stops (visit_id, position, held_on, time, end_time, zone, place, region_code)
  VALUES ('V1', 1, '2024-08-20', '09:30', '00:00', 'WIB', 'Balai kota', '35.78');
INSERT INTO indicators (id, name, unit) VALUES ('I1', 'Investasi', 'miliar rupiah');
INSERT INTO indicator_values (indicator_id, region_code, period, value) VALUES ('I1', '35.78', '2023', 12.5);
)";

inline void writeProjectOfSchema1(const std::string& path) {
    data::Database database = data::Database::inMemory();
    ASSERT_TRUE(data::createGeoPackage(database));
    ASSERT_TRUE(database.execute(kTablesOfSchema1)) << database.errorText();
    ASSERT_TRUE(database.execute(kRowsOfSchema1)) << database.errorText();
    const data::DatabaseBytes serialized = database.serialize();
    const std::span<const std::byte> bytes = serialized.span();
    std::ofstream file(path, std::ios::binary);
    file.write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    ASSERT_TRUE(file.flush());
}

} // namespace jejaring::test
