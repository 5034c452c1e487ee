// SPDX-License-Identifier: MIT
#include "session/picture_export.hpp"

#include "core/version.hpp"
#include "publish/picture_file.hpp"
#include "render/context.hpp"
#include "render/renderer.hpp"

#include <fmt/format.h>

#include <filesystem>

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

} // namespace

scene::DisplayList composeExport(const ExportRequest& request) {
    scene::PictureOptions picture = request.picture;
    picture.width = request.width / request.pixelRatio;
    picture.height = request.height / request.pixelRatio;
    return scene::composePicture(*request.map, request.highlight, request.look, picture);
}

core::Outcome writePicture(const ExportRequest& request, const std::string& shaderFolder,
                           const std::function<bool(double)>& progress) {
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
    // Said before the work is done, too; writePng still checks when it puts the file in its place.
    std::error_code ignored;
    if (!request.overwrite && std::filesystem::exists(request.path, ignored))
        return core::error(core::ErrorCode::alreadyExists, JEJARING_TR("{0} exists already."), {request.path});

    auto context = render::HeadlessContext::create();
    if (!context)
        return core::Outcome::failure(context.messages());
    auto renderer = render::Renderer::create(shaderFolder);
    if (!renderer)
        return core::Outcome::failure(renderer.messages());
    publish::PngOptions options;
    options.pixelRatio = request.pixelRatio;
    options.overwrite = request.overwrite;
    options.texts = textsOf(request);
    return publish::writePng(*renderer.value(), composeExport(request), request.path, options, progress);
}

} // namespace jejaring::session
