// SPDX-License-Identifier: MIT
#include "app/boundary_text.hpp"

#include "core/region.hpp"
#include "text/locale_format.hpp"

#include <algorithm>

namespace jejaring::app {
namespace {

// Characters of a UTF-8 text; each of ours takes one column.
std::size_t columnsOf(std::string_view text) {
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

// Labels in one column, values in the next; lists below.
class Report {
  public:
    explicit Report(const Console& console) : console_(console) {}

    [[nodiscard]] std::string tr(std::string_view id, const std::vector<std::string>& arguments = {}) const {
        return console_.tr(id, arguments);
    }
    template <class Count> [[nodiscard]] std::string number(Count count) const {
        return text::formatNumber(console_.language(), static_cast<double>(count));
    }
    [[nodiscard]] std::string decimal(double value) const { return text::formatNumber(console_.language(), value, 1); }

    void row(std::string_view label, std::string value) { lines_.push_back({tr(label), std::move(value)}); }
    void part(std::string_view label, std::string value) { lines_.push_back({"  " + tr(label), std::move(value)}); }
    void heading(std::string_view id) {
        lines_.push_back({});
        lines_.push_back({tr(id), {}});
    }
    void item(const std::string& text) { lines_.push_back({"  " + text, {}}); }
    void gap() { lines_.push_back({}); }

    [[nodiscard]] std::string text() const {
        std::size_t width = 0;
        for (const Line& line : lines_)
            if (!line.value.empty())
                width = std::max(width, columnsOf(line.label) + 2);
        std::string text;
        for (const Line& line : lines_) {
            text += line.label;
            if (!line.value.empty())
                text.append(width - columnsOf(line.label), ' ').append(line.value);
            text += '\n';
        }
        return text;
    }

  private:
    struct Line {
        std::string label;
        std::string value; // empty: the label stands alone
    };
    const Console& console_;
    std::vector<Line> lines_;
};

void appendMatches(Report& out, const data::BoundaryReport& report) {
    using data::MatchMethod;
    out.heading(JEJARING_TR("Not under today's name in the source"));
    for (const data::BoundaryMatch& m : report.matches) {
        const std::string region = m.code + " " + m.name;
        if (m.method == MatchMethod::alias)
            out.item(out.tr(JEJARING_TR("{0}: {1} (alias)"), {region, m.sourceName}));
        else if (m.method == MatchMethod::fuzzy)
            out.item(out.tr(JEJARING_TR("{0}: {1} (spelling)"), {region, m.sourceName}));
        else if (m.method == MatchMethod::rebuilt)
            out.item(out.tr(JEJARING_TR("{0}: of {1} kecamatan and {2} {2:part|parts}"),
                            {region, out.number(m.kecamatan), out.number(m.splitPieces)}));
    }
    const auto doubtful =
        std::count_if(report.matches.begin(), report.matches.end(), [](const auto& m) { return !m.doubt.empty(); });
    out.gap();
    out.row(JEJARING_TR("Doubtful"), out.number(doubtful));
    for (const data::BoundaryMatch& m : report.matches)
        if (!m.doubt.empty())
            out.item(m.code + " " + m.name + ": " + out.tr(m.doubt));
}

} // namespace

std::string reportText(const data::BoundaryReport& report, const Console& console) {
    using data::MatchMethod;
    Report out(console);
    const auto of = [&](std::size_t count, std::size_t all) {
        return out.tr(JEJARING_TR("{0} of {1}"), {out.number(count), out.number(all)});
    };
    out.row(JEJARING_TR("Provinces"), of(report.provinces, core::kProvinceCount));
    out.row(JEJARING_TR("Kabupaten/kota"), of(report.regencies, core::kRegencyCount));
    out.part(JEJARING_TR("by name"), out.number(report.count(MatchMethod::exact)));
    out.part(JEJARING_TR("by alias"), out.number(report.count(MatchMethod::alias)));
    out.part(JEJARING_TR("by spelling"), out.number(report.count(MatchMethod::fuzzy)));
    out.part(JEJARING_TR("of kecamatan"), out.number(report.count(MatchMethod::rebuilt)));
    out.row(JEJARING_TR("Lakes"), out.number(report.lakes));
    out.row(JEJARING_TR("Countries"), out.tr(JEJARING_TR("{0}, {1} of them repaired"),
                                             {out.number(report.countries), out.number(report.repairedCountries)}));
    const auto places = [&out](const data::BoundaryReport::Places& p) {
        return out.tr(JEJARING_TR("{0}, from {1} of the source; {2} bear a code of the {3} of today"),
                      {out.number(p.written), out.number(p.source), out.number(p.coded), out.number(p.today)});
    };
    if (report.districts.written > 0)
        out.row(JEJARING_TR("Kecamatan"), places(report.districts));
    if (report.villages.written > 0)
        out.row(JEJARING_TR("Villages"), places(report.villages));

    out.heading(JEJARING_TR("Area (km²)"));
    out.part(JEJARING_TR("source"), out.number(report.sourceArea));
    out.part(JEJARING_TR("regions"), out.number(report.regencyArea));
    out.part(JEJARING_TR("lakes"), out.number(report.lakeArea));
    out.part(JEJARING_TR("overlaps"), out.tr(JEJARING_TR("{0} in {1} {1:place|places}, each given to one side"),
                                             {out.decimal(report.overlapArea), out.number(report.overlaps)}));
    out.part(JEJARING_TR("gaps"), out.tr(JEJARING_TR("{0} in {1} {1:place|places}, closed"),
                                         {out.decimal(report.gapArea), out.number(report.gaps)}));
    out.part(JEJARING_TR("pockets"),
             out.tr(JEJARING_TR("{0} in {1} {1:place|places}, given to the neighbour around {1:it|them}"),
                    {out.decimal(report.pocketArea), out.number(report.pockets)}));
    out.part(JEJARING_TR("cracks"), out.tr(JEJARING_TR("{0} in {1} {1:place|places} between neighbours, closed"),
                                           {out.decimal(report.crackArea), out.number(report.cracks)}));
    double landBorders = 0;
    std::string neighbours;
    for (const data::LandBorder& border : report.landBorders) {
        landBorders += border.gapArea;
        neighbours += (neighbours.empty() ? "" : ", ") + border.name;
    }
    out.part(JEJARING_TR("land borders"), out.tr(JEJARING_TR("{0} that neither side had, given to the neighbours: {1}"),
                                                 {out.number(landBorders), neighbours}));
    out.part(JEJARING_TR("unexplained"),
             out.decimal(report.regencyArea + report.lakeArea -
                         (report.sourceArea - report.overlapArea + report.gapArea + report.crackArea)));
    out.row(JEJARING_TR("Vertices"), out.number(report.vertices));

    appendMatches(out, report);
    if (!report.moved.empty()) {
        out.heading(JEJARING_TR("Moved since the source was drawn, by the names of kecamatan and villages"));
        for (const std::string& line : report.moved)
            out.item(line);
    }
    out.gap();
    out.row(JEJARING_TR("Duration"), out.tr(JEJARING_TR("{0} s"), {out.decimal(report.seconds)}));
    return out.text();
}

std::string reportText(const data::BoundaryImportReport& report, const Console& console) {
    Report out(console);
    const auto orElse = [&](const std::string& text, const char* id) { return text.empty() ? out.tr(id) : text; };
    out.row(JEJARING_TR("Layer"),
            out.tr(JEJARING_TR("{0}, {1} {1:row|rows}"), {report.layer, out.number(report.rows)}));
    out.row(JEJARING_TR("Code field"), orElse(report.codeField, JEJARING_TR("none")));
    out.row(JEJARING_TR("Name field"), orElse(report.nameField, JEJARING_TR("none")));
    const std::string system = orElse(report.sourceSystem, JEJARING_TR("not stated"));
    out.row(JEJARING_TR("Reference system"),
            report.reprojected ? out.tr(JEJARING_TR("{0}, reprojected"), {system}) : system);
    out.row(JEJARING_TR("Repaired rows"), out.number(report.repaired));
    out.row(JEJARING_TR("Kabupaten/kota"), out.number(report.regencies));
    const std::string provinces = out.number(report.provinces);
    out.row(JEJARING_TR("Provinces"),
            report.provincesMade ? out.tr(JEJARING_TR("{0}, made of their kabupaten/kota"), {provinces}) : provinces);
    out.row(JEJARING_TR("Unmatched rows"), out.number(report.unmatched.size()));
    for (const data::UnmatchedRow& row : report.unmatched)
        out.item(out.tr(JEJARING_TR("row {0}: {1} {2}: {3}"),
                        {std::to_string(row.row), row.code, row.name, out.tr(row.reason)}));
    if (report.regencies == 0)
        out.row(JEJARING_TR("Kept as before"),
                out.tr(JEJARING_TR("every kabupaten/kota; the map draws provinces as the unions of these")));
    else
        out.row(JEJARING_TR("Kept as before"), out.number(report.missing.size()));
    for (std::size_t i = 0; i < report.missing.size(); ++i)
        out.item(report.missing[i] + " " + report.missingNames[i]);
    return out.text();
}

} // namespace jejaring::app
