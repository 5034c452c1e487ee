// SPDX-License-Identifier: MIT
#include "data/boundary/boundary_sources.hpp"

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>
#include <optional>
#include <sstream>

namespace jejaring::data {
namespace {

using Json = nlohmann::json;

std::optional<std::string> readFile(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file)
        return std::nullopt;
    std::string text;
    file.seekg(0, std::ios::end);
    text.resize(static_cast<std::size_t>(std::max<std::streamoff>(file.tellg(), 0)));
    file.seekg(0);
    file.read(text.data(), static_cast<std::streamsize>(text.size()));
    if (!file)
        return std::nullopt;
    return text;
}

core::Message missing(const std::string& path) {
    return core::error(core::ErrorCode::notFound, JEJARING_TR("The source of the boundaries {0} is missing."), {path});
}

// Reads a FeatureCollection as it streams by: a document tree of the village level would take a gigabyte.
class GadmReader : public nlohmann::json_sax<Json> {
  public:
    explicit GadmReader(int level) : level_(std::to_string(level)) {}

    std::vector<GadmFeature> features;

    bool null() override { return true; }
    bool boolean(bool) override { return true; }
    bool number_integer(number_integer_t value) override { return number(static_cast<double>(value)); }
    bool number_unsigned(number_unsigned_t value) override { return number(static_cast<double>(value)); }
    bool number_float(number_float_t value, const string_t&) override { return number(value); }
    bool binary(binary_t&) override { return true; }

    bool string(string_t& value) override {
        if (!inProperties_ || value == "NA")
            return true;
        GadmFeature& f = feature_;
        if (key_ == "NAME_1")
            f.province = value;
        else if (key_ == "NAME_2")
            f.regency = value;
        else if (key_ == "NAME_3")
            f.kecamatan = value;
        else if (key_ == "NAME_4")
            f.village = value;
        else if (key_ == "GID_2")
            f.regencyId = value;
        else if (key_ == "GID_3")
            f.kecamatanId = value;
        else if (key_ == "TYPE_" + level_)
            f.type = value;
        else if (key_ == "CC_" + level_)
            f.bpsCode = value;
        return true;
    }

    bool key(string_t& value) override {
        key_ = value;
        return true;
    }

    bool start_object(std::size_t) override {
        ++depth_;
        if (key_ == "properties")
            inProperties_ = true;
        else if (depth_ == kFeatureDepth)
            feature_ = {};
        return true;
    }

    bool end_object() override {
        inProperties_ = false;
        if (depth_ == kFeatureDepth && !feature_.province.empty())
            features.push_back(std::move(feature_));
        --depth_;
        return true;
    }

    bool start_array(std::size_t) override {
        if (key_ == "coordinates") {
            ++arrays_;
            closed_ = Closed::nothing;
        }
        return true;
    }

    bool end_array() override {
        if (arrays_ == 0)
            return true;
        --arrays_;
        switch (closed_) {
        case Closed::nothing: // a position
            if (count_ >= 2) {
                const GridPoint p = toGrid({x_, y_});
                if (ring_.empty() || ring_.back() != p)
                    ring_.push_back(p);
            }
            count_ = 0;
            closed_ = Closed::position;
            break;
        case Closed::position: // a ring
            while (ring_.size() > 1 && ring_.front() == ring_.back())
                ring_.pop_back();
            if (firstRing_)
                feature_.polygons.push_back({std::move(ring_), {}});
            else
                feature_.polygons.back().holes.push_back(std::move(ring_));
            firstRing_ = false;
            ring_ = {};
            closed_ = Closed::ring;
            break;
        case Closed::ring: // a polygon
            firstRing_ = true;
            closed_ = Closed::polygon;
            break;
        case Closed::polygon:
            break;
        }
        if (arrays_ == 0)
            key_.clear();
        return true;
    }

    bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception&) override { return false; }

  private:
    static constexpr int kFeatureDepth = 2;
    // What the last closing bracket ended, which tells what the next one ends.
    enum class Closed { nothing, position, ring, polygon };

    bool number(double value) {
        if (arrays_ > 0) {
            if (count_ < 2)
                (count_ == 0 ? x_ : y_) = value;
            ++count_;
            closed_ = Closed::nothing;
        }
        return true;
    }

    std::string level_;
    GadmFeature feature_;
    std::string key_;
    GridRing ring_;
    double x_ = 0;
    double y_ = 0;
    int count_ = 0;
    int depth_ = 0;
    int arrays_ = 0;
    bool inProperties_ = false;
    bool firstRing_ = true;
    Closed closed_ = Closed::nothing;
};

