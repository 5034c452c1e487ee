// SPDX-License-Identifier: MIT
// Tables and texts of a page.
#include "scene/layout_context.hpp"

#include <algorithm>
#include <cmath>

namespace jejaring::scene {
namespace {

constexpr double kCellType = 13.5;
constexpr double kHeadingType = 12;
constexpr double kCellGap = 14;  // between columns
constexpr double kCellAir = 6.5; // above and below the lines of a row
constexpr std::size_t kCellLines = 3;
constexpr std::size_t kMostCellLines = 5; // rather than to cut a text off

// A heading above a block; answers its height with the air below it.
double headingHeight(const LayoutContext& context, const std::string& heading) {
    return heading.empty() ? 0 : lineHeight(headingType(context)) + 6;
}

double appendHeading(DisplayList& list, const LayoutContext& context, const std::string& heading, const Rect& frame) {
    if (heading.empty())
        return frame.y;
    return appendBlock(list, fitText(context.fonts, heading, headingType(context), frame.width, 1, 0.7),
                       {frame.x, frame.y}) +
           6;
}

struct Row {
    std::vector<TextBlock> cells;
    double height = 0;
};

// By their shares, but no narrower than their headings and texts that stay whole; others make way for those.
std::vector<double> columnWidths(const LayoutContext& context, const Table& table, double width) {
    constexpr double kLeast = 0.55; // of its share, that a column keeps
    double shares = 0;
    for (const TableColumn& column : table.columns)
        shares += column.share;
    const double free = width - kCellGap * static_cast<double>(table.columns.size() - 1);
    std::vector<double> widths;
    std::vector<double> wanted;
    double missing = 0;
    double spare = 0;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const TableColumn& column = table.columns[i];
        widths.push_back(free * column.share / shares);
        double least = static_cast<double>(textWidth(context.fonts, column.heading, quietType(context, kHeadingType)));
        if (column.whole)
            for (const std::vector<std::string>& texts : table.rows)
                if (i < texts.size())
                    least = std::max(
                        least, static_cast<double>(textWidth(context.fonts, texts[i], bodyType(context, kCellType))));
        wanted.push_back(std::ceil(least) + 1);
        missing += std::max(wanted.back() - widths.back(), 0.0);
        spare += std::max(widths.back() - std::max(wanted.back(), widths.back() * kLeast), 0.0);
    }
    if (missing <= 0 || missing > spare)
        return widths;
    for (std::size_t i = 0; i < widths.size(); ++i)
        widths[i] = widths[i] < wanted[i]
                        ? wanted[i]
                        : widths[i] - (widths[i] - std::max(wanted[i], widths[i] * kLeast)) * missing / spare;
    return widths;
}

// Of a list that is too long even for that as many whole items as there is room for, and how many more there are.
TextBlock setCell(const LayoutContext& context, const std::string& text, const TextStyle& style, double width,
                  std::size_t maxLines) {
    constexpr double kSmallest = 0.85;
    TextBlock cell = fitText(context.fonts, text, style, width, maxLines, kSmallest);
    if (cell.cut && maxLines < kMostCellLines)
        cell = fitText(context.fonts, text, style, width, kMostCellLines, kSmallest);
    std::size_t left = 0;
    for (std::size_t end = text.rfind(", "); cell.cut && end != std::string::npos && end > 0;
         end = text.rfind(", ", end - 1)) {
        const TextBlock fewer = fitText(context.fonts, text.substr(0, end) + ", +" + std::to_string(++left), style,
                                        width, kMostCellLines, kSmallest);
        if (!fewer.cut)
            return fewer;
    }
    return cell;
}

Row setRow(const LayoutContext& context, const Table& table, const std::vector<std::string>& texts,
           const std::vector<double>& widths, std::size_t maxLines) {
    Row row;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        TextStyle style = bodyType(context, kCellType);
        if (table.columns[i].strong)
            style.weight = text::FontWeight::semiBold;
        row.cells.push_back(setCell(context, i < texts.size() ? texts[i] : std::string(), style, widths[i], maxLines));
        row.height = std::max(row.height, row.cells.back().height());
    }
    row.height = std::max(row.height, kCellType * 1.34) + 2 * kCellAir;
    return row;
}

