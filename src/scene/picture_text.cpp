// SPDX-License-Identifier: MIT
#include "scene/picture_text.hpp"

#include "scene/fact_words.hpp"
#include "scene/indicator_words.hpp"
#include "text/locale_format.hpp"

#include <algorithm>
#include <vector>

namespace jejaring::scene {
namespace {

using analysis::IndicatorKind;

const char* titleOf(IndicatorKind kind) {
    switch (kind) {
    case IndicatorKind::agreementsInForce:
        return JEJARING_TR("Regional cooperation in force");
    case IndicatorKind::partnerCountries:
        return JEJARING_TR("Partner countries of the regions");
    case IndicatorKind::impact:
        break;
    }
    return JEJARING_TR("Impact of regional cooperation");
}

const char* projectionName(geo::ProjectionKind kind) {
    switch (kind) {
    case geo::ProjectionKind::mercator:
        return JEJARING_TR("Mercator projection");
    case geo::ProjectionKind::plateCarree:
        return JEJARING_TR("Plate carrée projection");
    case geo::ProjectionKind::equalEarth:
        break;
    }
    return JEJARING_TR("Equal Earth projection");
}

std::string joined(const std::vector<std::string>& parts, const char* between) {
    std::string text;
    for (const std::string& part : parts)
        text += (text.empty() ? "" : between) + part;
    return text;
}

// A date that no line break tears apart.
std::string unbroken(const std::string& text) {
    std::string joinedText;
    for (const char c : text)
        joinedText += c == ' ' ? std::string("\u00a0") : std::string(1, c);
    return joinedText;
}

// A credit whose short remarks in brackets, "(ODbL 1.0)", are not torn apart either.
std::string withWholeRemarks(const std::string& credit) {
    constexpr std::size_t kShort = 16; // bytes
    std::string whole;
    for (std::size_t at = 0; at < credit.size();) {
        const std::size_t open = std::min(credit.find('(', at), credit.size());
        const std::size_t close = credit.find(')', open);
        whole += credit.substr(at, open - at);
        if (close == std::string::npos)
            return whole + credit.substr(open);
        const std::string remark = credit.substr(open, close - open + 1);
        whole += remark.size() <= kShort ? unbroken(remark) : remark;
        at = close + 1;
    }
    return whole;
}

std::string seriesSubtitle(const MapContext& context) {
    const MapData& data = context.data;
    const text::Language language = context.look.language;
    std::string periods = unbroken(periodsText(data, language));
    if (periods.empty())
        periods = context.tr(JEJARING_TR("no value by {0}"), {unbroken(text::formatDate(language, data.view.date))});
    const std::vector<std::string> arguments{data.series->unit.empty() ? data.series->name : data.series->unit,
                                             periods};
    if (context.fillsRegencies)
        return context.tr(JEJARING_TR("{0} by kabupaten/kota, {1}"), arguments);
    if (data.view.level == MapLevel::province)
        return context.tr(JEJARING_TR("{0} by province, {1}"), arguments);
    return context.tr(JEJARING_TR("{0} by province (colour) and kabupaten/kota (dots), {1}"), arguments);
}

std::string subtitleOf(const MapContext& context) {
    const MapView& view = context.data.view;
    if (context.data.series)
        return seriesSubtitle(context);
    const std::vector<std::string> arguments{indicatorName(context.data, context.look.language),
                                             unbroken(text::formatDate(context.look.language, view.date))};
    if (context.fillsRegencies)
        return context.tr(JEJARING_TR("{0} by kabupaten/kota, as of {1}"), arguments);
    if (view.level == MapLevel::province)
        return context.tr(JEJARING_TR("{0} by province, as of {1}"), arguments);
    return context.tr(JEJARING_TR("{0} by province (colour) and kabupaten/kota (dots), as of {1}"), arguments);
}

std::string visitSubtitle(const MapContext& context, const core::Visit& visit) {
    std::vector<std::string> parts;
    if (!visit.visitor.empty())
        parts.push_back(visit.visitor);
    const text::Language language = context.look.language;
    if (visit.start) {
        const std::string start = text::formatDate(language, *visit.start);
        parts.push_back(visit.end && *visit.end != *visit.start ? start + " – " + text::formatDate(language, *visit.end)
                                                                : start);
    }
    parts.push_back(
        context.tr(JEJARING_TR("stops: {0}"), {text::formatNumber(language, static_cast<double>(visit.stops.size()))}));
    return joined(parts, " · ");
}

std::string kindName(const MapContext& context, core::AgreementKind kind) {
    const std::string id(core::agreementKindId(kind));
    return id.empty() ? context.tr(JEJARING_TR("kind not stated")) : id;
}

std::string sectorName(const MapContext& context, const std::string& id) {
    const core::Sector* sector = core::findSector(context.data.project->sectors, id);
    if (sector == nullptr)
        return id;
    return context.look.language == text::Language::indonesian ? sector->indonesian : sector->english;
}

// How much of the country the facts say nothing of.
std::string noRecordText(const MapContext& context) {
    const MapData& data = context.data;
    const auto number = [&](std::size_t value) {
        return text::formatNumber(context.look.language, static_cast<double>(value));
    };
    const std::size_t provinces = context.catalog().provinceCount();
    const std::size_t regencies = context.catalog().size() - provinces;
    const auto without = [](const MapData::LevelCount& level) { return static_cast<std::size_t>(level.noRecord); };
    const bool within = narrowed(data);
    if (data.view.level == MapLevel::province)
        return context.tr(within ? JEJARING_TR("Outside the filters: {0} of {1} provinces.")
                                 : JEJARING_TR("No record: {0} of {1} provinces."),
                          {number(without(data.provinces)), number(provinces)});
    if (data.view.level == MapLevel::regency)
        return context.tr(within ? JEJARING_TR("Outside the filters: {0} of {1} kabupaten/kota.")
                                 : JEJARING_TR("No record: {0} of {1} kabupaten/kota."),
                          {number(without(data.regencies)), number(regencies)});
    return context.tr(
        within ? JEJARING_TR("Outside the filters: {0} of {1} provinces, {2} of {3} kabupaten/kota.")
               : JEJARING_TR("No record: {0} of {1} provinces, {2} of {3} kabupaten/kota."),
        {number(without(data.provinces)), number(provinces), number(without(data.regencies)), number(regencies)});
}

std::string viewDate(const MapContext& context) {
    return unbroken(text::formatDate(context.look.language, context.data.view.date));
}

// What stands behind a map of agreements.
void addFacts(const MapContext& context, std::vector<std::string>& sentences) {
    const FactTotals& facts = context.data.facts;
    const auto number = [&](int value) { return text::formatNumber(context.look.language, value); };
    const std::string filter = filterText(context);
    if (filter.empty())
        sentences.push_back(context.tr(
            JEJARING_TR(
                "Facts as of {3}: {0} cooperation {0:record|records} from {1} {1:source|sources}, {2} in force."),
            {number(facts.recorded), number(facts.sources), number(facts.inForce), viewDate(context)}));
    else
        sentences.push_back(context.tr(JEJARING_TR("Facts as of {5}: {0} of {1} cooperation {1:record|records}, from "
                                                   "{2} {2:source|sources}, {3} in force; "
                                                   "filter: {4}."),
                                       {number(facts.recorded), number(facts.all), number(facts.sources),
                                        number(facts.inForce), filter, viewDate(context)}));
    if (facts.leftOutUndated > 0)
        sentences.push_back(context.tr(JEJARING_TR("{0} undated {0:agreement is|agreements are} left out."),
                                       {number(facts.leftOutUndated)}));
}

// Where the values of a series were read: all of its sources, as far as a line has room for them.
std::string seriesSource(const MapContext& context) {
    const MapData& data = context.data;
    constexpr std::size_t kNamed = 2;
    std::vector<std::string> names;
    std::size_t others = 0;
    for (const std::string& id : data.series->sourceIds) {
        const core::Source* source = core::findSource(*data.project, id);
        const std::string name = source == nullptr ? "" : citation(*source, context.look.language);
        if (name.empty())
            continue;
        if (names.size() < kNamed)
            names.push_back(name);
        else
            ++others;
    }
    const std::string name = indicatorWithUnit(data, context.look.language);
    if (names.empty())
        return context.tr(JEJARING_TR("Values up to {1}: {0}; their source is not recorded."),
                          {name, viewDate(context)});
    std::string listed = joined(names, "; ");
    if (others > 0)
        listed += "; " + context.tr(JEJARING_TR("{0} more"),
                                    {text::formatNumber(context.look.language, static_cast<double>(others))});
    return context.tr(JEJARING_TR("Values up to {2}: {0}; source: {1}."), {name, listed, viewDate(context)});
}

std::string sourceLine(const MapContext& context, const PictureOptions& options) {
    std::vector<std::string> sentences;
    if (context.data.series) {
        sentences.push_back(seriesSource(context));
        // Arcs, tables and charts beside it show what the filter lets through.
        if (const std::string filter = filterText(context); !filter.empty())
            sentences.push_back(context.tr(JEJARING_TR("Filter of agreements: {0}."), {filter}));
    } else if (context.data.view.indicator == IndicatorKind::impact) {
        sentences.push_back(context.tr(JEJARING_TR("Index of the Jejaring project, not an official index.")));
    }
    if (!context.data.series)
        addFacts(context, sentences);
    sentences.push_back(noRecordText(context));
    if (!options.credit.empty())
        sentences.push_back(context.tr(JEJARING_TR("Boundaries: {0}."), {withWholeRemarks(options.credit)}));
    return joined(sentences, " ");
}

} // namespace

std::string filterText(const MapContext& context) {
    const analysis::AgreementFilter& filter = context.data.view.filter;
    std::vector<std::string> clauses;
    const auto add = [&](const char* heading, const std::vector<std::string>& names) {
        if (!names.empty())
            clauses.push_back(context.tr(heading, {joined(names, ", ")}));
    };
    std::vector<std::string> names;
    for (const core::SourceGrade grade : filter.grades)
        names.push_back(grade == core::SourceGrade::unstated ? context.tr(JEJARING_TR("not graded"))
                                                             : std::string(1, static_cast<char>(grade)));
    add(JEJARING_TR("sources {0}"), names);
    names.clear();
    for (const std::string& sector : filter.sectors)
        names.push_back(sectorName(context, sector));
    add(JEJARING_TR("sectors {0}"), names);
    names.clear();
    for (const core::AgreementKind kind : filter.kinds)
        names.push_back(kindName(context, kind));
    add(JEJARING_TR("kinds {0}"), names);
    names.clear();
    for (const std::string& country : filter.countries)
        names.push_back(text::countryName(context.look.language, country));
    add(JEJARING_TR("countries {0}"), names);
    if (context.data.view.ownOnly)
        clauses.push_back(context.tr(JEJARING_TR("provinces' own agreements alone")));
    return joined(clauses, "; ");
}

PictureTexts pictureTexts(const MapContext& context, const PictureOptions& options) {
    PictureTexts texts;
    const core::Visit* visit =
        context.highlight.visitId.empty() ? nullptr : core::findVisit(*context.data.project, context.highlight.visitId);
    const bool route = visit != nullptr && context.data.view.visitRoute;
    texts.title = options.title;
    if (texts.title.empty() && route)
        texts.title = visit->title;
    if (texts.title.empty()) {
        texts.title =
            context.data.series ? context.data.series->name : context.tr(titleOf(context.data.view.indicator.kind));
        if (options.region && *options.region < context.catalog().size())
            texts.title += ": " + context.catalog()[*options.region].name;
    }
    texts.subtitle = options.subtitle;
    if (texts.subtitle.empty()) {
        texts.subtitle = subtitleOf(context);
        if (route)
            texts.subtitle = visitSubtitle(context, *visit) + " · " + texts.subtitle;
    }
    texts.source = sourceLine(context, options);
    texts.projection = context.tr(projectionName(context.geometry().projection()));
    return texts;
}

PictureTexts pictureTexts(const MapData& data, const Highlight& highlight, const Look& look,
                          const PictureOptions& options) {
    const Rect frame{0, 0, options.width, options.height};
    const Camera camera = options.camera ? *options.camera : homeCamera(*data.geometry, frame);
    return pictureTexts(makeContext(data, highlight, look, frame, camera), options);
}

} // namespace jejaring::scene
