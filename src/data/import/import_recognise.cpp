// SPDX-License-Identifier: MIT
#include "data/import/import_recognise.hpp"

#include "data/import/import_row_shape.hpp"
#include "data/import/import_score.hpp"
#include "data/import/import_text.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace jejaring::data {
namespace {

constexpr std::size_t kRowsLookedAt = 40;
constexpr std::size_t kMostHeaderLines = 3;
constexpr std::size_t kLongestHeading = 200;

// Answers are remembered: the same words stand in many candidates.
class Recogniser {
  public:
    Recogniser(const TableSheet& table, const ImportHeadings& headings) : table_(table), headings_(headings) {
        for (const TableRow& row : table.rows)
            width_ = std::max(width_, row.cells.size());
    }

    struct Fit {
        double score = 0;
        std::vector<ColumnChoice> columns;
    };

    // What the rows from `first` to `last` say as headings of a table of `kind`.
    Fit fit(ImportKind kind, const std::vector<std::string>& headings) {
        Fit result;
        std::vector<HeadingMatch> matches;
        for (std::size_t i = 0; i < headings.size(); ++i) {
            ColumnChoice choice;
            choice.column = static_cast<int>(i);
            choice.heading = headings[i];
            if (kind == ImportKind::indicators)
                choice.period = periodOfHeading(headings[i]);
            HeadingAnswer answer = choice.period
                                       ? HeadingAnswer{HeadingMatch::exactly, ImportField::amountOfPeriod, false}
                                       : find(kind, headings[i]);
            choice.field = answer.field;
            choice.ignored = answer.ignored;
            choice.how = recognitionOf(answer.match);
            result.columns.push_back(std::move(choice));
            matches.push_back(answer.match);
        }
        takeEffectForSeverity(kind, result.columns);
        keepOneOfEach(kind, result.columns, matches);
        takeProvinceForRegion(kind, result.columns);
        result.score = scoreOf(kind, result.columns, matches);
        return result;
    }

    // Each column's heading. A group above several columns counts for each of them.
    std::vector<std::string> headingsOf(std::size_t first, std::size_t last) const {
        std::vector<std::string> result(width_);
        for (std::size_t line = first; line <= last; ++line) {
            std::string group;
            for (std::size_t column = 0; column < width_; ++column) {
                std::string text = textAt(line, column);
                if (!text.empty())
                    group = text;
                else if (line < last && spansTo(line, column) && !textAt(last, column).empty())
                    text = group;
                std::string& heading = result[column];
                if (!text.empty() && wordKey(heading) != wordKey(text))
                    heading += (heading.empty() ? "" : " / ") + text;
            }
        }
        return result;
    }

    // A line of headings has texts, and nothing that only data hold.
    bool mayBeHeading(std::size_t line) const {
        std::size_t texts = 0;
        for (const TableCell& cell : table_.rows[line].cells) {
            if (cell.kind == CellKind::date || cell.kind == CellKind::error || cell.text.size() > kLongestHeading)
                return false;
            const bool number =
                cell.kind == CellKind::number ||
                (!cell.text.empty() && cell.text.find_first_not_of("0123456789.,-") == std::string::npos);
            if (number && !periodOfHeading(cell.text))
                return false;
            texts += cell.kind != CellKind::blank;
        }
        return texts > 0;
    }

    std::size_t rows() const { return std::min(table_.rows.size(), kRowsLookedAt); }

  private:
    std::string textAt(std::size_t line, std::size_t column) const {
        const std::vector<TableCell>& cells = table_.rows[line].cells;
        std::string text = column < cells.size() ? cleanText(cells[column].text) : std::string();
        std::replace(text.begin(), text.end(), '\n', ' ');
        return text;
    }

    // A blank cell right of a group's name belongs to the group; where merged cells are known, they alone say so.
    bool spansTo(std::size_t line, std::size_t column) const {
        if (table_.merged.empty())
            return true;
        const int row = table_.rows[line].number;
        const int at = static_cast<int>(column);
        return std::any_of(table_.merged.begin(), table_.merged.end(), [&](const MergedCells& cells) {
            return cells.firstRow <= row && row <= cells.lastRow && cells.firstColumn < at && at <= cells.lastColumn;
        });
    }

