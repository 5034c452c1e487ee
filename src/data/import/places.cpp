// SPDX-License-Identifier: MIT
#include "data/import/places.hpp"

#include "data/import/import_text.hpp"
#include "data/module/gdal_module.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace jejaring::data {
namespace {

// "Pemerintah Kota Kitakyushu" and "City of Kitakyushu" -> "kitakyushu".
std::string keyOf(std::string_view name) {
    constexpr std::array<std::string_view, 12> kBefore{
        "pemerintah ",           "city of ", "municipality of ", "kota ",      "the city of ", "town of ", "ville de ",
        "metropolitan city of ", "stadt ",   "pemkot ",          "ciudad de ", "greater "};
    constexpr std::array<std::string_view, 8> kAfter{
        " city",        " shi", " municipality", " special city", " metropolitan city", " town", " prefecture city",
        " metropolitan"};
    std::string key = wordKey(name);
    for (bool changed = true; changed;) {
        changed = false;
        for (const std::string_view word : kBefore)
            if (key.size() > word.size() && key.starts_with(word)) {
                key.erase(0, word.size());
                changed = true;
            }
        for (const std::string_view word : kAfter)
            if (key.size() > word.size() && key.ends_with(word)) {
                key.erase(key.size() - word.size());
                changed = true;
            }
    }
    return key;
}

std::string indexKey(std::string_view country, std::string_view key) {
    return std::string(country) + ' ' + std::string(key);
}

} // namespace

core::Result<std::vector<Place>> readPlaces(const std::string& path) {
    const core::Result<const GdalModule*> module = gdalModule();
    if (!module)
        return core::Result<std::vector<Place>>::failure(module.messages());
    return module.value()->readPlaces(path);
}

PlaceFinder::PlaceFinder(std::vector<Place> places) : places_(std::move(places)) {
    for (std::size_t i = 0; i < places_.size(); ++i) {
        byName_.emplace(indexKey(places_[i].country, wordKey(places_[i].name)), i);
        if (const std::string key = keyOf(places_[i].name); key != wordKey(places_[i].name))
            byOther_.emplace(indexKey(places_[i].country, key), i);
        for (const std::string& other : places_[i].otherNames)
            byOther_.emplace(indexKey(places_[i].country, keyOf(other)), i);
    }
}

const Place* PlaceFinder::find(std::string_view name, std::string_view country) const {
    constexpr long long kFarLarger = 10;
    if (country.empty())
        return nullptr;
    // "Mexico City" and "Kota Kinabalu" bear such a word in their names.
    for (const std::string& key : {wordKey(name), keyOf(name)})
        for (const auto* const index : {&byName_, &byOther_}) {
            std::vector<const Place*> found;
            const auto [first, last] = index->equal_range(indexKey(country, key));
            for (auto at = first; at != last; ++at)
                if (std::find(found.begin(), found.end(), &places_[at->second]) == found.end())
                    found.push_back(&places_[at->second]);
            if (found.empty() || key.empty())
                continue;
            std::sort(found.begin(), found.end(),
                      [](const Place* a, const Place* b) { return a->population > b->population; });
            const bool clear = found.size() == 1 ||
                               (found[0]->population > 0 && found[0]->population >= kFarLarger * found[1]->population);
            return clear ? found[0] : nullptr;
        }
    return nullptr;
}

} // namespace jejaring::data
