// SPDX-License-Identifier: MIT
// Writes boundaries.gpkg: the layers and their fields, in one place for the build and the import.
#pragma once

#include "core/result.hpp"
#include "data/gdal.hpp"
#include "geo/polygon.hpp"

#include <string>

namespace jejaring::data {

// The layers' names.
inline constexpr const char* kProvinceLayer = "province";
inline constexpr const char* kRegencyLayer = "regency";
inline constexpr const char* kCountryLayer = "country";
inline constexpr const char* kLakeLayer = "lake";
inline constexpr const char* kDistrictLayer = "district";
inline constexpr const char* kVillageLayer = "village";

// The keys of the metadata of the file.
inline constexpr const char* kCreditKey = "CREDIT";
inline constexpr const char* kTermsKey = "TERMS";
inline constexpr const char* kSourceKey = "SOURCE";
inline constexpr const char* kLicenceKey = "LICENCE";
inline constexpr const char* kBuildKey = "BUILD";

// Items of the credit, joined by "; ", for what every file has whoever drew its regions: their names and codes, and
// the countries around.
inline constexpr const char* kNamesCredit = "idn-area-data (ODbL 1.0)";
inline constexpr const char* kWorldCredit = "Natural Earth";

struct BoundaryRow {
    std::string code;
    std::string name;
    std::string type; // "province", "kabupaten", "kota", "kecamatan", "desa", "country", "lake"
    std::string parentCode;
    std::string bpsCode;
    std::string method; // how it was matched; see toText(MatchMethod)
    std::string doubt;  // message id; empty where there is none
};

// A file written beside `path` and put in its place by finish(); without that nothing remains of it.
class BoundaryFile {
  public:
    [[nodiscard]] static core::Result<BoundaryFile> create(const std::string& path);
    BoundaryFile(BoundaryFile&& other) noexcept;
    BoundaryFile& operator=(BoundaryFile&&) = delete;
    ~BoundaryFile();

    // Each false where the disk refused; finish() then says why.
    [[nodiscard]] bool beginLayer(const char* name);
    [[nodiscard]] bool add(const BoundaryRow& row, const geo::MultiPolygon& polygons);
    void setMetadata(const char* key, const std::string& value);
    [[nodiscard]] core::Outcome finish();

  private:
    BoundaryFile(std::string path, std::string temporary, Dataset dataset);
    std::string path_;
    std::string temporary_;
    Dataset dataset_;
    OGRLayer* layer_ = nullptr;
    std::string failure_;
};

} // namespace jejaring::data
