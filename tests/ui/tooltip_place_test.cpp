// SPDX-License-Identifier: MIT
#include "ui/widget/tooltip_place.hpp"

#include <gtest/gtest.h>

namespace jejaring::ui {
namespace {

constexpr scene::Rect kWindow{0, 0, 1600, 900};
constexpr geo::Point kSize{200, 32};

bool covers(geo::Point at, const scene::Rect& control) {
    return at.x < control.right() && control.x < at.x + kSize.x && at.y < control.bottom() &&
           control.y < at.y + kSize.y;
}

// Places a tooltip for each control in turn: it lies in the window and covers none of them.
void expectClear(const std::vector<scene::Rect>& controls, double unit = 1) {
    for (const scene::Rect& own : controls) {
        const geo::Point pointer{own.x + own.width / 2, own.y + own.height / 2};
        const geo::Point at = placeTooltip(own, pointer, kSize, controls, kWindow, unit);
        EXPECT_GE(at.x, 0);
        EXPECT_GE(at.y, 0);
        EXPECT_LE(at.x + kSize.x, kWindow.width);
        EXPECT_LE(at.y + kSize.y, kWindow.height);
        for (const scene::Rect& control : controls)
            EXPECT_FALSE(covers(at, control))
                << "tooltip of " << own.x << ", " << own.y << " over " << control.x << ", " << control.y;
    }
}

std::vector<scene::Rect> column(double x, double y, double width, double height, int count) {
    std::vector<scene::Rect> controls;
    for (int i = 0; i < count; ++i)
        controls.push_back({x, y + static_cast<double>(i) * (height + 4), width, height});
    return controls;
}

TEST(TooltipPlace, BesideAColumnOfControlsOnEitherEdgeOfTheWindow) {
    expectClear(column(12, 60, 260, 30, 20));
    expectClear(column(1600 - 272, 60, 260, 30, 20));
    expectClear(column(12, 60, 260, 30, 20), 2);
}

TEST(TooltipPlace, BelowARowOfButtonsAtTheTopAndAboveOneAtTheBottom) {
    for (const double y : {8.0, 860.0}) {
        std::vector<scene::Rect> row;
        for (int i = 0; i < 12; ++i)
            row.push_back({20 + 130 * static_cast<double>(i), y, 120, 32});
        expectClear(row);
    }
}

TEST(TooltipPlace, AboveATableAcrossTheWindow) {
    expectClear(column(0, 660, 1600, 28, 7));
}

TEST(TooltipPlace, WhatHoldsTheControlIsNoObstacle) {
    const scene::Rect own{400, 300, 100, 30};
    const std::vector<scene::Rect> controls{{0, 0, 1600, 900}, own};
    const geo::Point at = placeTooltip(own, {450, 315}, kSize, controls, kWindow, 1);
    EXPECT_FALSE(covers(at, own));
    EXPECT_LT(at.x, own.right() + 20) << "close to its control";
}

TEST(TooltipPlace, NeverOverItsOwnControlEvenWhereEverythingIsFull) {
    std::vector<scene::Rect> controls;
    for (int x = 0; x < 16; ++x)
        for (int y = 0; y < 30; ++y)
            controls.push_back({static_cast<double>(x) * 100, static_cast<double>(y) * 30, 98, 28});
    for (const scene::Rect& own : controls)
        EXPECT_FALSE(covers(placeTooltip(own, {own.x + 5, own.y + 5}, kSize, controls, kWindow, 1), own));
}

} // namespace
} // namespace jejaring::ui
