// SPDX-License-Identifier: MIT
#include "session/table_writing.hpp"

#include "data/import/import_assets.hpp"
#include "data/table/table_export.hpp"

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <utility>

namespace jejaring::session {

std::optional<data::TableFormat> tableFormatOf(const std::string& path) {
    std::string suffix = std::filesystem::path(path).extension().string();
    std::transform(suffix.begin(), suffix.end(), suffix.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    if (suffix == ".csv")
        return data::TableFormat::csv;
    return suffix == ".xlsx" ? std::optional(data::TableFormat::xlsx) : std::nullopt;
}

std::vector<data::ImportKind> tableKinds(const core::Project& project, data::TableFormat format) {
    std::vector<data::ImportKind> kinds;
    if (format != data::TableFormat::csv)
        for (const data::ImportKind kind : data::importKinds())
            if (data::exportedRows(project, kind) > 0)
                kinds.push_back(kind);
    return kinds.empty() ? std::vector{data::ImportKind::agreements} : kinds;
}

core::Outcome writeTables(const core::Project& project, const core::RegionCatalog& catalog, const std::string& assets,
                          const TableRequest& request, const std::function<bool(double)>& progress) {
    const core::Result<data::ImportAssets> lists = data::readImportAssets(assets);
    if (!lists)
        return core::Outcome::failure(lists.messages());
    const text::Language language = request.language;
    const data::TableExportContext context{
        catalog,
        lists.value().words,
        lists.value().countries,
        [language](const char* id) { return text::translate(language, id); },
        [language](std::string_view alpha3) { return text::countryName(language, alpha3); },
        language == text::Language::indonesian};
    // The sheets, and the file as long as all of them.
    const core::Result<data::TableFile> file =
        data::exportTables(project, request.kinds, request.format, context,
                           [&progress](double share) { return !progress || progress(share / 2); });
    if (!file)
        return core::Outcome::failure(file.messages());
    if (progress && !progress(0.5))
        return core::error(core::ErrorCode::cancelled, JEJARING_TR("Cancelled"));
    return data::writeTableFile(file.value(), request.path, request.overwrite);
}

} // namespace jejaring::session