double tableHeaderHeight(const LayoutContext& context) {
    return lineHeight(quietType(context, kHeadingType)) + 8;
}

// The line that says how many rows are left out.
constexpr double kMoreType = 12.5;
double moreHeight(const LayoutContext& context) {
    return lineHeight(quietType(context, kMoreType)) + 6;
}

// "Agreements: 8 rows, by Partner, Country and Signed."
std::string describe(const LayoutContext& context, const Table& table) {
    std::string columns;
    for (const TableColumn& column : table.columns)
        columns += (columns.empty() ? "" : ", ") + column.heading;
    return context.tr(JEJARING_TR("{0}: a table of {1} {1:row|rows} with the columns {2}."),
                      {table.title.empty() ? context.tr(JEJARING_TR("Table")) : table.title,
                       context.number(static_cast<double>(table.rows.size())), columns});
}

// The headings of the columns and `rows`, one group.
void appendCells(DisplayList& list, const LayoutContext& context, const Table& table, const std::vector<Row>& rows,
                 const std::vector<double>& widths, const std::shared_ptr<const TableGrid>& grid) {
    const ItemGroup cells(list, GroupKind::table, grid, describe(context, table));
    const auto append = [&](const std::string& line, std::size_t column, double baseline, const TextStyle& style) {
        const bool right = table.columns[column].right;
        const double x = grid->columns[column];
        appendText(list, line, {right ? x + widths[column] : x, baseline}, style,
                   right ? TextAlign::right : TextAlign::left);
    };
    const auto rule = [&](double at) {
        list.items.emplace_back(
            Polyline{{{grid->columns.front(), at}, {grid->columns.back(), at}}, 1, context.style.line, 0, false});
    };
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const TextBlock heading =
            fitText(context.fonts, table.columns[i].heading, quietType(context, kHeadingType), widths[i], 1, 0.8);
        if (!heading.lines.empty())
            append(heading.lines.front(), i, grid->rows.front() + lineHeight(heading.style) * 0.76, heading.style);
    }
    rule(grid->rows[1]);
    for (std::size_t r = 0; r < rows.size(); ++r) {
        for (std::size_t i = 0; i < rows[r].cells.size(); ++i) {
            const TextBlock& cell = rows[r].cells[i];
            double lineY = grid->rows[r + 1] + kCellAir;
            for (const std::string& line : cell.lines) {
                lineY += lineHeight(cell.style);
                append(line, i, lineY - lineHeight(cell.style) * 0.26, cell.style);
            }
        }
        rule(grid->rows[r + 2]);
    }
}

