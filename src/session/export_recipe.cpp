// SPDX-License-Identifier: MIT
// Requests as recipes, which travel in the metadata of what is written, and back.
#include "session/picture_export.hpp"

#include <cmath>

namespace jejaring::session {
namespace {

// What a recipe that does not say has.
double unsaidDots(int width, const std::optional<scene::Layout>& layout) {
    constexpr double kMmPerInch = 25.4;
    return layout ? width * kMmPerInch / layout->page.widthMm : kUsualDots;
}

} // namespace

publish::Recipe recipeOf(const ExportRequest& request) {
    const core::RegionCatalog& catalog = request.map->geometry->catalog();
    publish::Recipe recipe;
    recipe.view = request.map->view;
    for (const core::RegionIndex region : request.highlight.selection)
        if (region < catalog.size())
            recipe.selection.push_back(catalog[region].code);
    recipe.visitId = request.highlight.visitId;
    recipe.agreementId = request.highlight.agreementId;
    recipe.layout = request.layout;
    recipe.picture = request.picture;
    recipe.picture.credit.clear();
    recipe.picture.region.reset();
    if (request.picture.region && *request.picture.region < catalog.size())
        recipe.region = catalog[*request.picture.region].code;
    recipe.theme = request.look.theme;
    recipe.language = request.look.language;
    recipe.width = request.width;
    recipe.height = request.height;
    recipe.pixelRatio = request.pixelRatio;
    if (constexpr double kSame = 1e-9;
        std::abs(request.dotsPerInch - unsaidDots(request.width, request.layout)) > kSame)
        recipe.dotsPerInch = request.dotsPerInch;
    recipe.notes = request.notes;
    return recipe;
}

void applyRecipe(ExportRequest& request, const publish::Recipe& recipe) {
    const core::RegionCatalog& catalog = request.map->geometry->catalog();
    request.highlight = {};
    for (const core::RegionCode& code : recipe.selection)
        if (const auto region = catalog.find(code))
            request.highlight.selection.push_back(*region);
    request.highlight.visitId = recipe.visitId;
    request.highlight.agreementId = recipe.agreementId;
    request.layout = recipe.layout;
    const std::string credit = request.picture.credit;
    request.picture = recipe.picture;
    request.picture.credit = credit;
    if (!recipe.region.empty())
        request.picture.region = catalog.find(recipe.region);
    request.look.theme = recipe.theme;
    request.look.language = recipe.language;
    request.width = recipe.width;
    request.height = recipe.height;
    request.pixelRatio = recipe.pixelRatio;
    request.notes = recipe.notes;
    request.dotsPerInch = recipe.dotsPerInch > 0 ? recipe.dotsPerInch : unsaidDots(recipe.width, request.layout);
    if (request.layout)
        setPageSize(request, request.layout->page, request.dotsPerInch);
}

} // namespace jejaring::session
