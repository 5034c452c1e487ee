// SPDX-License-Identifier: MIT
#include "ui/form/form_options.hpp"

#include "core/currency.hpp"
#include "data/countries.hpp"
#include "ui/panel/details_panel.hpp"
#include "ui/widget/words.hpp"

#include <algorithm>
#include <array>

namespace jejaring::ui {
namespace {

void sortByLabel(std::vector<Option>& options) {
    std::stable_sort(options.begin(), options.end(), [](const Option& a, const Option& b) { return a.form < b.form; });
}

std::vector<Option> regions(const Interface& ui, bool provincesOnly, const std::string& prefix) {
    std::vector<Option> options;
    if (!ui.session.geometry())
        return options;
    const core::RegionCatalog& catalog = ui.session.geometry()->catalog();
    for (std::size_t i = 0; i < catalog.size(); ++i) {
        const auto index = static_cast<core::RegionIndex>(i);
        const core::Region& region = catalog[index];
        if (provincesOnly && region.level() != core::RegionLevel::province)
            continue;
        const core::RegionIndex province = catalog.provinceOf(index);
        std::string detail = region.code.text();
        if (province != index && province != core::kNoRegion)
            detail += " · " + catalog[province].name;
        options.push_back(option(prefix + region.code.text(), region.name, detail));
    }
    return options;
}

std::vector<Option> partners(const Interface& ui, const std::string& prefix) {
    std::vector<Option> options;
    for (const core::Partner& partner : ui.session.project()->partners)
        options.push_back(option(prefix + partner.id, partner.name,
                                 partner.country.empty() ? "" : text::countryName(ui.language(), partner.country)));
    sortByLabel(options);
    return options;
}

constexpr std::array kTypes{
    std::pair{core::PartnerType::city, JEJARING_TR("City")},
    std::pair{core::PartnerType::province, JEJARING_TR("Province or state")},
    std::pair{core::PartnerType::country, JEJARING_TR("Country")},
    std::pair{core::PartnerType::university, JEJARING_TR("University")},
    std::pair{core::PartnerType::company, JEJARING_TR("Company")},
    std::pair{core::PartnerType::institution, JEJARING_TR("Institution")},
    std::pair{core::PartnerType::internationalOrganisation, JEJARING_TR("International organisation")},
    std::pair{core::PartnerType::indonesianRegion, JEJARING_TR("Region of Indonesia")},
    std::pair{core::PartnerType::domesticThirdParty, JEJARING_TR("Third party at home")},
};

constexpr std::array kStatuses{
    std::pair{core::AgreementStatus::active, JEJARING_TR("under way")},
    std::pair{core::AgreementStatus::exploration, JEJARING_TR("exploration")},
    std::pair{core::AgreementStatus::inactive, JEJARING_TR("inactive")},
    std::pair{core::AgreementStatus::expired, JEJARING_TR("expired")},
    std::pair{core::AgreementStatus::ended, JEJARING_TR("ended")},
};

} // namespace

std::vector<Option> regionOptions(const Interface& ui) {
    return regions(ui, false, "");
}
std::vector<Option> provinceOptions(const Interface& ui) {
    return regions(ui, true, "");
}
std::vector<Option> partnerOptions(const Interface& ui) {
    return partners(ui, "");
}

std::vector<Option> partyOptions(const Interface& ui) {
    std::vector<Option> options = regions(ui, false, "r");
    std::vector<Option> others = partners(ui, "p");
    options.insert(options.end(), std::make_move_iterator(others.begin()), std::make_move_iterator(others.end()));
    return options;
}

std::string partyId(const core::Party& party) {
    if (!party.partnerId.empty())
        return "p" + party.partnerId;
    return party.region.empty() ? std::string() : "r" + party.region.text();
}

core::Party partyOf(const core::Project& project, const std::string& id) {
    core::Party party;
    if (id.starts_with('r')) {
        party.region = core::RegionCode::parse(id.substr(1)).value_or(core::RegionCode());
    } else if (id.starts_with('p')) {
        party.partnerId = id.substr(1);
        if (const core::Partner* partner = core::findPartner(project, party.partnerId))
            party.region = partner->region;
    }
    return party;
}

std::string agreementName(const core::Project& project, const core::RegionCatalog& catalog,
                          const core::Agreement& agreement) {
    std::string label;
    for (const core::Party& party : agreement.parties) {
        std::string name;
        if (const core::Partner* partner = core::findPartner(project, party.partnerId))
            name = partner->name;
        else if (const auto index = catalog.find(party.region))
            name = catalog[*index].name;
        if (!name.empty())
            label += (label.empty() ? "" : " – ") + name;
    }
    return label.empty() ? agreement.id : label;
}

std::vector<Option> agreementOptions(const Interface& ui, const std::string& except) {
    std::vector<Option> options;
    const core::Project& project = *ui.session.project();
    const core::RegionCatalog none;
    const core::RegionCatalog& catalog = ui.session.geometry() ? ui.session.geometry()->catalog() : none;
    for (const core::Agreement& agreement : project.agreements) {
        if (agreement.id == except)
            continue;
        std::string detail = agreement.document;
        if (agreement.signedOn)
            detail += (detail.empty() ? "" : " ") + agreement.signedOn->iso();
        options.push_back(option(agreement.id, agreementName(project, catalog, agreement), detail));
    }
    sortByLabel(options);
    return options;
}

std::vector<Option> visitOptions(const Interface& ui) {
    std::vector<Option> options;
    for (const core::Visit& visit : ui.session.project()->visits)
        options.push_back(option(visit.id, visit.title, visit.start ? visit.start->iso() : ""));
    sortByLabel(options);
    return options;
}

std::vector<Option> occasionOptions(const Interface& ui) {
    std::vector<Option> options = visitOptions(ui);
    for (const core::Activity& activity : ui.session.project()->activities)
        options.push_back(option(activity.id, activity.title, activity.start ? activity.start->iso() : ""));
    sortByLabel(options);
    return options;
}

std::vector<Option> sourceOptions(const Interface& ui) {
    std::vector<Option> options;
    for (const core::Source& source : ui.session.project()->sources)
        options.push_back(
            option(source.id, source.title.empty() ? source.address : source.title,
                   source.grade == core::SourceGrade::unstated ? "" : std::string(1, static_cast<char>(source.grade))));
    sortByLabel(options);
    return options;
}

std::vector<Option> sectorOptions(const Interface& ui) {
    std::vector<Option> options;
    for (const core::Sector& sector : ui.session.project()->sectors)
        options.push_back(option(sector.id, sectorName(ui, sector.id)));
    sortByLabel(options);
    return options;
}

std::vector<Option> stageOptions(const Interface& ui, core::AgreementKind kind) {
    std::vector<Option> options;
    const std::string_view track = kind == core::AgreementKind::betweenRegions ? "ksdd" : "ksdl";
    for (const core::Stage& stage : ui.session.project()->stages)
        if (stage.track == track)
            options.push_back(
                option(stage.id, ui.language() == text::Language::indonesian ? stage.indonesian : stage.english));
    return options;
}

std::vector<Option> countryOptions(const Interface& ui) {
    std::vector<Option> options;
    const core::Result<data::Countries> countries = data::readCountries();
    if (!countries)
        return options;
    for (const data::Country& country : countries.value().all())
        options.push_back(option(country.alpha3, text::countryName(ui.language(), country.alpha3), country.alpha3));
    sortByLabel(options);
    return options;
}

std::vector<Option> currencyOptions() {
    std::vector<Option> options;
    for (const std::string_view code : {"IDR", "USD", "EUR", "JPY", "CNY", "AUD", "SGD", "KRW"})
        options.push_back(option(std::string(code), std::string(code)));
    const std::size_t usual = options.size();
    for (const std::string_view code : core::currencyCodes())
        if (std::none_of(options.begin(), options.begin() + static_cast<std::ptrdiff_t>(usual),
                         [&](const Option& each) { return each.id == code; }))
            options.push_back(option(std::string(code), std::string(code)));
    return options;
}

std::vector<Option> kindOptions(const Interface& ui) {
    std::vector<Option> options;
    for (const auto kind : {core::AgreementKind::foreignLocal, core::AgreementKind::foreignInstitute,
                            core::AgreementKind::betweenRegions, core::AgreementKind::domesticThird})
        options.push_back(option(std::string(core::agreementKindId(kind)), ui.tr(nameOf(kind))));
    return options;
}

std::vector<Option> statusOptions(const Interface& ui) {
    std::vector<Option> options;
    options.reserve(kStatuses.size());
    for (const auto& [status, name] : kStatuses)
        options.push_back(option(std::string(core::agreementStatusId(status)), ui.tr(name)));
    return options;
}

std::vector<Option> frameworkOptions(const Interface& ui) {
    return {option("bilateral", ui.tr(JEJARING_TR("bilateral"))), option("regional", ui.tr(JEJARING_TR("regional"))),
            option("multilateral", ui.tr(JEJARING_TR("multilateral")))};
}

std::vector<Option> partnerTypeOptions(const Interface& ui) {
    std::vector<Option> options;
    options.reserve(kTypes.size());
    for (const auto& [type, name] : kTypes)
        options.push_back(option(std::string(core::partnerTypeId(type)), ui.tr(name)));
    return options;
}

} // namespace jejaring::ui
