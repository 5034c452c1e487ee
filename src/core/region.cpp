// SPDX-License-Identifier: MIT
#include "core/region.hpp"

#include <algorithm>

namespace jejaring::core {
namespace {

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

} // namespace

std::optional<RegionCode> RegionCode::parse(std::string_view text) {
    const bool province = text.size() == 2 && isDigit(text[0]) && isDigit(text[1]);
    const bool regency = text.size() == 5 && isDigit(text[0]) && isDigit(text[1]) && text[2] == '.' &&
                         isDigit(text[3]) && isDigit(text[4]);
    if (!province && !regency)
        return std::nullopt;
    return RegionCode(std::string(text));
}

RegionCatalog::RegionCatalog(std::vector<Region> regions) : regions_(std::move(regions)) {
    std::sort(regions_.begin(), regions_.end(), [](const Region& a, const Region& b) {
        return a.level() != b.level() ? a.level() < b.level() : a.code < b.code;
    });
    for (std::size_t i = 0; i < regions_.size(); ++i) {
        byCode_.emplace(regions_[i].code.text(), static_cast<RegionIndex>(i));
        if (regions_[i].level() == RegionLevel::province)
            ++provinceCount_;
    }
    provinceOf_.reserve(regions_.size());
    for (const Region& region : regions_)
        provinceOf_.push_back(find(region.code.province()).value_or(kNoRegion));
}

std::optional<RegionIndex> RegionCatalog::find(const RegionCode& code) const {
    return find(code.text());
}

std::optional<RegionIndex> RegionCatalog::find(std::string_view code) const {
    const auto found = byCode_.find(std::string(code));
    if (found == byCode_.end())
        return std::nullopt;
    return found->second;
}

RegionCatalog::Range RegionCatalog::regenciesOf(RegionIndex province) const {
    const std::string& code = regions_[province].code.text();
    const auto first = std::lower_bound(regions_.begin() + static_cast<std::ptrdiff_t>(provinceCount_), regions_.end(),
                                        code, [](const Region& r, const std::string& c) { return r.code.text() < c; });
    auto last = first;
    while (last != regions_.end() && last->code.text().starts_with(code))
        ++last;
    return {static_cast<RegionIndex>(first - regions_.begin()), static_cast<RegionIndex>(last - regions_.begin())};
}

bool underProvincialAuthority(const RegionCode& code) {
    return code.text().size() == 5 && code.text().starts_with("31.");
}

} // namespace jejaring::core
