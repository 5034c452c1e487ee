// SPDX-License-Identifier: MIT
#include "ui/panel/slide_show.hpp"

#include "scene/flight_names.hpp"
#include "ui/widget/imgui_shim.hpp"
#include "ui/widget/widgets.hpp"
#include "ui/widget/words.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <utility>

namespace jejaring::ui {
namespace {

constexpr double kFade = 0.3; // seconds from page to page
constexpr double kShortestFlight = 0.7;
constexpr double kLongestFlight = 1.4;
constexpr double kFadeShare = 0.22;               // of a flight, at both its ends
constexpr double kNumberShows = 2.2;              // seconds after a step
constexpr double kPointerShows = 2.0;             // seconds after it moved
constexpr double kJumpWaits = 3.0;                // seconds for Enter after a digit
constexpr ImU32 kGround = IM_COL32(0, 0, 0, 255); // around pages of another shape than the screen

float share(double value) {
    return static_cast<float>(std::clamp(value, 0.0, 1.0));
}

ImU32 white(float alpha) {
    return IM_COL32(255, 255, 255, static_cast<int>(std::lround(alpha * 255)));
}

// Where the page stands in the window.
Area fittedInto(const Area& window, const scene::DisplayList& page) {
    const double ratio =
        std::min(static_cast<double>(window.width) / page.width, static_cast<double>(window.height) / page.height);
    const auto width = static_cast<float>(std::round(page.width * ratio));
    const auto height = static_cast<float>(std::round(page.height * ratio));
    return {std::round(window.x + (window.width - width) / 2), std::round(window.y + (window.height - height) / 2),
            width, height};
}

} // namespace

void SlideShow::begin(Interface& ui) {
    running_ = true;
    now_ = {};
    before_ = {};
    change_.reset();
    failure_.reset();
    digits_.clear();
    steppedAt_ = movedAt_ = ui.now;
}

void SlideShow::stop() {
    if (!running_)
        return;
    running_ = false;
    now_ = {};
    before_ = {};
    map_.reset();
    change_.reset();
}

void SlideShow::go(Interface& ui, const core::Project& project, std::ptrdiff_t to) {
    const auto last = static_cast<std::ptrdiff_t>(project.sheets.size()) - 1;
    const auto at = static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(to, 0, last));
    ui.window.show.black = false;
    steppedAt_ = ui.now;
    ui.window.show.at = at;
    ui.keepMoving();
}

void SlideShow::keys(Interface& ui, const core::Project& project) {
    SheetShow& show = ui.window.show;
    const auto at = static_cast<std::ptrdiff_t>(show.at);
    if (const std::string typed = digitsTyped(); !typed.empty()) {
        if (ui.now - digitsAt_ > kJumpWaits)
            digits_.clear();
        digits_ = (digits_ + typed).substr(0, 4);
        digitsAt_ = ui.now;
        ui.keepMoving();
    }
    const bool enter = keyPressed(Key::enter) || keyPressed(Key::keypadEnter);
    const bool jumps = enter && !digits_.empty() && ui.now - digitsAt_ <= kJumpWaits;
    if (keyPressed(Key::escape)) {
        show.running = false;
    } else if (jumps) {
        go(ui, project, std::atoi(digits_.c_str()) - 1); // NOLINT(cert-err34-c): at most four digits
        digits_.clear();
    } else if (keyPressed(Key::space) || keyPressed(Key::right, true) || keyPressed(Key::down, true) ||
               keyPressed(Key::pageDown, true) || enter || ImGui::IsMouseClicked(0)) {
        if (show.black)
            go(ui, project, at); // comes back first
        else
            go(ui, project, at + 1);
    } else if (keyPressed(Key::left, true) || keyPressed(Key::up, true) || keyPressed(Key::pageUp, true) ||
               keyPressed(Key::backspace, true)) {
        go(ui, project, show.black ? at : at - 1);
    } else if (keyPressed(Key::home)) {
        go(ui, project, 0);
    } else if (keyPressed(Key::end)) {
        go(ui, project, static_cast<std::ptrdiff_t>(project.sheets.size()) - 1);
    } else if (keyPressed(Key::n)) {
        show.notes = !show.notes;
        ui.keepMoving();
    } else if (keyPressed(Key::b)) {
        show.black = !show.black;
        ui.keepMoving();
    }
}

