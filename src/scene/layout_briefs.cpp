// SPDX-License-Identifier: MIT
// One page on a region, a partner or a visit: sentences, map and numbers above, tables and sources below.
#include "analysis/project_index.hpp"
#include "scene/fact_words.hpp"
#include "scene/layout_context.hpp"

#include <algorithm>

namespace jejaring::scene {
namespace {

constexpr double kGap = 34;
constexpr double kBodyType = 15.5;
constexpr double kMapShare = 0.3; // of the page's height
constexpr double kMapShareAlone = 0.45;
constexpr double kWide = 1.5; // width to height, of a page that stands in columns

// Where there is little to list, the map has the room.
double mapShare(std::size_t listed) {
    constexpr std::size_t kFew = 4;
    return listed < kFew ? kMapShareAlone : kMapShare;
}

// What a map of a page looks at: where the ties lead, or the region's province.
enum class MapReach : std::uint8_t { ties, province };

Camera provinceCamera(const LayoutContext& context, const Rect& frame) {
    return regionCamera(*context.input.map->geometry, context.catalog().provinceOf(context.region()), frame);
}

Block mapBlock(LaidOut& page, const LayoutContext& context, LayoutMap map, double height,
               MapReach reach = MapReach::ties, bool legend = true) {
    Block block;
    block.id = map.id;
    block.name = JEJARING_TR("Map");
    block.kind = GroupKind::other;
    constexpr double kWidest = 0.6; // the world is twice as wide as it is high
    constexpr double kLeast = 0.55; // of its height, that it keeps where there is much to say
    block.flexible = block.yields = true;
    constexpr double kMost = 0.62; // of the page's height
    if (!map.highlight.visitId.empty() || reach == MapReach::province)
        block.most = context.height * kMost;
    block.least = height * kLeast;
    block.height = [height](double width) { return std::min(height, width * kWidest); };
    block.draw = [&page, &context, map, reach, legend](DisplayList& list, const Rect& frame) mutable {
        map.camera = !map.highlight.visitId.empty() ? visitCamera(*context.input.map, map.highlight.visitId, frame)
                     : reach == MapReach::province  ? provinceCamera(context, frame)
                                                    : tiesCamera(context, frame);
        map.dots = !map.camera || map.camera->metresPerUnit < kDotsNear;
        map.legend = legend && context.shows("legend");
        map.scaleBar = context.shows("scale");
        const std::size_t first = list.items.size();
        page.cameras[map.id] = appendLayoutMap(list, context, map, frame).camera;
        page.mapItems.emplace_back(first, list.items.size());
        addFurnitureParts(page, context, legend);
        RoundedRect edge;
        edge.rect = frame;
        edge.fill = withAlpha(context.style.line, 0);
        edge.stroke = context.style.line;
        edge.strokeWidth = 1;
        list.items.emplace_back(edge);
    };
    return block;
}

// Two blocks beside each other as one.
Block beside(LaidOut& page, const LayoutContext& context, std::vector<Block> left, std::vector<Block> right,
             double leftShare) {
    Block block;
    block.id = "row";
    block.name = "";
    const auto widths = [leftShare](double width) {
        const double first = (width - kGap) * leftShare;
        return std::pair{first, width - kGap - first};
    };
    const auto heightOf = [](const std::vector<Block>& blocks, double width) {
        double height = 0;
        for (const Block& each : blocks)
            if (const double own = each.height(width); own > 0)
                height += own + (height > 0 ? each.gap : 0);
        return height;
    };
    block.height = [left, right, widths, heightOf](double width) {
        const auto [first, second] = widths(width);
        return std::max(heightOf(left, first), heightOf(right, second));
    };
    block.draw = [&page, &context, left, right, widths](DisplayList& list, const Rect& frame) {
        const auto [first, second] = widths(frame.width);
        const auto column = [&](const std::vector<Block>& blocks, const Rect& area) {
            for (const PlacedBlock& each : stack(blocks, area))
                if (each.block->id == "row")
                    each.block->draw(list, each.frame);
                else if (const auto own = place(page, context, each.block->id, each.block->name.c_str(), each.frame,
                                                each.block->id == "map"))
                    appendPart(list, *each.block, *own);
        };
        column(left, {frame.x, frame.y, first, frame.height});
        column(right, {frame.x + first + kGap, frame.y, second, frame.height});
    };
    return block;
}

Table followUpTable(const LayoutContext& context, const std::vector<const core::FollowUp*>& followUps) {
    Table table;
    table.title = context.tr(JEJARING_TR("Follow-ups"));
    table.columns = {{context.tr(JEJARING_TR("What")), 2.6, false, true},
                     {context.tr(JEJARING_TR("Owner")), 1.2},
                     {context.tr(JEJARING_TR("Due")), 0.9, false, false, true},
                     {context.tr(JEJARING_TR("Done")), 0.9, false, false, true}};
    for (const core::FollowUp* each : followUps)
        table.rows.push_back({each->what, each->owner, each->due ? context.date(*each->due) : "",
                              each->done ? context.date(*each->done) : context.tr(JEJARING_TR("open"))});
    return table;
}

Table visitTable(const LayoutContext& context, const std::vector<const core::Visit*>& visits) {
    Table table;
    table.title = context.tr(JEJARING_TR("Visits and activities"));
    table.columns = {{context.tr(JEJARING_TR("Date")), 1.0, false, false, true},
                     {context.tr(JEJARING_TR("Visit")), 2.4, false, true},
                     {context.tr(JEJARING_TR("Visitor")), 1.4}};
    for (const core::Visit* visit : visits)
        table.rows.push_back({visit->start ? context.date(*visit->start) : context.tr(JEJARING_TR("undated")),
                              visit->title, visit->visitor});
    return table;
}

Table riskTable(const LayoutContext& context, const std::vector<const core::Risk*>& risks) {
    Table table;
    table.title = context.tr(JEJARING_TR("Risks and expected positive effects"));
    table.columns = {{context.tr(JEJARING_TR("What")), 2.2, false, true},
                     {context.tr(JEJARING_TR("Kind")), 0.9},
                     {context.tr(JEJARING_TR("Likelihood × severity")), 0.9},
                     {context.tr(JEJARING_TR("Mitigation")), 1.8}};
    for (const core::Risk* risk : risks)
        table.rows.push_back(
            {risk->what,
             context.tr(risk->sign == core::RiskSign::risk ? JEJARING_TR("risk") : JEJARING_TR("positive effect")),
             risk->likelihood > 0 && risk->severity > 0
                 ? context.number(risk->likelihood) + " × " + context.number(risk->severity)
                 : context.tr(JEJARING_TR("not assessed")),
             risk->mitigation});
    return table;
}

Block sourcesBlock(const LayoutContext& context, const std::vector<std::string>& sources) {
    Block block = textBlock(context, "sources", JEJARING_TR("Sources"), context.tr(JEJARING_TR("Sources")), {}, 11.5);
    const double type = 11.5;
    const auto numbered = [sources] {
        std::vector<std::string> lines;
        for (std::size_t i = 0; i < sources.size(); ++i)
            lines.push_back(std::to_string(i + 1) + ". " + sources[i]);
        return lines;
    };
    const double top = lineHeight(headingType(context)) + 6;
    constexpr std::size_t kLeastLines = 3;
    block.least =
        sources.empty() ? 0 : top + static_cast<double>(std::min(sources.size() + 1, kLeastLines)) * type * 1.34;
    block.height = [&context, numbered, top, type](double width) {
        double height = 0;
        for (const std::string& line : numbered())
            height += fitText(context.fonts, line, quietType(context, type), width, 2, 0.85).height();
        return height > 0 ? top + height + 2 : 0;
    };
    block.draw = [&context, numbered, type](DisplayList& list, const Rect& frame) {
        double y =
            appendBlock(
                list, fitText(context.fonts, context.tr(JEJARING_TR("Sources")), headingType(context), frame.width, 1),
                {frame.x, frame.y}) +
            6;
        const std::vector<std::string> lines = numbered();
        const double moreHeight = type * 1.34;
        for (std::size_t i = 0; i < lines.size(); ++i) {
            const TextBlock line = fitText(context.fonts, lines[i], quietType(context, type), frame.width, 2, 0.85);
            const bool last = i + 1 == lines.size();
            if (y + line.height() + (last ? 0 : moreHeight) > frame.bottom() + 1) {
                appendBlock(list,
                            fitText(context.fonts,
                                    context.tr(JEJARING_TR("and {0} more"),
                                               {context.number(static_cast<double>(lines.size() - i))}),
                                    quietType(context, type), frame.width, 1),
                            {frame.x, y});
                return;
            }
            y = appendBlock(list, line, {frame.x, y});
        }
    };
    return block;
}

// Where blocks would leave the lower part of a page empty, one that has use for it takes the room.
void fillRoom(std::vector<Block>& blocks, const Rect& area) {
    constexpr double kAir = 12;
    double left = area.height - kAir;
    for (const Block& block : blocks)
        if (const double height = block.height(area.width); height > 0)
            left -= height + (&block == &blocks.front() ? 0 : block.gap);
    for (Block& block : blocks) {
        const double height = block.height(area.width);
        if (const double more = std::min(left, block.most - height); block.most > 0 && height > 0 && more > 0) {
            block.height = [height, more](double) { return height + more; };
            left -= more;
        }
    }
}

void appendPage(LaidOut& page, const LayoutContext& context, const std::vector<Block>& blocks, const Rect& area) {
    std::vector<Block> shown;
    for (const Block& block : blocks)
        if (context.shows(block.id) && !context.layout.moved.contains(block.id))
            shown.push_back(block);
        else if (block.height(area.width) <= 0)
            continue;
        else if (const auto frame =
                     place(page, context, block.id, block.name.c_str(), {area.x, area.y, area.width, 60}))
            appendPart(page.list, block, *frame);
    fillRoom(shown, area);
    for (const PlacedBlock& each : stack(shown, area)) {
        if (each.block->id == "row")
            each.block->draw(page.list, each.frame);
        else if (const auto frame = place(page, context, each.block->id, each.block->name.c_str(), each.frame))
            appendPart(page.list, *each.block, *frame);
    }
}

LayoutMap smallMap(const LayoutContext& context) {
    LayoutMap map;
    map.data = context.input.map;
    map.scale = 0.9;
    return map;
}

// What is still to be done, and what may come of it.
void appendPlans(std::vector<Block>& blocks, const LayoutContext& context,
                 const std::vector<const core::FollowUp*>& followUps, const std::vector<const core::Risk*>& risks) {
    if (!followUps.empty())
        blocks.push_back(
            tableBlock(context, "follow-ups", JEJARING_TR("Follow-ups"), followUpTable(context, followUps)));
    if (!risks.empty())
        blocks.push_back(tableBlock(context, "risks", JEJARING_TR("Risks"), riskTable(context, risks)));
}

std::vector<Block> regionBlocks(LaidOut& page, const LayoutContext& context) {
    const core::RegionIndex region = context.region();
    const analysis::RegionFacts facts = context.facts();
    LayoutMap map = smallMap(context);
    map.highlight.selection = {context.acting()}; // from which the arcs lead
    if (context.acting() != region)
        map.highlight.selection.push_back(region);
    page.sources = sourceLines(context, facts.agreements, facts.visits);
    Table agreements = agreementTable(context, facts.agreements, context.actingCode(), true);
    agreements.title = agreementsTitle(context, facts.agreements.size(), facts.outside, facts.later);
    std::vector<Block> blocks;
    blocks.push_back(textBlock(context, "summary", JEJARING_TR("Summary"), "", regionSentences(context), kBodyType));
    const bool recorded =
        context.input.map->impact.regions[region].state != analysis::ValueState::noRecord || !facts.agreements.empty();
    if (recorded && context.width > kWide * context.height) {
        // Beside each other there is room for more rows than below each other.
        constexpr double kLeft = 0.4;
        Block numbers =
            beside(page, context, {scoreBlock(context, region)}, {seriesBlock(context, context.acting())}, 0.5);
        std::vector<Block> right{numbers, tableBlock(context, "agreements", JEJARING_TR("Agreements"), agreements)};
        if (!facts.visits.empty())
            right.push_back(tableBlock(context, "visits", JEJARING_TR("Visits"), visitTable(context, facts.visits)));
        appendPlans(right, context, facts.followUps, facts.risks);
        std::vector<Block> left = blocks;
        left.push_back(mapBlock(page, context, map, context.height * kMapShareAlone, MapReach::ties, false));
        left.push_back(classesBlock(context));
        Block all = beside(page, context, std::move(left), std::move(right), kLeft);
        all.flexible = true;
        all.least = context.height * kMapShareAlone;
        return {all};
    }
    if (recorded) {
        // A map so small has no corner to spare.
        blocks.push_back(beside(
            page, context,
            {mapBlock(page, context, map, context.height * kMapShare, MapReach::ties, false), classesBlock(context)},
            {scoreBlock(context, region), seriesBlock(context, context.acting())}, 0.54));
        blocks.push_back(tableBlock(context, "agreements", JEJARING_TR("Agreements"), agreements));
    } else { // there are no numbers to stand beside it, and no ties to lead out of the province
        blocks.push_back(mapBlock(page, context, map, context.height * kMapShareAlone, MapReach::province));
        blocks.push_back(aroundBlock(context, region));
    }
    if (!facts.visits.empty())
        blocks.push_back(tableBlock(context, "visits", JEJARING_TR("Visits"), visitTable(context, facts.visits)));
    appendPlans(blocks, context, facts.followUps, facts.risks);
    blocks.push_back(sourcesBlock(context, page.sources));
    return blocks;
}

std::vector<Block> partnerBlocks(LaidOut& page, const LayoutContext& context) {
    const core::Partner& partner = *context.partner();
    const PartnerAgreements all = agreementsWith(context, partner);
    const std::vector<const core::Agreement*>& agreements = all.shown;
    page.sources = sourceLines(context, agreements, {});
    Table table;
    table.title = agreementsTitle(context, agreements.size(), all.outside, all.later);
    table.columns = {{context.tr(JEJARING_TR("Region")), 1.5, false, true},
                     {context.tr(JEJARING_TR("Sectors")), 2.0},
                     {context.tr(JEJARING_TR("Signed")), 0.9, false, false, true},
                     {statusHeading(context), 1.1}};
    LayoutMap map = smallMap(context);
    map.highlight.partnerId = partner.id;
    for (const core::Agreement* agreement : agreements) {
        std::string regions;
        for (const core::Party& party : agreement->parties)
            if (party.partnerId.empty())
                if (const auto index = context.catalog().find(party.region)) {
                    regions += (regions.empty() ? "" : ", ") + context.catalog()[*index].name;
                    map.highlight.selection.push_back(*index);
                }
        const std::string sectors = sectorList(context.project(), context.look.language, agreement->sectors);
        table.rows.push_back(
            {regions, sectors.empty() ? context.tr(JEJARING_TR("not stated")) : sectors,
             agreement->signedOn ? context.date(*agreement->signedOn) : context.tr(JEJARING_TR("undated")),
             context.tr(lifeOf(*agreement, context.input.map->today))});
    }
    std::vector<Block> blocks{
        textBlock(context, "summary", JEJARING_TR("Summary"), "", partnerSentences(context), kBodyType),
        mapBlock(page, context, map, context.height * mapShare(agreements.size())),
        tableBlock(context, "agreements", JEJARING_TR("Agreements"), table)};
    // What was agreed on visits and led to these agreements, and what may come of them.
    const auto isHere = [&](const std::string& agreementId) {
        return !agreementId.empty() &&
               std::any_of(agreements.begin(), agreements.end(),
                           [&](const core::Agreement* each) { return each->id == agreementId; });
    };
    std::vector<const core::FollowUp*> followUps;
    const analysis::FactScope scope = scopeOf(*context.input.map);
    const analysis::OccasionIndex occasions(context.project());
    for (const core::FollowUp& each : context.project().followUps)
        if (isHere(each.agreementId) && !analysis::cameLater(occasions.begun(each), scope))
            followUps.push_back(&each);
    std::vector<const core::Visit*> visits;
    for (const core::Visit& visit : context.project().visits)
        if (!analysis::cameLater(visit.start, scope) &&
            std::any_of(followUps.begin(), followUps.end(),
                        [&](const core::FollowUp* each) { return each->visitId == visit.id; }))
            visits.push_back(&visit);
    std::vector<const core::Risk*> risks;
    for (const core::Risk& risk : context.project().risks)
        if (isHere(risk.agreementId))
            risks.push_back(&risk);
    analysis::sortByWeight(risks);
    if (!visits.empty())
        blocks.push_back(tableBlock(context, "visits", JEJARING_TR("Visits"), visitTable(context, visits)));
    appendPlans(blocks, context, followUps, risks);
    blocks.push_back(sourcesBlock(context, page.sources));
    return blocks;
}

std::vector<Block> visitBlocks(LaidOut& page, const LayoutContext& context) {
    const core::Visit& visit = *context.visit();
    page.sources = sourceLines(context, {}, {&visit});
    LayoutMap map = smallMap(context);
    map.highlight.visitId = visit.id;
    std::vector<const core::FollowUp*> followUps;
    for (const core::FollowUp& each : context.project().followUps)
        if (each.visitId == visit.id)
            followUps.push_back(&each);
    std::vector<Block> blocks{
        textBlock(context, "summary", JEJARING_TR("Summary"), "", visitSentences(context), kBodyType),
        mapBlock(page, context, map, context.height * mapShare(visit.stops.size() + followUps.size())),
        stopsBlock(context, visit)};
    // Risks of the places visited, and of what the visit led to.
    const auto visited = [&visit](const core::RegionCode& region) {
        return !region.empty() &&
               (region == visit.province || std::any_of(visit.stops.begin(), visit.stops.end(),
                                                        [&](const core::Stop& stop) { return stop.region == region; }));
    };
    const auto ledTo = [&followUps](const std::string& agreementId) {
        return !agreementId.empty() && std::any_of(followUps.begin(), followUps.end(), [&](const core::FollowUp* each) {
            return each->agreementId == agreementId;
        });
    };
    std::vector<const core::Risk*> risks;
    for (const core::Risk& risk : context.project().risks)
        if (visited(risk.region) || ledTo(risk.agreementId))
            risks.push_back(&risk);
    analysis::sortByWeight(risks);
    appendPlans(blocks, context, followUps, risks);
    blocks.push_back(sourcesBlock(context, page.sources));
    return blocks;
}

// By name, of what the brief is made from.
std::vector<std::string> briefSources(const LayoutContext& context) {
    if (context.layout.kind == TemplateKind::partnerBrief)
        return sourceNames(context, agreementsWith(context, *context.partner()).shown, {});
    if (context.layout.kind == TemplateKind::visitBrief)
        return sourceNames(context, {}, {context.visit()});
    const analysis::RegionFacts facts = context.facts();
    return sourceNames(context, facts.agreements, facts.visits);
}

} // namespace

void layOutBrief(LaidOut& page, const LayoutContext& context) {
    page.list.background = context.look.theme == Theme::light ? context.style.panel : context.style.sea;
    std::string title;
    std::string subtitle;
    const auto join = [&](const std::string& part) {
        if (!part.empty())
            subtitle += (subtitle.empty() ? "" : " · ") + part;
    };
    if (context.layout.kind == TemplateKind::regionBrief) {
        const core::Region& region = context.catalog()[context.region()];
        title = region.name;
        join(region.code.text());
        if (!region.bpsCode.empty())
            join("BPS " + region.bpsCode);
        if (region.level() == core::RegionLevel::regency)
            if (const auto province = context.catalog().find(region.code.province()))
                join(context.catalog()[*province].name);
        join(context.tr(JEJARING_TR("as of {0}"), {context.date(context.input.map->view.date)}));
    } else if (context.layout.kind == TemplateKind::partnerBrief) {
        const core::Partner& partner = *context.partner();
        title = partner.name;
        if (!partner.country.empty())
            join(text::countryName(context.look.language, partner.country));
        join(context.tr(JEJARING_TR("as of {0}"), {context.date(context.input.map->view.date)}));
    } else {
        const core::Visit& visit = *context.visit();
        title = visit.title;
        join(visit.visitor);
        join(visit.ministry);
        join(visitDates(context, visit));
    }
    const double top = appendHeader(page, context, title, subtitle);
    std::vector<Block> blocks;
    if (context.layout.kind == TemplateKind::regionBrief)
        blocks = regionBlocks(page, context);
    else if (context.layout.kind == TemplateKind::partnerBrief)
        blocks = partnerBlocks(page, context);
    else
        blocks = visitBlocks(page, context);
    // Where there is no room for a list of sources, the source line names them.
    const auto areaAbove = [&](double bottom) {
        return Rect{context.margin, top, context.width - 2 * context.margin, bottom - top - 16};
    };
    LaidOut sketch;
    sketch.list.fonts = context.look.fonts;
    const Rect plain = areaAbove(appendFooter(sketch, context));
    const std::vector<PlacedBlock> placed = stack(blocks, plain);
    const bool listed =
        context.shows("sources") &&
        std::any_of(placed.begin(), placed.end(), [](const PlacedBlock& each) { return each.block->id == "sources"; });
    const Rect area =
        areaAbove(appendFooter(page, context, listed ? std::vector<std::string>{} : briefSources(context)));
    appendPage(page, context, blocks, area);
}

} // namespace jejaring::scene
