// SPDX-License-Identifier: MIT
#include "data/boundary/boundary_build.hpp"

#include "core/region.hpp"
#include "data/boundary/boundary_districts.hpp"
#include "data/boundary/boundary_file.hpp"
#include "data/boundary/boundary_land_borders.hpp"
#include "data/boundary/boundary_matching.hpp"
#include "data/boundary/boundary_measures.hpp"
#include "data/boundary/boundary_names.hpp"
#include "data/boundary/boundary_partition.hpp"
#include "data/boundary/boundary_sources.hpp"
#include "data/boundary/boundary_split.hpp"
#include "data/boundary/boundary_world.hpp"
#include "data/clock.hpp"
#include "data/countries.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <filesystem>
#include <future>
#include <iterator>
#include <map>
#include <set>

namespace jejaring::data {
namespace {

constexpr const char* kCredit = "GADM 4.1; idn-area-data (ODbL 1.0); Natural Earth";
constexpr const char* kTerms = JEJARING_TR("Boundaries from GADM 4.1: free for academic and other non-commercial use; "
                                           "redistribution is not allowed.");
constexpr const char* kSources = "geojson-indonesia 1.0.1 (GADM 4.1), idn-area-data 3.1.2, world-atlas 2.0.2 "
                                 "(Natural Earth)";
constexpr const char* kLicences = "GADM licence (non-commercial, no redistribution); ODbL 1.0; public domain";
// Counts up with every change of what is built from the same sources.
constexpr const char* kBuildVersion = "4";

constexpr const char* kDoubtVillages =
    JEJARING_TR("Formed or enlarged after the source was drawn; some of its kecamatan were told by few village names.");
constexpr const char* kDoubtParts =
    JEJARING_TR("Some kecamatan were divided between this region and another by the names of their villages.");
constexpr const char* kDoubtElsewhere = JEJARING_TR("Another source draws this region quite differently.");

constexpr std::size_t kVillagesAStep = 2000;
constexpr double kFirmSupport = 0.6; // of a moved kecamatan's villages, where today's list does not have its own name

// The pieces the country is made of, and who owns each today.
struct Units {
    std::vector<GridMultiPolygon> polygons;
    std::vector<std::uint32_t> owner;   // index of a regency; from Areas::regencies.size() on, of a lake
    std::vector<std::size_t> kecamatan; // index into level 3
    std::vector<std::string> district;  // today's code or empty
};

class Builder {
  public:
    Builder(const BoundaryBuildOptions& options, const BoundaryProgress& progress)
        : options_(options), progress_(progress) {}

    core::Result<BoundaryReport> run();

  private:
    bool step(double share, std::string_view what) { return !progress_ || progress_(share, what); }
    static core::Message cancelled() {
        return core::error(core::ErrorCode::cancelled, JEJARING_TR("Building the boundaries was cancelled."));
    }
    void makeUnits();
    void settleForests();
    void describe();
    void addKnownDoubts();
    core::Outcome check() const;
    core::Outcome write();
    bool writeRegions(BoundaryFile& file);
    void joinDistricts(const Partition& partition);
    bool writeDistricts(BoundaryFile& file);
    bool writeVillages(BoundaryFile& file);
    std::string bpsCodeOfProvince(const std::string& code) const;

