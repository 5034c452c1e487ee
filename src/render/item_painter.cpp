// SPDX-License-Identifier: MIT
#include "render/item_painter.hpp"

#include "render/triangulate.hpp"
#include "scene/image_placement.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace jejaring::render {

namespace {

constexpr float kUnbounded = 1e6F;
// Pixels beyond an item's coverage that its triangles reach.
constexpr float kMargin = 0.25F;
// How many batches back an item may join.
constexpr std::size_t kBatchesBack = 6;
// The soft edge of a shadow lies a little below its panel.
constexpr float kShadowDrop = 0.25F;

PixelRect boxAround(float left, float top, float right, float bottom) {
    // Held to a range in which every later sum fits.
    const auto held = [](float v) { return static_cast<int>(std::clamp(v, -1e6F, 1e6F)); };
    return {held(std::floor(left)), held(std::floor(top)), held(std::ceil(right)), held(std::ceil(bottom))};
}

PixelRect unionOf(const PixelRect& a, const PixelRect& b) {
    return {std::min(a.left, b.left), std::min(a.top, b.top), std::max(a.right, b.right), std::max(a.bottom, b.bottom)};
}

bool overlap(const PixelRect& a, const PixelRect& b) {
    return !intersection(a, b).empty();
}

template <class V>
void addQuad(std::vector<V>& vertices, std::vector<std::uint32_t>& indices, V vertex, float left, float top,
             float right, float bottom) {
    const auto first = static_cast<std::uint32_t>(vertices.size());
    for (const StripPoint at : {StripPoint{left, top}, {right, top}, {right, bottom}, {left, bottom}}) {
        vertex.at = at;
        vertices.push_back(vertex);
    }
    indices.insert(indices.end(), {first, first + 1, first + 2, first, first + 2, first + 3});
}

} // namespace

core::Result<std::unique_ptr<ItemPainter>> ItemPainter::create(const std::string& shaderFolder) {
    std::vector<Program> programs;
    for (const char* name : {"line", "shape", "glyph", "image"}) {
        auto program = ShaderProgram::load(shaderFolder, name);
        if (!program)
            return program.error();
        const GLint picture = program.value().uniform("uPicture");
        const GLint origin = program.value().uniform("uOrigin");
        const GLint unit = program.value().uniform("uUnit");
        programs.push_back({std::move(program).value(), picture, origin, unit});
    }
    return std::unique_ptr<ItemPainter>(new ItemPainter(std::move(programs)));
}

ItemPainter::ItemPainter(std::vector<Program> programs)
    : programs_(std::move(programs)),
      lineMesh_(std::array{VertexAttribute{0, 2, GL_FLOAT, false, false, offsetof(LineVertex, at)},
                           VertexAttribute{1, 4, GL_FLOAT, false, false, offsetof(LineVertex, segment)},
                           VertexAttribute{2, 4, GL_FLOAT, false, false, offsetof(LineVertex, profile)},
                           VertexAttribute{3, 4, GL_UNSIGNED_BYTE, true, false, offsetof(LineVertex, color)},
                           VertexAttribute{4, 1, GL_FLOAT, false, false, offsetof(LineVertex, dash)}},
                sizeof(LineVertex)),
      shapeMesh_(std::array{VertexAttribute{0, 2, GL_FLOAT, false, false, offsetof(ShapeVertex, at)},
                            VertexAttribute{1, 4, GL_FLOAT, false, false, offsetof(ShapeVertex, box)},
                            VertexAttribute{2, 4, GL_FLOAT, false, false, offsetof(ShapeVertex, form)},
                            VertexAttribute{3, 4, GL_UNSIGNED_BYTE, true, false, offsetof(ShapeVertex, fill)},
                            VertexAttribute{4, 4, GL_UNSIGNED_BYTE, true, false, offsetof(ShapeVertex, stroke)},
                            VertexAttribute{5, 4, GL_UNSIGNED_BYTE, true, false, offsetof(ShapeVertex, patternColor)}},
                 sizeof(ShapeVertex)),
      glyphMesh_(std::array{VertexAttribute{0, 2, GL_FLOAT, false, false, offsetof(GlyphVertex, at)},
                            VertexAttribute{1, 2, GL_FLOAT, false, false, offsetof(GlyphVertex, texel)},
                            VertexAttribute{2, 4, GL_UNSIGNED_BYTE, true, false, offsetof(GlyphVertex, color)}},
                 sizeof(GlyphVertex)),
      imageMesh_(std::array{VertexAttribute{0, 2, GL_FLOAT, false, false, offsetof(ImageVertex, at)},
                            VertexAttribute{1, 4, GL_FLOAT, false, false, offsetof(ImageVertex, box)},
                            VertexAttribute{2, 4, GL_FLOAT, false, false, offsetof(ImageVertex, part)},
                            VertexAttribute{3, 2, GL_FLOAT, false, false, offsetof(ImageVertex, form)}},
                 sizeof(ImageVertex)) {}

