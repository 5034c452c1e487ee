// SPDX-License-Identifier: MIT
// Sentences and tables of a page, computed from the data alone.
#include "analysis/credit.hpp"
#include "scene/fact_words.hpp"
#include "scene/indicator_words.hpp"
#include "scene/layout_context.hpp"
#include "scene/map_context.hpp"
#include "text/locale_format.hpp"

#include <algorithm>
#include <cmath>
#include <set>

namespace jejaring::scene {
namespace {

std::string countryOf(const LayoutContext& context, const core::Agreement& agreement) {
    std::string names =
        countryNames([&context](const std::string& id) { return core::findPartner(context.project(), id); }, agreement,
                     context.look.language);
    return names.empty() && agreement.parties.size() > 1 ? text::countryName(context.look.language, "IDN") : names;
}

// Names of the parties within a region.
std::string ownRegions(const LayoutContext& context, const core::Agreement& agreement, const core::RegionCode& region) {
    std::vector<std::string> names;
    for (const core::Party& party : agreement.parties)
        if (analysis::covers(region, party.region, false))
            if (const auto index = context.catalog().find(party.region))
                names.push_back(labelName(context.catalog()[*index]));
    std::string joined;
    for (const std::string& name : names)
        joined += (joined.empty() ? "" : ", ") + name;
    return joined;
}

std::string listed(const LayoutContext& context, const std::vector<std::string>& names) {
    std::string text;
    for (std::size_t i = 0; i < names.size(); ++i)
        text += (i == 0 ? "" : (i + 1 == names.size() ? context.tr(JEJARING_TR(" and ")) : ", ")) + names[i];
    return text;
}

// "Seattle (1992)"
std::string withYear(const LayoutContext& context, const core::Agreement& agreement, const core::RegionCode& region) {
    return counterpartName(context.project(), context.catalog(), agreement, region) + " (" +
           std::to_string(agreement.signedOn->year) + ")";
}

std::vector<std::string> topSectors(const LayoutContext& context,
                                    const std::vector<std::pair<std::string, int>>& counts, std::size_t most) {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < std::min(most, counts.size()); ++i)
        names.push_back(sectorName(context.project(), context.look.language, counts[i].first) + " (" +
                        context.number(counts[i].second) + ")");
    return names;
}

// How many agreements a region has, and how many of them run. Precondition: one is recorded.
std::string countSentence(const LayoutContext& context, const std::string& name, const analysis::RegionImpact& impact) {
    std::string text;
    if (impact.recorded == 1)
        text = context.tr(impact.inForce == 1 ? JEJARING_TR("{0} has one agreement recorded, which is in force.")
                                              : JEJARING_TR("{0} has one agreement recorded, which is not in force."),
                          {name});
    else if (impact.inForce == 0)
        text = context.tr(JEJARING_TR("{0} has {1} agreements recorded, none of them in force."),
                          {name, context.number(impact.recorded)});
    else if (impact.countryCount == 1)
        text = context.tr(JEJARING_TR("{0} has {1} {1:agreement|agreements} in force out of {2} recorded, with "
                                      "partners in one country or province."),
                          {name, context.number(impact.inForce), context.number(impact.recorded)});
    else
        text = context.tr(JEJARING_TR("{0} has {1} {1:agreement|agreements} in force out of {2} recorded, with "
                                      "partners in {3} {3:country or province|countries or provinces}."),
                          {name, context.number(impact.inForce), context.number(impact.recorded),
                           context.number(impact.countryCount)});
    if (impact.assumed == 1 && impact.recorded == 1)
        text += " " + context.tr(JEJARING_TR("That is assumed, as the source does not say whether it still runs."));
    else if (impact.assumed == 1)
        text += " " + context.tr(JEJARING_TR("One of them is assumed to be in force, as the source does not say "
                                             "whether it still runs."));
    else if (impact.assumed > 1)
        text += " " + context.tr(JEJARING_TR("{0} of them {0:is|are} assumed to be in force, as the source does not "
                                             "say whether {0:it still runs|they still run}."),
                                 {context.number(impact.assumed)});
    return text;
}

// The sources of what is shown, each once.
std::vector<const core::Source*> cited(const LayoutContext& context,
                                       const std::vector<const core::Agreement*>& agreements,
                                       const std::vector<const core::Visit*>& visits) {
    std::vector<const core::Source*> sources;
    std::set<std::string> seen;
    const auto cite = [&](const std::string& id) {
        if (const core::Source* source = core::findSource(context.project(), id); source && seen.insert(id).second)
            sources.push_back(source);
    };
    // Of what the colours of its maps show.
    if (const auto& series = context.input.map->series)
        for (const std::string& id : series->sourceIds)
            cite(id);
    for (const core::Agreement* agreement : agreements)
        cite(agreement->sourceId);
    for (const core::Visit* visit : visits) {
        cite(visit->sourceId);
        for (const core::Stop& stop : visit->stops)
            cite(stop.sourceId);
    }
    return sources;
}

// Enough of a source to find it by: who published it, or its title.
std::string shortName(const core::Source& source) {
    return !source.publisher.empty() ? source.publisher : !source.title.empty() ? source.title : source.address;
}

} // namespace

