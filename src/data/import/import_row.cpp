// SPDX-License-Identifier: MIT
#include "data/import/import_row.hpp"

#include "core/phrase.hpp"
#include "data/import/import_score.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <charconv>
#include <limits>

namespace jejaring::data {
namespace {

constexpr std::size_t kMostRemembered = 20000; // of different texts; a table of more says little twice

template <class Value, class Make>
Value& remembered(std::unordered_map<std::string, Value>& memory, const std::string& key, Make make) {
    if (memory.size() > kMostRemembered)
        memory.clear();
    const auto found = memory.find(key);
    return found != memory.end() ? found->second : memory.emplace(key, make()).first->second;
}

std::vector<core::RegionAlias> allAliases(const core::Project& base, const ImportContext& context) {
    std::vector<core::RegionAlias> aliases = context.aliases;
    aliases.insert(aliases.end(), base.aliases.begin(), base.aliases.end());
    return aliases;
}

// "1. ", "2) ", "- ", "• "
std::string_view withoutBullet(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size() && text[at] >= '0' && text[at] <= '9')
        ++at;
    if (at > 0 && at < 3 && at + 1 < text.size() && (text[at] == '.' || text[at] == ')') && text[at + 1] == ' ')
        return text.substr(at + 2);
    for (const std::string_view bullet : {"- ", "• ", "* ", "– "})
        if (text.starts_with(bullet))
            return text.substr(bullet.size());
    return text;
}

// How much a date says, for choosing between two columns.
int precision(const DateValue& value) {
    const bool month = value.start.month != 0; // of a quarter or a half, its first
    return month + (month && value.start.months == 1) + (value.start.day != 0) + (value.end ? 1 : 0);
}

} // namespace

ReadingTools::ReadingTools(const core::Project& base, const ImportAnswers& answers, const ImportContext& context)
    : answers_(answers), context_(context), matcher_(context.catalog, allAliases(base, context), answers.regions) {}

const RegionFinding& ReadingTools::region(const RegionText& text) {
    const std::string key = fmt::format("{}\x1f{}\x1f{}\x1f{}\x1f{}\x1f{}", text.code, static_cast<int>(text.system),
                                        text.name, text.type, text.province, text.group.text());
    return remembered(regions_, key, [&] { return matcher_.find(text); });
}

const Reading<std::string>& ReadingTools::country(const std::string& text) {
    return remembered(countries_, text, [&] { return readCountry(text, context_.countries); });
}

std::optional<core::Coordinates> ReadingTools::place(const std::string& name, const std::string& country) {
    if (!context_.places || country.empty())
        return std::nullopt;
    return remembered(places_, country + name, [&] { return context_.places(name, country); });
}

std::string ReadingTools::shown(const core::RegionCode& code) const {
    const std::optional<core::RegionIndex> found = context_.catalog.find(code);
    return found ? fmt::format("{} ({})", context_.catalog[*found].name, code.text()) : code.text();
}

FieldColumns::FieldColumns(const SheetMapping& mapping) {
    for (const ColumnChoice& choice : mapping.columns)
        if (choice.field)
            columns_[static_cast<std::size_t>(*choice.field)].push_back(&choice);
}

ImportRow::ImportRow(ReadingTools& tools, const SheetMapping& mapping, const FieldColumns& columns, const TableRow& row,
                     RowPlace place, FilledCells filled, core::RegionCode group)
    : tools_(tools), mapping_(mapping), columns_(columns), row_(row), place_(place), filled_(std::move(filled)),
      group_(std::move(group)) {}

bool ImportRow::isCorrected() const {
    const auto& corrections = tools_.answers().cells;
    const auto first = corrections.lower_bound({place_, std::numeric_limits<int>::min()});
    return first != corrections.end() && first->first.row == place_;
}

std::optional<TableCell> ImportRow::corrected(int column) const {
    if (asItStands_)
        return std::nullopt;
    const auto& corrections = tools_.answers().cells;
    const auto found = corrections.find({place_, column});
    if (found == corrections.end())
        return std::nullopt;
    return TableCell{found->second.empty() ? CellKind::blank : CellKind::text, found->second};
}

TableCell ImportRow::cell(int column) const {
    if (const std::optional<TableCell> correction = corrected(column))
        return *correction;
    TableCell own;
    if (static_cast<std::size_t>(column) < row_.cells.size())
        own = row_.cells[static_cast<std::size_t>(column)];
    if (own.kind == CellKind::blank)
        if (const auto above = filled_.find(column); above != filled_.end())
            return above->second.cell;
    return own;
}

std::string ImportRow::peek(ImportField field) const {
    std::string text;
    for (const ColumnChoice* const choice : columns_.of(field)) {
        const std::string part = cleanText(cell(choice->column).text);
        if (!part.empty() && !isBlankLike(part))
            text += (text.empty() ? "" : "; ") + part;
    }
    return text;
}

