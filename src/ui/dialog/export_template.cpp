// SPDX-License-Identifier: MIT
// The part of the export dialog that asks for a designed page: which template, about what, on which page.
#include "ui/dialog/export_dialog.hpp"
#include "ui/widget/widgets.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace jejaring::ui {
namespace {

constexpr std::array<int, 3> kLongSides{1920, 3840, 7680}; // pixels

std::size_t formatIndex(std::string_view id) {
    const auto formats = scene::pageFormats();
    const auto found = std::find_if(formats.begin(), formats.end(), [&](const auto& each) { return each.id == id; });
    return found == formats.end() ? 0 : static_cast<std::size_t>(found - formats.begin());
}

// The names of records in their order, with the id of each.
template <class Record, class Name>
void listRecords(const std::vector<Record>& records, Name name, ExportDialog::Records& list) {
    std::vector<std::pair<std::string, std::string>> named;
    named.reserve(records.size());
    for (const Record& record : records)
        named.emplace_back(name(record), record.id);
    std::sort(named.begin(), named.end());
    list.names.clear();
    list.ids.clear();
    for (auto& [shown, id] : named) {
        list.names.push_back({std::move(shown), ""});
        list.ids.push_back(std::move(id));
    }
}

// A page to be printed and read.
bool isBrief(scene::TemplateKind kind) {
    using enum scene::TemplateKind;
    return kind == regionBrief || kind == partnerBrief || kind == visitBrief;
}

core::Message wrongPage() {
    return core::warning(JEJARING_TR("Width and height are millimetres from 60 to 2000, such as 210x297, neither more "
                                     "than three times the other."));
}

// A list to choose a record from by its name. `id` becomes the first one's where it names none.
void chooseRecord(Interface& ui, const std::string& widget, const ExportDialog::Records& list, std::string& id,
                  float width, const std::string& explanation) {
    if (list.ids.empty())
        return;
    const auto found = std::find(list.ids.begin(), list.ids.end(), id);
    auto chosen = static_cast<std::size_t>(found == list.ids.end() ? 0 : found - list.ids.begin());
    combo(ui, widget, list.names, chosen, width, explanation);
    id = list.ids[chosen];
}

} // namespace

double ExportDialog::dotsPerInch(const scene::Page& page) const {
    constexpr double kMmPerInch = 25.4;
    if (longSide_ >= kLongSides.size())
        return typedDots().value_or(session::kUsualDots);
    return kLongSides[longSide_] * kMmPerInch / std::max(page.widthMm, page.heightMm);
}

std::optional<double> ExportDialog::typedDots() const {
    double dots = 0;
    const char* const last = dots_.data() + dots_.size();
    const auto [end, failure] = std::from_chars(dots_.data(), last, dots);
    if (failure != std::errc{} || end != last || !(dots >= session::kLeastDots && dots <= session::kMostDots))
        return std::nullopt;
    return dots;
}

std::optional<core::Message> ExportDialog::wrongDots() const {
    if (template_ == 0 || sheet_ || !pixels() || longSide_ < kLongSides.size())
        return std::nullopt;
    const std::optional<double> dots = typedDots();
    if (!dots)
        return core::warning(JEJARING_TR("Dots an inch are a number from 30 to 1200."));
    session::ExportRequest sized;
    session::setPageSize(sized, page(), *dots);
    if (std::max(sized.width, sized.height) > session::kLargestSide)
        return core::warning(
            JEJARING_TR("{0} × {1} pixels are more than a picture may have: {2} on a side."),
            {std::to_string(sized.width), std::to_string(sized.height), std::to_string(session::kLargestSide)});
    return std::nullopt;
}

bool ExportDialog::mayBeTransparent() const {
    // A sheet becomes whatever its deck is written as; a slide keeps the ground of its presentation.
    return template_ == 0 || sheet_ || format_ != static_cast<std::size_t>(session::PictureFormat::pptx);
}

void ExportDialog::takeSubject(const Interface& ui) {
    const session::State& state = ui.session.state();
    if (!state.visitId.empty())
        visitId_ = state.visitId;
    const auto& project = ui.session.project();
    if (!project)
        return;
    if (const core::Agreement* agreement = core::findAgreement(*project, state.agreementId))
        for (const core::Party& party : agreement->parties)
            if (!party.partnerId.empty())
                partnerId_ = party.partnerId;
}

std::optional<scene::Layout> ExportDialog::layout(const Interface& ui) const {
    if (template_ == 0)
        return std::nullopt;
    scene::Layout made;
    made.kind = scene::templates()[template_ - 1].kind;
    made.page = page();
    if (sheet_ && sheet_->layout && sheet_->layout->kind == made.kind) {
        made = *sheet_->layout; // with what was moved, hidden and added
        made.page = page();
        made.texts.erase("title");
        made.texts.erase("subtitle");
    }
    const std::vector<core::RegionIndex>& chosen = selection(ui);
    switch (scene::templateInfo(made.kind).subject) {
    case scene::SubjectKind::country:
        break;
    case scene::SubjectKind::region:
        if (!chosen.empty() && ui.session.geometry())
            made.region = ui.session.geometry()->catalog()[chosen.front()].code;
        break;
    case scene::SubjectKind::partner:
        made.partnerId = partnerId_;
        break;
    case scene::SubjectKind::visit:
        made.visitId = visitId_;
        break;
    }
    if (!title_.empty())
        made.texts["title"] = title_;
    if (!subtitle_.empty())
        made.texts["subtitle"] = subtitle_;
    (sheet_ ? sheetEditor_ : editor_).apply(made);
    return made;
}

