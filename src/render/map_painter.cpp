// SPDX-License-Identifier: MIT
#include "render/map_painter.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace jejaring::render {

namespace {

// A simplified point may stand this far from its true place.
constexpr double kToleranceInPixels = 0.55;
// Levels and styles that this many display lists did not use are dropped by trim().
constexpr std::uint64_t kKeptDraws = 240;
// Pixels beyond a strip's coverage that its triangles reach, so that no covered pixel's centre is missed.
constexpr float kStripMargin = 0.25F;
constexpr int kStyleRows = 3;

void setColor(GLint location, const scene::Color& color) {
    const float alpha = static_cast<float>(color.a) / 255.0F;
    const float scale = alpha / 255.0F;
    glUniform4f(location, static_cast<float>(color.r) * scale, static_cast<float>(color.g) * scale,
                static_cast<float>(color.b) * scale, alpha);
}

void blend(bool on) {
    (on ? glEnable : glDisable)(GL_BLEND);
}

} // namespace

core::Result<std::unique_ptr<MapPainter>> MapPainter::create(const std::string& shaderFolder) {
    auto fill = ShaderProgram::load(shaderFolder, "map_fill");
    auto pattern = ShaderProgram::load(shaderFolder, "map_pattern");
    for (const auto* program : {&fill, &pattern})
        if (!program->ok())
            return program->error();
    std::vector<StripProgram> strips;
    for (const char* kind : {"STROKE", "EDGE", "MIX"}) {
        auto loaded = ShaderProgram::load(shaderFolder, "map_strip", kind);
        if (!loaded)
            return loaded.error();
        ShaderProgram s = std::move(loaded).value();
        const std::array uniforms{s.uniform("uPicture"), s.uniform("uOrigin"), s.uniform("uCamera"),
                                  s.uniform("uView"),    s.uniform("uExtent"), s.uniform("uColor"),
                                  s.uniform("uProfile"), s.uniform("uOutside")};
        strips.push_back({std::move(s), uniforms[0], uniforms[1], uniforms[2], uniforms[3], uniforms[4], uniforms[5],
                          uniforms[6], uniforms[7]});
    }
    const ShaderProgram& f = fill.value();
    const ShaderProgram& p = pattern.value();
    const std::array fillUniforms{f.uniform("uPicture"), f.uniform("uCamera"), f.uniform("uView"), f.uniform("uSingle"),
                                  f.uniform("uColor")};
    const std::array patternUniforms{p.uniform("uPicture"), p.uniform("uOrigin"), p.uniform("uCamera"),
                                     p.uniform("uView"), p.uniform("uPattern")};
    return std::unique_ptr<MapPainter>(new MapPainter(
        {std::move(fill).value(), fillUniforms[0], fillUniforms[1], fillUniforms[2], fillUniforms[3], fillUniforms[4]},
        {std::move(pattern).value(), patternUniforms[0], patternUniforms[1], patternUniforms[2], patternUniforms[3],
         patternUniforms[4]},
        std::move(strips)));
}

void MapPainter::begin(const scene::DisplayList& list, const Frame& frame) {
    list_ = &list;
    frame_ = frame;
    placements_.assign(list.maps.size(), {});
    ++drawn_;
}

