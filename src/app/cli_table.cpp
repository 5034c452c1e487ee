// SPDX-License-Identifier: MIT
// jejaring table
#include "app/commands.hpp"
#include "data/boundary/map_source.hpp"
#include "data/table/table_export.hpp"
#include "session/table_writing.hpp"

#include <fmt/core.h>

#include <optional>
#include <vector>

namespace jejaring::app {

ExitCode runTable(const TableArguments& arguments, const session::Installation& installation, const Console& console) {
    const auto usage = [&](const char* id, const std::string& argument) {
        return console.fail(core::error(core::ErrorCode::invalidArgument, id, {argument}));
    };
    const std::optional<data::TableFormat> format = session::tableFormatOf(arguments.output);
    if (!format)
        return usage(JEJARING_TR("{0} ends neither in .xlsx nor in .csv"), arguments.output);
    std::optional<data::ImportKind> kind;
    if (!arguments.table.empty() && !(kind = data::parseImportKind(arguments.table)))
        return usage(JEJARING_TR("--table is agreements, visits, stops, activities, indicators or risks, not {0}"),
                     arguments.table);
    const core::Result<core::Project> project = readProject(arguments.project, installation);
    if (!project)
        return console.fail(project.messages());
    console.report(project.messages());
    const auto source = data::loadMapGeometry(boundariesOr(arguments.boundaries), geo::ProjectionKind::equalEarth,
                                              [](double) { return !stopRequested(); });
    if (!source)
        return console.fail(source.messages());
    session::TableRequest request;
    request.path = arguments.output;
    request.kinds = kind ? std::vector{*kind} : session::tableKinds(project.value(), *format);
    request.format = *format;
    request.overwrite = arguments.force;
    request.language = console.language();
    const core::Outcome written =
        session::writeTables(project.value(), source.value().geometry->catalog(), installation.assets, request);
    if (!written)
        return console.fail(written.messages());
    console.report(written.messages());
    for (const data::ImportKind which : request.kinds)
        console.print(fmt::format("{}: {}", console.tr(data::importKindLabel(which)),
                                  data::exportedRows(project.value(), which)));
    return ExitCode::success;
}

} // namespace jejaring::app
