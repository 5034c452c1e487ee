// SPDX-License-Identifier: MIT
// jejaring export
#include "analysis/indicator_series.hpp"
#include "app/commands.hpp"
#include "app/picture_arguments.hpp"
#include "data/boundary/map_source.hpp"
#include "publish/recipe_file.hpp"
#include "session/picture_export.hpp"

#include <algorithm>
#include <vector>

namespace jejaring::app {
namespace {

// The levels of detail that a picture of the whole country may show; reading the others would take longer than drawing.
// A picture of a part may show any.
std::vector<std::size_t> levelsOf(const ExportArguments& arguments, int width) {
    if (!arguments.region.empty() || !arguments.layout.empty() || !arguments.from.empty())
        return {};
    constexpr double kCountryWidth = 5.0e6; // metres, a little less than Indonesia's in every projection
    constexpr double kMoved = 0.5;          // pixels; the renderer is content with a little more
    constexpr std::size_t kForLabels = 2;   // placing names reads this one
    std::vector<std::size_t> levels;
    for (std::size_t i = 0; i < geo::MapGeometry::kTolerances.size(); ++i) {
        levels.push_back(i);
        if (i >= kForLabels && geo::MapGeometry::kTolerances[i] <= kMoved * kCountryWidth / width)
            break;
    }
    return levels;
}

// The request, made on a thread of its own while the main thread prepares OpenGL.
core::Result<session::ExportRequest> makeRequest(session::ExportRequest request, const ExportArguments& arguments,
                                                 const scene::MapView& view, const publish::Recipe* recipe,
                                                 const session::Installation& installation) {
    using Request = core::Result<session::ExportRequest>;
    core::Result<core::Project> project = readProject(arguments.project, installation);
    if (!project)
        return Request::failure(project.messages());
    data::MapSourceOptions options;
    const bool vectors = session::pictureFormatOf(request.path) != session::PictureFormat::png;
    options.levels = levelsOf(arguments, static_cast<int>(request.width * (vectors ? session::kVectorDetail : 1.0)));
    const auto source = data::loadMapGeometry(
        boundariesOr(arguments.boundaries), view.projection, [](double) { return !stopRequested(); }, options);
    if (!source)
        return Request::failure(source.messages());
    auto fonts = text::FontSet::load();
    if (!fonts)
        return Request::failure(fonts.messages());

    scene::MapView shown = view;
    if (recipe != nullptr) { // which names all of it itself
        if (view.indicator.isSeries() && analysis::findSeries(project.value(), view.indicator.seriesId) == nullptr)
            return core::error(core::ErrorCode::notFound, JEJARING_TR("There is no indicator {0} in the project."),
                               {view.indicator.seriesId});
    } else if (const core::Outcome found = findChoices(shown, arguments.filter, project.value(), installation.assets);
               !found) {
        return Request::failure(found.messages());
    }
    const geo::MapGeometry& geometry = *source.value().geometry;
    if (!arguments.region.empty()) {
        const std::optional<core::RegionIndex> region = geometry.catalog().find(arguments.region);
        if (!region)
            return core::error(core::ErrorCode::unknownRegion, JEJARING_TR("No region has the code {0}."),
                               {arguments.region});
        request.picture.region = region;
        request.highlight.selection = {*region};
        if (request.layout)
            request.layout->region = geometry.catalog()[*region].code;
    }
    request.picture.credit = source.value().credit;
    request.look.fonts = fonts.value();
    request.map = scene::prepare(std::make_shared<const core::Project>(std::move(project.value())),
                                 source.value().geometry, shown, core::today());
    if (recipe != nullptr) {
        session::applyRecipe(request, *recipe);
        // The same picture, or none.
        std::vector<core::RegionCode> wanted = recipe->selection;
        if (!recipe->region.empty())
            wanted.push_back(recipe->region);
        for (const core::RegionCode& code : wanted)
            if (!geometry.catalog().find(code))
                return core::error(core::ErrorCode::unknownRegion, JEJARING_TR("No region has the code {0}."),
                                   {code.text()});
        if (!recipe->visitId.empty() && core::findVisit(*request.map->project, recipe->visitId) == nullptr)
            return core::error(core::ErrorCode::notFound, JEJARING_TR("There is no visit {0} in the project."),
                               {recipe->visitId});
    }
    if (request.layout) {
        // A partner may be named instead of its id.
        const std::vector<core::Partner>& partners = request.map->project->partners;
        const auto named = std::find_if(partners.begin(), partners.end(), [&](const core::Partner& partner) {
            return partner.name == request.layout->partnerId;
        });
        if (named != partners.end() && core::findPartner(*request.map->project, request.layout->partnerId) == nullptr)
            request.layout->partnerId = named->id;
        if (auto missing = scene::missingSubject(
                {request.map, request.look, request.picture.credit, request.highlight.selection}, *request.layout))
            return core::error(missing->arguments.empty() ? core::ErrorCode::invalidArgument
                                                          : core::ErrorCode::notFound,
                               missing->id, missing->arguments);
    }
    std::vector<core::Message> messages = project.messages();
    messages.insert(messages.end(), source.messages().begin(), source.messages().end());
    return {std::move(request), std::move(messages)};
}

} // namespace

ExitCode runExport(const ExportArguments& arguments, const session::Installation& installation,
                   const Console& console) {
    const core::Result<session::ExportRequest> request = requestOf(arguments, console.language());
    if (!request)
        return console.fail(request.messages());
    core::Result<scene::MapView> view = viewOf(arguments);
    if (!view)
        return console.fail(view.messages());
    std::optional<publish::Recipe> recipe;
    if (!arguments.from.empty()) {
        core::Result<publish::Recipe> read = publish::readRecipe(arguments.from);
        if (!read)
            return console.fail(read.messages());
        recipe = std::move(read).value();
        view.value() = recipe->view;
    }
    watchSignals();
    const core::Outcome outcome = session::writePicture(
        [&] {
            return makeRequest(request.value(), arguments, view.value(), recipe ? &*recipe : nullptr, installation);
        },
        request.value().path, installation.shaders, [](double) { return !stopRequested(); });
    if (!outcome)
        return console.fail(outcome.messages());
    console.report(outcome.messages());
    return ExitCode::success;
}

} // namespace jejaring::app
