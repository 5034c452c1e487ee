// SPDX-License-Identifier: MIT
#include "scene/layout.hpp"

#include "scene/layout_context.hpp"
#include "scene/picture.hpp"

#include <algorithm>
#include <array>

namespace jejaring::scene {
namespace {

// One page about nothing: why it is empty, where its title would stand.
void appendMissing(LaidOut& page, const LayoutContext& context, const core::Message& message) {
    appendBlock(page.list,
                fitText(context.fonts, text::translate(context.look.language, message), subtitleType(context),
                        context.width - 2 * context.margin, 4),
                {context.margin, context.margin});
}

// What was moved onto a map is to be seen there, wherever it stands in the order of the page.
void putMapsBelow(LaidOut& page) {
    std::vector<Item>& items = page.list.items;
    std::size_t front = 0;
    for (const auto& [first, last] : page.mapItems) {
        const auto at = [&](std::size_t index) { return items.begin() + static_cast<std::ptrdiff_t>(index); };
        std::rotate(at(front), at(first), at(last));
        front += last - first;
    }
}

// Nothing behind what the page shows; a line of the ground keeps type apart from whatever the page is laid on, as in
// composePicture. Legends and insets that begin with a panel have a ground of their own.
void leaveOutGround(LaidOut& page, const LayoutContext& context) {
    constexpr float kHalo = 2.2F;
    page.list.background = withAlpha(page.list.background, 0);
    std::size_t depth = 0;
    std::size_t panelled = 0; // depth of a legend or an inset; 0 outside
    for (std::size_t i = 0; i < page.list.items.size(); ++i) {
        Item& item = page.list.items[i];
        if (const auto* group = std::get_if<BeginGroup>(&item)) {
            ++depth;
            const bool panel = i + 1 < page.list.items.size() &&
                               std::holds_alternative<RoundedRect>(page.list.items[i + 1]) &&
                               (group->kind == GroupKind::legend || group->kind == GroupKind::inset);
            if (panelled == 0 && panel)
                panelled = depth;
        } else if (std::holds_alternative<EndGroup>(item)) {
            panelled = panelled == depth ? 0 : panelled;
            --depth;
        } else if (auto* run = std::get_if<GlyphRun>(&item); run != nullptr && panelled == 0 && !(run->haloWidth > 0)) {
            run->halo = context.style.halo;
            run->haloWidth = kHalo;
            if (run->color == context.style.muted)
                run->color = context.style.text;
        }
    }
}

} // namespace

std::span<const TemplateInfo> templates() {
    using enum TemplateKind;
    static const std::array<TemplateInfo, 8> kTemplates{
        TemplateInfo{choropleth, "choropleth", JEJARING_TR("Map"),
                     JEJARING_TR("The map with title, legend and source line"), SubjectKind::country, "16:9"},
        TemplateInfo{partners, "partners", JEJARING_TR("Partners of a region"),
                     JEJARING_TR("Arcs from a region to its partners, and a table of them"), SubjectKind::region,
                     "16:9"},
        TemplateInfo{itinerary, "itinerary", JEJARING_TR("Itinerary"),
                     JEJARING_TR("The route of a visit and its stops"), SubjectKind::visit, "16:9"},
        TemplateInfo{beforeAfter, "before-after", JEJARING_TR("Before and after"),
                     JEJARING_TR("The map at two dates, and what changed"), SubjectKind::country, "16:9"},
        TemplateInfo{profile, "profile", JEJARING_TR("Profile of a region"),
                     JEJARING_TR("A region's map, numbers, agreements and profile"), SubjectKind::region, "16:9"},
        TemplateInfo{regionBrief, "region-brief", JEJARING_TR("Brief on a region"),
                     JEJARING_TR("One page: sentences, numbers, agreements, visits, risks and sources"),
                     SubjectKind::region, "a4-portrait"},
        TemplateInfo{partnerBrief, "partner-brief", JEJARING_TR("Brief on a partner"),
                     JEJARING_TR("One page: who has agreements with a partner, in which sectors, and the sources"),
                     SubjectKind::partner, "a4-portrait"},
        TemplateInfo{visitBrief, "visit-brief", JEJARING_TR("Brief on a visit"),
                     JEJARING_TR("One page: purpose, route, stops, follow-ups and sources"), SubjectKind::visit,
                     "a4-portrait"},
    };
    return kTemplates;
}

const TemplateInfo& templateInfo(TemplateKind kind) {
    return templates()[static_cast<std::size_t>(kind)];
}

std::optional<TemplateKind> parseTemplate(std::string_view id) {
    for (const TemplateInfo& info : templates())
        if (id == info.id)
            return info.kind;
    return std::nullopt;
}

std::optional<core::Message> missingSubject(const LayoutInput& input, const Layout& layout) {
    const core::Project& project = *input.map->project;
    switch (templateInfo(layout.kind).subject) {
    case SubjectKind::country:
        break;
    case SubjectKind::region:
        if (layout.region.empty())
            return core::warning(JEJARING_TR("Choose a region: this page is about one."));
        if (!input.map->geometry->catalog().find(layout.region))
            return core::warning(JEJARING_TR("There is no region {0} in the boundaries."), {layout.region.text()});
        break;
    case SubjectKind::partner:
        if (layout.partnerId.empty())
            return core::warning(JEJARING_TR("Choose a partner: this page is about one."));
        if (core::findPartner(project, layout.partnerId) == nullptr)
            return core::warning(JEJARING_TR("There is no partner {0} in the project."), {layout.partnerId});
        break;
    case SubjectKind::visit:
        if (layout.visitId.empty())
            return core::warning(JEJARING_TR("Choose a visit: this page is about one."));
        if (core::findVisit(project, layout.visitId) == nullptr)
            return core::warning(JEJARING_TR("There is no visit {0} in the project."), {layout.visitId});
        break;
    }
    return std::nullopt;
}

std::optional<Rect> place(LaidOut& page, const LayoutContext& context, const std::string& id, const char* name,
                          const Rect& computed, bool map, bool text) {
    const auto own = context.layout.moved.find(id);
    PlacedPart part{id, name, own == context.layout.moved.end() ? computed : own->second, map, text};
    page.parts.push_back(part);
    if (!context.shows(id))
        return std::nullopt;
    return part.frame;
}

LaidOut layOut(const LayoutInput& input, const Layout& layout) {
    const LayoutContext context = makeLayoutContext(input, layout);
    LaidOut page;
    page.list.width = context.width;
    page.list.height = context.height;
    page.list.background = context.style.sea;
    page.list.fonts = context.look.fonts;
    if (const auto missing = missingSubject(input, layout)) {
        appendMissing(page, context, *missing);
        if (input.transparent)
            leaveOutGround(page, context);
        return page;
    }
    switch (layout.kind) {
    case TemplateKind::choropleth:
        layOutChoropleth(page, context);
        break;
    case TemplateKind::partners:
    case TemplateKind::itinerary:
    case TemplateKind::beforeAfter:
    case TemplateKind::profile:
        layOutSlide(page, context);
        break;
    case TemplateKind::regionBrief:
    case TemplateKind::partnerBrief:
    case TemplateKind::visitBrief:
        layOutBrief(page, context);
        break;
    }
    if (!layout.moved.empty())
        putMapsBelow(page);
    appendAdded(page, context);
    if (input.transparent)
        leaveOutGround(page, context);
    return page;
}

} // namespace jejaring::scene
