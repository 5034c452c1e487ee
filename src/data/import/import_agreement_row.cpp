// SPDX-License-Identifier: MIT
#include "data/import/import_agreement_row.hpp"

#include "core/phrase.hpp"

#include <algorithm>
#include <utility>

namespace jejaring::data {
namespace {

using core::AgreementKind;
using core::AgreementStatus;
using core::PartnerType;
using Field = ImportField;

std::string_view trackOf(AgreementKind kind) {
    switch (kind) {
    case AgreementKind::betweenRegions:
        return "ksdd";
    case AgreementKind::foreignLocal:
    case AgreementKind::foreignInstitute:
        return "ksdl";
    default:
        return "";
    }
}

class Reader {
  public:
    Reader(ImportRow& row, const std::vector<core::Stage>& stages) : row_(row), stages_(stages) {}

    AgreementDraft read() {
        draft_.agreement.id = row_.text(Field::id);
        readKind();
        validFrom_ = readAgreementDates(row_, draft_.agreement);
        readParties();
        readStages();
        giveDateToStage(row_, draft_);
        readMoney();
        readTargets();
        readSectorsAndNote();
        draft_.source = readSource(row_);
        if (row_.mapped(Field::replaces))
            draft_.agreement.replaces = row_.text(Field::replaces);
        draft_.agreement.framework = wordKey(row_.text(Field::framework));
        return std::move(draft_);
    }

  private:
    void readKind() {
        core::Agreement& agreement = draft_.agreement;
        if (row_.mapped(Field::agreementKind) && row_.states(Field::agreementKind)) {
            const ColumnChoice& choice = *row_.columns().of(Field::agreementKind).front();
            Reading<KindValue> reading =
                readAgreementKind(row_.peek(Field::agreementKind), row_.tools().context().words);
            std::string understood;
            if (reading.value)
                understood =
                    joined({std::string(core::agreementKindId(reading.value->kind)), reading.value->subkind}, " ");
            if (const auto value = row_.take(choice, std::move(reading), cleanText(understood))) {
                agreement.kind = value->kind;
                draft_.kindStated = true;
                agreement.subkind = value->subkind;
            }
        }
        if (const auto subkind = row_.word(Field::subkind, WordList::agreementSubkind))
            agreement.subkind = *subkind;
        if (row_.mapped(Field::document) && row_.states(Field::document)) {
            const ColumnChoice& choice = *row_.columns().of(Field::document).front();
            Reading<std::string> reading = readDocument(row_.peek(Field::document), row_.tools().context().words);
            const std::string understood = reading.value.value_or("");
            agreement.document = row_.take(choice, std::move(reading), understood).value_or("");
        }
        draft_.number = row_.text(Field::number);
        draft_.subject = row_.text(Field::subject);
    }

    void readParties() {
        draft_.regions = row_.regions({}, true);
        readPartners();
        readPartnerRegions();
        readPartiesInOneColumn();
        if (draft_.regions.empty() && !row_.needsAnswer)
            row_.reject(row_.mapped(Field::region)       ? Field::region
                        : row_.mapped(Field::regionCode) ? Field::regionCode
                                                         : Field::parties);
        if (draft_.partners.empty() && draft_.regions.size() < 2 && !row_.needsAnswer)
            row_.reject(row_.mapped(Field::parties) ? Field::parties : Field::partner);
        stateKind();
        placePartners();
    }