// The page of the sheet that is to be shown, once it has been composed; those beside it are composed ahead.
void SlideShow::follow(Interface& ui, const core::Project& project) {
    const std::size_t at = ui.window.show.at;
    const session::SheetCache::Shown shown = ui.session.sheetPage(project.sheets[at]);
    if (at + 1 < project.sheets.size())
        (void)ui.session.sheetPage(project.sheets[at + 1]);
    if (at > 0)
        (void)ui.session.sheetPage(project.sheets[at - 1]);
    if (shown.pending)
        return; // what is on the screen stays so long
    failure_ = shown.failure;
    if (shown.failure) {
        now_ = {};
        before_ = {};
        change_.reset();
    } else if (shown.page && shown.page != now_.page) {
        startChange(shown.page);
    }
}

void SlideShow::startChange(Page next) {
    std::swap(before_, now_);
    now_.page = std::move(next);
    now_.width = now_.height = 0; // to be drawn
    change_.reset();
    if (!before_.page)
        return;
    Change change;
    change.seconds = kFade;
    const session::SheetPage& from = *before_.page;
    const session::SheetPage& to = *now_.page;
    if (from.camera && to.camera && from.request.map->geometry == to.request.map->geometry) {
        const scene::Rect frame{0, 0, to.list.width, to.list.height};
        change.from = *from.camera;
        change.from.metresPerUnit *= from.list.width / to.list.width;
        change.to = *to.camera;
        const geo::Point a = scene::toFrame(change.from, frame, change.to.centre);
        const double moved = std::hypot(a.x - frame.width / 2, a.y - frame.height / 2) / frame.width;
        const double zoomed = std::abs(std::log(change.to.metresPerUnit / change.from.metresPerUnit));
        change.flies = moved > 0.01 || zoomed > 0.02; // else only what is shown changes
        if (change.flies) {
            change.seconds =
                std::clamp(scene::flightSeconds(change.from, change.to, frame) * 1.2, kShortestFlight, kLongestFlight);
            // Names would come and go on the way: those of both pages keep to their places instead.
            auto map = std::make_shared<scene::MapData>(*to.request.map);
            map->view.labels = false;
            change.map = std::move(map);
        }
    }
    change_ = change;
}

bool SlideShow::prepare(Drawn& drawn, int width, int height) {
    if (drawn.target && drawn.width == width && drawn.height == height)
        return true;
    const scene::DisplayList& list = drawn.page->list;
    const double ratio = std::min(width / list.width, height / list.height);
    const int pixelsX = std::max(1, static_cast<int>(std::lround(list.width * ratio)));
    const int pixelsY = std::max(1, static_cast<int>(std::lround(list.height * ratio)));
    if (!drawn.target || drawn.target->width() != pixelsX || drawn.target->height() != pixelsY) {
        auto made = render::OffscreenTarget::create(pixelsX, pixelsY);
        if (!made) {
            failure_ = made.error();
            return false;
        }
        drawn.target = std::move(made).value();
    }
    drawn.target->bind();
    render::Viewport viewport;
    viewport.width = pixelsX;
    viewport.height = pixelsY;
    viewport.pixelRatio = ratio;
    renderer_.draw(list, viewport);
    drawn.width = width;
    drawn.height = height;
    return true;
}

void SlideShow::place(const Drawn& drawn, const Area& window, float alpha) {
    if (!drawn.page || !drawn.target || alpha <= 0)
        return;
    const Area at = fittedInto(window, drawn.page->list);
    ImGui::GetWindowDrawList()->AddImage(textureId(drawn.target->texture()), at.min(), at.max(), ImVec2(0, 1),
                                         ImVec2(1, 0), white(alpha));
}

// The map alone, under way from one camera to the other.
void SlideShow::flight(Interface& ui, const Area& window, double density, double t) {
    const session::SheetPage& page = *now_.page;
    const Area at = fittedInto(window, page.list);
    const int width = std::max(1, static_cast<int>(std::lround(static_cast<double>(at.width) * density)));
    const int height = std::max(1, static_cast<int>(std::lround(static_cast<double>(at.height) * density)));
    if (!map_ || map_->width() != width || map_->height() != height) {
        auto made = render::OffscreenTarget::create(width, height);
        if (!made) {
            change_->flies = false;
            return;
        }
        map_ = std::move(made).value();
    }
    scene::PictureOptions options;
    if (!page.request.layout)
        scene::setPictureSize(options, page.request.width, page.request.height, page.request.pixelRatio);
    options.width = page.list.width;
    options.height = page.list.height;
    options.furniture = false;
    options.camera = scene::fly(change_->from, change_->to, {0, 0, options.width, options.height}, t);
    scene::DisplayList list = scene::composePicture(*change_->map, page.request.highlight, page.request.look, options);
    const scene::NameShares shares = scene::nameSharesAt(t);
    if (before_.page && before_.page->camera)
        scene::appendNamesUnderWay(list, before_.page->list, *before_.page->camera, *options.camera, shares.start);
    if (page.camera)
        scene::appendNamesUnderWay(list, page.list, *page.camera, *options.camera, shares.end);
    map_->bind();
    render::Viewport viewport;
    viewport.width = width;
    viewport.height = height;
    viewport.pixelRatio = width / list.width;
    renderer_.draw(list, viewport);
    renderer_.trim();
    ++ui.window.mapsDrawn;
    ImGui::GetWindowDrawList()->AddImage(textureId(map_->texture()), at.min(), at.max(), ImVec2(0, 1), ImVec2(1, 0));
}

