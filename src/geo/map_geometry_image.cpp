// SPDX-License-Identifier: MIT
// MapGeometry as bytes: a header, a table of sections each with its own sum, and the sections: one of the regions, one
// a level. Arrays lie as they do in memory, so that reading is copying; a level not asked for is not touched.
#include "geo/byte_sum.hpp"
#include "geo/map_geometry.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <string>
#include <type_traits>

namespace jejaring::geo {
namespace {

constexpr std::uint64_t kMagic = 0x4F4547474E4A454AU; // "JEJNGGEO" in the byte order of the machine
constexpr std::uint32_t kVersion = 2;
constexpr std::size_t kAlignment = 16;
constexpr std::uint32_t kRegionsSection = 0xffffffff;

struct Header {
    std::uint64_t magic = kMagic;
    std::uint32_t version = kVersion;
    std::uint32_t sectionCount = 0;
    std::uint64_t tableSum = 0;
};

struct Section {
    std::uint32_t kind = 0; // kRegionsSection, or an index into kTolerances
    std::uint32_t reserved = 0;
    std::uint64_t offset = 0;
    std::uint64_t size = 0;
    std::uint64_t sum = 0;
};

class Writer {
  public:
    template <class T> void value(const T& v) {
        static_assert(std::is_arithmetic_v<T>);
        append(&v, sizeof v);
    }
    // Of types without padding.
    template <class T> void array(const std::vector<T>& v) {
        static_assert(std::is_trivially_copyable_v<T>);
        value(static_cast<std::uint64_t>(v.size()));
        align();
        append(v.data(), v.size() * sizeof(T));
        align();
    }
    void text(const std::string& s) {
        value(static_cast<std::uint32_t>(s.size()));
        append(s.data(), s.size());
    }
    void align() { bytes_.resize((bytes_.size() + kAlignment - 1) / kAlignment * kAlignment); }
    [[nodiscard]] std::vector<std::byte> take() { return std::move(bytes_); }

  private:
    void append(const void* data, std::size_t size) {
        const auto* first = static_cast<const std::byte*>(data);
        bytes_.insert(bytes_.end(), first, first + size);
    }
    std::vector<std::byte> bytes_;
};

// Every read says whether it succeeded; after one that did not, none does.
class Reader {
  public:
    explicit Reader(std::span<const std::byte> bytes) : bytes_(bytes) {}

    template <class T> bool value(T& v) {
        static_assert(std::is_arithmetic_v<T>);
        return copy(&v, sizeof v);
    }
    template <class T> bool array(std::vector<T>& v) {
        std::uint64_t count = 0;
        if (!value(count) || !align() || count > (bytes_.size() - at_) / sizeof(T))
            return fail();
        v.resize(count);
        return copy(v.data(), count * sizeof(T)) && align();
    }
    bool text(std::string& s) {
        std::uint32_t size = 0;
        if (!value(size) || size > bytes_.size() - at_)
            return fail();
        s.resize(size);
        return copy(s.data(), size);
    }
    bool align() {
        const std::size_t next = (at_ + kAlignment - 1) / kAlignment * kAlignment;
        if (failed_ || next > bytes_.size())
            return fail();
        at_ = next;
        return true;
    }
    [[nodiscard]] bool atEnd() const { return !failed_ && at_ == bytes_.size(); }

  private:
    bool fail() {
        failed_ = true;
        return false;
    }
    bool copy(void* target, std::size_t size) {
        if (failed_ || size > bytes_.size() - at_)
            return fail();
        if (size > 0)
            std::memcpy(target, bytes_.data() + at_, size);
        at_ += size;
        return true;
    }
    std::span<const std::byte> bytes_;
    std::size_t at_ = 0;
    bool failed_ = false;
};

// Arc has padding, whose bytes would differ from run to run.
using PackedArc = std::array<std::uint32_t, 4>;

std::vector<PackedArc> packed(const std::vector<Arc>& arcs) {
    std::vector<PackedArc> out;
    out.reserve(arcs.size());
    for (const Arc& arc : arcs)
        out.push_back({static_cast<std::uint32_t>(arc.border),
                       std::uint32_t{arc.left} | static_cast<std::uint32_t>(arc.right) << 16, arc.firstPoint,
                       arc.pointCount});
    return out;
}

bool allBelow(std::span<const std::uint32_t> indices, std::size_t limit) {
    std::uint32_t most = 0;
    for (const std::uint32_t index : indices)
        most = std::max(most, index);
    return indices.empty() || most < limit;
}

bool allFinite(std::span<const Vertex> vertices) {
    // The sum of x - x is 0 for finite numbers and NaN for others; unlike a test for each it is free of branches.
    float sum = 0;
    for (const Vertex v : vertices)
        sum += (v.x - v.x) + (v.y - v.y);
    return sum == 0;
}

} // namespace

class MapGeometryImage {
  public:
    static std::vector<std::byte> regionsOf(const MapGeometry& geometry) {
        Writer out;
        out.value(static_cast<std::uint32_t>(geometry.projection_));
        out.value(geometry.origin_.x);
        out.value(geometry.origin_.y);
        out.value(static_cast<std::uint32_t>(geometry.catalog_.size()));
        for (const core::Region& region : geometry.catalog_.regions()) {
            out.text(region.code.text());
            out.text(region.name);
            out.value(static_cast<std::uint32_t>(region.type));
            out.text(region.bpsCode);
            out.text(region.doubt);
        }
        writeBox(out, geometry.allBounds_);
        for (const Box& box : geometry.bounds_)
            writeBox(out, box);
        out.array(geometry.areas_);
        for (const LabelAnchor& anchor : geometry.anchors_) {
            out.value(anchor.at.x);
            out.value(anchor.at.y);
            out.value(anchor.radius);
        }
        out.align();
        return out.take();
    }

