// SPDX-License-Identifier: MIT
#include "ui/panel/region_filter.hpp"

#include "ui/form/form_values.hpp"
#include "ui/panel/details_panel.hpp"

#include <algorithm>

namespace jejaring::ui {

bool RegionFilter::follow(const Interface& ui) {
    const std::vector<core::RegionIndex>& selection = ui.session.state().selection;
    if (selection == followed_)
        return false;
    followed_ = selection;
    // What was chosen in the table itself does not take the other rows away from under the pointer.
    if (selection.size() == 1 && selection.front() == chosenHere_)
        return false;
    chosenHere_ = core::kNoRegion;
    codes_.clear();
    if (const auto& geometry = ui.session.geometry())
        for (const core::RegionIndex region : selection) {
            if (region >= geometry->catalog().size())
                continue;
            core::RegionCode code = geometry->catalog()[region].code;
            // Where the province holds the authority, its records are the region's.
            if (core::underProvincialAuthority(code))
                code = code.province();
            if (std::find(codes_.begin(), codes_.end(), code) == codes_.end())
                codes_.push_back(code);
        }
    return true;
}

bool RegionFilter::passes(std::span<const core::RegionCode> regions) const {
    return codes_.empty() || !firstOf(regions).empty();
}

core::RegionCode RegionFilter::firstOf(std::span<const core::RegionCode> regions) const {
    for (const core::RegionCode& code : regions)
        if (codes_.empty() || std::any_of(codes_.begin(), codes_.end(),
                                          [&](const core::RegionCode& chosen) { return within(chosen, code); }))
            return code;
    return {};
}

std::string RegionFilter::label(const Interface& ui) const {
    if (codes_.empty())
        return {};
    std::string first = regionName(ui, codes_.front());
    if (codes_.size() == 1)
        return first;
    return ui.tr(JEJARING_TR("{0} and {1} more"), {first, ui.number(static_cast<double>(codes_.size() - 1))});
}

std::string RegionFilter::names(const Interface& ui) const {
    std::string all;
    for (const core::RegionCode& code : codes_)
        all += (all.empty() ? "" : "\n") + regionName(ui, code);
    return all;
}

} // namespace jejaring::ui
