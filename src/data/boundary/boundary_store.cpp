// SPDX-License-Identifier: MIT
#include "data/boundary/boundary_store.hpp"

#include "core/reason.hpp"
#include "data/boundary/boundary_file.hpp"
#include "data/boundary/wkb.hpp"
#include "data/sqlite.hpp"

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

namespace jejaring::data {
namespace {

// One item of the metadata that GDAL keeps as XML in the file; empty where there is none.
std::string metadataItem(std::string_view xml, std::string_view key) {
    const std::string opening = fmt::format("<MDI key=\"{}\">", key);
    std::size_t at = xml.find(opening);
    if (at == std::string_view::npos)
        return {};
    at += opening.size();
    std::string text(xml.substr(at, xml.find('<', at) - at));
    constexpr std::pair<std::string_view, char> kEntities[] = {
        {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&amp;", '&'}};
    for (const auto& [entity, character] : kEntities)
        for (std::size_t i = text.find(entity); i != std::string::npos; i = text.find(entity, i + 1))
            text.replace(i, entity.size(), 1, character);
    return text;
}

class BoundaryReader {
  public:
    BoundaryReader(std::string path, Database database) : path_(std::move(path)), database_(std::move(database)) {}

    core::Result<BoundarySet> read(const BoundaryReadOptions& options);

  private:
    core::Message wrongFormat() const {
        return core::error(core::ErrorCode::wrongFormat, JEJARING_TR("The file {0} does not hold boundaries."),
                           {path_});
    }
    bool hasLayer(const char* name) const {
        Statement found(database_, "SELECT 1 FROM gpkg_contents WHERE table_name = ?");
        if (!found)
            return false;
        found.bind(1, std::string_view(name));
        return found.step();
    }
    // The rows of a layer in order of code and name. False where they or their geometry cannot be read.
    template <class Visit> bool eachRow(const char* layer, bool withGeometry, Visit visit) const {
        // Without its polygons the row's overflow pages are never touched.
        Statement rows(database_, fmt::format("SELECT code, name, type, bps_code, doubt{} FROM {} ORDER BY code, name",
                                              withGeometry ? ", geom" : "", quoted(layer)));
        if (!rows)
            return false;
        while (rows.step()) {
            geo::MultiPolygon polygons;
            if (withGeometry) {
                auto read = fromWkb(rows.blob(5));
                if (!read)
                    return false;
                polygons = std::move(*read);
            }
            if (!visit(rows, std::move(polygons)))
                return false;
        }
        return !rows.failed();
    }

    std::string path_;
    Database database_;
};

std::optional<core::Region> regionOf(const Statement& row) {
    const auto code = core::RegionCode::parse(row.text(0));
    if (!code)
        return std::nullopt;
    core::Region region;
    region.code = *code;
    region.name = row.text(1);
    region.type = code->level() == core::RegionLevel::province ? core::RegionType::province
                  : row.text(2) == "kota"                      ? core::RegionType::kota
                                                               : core::RegionType::kabupaten;
    region.bpsCode = row.text(3);
    region.doubt = row.text(4);
    return region;
}

core::Result<BoundarySet> BoundaryReader::read(const BoundaryReadOptions& options) {
    if (!hasLayer(kProvinceLayer) || !hasLayer(kRegencyLayer))
        return wrongFormat();
    BoundarySet set;
    std::vector<core::Region> regions;
    const bool complete = eachRow(kProvinceLayer, options.provinces,
                                  [&](const Statement& row, geo::MultiPolygon polygons) {
                                      auto region = regionOf(row);
                                      if (!region || region->level() != core::RegionLevel::province)
                                          return false;
                                      regions.push_back(std::move(*region));
                                      if (options.provinces)
                                          set.provinces.push_back(std::move(polygons));
                                      return true;
                                  }) &&
                          eachRow(kRegencyLayer, true, [&](const Statement& row, geo::MultiPolygon polygons) {
                              auto region = regionOf(row);
                              if (!region || region->level() != core::RegionLevel::regency || polygons.empty())
                                  return false;
                              regions.push_back(std::move(*region));
                              set.shapes.regencies.push_back(std::move(polygons));
                              return true;
                          });
    // Each row went where its code puts it in the catalog; two of one code would break that.
    const auto sameCode = [](const core::Region& a, const core::Region& b) { return a.code == b.code; };
    if (!complete || std::adjacent_find(regions.begin(), regions.end(), sameCode) != regions.end())
        return wrongFormat();
    if (set.shapes.regencies.empty())
        return core::error(core::ErrorCode::incompleteBoundaries,
                           JEJARING_TR("The boundaries in {0} hold no kabupaten/kota."), {path_});
    set.shapes.catalog = core::RegionCatalog(std::move(regions));

    if (options.countries && hasLayer(kCountryLayer) &&
        !eachRow(kCountryLayer, true, [&](const Statement& row, geo::MultiPolygon polygons) {
            set.countryCodes.emplace_back(row.text(0));
            set.countryNames.emplace_back(row.text(1));
            set.shapes.countries.push_back(std::move(polygons));
            return true;
        }))
        return wrongFormat();
    if (options.lakes && hasLayer(kLakeLayer) &&
        !eachRow(kLakeLayer, true, [&](const Statement& row, geo::MultiPolygon polygons) {
            set.lakeNames.emplace_back(row.text(1));
            set.shapes.lakes.push_back(std::move(polygons));
            return true;
        }))
        return wrongFormat();

    Statement metadata(database_, "SELECT metadata FROM gpkg_metadata");
    while (metadata && metadata.step()) {
        const std::string_view xml = metadata.text(0);
        for (const auto& [key, target] : {std::pair{kCreditKey, &set.credit}, std::pair{kTermsKey, &set.terms}})
            if (std::string item = metadataItem(xml, key); !item.empty())
                *target = std::move(item);
    }
    set.fingerprint = boundaryFingerprint(path_);

    core::Result<BoundarySet> result(std::move(set));
    const core::RegionCatalog& catalog = result.value().shapes.catalog;
    if (catalog.provinceCount() < core::kProvinceCount || catalog.regencyCount() < core::kRegencyCount)
        result.add(core::warning(JEJARING_TR("The boundaries hold {0} of 38 provinces and {1} of 514 kabupaten/kota."),
                                 {std::to_string(catalog.provinceCount()), std::to_string(catalog.regencyCount())}));
    return result;
}

} // namespace

core::Result<BoundarySet> readBoundaries(const std::string& path, const BoundaryReadOptions& options) {
    if (::access(path.c_str(), R_OK) != 0) {
        if (errno == ENOENT || errno == ENOTDIR)
            return core::error(
                core::ErrorCode::missingBoundaries,
                JEJARING_TR("There are no boundaries at {0}. Build them with: jejaring boundaries build"), {path});
        return core::error(core::ErrorCode::unreadable, JEJARING_TR("The file {0} cannot be read: {1}."),
                           {path, core::systemReason(errno)});
    }
    if (std::error_code ignored; std::filesystem::is_directory(path, ignored))
        return core::error(core::ErrorCode::wrongFormat, JEJARING_TR("{0} is a folder"), {path});
    Database database = Database::open(path, Database::Access::read);
    if (!database)
        return core::error(core::ErrorCode::unreadable,
                           JEJARING_TR("The file {0} is not in a format that can be read."), {path});
    Statement probe(database, "SELECT count(*) FROM gpkg_contents");
    if (!probe || !probe.step())
        return databaseFailure(database, path);
    probe.reset();
    return BoundaryReader(path, std::move(database)).read(options);
}

std::string boundaryFingerprint(const std::string& path) {
    struct stat status = {};
    if (::stat(path.c_str(), &status) != 0)
        return {};
    return fmt::format("{}-{}.{:09}-{}", status.st_size, status.st_mtim.tv_sec, status.st_mtim.tv_nsec, status.st_ino);
}

} // namespace jejaring::data
