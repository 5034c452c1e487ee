// SPDX-License-Identifier: MIT
#include "app/filter_arguments.hpp"

#include "data/import/import_assets.hpp"

#include <cctype>
#include <functional>
#include <iterator>
#include <map>

namespace jejaring::app {
namespace {

using Filter = analysis::AgreementFilter;
using Counts = std::map<std::string, int>; // agreements by sector or country

std::string upperCase(std::string text) {
    for (char& letter : text)
        letter = static_cast<char>(std::toupper(static_cast<unsigned char>(letter)));
    return text;
}

Counts sectorsOf(const core::Project& project) {
    Counts counts;
    for (const core::Agreement& agreement : project.agreements)
        for (const std::string& sector : agreement.sectors)
            ++counts[sector];
    return counts;
}

Counts countriesOf(const core::Project& project) {
    Counts counts;
    for (const core::Agreement& agreement : project.agreements)
        for (const core::Party& party : agreement.parties)
            if (const core::Partner* partner = core::findPartner(project, party.partnerId);
                partner != nullptr && !partner->country.empty())
                ++counts[partner->country];
    return counts;
}

std::string namesOf(const Counts& counts) {
    constexpr int kMost = 30;
    std::string names;
    int listed = 0;
    for (const auto& [name, count] : counts) {
        if (++listed > kMost)
            return names + ", …";
        names += (names.empty() ? "" : ", ") + name;
    }
    return names;
}

// Each member of `text` as what the project's agreements have, by itself or by what `meaningOf` makes of it.
core::Result<std::vector<std::string>> chosenOf(const std::string& text, const Counts& counts, const char* unknown,
                                                const char* none,
                                                const std::function<std::string(const std::string&)>& meaningOf) {
    std::vector<std::string> chosen;
    if (counts.empty() && !listOf(text).empty())
        return core::error(core::ErrorCode::notFound, none);
    for (const std::string& member : listOf(text)) {
        const std::string meaning = counts.contains(member) ? member : meaningOf(member);
        if (!counts.contains(meaning))
            return core::error(core::ErrorCode::notFound, unknown, {member, namesOf(counts)});
        chosen.push_back(meaning);
    }
    return chosen;
}

core::Outcome readKinds(const std::string& text, Filter& filter) {
    for (const std::string& member : listOf(text)) {
        const auto kind = core::parseAgreementKind(upperCase(member));
        if (!kind || *kind == core::AgreementKind::notStated)
            return core::error(core::ErrorCode::invalidArgument,
                               JEJARING_TR("--kinds is KSDD, KSDPK, KSDPL or KSDLL, or several with commas, not {0}."),
                               {member});
        filter.kinds.push_back(*kind);
    }
    return core::Nothing{};
}

core::Outcome readGrades(const std::string& text, Filter& filter) {
    for (const std::string& member : listOf(text)) {
        const std::string grade = upperCase(member);
        if (grade != "A" && grade != "B")
            return core::error(core::ErrorCode::invalidArgument, JEJARING_TR("--grades is A, B or A,B, not {0}."),
                               {member});
        filter.grades.push_back(grade == "A" ? core::SourceGrade::a : core::SourceGrade::b);
    }
    return core::Nothing{};
}

} // namespace

std::vector<std::string> listOf(std::string_view text) {
    std::vector<std::string> members;
    for (;;) {
        const std::size_t comma = text.find(',');
        std::string_view member = text.substr(0, comma);
        while (!member.empty() && member.front() == ' ')
            member.remove_prefix(1);
        while (!member.empty() && member.back() == ' ')
            member.remove_suffix(1);
        if (!member.empty())
            members.emplace_back(member);
        if (comma == std::string_view::npos)
            return members;
        text.remove_prefix(comma + 1);
    }
}

core::Result<Filter> filterOf(const FilterArguments& arguments, const core::Project& project,
                              const std::string& assetsFolder) {
    using Result = core::Result<Filter>;
    Filter filter;
    if (const core::Outcome read = readKinds(arguments.kinds, filter); !read)
        return Result::failure(read.messages());
    if (const core::Outcome read = readGrades(arguments.grades, filter); !read)
        return Result::failure(read.messages());
    if (arguments.sectors.empty() && arguments.countries.empty())
        return filter;
    const core::Result<data::ImportAssets> words = data::readImportAssets(assetsFolder);
    if (!words)
        return Result::failure(words.messages());
    core::Result<std::vector<std::string>> sectors =
        chosenOf(arguments.sectors, sectorsOf(project),
                 JEJARING_TR("No agreement of the project is in the sector {0}. --sectors is one or several with "
                             "commas of: {1}"),
                 JEJARING_TR("No agreement of the project states a sector, so --sectors leaves none."),
                 [&](const std::string& word) {
                     const data::WordAnswer answer = words.value().words.find(data::WordList::sector, word);
                     return answer.ids.size() == 1 ? answer.ids.front() : std::string();
                 });
    if (!sectors)
        return Result::failure(sectors.messages());
    core::Result<std::vector<std::string>> countries =
        chosenOf(arguments.countries, countriesOf(project),
                 JEJARING_TR("No partner of an agreement of the project is in the country {0}. --countries is one or "
                             "several with commas of: {1}"),
                 JEJARING_TR("No partner of an agreement of the project states a country, so --countries leaves none."),
                 [&](const std::string& word) { return words.value().countries.find(word).alpha3; });
    if (!countries)
        return Result::failure(countries.messages());
    filter.sectors = std::move(sectors).value();
    filter.countries = std::move(countries).value();
    return filter;
}

} // namespace jejaring::app
