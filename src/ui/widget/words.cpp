// SPDX-License-Identifier: MIT
#include "ui/widget/words.hpp"

#include <algorithm>
#include <array>

namespace jejaring::ui {
std::string_view nameOf(scene::MapLevel level) {
    switch (level) {
    case scene::MapLevel::automatic:
        return JEJARING_TR("Auto");
    case scene::MapLevel::province:
        return JEJARING_TR("Province");
    case scene::MapLevel::regency:
        return JEJARING_TR("Kab/Kota");
    }
    return "";
}

std::string_view nameOf(analysis::IndicatorKind indicator) {
    return scene::indicatorTitle(indicator);
}

std::string_view shortNameOf(analysis::IndicatorKind indicator) {
    switch (indicator) {
    case analysis::IndicatorKind::impact:
        return JEJARING_TR("Impact");
    case analysis::IndicatorKind::agreementsInForce:
        return JEJARING_TR("In force");
    case analysis::IndicatorKind::partnerCountries:
        return JEJARING_TR("Countries");
    }
    return "";
}

std::string_view nameOf(analysis::ClassMethod method) {
    switch (method) {
    case analysis::ClassMethod::fixed:
        return JEJARING_TR("fixed");
    case analysis::ClassMethod::quantile:
        return JEJARING_TR("quantiles");
    case analysis::ClassMethod::equalInterval:
        return JEJARING_TR("equal intervals");
    case analysis::ClassMethod::naturalBreaks:
        return JEJARING_TR("natural breaks");
    case analysis::ClassMethod::pretty:
        return JEJARING_TR("round numbers");
    case analysis::ClassMethod::manual:
        return JEJARING_TR("by hand");
    }
    return "";
}

std::string_view explanationOf(analysis::ClassMethod method) {
    switch (method) {
    case analysis::ClassMethod::fixed:
        return JEJARING_TR("The same edges at every date, so that pictures can be compared");
    case analysis::ClassMethod::quantile:
        return JEJARING_TR("As many regions in each class");
    case analysis::ClassMethod::equalInterval:
        return JEJARING_TR("Classes of the same width");
    case analysis::ClassMethod::naturalBreaks:
        return JEJARING_TR("Edges where the values leave gaps (Fisher-Jenks, exact)");
    case analysis::ClassMethod::pretty:
        return JEJARING_TR("Edges at round numbers");
    case analysis::ClassMethod::manual:
        return JEJARING_TR("Edges that you type");
    }
    return "";
}

std::string_view nameOf(core::AgreementKind kind) {
    switch (kind) {
    case core::AgreementKind::notStated:
        return JEJARING_TR("Kind not stated");
    case core::AgreementKind::betweenRegions:
        return JEJARING_TR("KSDD: between regions");
    case core::AgreementKind::domesticThird:
        return JEJARING_TR("KSDPK: with a third party at home");
    case core::AgreementKind::foreignLocal:
        return JEJARING_TR("KSDPL: with a foreign local government");
    case core::AgreementKind::foreignInstitute:
        return JEJARING_TR("KSDLL: with a foreign institution");
    }
    return "";
}

std::string_view nameOf(core::StopStatus status) {
    switch (status) {
    case core::StopStatus::notStated:
        return JEJARING_TR("status not stated");
    case core::StopStatus::planned:
        return JEJARING_TR("planned");
    case core::StopStatus::scheduled:
        return JEJARING_TR("scheduled");
    case core::StopStatus::held:
        return JEJARING_TR("held");
    case core::StopStatus::cancelled:
        return JEJARING_TR("cancelled");
    }
    return "";
}

std::string_view nameOf(core::RiskSign sign) {
    return sign == core::RiskSign::risk ? JEJARING_TR("Risk") : JEJARING_TR("Positive effect");
}

std::span<const std::pair<std::string_view, std::string_view>> activityKinds() {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 5> kKinds{
        {{"forum", JEJARING_TR("Forum")},
         {"fair", JEJARING_TR("Fair")},
         {"mission", JEJARING_TR("Mission")},
         {"exchange", JEJARING_TR("Exchange programme")},
         {"training", JEJARING_TR("Training")}}};
    return kKinds;
}

std::string activityKindName(text::Language language, const std::string& kind) {
    for (const auto& [id, name] : activityKinds())
        if (id == kind)
            return text::translate(language, name);
    return kind;
}

std::string_view nameOf(geo::ProjectionKind projection) {
    switch (projection) {
    case geo::ProjectionKind::equalEarth:
        return JEJARING_TR("Equal Earth (true areas)");
    case geo::ProjectionKind::mercator:
        return JEJARING_TR("Mercator");
    case geo::ProjectionKind::plateCarree:
        return JEJARING_TR("Plate carrée");
    }
    return "";
}

std::string sentence(text::Language language, const core::Message& message) {
    constexpr std::array<std::string_view, 5> kEnds{".", "!", "?", "…", ":"};
    std::string text = text::translate(language, message);
    if (!text.empty() &&
        std::none_of(kEnds.begin(), kEnds.end(), [&](std::string_view end) { return text.ends_with(end); }))
        text += '.';
    return text;
}

text::Language otherLanguage(text::Language language) {
    return language == text::Language::english ? text::Language::indonesian : text::Language::english;
}

std::string sectorName(const Interface& ui, const std::string& id) {
    static const core::Project kNone;
    const auto& project = ui.session.project();
    return scene::sectorName(project ? *project : kNone, ui.language(), id);
}

std::string sectorList(const Interface& ui, const std::vector<std::string>& ids) {
    static const core::Project kNone;
    const auto& project = ui.session.project();
    return scene::sectorList(project ? *project : kNone, ui.language(), ids);
}

std::string valueText(const Interface& ui, const scene::MapData& map, const analysis::RegionValue& value) {
    if (value.state != analysis::ValueState::value)
        return ui.tr(scene::stateWords(map, value.state));
    return scene::valueNumber(map, ui.language(), value.value);
}

} // namespace jejaring::ui
