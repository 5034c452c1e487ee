// SPDX-License-Identifier: MIT
// What every part of a layout needs to know, and the blocks that pages are built from. Used inside src/scene only.
#pragma once

#include "analysis/region_facts.hpp"
#include "scene/layout.hpp"
#include "scene/picture.hpp"
#include "scene/text_run.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace jejaring::scene {

struct LayoutContext {
    const LayoutInput& input;
    const Layout& layout;
    Look look; // with the layout's theme and language, at a scale of 1
    const Style& style;
    const text::FontSet& fonts;
    double width = 0; // of the page, layout units
    double height = 0;
    double margin = 0;

    [[nodiscard]] const core::Project& project() const { return *input.map->project; }
    [[nodiscard]] const core::RegionCatalog& catalog() const { return input.map->geometry->catalog(); }
    [[nodiscard]] bool landscape() const { return width >= height; }
    // The subject; kNoRegion or null where there is none.
    [[nodiscard]] core::RegionIndex region() const;
    // Whose agreements stand for those of region(): its province, where cooperation is the province's authority.
    [[nodiscard]] core::RegionIndex acting() const;
    [[nodiscard]] const core::RegionCode& actingCode() const { return catalog()[acting()].code; }
    [[nodiscard]] const core::Partner* partner() const;
    [[nodiscard]] const core::Visit* visit() const;
    [[nodiscard]] analysis::RegionFacts facts() const; // of region(), with the agreements and sectors of acting()
    // Whose figures stand on a page of a unit that has none of its own: its province's; empty for all others.
    [[nodiscard]] std::string authority() const { return acting() == region() ? "" : catalog()[acting()].name; }
    [[nodiscard]] std::string tr(std::string_view id) const { return text::translate(look.language, id); }
    [[nodiscard]] std::string tr(std::string_view id, const std::vector<std::string>& arguments) const {
        return text::translate(look.language, id, arguments);
    }
    [[nodiscard]] std::string number(double value, int decimals = 0) const;
    [[nodiscard]] std::string date(const core::PartialDate& date) const;
    [[nodiscard]] std::string date(core::Day day) const;
    [[nodiscard]] bool shows(const std::string& part) const { return !layout.hidden.contains(part); }
    // The user's words for a part with tokens replaced, else `computed`.
    [[nodiscard]] std::string words(const std::string& part, const std::string& computed) const;
};

[[nodiscard]] LayoutContext makeLayoutContext(const LayoutInput& input, const Layout& layout);

// Type of a page, in layout units.
[[nodiscard]] TextStyle titleType(const LayoutContext& context);
[[nodiscard]] TextStyle subtitleType(const LayoutContext& context);
[[nodiscard]] TextStyle headingType(const LayoutContext& context);
[[nodiscard]] TextStyle bodyType(const LayoutContext& context, double size = 15);
[[nodiscard]] TextStyle quietType(const LayoutContext& context, double size = 13);
// From one baseline to the next.
[[nodiscard]] double lineHeight(const TextStyle& style);

// Lines of text in one style.
struct TextBlock {
    std::vector<std::string> lines;
    TextStyle style;
    bool cut = false; // the text is longer than `lines`
    [[nodiscard]] double height() const { return lineHeight(style) * static_cast<double>(lines.size()); }
};
// Wrapped to `width`; smaller, down to `smallest` of its size, where it would take more than `maxLines`, and cut with
// "…" only beyond that.
[[nodiscard]] TextBlock fitText(const text::FontSet& fonts, std::string_view text, TextStyle style, double width,
                                std::size_t maxLines, double smallest = 0.6);
// From the upper edge at `at.y`; answers the lower edge.
double appendBlock(DisplayList& list, const TextBlock& block, geo::Point at);

