// SPDX-License-Identifier: MIT
#include "ui/panel/presentation.hpp"

#include "ui/panel/map_canvas.hpp"
#include "ui/widget/widgets.hpp"

#include <algorithm>
#include <cmath>

namespace jejaring::ui {
namespace {

constexpr double kSide = 24;       // layout units beside the texts
constexpr double kFooterSize = 13; // of its letters
constexpr double kFooterLine = 19;
constexpr double kFooterAir = 10; // above and below
constexpr double kTitleSize = 19;
constexpr double kTitleLine = 26;
constexpr double kSubtitleLine = 20;

std::vector<std::string> lines(const Interface& ui, const std::string& text, text::FontWeight weight, double size,
                               float width) {
    if (text.empty())
        return {};
    return ui.shapedFonts->wrap(text, weight, static_cast<float>(size), std::max(40.0F, width / ui.unit));
}

} // namespace

scene::PictureTexts presentationTexts(const Interface& ui) {
    const auto& map = ui.session.map();
    if (!map)
        return {};
    const session::State& state = ui.session.state();
    scene::PictureOptions options;
    options.credit = ui.session.boundaryCredit();
    if (ui.window.cameraPlaced)
        options.camera = ui.window.camera; // near to the ground other regions are filled than far away
    return scene::pictureTexts(*map, {state.selection, core::kNoRegion, state.visitId, state.agreementId}, lookOf(ui),
                               options);
}

float presentationFooterHeight(const Interface& ui, float width) {
    const std::vector<std::string> text =
        lines(ui, presentationTexts(ui).source, text::FontWeight::regular, kFooterSize, width - ui.u(2 * kSide));
    if (text.empty())
        return 0;
    return std::round(ui.u(2 * kFooterAir + kFooterLine * static_cast<double>(text.size())));
}

void drawPresentationFooter(Interface& ui, const Area& area) {
    if (area.height <= 0)
        return;
    beginPanel(ui, "footer", area, ui.color.panel, ImVec2(0, 0),
               ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoInputs | ImGuiWindowFlags_NoNav);
    ImDrawList* list = ImGui::GetWindowDrawList();
    float y = area.y + ui.u(kFooterAir);
    for (const std::string& line : lines(ui, presentationTexts(ui).source, text::FontWeight::regular, kFooterSize,
                                         area.width - ui.u(2 * kSide))) {
        drawText(list, ui.font.body, ImVec2(area.x + ui.u(kSide), y), ui.color.muted, line);
        y += ui.u(kFooterLine);
    }
    ui.probe.mark("presentation.source", area.min(), area.max());
    endPanel();
}

Area presentationTitle(const Interface& ui, bool draw) {
    if (draw) {
        // A ground of its own: coasts are not to run through the letters.
        const Area text = presentationTitle(ui, false);
        const float air = ui.u(12);
        ImGui::GetWindowDrawList()->AddRectFilled(ImVec2(text.x - air, text.y - air),
                                                  ImVec2(text.right() + air, text.bottom() + air / 2),
                                                  faded(ui.color.panel, 0.82F), ui.u(8));
    }
    const scene::PictureTexts texts = presentationTexts(ui);
    const Area& map = ui.window.map;
    const float widest = std::max(ui.u(200), map.width * 0.6F);
    const std::vector<std::string> title = lines(ui, texts.title, text::FontWeight::semiBold, kTitleSize, widest);
    const std::vector<std::string> subtitle = lines(ui, texts.subtitle, text::FontWeight::regular, kFooterSize, widest);
    Area area{map.x + ui.u(kSide), map.y + ui.u(20), 0, 0};
    float y = area.y;
    // Measured outside any window, where there is no list to draw to.
    ImDrawList* list = draw ? ImGui::GetWindowDrawList() : nullptr;
    const auto put = [&](ImFont* font, ImU32 color, const std::vector<std::string>& text, double leading) {
        for (const std::string& line : text) {
            if (list != nullptr)
                drawText(list, font, ImVec2(area.x, y), color, line);
            area.width = std::max(area.width, textSize(font, line).x);
            y += ui.u(leading);
        }
    };
    put(ui.font.title, ui.color.text, title, kTitleLine);
    put(ui.font.body, ui.color.muted, subtitle, kSubtitleLine);
    area.height = y - area.y;
    if (draw)
        ui.probe.mark("presentation.title", area.min(), area.max());
    return area;
}

} // namespace jejaring::ui
