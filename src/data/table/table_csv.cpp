// SPDX-License-Identifier: MIT
#include "data/table/table_csv.hpp"

#include "data/table/table_encoding.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string_view>
#include <utility>

namespace jejaring::data {
namespace {

using core::error;
using core::ErrorCode;
using core::warning;

// Walks through the records of a text.
class RecordReader {
  public:
    RecordReader(std::string_view text, char separator) : text_(text), separator_(separator) {}

    [[nodiscard]] bool atEnd() const { return at_ >= text_.size(); }
    [[nodiscard]] std::size_t at() const { return at_; }
    // A quotation of the record that next() gave last is not closed, or text follows it; it was taken as it stands.
    [[nodiscard]] bool broken() const { return broken_; }

    // The next record, into `cells`.
    void next(std::vector<std::string>& cells) {
        cells.clear();
        broken_ = false;
        for (bool more = true; more;) {
            cells.emplace_back();
            more = readCell(cells.back());
        }
    }

  private:
    // False where the record ends with the cell.
    bool readCell(std::string& cell) {
        // Blanks before a quotation mark do not make it a letter.
        std::size_t start = at_;
        while (start < text_.size() && text_[start] == ' ')
            ++start;
        if (start < text_.size() && text_[start] == '"') {
            if (const auto end = closing(start)) {
                for (std::size_t i = start + 1; i < *end; ++i) {
                    cell += text_[i];
                    i += text_[i] == '"' ? 1U : 0U;
                }
                at_ = *end + 1;
                while (at_ < text_.size() && text_[at_] == ' ')
                    ++at_;
                return pastEnd();
            }
            broken_ = true;
        }
        while (at_ < text_.size() && text_[at_] != separator_ && text_[at_] != '\n' && text_[at_] != '\r')
            cell += text_[at_++];
        return pastEnd();
    }

    // Where the quotation that begins at `start` ends; nothing where it does not, or where something follows it: then a
    // stray mark began it, which would swallow the rows up to the next mark.
    std::optional<std::size_t> closing(std::size_t start) {
        if (hopeless_ >= kHopeless)
            return std::nullopt;
        for (std::size_t i = start + 1; i < text_.size(); ++i) {
            if (text_[i] != '"')
                continue;
            if (i + 1 < text_.size() && text_[i + 1] == '"') {
                ++i;
                continue;
            }
            std::size_t after = i + 1;
            while (after < text_.size() && text_[after] == ' ')
                ++after;
            const bool ends =
                after >= text_.size() || text_[after] == separator_ || text_[after] == '\n' || text_[after] == '\r';
            return ends ? std::optional(i) : std::nullopt;
        }
        ++hopeless_;
        return std::nullopt;
    }

    // Steps over what ends a cell; true where it is a separator.
    bool pastEnd() {
        if (at_ >= text_.size())
            return false;
        const char c = text_[at_++];
        if (c == '\r' && at_ < text_.size() && text_[at_] == '\n')
            ++at_;
        return c == separator_;
    }

    static constexpr int kHopeless = 100; // searches to the end of the file that found nothing

