// SPDX-License-Identifier: MIT
#include "ui/panel/layout_editor.hpp"

#include "ui/widget/imgui_shim.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace jejaring::ui {
namespace {

constexpr double kLeastSide = 24;  // layout units, of a part
constexpr double kHandleReach = 7; // ImGui units at a scale of 1
constexpr double kSnapReach = 6;
constexpr std::size_t kMostSteps = 200;

struct Corner {
    int x; // -1: the left side moves, 1: the right one, 0: neither
    int y;
};
constexpr std::array<Corner, 8> kCorners{{{-1, -1}, {0, -1}, {1, -1}, {1, 0}, {1, 1}, {0, 1}, {-1, 1}, {-1, 0}}};

geo::Point cornerOf(const scene::Rect& rect, const Corner& corner) {
    return {rect.x + rect.width * (corner.x + 1) / 2.0, rect.y + rect.height * (corner.y + 1) / 2.0};
}

bool canBeMoved(const scene::PlacedPart& part) {
    return !part.fixed && part.frame.width > 0 && part.frame.height > 0;
}

} // namespace

void LayoutEditor::start() {
    *this = {};
}

void LayoutEditor::leave() {
    chosen_.clear();
    hovered_.clear();
    panning_ = choosing_ = false;
    held_ = Hold::nothing;
    shadow_.reset();
    guides_.clear();
    picturesBefore_.reset();
}

void LayoutEditor::show(const scene::Layout& layout, const core::RegionCode& region, const std::string& visit) {
    if (kind_ && *kind_ != layout.kind) {
        std::map<scene::TemplateKind, Kept> others = std::move(others_);
        others[*kind_] = {page_, std::move(now_), std::move(past_), std::move(future_)};
        start();
        if (auto kept = others.extract(layout.kind)) {
            kind_ = layout.kind;
            page_ = kept.mapped().page;
            now_ = std::move(kept.mapped().now);
            past_ = std::move(kept.mapped().past);
            future_ = std::move(kept.mapped().future);
        }
        others_ = std::move(others);
    }
    if (kind_ && !(layout.page == page_)) {
        Changes next = now_;
        next.moved.clear();
        next.cameras.clear();
        commit(next);
        chosen_.clear();
    }
    kind_ = layout.kind;
    page_ = layout.page;
    region_ = layout.region.empty() ? region : layout.region;
    visit_ = layout.visitId.empty() ? visit : layout.visitId;
}

void LayoutEditor::take(const scene::Layout& layout) {
    start();
    kind_ = layout.kind;
    page_ = layout.page;
    now_ = {layout.hidden, layout.moved, layout.cameras, layout.added};
}

void LayoutEditor::apply(scene::Layout& layout) const {
    layout.hidden = now_.hidden;
    layout.moved = now_.moved;
    layout.cameras = now_.cameras;
    layout.added = now_.added;
}

void LayoutEditor::commit(Changes next, std::string_view mergeKey) {
    if (next == now_)
        return;
    if (mergeKey.empty() || mergeKey != lastMergeKey_ || past_.empty())
        past_.push_back(now_);
    if (past_.size() > kMostSteps)
        past_.erase(past_.begin());
    future_.clear();
    lastMergeKey_ = mergeKey;
    now_ = std::move(next);
}

void LayoutEditor::step(std::vector<Changes>& from, std::vector<Changes>& to) {
    if (from.empty())
        return;
    to.push_back(std::move(now_));
    now_ = std::move(from.back());
    from.pop_back();
    lastMergeKey_.clear();
}

bool LayoutEditor::escape() {
    if (held_ != Hold::nothing) {
        held_ = Hold::nothing;
        shadow_.reset();
        guides_.clear();
        return true;
    }
    if (panning_) {
        panning_ = false;
        return true;
    }
    const bool had = !chosen_.empty();
    chosen_.clear();
    return had;
}

bool LayoutEditor::isAdded(const std::string& id) const {
    return std::any_of(now_.added.begin(), now_.added.end(), [&](const auto& each) { return each.id == id; });
}

scene::AddedPart* LayoutEditor::addedPart(Changes& changes) const {
    const auto found = std::find_if(changes.added.begin(), changes.added.end(),
                                    [&](const scene::AddedPart& each) { return each.id == chosen_; });
    return found == changes.added.end() ? nullptr : &*found;
}

void LayoutEditor::put(Changes& changes, const std::string& id, const scene::Rect& frame) const {
    if (isAdded(id)) {
        for (scene::AddedPart& part : changes.added)
            if (part.id == id)
                part.frame = frame;
    } else {
        changes.moved[id] = frame;
    }
}

