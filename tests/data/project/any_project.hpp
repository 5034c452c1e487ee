// SPDX-License-Identifier: MIT
// Projects of any content, for properties.
#pragma once

#include "core/project.hpp"

#include <string>
#include <vector>

#include <rapidcheck.h>

namespace jejaring::test {

inline std::string anyText() {
    return *rc::gen::weightedOneOf<std::string>(
        {{1, rc::gen::just(std::string())},
         {3, rc::gen::container<std::string>(rc::gen::inRange<char>(1, 127))},
         {1, rc::gen::element<std::string>("Kota Surabaya", "São Tomé", "漢字", "line\nbreak", "it's \"quoted\"; --",
                                           " ")}});
}

template <class T> T anyOf(int count) {
    return static_cast<T>(*rc::gen::inRange(0, count));
}

template <class Make> auto maybe(Make make) {
    using T = decltype(make());
    return *rc::gen::arbitrary<bool>() ? std::optional<T>(make()) : std::nullopt;
}

inline core::RegionCode anyRegion() {
    const auto code = *rc::gen::element<std::string>("", "64", "35.78", "31.71", "00", "99.99");
    return core::RegionCode::parse(code).value_or(core::RegionCode{});
}

inline core::PartialDate anyDate() {
    const auto month = *rc::gen::inRange<std::uint8_t>(0, 13);
    const auto day = month == 0 ? std::uint8_t{0} : *rc::gen::inRange<std::uint8_t>(0, 29);
    return {*rc::gen::inRange<std::int16_t>(1, 9999), month, day};
}

inline double anyNumber() {
    return *rc::gen::arbitrary<double>();
}

inline core::Coordinates anyPlace() {
    return {*rc::gen::inRange(-9000, 9001) / 100.0, *rc::gen::inRange(-18000, 18001) / 100.0};
}

inline core::ClockTime anyTime() {
    return {*rc::gen::inRange<std::int16_t>(0, 1440)};
}

inline core::Provenance anyProvenance() {
    return {anyText(), anyText(), *rc::gen::inRange(0, 1000), anyText()};
}

// `count` rows, each with an id of its own.
template <class Make> auto rows(const std::string& letter, Make make) {
    std::vector<decltype(make(std::string()))> result;
    const int count = *rc::gen::inRange(0, 4);
    for (int i = 1; i <= count; ++i)
        result.push_back(make(letter + std::to_string(i)));
    return result;
}

inline core::Agreement anyAgreement(const std::string& id) {
    core::Agreement a;
    a.id = id;
    a.kind = anyOf<core::AgreementKind>(5);
    a.document = anyText();
    a.framework = anyText();
    a.subkind = anyText();
    a.parties = rows("p", [](const std::string& partner) { return core::Party{anyRegion(), partner}; });
    a.sectors = rows("sector", [](const std::string& sector) { return sector; });
    a.status = anyOf<core::AgreementStatus>(6);
    a.stages = rows("stage", [](const std::string& stage) {
        return core::StageReached{stage, maybe(anyDate), anyOf<core::StagePhase>(5)};
    });
    a.signedOn = maybe(anyDate);
    a.validUntil = maybe(anyDate);
    a.endedOn = maybe(anyDate);
    a.value = maybe(anyNumber);
    a.currency = anyText();
    a.targets = rows("", [](const std::string&) {
        return core::Target{anyText(), anyText(), maybe(anyNumber), maybe(anyNumber)};
    });
    a.replaces = anyText();
    a.sourceId = anyText();
    a.note = anyText();
    a.provenance = anyProvenance();
    return a;
}

inline core::Visit anyVisit(const std::string& id) {
    core::Visit v{id,
                  anyText(),
                  anyText(),
                  anyText(),
                  anyOf<core::VisitType>(2),
                  maybe(anyDate),
                  maybe(anyDate),
                  anyRegion(),
                  anyText(),
                  anyText(),
                  anyText(),
                  anyText(),
                  {},
                  anyProvenance()};
    v.stops = rows("", [](const std::string&) {
        return core::Stop{*rc::gen::inRange(0, 9),
                          maybe(anyDate),
                          maybe(anyTime),
                          maybe(anyTime),
                          maybe([] { return anyOf<core::TimeZone>(3); }),
                          anyText(),
                          maybe(anyPlace),
                          anyRegion(),
                          anyText(),
                          anyText(),
                          anyText(),
                          anyText(),
                          anyOf<core::StopStatus>(5),
                          anyText(),
                          anyProvenance()};
    });
    return v;
}

inline core::Activity anyActivity(const std::string& id) {
    core::Activity a{id,          anyText(), anyText(), maybe(anyDate), maybe(anyDate), anyText(),      maybe(anyPlace),
                     anyRegion(), anyText(), {},        anyText(),      anyText(),      anyProvenance()};
    a.participants = rows("", [](const std::string&) { return core::Participant{anyRegion(), anyText(), anyText()}; });
    return a;
}

inline core::Project anyProject() {
    core::Project p;
    p.title = anyText();
    p.description = anyText();
    p.sources = rows("S", [](const std::string& id) {
        return core::Source{
            id,        anyText(),
            anyText(), *rc::gen::element(core::SourceGrade::a, core::SourceGrade::b, core::SourceGrade::unstated),
            anyText(), maybe(anyDate)};
    });
    p.partners = rows("P", [](const std::string& id) {
        return core::Partner{id, anyText(), anyOf<core::PartnerType>(10), anyText(), anyRegion(), maybe(anyPlace)};
    });
    p.agreements = rows("A", anyAgreement);
    p.visits = rows("V", anyVisit);
    p.followUps = rows("F", [](const std::string& id) {
        return core::FollowUp{id,        anyText(),      *rc::gen::inRange(0, 5), anyText(),
                              anyText(), maybe(anyDate), maybe(anyDate),          anyText()};
    });
    p.activities = rows("K", anyActivity);
    p.indicators = rows("I", [](const std::string& id) {
        return core::Indicator{id, anyText(), anyText(), anyText()};
    });
    p.indicatorValues = rows("I", [](const std::string& id) {
        return core::IndicatorValue{id, anyRegion(), anyDate(), anyNumber(), anyText()};
    });
    p.risks = rows("R", [](const std::string& id) {
        return core::Risk{id,
                          anyOf<core::RiskSign>(2),
                          anyRegion(),
                          anyText(),
                          anyText(),
                          anyText(),
                          *rc::gen::inRange(0, 6),
                          *rc::gen::inRange(0, 6),
                          anyText(),
                          anyText()};
    });
    p.profiles = rows("", [](const std::string&) {
        return core::RegionProfile{anyRegion(), anyText(), anyText(), anyText(), anyText(),
                                   anyText(),   anyText(), anyText(), anyText()};
    });
    p.groups = rows("G", [](const std::string& name) {
        return core::RegionGroup{name, rows("", [](const std::string&) { return anyRegion(); })};
    });
    p.aliases = rows("", [](const std::string&) { return core::RegionAlias{anyText(), anyRegion(), anyText()}; });
    p.notes = rows("N", [](const std::string& id) {
        return core::Note{id, anyRegion(), anyText(), anyText(), anyText(), anyText(), anyText()};
    });
    p.pictures = rows("B", [](const std::string& id) {
        const auto raw = *rc::gen::arbitrary<std::vector<unsigned char>>();
        core::Picture picture{id,        anyRegion(), anyText(), anyText(), *rc::gen::inRange(0, 5),
                              anyText(), anyText(),   anyText(), {}};
        std::vector<std::byte> bytes;
        for (const unsigned char byte : raw)
            bytes.push_back(std::byte{byte});
        picture.bytes = std::move(bytes);
        return picture;
    });
    p.sheets = rows("L", [](const std::string& id) { return core::Sheet{id, anyText(), anyText(), anyText()}; });
    p.stages = rows("stage", [](const std::string& id) {
        return core::Stage{id,
                           anyText(),
                           *rc::gen::inRange(0, 12),
                           anyText(),
                           anyText(),
                           anyOf<core::StagePhase>(5),
                           maybe(anyDate),
                           maybe(anyDate)};
    });
    p.sectors = rows("sector", [](const std::string& id) { return core::Sector{id, anyText(), anyText()}; });
    p.weights = {anyNumber(), anyNumber(), anyNumber()};
    p.progress = {anyNumber(), anyNumber()};
    for (const std::string& key : rows("key", [](const std::string& k) { return k; }))
        p.settings[key] = anyText();
    return p;
}

} // namespace jejaring::test