    static std::vector<std::byte> levelOf(const LevelOfDetail& level) {
        Writer out;
        out.value(level.tolerance);
        out.array(level.vertices);
        out.array(level.indices);
        out.array(level.regionRanges);
        out.array(level.arcPoints);
        out.array(packed(level.arcs));
        out.array(level.worldVertices);
        out.array(level.worldIndices);
        out.array(level.worldArcPoints);
        out.array(packed(level.worldArcs));
        out.array(level.lakeVertices);
        out.array(level.lakeIndices);
        return out.take();
    }

    static bool readRegions(std::span<const std::byte> bytes, MapGeometry& geometry) {
        Reader in(bytes);
        std::uint32_t projection = 0;
        std::uint32_t count = 0;
        if (!in.value(projection) || projection > static_cast<std::uint32_t>(ProjectionKind::plateCarree) ||
            !readPoint(in, geometry.origin_) || !in.value(count) || count >= core::kNoRegion)
            return false;
        geometry.projection_ = static_cast<ProjectionKind>(projection);
        std::vector<core::Region> regions;
        std::string code;
        for (std::uint32_t i = 0; i < count; ++i) {
            core::Region region;
            std::uint32_t type = 0;
            if (!in.text(code) || !in.text(region.name) || !in.value(type) || !in.text(region.bpsCode) ||
                !in.text(region.doubt) || type > static_cast<std::uint32_t>(core::RegionType::kota))
                return false;
            const std::optional<core::RegionCode> parsed = core::RegionCode::parse(code);
            if (!parsed)
                return false;
            region.code = *parsed;
            region.type = static_cast<core::RegionType>(type);
            regions.push_back(std::move(region));
        }
        geometry.catalog_ = core::RegionCatalog(std::move(regions));
        geometry.bounds_.resize(count);
        geometry.anchors_.resize(count);
        if (!readBox(in, geometry.allBounds_))
            return false;
        for (Box& box : geometry.bounds_)
            if (!readBox(in, box))
                return false;
        if (!in.array(geometry.areas_) || geometry.areas_.size() != count)
            return false;
        for (LabelAnchor& anchor : geometry.anchors_)
            if (!readPoint(in, anchor.at) || !in.value(anchor.radius))
                return false;
        return in.align() && in.atEnd();
    }

    static bool readLevel(std::span<const std::byte> bytes, const core::RegionCatalog& catalog, LevelOfDetail& level) {
        Reader in(bytes);
        std::vector<PackedArc> arcs;
        std::vector<PackedArc> worldArcs;
        return in.value(level.tolerance) && in.array(level.vertices) && in.array(level.indices) &&
               in.array(level.regionRanges) && in.array(level.arcPoints) && in.array(arcs) &&
               in.array(level.worldVertices) && in.array(level.worldIndices) && in.array(level.worldArcPoints) &&
               in.array(worldArcs) && in.array(level.lakeVertices) && in.array(level.lakeIndices) && in.atEnd() &&
               validTriangles(level.vertices, level.indices) &&
               validTriangles(level.worldVertices, level.worldIndices) &&
               validTriangles(level.lakeVertices, level.lakeIndices) && validRanges(level, catalog) &&
               unpack(arcs, level.arcPoints, catalog, level.arcs) &&
               unpack(worldArcs, level.worldArcPoints, catalog, level.worldArcs);
    }

