// SPDX-License-Identifier: MIT
// What the user put on the page.
#include "scene/layout_context.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace jejaring::scene {
namespace {

struct Known {
    AddedKind kind;
    std::string_view id;
    const char* name; // message id
};
constexpr std::array kKinds{
    Known{AddedKind::text, "text", JEJARING_TR("Text")},
    Known{AddedKind::picture, "picture", JEJARING_TR("Picture")},
    Known{AddedKind::worldMap, "world-map", JEJARING_TR("World with arcs")},
    Known{AddedKind::regionMap, "region-map", JEJARING_TR("Closer map")},
    Known{AddedKind::score, "score", JEJARING_TR("Score")},
    Known{AddedKind::series, "series", JEJARING_TR("Agreements over time")},
    Known{AddedKind::sectors, "sectors", JEJARING_TR("Sectors")},
    Known{AddedKind::table, "table", JEJARING_TR("Agreements")},
    Known{AddedKind::stops, "stops", JEJARING_TR("Stops")},
};

void appendOwnText(DisplayList& list, const LayoutContext& context, const AddedPart& part, const Rect& frame) {
    if (part.text.empty())
        return;
    const TextStyle style = bodyType(context, part.size);
    const auto lines = static_cast<std::size_t>(std::max(frame.height / lineHeight(style), 1.0));
    const ItemGroup group(list, GroupKind::text);
    appendBlock(
        list,
        fitText(context.fonts, replaceTokens(context.input, context.layout, part.text), style, frame.width, lines, 0.7),
        {frame.x, frame.y});
}

void appendPicture(DisplayList& list, const LayoutContext& context, const std::string& id, const Rect& frame) {
    const std::vector<core::Picture>& pictures = context.project().pictures;
    const auto found = std::find_if(pictures.begin(), pictures.end(), [&](const auto& each) { return each.id == id; });
    Image image;
    if (found != pictures.end() && context.input.pictures)
        image.source = context.input.pictures(*found);
    if (image.source.pixels == nullptr)
        return; // deleted since, or it cannot be decoded
    const ItemGroup group(list, GroupKind::picture);
    image.rect = frame;
    image.description = found->caption;
    list.items.emplace_back(std::move(image));
}

// "Inset: Partners of Kota Surabaya. 6 agreements in force."
std::string describeInset(const LayoutContext& context, const std::string& title, bool world) {
    const analysis::RegionImpact& impact = context.input.map->impact.regions[context.region()];
    std::string words = context.tr(JEJARING_TR("Inset map: {0}."), {title});
    if (world)
        words +=
            " " + context.tr(JEJARING_TR("{0} {0:agreement|agreements} in force."), {context.number(impact.inForce)});
    else if (impact.state == analysis::ValueState::value)
        words +=
            " " + context.tr(JEJARING_TR("Cooperation impact {0} of 100."), {context.number(std::round(impact.score))});
    return words;
}

void appendInset(LaidOut& page, const LayoutContext& context, const AddedPart& part, const Rect& frame) {
    const bool world = part.kind == AddedKind::worldMap;
    LayoutMap map;
    map.id = part.id;
    map.data = context.input.map;
    if (!world) { // arcs would only pass through
        auto plain = std::make_shared<MapData>(*context.input.map);
        plain->view.partnerArcs = false;
        map.data = plain;
    }
    map.highlight.selection = {context.region()};
    map.camera =
        world ? tiesCamera(context, frame) : regionCamera(*context.input.map->geometry, context.region(), frame);
    map.scale = 0.86;
    map.dots = map.camera->metresPerUnit < kDotsNear;
    map.legend = false;
    map.scaleBar = false;
    map.grounded = true;
    TextStyle style = bodyType(context, 13.5);
    style.weight = text::FontWeight::semiBold;
    style.halo = context.style.sea;
    style.haloWidth = 2.4F;
    const std::string& name = context.catalog()[context.region()].name;
    const std::string title = !part.text.empty() ? replaceTokens(context.input, context.layout, part.text)
                              : world            ? context.tr(JEJARING_TR("Partners of {0}"), {name})
                                                 : name;
    constexpr double kAir = 10;
    const TextBlock heading = fitText(context.fonts, title, style, frame.width - 2 * kAir, 1, 0.75);
    const Rect headed{frame.x, frame.y, frame.width, kAir * 0.7 + heading.height()};
    map.keepClear = {headed};
    const ItemGroup group(page.list, GroupKind::inset, describeInset(context, title, world));
    RoundedRect ground;
    ground.rect = frame;
    ground.fill = context.style.sea;
    page.list.items.emplace_back(ground);
    page.cameras[part.id] = appendLayoutMap(page.list, context, map, frame).camera;
    RoundedRect edge;
    edge.rect = frame;
    edge.fill = withAlpha(context.style.line, 0);
    edge.stroke = context.style.muted;
    edge.strokeWidth = 1;
    page.list.items.emplace_back(edge);
    appendBlock(page.list, heading, {frame.x + kAir, frame.y + kAir * 0.7});
}

// A block of a region or a visit, as templates have it.
Block blockOf(const LayoutContext& context, const AddedPart& part) {
    switch (part.kind) {
    case AddedKind::score:
        return scoreBlock(context, context.region());
    case AddedKind::series:
        return seriesBlock(context, context.acting());
    case AddedKind::sectors:
        return sectorsBlock(context, context.acting());
    case AddedKind::stops:
        return stopsBlock(context, *context.visit());
    default:
        break;
    }
    const analysis::RegionFacts facts = context.facts();
    Table table = agreementTable(context, facts.agreements, context.actingCode(), false);
    table.title = agreementsTitle(context, facts.agreements.size(), facts.outside, facts.later);
    return tableBlock(context, part.id, JEJARING_TR("Agreements"), table);
}

// On a ground of its own, for it may stand on a map.
void appendOwnBlock(DisplayList& list, const LayoutContext& context, const AddedPart& part, const Rect& frame) {
    constexpr double kAir = 14;
    const Block block = blockOf(context, part);
    const double height = std::min(block.height(frame.width), frame.height);
    if (height <= 0)
        return; // nothing to tell
    RoundedRect ground;
    ground.rect = {frame.x - kAir, frame.y - kAir, frame.width + 2 * kAir, height + 2 * kAir};
    ground.radius = 6;
    ground.fill = withAlpha(context.style.sea, 0.92);
    list.items.emplace_back(ground);
    appendPart(list, block, {frame.x, frame.y, frame.width, height});
}

} // namespace