    static Recognition recognitionOf(HeadingMatch match) {
        switch (match) {
        case HeadingMatch::exactly:
            return Recognition::exactly;
        case HeadingMatch::partly:
            return Recognition::partly;
        case HeadingMatch::alike:
            return Recognition::alike;
        case HeadingMatch::none:
            break;
        }
        return Recognition::none;
    }

    HeadingAnswer find(ImportKind kind, const std::string& heading) {
        const auto [found, isNew] = answers_.try_emplace({kind, heading});
        if (isNew)
            found->second = headings_.find(kind, heading);
        return found->second;
    }

    // Of two columns with one field the better recognised one keeps it, then the one that says more.
    static void keepOneOfEach(ImportKind kind, std::vector<ColumnChoice>& columns, std::vector<HeadingMatch>& matches) {
        std::map<ImportField, std::size_t> taken;
        for (std::size_t i = 0; i < columns.size(); ++i) {
            if (!columns[i].field || findField(kind, *columns[i].field)->several)
                continue;
            const auto [before, isNew] = taken.try_emplace(*columns[i].field, i);
            if (isNew)
                continue;
            const auto rank = [&](std::size_t at) {
                return std::pair(matches[at], std::count(columns[at].heading.begin(), columns[at].heading.end(), ' '));
            };
            const std::size_t loser = rank(i) > rank(before->second) ? std::exchange(before->second, i) : i;
            columns[loser].field.reset();
            columns[loser].how = Recognition::none;
            matches[loser] = HeadingMatch::none;
        }
    }

    // "Dampak" alone is what may happen; beside a column of risks, with scores below it, how bad it would be.
    void takeEffectForSeverity(ImportKind kind, std::vector<ColumnChoice>& columns) const {
        const auto count = [&](ImportField field) {
            return std::count_if(columns.begin(), columns.end(),
                                 [&](const ColumnChoice& c) { return c.field == field; });
        };
        if (kind != ImportKind::risks || count(ImportField::risk) < 2 || count(ImportField::severity) > 0)
            return;
        for (ColumnChoice& choice : columns)
            if (choice.field == ImportField::risk && wordKey(choice.heading) == "dampak" && holdsScores(choice)) {
                choice.field = ImportField::severity;
                return;
            }
    }

    bool holdsScores(const ColumnChoice& choice) const {
        std::size_t stated = 0;
        std::size_t scores = 0;
        for (std::size_t line = 0; line < table_.rows.size() && stated < kRowsLookedAt; ++line) {
            const std::string text = textAt(line, static_cast<std::size_t>(choice.column));
            if (text.empty() || isBlankLike(text) || wordKey(text) == wordKey(choice.heading))
                continue;
            ++stated;
            scores += readScore(text).ok();
        }
        return scores * 2 > stated;
    }

    // A table of provinces has no other column for the region.
    static void takeProvinceForRegion(ImportKind kind, std::vector<ColumnChoice>& columns) {
        const auto column = [&](ImportField field) {
            return std::find_if(columns.begin(), columns.end(),
                                [&](const ColumnChoice& choice) { return choice.field == field; });
        };
        const bool other = column(ImportField::region) != columns.end() ||
                           column(ImportField::regionCode) != columns.end() ||
                           column(ImportField::parties) != columns.end();
        if (const auto province = column(ImportField::province);
            !other && province != columns.end() && findField(kind, ImportField::region) != nullptr)
            province->field = ImportField::region;
    }

    // A field that few kinds have says more about the kind than one that all have.
    static double weightOf(ImportField field) {
        const auto kinds = std::count_if(importKinds().begin(), importKinds().end(),
                                         [&](ImportKind kind) { return findField(kind, field) != nullptr; });
        return 0.3 + 0.7 / static_cast<double>(kinds);
    }

