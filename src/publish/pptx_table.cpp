// SPDX-License-Identifier: MIT
// Tables of slides: what is drawn in the cells of a grid becomes a table whose texts, columns and rows can be edited.
#include "publish/pptx_slide.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace jejaring::publish {
namespace {

using scene::GlyphRun;
using scene::TableGrid;

constexpr double kNear = 0.25;   // layout units within which a line lies on an edge
constexpr double kWider = 0.012; // of a column's width, for programs that measure a little wider

// The cell between edges in which a place lies; the first or last one for what lies outside.
std::size_t cellOf(const std::vector<double>& edges, double at) {
    const auto next = std::upper_bound(edges.begin(), edges.end(), at + kNear);
    const auto cell = std::max<std::ptrdiff_t>(next - edges.begin() - 1, 0);
    return std::min(static_cast<std::size_t>(cell), edges.size() - 2);
}

// Lines that a program wraps by itself are one text; those that end before their cell is full end there on purpose.
std::vector<GlyphRun> paragraph(const text::FontSet& fonts, const std::vector<GlyphRun>& lines, double width) {
    std::vector<GlyphRun> joined;
    std::string last; // as it is drawn
    for (const GlyphRun& line : lines) {
        last.append(" ").append(line.string, 0, line.string.find(' ')); // with the next word
        const bool full = !joined.empty() && line.size == joined.back().size &&
                          static_cast<double>(fonts.width(last, line.weight, line.size)) > width;
        if (full) {
            joined.back().string += ' ' + line.string;
            joined.back().glyphs.clear();
        } else {
            joined.push_back(line);
        }
        last = line.string;
    }
    return joined;
}

} // namespace

bool SlideShapes::takeRule(const VectorPath& path, const VectorStroke& stroke) {
    Open& open = open_.back();
    if (!open.group.grid || path.size() != 1 || path.front().size() != 2 || stroke.closed)
        return false;
    const double y = path.front().front().y;
    if (std::abs(path.front().back().y - y) > kNear)
        return false;
    const std::vector<double>& rows = open.group.grid->rows;
    const auto edge = std::find_if(rows.begin(), rows.end(), [&](double row) { return std::abs(row - y) < kNear; });
    if (edge == rows.end())
        return false;
    open.rules.push_back({static_cast<std::size_t>(edge - rows.begin()), stroke});
    return true;
}

std::string SlideShapes::cell(const TableGrid& grid, std::size_t column, double top, const std::vector<GlyphRun>& lines,
                              const std::string& borders) const {
    const bool last = column + 2 == grid.columns.size();
    const double width = grid.columns[column + 1] - grid.columns[column] - (last ? 0 : grid.gap);
    const bool right = column < grid.right.size() && grid.right[column];
    // What is at the right ends where it is drawn; other texts may run on a little.
    const double slack = kWider * width;
    const double after = last ? (right ? slack : 0) : std::max(grid.gap - (right ? 0 : slack), 0.0);
    std::string spacing;
    std::string words = "<a:endParaRPr sz=\"100\"/>"; // an empty cell must not make its row higher
    double above = 0;
    if (!lines.empty()) {
        const GlyphRun& first = lines.front();
        const text::FontMetrics metrics = context_.fonts->metrics(first.weight, first.size);
        const auto ascent = static_cast<double>(metrics.ascent);
        const double lineHeight = ascent + static_cast<double>(metrics.descent);
        above = first.origin.y - ascent - top;
        if (lines.size() > 1) {
            const double step = (lines.back().origin.y - first.origin.y) / static_cast<double>(lines.size() - 1);
            above -= std::max(step - lineHeight, 0.0); // is put above the first line, too
            spacing =
                fmt::format("<a:lnSpc><a:spcPct val=\"{}\"/></a:lnSpc>", std::llround(step / lineHeight * 100000));
        }
        words = runs(paragraph(*context_.fonts, lines, width));
    }
    return fmt::format(
        "<a:tc><a:txBody><a:bodyPr/><a:lstStyle/><a:p><a:pPr algn=\"{}\">{}</a:pPr>{}</a:p></a:txBody>"
        "<a:tcPr marL=\"0\" marR=\"{}\" marT=\"{}\" marB=\"0\" anchor=\"t\">{}<a:noFill/></a:tcPr></a:tc>",
        right ? "r" : "l", spacing, words, emu(after), emu(std::max(above, 0.0)), borders);
}