bool standing(const LayoutContext& context, const core::Agreement& agreement) {
    return analysis::standingOn(agreement, context.input.map->view.date, context.input.map->today) !=
           analysis::Standing::notInForce;
}

std::string agreementsTitle(const LayoutContext& context, std::size_t shown, int outside, int later) {
    const std::string whose = context.region() == core::kNoRegion ? "" : context.authority();
    std::string title =
        whose.empty() ? context.tr(JEJARING_TR("Agreements")) : context.tr(JEJARING_TR("Agreements of {0}"), {whose});
    const auto passing = static_cast<double>(shown) + later;
    if (outside > 0)
        title += " · " + context.tr(JEJARING_TR("{0} of {1} in the filters"),
                                    {context.number(passing), context.number(passing + outside)});
    if (later > 0)
        title += " · " + context.tr(JEJARING_TR("{0} later ones left out"), {context.number(later)});
    return title;
}

std::string noAgreement(const LayoutContext& context, int outside) {
    return context.tr(outside > 0 ? JEJARING_TR("No agreement recorded here passes the filters.")
                                  : JEJARING_TR("No agreement is recorded here. That is not the same as zero."));
}

std::string statusHeading(const LayoutContext& context) {
    return context.tr(context.input.map->view.date == context.input.map->today ? JEJARING_TR("Status")
                                                                               : JEJARING_TR("Status today"));
}

Table agreementTable(const LayoutContext& context, const std::vector<const core::Agreement*>& agreements,
                     const core::RegionCode& region, bool wide) {
    Table table;
    table.columns = {{context.tr(JEJARING_TR("Partner")), 1.5, false, true},
                     {context.tr(JEJARING_TR("Country")), 1.0},
                     {context.tr(JEJARING_TR("Signed")), 0.85, false, false, true}};
    if (wide) {
        table.columns.insert(table.columns.begin() + 2, {context.tr(JEJARING_TR("Sectors")), 1.7});
        table.columns.push_back({statusHeading(context), 1.0});
    }
    // Of a province the agreements of its kabupaten/kota, too: whose each one is.
    const bool province = !region.empty() && region.level() == core::RegionLevel::province;
    if (province)
        table.columns.insert(table.columns.begin(), {context.tr(JEJARING_TR("Region")), 1.2});
    for (const core::Agreement* agreement : agreements) {
        std::string partner = counterpartName(context.project(), context.catalog(), *agreement, region);
        if (partner.empty())
            partner = context.tr(JEJARING_TR("Partner not stated"));
        // A narrow table has no column that tells what is an agreement and what is not yet, or no longer, one.
        if (!wide && !standing(context, *agreement) &&
            !analysis::leftOutOn(*agreement, context.input.map->view.date, context.input.map->today))
            partner += " (" + context.tr(JEJARING_TR("not in force")) + ")";
        std::vector<std::string> row{partner, countryOf(context, *agreement),
                                     agreement->signedOn ? context.date(*agreement->signedOn)
                                                         : context.tr(JEJARING_TR("undated"))};
        if (wide) {
            const std::string sectors = sectorList(context.project(), context.look.language, agreement->sectors);
            row.insert(row.begin() + 2, sectors.empty() ? context.tr(JEJARING_TR("not stated")) : sectors);
            row.push_back(context.tr(lifeOf(*agreement, context.input.map->today)));
        }
        if (province)
            row.insert(row.begin(), ownRegions(context, *agreement, region));
        table.rows.push_back(std::move(row));
    }
    // Where all are the region's own, the page says whose they are.
    if (province) {
        const auto index = context.catalog().find(region);
        const std::string own = index ? labelName(context.catalog()[*index]) : std::string();
        if (std::all_of(table.rows.begin(), table.rows.end(), [&](const auto& row) { return row.front() == own; })) {
            table.columns.erase(table.columns.begin());
            for (std::vector<std::string>& row : table.rows)
                row.erase(row.begin());
        }
    }
    table.empty = context.tr(JEJARING_TR("No agreement is recorded here. That is not the same as zero."));
    return table;
}

