// SPDX-License-Identifier: MIT
// Handles of GDAL that release themselves, and the registration of its drivers. Only src/data includes this.
#pragma once

#include "core/result.hpp"

#include <memory>
#include <string>

class GDALDataset;
class OGRCoordinateTransformation;
class OGRFeature;
class OGRGeometry;
class OGRLayer;

namespace jejaring::data {

// Registering all drivers costs tens of milliseconds, so starting up asks for GeoPackage alone. Registers once a
// process; safe from any thread.
enum class Drivers { geopackage, all };
void registerDrivers(Drivers drivers);

struct DatasetDeleter {
    void operator()(GDALDataset* dataset) const;
};
struct FeatureDeleter {
    void operator()(OGRFeature* feature) const;
};
struct GeometryDeleter {
    void operator()(OGRGeometry* geometry) const;
};
struct TransformationDeleter {
    void operator()(OGRCoordinateTransformation* transformation) const;
};
struct ResultSetDeleter {
    GDALDataset* dataset = nullptr;
    void operator()(OGRLayer* layer) const;
};

using Dataset = std::unique_ptr<GDALDataset, DatasetDeleter>;
using Feature = std::unique_ptr<OGRFeature, FeatureDeleter>;
using Geometry = std::unique_ptr<OGRGeometry, GeometryDeleter>;
using Transformation = std::unique_ptr<OGRCoordinateTransformation, TransformationDeleter>;
using ResultSet = std::unique_ptr<OGRLayer, ResultSetDeleter>;

// A text of GDAL's as an argument of a message: what is common in the message's language, the rest in brackets.
[[nodiscard]] std::string gdalReason(const std::string& text);

// While one lives, GDAL's errors on this thread are kept here instead of going to standard error.
class ErrorCapture {
  public:
    ErrorCapture();
    ~ErrorCapture();
    ErrorCapture(const ErrorCapture&) = delete;
    ErrorCapture& operator=(const ErrorCapture&) = delete;

    // The first failure since construction or clear(); empty where there was none. Warnings do not count.
    [[nodiscard]] const std::string& text() const { return text_; }
    // Why, as an argument of a message: GDAL's own words stand in brackets where it is nothing common.
    [[nodiscard]] std::string reason() const { return gdalReason(text_); }
    void clear() { text_.clear(); }

  private:
    static void handle(int errorClass, int number, const char* message);
    std::string text_;
};

enum class Access { read, update };

// Opens a vector dataset; a failure says whether the file is missing, forbidden or no dataset. `driver` narrows the
// formats to one, e.g. "GPKG"; null tries all registered ones.
[[nodiscard]] core::Result<Dataset> openDataset(const std::string& path, Access access, const char* driver = nullptr);

// An SQL statement whose rows, if any, are dropped. False where it failed.
[[nodiscard]] bool execute(GDALDataset& dataset, const std::string& sql);
// The rows of an SQL statement; null where it failed or has none. `dataset` must outlive it.
[[nodiscard]] ResultSet query(GDALDataset& dataset, const std::string& sql);

// Closes a written dataset and reports what could not be flushed.
[[nodiscard]] core::Outcome closeDataset(Dataset dataset, const std::string& path);

// Makes `temporary` durable (fsync of file and folder) and renames it to `path`, replacing what is there.
[[nodiscard]] core::Outcome replaceFile(const std::string& temporary, const std::string& path);

} // namespace jejaring::data
