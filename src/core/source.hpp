// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace jejaring::core {

// How far a source can be relied on: A, a government or a partner itself; B, press or journal.
enum class SourceGrade : char { unstated = ' ', a = 'A', b = 'B' };

// Where a fact was read.
struct Source {
    std::string id;
    std::string title;
    std::string address; // empty where the source has none
    SourceGrade grade = SourceGrade::unstated;
    friend bool operator==(const Source&, const Source&) = default;
};

// Where a row came from: the file and row it was imported from, and when.
struct Provenance {
    std::string file; // name without folder
    std::string sheet;
    int row = 0;          // 1 is the first row of the file; 0 where typed by hand
    std::string imported; // ISO 8601 date and time, UTC
    friend bool operator==(const Provenance&, const Provenance&) = default;
};

} // namespace jejaring::core
