// SPDX-License-Identifier: MIT
#include "data/gdal.hpp"

#include "core/reason.hpp"

#include <cerrno>
#include <fcntl.h>
#include <filesystem>
#include <gdal_priv.h>
#include <mutex>
#include <ogrsf_frmts.h>
#include <unistd.h>

namespace jejaring::data {
namespace {

core::ErrorCode codeOf(int systemError) {
    switch (systemError) {
    case ENOENT:
    case ENOTDIR:
        return core::ErrorCode::notFound;
    case EACCES:
    case EPERM:
    case EROFS:
        return core::ErrorCode::permissionDenied;
    case ENOSPC:
    case EDQUOT:
        return core::ErrorCode::diskFull;
    default:
        return core::ErrorCode::unreadable;
    }
}

core::ErrorCode codeOfText(const std::string& text) {
    if (text.find("locked") != std::string::npos || text.find("busy") != std::string::npos)
        return core::ErrorCode::locked;
    if (text.find("disk is full") != std::string::npos || text.find("No space left") != std::string::npos ||
        text.find("disk I/O") != std::string::npos)
        return core::ErrorCode::diskFull;
    return core::ErrorCode::unreadable;
}

// Flushes a file or a folder to the disk; false with errno set where that failed.
bool sync(const std::string& path, int flags) {
    const int file = ::open(path.c_str(), flags | O_CLOEXEC);
    if (file < 0)
        return false;
    const bool done = ::fsync(file) == 0;
    const int failure = errno;
    ::close(file);
    errno = failure;
    return done;
}

} // namespace

void registerDrivers(Drivers drivers) {
    static std::once_flag geopackage;
    static std::once_flag all;
    std::call_once(geopackage, [] {
        // Leaves no *.aux.xml beside what is read, and no WAL files beside what is written.
        CPLSetConfigOption("GDAL_PAM_ENABLED", "NO");
        RegisterOGRGeoPackage();
    });
    if (drivers == Drivers::all)
        std::call_once(all, [] { GDALAllRegister(); });
}

std::string gdalReason(const std::string& text) {
    switch (codeOfText(text)) {
    case core::ErrorCode::locked:
        return core::systemReason(EBUSY);
    case core::ErrorCode::diskFull:
        return core::systemReason(ENOSPC);
    default:
        return "(" + text + ")";
    }
}

void DatasetDeleter::operator()(GDALDataset* dataset) const {
    GDALClose(dataset);
}
void FeatureDeleter::operator()(OGRFeature* feature) const {
    OGRFeature::DestroyFeature(feature);
}
void GeometryDeleter::operator()(OGRGeometry* geometry) const {
    OGRGeometryFactory::destroyGeometry(geometry);
}
void TransformationDeleter::operator()(OGRCoordinateTransformation* transformation) const {
    OGRCoordinateTransformation::DestroyCT(transformation);
}
void ResultSetDeleter::operator()(OGRLayer* layer) const {
    dataset->ReleaseResultSet(layer);
}

ErrorCapture::ErrorCapture() {
    CPLPushErrorHandlerEx(
        [](CPLErr errorClass, CPLErrorNum number, const char* message) { handle(errorClass, number, message); }, this);
}

ErrorCapture::~ErrorCapture() {
    CPLPopErrorHandler();
}

void ErrorCapture::handle(int errorClass, int /*number*/, const char* message) {
    auto& self = *static_cast<ErrorCapture*>(CPLGetErrorHandlerUserData());
    if (errorClass >= CE_Failure && self.text_.empty())
        self.text_ = message;
}

core::Result<Dataset> openDataset(const std::string& path, Access access, const char* driver) {
    // A path with a colon or a directory may be a source of its own ("PG:...", a folder of shapefiles).
    const bool plainFile = path.find(':') == std::string::npos && !path.starts_with("/vsi");
    if (plainFile && ::access(path.c_str(), R_OK) != 0) {
        const core::ErrorCode code = codeOf(errno);
        if (code == core::ErrorCode::notFound)
            return core::error(code, JEJARING_TR("The file {0} does not exist."), {path});
        return core::error(code, JEJARING_TR("The file {0} cannot be read: {1}."), {path, core::systemReason(errno)});
    }
    if (plainFile && access == Access::update && ::access(path.c_str(), W_OK) != 0)
        return core::error(codeOf(errno), JEJARING_TR("The file {0} cannot be written: {1}."),
                           {path, core::systemReason(errno)});

    const char* const allowed[] = {driver, nullptr};
    const unsigned flags = GDAL_OF_VECTOR | (access == Access::update ? GDAL_OF_UPDATE : GDAL_OF_READONLY);
    const ErrorCapture errors;
    Dataset dataset(GDALDataset::Open(path.c_str(), flags, driver ? allowed : nullptr));
    if (dataset)
        return dataset;
    const core::ErrorCode code = codeOfText(errors.text());
    if (code == core::ErrorCode::locked)
        return core::error(code, JEJARING_TR("The file {0} is in use by another program."), {path});
    return core::error(core::ErrorCode::wrongFormat, JEJARING_TR("The file {0} is not in a format that can be read."),
                       {path});
}

bool execute(GDALDataset& dataset, const std::string& sql) {
    const ErrorCapture errors;
    const ResultSet rows = query(dataset, sql);
    return errors.text().empty();
}

ResultSet query(GDALDataset& dataset, const std::string& sql) {
    return ResultSet(dataset.ExecuteSQL(sql.c_str(), nullptr, nullptr), ResultSetDeleter{&dataset});
}

core::Outcome closeDataset(Dataset dataset, const std::string& path) {
    const ErrorCapture errors;
    dataset->FlushCache(true);
    dataset.reset();
    if (errors.text().empty())
        return core::Nothing{};
    const core::ErrorCode code = codeOfText(errors.text());
    return core::error(code, JEJARING_TR("The file {0} could not be written: {1}"), {path, errors.reason()});
}

core::Outcome replaceFile(const std::string& temporary, const std::string& path) {
    const auto failed = [&path] {
        return core::error(codeOf(errno), JEJARING_TR("The file {0} could not be written: {1}"),
                           {path, core::systemReason(errno)});
    };
    if (!sync(temporary, O_RDONLY) || std::rename(temporary.c_str(), path.c_str()) != 0)
        return failed();
    const std::filesystem::path folder = std::filesystem::path(path).parent_path();
    // Some file systems cannot sync a folder; the file itself is safe by then.
    (void)sync(folder.empty() ? "." : folder.string(), O_RDONLY | O_DIRECTORY);
    return core::Nothing{};
}

} // namespace jejaring::data
