// SPDX-License-Identifier: MIT
#include "ui/panel/table_rows.hpp"

#include "session/search.hpp"

#include <algorithm>
#include <numeric>

namespace jejaring::ui {

TableCell RowSource::date(const std::optional<core::PartialDate>& value) const {
    if (!value)
        return {};
    constexpr double kYear = 10000;
    constexpr double kMonth = 100;
    return {text::formatDate(language, *value, text::DateStyle::shortMonth),
            value->year * kYear + value->month * kMonth + value->day};
}

std::string RowSource::regionName(const core::RegionCode& code) const {
    if (geometry != nullptr && !code.empty())
        if (const auto index = geometry->catalog().find(code))
            return geometry->catalog()[*index].name;
    return code.text();
}

std::string RowSource::grade(const core::Source* source) {
    return source == nullptr || source->grade == core::SourceGrade::unstated
               ? std::string()
               : std::string(1, static_cast<char>(source->grade));
}

RowSource rowSource(const Interface& ui) {
    return {ui.session.project(), ui.session.geometry(), ui.language(), ui.session.today()};
}

std::shared_ptr<const Listing> listing(RowMaker make, const RowSource& source) {
    auto made = std::make_shared<Listing>();
    made->source = source;
    if (source.project != nullptr)
        made->rows = make(source);
    for (TableRow& row : made->rows) {
        row.form = session::searchForm(row.otherWords) + ' ';
        for (TableCell& cell : row.cells) {
            for (char& letter : cell.text) // a row is one line, here and in what is copied
                if (letter == '\n' || letter == '\r' || letter == '\t')
                    letter = ' ';
            row.form += session::searchForm(cell.text) + ' ';
        }
        row.otherWords = {};
    }
    return made;
}

std::vector<std::size_t> sorted(const std::vector<TableRow>& rows, const Sorting& sorting) {
    std::vector<std::size_t> order(rows.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto cell = [&](std::size_t index) -> const TableCell& { return rows[index].cells[sorting.column]; };
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        const TableCell& first = cell(sorting.descending ? b : a);
        const TableCell& second = cell(sorting.descending ? a : b);
        if (first.order && second.order)
            return *first.order < *second.order;
        return first.text < second.text;
    });
    std::stable_partition(order.begin(), order.end(), [&](std::size_t index) { return !cell(index).text.empty(); });
    return order;
}

} // namespace jejaring::ui
