// SPDX-License-Identifier: MIT
// What users add to the facts: notes, pictures, other names of regions, sheets for presentations.
#pragma once

#include "core/region.hpp"
#include "core/shared_bytes.hpp"

#include <string>
#include <vector>

namespace jejaring::core {

// A note on a region, an agreement or a visit; the ids that do not apply are empty.
struct Note {
    std::string id;
    RegionCode region;
    std::string agreementId;
    std::string visitId;
    std::string text;
    std::string author;
    std::string written; // ISO 8601 date and time, UTC
    friend bool operator==(const Note&, const Note&) = default;
};

// A picture kept in the project, encoded as `mediaType` says.
struct Picture {
    std::string id;
    RegionCode region;
    std::string agreementId;
    std::string visitId;
    int stop = 0; // sequence of the stop; 0 where it belongs to none
    std::string caption;
    std::string credit;
    std::string mediaType; // "image/jpeg", "image/png"
    SharedBytes bytes;
    friend bool operator==(const Picture&, const Picture&) = default;
};

// Another name under which a region appears in tables.
struct RegionAlias {
    std::string alias;
    RegionCode region;
    std::string origin; // who says so: a table's name or the user
    friend bool operator==(const RegionAlias&, const RegionAlias&) = default;
};

// A layout or a sheet of one: a page for presentations, described as JSON by the publisher.
struct Sheet {
    std::string id;
    std::string name;
    std::string kind;
    std::string definition;
    friend bool operator==(const Sheet&, const Sheet&) = default;
};

} // namespace jejaring::core
