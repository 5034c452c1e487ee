// SPDX-License-Identifier: MIT
// Mappings as JSON: for --map, for what a project remembers.
#include "data/import/import_mapping.hpp"

#include "core/phrase.hpp"
#include "data/import/import_recognise.hpp"
#include "data/import/import_text.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>

namespace jejaring::data {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char* kMemoryPrefix = "import.columns.";

Json toJson(const ColumnChoice& choice) {
    Json json;
    json["column"] = columnLetter(choice.column);
    json["heading"] = choice.heading;
    if (choice.field)
        json["field"] = importFieldId(*choice.field);
    else
        json["field"] = nullptr;
    json["how"] = recognitionId(choice.how);
    if (choice.ignored)
        json["ignored"] = true;
    if (choice.period)
        json["period"] = choice.period->iso();
    if (choice.dates.order == DayMonthOrder::monthFirst)
        json["month_first"] = true;
    if (choice.mark != DecimalMark::notKnown)
        json["decimal_mark"] = choice.mark == DecimalMark::comma ? "," : ".";
    if (!choice.money.currency.empty())
        json["currency"] = choice.money.currency;
    if (choice.money.scale != 1)
        json["scale"] = choice.money.scale;
    if (choice.codes != CodeSystem::notSaid)
        json["codes"] = choice.codes == CodeSystem::bps ? "bps" : "kemendagri";
    return json;
}

Json toJson(const SheetMapping& sheet) {
    Json json;
    json["sheet"] = sheet.sheet;
    if (sheet.kind)
        json["kind"] = importKindId(*sheet.kind);
    else
        json["kind"] = nullptr;
    json["header"] = Json::array({sheet.headerFirst, sheet.headerLast});
    json["columns"] = Json::array();
    for (const ColumnChoice& choice : sheet.columns)
        json["columns"].push_back(toJson(choice));
    // None is an answer, too, where there are blank cells.
    if (!sheet.fillDown.empty() || !fillableColumns(sheet).empty()) {
        json["fill_down"] = Json::array();
        for (const int column : sheet.fillDown)
            json["fill_down"].push_back(columnLetter(column));
    }
    for (const auto& [name, text] :
         {std::pair("title", &sheet.title), std::pair("indicator", &sheet.indicator), std::pair("unit", &sheet.unit)})
        if (!text->empty())
            json[name] = *text;
    return json;
}

std::string listOf(const std::set<std::string>& words) {
    std::string list;
    for (const std::string& word : words)
        list += (list.empty() ? "" : ", ") + word;
    return list;
}

// Reads what somebody wrote, and says where it is wrong.
class Reader {
  public:
    Reader(std::string name, const TableFile& file, const ImportHeadings& headings)
        : name_(std::move(name)), file_(file), headings_(headings) {}

    core::Result<ImportMapping> read(std::string_view text) {
        const Json json = Json::parse(text, nullptr, false);
        if (json.is_discarded())
            return core::error(core::ErrorCode::wrongFormat, JEJARING_TR("{0} is no JSON"), {name_});
        if (!json.is_object() || !json.contains("sheets") || !json["sheets"].is_array())
            return failure("sheets", core::phrase(JEJARING_TR("a list of sheets")));
        ImportMapping mapping;
        std::set<std::size_t> named;
        for (const Json& sheet : json["sheets"]) {
            SheetMapping read = readSheet(sheet);
            if (problem_)
                return *problem_;
            named.insert(read.index);
            mapping.sheets.push_back(std::move(read));
        }
        for (std::size_t i = 0; i < file_.sheets.size(); ++i)
            if (!named.contains(i)) {
                SheetMapping skipped = proposeSheet(file_, i, headings_, std::nullopt);
                skipped.kind.reset();
                mapping.sheets.push_back(std::move(skipped));
            }
        std::sort(mapping.sheets.begin(), mapping.sheets.end(),
                  [](const SheetMapping& a, const SheetMapping& b) { return a.index < b.index; });
        return mapping;
    }

