// SPDX-License-Identifier: MIT
#include "data/table/table_gis.hpp"

#include "data/file_io.hpp"
#include "data/gdal.hpp"
#include "data/sqlite.hpp"
#include "data/table/sheet_values.hpp"
#include "data/table/table_limits.hpp"

#include <algorithm>
#include <array>
#include <atomic>
#include <cmath>
#include <cpl_vsi.h>
#include <cstdlib>
#include <fmt/format.h>
#include <gdal_priv.h>
#include <memory>
#include <nlohmann/json.hpp>
#include <ogrsf_frmts.h>
#include <optional>
#include <set>
#include <sys/stat.h>
#include <utility>
#include <vector>

namespace jejaring::data {
namespace {

using core::error;
using core::ErrorCode;

std::string nameOf(const std::string& path) {
    return path.substr(path.rfind('/') + 1);
}

// Finds a reference system that a file fetches from elsewhere ("crs" of type "link" or "url", anywhere): GDAL would
// follow it.
class LinkFinder : public nlohmann::json_sax<nlohmann::json> {
  public:
    [[nodiscard]] bool found() const { return found_; }
    [[nodiscard]] bool wellFormed() const { return wellFormed_; }

    bool null() override { return next(); }
    bool boolean(bool) override { return next(); }
    bool number_integer(number_integer_t) override { return next(); }
    bool number_unsigned(number_unsigned_t) override { return next(); }
    bool number_float(number_float_t, const string_t&) override { return next(); }
    bool binary(binary_t&) override { return next(); }
    bool string(string_t& text) override {
        std::string front = text.substr(0, 4);
        std::transform(front.begin(), front.end(), front.begin(),
                       [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
        // A name that is an address would be asked for, too.
        const bool address = text.find("://") != std::string::npos || text.starts_with("/vsi");
        if (inside_ > 0 && ((key_ == "type" && (front == "link" || front.starts_with("url"))) || address))
            found_ = true;
        return next();
    }
    bool start_object(std::size_t) override {
        if (inside_ > 0 || key_ == "crs")
            ++inside_;
        return next();
    }
    bool end_object() override {
        inside_ -= inside_ > 0 ? 1 : 0;
        return next();
    }
    bool start_array(std::size_t) override { return next(); }
    bool end_array() override { return next(); }
    bool key(string_t& name) override {
        key_ = name;
        return true;
    }
    bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception&) override {
        wellFormed_ = false;
        return false;
    }

  private:
    bool next() {
        key_.clear();
        return !found_;
    }
    std::string key_;
    int inside_ = 0;
    bool found_ = false;
    bool wellFormed_ = true;
};

bool sameWord(std::string_view a, std::string_view b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) {
        return (x >= 'A' && x <= 'Z' ? static_cast<char>(x - 'A' + 'a') : x) == y;
    });
}

TableCell dateCell(const OGRFeature& feature, int field, OGRFieldType type) {
    int year = 0;
    int month = 0;
    int day = 0;
    int hour = 0;
    int minute = 0;
    float second = 0.0F;
    int zone = 0;
    if (!feature.GetFieldAsDateTime(field, &year, &month, &day, &hour, &minute, &second, &zone))
        return {};
    const std::string date = fmt::format("{:04}-{:02}-{:02}", year, month, day);
    if (type == OFTDate)
        return {CellKind::date, date};
    const std::string time =
        fmt::format("{:02}:{:02}:{:02}", hour, minute, std::min(static_cast<int>(std::floor(second)), 59));
    if (type == OFTTime)
        return {CellKind::date, time};
    if (zone <= 1) // unknown, or the place's own
        return {CellKind::date, time == "00:00:00" ? date : date + 'T' + time};
    // Times of a stated zone are a text for the reader of dates to judge; GDAL counts in quarters of an hour from 100.
    const int minutes = (zone - 100) * 15;
    return {CellKind::text, fmt::format("{}T{}{}{:02}:{:02}", date, time, minutes < 0 ? '-' : '+',
                                        std::abs(minutes) / 60, std::abs(minutes) % 60)};
}

TableCell cellOf(const OGRFeature& feature, int field, const OGRFieldDefn& definition) {
    if (!feature.IsFieldSetAndNotNull(field))
        return {};
    switch (definition.GetType()) {
    case OFTInteger:
    case OFTInteger64:
        if (definition.GetSubType() == OFSTBoolean)
            return {CellKind::boolean, feature.GetFieldAsInteger(field) != 0 ? "true" : "false"};
        return {CellKind::number, std::to_string(feature.GetFieldAsInteger64(field))};
    case OFTReal: {
        const double value = feature.GetFieldAsDouble(field);
        return std::isfinite(value) ? TableCell{CellKind::number, numberText(value)} : TableCell{};
    }
    case OFTDate:
    case OFTTime:
    case OFTDateTime:
        return dateCell(feature, field, definition.GetType());
    case OFTStringList: {
        std::string text;
        for (char** item = feature.GetFieldAsStringList(field); item && *item; ++item)
            text += (text.empty() ? "" : "; ") + std::string(*item);
        return {CellKind::text, text};
    }
    case OFTBinary:
        return {};
    default:
        break;
    }
    std::string text = feature.GetFieldAsString(field);
    if (text.find_first_not_of(" \t\r\n") == std::string::npos)
        return {};
    return {CellKind::text, std::move(text)};
}

// Latitude and longitude in degrees of a point.
class PointReader {
  public:
    explicit PointReader(const OGRSpatialReference* system) {
        if (!system)
            return;
        OGRSpatialReference degrees;
        degrees.SetWellKnownGeogCS("WGS84");
        degrees.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
        OGRSpatialReference source(*system);
        source.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
        if (!source.IsSame(&degrees))
            transformation_.reset(OGRCreateCoordinateTransformation(&source, &degrees));
    }

