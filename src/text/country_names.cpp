// SPDX-License-Identifier: MIT
#include "text/language.hpp"

#include "text/mo_catalog.hpp"

#include <nlohmann/json.hpp>

#include <array>
#include <fstream>
#include <unordered_map>

namespace jejaring::text {
namespace {

constexpr const char* kIsoCodes = "/usr/share/iso-codes/json/iso_3166-1.json";
constexpr const char* kIsoIndonesian = "/usr/share/locale/id/LC_MESSAGES/iso_3166-1.mo";

using Names = std::array<std::string, 2>; // by Language

std::string& overridesPath() {
    static std::string path;
    return path;
}

void readIsoCodes(std::unordered_map<std::string, Names>& names) {
    std::ifstream file(kIsoCodes);
    const nlohmann::json codes = nlohmann::json::parse(file, nullptr, false);
    if (codes.is_discarded() || !codes.contains("3166-1") || !codes["3166-1"].is_array())
        return;
    const MoCatalog indonesian = MoCatalog::read(kIsoIndonesian).value_or(MoCatalog());
    const auto field = [](const nlohmann::json& entry, const char* key) {
        const auto found = entry.find(key);
        return found != entry.end() && found->is_string() ? found->get<std::string>() : std::string();
    };
    for (const nlohmann::json& entry : codes["3166-1"]) {
        const std::string code = field(entry, "alpha_3");
        const std::string formal = field(entry, "name");
        const std::string common = field(entry, "common_name");
        if (code.empty() || formal.empty())
            continue;
        const std::string& english = common.empty() ? formal : common;
        const auto translated = indonesian.find(english);
        names[code] = {translated ? std::string(*translated) : english, english};
    }
}

void readOverrides(std::unordered_map<std::string, Names>& names) {
    std::ifstream file(overridesPath());
    std::string line;
    std::getline(file, line); // the header
    while (std::getline(file, line)) {
        const std::size_t first = line.find(',');
        const std::size_t second = first == std::string::npos ? first : line.find(',', first + 1);
        if (second != std::string::npos)
            names[line.substr(0, first)] = {line.substr(first + 1, second - first - 1), line.substr(second + 1)};
    }
}

const std::unordered_map<std::string, Names>& countryNames() {
    static const std::unordered_map<std::string, Names> names = [] {
        std::unordered_map<std::string, Names> read;
        readIsoCodes(read);
        readOverrides(read);
        return read;
    }();
    return names;
}

} // namespace

void initCountryNames(const std::string& csvPath) {
    overridesPath() = csvPath;
}

std::string countryName(Language language, std::string_view alpha3) {
    const std::string code(alpha3);
    const auto& names = countryNames();
    const auto found = names.find(code);
    return found == names.end() ? code : found->second[static_cast<std::size_t>(language)];
}

} // namespace jejaring::text
