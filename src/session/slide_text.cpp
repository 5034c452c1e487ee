// SPDX-License-Identifier: MIT
#include "session/slide_text.hpp"

#include "analysis/credit.hpp"
#include "scene/fact_words.hpp"
#include "scene/indicator_words.hpp"
#include "text/locale_format.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace jejaring::session {
namespace {

// Sources of what the picture shows, in the project's order.
std::vector<const core::Source*> sourcesShown(const ExportRequest& request) {
    const scene::MapData& map = *request.map;
    const core::Project& project = *map.project;
    std::set<std::string> ids;
    if (map.series)
        ids.insert(map.series->sourceIds.begin(), map.series->sourceIds.end());
    const core::RegionCatalog& catalog = map.geometry->catalog();
    const core::RegionIndex region = request.picture.region.value_or(core::kNoRegion);
    for (const core::Agreement& agreement : project.agreements)
        if (!map.series && analysis::passes(map.view.filter, agreement, project) &&
            (region >= catalog.size() || analysis::creditedTo(agreement, catalog[region].code, map.view.ownOnly)))
            ids.insert(agreement.sourceId);
    if (const core::Visit* visit = core::findVisit(project, request.highlight.visitId)) {
        ids.insert(visit->sourceId);
        for (const core::Stop& stop : visit->stops)
            ids.insert(stop.sourceId);
    }
    std::vector<const core::Source*> sources;
    for (const core::Source& source : project.sources)
        if (ids.contains(source.id))
            sources.push_back(&source);
    return sources;
}

} // namespace

std::string speakerNotes(const ExportRequest& request, const scene::PictureTexts& texts) {
    const text::Language language = request.look.language;
    std::string notes = request.notes.empty() ? "" : request.notes + "\n\n";
    notes += texts.title + '\n' + texts.subtitle + '\n' + texts.source;
    if (!texts.projection.empty())
        notes += ' ' + texts.projection + '.';
    if (request.layout) {
        // A page knows what it shows.
        const std::vector<std::string> lines = layOutExport(request).sources;
        if (!lines.empty())
            notes += "\n\n" + text::translate(language, JEJARING_TR("Sources of the facts shown:"));
        for (std::size_t i = 0; i < lines.size(); ++i)
            notes += fmt::format("\n{}. {}", i + 1, lines[i]);
        return notes;
    }
    const std::vector<const core::Source*> sources = sourcesShown(request);
    if (sources.empty())
        return notes;
    notes += "\n\n" + text::translate(language, JEJARING_TR("Sources of the facts shown:"));
    int number = 0;
    for (const core::Source* source : sources) {
        notes += fmt::format("\n{}. {}", ++number, scene::citation(*source, language));
        if (!source->address.empty() && !source->title.empty())
            notes += ", " + source->address;
        if (source->grade != core::SourceGrade::unstated)
            notes += " (" +
                     text::translate(language, JEJARING_TR("grade {0}"),
                                     {std::string(1, static_cast<char>(source->grade))}) +
                     ")";
    }
    return notes;
}

std::vector<std::string> regionTexts(const scene::MapData& map, text::Language language) {
    const core::RegionCatalog& catalog = map.geometry->catalog();
    const std::string indicator = scene::indicatorName(map, language);
    std::vector<std::string> texts;
    texts.reserve(catalog.size());
    for (std::size_t i = 0; i < catalog.size() && i < map.values.size(); ++i) {
        const analysis::RegionValue& value = map.values[i];
        const std::string stated = value.state == analysis::ValueState::value
                                       ? scene::valueWithUnit(map, language, value.value)
                                       : text::translate(language, scene::stateWords(map, value.state));
        std::string sentence =
            fmt::format("{}: {}, {}", catalog[static_cast<core::RegionIndex>(i)].name, indicator, stated);
        if (value.period)
            sentence += " (" + text::formatDate(language, *value.period) + ")";
        if (value.provincial)
            sentence += " (" + text::translate(language, JEJARING_TR("provincial authority")) + ")";
        texts.push_back(std::move(sentence));
    }
    return texts;
}

} // namespace jejaring::session
