// SPDX-License-Identifier: MIT
#include "publish/svg_target.hpp"

#include "publish/base64.hpp"
#include "publish/image_bytes.hpp"
#include "publish/plain_text.hpp"
#include "publish/svg_path.hpp"
#include "publish/vector_shadow.hpp"
#include "scene/image_placement.hpp"

#include <fmt/format.h>

#include <array>
#include <cmath>
#include <numbers>

namespace jejaring::publish {
namespace {

// "fill:#1b2c3d;fill-opacity:.5"
std::string paint(const char* property, const scene::Color& color) {
    std::string out = fmt::format("{}:#{:02x}{:02x}{:02x}", property, color.r, color.g, color.b);
    if (color.a < 255)
        out += fmt::format(";{}-opacity:{}", property, svgNumber(color.a / 255.0, 3));
    return out;
}

std::string strokeOf(const scene::Color& color, double width) {
    return fmt::format("{};stroke-width:{}", paint("stroke", color), svgNumber(width));
}

int weightOf(text::FontWeight weight) {
    constexpr std::array<int, text::kFontWeightCount> kWeights{400, 500, 600, 700};
    return kWeights[static_cast<std::size_t>(weight)];
}

void set(pugi::xml_node node, const char* name, const std::string& value) {
    node.append_attribute(name).set_value(value.c_str());
}

void set(pugi::xml_node node, const char* name, double value) {
    set(node, name, svgNumber(value));
}

void place(pugi::xml_node node, const scene::Rect& rect, double radius) {
    set(node, "x", rect.x);
    set(node, "y", rect.y);
    set(node, "width", rect.width);
    set(node, "height", rect.height);
    if (radius > 0)
        set(node, "rx", radius);
}

} // namespace

SvgTarget::SvgTarget(pugi::xml_node root, pugi::xml_node definitions, const text::FontSet* fonts)
    : definitions_(definitions), open_{root}, fonts_(fonts) {}

const std::string& SvgTarget::classOf(const char* kind, const std::string& declarations) {
    const auto [found, fresh] = classes_.try_emplace(declarations);
    if (fresh) {
        found->second = fmt::format("{}-{}", kind, ++counts_[kind]);
        rules_.emplace_back(found->second, declarations);
    }
    return found->second;
}

std::string SvgTarget::rules() const {
    std::string out;
    for (const auto& [name, declarations] : rules_)
        out += fmt::format(".{}{{{}}}\n", name, declarations);
    return out;
}

void SvgTarget::beginGroup(const VectorGroup& group) {
    pugi::xml_node node = append("g");
    set(node, "id", group.id);
    const std::string name = plainText(group.name);
    if (!group.code.empty()) {
        set(node, "data-code", group.code);
        set(node, "data-name", name);
    }
    set(node, "inkscape:label", name);
    node.append_child("title").text().set(name.c_str());
    if (!group.description.empty())
        node.append_child("desc").text().set(plainText(group.description).c_str());
    open_.push_back(node);
}

void SvgTarget::endGroup() {
    open_.pop_back();
}

std::string SvgTarget::patternOf(const VectorFill& fill) {
    const bool hatch = fill.pattern == scene::FillPattern::hatch;
    const std::string color = paint(hatch ? "stroke" : "fill", fill.patternColor);
    const double side = hatch ? kPatternPeriod * std::numbers::sqrt2 : kPatternPeriod;
    const std::string x = svgNumber(std::fmod(fill.patternOrigin.x, side));
    const std::string y = svgNumber(std::fmod(fill.patternOrigin.y, side));
    const auto [found, fresh] =
        patterns_.try_emplace(fmt::format("{} {} {}", color, x, y), fmt::format("pattern-{}", patterns_.size() + 1));
    if (fresh) {
        pugi::xml_node pattern = definitions_.append_child("pattern");
        set(pattern, "id", found->second);
        set(pattern, "patternUnits", std::string("userSpaceOnUse"));
        set(pattern, "x", x);
        set(pattern, "y", y);
        set(pattern, "width", svgNumber(side, 4));
        set(pattern, "height", svgNumber(side, 4));
        pugi::xml_node shape = pattern.append_child("path");
        set(shape, "class",
            classOf("pattern",
                    hatch ? fmt::format("fill:none;{};stroke-width:{}", color, svgNumber(kHatchWidth)) : color));
        std::string d;
        if (hatch) {
            for (const double at : {0.5, 1.5}) // x + y, in sides
                d += fmt::format("M{0} -2L-2 {0}", svgNumber(at * side + 2, 4));
        } else {
            const std::string r = svgNumber(kDotRadius);
            const std::string over = svgNumber(2 * kDotRadius);
            for (const auto& [cx, cy] : {std::pair{0.0, 0.0}, {1.0, 0.0}, {0.0, 1.0}, {1.0, 1.0}, {0.5, 0.5}})
                d += fmt::format("M{0} {1}a{2} {2} 0 1 0 {3} 0a{2} {2} 0 1 0 -{3} 0z",
                                 svgNumber(cx * side - kDotRadius), svgNumber(cy * side), r, over);
        }
        set(shape, "d", d);
    }
    return fmt::format("url(#{})", found->second);
}

void SvgTarget::finishShape(pugi::xml_node shape, const char* kind, const VectorFill& fill, const std::string& line) {
    const std::string look = fill.color.a > 0 ? paint("fill", fill.color) : "fill:none";
    const auto with = [](const std::string& a, const std::string& b) { return b.empty() ? a : a + ";" + b; };
    const bool patterned = fill.pattern != scene::FillPattern::plain && fill.patternColor.a > 0;
    set(shape, "class", classOf(kind, patterned && fill.seam <= 0 ? look : with(look, line)));
    if (!patterned)
        return;
    // The pattern over the fill, and the line over both.
    pugi::xml_node copy = open_.back().append_copy(shape);
    copy.attribute("class").set_value(
        classOf("pattern", with(fmt::format("fill:{}", patternOf(fill)), fill.seam <= 0 ? line : std::string()))
            .c_str());
}

void SvgTarget::fillPath(const VectorPath& path, const VectorFill& fill) {
    pugi::xml_node node = append("path");
    if (path.size() > 1)
        set(node, "fill-rule", std::string("evenodd"));
    set(node, "d", svgPath(path, true));
    const bool seamed = fill.seam > 0 && fill.color.a > 0;
    finishShape(node, "fill", fill,
                seamed ? fmt::format("{};stroke-linejoin:round", strokeOf(fill.color, fill.seam)) : std::string());
}

void SvgTarget::strokePath(const VectorPath& path, const VectorStroke& stroke) {
    pugi::xml_node node = append("path");
    std::string look = fmt::format("fill:none;{};stroke-linejoin:round", strokeOf(stroke.color, stroke.width));
    if (stroke.dash > 0)
        look += fmt::format(";stroke-dasharray:{}", svgNumber(stroke.dash));
    set(node, "class", classOf("line", look));
    if (stroke.dashStart > 0)
        set(node, "stroke-dashoffset", stroke.dashStart);
    set(node, "d", svgPath(path, stroke.closed));
}

void SvgTarget::circle(const scene::Circle& item) {
    pugi::xml_node node = append("circle");
    set(node, "cx", item.centre.x);
    set(node, "cy", item.centre.y);
    set(node, "r", static_cast<double>(item.radius));
    const bool stroked = item.strokeWidth > 0 && item.stroke.a > 0;
    finishShape(node, "dot", {item.fill, item.pattern, item.stroke, item.centre, 0},
                stroked ? strokeOf(item.stroke, static_cast<double>(item.strokeWidth)) : std::string());
}

void SvgTarget::roundedRect(const scene::RoundedRect& item) {
    const std::vector<ShadowLayer> layers = shadowOf(item);
    if (!layers.empty()) {
        pugi::xml_node shadow = append("g");
        set(shadow, "class", std::string("shadow"));
        for (const ShadowLayer& layer : layers) {
            pugi::xml_node node = shadow.append_child("rect");
            place(node, layer.rect, layer.radius);
            set(node, "fill-opacity", svgNumber(layer.alpha, 4));
        }
    }
    const geo::Point centre{item.rect.x + item.rect.width / 2, item.rect.y + item.rect.height / 2};
    const bool stroked = item.strokeWidth > 0 && item.stroke.a > 0;
    pugi::xml_node node = append("rect");
    place(node, item.rect, static_cast<double>(item.radius));
    finishShape(node, "shape", {item.fill, item.pattern, item.patternColor, centre, 0},
                stroked ? strokeOf(item.stroke, static_cast<double>(item.strokeWidth)) : std::string());
}

void SvgTarget::text(const scene::GlyphRun& run) {
    const std::string string = plainText(run.string);
    const auto use = [&](text::FaceId id, std::string_view letters) {
        SvgFace& face = faces_[id];
        face.weights.insert(run.weight);
        for (const std::uint32_t point : codePoints(letters))
            face.letters.insert(point);
    };
    use(text::faceOf(run.weight), string);
    text::RunText shaped;
    if (fonts_ != nullptr)
        shaped = text::textOf(*fonts_, run.string, run.weight, run.size, run.glyphs);
    for (const text::TextPart& part : shaped.parts)
        if (part.face >= text::kFontWeightCount)
            use(part.face, std::string_view(run.string).substr(part.beginByte, part.endByte - part.beginByte));
    std::string look = fmt::format("font-weight:{};font-size:{}px;{}", weightOf(run.weight),
                                   svgNumber(static_cast<double>(run.size)), paint("fill", run.color));
    if (run.haloWidth > 0 && run.halo.a > 0)
        look += fmt::format(";{};stroke-linejoin:round;paint-order:stroke",
                            strokeOf(run.halo, 2 * static_cast<double>(run.haloWidth)));
    if (shaped.tracking != 0)
        look += fmt::format(";letter-spacing:{}px", svgNumber(shaped.tracking, 3));
    if (shaped.rightToLeft) // ends at the left, where the run begins
        look += ";direction:rtl;text-anchor:end";
    pugi::xml_node node = append("text");
    set(node, "class", classOf("text", look));
    set(node, "x", run.origin.x);
    set(node, "y", run.origin.y);
    if (run.angle != 0)
        set(node, "transform",
            fmt::format("rotate({} {} {})", svgNumber(static_cast<double>(run.angle) * 180 / std::numbers::pi, 3),
                        svgNumber(run.origin.x), svgNumber(run.origin.y)));
    node.text().set(string.c_str());
}

void SvgTarget::image(const scene::Image& item) {
    const scene::ImagePlacement placement = scene::placementOf(item);
    const scene::Rect& rect = placement.rect;
    const scene::Rect& part = placement.part;
    if (rect.width <= 0 || part.width <= 0 || part.height <= 0)
        return;
    // All of the picture, of which the clip shows a part.
    const double width = rect.width / part.width;
    const double height = rect.height / part.height;
    pugi::xml_node node = append("image");
    place(node, {rect.x - part.x * width, rect.y - part.y * height, width, height}, 0);
    set(node, "preserveAspectRatio", std::string("none"));
    if (item.radius > 0 || part.width < 1 || part.height < 1)
        set(node, "clip-path", clipOf(rect, static_cast<double>(item.radius)));
    const ImageBytes file = imageBytes(item.source);
    set(node, "xlink:href", fmt::format("data:{};base64,{}", file.mediaType, base64(file.bytes)));
    if (!item.description.empty())
        node.append_child("title").text().set(plainText(item.description).c_str());
}

std::string SvgTarget::clipOf(const scene::Rect& rect, double radius) {
    const std::string id = fmt::format("clip-{}", ++clips_);
    pugi::xml_node clip = definitions_.append_child("clipPath");
    set(clip, "id", id);
    place(clip.append_child("rect"), rect, radius);
    return fmt::format("url(#{})", id);
}

void SvgTarget::pushClip(const scene::Rect& rect) {
    pugi::xml_node node = append("g");
    set(node, "clip-path", clipOf(rect, 0));
    open_.push_back(node);
}

void SvgTarget::popClip() {
    open_.pop_back();
}

} // namespace jejaring::publish