    const BoundaryBuildOptions& options_;
    const BoundaryProgress& progress_;
    Areas areas_;
    std::vector<GadmFeature> level2_, level3_, level4_;
    std::vector<RegencyMatch> regencyMatches_;
    std::vector<KecamatanMatch> kecamatanMatches_;
    std::vector<std::string> knownDoubts_; // codes
    std::vector<std::string> lakes_;
    Units units_;
    std::vector<GridMultiPolygon> regencies_; // by index of Areas::regencies, then lakes
    std::vector<GridMultiPolygon> provinces_;
    std::vector<std::size_t> districtUnits_;  // where asked for: one of the units of each kecamatan
    std::vector<GridMultiPolygon> districts_; // of the same kecamatan
    World world_;
    BoundaryReport report_;
};

core::Result<BoundaryReport> Builder::run() {
    const auto start = std::chrono::steady_clock::now();
    using Failed = core::Result<BoundaryReport>;

    if (!step(0, JEJARING_TR("Reading today's regions")))
        return cancelled();
    // The villages are most of the reading: they come in beside everything else.
    auto level4 = std::async(std::launch::async, [this] { return readGadm(options_.packages, 4); });
    auto areas = readAreas(options_.packages);
    if (!areas)
        return Failed::failure(areas.messages());
    areas_ = std::move(areas).value();
    auto doubts = readDoubtfulRegions(
        options_.doubts.empty() ? (std::filesystem::path(options_.aliases).parent_path() / "region_doubts.csv").string()
                                : options_.doubts);
    if (!doubts)
        return Failed::failure(doubts.messages());
    knownDoubts_ = std::move(doubts).value();
    const auto aliases = readAliases(options_.aliases);
    if (!aliases)
        return Failed::failure(aliases.messages());
    if (!step(0.05, JEJARING_TR("Reading the source's boundaries")))
        return cancelled();
    for (const auto& [level, target] : {std::pair{2, &level2_}, std::pair{3, &level3_}}) {
        auto read = readGadm(options_.packages, level);
        if (!read)
            return Failed::failure(read.messages());
        *target = std::move(read).value();
    }
    auto read4 = level4.get();
    if (!read4)
        return Failed::failure(read4.messages());
    level4_ = std::move(read4).value();

    if (!step(0.3, JEJARING_TR("Matching kabupaten, kota and kecamatan")))
        return cancelled();
    regencyMatches_ = matchRegencies(level2_, areas_, aliases.value());
    kecamatanMatches_ = matchKecamatan(level3_, level4_, regencyMatches_, areas_);
    makeUnits();

    if (!step(0.4, JEJARING_TR("Fitting neighbours together")))
        return cancelled();
    auto world = std::async(std::launch::async, [this] { return readWorld(options_.packages); });
    Partition partition(units_.polygons);
    partition.absorbPockets(units_.owner, areas_.regencies.size());
    partition.closeCracks(units_.owner, areas_.regencies.size());
    if (!step(0.75, JEJARING_TR("Joining kecamatan to regions")))
        return cancelled();
    regencies_ = partition.dissolve(units_.owner, areas_.regencies.size() + lakes_.size());
    std::vector<std::uint32_t> provinceOf(units_.owner.size(), kNoUnit);
    std::map<std::string, std::uint32_t> provinceIndex;
    for (std::size_t i = 0; i < areas_.provinces.size(); ++i)
        provinceIndex[areas_.provinces[i].code] = static_cast<std::uint32_t>(i);
    for (std::size_t u = 0; u < units_.owner.size(); ++u)
        if (units_.owner[u] < areas_.regencies.size())
            provinceOf[u] = provinceIndex.at(areas_.regencies[units_.owner[u]].code.substr(0, 2));
    provinces_ = partition.dissolve(provinceOf, areas_.provinces.size());
    if (options_.districts)
        joinDistricts(partition);
    report_.add(partition.statistics());
    describe();
    addKnownDoubts();
    if (core::Outcome complete = check(); !complete)
        return Failed::failure(complete.messages());

    auto readWorldResult = world.get();
    if (!readWorldResult)
        return Failed::failure(readWorldResult.messages());
    world_ = std::move(readWorldResult).value();
    if (!step(0.8, JEJARING_TR("Fitting the neighbours to the land borders")))
        return cancelled();
    geo::MultiPolygon land;
    for (const GridMultiPolygon& province : provinces_)
        std::ranges::move(toDegrees(province), std::back_inserter(land));
    report_.landBorders = fitNeighbours(world_, land);
    if (!step(0.85, JEJARING_TR("Writing the boundaries")))
        return cancelled();
    if (core::Outcome written = write(); !written)
        return Failed::failure(written.messages());
    report_.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    (void)step(1, JEJARING_TR("Writing the boundaries"));
    return std::move(report_);
}

void Builder::makeUnits() {
    const auto regencyCount = static_cast<std::uint32_t>(areas_.regencies.size());
    std::map<std::string, std::uint32_t> lakeOf; // by GID_2
    for (const RegencyMatch& match : regencyMatches_)
        if (!match.lake.empty()) {
            lakeOf[match.sourceId] = regencyCount + static_cast<std::uint32_t>(lakes_.size());
            lakes_.push_back(match.lake);
        }
    const auto add = [this](GridMultiPolygon polygons, std::uint32_t owner, std::size_t kecamatan,
                            std::string district) {
        units_.polygons.push_back(std::move(polygons));
        units_.owner.push_back(owner);
        units_.kecamatan.push_back(kecamatan);
        units_.district.push_back(std::move(district));
    };
    for (std::size_t k = 0; k < level3_.size(); ++k) {
        const GadmFeature& feature = level3_[k];
        const KecamatanMatch& match = kecamatanMatches_[k];
        report_.sourceArea += squareKilometres(feature.polygons);
        if (match.regency == kNoRegency) {
            const auto lake = lakeOf.find(feature.regencyId);
            add(feature.polygons, lake == lakeOf.end() ? kNoUnit : lake->second, k, {});
            continue;
        }
        std::vector<GridMultiPolygon> villages;
        for (const KecamatanPart& part : match.parts) {
            GridMultiPolygon& joined = villages.emplace_back();
            for (const std::size_t v : part.villages)
                joined.insert(joined.end(), level4_[v].polygons.begin(), level4_[v].polygons.end());
        }
        std::vector<GridMultiPolygon> pieces = splitPolygons(feature.polygons, villages);
        for (std::size_t i = 0; i < match.parts.size(); ++i)
            if (!pieces[i + 1].empty())
                add(std::move(pieces[i + 1]), match.parts[i].regency, k, match.parts[i].today);
        // Each piece of forest goes where it lies.
        if (isForest(feature) && match.parts.empty() && pieces[0].size() > 1)
            for (GridPolygon& polygon : pieces[0])
                add({std::move(polygon)}, match.regency, k, {});
        else
            add(std::move(pieces[0]), match.regency, k, match.district);
    }
    settleForests();
}

// The source has forests as kecamatan of the region that then held them. Where regions were formed out of it since, a
// forest belongs to the one it shares most of its border with.
void Builder::settleForests() {
    std::map<std::uint32_t, std::set<std::uint32_t>> formedFrom; // regions that got kecamatan, by whose they were
    for (const KecamatanMatch& match : kecamatanMatches_)
        if (match.regency != match.before)
            formedFrom[match.before].insert(match.regency);
    for (std::size_t unit = 0; unit < units_.polygons.size(); ++unit) {
        const GadmFeature& feature = level3_[units_.kecamatan[unit]];
        const KecamatanMatch& match = kecamatanMatches_[units_.kecamatan[unit]];
        const auto formed = formedFrom.find(match.before);
        if (!isForest(feature) || match.regency != match.before || formed == formedFrom.end())
            continue;
        std::set<GridPoint> border;
        for (const GridPolygon& polygon : units_.polygons[unit])
            border.insert(polygon.outer.begin(), polygon.outer.end());
        std::map<std::uint32_t, std::size_t> shared; // points of the border, by region
        for (std::size_t other = 0; other < units_.polygons.size(); ++other) {
            const std::uint32_t owner = units_.owner[other];
            if (other == unit || isForest(level3_[units_.kecamatan[other]]) ||
                (owner != match.before && !formed->second.contains(owner)))
                continue;
            for (const GridPolygon& polygon : units_.polygons[other])
                shared[owner] += static_cast<std::size_t>(std::count_if(
                    polygon.outer.begin(), polygon.outer.end(), [&](GridPoint p) { return border.contains(p); }));
        }
        const auto most = std::max_element(shared.begin(), shared.end(),
                                           [](const auto& a, const auto& b) { return a.second < b.second; });
        if (most == shared.end() || most->second == 0 || most->first == units_.owner[unit])
            continue;
        report_.moved.push_back(
            feature.kecamatan + " (" + std::to_string(std::lround(squareKilometres(units_.polygons[unit]))) +
            " km²): " + areas_.regencies[units_.owner[unit]].code + " -> " + areas_.regencies[most->first].code);
        units_.owner[unit] = most->first;
    }
}

void Builder::describe() {
    const std::size_t count = areas_.regencies.size();
    report_.matches.resize(count);
    for (std::size_t i = 0; i < count; ++i) {
        BoundaryMatch& m = report_.matches[i];
        m.code = areas_.regencies[i].code;
        m.name = officialName(areas_.regencies[i].name);
        m.method = MatchMethod::rebuilt;
        m.area = squareKilometres(regencies_[i]);
        report_.regencyArea += m.area;
        report_.vertices += vertexCount(regencies_[i]);
        report_.regencies += regencies_[i].empty() ? 0 : 1;
    }
    for (const GridMultiPolygon& province : provinces_)
        report_.provinces += province.empty() ? 0 : 1;
    for (std::size_t i = count; i < regencies_.size(); ++i)
        report_.lakeArea += squareKilometres(regencies_[i]);
    report_.lakes = lakes_.size();
    for (const RegencyMatch& source : regencyMatches_) {
        if (source.regency == kNoRegency)
            continue;
        report_.matches[source.regency].method = source.method;
        report_.matches[source.regency].sourceName = source.sourceName;
    }
    for (std::size_t k = 0; k < kecamatanMatches_.size(); ++k) {
        const KecamatanMatch& match = kecamatanMatches_[k];
        if (match.regency == kNoRegency)
            continue;
        BoundaryMatch& to = report_.matches[match.regency];
        BoundaryMatch& from = report_.matches[match.before];
        ++to.kecamatan;
        if (match.regency != match.before) {
            ++to.movedIn;
            report_.moved.push_back(level3_[k].kecamatan + ": " + from.code + " -> " + to.code);
            if (match.district.empty() && match.support < kFirmSupport)
                to.doubt = from.doubt = kDoubtVillages;
        }
        for (const KecamatanPart& part : match.parts) {
            BoundaryMatch& gains = report_.matches[part.regency];
            ++gains.splitPieces;
            report_.moved.push_back(level3_[k].kecamatan + " (" + std::to_string(part.villages.size()) +
                                    " desa): " + to.code + " -> " + gains.code);
            for (BoundaryMatch* side : {&gains, &to})
                if (side->doubt.empty())
                    side->doubt = kDoubtParts;
        }
    }
}

// What comparing the result with another source told, where the names of kecamatan raised no doubt.
void Builder::addKnownDoubts() {
    for (BoundaryMatch& m : report_.matches)
        if (m.doubt.empty() && std::find(knownDoubts_.begin(), knownDoubts_.end(), m.code) != knownDoubts_.end())
            m.doubt = kDoubtElsewhere;
}

// All of today's regions must have come out.
core::Outcome Builder::check() const {
    std::string missing;
    std::size_t count = 0;
    const auto lacks = [&](const std::vector<Area>& areas, const std::vector<GridMultiPolygon>& polygons) {
        for (std::size_t i = 0; i < areas.size(); ++i)
            if (polygons[i].empty()) {
                missing += (missing.empty() ? "" : ", ") + areas[i].code + " " + officialName(areas[i].name);
                ++count;
            }
    };
    lacks(areas_.provinces, provinces_);
    lacks(areas_.regencies, regencies_);
    if (count > 0)
        return core::error(core::ErrorCode::incompleteBoundaries,
                           JEJARING_TR("The sources do not give {0} {0:region|regions}: {1}"),
                           {std::to_string(count), missing});
    if (areas_.provinces.size() < core::kProvinceCount || areas_.regencies.size() < core::kRegencyCount)
        return core::error(core::ErrorCode::incompleteBoundaries,
                           JEJARING_TR("The list of regions has {0} provinces and {1} kabupaten/kota, too few."),
                           {std::to_string(areas_.provinces.size()), std::to_string(areas_.regencies.size())});
    return core::Nothing{};
}

// BPS gave the regions of the provinces formed in 2022 other codes than the source has.
bool renumbered(const std::string& code) {
    return code >= "93" && code < "97";
}

std::string Builder::bpsCodeOfProvince(const std::string& code) const {
    std::map<std::string, int> votes;
    for (const RegencyMatch& match : regencyMatches_)
        if (match.regency != kNoRegency && match.bpsCode.size() == 4 &&
            areas_.regencies[match.regency].code.starts_with(code))
            ++votes[match.bpsCode.substr(0, 2)];
    // Where they disagree, the source is wrong about one of them.
    return votes.size() == 1 && !renumbered(code) ? votes.begin()->first : std::string();
}

bool Builder::writeRegions(BoundaryFile& file) {
    std::vector<std::string> bpsCodes(areas_.regencies.size());
    for (const RegencyMatch& match : regencyMatches_)
        if (match.regency != kNoRegency && match.bpsCode.size() == 4 &&
            !renumbered(areas_.regencies[match.regency].code))
            bpsCodes[match.regency] = match.bpsCode;
    if (!file.beginLayer(kProvinceLayer))
        return false;
    for (std::size_t i = 0; i < areas_.provinces.size(); ++i) {
        const Area& area = areas_.provinces[i];
        if (!file.add({area.code, officialName(area.name), "province", {}, bpsCodeOfProvince(area.code), "union", {}},
                      toDegrees(provinces_[i])))
            return false;
    }
    if (!file.beginLayer(kRegencyLayer))
        return false;
    for (std::size_t i = 0; i < areas_.regencies.size(); ++i) {
        const BoundaryMatch& m = report_.matches[i];
        if (!file.add({m.code, m.name, m.name.starts_with("Kota ") ? "kota" : "kabupaten", m.code.substr(0, 2),
                       bpsCodes[i], toText(m.method), m.doubt},
                      toDegrees(regencies_[i])))
            return false;
    }
    if (!file.beginLayer(kLakeLayer))
        return false;
    for (std::size_t i = 0; i < lakes_.size(); ++i)
        if (!file.add({{}, lakes_[i], "lake", {}, {}, {}, {}}, toDegrees(regencies_[areas_.regencies.size() + i])))
            return false;
    return true;
}

// Pieces that today are one kecamatan are one, and so are the rest of one that the source has.
void Builder::joinDistricts(const Partition& partition) {
    std::vector<std::uint32_t> districtOf(units_.owner.size(), kNoUnit);
    std::map<std::pair<std::uint32_t, std::string>, std::uint32_t> known;
    for (std::size_t u = 0; u < units_.owner.size(); ++u) {
        if (units_.owner[u] >= areas_.regencies.size())
            continue;
        const std::string& code = units_.district[u];
        const auto [at, isNew] =
            known.emplace(std::pair(units_.owner[u], code.empty() ? std::to_string(units_.kecamatan[u]) : code),
                          static_cast<std::uint32_t>(districtUnits_.size()));
        if (isNew)
            districtUnits_.push_back(u);
        districtOf[u] = at->second;
    }
    districts_ = partition.dissolve(districtOf, districtUnits_.size());
}

bool Builder::writeDistricts(BoundaryFile& file) {
    const DistrictRows rows(areas_);
    report_.districts.source = level3_.size();
    report_.districts.today = areas_.districts.size();
    bool going = file.beginLayer(kDistrictLayer);
    for (std::size_t i = 0; going && i < districts_.size(); ++i) {
        if (districts_[i].empty())
            continue;
        const std::size_t unit = districtUnits_[i];
        const BoundaryRow row = rows.district(level3_[units_.kecamatan[unit]], units_.district[unit],
                                              areas_.regencies[units_.owner[unit]].code);
        going = file.add(row, toDegrees(districts_[i]));
        ++report_.districts.written;
        report_.districts.coded += row.code.empty() ? 0 : 1;
    }
    return going;
}

// As the source draws them: they are not fitted to their neighbours, unlike all above them.
bool Builder::writeVillages(BoundaryFile& file) {
    DistrictRows rows(areas_);
    report_.villages.source = level4_.size();
    report_.villages.today = areas_.villages.size();
    std::map<std::string, const KecamatanMatch*> kecamatan;
    std::map<std::size_t, const KecamatanPart*> moved; // by index of the village
    for (std::size_t k = 0; k < level3_.size(); ++k) {
        kecamatan[level3_[k].kecamatanId] = &kecamatanMatches_[k];
        for (const KecamatanPart& part : kecamatanMatches_[k].parts)
            for (const std::size_t v : part.villages)
                moved[v] = &part;
    }
    bool going = file.beginLayer(kVillageLayer);
    for (std::size_t v = 0; going && v < level4_.size(); ++v) {
        const auto in = kecamatan.find(level4_[v].kecamatanId);
        if (in == kecamatan.end() || in->second->regency == kNoRegency)
            continue;
        geo::MultiPolygon polygons = toDegrees(level4_[v].polygons);
        std::erase_if(polygons, [](const geo::Polygon& p) { return p.outer.size() < 3; });
        if (polygons.empty())
            continue;
        const auto part = moved.find(v);
        const bool stays = part == moved.end();
        const BoundaryRow row =
            rows.village(level4_[v], stays ? in->second->district : part->second->today,
                         areas_.regencies[stays ? in->second->regency : part->second->regency].code);
        going = file.add(row, polygons);
        ++report_.villages.written;
        report_.villages.coded += row.code.empty() ? 0 : 1;
        if (v % kVillagesAStep == 0 && !step(0.9 + 0.05 * static_cast<double>(v) / static_cast<double>(level4_.size()),
                                             JEJARING_TR("Writing the villages")))
            return false;
    }
    return going;
}

core::Outcome Builder::write() {
    auto created = BoundaryFile::create(options_.output);
    if (!created)
        return core::Outcome::failure(created.messages());
    BoundaryFile file = std::move(created).value();
    bool going = writeRegions(file) && file.beginLayer(kCountryLayer);
    const auto iso = readCountries();
    report_.repairedCountries = world_.repaired;
    for (const WorldCountry& country : world_.countries) {
        const Country* const known = iso ? iso.value().byNumeric(country.numeric) : nullptr;
        going = going && file.add({known ? known->alpha2 : std::string(), country.name, "country", {}, {}, {}, {}},
                                  country.polygons);
        ++report_.countries;
    }
    going = going && (!options_.districts || writeDistricts(file));
    if (going && options_.villages)
        going = step(0.9, JEJARING_TR("Writing the villages")) && writeVillages(file);
    file.setMetadata(kCreditKey, kCredit);
    file.setMetadata(kTermsKey, kTerms);
    file.setMetadata(kSourceKey, kSources);
    file.setMetadata(kLicenceKey, kLicences);
    file.setMetadata(kBuildKey, std::string(kBuildVersion) + " " + nowInUtc());
    if (!step(0.95, JEJARING_TR("Writing the boundaries")))
        return cancelled();
    return file.finish();
}

} // namespace

core::Result<BoundaryReport> buildBoundaries(const BoundaryBuildOptions& options, const BoundaryProgress& progress) {
    return Builder(options, progress).run();
}

} // namespace jejaring::data