bool isInset(AddedKind kind) {
    return kind == AddedKind::worldMap || kind == AddedKind::regionMap;
}

bool isAboutRegion(AddedKind kind) {
    return kind != AddedKind::text && kind != AddedKind::picture && kind != AddedKind::stops;
}

std::string_view addedKindId(AddedKind kind) {
    return kKinds[static_cast<std::size_t>(kind)].id;
}

std::optional<AddedKind> parseAddedKind(std::string_view id) {
    for (const Known& known : kKinds)
        if (known.id == id)
            return known.kind;
    return std::nullopt;
}

const char* addedKindName(AddedKind kind) {
    return kKinds[static_cast<std::size_t>(kind)].name;
}

void appendAdded(LaidOut& page, const LayoutContext& context) {
    for (const AddedPart& part : context.layout.added) {
        const auto frame = place(page, context, part.id, addedKindName(part.kind), part.frame, isInset(part.kind),
                                 part.kind == AddedKind::text);
        if (!frame)
            continue;
        if (part.kind == AddedKind::text) {
            appendOwnText(page.list, context, part, *frame);
            continue;
        }
        if (part.kind == AddedKind::picture) {
            appendPicture(page.list, context, part.subject, *frame);
            continue;
        }
        // About its own subject, whatever the page is about.
        Layout own = context.layout;
        if (part.kind == AddedKind::stops)
            own.visitId = part.subject;
        else
            own.region = core::RegionCode::parse(part.subject).value_or(core::RegionCode());
        const LayoutContext about = makeLayoutContext(context.input, own);
        if (part.kind == AddedKind::stops ? about.visit() == nullptr : about.region() == core::kNoRegion)
            continue; // deleted since, or not in these boundaries
        if (isInset(part.kind))
            appendInset(page, about, part, *frame);
        else
            appendOwnBlock(page.list, about, part, *frame);
    }
}

} // namespace jejaring::scene
