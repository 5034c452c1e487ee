// SPDX-License-Identifier: MIT
#include "session/pictures.hpp"

#include "data/file_io.hpp"
#include "data/image_file.hpp"
#include "publish/png_stream.hpp"
#include "session/project_check.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <filesystem>
#include <span>
#include <utility>

namespace jejaring::session {
namespace {

constexpr int kJpegQuality = 90; // of what is scaled down

std::vector<std::byte> encodePng(const core::Image& image) {
    std::vector<std::byte> bytes;
    publish::PngHeader header;
    header.width = static_cast<std::uint32_t>(image.width);
    header.height = static_cast<std::uint32_t>(image.height);
    header.alpha = true;
    publish::PngStream stream(header, [&bytes](std::span<const std::uint8_t> part) {
        const std::span<const std::byte> raw = std::as_bytes(part);
        bytes.insert(bytes.end(), raw.begin(), raw.end());
    });
    stream.addRows(image.rgba.data(), static_cast<std::ptrdiff_t>(image.width) * 4,
                   static_cast<std::size_t>(image.height));
    stream.finish();
    return bytes;
}

// Smaller and smaller, until it keeps to both limits.
core::Result<TakenPicture> scaledToLimits(const data::DecodedImage& decoded, const std::string& name) {
    const core::Image& whole = *decoded.image;
    const bool opaque = core::isOpaque(whole);
    for (int side = kLargestPictureSide; side >= 64; side = side * 3 / 4) {
        const core::ImageSize size = core::sizeWithin({whole.width, whole.height}, side);
        const bool smaller = size.width < whole.width || size.height < whole.height;
        const core::Image image = smaller ? core::scaledDown(whole, size.width, size.height) : whole;
        TakenPicture taken;
        taken.mediaType = opaque ? "image/jpeg" : "image/png";
        if (opaque) {
            core::Result<std::vector<std::byte>> jpeg = data::encodeJpeg(image, kJpegQuality);
            if (!jpeg)
                return core::Result<TakenPicture>::failure(jpeg.messages());
            taken.bytes = std::move(jpeg).value();
        } else {
            taken.bytes = encodePng(image);
        }
        if (taken.bytes.size() > kLargestPicture)
            continue;
        core::Result<TakenPicture> result(std::move(taken));
        result.add(core::warning(
            JEJARING_TR("{0} was too large for a project: taken in with {1} × {2} pixels instead of {3} × {4}"),
            {name, std::to_string(size.width), std::to_string(size.height), std::to_string(decoded.fullSize.width),
             std::to_string(decoded.fullSize.height)}));
        return result;
    }
    return core::error(core::ErrorCode::wrongFormat, JEJARING_TR("{0} cannot be made small enough for a project"),
                       {name});
}

} // namespace

PictureSubject subjectOf(const core::Picture& picture) {
    return {picture.region, picture.agreementId, picture.visitId, picture.stop};
}

std::vector<const core::Picture*> picturesOf(const core::Project& project, const PictureSubject& subject) {
    std::vector<const core::Picture*> found;
    for (const core::Picture& picture : project.pictures) {
        const bool same = !subject.visitId.empty() ? picture.visitId == subject.visitId &&
                                                         (subject.stop == 0 || picture.stop == subject.stop)
                          : !subject.agreementId.empty() ? picture.agreementId == subject.agreementId
                                                         : !subject.region.empty() && picture.region == subject.region;
        if (same)
            found.push_back(&picture);
    }
    return found;
}

void movePicture(core::Project& project, const std::string& id, const PictureSubject& subject, int by) {
    std::vector<std::size_t> places;
    std::size_t at = 0;
    for (const core::Picture* picture : picturesOf(project, subject)) {
        if (picture->id == id)
            at = places.size();
        places.push_back(static_cast<std::size_t>(picture - project.pictures.data()));
    }
    const auto to = static_cast<std::ptrdiff_t>(at) + by;
    if (places.empty() || project.pictures[places[at]].id != id || to < 0 ||
        to >= static_cast<std::ptrdiff_t>(places.size()))
        return;
    std::swap(project.pictures[places[at]], project.pictures[places[static_cast<std::size_t>(to)]]);
}

bool namesPicture(std::string_view path) {
    constexpr std::array<std::string_view, 3> kEndings{".jpg", ".jpeg", ".png"};
    std::string lower(path);
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return std::any_of(kEndings.begin(), kEndings.end(),
                       [&lower](std::string_view ending) { return lower.ends_with(ending); });
}

core::Result<TakenPicture> takePicture(const std::string& path) {
    const std::string name = std::filesystem::path(path).filename().string();
    // A file beyond the limit is not read at all; decodeImage says so of the others.
    std::error_code unknown;
    if (const std::uintmax_t size = std::filesystem::file_size(path, unknown);
        !unknown && size > data::ImageLimits{}.bytes)
        return core::error(core::ErrorCode::invalidArgument, JEJARING_TR("{0} is too large for a picture"), {name});
    const core::Result<std::string> read = data::readWholeFile(path);
    if (!read)
        return core::Result<TakenPicture>::failure(read.messages());
    const std::span<const std::byte> bytes = std::as_bytes(std::span(read.value()));
    data::ImageLimits limits;
    limits.enough = kLargestPictureSide;
    const core::Result<data::DecodedImage> decoded = data::decodeImage(bytes, name, limits);
    if (!decoded)
        return core::Result<TakenPicture>::failure(decoded.messages());
    const core::ImageSize full = decoded.value().fullSize;
    const bool fits = std::max(full.width, full.height) <= kLargestPictureSide && bytes.size() <= kLargestPicture;
    core::Result<TakenPicture> taken =
        fits ? core::Result<TakenPicture>(
                   TakenPicture{decoded.value().mediaType, std::vector<std::byte>(bytes.begin(), bytes.end())})
             : scaledToLimits(decoded.value(), name);
    for (const core::Message& message : decoded.messages())
        taken.add(message);
    return taken;
}

} // namespace jejaring::session
