// SPDX-License-Identifier: MIT
#include "ui/widget/tab_order.hpp"

#include <imgui.h>
#include <utility>

namespace jejaring::ui {

void TabOrder::begin(int step) {
    const int before = std::exchange(count_, 0);
    const std::optional<int> from = std::exchange(focused_, std::nullopt);
    wanted_.reset();
    afterRow_ = skipped_ = false;
    if (step != 0 && before > 0)
        wanted_ = from ? (*from + step + before) % before : (step > 0 ? 0 : before - 1);
}

void TabOrder::stop(bool row) {
    if (skipped_)
        return;
    if (!row || !afterRow_)
        ++count_;
    afterRow_ = row;
    if (ImGui::IsItemFocused())
        focused_ = count_ - 1;
    if (wanted_ == count_ - 1) {
        ImGui::SetKeyboardFocusHere(-1);
        wanted_.reset();
    }
}

} // namespace jejaring::ui
