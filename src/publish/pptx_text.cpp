// SPDX-License-Identifier: MIT
// Texts of slides: boxes and placeholders whose baselines stand where the glyph runs have theirs.
#include "publish/pptx_parts.hpp"
#include "publish/pptx_slide.hpp"
#include "scene/color_math.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <numbers>

namespace jejaring::publish {
namespace {

using scene::GlyphRun;
using text::FontWeight;

constexpr double kFullTurn = 360.0 * 60000; // in the unit of angles
constexpr double kSmallestType = 1;         // points; the format holds no smaller one
constexpr double kLargestType = 4000;

// Programs without Inter's faces show semi-bold text as bold rather than as regular.
FontWeight weightUsed(FontWeight weight) {
    return weight == FontWeight::semiBold ? FontWeight::bold : weight;
}

std::size_t letters(std::string_view utf8) {
    return static_cast<std::size_t>(std::count_if(
        utf8.begin(), utf8.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

// Layout units, with what stands between the letters.
double widthOf(const text::FontSet& fonts, const GlyphRun& run) {
    double width = static_cast<double>(fonts.width(run.string, run.weight, run.size));
    const text::ShapedRun plain = fonts.shape(run.string, run.weight, run.size);
    if (!plain.glyphs.empty() && plain.glyphs.size() == run.glyphs.size())
        width += static_cast<double>(run.glyphs.back().x) - static_cast<double>(plain.glyphs.back().x);
    return width;
}

// From one baseline to the next, layout units.
double stepOf(const GlyphRun& line, const GlyphRun& next) {
    return next.origin.y - line.origin.y;
}

bool continues(const GlyphRun& line, const GlyphRun& next) {
    const double down = stepOf(line, next);
    const auto size = static_cast<double>(line.size);
    return line.size == next.size && line.weight == next.weight && line.color == next.color &&
           std::abs(line.origin.x - next.origin.x) < 0.1 && down > size * 0.9 && down < size * 1.7;
}

} // namespace

std::string SlideShapes::runs(std::span<const GlyphRun> lines) const {
    const double pointsPerUnit = context_.placement.emuPerUnit / static_cast<double>(kEmuPerPoint);
    std::string xml;
    bool first = true;
    for (const GlyphRun& line : lines) {
        const double size = std::clamp(static_cast<double>(line.size) * pointsPerUnit, kSmallestType, kLargestType);
        const FontWeight weight = weightUsed(line.weight);
        std::string attributes = fmt::format("lang=\"{}\" sz=\"{}\" b=\"{}\"", languageTag(context_.language),
                                             std::llround(size * 100), weight == FontWeight::bold ? 1 : 0);
        const std::size_t count = letters(line.string);
        if (count > 1) {
            const double more = widthOf(*context_.fonts, line) -
                                static_cast<double>(context_.fonts->width(line.string, weight, line.size));
            const auto spacing = std::llround(more / static_cast<double>(count - 1) * pointsPerUnit * 100);
            if (spacing != 0)
                attributes += fmt::format(" spc=\"{}\"", spacing);
        }
        // Some programs cut translucent letters that stand apart, so they take the colour that they have on their halo.
        const scene::Color ground = line.haloWidth > 0 ? line.halo : context_.ground;
        scene::Color color = scene::mixed(ground, line.color, static_cast<double>(line.color.a) / 255);
        color.a = 255;
        std::string inner = solidFill(context_.colors, color);
        if (weight == FontWeight::medium)
            inner += fmt::format("<a:latin typeface=\"{} Medium\" panose=\"020B0604020202020204\" pitchFamily=\"34\" "
                                 "charset=\"0\"/>",
                                 xmlEscaped(context_.fonts->family()));
        if (!first)
            xml += fmt::format("<a:br><a:rPr {}>{}</a:rPr></a:br>", attributes, inner);
        first = false;
        xml += fmt::format("<a:r><a:rPr {}>{}</a:rPr><a:t>{}</a:t></a:r>", attributes, inner, xmlEscaped(line.string));
    }
    return xml;
}

void SlideShapes::addHalo(const GlyphRun& run) {
    if (!outlines_)
        outlines_ = std::make_unique<text::GlyphOutlines>(*context_.fonts);
    const auto size = static_cast<double>(run.size);
    const double cosine = std::cos(static_cast<double>(run.angle));
    const double sine = std::sin(static_cast<double>(run.angle));
    VectorPath edges;
    for (const text::Glyph& glyph : run.glyphs)
        for (const std::vector<text::OutlinePoint>& contour : outlines_->of(glyph.face, glyph.index)) {
            std::vector<geo::Point>& edge = edges.emplace_back();
            for (const text::OutlinePoint& point : contour) {
                const double x = static_cast<double>(glyph.x) + point.x * size;
                const double y = static_cast<double>(glyph.y) + point.y * size;
                edge.push_back({run.origin.x + x * cosine - y * sine, run.origin.y + x * sine + y * cosine});
            }
        }
    const Freeform form = freeform(edges, true);
    if (!form.extent.empty() && !clippedAway(form.extent))
        addShape({"Halo", {}, true}, form.extent, form.path,
                 "<a:noFill/>" + linePen(run.halo, 2 * static_cast<double>(run.haloWidth), 0));
}

void SlideShapes::addText(std::span<const GlyphRun> lines, std::string_view placeholder, bool centred) {
    const bool haloed = std::any_of(lines.begin(), lines.end(),
                                    [](const GlyphRun& line) { return line.haloWidth > 0 && line.halo.a > 0; });
    const bool grouped = haloed && placeholder.empty();
    if (grouped) { // so that both are moved at once
        VectorGroup group;
        group.name = lines.front().string;
        beginGroup(group);
    }
    if (haloed)
        for (const GlyphRun& line : lines)
            addHalo(line);
    addTextBox(lines, placeholder, centred);
    if (grouped)
        endGroup();
}

void SlideShapes::addTextBox(std::span<const GlyphRun> lines, std::string_view placeholder, bool centred) {
    const GlyphRun& line = lines.front();
    const auto size = static_cast<double>(line.size);
    const text::FontMetrics metrics = context_.fonts->metrics(weightUsed(line.weight), line.size);
    const auto ascent = static_cast<double>(metrics.ascent);
    const auto lineHeight = ascent + static_cast<double>(metrics.descent);
    double width = 0;
    std::string string;
    for (const GlyphRun& part : lines) {
        width = std::max(width, widthOf(*context_.fonts, part));
        string += (string.empty() ? "" : " ") + part.string;
    }
    const double page = static_cast<double>(context_.size.width) / context_.placement.emuPerUnit;
    const bool paragraph = !placeholder.empty() || lines.size() > 1;
    // What stands at the right of the page ends there, whatever font it is shown in.
    const bool right = !paragraph && !centred && line.origin.x > page / 2 && line.origin.x + width > page * 0.9;
    constexpr double kWider = 0.012;                            // of a paragraph's width
    const double slack = std::max(size * 0.25, kWider * width); // for programs that measure a little wider
    scene::Rect box{line.origin.x, line.origin.y - ascent, width + slack, lineHeight};
    std::string spacing; // of lines that stand farther apart, or closer, than the font would put them
    if (lines.size() > 1) {
        const double step = stepOf(lines.front(), lines.back()) / static_cast<double>(lines.size() - 1);
        // What lines stand farther apart is put above the first one, too.
        const double lead = std::max(step - lineHeight, 0.0);
        box.y -= lead;
        box.height += lead + step * static_cast<double>(lines.size() - 1);
        spacing = fmt::format("<a:lnSpc><a:spcPct val=\"{}\"/></a:lnSpc>", std::llround(step / lineHeight * 100000));
    }
    if (centred)
        box.x -= slack / 2;
    else if (right)
        box.x -= slack;
    else if (!placeholder.empty()) {  // as wide as the page lets it be, so that other words find room
        constexpr double kEdge = 0.4; // of the margin, that is left: lines as wide as the page are not to break again
        box.width = std::max(box.width, page - (1 + kEdge) * line.origin.x);
    }

    Extent extent = extentOf(box);
    std::string turn;
    if (line.angle != 0) {
        // Boxes turn about their middle, glyph runs about the beginning of their baseline.
        const auto angle = static_cast<double>(line.angle);
        const double x = width / 2;
        const double y = lineHeight / 2 - ascent;
        const double dx = x * std::cos(angle) - y * std::sin(angle) - x;
        const double dy = x * std::sin(angle) + y * std::cos(angle) - y;
        extent = extentOf({line.origin.x + dx, line.origin.y - ascent + dy, width, lineHeight});
        double units = std::fmod(angle / (2 * std::numbers::pi) * kFullTurn, kFullTurn);
        if (units < 0)
            units += kFullTurn;
        turn = fmt::format(" rot=\"{}\"", std::llround(units));
    }
    if (clippedAway(extent))
        return;
    // Lines were broken already: where a program measures them a little wider, they must not break once more and lie on
    // those below. A title is what people type anew.
    const bool wraps = !placeholder.empty() && line.angle == 0;
    const bool middle = centred || line.angle != 0;
    Identity named{string, {}, false};
    const std::string kind =
        placeholder.empty()
            ? "<p:cNvSpPr txBox=\"1\"/><p:nvPr/>"
            : fmt::format("<p:cNvSpPr><a:spLocks noGrp=\"1\"/></p:cNvSpPr><p:nvPr><p:ph {}/></p:nvPr>", placeholder);
    add(fmt::format(
            "<p:sp><p:nvSpPr>{}{}</p:nvSpPr><p:spPr><a:xfrm{}><a:off x=\"{}\" y=\"{}\"/><a:ext cx=\"{}\" "
            "cy=\"{}\"/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom><a:noFill/></p:spPr>"
            "<p:txBody><a:bodyPr wrap=\"{}\" lIns=\"0\" tIns=\"0\" rIns=\"0\" bIns=\"0\" rtlCol=\"0\" "
            "anchor=\"t\"><a:noAutofit/></a:bodyPr><a:lstStyle/><a:p><a:pPr algn=\"{}\">{}</a:pPr>{}</a:p></p:txBody>"
            "</p:sp>",
            properties(named), kind, turn, extent.left, extent.top, extent.right - extent.left,
            extent.bottom - extent.top, wraps ? "square" : "none", middle ? "ctr" : (right ? "r" : "l"), spacing,
            runs(lines)),
        extent);
}

void SlideShapes::addHeading(const std::vector<GlyphRun>& lines) {
    const auto other = std::find_if(lines.begin(), lines.end(), [&](const GlyphRun& line) {
        return line.size != lines.front().size || line.weight != lines.front().weight;
    });
    const std::span<const GlyphRun> all(lines);
    const auto count = static_cast<std::size_t>(other - lines.begin());
    titled_ = true;
    addText(all.first(count), "type=\"title\"", false);
    if (count < lines.size())
        addText(all.subspan(count), "type=\"body\" sz=\"quarter\" idx=\"13\"", false);
}

void SlideShapes::addParagraphs(const std::vector<GlyphRun>& lines) {
    const std::span<const GlyphRun> all(lines);
    for (std::size_t first = 0; first < lines.size();) {
        std::size_t count = 1;
        // Lines that stand farther apart than the ones before them are the next paragraph's.
        while (first + count < lines.size() && continues(lines[first + count - 1], lines[first + count]) &&
               std::abs(stepOf(lines[first + count - 1], lines[first + count]) -
                        stepOf(lines[first], lines[first + 1])) < static_cast<double>(lines[first].size) * 0.05)
            ++count;
        addText(all.subspan(first, count), {}, false);
        first += count;
    }
}

void SlideShapes::text(const GlyphRun& run) {
    if (context_.fonts == nullptr || run.string.empty() || run.color.a == 0)
        return;
    const VectorGroup& group = open_.back().group;
    if (group.grid && run.angle == 0) {
        open_.back().lines.push_back(run);
        return;
    }
    const bool section = group.kind == VectorGroupKind::section && open_.size() > 1;
    if (section && run.angle == 0 &&
        (group.section == scene::GroupKind::heading || group.section == scene::GroupKind::sourceLine ||
         group.section == scene::GroupKind::text)) {
        open_.back().lines.push_back(run);
        return;
    }
    // Names stay on their places whatever font they are shown in.
    addText({&run, 1}, {}, section && group.section == scene::GroupKind::labels);
}

void SlideShapes::addHiddenTitle(const std::string& title) {
    if (titled_ || title.empty())
        return;
    titled_ = true;
    const std::int64_t height = context_.size.height / 20;
    Open& slide = open_.front();
    slide.shapes += fmt::format(
        "<p:sp><p:nvSpPr>{}<p:cNvSpPr><a:spLocks noGrp=\"1\"/></p:cNvSpPr><p:nvPr><p:ph type=\"title\"/></p:nvPr>"
        "</p:nvSpPr><p:spPr><a:xfrm><a:off x=\"0\" y=\"{}\"/><a:ext cx=\"{}\" cy=\"{}\"/></a:xfrm></p:spPr><p:txBody>"
        "<a:bodyPr/><a:lstStyle/><a:p><a:r><a:rPr lang=\"{}\"/><a:t>{}</a:t></a:r></a:p></p:txBody></p:sp>",
        properties({title, {}, false}), -2 * height, context_.size.width, height, languageTag(context_.language),
        xmlEscaped(title));
    ++slide.count;
}

} // namespace jejaring::publish
