// SPDX-License-Identifier: MIT
#include "data/boundary/boundary_world.hpp"

#include "data/boundary/wkb.hpp"
#include "data/gdal.hpp"
#include "geo/world_cut.hpp"

#include <gdal_priv.h>
#include <map>
#include <ogrsf_frmts.h>

namespace jejaring::data {
namespace {

constexpr const char* kIndonesia = "360";
// Degrees: what the window can show of the surroundings when the whole country fits.
constexpr geo::Box kNear{85, -25, 155, 25};

struct Read {
    std::map<std::string, WorldCountry> byName; // no two share one
    std::size_t repaired = 0;
};

// The polygons of a geometry, whatever it was made of: a repair leaves lines and points beside them.
geo::MultiPolygon polygonsOf(Geometry geometry) {
    geometry.reset(OGRGeometryFactory::removeLowerDimensionSubGeoms(geometry.get()));
    geometry.reset(OGRGeometryFactory::forceToMultiPolygon(geometry.release()));
    if (wkbFlatten(geometry->getGeometryType()) != wkbMultiPolygon)
        return {};
    std::vector<std::byte> bytes(geometry->WkbSize());
    if (geometry->exportToWkb(wkbNDR, reinterpret_cast<unsigned char*>(bytes.data())) != OGRERR_NONE)
        return {};
    return fromWkb(bytes).value_or(geo::MultiPolygon{});
}

Geometry geometryOf(const geo::MultiPolygon& polygons) {
    const std::vector<std::byte> bytes = toWkb(polygons);
    OGRGeometry* made = nullptr;
    if (OGRGeometryFactory::createFromWkb(bytes.data(), nullptr, &made, bytes.size()) != OGRERR_NONE)
        return nullptr;
    return Geometry(made);
}

core::Result<Read> readTopology(const std::string& path) {
    const ErrorCapture quiet;
    auto opened = openDataset(path, Access::read, "TopoJSON");
    if (!opened)
        return core::Result<Read>::failure(opened.messages());
    OGRLayer* const layer = opened.value()->GetLayerByName("countries");
    if (layer == nullptr)
        return core::error(core::ErrorCode::wrongFormat,
                           JEJARING_TR("The source of the boundaries {0} is not as expected."), {path});
    Read read;
    while (const Feature feature{layer->GetNextFeature()}) {
        Geometry geometry(feature->StealGeometry());
        if (!geometry)
            continue;
        // The source's rings cross 180° and run round the pole. A repair that took them for shapes in the plane would
        // leave streaks across the whole map.
        geometry = geometryOf(geo::cutAtMeridian(polygonsOf(std::move(geometry)), -180));
        if (geometry && !geometry->IsValid()) {
            ++read.repaired;
            geometry.reset(geometry->MakeValid());
        }
        if (!geometry)
            continue;
        WorldCountry country{feature->GetFieldAsString("id"), feature->GetFieldAsString("name"),
                             polygonsOf(std::move(geometry))};
        read.byName[country.name] = std::move(country);
    }
    return read;
}

} // namespace

core::Result<World> readWorld(const std::string& packages) {
    registerDrivers(Drivers::all);
    auto coarse = readTopology(packages + "/world-atlas/countries-50m.json");
    auto fine = readTopology(packages + "/world-atlas/countries-10m.json");
    if (!coarse)
        return core::Result<World>::failure(coarse.messages());
    if (!fine)
        return core::Result<World>::failure(fine.messages());
    World world;
    world.repaired = coarse.value().repaired + fine.value().repaired;
    // The finer source has a few more territories; what both have is taken from the finer one where it is near.
    for (auto& [name, country] : fine.value().byName) {
        const auto other = coarse.value().byName.find(name);
        const bool isNear = geo::bounds(country.polygons).intersects(kNear);
        if (country.numeric == kIndonesia)
            world.indonesia = std::move(country.polygons);
        else if (isNear || other == coarse.value().byName.end())
            world.countries.push_back(std::move(country));
        else
            world.countries.push_back(std::move(other->second));
    }
    std::erase_if(world.countries, [](const WorldCountry& c) { return c.polygons.empty(); });
    return world;
}

} // namespace jejaring::data
