// SPDX-License-Identifier: MIT
#include "data/table/table_xlsx.hpp"

#include "data/table/sheet_values.hpp"
#include "data/table/table_limits.hpp"
#include "data/table/xml_parts.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>
#include <vector>

namespace jejaring::data {
namespace {

using core::error;
using core::ErrorCode;
using core::warning;

// What one part says of another.
struct Relation {
    std::string type; // the last word of its address: "worksheet"
    std::string target;
};

class RelationsHandler : public XmlHandler {
  public:
    std::map<std::string, Relation> byId;

    void start(std::string_view name, const XmlAttributes& attributes) override {
        if (name != "Relationship" || attributes.value("TargetMode") == "External")
            return;
        const std::string_view type = attributes.value("Type");
        byId[std::string(attributes.value("Id"))] = {std::string(type.substr(type.rfind('/') + 1)),
                                                     std::string(attributes.value("Target"))};
    }
    void end(std::string_view) override {}
    void text(std::string_view) override {}
};

// The part that `target` means, said by a part in `folder` ("xl/", or nothing).
std::string resolved(const std::string& folder, std::string target) {
    if (target.starts_with('/'))
        return target.substr(1);
    std::string base = folder;
    while (target.starts_with("../") || target.starts_with("./")) {
        if (target.starts_with("../"))
            base.erase(base.size() < 2 ? 0 : base.rfind('/', base.size() - 2) + 1);
        target.erase(0, target.find('/') + 1);
    }
    return base + target;
}

struct SheetEntry {
    std::string name;
    std::string relation;
    bool hidden = false;
};

class WorkbookHandler : public XmlHandler {
  public:
    std::vector<SheetEntry> sheets;
    bool dates1904 = false;

    void start(std::string_view name, const XmlAttributes& attributes) override {
        if (name == "sheet") {
            const std::string_view state = attributes.value("state");
            // "r:id", whatever its prefix; "sheetId" is another.
            sheets.push_back({std::string(attributes.value("name")), std::string(attributes.value("id")),
                              state == "hidden" || state == "veryHidden"});
        } else if (name == "workbookPr") {
            const std::string_view value = attributes.value("date1904");
            dates1904 = value == "1" || value == "true";
        }
    }
    void end(std::string_view) override {}
    void text(std::string_view) override {}
};

class StylesHandler : public XmlHandler {
  public:
    std::vector<NumberLook> looks; // by index of the cell's style

    void start(std::string_view name, const XmlAttributes& attributes) override {
        if (name == "numFmt") {
            formats_[attributes.number("numFmtId", -1)] = lookOfFormat(attributes.value("formatCode"));
        } else if (name == "cellXfs") {
            inside_ = true;
        } else if (name == "xf" && inside_) {
            const long number = attributes.number("numFmtId", 0);
            const auto own = formats_.find(number);
            looks.push_back(own == formats_.end() ? lookOfBuiltIn(number) : own->second);
        }
    }
    void end(std::string_view name) override { inside_ = inside_ && name != "cellXfs"; }
    void text(std::string_view) override {}

  private:
    std::map<long, NumberLook> formats_;
    bool inside_ = false;
};

// "_x000D_" stands for a character that XML cannot hold (ECMA-376, 22.9.2.19).
std::string unescaped(std::string text) {
    constexpr std::size_t kLength = 7;
    for (std::size_t at = text.find("_x"); at != std::string::npos; at = text.find("_x", at + 1)) {
        if (at + kLength > text.size() || text[at + kLength - 1] != '_')
            continue;
        unsigned point = 0;
        bool hexadecimal = true;
        for (std::size_t i = at + 2; i < at + kLength - 1; ++i) {
            const char c = text[i];
            const int digit = c >= '0' && c <= '9'   ? c - '0'
                              : c >= 'a' && c <= 'f' ? c - 'a' + 10
                              : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                                     : -1;
            hexadecimal = hexadecimal && digit >= 0;
            point = point * 16U + static_cast<unsigned>(std::max(digit, 0));
        }
        // Others than ASCII stand as they are in every file; a zero is no text.
        if (hexadecimal && point > 0 && point < 0x80U)
            text.replace(at, kLength, 1, static_cast<char>(point));
    }
    return text;
}

class StringsHandler : public XmlHandler {
  public:
    explicit StringsHandler(TableBudget& budget) : budget_(budget) {}
    std::vector<std::string> strings;
    std::optional<core::Message> beyond;

