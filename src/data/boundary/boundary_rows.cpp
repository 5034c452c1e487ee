// SPDX-License-Identifier: MIT
#include "data/boundary/boundary_rows.hpp"

#include "data/boundary/wkb.hpp"
#include "data/gdal.hpp"

#include <cmath>
#include <fmt/format.h>
#include <gdal_priv.h>
#include <iterator>
#include <ogrsf_frmts.h>

namespace jejaring::data {
namespace {

bool isPolygonal(OGRwkbGeometryType type) {
    const OGRwkbGeometryType flat = wkbFlatten(type);
    return flat == wkbPolygon || flat == wkbMultiPolygon || flat == wkbCurvePolygon || flat == wkbMultiSurface;
}

// Whether a layer has polygons, by its declaration or, where that says nothing, by its first shape.
bool hasPolygons(OGRLayer& layer) {
    const OGRwkbGeometryType declared = wkbFlatten(layer.GetGeomType());
    if (declared != wkbUnknown && declared != wkbGeometryCollection)
        return isPolygonal(declared);
    bool found = false;
    while (const Feature feature{layer.GetNextFeature()})
        if (const OGRGeometry* const geometry = feature->GetGeometryRef()) {
            found = isPolygonal(geometry->getGeometryType());
            break;
        }
    layer.ResetReading();
    return found;
}

std::string layerNames(GDALDataset& dataset) {
    std::string names;
    for (int i = 0; i < dataset.GetLayerCount(); ++i)
        names += (names.empty() ? "" : ", ") + std::string(dataset.GetLayer(i)->GetName());
    return names;
}

OGRLayer* chooseLayer(GDALDataset& dataset, const std::string& name) {
    if (!name.empty())
        return dataset.GetLayerByName(name.c_str());
    for (int i = 0; i < dataset.GetLayerCount(); ++i)
        if (OGRLayer* const layer = dataset.GetLayer(i); layer != nullptr && hasPolygons(*layer))
            return layer;
    return nullptr;
}

std::string textOf(const OGRFeature& feature, int field) {
    if (!feature.IsFieldSetAndNotNull(field))
        return {};
    // A code kept as a number: 64.01 stays 64.01 and 64.1 is 64.10.
    if (feature.GetFieldDefnRef(field)->GetType() == OFTReal) {
        const double value = feature.GetFieldAsDouble(field);
        return value == std::floor(value) ? fmt::format("{:.0f}", value) : fmt::format("{:.2f}", value);
    }
    return const_cast<OGRFeature&>(feature).GetFieldAsString(field);
}

void addPolygons(const OGRGeometry& geometry, geo::MultiPolygon& polygons) {
    const OGRwkbGeometryType type = wkbFlatten(geometry.getGeometryType());
    if (type == wkbPolygon) {
        std::vector<std::byte> bytes(geometry.WkbSize());
        if (geometry.exportToWkb(wkbNDR, reinterpret_cast<unsigned char*>(bytes.data())) != OGRERR_NONE)
            return;
        if (auto read = fromWkb(bytes))
            polygons.insert(polygons.end(), std::make_move_iterator(read->begin()),
                            std::make_move_iterator(read->end()));
    } else if (OGR_GT_IsSubClassOf(type, wkbGeometryCollection)) {
        for (const OGRGeometry* const part : *geometry.toGeometryCollection())
            addPolygons(*part, polygons);
    }
}

// A repair may leave lines beside the polygons; they are dropped.
geo::MultiPolygon polygonsOf(Geometry geometry) {
    geometry->flattenTo2D();
    if (geometry->hasCurveGeometry())
        geometry.reset(geometry->getLinearGeometry());
    geo::MultiPolygon polygons;
    if (geometry)
        addPolygons(*geometry, polygons);
    return polygons;
}

bool canBeDegrees(const geo::Box& box) {
    return box.empty() || (box.minX >= -180.01 && box.maxX <= 180.01 && box.minY >= -90.01 && box.maxY <= 90.01);
}

} // namespace

core::Result<SourceRows> readRows(const std::string& file, const std::string& layerName) {
    registerDrivers(Drivers::all);
    const ErrorCapture quiet;
    auto opened = openDataset(file, Access::read);
    if (!opened)
        return core::Result<SourceRows>::failure(opened.messages());
    OGRLayer* const layer = chooseLayer(*opened.value(), layerName);
    if (layer == nullptr && !layerName.empty())
        return core::error(core::ErrorCode::missingTable, JEJARING_TR("The file {0} has no layer {1}. Its layers: {2}"),
                           {file, layerName, layerNames(*opened.value())});
    if (layer == nullptr)
        return core::error(core::ErrorCode::wrongFormat, JEJARING_TR("The file {0} has no layer with polygons."),
                           {file});

    SourceRows result;
    result.layer = layer->GetName();
    Transformation transformation;
    if (const OGRSpatialReference* const system = layer->GetSpatialRef()) {
        result.referenceSystem = system->GetName() == nullptr ? "" : system->GetName();
        OGRSpatialReference from(*system);
        from.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
        OGRSpatialReference wgs84;
        wgs84.importFromEPSG(4326);
        wgs84.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
        // The order of axes makes no difference here.
        const char* const criteria[] = {"CRITERION=EQUIVALENT_EXCEPT_AXIS_ORDER_GEOGCRS",
                                        "IGNORE_DATA_AXIS_TO_SRS_AXIS_MAPPING=YES", nullptr};
        if (!from.IsSame(&wgs84, criteria)) {
            transformation.reset(OGRCreateCoordinateTransformation(&from, &wgs84));
            if (!transformation)
                return core::error(core::ErrorCode::wrongFormat,
                                   JEJARING_TR("The reference system {0} cannot be turned into degrees."),
                                   {result.referenceSystem});
            result.reprojected = true;
        }
    }
    const OGRFeatureDefn* const definition = layer->GetLayerDefn();
    for (int i = 0; i < definition->GetFieldCount(); ++i)
        result.fields.emplace_back(definition->GetFieldDefn(i)->GetNameRef());

    geo::Box extent;
    while (const Feature feature{layer->GetNextFeature()}) {
        SourceRow& row = result.rows.emplace_back();
        row.id = feature->GetFID();
        for (int i = 0; i < definition->GetFieldCount(); ++i)
            row.values.push_back(textOf(*feature, i));
        Geometry geometry(feature->StealGeometry());
        if (!geometry || !isPolygonal(geometry->getGeometryType()))
            continue;
        if (transformation && geometry->transform(transformation.get()) != OGRERR_NONE)
            continue;
        if (!geometry->IsValid()) {
            geometry.reset(geometry->MakeValid());
            row.repaired = geometry != nullptr;
        }
        if (geometry)
            row.polygons = polygonsOf(std::move(geometry));
        extent.extend(geo::bounds(row.polygons));
    }
    if (!canBeDegrees(extent))
        return core::error(
            core::ErrorCode::wrongFormat,
            JEJARING_TR(
                "The file {0} does not say which reference system its positions are in, and they are no degrees. "
                "Export it in WGS 84, or with its reference system."),
            {file});
    return result;
}

} // namespace jejaring::data