void LayoutEditor::add(scene::AddedPart part) {
    const std::string kind(scene::addedKindId(part.kind));
    int number = 1;
    while (isAdded(kind + "-" + std::to_string(number)))
        ++number;
    part.id = kind + "-" + std::to_string(number);
    Changes next = now_;
    next.added.push_back(part);
    commit(next);
    chosen_ = part.id;
    panning_ = false;
}

void LayoutEditor::remove(const std::string& id) {
    Changes next = now_;
    if (isAdded(id))
        std::erase_if(next.added, [&](const scene::AddedPart& each) { return each.id == id; });
    else
        next.hidden.insert(id);
    commit(next);
    chosen_.clear();
    panning_ = false;
}

const scene::PlacedPart* LayoutEditor::part(const scene::LaidOut& page, const std::string& id) const {
    if (id.empty() || now_.hidden.contains(id))
        return nullptr;
    const auto found = std::find_if(page.parts.begin(), page.parts.end(),
                                    [&](const scene::PlacedPart& each) { return each.id == id; });
    return found == page.parts.end() ? nullptr : &*found;
}

const scene::PlacedPart* LayoutEditor::partAt(const scene::LaidOut& page, geo::Point at) const {
    const scene::PlacedPart* best = nullptr;
    const auto area = [](const scene::PlacedPart& each) { return each.frame.width * each.frame.height; };
    for (const scene::PlacedPart& each : page.parts)
        if (canBeMoved(each) && !now_.hidden.contains(each.id) && each.frame.contains(at) &&
            (best == nullptr || area(each) <= area(*best)))
            best = &each;
    return best;
}

void LayoutEditor::press(const scene::LaidOut& page, geo::Point at, double scale, bool twice) {
    const scene::PlacedPart* chosen = part(page, chosen_);
    if (chosen != nullptr && canBeMoved(*chosen) && !panning_)
        for (std::size_t i = 0; i < kCorners.size(); ++i) {
            const geo::Point corner = cornerOf(chosen->frame, kCorners[i]);
            if (std::max(std::abs(corner.x - at.x), std::abs(corner.y - at.y)) * scale > kHandleReach)
                continue;
            held_ = Hold::resize;
            corner_ = static_cast<int>(i);
            before_ = chosen->frame;
            pressedAt_ = at;
            return;
        }
    const scene::PlacedPart* hit = partAt(page, at);
    if (hit == nullptr) {
        chosen_.clear();
        panning_ = false;
        return;
    }
    if (hit->id != chosen_)
        panning_ = false;
    chosen_ = hit->id;
    before_ = hit->frame;
    pressedAt_ = at;
    const auto camera = page.cameras.find(chosen_);
    if (twice && hit->map && camera != page.cameras.end())
        panning_ = true;
    held_ = panning_ ? Hold::pan : Hold::move;
    if (camera != page.cameras.end())
        cameraBefore_ = camera->second;
}

scene::Rect LayoutEditor::snapped(const scene::LaidOut& page, scene::Rect rect, double reach) {
    guides_.clear();
    const double margin = std::min(page.list.width, page.list.height) * 0.062;
    const auto along = [&](bool upright) {
        std::vector<double> lines{margin, (upright ? page.list.width : page.list.height) / 2,
                                  (upright ? page.list.width : page.list.height) - margin};
        for (const scene::PlacedPart& each : page.parts)
            if (each.id != chosen_ && canBeMoved(each) && !now_.hidden.contains(each.id)) {
                lines.push_back(upright ? each.frame.x : each.frame.y);
                lines.push_back(upright ? each.frame.right() : each.frame.bottom());
            }
        const double start = upright ? rect.x : rect.y;
        const double length = upright ? rect.width : rect.height;
        double best = reach;
        std::optional<Guide> guide;
        double by = 0;
        for (const double own : {start, start + length / 2, start + length})
            for (const double line : lines)
                if (std::abs(line - own) < best) {
                    best = std::abs(line - own);
                    by = line - own;
                    guide = Guide{upright, line};
                }
        if (guide)
            guides_.push_back(*guide);
        return by;
    };
    rect.x += along(true);
    rect.y += along(false);
    return rect;
}

