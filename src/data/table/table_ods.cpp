// SPDX-License-Identifier: MIT
#include "data/table/table_ods.hpp"

#include "data/table/sheet_values.hpp"
#include "data/table/table_limits.hpp"
#include "data/table/xml_parts.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <optional>
#include <set>
#include <utility>

namespace jejaring::data {
namespace {

using core::error;
using core::ErrorCode;

class ManifestHandler : public XmlHandler {
  public:
    bool encrypted = false;

    void start(std::string_view name, const XmlAttributes&) override {
        encrypted = encrypted || name == "encryption-data";
    }
    void end(std::string_view) override {}
    void text(std::string_view) override {}
};

// "2024-08-20T09:30:00.000000000" -> "2024-08-20T09:30:00"; "2024-08-20T00:00:00" -> "2024-08-20".
std::string dateText(std::string_view value) {
    std::string text(value.substr(0, value.find('.')));
    if (text.ends_with("T00:00:00"))
        text.erase(text.size() - 9);
    return text;
}

// "PT09H30M00S" -> "09:30:00"; empty where it is no time of day.
std::string timeText(std::string_view value) {
    std::string digits;
    std::string text;
    if (!value.starts_with("PT"))
        return {};
    for (const char c : value.substr(2)) {
        if (c >= '0' && c <= '9') {
            digits += c;
        } else if (c == 'H' || c == 'M' || c == 'S' || c == '.' || c == ',') {
            if (text.size() < 8)
                text += (text.empty() ? "" : ":") + std::string(digits.size() == 1 ? "0" : "") + digits;
            digits.clear();
        } else {
            return {};
        }
    }
    return serialOf(text) ? text : std::string();
}

class ContentHandler : public XmlHandler {
  public:
    ContentHandler(TableFile& file, TableBudget& budget) : file_(file), budget_(budget) {}
    std::optional<core::Message> beyond;

    void start(std::string_view name, const XmlAttributes& attributes) override {
        if (skipped_ > 0 || isAside(name)) {
            ++skipped_;
            return;
        }
        if (name == "style") {
            style_ = attributes.value("style:name");
        } else if (name == "table-properties") {
            if (attributes.value("table:display") == "false")
                hidden_.insert(style_);
        } else if (name == "table") {
            file_.sheets.emplace_back();
            file_.sheets.back().name = attributes.value("table:name");
            file_.sheets.back().hidden = hidden_.contains(std::string(attributes.value("table:style-name")));
            row_ = {0, {}};
        } else if (file_.sheets.empty()) {
            return;
        } else if (name == "table-row") {
            rowRepeat_ = std::clamp(attributes.number("table:number-rows-repeated", 1), 1L, kMaxTableRows + 1L);
            row_ = {row_.number + 1, {}};
            column_ = 0;
        } else if (name == "table-cell" || name == "covered-table-cell") {
            startCell(attributes);
        } else if (inCell_) {
            startText(name, attributes);
        }
    }

    void end(std::string_view name) override {
        if (skipped_ > 0) {
            --skipped_;
            return;
        }
        if (name == "table-cell" || name == "covered-table-cell")
            endCell();
        else if (name == "table-row" && !file_.sheets.empty())
            endRow();
    }

    void text(std::string_view text) override {
        if (!inCell_ || skipped_ > 0 || beyond)
            return;
        shown_ += text;
        beyond = budget_.checkCell(shown_.size());
    }

    [[nodiscard]] bool done() const override { return beyond.has_value(); }

  private:
    // What stands beside the cells: notes, drawings, earlier versions, caches of other files.
    static bool isAside(std::string_view name) {
        constexpr std::array<std::string_view, 10> kAside{
            "annotation", "frame",     "custom-shape",      "g",    "shapes", "tracked-changes",
            "dde-links",  "ruby-text", "named-expressions", "forms"};
        return std::find(kAside.begin(), kAside.end(), name) != kAside.end();
    }

