// SPDX-License-Identifier: MIT
#include "analysis/natural_breaks.hpp"

#include <cstdint>
#include <limits>

namespace jejaring::analysis {
namespace {

class Partition {
  public:
    Partition(std::span<const double> values, std::span<const double> weights) {
        double total = 0;
        double sum = 0;
        for (std::size_t i = 0; i < values.size(); ++i) {
            total += weights[i];
            sum += weights[i] * values[i];
        }
        // About the mean, squares stay small and their differences keep their digits.
        const double mean = sum / total;
        prefix_.reserve(values.size() + 1);
        prefix_.push_back({});
        for (std::size_t i = 0; i < values.size(); ++i) {
            const double x = values[i] - mean;
            const Sums& last = prefix_.back();
            prefix_.push_back(
                {last.weight + weights[i], last.first + weights[i] * x, last.second + weights[i] * x * x});
        }
    }

    [[nodiscard]] std::size_t size() const { return prefix_.size() - 1; }

    // Sum of squares about the mean of values [first, last).
    [[nodiscard]] double cost(std::size_t first, std::size_t last) const {
        const double weight = prefix_[last].weight - prefix_[first].weight;
        const double sum = prefix_[last].first - prefix_[first].first;
        return prefix_[last].second - prefix_[first].second - sum * sum / weight;
    }

  private:
    struct Sums {
        double weight = 0;
        double first = 0;
        double second = 0;
    };
    std::vector<Sums> prefix_;
};

// One row of the table: best[e] is the least cost of values [0, e) in `classes` classes, begin[e] where the last
// begins.
struct Row {
    std::vector<double> best;
    std::vector<std::uint32_t> begin;
};

struct Task {
    std::size_t firstEnd;
    std::size_t lastEnd;
    std::size_t lowest;
    std::size_t highest;
};

Row nextRow(const Partition& partition, const Row& previous, std::size_t classes) {
    const std::size_t n = partition.size();
    Row row{std::vector<double>(n + 1, std::numeric_limits<double>::infinity()), std::vector<std::uint32_t>(n + 1)};
    std::vector<Task> tasks{{classes, n, classes - 1, n - 1}};
    while (!tasks.empty()) {
        const Task task = tasks.back();
        tasks.pop_back();
        const std::size_t end = (task.firstEnd + task.lastEnd) / 2;
        const std::size_t highest = task.highest < end ? task.highest : end - 1;
        for (std::size_t begin = task.lowest; begin <= highest; ++begin) {
            const double total = previous.best[begin] + partition.cost(begin, end);
            if (total < row.best[end]) {
                row.best[end] = total;
                row.begin[end] = static_cast<std::uint32_t>(begin);
            }
        }
        if (end > task.firstEnd)
            tasks.push_back({task.firstEnd, end - 1, task.lowest, row.begin[end]});
        if (end < task.lastEnd)
            tasks.push_back({end + 1, task.lastEnd, row.begin[end], task.highest});
    }
    return row;
}

} // namespace

std::vector<std::size_t> naturalBreaks(std::span<const double> values, std::span<const double> weights,
                                       std::size_t classes) {
    const Partition partition(values, weights);
    const std::size_t n = values.size();
    std::vector<Row> rows(1);
    rows[0].best.assign(n + 1, std::numeric_limits<double>::infinity());
    rows[0].begin.assign(n + 1, 0);
    for (std::size_t end = 1; end <= n; ++end)
        rows[0].best[end] = partition.cost(0, end);
    for (std::size_t k = 2; k <= classes; ++k)
        rows.push_back(nextRow(partition, rows.back(), k));

    std::vector<std::size_t> begins(classes);
    std::size_t end = n;
    for (std::size_t k = classes; k-- > 0;) {
        begins[k] = rows[k].begin[end];
        end = begins[k];
    }
    return begins;
}

} // namespace jejaring::analysis
