// SPDX-License-Identifier: MIT
#include "session/sheet_cache.hpp"

#include "core/reason.hpp"

#include <algorithm>
#include <exception>
#include <tuple>
#include <utility>

namespace jejaring::session {
namespace {

constexpr std::size_t kMostPages = 40;  // each has a list of some hundred kilobytes
constexpr double kMostOfThePage = 0.45; // that a map must take for a flight to begin or end there

// The camera of the whole page that shows in `part` what `camera` shows there.
scene::Camera ofPage(scene::Camera camera, const scene::Rect& part, const scene::DisplayList& page) {
    camera.centre.x += (page.width / 2 - part.x - part.width / 2) * camera.metresPerUnit;
    camera.centre.y -= (page.height / 2 - part.y - part.height / 2) * camera.metresPerUnit;
    return camera;
}

bool takesMost(const scene::Rect& part, const scene::DisplayList& page) {
    return part.width * part.height >= kMostOfThePage * page.width * page.height;
}

} // namespace

core::Result<std::shared_ptr<const SheetPage>> composeSheet(const core::Sheet& sheet, SheetSource& source) {
    core::Result<ExportRequest> request = sheetRequest(sheet, source);
    if (!request)
        return core::Result<std::shared_ptr<const SheetPage>>::failure(request.messages());
    auto page = std::make_shared<SheetPage>();
    page->request = std::move(request).value();
    if (page->request.layout) {
        scene::LaidOut laidOut = layOutExport(page->request);
        page->list = std::move(laidOut.list);
        for (const scene::PlacedPart& part : laidOut.parts)
            if (const auto camera = laidOut.cameras.find(part.id);
                camera != laidOut.cameras.end() && takesMost(part.frame, page->list))
                page->camera = ofPage(camera->second, part.frame, page->list);
    } else {
        scene::PictureParts parts;
        const ExportRequest& made = page->request;
        page->list = scene::composePicture(*made.map, made.highlight, made.look, made.picture, &parts);
        if (takesMost(parts.map, page->list))
            page->camera = ofPage(parts.camera, parts.map, page->list);
    }
    return std::shared_ptr<const SheetPage>(std::move(page));
}

bool sameFacts(const core::Project& a, const core::Project& b) {
    // Names each member, so that one that is added cannot be forgotten here.
    const auto facts = [](const core::Project& project) {
        const auto& [title, description, sources, partners, agreements, visits, followUps, activities, indicators,
                     indicatorValues, risks, profiles, groups, aliases, notes, pictures, sheets, stages, sectors,
                     weights, progress, settings] = project;
        return std::tie(title, description, sources, partners, agreements, visits, followUps, activities, indicators,
                        indicatorValues, risks, profiles, groups, aliases, notes, pictures, stages, sectors, weights,
                        progress, settings);
    };
    return &a == &b || facts(a) == facts(b);
}

std::uint64_t SheetCache::generation(const std::shared_ptr<const core::Project>& project) {
    if (project != project_) {
        if (project_ == nullptr || project == nullptr || !sameFacts(*project, *project_))
            ++generation_;
        project_ = project;
    }
    return generation_;
}

SheetCache::Shown SheetCache::get(const core::Sheet& sheet, const std::shared_ptr<const core::Project>& project,
                                  const std::function<SheetSource()>& source) {
    (void)generation(project);
    const auto [at, isNew] = kept_.try_emplace(sheet.definition);
    at->second.lastUsed = ++asked_;
    if (isNew)
        forgetOldest();
    if (!at->second.shown.pending && at->second.generation != generation_)
        start(sheet, source);
    return kept_.at(sheet.definition).shown;
}

void SheetCache::start(const core::Sheet& sheet, const std::function<SheetSource()>& source) {
    Kept& kept = kept_.at(sheet.definition);
    kept.shown.pending = true;
    kept.generation = generation_;
    auto from = std::make_shared<SheetSource>(source());
    from->maps.insert(maps_.begin(), maps_.end());
    queue_.start(core::note(""), [this, sheet, from, generation = generation_](TaskContext&) -> TaskQueue::Completion {
        auto page = std::make_shared<core::Result<std::shared_ptr<const SheetPage>>>(
            core::error(core::ErrorCode::internal, JEJARING_TR("The sheet could not be drawn.")));
        try {
            *page = composeSheet(sheet, *from);
        } catch (const std::exception& failure) { // out of memory, for one: the sheet says so and the others go on
            *page = core::error(core::ErrorCode::internal, JEJARING_TR("The sheet could not be drawn: {0}"),
                                {core::thrownReason(failure)});
        }
        return [this, page, from, generation, definition = sheet.definition] {
            if (generation == generation_)
                maps_.insert(from->maps.begin(), from->maps.end());
            const auto found = kept_.find(definition);
            if (found == kept_.end())
                return;
            Shown& shown = found->second.shown;
            shown.pending = false;
            shown.page = *page ? page->value() : nullptr;
            shown.failure = *page ? std::nullopt : std::optional(page->error());
        };
    });
}

void SheetCache::forget() {
    ++generation_;
    maps_.clear();
    project_.reset();
}

void SheetCache::forgetOldest() {
    while (kept_.size() > kMostPages) {
        const auto oldest = std::min_element(kept_.begin(), kept_.end(), [](const auto& a, const auto& b) {
            return std::pair(a.second.shown.pending, a.second.lastUsed) <
                   std::pair(b.second.shown.pending, b.second.lastUsed);
        });
        if (oldest->second.shown.pending)
            return; // all are on their way
        kept_.erase(oldest);
    }
}

} // namespace jejaring::session