    void start(std::string_view name, const XmlAttributes&) override {
        if (name == "si")
            strings.emplace_back();
        else if (name == "rPh")
            ++phonetic_;
        else if (name == "t")
            inText_ = phonetic_ == 0;
    }
    void end(std::string_view name) override {
        if (name == "t")
            inText_ = false;
        else if (name == "rPh")
            --phonetic_;
        else if (name == "si" && !strings.empty())
            strings.back() = unescaped(std::move(strings.back()));
    }
    void text(std::string_view text) override {
        if (!inText_ || strings.empty())
            return;
        strings.back() += text;
        if (!beyond)
            beyond = budget_.checkCell(strings.back().size());
        if (!beyond)
            beyond = budget_.addText(text.size());
    }
    [[nodiscard]] bool done() const override { return beyond.has_value(); }

  private:
    TableBudget& budget_;
    int phonetic_ = 0;
    bool inText_ = false;
};

// What is the same for all sheets.
struct Shared {
    std::vector<std::string> strings;
    std::vector<NumberLook> looks;
    bool dates1904 = false;
};

class SheetHandler : public XmlHandler {
  public:
    SheetHandler(const Shared& shared, TableBudget& budget) : shared_(shared), budget_(budget) {}
    TableSheet sheet;
    std::size_t withoutResult = 0; // formulas
    std::optional<core::Message> beyond;

    void start(std::string_view name, const XmlAttributes& attributes) override {
        if (name == "row") {
            const long number = attributes.number("r", row_.number + 1L);
            row_ = {static_cast<int>(std::clamp(number, 1L, kMaxTableRows + 1L)), {}};
            column_ = -1;
        } else if (name == "c") {
            startCell(attributes);
        } else if (name == "v" || (name == "t" && phonetic_ == 0)) {
            hasValue_ = true;
            target_ = &value_;
        } else if (name == "f") {
            hasFormula_ = true;
            target_ = &formula_;
        } else if (name == "rPh") {
            ++phonetic_;
        } else if (name == "mergeCell") {
            merge(attributes.value("ref"));
        }
    }
    void end(std::string_view name) override {
        if (name == "v" || name == "f" || name == "t") {
            target_ = nullptr;
        } else if (name == "rPh") {
            --phonetic_;
        } else if (name == "c") {
            endCell();
        } else if (name == "row" && !row_.cells.empty()) {
            if (!beyond)
                beyond = budget_.add(row_);
            sheet.rows.push_back(std::move(row_));
            row_.cells.clear();
            row_.number = sheet.rows.back().number;
        }
    }
    void text(std::string_view text) override {
        if (!target_ || beyond)
            return;
        *target_ += text;
        beyond = budget_.checkCell(target_->size());
    }
    [[nodiscard]] bool done() const override { return beyond.has_value(); }

  private:
    void startCell(const XmlAttributes& attributes) {
        type_ = attributes.value("t", "n");
        style_ = attributes.number("s", 0);
        int column = 0;
        int row = 0;
        column_ = parseCellReference(attributes.value("r"), column, row) ? column : column_ + 1;
        value_.clear();
        formula_.clear();
        hasValue_ = false;
        hasFormula_ = false;
    }

    void endCell() {
        TableCell cell = read();
        if (cell.text.find_first_not_of(" \t\r\n") == std::string::npos)
            return;
        const auto column = static_cast<std::size_t>(column_);
        // The budget says what is wrong with a row that is too wide; it need not be filled for that.
        const std::size_t place = std::min(column, static_cast<std::size_t>(kMaxTableColumns));
        if (row_.cells.size() <= place)
            row_.cells.resize(place + 1);
        row_.cells[place] = std::move(cell);
    }

