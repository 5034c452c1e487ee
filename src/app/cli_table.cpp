// SPDX-License-Identifier: MIT
// jejaring table
#include "app/commands.hpp"
#include "data/import_assets.hpp"
#include "data/map_source.hpp"
#include "data/table_export.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cctype>
#include <filesystem>

namespace jejaring::app {
namespace {

std::optional<data::TableFormat> formatOf(const std::string& path) {
    std::string suffix = std::filesystem::path(path).extension().string();
    std::transform(suffix.begin(), suffix.end(), suffix.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    if (suffix == ".csv")
        return data::TableFormat::csv;
    return suffix == ".xlsx" ? std::optional(data::TableFormat::xlsx) : std::nullopt;
}

// Those with rows; an empty project gives the headings of its agreements.
std::vector<data::ImportKind> kindsOf(const core::Project& project, data::TableFormat format) {
    std::vector<data::ImportKind> kinds;
    if (format != data::TableFormat::csv)
        for (const data::ImportKind kind : data::importKinds())
            if (data::exportedRows(project, kind) > 0)
                kinds.push_back(kind);
    return kinds.empty() ? std::vector{data::ImportKind::agreements} : kinds;
}

} // namespace

ExitCode runTable(const TableArguments& arguments, const session::Installation& installation, const Console& console) {
    const auto usage = [&](const char* id, const std::string& argument) {
        return console.fail(core::error(core::ErrorCode::invalidArgument, id, {argument}));
    };
    const std::optional<data::TableFormat> format = formatOf(arguments.output);
    if (!format)
        return usage(JEJARING_TR("{0} ends neither in .xlsx nor in .csv"), arguments.output);
    std::optional<data::ImportKind> kind;
    if (!arguments.table.empty() && !(kind = data::parseImportKind(arguments.table)))
        return usage(JEJARING_TR("--table is agreements, visits, stops, activities, indicators or risks, not {0}"),
                     arguments.table);
    const core::Result<data::ImportAssets> assets = data::readImportAssets(installation.assets);
    if (!assets)
        return console.fail(assets.messages());
    const core::Result<core::Project> project = readProject(arguments.project, installation);
    if (!project)
        return console.fail(project.messages());
    console.report(project.messages());
    const auto source = data::loadMapGeometry(boundariesOr(arguments.boundaries), geo::ProjectionKind::equalEarth,
                                              [](double) { return !stopRequested(); });
    if (!source)
        return console.fail(source.messages());
    const text::Language language = console.language();
    const data::TableExportContext context{
        source.value().geometry->catalog(),
        assets.value().words,
        assets.value().countries,
        [language](const char* id) { return text::translate(language, id); },
        [language](std::string_view alpha3) { return text::countryName(language, alpha3); },
        language == text::Language::indonesian};
    const std::vector<data::ImportKind> kinds = kind ? std::vector{*kind} : kindsOf(project.value(), *format);
    const core::Outcome written = data::writeTableFile(data::exportTables(project.value(), kinds, *format, context),
                                                       arguments.output, arguments.force);
    if (!written)
        return console.fail(written.messages());
    console.report(written.messages());
    for (const data::ImportKind which : kinds)
        console.print(fmt::format("{}: {}", console.tr(data::importKindLabel(which)),
                                  data::exportedRows(project.value(), which)));
    return ExitCode::success;
}

} // namespace jejaring::app
