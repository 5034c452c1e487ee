// SPDX-License-Identifier: MIT
#include "scene/indicator_words.hpp"

#include "text/locale_format.hpp"

#include <algorithm>
#include <cmath>

namespace jejaring::scene {
namespace {

using analysis::IndicatorKind;
using analysis::ValueState;

std::string integerClass(text::Language language, double lower, double upper, bool last) {
    const double first = std::ceil(lower);
    const bool open = last && (!std::isfinite(upper) || upper > 1e6);
    if (open)
        return text::formatNumber(language, first) + "+";
    const double final = last ? std::floor(upper) : std::ceil(upper) - 1;
    if (final <= first)
        return text::formatNumber(language, first);
    return text::formatNumber(language, first) + "–" + text::formatNumber(language, final);
}

// Digits after the decimal mark that tell all edges apart; those of round edges are left away.
int edgeDecimals(const MapData& data) {
    const std::vector<double>& edges = data.breaks.edges;
    const bool whole = std::all_of(edges.begin(), edges.end(), [](double e) { return e == std::round(e); });
    if (whole)
        return 0;
    constexpr int kMost = 6;
    int decimals = data.series ? data.series->decimals : 1;
    const auto alike = [&](double a, double b) {
        const double power = std::pow(10.0, decimals);
        return a != b && std::round(a * power) == std::round(b * power);
    };
    while (decimals < kMost && std::adjacent_find(edges.begin(), edges.end(), alike) != edges.end())
        ++decimals;
    return decimals;
}

} // namespace

const char* indicatorTitle(IndicatorKind kind) {
    switch (kind) {
    case IndicatorKind::agreementsInForce:
        return JEJARING_TR("Agreements in force");
    case IndicatorKind::partnerCountries:
        return JEJARING_TR("Partner countries");
    case IndicatorKind::impact:
        break;
    }
    return JEJARING_TR("Cooperation impact");
}

std::string indicatorName(const MapData& data, text::Language language) {
    return data.series ? data.series->name : text::translate(language, indicatorTitle(data.view.indicator.kind));
}

std::string indicatorWithUnit(const MapData& data, text::Language language) {
    std::string name = indicatorName(data, language);
    if (data.series && !data.series->unit.empty())
        name += " (" + data.series->unit + ")";
    return name;
}

std::string periodsText(const MapData& data, text::Language language) {
    if (!data.series || !data.series->first || !data.series->last)
        return "";
    const std::string first = text::formatDate(language, *data.series->first, text::DateStyle::shortMonth);
    const std::string last = text::formatDate(language, *data.series->last, text::DateStyle::shortMonth);
    return first == last ? first : first + "–" + last;
}

std::string valueNumber(const MapData& data, text::Language language, double value, int more) {
    return text::formatNumber(language, value, (data.series ? data.series->decimals : 0) + more);
}

std::string valueWithUnit(const MapData& data, text::Language language, double value) {
    const std::string number = valueNumber(data, language, value);
    return data.series && !data.series->unit.empty() ? number + "\u00a0" + data.series->unit : number;
}

const char* stateWords(const MapData& data, ValueState state) {
    switch (state) {
    case ValueState::notEnoughData:
        return JEJARING_TR("not enough data");
    case ValueState::zero:
        return data.series ? JEJARING_TR("zero") : JEJARING_TR("none in force");
    case ValueState::noRecord:
    case ValueState::value:
        break;
    }
    // There may be a record that the filters leave out.
    return narrowed(data) ? JEJARING_TR("outside the filters") : JEJARING_TR("no record");
}

bool narrowed(const MapData& data) {
    return !data.series && !(data.view.filter == analysis::AgreementFilter{});
}

std::string edgeNumber(const MapData& data, text::Language language, double edge) {
    return text::formatNumber(language, edge, edgeDecimals(data));
}

std::string classLabel(const MapData& data, text::Language language, std::size_t index) {
    const auto& edges = data.breaks.edges;
    const double lower = edges[index];
    const double upper = edges[index + 1];
    const bool last = index + 2 == edges.size();
    const analysis::IndicatorChoice& indicator = data.view.indicator;
    if (!indicator.isSeries() && indicator != IndicatorKind::impact)
        return integerClass(language, lower, upper, last);
    if (lower == upper) // all values are the same
        return edgeNumber(data, language, lower);
    return edgeNumber(data, language, lower) + " – " + (last ? "" : "<") + edgeNumber(data, language, upper);
}

} // namespace jejaring::scene
