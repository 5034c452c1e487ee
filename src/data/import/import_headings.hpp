// SPDX-License-Identifier: MIT
// Which field a heading means, in Indonesian or English, with spelling tolerance.
#pragma once

#include "core/date.hpp"
#include "core/result.hpp"
#include "data/import/import_fields.hpp"

#include <array>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace jejaring::data {

// A usual heading of a field.
struct Heading {
    std::optional<ImportKind> kind; // nothing: in tables of every kind that has the field
    std::string field;              // id of an ImportField, or "ignored": a running number, a signature ...
    std::string words;
};

// Reads <assetsFolder>/data/import_headings.csv (kind,field,heading; kind "*" for any). Rows of no known kind or field
// are warnings; errors as those of readCsv.
[[nodiscard]] core::Result<std::vector<Heading>> readHeadings(const std::string& assetsFolder);

enum class HeadingMatch : std::uint8_t { none, alike, partly, exactly }; // from worst to best

struct HeadingAnswer {
    HeadingMatch match = HeadingMatch::none;
    std::optional<ImportField> field; // nothing where none, or where the heading is one to be ignored
    bool ignored = false;
};

class ImportHeadings {
  public:
    explicit ImportHeadings(const std::vector<Heading>& headings);

    // Compares by wordKey: as a whole; then without what stands in brackets; then by its last line or the part behind
    // a "/"; then with one letter more, less or other in words of five letters and more.
    [[nodiscard]] HeadingAnswer find(ImportKind kind, std::string_view heading) const;

  private:
    struct Meaning {
        std::optional<ImportField> field;
    };
    [[nodiscard]] const Meaning* exactly(ImportKind kind, const std::string& key) const;

    std::array<std::unordered_map<std::string, Meaning>, 6> byKind_; // by ImportKind, then by wordKey
};

// The period that a heading names: "2024", "Tahun 2024", "2024-05", "Mei 2024", "TW II 2024"; nothing for any other.
// Lines of a heading are parted by " / ": "2024 / TW II".
[[nodiscard]] std::optional<core::PartialDate> periodOfHeading(std::string_view heading);

} // namespace jejaring::data