    void readPartners() {
        PartnerType type = PartnerType::notStated;
        if (const auto id = row_.word(Field::partnerType, WordList::partnerType)) {
            type = core::parsePartnerType(*id).value_or(PartnerType::notStated);
            draft_.partnerTypeStated = type != PartnerType::notStated;
        }
        if (type == PartnerType::notStated && draft_.agreement.subkind == "sister_city")
            type = PartnerType::city;
        if (type == PartnerType::notStated && draft_.agreement.subkind == "sister_province")
            type = PartnerType::province;
        std::vector<std::string> names = row_.list(Field::partner);
        std::vector<std::string> countries;
        if (names.size() == 1) {
            PartnersApart apart = partnersApart(names.front(), row_.peek(Field::country), row_.tools());
            if (apart.doubtful)
                row_.flag(Field::partner, FlagKind::several,
                          core::warning(JEJARING_TR("\"{0}\" may be several partners and was kept as one; semicolons "
                                                    "between them part them"),
                                        {names.front()}));
            // Tables that the program wrote part partners by semicolons alone.
            if (draft_.agreement.id.empty()) {
                names = std::move(apart.names);
                countries = std::move(apart.countries);
            }
        }
        if (countries.empty())
            countries = readCountries(row_, names.size());
        const std::optional<core::Coordinates> place = row_.coordinates();
        draft_.placeStated = place.has_value();
        for (std::size_t i = 0; i < names.size(); ++i) {
            core::Partner partner;
            partner.name = names[i];
            partner.type = type;
            partner.country = countries.size() == names.size() ? countries[i] : "";
            if (partner.country.empty())
                takeCountryOffName(row_, partner);
            if (names.size() == 1)
                partner.place = place;
            draft_.partners.push_back(std::move(partner));
        }
        draft_.countriesStated = std::any_of(draft_.partners.begin(), draft_.partners.end(),
                                             [](const core::Partner& partner) { return !partner.country.empty(); });
    }

    // The other side of cooperation between regions: a region of its own, which is credited, too.
    void readPartnerRegions() {
        const bool between = draft_.agreement.kind == AgreementKind::betweenRegions;
        const bool stated = row_.states(Field::partnerRegion) || row_.states(Field::partnerRegionCode);
        if (stated) {
            const std::vector<core::RegionCode> codes =
                row_.regions({Field::partnerRegionCode, Field::partnerRegion, std::nullopt, std::nullopt}, true);
            addPartnerRegions(codes);
            return;
        }
        draft_.partners = partListedRegions(std::move(draft_.partners), row_.tools());
        for (core::Partner& partner : draft_.partners) {
            const bool atHome = partner.country.empty() || partner.country == "IDN";
            if (!atHome)
                continue;
            const bool isRegion =
                between || partner.type == PartnerType::indonesianRegion ||
                (partner.type == PartnerType::notStated && readsAsRegion(partner.name, sidesAlike(), row_.tools()));
            RegionText text;
            text.name = partner.name;
            const RegionFinding finding = row_.tools().region(text);
            const bool sure = finding.match == RegionMatch::exact || finding.match == RegionMatch::answer ||
                              namesRegion(partner.name, row_.tools());
            if (!isRegion && !sure)
                continue;
            row_.readings.push_back(
                {row_.columns().of(Field::partner).front()->column, Field::partner, partner.name, finding});
            if (finding.region.empty())
                row_.waitForAnswer();
            else
                becomeRegion(partner, finding.region);
        }
    }

    // "Pihak Kesatu" and "Pihak Kedua": the table sets one region against another.
    [[nodiscard]] bool sidesAlike() const {
        const auto says = [this](Field field) {
            const auto& columns = row_.columns().of(field);
            return std::any_of(columns.begin(), columns.end(), [](const ColumnChoice* choice) {
                const std::string key = ' ' + wordKey(choice->heading) + ' ';
                return key.find(" pihak ") != std::string::npos || key.find(" party ") != std::string::npos;
            });
        };
        return says(Field::region) && says(Field::partner);
    }

    void becomeRegion(core::Partner& partner, const core::RegionCode& code) {
        partner.region = code;
        partner.country = "IDN";
        partner.type = PartnerType::indonesianRegion;
        draft_.countriesStated = true;
    }

    void addPartnerRegions(const std::vector<core::RegionCode>& codes) {
        const core::RegionCatalog& catalog = row_.tools().context().catalog;
        for (std::size_t i = 0; i < codes.size(); ++i) {
            if (i < draft_.partners.size()) {
                becomeRegion(draft_.partners[i], codes[i]);
                continue;
            }
            core::Partner partner;
            const std::optional<core::RegionIndex> found = catalog.find(codes[i]);
            partner.name = found ? catalog[*found].name : codes[i].text();
            becomeRegion(partner, codes[i]);
            draft_.partners.push_back(std::move(partner));
        }
    }

