// SPDX-License-Identifier: MIT
// Which region a row of somebody else's table means. Never guesses: what two regions fit is ambiguous.
#pragma once

#include "core/project.hpp"
#include "core/region.hpp"
#include "core/result.hpp"

#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace jejaring::data {

enum class RegionMatch : std::uint8_t {
    code,      // a Kemendagri code with its dot: "64.01"
    cutCode,   // a code that a spreadsheet cut: "11.1" for 11.10, where one region alone fits
    bareCode,  // "6401", where the column says which system it is, both agree, or the name does
    exact,     // the official name, whatever its capitals
    name,      // another usual form of it: "Kab. Paser", "Paser" where one region bears it
    alias,     // another name: of the program's list or the project's own
    answer,    // the user said so in the review
    ambiguous, // several fit: candidates
    unmatched, // none fits: candidates are those spelled most alike
    blank,     // the row names no region
};

// "code", "cut_code", "bare_code", "exact", "name", "alias", "answer", "ambiguous", "unmatched", "blank".
[[nodiscard]] std::string_view regionMatchId(RegionMatch match);

// Which system the codes of a column belong to, as its heading says ("Kode Kemendagri", "Kode BPS").
enum class CodeSystem : std::uint8_t { notSaid, kemendagri, bps };

// What a row says of its region: any of these, as written.
struct RegionText {
    std::string code;
    CodeSystem system = CodeSystem::notSaid;
    std::string name;     // "Paser", "Kab. Paser", "Paser, Kalimantan Timur"
    std::string type;     // "Kota", "Kabupaten" from a column of its own
    std::string province; // name or code from a column of its own
    // The province that a row above names for those below it. It decides between regions of one name, and no more.
    core::RegionCode group;
};

struct RegionFinding {
    RegionMatch match = RegionMatch::blank;
    core::RegionCode region;                  // where one was found
    std::vector<core::RegionCode> candidates; // best first, at most 8; of ambiguous and unmatched
    const char* remark = nullptr;             // message id where something deserves a look, e.g. code and name disagree
    // The text that an answer of the user is kept under; the same for rows that say the same.
    std::string key;
};

// The origin of the program's own aliases. They stand back behind today's names; those of the project do not.
inline constexpr const char* kProgramOrigin = "program";
// As kProgramOrigin, for a name that is as good as the official one ("Yogyakarta" for the province).
inline constexpr const char* kProgramNameOrigin = "program-name";

// The program's other names of regions: usual short forms, English and former names, from
// <assetsFolder>/data/region_names.csv (code,name,kind). Errors as those of readCsv.
[[nodiscard]] core::Result<std::vector<core::RegionAlias>> readRegionNames(const std::string& assetsFolder);

// Keeps a reference to the catalog.
class RegionMatcher {
  public:
    // `aliases`: the program's (readRegionNames) and the project's; an alias of the project is a key or a name.
    // `answers`: of this import, by key.
    RegionMatcher(const core::RegionCatalog& catalog, std::span<const core::RegionAlias> aliases,
                  std::map<std::string, core::RegionCode> answers = {});
    ~RegionMatcher();
    RegionMatcher(RegionMatcher&&) noexcept;
    RegionMatcher& operator=(RegionMatcher&&) noexcept;

    // A code and a name that mean different regions are ambiguous between the two. A kabupaten and a kota of one name
    // are never guessed between: the word ("Kota", "Kab."), the type or nothing decides. The province narrows.
    [[nodiscard]] RegionFinding find(const RegionText& text) const;

  private:
    struct Implementation;
    std::unique_ptr<const Implementation> implementation_;
};

} // namespace jejaring::data
