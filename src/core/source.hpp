// SPDX-License-Identifier: MIT
#pragma once

#include "core/date.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace jejaring::core {

// How far a source can be relied on: A, a government or a partner itself; B, press or journal.
enum class SourceGrade : char { unstated = ' ', a = 'A', b = 'B' };

// Where a fact was read.
struct Source {
    std::string id;
    std::string title;
    std::string address; // empty where the source has none
    SourceGrade grade = SourceGrade::unstated;
    std::string publisher{};                // an office, a newspaper, a journal; empty where not stated
    std::optional<PartialDate> published{}; // when
    friend bool operator==(const Source&, const Source&) = default;
};

// An address as a browser takes it: one without a scheme, as people copy it ("kemlu.go.id/berita"), is taken as
// https. Nothing for what is no address, or one of another scheme.
[[nodiscard]] std::optional<std::string> webAddress(std::string_view address);

// Where a row came from: the file and row it was imported from, and when.
struct Provenance {
    std::string file; // name without folder
    std::string sheet;
    int row = 0;          // 1 is the first row of the file; 0 where typed by hand
    std::string imported; // ISO 8601 date and time, UTC
    friend bool operator==(const Provenance&, const Provenance&) = default;
};

} // namespace jejaring::core