void ItemPainter::begin(const scene::DisplayList& list, const Frame& frame) {
    frame_ = frame;
    atlas_.begin(list.fonts);
    images_.begin();
}

StripPoint ItemPainter::pixel(geo::Point layout) const {
    return {static_cast<float>(layout.x * frame_.ratio), static_cast<float>(layout.y * frame_.ratio)};
}

bool ItemPainter::inView(const PixelRect& box, const PixelRect& clip) const {
    return overlap(box, intersection(clip, frame_.shown));
}

ItemPainter::Batch& ItemPainter::batchFor(Technique technique, const PixelRect& box, const PixelRect& clip,
                                          GLuint texture) {
    Batch* joined = nullptr;
    const std::size_t first = batches_.size() > kBatchesBack ? batches_.size() - kBatchesBack : 0;
    for (std::size_t i = batches_.size(); i-- > first;) {
        Batch& batch = batches_[i];
        if (batch.technique == technique && batch.texture == texture && batch.clip == clip) {
            joined = &batch;
            break;
        }
        if (overlap(batch.bounds, box) &&
            std::any_of(batch.boxes.begin(), batch.boxes.end(), [&](const PixelRect& b) { return overlap(b, box); }))
            break;
    }
    if (joined == nullptr) {
        joined = &batches_.emplace_back();
        joined->technique = technique;
        joined->texture = texture;
        joined->clip = clip;
        joined->bounds = box;
    }
    joined->boxes.push_back(box);
    joined->bounds = unionOf(joined->bounds, box);
    return *joined;
}

void ItemPainter::addShape(const std::array<float, 4>& box, const std::array<float, 4>& form, Rgba fill, Rgba stroke,
                           Rgba patternColor, const PixelRect& clip) {
    const float reach = std::max(form[1] / 2 + 0.5F, form[2]) + kMargin;
    const float left = box[0] - box[2] - reach;
    const float right = box[0] + box[2] + reach;
    const float top = box[1] - box[3] - reach;
    const float bottom = box[1] + box[3] + reach;
    const PixelRect covered = boxAround(left, top, right, bottom);
    if (!inView(covered, clip))
        return;
    addQuad(shapes_, batchFor(Technique::shape, covered, clip).indices,
            ShapeVertex{{}, box, form, fill, stroke, patternColor}, left, top, right, bottom);
}

void ItemPainter::add(const scene::Circle& item, const PixelRect& clip) {
    const auto ratio = static_cast<float>(frame_.ratio);
    const StripPoint centre = pixel(item.centre);
    const float radius = item.radius * ratio;
    const Rgba stroke = item.strokeWidth > 0 ? rgba(item.stroke) : Rgba{};
    addShape({centre.x, centre.y, radius, radius},
             {radius, item.strokeWidth * ratio, 0.5F, static_cast<float>(item.pattern)}, rgba(item.fill), stroke,
             rgba(item.stroke), clip);
}

void ItemPainter::add(const scene::RoundedRect& item, const PixelRect& clip) {
    const auto ratio = static_cast<float>(frame_.ratio);
    const float stroke = item.strokeWidth * ratio;
    // Outer edges, stroke included, stand on whole pixels, so that they are crisp.
    const auto snap = [&](double value, float outwards) {
        return std::round(static_cast<float>(value * frame_.ratio) + outwards) - outwards;
    };
    const float left = snap(item.rect.x, -stroke / 2);
    const float top = snap(item.rect.y, -stroke / 2);
    const float least = item.rect.width > 0 && item.rect.height > 0 ? 1.0F : 0.0F;
    const float right = std::max(snap(item.rect.right(), stroke / 2), left + least);
    const float bottom = std::max(snap(item.rect.bottom(), stroke / 2), top + least);
    const std::array<float, 4> box{(left + right) / 2, (top + bottom) / 2, (right - left) / 2, (bottom - top) / 2};
    const float radius = std::min({item.radius * ratio, box[2], box[3]});
    if (item.shadow > 0) {
        const float blur = item.shadow * ratio;
        // Dark grounds need a stronger shadow to be seen at all.
        const int luma = (item.fill.r * 2 + item.fill.g * 5 + item.fill.b) / 8;
        const std::uint8_t strength = luma > 128 ? 36 : 110;
        addShape({box[0], box[1] + blur * kShadowDrop, box[2], box[3]},
                 {std::min(radius + blur / 2, std::min(box[2], box[3])), 0, std::max(blur, 0.5F), 0},
                 {0, 0, 0, strength}, {}, {}, clip);
    }
    addShape(box, {radius, stroke, 0.5F, static_cast<float>(item.pattern)}, rgba(item.fill),
             stroke > 0 ? rgba(item.stroke) : Rgba{}, rgba(item.patternColor), clip);
}