void SlideShow::failure(Interface& ui, const Area& window, const core::Sheet& sheet) const {
    ImDrawList* list = ImGui::GetWindowDrawList();
    const float width = std::min(window.width * 0.6F, ui.u(560));
    const float x = window.x + (window.width - width) / 2;
    ImGui::SetCursorScreenPos(ImVec2(x, window.y + window.height / 2 - ui.u(40)));
    ImGui::BeginGroup();
    const ImU32 text = IM_COL32(232, 238, 245, 255);
    drawIcon(list, Icon::warning, ImVec2(x + ui.u(10), window.y + window.height / 2 - ui.u(62)), ui.u(24),
             ui.color.warning);
    paragraph(ui, ui.font.title, text, sheet.name, width);
    paragraph(ui, ui.font.body, IM_COL32(139, 154, 173, 255), sentence(ui.language(), *failure_), width);
    ImGui::EndGroup();
    ui.probe.mark("show.failure", ImGui::GetItemRectMin(), ImGui::GetItemRectMax());
}

// What is said while a sheet is shown stands below the page, which is drawn smaller above it: nothing is covered.
SlideShow::NoteSheet SlideShow::noteSheet(Interface& ui, const Area& window, const core::Project& project) const {
    const core::Sheet& sheet = project.sheets[ui.window.show.at];
    const core::Result<publish::Recipe> recipe = session::sheetRecipe(sheet);
    NoteSheet made;
    made.written = recipe && !recipe.value().notes.empty();
    made.text = made.written ? recipe.value().notes : ui.tr(JEJARING_TR("This sheet has no notes."));
    made.heading = ui.tr(JEJARING_TR("Notes")) + " · " + sheet.name;
    made.width = std::min(window.width - ui.u(80), ui.u(1100));
    const float most = window.height * 0.42F;
    for (ImFont* font : {ui.font.heading, ui.font.body}) { // smaller where it is long
        made.font = font;
        const float size = font->FontSize * font->Scale;
        const ImVec2 measured = font->CalcTextSizeA(size, FLT_MAX, made.width, made.text.c_str());
        const auto lines = std::max(1.0F, std::round(measured.y / size));
        made.height = lines * (size + ui.u(4)) + ui.u(16 + 18 + 18);
        if (made.height <= most)
            break;
    }
    made.height = std::round(std::min(made.height, most));
    return made;
}

void SlideShow::notes(Interface& ui, const Area& area, const NoteSheet& sheet) {
    ImDrawList* list = ImGui::GetWindowDrawList();
    const ImU32 bright = IM_COL32(240, 244, 249, 255);
    const ImU32 muted = IM_COL32(160, 174, 192, 255);
    const float x = area.x + (area.width - sheet.width) / 2;
    list->AddRectFilled(area.min(), area.max(), IM_COL32(12, 17, 24, 255));
    list->AddLine(area.min(), ImVec2(area.right(), area.y), IM_COL32(255, 255, 255, 36));
    list->PushClipRect(area.min(), ImVec2(area.right(), area.bottom() - ui.u(8)), true);
    drawText(list, ui.font.small, ImVec2(x, area.y + ui.u(14)), muted,
             fitted(ui.font.small, sheet.heading, sheet.width));
    ImGui::SetCursorScreenPos(ImVec2(x, area.y + ui.u(34)));
    ImGui::BeginGroup();
    paragraph(ui, sheet.font, sheet.written ? bright : muted, sheet.text, sheet.width);
    ImGui::EndGroup();
    list->PopClipRect();
    ui.probe.mark("show.notes", area.min(), area.max());
}

