// SPDX-License-Identifier: MIT
// A layout is a small document: a designed template, its page and subject, and what the user changed of it. Where its
// parts stand is computed from the template and the data, so that a longer title or a new agreement keeps it whole;
// what the user moved stays where it was put.
#pragma once

#include "scene/map_view.hpp"
#include "scene/page.hpp"

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace jejaring::scene {

enum class TemplateKind : std::uint8_t {
    choropleth,   // the map with title, legend and source line
    partners,     // of a region: the world with arcs, and who they lead to
    itinerary,    // a visit's route and its stops
    beforeAfter,  // the map at two dates
    profile,      // of a region: its map, numbers, agreements and what is written about it
    regionBrief,  // one page on a region, in sentences, numbers and tables
    partnerBrief, // one page on a partner
    visitBrief,   // one page on a visit
};

// What a template is about, beside the view.
enum class SubjectKind : std::uint8_t { country, region, partner, visit };

struct TemplateInfo {
    TemplateKind kind;
    std::string_view id;          // "choropleth", "partners" ...: for files and the command line
    std::string_view name;        // message id
    std::string_view explanation; // message id
    SubjectKind subject;
    std::string_view page; // the format it is made for
};
[[nodiscard]] std::span<const TemplateInfo> templates();
[[nodiscard]] const TemplateInfo& templateInfo(TemplateKind kind);
[[nodiscard]] std::optional<TemplateKind> parseTemplate(std::string_view id);

// What the user may put on a page besides what the template has.
enum class AddedKind : std::uint8_t {
    text,
    picture,   // of the project, a logo for one; lies in its frame whole
    worldMap,  // an inset: a region and its partners, with arcs
    regionMap, // an inset: closer to a region
    score,     // of a region, with its parts
    series,    // agreements in force over the years
    sectors,   // bars of the sectors named most
    table,     // a region's agreements
    stops,     // of a visit
};
[[nodiscard]] std::string_view addedKindId(AddedKind kind); // "text", "world-map" ...: for files
[[nodiscard]] std::optional<AddedKind> parseAddedKind(std::string_view id);
[[nodiscard]] const char* addedKindName(AddedKind kind); // message id
[[nodiscard]] bool isInset(AddedKind kind);              // a map within its frame
[[nodiscard]] bool isAboutRegion(AddedKind kind);

struct AddedPart {
    std::string id; // "text-1", "picture-2"
    AddedKind kind = AddedKind::text;
    Rect frame;          // layout units
    std::string text;    // of a text, or the title of an inset, computed where it is empty; tokens are replaced
    std::string subject; // of a picture its id, of stops the visit's, else the region's code
    double size = 15;    // of a text, layout units
    friend bool operator==(const AddedPart&, const AddedPart&) = default;
};

struct Layout {
    TemplateKind kind = TemplateKind::choropleth;
    Page page;
    std::optional<Theme> theme;             // nothing: as the window
    std::optional<text::Language> language; // nothing: as the window
    core::RegionCode region;                // the subject, where the template has one
    std::string partnerId;
    std::string visitId;
    std::optional<core::Day> before;          // the earlier date of beforeAfter; nothing: ten years before the view's
    std::map<std::string, std::string> texts; // by part: "title", "subtitle", "note"; tokens are replaced
    std::set<std::string> hidden;             // parts that are not shown
    std::map<std::string, Rect> moved;        // parts that stand elsewhere than the template puts them
    std::map<std::string, Camera> cameras;    // of parts that are maps
    std::vector<AddedPart> added;
    friend bool operator==(const Layout&, const Layout&) = default;
};

// The pixels of a picture of the project; without any where they cannot be had.
using PictureSource = std::function<ImageSource(const core::Picture&)>;

// What a layout is drawn from.
struct LayoutInput {
    std::shared_ptr<const MapData> map; // project, geometry and view
    Look look;                          // theme and language where the layout names none; its scale is not used
    std::string credit;                 // of the boundaries
    std::vector<core::RegionIndex> selection;
    PictureSource pictures{}; // empty: none can be shown
    bool transparent = false; // without the ground: page, sea, and neighbours where no arc leads there
};

// A part as it stands on the page.
struct PlacedPart {
    std::string id;     // "title", "map", "legend", "table" ...
    std::string name;   // message id
    Rect frame;         // layout units
    bool map = false;   // it has a camera of its own
    bool text = false;  // Layout::texts may replace its words
    bool fixed = false; // belongs to a map and stands where that puts it, in no frame of its own; it can be hidden
};

// A layout drawn: the list, and where its parts stand for those who would move them. Parts whose content is longer
// than their frame say how much is left out.
struct LaidOut {
    DisplayList list;
    std::vector<PlacedPart> parts;
    std::map<std::string, Camera> cameras; // of the maps, as drawn
    std::string title;                     // as it stands on the page
    std::vector<std::string> sources;      // titles and addresses of the facts shown, for speaker notes
    // From and up to which of the list's items the maps reach.
    std::vector<std::pair<std::size_t, std::size_t>> mapItems;
};
// A subject that the project does not have gives a page that says so.
[[nodiscard]] LaidOut layOut(const LayoutInput& input, const Layout& layout);

// Why it cannot be made: a region, a partner or a visit that it needs is not chosen or not there. For the user.
[[nodiscard]] std::optional<core::Message> missingSubject(const LayoutInput& input, const Layout& layout);

// {name}, {code}, {impact}, {province}, {date} and {indicator} replaced by what they stand for; other braces stay.
[[nodiscard]] std::string replaceTokens(const LayoutInput& input, const Layout& layout, std::string_view text);

} // namespace jejaring::scene
