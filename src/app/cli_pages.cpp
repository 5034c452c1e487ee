// SPDX-License-Identifier: MIT
// jejaring atlas, jejaring deck
#include "app/commands.hpp"
#include "app/filter_arguments.hpp"
#include "app/picture_arguments.hpp"
#include "data/boundary/map_source.hpp"
#include "session/atlas_export.hpp"
#include "session/deck_export.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <utility>
#include <vector>

namespace jejaring::app {
namespace {

core::Message wrong(const char* id, const std::string& value) {
    return core::error(core::ErrorCode::invalidArgument, id, {value});
}

// A line now and then for what takes longer than a moment.
class PageLines {
  public:
    explicit PageLines(const Console& console) : console_(console) {}
    bool operator()(const session::PageProgress& progress) {
        constexpr auto kMoment = std::chrono::seconds(2);
        const auto now = std::chrono::steady_clock::now();
        if (now - last_ > kMoment) {
            last_ = now;
            console_.progress(text::translate(console_.language(), session::progressMessage(progress)));
        }
        return !stopRequested();
    }

  private:
    const Console& console_;
    std::chrono::steady_clock::time_point last_ = std::chrono::steady_clock::now();
};

core::Result<session::PageTarget> targetOf(const std::string& output, const std::string& format, bool force) {
    constexpr std::array<std::pair<std::string_view, session::PictureFormat>, 4> kFormats{
        {{"png", session::PictureFormat::png},
         {"pdf", session::PictureFormat::pdf},
         {"svg", session::PictureFormat::svg},
         {"pptx", session::PictureFormat::pptx}}};
    session::PictureFormat ofFiles = session::PictureFormat::png;
    if (!format.empty()) {
        const auto* const known =
            std::find_if(kFormats.begin(), kFormats.end(), [&](const auto& each) { return each.first == format; });
        if (known == kFormats.end())
            return wrong(JEJARING_TR("--format is png, pdf, svg or pptx, not {0}."), format);
        ofFiles = known->second;
    }
    core::Result<session::PageTarget> target = session::pageTargetOf(output, ofFiles);
    if (!target)
        return target;
    if (!format.empty() && !target.value().folder)
        return wrong(JEJARING_TR("--format goes with a folder, and {0} names a file."), output);
    target.value().overwrite = force;
    return target;
}

core::Result<std::vector<core::RegionIndex>> regionsOf(const AtlasArguments& arguments, const scene::MapData& map,
                                                       core::RegionLevel level) {
    using session::AtlasScope;
    if (arguments.regions.empty() || arguments.regions == "all")
        return atlasRegions(map, level, AtlasScope::all);
    if (arguments.regions == "record")
        return atlasRegions(map, level, AtlasScope::recorded);
    std::vector<core::RegionIndex> chosen;
    for (const std::string& code : listOf(arguments.regions)) {
        const auto region = map.geometry->catalog().find(code);
        if (!region)
            return core::error(core::ErrorCode::unknownRegion, JEJARING_TR("No region has the code {0}."), {code});
        chosen.push_back(*region);
    }
    return atlasRegions(map, level, AtlasScope::chosen, chosen);
}

core::Result<session::PageRun> atlasOf(const AtlasArguments& arguments, session::ExportRequest request,
                                       const scene::MapView& view, core::RegionLevel level,
                                       const session::Installation& installation) {
    using Run = core::Result<session::PageRun>;
    core::Result<core::Project> project = readProject(arguments.page.project, installation);
    if (!project)
        return Run::failure(project.messages());
    const auto source = data::loadMapGeometry(boundariesOr(arguments.page.boundaries), view.projection,
                                              [](double) { return !stopRequested(); });
    if (!source)
        return Run::failure(source.messages());
    auto fonts = text::FontSet::load();
    if (!fonts)
        return Run::failure(fonts.messages());
    scene::MapView shown = view;
    if (const core::Outcome found = findChoices(shown, arguments.page.filter, project.value(), installation.assets);
        !found)
        return Run::failure(found.messages());
    request.picture.credit = source.value().credit;
    request.look.fonts = fonts.value();
    request.map = scene::prepare(std::make_shared<const core::Project>(std::move(project.value())),
                                 source.value().geometry, shown, core::today());
    core::Result<std::vector<core::RegionIndex>> regions = regionsOf(arguments, *request.map, level);
    if (!regions)
        return Run::failure(regions.messages());
    session::AtlasRequest atlas;
    atlas.page = std::move(request);
    atlas.regions = std::move(regions).value();
    if (!arguments.name.empty())
        atlas.name = arguments.name;
    core::Result<session::PageRun> run = session::atlasRun(std::move(atlas));
    for (const auto* messages : {&project.messages(), &source.messages()})
        for (const core::Message& message : *messages)
            run.add(message);
    return run;
}

ExitCode write(const core::Result<session::PageRun>& run, const session::PageTarget& target,
               const session::Installation& installation, const Console& console) {
    if (!run)
        return console.fail(run.messages());
    console.report(run.messages());
    const core::Outcome outcome = session::writePages(run.value(), target, installation.shaders, PageLines(console));
    if (!outcome)
        return console.fail(outcome.messages());
    console.report(outcome.messages());
    return ExitCode::success;
}

} // namespace

ExitCode runAtlas(const AtlasArguments& arguments, const session::Installation& installation, const Console& console) {
    const core::Result<session::PageTarget> target =
        targetOf(arguments.page.output, arguments.format, arguments.page.force);
    if (!target)
        return console.fail(target.messages());
    core::RegionLevel level = core::RegionLevel::regency;
    if (!arguments.level.empty()) {
        const auto named = scene::parseMapLevel(arguments.level);
        if (!named || *named == scene::MapLevel::automatic)
            return console.fail(wrong(JEJARING_TR("--level is provinsi or kabkota, not {0}."), arguments.level));
        level = *named == scene::MapLevel::province ? core::RegionLevel::province : core::RegionLevel::regency;
    }
    ExportArguments page = arguments.page;
    page.output = "page.png"; // the target tells the format
    if (page.layout.empty())
        page.layout = scene::templateInfo(scene::TemplateKind::regionBrief).id;
    const core::Result<session::ExportRequest> request = requestOf(page, console.language());
    if (!request)
        return console.fail(request.messages());
    const core::Result<scene::MapView> view = viewOf(page);
    if (!view)
        return console.fail(view.messages());
    watchSignals();
    const core::Result<session::PageRun> run = atlasOf(arguments, request.value(), view.value(), level, installation);
    return write(run, target.value(), installation, console);
}

ExitCode runDeck(const DeckArguments& arguments, const session::Installation& installation, const Console& console) {
    const core::Result<session::PageTarget> target = targetOf(arguments.output, arguments.format, arguments.force);
    if (!target)
        return console.fail(target.messages());
    core::Result<core::Project> project = readProject(arguments.project, installation);
    if (!project)
        return console.fail(project.messages());
    console.report(project.messages());
    auto fonts = text::FontSet::load();
    if (!fonts)
        return console.fail(fonts.messages());
    watchSignals();
    session::DeckRequest deck;
    deck.source.project = std::make_shared<const core::Project>(std::move(project).value());
    deck.source.boundaries = boundariesOr(arguments.boundaries);
    deck.source.fonts = fonts.value();
    deck.source.today = core::today();
    return write(session::deckRun(std::move(deck)), target.value(), installation, console);
}

} // namespace jejaring::app