    // Leaves both blank where there is no point, or none on the earth.
    void read(const OGRGeometry* geometry, TableCell& latitude, TableCell& longitude) const {
        if (!geometry || geometry->IsEmpty() || wkbFlatten(geometry->getGeometryType()) != wkbPoint)
            return;
        double x = geometry->toPoint()->getX();
        double y = geometry->toPoint()->getY();
        if (transformation_ && !transformation_->Transform(1, &x, &y))
            return;
        constexpr double kMostNorth = 90.0;
        constexpr double kMostEast = 180.0;
        if (!(std::abs(y) <= kMostNorth) || !(std::abs(x) <= kMostEast))
            return;
        latitude = {CellKind::number, numberText(y)};
        longitude = {CellKind::number, numberText(x)};
    }

  private:
    Transformation transformation_;
};

void trim(TableRow& row) {
    while (!row.cells.empty() && row.cells.back().text.empty())
        row.cells.pop_back();
}

struct Reading {
    TableBudget& budget;
    const TableProgress& progress;
    GIntBig done = 0;
    GIntBig whole = 1;
    const std::string& name;
};

core::Result<TableSheet> readLayer(OGRLayer& layer, Reading& reading) {
    TableSheet sheet;
    sheet.name = layer.GetName();
    const OGRFeatureDefn& definition = *layer.GetLayerDefn();
    TableRow heading{1, {}};
    bool hasOwn = false; // columns of these names
    for (int i = 0; i < definition.GetFieldCount(); ++i) {
        const char* const name = definition.GetFieldDefn(i)->GetNameRef();
        hasOwn = hasOwn || sameWord(name, "latitude") || sameWord(name, "longitude");
        heading.cells.push_back({CellKind::text, name});
    }
    const auto type = wkbFlatten(layer.GetGeomType());
    const bool points = !hasOwn && (type == wkbPoint || type == wkbUnknown);
    const std::size_t fields = heading.cells.size();
    if (points) {
        heading.cells.push_back({CellKind::text, "latitude"});
        heading.cells.push_back({CellKind::text, "longitude"});
    }
    if (auto beyond = reading.budget.add(heading))
        return *std::move(beyond);
    sheet.rows.push_back(heading);
    const PointReader point(layer.GetSpatialRef());
    int number = 1;
    layer.ResetReading();
    for (Feature feature(layer.GetNextFeature()); feature; feature.reset(layer.GetNextFeature())) {
        TableRow row{++number, std::vector<TableCell>(heading.cells.size())};
        for (std::size_t i = 0; i < fields; ++i)
            row.cells[i] = cellOf(*feature, static_cast<int>(i), *definition.GetFieldDefn(static_cast<int>(i)));
        if (points)
            point.read(feature->GetGeometryRef(), row.cells[fields], row.cells[fields + 1]);
        trim(row);
        if (auto beyond = reading.budget.add(row))
            return *std::move(beyond);
        if (!row.cells.empty())
            sheet.rows.push_back(std::move(row));
        constexpr GIntBig kBetweenReports = 1000;
        if (++reading.done % kBetweenReports == 0 && reading.progress &&
            !reading.progress(std::min(1.0, static_cast<double>(reading.done) / static_cast<double>(reading.whole))))
            return error(ErrorCode::cancelled, JEJARING_TR("Reading {0} was stopped"), {reading.name});
    }
    return sheet;
}

core::Result<TableFile> readLayers(const std::vector<OGRLayer*>& layers, const std::string& name,
                                   const TableProgress& progress) {
    TableFile file;
    TableBudget budget(name);
    Reading reading{budget, progress, 0, 1, name};
    for (OGRLayer* const layer : layers)
        reading.whole += std::max<GIntBig>(layer->GetFeatureCount(TRUE), 0);
    for (OGRLayer* const layer : layers) {
        core::Result<TableSheet> sheet = readLayer(*layer, reading);
        if (!sheet)
            return core::Result<TableFile>::failure(sheet.messages());
        file.sheets.push_back(std::move(sheet).value());
    }
    return file;
}

// One driver alone sees the file.
Dataset openWith(const char* driver, const std::string& path, std::initializer_list<const char*> options) {
    registerDrivers(Drivers::all);
    OSRSetPROJEnableNetwork(FALSE);
    const std::array<const char*, 2> allowed{driver, nullptr};
    std::vector<const char*> list(options);
    list.push_back(nullptr);
    return Dataset(
        GDALDataset::Open(path.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY, allowed.data(), list.data(), nullptr));
}

std::vector<OGRLayer*> layersOf(GDALDataset& dataset) {
    std::vector<OGRLayer*> layers;
    layers.reserve(static_cast<std::size_t>(dataset.GetLayerCount()));
    for (int i = 0; i < dataset.GetLayerCount(); ++i)
        layers.push_back(dataset.GetLayer(i));
    return layers;
}

// As SQLite compares names: letters of ASCII alone.
std::string lowerCase(std::string name) {
    std::transform(name.begin(), name.end(), name.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return name;
}

// What a GeoPackage holds, asked of SQLite before GDAL sees the file. A view may compute without end and a virtual
// table may stand for another file, so that neither is read.
struct Contents {
    bool readable = false;
    bool reachesElsewhere = false; // virtual tables other than indexes, or views in place of the standard's own tables
    std::set<std::string, std::less<>> tables; // in lower case: SQLite does not tell names apart by their case
    std::vector<std::string> views;
};

Contents contentsOf(const std::string& path, Database::Access access) {
    Contents contents;
    const Database database = Database::open(path, access);
    if (!database)
        return contents;
    Statement list(database, "SELECT name, type = 'view', sql LIKE 'CREATE VIRTUAL%', lower(sql) LIKE '% using rtree%' "
                             "OR lower(sql) LIKE '% using fts%' FROM sqlite_master WHERE type IN ('table', 'view')");
    while (list && list.step()) {
        const std::string name(list.text(0));
        const bool isView = list.integer(1) != 0;
        const bool isVirtual = list.integer(2) != 0;
        const bool isOwn = name.size() > 5 && sameWord(std::string_view(name).substr(0, 5), "gpkg_");
        contents.reachesElsewhere =
            contents.reachesElsewhere || (isVirtual && list.integer(3) == 0) || (isOwn && (isView || isVirtual));
        if (isView)
            contents.views.push_back(name);
        else if (!isVirtual)
            contents.tables.insert(lowerCase(name));
    }
    contents.readable = list && !list.failed();
    return contents;
}

} // namespace

core::Result<TableFile> readGeoPackageTables(const std::string& path, const TableProgress& progress) {
    const std::string name = nameOf(path);
    const std::unique_ptr<char, decltype(&std::free)> real(::realpath(path.c_str(), nullptr), &std::free);
    if (!real)
        return error(ErrorCode::notFound, JEJARING_TR("{0} does not exist"), {path});
    // Begins with "/.", so that GDAL never takes the name for one of its own file systems. Without a log of changes
    // beside it the file is opened as one that nobody writes, so that SQLite leaves nothing beside it either.
    const std::string plain = "/." + std::string(real.get());
    struct stat log {};
    const bool changing = ::stat((std::string(real.get()) + "-wal").c_str(), &log) == 0 && log.st_size > 0;
    const Contents contents = contentsOf(real.get(), changing ? Database::Access::read : Database::Access::immutable);
    if (!contents.readable)
        return error(ErrorCode::wrongFormat, JEJARING_TR("{0} is damaged"), {name});
    if (contents.reachesElsewhere)
        return error(ErrorCode::wrongFormat,
                     JEJARING_TR("{0} holds tables that stand for something outside the file; that is not followed"),
                     {name});
    const ErrorCapture errors;
    const Dataset dataset = openWith("GPKG", plain, {changing ? "IMMUTABLE=NO" : "IMMUTABLE=YES"});
    if (!dataset)
        return error(ErrorCode::wrongFormat, JEJARING_TR("{0} is damaged"), {name});
    const ResultSet project = query(*dataset, "SELECT name FROM sqlite_master WHERE name = 'jejaring_project'");
    const Feature found(project ? project->GetNextFeature() : nullptr);
    if (found)
        return error(ErrorCode::wrongFormat,
                     JEJARING_TR("{0} is a project of Jejaring, not a table; open it instead of importing it"), {name});
    std::vector<OGRLayer*> layers = layersOf(*dataset);
    layers.erase(
        std::remove_if(layers.begin(), layers.end(),
                       [&](OGRLayer* layer) { return !contents.tables.contains(lowerCase(layer->GetName())); }),
        layers.end());
    core::Result<TableFile> file = readLayers(layers, name, progress);
    if (file)
        for (const std::string& view : contents.views)
            file.add(
                core::warning(JEJARING_TR("{0}: the view \"{1}\" was left out; only tables are read"), {name, view}));
    if (file && !errors.text().empty())
        return error(ErrorCode::wrongFormat, JEJARING_TR("{0} is damaged"), {name});
    return file;
}

core::Result<TableFile> readGeoJsonTable(const std::string& path, const TableProgress& progress) {
    const std::string name = nameOf(path);
    struct stat status {};
    constexpr std::size_t kMaxFile = std::size_t{256} << 20U;
    if (::stat(path.c_str(), &status) == 0 && static_cast<std::size_t>(status.st_size) > kMaxFile)
        return error(ErrorCode::wrongFormat, JEJARING_TR("{0} is larger than {1} MiB"),
                     {name, std::to_string(kMaxFile >> 20U)});
    core::Result<std::string> bytes = readWholeFile(path);
    if (!bytes)
        return core::Result<TableFile>::failure(bytes.messages());
    std::string& text = bytes.value();
    if (text.starts_with("\xef\xbb\xbf"))
        text.erase(0, 3);
    LinkFinder links;
    nlohmann::json::sax_parse(text, &links);
    if (links.found())
        return error(ErrorCode::wrongFormat,
                     JEJARING_TR("{0} takes its reference system from elsewhere; that is not followed"), {name});
    if (!links.wellFormed())
        return error(ErrorCode::wrongFormat, JEJARING_TR("{0} is damaged"), {name});

    // Read from memory: nothing beside the file, and no address in its name, is looked at.
    static std::atomic<unsigned> count{0};
    constexpr const char* kUnnamed = "unnamed";
    const std::string memory = "/vsimem/jejaring-" + std::to_string(count++) + '/' + kUnnamed;
    VSIFCloseL(VSIFileFromMemBuffer(memory.c_str(), reinterpret_cast<GByte*>(text.data()), text.size(), FALSE));
    core::Result<TableFile> file = [&]() -> core::Result<TableFile> {
        const ErrorCapture errors;
        const Dataset dataset = openWith("GeoJSON", memory, {"DATE_AS_STRING=YES"});
        if (!dataset)
            return error(ErrorCode::wrongFormat, JEJARING_TR("{0} is JSON, but no GeoJSON"), {name});
        return readLayers(layersOf(*dataset), name, progress);
    }();
    VSIUnlink(memory.c_str());
    // Where the file does not name its layer, GDAL takes its own name from the place in memory.
    if (file)
        for (TableSheet& sheet : file.value().sheets)
            if (sheet.name == kUnnamed)
                sheet.name.clear();
    return file;
}

} // namespace jejaring::data
