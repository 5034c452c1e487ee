// SPDX-License-Identifier: MIT
// The shapes of one slide, as a display list plays them. Used inside src/publish only.
#pragma once

#include "publish/pptx_markup.hpp"
#include "publish/pptx_media.hpp"
#include "publish/vector_target.hpp"
#include "text/glyph_outlines.hpp"
#include "text/language.hpp"

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace jejaring::publish {

// From layout units to the slide's: a list of another shape than the slide's stands in its middle.
struct SlidePlacement {
    double emuPerUnit = 6350;
    double left = 0; // EMU
    double top = 0;
};
[[nodiscard]] SlidePlacement placementOn(const SlideSize& slide, double width, double height);

struct SlideContext {
    ThemeColors colors{scene::Theme::light};
    const text::FontSet* fonts = nullptr; // null where the list has no text
    const core::RegionCatalog* catalog = nullptr;
    scene::Color ground; // of the slide
    SlideSize size;
    SlidePlacement placement;
    text::Language language = text::Language::indonesian;
    std::string mapText;                  // alternative text of the map
    std::vector<std::string> regionTexts; // alternative texts by RegionIndex; empty ones and missing ones say the name
};

// What a slide is made of becomes shapes: areas and lines are freeforms in units of a hundredth of a point, so that
// neighbours share their corners to the bit.
class SlideShapes final : public VectorTarget {
  public:
    // `media` must outlive it.
    SlideShapes(SlideContext context, PptxMedia& media);
    void beginGroup(const VectorGroup& group) override;
    void endGroup() override;
    void fillPath(const VectorPath& path, const VectorFill& fill) override;
    void strokePath(const VectorPath& path, const VectorStroke& stroke) override;
    void circle(const scene::Circle& circle) override;
    void roundedRect(const scene::RoundedRect& rect) override;
    void text(const scene::GlyphRun& run) override;
    void image(const scene::Image& image) override;
    void pushClip(const scene::Rect& rect) override;
    void popClip() override;

    // A title that screen readers and the outline find, above the slide where nobody sees it. Only where there is none.
    void addHiddenTitle(const std::string& title);
    [[nodiscard]] bool titled() const { return titled_; }
    // Numbers of its pictures in the media; the slide's relation to the first is rId2, and so on.
    [[nodiscard]] const std::vector<std::size_t>& pictures() const { return pictures_; }
    // The content of <p:spTree>. Precondition: all groups are closed.
    [[nodiscard]] std::string tree() const;

  private:
    // EMU.
    struct Extent {
        std::int64_t left = 0;
        std::int64_t top = 0;
        std::int64_t right = -1; // less than left: nothing
        std::int64_t bottom = -1;
        void add(const Extent& other);
        [[nodiscard]] bool empty() const { return right < left; }
    };
    struct TableRule {
        std::size_t edge = 0; // of the rows
        VectorStroke stroke;
    };
    struct Open {
        VectorGroup group;
        std::string shapes;
        std::size_t count = 0;
        Extent extent;
        std::vector<scene::GlyphRun> lines; // of texts that become one box each, or cells, at the group's end
        std::vector<TableRule> rules;       // of a table's cells
        bool apart = false;                 // holds what must not stand in a group: a placeholder or a table
    };
    // How a shape is called, and whether it says anything.
    struct Identity {
        std::string name;
        std::string description;
        bool decorative = false;
    };
    // What an area or lines become: a path in units of the grid, and where it lies.
    struct Freeform {
        std::string path;
        Extent extent;
    };

    struct Corner { // on the grid
        std::int64_t x = 0;
        std::int64_t y = 0;
        bool operator==(const Corner&) const = default;
    };
    using GridLine = std::vector<Corner>;
    // One path of a freeform.
    struct Stretch {
        std::vector<GridLine> lines;
        std::string_view attributes; // of <a:path>
        bool closed = false;
    };

    [[nodiscard]] std::int64_t gridX(double x) const;
    [[nodiscard]] std::int64_t gridY(double y) const;
    [[nodiscard]] std::int64_t emu(double length) const;
    [[nodiscard]] Extent extentOf(const scene::Rect& rect) const;
    [[nodiscard]] static bool within(const Extent& inner, const Extent& outer);
    [[nodiscard]] bool clippedAway(const Extent& extent) const;
    [[nodiscard]] std::vector<GridLine> gridLines(const VectorPath& path, bool closed) const;
    [[nodiscard]] static Freeform freeformOf(const std::vector<Stretch>& stretches);
    [[nodiscard]] Freeform freeform(const VectorPath& path, bool closed) const;
    // An area with the marks of its pattern in one shape: the shape's fill is the area's, its line is the marks'.
    [[nodiscard]] Freeform markedFreeform(const VectorPath& area, const VectorPath& marks) const;
    // `element`: the outline of a shape or a border of a cell.
    [[nodiscard]] std::string linePen(const scene::Color& color, double width, double dash,
                                      std::string_view element = "ln") const;
    [[nodiscard]] Identity identity(std::string_view word) const;
    [[nodiscard]] Identity regionIdentity(core::RegionIndex region) const;
    [[nodiscard]] std::string properties(const Identity& identity);
    void add(const std::string& shape, const Extent& extent);
    void addShape(const Identity& identity, const Extent& extent, const std::string& geometry,
                  const std::string& paint);
    // Programs draw the format's own patterns in sizes of their own; as lines and dots they look alike everywhere.
    // `edge` is drawn around the area where it has a width.
    void addPatterned(const Identity& named, const VectorPath& area, const VectorFill& fill, const VectorStroke& edge);
    // One that a clip cuts, or that has a pattern, is a freeform.
    void addCircleArea(const scene::Circle& circle, const Identity& named);
    // What a run has behind its letters, which few programs draw behind texts.
    void addHalo(const scene::GlyphRun& run);
    // One box with the lines one below the other, the first one's baseline where its origin is. `placeholder` are the
    // attributes of <p:ph>; empty for a box of its own.
    void addText(std::span<const scene::GlyphRun> lines, std::string_view placeholder, bool centred);
    // Without what lies behind its letters.
    void addTextBox(std::span<const scene::GlyphRun> lines, std::string_view placeholder, bool centred);
    void addHeading(const std::vector<scene::GlyphRun>& lines);
    void addParagraphs(const std::vector<scene::GlyphRun>& lines);
    // Lines along the edges of a table's rows, which its cells have as borders.
    [[nodiscard]] bool takeRule(const VectorPath& path, const VectorStroke& stroke);
    // The texts and lines of a group of cells as a table that can be edited.
    void addTable(const Open& cells);
    [[nodiscard]] std::string cell(const scene::TableGrid& grid, std::size_t column, double top,
                                   const std::vector<scene::GlyphRun>& lines, const std::string& borders) const;
    [[nodiscard]] std::string runs(std::span<const scene::GlyphRun> lines) const;

    SlideContext context_;
    PptxMedia& media_;
    std::unique_ptr<text::GlyphOutlines> outlines_; // null until there is a halo
    std::vector<std::size_t> pictures_;
    std::vector<Open> open_; // the first is the slide
    std::vector<Extent> clips_;
    std::uint32_t nextId_ = 2; // 1 is the tree itself
    bool titled_ = false;
};

} // namespace jejaring::publish
