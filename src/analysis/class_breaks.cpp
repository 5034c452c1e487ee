// SPDX-License-Identifier: MIT
#include "analysis/class_breaks.hpp"

#include "analysis/natural_breaks.hpp"
#include "core/id_table.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace jejaring::analysis {
namespace {

constexpr core::IdTable<ClassMethod, 6> kMethods{{{ClassMethod::fixed, "fixed"},
                                                  {ClassMethod::quantile, "quantile"},
                                                  {ClassMethod::equalInterval, "equal"},
                                                  {ClassMethod::naturalBreaks, "natural"},
                                                  {ClassMethod::pretty, "pretty"},
                                                  {ClassMethod::manual, "manual"}}};

// Distinct values, ascending, and how often each occurs.
struct Distribution {
    std::vector<double> values;
    std::vector<double> weights;
};

Distribution distributionOf(const std::vector<double>& sorted) {
    Distribution result;
    for (const double value : sorted) {
        if (result.values.empty() || result.values.back() != value) {
            result.values.push_back(value);
            result.weights.push_back(0);
        }
        result.weights.back() += 1;
    }
    return result;
}

std::vector<double> quantileEdges(const std::vector<double>& sorted, std::size_t classes) {
    std::vector<double> edges;
    for (std::size_t i = 0; i <= classes; ++i) {
        // Between order statistics: type 7 of Hyndman and Fan (1996), which QGIS and R use as well.
        const double position =
            static_cast<double>(i) * static_cast<double>(sorted.size() - 1) / static_cast<double>(classes);
        const auto below = static_cast<std::size_t>(position);
        const std::size_t above = std::min(below + 1, sorted.size() - 1);
        edges.push_back(std::lerp(sorted[below], sorted[above], position - static_cast<double>(below)));
    }
    edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
    return edges;
}

std::vector<double> equalEdges(double low, double high, std::size_t classes) {
    std::vector<double> edges;
    for (std::size_t i = 0; i <= classes; ++i)
        edges.push_back(std::lerp(low, high, static_cast<double>(i) / static_cast<double>(classes)));
    edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
    return edges;
}

// Round numbers: multiples of the smallest of 1, 2, 5 times a power of ten that needs no more than `classes` classes.
std::vector<double> prettyEdges(double low, double high, std::size_t classes) {
    if (classes == 1) {
        // No one round step spans a range about zero; two do, and their ends are round as well.
        const std::vector<double> two = prettyEdges(low, high, 2);
        return {two.front(), two.back()};
    }
    const double range = high - low;
    double power = std::pow(10.0, std::floor(std::log10(range / static_cast<double>(classes))));
    for (;; power *= 10) {
        for (const double factor : {1.0, 2.0, 5.0}) {
            const double step = factor * power;
            const double first = std::floor(low / step);
            const double last = std::ceil(high / step);
            if (last - first > static_cast<double>(classes))
                continue;
            std::vector<double> edges;
            for (double multiple = first; multiple <= last; multiple += 1)
                // Dividing by a power of ten below one gives the decimal nearest to the round number; multiplying by
                // 0.1 would not.
                edges.push_back(power < 1 ? multiple * factor / std::round(1 / power) : multiple * step);
            return edges;
        }
    }
}

std::vector<double> naturalEdges(const std::vector<double>& sorted, std::size_t classes) {
    const Distribution distribution = distributionOf(sorted);
    const std::size_t count = std::min(classes, distribution.values.size());
    std::vector<double> edges;
    for (const std::size_t begin : naturalBreaks(distribution.values, distribution.weights, count))
        edges.push_back(distribution.values[begin]);
    edges.push_back(distribution.values.back());
    return edges;
}

} // namespace

std::string_view classMethodId(ClassMethod method) {
    return core::idOf(kMethods, method);
}

std::optional<ClassMethod> parseClassMethod(std::string_view id) {
    return core::valueOf(kMethods, id);
}

std::size_t ClassBreaks::classOf(double value) const {
    if (edges.size() < 2)
        return 0;
    const auto above = std::upper_bound(edges.begin(), edges.end(), value);
    if (above == edges.begin())
        return 0;
    return std::min(static_cast<std::size_t>(above - edges.begin() - 1), classCount() - 1);
}

ClassBreaks fixedBreaks(IndicatorKind kind) {
    if (kind == IndicatorKind::impact)
        return {{0, 20, 40, 60, 80, 100}};
    return {{1, 2, 3, 5, std::numeric_limits<double>::infinity()}};
}

ClassBreaks breaksOf(std::span<const double> values, ClassMethod method, std::size_t classes) {
    std::vector<double> sorted;
    std::copy_if(values.begin(), values.end(), std::back_inserter(sorted), [](double v) { return std::isfinite(v); });
    std::sort(sorted.begin(), sorted.end());
    if (sorted.empty() || classes == 0)
        return {};
    const double low = sorted.front();
    const double high = sorted.back();
    if (low == high)
        return {{low, high}};
    switch (method) {
    case ClassMethod::quantile:
        return {quantileEdges(sorted, classes)};
    case ClassMethod::naturalBreaks:
        return {naturalEdges(sorted, classes)};
    case ClassMethod::pretty:
        return {prettyEdges(low, high, classes)};
    case ClassMethod::equalInterval:
    case ClassMethod::fixed:
    case ClassMethod::manual:
        break;
    }
    return {equalEdges(low, high, classes)};
}

std::optional<ClassBreaks> manualBreaks(std::vector<double> edges) {
    std::erase_if(edges, [](double edge) { return !std::isfinite(edge); });
    std::sort(edges.begin(), edges.end());
    edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
    if (edges.size() < 2)
        return std::nullopt;
    return ClassBreaks{std::move(edges)};
}

} // namespace jejaring::analysis