MapPainter::Placement& MapPainter::place(std::size_t map) {
    Placement& placement = placements_[map];
    const scene::MapFrame& shown = list_->maps[map];
    if (placement.geometry == nullptr) {
        const geo::MapGeometry& geometry = *shown.geometry;
        const double metresPerPixel = shown.camera.metresPerUnit / frame_.ratio;
        const geo::LevelOfDetail& detail = geometry.levelFor(metresPerPixel * kToleranceInPixels);
        const auto found =
            levels_.try_emplace(&detail, Level{shown.geometry, LevelMesh(detail, geometry.catalog().provinceCount())});
        found.first->second.lastDrawn = drawn_;

        // The camera as a sum of two floats, so that positions near it keep their precision.
        const double cameraX = shown.camera.centre.x - geometry.origin().x;
        const double cameraY = shown.camera.centre.y - geometry.origin().y;
        placement.geometry = &geometry;
        placement.mesh = &found.first->second.mesh;
        placement.camera[0] = static_cast<float>(cameraX);
        placement.camera[1] = static_cast<float>(cameraY);
        placement.camera[2] = static_cast<float>(cameraX - static_cast<double>(placement.camera[0]));
        placement.camera[3] = static_cast<float>(cameraY - static_cast<double>(placement.camera[1]));
        const double middleX = (shown.frame.x + shown.frame.width / 2) * frame_.ratio;
        const double middleY = (shown.frame.y + shown.frame.height / 2) * frame_.ratio;
        placement.view[0] = static_cast<float>(1 / metresPerPixel);
        placement.view[1] = static_cast<float>(middleX);
        placement.view[2] = static_cast<float>(middleY);
        placement.metresPerPixel = metresPerPixel;
        placement.anchorX = middleX - cameraX / metresPerPixel;
        placement.anchorY = middleY + cameraY / metresPerPixel;
        placement.pixels = pixelsOf(frame_, shown.frame);
    }
    return placement;
}

bool MapPainter::startItem(const Placement& placement, const PixelRect& clip, double margin) {
    const PixelRect area = intersection(placement.pixels, clip);
    if (area.empty())
        return false;
    scissor(frame_, area);
    const double scale = placement.metresPerPixel;
    visible_.minX = static_cast<float>((area.left - margin - placement.anchorX) * scale);
    visible_.maxX = static_cast<float>((area.right + margin - placement.anchorX) * scale);
    visible_.minY = static_cast<float>((placement.anchorY - area.bottom - margin) * scale);
    visible_.maxY = static_cast<float>((placement.anchorY - area.top + margin) * scale);
    return true;
}

const MapPainter::Styles& MapPainter::stylesFor(const scene::RegionFills& item) {
    const auto known =
        std::find_if(styles_.begin(), styles_.end(), [&](const Styles& s) { return s.source == item.styles; });
    Styles& styles = known != styles_.end() ? *known : styles_.emplace_back();
    styles.lastDrawn = drawn_;
    glActiveTexture(GL_TEXTURE0);
    glBindTexture(GL_TEXTURE_2D, styles.texture.name());
    if (styles.source)
        return styles;

    styles.source = item.styles;
    const std::size_t count = item.styles->size();
    std::vector<std::array<std::uint8_t, 4>> texels(count * kStyleRows);
    for (std::size_t i = 0; i < count; ++i) {
        const scene::RegionStyle& style = (*item.styles)[i];
        texels[i] = {style.fill.r, style.fill.g, style.fill.b, style.fill.a};
        texels[count + i] = {style.patternColor.r, style.patternColor.g, style.patternColor.b, style.patternColor.a};
        texels[2 * count + i] = {static_cast<std::uint8_t>(style.pattern), 0, 0, 0};
        styles.opaque = styles.opaque && style.fill.a == 255;
        styles.patterned = styles.patterned || style.pattern != scene::FillPattern::plain;
    }
    glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, static_cast<GLsizei>(count), kStyleRows, 0, GL_RGBA, GL_UNSIGNED_BYTE,
                 texels.data());
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_NEAREST);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAX_LEVEL, 0);
    return styles;
}

void MapPainter::useFill(const Placement& placement, const scene::Color* color) {
    fill_.program.use();
    glUniform2f(fill_.picture, static_cast<float>(frame_.pictureWidth), static_cast<float>(frame_.pictureHeight));
    glUniform4fv(fill_.camera, 1, placement.camera);
    glUniform3fv(fill_.view, 1, placement.view);
    glUniform1i(fill_.single, color != nullptr ? 1 : 0);
    if (color != nullptr)
        setColor(fill_.color, *color);
}

const MapPainter::StripProgram& MapPainter::useStrip(const Placement& placement, StripKind kind, float extent) {
    const StripProgram& strip = strips_[static_cast<std::size_t>(kind)];
    strip.program.use();
    glUniform2f(strip.picture, static_cast<float>(frame_.pictureWidth), static_cast<float>(frame_.pictureHeight));
    glUniform2f(strip.origin, frame_.originX, frame_.originY);
    glUniform4fv(strip.camera, 1, placement.camera);
    glUniform3fv(strip.view, 1, placement.view);
    glUniform1f(strip.extent, extent);
    return strip;
}