    static std::shared_ptr<const MapGeometry> read(std::span<const std::byte> bytes,
                                                   std::span<const std::size_t> levels) {
        Header header;
        if (bytes.size() < sizeof header)
            return nullptr;
        std::memcpy(&header, bytes.data(), sizeof header);
        if (header.magic != kMagic || header.version != kVersion || header.sectionCount == 0 ||
            header.sectionCount > MapGeometry::kTolerances.size() + 1)
            return nullptr;
        std::vector<Section> table(header.sectionCount);
        if (bytes.size() - sizeof header < table.size() * sizeof(Section))
            return nullptr;
        std::memcpy(table.data(), bytes.data() + sizeof header, table.size() * sizeof(Section));
        if (byteSum(std::as_bytes(std::span(table))) != header.tableSum)
            return nullptr;
        const auto sectionBytes = [&](const Section& section) -> std::span<const std::byte> {
            if (section.offset > bytes.size() || section.size > bytes.size() - section.offset)
                return {};
            const std::span<const std::byte> part = bytes.subspan(section.offset, section.size);
            return byteSum(part) == section.sum ? part : std::span<const std::byte>{};
        };
        const std::shared_ptr<MapGeometry> geometry(new MapGeometry);
        if (table[0].kind != kRegionsSection || !readRegions(sectionBytes(table[0]), *geometry))
            return nullptr;
        for (std::size_t i = 1; i < table.size(); ++i) {
            if (table[i].kind >= MapGeometry::kTolerances.size() || (i > 1 && table[i].kind <= table[i - 1].kind))
                return nullptr;
            if (!levels.empty() && std::find(levels.begin(), levels.end(), table[i].kind) == levels.end())
                continue;
            LevelOfDetail& level = geometry->levels_.emplace_back();
            if (!readLevel(sectionBytes(table[i]), geometry->catalog_, level) ||
                level.tolerance != MapGeometry::kTolerances[table[i].kind])
                return nullptr;
        }
        for (const std::size_t wanted : levels)
            if (std::none_of(table.begin() + 1, table.end(), [&](const Section& s) { return s.kind == wanted; }))
                return nullptr;
        return geometry->levels_.empty() ? nullptr : geometry;
    }

  private:
    static void writeBox(Writer& out, const Box& box) {
        for (const double v : {box.minX, box.minY, box.maxX, box.maxY})
            out.value(v);
    }
    static bool readBox(Reader& in, Box& box) {
        return in.value(box.minX) && in.value(box.minY) && in.value(box.maxX) && in.value(box.maxY);
    }
    static bool readPoint(Reader& in, Point& point) {
        return in.value(point.x) && in.value(point.y) && std::isfinite(point.x) && std::isfinite(point.y);
    }
    static bool validTriangles(std::span<const Vertex> vertices, std::span<const std::uint32_t> indices) {
        return indices.size() % 3 == 0 && allBelow(indices, vertices.size()) && allFinite(vertices);
    }
    static bool validRanges(const LevelOfDetail& level, const core::RegionCatalog& catalog) {
        return level.regionRanges.size() == catalog.regencyCount() &&
               std::all_of(level.regionRanges.begin(), level.regionRanges.end(), [&](const IndexRange& range) {
                   return range.first <= level.indices.size() && range.count <= level.indices.size() - range.first;
               });
    }
    static bool unpack(std::span<const PackedArc> from, std::span<const Vertex> points,
                       const core::RegionCatalog& catalog, std::vector<Arc>& to) {
        const auto isRegency = [&](core::RegionIndex region) {
            return region == core::kNoRegion || (region >= catalog.provinceCount() && region < catalog.size());
        };
        to.reserve(from.size());
        std::uint32_t before = 0;
        for (const auto& [border, sides, first, count] : from) {
            const auto left = static_cast<core::RegionIndex>(sides & 0xffffU);
            const auto right = static_cast<core::RegionIndex>(sides >> 16);
            if (border >= kBorderClassCount || border < before || !isRegency(left) || !isRegency(right) ||
                first > points.size() || count > points.size() - first)
                return false;
            before = border;
            to.push_back({static_cast<BorderClass>(border), left, right, first, count});
        }
        return allFinite(points);
    }
};

std::vector<std::byte> MapGeometry::toBytes() const {
    std::vector<std::vector<std::byte>> sections{MapGeometryImage::regionsOf(*this)};
    std::vector<Section> table{{kRegionsSection, 0, 0, 0, 0}};
    for (const LevelOfDetail& level : levels_) {
        sections.push_back(MapGeometryImage::levelOf(level));
        const auto index = std::find(kTolerances.begin(), kTolerances.end(), level.tolerance) - kTolerances.begin();
        table.push_back({static_cast<std::uint32_t>(index), 0, 0, 0, 0});
    }
    const auto aligned = [](std::size_t size) { return (size + kAlignment - 1) / kAlignment * kAlignment; };
    std::size_t offset = aligned(sizeof(Header) + table.size() * sizeof(Section));
    for (std::size_t i = 0; i < table.size(); ++i) {
        table[i].offset = offset;
        table[i].size = sections[i].size();
        table[i].sum = byteSum(sections[i]);
        offset = aligned(offset + sections[i].size());
    }
    Header header;
    header.sectionCount = static_cast<std::uint32_t>(table.size());
    header.tableSum = byteSum(std::as_bytes(std::span(table)));
    std::vector<std::byte> bytes(offset);
    std::memcpy(bytes.data(), &header, sizeof header);
    std::memcpy(bytes.data() + sizeof header, table.data(), table.size() * sizeof(Section));
    for (std::size_t i = 0; i < table.size(); ++i)
        std::copy(sections[i].begin(), sections[i].end(), bytes.begin() + static_cast<std::ptrdiff_t>(table[i].offset));
    return bytes;
}

std::shared_ptr<const MapGeometry> MapGeometry::fromBytes(std::span<const std::byte> bytes,
                                                          std::span<const std::size_t> levels) {
    return MapGeometryImage::read(bytes, levels);
}

} // namespace jejaring::geo
