// SPDX-License-Identifier: MIT
#include "ui/dialog/atlas_dialog.hpp"

#include "session/file_names.hpp"
#include "ui/dialog/look_row.hpp"
#include "ui/panel/map_canvas.hpp"
#include "ui/widget/imgui_shim.hpp"
#include "ui/widget/widgets.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace jejaring::ui {
namespace {

constexpr double kDotsPerInch = 144; // 1920 pixels across a slide: as sharp as screens are

const std::vector<scene::TemplateKind>& templatesOfAtlas() {
    static const std::vector<scene::TemplateKind> kKinds = [] {
        std::vector<scene::TemplateKind> kinds;
        for (const scene::TemplateInfo& info : scene::templates())
            if (session::isForAtlas(info.kind))
                kinds.push_back(info.kind);
        // What is read about each region comes first.
        std::stable_partition(kinds.begin(), kinds.end(),
                              [](scene::TemplateKind kind) { return kind == scene::TemplateKind::regionBrief; });
        return kinds;
    }();
    return kKinds;
}

std::size_t formatIndex(std::string_view id) {
    const auto formats = scene::pageFormats();
    const auto found = std::find_if(formats.begin(), formats.end(), [&](const auto& each) { return each.id == id; });
    return found == formats.end() ? 0 : static_cast<std::size_t>(found - formats.begin());
}

} // namespace

void AtlasDialog::start(const Interface& ui) {
    theme_ = static_cast<std::size_t>(scene::Theme::light); // for paper
    language_ = static_cast<std::size_t>(ui.language());
    page_ = formatIndex(scene::templateInfo(templatesOfAtlas()[template_]).page);
    // What is chosen, or else those that have something to tell.
    if (!ui.session.state().selection.empty())
        scope_ = 2;
    else if (scope_ == 2 || !opened_)
        scope_ = 1;
    opened_ = true;
    shown_ = 0;
    if (name_.empty())
        name_ = session::AtlasRequest::kName;
    target_.start(ui, "atlas");
    preview_.forget();
}

session::AtlasRequest AtlasDialog::request(const Interface& ui) const {
    session::AtlasRequest made;
    session::ExportRequest& page = made.page;
    page.map = ui.session.map();
    page.picture.credit = ui.session.boundaryCredit();
    page.look = lookOf(ui);
    page.look.scale = 1;
    page.look.theme = static_cast<scene::Theme>(theme_);
    page.look.language = static_cast<text::Language>(language_);
    page.layout.emplace();
    page.layout->kind = templatesOfAtlas()[template_];
    page.layout->page = scene::pageFormats()[page_].page;
    if (!title_.empty())
        page.layout->texts["title"] = title_;
    session::setPageSize(page, page.layout->page, kDotsPerInch);
    constexpr std::array kScopes{session::AtlasScope::all, session::AtlasScope::recorded, session::AtlasScope::chosen};
    made.regions =
        session::atlasRegions(*page.map, level_ == 0 ? core::RegionLevel::province : core::RegionLevel::regency,
                              kScopes[scope_], ui.session.state().selection);
    if (!name_.empty())
        made.name = name_;
    return made;
}

void AtlasDialog::chooseRegions(Interface& ui, float width) {
    caption(ui, ui.tr(JEJARING_TR("A page for each")));
    const std::array<Choice, 2> levels{Choice{ui.tr(JEJARING_TR("Province")), ""},
                                       Choice{ui.tr(JEJARING_TR("Kabupaten/kota")), ""}};
    if (segmented(ui, "atlas.level", levels, level_, width))
        shown_ = 0;
    gap(ui, 2);
    caption(ui, ui.tr(JEJARING_TR("Regions")));
    std::vector<Choice> scopes{
        {ui.tr(JEJARING_TR("All")), ui.tr(JEJARING_TR("Also those without a record, which their pages say"))},
        {ui.tr(JEJARING_TR("With a record")), ui.tr(JEJARING_TR("Those with a record that the filters let through"))}};
    if (!ui.session.state().selection.empty())
        scopes.push_back({ui.tr(JEJARING_TR("Chosen")),
                          ui.tr(JEJARING_TR("Those chosen on the map; of a chosen province all it is divided into"))});
    scope_ = std::min(scope_, scopes.size() - 1);
    if (segmented(ui, "atlas.scope", scopes, scope_, width))
        shown_ = 0;
    gap(ui, 2);
}

void AtlasDialog::chooseWords(Interface& ui, float width) {
    caption(ui, ui.tr(JEJARING_TR("Title")));
    textField(ui, "atlas.title", title_, ui.tr(JEJARING_TR("From what the page shows")), width,
              ui.tr(JEJARING_TR("Leave it empty for one computed from the data")));
    gap(ui, -4);
    paragraph(ui, ui.font.small, ui.color.muted,
              ui.tr(JEJARING_TR("Filled in on each page: {0}"), {"{name} {code} {province} {impact} {date}"}), width);
    gap(ui, 2);
}