    void readPartiesInOneColumn() {
        std::vector<std::string> names;
        for (const std::string& name : row_.list(Field::parties)) {
            const std::vector<std::string> regions = listedRegions(name, row_.tools());
            names.insert(names.end(), regions.begin(), regions.end());
            if (regions.empty())
                names.push_back(name);
        }
        for (const std::string& name : names) {
            RegionText text;
            text.name = name;
            const RegionFinding finding = row_.tools().region(text);
            if (finding.match != RegionMatch::unmatched) {
                row_.readings.push_back(
                    {row_.columns().of(Field::parties).front()->column, Field::parties, name, finding});
                if (finding.region.empty())
                    row_.waitForAnswer();
                else
                    draft_.regions.push_back(finding.region);
                continue;
            }
            core::Partner partner;
            partner.name = name;
            takeCountryOffName(row_, partner);
            draft_.countriesStated = draft_.countriesStated || !partner.country.empty();
            draft_.partners.push_back(std::move(partner));
        }
    }

    // Where no column says it, the parties do; else it stays not stated.
    void stateKind() {
        core::Agreement& agreement = draft_.agreement;
        if (agreement.kind != AgreementKind::notStated)
            return;
        const bool regionsAlone = draft_.partners.empty() && draft_.regions.size() > 1;
        if (regionsAlone || (!draft_.partners.empty() && draft_.partners.front().type == PartnerType::indonesianRegion))
            agreement.kind = AgreementKind::betweenRegions;
        else if (!draft_.partners.empty() && (draft_.partners.front().type == PartnerType::city ||
                                              draft_.partners.front().type == PartnerType::province))
            agreement.kind = AgreementKind::foreignLocal;
    }

    void placePartners() {
        if (!row_.tools().context().places)
            return;
        for (core::Partner& partner : draft_.partners) {
            if (partner.place || !partner.region.empty() || draft_.agreement.kind == AgreementKind::domesticThird)
                continue;
            if (partner.country.empty()) {
                row_.remark(core::note(
                    JEJARING_TR("{0}: without its country no coordinates are found; it stands without a place"),
                    {partner.name}));
                continue;
            }
            partner.place = row_.tools().place(partner.name, partner.country);
            if (!partner.place)
                row_.remark(core::note(JEJARING_TR("{0}: no coordinates are known; it stands without a place"),
                                       {partner.name}));
        }
    }

    void readStages() {
        std::string_view track = trackOf(draft_.agreement.kind);
        // Whatever the kind, with a partner abroad it goes the way of agreements with partners abroad.
        if (track.empty() &&
            std::any_of(draft_.partners.begin(), draft_.partners.end(), [](const core::Partner& partner) {
                return !partner.country.empty() && partner.country != "IDN";
            }))
            track = "ksdl";
        const ImportWords& words = row_.tools().context().words;
        std::string stage = row_.peek(Field::stage);
        Field field = Field::stage;
        if (row_.states(Field::status)) {
            const ColumnChoice& choice = *row_.columns().of(Field::status).front();
            const std::string text = row_.peek(Field::status);
            Reading<AgreementStatus> reading = readAgreementStatus(text, words);
            // Many tables call the stage its status.
            if (!reading.ok() && stage.empty() && readStage(text, words, track).ok()) {
                stage = text;
                field = Field::status;
            } else {
                const std::string understood =
                    reading.value ? std::string(core::agreementStatusId(*reading.value)) : std::string();
                draft_.agreement.status =
                    row_.take(choice, std::move(reading), understood).value_or(AgreementStatus::unknown);
            }
        }
        if (stage.empty())
            return;
        const ColumnChoice& choice = *row_.columns().of(field).front();
        const std::vector<std::string> parts = splitLines(stage);
        for (const std::string& part : parts) {
            Reading<std::string> reading = readStage(part, words, track);
            std::optional<core::PartialDate> date;
            const auto [word, bracket] = partedAtBracket(part);
            if (const Reading<DateValue> dated = readDate(bracket); !bracket.empty() && dated.ok()) {
                if (Reading<std::string> alone = readStage(word, words, track); alone.ok()) {
                    reading = std::move(alone);
                    date = dated.value->start;
                }
            }
            if (std::optional<Flag> other = reading.ok() ? std::nullopt : ofOtherTrack(part, track, words)) {
                reading = Reading<std::string>::none();
                reading.flags.push_back(*std::move(other));
            }
            if (!reading.ok())
                otherStages_.push_back(part);
            std::string understood = reading.value.value_or("");
            if (date)
                understood += " " + date->iso();
            if (const auto id = row_.take(choice, std::move(reading), understood))
                draft_.stages.push_back(reachedStage(stages_, *id, date));
            draft_.stagesListed = draft_.stagesListed || date || parts.size() > 1;
        }
    }