void ItemPainter::add(const scene::Polyline& item, const PixelRect& clip) {
    const float width = item.width * static_cast<float>(frame_.ratio);
    if (item.points.size() < 2 || width <= 0 || item.color.a == 0)
        return;
    points_.clear();
    for (const geo::Point& p : item.points)
        points_.push_back(pixel(p));
    if (item.closed && !(points_.front() == points_.back()))
        points_.push_back(points_.front());

    const float reach = width / 2 + 0.5F;
    const float extent = reach + kMargin;
    StripPoint low = points_.front();
    StripPoint high = low;
    for (const StripPoint p : points_) {
        low = {std::min(low.x, p.x), std::min(low.y, p.y)};
        high = {std::max(high.x, p.x), std::max(high.y, p.y)};
    }
    const float far = extent * kLongestOffset;
    const PixelRect covered = boxAround(low.x - far, low.y - far, high.x + far, high.y + far);
    if (!inView(covered, clip))
        return;

    strip_.clear();
    appendStrip(strip_, points_, item.closed, extent);
    const auto first = static_cast<std::uint32_t>(lines_.size());
    const Rgba color = rgba(item.color);
    const float dash = item.dash * static_cast<float>(frame_.ratio);
    for (const StripCorner& c : strip_.corners)
        lines_.push_back({{c.at.x + c.offsetX * extent, c.at.y + c.offsetY * extent},
                          {c.from.x, c.from.y, c.at.x, c.at.y},
                          {reach, reach, std::min(width, 1.0F), c.along},
                          color,
                          dash});
    std::vector<std::uint32_t>& indices = batchFor(Technique::line, covered, clip).indices;
    for (const std::uint32_t index : strip_.indices)
        indices.push_back(first + index);
}

void ItemPainter::add(const scene::FilledPolygon& item, const PixelRect& clip) {
    points_.clear();
    StripPoint low{1e9F, 1e9F};
    StripPoint high{-1e9F, -1e9F};
    for (const geo::Point& p : item.points) {
        const StripPoint at = pixel(p);
        if (points_.empty() || !(points_.back() == at))
            points_.push_back(at);
        low = {std::min(low.x, at.x), std::min(low.y, at.y)};
        high = {std::max(high.x, at.x), std::max(high.y, at.y)};
    }
    if (points_.size() > 1 && points_.front() == points_.back())
        points_.pop_back();
    if (points_.size() < 3 || item.fill.a == 0)
        return;
    const PixelRect covered = boxAround(low.x - 3, low.y - 3, high.x + 3, high.y + 3);
    if (!inView(covered, clip))
        return;
    // The inside lies on the right of each side as seen with y up, which is where distances are negative.
    if (doubledArea(points_) < 0)
        std::reverse(points_.begin(), points_.end());

    // The fill ends half a pixel within the sides; a fringe across them carries the coverage.
    const std::size_t count = points_.size();
    std::vector<StripPoint> inner(count);
    std::vector<StripPoint> outer(count);
    for (std::size_t i = 0; i < count; ++i) {
        const StripPoint at = points_[i];
        const StripPoint before = points_[(i + count - 1) % count];
        const StripPoint after = points_[(i + 1) % count];
        const float inLength = std::hypot(at.x - before.x, at.y - before.y);
        const float outLength = std::hypot(after.x - at.x, after.y - at.y);
        const StripPoint n1{(at.y - before.y) / inLength, (before.x - at.x) / inLength};
        const StripPoint n2{(after.y - at.y) / outLength, (at.x - after.x) / outLength};
        const float scale = 1.0F / std::max(1.0F + n1.x * n2.x + n1.y * n2.y, 0.25F);
        const StripPoint mitre{(n1.x + n2.x) * scale, (n1.y + n2.y) * scale};
        inner[i] = {at.x - mitre.x * 0.5F, at.y - mitre.y * 0.5F};
        outer[i] = {at.x + mitre.x * 0.75F, at.y + mitre.y * 0.75F};
    }
    std::vector<std::uint32_t>& indices = batchFor(Technique::line, covered, clip).indices;
    const Rgba color = rgba(item.fill);
    const auto first = static_cast<std::uint32_t>(lines_.size());
    for (const StripPoint p : inner)
        lines_.push_back({p, {p.x, p.y, p.x, p.y}, {kUnbounded, kUnbounded, 1, 0}, color, 0});
    for (const std::uint32_t index : triangulate(inner))
        indices.push_back(first + index);
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t next = (i + 1) % count;
        const auto quad = static_cast<std::uint32_t>(lines_.size());
        const std::array<float, 4> side{points_[i].x, points_[i].y, points_[next].x, points_[next].y};
        for (const StripPoint p : {inner[i], outer[i], outer[next], inner[next]})
            lines_.push_back({p, side, {0.5F, kUnbounded, 1, 0}, color, 0});
        indices.insert(indices.end(), {quad, quad + 1, quad + 2, quad, quad + 2, quad + 3});
    }
}