    TableCell read() {
        if (!hasValue_ && hasFormula_) {
            ++withoutResult;
            return {CellKind::error, '=' + formula_};
        }
        if (!hasValue_)
            return {};
        if (type_ == "s") {
            const auto index = parseNumber(value_);
            if (!index || *index < 0 || *index >= static_cast<double>(shared_.strings.size()))
                return {CellKind::error, "#" + value_};
            return {CellKind::text, shared_.strings[static_cast<std::size_t>(*index)]};
        }
        if (type_ == "inlineStr" || type_ == "str")
            return {CellKind::text, unescaped(value_)};
        if (type_ == "b")
            return {CellKind::boolean, value_ == "1" || value_ == "true" ? "true" : "false"};
        if (type_ == "e")
            return {CellKind::error, value_};
        if (type_ == "d")
            return dateCell();
        const auto number = parseNumber(value_);
        if (!number)
            return {CellKind::text, value_};
        const auto style = static_cast<std::size_t>(std::max(style_, 0L));
        const NumberLook look = style < shared_.looks.size() ? shared_.looks[style] : NumberLook::plain;
        return numberCell(*number, look, shared_.dates1904);
    }

    // "2024-08-20T00:00:00.000": strict files write dates so.
    [[nodiscard]] TableCell dateCell() const {
        std::string text = value_.substr(0, value_.find('.'));
        if (text.ends_with('Z'))
            text.pop_back();
        if (text.ends_with("T00:00:00"))
            text.erase(text.size() - 9);
        return {serialOf(text) ? CellKind::date : CellKind::text, serialOf(text) ? text : value_};
    }

    void merge(std::string_view reference) {
        const std::size_t colon = reference.find(':');
        MergedCells cells;
        if (colon != std::string_view::npos &&
            parseCellReference(reference.substr(0, colon), cells.firstColumn, cells.firstRow) &&
            parseCellReference(reference.substr(colon + 1), cells.lastColumn, cells.lastRow) &&
            sheet.merged.size() < static_cast<std::size_t>(kMaxTableRows))
            sheet.merged.push_back(cells);
    }

    const Shared& shared_;
    TableBudget& budget_;
    TableRow row_;
    int column_ = -1;
    std::string type_;
    long style_ = 0;
    std::string value_;
    std::string formula_;
    bool hasValue_ = false;
    bool hasFormula_ = false;
    std::string* target_ = nullptr;
    int phonetic_ = 0;
};

// A workbook's parts, by what the others say of them.
class Workbook {
  public:
    Workbook(ZipFile zip, std::string name) : zip_(std::move(zip)), name_(std::move(name)), budget_(name_) {}

    core::Result<TableFile> read(const TableProgress& progress) {
        std::string main = "xl/workbook.xml";
        for (const auto& [id, relation] : relationsOf(""))
            if (relation.type == "officeDocument")
                main = resolved("", relation.target);
        if (!zip_.has(main))
            return error(ErrorCode::wrongFormat, JEJARING_TR("{0} is no workbook"), {name_});
        WorkbookHandler book;
        if (core::Outcome read = zip_.parse(main, book); !read)
            return core::Result<TableFile>::failure(read.messages());
        const std::string folder = main.substr(0, main.rfind('/') + 1);
        const std::map<std::string, Relation> relations = relationsOf(main);
        shared_.dates1904 = book.dates1904;
        for (const auto& [id, relation] : relations)
            if (core::Outcome read = readShared(relation.type, resolved(folder, relation.target), progress); !read)
                return core::Result<TableFile>::failure(read.messages());

        std::vector<std::pair<SheetEntry, std::string>> parts;
        std::size_t whole = 1;
        for (const SheetEntry& entry : book.sheets) {
            const auto relation = relations.find(entry.relation);
            // Others are sheets of charts.
            if (relation == relations.end() || relation->second.type != "worksheet")
                continue;
            parts.emplace_back(entry, resolved(folder, relation->second.target));
            whole += zip_.size(parts.back().second);
        }
        TableFile file;
        file.dates1904 = book.dates1904;
        std::size_t before = 0;
        for (const auto& [entry, part] : parts) {
            SheetHandler handler(shared_, budget_);
            const std::size_t size = zip_.size(part);
            const core::Outcome read = zip_.parse(part, handler, [&](double share) {
                return !progress || progress((static_cast<double>(before) + share * static_cast<double>(size)) /
                                             static_cast<double>(whole));
            });
            if (!read)
                return core::Result<TableFile>::failure(read.messages());
            if (handler.beyond)
                return *handler.beyond;
            before += size;
            finish(handler, entry);
            file.sheets.push_back(std::move(handler.sheet));
        }
        return {std::move(file), std::move(messages_)};
    }

