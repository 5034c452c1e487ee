// SPDX-License-Identifier: MIT
#include "session/picture_export.hpp"

#include "core/version.hpp"
#include "publish/picture_file.hpp"
#include "render/context.hpp"
#include "render/renderer.hpp"

#include <fmt/format.h>

#include <cmath>
#include <filesystem>
#include <future>

namespace jejaring::session {
namespace {

bool within(double value, double low, double high) {
    return value >= low && value <= high;
}

// What a picture says about itself to those who find it without its page.
std::vector<std::pair<std::string, std::string>> textsOf(const ExportRequest& request) {
    std::vector<std::pair<std::string, std::string>> texts{{"Software", fmt::format("Jejaring {}", core::version())}};
    if (!request.picture.title.empty())
        texts.emplace_back("Title", request.picture.title);
    if (!request.picture.credit.empty())
        texts.emplace_back("Copyright", request.picture.credit);
    return texts;
}

// What the arguments alone tell, before any work is done; writePng still checks when it puts the file in its place.
core::Outcome check(const ExportRequest& request) {
    if (!within(request.width, kSmallestSide, kLargestSide) || !within(request.height, kSmallestSide, kLargestSide))
        return core::error(core::ErrorCode::invalidArgument,
                           JEJARING_TR("A picture may be {0} to {1} pixels wide and high, not {2} x {3}."),
                           {std::to_string(kSmallestSide), std::to_string(kLargestSide), std::to_string(request.width),
                            std::to_string(request.height)});
    if (!within(request.pixelRatio, kSmallestRatio, kLargestRatio))
        return core::error(core::ErrorCode::invalidArgument,
                           JEJARING_TR("The scale of a picture may be {0} to {1}, not {2}."),
                           {fmt::format("{}", kSmallestRatio), fmt::format("{}", kLargestRatio),
                            fmt::format("{}", request.pixelRatio)});
    std::error_code ignored;
    if (!request.overwrite && std::filesystem::exists(request.path, ignored))
        return core::error(core::ErrorCode::alreadyExists, JEJARING_TR("{0} exists already"), {request.path});
    return core::Nothing{};
}

struct Canvas {
    std::unique_ptr<render::HeadlessContext> context; // outlives the renderer
    std::unique_ptr<render::Renderer> renderer;
};

core::Result<Canvas> makeCanvas(const std::string& shaderFolder) {
    Canvas canvas;
    auto context = render::HeadlessContext::create();
    if (!context)
        return core::Result<Canvas>::failure(context.messages());
    canvas.context = std::move(context).value();
    auto renderer = render::Renderer::create(shaderFolder);
    if (!renderer)
        return core::Result<Canvas>::failure(renderer.messages());
    canvas.renderer = std::move(renderer).value();
    return canvas;
}

core::Outcome write(const Canvas& canvas, const ExportRequest& request, const scene::DisplayList& list,
                    const std::function<bool(double)>& progress) {
    publish::PngOptions options;
    options.pixelRatio = request.pixelRatio;
    options.overwrite = request.overwrite;
    options.texts = textsOf(request);
    return publish::writePng(*canvas.renderer, list, request.path, options, progress);
}

} // namespace

void setPageSize(ExportRequest& request, const scene::Page& page, double dotsPerInch) {
    constexpr double kMmPerInch = 25.4;
    request.width = static_cast<int>(std::lround(page.widthMm / kMmPerInch * dotsPerInch));
    request.pixelRatio = request.width / page.width();
    request.height = static_cast<int>(std::lround(page.height() * request.pixelRatio));
}

scene::LaidOut layOutExport(const ExportRequest& request) {
    return scene::layOut({request.map, request.look, request.picture.credit, request.highlight.selection},
                         *request.layout);
}

scene::DisplayList composeExport(const ExportRequest& request) {
    if (request.layout)
        return layOutExport(request).list;
    scene::PictureOptions picture = request.picture;
    picture.width = request.width / request.pixelRatio;
    picture.height = request.height / request.pixelRatio;
    return scene::composePicture(*request.map, request.highlight, request.look, picture);
}

core::Outcome writePicture(const ExportRequest& request, const std::string& shaderFolder,
                           const std::function<bool(double)>& progress) {
    if (core::Outcome checked = check(request); !checked)
        return checked;
    core::Result<Canvas> canvas = makeCanvas(shaderFolder);
    if (!canvas)
        return core::Outcome::failure(canvas.messages());
    return write(canvas.value(), request, composeExport(request), progress);
}

core::Outcome writePicture(const ExportSource& source, const std::string& shaderFolder,
                           const std::function<bool(double)>& progress) {
    struct Composed {
        ExportRequest request;
        scene::DisplayList list;
    };
    std::future<core::Result<Composed>> composing =
        std::async(std::launch::async, [&source]() -> core::Result<Composed> {
            core::Result<ExportRequest> request = source();
            if (!request)
                return core::Result<Composed>::failure(request.messages());
            if (core::Outcome checked = check(request.value()); !checked)
                return core::Result<Composed>::failure(checked.messages());
            scene::DisplayList list = composeExport(request.value());
            return {Composed{std::move(request.value()), std::move(list)}, request.messages()};
        });
    core::Result<Canvas> canvas = makeCanvas(shaderFolder);
    const core::Result<Composed> composed = composing.get();
    if (!composed)
        return core::Outcome::failure(composed.messages());
    core::Outcome outcome = canvas ? write(canvas.value(), composed.value().request, composed.value().list, progress)
                                   : core::Outcome::failure(canvas.messages());
    for (const core::Message& message : composed.messages())
        outcome.add(message);
    return outcome;
}

} // namespace jejaring::session