void AtlasDialog::fileNames(Interface& ui, float width) {
    caption(ui, ui.tr(JEJARING_TR("Names of the files")));
    textField(ui, "atlas.name", name_, std::string(session::AtlasRequest::kName), width,
              ui.tr(JEJARING_TR("The same words in braces are filled in; names that are alike get numbers")));
    gap(ui, -4);
    for (const std::string& name : session::atlasFileNames(request(ui), 3))
        line(ui, ui.font.small, ui.color.muted,
             fitted(ui.font.small, name + (target_.format() == session::PictureFormat::svg ? ".svg" : ".png"), width));
    gap(ui, 2);
}

void AtlasDialog::options(Interface& ui, float width) {
    caption(ui, ui.tr(JEJARING_TR("Template")));
    std::vector<Choice> choices;
    for (const scene::TemplateKind kind : templatesOfAtlas())
        choices.push_back({ui.tr(scene::templateInfo(kind).name), ui.tr(scene::templateInfo(kind).explanation)});
    if (combo(ui, "atlas.template", choices, template_, width, choices[template_].explanation))
        page_ = formatIndex(scene::templateInfo(templatesOfAtlas()[template_]).page);
    gap(ui, 2);
    chooseRegions(ui, width);
    chooseWords(ui, width);
    caption(ui, ui.tr(JEJARING_TR("Page")));
    std::vector<Choice> formats;
    for (const scene::PageFormat& format : scene::pageFormats())
        formats.push_back({ui.tr(format.name), ""});
    combo(ui, "atlas.page", formats, page_, width, ui.tr(JEJARING_TR("The page's size")));
    gap(ui, 2);
    lookRow(ui, "atlas", theme_, language_, width);
    target_.chooseFormat(ui, width);
    gap(ui, 2);
    if (target_.folder())
        fileNames(ui, width);
}

void AtlasDialog::pages(Interface& ui, const session::AtlasRequest& atlas, const Area& area, double density) {
    const float bar = ui.u(36);
    if (atlas.regions.empty()) {
        ImGui::SetCursorScreenPos(ImVec2(area.x, area.y + area.height * 0.4F));
        paragraph(ui, ui.font.body, ui.color.muted,
                  ui.tr(JEJARING_TR("No region has a record that the filters let through.")), area.width);
        return;
    }
    shown_ = std::min(shown_, atlas.regions.size() - 1);
    const core::RegionIndex region = atlas.regions[shown_];
    preview_.draw(ui, session::atlasPage(atlas, region), {area.x, area.y, area.width, area.height - bar}, density,
                  "atlas.preview");
    // Which page it is, and the ones beside it.
    const std::string& name = ui.session.geometry()->catalog()[region].name;
    const std::string count =
        ui.tr(JEJARING_TR("{0} of {1} · {2}"),
              {ui.number(static_cast<double>(shown_ + 1)), ui.number(static_cast<double>(atlas.regions.size())), name});
    const std::string text = fitted(ui.font.small, count, area.width - ui.u(80));
    const ImVec2 size = textSize(ui.font.small, text);
    const float middle = area.x + area.width / 2;
    const float y = area.y + area.height - ui.u(28);
    drawText(ImGui::GetWindowDrawList(), ui.font.small, ImVec2(middle - size.x / 2, y + (ui.u(28) - size.y) / 2),
             ui.color.muted, text);
    ImGui::SetCursorScreenPos(ImVec2(middle - size.x / 2 - ui.u(36), y));
    if (iconButton(ui, "atlas.former", Icon::chevronLeft, 28, ui.tr(JEJARING_TR("The page before"))) && shown_ > 0)
        --shown_;
    ImGui::SetCursorScreenPos(ImVec2(middle + size.x / 2 + ui.u(8), y));
    if (iconButton(ui, "atlas.next", Icon::chevronRight, 28, ui.tr(JEJARING_TR("The next page"))) &&
        shown_ + 1 < atlas.regions.size())
        ++shown_;
}

bool AtlasDialog::draw(Interface& ui, double density) {
    if (!ui.session.map())
        return true;
    if (target_.choosing(ui))
        return false;
    line(ui, ui.font.title, ui.color.text, ui.tr(JEJARING_TR("Export an atlas")));
    gap(ui, 6);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const ImVec2 room = ImGui::GetContentRegionAvail();
    const float side = ui.u(300);
    const session::AtlasRequest atlas = request(ui);
    pages(ui, atlas, {at.x, at.y, room.x - side - ui.u(24), room.y}, density);
    // The choices scroll where there is no room; where the files go, and the button, are always there.
    const float below = target_.height(ui);
    const float left = at.x + room.x - side;
    ImGui::SetCursorScreenPos(ImVec2(left, at.y - ui.u(10)));
    ImGui::BeginChild("options", ImVec2(side, room.y + ui.u(10) - below), false, kNavFlattened);
    options(ui, side - ui.u(10));
    ImGui::EndChild();
    ImGui::SetCursorScreenPos(ImVec2(left, at.y + room.y - below + ui.u(12)));
    ImGui::BeginGroup();
    const std::string action =
        ui.tr(JEJARING_TR("Write {0} {0:page|pages}"), {ui.number(static_cast<double>(atlas.regions.size()))});
    const std::optional<session::PageTarget> target = target_.draw(ui, side - ui.u(10), action, !atlas.regions.empty());
    ImGui::EndGroup();
    if (target)
        ui.session.exportAtlas(atlas, *target);
    return target.has_value();
}

} // namespace jejaring::ui
