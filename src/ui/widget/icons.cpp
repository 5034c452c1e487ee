// SPDX-License-Identifier: MIT
#include "ui/widget/icons.hpp"

#include <array>
#include <cmath>
#include <initializer_list>

namespace jejaring::ui {
namespace {

// A pen on a 16 by 16 grid, the origin at its upper left.
class Pen {
  public:
    Pen(ImDrawList* list, ImVec2 centre, float size, ImU32 color)
        : list_(list), origin_(centre.x - size / 2, centre.y - size / 2), unit_(size / 16), color_(color) {}

    void line(std::initializer_list<ImVec2> points, bool closed = false) const {
        for (const ImVec2& p : points)
            list_->PathLineTo(at(p));
        list_->PathStroke(color_, closed ? ImDrawFlags_Closed : 0, width());
    }
    void fill(std::initializer_list<ImVec2> points) const {
        for (const ImVec2& p : points)
            list_->PathLineTo(at(p));
        list_->PathFillConvex(color_);
    }
    void circle(ImVec2 centre, float radius) const { list_->AddCircle(at(centre), radius * unit_, color_, 0, width()); }
    void disc(ImVec2 centre, float radius) const { list_->AddCircleFilled(at(centre), radius * unit_, color_); }
    void arc(ImVec2 centre, float radius, float from, float to) const {
        list_->PathArcTo(at(centre), radius * unit_, from, to);
        list_->PathStroke(color_, 0, width());
    }
    void box(ImVec2 min, ImVec2 max, float radius) const {
        list_->AddRect(at(min), at(max), color_, radius * unit_, 0, width());
    }
    void block(ImVec2 min, ImVec2 max) const { list_->AddRectFilled(at(min), at(max), color_, unit_ * 0.5F); }

  private:
    [[nodiscard]] ImVec2 at(ImVec2 p) const { return {origin_.x + p.x * unit_, origin_.y + p.y * unit_}; }
    [[nodiscard]] float width() const { return std::fmax(1.0F, 1.4F * unit_); }

