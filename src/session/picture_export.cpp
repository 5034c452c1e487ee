// SPDX-License-Identifier: MIT
#include "session/picture_export.hpp"

#include "session/page_output.hpp"
#include "session/page_pictures.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>
#include <future>

namespace jejaring::session {
namespace {

struct KnownFormat {
    PictureFormat format;
    std::string_view ending;
};
constexpr std::array kFormats{KnownFormat{PictureFormat::png, ".png"}, KnownFormat{PictureFormat::pdf, ".pdf"},
                              KnownFormat{PictureFormat::svg, ".svg"}, KnownFormat{PictureFormat::pptx, ".pptx"}};

// What the arguments alone tell, before any work is done; writePng still checks when it puts the file in its place.
core::Outcome check(const ExportRequest& request) {
    if (core::Outcome size = checkPageSize(request); !size)
        return size;
    if (!pictureFormatOf(request.path))
        return core::error(core::ErrorCode::invalidArgument,
                           JEJARING_TR("{0} is no name of a picture: it ends in one of {1}."),
                           {request.path, pictureEndings()});
    std::error_code ignored;
    if (!request.overwrite && std::filesystem::exists(request.path, ignored))
        return core::error(core::ErrorCode::alreadyExists, JEJARING_TR("{0} exists already"), {request.path});
    return core::Nothing{};
}

bool isDrawn(const std::string& path) {
    return pictureFormatOf(path).value_or(PictureFormat::png) == PictureFormat::png;
}

} // namespace

std::optional<PictureFormat> pictureFormatOf(std::string_view path) {
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
    for (const KnownFormat& known : kFormats)
        if (path.size() > known.ending.size() &&
            std::equal(known.ending.rbegin(), known.ending.rend(), path.rbegin(),
                       [&](char ending, char given) { return ending == lower(given); }))
            return known.format;
    return std::nullopt;
}

std::string pictureEndings() {
    std::string endings;
    for (const KnownFormat& known : kFormats)
        endings += (endings.empty() ? "" : ", ") + std::string(known.ending);
    return endings;
}

void setPageSize(ExportRequest& request, const scene::Page& page, double dotsPerInch) {
    constexpr double kMmPerInch = 25.4;
    request.width = static_cast<int>(std::lround(page.widthMm / kMmPerInch * dotsPerInch));
    request.pixelRatio = request.width / page.width();
    request.height = static_cast<int>(std::lround(page.height() * request.pixelRatio));
    request.dotsPerInch = dotsPerInch;
}

scene::LaidOut layOutExport(const ExportRequest& request) {
    return scene::layOut({request.map, request.look, request.picture.credit, request.highlight.selection, pagePicture,
                          request.picture.transparent && hasTransparency(request.path)},
                         *request.layout);
}

bool hasTransparency(std::string_view path) {
    return pictureFormatOf(path) != PictureFormat::pptx;
}

scene::DisplayList composeExport(const ExportRequest& request) {
    if (request.layout)
        return layOutExport(request).list;
    scene::PictureOptions picture = request.picture;
    scene::setPictureSize(picture, request.width, request.height, request.pixelRatio);
    return scene::composePicture(*request.map, request.highlight, request.look, picture);
}

core::Outcome writePicture(const ExportRequest& request, const std::string& shaderFolder,
                           const std::function<bool(double)>& progress) {
    if (core::Outcome checked = check(request); !checked)
        return checked;
    core::Result<Canvas> canvas = isDrawn(request.path) ? makeCanvas(shaderFolder) : core::Result<Canvas>(Canvas{});
    if (!canvas)
        return core::Outcome::failure(canvas.messages());
    ComposedPage page = composePage(request);
    const std::vector<core::Message> warnings = lackingLetters(page);
    core::Outcome outcome = writePage(std::move(page), &canvas.value(), progress);
    for (const core::Message& warning : warnings)
        outcome.add(warning);
    return outcome;
}

core::Outcome writePicture(const ExportSource& source, const std::string& path, const std::string& shaderFolder,
                           const std::function<bool(double)>& progress) {
    std::future<core::Result<ComposedPage>> composing =
        std::async(std::launch::async, [&source]() -> core::Result<ComposedPage> {
            core::Result<ExportRequest> request = source();
            if (!request)
                return core::Result<ComposedPage>::failure(request.messages());
            if (core::Outcome checked = check(request.value()); !checked)
                return core::Result<ComposedPage>::failure(checked.messages());
            std::vector<core::Message> messages = request.messages();
            ComposedPage page = composePage(std::move(request.value()));
            for (core::Message& warning : lackingLetters(page))
                messages.push_back(std::move(warning));
            return {std::move(page), std::move(messages)};
        });
    core::Result<Canvas> canvas = isDrawn(path) ? makeCanvas(shaderFolder) : core::Result<Canvas>(Canvas{});
    core::Result<ComposedPage> composed = composing.get();
    if (!composed)
        return core::Outcome::failure(composed.messages());
    core::Outcome outcome = !canvas ? core::Outcome::failure(canvas.messages())
                                    : writePage(std::move(composed.value()), &canvas.value(), progress);
    for (const core::Message& message : composed.messages())
        outcome.add(message);
    return outcome;
}

} // namespace jejaring::session
