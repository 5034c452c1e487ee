// SPDX-License-Identifier: MIT
// The pictures of a presentation as parts of its file, each once. Used inside src/publish only.
#pragma once

#include "publish/zip_package.hpp"
#include "scene/display_list.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace jejaring::publish {

class PptxMedia {
  public:
    // The number of the picture among the parts: its own file where that is a JPEG or a PNG, else a PNG of its pixels.
    // Precondition: it has pixels.
    std::size_t add(const scene::ImageSource& source);
    // "image1.png", in the folder ppt/media.
    [[nodiscard]] std::string name(std::size_t number) const;
    void addTo(ZipPackage& package) const;

  private:
    struct Part {
        const void* key = nullptr; // of the pixels, which the caller keeps
        std::string ending;
        std::string content;
    };
    std::vector<Part> parts_;
};

} // namespace jejaring::publish