    // What is remembered of a sheet with the same headings: `sheet` with the fields of its columns.
    void apply(const Json& json, SheetMapping& sheet, Recognition how) {
        if (json.contains("columns") && json["columns"].is_array())
            for (const Json& column : json["columns"])
                readColumn(column, sheet, how);
        if (json.contains("fill_down") && json["fill_down"].is_array()) {
            sheet.fillDown.clear();
            for (const Json& letter : json["fill_down"])
                if (const int column = letter.is_string() ? columnOfLetter(letter.get<std::string>()) : -1;
                    column >= 0 && static_cast<std::size_t>(column) < sheet.columns.size())
                    sheet.fillDown.push_back(column);
                else
                    fail("fill_down", core::phrase(JEJARING_TR("letters of columns such as A")));
        }
        sheet.title = textOr(json, "title", sheet.title);
        sheet.indicator = textOr(json, "indicator", sheet.indicator);
        sheet.unit = textOr(json, "unit", sheet.unit);
    }

  private:
    core::Message failure(const std::string& where, const std::string& expected) const {
        return core::error(core::ErrorCode::wrongFormat, JEJARING_TR("{0}: \"{1}\" should be {2}"),
                           {name_, where, expected});
    }
    void fail(const std::string& where, const std::string& expected) {
        if (!problem_)
            problem_ = failure(where, expected);
    }

    static std::string textOr(const Json& json, const char* key, const std::string& otherwise) {
        const auto found = json.find(key);
        return found != json.end() && found->is_string() ? found->get<std::string>() : otherwise;
    }

    SheetMapping readSheet(const Json& json) {
        if (!json.is_object()) {
            fail("sheets", core::phrase(JEJARING_TR("a list of sheets")));
            return {};
        }
        const std::string name = textOr(json, "sheet", file_.sheets.empty() ? "" : file_.sheets.front().name);
        const auto found = std::find_if(file_.sheets.begin(), file_.sheets.end(),
                                        [&](const TableSheet& sheet) { return sheet.name == name; });
        if (found == file_.sheets.end()) {
            std::set<std::string> names;
            for (const TableSheet& sheet : file_.sheets)
                names.insert(sheet.name);
            fail("sheet", listOf(names));
            return {};
        }
        const bool skipped = json.contains("kind") && json["kind"].is_null();
        const std::string kindId = textOr(json, "kind", "");
        const std::optional<ImportKind> kind = parseImportKind(kindId);
        if (!kind && !kindId.empty()) {
            std::set<std::string> ids;
            for (const ImportKind known : importKinds())
                ids.insert(std::string(importKindId(known)));
            fail("kind", listOf(ids));
        }
        int first = 0;
        int last = 0;
        if (const auto header = json.find("header"); header != json.end()) {
            if (header->is_array() && header->size() == 2 && (*header)[0].is_number_integer() &&
                (*header)[1].is_number_integer() && (*header)[0].get<int>() <= (*header)[1].get<int>()) {
                first = (*header)[0].get<int>();
                last = (*header)[1].get<int>();
            } else {
                fail("header", core::phrase(JEJARING_TR("the first and the last row of the headings, such as [3, 4]")));
            }
        }
        SheetMapping sheet =
            proposeSheet(file_, static_cast<std::size_t>(found - file_.sheets.begin()), headings_, kind, first, last);
        if (skipped)
            sheet.kind.reset();
        else
            apply(json, sheet, Recognition::byHand);
        return sheet;
    }

    ColumnChoice* columnOf(const Json& json, SheetMapping& sheet) {
        const std::string heading = textOr(json, "heading", "");
        for (ColumnChoice& choice : sheet.columns)
            if (!heading.empty() && wordKey(choice.heading) == wordKey(heading))
                return &choice;
        const int column = columnOfLetter(textOr(json, "column", ""));
        const bool fits = column >= 0 && static_cast<std::size_t>(column) < sheet.columns.size() &&
                          (heading.empty() || sheet.columns[static_cast<std::size_t>(column)].heading.empty());
        return fits ? &sheet.columns[static_cast<std::size_t>(column)] : nullptr;
    }

