// SPDX-License-Identifier: MIT
#include "app/boundary_json.hpp"

#include <nlohmann/json.hpp>

namespace jejaring::app {
namespace {

using Json = nlohmann::ordered_json;

std::string textOf(const Json& json) {
    return json.dump(2, ' ', false, Json::error_handler_t::replace);
}

Json placesOf(const data::BoundaryReport::Places& places) {
    return {{"written", places.written}, {"coded", places.coded}, {"source", places.source}, {"today", places.today}};
}

} // namespace

std::string jsonText(const data::BoundaryReport& report) {
    Json regions = Json::array();
    for (const data::BoundaryMatch& match : report.matches)
        regions.push_back({{"code", match.code},
                           {"name", match.name},
                           {"sourceName", match.sourceName},
                           {"method", data::toText(match.method)},
                           {"kecamatan", match.kecamatan},
                           {"movedIn", match.movedIn},
                           {"splitPieces", match.splitPieces},
                           {"area", match.area},
                           {"doubt", match.doubt}});
    Json landBorders = Json::array();
    for (const data::LandBorder& border : report.landBorders)
        landBorders.push_back({{"neighbour", border.name}, {"gapArea", border.gapArea}});
    return textOf({{"provinces", report.provinces},
                   {"regencies", report.regencies},
                   {"countries", report.countries},
                   {"repairedCountries", report.repairedCountries},
                   {"districts", placesOf(report.districts)},
                   {"villages", placesOf(report.villages)},
                   {"exact", report.count(data::MatchMethod::exact)},
                   {"alias", report.count(data::MatchMethod::alias)},
                   {"fuzzy", report.count(data::MatchMethod::fuzzy)},
                   {"rebuilt", report.count(data::MatchMethod::rebuilt)},
                   {"area",
                    {{"source", report.sourceArea},
                     {"regencies", report.regencyArea},
                     {"lakes", report.lakeArea},
                     {"overlaps", report.overlapArea},
                     {"gaps", report.gapArea},
                     {"pockets", report.pocketArea},
                     {"cracks", report.crackArea}}},
                   {"overlaps", report.overlaps},
                   {"gaps", report.gaps},
                   {"pockets", report.pockets},
                   {"cracks", report.cracks},
                   {"lakes", report.lakes},
                   {"landBorders", landBorders},
                   {"vertices", report.vertices},
                   {"seconds", report.seconds},
                   {"moved", report.moved},
                   {"regions", regions}});
}

std::string jsonText(const data::BoundaryImportReport& report) {
    Json unmatched = Json::array();
    for (const data::UnmatchedRow& row : report.unmatched)
        unmatched.push_back({{"row", row.row}, {"code", row.code}, {"name", row.name}, {"reason", row.reason}});
    return textOf({{"layer", report.layer},
                   {"codeField", report.codeField},
                   {"nameField", report.nameField},
                   {"rows", report.rows},
                   {"regencies", report.regencies},
                   {"provinces", report.provinces},
                   {"provincesMade", report.provincesMade},
                   {"repaired", report.repaired},
                   {"reprojected", report.reprojected},
                   {"sourceSystem", report.sourceSystem},
                   {"unmatched", unmatched},
                   {"missing", report.missing}});
}

} // namespace jejaring::app
