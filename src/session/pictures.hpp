// SPDX-License-Identifier: MIT
// Pictures on their way into a project, and where they belong in it.
#pragma once

#include "core/project.hpp"
#include "core/result.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace jejaring::session {

// What pictures belong to: a region, an agreement, or a visit and maybe one of its stops.
struct PictureSubject {
    core::RegionCode region;
    std::string agreementId;
    std::string visitId;
    int stop = 0; // 0: the visit as a whole
    friend bool operator==(const PictureSubject&, const PictureSubject&) = default;
};
[[nodiscard]] PictureSubject subjectOf(const core::Picture& picture);

// Those of the subject in the project's order; a visit's with those of its stops.
[[nodiscard]] std::vector<const core::Picture*> picturesOf(const core::Project& project, const PictureSubject& subject);

// The picture takes the place of its neighbour among picturesOf(): `by` -1 earlier, 1 later. Without effect at the end.
void movePicture(core::Project& project, const std::string& id, const PictureSubject& subject, int by);

// Whether a file's name is that of a picture that can be taken in.
[[nodiscard]] bool namesPicture(std::string_view path);

// The longest side that a picture in a project may have, in pixels. How many bytes: kLargestPicture.
inline constexpr int kLargestPictureSide = 4096;

struct TakenPicture {
    std::string mediaType;
    std::vector<std::byte> bytes;
};
// Reads a picture of others: byte for byte as it is where it keeps to the limits, else scaled down, which a warning
// says. A picture that cannot be decoded is refused. Errors: readWholeFile's and decodeImage's.
[[nodiscard]] core::Result<TakenPicture> takePicture(const std::string& path);

} // namespace jejaring::session
