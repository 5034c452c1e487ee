// SPDX-License-Identifier: MIT
#include "geo/tessellate.hpp"

#include <GL/glu.h>

namespace jejaring::geo {
namespace {

// Vertices travel through GLU as their index in a pointer's clothes.
void* asPointer(std::size_t index) {
    return reinterpret_cast<void*>(static_cast<std::uintptr_t>(index)); // NOLINT(performance-no-int-to-ptr)
}
std::uint32_t asIndex(const void* pointer) {
    return static_cast<std::uint32_t>(reinterpret_cast<std::uintptr_t>(pointer));
}

double turn(Vertex a, Vertex b, Vertex c) {
    const double abx = double{b.x} - double{a.x};
    const double aby = double{b.y} - double{a.y};
    return abx * (double{c.y} - double{a.y}) - aby * (double{c.x} - double{a.x});
}

// True for a ring that turns left at every corner and goes round once: a fan of triangles fills it.
bool isConvex(std::span<const Vertex> ring) {
    if (ring.size() > 8)
        return false;
    for (std::size_t i = 0; i < ring.size(); ++i)
        if (turn(ring[i], ring[(i + 1) % ring.size()], ring[(i + 2) % ring.size()]) <= 0)
            return false;
    for (std::size_t i = 1; i + 1 < ring.size(); ++i)
        if (turn(ring[0], ring[i], ring[i + 1]) <= 0)
            return false;
    return true;
}

} // namespace

struct Tessellator::Work {
    GLUtesselator* tess = gluNewTess();
    std::vector<Vertex> points;
    std::vector<std::size_t> ringStarts;
    std::vector<Vertex>* vertices = nullptr;
    std::vector<std::uint32_t>* indices = nullptr;
    bool failed = false;

    Work() {
        if (tess == nullptr)
            return;
        using Callback = void (*)();
        gluTessCallback(tess, GLU_TESS_VERTEX_DATA, reinterpret_cast<Callback>(&Work::onVertex));
        gluTessCallback(tess, GLU_TESS_COMBINE_DATA, reinterpret_cast<Callback>(&Work::onCombine));
        gluTessCallback(tess, GLU_TESS_ERROR_DATA, reinterpret_cast<Callback>(&Work::onError));
        // Whoever asks for edge flags gets separate triangles, no strips and fans.
        gluTessCallback(tess, GLU_TESS_EDGE_FLAG_DATA, reinterpret_cast<Callback>(&Work::onEdgeFlag));
        gluTessProperty(tess, GLU_TESS_WINDING_RULE, GLU_TESS_WINDING_POSITIVE);
        gluTessNormal(tess, 0, 0, 1);
    }
    ~Work() { gluDeleteTess(tess); }
    Work(const Work&) = delete;
    Work& operator=(const Work&) = delete;

    static void onVertex(void* vertex, void* self) { static_cast<Work*>(self)->indices->push_back(asIndex(vertex)); }
    static void onCombine(const GLdouble at[3], void* const[4], const GLfloat[4], void** out, void* self) {
        std::vector<Vertex>& vertices = *static_cast<Work*>(self)->vertices;
        *out = asPointer(vertices.size());
        vertices.push_back({static_cast<float>(at[0]), static_cast<float>(at[1])});
    }
    static void onError(GLenum, void* self) { static_cast<Work*>(self)->failed = true; }
    static void onEdgeFlag(GLboolean, void*) {}
};

Tessellator::Tessellator() : work_(std::make_unique<Work>()) {}
Tessellator::~Tessellator() = default;
Tessellator::Tessellator(Tessellator&&) noexcept = default;
Tessellator& Tessellator::operator=(Tessellator&&) noexcept = default;

void Tessellator::addRing(std::span<const Vertex> ring) {
    if (ring.size() < 3)
        return;
    work_->ringStarts.push_back(work_->points.size());
    work_->points.insert(work_->points.end(), ring.begin(), ring.end());
}

bool Tessellator::finish(std::vector<Vertex>& vertices, std::vector<std::uint32_t>& indices) {
    Work& work = *work_;
    const std::size_t firstVertex = vertices.size();
    const std::size_t firstIndex = indices.size();
    vertices.insert(vertices.end(), work.points.begin(), work.points.end());
    work.failed = work.tess == nullptr;
    if (work.ringStarts.size() == 1 && isConvex(work.points)) {
        for (std::size_t i = 1; i + 1 < work.points.size(); ++i)
            for (const std::size_t corner : {std::size_t{0}, i, i + 1})
                indices.push_back(static_cast<std::uint32_t>(firstVertex + corner));
    } else if (!work.ringStarts.empty() && !work.failed) {
        work.vertices = &vertices;
        work.indices = &indices;
        work.ringStarts.push_back(work.points.size());
        gluTessBeginPolygon(work.tess, &work);
        for (std::size_t r = 0; r + 1 < work.ringStarts.size(); ++r) {
            gluTessBeginContour(work.tess);
            for (std::size_t i = work.ringStarts[r]; i < work.ringStarts[r + 1]; ++i) {
                GLdouble at[3] = {work.points[i].x, work.points[i].y, 0};
                gluTessVertex(work.tess, at, asPointer(firstVertex + i));
            }
            gluTessEndContour(work.tess);
        }
        gluTessEndPolygon(work.tess);
    }
    work.points.clear();
    work.ringStarts.clear();
    if (work.failed || (indices.size() - firstIndex) % 3 != 0) {
        vertices.resize(firstVertex);
        indices.resize(firstIndex);
        return false;
    }
    return true;
}

} // namespace jejaring::geo
