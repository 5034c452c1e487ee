// SPDX-License-Identifier: MIT
#include "data/boundary/boundary_file.hpp"

#include "core/reason.hpp"
#include "data/boundary/wkb.hpp"

#include <array>
#include <cerrno>
#include <filesystem>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>
#include <unistd.h>
#include <utility>

namespace jejaring::data {
namespace {

constexpr std::array<const char*, 7> kFields{"code", "name", "type", "parent_code", "bps_code", "method", "doubt"};

} // namespace

core::Result<BoundaryFile> BoundaryFile::create(const std::string& path) {
    registerDrivers(Drivers::geopackage);
    const std::filesystem::path folder = std::filesystem::path(path).parent_path();
    std::error_code failure;
    if (!folder.empty())
        std::filesystem::create_directories(folder, failure);
    if (failure || ::access(folder.empty() ? "." : folder.c_str(), W_OK) != 0)
        return core::error(core::ErrorCode::permissionDenied, JEJARING_TR("The folder {0} cannot be written: {1}."),
                           {folder.string(), failure ? core::systemReason(failure) : core::systemReason(errno)});

    // GDAL asks for the extension.
    const std::string temporary = path + "." + std::to_string(::getpid()) + ".part.gpkg";
    std::filesystem::remove(temporary, failure);
    const ErrorCapture errors;
    GDALDriver* const driver = GetGDALDriverManager()->GetDriverByName("GPKG");
    Dataset dataset(driver ? driver->Create(temporary.c_str(), 0, 0, 0, GDT_Unknown, nullptr) : nullptr);
    if (!dataset)
        return core::error(core::ErrorCode::permissionDenied, JEJARING_TR("The file {0} could not be written: {1}"),
                           {path, errors.reason()});
    if (dataset->StartTransaction() != OGRERR_NONE)
        return core::error(core::ErrorCode::internal, JEJARING_TR("The file {0} could not be written: {1}"),
                           {path, errors.reason()});
    return BoundaryFile(path, temporary, std::move(dataset));
}

BoundaryFile::BoundaryFile(std::string path, std::string temporary, Dataset dataset)
    : path_(std::move(path)), temporary_(std::move(temporary)), dataset_(std::move(dataset)) {}

BoundaryFile::BoundaryFile(BoundaryFile&& other) noexcept
    : path_(std::move(other.path_)), temporary_(std::exchange(other.temporary_, {})),
      dataset_(std::move(other.dataset_)), layer_(std::exchange(other.layer_, nullptr)),
      failure_(std::move(other.failure_)) {}

BoundaryFile::~BoundaryFile() {
    if (temporary_.empty())
        return;
    const ErrorCapture quiet;
    dataset_.reset();
    std::error_code ignored;
    std::filesystem::remove(temporary_, ignored);
    std::filesystem::remove(temporary_ + "-journal", ignored);
}

bool BoundaryFile::beginLayer(const char* name) {
    const ErrorCapture errors;
    OGRSpatialReference wgs84;
    wgs84.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    CPLStringList options;
    options.SetNameValue("GEOMETRY_NAME", "geom");
    layer_ = wgs84.importFromEPSG(4326) == OGRERR_NONE
                 ? dataset_->CreateLayer(name, &wgs84, wkbMultiPolygon, options.List())
                 : nullptr;
    bool done = layer_ != nullptr;
    for (const char* field : kFields) {
        OGRFieldDefn definition(field, OFTString);
        done = done && layer_->CreateField(&definition) == OGRERR_NONE;
    }
    if (!done && failure_.empty())
        failure_ = errors.text();
    return done;
}

bool BoundaryFile::add(const BoundaryRow& row, const geo::MultiPolygon& polygons) {
    const ErrorCapture errors;
    const std::vector<std::byte> wkb = toWkb(polygons);
    OGRGeometry* read = nullptr;
    OGRGeometryFactory::createFromWkb(wkb.data(), nullptr, &read, wkb.size());
    Geometry geometry(read);
    const Feature feature(OGRFeature::CreateFeature(layer_->GetLayerDefn()));
    const std::string* const values[] = {&row.code,    &row.name,   &row.type, &row.parentCode,
                                         &row.bpsCode, &row.method, &row.doubt};
    for (std::size_t i = 0; i < kFields.size(); ++i)
        if (!values[i]->empty())
            feature->SetField(static_cast<int>(i), values[i]->c_str());
    const bool done = geometry && feature->SetGeometryDirectly(geometry.release()) == OGRERR_NONE &&
                      layer_->CreateFeature(feature.get()) == OGRERR_NONE;
    if (!done && failure_.empty())
        failure_ = errors.text();
    return done;
}

void BoundaryFile::setMetadata(const char* key, const std::string& value) {
    dataset_->SetMetadataItem(key, value.c_str());
}

core::Outcome BoundaryFile::finish() {
    const ErrorCapture errors;
    if (failure_.empty() && dataset_->CommitTransaction() != OGRERR_NONE)
        failure_ = errors.text();
    if (!failure_.empty()) {
        const bool full = failure_.find("full") != std::string::npos || failure_.find("I/O") != std::string::npos;
        return core::error(full ? core::ErrorCode::diskFull : core::ErrorCode::internal,
                           JEJARING_TR("The file {0} could not be written: {1}"), {path_, gdalReason(failure_)});
    }
    layer_ = nullptr;
    if (core::Outcome closed = closeDataset(std::move(dataset_), path_); !closed)
        return closed;
    core::Outcome replaced = replaceFile(temporary_, path_);
    if (replaced)
        temporary_.clear();
    return replaced;
}

} // namespace jejaring::data