std::vector<std::string> regionSentences(const LayoutContext& context) {
    std::vector<std::string> sentences;
    const core::RegionIndex region = context.region();
    const analysis::RegionImpact& impact = context.input.map->impact.regions[region];
    const analysis::RegionFacts facts = context.facts();
    const std::string& name = context.catalog()[region].name;
    const core::RegionCode& code = context.actingCode();
    if (context.acting() != region)
        sentences.push_back(
            context.tr(JEJARING_TR("Cooperation is the authority of the province here: the agreements of "
                                   "{0} are those of {1}."),
                       {name, context.catalog()[context.acting()].name}));
    const bool recorded = impact.state != analysis::ValueState::noRecord;
    if (recorded && facts.outside > 0)
        sentences.push_back(
            context.tr(JEJARING_TR("Filters leave out {0} {0:agreement|agreements}; what follows is of the others."),
                       {context.number(facts.outside)}));
    if (recorded)
        sentences.push_back(countSentence(context, name, impact));
    else if (facts.outside > 0)
        sentences.push_back(
            context.tr(JEJARING_TR("None of the recorded agreements of {0} passes the filters, which leave out {1}."),
                       {name, context.number(facts.outside)}));
    else
        sentences.push_back(
            context.tr(JEJARING_TR("No agreement of {0} is recorded. That is not the same as zero."), {name}));
    if (facts.later > 0)
        sentences.push_back(
            context.tr(JEJARING_TR("{0} {0:agreement|agreements} came after this date and {0:is|are} not listed."),
                       {context.number(facts.later)}));
    std::vector<const core::Agreement*> dated;
    for (const core::Agreement* agreement : facts.agreements)
        if (agreement->signedOn && standing(context, *agreement))
            dated.push_back(agreement);
    if (dated.size() > 1)
        sentences.push_back(
            context.tr(JEJARING_TR("The oldest in force is with {0}, the latest with {1}."),
                       {withYear(context, *dated.back(), code), withYear(context, *dated.front(), code)}));
    if (!facts.sectors.empty())
        sentences.push_back(context.tr(JEJARING_TR("Sectors named most: {0}."),
                                       {listed(context, topSectors(context, facts.sectors, 3))}));
    if (impact.state == analysis::ValueState::value && facts.rank.rank > 0)
        sentences.push_back(context.tr(
            JEJARING_TR(
                "Its cooperation impact is {0} of 100, rank {1} of {2}; the sources state {3} of what is asked."),
            {context.number(std::round(impact.score)), context.number(facts.rank.rank),
             context.number(facts.rank.ranked), text::formatPercent(context.look.language, impact.completeness)}));
    if (facts.visits.size() == 1)
        sentences.push_back(context.tr(JEJARING_TR("One visit or activity of officials is recorded.")));
    else if (!facts.visits.empty())
        sentences.push_back(context.tr(
            JEJARING_TR("{0} {0:visit or activity of officials is|visits or activities of officials are} recorded."),
            {context.number(static_cast<double>(facts.visits.size()))}));
    if (!facts.followUps.empty()) {
        const core::Day day = std::min(context.input.map->view.date, context.input.map->today);
        int done = 0;
        int late = 0;
        for (const core::FollowUp* followUp : facts.followUps) {
            const bool isDone = followUp->done && followUp->done->earliest() <= day;
            done += isDone ? 1 : 0;
            late += !isDone && followUp->due && followUp->due->latest() < day ? 1 : 0;
        }
        sentences.push_back(context.tr(
            JEJARING_TR("Follow-ups: {0}, of which {1} done and {2} overdue."),
            {context.number(static_cast<double>(facts.followUps.size())), context.number(done), context.number(late)}));
    }
    return sentences;
}

