// SPDX-License-Identifier: MIT
// Regions (wilayah): Indonesia's provinces and kabupaten/kota, and the catalog that knows them all.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace jejaring::core {

inline constexpr std::size_t kProvinceCount = 38;
inline constexpr std::size_t kRegencyCount = 514;

enum class RegionLevel : std::uint8_t { province, regency };
enum class RegionType : std::uint8_t { province, kabupaten, kota };

// A Kemendagri code as text, with its dot: "64" for a province, "64.01" for a kabupaten or kota.
class RegionCode {
  public:
    RegionCode() = default;

    // The code, or nothing unless `text` is exactly two digits, or two digits, a dot and two digits.
    [[nodiscard]] static std::optional<RegionCode> parse(std::string_view text);

    [[nodiscard]] const std::string& text() const { return text_; }
    [[nodiscard]] bool empty() const { return text_.empty(); }
    // Precondition for both: !empty().
    [[nodiscard]] RegionLevel level() const { return text_.size() == 2 ? RegionLevel::province : RegionLevel::regency; }
    [[nodiscard]] RegionCode province() const { return RegionCode(text_.substr(0, 2)); }

    friend auto operator<=>(const RegionCode&, const RegionCode&) = default;

  private:
    explicit RegionCode(std::string text) : text_(std::move(text)) {}
    std::string text_;
};

// Index of a region in its catalog; provinces come first, then kabupaten/kota, each in order of code.
using RegionIndex = std::uint16_t;
inline constexpr RegionIndex kNoRegion = 0xffff;

struct Region {
    RegionCode code;
    std::string name; // as officials write it: "Jawa Timur", "Kabupaten Paser", "Kota Surabaya"
    RegionType type = RegionType::province;
    std::string bpsCode; // empty where unknown
    std::string doubt;   // why its boundary is doubtful, as a message id; empty where it is not
    [[nodiscard]] RegionLevel level() const { return code.level(); }
};

// The regions of one set of boundaries. Immutable after construction; const access is safe from any thread.
class RegionCatalog {
  public:
    RegionCatalog() = default;
    // Takes regions in any order. Precondition: codes are distinct.
    explicit RegionCatalog(std::vector<Region> regions);

    [[nodiscard]] std::size_t size() const { return regions_.size(); }
    [[nodiscard]] std::size_t provinceCount() const { return provinceCount_; }
    [[nodiscard]] std::size_t regencyCount() const { return regions_.size() - provinceCount_; }
    [[nodiscard]] const Region& operator[](RegionIndex index) const { return regions_[index]; }
    [[nodiscard]] std::span<const Region> regions() const { return regions_; }

    [[nodiscard]] std::optional<RegionIndex> find(const RegionCode& code) const;
    [[nodiscard]] std::optional<RegionIndex> find(std::string_view code) const;
    // The province that `index` lies in; a province is its own. kNoRegion where the catalog lacks it.
    [[nodiscard]] RegionIndex provinceOf(RegionIndex index) const { return provinceOf_[index]; }
    // The kabupaten/kota of a province, as a range of indices [first, last).
    struct Range {
        RegionIndex first = 0;
        RegionIndex last = 0;
    };
    [[nodiscard]] Range regenciesOf(RegionIndex province) const;

  private:
    std::vector<Region> regions_;
    std::vector<RegionIndex> provinceOf_;
    std::unordered_map<std::string, RegionIndex> byCode_;
    std::size_t provinceCount_ = 0;
};

// True for the six administrative units of DKI Jakarta (31.xx), which hold no agreements of their own and show the
// province's value (kewenangan provinsi).
[[nodiscard]] bool underProvincialAuthority(const RegionCode& code);

} // namespace jejaring::core