  private:
    std::map<std::string, Relation> relationsOf(const std::string& part) {
        const std::size_t slash = part.rfind('/') + 1;
        const std::string from = part.substr(0, slash) + "_rels/" + part.substr(slash) + ".rels";
        RelationsHandler handler;
        if (!zip_.has(from) || !zip_.parse(from, handler))
            return {};
        return handler.byId;
    }

    core::Outcome readShared(const std::string& type, const std::string& part, const TableProgress& progress) {
        if (type == "styles") {
            StylesHandler handler;
            core::Outcome read = zip_.parse(part, handler);
            shared_.looks = std::move(handler.looks);
            return read;
        }
        if (type != "sharedStrings" || !zip_.has(part))
            return core::Nothing{};
        StringsHandler handler(budget_);
        core::Outcome read = zip_.parse(part, handler, [&progress](double) { return !progress || progress(0.0); });
        if (handler.beyond)
            return *handler.beyond;
        shared_.strings = std::move(handler.strings);
        return read;
    }

    void finish(SheetHandler& handler, const SheetEntry& entry) {
        TableSheet& sheet = handler.sheet;
        sheet.name = entry.name;
        sheet.hidden = entry.hidden;
        // Programs write rows in order; some that people wrote themselves do not.
        std::stable_sort(sheet.rows.begin(), sheet.rows.end(),
                         [](const TableRow& a, const TableRow& b) { return a.number < b.number; });
        std::stable_sort(sheet.merged.begin(), sheet.merged.end(),
                         [](const MergedCells& a, const MergedCells& b) { return a.firstRow < b.firstRow; });
        if (handler.withoutResult > 0)
            messages_.push_back(
                warning(JEJARING_TR("{0}, sheet {1}: the {2:result|results} of {2} {2:formula is|formulas are} not in "
                                    "the file; open it in a spreadsheet and save it"),
                        {name_, entry.name, std::to_string(handler.withoutResult)}));
    }

    ZipFile zip_;
    std::string name_;
    TableBudget budget_;
    Shared shared_;
    std::vector<core::Message> messages_;
};

} // namespace

bool parseCellReference(std::string_view text, int& column, int& row) {
    constexpr int kMost = 10000000;
    int letters = 0;
    int digits = 0;
    std::size_t at = 0;
    for (; at < text.size() && text[at] >= 'A' && text[at] <= 'Z' && letters < kMost; ++at)
        letters = letters * 26 + (text[at] - 'A' + 1);
    for (; at < text.size() && text[at] >= '0' && text[at] <= '9' && digits < kMost; ++at)
        digits = digits * 10 + (text[at] - '0');
    if (at != text.size() || letters == 0 || digits == 0)
        return false;
    column = letters - 1;
    row = digits;
    return true;
}

std::string columnLetters(int column) {
    std::string letters;
    for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26)
        letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % 26));
    return letters;
}

core::Result<TableFile> readWorkbook(const std::string& path, const TableProgress& progress) {
    std::string name = path.substr(path.rfind('/') + 1);
    core::Result<ZipFile> zip = ZipFile::open(path, name);
    if (!zip)
        return core::Result<TableFile>::failure(zip.messages());
    return Workbook(std::move(zip).value(), std::move(name)).read(progress);
}

} // namespace jejaring::data
