// SPDX-License-Identifier: MIT
// jejaring boundaries build, jejaring boundaries import
#include "app/boundary_json.hpp"
#include "app/boundary_text.hpp"
#include "app/commands.hpp"
#include "data/module/gdal_module.hpp"

#include <fmt/core.h>

#include <cstdlib>
#include <filesystem>

namespace jejaring::app {
namespace {

// $JEJARING_PACKAGES, else node_modules in the current folder, where `npm ci` puts it.
std::string packagesOr(const std::string& folder) {
    if (!folder.empty())
        return folder;
    const char* const packages = std::getenv("JEJARING_PACKAGES");
    return packages == nullptr || *packages == '\0' ? "node_modules" : packages;
}

// A line for each step, and one for each tenth of the way within it.
class ProgressLines {
  public:
    explicit ProgressLines(const Console& console) : console_(console) {}

    bool operator()(double share, std::string_view step) {
        const int tenth = static_cast<int>(share * 10);
        if (step != step_ || tenth != tenth_) {
            step_ = step;
            tenth_ = tenth;
            console_.progress(fmt::format("{:3.0f} %  {}", share * 100, console_.tr(step)));
        }
        return !stopRequested();
    }

  private:
    const Console& console_;
    std::string step_;
    int tenth_ = -1;
};

void makeFolderOf(const std::string& file) {
    std::error_code ignored; // writing the file tells what is wrong
    if (const std::filesystem::path folder = std::filesystem::path(file).parent_path(); !folder.empty())
        std::filesystem::create_directories(folder, ignored);
}

template <class Report> ExitCode printReport(const core::Result<Report>& report, bool json, const Console& console) {
    if (!report)
        return console.fail(report.messages());
    console.report(report.messages());
    console.print(json ? jsonText(report.value()) : reportText(report.value(), console));
    return ExitCode::success;
}

} // namespace

ExitCode runBoundariesBuild(const BoundariesBuildArguments& arguments, const session::Installation& installation,
                            const Console& console) {
    data::BoundaryBuildOptions options;
    options.packages = packagesOr(arguments.packages);
    options.aliases = (std::filesystem::path(installation.assets) / "data" / "region_aliases.csv").string();
    options.output = boundariesOr(arguments.output);
    options.districts = arguments.districts;
    options.villages = arguments.villages;
    if (arguments.output.empty())
        makeFolderOf(options.output);
    const core::Result<const data::GdalModule*> module = data::gdalModule();
    if (!module)
        return console.fail(module.messages());
    watchSignals();
    return printReport(module.value()->buildBoundaries(options, ProgressLines(console)), arguments.json, console);
}

ExitCode runBoundariesImport(const BoundariesImportArguments& arguments, const Console& console) {
    data::BoundaryImportOptions options;
    options.layer = arguments.layer;
    options.codeField = arguments.codeField;
    options.nameField = arguments.nameField;
    options.credit = arguments.credit;
    options.base = boundariesOr(arguments.base);
    options.output = boundariesOr(arguments.output);
    if (arguments.output.empty())
        makeFolderOf(options.output);
    const core::Result<const data::GdalModule*> module = data::gdalModule();
    if (!module)
        return console.fail(module.messages());
    watchSignals();
    return printReport(module.value()->importBoundaries(arguments.file, options, ProgressLines(console)),
                       arguments.json, console);
}

} // namespace jejaring::app