void MapPainter::useStroke(const Placement& placement, float reach, float most, const scene::Color& color) {
    const StripProgram& strip = useStrip(placement, StripKind::stroke, reach + kStripMargin);
    glUniform2f(strip.profile, reach, most);
    setColor(strip.color, color);
}

void MapPainter::useLine(const Placement& placement, float widthInPixels, const scene::Color& color) {
    useStroke(placement, widthInPixels / 2 + 0.5F, std::min(1.0F, widthInPixels), color);
}

void MapPainter::addRange(const MeshChunk& chunk) {
    if (chunk.count == 0)
        return;
    if (!counts_.empty() && chunk.first == rangeEnd_) {
        counts_.back() += static_cast<GLsizei>(chunk.count);
    } else {
        counts_.push_back(static_cast<GLsizei>(chunk.count));
        offsets_.push_back(reinterpret_cast<const void*>(static_cast<std::uintptr_t>(chunk.first) * sizeof(GLuint)));
    }
    rangeEnd_ = chunk.first + chunk.count;
}

void MapPainter::drawRanges() {
    if (counts_.size() == 1)
        glDrawElements(GL_TRIANGLES, counts_.front(), GL_UNSIGNED_INT, offsets_.front());
    else if (!counts_.empty())
        glMultiDrawElements(GL_TRIANGLES, counts_.data(), GL_UNSIGNED_INT, offsets_.data(),
                            static_cast<GLsizei>(counts_.size()));
    counts_.clear();
    offsets_.clear();
}

template <class Chunks, class Accept> void MapPainter::drawChunks(const Chunks& chunks, const Accept& accept) {
    for (const auto& chunk : chunks)
        if (chunk.box.intersects(visible_) && accept(chunk))
            addRange(chunk);
    drawRanges();
}

namespace {
constexpr auto kAll = [](const auto&) { return true; };
} // namespace

void MapPainter::draw(const scene::WorldFill& item, const PixelRect& clip) {
    Placement& placement = place(item.map);
    const float width = static_cast<float>(static_cast<double>(item.outlineWidth) * frame_.ratio);
    if (!startItem(placement, clip, static_cast<double>(width) + 2))
        return;
    blend(true);
    const StripMesh& outlines = placement.mesh->worldArcs();
    outlines.mesh.bind();
    const bool outlined = width > 0 && item.outline.a > 0;
    if (item.fill.a == 255 && !(outlined && width >= 0.75F)) {
        // Half a line in the fill's colour, under the fill, antialiases its edge where no outline covers it.
        useStroke(placement, 1, 1, item.fill);
        drawChunks(outlines.chunks, kAll);
    }
    const FillMesh& fills = placement.mesh->world();
    fills.mesh.bind();
    useFill(placement, &item.fill);
    drawChunks(fills.chunks, kAll);
    if (outlined) {
        outlines.mesh.bind();
        useLine(placement, width, item.outline);
        drawChunks(outlines.chunks, kAll);
    }
}

void MapPainter::draw(const scene::LakeFill& item, const PixelRect& clip) {
    Placement& placement = place(item.map);
    if (!startItem(placement, clip, 1))
        return;
    blend(true);
    const FillMesh& lakes = placement.mesh->lakes();
    lakes.mesh.bind();
    useFill(placement, &item.fill);
    drawChunks(lakes.chunks, kAll);
}