std::optional<core::Message> ExportDialog::missing(const Interface& ui) const {
    if (template_ > 0 && page_ >= scene::pageFormats().size() && !ownPage())
        return wrongPage();
    if (auto wrong = wrongDots())
        return wrong;
    const auto wanted = layout(ui);
    if (!wanted || !ui.session.map())
        return std::nullopt;
    return scene::missingSubject({ui.session.map(), {}, "", {}}, *wanted);
}

void ExportDialog::chooseTemplate(Interface& ui, float width) {
    caption(ui, ui.tr(JEJARING_TR("Template")));
    std::vector<Choice> choices{
        {ui.tr(JEJARING_TR("The map as it is")), ui.tr(JEJARING_TR("With the extent and the size you choose"))}};
    for (const scene::TemplateInfo& info : scene::templates())
        choices.push_back({ui.tr(info.name), ui.tr(info.explanation)});
    const std::size_t before = template_;
    combo(ui, "export.template", choices, template_, width,
          template_ == 0 ? choices[0].explanation : ui.tr(scene::templates()[template_ - 1].explanation));
    if (template_ != before && template_ > 0)
        page_ = formatIndex(scene::templates()[template_ - 1].page);
    if (template_ != before)
        proposeTheme(ui);
    gap(ui, 2);
    if (template_ > 0)
        chooseSubject(ui, width);
}

void ExportDialog::proposeTheme(const Interface& ui) {
    if (!themeChosen_ && !sheet_)
        theme_ = static_cast<std::size_t>(
            template_ > 0 && isBrief(scene::templates()[template_ - 1].kind) ? scene::Theme::light : ui.theme());
}

void ExportDialog::chooseSubject(Interface& ui, float width) {
    const auto& project = ui.session.project();
    const scene::SubjectKind subject = scene::templates()[template_ - 1].subject;
    if (subject == scene::SubjectKind::country || !project)
        return;
    if (listed_ != project) {
        listed_ = project;
        listRecords(
            project->partners, [](const core::Partner& each) { return each.name; }, partners_);
        listRecords(
            project->visits, [](const core::Visit& each) { return each.title; }, visits_);
    }
    if (subject == scene::SubjectKind::region) {
        const std::vector<core::RegionIndex>& chosen = selection(ui);
        caption(ui, ui.tr(JEJARING_TR("Region")));
        line(ui, ui.font.body, ui.color.text,
             chosen.empty() ? ui.tr(JEJARING_TR("none chosen"))
                            : ui.session.geometry()->catalog()[chosen.front()].name);
    } else if (subject == scene::SubjectKind::partner) {
        caption(ui, ui.tr(JEJARING_TR("Partner")));
        chooseRecord(ui, "export.partner", partners_, partnerId_, width, ui.tr(JEJARING_TR("Whom the page is about")));
    } else {
        caption(ui, ui.tr(JEJARING_TR("Visit")));
        chooseRecord(ui, "export.visit", visits_, visitId_, width, ui.tr(JEJARING_TR("Which visit the page is about")));
    }
    // What is wrong with page and dots is said beside them.
    if (const auto message = missing(ui); message && message->id != wrongPage().id && !wrongDots())
        paragraph(ui, ui.font.small, ui.color.warning, text::translate(ui.language(), *message), width);
    gap(ui, 2);
}

void ExportDialog::choosePage(Interface& ui, float width) {
    caption(ui, ui.tr(JEJARING_TR("Page")));
    std::vector<Choice> pages;
    for (const scene::PageFormat& format : scene::pageFormats())
        pages.push_back({ui.tr(format.name), ""});
    pages.push_back({ui.tr(JEJARING_TR("Another size")), ""});
    combo(ui, "export.page", pages, page_, width, ui.tr(JEJARING_TR("The page's size")));
    if (page_ + 1 == pages.size()) {
        textField(ui, "export.ownPage", ownPage_, "210x297", width,
                  ui.tr(JEJARING_TR("Width and height in millimetres, such as 210x297")));
        if (!ownPage())
            paragraph(ui, ui.font.small, ui.color.warning, text::translate(ui.language(), wrongPage()), width);
    }
    if (!sheet_ && pixels())
        chooseResolution(ui, width);
}

void ExportDialog::chooseResolution(Interface& ui, float width) {
    gap(ui, 2);
    caption(ui, ui.tr(JEJARING_TR("Longer side in pixels, or dots an inch")));
    const std::array<Choice, kLongSides.size() + 1> sides{
        Choice{"1920", ""}, Choice{"3840", ""}, Choice{"7680", ""},
        Choice{"dpi", ui.tr(JEJARING_TR("As many pixels as the page has inches, times a number"))}};
    const std::size_t before = longSide_;
    if (segmented(ui, "export.side", sides, longSide_, width) && longSide_ == kLongSides.size() &&
        before < kLongSides.size())
        dots_ = std::to_string(std::lround(session::kUsualDots));
    if (longSide_ == kLongSides.size())
        textField(ui, "export.dpi", dots_, "300", width, ui.tr(JEJARING_TR("Dots an inch, 30 to 1200")));
    if (const auto wrong = wrongDots()) {
        paragraph(ui, ui.font.small, ui.color.warning, text::translate(ui.language(), *wrong), width);
        return;
    }
    session::ExportRequest sized;
    session::setPageSize(sized, page(), dotsPerInch(page()));
    line(ui, ui.font.small, ui.color.muted,
         ui.tr(JEJARING_TR("{0} × {1} pixels, {2} dpi"),
               {std::to_string(sized.width), std::to_string(sized.height), ui.number(sized.dotsPerInch)}));
}

} // namespace jejaring::ui
