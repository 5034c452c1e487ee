// SPDX-License-Identifier: MIT
// An indicator of the project on a day.
//
// A region's value is that of its latest period which has begun by the day: on 15 June 2024 that of 2024 before that of
// 2023, and that of the second quarter before that of the first. Of periods that begin on the same day the longest
// counts, of values of the same period the one recorded last. Each region has its own value or none: what kind of
// number a series holds is not known, so those of kabupaten/kota are never summed up for their province, nor handed
// down to them. Nothing recorded is noRecord, 0 is zero, and a region whose periods all begin later, or whose number is
// none (infinite), is notEnoughData.
#pragma once

#include "analysis/indicator.hpp"
#include "core/project.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace jejaring::analysis {

struct SeriesOnDay {
    std::vector<RegionValue> values; // by RegionIndex
    // The earliest and the latest period of those that count; nothing where none does.
    std::optional<core::PartialDate> first;
    std::optional<core::PartialDate> last;
    std::vector<std::string> sourceIds; // of the values that count or else of the series, each once
    // Digits after the decimal mark that the values need: about four significant digits of the largest one, and no more
    // than any of them has.
    int decimals = 0;
};
[[nodiscard]] SeriesOnDay seriesOnDay(const core::Project& project, const core::RegionCatalog& catalog,
                                      const std::string& indicatorId, core::Day day);

// How much of the country a series says something of, at any time.
struct SeriesExtent {
    std::string indicatorId;
    std::size_t provinces = 0;
    std::size_t regencies = 0;
    std::optional<core::PartialDate> first; // periods
    std::optional<core::PartialDate> last;
};
// Of every indicator of the project, in its order; those without values too.
[[nodiscard]] std::vector<SeriesExtent> seriesExtents(const core::Project& project, const core::RegionCatalog& catalog);

// The indicator with this id; else the only one with this name, whatever the case of its letters; else null.
[[nodiscard]] const core::Indicator* findSeries(const core::Project& project, std::string_view idOrName);

} // namespace jejaring::analysis