void SlideShow::overlays(Interface& ui, const Area& window, const core::Project& project) {
    ImDrawList* list = ImGui::GetWindowDrawList();
    const SheetShow& show = ui.window.show;
    const bool typing = !digits_.empty() && ui.now - digitsAt_ <= kJumpWaits;
    if (typing)
        ui.wakeAt(digitsAt_ + kJumpWaits + 0.01);
    else
        digits_.clear();
    const double left = kNumberShows - (ui.now - steppedAt_);
    if (!typing && left <= 0)
        return;
    // A small number in the corner, for a while only.
    std::string text = ui.tr(JEJARING_TR("Sheet {0}"), {digits_}) + " …";
    if (!typing) {
        text = std::to_string(show.at + 1) + " / " + std::to_string(project.sheets.size());
        if (show.at == 0 && !show.notes)
            text += "   " + ui.tr(JEJARING_TR("Esc: leave · N: notes"));
    }
    const ImVec2 size = textSize(ui.font.caption, text);
    const float alpha = typing ? 1.0F : share(left / 0.4);
    const ImVec2 max(window.right() - ui.u(16), window.y + ui.u(16) + size.y + ui.u(10));
    const ImVec2 min(max.x - size.x - ui.u(20), window.y + ui.u(16));
    list->AddRectFilled(min, max, IM_COL32(12, 17, 24, static_cast<int>(200 * alpha)), ui.u(7));
    drawText(list, ui.font.caption, ImVec2(min.x + ui.u(10), min.y + ui.u(5)),
             IM_COL32(232, 238, 245, static_cast<int>(255 * alpha)), text);
    ui.probe.mark("show.number", min, max);
    if (!typing) {
        if (left > 0.4)
            ui.wakeAt(ui.now + left - 0.4);
        else
            ui.keepMoving(); // it fades
    }
}

void SlideShow::draw(Interface& ui, const Area& window, double density) {
    const std::shared_ptr<const core::Project> project = ui.session.project(); // may be reloaded meanwhile
    if (!running_)
        begin(ui);
    SheetShow& show = ui.window.show;
    if (!project || project->sheets.empty() || !ui.session.geometry()) {
        show.running = false;
        ui.window.framesWanted = std::max(ui.window.framesWanted, 4);
        return;
    }
    show.at = std::min(show.at, project->sheets.size() - 1);
    ImGui::SetNextWindowFocus();
    beginPanel(ui, "show", window, kGround, ImVec2(0, 0),
               ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse | ImGuiWindowFlags_NoNav);
    keys(ui, *project);
    if (!show.running) {
        endPanel();
        ui.window.framesWanted = std::max(ui.window.framesWanted, 4);
        return;
    }
    follow(ui, *project);
    Area stage = window; // of the page
    std::optional<NoteSheet> said;
    if (show.notes) {
        said = noteSheet(ui, window, *project);
        stage.height -= said->height;
    }
    const int width = static_cast<int>(std::lround(static_cast<double>(stage.width) * density));
    const int height = static_cast<int>(std::lround(static_cast<double>(stage.height) * density));
    ImGui::GetWindowDrawList()->AddRectFilled(window.min(), window.max(), kGround);
    bool drawn = now_.page && prepare(now_, width, height);
    if (drawn && change_ && before_.page)
        drawn = prepare(before_, width, height);
    show.moving = change_.has_value();
    if (failure_ && !show.black) {
        failure(ui, stage, project->sheets[show.at]);
    } else if (drawn && change_) {
        // The clock starts once all is drawn: the first frame of a page takes longest.
        if (change_->start == 0)
            change_->start = ui.now;
        const double t = (ui.now - change_->start) / change_->seconds;
        if (t >= 1) {
            change_.reset();
            before_ = {};
            show.moving = false;
        } else if (change_->flies) {
            flight(ui, stage, density, t);
            place(before_, stage, share(1 - t / kFadeShare));
            place(now_, stage, share((t - 1 + kFadeShare) / kFadeShare));
        } else {
            place(before_, stage, 1);
            place(now_, stage, share(t));
        }
        ui.keepMoving();
    }
    if (drawn && !change_ && !failure_)
        place(now_, stage, 1);
    if (show.black)
        ImGui::GetWindowDrawList()->AddRectFilled(window.min(), window.max(), kGround);
    if (said)
        notes(ui, {window.x, stage.bottom(), window.width, said->height}, *said);
    if (drawn && now_.page && !failure_) {
        const Area page = fittedInto(stage, now_.page->list);
        ui.probe.mark("show.page", page.min(), page.max());
    }
    overlays(ui, window, *project);
    const ImVec2 moved = ImGui::GetIO().MouseDelta;
    if (moved.x != 0 || moved.y != 0)
        movedAt_ = ui.now;
    if (ui.now - movedAt_ > kPointerShows)
        ImGui::SetMouseCursor(ImGuiMouseCursor_None);
    else
        ui.wakeAt(movedAt_ + kPointerShows + 0.01);
    ui.probe.mark("show", window.min(), window.max());
    endPanel();
}

} // namespace jejaring::ui
