// SPDX-License-Identifier: MIT
// A country of squares: provinces 11, 31 and 64 side by side in the sea, each of four kabupaten/kota, one of them
// small.
#pragma once

#include "scene/map_view.hpp"
#include "scene/picture.hpp"

#include <algorithm>
#include <memory>
#include <string>
#include <tuple>
#include <utility>
#include <variant>
#include <vector>

namespace jejaring::scene::testing {

inline geo::MultiPolygon square(double west, double south, double size) {
    return {{{{west, south}, {west + size, south}, {west + size, south + size}, {west, south + size}}, {}}};
}

// Degrees. A province is a block of 6 by 6; its kabupaten 01 to 03 are quarters of 3 by 3, and the last quarter is
// shared by kota 71, a square of 0.1, and kabupaten 04 around it.
inline geo::BoundaryShapes squareShapes() {
    struct Unit {
        core::Region region;
        geo::MultiPolygon shape;
    };
    std::vector<Unit> units;
    std::vector<core::Region> regions;
    const std::vector<std::pair<std::string, std::string>> provinces{
        {"11", "Aceh"}, {"31", "DKI Jakarta"}, {"64", "Kalimantan Timur"}};
    double west = 100;
    for (const auto& province : provinces) {
        const std::string& code = province.first; // clang cannot take parts of a binding into a lambda
        const std::string& name = province.second;
        regions.push_back({*core::RegionCode::parse(code), name, core::RegionType::province, "", ""});
        const auto add = [&](const std::string& number, const std::string& unitName, geo::MultiPolygon shape) {
            const bool kota = number == "71";
            units.push_back({{*core::RegionCode::parse(code + "." + number), unitName,
                              kota ? core::RegionType::kota : core::RegionType::kabupaten, "", ""},
                             std::move(shape)});
        };
        add("01", "Kabupaten Satu", square(west, -4, 3));
        add("02", "Kabupaten Dua", square(west + 3, -4, 3));
        add("03", "Kabupaten Tiga", square(west, -1, 3));
        geo::MultiPolygon around = square(west + 3, -1, 3);
        const geo::MultiPolygon small = square(west + 4.5, 0.5, 0.1);
        around[0].holes.push_back(small[0].outer);
        add("04", "Kabupaten Empat", around);
        add("71", "Kota " + name, small);
        west += 12;
    }
    geo::BoundaryShapes shapes;
    for (const Unit& unit : units)
        regions.push_back(unit.region);
    shapes.catalog = core::RegionCatalog(regions);
    shapes.regencies.resize(shapes.catalog.regencyCount());
    for (Unit& unit : units)
        shapes.regencies[*shapes.catalog.find(unit.region.code) - shapes.catalog.provinceCount()] =
            std::move(unit.shape);
    shapes.countries.push_back(square(108, 8, 5));
    return shapes;
}

inline std::shared_ptr<const geo::MapGeometry> squareGeometry() {
    static const std::shared_ptr<const geo::MapGeometry> geometry =
        geo::MapGeometry::build(squareShapes(), geo::ProjectionKind::equalEarth);
    return geometry;
}

inline core::Agreement agreement(const std::string& id, const std::string& region, const std::string& partner,
                                 core::AgreementStatus status) {
    core::Agreement made;
    made.id = id;
    made.kind = core::AgreementKind::foreignLocal;
    made.parties = {{*core::RegionCode::parse(region), ""}, {{}, partner}};
    made.status = status;
    made.signedOn = core::PartialDate{2010, 5, 0};
    made.sourceId = "S-" + id;
    return made;
}

// Synthetic: kota 11.71 has three agreements in force, 64.01 one that ended, 31 one in force, 64.02 one undated.
inline std::shared_ptr<const core::Project> squareProject() {
    auto project = std::make_shared<core::Project>();
    for (const auto& [id, country, latitude, longitude] :
         std::vector<std::tuple<std::string, std::string, double, double>>{
             {"P1", "JPN", 35.0, 135.0}, {"P2", "NLD", 52.0, 5.0}, {"P3", "AUS", -12.5, 131.0}}) {
        core::Partner partner;
        partner.id = id;
        partner.name = "Partner " + id;
        partner.country = country;
        partner.place = core::Coordinates{latitude, longitude};
        project->partners.push_back(partner);
    }
    project->agreements = {agreement("A1", "11.71", "P1", core::AgreementStatus::active),
                           agreement("A2", "11.71", "P2", core::AgreementStatus::active),
                           agreement("A3", "11.71", "P3", core::AgreementStatus::unknown),
                           agreement("A4", "64.01", "P1", core::AgreementStatus::ended),
                           agreement("A5", "31", "P2", core::AgreementStatus::active),
                           agreement("A6", "64.02", "P3", core::AgreementStatus::active)};
    project->agreements.back().signedOn.reset();
    for (const core::Agreement& a : project->agreements) {
        core::Source source;
        source.id = a.sourceId;
        source.title = "Source of " + a.id;
        project->sources.push_back(source);
    }
    core::Visit visit;
    visit.id = "V1";
    visit.title = "Kunjungan uji";
    for (int i = 1; i <= 3; ++i) {
        core::Stop stop;
        stop.sequence = i;
        stop.place = "Titik " + std::to_string(i);
        stop.region = *core::RegionCode::parse("64.01");
        if (i < 3) // two stops at one place
            stop.coordinates = core::Coordinates{-2.5, 125.5};
        stop.status = i == 2 ? core::StopStatus::cancelled : core::StopStatus::held;
        visit.stops.push_back(stop);
    }
    project->visits.push_back(visit);
    return project;
}

inline constexpr core::Day kToday{std::chrono::year(2026), std::chrono::month(11), std::chrono::day(22)};

inline std::shared_ptr<const MapData> squareData(MapView view = {}) {
    view.date = view.date == core::today() ? kToday : view.date;
    return prepare(squareProject(), squareGeometry(), view, kToday);
}

inline Look look(Theme theme = Theme::dark, text::Language language = text::Language::english) {
    static const std::shared_ptr<const text::FontSet> fonts = text::FontSet::load().value();
    Look made;
    made.theme = theme;
    made.language = language;
    made.fonts = fonts;
    return made;
}

inline core::RegionIndex region(const std::string& code) {
    return *squareGeometry()->catalog().find(code);
}

template <class T> std::vector<T> itemsOf(const DisplayList& list) {
    std::vector<T> found;
    for (const Item& item : list.items)
        if (const T* match = std::get_if<T>(&item))
            found.push_back(*match);
    return found;
}

inline std::vector<std::string> strings(const DisplayList& list) {
    std::vector<std::string> found;
    for (const GlyphRun& run : itemsOf<GlyphRun>(list))
        found.push_back(run.string);
    return found;
}

inline bool says(const DisplayList& list, const std::string& text) {
    const std::vector<std::string> all = strings(list);
    return std::any_of(all.begin(), all.end(), [&](const std::string& s) { return s.find(text) != std::string::npos; });
}

// The ink of a line of text, near enough: its width, and the height of its capitals.
inline Rect boxOf(const GlyphRun& run, const text::FontSet& fonts) {
    double width = 0;
    for (const text::Glyph& glyph : run.glyphs)
        width = std::max(width, static_cast<double>(glyph.x));
    const double capHeight = static_cast<double>(fonts.metrics(run.weight, run.size).capHeight);
    return {run.origin.x, run.origin.y - capHeight, width, capHeight};
}

} // namespace jejaring::scene::testing
