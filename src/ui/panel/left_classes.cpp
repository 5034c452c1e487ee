// SPDX-License-Identifier: MIT
// Classes: how many regions have which value, and how the values are cut.
#include "ui/panel/left_panel.hpp"
#include "ui/widget/widgets.hpp"
#include "ui/widget/words.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <fmt/format.h>
#include <sstream>

namespace jejaring::ui {
namespace {

struct Bin {
    double value = 0; // its middle
    double half = 0;  // of its width; 0 where it is of one whole number
    int count = 0;
};

// What the map fills or dots at its level.
std::vector<double> shownValues(const scene::MapData& map) {
    std::vector<double> values;
    const std::size_t provinces = map.geometry->catalog().provinceCount();
    for (std::size_t i = 0; i < map.values.size(); ++i) {
        const bool province = i < provinces;
        if ((map.view.level == scene::MapLevel::province && !province) ||
            (map.view.level == scene::MapLevel::regency && province))
            continue;
        if (map.values[i].state == analysis::ValueState::value)
            values.push_back(map.values[i].value);
    }
    return values;
}

std::vector<Bin> binsOf(const scene::MapData& map) {
    const std::vector<double> values = shownValues(map);
    std::vector<Bin> bins;
    if (map.view.indicator == analysis::IndicatorKind::impact) {
        constexpr std::size_t kBins = 20;
        for (std::size_t i = 0; i < kBins; ++i)
            bins.push_back({(static_cast<double>(i) + 0.5) * 100 / kBins, 50.0 / kBins, 0});
        for (const double value : values)
            ++bins[std::min(kBins - 1, static_cast<std::size_t>(std::max(0.0, value) * kBins / 100))].count;
    } else if (map.series) {
        constexpr std::size_t kBins = 24;
        if (values.empty())
            return bins;
        const auto [low, high] = std::minmax_element(values.begin(), values.end());
        const double half = (*high - *low) / kBins / 2;
        for (std::size_t i = 0; i < kBins; ++i)
            bins.push_back({*low + (2 * static_cast<double>(i) + 1) * half, half, 0});
        for (const double value : values)
            ++bins[half > 0 ? std::min(kBins - 1, static_cast<std::size_t>((value - *low) / (2 * half))) : kBins / 2]
                  .count;
    } else {
        const double most = values.empty() ? 5 : std::max(5.0, *std::max_element(values.begin(), values.end()));
        constexpr double kMostBars = 40;
        const double step = std::max(1.0, std::ceil(most / kMostBars));
        for (double low = 1; low <= most; low += step)
            bins.push_back({low + (step - 1) / 2, 0, 0});
        for (const double value : values)
            ++bins[std::min(bins.size() - 1, static_cast<std::size_t>(std::max(0.0, (value - 1) / step)))].count;
    }
    return bins;
}

// Whether the points part thousands: "1.234.567".
bool grouped(const std::string& word) {
    std::size_t point = word.find('.');
    if (point == std::string::npos || word.find('.', point + 1) == std::string::npos)
        return false;
    for (; point != std::string::npos; point = word.find('.', point + 1))
        if (const std::size_t next = std::min(word.find('.', point + 1), word.size()); next - point != 4)
            return false;
    return true;
}

// Numbers parted by semicolons, spaces or commas; a single comma inside a number is its decimal mark, as officials
// write it.
std::optional<std::vector<double>> numbersOf(std::string text) {
    std::replace(text.begin(), text.end(), ';', ' ');
    std::istringstream words(text);
    std::vector<double> numbers;
    for (std::string word; words >> word;) {
        while (!word.empty() && word.back() == ',')
            word.pop_back();
        const bool list = std::count(word.begin(), word.end(), ',') > 1;
        const std::size_t comma = word.find(',');
        if (!list && comma != std::string::npos) // 1.234.567,8
            word.erase(std::remove(word.begin(), word.begin() + static_cast<std::ptrdiff_t>(comma), '.'),
                       word.begin() + static_cast<std::ptrdiff_t>(comma));
        std::replace(word.begin(), word.end(), ',', list ? ' ' : '.');
        std::istringstream parts(word);
        for (std::string part; parts >> part;) {
            if (grouped(part))
                std::erase(part, '.');
            double number = 0;
            const auto [end, problem] = std::from_chars(part.data(), part.data() + part.size(), number);
            if (problem != std::errc() || end != part.data() + part.size() || !std::isfinite(number))
                return std::nullopt;
            numbers.push_back(number);
        }
    }
    return numbers;
}

// The edges that a text gives; what is wrong with it, as a message id, where it gives none.
struct TypedEdges {
    std::vector<double> edges;
    const char* wrong = nullptr;
};

TypedEdges typedEdges(const std::string& text) {
    constexpr std::size_t kMost = 8; // with a class beyond either end, as many as there are colours
    const auto numbers = numbersOf(text);
    if (!numbers)
        return {{}, JEJARING_TR("Only numbers, parted by semicolons: 0; 20; 40")};
    const auto breaks = analysis::manualBreaks(*numbers);
    if (!breaks)
        return {{}, JEJARING_TR("Two or more different numbers are needed.")};
    if (breaks->edges.size() > kMost)
        return {{}, JEJARING_TR("At most eight numbers: more classes could not be told apart.")};
    return {breaks->edges};
}

std::vector<double> finite(std::vector<double> edges) {
    std::erase_if(edges, [](double edge) { return !std::isfinite(edge); });
    return edges;
}

// What the user begins with.
std::vector<double> firstEdges(const Interface& ui, const analysis::IndicatorChoice& indicator) {
    if (!indicator.isSeries())
        return finite(analysis::fixedBreaks(indicator.kind).edges);
    const auto& map = ui.session.map();
    std::vector<double> edges = map ? map->breaks.edges : std::vector<double>{};
    for (double& edge : edges) // as many digits as are read below
        edge = std::round(edge * 100) / 100;
    return edges;
}

// A number as it is typed: without the marks between thousands.
std::string editable(double number, text::Language language) {
    std::string text = fmt::format("{:.2f}", number);
    while (text.back() == '0')
        text.pop_back();
    if (text.back() == '.')
        text.pop_back();
    if (language == text::Language::indonesian)
        std::replace(text.begin(), text.end(), '.', ',');
    return text;
}

} // namespace

void LeftPanel::histogram(Interface& ui) {
    const auto& map = ui.session.map();
    const float width = ImGui::GetContentRegionAvail().x;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float barsHeight = ui.u(30);
    const float rampHeight = ui.u(7);
    const float height = barsHeight + ui.u(3) + rampHeight;
    ImDrawList* list = ImGui::GetWindowDrawList();
    ImGui::InvisibleButton("left.histogram", ImVec2(width, height));
    const bool hovered = ImGui::IsItemHovered();
    mark(ui, "left.histogram");
    if (!map || map->breaks.classCount() == 0) {
        drawText(list, ui.font.small, at, ui.color.muted, ui.tr(JEJARING_TR("Nothing to class at this date")));
        return;
    }
    const std::size_t classes = map->breaks.classCount();
    const auto colors = scene::rampColors(ui.theme(), classes);
    const std::vector<Bin> bins = binsOf(*map);
    int most = 1;
    for (const Bin& bin : bins)
        most = std::max(most, bin.count);
    const float step = (width + 1) / static_cast<float>(bins.size());
    for (std::size_t i = 0; i < bins.size(); ++i) {
        const float x = at.x + step * static_cast<float>(i);
        // Square root: one region must still be seen beside fifty.
        const double share = std::sqrt(static_cast<double>(bins[i].count) / most);
        const float bar = bins[i].count == 0 ? 1.0F : std::max(ui.u(2), barsHeight * static_cast<float>(share));
        const scene::Color color = colors[std::min(classes - 1, map->breaks.classOf(bins[i].value))];
        const ImVec2 min(std::round(x), at.y + barsHeight - bar);
        const ImVec2 max(std::max(std::round(x) + 1, std::round(x + step) - 1), at.y + barsHeight);
        list->AddRectFilled(min, max, bins[i].count == 0 ? ui.color.line : packed(color));
        if (hovered && ImGui::GetIO().MousePos.x >= x && ImGui::GetIO().MousePos.x < x + step) {
            const auto number = [&](double value) { return scene::valueNumber(*map, ui.language(), value); };
            const std::string about =
                bins[i].half > 0 ? number(bins[i].value - bins[i].half) + " – " + number(bins[i].value + bins[i].half)
                                 : number(bins[i].value);
            explain(ui, about + ": " + ui.tr(JEJARING_TR("{0} {0:region|regions}"), {ui.number(bins[i].count)}));
        }
    }
    const float top = at.y + barsHeight + ui.u(3);
    const float radius = rampHeight / 2;
    for (std::size_t i = 0; i < classes; ++i) {
        const float from = at.x + width * static_cast<float>(i) / static_cast<float>(classes);
        const float to = at.x + width * static_cast<float>(i + 1) / static_cast<float>(classes);
        const ImDrawFlags corners =
            (i == 0 ? ImDrawFlags_RoundCornersLeft : 0) | (i + 1 == classes ? ImDrawFlags_RoundCornersRight : 0);
        list->AddRectFilled(ImVec2(std::round(from), top), ImVec2(std::round(to), top + rampHeight), packed(colors[i]),
                            radius, corners == 0 ? ImDrawFlags_RoundCornersNone : corners);
    }
}

void LeftPanel::classes(Interface& ui) {
    const scene::MapView& view = ui.session.state().view;
    const auto& map = ui.session.map();
    const std::size_t count = map ? map->breaks.classCount() : view.classCount;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x;
    caption(ui, ui.tr(JEJARING_TR("Classes · {0}, {1}"),
                      {ui.tr(nameOf(view.classMethod)), ui.number(static_cast<double>(count))}));
    const std::string change = ui.tr(JEJARING_TR("change"));
    ImGui::SetCursorScreenPos(ImVec2(at.x + width - textSize(ui.font.small, change).x, at.y));
    if (link(ui, "left.classes", change, ui.tr(JEJARING_TR("How the values are cut into classes"))))
        ImGui::OpenPopup("classes");
    // Within the window; where that is too low for it, it scrolls.
    const float margin = ui.u(8);
    const float lowest = ImGui::GetIO().DisplaySize.y - margin;
    ImGui::SetNextWindowSizeConstraints(ImVec2(0, 0), ImVec2(FLT_MAX, std::max(lowest - margin, 1.0F)));
    classPopup(ui, besidePanel());
    histogram(ui);
}

void LeftPanel::classPopup(Interface& ui, const PopupPlace& place) {
    if (!beginPopup(ui, "classes", place))
        return;
    using analysis::ClassMethod;
    const scene::MapView view = ui.session.state().view;
    const float width = ui.u(236);
    for (const ClassMethod method : {ClassMethod::fixed, ClassMethod::quantile, ClassMethod::equalInterval,
                                     ClassMethod::naturalBreaks, ClassMethod::pretty, ClassMethod::manual}) {
        if (method == ClassMethod::fixed && view.indicator.isSeries())
            continue; // no scale is known on which they could be
        const std::string id = "classes." + std::string(analysis::classMethodId(method));
        const bool chosen =
            menuEntry(ui, id, {ui.tr(nameOf(method)), "", true, view.classMethod == method, true}, width);
        explain(ui, ui.tr(explanationOf(method)));
        if (chosen)
            ui.changeView([&](scene::MapView& target) {
                target.classMethod = method;
                if (method == ClassMethod::manual && target.manualEdges.size() < 2)
                    target.manualEdges = firstEdges(ui, target.indicator);
            });
    }
    if (view.classMethod != ClassMethod::fixed && view.classMethod != ClassMethod::manual) {
        gap(ui, 8);
        std::vector<Choice> counts;
        for (int i = 3; i <= 7; ++i)
            counts.push_back({std::to_string(i), ui.tr(JEJARING_TR("At most so many classes"))});
        std::size_t chosen = std::clamp<std::size_t>(view.classCount, 3, 7) - 3;
        if (segmented(ui, "classes.count", counts, chosen, width))
            ui.changeView([&](scene::MapView& target) { target.classCount = chosen + 3; });
        gap(ui, 2);
    }
    if (view.classMethod == ClassMethod::manual) {
        gap(ui, 8);
        if (ImGui::IsWindowAppearing() || manualText_.empty()) {
            manualText_.clear();
            for (const double edge : view.manualEdges)
                manualText_ += (manualText_.empty() ? "" : "; ") + editable(edge, ui.language());
        }
        if (textField(ui, "classes.edges", manualText_, "0; 20; 40; 60", width,
                      ui.tr(JEJARING_TR("The edges of the classes, parted by semicolons")))) {
            if (const TypedEdges typed = typedEdges(manualText_); typed.wrong == nullptr)
                ui.changeView([&](scene::MapView& target) { target.manualEdges = typed.edges; });
        }
        if (const TypedEdges typed = typedEdges(manualText_); typed.wrong != nullptr) {
            gap(ui, 4);
            paragraph(ui, ui.font.small, ui.color.warning, ui.tr(typed.wrong), width);
            ui.probe.mark("classes.wrong", ImGui::GetItemRectMin(), ImGui::GetItemRectMax());
        }
        gap(ui, 2);
    }
    endPopup(ui);
}

} // namespace jejaring::ui
