// SPDX-License-Identifier: MIT
// How a row is known again at the next import, and what it said the last time.
#pragma once

#include "core/project.hpp"

#include <cstdint>
#include <initializer_list>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace jejaring::data {

// FNV-1a.
[[nodiscard]] std::uint64_t textHash(std::string_view text);
// The same id for the same key, in every project: `letter` and ten letters or digits.
[[nodiscard]] std::string idFromKey(char letter, std::string_view key);
// Whether an id was made so: no table of somebody else's has it by chance.
[[nodiscard]] bool isMadeId(std::string_view id);
// Joined by " | "; blank parts keep their place, those at the end are left out.
[[nodiscard]] std::string joinedKey(std::initializer_list<std::string_view> parts);

// What an import wrote, so that the next one can tell what the file changed from what the user changed: for each part
// of a row, by its short name, a hash of its text. Kept in the project's settings.
struct ImportStamp {
    std::string id; // of what the row became
    std::map<std::string, std::uint32_t, std::less<>> parts;
    core::Provenance provenance;
};

[[nodiscard]] std::uint32_t partHash(std::string_view text);

// Of rows of one table ("agreements"), by key.
class ImportStamps {
  public:
    ImportStamps(core::Project& project, std::string_view table);
    [[nodiscard]] std::optional<ImportStamp> find(const std::string& key) const;
    void write(const std::string& key, const ImportStamp& stamp);
    void remove(const std::string& key);
    // Calls `take(key, stamp)` for each.
    template <class Take> void each(Take take) const {
        for (auto entry = project_.settings.lower_bound(prefix_);
             entry != project_.settings.end() && entry->first.starts_with(prefix_); ++entry)
            take(entry->first.substr(prefix_.size()), parse(entry->second));
    }

  private:
    [[nodiscard]] static ImportStamp parse(std::string_view text);
    core::Project& project_;
    std::string prefix_;
};

} // namespace jejaring::data
