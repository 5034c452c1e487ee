// SPDX-License-Identifier: MIT
#include "publish/pptx_slide.hpp"

#include "publish/pattern_marks.hpp"
#include "publish/vector_geometry.hpp"
#include "scene/image_placement.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>
#include <iterator>
#include <numbers>

namespace jejaring::publish {
namespace {

// Freeforms are measured in this many EMU: a hundredth of a point.
constexpr std::int64_t kGrid = 127;
constexpr std::int64_t kDotLength = 4;         // of the line that is a pattern's dot, on that grid
constexpr std::int64_t kWidestLine = 20116800; // EMU, says the format

// The extension by which PowerPoint marks what screen readers may pass over.
constexpr std::string_view kDecorative =
    "<a:extLst><a:ext uri=\"{C183D7F6-B498-43B3-948B-1728B52AA6E4}\"><adec:decorative "
    "xmlns:adec=\"http://schemas.microsoft.com/office/drawing/2017/decorative\" val=\"1\"/></a:ext></a:extLst>";

// Parts that people see as one, so that each is one shape or one named group.
bool isDecoration(const VectorGroup& group) {
    switch (group.kind) {
    case VectorGroupKind::neighbours:
    case VectorGroupKind::lakes:
    case VectorGroupKind::borders:
        return true;
    case VectorGroupKind::section:
        return group.section == scene::GroupKind::graticule;
    default:
        return false;
    }
}

bool namesRegion(const VectorGroup& group) {
    return group.region != core::kNoRegion;
}

std::string roundedGeometry(const scene::Rect& rect, double radius) {
    const double least = std::min(rect.width, rect.height);
    if (!(radius > 0) || !(least > 0))
        return "<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom>";
    return fmt::format("<a:prstGeom prst=\"roundRect\"><a:avLst><a:gd name=\"adj\" fmla=\"val {}\"/></a:avLst>"
                       "</a:prstGeom>",
                       std::clamp<long long>(std::llround(radius / least * 100000), 0, 50000));
}

// Points around a centre, clockwise from an angle (radians), so many that all of them would go around it.
Line arc(geo::Point centre, double radius, double from, int corners, int count) {
    Line points;
    for (int i = 0; i < count; ++i) {
        const double angle = from + 2 * std::numbers::pi * i / corners;
        points.push_back({centre.x + radius * std::cos(angle), centre.y + radius * std::sin(angle)});
    }
    return points;
}

Line roundedRing(const scene::Rect& rect, double radius) {
    constexpr int kQuarter = 8;
    const double r = std::clamp(radius, 0.0, std::min(rect.width, rect.height) / 2);
    Line ring;
    const std::array<geo::Point, 4> centres{{{rect.right() - r, rect.bottom() - r},
                                             {rect.x + r, rect.bottom() - r},
                                             {rect.x + r, rect.y + r},
                                             {rect.right() - r, rect.y + r}}};
    for (std::size_t i = 0; i < centres.size(); ++i) {
        const Line corner =
            arc(centres[i], r, std::numbers::pi / 2 * static_cast<double>(i), 4 * kQuarter, kQuarter + 1);
        ring.insert(ring.end(), corner.begin(), corner.end());
    }
    return ring;
}

std::string transform(std::string_view element, std::int64_t x, std::int64_t y, std::int64_t width, std::int64_t height,
                      std::string_view more = {}) {
    return fmt::format("<a:{0}><a:off x=\"{1}\" y=\"{2}\"/><a:ext cx=\"{3}\" cy=\"{4}\"/>{5}</a:{0}>", element, x, y,
                       width, height, more);
}

} // namespace

SlidePlacement placementOn(const SlideSize& slide, double width, double height) {
    const auto w = static_cast<double>(slide.width);
    const auto h = static_cast<double>(slide.height);
    SlidePlacement placement;
    placement.emuPerUnit = std::min(w / width, h / height);
    placement.left = (w - width * placement.emuPerUnit) / 2;
    placement.top = (h - height * placement.emuPerUnit) / 2;
    return placement;
}

void SlideShapes::Extent::add(const Extent& other) {
    if (other.empty())
        return;
    if (empty()) {
        *this = other;
        return;
    }
    left = std::min(left, other.left);
    top = std::min(top, other.top);
    right = std::max(right, other.right);
    bottom = std::max(bottom, other.bottom);
}

SlideShapes::SlideShapes(SlideContext context, PptxMedia& media) : context_(std::move(context)), media_(media) {
    open_.emplace_back();
    clips_.push_back({0, 0, context_.size.width, context_.size.height});
}

std::int64_t SlideShapes::gridX(double x) const {
    return std::llround((x * context_.placement.emuPerUnit + context_.placement.left) / static_cast<double>(kGrid));
}

std::int64_t SlideShapes::gridY(double y) const {
    return std::llround((y * context_.placement.emuPerUnit + context_.placement.top) / static_cast<double>(kGrid));
}

std::int64_t SlideShapes::emu(double length) const {
    return std::llround(length * context_.placement.emuPerUnit);
}

SlideShapes::Extent SlideShapes::extentOf(const scene::Rect& rect) const {
    const auto x = [this](double v) {
        return std::llround(v * context_.placement.emuPerUnit + context_.placement.left);
    };
    const auto y = [this](double v) {
        return std::llround(v * context_.placement.emuPerUnit + context_.placement.top);
    };
    return {x(rect.x), y(rect.y), x(rect.right()), y(rect.bottom())};
}

bool SlideShapes::within(const Extent& inner, const Extent& outer) {
    return inner.left >= outer.left && inner.right <= outer.right && inner.top >= outer.top &&
           inner.bottom <= outer.bottom;
}

bool SlideShapes::clippedAway(const Extent& extent) const {
    const Extent& clip = clips_.back();
    return extent.right < clip.left || extent.left > clip.right || extent.bottom < clip.top || extent.top > clip.bottom;
}

SlideShapes::Identity SlideShapes::regionIdentity(core::RegionIndex region) const {
    Identity identity;
    if (context_.catalog == nullptr || region >= context_.catalog->size())
        return identity;
    const core::Region& known = (*context_.catalog)[region];
    identity.name = known.code.text() + ' ' + known.name;
    identity.description = known.name;
    if (region < context_.regionTexts.size() && !context_.regionTexts[region].empty())
        identity.description = context_.regionTexts[region];
    return identity;
}

SlideShapes::Identity SlideShapes::identity(std::string_view word) const {
    const VectorGroup& group = open_.back().group;
    if (namesRegion(group) && group.kind != VectorGroupKind::outline)
        return regionIdentity(group.region);
    Identity identity;
    identity.decorative = true; // a piece of something that has its own description
    identity.name = group.name.empty() ? std::string(word) : group.name;
    if (namesRegion(group))
        identity.name = regionIdentity(group.region).name;
    if (open_.back().count > 0)
        identity.name += fmt::format(" {}", open_.back().count + 1);
    return identity;
}

std::string SlideShapes::properties(const Identity& identity) {
    std::string xml = fmt::format("<p:cNvPr id=\"{}\" name=\"{}\"", nextId_++, xmlEscaped(identity.name));
    if (identity.decorative)
        return xml + " descr=\"\">" + std::string(kDecorative) + "</p:cNvPr>";
    if (!identity.description.empty())
        xml += fmt::format(" descr=\"{}\"", xmlEscaped(identity.description));
    return xml + "/>";
}

void SlideShapes::add(const std::string& shape, const Extent& extent) {
    Open& open = open_.back();
    open.shapes += shape;
    open.extent.add(extent);
    ++open.count;
}

void SlideShapes::addShape(const Identity& identity, const Extent& extent, const std::string& geometry,
                           const std::string& paint) {
    add(fmt::format("<p:sp><p:nvSpPr>{}<p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>{}{}{}</p:spPr></p:sp>",
                    properties(identity),
                    transform("xfrm", extent.left, extent.top, extent.right - extent.left, extent.bottom - extent.top),
                    geometry, paint),
        extent);
}

void SlideShapes::beginGroup(const VectorGroup& group) {
    open_.emplace_back();
    open_.back().group = group;
}

void SlideShapes::endGroup() {
    if (open_.back().group.grid) {
        const Open cells = open_.back();
        addTable(cells);
        open_.back().apart = true;
    } else if (!open_.back().lines.empty()) {
        const std::vector<scene::GlyphRun> lines = std::move(open_.back().lines);
        open_.back().lines.clear();
        const VectorGroup& group = open_.back().group;
        if (group.section == scene::GroupKind::heading && open_.size() == 2 && !titled_) {
            addHeading(lines);
            open_.back().apart = true;
        } else {
            addParagraphs(lines);
        }
    }
    Open closed = std::move(open_.back());
    open_.pop_back();
    Open& outer = open_.back();
    if (closed.count == 0)
        return;
    // A group of one is only in the way.
    if (closed.count == 1 || closed.apart) {
        outer.apart = outer.apart || closed.apart;
        outer.shapes += closed.shapes;
        outer.extent.add(closed.extent);
        outer.count += closed.count;
        return;
    }
    Identity identity;
    identity.name = closed.group.name;
    identity.description = closed.group.description.empty() ? closed.group.name : closed.group.description;
    identity.decorative = isDecoration(closed.group);
    if (namesRegion(closed.group))
        identity = regionIdentity(closed.group.region);
    else if ((closed.group.kind == VectorGroupKind::regions || closed.group.kind == VectorGroupKind::map) &&
             !context_.mapText.empty())
        identity.description = context_.mapText;
    const Extent& e = closed.extent;
    const std::int64_t width = e.right - e.left;
    const std::int64_t height = e.bottom - e.top;
    add(fmt::format("<p:grpSp><p:nvGrpSpPr>{}<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr>{}</p:grpSpPr>{}"
                    "</p:grpSp>",
                    properties(identity),
                    transform("xfrm", e.left, e.top, width, height,
                              fmt::format("<a:chOff x=\"{}\" y=\"{}\"/><a:chExt cx=\"{}\" cy=\"{}\"/>", e.left, e.top,
                                          width, height)),
                    closed.shapes),
        e);
}

std::vector<SlideShapes::GridLine> SlideShapes::gridLines(const VectorPath& path, bool closed) const {
    std::vector<GridLine> lines;
    for (const std::vector<geo::Point>& points : path) {
        GridLine line;
        line.reserve(points.size());
        for (const geo::Point& point : points) {
            const Corner corner{gridX(point.x), gridY(point.y)};
            if (line.empty() || !(line.back() == corner))
                line.push_back(corner);
        }
        if (closed && line.size() > 1 && line.front() == line.back())
            line.pop_back();
        if (line.size() >= (closed ? 3U : 2U))
            lines.push_back(std::move(line));
    }
    return lines;
}

SlideShapes::Freeform SlideShapes::freeformOf(const std::vector<Stretch>& stretches) {
    Corner least{INT64_MAX, INT64_MAX};
    Corner most{INT64_MIN, INT64_MIN};
    for (const Stretch& stretch : stretches)
        for (const GridLine& line : stretch.lines)
            for (const Corner& corner : line) {
                least = {std::min(least.x, corner.x), std::min(least.y, corner.y)};
                most = {std::max(most.x, corner.x), std::max(most.y, corner.y)};
            }
    Freeform form;
    if (least.x > most.x)
        return form;
    // A path without width or height would be scaled by nothing.
    most = {std::max(most.x, least.x + 1), std::max(most.y, least.y + 1)};
    form.extent = {least.x * kGrid, least.y * kGrid, most.x * kGrid, most.y * kGrid};
    form.path = "<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l=\"0\" t=\"0\" r=\"r\" b=\"b\"/>"
                "<a:pathLst>";
    auto out = std::back_inserter(form.path);
    for (const Stretch& stretch : stretches) {
        if (stretch.lines.empty())
            continue;
        fmt::format_to(out, "<a:path w=\"{}\" h=\"{}\"{}>", most.x - least.x, most.y - least.y, stretch.attributes);
        for (const GridLine& line : stretch.lines) {
            bool first = true;
            for (const Corner& corner : line) {
                fmt::format_to(out, "<a:{0}><a:pt x=\"{1}\" y=\"{2}\"/></a:{0}>", first ? "moveTo" : "lnTo",
                               corner.x - least.x, corner.y - least.y);
                first = false;
            }
            if (stretch.closed)
                form.path += "<a:close/>";
        }
        form.path += "</a:path>";
    }
    form.path += "</a:pathLst></a:custGeom>";
    return form;
}

SlideShapes::Freeform SlideShapes::freeform(const VectorPath& path, bool closed) const {
    return freeformOf({{gridLines(path, closed), closed ? "" : " fill=\"none\"", closed}});
}

SlideShapes::Freeform SlideShapes::markedFreeform(const VectorPath& area, const VectorPath& marks) const {
    std::vector<GridLine> lines;
    for (const std::vector<geo::Point>& mark : marks) {
        GridLine line;
        for (const geo::Point& point : mark)
            line.push_back({gridX(point.x), gridY(point.y)});
        if (line.size() == 1) { // round caps make a dot of what is hardly a line
            line.front().x -= kDotLength / 2;
            line.push_back({line.front().x + kDotLength, line.front().y});
        }
        if (!(line.front() == line.back()))
            lines.push_back(std::move(line));
    }
    return freeformOf({{gridLines(area, true), " stroke=\"0\"", true}, {std::move(lines), " fill=\"none\"", false}});
}

std::string SlideShapes::linePen(const scene::Color& color, double width, double dash, std::string_view element) const {
    if (width <= 0 || color.a == 0)
        return fmt::format("<a:{0}><a:noFill/></a:{0}>", element);
    std::string dashes;
    if (dash > 0) {
        const auto share = std::max<long long>(1000, std::llround(dash / width * 100000));
        dashes = fmt::format("<a:custDash><a:ds d=\"{0}\" sp=\"{0}\"/></a:custDash>", share);
    }
    return fmt::format("<a:{0} w=\"{1}\" cap=\"{2}\">{3}{4}<a:round/></a:{0}>", element,
                       std::clamp<std::int64_t>(emu(width), 1, kWidestLine), dash > 0 ? "flat" : "rnd",
                       solidFill(context_.colors, color), dashes);
}

void SlideShapes::fillPath(const VectorPath& path, const VectorFill& fill) {
    // No line along the edge: it would keep its colour when someone gives the region another.
    addPatterned(identity("Area"), path, fill, {{}, 0});
}

void SlideShapes::addPatterned(const Identity& named, const VectorPath& area, const VectorFill& fill,
                               const VectorStroke& edge) {
    const VectorPath marks =
        fill.patternColor.a > 0 ? patternMarks(area, fill.pattern, fill.patternOrigin) : VectorPath{};
    const bool edged = edge.width > 0 && edge.color.a > 0;
    const auto pen = [&] {
        const bool hatched = fill.pattern == scene::FillPattern::hatch;
        return fmt::format("<a:ln w=\"{}\" cap=\"{}\">{}<a:round/></a:ln>",
                           std::max<std::int64_t>(1, emu(hatched ? kHatchWidth : 2 * kDotRadius)),
                           hatched ? "flat" : "rnd", solidFill(context_.colors, fill.patternColor));
    };
    const Freeform form = marks.empty() || edged ? freeform(area, true) : markedFreeform(area, marks);
    if (form.extent.empty() || clippedAway(form.extent))
        return;
    addShape(named, form.extent, form.path,
             solidFill(context_.colors, fill.color) +
                 (marks.empty() || edged ? linePen(edge.color, edge.width, 0) : pen()));
    if (!edged || marks.empty())
        return;
    const Freeform over = markedFreeform({}, marks);
    if (!over.extent.empty())
        addShape({"Pattern", {}, true}, over.extent, over.path, "<a:noFill/>" + pen());
}

void SlideShapes::strokePath(const VectorPath& path, const VectorStroke& stroke) {
    if (takeRule(path, stroke))
        return;
    const Freeform form = freeform(path, stroke.closed);
    if (form.extent.empty() || clippedAway(form.extent))
        return;
    addShape(identity("Line"), form.extent, form.path,
             "<a:noFill/>" + linePen(stroke.color, stroke.width, stroke.dash));
}

void SlideShapes::circle(const scene::Circle& circle) {
    const double r = static_cast<double>(circle.radius);
    const Extent extent = extentOf({circle.centre.x - r, circle.centre.y - r, 2 * r, 2 * r});
    if (clippedAway(extent))
        return;
    Identity named = identity("Circle");
    if (const Identity region = regionIdentity(circle.region); !region.name.empty())
        named = region;
    if (circle.pattern != scene::FillPattern::plain || (clips_.size() > 1 && !within(extent, clips_.back()))) {
        addCircleArea(circle, named);
        return;
    }
    addShape(named, extent, "<a:prstGeom prst=\"ellipse\"><a:avLst/></a:prstGeom>",
             solidFill(context_.colors, circle.fill) +
                 linePen(circle.stroke, static_cast<double>(circle.strokeWidth), 0));
}

void SlideShapes::addCircleArea(const scene::Circle& circle, const Identity& named) {
    const Extent& clip = clips_.back();
    const auto units = [this](std::int64_t emuLength) {
        return static_cast<double>(emuLength) / context_.placement.emuPerUnit;
    };
    const scene::Rect frame{units(clip.left) - context_.placement.left / context_.placement.emuPerUnit,
                            units(clip.top) - context_.placement.top / context_.placement.emuPerUnit,
                            units(clip.right - clip.left), units(clip.bottom - clip.top)};
    const Line ring = clipRing(arc(circle.centre, static_cast<double>(circle.radius), 0, 72, 72), frame);
    addPatterned(named, {ring}, {circle.fill, circle.pattern, circle.stroke, circle.centre, 0},
                 {circle.stroke, static_cast<double>(circle.strokeWidth)});
}

void SlideShapes::roundedRect(const scene::RoundedRect& rect) {
    const Extent extent = extentOf(rect.rect);
    if (clippedAway(extent))
        return;
    if (rect.pattern != scene::FillPattern::plain) {
        const geo::Point centre{rect.rect.x + rect.rect.width / 2, rect.rect.y + rect.rect.height / 2};
        addPatterned(identity("Box"), {roundedRing(rect.rect, static_cast<double>(rect.radius))},
                     {rect.fill, rect.pattern, rect.patternColor, centre, 0},
                     {rect.stroke, static_cast<double>(rect.strokeWidth)});
        return;
    }
    const std::string geometry = roundedGeometry(rect.rect, static_cast<double>(rect.radius));
    std::string shadow;
    if (rect.shadow > 0) {
        // As it is drawn on the screen: darker where the ground is dark.
        const int luma = (rect.fill.r * 2 + rect.fill.g * 5 + rect.fill.b) / 8;
        const double blur = static_cast<double>(rect.shadow);
        shadow = fmt::format("<a:effectLst><a:outerShdw blurRad=\"{}\" dist=\"{}\" dir=\"5400000\" algn=\"ctr\" "
                             "rotWithShape=\"0\"><a:srgbClr val=\"000000\"><a:alpha val=\"{}\"/></a:srgbClr>"
                             "</a:outerShdw></a:effectLst>",
                             emu(blur), emu(blur / 4), luma > 128 ? 14000 : 43000);
    }
    addShape(identity("Box"), extent, geometry,
             solidFill(context_.colors, rect.fill) + linePen(rect.stroke, static_cast<double>(rect.strokeWidth), 0) +
                 shadow);
}

void SlideShapes::image(const scene::Image& image) {
    const scene::ImagePlacement placement = scene::placementOf(image);
    const Extent extent = extentOf(placement.rect);
    if (!(placement.rect.width > 0) || clippedAway(extent))
        return;
    const std::size_t number = media_.add(image.source);
    auto known = std::find(pictures_.begin(), pictures_.end(), number);
    if (known == pictures_.end())
        known = pictures_.insert(pictures_.end(), number);
    const auto share = [](double of) { return std::clamp<long long>(std::llround(of * 100000), 0, 100000); };
    const scene::Rect& part = placement.part;
    Identity named = identity("Picture");
    if (!image.description.empty())
        named = {image.description, image.description, false};
    add(fmt::format(
            "<p:pic><p:nvPicPr>{}<p:cNvPicPr><a:picLocks noChangeAspect=\"1\"/></p:cNvPicPr><p:nvPr/>"
            "</p:nvPicPr><p:blipFill><a:blip r:embed=\"rId{}\"/><a:srcRect l=\"{}\" t=\"{}\" r=\"{}\" b=\"{}\"/>"
            "<a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr>{}{}</p:spPr></p:pic>",
            properties(named), known - pictures_.begin() + 2, share(part.x), share(part.y), share(1 - part.right()),
            share(1 - part.bottom()),
            transform("xfrm", extent.left, extent.top, extent.right - extent.left, extent.bottom - extent.top),
            roundedGeometry(placement.rect, static_cast<double>(image.radius))),
        extent);
}

void SlideShapes::pushClip(const scene::Rect& rect) {
    Extent clip = extentOf(rect);
    const Extent& outer = clips_.back();
    clip = {std::max(clip.left, outer.left), std::max(clip.top, outer.top), std::min(clip.right, outer.right),
            std::min(clip.bottom, outer.bottom)};
    clips_.push_back(clip);
}

void SlideShapes::popClip() {
    if (clips_.size() > 1)
        clips_.pop_back();
}

std::string SlideShapes::tree() const {
    const std::string corner = transform("xfrm", 0, 0, 0, 0, "<a:chOff x=\"0\" y=\"0\"/><a:chExt cx=\"0\" cy=\"0\"/>");
    return fmt::format("<p:nvGrpSpPr><p:cNvPr id=\"1\" name=\"\"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr>{}"
                       "</p:grpSpPr>{}",
                       corner, open_.front().shapes);
}

} // namespace jejaring::publish
