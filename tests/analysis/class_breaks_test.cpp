// SPDX-License-Identifier: MIT
#include "analysis/class_breaks.hpp"
#include "analysis/natural_breaks.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <limits>
#include <random>
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace jejaring::analysis {
namespace {

using testing::ElementsAre;

TEST(ClassBreaks, aClassOwnsItsLowerEdgeAndTheLastBoth) {
    const ClassBreaks breaks = fixedBreaks(IndicatorKind::impact);
    ASSERT_EQ(breaks.classCount(), 5U);
    EXPECT_EQ(breaks.classOf(0), 0U);
    EXPECT_EQ(breaks.classOf(19.999), 0U);
    EXPECT_EQ(breaks.classOf(20), 1U);
    EXPECT_EQ(breaks.classOf(80), 4U);
    EXPECT_EQ(breaks.classOf(100), 4U);
    EXPECT_EQ(breaks.classOf(-1), 0U);
    EXPECT_EQ(breaks.classOf(1e9), 4U);
}

TEST(ClassBreaks, countsHaveAnOpenLastClass) {
    const ClassBreaks breaks = fixedBreaks(IndicatorKind::agreementsInForce);
    ASSERT_EQ(breaks.classCount(), 4U);
    EXPECT_EQ(breaks.classOf(1), 0U);
    EXPECT_EQ(breaks.classOf(2), 1U);
    EXPECT_EQ(breaks.classOf(3), 2U);
    EXPECT_EQ(breaks.classOf(4), 2U);
    EXPECT_EQ(breaks.classOf(5), 3U);
    EXPECT_EQ(breaks.classOf(500), 3U);
}

TEST(ClassBreaks, ofNothingAreNone) {
    for (const ClassMethod method :
         {ClassMethod::quantile, ClassMethod::equalInterval, ClassMethod::naturalBreaks, ClassMethod::pretty}) {
        EXPECT_EQ(breaksOf({}, method, 5).classCount(), 0U);
        const std::vector<double> noNumbers{std::nan(""), std::numeric_limits<double>::infinity()};
        EXPECT_EQ(breaksOf(noNumbers, method, 5).classCount(), 0U);
        const std::vector<double> same{3, 3, 3};
        EXPECT_THAT(breaksOf(same, method, 5).edges, ElementsAre(3, 3));
        EXPECT_EQ(breaksOf(same, method, 5).classOf(3), 0U);
    }
}

TEST(Quantiles, putEquallyManyInEachClass) {
    std::vector<double> values;
    for (int i = 100; i > 0; --i)
        values.push_back(i * i);
    const ClassBreaks breaks = breaksOf(values, ClassMethod::quantile, 4);
    std::vector<int> counts(breaks.classCount());
    for (const double value : values)
        ++counts[breaks.classOf(value)];
    EXPECT_THAT(counts, ElementsAre(25, 25, 25, 25));
}

TEST(EqualIntervals, divideTheRange) {
    const std::vector<double> values{10, 0, 3, 4};
    EXPECT_THAT(breaksOf(values, ClassMethod::equalInterval, 5).edges, ElementsAre(0, 2, 4, 6, 8, 10));
}

TEST(Pretty, findsRoundNumbers) {
    const std::vector<double> values{3, 97.5};
    EXPECT_THAT(breaksOf(values, ClassMethod::pretty, 5).edges, ElementsAre(0, 20, 40, 60, 80, 100));
    const std::vector<double> small{0.11, 0.34};
    EXPECT_THAT(breaksOf(small, ClassMethod::pretty, 5).edges, ElementsAre(0.1, 0.15, 0.2, 0.25, 0.3, 0.35));
    const std::vector<double> negative{-7, 12};
    EXPECT_THAT(breaksOf(negative, ClassMethod::pretty, 5).edges, ElementsAre(-10, -5, 0, 5, 10, 15));
}

TEST(ManualBreaks, areSortedWithoutDoubles) {
    EXPECT_EQ(manualBreaks({50, 0, 50, 100}), (ClassBreaks{{0, 50, 100}}));
    EXPECT_FALSE(manualBreaks({}));
    EXPECT_FALSE(manualBreaks({5, 5}));
    EXPECT_FALSE(manualBreaks({5, std::nan("")}));
}

TEST(Methods, haveIds) {
    for (int i = 0; i < 6; ++i)
        EXPECT_EQ(parseClassMethod(classMethodId(static_cast<ClassMethod>(i))), static_cast<ClassMethod>(i));
    EXPECT_FALSE(parseClassMethod("jenks"));
}

// Sum of squares about the class means, computed as it is defined.
double squares(const std::vector<double>& sorted, std::size_t first, std::size_t last) {
    double mean = 0;
    for (std::size_t i = first; i < last; ++i)
        mean += sorted[i] / static_cast<double>(last - first);
    double sum = 0;
    for (std::size_t i = first; i < last; ++i)
        sum += (sorted[i] - mean) * (sorted[i] - mean);
    return sum;
}

// The least over all partitions, by trying each.
double leastSquares(const std::vector<double>& sorted, std::size_t first, std::size_t classes) {
    if (classes == 1)
        return squares(sorted, first, sorted.size());
    double least = std::numeric_limits<double>::infinity();
    for (std::size_t end = first + 1; end + classes - 1 <= sorted.size(); ++end)
        least = std::min(least, squares(sorted, first, end) + leastSquares(sorted, end, classes - 1));
    return least;
}

double squaresOf(const std::vector<double>& sorted, const ClassBreaks& breaks) {
    double sum = 0;
    std::size_t first = 0;
    for (std::size_t at = 1; at <= sorted.size(); ++at)
        if (at == sorted.size() || breaks.classOf(sorted[at]) != breaks.classOf(sorted[first])) {
            sum += squares(sorted, first, at);
            first = at;
        }
    return sum;
}

RC_GTEST_PROP(NaturalBreaks, areTheBestOfAllPartitions, ()) {
    const auto count = *rc::gen::inRange<std::size_t>(1, 15);
    const auto values = *rc::gen::container<std::vector<int>>(count, rc::gen::inRange(0, 1000));
    const auto classes = static_cast<std::size_t>(*rc::gen::inRange(1, 6));
    std::vector<double> sorted(values.begin(), values.end());
    const ClassBreaks breaks = breaksOf(sorted, ClassMethod::naturalBreaks, classes);
    std::sort(sorted.begin(), sorted.end());
    const std::size_t distinct = std::set<double>(sorted.begin(), sorted.end()).size();
    const double least = leastSquares(sorted, 0, std::min(classes, distinct));
    RC_ASSERT(squaresOf(sorted, breaks) <= least + 1e-6);
}

TEST(NaturalBreaks, ofEightyThousandValuesAreFoundInAnInstant) {
    std::mt19937 random(7);
    std::lognormal_distribution<double> distribution(3, 1);
    std::vector<double> values(80'000);
    for (double& value : values)
        value = distribution(random);
    const auto start = std::chrono::steady_clock::now();
    const ClassBreaks breaks = breaksOf(values, ClassMethod::naturalBreaks, 5);
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    EXPECT_EQ(breaks.classCount(), 5U);
    RecordProperty("milliseconds", static_cast<int>(took.count() * 1000));
    // The quadratic way takes minutes; the bound leaves room for sanitizers and a busy machine.
    EXPECT_LT(took.count(), 3.0);
}

RC_GTEST_PROP(AllMethods, coverTheValuesWithAscendingEdges, ()) {
    const auto hundredths =
        *rc::gen::nonEmpty(rc::gen::container<std::vector<int>>(rc::gen::inRange(-1'000'000, 1'000'000)));
    std::vector<double> values;
    for (const int value : hundredths)
        values.push_back(value / 100.0);
    const auto classes = static_cast<std::size_t>(*rc::gen::inRange(1, 10));
    for (const ClassMethod method :
         {ClassMethod::quantile, ClassMethod::equalInterval, ClassMethod::naturalBreaks, ClassMethod::pretty}) {
        const ClassBreaks breaks = breaksOf(values, method, classes);
        RC_ASSERT(breaks.classCount() >= 1 && breaks.classCount() <= classes);
        RC_ASSERT(std::is_sorted(breaks.edges.begin(), breaks.edges.end()));
        const auto [low, high] = std::minmax_element(values.begin(), values.end());
        const double slack = 1e-9 * std::max({1.0, std::abs(*low), std::abs(*high)});
        RC_ASSERT(breaks.edges.front() <= *low + slack);
        RC_ASSERT(breaks.edges.back() >= *high - slack);
    }
}

} // namespace
} // namespace jejaring::analysis
