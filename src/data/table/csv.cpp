// SPDX-License-Identifier: MIT
#include "data/table/csv.hpp"

#include "data/file_io.hpp"

#include <algorithm>
#include <optional>

namespace jejaring::data {
namespace {

using core::error;
using core::ErrorCode;
using core::warning;

bool isUtf8(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
        const auto lead = static_cast<unsigned char>(text[i]);
        const std::size_t length = lead < 0x80U                    ? 1
                                   : lead >= 0xc2U && lead < 0xe0U ? 2
                                   : lead >= 0xe0U && lead < 0xf0U ? 3
                                   : lead >= 0xf0U && lead < 0xf5U ? 4
                                                                   : 0;
        if (length == 0 || i + length > text.size())
            return false;
        for (std::size_t k = 1; k < length; ++k)
            if ((static_cast<unsigned char>(text[i + k]) & 0xc0U) != 0x80U)
                return false;
        i += length;
    }
    return true;
}

std::string_view trimmed(std::string_view text) {
    static constexpr std::string_view kBlank = " \t\r\n";
    const std::size_t first = text.find_first_not_of(kBlank);
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(kBlank) - first + 1);
}

// Walks through the records of a text.
class Reader {
  public:
    explicit Reader(std::string_view text) : text_(text) {}

    [[nodiscard]] bool atEnd() const { return at_ >= text_.size(); }
    // The number of the record that next() gave last; blank lines do not count.
    [[nodiscard]] int number() const { return number_; }

    // The cells of the next record; nothing where a quotation is not closed, which takes in the rest of the text.
    std::optional<std::vector<std::string>> next() {
        ++number_;
        std::vector<std::string> cells(1);
        while (!atEnd()) {
            const char c = text_[at_++];
            if (c == '"' && trimmed(cells.back()).empty()) {
                cells.back().clear();
                if (!quoted(cells.back()))
                    return std::nullopt;
            } else if (c == ',') {
                cells.emplace_back();
            } else if (c == '\n') {
                return cells;
            } else if (c != '\r') {
                cells.back() += c;
            }
        }
        return cells;
    }

    void skipBlankLines() {
        while (!atEnd() && (text_[at_] == '\n' || text_[at_] == '\r'))
            ++at_;
    }

  private:
    bool quoted(std::string& cell) {
        while (!atEnd()) {
            const char c = text_[at_++];
            if (c != '"') {
                cell += c;
            } else if (!atEnd() && text_[at_] == '"') {
                cell += '"';
                ++at_;
            } else {
                return true;
            }
        }
        return false;
    }

    std::string_view text_;
    std::size_t at_ = 0;
    int number_ = 0;
};

} // namespace

CsvTable::CsvTable(std::string file, std::vector<std::string> columns, std::vector<CsvRow> rows)
    : file_(std::move(file)), columns_(std::move(columns)), rows_(std::move(rows)) {}

bool CsvTable::has(std::string_view column) const {
    return std::find(columns_.begin(), columns_.end(), column) != columns_.end();
}

std::string_view CsvTable::cell(const CsvRow& row, std::string_view column) const {
    const auto found = std::find(columns_.begin(), columns_.end(), column);
    if (found == columns_.end())
        return {};
    return trimmed(row.cells[static_cast<std::size_t>(found - columns_.begin())]);
}

core::Result<CsvTable> parseCsv(std::string_view text, const std::string& file,
                                std::initializer_list<std::string_view> required) {
    if (text.starts_with("\xef\xbb\xbf"))
        text.remove_prefix(3);
    Reader reader(text);
    reader.skipBlankLines();
    if (reader.atEnd())
        return error(ErrorCode::wrongFormat, JEJARING_TR("{0} is empty; expected a row of column names"), {file});
    std::optional<std::vector<std::string>> columns = reader.next();
    if (!columns)
        return error(ErrorCode::wrongFormat, JEJARING_TR("{0}: a quotation in the row of column names is not closed"),
                     {file});
    for (std::string& column : *columns)
        column = std::string(trimmed(column));
    for (const std::string_view name : required)
        if (std::find(columns->begin(), columns->end(), name) == columns->end())
            return error(ErrorCode::wrongFormat, JEJARING_TR("{0} has no column \"{1}\""), {file, std::string(name)});

    std::vector<CsvRow> rows;
    std::vector<core::Message> warnings;
    for (reader.skipBlankLines(); !reader.atEnd(); reader.skipBlankLines()) {
        std::optional<std::vector<std::string>> cells = reader.next();
        const std::string number = std::to_string(reader.number());
        if (!cells)
            warnings.push_back(
                warning(JEJARING_TR("{0}, row {1}: a quotation is not closed; the rest of the file was left out"),
                        {file, number}));
        else if (cells->size() != columns->size())
            warnings.push_back(warning(JEJARING_TR("{0}, row {1}: expected {2} {2:cell|cells}, found {3}; left out"),
                                       {file, number, std::to_string(columns->size()), std::to_string(cells->size())}));
        else if (!std::all_of(cells->begin(), cells->end(), isUtf8))
            warnings.push_back(warning(JEJARING_TR("{0}, row {1}: expected text in UTF-8; left out"), {file, number}));
        else
            rows.push_back({reader.number(), std::move(*cells)});
    }
    return {CsvTable(file, std::move(*columns), std::move(rows)), std::move(warnings)};
}

core::Result<CsvTable> readCsv(const std::string& path, std::initializer_list<std::string_view> required) {
    const core::Result<std::string> text = readWholeFile(path);
    if (!text)
        return core::Result<CsvTable>::failure(text.messages());
    return parseCsv(text.value(), path.substr(path.rfind('/') + 1), required);
}

} // namespace jejaring::data
