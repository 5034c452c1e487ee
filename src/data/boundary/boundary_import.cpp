// SPDX-License-Identifier: MIT
#include "data/boundary/boundary_import.hpp"

#include "data/boundary/boundary_file.hpp"
#include "data/boundary/boundary_names.hpp"
#include "data/boundary/boundary_partition.hpp"
#include "data/boundary/boundary_rows.hpp"
#include "data/boundary/boundary_store.hpp"
#include "data/boundary/region_finder.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <iterator>

namespace jejaring::data {
namespace {

using core::RegionIndex;
using core::RegionLevel;

// At least this share of the rows must be recognised by a field for it to count as one of codes or names.
constexpr double kLeastShare = 0.5;

constexpr const char* kNoPolygons = JEJARING_TR("The row has no polygon.");

// What the fields of a table turned out to be; -1 where there is none.
struct Columns {
    int code = -1;
    int name = -1;
    int type = -1;
    RegionLevel level = RegionLevel::regency;
};

GridMultiPolygon toGrid(const geo::MultiPolygon& polygons) {
    const auto ringOf = [](const geo::Ring& ring) {
        GridRing result;
        for (const geo::Point p : ring) {
            const GridPoint q = data::toGrid(p);
            if (result.empty() || result.back() != q)
                result.push_back(q);
        }
        while (result.size() > 1 && result.front() == result.back())
            result.pop_back();
        return result;
    };
    GridMultiPolygon result;
    for (const geo::Polygon& polygon : polygons) {
        GridPolygon grid{ringOf(polygon.outer), {}};
        if (grid.outer.size() < 3)
            continue;
        for (const geo::Ring& hole : polygon.holes)
            grid.holes.push_back(ringOf(hole));
        result.push_back(std::move(grid));
    }
    return result;
}

constexpr const char* kReading = JEJARING_TR("Reading the file");
constexpr const char* kMatching = JEJARING_TR("Matching rows to regions");
constexpr const char* kFitting = JEJARING_TR("Fitting neighbours together");
constexpr const char* kWriting = JEJARING_TR("Writing the boundaries");

bool goesOn(const BoundaryProgress& progress, double share, const char* what) {
    return !progress || progress(share, what);
}

core::Message cancelled() {
    return core::error(core::ErrorCode::cancelled, JEJARING_TR("Importing the boundaries was cancelled."));
}

class Import {
  public:
    Import(const BoundaryImportOptions& options, const BoundaryProgress& progress, BoundarySet base, SourceRows source)
        : options_(options), progress_(progress), base_(std::move(base)), source_(std::move(source)),
          finder_(base_.shapes.catalog) {}

    core::Result<BoundaryImportReport> run(const std::string& file);

  private:
    const core::RegionCatalog& catalog() const { return base_.shapes.catalog; }
    int fieldNamed(const std::string& name) const;
    std::string fieldNames() const;
    std::size_t matchesByName(int field, RegionLevel level) const;
    core::Outcome recogniseColumns();
    void matchRows();
    void fitTogether();
    core::Outcome write(const std::string& file);
    std::string credit(const std::string& file) const;
    // Nothing of the base's regions is left. Provinces are unions of regencies, whatever a file of them draws.
    bool complete() const { return report_.regencies > 0 && report_.missing.empty(); }

