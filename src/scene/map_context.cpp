// SPDX-License-Identifier: MIT
#include "scene/map_context.hpp"

#include "scene/color_math.hpp"

#include <algorithm>
#include <array>

namespace jejaring::scene {
namespace {

// Metres a layout unit at a scale of 1: nearer than this a typical kabupaten is some 30 units across, wide enough for
// its own fill.
constexpr double kRegencyScale = 1100;

std::string withoutPrefix(const std::string& name, std::string_view prefix, std::string_view instead) {
    if (!name.starts_with(prefix))
        return name;
    return std::string(instead) + name.substr(prefix.size());
}

} // namespace

bool MapContext::selected(core::RegionIndex region) const {
    return std::find(highlight.selection.begin(), highlight.selection.end(), region) != highlight.selection.end();
}

core::RegionIndex MapContext::filledAt(core::RegionIndex regency) const {
    return fillsRegencies ? regency : catalog().provinceOf(regency);
}

bool MapContext::showsProvince(core::RegionIndex region) const {
    return region >= catalog().provinceCount() && region < data.values.size() && data.values[region].provincial &&
           data.values[region].state == analysis::ValueState::value;
}

RegionStyle MapContext::styleOfRegion(core::RegionIndex region) const {
    if (region >= data.values.size())
        return {style.noRecord, FillPattern::plain, style.noRecord};
    RegionStyle shown = styleOfValue(data, look.theme, data.values[region]);
    if (showsProvince(region)) {
        const Color dark = rgb(0x17202b);
        const Color light = rgb(0xf4f7fa);
        shown.pattern = FillPattern::hatch;
        shown.patternColor =
            mixed(shown.fill, contrast(shown.fill, dark) > contrast(shown.fill, light) ? dark : light, 0.42);
    }
    return shown;
}

const geo::Projection& projectionOfThread(geo::ProjectionKind kind) {
    thread_local std::array<std::unique_ptr<geo::Projection>, 3> projections;
    auto& projection = projections[static_cast<std::size_t>(kind)];
    if (!projection)
        projection = std::make_unique<geo::Projection>(kind);
    return *projection;
}

RegionStyle styleOfValue(const MapData& data, Theme theme, const analysis::RegionValue& value) {
    const Style& style = styleOf(theme);
    switch (value.state) {
    case analysis::ValueState::noRecord:
        break;
    case analysis::ValueState::notEnoughData:
        return {style.noRecord, FillPattern::dots, mixed(style.noRecord, style.text, 0.45)};
    case analysis::ValueState::zero:
        return {style.zero, FillPattern::hatch, mixed(style.zero, style.sea, 0.42)};
    case analysis::ValueState::value: {
        const Color fill =
            rampColors(theme, data.breaks.classCount())[std::min<std::size_t>(data.breaks.classOf(value.value), 8)];
        return {fill, FillPattern::plain, fill};
    }
    }
    return {style.noRecord, FillPattern::plain, style.noRecord};
}

std::string labelName(const core::Region& region) {
    std::string name = withoutPrefix(region.name, "Kabupaten ", "");
    name = withoutPrefix(name, "Kota Administrasi ", "");
    name = withoutPrefix(name, "Administrasi ", "");
    name = withoutPrefix(name, "Daerah Istimewa ", "DI ");
    name = withoutPrefix(name, "Daerah Khusus Ibukota ", "DKI ");
    return withoutPrefix(name, "Kepulauan ", "Kep. ");
}

bool fillsRegencies(const MapView& view, const Camera& camera, double scale) {
    return view.level == MapLevel::regency ||
           (view.level == MapLevel::automatic && camera.metresPerUnit * scale < kRegencyScale);
}

MapContext makeContext(const MapData& data, const Highlight& highlight, const Look& look, const Rect& frame,
                       const Camera& camera) {
    return {data, highlight, look, styleOf(look.theme), frame, camera, fillsRegencies(data.view, camera, look.scale),
            0};
}

} // namespace jejaring::scene
