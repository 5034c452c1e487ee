// SPDX-License-Identifier: MIT
// What every part of the map needs to know while one display list is composed. Used inside src/scene only.
#pragma once

#include "scene/map_view.hpp"

#include <string_view>
#include <vector>

namespace jejaring::scene {

struct MapContext {
    const MapData& data;
    const Highlight& highlight;
    const Look& look;
    const Style& style;
    Rect frame;
    Camera camera;
    bool fillsRegencies = false;
    std::size_t map = 0; // number of the map in the list

    [[nodiscard]] const geo::MapGeometry& geometry() const { return *data.geometry; }
    [[nodiscard]] const core::RegionCatalog& catalog() const { return data.geometry->catalog(); }
    [[nodiscard]] geo::Point layout(geo::Point metres) const { return toFrame(camera, frame, metres); }
    // Layout units from a length at a scale of 1.
    [[nodiscard]] float px(double length) const { return static_cast<float>(length * look.scale); }
    [[nodiscard]] std::string tr(std::string_view id) const { return text::translate(look.language, id); }
    [[nodiscard]] std::string tr(std::string_view id, const std::vector<std::string>& arguments) const {
        return text::translate(look.language, id, arguments);
    }
    [[nodiscard]] bool selected(core::RegionIndex region) const;
    // The region whose colour stands at `regency` here: itself, or its province.
    [[nodiscard]] core::RegionIndex filledAt(core::RegionIndex regency) const;
    // True for a kabupaten/kota that shows the value of its province, whose authority cooperation is there.
    [[nodiscard]] bool showsProvince(core::RegionIndex region) const;
    // Colour and pattern of a region's value; hatched where the value is its province's.
    [[nodiscard]] RegionStyle styleOfRegion(core::RegionIndex region) const;
};

// The projection that the map is drawn in. PROJ objects may not be shared by threads, so each thread keeps its own.
[[nodiscard]] const geo::Projection& projectionOfThread(geo::ProjectionKind kind);

// The colour of a class, 0 being the lowest, or of a state without a number.
[[nodiscard]] RegionStyle styleOfValue(const MapData& data, Theme theme, const analysis::RegionValue& value);

// How long a name may stand on a map: "Kepulauan Riau" becomes "Kep. Riau", "Kabupaten Paser" becomes "Paser".
[[nodiscard]] std::string labelName(const core::Region& region);

[[nodiscard]] MapContext makeContext(const MapData& data, const Highlight& highlight, const Look& look,
                                     const Rect& frame, const Camera& camera);

// Sea, neighbours, fills, lakes and borders; then the outlines of what is selected and hovered.
void appendGround(DisplayList& list, const MapContext& context, bool world);
void appendOutlines(DisplayList& list, const MapContext& context);

} // namespace jejaring::scene
