// SPDX-License-Identifier: MIT
// Builds the tree of an SVG. Used inside src/publish only.
#pragma once

#include "publish/vector_target.hpp"
#include "text/text_clusters.hpp"

#include <pugixml.hpp>

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace jejaring::publish {

struct SvgFace {
    std::set<std::uint32_t> letters;    // code points
    std::set<text::FontWeight> weights; // of the texts
};

class SvgTarget final : public VectorTarget {
  public:
    // Appends to `root`; patterns and clips go into `definitions`. `fonts` may be null where no text comes, and must
    // outlive this.
    SvgTarget(pugi::xml_node root, pugi::xml_node definitions, const text::FontSet* fonts);

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

    // The rules of the classes that were given, in the order in which they came.
    [[nodiscard]] std::string rules() const;
    // The letters of each face that texts use.
    [[nodiscard]] const std::map<text::FaceId, SvgFace>& faces() const { return faces_; }

  private:
    // The class with these declarations, named "<kind>-<number>".
    const std::string& classOf(const char* kind, const std::string& declarations);
    // A reference to a new clip in this shape.
    std::string clipOf(const scene::Rect& rect, double radius);
    // A reference to the pattern of a fill.
    std::string patternOf(const VectorFill& fill);
    // Gives a shape the class of its fill and line, and repeats it where it has a pattern.
    void finishShape(pugi::xml_node shape, const char* kind, const VectorFill& fill, const std::string& line);
    [[nodiscard]] pugi::xml_node append(const char* name) { return open_.back().append_child(name); }

    pugi::xml_node definitions_;
    std::vector<pugi::xml_node> open_;
    const text::FontSet* fonts_;
    std::map<std::string, std::string> classes_; // name by declarations
    std::vector<std::pair<std::string, std::string>> rules_;
    std::map<std::string, int> counts_; // classes of a kind
    std::map<std::string, std::string> patterns_;
    int clips_ = 0;
    std::map<text::FaceId, SvgFace> faces_;
};

} // namespace jejaring::publish
