// SPDX-License-Identifier: MIT
#include "data/countries.hpp"

#include "data/file_io.hpp"

#include <algorithm>

#include <nlohmann/json.hpp>

namespace jejaring::data {
namespace {

const Country* findBy(const std::vector<Country>& countries, std::string Country::*member, std::string_view code) {
    const auto found =
        std::find_if(countries.begin(), countries.end(), [&](const Country& c) { return c.*member == code; });
    return found == countries.end() ? nullptr : &*found;
}

std::string textOf(const nlohmann::json& entry, const char* key) {
    const auto found = entry.find(key);
    return found != entry.end() && found->is_string() ? found->get<std::string>() : std::string();
}

} // namespace

Countries::Countries(std::vector<Country> countries) : countries_(std::move(countries)) {
    std::sort(countries_.begin(), countries_.end(),
              [](const Country& a, const Country& b) { return a.alpha3 < b.alpha3; });
}

const Country* Countries::byAlpha3(std::string_view code) const {
    return findBy(countries_, &Country::alpha3, code);
}
const Country* Countries::byAlpha2(std::string_view code) const {
    return findBy(countries_, &Country::alpha2, code);
}
const Country* Countries::byNumeric(std::string_view code) const {
    return findBy(countries_, &Country::numeric, code);
}

core::Result<Countries> readCountries(const std::string& path) {
    const core::Result<std::string> text = readWholeFile(path);
    if (!text) {
        if (text.error().code == core::ErrorCode::notFound)
            return core::error(core::ErrorCode::notFound, JEJARING_TR("{0} does not exist. Install the package {1}"),
                               {path, "iso-codes"});
        return core::Result<Countries>::failure(text.messages());
    }
    const nlohmann::json document = nlohmann::json::parse(text.value(), nullptr, false);
    if (!document.is_object() || !document.contains("3166-1") || !document["3166-1"].is_array())
        return core::error(core::ErrorCode::wrongFormat, JEJARING_TR("{0} is not the list of countries of iso-codes"),
                           {path});
    std::vector<Country> countries;
    for (const nlohmann::json& entry : document["3166-1"]) {
        if (!entry.is_object())
            continue;
        Country country{textOf(entry, "alpha_3"),
                        textOf(entry, "alpha_2"),
                        textOf(entry, "numeric"),
                        textOf(entry, "common_name"),
                        {}};
        if (country.english.empty())
            country.english = textOf(entry, "name");
        for (const char* const key : {"name", "official_name"})
            if (std::string name = textOf(entry, key); !name.empty() && name != country.english)
                country.others.push_back(std::move(name));
        countries.push_back(std::move(country));
    }
    return Countries(std::move(countries));
}

} // namespace jejaring::data
