// SPDX-License-Identifier: MIT
// What the indicator of a map is called and how its values are written: on pictures, on pages and in panels alike.
#pragma once

#include "scene/map_view.hpp"

#include <string>
#include <string_view>

namespace jejaring::scene {

// As a message id.
[[nodiscard]] const char* indicatorTitle(analysis::IndicatorKind kind);
// What it is called: "Cooperation impact", "PDRB".
[[nodiscard]] std::string indicatorName(const MapData& data, text::Language language);
// The same with the unit that a series has: "PDRB (miliar rupiah)".
[[nodiscard]] std::string indicatorWithUnit(const MapData& data, text::Language language);
// The period of a series' values, or the first and the last one: "2022", "2015–2022"; empty where no value counts, and
// for what is no series.
[[nodiscard]] std::string periodsText(const MapData& data, text::Language language);

// A number of the indicator, without its unit; `more` digits after the decimal mark than its values have.
[[nodiscard]] std::string valueNumber(const MapData& data, text::Language language, double value, int more = 0);
// The same with the unit: "15.470,8 miliar rupiah".
[[nodiscard]] std::string valueWithUnit(const MapData& data, text::Language language, double value);
// What stands in the place of a number: "no record", "none in force"; for series "zero". A message id.
[[nodiscard]] const char* stateWords(const MapData& data, analysis::ValueState state);
// True where filters leave agreements out, so that a region without a value may yet have a record.
[[nodiscard]] bool narrowed(const MapData& data);

// The bounds of classes, with so many decimals that no two look the same.
[[nodiscard]] std::string edgeNumber(const MapData& data, text::Language language, double edge);
// The words of a class: "60 – <80", "3–4", "5+".
[[nodiscard]] std::string classLabel(const MapData& data, text::Language language, std::size_t index);

} // namespace jejaring::scene
