// SPDX-License-Identifier: MIT
// jejaring info
#include "app/commands.hpp"
#include "app/picture_arguments.hpp"
#include "app/table_words.hpp"
#include "data/boundary/map_source.hpp"
#include "data/project/project_info.hpp"
#include "text/locale_format.hpp"

#include <fmt/core.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace jejaring::app {
namespace {

// Letters of a UTF-8 text, for columns that line up.
std::size_t lettersOf(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

std::string padded(std::string text, std::size_t width) {
    text.append(width - std::min(width, lettersOf(text)), ' ');
    return text;
}

class Summary {
  public:
    Summary(const data::ProjectInfo& info, const Console& console) : info_(info), console_(console) {}

    void print() const {
        console_.print(info_.title.empty() ? tr(JEJARING_TR("(untitled)")) : info_.title);
        console_.print(console_.tr(JEJARING_TR("Schema {0}; scores of {1}"), {number(info_.schema), date(info_.date)}));
        printTables();
        printAgreements();
        printLevels();
        printIndicators();
        printRegions();
        printProblems();
    }

  private:
    std::string tr(std::string_view id) const { return console_.tr(id); }
    std::string number(double value, int decimals = 0) const {
        return text::formatNumber(console_.language(), value, decimals);
    }
    std::string date(const std::string& iso) const {
        const auto day = core::PartialDate::parse(iso);
        return day ? text::formatDate(console_.language(), *day) : iso;
    }
    void heading(std::string_view id) const { console_.print("\n" + tr(id)); }
    void row(const std::string& name, const std::string& value) const {
        console_.print("  " + padded(name, 24) + fmt::format("{:>7}", value));
    }

    void printTables() const {
        heading(JEJARING_TR("Rows"));
        std::string empty;
        for (const data::TableCount& table : info_.tables) {
            const std::string name = tr(tableWords(table.table).rows);
            if (table.rows > 0)
                row(name, number(static_cast<double>(table.rows)));
            else
                empty += (empty.empty() ? "" : ", ") + name;
        }
        if (!empty.empty())
            console_.print("  " + console_.tr(JEJARING_TR("Empty: {0}"), {empty}));
    }

    void printAgreements() const {
        heading(JEJARING_TR("Agreements"));
        row(tr(JEJARING_TR("recorded")), number(info_.agreements));
        row(tr(JEJARING_TR("chains")), number(info_.chains));
        row(tr(JEJARING_TR("in force")), number(info_.inForce));
        row(tr(JEJARING_TR("of these assumed")), number(info_.assumed));
        row(tr(JEJARING_TR("undated")), number(info_.undated));
        if (info_.leftOutUndated > 0)
            row(tr(JEJARING_TR("left out as undated")), number(info_.leftOutUndated));
        if (!info_.firstDate.empty())
            console_.print("  " +
                           console_.tr(JEJARING_TR("from {0} to {1}"), {date(info_.firstDate), date(info_.lastDate)}));
    }

    void printLevels() const {
        heading(JEJARING_TR("Regions by class of the score"));
        console_.print("  " + padded("", 24) +
                       fmt::format("{:>16}{:>16}", tr(JEJARING_TR("provinces")), tr(JEJARING_TR("kabupaten/kota"))));
        for (std::size_t i = info_.provinces.perClass.size(); i-- > 0;)
            level(fmt::format("{}–{}", 20 * i, 20 * (i + 1)), info_.provinces.perClass[i], info_.regencies.perClass[i]);
        level(tr(JEJARING_TR("none in force")), info_.provinces.zero, info_.regencies.zero);
        level(tr(JEJARING_TR("not enough data")), info_.provinces.notEnoughData, info_.regencies.notEnoughData);
        level(tr(JEJARING_TR("no record")), info_.provinces.noRecord, info_.regencies.noRecord);
    }
    void level(const std::string& name, int provinces, int regencies) const {
        console_.print("  " + padded(name, 24) + fmt::format("{:>16}{:>16}", number(provinces), number(regencies)));
    }

    void printIndicators() const {
        if (info_.indicators.empty())
            return;
        heading(JEJARING_TR("Indicators of the project"));
        for (const data::ProjectInfo::IndicatorInfo& indicator : info_.indicators) {
            const analysis::SeriesExtent& extent = indicator.extent;
            console_.print("  " + extent.indicatorId + ": " + indicator.name +
                           (indicator.unit.empty() ? "" : " (" + indicator.unit + ")"));
            if (extent.first)
                console_.print("    " + console_.tr(JEJARING_TR("{0} provinces, {1} kabupaten/kota, {2} to {3}"),
                                                    {number(static_cast<double>(extent.provinces)),
                                                     number(static_cast<double>(extent.regencies)),
                                                     text::formatDate(console_.language(), *extent.first),
                                                     text::formatDate(console_.language(), *extent.last)}));
        }
    }

    void printRegions() const {
        if (info_.regions.empty())
            return;
        heading(JEJARING_TR("Regions with a record"));
        console_.print("  " + padded(tr(JEJARING_TR("code")), 7) + padded(tr(JEJARING_TR("name")), 32) +
                       fmt::format("{:>7}{:>7}{:>10}", tr(JEJARING_TR("score")), tr(JEJARING_TR("class")),
                                   tr(JEJARING_TR("in force"))));
        for (const data::RegionInfo& region : info_.regions) {
            const bool scored = region.impact.state == analysis::ValueState::value;
            console_.print("  " + padded(region.code, 7) + padded(region.name, 32) +
                           fmt::format("{:>7}{:>7}{:>10}", scored ? number(region.impact.score) : "-",
                                       region.scoreClass ? number(*region.scoreClass) : "-",
                                       number(region.impact.inForce)));
        }
    }

    void printProblems() const {
        heading(JEJARING_TR("Problems found"));
        if (info_.problems.empty())
            console_.print("  " + tr(JEJARING_TR("none")));
        for (const analysis::Problem& problem : info_.problems)
            console_.print(
                fmt::format("  {}: {}", rowName(problem), text::translate(console_.language(), problem.message)));
    }

    std::string rowName(const analysis::Problem& problem) const {
        const TableWords words = tableWords(problem.table);
        return words.row.empty() ? problem.table + " " + problem.id : console_.tr(words.row, {problem.id});
    }

    const data::ProjectInfo& info_;
    const Console& console_;
};

} // namespace

ExitCode runInfo(const InfoArguments& arguments, const session::Installation& installation, const Console& console) {
    const core::Result<core::Day> day = dayOf(arguments.date);
    if (!day)
        return console.fail(day.messages());
    const core::Result<core::Project> project = readProject(arguments.project, installation);
    if (!project)
        return console.fail(project.messages());
    console.report(project.messages());
    watchSignals();
    const auto source = data::loadMapGeometry(boundariesOr(arguments.boundaries), geo::ProjectionKind::equalEarth,
                                              [](double) { return !stopRequested(); });
    if (!source)
        return console.fail(source.messages());
    console.report(source.messages());
    data::ProjectInfo info =
        data::projectInfo(project.value(), source.value().geometry->catalog(), day.value(), core::today());
    if (const core::Result<int> schema = data::projectSchema(arguments.project); schema)
        info.schema = schema.value(); // of the file, not of what was read of it
    if (arguments.json)
        console.print(data::toJson(info).dump(2, ' ', false, nlohmann::json::error_handler_t::replace));
    else
        Summary(info, console).print();
    return ExitCode::success;
}

} // namespace jejaring::app