    void readMoney() {
        std::string currency;
        if (const std::string text = row_.text(Field::currency); !text.empty()) {
            currency = moneyHintsOf("(" + text + ")").currency;
            const bool code =
                text.size() == 3 && std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
            if (currency.empty() && code)
                currency = text;
            if (currency.empty())
                row_.flag(Field::currency, FlagKind::currency,
                          core::warning(JEJARING_TR("\"{0}\": no currency is known by this name"), {text}));
        }
        if (const std::optional<Money> money = row_.money(Field::value, currency)) {
            draft_.agreement.value = money->amount;
            draft_.agreement.currency = money->currency;
        }
    }

    void readTargets() {
        const std::vector<std::string> whats = row_.list(Field::target);
        const std::vector<std::string> units = splitLinesBeside(row_.text(Field::targetUnit), whats.size());
        const auto numbers = [&](Field field) {
            std::vector<std::optional<double>> values;
            if (whats.size() <= 1) {
                values.push_back(row_.number(field));
                return values;
            }
            for (const std::string& part : splitLinesBeside(row_.text(field), whats.size()))
                values.push_back(readNumber(part).value);
            return values;
        };
        const std::vector<std::optional<double>> planned = numbers(Field::targetPlanned);
        const std::vector<std::optional<double>> reachedValues = numbers(Field::targetReached);
        for (std::size_t i = 0; i < whats.size(); ++i) {
            core::Target target;
            target.what = whats[i];
            target.unit = i < units.size() ? units[i] : units.size() == 1 ? units.front() : "";
            target.planned = i < planned.size() ? planned[i] : std::nullopt;
            target.reached = i < reachedValues.size() ? reachedValues[i] : std::nullopt;
            draft_.agreement.targets.push_back(std::move(target));
        }
    }

    void readSectorsAndNote() {
        std::vector<std::string> lines;
        const auto line = [&](const char* label, const std::string& text) {
            if (!text.empty())
                lines.push_back(std::string(label) + text);
        };
        line("Nomor: ", draft_.number);
        line("Tentang: ", draft_.subject);
        line("Berlaku sejak: ", dateText(validFrom_));
        // What is no stage of the list is kept as it was written.
        line("Tahapan lain: ", joined(otherStages_));
        for (const ColumnChoice* const choice : row_.columns().of(Field::sectors)) {
            const std::string text = cleanText(row_.cell(choice->column).text);
            if (isBlankLike(text))
                continue;
            Reading<WordsValue> reading = data::readSectors(text, row_.tools().context().words);
            const std::string understood = reading.value ? joined(reading.value->ids) : std::string();
            const auto value = row_.take(*choice, std::move(reading), understood);
            if (!value)
                continue;
            for (const std::string& id : value->ids)
                if (auto& sectors = draft_.agreement.sectors;
                    std::find(sectors.begin(), sectors.end(), id) == sectors.end())
                    sectors.push_back(id);
            // What is no sector of the list is kept as it was written.
            line("Bidang lain: ", joined(value->unknown));
        }
        line("", row_.text(Field::note));
        draft_.agreement.note = joined(lines, "\n");
    }

    ImportRow& row_;
    const std::vector<core::Stage>& stages_;
    AgreementDraft draft_;
    std::optional<core::PartialDate> validFrom_;
    std::vector<std::string> otherStages_;
};

} // namespace

AgreementDraft readAgreement(ImportRow& row, const std::vector<core::Stage>& stages) {
    return Reader(row, stages).read();
}

std::string partnerKey(const core::Partner& partner, bool withCountry) {
    std::string key = partner.region.empty() ? wordKey(partner.name) : partner.region.text();
    if (withCountry && !partner.country.empty() && partner.region.empty())
        key += "@" + partner.country;
    return key;
}

} // namespace jejaring::data