void MapPainter::draw(const scene::RegionFills& item, const PixelRect& clip) {
    Placement& placement = place(item.map);
    if (!startItem(placement, clip, 2))
        return;
    const Styles& styles = stylesFor(item);
    const std::vector<scene::RegionStyle>& table = *item.styles;
    const std::size_t provinces = placement.geometry->catalog().provinceCount();
    const auto styleOf = [&](core::RegionIndex region) -> const scene::RegionStyle& {
        return table[region - provinces];
    };
    const StripMesh& arcs = placement.mesh->arcs();

    // Towards the sea each region's colour fades over one pixel, beneath all fills. Behind an opaque fill the strip may
    // reach inwards, which leaves no seam; a translucent one must not be doubled.
    arcs.mesh.bind();
    blend(true);
    const StripProgram& edge = useStrip(placement, StripKind::edge, 1 + kStripMargin);
    glUniform1i(edge.outside, styles.opaque ? 0 : 1);
    drawChunks(arcs.chunks, [](const StripChunk& c) {
        return c.border == geo::BorderClass::coast && (c.left != core::kNoRegion || c.right != core::kNoRegion);
    });

    const FillMesh& fills = placement.mesh->regions();
    fills.mesh.bind();
    blend(!styles.opaque);
    useFill(placement, nullptr);
    drawChunks(fills.chunks, kAll);

    // Between two regions of different colour the pixels along the border are mixed.
    blend(true);
    if (styles.opaque) {
        arcs.mesh.bind();
        useStrip(placement, StripKind::mix, 0.5F + kStripMargin);
        drawChunks(arcs.chunks, [&](const StripChunk& c) {
            return c.left != core::kNoRegion && c.right != core::kNoRegion &&
                   !(styleOf(c.left).fill == styleOf(c.right).fill);
        });
    }

    if (styles.patterned) {
        fills.mesh.bind();
        pattern_.program.use();
        glUniform2f(pattern_.picture, static_cast<float>(frame_.pictureWidth),
                    static_cast<float>(frame_.pictureHeight));
        glUniform2f(pattern_.origin, frame_.originX, frame_.originY);
        glUniform4fv(pattern_.camera, 1, placement.camera);
        glUniform3fv(pattern_.view, 1, placement.view);
        glUniform3f(pattern_.pattern, static_cast<float>(std::round(placement.anchorX)),
                    static_cast<float>(std::round(placement.anchorY)), static_cast<float>(frame_.ratio));
        std::size_t column = 0;
        drawChunks(fills.chunks, [&](const MeshChunk& c) {
            column = static_cast<std::size_t>(&c - fills.chunks.data());
            return table[column].pattern != scene::FillPattern::plain;
        });
    }
}

void MapPainter::draw(const scene::BorderStroke& item, const PixelRect& clip) {
    const float width = static_cast<float>(static_cast<double>(item.width) * frame_.ratio);
    if (width <= 0 || item.color.a == 0)
        return;
    Placement& placement = place(item.map);
    if (!startItem(placement, clip, static_cast<double>(width) + 2))
        return;
    const StripMesh& arcs = placement.mesh->arcs();
    arcs.mesh.bind();
    blend(true);
    useLine(placement, width, item.color);
    drawChunks(arcs.chunks, [&](const StripChunk& c) { return c.border == item.border; });
}

void MapPainter::draw(const scene::RegionOutline& item, const PixelRect& clip) {
    const float width = static_cast<float>(static_cast<double>(item.width) * frame_.ratio);
    if (width <= 0 || item.color.a == 0 || item.region == core::kNoRegion)
        return;
    Placement& placement = place(item.map);
    if (!startItem(placement, clip, static_cast<double>(width) + 2))
        return;
    const core::RegionCatalog& catalog = placement.geometry->catalog();
    const bool province = item.region < catalog.provinceCount();
    const auto within = [&](core::RegionIndex region) {
        return region != core::kNoRegion &&
               (province ? catalog.provinceOf(region) == item.region : region == item.region);
    };
    const StripMesh& arcs = placement.mesh->arcs();
    arcs.mesh.bind();
    blend(true);
    useLine(placement, width, item.color);
    drawChunks(arcs.chunks, [&](const StripChunk& c) { return within(c.left) != within(c.right); });
}

void MapPainter::trim() {
    const auto forgotten = [this](std::uint64_t lastDrawn) { return lastDrawn + kKeptDraws < drawn_; };
    std::erase_if(levels_, [&](const auto& entry) { return forgotten(entry.second.lastDrawn); });
    std::erase_if(styles_, [&](const Styles& s) { return forgotten(s.lastDrawn); });
}

} // namespace jejaring::render