void ItemPainter::add(const scene::GlyphRun& item, const PixelRect& clip) {
    // All halos lie behind all glyphs, so that none covers its neighbour.
    if (item.haloWidth > 0 && item.halo.a > 0)
        addGlyphs(item, item.halo, item.haloWidth * static_cast<float>(frame_.ratio), clip);
    addGlyphs(item, item.color, 0, clip);
}

void ItemPainter::addGlyphs(const scene::GlyphRun& item, const scene::Color& color, float haloInPixels,
                            const PixelRect& clip) {
    const StripPoint origin = pixel(item.origin);
    const auto ratio = static_cast<float>(frame_.ratio);
    const float cosine = std::cos(item.angle);
    const float sine = std::sin(item.angle);
    GlyphKey key;
    key.size = static_cast<std::uint32_t>(std::lround(item.size * ratio * 64));
    key.halo = static_cast<std::uint16_t>(std::lround(haloInPixels * 64));
    key.angle = static_cast<std::int16_t>(std::lround(std::remainder(item.angle, 6.2831853F) * 10000));

    // Placed glyphs first, so that the run joins one batch as a whole.
    struct Placed {
        AtlasGlyph glyph;
        int x = 0;
        int y = 0;
    };
    thread_local std::vector<Placed> placed;
    placed.clear();
    PixelRect covered;
    const float em = item.size * ratio * 2 + haloInPixels;
    for (const text::Glyph& g : item.glyphs) {
        const float x = origin.x + (g.x * cosine - g.y * sine) * ratio;
        const float y = origin.y + (g.x * sine + g.y * cosine) * ratio;
        if (!inView(boxAround(x - em, y - em, x + em, y + em), clip))
            continue;
        // Level text stands on whole rows; turned text may stand at quarters of a pixel both ways.
        const float quarterX = std::floor(x * 4 + 0.5F);
        const float quarterY = key.angle == 0 ? 4 * std::floor(y + 0.5F) : std::floor(y * 4 + 0.5F);
        const float wholeX = std::floor(quarterX / 4);
        const float wholeY = std::floor(quarterY / 4);
        key.index = g.index;
        key.face = g.face;
        key.shiftX = static_cast<std::uint8_t>(quarterX - 4 * wholeX);
        key.shiftY = static_cast<std::uint8_t>(quarterY - 4 * wholeY);
        const AtlasGlyph& glyph = atlas_.glyph(key);
        if (glyph.width == 0)
            continue;
        const Placed here{glyph, static_cast<int>(wholeX) + glyph.left, static_cast<int>(wholeY) + glyph.top};
        const PixelRect box{here.x, here.y, here.x + glyph.width, here.y + glyph.height};
        covered = placed.empty() ? box : unionOf(covered, box);
        placed.push_back(here);
    }
    if (placed.empty())
        return;
    std::vector<std::uint32_t>& indices = batchFor(Technique::glyph, covered, clip).indices;
    for (const Placed& p : placed) {
        GlyphVertex vertex;
        vertex.texel = {static_cast<float>(p.glyph.texelX - p.x), static_cast<float>(p.glyph.texelY - p.y)};
        vertex.color = rgba(color);
        addQuad(glyphs_, indices, vertex, static_cast<float>(p.x), static_cast<float>(p.y),
                static_cast<float>(p.x + p.glyph.width), static_cast<float>(p.y + p.glyph.height));
    }
}