void LayoutEditor::hold(const scene::LaidOut& page, geo::Point at, double scale) {
    const double dx = at.x - pressedAt_.x;
    const double dy = at.y - pressedAt_.y;
    constexpr double kStill = 3; // ImGui units: a click is not a drag
    if (!shadow_ && held_ != Hold::pan && std::max(std::abs(dx), std::abs(dy)) * scale < kStill)
        return;
    const double width = page.list.width;
    const double height = page.list.height;
    switch (held_) {
    case Hold::nothing:
        break;
    case Hold::move: {
        scene::Rect rect = before_;
        rect.x += dx;
        rect.y += dy;
        rect = snapped(page, rect, kSnapReach / scale);
        // A part of it always stays on the page, to be taken hold of again.
        rect.x = std::clamp(rect.x, std::min(0.0, width - rect.width), std::max(0.0, width - rect.width));
        rect.y = std::clamp(rect.y, std::min(0.0, height - rect.height), std::max(0.0, height - rect.height));
        shadow_ = rect;
        break;
    }
    case Hold::resize: {
        const Corner corner = kCorners[static_cast<std::size_t>(corner_)];
        double left = before_.x;
        double right = before_.right();
        double top = before_.y;
        double bottom = before_.bottom();
        if (corner.x < 0)
            left = std::clamp(left + dx, 0.0, right - kLeastSide);
        if (corner.x > 0)
            right = std::clamp(right + dx, left + kLeastSide, std::max(width, left + kLeastSide));
        if (corner.y < 0)
            top = std::clamp(top + dy, 0.0, bottom - kLeastSide);
        if (corner.y > 0)
            bottom = std::clamp(bottom + dy, top + kLeastSide, std::max(height, top + kLeastSide));
        shadow_ = scene::Rect{left, top, right - left, bottom - top};
        break;
    }
    case Hold::pan: {
        scene::Camera camera = cameraBefore_;
        camera.centre.x -= dx * camera.metresPerUnit;
        camera.centre.y += dy * camera.metresPerUnit;
        if (dx == 0 && dy == 0)
            break;
        Changes next = now_;
        next.cameras[chosen_] = camera;
        commit(next, "pan " + chosen_);
        break;
    }
    }
}

void LayoutEditor::release() {
    if (shadow_) {
        Changes next = now_;
        put(next, chosen_, *shadow_);
        commit(next);
    }
    lastMergeKey_.clear();
    held_ = Hold::nothing;
    shadow_.reset();
    guides_.clear();
}

void LayoutEditor::zoom(const scene::LaidOut& page, geo::Point at, double notches) {
    const scene::PlacedPart* chosen = part(page, chosen_);
    const auto camera = page.cameras.find(chosen_);
    if (chosen == nullptr || camera == page.cameras.end())
        return;
    constexpr double kPerNotch = 1.2;
    Changes next = now_;
    next.cameras[chosen_] = scene::zoomAt(camera->second, chosen->frame, at, std::pow(kPerNotch, notches));
    commit(next, "zoom " + chosen_);
}

void LayoutEditor::keys(const scene::LaidOut& page, bool here) {
    if (ImGui::GetIO().WantTextInput)
        return;
    if (controlDown()) {
        if (keyPressed(Key::y) || (keyPressed(Key::z) && shiftDown()))
            step(future_, past_);
        else if (keyPressed(Key::z))
            step(past_, future_);
        return;
    }
    const scene::PlacedPart* chosen = part(page, chosen_);
    if (!here || chosen == nullptr || !canBeMoved(*chosen))
        return;
    if (keyPressed(Key::deleteKey)) {
        remove(chosen_);
        return;
    }
    const double by = shiftDown() ? 10 : 1; // layout units
    const double dx = (keyPressed(Key::right, true) ? by : 0) - (keyPressed(Key::left, true) ? by : 0);
    const double dy = (keyPressed(Key::down, true) ? by : 0) - (keyPressed(Key::up, true) ? by : 0);
    if (dx == 0 && dy == 0)
        return;
    Changes next = now_;
    if (panning_) {
        const auto shown = page.cameras.find(chosen_);
        if (shown == page.cameras.end())
            return; // nothing is drawn in its frame
        scene::Camera camera = shown->second;
        constexpr double kFaster = 8;
        camera.centre.x += dx * kFaster * camera.metresPerUnit;
        camera.centre.y -= dy * kFaster * camera.metresPerUnit;
        next.cameras[chosen_] = camera;
    } else {
        scene::Rect frame = chosen->frame;
        frame.x += dx;
        frame.y += dy;
        put(next, chosen_, frame);
    }
    commit(next, "key " + chosen_);
}