void ImportRow::record(CellFinding finding) {
    cells.push_back(std::move(finding));
}

void ImportRow::tellFilled() {
    for (const auto& [column, filled] : filled_) {
        const auto at = static_cast<std::size_t>(column);
        if (at >= mapping_.columns.size() || !mapping_.columns[at].field || filled.cell.text.empty())
            continue;
        const ColumnChoice& choice = mapping_.columns[at];
        if (filled.merged) {
            remark(core::note(JEJARING_TR("{0}: \"{1}\" from the row above"), {choice.heading, filled.cell.text}));
            continue;
        }
        Flag flag{FlagKind::fromAbove, core::warning(JEJARING_TR("The cell is blank; \"{0}\" was taken from row {1}"),
                                                     {filled.cell.text, std::to_string(filled.row)})};
        const auto known =
            std::find_if(cells.begin(), cells.end(), [&](const CellFinding& cell) { return cell.column == column; });
        if (known != cells.end())
            known->flags.insert(known->flags.begin(), std::move(flag));
        else
            record({column, *choice.field, {}, filled.cell.text, {std::move(flag)}, {}, {}, false});
    }
}

void ImportRow::flag(ImportField field, FlagKind kind, core::Message message) {
    for (CellFinding& finding : cells)
        if (finding.field == field) {
            finding.flags.push_back({kind, std::move(message)});
            return;
        }
    CellFinding finding;
    finding.field = field;
    if (mapped(field))
        finding.column = columns_.of(field).front()->column;
    finding.flags.push_back({kind, std::move(message)});
    record(std::move(finding));
}

void ImportRow::reject(ImportField field) {
    rejected = true;
    const bool said = std::any_of(cells.begin(), cells.end(), [&](const CellFinding& finding) {
        return finding.field == field && finding.error.has_value();
    });
    if (said)
        return;
    CellFinding finding;
    finding.field = field;
    if (mapped(field))
        finding.column = columns_.of(field).front()->column;
    finding.error = core::error(core::ErrorCode::wrongFormat, JEJARING_TR("{0} is needed, and the row states none"),
                                {core::phrase(importFieldLabel(field))});
    record(std::move(finding));
}

std::string ImportRow::text(ImportField field) {
    std::string all;
    for (const ColumnChoice* const choice : columns_.of(field)) {
        const TableCell own = cell(choice->column);
        std::string part = cleanText(own.text);
        if (part.empty() || isBlankLike(part))
            continue;
        CellFinding finding{choice->column, field, own.text, part, {}, {}, {}, false};
        if (own.kind == CellKind::error) {
            finding.understood.clear();
            finding.error = core::error(core::ErrorCode::wrongFormat,
                                        JEJARING_TR("\"{0}\": a formula that gave no result"), {own.text});
            part.clear();
        }
        record(std::move(finding));
        if (!part.empty())
            all += (all.empty() ? "" : "\n") + part;
    }
    return all;
}

std::vector<std::string> ImportRow::list(ImportField field) {
    return splitLines(text(field));
}

std::optional<DateValue> ImportRow::date(ImportField field) {
    std::optional<DateValue> best;
    for (const ColumnChoice* const choice : columns_.of(field)) {
        const TableCell own = cell(choice->column);
        if (isBlankLike(own.text))
            continue;
        DateHints hints = choice->dates;
        hints.numeric = own.kind == CellKind::number;
        Reading<DateValue> reading = readDate(cleanText(own.text), hints);
        const std::string understood = reading.value ? shownDate(*reading.value) : std::string();
        const std::optional<DateValue> value = take(*choice, std::move(reading), understood);
        if (value && (!best || precision(*value) > precision(*best)))
            best = value;
    }
    return best;
}

std::optional<TimeValue> ImportRow::time(ImportField field, std::optional<core::TimeZone> regionZone) {
    if (!mapped(field))
        return std::nullopt;
    const ColumnChoice& choice = *columns_.of(field).front();
    const TableCell own = cell(choice.column);
    if (isBlankLike(own.text))
        return std::nullopt;
    double fraction = 0;
    const char* const end = own.text.data() + own.text.size();
    const bool isFraction = own.kind == CellKind::number &&
                            std::from_chars(own.text.data(), end, fraction).ptr == end && fraction >= 0 && fraction < 1;
    Reading<TimeValue> reading = isFraction ? readTimeFraction(fraction) : readTime(cleanText(own.text), regionZone);
    const std::string understood = reading.value ? shownTime(*reading.value) : std::string();
    return take(choice, std::move(reading), understood);
}

std::optional<double> ImportRow::number(ImportField field) {
    if (!mapped(field))
        return std::nullopt;
    const ColumnChoice& choice = *columns_.of(field).front();
    const TableCell own = cell(choice.column);
    if (isBlankLike(own.text))
        return std::nullopt;
    Reading<double> reading =
        readNumber(cleanText(own.text), own.kind == CellKind::number ? DecimalMark::point : choice.mark);
    const std::string understood = reading.value ? shownNumber(*reading.value) : std::string();
    return take(choice, std::move(reading), understood);
}