// A block of a page: how high it would be at a width, and how it is drawn into a frame. One whose frame is too low
// draws what fits and says what it leaves out.
struct Block {
    std::string id;
    std::string name; // message id
    GroupKind kind = GroupKind::text;
    std::function<double(double width)> height; // layout units
    std::function<void(DisplayList& list, const Rect& frame)> draw;
    bool flexible = false; // may be made lower than it asks for
    double least = 0;      // of a flexible one
    bool yields = false;   // a flexible one that is made lower before any other is
    // How much of a height it would use; empty: all of it.
    std::function<double(double width, double height)> fit;
    double gap = 22;           // above it
    double most = 0;           // that one may be higher than it asks for, where a page has room left; 0: no more
    std::string description{}; // what it shows, with its numbers, for those who cannot see it
};

// Blocks below each other in `area`. Where it is too low for all, later flexible ones are made lower before earlier
// ones, and blocks are left out from the end where even that is not enough. Answers where each stands.
struct PlacedBlock {
    const Block* block = nullptr;
    Rect frame;
};
void appendPart(DisplayList& list, const Block& block, const Rect& frame);
[[nodiscard]] std::vector<PlacedBlock> stack(const std::vector<Block>& blocks, const Rect& area);

// --- blocks ---------------------------------------------------------------------------------------------------------

struct TableColumn {
    std::string heading;
    double share = 1; // of the width
    bool right = false;
    bool strong = false;
    bool whole = false; // its texts are short and stay on one line where there is room
};
struct Table {
    std::string title; // may be empty
    std::vector<TableColumn> columns;
    std::vector<std::vector<std::string>> rows;
    std::string empty; // said where there are no rows
};
[[nodiscard]] Block tableBlock(const LayoutContext& context, std::string id, const char* name, Table table);

// A heading and sentences below it.
[[nodiscard]] Block textBlock(const LayoutContext& context, std::string id, const char* name, std::string heading,
                              std::vector<std::string> paragraphs, double size = 15, bool flexible = true);

// The score with its parts.
[[nodiscard]] Block scoreBlock(const LayoutContext& context, core::RegionIndex region);
// The regions around one without a record that have any: its province and what that is divided into, or the provinces
// nearby.
[[nodiscard]] Block aroundBlock(const LayoutContext& context, core::RegionIndex region);
// Agreements in force over the years.
[[nodiscard]] Block seriesBlock(const LayoutContext& context, core::RegionIndex region);
// Bars of the sectors that agreements name most.
[[nodiscard]] Block sectorsBlock(const LayoutContext& context, core::RegionIndex region);
// The stops of a visit in their order.
[[nodiscard]] Block stopsBlock(const LayoutContext& context, const core::Visit& visit);
// What changed between two dates, as large numbers.
[[nodiscard]] Block changeBlock(const LayoutContext& context, const MapData& before, const MapData& after);

// --- maps -----------------------------------------------------------------------------------------------------------

// Metres a layout unit: farther away dots would only lie on a heap.
inline constexpr double kDotsNear = 9000;

struct LayoutMap {
    std::string id = "map";
    std::shared_ptr<const MapData> data;
    Highlight highlight;
    std::optional<Camera> camera; // as computed; Layout::cameras goes first
    double scale = 1;             // of its symbols and names
    bool dots = true;             // false: fills and arcs alone
    bool legend = true;
    bool scaleBar = true;
    bool grounded = false;       // lies on a ground of its own, which a page without one keeps
    Rect furniture;              // where legend and scale stand; empty for all of the frame
    std::vector<Rect> keepClear; // that names do not touch
    const std::vector<core::RegionIndex>* onlyNames = nullptr; // of regions; null: as many as there is room for
};
struct DrawnMap {
    Camera camera;
    std::vector<core::RegionIndex> names; // of regions, that stand on it
};
// Draws the map into a frame.
DrawnMap appendLayoutMap(DisplayList& list, const LayoutContext& context, const LayoutMap& map, const Rect& frame);
// A legend of two maps by itself, at most as large as the frame; answers its size. Precondition: both have the same
// classes.
Rect appendLayoutLegend(DisplayList& list, const LayoutContext& context, const MapData& data, const MapData& earlier,
                        const Rect& frame);
