// SPDX-License-Identifier: MIT
// What a document says about itself.
#pragma once

#include "core/date.hpp"

#include <string>
#include <utility>
#include <vector>

namespace jejaring::publish {

struct DocumentInfo {
    // Keyword and UTF-8 text, as in PNG: Title, Description, Copyright, Source and Software have their own places in
    // each format, any other is kept as it is.
    std::vector<std::pair<std::string, std::string>> texts;
    core::Day date = core::today(); // of making; the environment's SOURCE_DATE_EPOCH, where it is set, outranks it
    std::string language = "id";    // of its words, as BCP 47

    // Empty where it is not there.
    [[nodiscard]] std::string text(const std::string& keyword) const;
    // The time of making as YYYY-MM-DDThh:mm:ssZ; midnight where only the day is known.
    [[nodiscard]] std::string timestamp() const;
};

} // namespace jejaring::publish