    void startCell(const XmlAttributes& attributes) {
        inCell_ = true;
        shown_.clear();
        paragraphs_ = 0;
        columnRepeat_ = std::clamp(attributes.number("table:number-columns-repeated", 1), 1L, 16384L);
        type_ = attributes.value("office:value-type");
        failed_ = attributes.value("calcext:value-type") == "error";
        value_ = attributes.value(type_ == "date"      ? "office:date-value"
                                  : type_ == "time"    ? "office:time-value"
                                  : type_ == "boolean" ? "office:boolean-value"
                                  : type_ == "string"  ? "office:string-value"
                                                       : "office:value");
        const long columns = attributes.number("table:number-columns-spanned", 1);
        const long rows = attributes.number("table:number-rows-spanned", 1);
        if (columns > 1 || rows > 1)
            file_.sheets.back().merged.push_back(
                {row_.number, row_.number + static_cast<int>(std::clamp(rows, 1L, kMaxTableRows + 0L)) - 1,
                 static_cast<int>(column_), static_cast<int>(column_ + std::clamp(columns, 1L, 16384L)) - 1});
    }

    void startText(std::string_view name, const XmlAttributes& attributes) {
        constexpr long kMostBlanks = 1000;
        if (name == "line-break" || (name == "p" && paragraphs_++ > 0))
            shown_ += '\n';
        else if (name == "tab")
            shown_ += '\t';
        else if (name == "s")
            shown_.append(static_cast<std::size_t>(std::clamp(attributes.number("text:c", 1), 1L, kMostBlanks)), ' ');
        if (!beyond)
            beyond = budget_.checkCell(shown_.size());
    }

    [[nodiscard]] TableCell read() const {
        if (failed_)
            return {CellKind::error, shown_};
        if (type_ == "float" || type_ == "currency" || type_ == "percentage")
            if (const auto number = parseNumber(value_))
                return numberCell(*number, type_ == "percentage" ? NumberLook::percent : NumberLook::plain, false);
        if (type_ == "boolean")
            return {CellKind::boolean, value_ == "true" ? "true" : "false"};
        if (type_ == "date")
            if (std::string text = dateText(value_); serialOf(text))
                return {CellKind::date, std::move(text)};
        if (type_ == "time")
            if (std::string text = timeText(value_); !text.empty())
                return {CellKind::date, std::move(text)};
        return {CellKind::text, shown_.empty() ? value_ : shown_};
    }

    void endCell() {
        if (!inCell_)
            return;
        inCell_ = false;
        const TableCell cell = read();
        const bool blank = cell.text.find_first_not_of(" \t\r\n") == std::string::npos;
        // Far to the right stands one blank cell, repeated to the last column of the sheet.
        for (long i = 0; !blank && i < columnRepeat_ && column_ + i <= kMaxTableColumns; ++i) {
            const auto place = static_cast<std::size_t>(column_ + i);
            if (row_.cells.size() <= place)
                row_.cells.resize(place + 1);
            row_.cells[place] = cell;
        }
        column_ += columnRepeat_;
    }

    void endRow() {
        TableRow row = std::move(row_);
        row_ = {row.number + static_cast<int>(rowRepeat_) - 1, {}};
        if (row.cells.empty()) {
            row_.number = std::min(row_.number, kMaxTableRows);
            return;
        }
        for (long i = 0; i < rowRepeat_ && !beyond; ++i) {
            beyond = budget_.add(row);
            file_.sheets.back().rows.push_back(row);
            ++row.number;
        }
    }

    TableFile& file_;
    TableBudget& budget_;
    std::set<std::string, std::less<>> hidden_; // styles of hidden sheets
    std::string style_;
    TableRow row_;
    long rowRepeat_ = 1;
    long column_ = 0;
    long columnRepeat_ = 1;
    bool inCell_ = false;
    bool failed_ = false;
    std::string type_;
    std::string value_;
    std::string shown_;
    int paragraphs_ = 0;
    int skipped_ = 0; // how deep in what stands aside
};

} // namespace

core::Result<TableFile> readOpenDocument(const std::string& path, const TableProgress& progress) {
    const std::string name = path.substr(path.rfind('/') + 1);
    const core::Result<ZipFile> zip = ZipFile::open(path, name);
    if (!zip)
        return core::Result<TableFile>::failure(zip.messages());
    ManifestHandler manifest;
    constexpr const char* kManifest = "META-INF/manifest.xml";
    if (zip.value().has(kManifest) && zip.value().parse(kManifest, manifest) && manifest.encrypted)
        return error(ErrorCode::wrongFormat, JEJARING_TR("{0} is protected by a password; save it without one"),
                     {name});
    TableFile file;
    TableBudget budget(name);
    ContentHandler content(file, budget);
    const core::Outcome read = zip.value().parse("content.xml", content, progress);
    if (!read)
        return core::Result<TableFile>::failure(read.messages());
    if (content.beyond)
        return *std::move(content.beyond);
    return file;
}

} // namespace jejaring::data