// What the colours of a map mean that has no room for its legend, in lines below it.
[[nodiscard]] Block classesBlock(const LayoutContext& context);
// The camera that shows a region and the partners whose place is known, or a partner and the regions; the country where
// no arc leads anywhere.
[[nodiscard]] Camera tiesCamera(const LayoutContext& context, const Rect& frame);

// What the user put on the page, above all else.
void appendAdded(LaidOut& page, const LayoutContext& context);
// Legend and scale, which stand in the maps of the page, as parts that can be hidden; once.
void addFurnitureParts(LaidOut& page, const LayoutContext& context, bool legend = true);

// --- words ----------------------------------------------------------------------------------------------------------

// In force on the page's date.
[[nodiscard]] bool standing(const LayoutContext& context, const core::Agreement& agreement);
// Tables of agreements as templates show them, the latest first.
[[nodiscard]] Table agreementTable(const LayoutContext& context, const std::vector<const core::Agreement*>& agreements,
                                   const core::RegionCode& region, bool wide);
// Of the column that tells how agreements stand: what sources say of them holds today, whatever the day of the page.
[[nodiscard]] std::string statusHeading(const LayoutContext& context);
[[nodiscard]] std::vector<std::string> regionSentences(const LayoutContext& context);
[[nodiscard]] std::vector<std::string> partnerSentences(const LayoutContext& context);
[[nodiscard]] std::vector<std::string> visitSentences(const LayoutContext& context);
[[nodiscard]] std::string visitDates(const LayoutContext& context, const core::Visit& visit);
// Agreements of a partner that the view lets through, the latest first.
struct PartnerAgreements {
    std::vector<const core::Agreement*> shown;
    int outside = 0; // that the filter does not let through
    int later = 0;   // of those it lets through, that came after the date
};
[[nodiscard]] PartnerAgreements agreementsWith(const LayoutContext& context, const core::Partner& partner);
// The title of a table of agreements: whose they are, and how many the view leaves out.
[[nodiscard]] std::string agreementsTitle(const LayoutContext& context, std::size_t shown, int outside, int later);
// Why there is no agreement to show of the page's region, by its facts.
[[nodiscard]] std::string noAgreement(const LayoutContext& context, int outside);
// Titles and addresses of the sources of what is shown, each once.
[[nodiscard]] std::vector<std::string> sourceLines(const LayoutContext& context,
                                                   const std::vector<const core::Agreement*>& agreements,
                                                   const std::vector<const core::Visit*>& visits);
// Publishers of the same sources, or else their titles made short, each once.
[[nodiscard]] std::vector<std::string> sourceNames(const LayoutContext& context,
                                                   const std::vector<const core::Agreement*>& agreements,
                                                   const std::vector<const core::Visit*>& visits);
// Those of all agreements that the view's filter lets through.
[[nodiscard]] std::vector<std::string> mapSources(const LayoutContext& context);

// --- templates ------------------------------------------------------------------------------------------------------

void layOutChoropleth(LaidOut& page, const LayoutContext& context);
void layOutMapPage(LaidOut& page, const LayoutContext& context, const PictureOptions& options); // the same of parts
void layOutSlide(LaidOut& page, const LayoutContext& context); // partners, itinerary, beforeAfter, profile
void layOutBrief(LaidOut& page, const LayoutContext& context);

// The frame that the user gave a part, else `computed`; notes the part. Nothing where it is hidden.
[[nodiscard]] std::optional<Rect> place(LaidOut& page, const LayoutContext& context, const std::string& id,
                                        const char* name, const Rect& computed, bool map = false, bool text = false);

// Title and subtitle at the top; answers the lower edge.
double appendHeader(LaidOut& page, const LayoutContext& context, const std::string& title, const std::string& subtitle);
// The source line at the foot with a rule above it, and above that line the sources of what the page shows, as far as
// there is room for their names; answers the rule's y.
double appendFooter(LaidOut& page, const LayoutContext& context, const std::vector<std::string>& sources = {});

} // namespace jejaring::scene