PartnerAgreements agreementsWith(const LayoutContext& context, const core::Partner& partner) {
    PartnerAgreements agreements;
    const analysis::FactScope scope = scopeOf(*context.input.map);
    for (const core::Agreement& agreement : context.project().agreements) {
        if (std::none_of(agreement.parties.begin(), agreement.parties.end(),
                         [&](const core::Party& party) { return party.partnerId == partner.id; }))
            continue;
        if (!analysis::passes(scope.filter, agreement, context.project()))
            ++agreements.outside;
        else if (analysis::cameLater(analysis::begunOn(agreement), scope))
            ++agreements.later;
        else
            agreements.shown.push_back(&agreement);
    }
    std::stable_sort(agreements.shown.begin(), agreements.shown.end(), [](const auto* a, const auto* b) {
        return b->signedOn.value_or(core::PartialDate{}) < a->signedOn.value_or(core::PartialDate{});
    });
    return agreements;
}

std::vector<std::string> partnerSentences(const LayoutContext& context) {
    std::vector<std::string> sentences;
    const core::Partner& partner = *context.partner();
    const PartnerAgreements all = agreementsWith(context, partner);
    const std::vector<const core::Agreement*>& agreements = all.shown;
    if (all.outside > 0 && !agreements.empty())
        sentences.push_back(
            context.tr(JEJARING_TR("Filters leave out {0} {0:agreement|agreements}; what follows is of the others."),
                       {context.number(all.outside)}));
    std::set<core::RegionCode> regions;
    int inForce = 0;
    for (const core::Agreement* agreement : agreements) {
        inForce += standing(context, *agreement) ? 1 : 0;
        for (const core::Party& party : agreement->parties)
            if (!party.region.empty() && party.partnerId.empty())
                regions.insert(party.region);
    }
    if (agreements.empty() && all.outside > 0)
        sentences.push_back(
            context.tr(JEJARING_TR("None of the recorded agreements of {0} passes the filters, which leave out {1}."),
                       {partner.name, context.number(all.outside)}));
    else if (agreements.empty())
        sentences.push_back(
            context.tr(JEJARING_TR("No agreement of {0} is recorded. That is not the same as zero."), {partner.name}));
    else if (agreements.size() == 1)
        sentences.push_back(context.tr(inForce == 1
                                           ? JEJARING_TR("{0} has one agreement recorded, which is in force.")
                                           : JEJARING_TR("{0} has one agreement recorded, which is not in force."),
                                       {partner.name}));
    else if (regions.size() == 1)
        sentences.push_back(context.tr(
            JEJARING_TR("{0} has {1} agreements recorded with one region of Indonesia, {2} of them in force."),
            {partner.name, context.number(static_cast<double>(agreements.size())), context.number(inForce)}));
    else
        sentences.push_back(context.tr(
            JEJARING_TR("{0} has {1} agreements recorded with {2} regions of Indonesia, {3} of them in force."),
            {partner.name, context.number(static_cast<double>(agreements.size())),
             context.number(static_cast<double>(regions.size())), context.number(inForce)}));
    if (all.later > 0)
        sentences.push_back(
            context.tr(JEJARING_TR("{0} {0:agreement|agreements} came after this date and {0:is|are} not listed."),
                       {context.number(all.later)}));
    if (!partner.place)
        sentences.push_back(context.tr(JEJARING_TR("Its place is not known, so that no arc leads there.")));
    return sentences;
}

std::string visitDates(const LayoutContext& context, const core::Visit& visit) {
    if (!visit.start)
        return "";
    const std::string start = text::formatDate(context.look.language, *visit.start);
    return visit.end && *visit.end != *visit.start ? start + " – " + text::formatDate(context.look.language, *visit.end)
                                                   : start;
}

