// SPDX-License-Identifier: MIT
// Nothing moves, nothing is drawn.
#include "driver.hpp"

#include <chrono>
#include <thread>

namespace jejaring::ui_test {
namespace {

class Idle : public WindowTest {};

TEST_F(Idle, NoFrameIsDrawnAndTheProcessorRests) {
    const Json before = settled();
    const double used = processorSeconds();
    constexpr int kSeconds = 5;
    std::this_thread::sleep_for(std::chrono::seconds(kSeconds));
    EXPECT_EQ(state()["frame"], before["frame"]);
    EXPECT_LT(processorSeconds() - used, 0.01 * kSeconds);
}

TEST_F(Idle, AFocusedFieldDoesNotKeepItAwake) {
    clickOn("partners.filter");
    move(700, 300);
    std::this_thread::sleep_for(std::chrono::seconds(2));
    const Json before = settled();
    std::this_thread::sleep_for(std::chrono::seconds(3));
    EXPECT_EQ(state()["frame"], before["frame"]);
}

TEST_F(Idle, PanelsChangeWithoutDrawingTheMapAnew) {
    const Json before = settled();
    clickOn("tab.visits");
    const Json after = settled();
    EXPECT_GT(after["frame"].get<std::uint64_t>(), before["frame"].get<std::uint64_t>());
    EXPECT_LE(after["mapsDrawn"].get<std::uint64_t>(), before["mapsDrawn"].get<std::uint64_t>() + 2)
        << "only the pointer's leaving the map may redraw it";
}

TEST_F(Idle, FromRegionToRegionThePointerLeavesTheGroundAsItIs) {
    const auto hover = [this](const char* code) {
        const auto [x, y] = place(code);
        move(x, y);
        waitFor([&](const Json& each) { return each["hovered"] == code; });
        return settled();
    };
    const Json first = hover("62");
    ASSERT_EQ(first["hovered"], "62");
    for (const char* code : {"93", "61", "62"}) {
        const Json now = hover(code);
        EXPECT_EQ(now["hovered"], code);
        EXPECT_EQ(now["mapsDrawn"], first["mapsDrawn"]);
    }
}

} // namespace
} // namespace jejaring::ui_test