void ItemPainter::add(const scene::Image& item, const PixelRect& clip) {
    const scene::ImagePlacement placement = scene::placementOf(item);
    if (placement.rect.width <= 0)
        return;
    // On whole pixels, so that the edges are crisp and meet those of a frame around it.
    const auto snap = [this](double value) { return std::round(static_cast<float>(value * frame_.ratio)); };
    const float left = snap(placement.rect.x);
    const float top = snap(placement.rect.y);
    const float right = std::max(snap(placement.rect.right()), left + 1);
    const float bottom = std::max(snap(placement.rect.bottom()), top + 1);
    const PixelRect covered = boxAround(left, top, right, bottom);
    if (!inView(covered, clip))
        return;
    const ImageTextures::Texture texture = images_.textureFor(item.source.pixels);
    const std::array<float, 4> part{static_cast<float>(placement.part.x), static_cast<float>(placement.part.y),
                                    static_cast<float>(placement.part.width),
                                    static_cast<float>(placement.part.height)};
    // The level of detail is told, not derived, so that every tile split gives the same bits.
    const float texelsAPixel = std::max(part[2] * static_cast<float>(texture.width) / (right - left),
                                        part[3] * static_cast<float>(texture.height) / (bottom - top));
    ImageVertex vertex;
    vertex.box = {(left + right) / 2, (top + bottom) / 2, (right - left) / 2, (bottom - top) / 2};
    vertex.part = part;
    vertex.form = {std::min({item.radius * static_cast<float>(frame_.ratio), vertex.box[2], vertex.box[3]}),
                   std::log2(std::max(texelsAPixel, 1.0F))};
    addQuad(imageQuads_, batchFor(Technique::image, covered, clip, texture.name).indices, vertex, left, top, right,
            bottom);
}

void ItemPainter::flush() {
    if (batches_.empty())
        return;
    glEnable(GL_BLEND);
    glActiveTexture(GL_TEXTURE0);
    std::array<std::vector<std::uint32_t>, kTechniqueCount> indices;
    for (const Batch& batch : batches_) {
        auto& all = indices[static_cast<std::size_t>(batch.technique)];
        all.insert(all.end(), batch.indices.begin(), batch.indices.end());
    }
    const std::array<IndexedMesh*, kTechniqueCount> meshes{&lineMesh_, &shapeMesh_, &glyphMesh_, &imageMesh_};
    if (!lines_.empty())
        lineMesh_.upload<LineVertex>(lines_, indices[0], GL_STREAM_DRAW);
    if (!shapes_.empty())
        shapeMesh_.upload<ShapeVertex>(shapes_, indices[1], GL_STREAM_DRAW);
    if (!glyphs_.empty())
        glyphMesh_.upload<GlyphVertex>(glyphs_, indices[2], GL_STREAM_DRAW);
    if (!imageQuads_.empty())
        imageMesh_.upload<ImageVertex>(imageQuads_, indices[3], GL_STREAM_DRAW);
    std::array<std::size_t, kTechniqueCount> drawn{};
    for (const Batch& batch : batches_) {
        const auto which = static_cast<std::size_t>(batch.technique);
        const Program& program = programs_[which];
        program.program.use();
        glUniform2f(program.picture, static_cast<float>(frame_.pictureWidth), static_cast<float>(frame_.pictureHeight));
        glUniform2f(program.origin, frame_.originX, frame_.originY);
        glUniform1f(program.unit, static_cast<float>(frame_.ratio));
        scissor(frame_, intersection(batch.clip, frame_.shown));
        if (batch.technique == Technique::glyph)
            atlas_.bind();
        else if (batch.technique == Technique::image)
            glBindTexture(GL_TEXTURE_2D, batch.texture);
        meshes[which]->bind();
        glDrawElements(GL_TRIANGLES, static_cast<GLsizei>(batch.indices.size()), GL_UNSIGNED_INT,
                       reinterpret_cast<const void*>(drawn[which] * sizeof(std::uint32_t)));
        drawn[which] += batch.indices.size();
    }
    batches_.clear();
    lines_.clear();
    shapes_.clear();
    glyphs_.clear();
    imageQuads_.clear();
}

} // namespace jejaring::render