    const BoundaryImportOptions& options_;
    const BoundaryProgress& progress_;
    BoundarySet base_;
    SourceRows source_;
    RegionFinder finder_;
    Columns columns_;
    BoundaryImportReport report_;
    std::vector<GridMultiPolygon> found_; // by region of the catalog
    std::vector<GridMultiPolygon> regencies_;
    std::vector<GridMultiPolygon> provinces_;
};

int Import::fieldNamed(const std::string& name) const {
    for (std::size_t i = 0; i < source_.fields.size(); ++i)
        if (nameKey(source_.fields[i]) == nameKey(name))
            return static_cast<int>(i);
    return -1;
}

std::string Import::fieldNames() const {
    std::string names;
    for (const std::string& field : source_.fields)
        names += (names.empty() ? "" : ", ") + field;
    return names;
}

std::size_t Import::matchesByName(int field, RegionLevel level) const {
    std::vector<bool> seen(catalog().size(), false);
    std::size_t count = 0;
    for (const SourceRow& row : source_.rows) {
        const auto type = columns_.type < 0 ? std::string() : row.values[static_cast<std::size_t>(columns_.type)];
        const RegionAnswer answer = finder_.byName(row.values[static_cast<std::size_t>(field)], level, type);
        if (!answer.region || seen[*answer.region])
            continue;
        seen[*answer.region] = true;
        ++count;
    }
    return count;
}

// Finds the columns that were not named, by how many different regions their values lead to.
core::Outcome Import::recogniseColumns() {
    for (const auto& [asked, column] :
         {std::pair{&options_.codeField, &columns_.code}, std::pair{&options_.nameField, &columns_.name}}) {
        if (asked->empty())
            continue;
        *column = fieldNamed(*asked);
        if (*column < 0)
            return core::error(core::ErrorCode::invalidArgument,
                               JEJARING_TR("The layer {0} has no field {1}. Its fields: {2}"),
                               {source_.layer, *asked, fieldNames()});
    }
    const auto fields = static_cast<int>(source_.fields.size());
    for (int field = 0; field < fields && columns_.type < 0; ++field) {
        const auto isType = [field](const SourceRow& row) {
            const std::string key = nameKey(row.values[static_cast<std::size_t>(field)]);
            return key == "kabupaten" || key == "kota" || key == "kotamadya" || key == "kab" || key == "regency";
        };
        if (!source_.rows.empty() && std::all_of(source_.rows.begin(), source_.rows.end(), isType))
            columns_.type = field;
    }
    const auto least = static_cast<std::size_t>(std::max(1.0, kLeastShare * static_cast<double>(source_.rows.size())));

    // Codes and names of regencies first: a table of them usually has columns of their provinces too.
    std::size_t best = 0;
    const bool recognise = options_.codeField.empty() && options_.nameField.empty();
    for (int field = 0; field < fields; ++field) {
        if (!recognise && field != columns_.code)
            continue;
        std::array<std::vector<bool>, 2> seen{std::vector<bool>(catalog().size()), std::vector<bool>(catalog().size())};
        std::array<std::size_t, 2> counts{};
        for (const SourceRow& row : source_.rows) {
            const auto name = columns_.name < 0 ? std::string() : row.values[static_cast<std::size_t>(columns_.name)];
            const RegionAnswer answer = finder_.byCode(row.values[static_cast<std::size_t>(field)], name);
            if (!answer.region)
                continue;
            const auto level = static_cast<std::size_t>(catalog()[*answer.region].level());
            if (!seen[level][*answer.region])
                ++counts[level];
            seen[level][*answer.region] = true;
        }
        const std::size_t count = std::max(counts[0], counts[1]);
        if (count > best && (count >= least || !recognise)) {
            best = count;
            columns_.code = field;
            columns_.level = counts[1] >= counts[0] ? RegionLevel::regency : RegionLevel::province;
        }
    }
    std::size_t bestName = 0;
    for (const RegionLevel level : {RegionLevel::regency, RegionLevel::province})
        for (int field = 0; field < fields; ++field) {
            if (options_.nameField.empty() ? !recognise || field == columns_.code : field != columns_.name)
                continue;
            if (columns_.code >= 0 && best > 0 && level != columns_.level)
                continue;
            const std::size_t count = matchesByName(field, level);
            if (count > bestName && (count >= least || !recognise)) {
                bestName = count;
                columns_.name = field;
                if (best == 0)
                    columns_.level = level;
            }
        }
    if (best == 0 && recognise)
        columns_.code = -1;
    if (columns_.code < 0 && columns_.name < 0)
        return core::error(core::ErrorCode::wrongFormat,
                           JEJARING_TR("No field of the layer {0} holds codes or names of regions. Its fields: {1}"),
                           {source_.layer, fieldNames()});
    report_.layer = source_.layer;
    report_.codeField = columns_.code < 0 ? "" : source_.fields[static_cast<std::size_t>(columns_.code)];
    report_.nameField = columns_.name < 0 ? "" : source_.fields[static_cast<std::size_t>(columns_.name)];
    return core::Nothing{};
}

void Import::matchRows() {
    found_.resize(catalog().size());
    report_.rows = source_.rows.size();
    for (const SourceRow& row : source_.rows) {
        const auto value = [&row](int field) {
            return field < 0 ? std::string() : row.values[static_cast<std::size_t>(field)];
        };
        const std::string code = value(columns_.code);
        const std::string name = value(columns_.name);
        report_.repaired += row.repaired ? 1 : 0;
        RegionAnswer answer;
        if (columns_.code >= 0)
            answer = finder_.byCode(code, name);
        if (!answer.region && columns_.name >= 0 && !name.empty()) {
            const RegionAnswer byName = finder_.byName(name, columns_.level, value(columns_.type));
            if (byName.region || code.empty())
                answer = byName;
        }
        if (answer.region && row.polygons.empty())
            answer = {std::nullopt, kNoPolygons};
        if (!answer.region) {
            report_.unmatched.push_back({row.id, code, name, answer.reason});
            continue;
        }
        // A region may come in several rows, an island each.
        GridMultiPolygon polygons = toGrid(row.polygons);
        GridMultiPolygon& region = found_[*answer.region];
        region.insert(region.end(), std::make_move_iterator(polygons.begin()), std::make_move_iterator(polygons.end()));
    }
}

// Makes neighbours share their borders, and provinces of regencies.
void Import::fitTogether() {
    const std::size_t provinces = catalog().provinceCount();
    std::vector<GridMultiPolygon> units;
    std::vector<std::uint32_t> province;
    for (std::size_t i = provinces; i < catalog().size(); ++i) {
        if (found_[i].empty()) {
            const core::Region& region = catalog()[static_cast<RegionIndex>(i)];
            report_.missing.push_back(region.code.text());
            report_.missingNames.push_back(region.name);
            units.push_back(toGrid(base_.shapes.regencies[i - provinces]));
        } else {
            ++report_.regencies;
            units.push_back(found_[i]);
        }
        const RegionIndex of = catalog().provinceOf(static_cast<RegionIndex>(i));
        province.push_back(of == core::kNoRegion ? kNoUnit : of);
    }
    std::vector<std::uint32_t> each(units.size());
    for (std::size_t i = 0; i < each.size(); ++i)
        each[i] = static_cast<std::uint32_t>(i);
    const Partition partition(units);
    regencies_ = partition.dissolve(each, each.size());
    provinces_ = partition.dissolve(province, provinces);
    // What lies under others altogether stays as it came.
    for (std::size_t i = 0; i < regencies_.size(); ++i)
        if (regencies_[i].empty())
            regencies_[i] = units[i];
    report_.provincesMade = report_.regencies > 0;
    for (std::size_t i = 0; i < provinces; ++i)
        if (!found_[i].empty()) {
            ++report_.provinces;
            provinces_[i] = found_[i];
        }
    if (report_.provinces > 0)
        report_.provincesMade = false;
    else if (report_.provincesMade)
        report_.provinces = provinces;
    // Of a file of provinces nobody expects regencies.
    if (report_.regencies == 0) {
        report_.missing.clear();
        report_.missingNames.clear();
    }
}

// Who made what is in the output, the file imported first.
std::string Import::credit(const std::string& file) const {
    std::string result = options_.credit.empty() ? std::filesystem::path(file).filename().string() : options_.credit;
    const auto add = [&result](std::string_view item) { result.append("; ").append(item); };
    if (!complete()) {
        if (!base_.credit.empty())
            add(base_.credit);
        return result;
    }
    for (const char* const item : {kNamesCredit, kWorldCredit})
        if (base_.credit.find(item) != std::string::npos)
            add(item);
    return result;
}

core::Outcome Import::write(const std::string& file) {
    auto created = BoundaryFile::create(options_.output);
    if (!created)
        return core::Outcome::failure(created.messages());
    BoundaryFile output = std::move(created).value();
    const std::size_t provinces = catalog().provinceCount();
    bool going = output.beginLayer(kProvinceLayer);
    for (std::size_t i = 0; going && i < provinces; ++i) {
        const core::Region& region = catalog()[static_cast<RegionIndex>(i)];
        going = output.add({region.code.text(),
                            region.name,
                            "province",
                            {},
                            region.bpsCode,
                            found_[i].empty() ? "union" : "imported",
                            {}},
                           toDegrees(provinces_[i]));
    }
    going = going && output.beginLayer(kRegencyLayer);
    for (std::size_t i = provinces; going && i < catalog().size(); ++i) {
        const core::Region& region = catalog()[static_cast<RegionIndex>(i)];
        const bool imported = !found_[i].empty();
        going = output.add({region.code.text(), region.name,
                            region.type == core::RegionType::kota ? "kota" : "kabupaten", region.code.province().text(),
                            region.bpsCode, imported ? "imported" : "base", imported ? "" : region.doubt},
                           toDegrees(regencies_[i - provinces]));
    }
    going = going && output.beginLayer(kCountryLayer);
    for (std::size_t i = 0; going && i < base_.shapes.countries.size(); ++i)
        going = output.add({base_.countryCodes[i], base_.countryNames[i], "country", {}, {}, {}, {}},
                           base_.shapes.countries[i]);
    // Cut to fit the base's regions, the lakes would lie across others.
    going = going && output.beginLayer(kLakeLayer);
    for (std::size_t i = 0; going && !complete() && i < base_.shapes.lakes.size(); ++i)
        going = output.add({{}, base_.lakeNames[i], "lake", {}, {}, {}, {}}, base_.shapes.lakes[i]);
    output.setMetadata(kCreditKey, credit(file));
    // The terms are those of the base's boundaries, of which nothing may be left.
    output.setMetadata(kTermsKey, complete() ? std::string() : base_.terms);
    output.setMetadata(kSourceKey, std::filesystem::path(file).filename().string());
    return output.finish();
}

core::Result<BoundaryImportReport> Import::run(const std::string& file) {
    using Failed = core::Result<BoundaryImportReport>;
    report_.reprojected = source_.reprojected;
    report_.sourceSystem = source_.referenceSystem;
    if (!goesOn(progress_, 0.5, kMatching))
        return cancelled();
    if (core::Outcome recognised = recogniseColumns(); !recognised)
        return Failed::failure(recognised.messages());
    matchRows();
    if (std::all_of(found_.begin(), found_.end(), [](const auto& polygons) { return polygons.empty(); }))
        return core::error(core::ErrorCode::unknownRegion, JEJARING_TR("No row of the layer {0} matches a region."),
                           {source_.layer});
    if (!goesOn(progress_, 0.55, kFitting))
        return cancelled();
    fitTogether();
    if (!goesOn(progress_, 0.9, kWriting))
        return cancelled();
    if (core::Outcome written = write(file); !written)
        return Failed::failure(written.messages());
    return std::move(report_);
}

} // namespace

core::Result<BoundaryImportReport> importBoundaries(const std::string& file, const BoundaryImportOptions& options,
                                                    const BoundaryProgress& progress) {
    using Failed = core::Result<BoundaryImportReport>;
    if (!goesOn(progress, 0, kReading))
        return cancelled();
    auto base = readBoundaries(options.base);
    if (!base)
        return Failed::failure(base.messages());
    if (!goesOn(progress, 0.1, kReading))
        return cancelled();
    auto rows = readRows(file, options.layer);
    if (!rows)
        return Failed::failure(rows.messages());
    return Import(options, progress, std::move(base).value(), std::move(rows).value()).run(file);
}

} // namespace jejaring::data
