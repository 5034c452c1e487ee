// SPDX-License-Identifier: MIT
// What users wait for: redrawing, picking, classifying, loading, writing a picture. With the built boundaries where
// they are installed (see `jejaring boundaries build`), else with a map made up for tests; the label says which.
#include "analysis/class_breaks.hpp"
#include "data/boundary/map_source.hpp"
#include "data/paths.hpp"
#include "publish/picture_file.hpp"
#include "render/context.hpp"
#include "scene/style.hpp"
#include "support/synthetic_map.hpp"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <random>

using namespace jejaring;

namespace {

struct Map {
    std::shared_ptr<const geo::MapGeometry> geometry;
    std::string label;
};

const Map& map() {
    static const Map kMap = [] {
        if (auto source = data::loadMapGeometry(data::boundariesPath(), geo::ProjectionKind::equalEarth))
            return Map{source.value().geometry, "real boundaries"};
        return Map{test::syntheticMap(), "made-up map"};
    }();
    return kMap;
}

// The context and what draws in it; made once, as drivers take long to start.
render::Renderer& renderer() {
    static const auto kContext = render::HeadlessContext::create();
    static const auto kRenderer = render::Renderer::create(JEJARING_SOURCE_DIR "/shaders");
    if (!kContext.ok() || !kRenderer.ok()) {
        std::fprintf(stderr, "no OpenGL 3.3\n");
        std::exit(1);
    }
    return *kRenderer.value();
}

scene::DisplayList countryMap(double width, double height) {
    const scene::Style& style = scene::styleOf(scene::Theme::light);
    const geo::MapGeometry& geometry = *map().geometry;
    scene::DisplayList list;
    list.width = width;
    list.height = height;
    list.background = style.sea;
    const scene::Rect frame{0, 0, width, height};
    list.maps.push_back({map().geometry, frame, scene::fit(geometry.bounds(), frame, 40)});
    auto styles = std::make_shared<std::vector<scene::RegionStyle>>(geometry.catalog().regencyCount());
    for (std::size_t i = 0; i < styles->size(); ++i)
        (*styles)[i].fill = style.ramp[(i * 2654435761U >> 7U) % style.ramp.size()];
    list.items.emplace_back(scene::WorldFill{0, style.neighbours, style.neighbourOutline, 0.75F});
    list.items.emplace_back(scene::LakeFill{0, style.sea});
    list.items.emplace_back(scene::RegionFills{0, styles});
    list.items.emplace_back(scene::BorderStroke{0, geo::BorderClass::coast, style.coast, 0});
    list.items.emplace_back(scene::BorderStroke{0, geo::BorderClass::regency, style.regencyBorder, 0.6F});
    list.items.emplace_back(scene::BorderStroke{0, geo::BorderClass::province, style.provinceBorder, 1.1F});
    return list;
}

double secondsSince(std::chrono::steady_clock::time_point begin) {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

// The value that `share` of them do not exceed.
double quantile(std::vector<double>& values, double share) {
    if (values.empty())
        return 0;
    const auto at = values.begin() + static_cast<std::ptrdiff_t>(static_cast<double>(values.size() - 1) * share);
    std::nth_element(values.begin(), at, values.end());
    return *at;
}

void redraw(benchmark::State& state, double factor) {
    render::Renderer& painter = renderer();
    scene::DisplayList list = countryMap(1920, 1080);
    list.maps[0].camera.metresPerUnit /= factor;
    auto target = render::OffscreenTarget::create(1920, 1080);
    std::vector<std::uint8_t> pixel(1920 * 4);
    std::vector<double> milliseconds;
    int frame = 0;
    // Geometry goes to the driver, and shaders are compiled, with the first picture.
    target.value()->bind();
    painter.draw(list, {0, 0, 1920, 1080, 1, 0, 0});
    target.value()->readRaw(0, 1, pixel);
    for (auto _ : state) {
        const auto begin = std::chrono::steady_clock::now();
        // A little further each time, as when the map is dragged.
        list.maps[0].camera.centre.x += (++frame % 2 == 0 ? 2 : -2) * list.maps[0].camera.metresPerUnit;
        target.value()->bind();
        painter.draw(list, {0, 0, 1920, 1080, 1, 0, 0});
        target.value()->readRaw(0, 1, pixel); // waits for the drawing
        milliseconds.push_back(secondsSince(begin) * 1e3);
    }
    state.counters["median_ms"] = quantile(milliseconds, 0.5);
    state.SetLabel(map().label);
}
void redrawCountry1080p(benchmark::State& state) {
    redraw(state, 1);
}
void redrawCloseUp1080p(benchmark::State& state) {
    redraw(state, 15);
}

void recolour1080p(benchmark::State& state) {
    render::Renderer& painter = renderer();
    scene::DisplayList list = countryMap(1920, 1080);
    auto target = render::OffscreenTarget::create(1920, 1080);
    std::vector<std::uint8_t> pixel(1920 * 4);
    const auto fills = std::find_if(list.items.begin(), list.items.end(),
                                    [](const scene::Item& i) { return std::holds_alternative<scene::RegionFills>(i); });
    auto& styles = std::get<scene::RegionFills>(*fills).styles;
    for (auto _ : state) {
        auto changed = std::make_shared<std::vector<scene::RegionStyle>>(*styles);
        std::rotate(changed->begin(), changed->begin() + 1, changed->end());
        styles = changed;
        target.value()->bind();
        painter.draw(list, {0, 0, 1920, 1080, 1, 0, 0});
        target.value()->readRaw(0, 1, pixel);
    }
    state.SetLabel(map().label);
}

// The pointer goes from region to region: the ground is kept, the outline changes.
void hover1080p(benchmark::State& state) {
    render::Renderer& painter = renderer();
    scene::DisplayList list = countryMap(1920, 1080);
    auto ground = render::OffscreenTarget::create(1920, 1080);
    auto target = render::OffscreenTarget::create(1920, 1080);
    const render::Viewport viewport{0, 0, 1920, 1080, 1, 0, 0};
    const std::size_t end = list.items.size();
    ground.value()->bind();
    painter.draw(list, viewport);
    const scene::Style& style = scene::styleOf(scene::Theme::light);
    list.items.emplace_back(scene::RegionOutline{0, 0, style.accent, 1.4F});
    std::vector<std::uint8_t> pixel(1920 * 4);
    const std::size_t regions = map().geometry->catalog().size();
    std::size_t next = 0;
    for (auto _ : state) {
        std::get<scene::RegionOutline>(list.items.back()).region = static_cast<core::RegionIndex>(next++ % regions);
        target.value()->copyFrom(*ground.value());
        target.value()->bind();
        painter.draw(list, viewport, {end});
        target.value()->readRaw(0, 1, pixel);
    }
    state.SetLabel(map().label);
}

void writePng4k(benchmark::State& state) {
    render::Renderer& painter = renderer();
    const scene::DisplayList list = countryMap(1920, 1080);
    const std::string path = (std::filesystem::temp_directory_path() / "jejaring-bench.png").string();
    publish::PngOptions options;
    options.pixelRatio = 2;
    options.overwrite = true;
    for (auto _ : state)
        if (!publish::writePng(painter, list, path, options))
            state.SkipWithError("the picture was not written");
    std::filesystem::remove(path);
    state.SetLabel(map().label);
}

void pick(benchmark::State& state) {
    const geo::MapGeometry& geometry = *map().geometry;
    const geo::Box box = geometry.bounds();
    std::mt19937_64 random(1);
    std::uniform_real_distribution<double> x(box.minX, box.maxX);
    std::uniform_real_distribution<double> y(box.minY, box.maxY);
    std::vector<geo::Point> points(4096);
    for (geo::Point& p : points)
        p = {x(random), y(random)};
    // Single picks are timed too, for the slowest ones matter most.
    std::vector<double> microseconds;
    std::size_t next = 0;
    for (auto _ : state) {
        const auto begin = std::chrono::steady_clock::now();
        benchmark::DoNotOptimize(geometry.pick(points[next++ % points.size()]));
        microseconds.push_back(secondsSince(begin) * 1e6);
    }
    state.counters["p99_us"] = quantile(microseconds, 0.99);
    state.SetLabel(map().label);
}

void classifyJenks(benchmark::State& state) {
    std::mt19937_64 random(1);
    std::lognormal_distribution<double> value(2, 1);
    std::vector<double> values(static_cast<std::size_t>(state.range(0)));
    for (double& v : values)
        v = value(random);
    for (auto _ : state)
        benchmark::DoNotOptimize(analysis::breaksOf(values, analysis::ClassMethod::naturalBreaks, 5));
}

void loadMap(benchmark::State& state) {
    for (auto _ : state) {
        auto source = data::loadMapGeometry(data::boundariesPath(), geo::ProjectionKind::equalEarth);
        if (!source) {
            state.SkipWithError("no boundaries are installed");
            return;
        }
        benchmark::DoNotOptimize(source.value().geometry);
    }
}

} // namespace

BENCHMARK(redrawCountry1080p)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(redrawCloseUp1080p)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(recolour1080p)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(hover1080p)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(writePng4k)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(pick);
BENCHMARK(classifyJenks)->Arg(514)->Arg(80000)->Unit(benchmark::kMillisecond);
BENCHMARK(loadMap)->Unit(benchmark::kMillisecond)->UseRealTime();

BENCHMARK_MAIN();
