// SPDX-License-Identifier: MIT
#include "ui/widget/soft_wrap.hpp"

#include <algorithm>

namespace jejaring::ui {

std::string softWrapped(std::string_view text, float width, const std::function<float(std::string_view)>& measure) {
    std::string shown(text);
    std::size_t line = 0;                       // where it begins
    std::size_t space = std::string_view::npos; // the last one of the line that fits
    for (std::size_t at = 0; at <= text.size(); ++at) {
        const bool ends = at == text.size() || text[at] == '\n';
        if (!ends && text[at] != ' ')
            continue;
        // The word that ends here.
        if (space != std::string_view::npos && space + 1 < at && measure(text.substr(line, at - line)) > width) {
            shown[space] = '\n';
            line = space + 1;
        }
        space = ends ? std::string_view::npos : at;
        if (ends)
            line = at + 1;
    }
    return shown;
}

std::string textAfterEdit(std::string_view text, std::string_view shown, std::string_view edited) {
    const std::size_t shorter = std::min(shown.size(), edited.size());
    std::size_t before = 0;
    while (before < shorter && shown[before] == edited[before])
        ++before;
    std::size_t after = 0;
    while (after < shorter - before && shown[shown.size() - 1 - after] == edited[edited.size() - 1 - after])
        ++after;
    std::string made(text.substr(0, before));
    made += edited.substr(before, edited.size() - before - after);
    made += text.substr(text.size() - after);
    return made;
}

} // namespace jejaring::ui