std::optional<Money> ImportRow::money(ImportField field, const std::string& currency) {
    if (!mapped(field))
        return std::nullopt;
    const ColumnChoice& choice = *columns_.of(field).front();
    const TableCell own = cell(choice.column);
    if (isBlankLike(own.text))
        return std::nullopt;
    MoneyHints hints = choice.money;
    if (!currency.empty())
        hints.currency = currency;
    if (own.kind == CellKind::number)
        hints.mark = DecimalMark::point;
    Reading<Money> reading = readMoney(cleanText(own.text), hints);
    const std::string understood = reading.value
                                       ? shownNumber(reading.value->amount) +
                                             (reading.value->currency.empty() ? "" : " " + reading.value->currency)
                                       : std::string();
    return take(choice, std::move(reading), understood);
}

std::optional<std::string> ImportRow::word(ImportField field, WordList list, std::string_view track) {
    if (!mapped(field))
        return std::nullopt;
    const ColumnChoice& choice = *columns_.of(field).front();
    const std::string text = cleanText(cell(choice.column).text);
    if (isBlankLike(text))
        return std::nullopt;
    Reading<std::string> reading = readWord(text, list, tools_.context().words, track);
    const std::string understood = reading.value.value_or("");
    return take(choice, std::move(reading), understood);
}

std::optional<core::Coordinates> ImportRow::coordinates() {
    const auto shown = [](const std::optional<double>& value) { return value ? shownNumber(*value) : std::string(); };
    if (mapped(ImportField::coordinates) && states(ImportField::coordinates)) {
        const ColumnChoice& choice = *columns_.of(ImportField::coordinates).front();
        Reading<core::Coordinates> reading = readCoordinates(cleanText(cell(choice.column).text));
        const std::string understood =
            reading.value ? shown(reading.value->latitude) + ", " + shown(reading.value->longitude) : std::string();
        if (const auto value = take(choice, std::move(reading), understood))
            return value;
    }
    if (!states(ImportField::latitude) || !states(ImportField::longitude))
        return std::nullopt;
    const ColumnChoice& latitude = *columns_.of(ImportField::latitude).front();
    const ColumnChoice& longitude = *columns_.of(ImportField::longitude).front();
    Reading<double> north = readLatitude(cleanText(cell(latitude.column).text));
    Reading<double> east = readLongitude(cleanText(cell(longitude.column).text));
    const std::string northText = shown(north.value);
    const std::string eastText = shown(east.value);
    const std::optional<double> lat = take(latitude, std::move(north), northText);
    const std::optional<double> lon = take(longitude, std::move(east), eastText);
    return lat && lon ? std::optional(core::Coordinates{*lat, *lon}) : std::nullopt;
}

std::optional<int> ImportRow::score(ImportField field) {
    if (!mapped(field) || !states(field))
        return std::nullopt;
    const ColumnChoice& choice = *columns_.of(field).front();
    Reading<int> reading = readScore(cell(choice.column).text);
    const std::string understood = reading.value ? std::to_string(*reading.value) : std::string();
    return take(choice, std::move(reading), understood);
}

std::vector<std::string> splitLines(std::string_view text) {
    std::vector<std::string> parts;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find_first_of(";\n"), text.size());
        std::string part = cleanText(withoutBullet(cleanText(text.substr(0, end))));
        if (!part.empty() && !isBlankLike(part))
            parts.push_back(std::move(part));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return parts;
}

std::string asListEntry(std::string_view text) {
    return joined(splitLines(text), ", ");
}

std::vector<std::string> splitLinesBeside(std::string_view text, std::size_t count) {
    std::vector<std::string> parts;
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find_first_of(";\n", at), text.size());
        const std::string part = cleanText(text.substr(at, end - at));
        parts.push_back(isBlankLike(part) ? std::string() : cleanText(withoutBullet(part)));
        at = end + 1;
    }
    return parts.size() == count ? parts : splitLines(text);
}

std::string shownTime(const TimeValue& value) {
    std::string text = value.start.text();
    if (value.end)
        text += "-" + value.end->text();
    if (value.zone)
        text += " " + std::string(core::abbreviation(*value.zone));
    return text;
}

std::string shownDate(const DateValue& value) {
    std::string text = value.start.iso();
    if (value.end)
        text += "/" + value.end->iso();
    if (value.time)
        text += " " + shownTime(*value.time);
    return text;
}

std::string shownNumber(double value) {
    return fmt::format("{}", value);
}

std::string joined(const std::vector<std::string>& texts, std::string_view separator) {
    std::string all;
    for (const std::string& text : texts)
        all.append(all.empty() ? "" : separator).append(text);
    return all;
}

} // namespace jejaring::data
