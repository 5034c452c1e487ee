// SPDX-License-Identifier: MIT
#include "data/table/table_module.hpp"

#include "data/gdal.hpp"
#include "data/table/table_gis.hpp"
#include "data/table/table_ods.hpp"
#include "data/table/table_xlsx.hpp"

#include <gdal_priv.h>
#include <ogrsf_frmts.h>
#include <unistd.h>

namespace jejaring::data {

using core::error;
using core::ErrorCode;

core::Result<TableFile> readTables(const std::string& path, TableFormat format, const TableProgress& progress) {
    switch (format) {
    case TableFormat::xlsx:
        return readWorkbook(path, progress);
    case TableFormat::ods:
        return readOpenDocument(path, progress);
    case TableFormat::geopackage:
        return readGeoPackageTables(path, progress);
    case TableFormat::geojson:
        return readGeoJsonTable(path, progress);
    case TableFormat::csv:
        break;
    }
    return error(ErrorCode::invalidArgument, JEJARING_TR("Tables are not read as {0} here"),
                 {std::string(tableFormatName(format))});
}

core::Result<std::vector<Place>> readPlacesOf(const std::string& path) {
    if (::access(path.c_str(), R_OK) != 0)
        return error(ErrorCode::notFound, JEJARING_TR("{0} is not there; install the package libmagics++-data"),
                     {path});
    registerDrivers(Drivers::all);
    const ErrorCapture errors;
    const core::Result<Dataset> dataset = openDataset(path, Access::read, "ESRI Shapefile");
    if (!dataset)
        return core::Result<std::vector<Place>>::failure(dataset.messages());
    OGRLayer* const layer = dataset.value()->GetLayer(0);
    const OGRFeatureDefn* const definition = layer ? layer->GetLayerDefn() : nullptr;
    const auto field = [definition](const char* name) { return definition ? definition->GetFieldIndex(name) : -1; };
    const int name = field("name");
    const int country = field("adm0_a3");
    const int population = field("pop_max");
    if (name < 0 || country < 0 || population < 0)
        return error(ErrorCode::wrongFormat, JEJARING_TR("{0} holds no populated places"), {path});
    std::vector<Place> places;
    for (Feature feature(layer->GetNextFeature()); feature; feature.reset(layer->GetNextFeature())) {
        const OGRGeometry* const geometry = feature->GetGeometryRef();
        if (!geometry || geometry->IsEmpty() || wkbFlatten(geometry->getGeometryType()) != wkbPoint)
            continue;
        Place place;
        place.name = feature->GetFieldAsString(name);
        place.latitude = geometry->toPoint()->getY();
        place.longitude = geometry->toPoint()->getX();
        place.population = std::max<GIntBig>(feature->GetFieldAsInteger64(population), 0);
        // "Rangoon|Yangon"; the forms without marks and those of the agglomeration.
        for (const char* const other : {"namealt", "namepar", "nameascii", "meganame", "ls_name"}) {
            const int index = field(other);
            std::string_view rest = index < 0 ? "" : feature->GetFieldAsString(index);
            while (!rest.empty()) {
                const std::size_t end = std::min(rest.find('|'), rest.size());
                if (end > 0 && rest.substr(0, end) != place.name)
                    place.otherNames.emplace_back(rest.substr(0, end));
                rest.remove_prefix(std::min(end + 1, rest.size()));
            }
        }
        // Natural Earth's own codes where ISO has others or none.
        place.country = feature->GetFieldAsString(country);
        for (const auto& [own, iso] : {std::pair{"SDS", "SSD"}, {"KOS", "XKX"}, {"PSX", "PSE"}, {"SAH", "ESH"}})
            if (place.country == own)
                place.country = iso;
        places.push_back(std::move(place));
    }
    return places;
}

} // namespace jejaring::data
