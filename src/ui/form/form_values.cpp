// SPDX-License-Identifier: MIT
#include "ui/form/form_values.hpp"

#include <cmath>

namespace jejaring::ui {

session::CheckContext checkContext(const Interface& ui) {
    static const core::RegionCatalog kNone;
    return {*ui.session.project(), ui.session.geometry() ? ui.session.geometry()->catalog() : kNone};
}

std::string pickedText(const PickedPlace& picked, text::Language language) {
    constexpr double kStep = 1e5; // five decimals are about a metre
    return session::fieldText(
        core::Coordinates{std::round(picked.degrees.y * kStep) / kStep, std::round(picked.degrees.x * kStep) / kStep},
        language);
}

std::string headOf(const std::string& text) {
    constexpr std::size_t kMost = 48; // bytes
    std::string head = text.substr(0, text.find('\n'));
    if (head.size() > kMost) {
        std::size_t end = kMost;
        while (end > 0 && (static_cast<unsigned char>(head[end]) & 0xc0U) == 0x80U)
            --end; // not within a character
        head = head.substr(0, end) + "…";
    } else if (head.size() < text.size()) {
        head += "…";
    }
    return head;
}

core::RegionCode codeOf(const std::string& text) {
    return core::RegionCode::parse(text).value_or(core::RegionCode());
}

std::string regionName(const Interface& ui, const core::RegionCode& code) {
    if (const auto& geometry = ui.session.geometry(); geometry && !code.empty())
        if (const auto index = geometry->catalog().find(code))
            return geometry->catalog()[*index].name;
    return code.text();
}

core::RegionCode chosenRegion(const Interface& ui) {
    const std::vector<core::RegionIndex>& selection = ui.session.state().selection;
    if (const auto& geometry = ui.session.geometry();
        geometry && !selection.empty() && selection.front() < geometry->catalog().size())
        return geometry->catalog()[selection.front()].code;
    return {};
}

} // namespace jejaring::ui