    ImDrawList* list_;
    ImVec2 origin_;
    float unit_;
    ImU32 color_;
};

constexpr float kPi = 3.14159265F;

void drawSun(const Pen& pen) {
    pen.circle({8, 8}, 2.8F);
    for (int i = 0; i < 8; ++i) {
        const float angle = static_cast<float>(i) * kPi / 4;
        const float x = std::cos(angle);
        const float y = std::sin(angle);
        pen.line({{8 + 4.8F * x, 8 + 4.8F * y}, {8 + 6.6F * x, 8 + 6.6F * y}});
    }
}

} // namespace

void drawIcon(ImDrawList* list, Icon icon, ImVec2 centre, float size, ImU32 color) {
    const Pen pen(list, centre, size, color);
    switch (icon) {
    case Icon::none:
        break;
    case Icon::chevronDown:
        pen.line({{4.2F, 6.2F}, {8, 10}, {11.8F, 6.2F}});
        break;
    case Icon::chevronUp:
        pen.line({{4.2F, 9.8F}, {8, 6}, {11.8F, 9.8F}});
        break;
    case Icon::chevronLeft:
        pen.line({{9.8F, 4.2F}, {6, 8}, {9.8F, 11.8F}});
        break;
    case Icon::chevronRight:
        pen.line({{6.2F, 4.2F}, {10, 8}, {6.2F, 11.8F}});
        break;
    case Icon::close:
        pen.line({{4.2F, 4.2F}, {11.8F, 11.8F}});
        pen.line({{11.8F, 4.2F}, {4.2F, 11.8F}});
        break;
    case Icon::plus:
        pen.line({{8, 3}, {8, 13}});
        pen.line({{3, 8}, {13, 8}});
        break;
    case Icon::minus:
        pen.line({{3, 8}, {13, 8}});
        break;
    case Icon::play:
        pen.fill({{4.5F, 2.8F}, {13, 8}, {4.5F, 13.2F}});
        break;
    case Icon::pause:
        pen.block({4, 3}, {6.6F, 13});
        pen.block({9.4F, 3}, {12, 13});
        break;
    case Icon::home:
        pen.line({{2.2F, 5.4F}, {2.2F, 2.2F}, {5.4F, 2.2F}});
        pen.line({{10.6F, 2.2F}, {13.8F, 2.2F}, {13.8F, 5.4F}});
        pen.line({{13.8F, 10.6F}, {13.8F, 13.8F}, {10.6F, 13.8F}});
        pen.line({{5.4F, 13.8F}, {2.2F, 13.8F}, {2.2F, 10.6F}});
        pen.disc({8, 8}, 1.6F);
        break;
    case Icon::search:
        pen.circle({7, 7}, 4.4F);
        pen.line({{10.3F, 10.3F}, {13.8F, 13.8F}});
        break;
    case Icon::copy:
        pen.box({5.5F, 5.5F}, {13.5F, 13.5F}, 1.6F);
        pen.line({{10.5F, 2.9F}, {10.5F, 2.6F}, {2.6F, 2.6F}, {2.6F, 10.5F}, {2.9F, 10.5F}});
        break;
    case Icon::open:
        pen.line({{9, 2.8F}, {13.2F, 2.8F}, {13.2F, 7}});
        pen.line({{13.2F, 2.8F}, {7.4F, 8.6F}});
        pen.line({{6.4F, 3.6F}, {3, 3.6F}, {3, 13}, {12.4F, 13}, {12.4F, 9.6F}});
        break;
    case Icon::calendar:
        pen.box({2.5F, 3.5F}, {13.5F, 13.5F}, 1.6F);
        pen.line({{2.5F, 6.8F}, {13.5F, 6.8F}});
        pen.line({{5.5F, 1.8F}, {5.5F, 4.6F}});
        pen.line({{10.5F, 1.8F}, {10.5F, 4.6F}});
        break;
    case Icon::sun:
        drawSun(pen);
        break;
    case Icon::moon:
        pen.arc({8, 8}, 5.6F, -0.35F, 1.5F * kPi - 0.3F);
        pen.arc({10.6F, 5.4F}, 3.6F, 0.62F, 1.06F * kPi + 0.5F);
        break;
    case Icon::check:
        pen.line({{3.2F, 8.4F}, {6.6F, 11.8F}, {12.8F, 4.6F}});
        break;
    case Icon::folder:
        pen.line({{2.2F, 12.8F}, {2.2F, 3.6F}, {6.2F, 3.6F}, {7.8F, 5.4F}, {13.8F, 5.4F}, {13.8F, 12.8F}}, true);
        break;
    case Icon::file:
        pen.line({{3.6F, 2.2F}, {9.2F, 2.2F}, {12.6F, 5.6F}, {12.6F, 13.8F}, {3.6F, 13.8F}}, true);
        break;
    case Icon::up:
        pen.line({{8, 13}, {8, 3.4F}});
        pen.line({{4, 7.2F}, {8, 3.2F}, {12, 7.2F}});
        break;
    case Icon::warning:
        pen.line({{8, 2.4F}, {14.2F, 13.2F}, {1.8F, 13.2F}}, true);
        pen.line({{8, 6.4F}, {8, 9.4F}});
        pen.disc({8, 11.2F}, 0.8F);
        break;
    case Icon::info:
        pen.circle({8, 8}, 5.8F);
        pen.line({{8, 7.4F}, {8, 11}});
        pen.disc({8, 5.2F}, 0.8F);
        break;
    case Icon::undo:
        pen.line({{5.6F, 3}, {2.6F, 6}, {5.6F, 9}});
        pen.line({{2.8F, 6}, {9.5F, 6}});
        pen.arc({9.5F, 9.3F}, 3.3F, -kPi / 2, kPi / 2);
        pen.line({{9.5F, 12.6F}, {6, 12.6F}});
        break;
    case Icon::pencil:
        pen.line({{2.8F, 13.2F}, {3.5F, 10.2F}, {10.7F, 3}, {13, 5.3F}, {5.8F, 12.5F}}, true);
        pen.line({{9, 4.7F}, {11.3F, 7}});
        break;
    case Icon::more:
        for (const float x : {3.2F, 8.0F, 12.8F})
            pen.circle({x, 8}, 0.9F);
        break;
    }
}

} // namespace jejaring::ui