void LayoutEditor::draw(Interface& ui, ImVec2 min, double scale, const scene::LaidOut& page) {
    const ImVec2 size(static_cast<float>(page.list.width * scale), static_cast<float>(page.list.height * scale));
    ImGui::SetCursorScreenPos(min);
    ImGui::InvisibleButton("layout.page", size);
    const bool over = ImGui::IsItemHovered();
    const bool focused = ImGui::IsItemFocused();
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    const geo::Point at{static_cast<double>(mouse.x - min.x) / scale, static_cast<double>(mouse.y - min.y) / scale};
    hovered_.clear();
    if (over)
        if (const scene::PlacedPart* under = partAt(page, at))
            hovered_ = under->id;
    if (ImGui::IsItemActivated() && ImGui::IsMouseDown(ImGuiMouseButton_Left))
        press(page, at, scale, ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left));
    else if (!over && ImGui::IsWindowHovered() && !ImGui::IsAnyItemHovered() &&
             ImGui::IsMouseClicked(ImGuiMouseButton_Left)) // beside the page
        escape();
    if (ImGui::IsItemActive() && held_ != Hold::nothing)
        hold(page, at, scale);
    if (held_ != Hold::nothing && !ImGui::IsMouseDown(ImGuiMouseButton_Left))
        release();
    if (over && panning_ && ImGui::GetIO().MouseWheel != 0)
        zoom(page, at, static_cast<double>(ImGui::GetIO().MouseWheel));
    keys(page, focused || over);
    // The arrow keys move the part, as long as one is chosen and the page has the keyboard, and not the focus.
    ImGuiIO& io = ImGui::GetIO();
    if (focused && !chosen_.empty())
        io.ConfigFlags &= ~ImGuiConfigFlags_NavEnableKeyboard;
    else
        io.ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
    paint(ui, min, scale, page);
    for (const scene::PlacedPart& each : page.parts)
        if (canBeMoved(each) && !now_.hidden.contains(each.id)) {
            const auto x = [&](double value) { return min.x + static_cast<float>(value * scale); };
            const auto y = [&](double value) { return min.y + static_cast<float>(value * scale); };
            ui.probe.mark("page." + each.id, ImVec2(x(each.frame.x), y(each.frame.y)),
                          ImVec2(x(each.frame.right()), y(each.frame.bottom())));
        }
    takeNewPictures(ui, page);
}

void LayoutEditor::paint(const Interface& ui, ImVec2 min, double scale, const scene::LaidOut& page) const {
    ImDrawList* list = ImGui::GetWindowDrawList();
    const auto point = [&](double x, double y) {
        return ImVec2(std::round(min.x + static_cast<float>(x * scale)),
                      std::round(min.y + static_cast<float>(y * scale)));
    };
    const auto outline = [&](const scene::Rect& rect, ImU32 color, float width) {
        list->AddRect(point(rect.x, rect.y), point(rect.right(), rect.bottom()), color, 0, 0, width);
    };
    const ImVec2 max = point(page.list.width, page.list.height);
    list->PushClipRect(ImVec2(min.x - ui.u(6), min.y - ui.u(6)), ImVec2(max.x + ui.u(6), max.y + ui.u(6)), true);
    if (const scene::PlacedPart* under = part(page, hovered_); under != nullptr && hovered_ != chosen_)
        outline(under->frame, faded(ui.color.accent, 0.6F), ui.u(1));
    if (const scene::PlacedPart* chosen = part(page, chosen_); chosen != nullptr && canBeMoved(*chosen)) {
        const scene::Rect rect = shadow_.value_or(chosen->frame);
        if (shadow_)
            list->AddRectFilled(point(rect.x, rect.y), point(rect.right(), rect.bottom()),
                                faded(ui.color.accent, 0.14F));
        outline(rect, ui.color.accent, ui.u(panning_ ? 2.4 : 1.4));
        for (const Corner& corner : kCorners) {
            if (panning_)
                break;
            const geo::Point at = cornerOf(rect, corner);
            const ImVec2 middle = point(at.x, at.y);
            const float half = ui.u(3.5);
            list->AddRectFilled(ImVec2(middle.x - half, middle.y - half), ImVec2(middle.x + half, middle.y + half),
                                ui.color.panel);
            list->AddRect(ImVec2(middle.x - half, middle.y - half), ImVec2(middle.x + half, middle.y + half),
                          ui.color.accent, 0, 0, ui.u(1.2));
        }
        for (const Guide& guide : guides_)
            list->AddLine(guide.upright ? point(guide.at, 0) : point(0, guide.at),
                          guide.upright ? point(guide.at, page.list.height) : point(page.list.width, guide.at),
                          faded(ui.color.accent, 0.7F), 1);
    }
    list->PopClipRect();
}

} // namespace jejaring::ui
