// SPDX-License-Identifier: MIT
#include "scene/layout_context.hpp"

#include "text/locale_format.hpp"

#include <algorithm>
#include <cmath>

namespace jejaring::scene {

core::RegionIndex LayoutContext::region() const {
    if (layout.region.empty())
        return core::kNoRegion;
    return catalog().find(layout.region).value_or(core::kNoRegion);
}

const core::Partner* LayoutContext::partner() const {
    return core::findPartner(project(), layout.partnerId);
}

const core::Visit* LayoutContext::visit() const {
    return core::findVisit(project(), layout.visitId);
}

core::RegionIndex LayoutContext::acting() const {
    const core::RegionIndex own = region();
    const auto& regions = input.map->impact.regions;
    return own < regions.size() && regions[own].provincial ? catalog().provinceOf(own) : own;
}

analysis::RegionFacts LayoutContext::facts() const {
    const auto factsOf = [&](core::RegionIndex index) {
        return analysis::factsOf(project(), catalog(), input.map->impact, index, scopeOf(*input.map));
    };
    analysis::RegionFacts found = factsOf(region());
    if (acting() != region()) {
        analysis::RegionFacts provinces = factsOf(acting());
        found.agreements = std::move(provinces.agreements);
        found.outside = provinces.outside;
        found.later = provinces.later;
        found.sectors = std::move(provinces.sectors);
    }
    return found;
}

std::string LayoutContext::number(double value, int decimals) const {
    return text::formatNumber(look.language, value, decimals);
}

std::string LayoutContext::date(const core::PartialDate& date) const {
    return text::formatDate(look.language, date, text::DateStyle::shortMonth);
}

std::string LayoutContext::date(core::Day day) const {
    return text::formatDate(look.language, day);
}

std::string LayoutContext::words(const std::string& part, const std::string& computed) const {
    const auto own = layout.texts.find(part);
    return own == layout.texts.end() || own->second.empty() ? computed : replaceTokens(input, layout, own->second);
}

LayoutContext makeLayoutContext(const LayoutInput& input, const Layout& layout) {
    Look look = input.look;
    look.theme = layout.theme.value_or(look.theme);
    look.language = layout.language.value_or(look.language);
    look.scale = 1;
    LayoutContext context{
        input, layout, look, styleOf(look.theme), *look.fonts, layout.page.width(), layout.page.height(), 0};
    context.margin = std::min(context.width, context.height) * 0.062;
    return context;
}

TextStyle titleType(const LayoutContext& context) {
    return {text::FontWeight::bold, 38, context.style.text, -0.012F, {}, 0};
}

TextStyle subtitleType(const LayoutContext& context) {
    return {text::FontWeight::regular, 18.5F, context.style.muted, 0, {}, 0};
}

TextStyle headingType(const LayoutContext& context) {
    return {text::FontWeight::semiBold, 17, context.style.text, 0, {}, 0};
}

TextStyle bodyType(const LayoutContext& context, double size) {
    return {text::FontWeight::regular, static_cast<float>(size), context.style.text, 0, {}, 0};
}

TextStyle quietType(const LayoutContext& context, double size) {
    return {text::FontWeight::regular, static_cast<float>(size), context.style.muted, 0, {}, 0};
}

double lineHeight(const TextStyle& style) {
    return static_cast<double>(style.size) * 1.34;
}

TextBlock fitText(const text::FontSet& fonts, std::string_view text, TextStyle style, double width,
                  std::size_t maxLines, double smallest) {
    TextBlock block;
    block.style = style;
    if (text.empty() || width <= 0 || maxLines == 0)
        return block;
    const auto widest = [&](const std::vector<std::string>& lines) {
        double most = 0;
        for (const std::string& line : lines)
            most = std::max(most, static_cast<double>(textWidth(fonts, line, block.style)));
        return most;
    };
    const float least = style.size * static_cast<float>(smallest);
    while (true) {
        block.lines = fonts.wrap(text, block.style.weight, block.style.size, static_cast<float>(width));
        if (block.lines.size() <= maxLines && widest(block.lines) <= width)
            return block;
        if (block.style.size * 0.95F < least)
            break;
        block.style.size *= 0.95F;
    }
    // Too long even then, or a word wider than the page.
    if (block.lines.size() > maxLines) {
        for (std::size_t i = maxLines; i < block.lines.size(); ++i)
            block.lines[maxLines - 1] += " " + block.lines[i];
        block.lines.resize(maxLines);
    }
    for (std::string& line : block.lines)
        if (static_cast<double>(textWidth(fonts, line, block.style)) > width) {
            line = fonts.ellipsize(line, block.style.weight, block.style.size, static_cast<float>(width));
            block.cut = true;
        }
    return block;
}

double appendBlock(DisplayList& list, const TextBlock& block, geo::Point at) {
    for (const std::string& line : block.lines) {
        at.y += lineHeight(block.style);
        appendText(list, line, {at.x, at.y - lineHeight(block.style) * 0.26}, block.style);
    }
    return at.y;
}

void appendPart(DisplayList& list, const Block& block, const Rect& frame) {
    const ItemGroup group(list, block.kind, block.description);
    block.draw(list, frame);
}

std::vector<PlacedBlock> stack(const std::vector<Block>& blocks, const Rect& area) {
    struct Measured {
        const Block* block;
        double height;
        [[nodiscard]] double least() const { return block->flexible ? std::min(block->least, height) : height; }
    };
    std::vector<Measured> measured;
    for (const Block& block : blocks)
        if (const double height = block.height(area.width); height > 0)
            measured.push_back({&block, height});
    double wanted = 0;
    for (std::size_t i = 0; i < measured.size(); ++i)
        wanted += measured[i].height + (i > 0 ? measured[i].block->gap : 0);
    for (Measured& each : measured)
        if (each.block->yields && wanted > area.height) {
            const double given = std::min(each.height - each.least(), wanted - area.height);
            each.height -= given;
            wanted -= given;
        }
    const auto leastFrom = [&](std::size_t first) {
        double sum = 0;
        for (std::size_t i = first; i < measured.size(); ++i)
            sum += measured[i].least() + (i > 0 ? measured[i].block->gap : 0);
        return sum;
    };
    while (!measured.empty() && leastFrom(0) > area.height + 0.5)
        measured.pop_back();
    // The first ones, which matter most, take what they ask for, as long as the others keep their least.
    std::vector<PlacedBlock> placed;
    double y = area.y;
    for (std::size_t i = 0; i < measured.size(); ++i) {
        const Block& block = *measured[i].block;
        y += i > 0 ? block.gap : 0;
        double height = measured[i].height;
        if (block.flexible)
            height = std::min(height, area.bottom() - y - leastFrom(i + 1));
        if (height < measured[i].height && block.fit)
            height = block.fit(area.width, height);
        placed.push_back({&block, {area.x, y, area.width, height}});
        y += height;
    }
    return placed;
}

} // namespace jejaring::scene