    std::string_view text_;
    std::size_t at_ = 0;
    char separator_;
    bool broken_ = false;
    int hopeless_ = 0;
};

// Which share of the first records has the same number of cells, and that number.
struct Fit {
    double share = 0.0;
    std::size_t cells = 0;
    friend auto operator<=>(const Fit&, const Fit&) = default;
};
Fit fitOf(std::string_view text, char separator) {
    constexpr std::size_t kLookedAt = 200;
    std::map<std::size_t, std::size_t> counts;
    RecordReader reader(text, separator);
    std::vector<std::string> cells;
    std::size_t records = 0;
    while (records < kLookedAt && !reader.atEnd()) {
        reader.next(cells);
        ++records;
        if (cells.size() > 1 && !reader.broken())
            ++counts[cells.size()];
    }
    Fit best;
    for (const auto& [width, agreeing] : counts)
        best = std::max(best, Fit{static_cast<double>(agreeing) / static_cast<double>(records), width},
                        [](const Fit& one, const Fit& other) { return one < other; });
    return best;
}

char separatorOf(std::string_view text) {
    constexpr std::size_t kLookedAt = std::size_t{1} << 18U;
    const std::string_view front = text.substr(0, kLookedAt);
    char best = ',';
    Fit bestFit;
    for (const char separator : {';', '\t', ','})
        if (const Fit fit = fitOf(front, separator); fit > bestFit) {
            best = separator;
            bestFit = fit;
        }
    return best;
}

bool isBlank(std::string_view text) {
    return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

// Where an apostrophe makes harmless what a spreadsheet would take for a formula.
bool beginsFormula(std::string_view text) {
    return !text.empty() && std::string_view("=+-@\t\r\n").find(text.front()) != std::string_view::npos;
}
bool isMadeHarmless(std::string_view text) {
    const std::size_t first = text.find_first_not_of('\'');
    return first != std::string_view::npos && first > 0 && beginsFormula(text.substr(first));
}

TableRow rowOf(int number, std::vector<std::string>& cells) {
    TableRow row{number, {}};
    while (!cells.empty() && isBlank(cells.back()))
        cells.pop_back();
    row.cells.reserve(cells.size());
    for (std::string& cell : cells) {
        if (isBlank(cell))
            row.cells.emplace_back();
        else if (isMadeHarmless(cell))
            row.cells.push_back({CellKind::text, cell.substr(1)});
        else
            row.cells.push_back({CellKind::text, std::move(cell)});
    }
    return row;
}

// Collects the numbers of rows that deserve the same warning; a message names the first of them.
class RowList {
  public:
    void add(int row) {
        ++count_;
        if (count_ <= kNamed)
            named_ += (named_.empty() ? "" : ", ") + std::to_string(row);
        else if (count_ == kNamed + 1)
            named_ += " …";
    }
    void report(std::vector<core::Message>& messages, const char* id, const std::string& file) const {
        if (count_ > 0)
            messages.push_back(warning(id, {file, named_}));
    }

  private:
    static constexpr std::size_t kNamed = 20;
    std::size_t count_ = 0;
    std::string named_;
};

} // namespace

core::Result<TableFile> parseTableText(std::string bytes, const std::string& name, const TableProgress& progress) {
    const DecodedText decoded = decodeText(std::move(bytes));
    std::string_view text = decoded.text;
    if (text.size() > kMaxTableText)
        return error(ErrorCode::wrongFormat, JEJARING_TR("{0} is too large: at most {1} MiB of text are read"),
                     {name, std::to_string(kMaxTableText >> 20U)});
    if (text.find('\0') != std::string_view::npos)
        return error(ErrorCode::wrongFormat, JEJARING_TR("{0} is no table: it holds bytes that are no text"), {name});

    TableFile file;
    file.format = TableFormat::csv;
    file.encoding = decoded.encoding;
    // "sep=;" in the first line is for spreadsheets, which do not show it.
    constexpr std::string_view kDeclared = "sep=";
    std::size_t skipped = 0;
    if (text.size() > kDeclared.size() && text.starts_with(kDeclared) &&
        std::string_view(";,\t").find(text[kDeclared.size()]) != std::string_view::npos) {
        file.separator = text[kDeclared.size()];
        const std::size_t end = text.find('\n');
        skipped = end == std::string_view::npos ? text.size() : end + 1;
        text.remove_prefix(skipped);
    } else {
        file.separator = separatorOf(text);
    }

    std::vector<core::Message> messages;
    TableBudget budget(name);
    RowList broken;
    RowList noText;
    auto mark = decoded.marks.begin();
    TableSheet sheet;
    RecordReader reader(text, file.separator);
    std::vector<std::string> cells;
    constexpr int kBetweenReports = 2000;
    for (int number = 1; !reader.atEnd(); ++number) {
        if (progress && number % kBetweenReports == 0 &&
            !progress(static_cast<double>(reader.at()) / static_cast<double>(text.size())))
            return error(ErrorCode::cancelled, JEJARING_TR("Reading {0} was stopped"), {name});
        reader.next(cells);
        if (reader.broken())
            broken.add(number);
        bool marked = false;
        for (; mark != decoded.marks.end() && *mark < skipped + reader.at(); ++mark)
            marked = true;
        if (marked)
            noText.add(number);
        TableRow row = rowOf(number, cells);
        if (auto beyond = budget.add(row))
            return *std::move(beyond);
        if (!row.cells.empty())
            sheet.rows.push_back(std::move(row));
    }
    broken.report(messages, JEJARING_TR("{0}: a quotation mark is not closed in row {1}; it was read as it stands"),
                  name);
    noText.report(messages, JEJARING_TR("{0}: row {1} holds bytes that are no text; they are shown as a mark"), name);
    file.sheets.push_back(std::move(sheet));
    if (progress && !progress(1.0))
        return error(ErrorCode::cancelled, JEJARING_TR("Reading {0} was stopped"), {name});
    return {std::move(file), std::move(messages)};
}

std::string tableText(const TableSheet& sheet) {
    std::string text = "\xef\xbb\xbf";
    std::size_t width = 1;
    for (const TableRow& row : sheet.rows)
        width = std::max(width, row.cells.size());
    int number = 1;
    for (const TableRow& row : sheet.rows) {
        for (; number < row.number; ++number)
            text += "\r\n";
        // As many cells in every row: a reader that looks for the separator finds it by that.
        for (std::size_t column = 0; column < width; ++column) {
            if (column > 0)
                text += ';';
            if (column >= row.cells.size())
                continue;
            const TableCell& cell = row.cells[column];
            std::string value = cell.text;
            if (cell.kind == CellKind::number)
                std::replace(value.begin(), value.end(), '.', ',');
            else if (beginsFormula(value) || isMadeHarmless(value))
                value.insert(value.begin(), '\'');
            const bool edges = !value.empty() && (value.front() == ' ' || value.back() == ' ');
            const bool plainNumber = cell.kind == CellKind::number && width > 1;
            if (plainNumber || (!edges && value.find_first_of(";,\"\r\n\t") == std::string::npos)) {
                text += value;
                continue;
            }
            text += '"';
            for (const char c : value)
                text += c == '"' ? std::string("\"\"") : std::string(1, c);
            text += '"';
        }
        text += "\r\n";
        ++number;
    }
    return text;
}

} // namespace jejaring::data
