// SPDX-License-Identifier: MIT
#include "session/settings.hpp"

#include "core/reason.hpp"
#include "data/file_io.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <span>
#include <sstream>

namespace jejaring::session {
namespace {

using Json = nlohmann::json;

constexpr std::size_t kMaxRecentProjects = 10;

std::string fileIn(const std::string& folder) {
    return (std::filesystem::path(folder) / "settings.json").string();
}

// What a value may be. Anything else in the file leaves the default where it is.
void read(const Json& json, const char* key, bool& value) {
    if (const auto found = json.find(key); found != json.end() && found->is_boolean())
        value = found->get<bool>();
}
void read(const Json& json, const char* key, double& value, double low, double high) {
    if (const auto found = json.find(key); found != json.end() && found->is_number())
        if (const double number = found->get<double>(); number >= low && number <= high)
            value = number;
}
void read(const Json& json, const char* key, int& value, int low, int high) {
    if (const auto found = json.find(key); found != json.end() && found->is_number())
        if (const double number = found->get<double>(); number >= low && number <= high)
            value = static_cast<int>(number);
}
void read(const Json& json, const char* key, std::string& value) {
    if (const auto found = json.find(key); found != json.end() && found->is_string())
        value = found->get<std::string>();
}

Json jsonOf(const Settings& settings) {
    return {
        {"theme", scene::themeId(settings.theme)},
        {"language", text::languageId(settings.language)},
        {"interfaceScale", settings.interfaceScale},
        {"leftWidth", settings.leftWidth},
        {"rightWidth", settings.rightWidth},
        {"bottomHeight", settings.bottomHeight},
        {"leftOpen", settings.leftOpen},
        {"rightOpen", settings.rightOpen},
        {"bottomOpen", settings.bottomOpen},
        {"windowWidth", settings.windowWidth},
        {"windowHeight", settings.windowHeight},
        {"windowMaximized", settings.windowMaximized},
        {"recentProjects", settings.recentProjects},
        {"lastFolder", settings.lastFolder},
        {"showDetailsOnSelect", settings.showDetailsOnSelect},
    };
}

Settings settingsOf(const Json& json) {
    Settings settings;
    std::string theme;
    read(json, "theme", theme);
    settings.theme = scene::parseTheme(theme).value_or(settings.theme);
    std::string language;
    read(json, "language", language);
    settings.language = text::parseLanguage(language).value_or(settings.language);
    read(json, "interfaceScale", settings.interfaceScale, 0.75, 2.5);
    read(json, "leftWidth", settings.leftWidth, 120, 2000);
    read(json, "rightWidth", settings.rightWidth, 120, 2000);
    read(json, "bottomHeight", settings.bottomHeight, 80, 2000);
    read(json, "leftOpen", settings.leftOpen);
    read(json, "rightOpen", settings.rightOpen);
    read(json, "bottomOpen", settings.bottomOpen);
    read(json, "windowWidth", settings.windowWidth, 320, 16384);
    read(json, "windowHeight", settings.windowHeight, 240, 16384);
    read(json, "windowMaximized", settings.windowMaximized);
    if (const auto found = json.find("recentProjects"); found != json.end() && found->is_array())
        for (const Json& path : *found)
            if (path.is_string() && settings.recentProjects.size() < kMaxRecentProjects)
                settings.recentProjects.push_back(path.get<std::string>());
    read(json, "lastFolder", settings.lastFolder);
    read(json, "showDetailsOnSelect", settings.showDetailsOnSelect);
    return settings;
}

} // namespace

core::Result<Settings> SettingsStore::load() const {
    const std::string path = fileIn(folder_);
    std::error_code failure;
    if (!std::filesystem::exists(path, failure))
        return Settings{};
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    const Json json = file ? Json::parse(text.str(), nullptr, false) : Json(Json::value_t::discarded);
    if (!json.is_object())
        return {Settings{},
                {core::warning(JEJARING_TR("The settings in {0} cannot be read; the defaults are used."), {path})}};
    return settingsOf(json);
}

core::Outcome SettingsStore::save(const Settings& settings) const {
    // A path that is no UTF-8 is written with replacement characters instead of failing.
    const std::string text = jsonOf(settings).dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
    std::error_code failure;
    std::filesystem::create_directories(folder_, failure);
    if (failure)
        return core::error(core::ErrorCode::permissionDenied, JEJARING_TR("The folder {0} cannot be made: {1}"),
                           {folder_, core::systemReason(failure)});
    const std::span<const std::byte> part = std::as_bytes(std::span(text));
    return data::writeWholeFile(fileIn(folder_), {&part, 1});
}

void rememberProject(Settings& settings, const std::string& path) {
    std::vector<std::string>& recent = settings.recentProjects;
    recent.erase(std::remove(recent.begin(), recent.end(), path), recent.end());
    recent.insert(recent.begin(), path);
    if (recent.size() > kMaxRecentProjects)
        recent.resize(kMaxRecentProjects);
    settings.lastFolder = std::filesystem::path(path).parent_path().string();
}

void forgetProject(Settings& settings, const std::string& path) {
    std::vector<std::string>& recent = settings.recentProjects;
    recent.erase(std::remove(recent.begin(), recent.end(), path), recent.end());
}

} // namespace jejaring::session