    void readColumn(const Json& json, SheetMapping& sheet, Recognition how) {
        if (!json.is_object())
            return fail("columns", core::phrase(JEJARING_TR("a list of columns")));
        ColumnChoice* const choice = columnOf(json, sheet);
        if (choice == nullptr) {
            std::set<std::string> names;
            for (const ColumnChoice& known : sheet.columns)
                names.insert(known.heading.empty() ? columnLetter(known.column) : known.heading);
            return fail(textOr(json, "heading", textOr(json, "column", "column")), listOf(names));
        }
        if (const auto field = json.find("field"); field != json.end()) {
            const std::optional<ImportField> known =
                field->is_string() ? parseImportField(field->get<std::string>()) : std::nullopt;
            const bool ofKind = known && (!sheet.kind || findField(*sheet.kind, *known) != nullptr);
            if (!field->is_null() && !ofKind)
                return fail("field", listOf(fieldIds(sheet.kind)));
            // What the program itself had recognised stays so, when a proposal is read back.
            if (choice->field != known) {
                chooseField(file_, sheet, choice->column, known);
                choice->how = how;
            }
        }
        if (const auto period = json.find("period"); period != json.end() && period->is_string())
            choice->period = core::PartialDate::parse(period->get<std::string>());
        if (const auto order = json.find("month_first"); order != json.end() && order->is_boolean()) {
            choice->dates.order = order->get<bool>() ? DayMonthOrder::monthFirst : DayMonthOrder::dayFirst;
            choice->dates.orderDoubtful = false;
        }
        if (const std::string mark = textOr(json, "decimal_mark", ""); !mark.empty()) {
            choice->mark = mark == "," ? DecimalMark::comma : DecimalMark::point;
            choice->money.mark = choice->mark;
        }
        choice->money.currency = textOr(json, "currency", choice->money.currency);
        if (const auto scale = json.find("scale"); scale != json.end() && scale->is_number())
            choice->money.scale = scale->get<double>();
        if (const std::string codes = textOr(json, "codes", ""); !codes.empty())
            choice->codes = codes == "bps" ? CodeSystem::bps : CodeSystem::kemendagri;
    }

    static std::set<std::string> fieldIds(std::optional<ImportKind> kind) {
        std::set<std::string> ids;
        for (const ImportKind known : importKinds())
            if (!kind || *kind == known)
                for (const FieldInfo& info : fieldsOf(known))
                    ids.insert(std::string(importFieldId(info.field)));
        return ids;
    }

    std::string name_;
    const TableFile& file_;
    const ImportHeadings& headings_;
    std::optional<core::Message> problem_;
};

} // namespace

std::string headingsKey(const SheetMapping& sheet) {
    std::set<std::string> keys;
    for (const ColumnChoice& choice : sheet.columns)
        if (std::string key = wordKey(choice.heading); !key.empty())
            keys.insert(std::move(key));
    std::string joined;
    for (const std::string& key : keys)
        joined += (joined.empty() ? "" : "|") + key;
    return joined;
}

MappingMemory rememberedMappings(const core::Project& project) {
    MappingMemory memory;
    const std::string prefix = kMemoryPrefix;
    for (auto entry = project.settings.lower_bound(prefix);
         entry != project.settings.end() && entry->first.starts_with(prefix); ++entry)
        memory.emplace(entry->first.substr(prefix.size()), entry->second);
    return memory;
}

void rememberMapping(const ImportMapping& mapping, core::Project& project) {
    for (const SheetMapping& sheet : mapping.sheets) {
        const std::string key = headingsKey(sheet);
        const bool byHand = std::any_of(sheet.columns.begin(), sheet.columns.end(),
                                        [](const ColumnChoice& choice) { return choice.how == Recognition::byHand; });
        if ((byHand || sheet.fillChosen) && sheet.kind && !key.empty())
            project.settings[kMemoryPrefix + key] = toJson(sheet).dump();
    }
}

void recallMapping(const MappingMemory& memory, const TableFile& file, const ImportHeadings& headings,
                   SheetMapping& sheet, std::optional<ImportKind> kind) {
    const auto found = memory.find(headingsKey(sheet));
    if (found == memory.end() || found->first.empty())
        return;
    const Json json = Json::parse(found->second, nullptr, false);
    if (!json.is_object() || !json.contains("kind") || !json["kind"].is_string())
        return;
    const std::optional<ImportKind> remembered = parseImportKind(json["kind"].get<std::string>());
    if (!remembered || (kind && *kind != *remembered))
        return;
    sheet.kind = remembered;
    Reader("", file, headings).apply(json, sheet, Recognition::remembered);
}

std::string mappingText(const ImportMapping& mapping) {
    Json json;
    json["sheets"] = Json::array();
    for (const SheetMapping& sheet : mapping.sheets)
        json["sheets"].push_back(toJson(sheet));
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

core::Result<ImportMapping> parseMapping(std::string_view text, const std::string& name, const TableFile& file,
                                         const ImportHeadings& headings) {
    return Reader(name, file, headings).read(text);
}

} // namespace jejaring::data
