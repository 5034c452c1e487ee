// SPDX-License-Identifier: MIT
// Templates of slides: a map on one side that runs to the page's edge, what it means on the other.
#include "analysis/credit.hpp"
#include "scene/layout_context.hpp"
#include "scene/picture.hpp"

#include <algorithm>
#include <chrono>
#include <set>

namespace jejaring::scene {
namespace {

constexpr double kColumnShare = 0.35; // of the page's width between its margins
constexpr double kGap = 36;

// Where map and column stand: side by side on wide pages, above each other on high ones.
struct Halves {
    Rect map;
    Rect column;
};

Halves halves(const LayoutContext& context, double top, double bottom, double columnShare = kColumnShare) {
    Halves made;
    const double inner = context.width - 2 * context.margin;
    if (context.landscape()) {
        const double column = inner * columnShare;
        made.column = {context.width - context.margin - column, top, column, bottom - top - 14};
        made.map = {0, top, made.column.x - kGap, bottom - top};
    } else {
        const double height = (bottom - top) * 0.46;
        made.map = {0, top, context.width, height};
        made.column = {context.margin, top + height + 26, inner, bottom - top - height - 40};
    }
    return made;
}

void appendColumn(LaidOut& page, const LayoutContext& context, const std::vector<Block>& blocks, const Rect& area) {
    std::vector<Block> shown;
    for (const Block& block : blocks)
        if (context.shows(block.id) && !context.layout.moved.contains(block.id))
            shown.push_back(block);
    for (const PlacedBlock& each : stack(shown, area))
        if (const auto frame = place(page, context, each.block->id, each.block->name.c_str(), each.frame))
            appendPart(page.list, *each.block, *frame);
    // What the user moved, or hid, stands outside the column.
    for (const Block& block : blocks) {
        if ((context.shows(block.id) && !context.layout.moved.contains(block.id)) || block.height(area.width) <= 0)
            continue;
        if (const auto frame = place(page, context, block.id, block.name.c_str(), {area.x, area.y, area.width, 60}))
            appendPart(page.list, block, *frame);
    }
}

void appendMapPart(LaidOut& page, const LayoutContext& context, LayoutMap map, const Rect& computed) {
    if (const auto frame = place(page, context, map.id, JEJARING_TR("Map"), computed, true)) {
        map.legend = map.legend && context.shows("legend");
        map.scaleBar = map.scaleBar && context.shows("scale");
        // The map may run to the page's edge; what stands on it keeps the page's margin.
        constexpr double kAir = 14;
        const double left = std::max(frame->x + kAir, context.margin);
        const double right = std::min(frame->right() - kAir, context.width - context.margin);
        if (right > left)
            map.furniture = {left, frame->y + kAir, right - left, frame->height - 2 * kAir};
        const std::size_t first = page.list.items.size();
        page.cameras[map.id] = appendLayoutMap(page.list, context, map, *frame).camera;
        page.mapItems.emplace_back(first, page.list.items.size());
        addFurnitureParts(page, context);
    }
}

std::string regionLine(const LayoutContext& context, core::RegionIndex index) {
    const core::Region& region = context.catalog()[index];
    std::string line = region.code.text();
    if (!region.bpsCode.empty())
        line += " · BPS " + region.bpsCode;
    if (region.level() == core::RegionLevel::regency)
        if (const auto province = context.catalog().find(region.code.province()))
            line += " · " + context.catalog()[*province].name;
    if (const std::string whose = context.authority(); !whose.empty())
        line += " · " + context.tr(JEJARING_TR("provincial authority: the figures are those of {0}"), {whose});
    return line + " · " + context.tr(JEJARING_TR("as of {0}"), {context.date(context.input.map->view.date)});
}

// Agreements of the subject, those in force at the date first.
std::vector<const core::Agreement*> inForceFirst(const LayoutContext& context,
                                                 std::vector<const core::Agreement*> agreements) {
    std::stable_partition(agreements.begin(), agreements.end(),
                          [&](const core::Agreement* agreement) { return standing(context, *agreement); });
    return agreements;
}

// What the map cannot show of the partners; empty where it shows all.
std::string placelessNote(const LayoutContext& context, const std::vector<const core::Agreement*>& agreements) {
    std::set<std::string> with;
    std::set<std::string> without;
    for (const core::Agreement* agreement : agreements) {
        if (!standing(context, *agreement))
            continue;
        for (const core::Party& party : agreement->parties) {
            const core::Partner* partner = core::findPartner(context.project(), party.partnerId);
            if (partner != nullptr)
                (partner->place || !partner->region.empty() ? with : without).insert(partner->id);
            else if (!party.region.empty() && !analysis::covers(context.actingCode(), party.region, false))
                with.insert(party.region.text());
        }
    }
    if (without.empty())
        return "";
    if (with.empty())
        return context.tr(without.size() == 1
                              ? JEJARING_TR("The place of the partner is not known, so that no arc leads there.")
                              : JEJARING_TR("The places of the partners are not known, so that no arc leads there."));
    return context.tr(JEJARING_TR("No arc leads to {0} {0:partner|partners} whose place is not known."),
                      {context.number(static_cast<double>(without.size()))});
}

void layOutPartners(LaidOut& page, const LayoutContext& context) {
    const core::RegionIndex region = context.region();
    const core::Region& named = context.catalog()[region];
    const analysis::RegionFacts facts = context.facts();
    const double top = appendHeader(page, context, context.tr(JEJARING_TR("Partners of {0}"), {named.name}),
                                    regionLine(context, region));
    const double bottom = appendFooter(page, context, sourceNames(context, facts.agreements, {}));
    const Halves parts = halves(context, top, bottom);
    LayoutMap map;
    map.data = context.input.map;
    map.highlight.selection = {context.acting()}; // from which the arcs lead
    if (context.acting() != region)
        map.highlight.selection.push_back(region);
    map.camera = tiesCamera(context, parts.map);
    map.dots = map.camera->metresPerUnit < kDotsNear;
    appendMapPart(page, context, map, parts.map);
    const std::vector<const core::Agreement*> agreements = inForceFirst(context, facts.agreements);
    Table table = agreementTable(context, agreements, context.actingCode(), false);
    table.title = agreementsTitle(context, agreements.size(), facts.outside, facts.later);
    std::vector<Block> blocks{scoreBlock(context, region)};
    if (const std::string note = placelessNote(context, agreements); !note.empty())
        blocks.push_back(textBlock(context, "places", JEJARING_TR("Note on places"), "", {note}, 14));
    if (!table.rows.empty())
        blocks.push_back(tableBlock(context, "table", JEJARING_TR("Table"), table));
    else // the score says so
        blocks.push_back(aroundBlock(context, region));
    appendColumn(page, context, blocks, parts.column);
    page.sources = sourceLines(context, facts.agreements, {});
}

void layOutItinerary(LaidOut& page, const LayoutContext& context) {
    const core::Visit& visit = *context.visit();
    std::string subtitle;
    for (const std::string& part : {visit.visitor, visit.ministry, visitDates(context, visit)})
        if (!part.empty())
            subtitle += (subtitle.empty() ? "" : " · ") + part;
    const double top = appendHeader(page, context, visit.title, subtitle);
    const double bottom = appendFooter(page, context, sourceNames(context, {}, {&visit}));
    const Halves parts = halves(context, top, bottom, 0.38);
    LayoutMap map;
    map.data = context.input.map;
    map.highlight.visitId = visit.id;
    map.camera = visitCamera(*context.input.map, visit.id, parts.map);
    appendMapPart(page, context, map, parts.map);
    appendColumn(page, context, {stopsBlock(context, visit)}, parts.column);
    page.sources = sourceLines(context, {}, {&visit});
}

core::Day yearsBefore(core::Day day, int years) {
    core::Day earlier = day - std::chrono::years(years);
    if (!earlier.ok()) // 29 February
        earlier = earlier.year() / earlier.month() / std::chrono::last;
    return earlier;
}

// Regions whose names find room on both maps, so that each place on one can be found on the other.
std::vector<core::RegionIndex> sharedNames(const LayoutContext& context, LayoutMap one, const Rect& oneFrame,
                                           LayoutMap other, const Rect& otherFrame) {
    std::vector<core::RegionIndex> wanted;
    constexpr int kTries = 4; // with fewer names others may come to stand elsewhere
    for (int i = 0; i < kTries; ++i) {
        DisplayList sketch;
        sketch.fonts = context.look.fonts;
        std::vector<core::RegionIndex> first = appendLayoutMap(sketch, context, one, oneFrame).names;
        const std::vector<core::RegionIndex> second = appendLayoutMap(sketch, context, other, otherFrame).names;
        const std::size_t most = std::max(first.size(), second.size());
        std::erase_if(first, [&](core::RegionIndex region) {
            return std::find(second.begin(), second.end(), region) == second.end();
        });
        wanted = std::move(first);
        if (wanted.size() == most)
            break;
        one.onlyNames = &wanted;
        other.onlyNames = &wanted;
    }
    return wanted;
}

void layOutBeforeAfter(LaidOut& page, const LayoutContext& context) {
    constexpr int kYears = 10;
    const MapData& now = *context.input.map;
    MapView view = now.view;
    view.date = context.layout.before.value_or(yearsBefore(now.view.date, kYears));
    // Classes that both maps share: those of the later one.
    std::shared_ptr<const MapData> before = prepare(now.project, now.geometry, view, now.today);
    if (before->breaks != now.breaks) {
        view.classMethod = analysis::ClassMethod::manual;
        // Values beyond the edges belong to the outermost classes, instead of making one of their own.
        view.manualEdges = now.breaks.edges;
        for (const analysis::RegionValue& value : before->values)
            if (value.state == analysis::ValueState::value && !view.manualEdges.empty()) {
                view.manualEdges.front() = std::min(view.manualEdges.front(), value.value);
                view.manualEdges.back() = std::max(view.manualEdges.back(), value.value);
            }
        before = prepare(now.project, now.geometry, view, now.today);
    }
    const Highlight none;
    PictureOptions options;
    const double top = appendHeader(
        page, context, pictureTexts(now, none, context.look, options).title,
        context.tr(JEJARING_TR("{0} and {1} compared"), {context.date(view.date), context.date(now.view.date)}));
    const double bottom = appendFooter(page, context);
    Halves parts = halves(context, top, bottom, 0.26);
    if (!context.landscape()) {
        parts.map.height = (bottom - top) * 0.68;
        parts.column.y = parts.map.bottom() + 20;
        parts.column.height = bottom - parts.column.y - 14;
    }
    // Neighbours end at frames, so that they are not cut off in the middle of the page.
    constexpr double kGutter = 16;
    parts.map.width -= context.margin + (context.landscape() ? 0 : context.margin);
    parts.map.x = context.margin;
    parts.map.height -= 14;
    const double half = (parts.map.height - kGutter) / 2;
    const TextStyle strong{text::FontWeight::semiBold, 17, context.style.text, 0, {}, 0};
    struct Moment {
        LayoutMap map;
        Rect frame;
        TextBlock caption;
        Rect plate; // behind the caption
    };
    const auto moment = [&](const char* id, const std::shared_ptr<const MapData>& data, double y) {
        Moment made;
        made.frame = {parts.map.x, y, parts.map.width, half};
        const Rect& frame = made.frame;
        made.caption = fitText(context.fonts, context.date(data->view.date), strong, frame.width - context.margin, 1);
        constexpr double kInside = 12;
        const double width = made.caption.lines.empty()
                                 ? 0
                                 : static_cast<double>(textWidth(context.fonts, made.caption.lines.front(), strong));
        made.plate = {frame.x, frame.y, kInside + width + 14, lineHeight(strong) + 14};
        LayoutMap& map = made.map;
        map.id = id;
        map.data = data;
        map.scale = 0.86;
        map.legend = false;
        map.scaleBar = map.id == "map-after";
        map.keepClear = {made.plate};
        const auto cameraBelow = [&](double lower) {
            Camera camera =
                fit(now.geometry->bounds(), {frame.x, frame.y + lower, frame.width, frame.height - lower}, 12);
            camera.centre.y += lower / 2 * camera.metresPerUnit;
            return camera;
        };
        map.camera = cameraBelow(0);
        const geo::Box& country = now.geometry->bounds();
        if (made.plate.contains(toFrame(*map.camera, frame, {country.minX, country.maxY})))
            map.camera = cameraBelow(made.plate.height);
        return made;
    };
    Moment earlier = moment("map-before", before, parts.map.y);
    Moment later = moment("map-after", context.input.map, parts.map.y + half + kGutter);
    // Unless the user gave one a view of its own.
    const auto own = [&](const std::string& id) {
        const auto camera = context.layout.cameras.find(id);
        return camera == context.layout.cameras.end() ? std::nullopt : std::optional(camera->second);
    };
    const bool alike = context.shows("map-before") && context.shows("map-after") &&
                       own("map-before") == own("map-after") && !context.layout.moved.contains("map-before") &&
                       !context.layout.moved.contains("map-after");
    const std::vector<core::RegionIndex> names =
        alike ? sharedNames(context, earlier.map, earlier.frame, later.map, later.frame)
              : std::vector<core::RegionIndex>{};
    for (Moment* each : {&earlier, &later}) {
        each->map.onlyNames = alike ? &names : nullptr;
        appendMapPart(page, context, each->map, each->frame);
        if (!context.shows(each->map.id))
            continue;
        // No scrap of a neighbour behind the date.
        if (!context.input.transparent)
            page.list.items.emplace_back(
                RoundedRect{each->plate, 0, context.style.sea, {}, 0, 0, FillPattern::plain, {}});
        RoundedRect edge;
        edge.rect = each->frame;
        edge.fill = withAlpha(context.style.line, 0);
        edge.stroke = withAlpha(context.style.muted, 0.45);
        edge.strokeWidth = 1;
        page.list.items.emplace_back(edge);
        appendBlock(page.list, each->caption, {each->frame.x + 12, each->frame.y + 6});
    }
    MapData classes = now;
    classes.breaks = before->breaks;
    const Block change = changeBlock(context, *before, now);
    const double changeHeight = change.height(parts.column.width);
    if (context.landscape()) {
        double y = parts.column.y + 8;
        if (const auto frame = place(page, context, "change", change.name.c_str(),
                                     {parts.column.x, y, parts.column.width, changeHeight}))
            appendPart(page.list, change, *frame);
        y += changeHeight + 28;
        if (const auto frame = place(page, context, "legend", JEJARING_TR("Legend"),
                                     {parts.column.x, y, parts.column.width, parts.column.bottom() - y}))
            appendLayoutLegend(page.list, context, classes, *before, *frame);
    } else {
        const double width = (parts.column.width - kGap) / 2;
        if (const auto frame = place(page, context, "legend", JEJARING_TR("Legend"),
                                     {parts.column.x, parts.column.y, width, parts.column.height}))
            appendLayoutLegend(page.list, context, classes, *before, *frame);
        if (const auto frame = place(page, context, "change", change.name.c_str(),
                                     {parts.column.x + width + kGap, parts.column.y, width, parts.column.height}))
            appendPart(page.list, change, *frame);
    }
    page.sources = mapSources(context);
}

void layOutProfile(LaidOut& page, const LayoutContext& context) {
    const core::RegionIndex region = context.region();
    const core::Region& named = context.catalog()[region];
    const analysis::RegionFacts facts = context.facts();
    const double top = appendHeader(page, context, named.name, regionLine(context, region));
    const double bottom = appendFooter(page, context, sourceNames(context, facts.agreements, {}));
    const bool recorded = !facts.agreements.empty();
    const Halves parts = halves(context, top, bottom, recorded ? 0.56 : kColumnShare);
    LayoutMap map;
    map.data = context.input.map;
    map.highlight.selection = {region};
    // The region in its surroundings; arcs have a page of their own.
    auto plain = std::make_shared<MapData>(*context.input.map);
    plain->view.partnerArcs = false;
    map.data = plain;
    map.camera = regionCamera(*context.input.map->geometry, region, parts.map);
    appendMapPart(page, context, map, parts.map);
    Table table = agreementTable(context, inForceFirst(context, facts.agreements), context.actingCode(), false);
    table.title = agreementsTitle(context, facts.agreements.size(), facts.outside, facts.later);
    const Block tableOf = tableBlock(context, "table", JEJARING_TR("Table"), table);
    std::vector<Block> left{scoreBlock(context, region), seriesBlock(context, context.acting()),
                            sectorsBlock(context, context.acting())};
    std::vector<std::string> written;
    if (facts.profile != nullptr)
        for (const auto& [label, text] : {std::pair{JEJARING_TR("Strengths"), facts.profile->strengths},
                                          {JEJARING_TR("Needs"), facts.profile->needs},
                                          {JEJARING_TR("Aims"), facts.profile->aims},
                                          {JEJARING_TR("Challenges"), facts.profile->challenges}})
            if (!text.empty())
                written.push_back(context.tr(label) + ": " + text);
    std::vector<Block> right;
    if (!written.empty())
        right.push_back(
            textBlock(context, "written", JEJARING_TR("Profile"), context.tr(JEJARING_TR("Profile")), written, 14));
    if (recorded) {
        right.push_back(tableOf);
    } else { // the score says so, and what is written stands below it
        left.insert(left.end(), right.begin(), right.end());
        left.push_back(aroundBlock(context, region));
        appendColumn(page, context, left, parts.column);
        page.sources = sourceLines(context, {}, {});
        return;
    }
    const double width = (parts.column.width - kGap) / 2;
    appendColumn(page, context, left, {parts.column.x, parts.column.y, width, parts.column.height});
    appendColumn(page, context, right, {parts.column.x + width + kGap, parts.column.y, width, parts.column.height});
    page.sources = sourceLines(context, facts.agreements, {});
}

} // namespace

void addFurnitureParts(LaidOut& page, const LayoutContext& context, bool legend) {
    const auto add = [&](const char* id, const char* name, bool wanted) {
        const bool known =
            std::any_of(page.parts.begin(), page.parts.end(), [&](const PlacedPart& part) { return part.id == id; });
        if (wanted && !known)
            page.parts.push_back({id, name, {}, false, false, true});
    };
    add("legend", JEJARING_TR("Legend"), legend && context.input.map->view.legend);
    add("scale", JEJARING_TR("Scale"), context.input.map->view.scaleBar);
}

void layOutMapPage(LaidOut& page, const LayoutContext& context, const PictureOptions& options) {
    const core::RegionIndex region = context.region();
    const core::Visit* const visit = context.visit();
    LayoutMap map;
    map.data = context.input.map;
    map.highlight.selection = context.input.selection;
    map.highlight.visitId = context.layout.visitId;
    const PictureTexts texts = pictureTexts(*map.data, map.highlight, context.look, options);
    const double top = appendHeader(page, context, texts.title, texts.subtitle);
    const double bottom = appendFooter(page, context);
    const Rect frame{0, top, context.width, bottom - top};
    if (region != core::kNoRegion)
        map.camera = regionCamera(*map.data->geometry, region, frame);
    else if (visit != nullptr)
        map.camera = visitCamera(*map.data, visit->id, frame);
    appendMapPart(page, context, map, frame);
    page.sources = mapSources(context);
}

void layOutSlide(LaidOut& page, const LayoutContext& context) {
    switch (context.layout.kind) {
    case TemplateKind::partners:
        return layOutPartners(page, context);
    case TemplateKind::itinerary:
        return layOutItinerary(page, context);
    case TemplateKind::beforeAfter:
        return layOutBeforeAfter(page, context);
    default:
        return layOutProfile(page, context);
    }
}

} // namespace jejaring::scene