// The cells of a CSV text (RFC 4180), by row; empty lines are left out.
std::vector<std::vector<std::string>> csvRows(std::string_view text) {
    std::vector<std::vector<std::string>> rows;
    std::vector<std::string> row;
    std::string cell;
    bool quoted = false;
    const auto endRow = [&] {
        row.push_back(std::move(cell));
        cell.clear();
        if (row.size() > 1 || !row[0].empty())
            rows.push_back(std::move(row));
        row.clear();
    };
    if (text.starts_with("\xef\xbb\xbf"))
        text.remove_prefix(3);
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (quoted) {
            if (c != '"')
                cell += c;
            else if (i + 1 < text.size() && text[i + 1] == '"')
                cell += text[++i];
            else
                quoted = false;
        } else if (c == '"' && cell.empty()) {
            quoted = true;
        } else if (c == ',') {
            row.push_back(std::move(cell));
            cell.clear();
        } else if (c == '\n') {
            endRow();
        } else if (c != '\r') {
            cell += c;
        }
    }
    if (!cell.empty() || !row.empty())
        endRow();
    return rows;
}

core::Result<std::vector<Area>> readAreaTable(const std::string& packages, const std::string& file) {
    const std::string path = packages + "/idn-area-data/data/" + file;
    const std::optional<std::string> text = readFile(path);
    if (!text)
        return missing(path);
    const auto rows = csvRows(*text);
    const auto wrong = [&path] {
        return core::error(core::ErrorCode::wrongFormat,
                           JEJARING_TR("The source of the boundaries {0} is not as expected."), {path});
    };
    if (rows.empty())
        return wrong();
    const auto column = [&rows](std::string_view name) {
        return static_cast<std::size_t>(std::find(rows[0].begin(), rows[0].end(), name) - rows[0].begin());
    };
    const std::size_t code = column("code");
    const std::size_t name = column("name");
    if (code == rows[0].size() || name == rows[0].size())
        return wrong();
    std::vector<Area> areas;
    areas.reserve(rows.size());
    for (std::size_t i = 1; i < rows.size(); ++i)
        if (rows[i].size() > std::max(code, name))
            areas.push_back({rows[i][code], rows[i][name]});
    return areas;
}

} // namespace

core::Result<std::vector<GadmFeature>> readGadm(const std::string& packages, int level) {
    const std::string path = packages + "/geojson-indonesia/geojson/gadm41_IDN_" + std::to_string(level) + ".json";
    const std::optional<std::string> text = readFile(path);
    if (!text)
        return missing(path);
    GadmReader reader(level);
    if (!Json::sax_parse(*text, &reader) || reader.features.empty())
        return core::error(core::ErrorCode::wrongFormat,
                           JEJARING_TR("The source of the boundaries {0} is not as expected."), {path});
    return std::move(reader.features);
}

core::Result<Areas> readAreas(const std::string& packages) {
    Areas areas;
    const std::pair<const char*, std::vector<Area>*> tables[] = {{"provinces.csv", &areas.provinces},
                                                                 {"regencies.csv", &areas.regencies},
                                                                 {"districts.csv", &areas.districts},
                                                                 {"villages.csv", &areas.villages}};
    for (const auto& [file, target] : tables) {
        auto table = readAreaTable(packages, file);
        if (!table)
            return core::Result<Areas>::failure(table.messages());
        *target = std::move(table).value();
    }
    return areas;
}

core::Result<std::vector<RegionAlias>> readAliases(const std::string& path) {
    const std::optional<std::string> text = readFile(path);
    if (!text)
        return missing(path);
    std::vector<RegionAlias> aliases;
    const auto rows = csvRows(*text);
    for (std::size_t i = 1; i < rows.size(); ++i)
        if (rows[i].size() >= 5)
            aliases.push_back({rows[i][0], rows[i][1], rows[i][2], rows[i][3], rows[i][4]});
    return aliases;
}

core::Result<std::vector<std::string>> readDoubtfulRegions(const std::string& path) {
    const std::optional<std::string> text = readFile(path);
    if (!text)
        return missing(path);
    std::vector<std::string> codes;
    const auto rows = csvRows(*text);
    for (std::size_t i = 1; i < rows.size(); ++i)
        codes.push_back(rows[i][0]);
    return codes;
}

} // namespace jejaring::data
