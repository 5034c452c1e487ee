// SPDX-License-Identifier: MIT
#include "text/language.hpp"

#include "core/phrase.hpp"
#include "text/locale_format.hpp"
#include "text/mo_catalog.hpp"

namespace jejaring::text {
namespace {

// English needs no catalogue: its ids are its texts. Written once, before other threads start.
MoCatalog& indonesian() {
    static MoCatalog catalog;
    return catalog;
}

} // namespace

std::string_view languageId(Language language) {
    return language == Language::indonesian ? "id" : "en";
}

std::optional<Language> parseLanguage(std::string_view id) {
    for (const Language language : {Language::indonesian, Language::english})
        if (id == languageId(language))
            return language;
    return std::nullopt;
}

void initTranslations(const std::string& folder) {
    if (auto catalog = MoCatalog::read(folder + "/id/LC_MESSAGES/jejaring.mo"))
        indonesian() = std::move(*catalog);
    initCountryNames(folder + "/../jejaring/data/country_names.csv");
}

std::string translate(Language language, std::string_view id) {
    std::string text(id);
    if (language == Language::indonesian)
        if (const auto translated = indonesian().find(text))
            return std::string(*translated);
    return text;
}

std::string translate(Language language, std::string_view id, const std::vector<std::string>& arguments) {
    const core::Wording wording{[language](std::string_view words) { return translate(language, words); },
                                language == Language::indonesian ? ',' : '.',
                                [language](std::string_view iso) {
                                    const std::optional<core::PartialDate> date = core::PartialDate::parse(iso);
                                    return date ? formatDate(language, *date) : std::string(iso);
                                },
                                [language](std::string_view alpha3) { return countryName(language, alpha3); }};
    std::vector<std::string> worded = arguments;
    for (std::string& argument : worded)
        argument = core::expandPhrases(argument, wording);
    return core::substitute(translate(language, id), worded);
}

std::string translate(Language language, const core::Message& message) {
    return translate(language, message.id, message.arguments);
}

} // namespace jejaring::text