    static double scoreOf(ImportKind kind, const std::vector<ColumnChoice>& columns,
                          const std::vector<HeadingMatch>& matches) {
        constexpr double kMostOfPeriods = 3;
        double score = 0;
        double periods = 0;
        std::map<int, bool> groups;
        for (const FieldInfo& info : fieldsOf(kind))
            if (info.needed != 0)
                groups.try_emplace(info.needed, false);
        std::size_t regions = 0;
        bool parties = false;
        bool hasOrder = false;
        for (std::size_t i = 0; i < columns.size(); ++i) {
            if (columns[i].ignored)
                score += 0.2;
            if (!columns[i].field)
                continue;
            const ImportField field = *columns[i].field;
            regions += field == ImportField::region;
            parties = parties || field == ImportField::parties;
            hasOrder = hasOrder || ordersStops(field);
            const double sure = matches[i] == HeadingMatch::exactly ? 1.0
                                : matches[i] == HeadingMatch::alike ? 0.7
                                                                    : 0.6;
            if (const int group = findField(kind, field)->needed; group != 0)
                groups[group] = true;
            if (field == ImportField::amountOfPeriod)
                periods += 0.75;
            else
                score += sure * weightOf(field);
        }
        score += std::min(periods, kMostOfPeriods);
        for (const auto& [group, present] : groups)
            if (!present && !(kind == ImportKind::agreements && (parties || regions > 1)))
                score *= 0.4;
        // Forums and fairs have dates and places, too.
        constexpr double kWithoutOrder = 0.6;
        return kind == ImportKind::stops && !hasOrder ? score * kWithoutOrder : score;
    }

    // What an itinerary has and other lists of dates and places lack.
    static bool ordersStops(ImportField field) {
        switch (field) {
        case ImportField::visitId:
        case ImportField::sequence:
        case ImportField::weekday:
        case ImportField::time:
        case ImportField::endTime:
        case ImportField::zone:
        case ImportField::counterpart:
        case ImportField::reason:
        case ImportField::stopStatus:
            return true;
        default:
            return false;
        }
    }

    const TableSheet& table_;
    const ImportHeadings& headings_;
    std::size_t width_ = 0;
    std::map<std::pair<ImportKind, std::string>, HeadingAnswer> answers_;
};

std::size_t fieldsIn(const std::vector<ColumnChoice>& columns) {
    return static_cast<std::size_t>(
        std::count_if(columns.begin(), columns.end(), [](const ColumnChoice& c) { return c.field.has_value(); }));
}

} // namespace

SheetMapping recogniseSheet(const TableSheet& table, const ImportHeadings& headings, std::optional<ImportKind> kind,
                            int headerFirst, int headerLast) {
    constexpr double kClearlyBetter = 0.05;
    SheetMapping best;
    double bestScore = 0;
    Recogniser recogniser(table, headings);
    const auto consider = [&](std::size_t first, std::size_t last) {
        const std::vector<std::string> texts = recogniser.headingsOf(first, last);
        for (const ImportKind candidate : importKinds()) {
            if (kind && candidate != *kind)
                continue;
            Recogniser::Fit fit = recogniser.fit(candidate, texts);
            if (fit.score <= bestScore + kClearlyBetter && !best.columns.empty())
                continue;
            bestScore = fit.score;
            best.kind = candidate;
            best.headerFirst = table.rows[first].number;
            best.headerLast = table.rows[last].number;
            best.columns = std::move(fit.columns);
        }
    };
    for (std::size_t first = 0; first < table.rows.size(); ++first) {
        if (headerLast > 0) {
            // The user said where they stand.
            std::size_t last = first;
            while (last + 1 < table.rows.size() && table.rows[last + 1].number <= headerLast)
                ++last;
            if (table.rows[first].number >= headerFirst) {
                consider(first, last);
                break;
            }
            continue;
        }
        if (first >= recogniser.rows())
            break;
        for (std::size_t last = first; last < std::min(first + kMostHeaderLines, table.rows.size()); ++last) {
            if (!recogniser.mayBeHeading(last))
                break;
            if (last == first && statedCells(table.rows[first]) < 2)
                break; // one text is a title
            consider(first, last);
        }
    }
    const bool fits = fieldsIn(best.columns) >= 2 && best.kind;
    if (!fits && headerLast == 0) {
        // No row says what the columns hold: they stand there for the user to say so.
        best.headerFirst = best.headerLast = 0;
        std::size_t width = 0;
        for (const TableRow& row : table.rows)
            width = std::max(width, row.cells.size());
        best.columns.clear();
        for (std::size_t i = 0; i < width; ++i)
            best.columns.push_back({static_cast<int>(i), "", {}, Recognition::none, false, {}, {}, {}, {}, {}});
    }
    if (!fits)
        best.kind = kind;
    return best;
}

} // namespace jejaring::data
