// SPDX-License-Identifier: MIT
// The pictures of a presentation as parts of its file, each once, written as they come. Used inside src/publish only.
#pragma once

#include "publish/zip_stream.hpp"
#include "scene/display_list.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace jejaring::publish {

class PptxMedia {
  public:
    // `package` must outlive it.
    explicit PptxMedia(ZipStream& package) : package_(package) {}
    // The number of the picture among the parts: its own file where that is a JPEG or a PNG, else a PNG of its pixels.
    // Precondition: it has pixels.
    std::size_t add(const scene::ImageSource& source);
    // "image1.png", in the folder ppt/media.
    [[nodiscard]] std::string name(std::size_t number) const;

  private:
    // What tells a picture that was written from others, whose bytes are gone.
    struct Part {
        std::uint64_t hash = 0;
        std::size_t size = 0;
        std::string ending;
        friend bool operator==(const Part&, const Part&) = default;
    };
    ZipStream& package_;
    std::vector<Part> parts_;
};

} // namespace jejaring::publish
