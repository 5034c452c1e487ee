// SPDX-License-Identifier: MIT
// The export dialog where it edits a sheet: its template, page, texts and look, over the sheet's own map.
#include "ui/dialog/export_dialog.hpp"
#include "ui/panel/sheet_actions.hpp"
#include "ui/widget/widgets.hpp"

#include <algorithm>

namespace jejaring::ui {

const std::vector<core::RegionIndex>& ExportDialog::selection(const Interface& ui) const {
    return sheet_ ? sheet_->highlight.selection : ui.session.state().selection;
}

scene::Page ExportDialog::page() const {
    const auto formats = scene::pageFormats();
    return page_ < formats.size() ? formats[page_].page : ownPage().value_or(scene::Page{});
}

std::optional<scene::Page> ExportDialog::ownPage() const {
    std::string size;
    for (std::size_t i = 0; i < ownPage_.size(); ++i)
        if (ownPage_.compare(i, 2, "×") == 0) {
            size += 'x';
            ++i;
        } else if (ownPage_[i] != ' ') {
            size += ownPage_[i];
        }
    return scene::parsePage(size);
}

bool ExportDialog::takeSheet(Interface& ui) {
    const core::Sheet* sheet = session::findSheet(*ui.session.project(), ui.window.sheetEdited);
    if (sheet == nullptr)
        return false;
    if (!own_)
        own_ = Own{template_, page_, ownPage_, typeScale_, furniture_, transparent_, partnerId_, visitId_};
    // Nearly always there: its small page is what was clicked.
    if (const session::SheetCache::Shown shown = ui.session.sheetPage(*sheet); shown.page && !shown.pending) {
        sheet_ = shown.page->request;
    } else {
        session::SheetSource source = ui.session.sheetSource();
        core::Result<session::ExportRequest> made = session::sheetRequest(*sheet, source);
        if (!made) {
            ui.session.notify(made.error());
            return false;
        }
        sheet_ = std::move(made).value();
    }
    sheetEditor_.start();
    template_ = 0;
    title_ = sheet_->picture.title;
    subtitle_ = sheet_->picture.subtitle;
    if (const std::optional<scene::Layout>& layout = sheet_->layout) {
        sheetEditor_.take(*layout);
        const auto templates = scene::templates();
        template_ =
            1 + static_cast<std::size_t>(std::find_if(templates.begin(), templates.end(),
                                                      [&](const auto& info) { return info.kind == layout->kind; }) -
                                         templates.begin());
        const auto formats = scene::pageFormats();
        page_ = static_cast<std::size_t>(
            std::find_if(formats.begin(), formats.end(), [&](const auto& each) { return each.page == layout->page; }) -
            formats.begin());
        if (page_ == formats.size())
            ownPage_ = scene::pageId(layout->page);
        const auto text = [&](const char* part) {
            const auto found = layout->texts.find(part);
            return found == layout->texts.end() ? std::string() : found->second;
        };
        title_ = text("title");
        subtitle_ = text("subtitle");
        if (!layout->partnerId.empty())
            partnerId_ = layout->partnerId;
        if (!layout->visitId.empty())
            visitId_ = layout->visitId;
    } else {
        typeScale_ = sheet_->pixelRatio / scene::defaultPixelRatio(sheet_->width, sheet_->height);
        if (!sheet_->highlight.visitId.empty())
            visitId_ = sheet_->highlight.visitId;
    }
    theme_ = static_cast<std::size_t>(sheet_->look.theme);
    language_ = static_cast<std::size_t>(sheet_->look.language);
    furniture_ = sheet_->picture.furniture;
    transparent_ = sheet_->picture.transparent;
    return true;
}

session::ExportRequest ExportDialog::sheetRequest(const Interface& ui) const {
    session::ExportRequest made = *sheet_;
    made.layout = layout(ui);
    made.look.theme = static_cast<scene::Theme>(theme_);
    made.look.language = static_cast<text::Language>(language_);
    made.picture.transparent = transparent_ && mayBeTransparent();
    if (made.layout) {
        session::setPageSize(made, made.layout->page, dotsPerInch(made.layout->page));
        return made;
    }
    if (sheet_->layout) { // it had a template's page
        const session::ExportRequest fresh;
        made.width = fresh.width;
        made.height = fresh.height;
    }
    made.pixelRatio = typeScale_ * scene::defaultPixelRatio(made.width, made.height);
    scene::setPictureSize(made.picture, made.width, made.height, made.pixelRatio);
    made.picture.title = title_;
    made.picture.furniture = furniture_;
    // The map stays where it is while type and page become larger.
    if (made.picture.camera && sheet_->picture.camera && sheet_->picture.width > 0)
        made.picture.camera->metresPerUnit =
            sheet_->picture.camera->metresPerUnit * sheet_->picture.width / made.picture.width;
    return made;
}

bool ExportDialog::sheetButtons(Interface& ui) {
    bool done = false;
    if (button(ui, "export.update", ui.tr(JEJARING_TR("Update the sheet")), true,
               ui.tr(JEJARING_TR("The sheet is as the preview shows it")), !missing(ui))) {
        const publish::Recipe recipe = session::recipeOf(request(ui));
        const std::string id = ui.window.sheetEdited;
        const core::Sheet* sheet = session::findSheet(*ui.session.project(), id);
        const auto extent = sheet != nullptr ? session::sheetExtent(*sheet) : std::nullopt;
        ui.session.changeProject(core::note(JEJARING_TR("Edit the sheet")),
                                 [&](core::Project& project) { session::updateSheet(project, id, recipe, extent); });
        done = true;
    }
    ImGui::SameLine(0, ui.u(8));
    if (button(ui, "export.cancel", ui.tr(JEJARING_TR("Cancel")), false, ui.tr(JEJARING_TR("Change nothing"))))
        done = true;
    if (done)
        ui.window.sheetEdited.clear();
    return done;
}

} // namespace jejaring::ui