void SlideShapes::addTable(const Open& cells) {
    const TableGrid& grid = *cells.group.grid;
    if (context_.fonts == nullptr || grid.columns.size() < 2 || grid.rows.size() < 2)
        return;
    const std::size_t columns = grid.columns.size() - 1;
    const std::size_t rows = grid.rows.size() - 1;
    const double lastColumn = grid.columns[columns] - grid.columns[columns - 1];
    const Extent extent = extentOf({grid.columns.front(), grid.rows.front(),
                                    grid.columns.back() - grid.columns.front() + kWider * lastColumn,
                                    grid.rows.back() - grid.rows.front()});
    if (clippedAway(extent))
        return;
    std::vector<std::vector<GlyphRun>> texts(columns * rows);
    for (const GlyphRun& line : cells.lines)
        texts[cellOf(grid.rows, line.origin.y) * columns + cellOf(grid.columns, line.origin.x)].push_back(line);
    const auto border = [&](std::size_t edge, std::string_view side) {
        const auto rule = std::find_if(cells.rules.begin(), cells.rules.end(),
                                       [&](const TableRule& each) { return each.edge == edge; });
        return rule == cells.rules.end() ? linePen({}, 0, 0, side)
                                         : linePen(rule->stroke.color, rule->stroke.width, rule->stroke.dash, side);
    };

    // What screen readers say of it: where nothing else is known, the headings of its columns.
    Identity named = identity("Table");
    named.decorative = false;
    named.description = cells.group.description;
    const bool described = !named.description.empty();
    std::string body;
    std::int64_t left = extent.left;
    for (std::size_t column = 0; column < columns; ++column) {
        for (const GlyphRun& line : described ? std::vector<GlyphRun>{} : texts[column])
            named.description += (named.description.empty() ? "" : ", ") + line.string;
        const std::int64_t right =
            column + 1 == columns ? extent.right : extentOf({grid.columns[column + 1], 0, 0, 0}).left;
        body += fmt::format("<a:gridCol w=\"{}\"/>", right - left);
        left = right;
    }
    body = "<a:tblGrid>" + body + "</a:tblGrid>";
    std::int64_t top = extent.top;
    for (std::size_t row = 0; row < rows; ++row) {
        const std::int64_t bottom = extentOf({0, grid.rows[row + 1], 0, 0}).top;
        body += fmt::format("<a:tr h=\"{}\">", bottom - top);
        const std::string borders =
            linePen({}, 0, 0, "lnL") + linePen({}, 0, 0, "lnR") + border(row, "lnT") + border(row + 1, "lnB");
        for (std::size_t column = 0; column < columns; ++column)
            body += cell(grid, column, grid.rows[row], texts[row * columns + column], borders);
        body += "</a:tr>";
        top = bottom;
    }
    add(fmt::format("<p:graphicFrame><p:nvGraphicFramePr>{}<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp=\"1\"/>"
                    "</p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr><p:xfrm><a:off x=\"{}\" y=\"{}\"/>"
                    "<a:ext cx=\"{}\" cy=\"{}\"/></p:xfrm><a:graphic><a:graphicData "
                    "uri=\"http://schemas.openxmlformats.org/drawingml/2006/table\"><a:tbl><a:tblPr firstRow=\"1\"/>{}"
                    "</a:tbl></a:graphicData></a:graphic></p:graphicFrame>",
                    properties(named), extent.left, extent.top, extent.right - extent.left, extent.bottom - extent.top,
                    body),
        extent);
}

} // namespace jejaring::publish
