// SPDX-License-Identifier: MIT
// A row of a table of agreements, read.
#pragma once

#include "data/import/import_kind.hpp"

namespace jejaring::data {

struct AgreementDraft {
    core::Agreement agreement; // without parties, source and stages
    std::vector<core::RegionCode> regions;
    std::vector<core::Partner> partners;
    bool countriesStated = false;
    // What the row says itself, and not what follows from other cells.
    bool kindStated = false;
    bool partnerTypeStated = false;
    bool placeStated = false;
    CitedSource source;
    std::string number;
    std::string subject;
    std::vector<core::StageReached> stages; // as the row states them
    bool stagesListed = false;              // several, or with dates: the whole course
};

// `stages`: the project's list.
[[nodiscard]] AgreementDraft readAgreement(ImportRow& row, const std::vector<core::Stage>& stages);

// Signed, valid until and ended, as the row states them; a term counts from the begin or the signing. The begin, where
// the row states one of its own.
std::optional<core::PartialDate> readAgreementDates(ImportRow& row, core::Agreement& agreement);

// The stages of a new agreement: those stated, and what date, status and document tell where none is.
[[nodiscard]] std::vector<core::StageReached> stagesOf(const AgreementDraft& draft,
                                                       const std::vector<core::Stage>& stages);

// A stage of the list with its phase.
[[nodiscard]] core::StageReached reachedStage(const std::vector<core::Stage>& stages, const std::string& id,
                                              std::optional<core::PartialDate> date = std::nullopt);

// "osaka", "osaka@JPN"
[[nodiscard]] std::string partnerKey(const core::Partner& partner, bool withCountry);

// A warning where a text is no stage of `track` ("ksdl", "ksdd"; empty: any) but one of the other way to cooperate: a
// PKS with a partner abroad.
[[nodiscard]] std::optional<Flag> ofOtherTrack(const std::string& text, std::string_view track,
                                               const ImportWords& words);

// "Tahapan: Penjajakan, Tanggal: Agustus 2023": where the heading does not speak of signing and nothing is signed yet,
// the date is the stage's.
void giveDateToStage(const ImportRow& row, AgreementDraft& draft);

// "Penandatanganan (2001-02-03)": the word and what stands in brackets at its end.
[[nodiscard]] std::pair<std::string, std::string> partedAtBracket(const std::string& text);
// Several partners in one cell without a semicolon: only where each says its country, or where each is a city that is
// known in the country that the cell beside it names for it.
struct PartnersApart {
    std::vector<std::string> names;     // one: it stays whole
    std::vector<std::string> countries; // of each, alpha-3; empty where the name stays whole
    bool doubtful = false;              // stays whole and may be several
};
[[nodiscard]] PartnersApart partnersApart(const std::string& name, const std::string& countryCell, ReadingTools& tools);
// A name that says what it is, "Pemkab Bandung", and that one region bears.
[[nodiscard]] bool namesRegion(const std::string& name, ReadingTools& tools);
// The row's countries, alpha-3, as many as there are partners: one of each, or one for all.
[[nodiscard]] std::vector<std::string> readCountries(ImportRow& row, std::size_t partners);
// "Kochi (Jepang)", "Kochi, Jepang": only where what stands apart is a country's name without doubt.
void takeCountryOffName(ImportRow& row, core::Partner& partner);
// A name that speaks of a region of Indonesia, whether one is found or not: "Pemkab ...", "Kab. ..."; where the
// headings set one region against the other, "Kota ..." and the bare name of a region, too.
[[nodiscard]] bool readsAsRegion(const std::string& name, bool amongRegions, ReadingTools& tools);
// "Pemkab Bandung, Kota Cimahi dan Kab. Sumedang" is three partners; a name in which not every part names a region of
// its own stays whole.
[[nodiscard]] std::vector<core::Partner> partListedRegions(std::vector<core::Partner> partners, ReadingTools& tools);

} // namespace jejaring::data
