// SPDX-License-Identifier: MIT
#include "data/boundary/map_source.hpp"

#include "data/boundary/boundary_store.hpp"
#include "data/cache.hpp"
#include "data/paths.hpp"

namespace jejaring::data {

core::Result<MapSource> loadMapGeometry(const std::string& boundariesPath, geo::ProjectionKind projection,
                                        const std::function<bool(double)>& progress, const MapSourceOptions& options) {
    const std::string fingerprint = boundaryFingerprint(boundariesPath);
    if (fingerprint.empty()) { // reading them tells why
        const core::Result<BoundarySet> unread = readBoundaries(boundariesPath);
        return core::Result<MapSource>::failure(unread.messages());
    }
    const Cache cache(options.cacheFolder.empty() ? cacheFolder() : options.cacheFolder);
    const std::string name = "map-" + std::string(geo::projectionId(projection));
    if (const CacheImage image = cache.load(name, fingerprint))
        if (auto geometry = geo::MapGeometry::fromBytes(image.bytes(), options.levels))
            return MapSource{std::move(geometry), std::string(image.note()), true};

    core::Result<BoundarySet> boundaries = readBoundaries(boundariesPath);
    if (!boundaries)
        return core::Result<MapSource>::failure(boundaries.messages());
    auto geometry = geo::MapGeometry::build(boundaries.value().shapes, projection, {}, progress);
    if (!geometry)
        return core::error(core::ErrorCode::cancelled, JEJARING_TR("Stopped"));
    core::Result<MapSource> result{MapSource{geometry, boundaries.value().credit, false}, boundaries.messages()};
    if (!cache.store(name, fingerprint, boundaries.value().credit, geometry->toBytes()))
        result.add(core::note(JEJARING_TR("The map could not be kept for the next start; it will be made anew")));
    return result;
}

} // namespace jejaring::data