void drawTable(DisplayList& list, const LayoutContext& context, const Table& table, const Rect& frame) {
    const double y = appendHeading(list, context, table.title, frame);
    if (table.rows.empty()) {
        appendBlock(list, fitText(context.fonts, table.empty, quietType(context, 14), frame.width, 3), {frame.x, y});
        return;
    }
    const std::vector<double> widths = columnWidths(context, table, frame.width);
    const auto cellAt = [&](std::size_t column) {
        double x = frame.x;
        for (std::size_t i = 0; i < column; ++i)
            x += widths[i] + kCellGap;
        return x;
    };
    std::vector<Row> rows;
    for (const std::vector<std::string>& texts : table.rows)
        rows.push_back(setRow(context, table, texts, widths, kCellLines));
    // How many fit; the last line says how many do not.
    auto grid = std::make_shared<TableGrid>();
    grid->rows = {y, y + tableHeaderHeight(context)};
    grid->gap = kCellGap;
    double needed = 0;
    for (const Row& row : rows)
        needed += row.height;
    const bool all = grid->rows.back() + needed <= frame.bottom() + 0.5;
    const double limit = all ? frame.bottom() + 0.5 : frame.bottom() + 0.5 - moreHeight(context);
    std::size_t shown = 0;
    for (; shown < rows.size() && grid->rows.back() + rows[shown].height <= limit; ++shown)
        grid->rows.push_back(grid->rows.back() + rows[shown].height);
    rows.resize(shown);
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        grid->columns.push_back(cellAt(i));
        grid->right.push_back(table.columns[i].right);
    }
    grid->columns.push_back(frame.right());

    appendCells(list, context, table, rows, widths, grid);
    if (shown < table.rows.size())
        appendBlock(list,
                    fitText(context.fonts,
                            context.tr(JEJARING_TR("and {0} more"),
                                       {context.number(static_cast<double>(table.rows.size() - shown))}),
                            quietType(context, kMoreType), frame.width, 1),
                    {frame.x, grid->rows.back() + 4});
}

} // namespace

Block tableBlock(const LayoutContext& context, std::string id, const char* name, Table table) {
    Block block;
    block.id = std::move(id);
    block.name = name;
    block.kind = GroupKind::table;
    block.flexible = true;
    const double top = headingHeight(context, table.title);
    block.least = table.rows.empty() ? 0 : top + tableHeaderHeight(context) + 3 * (kCellType * 1.34 + 2 * kCellAir);
    block.height = [&context, table, top](double width) {
        if (table.rows.empty())
            return table.empty.empty()
                       ? 0.0
                       : top + fitText(context.fonts, table.empty, quietType(context, 14), width, 3).height();
        double height = top + tableHeaderHeight(context);
        const std::vector<double> widths = columnWidths(context, table, width);
        for (const std::vector<std::string>& texts : table.rows)
            height += setRow(context, table, texts, widths, kCellLines).height;
        return height + 1;
    };
    block.fit = [&context, table, top](double width, double height) {
        const std::vector<double> widths = columnWidths(context, table, width);
        double used = top + tableHeaderHeight(context) + moreHeight(context);
        for (const std::vector<std::string>& texts : table.rows) {
            const double row = setRow(context, table, texts, widths, kCellLines).height;
            if (used + row > height)
                break;
            used += row;
        }
        return std::min(used, height);
    };
    block.draw = [&context, table](DisplayList& list, const Rect& frame) { drawTable(list, context, table, frame); };
    return block;
}

Block textBlock(const LayoutContext& context, std::string id, const char* name, std::string heading,
                std::vector<std::string> paragraphs, double size, bool flexible) {
    constexpr double kParagraphGap = 6;
    constexpr std::size_t kManyLines = 200;
    Block block;
    block.id = std::move(id);
    block.name = name;
    block.flexible = flexible;
    block.least = headingHeight(context, heading) + 3 * size * 1.34;
    const double top = headingHeight(context, heading);
    block.height = [&context, paragraphs, size, top](double width) {
        double height = paragraphs.empty() ? 0 : top - kParagraphGap;
        for (const std::string& paragraph : paragraphs)
            height +=
                fitText(context.fonts, paragraph, bodyType(context, size), width, kManyLines).height() + kParagraphGap;
        return height;
    };
    block.draw = [&context, paragraphs, size, heading](DisplayList& list, const Rect& frame) {
        double y = appendHeading(list, context, heading, frame);
        for (const std::string& paragraph : paragraphs) {
            const TextStyle style = bodyType(context, size);
            const auto lines = static_cast<std::size_t>(std::max((frame.bottom() + 1 - y) / lineHeight(style), 0.0));
            if (lines == 0)
                return;
            y = appendBlock(list, fitText(context.fonts, paragraph, style, frame.width, lines, 0.9), {frame.x, y}) +
                kParagraphGap;
        }
    };
    return block;
}

} // namespace jejaring::scene