std::vector<std::string> visitSentences(const LayoutContext& context) {
    std::vector<std::string> sentences;
    const core::Visit& visit = *context.visit();
    const auto add = [&](const char* label, const std::string& text) {
        if (!text.empty())
            sentences.push_back(context.tr(label) + ": " + text);
    };
    add(JEJARING_TR("Purpose"), visit.purpose);
    add(JEJARING_TR("Expected effect"), visit.expectedEffect);
    add(JEJARING_TR("Focus"), visit.focus);
    int held = 0;
    int cancelled = 0;
    for (const core::Stop& stop : visit.stops) {
        held += stop.status == core::StopStatus::held ? 1 : 0;
        cancelled += stop.status == core::StopStatus::cancelled ? 1 : 0;
    }
    if (visit.stops.size() == 1) {
        sentences.push_back(context.tr(held > 0        ? JEJARING_TR("One stop is recorded, and was held.")
                                       : cancelled > 0 ? JEJARING_TR("One stop is recorded, and was cancelled.")
                                                       : JEJARING_TR("One stop is recorded.")));
    } else if (!visit.stops.empty()) {
        std::string text = context.tr(JEJARING_TR("{0} {0:stop is|stops are} recorded, {1} of them held."),
                                      {context.number(static_cast<double>(visit.stops.size())), context.number(held)});
        if (cancelled > 0)
            text += " " + (cancelled == 1
                               ? context.tr(JEJARING_TR("One was cancelled."))
                               : context.tr(JEJARING_TR("{0} {0:was|were} cancelled."), {context.number(cancelled)}));
        sentences.push_back(text);
    }
    return sentences;
}

std::vector<std::string> sourceLines(const LayoutContext& context,
                                     const std::vector<const core::Agreement*>& agreements,
                                     const std::vector<const core::Visit*>& visits) {
    std::vector<std::string> lines;
    for (const core::Source* source : cited(context, agreements, visits)) {
        std::string line = citation(*source, context.look.language);
        if (!source->address.empty() && !source->title.empty())
            line += " – " + source->address;
        lines.push_back(line);
    }
    return lines;
}

std::vector<std::string> sourceNames(const LayoutContext& context,
                                     const std::vector<const core::Agreement*>& agreements,
                                     const std::vector<const core::Visit*>& visits) {
    std::vector<std::string> names;
    for (const core::Source* source : cited(context, agreements, visits)) {
        std::string name = shortName(*source);
        if (!name.empty() && std::find(names.begin(), names.end(), name) == names.end())
            names.push_back(std::move(name));
    }
    return names;
}

std::string replaceTokens(const LayoutInput& input, const Layout& layout, std::string_view text) {
    const LayoutContext context = makeLayoutContext(input, layout);
    const core::RegionIndex region = context.region();
    const auto valueOf = [&](std::string_view token) -> std::optional<std::string> {
        const bool known = region != core::kNoRegion;
        if (token == "name") {
            if (known)
                return context.catalog()[region].name;
            if (const core::Visit* visit = context.visit())
                return visit->title;
            if (const core::Partner* partner = context.partner())
                return partner->name;
            return "Indonesia";
        }
        if (token == "code")
            return known ? context.catalog()[region].code.text() : "";
        if (token == "province") {
            const auto province =
                known ? context.catalog().find(context.catalog()[region].code.province()) : std::nullopt;
            return province ? context.catalog()[*province].name : "";
        }
        if (token == "impact") {
            if (!known)
                return "";
            const analysis::RegionImpact& impact = input.map->impact.regions[region];
            switch (impact.state) {
            case analysis::ValueState::noRecord:
                return context.tr(JEJARING_TR("no record"));
            case analysis::ValueState::notEnoughData:
                return context.tr(JEJARING_TR("not enough data"));
            case analysis::ValueState::zero:
                return "0";
            case analysis::ValueState::value:
                return context.number(std::round(impact.score));
            }
        }
        if (token == "date")
            return context.date(input.map->view.date);
        if (token == "indicator")
            return indicatorName(*input.map, context.look.language);
        return std::nullopt;
    };
    std::string replaced;
    while (!text.empty()) {
        const std::size_t open = text.find('{');
        replaced += text.substr(0, open);
        if (open == std::string_view::npos)
            break;
        const std::size_t close = text.find('}', open);
        const auto value =
            close == std::string_view::npos ? std::nullopt : valueOf(text.substr(open + 1, close - open - 1));
        replaced += value.value_or("{");
        text.remove_prefix(value ? close + 1 : open + 1);
    }
    return replaced;
}

} // namespace jejaring::scene
