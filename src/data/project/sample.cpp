// SPDX-License-Identifier: MIT
#include "data/project/sample.hpp"

#include "data/table/csv.hpp"
#include "data/vocabulary.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>
#include <tuple>

namespace jejaring::data {
namespace {

using core::Agreement;
using core::AgreementKind;
using core::AgreementStatus;
using core::Message;
using core::Partner;
using core::PartnerType;
using core::warning;

std::optional<double> numberOf(std::string_view text) {
    double value = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || failure != std::errc{} || end != text.data() + text.size())
        return std::nullopt;
    return value;
}

std::vector<std::string> listOf(std::string_view text) {
    std::vector<std::string> items;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(';'), text.size());
        if (end > 0)
            items.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return items;
}

// Reads the cells of one row and remembers the first that is not as it should be.
class Row {
  public:
    Row(const CsvTable& table, const CsvRow& row) : table_(table), row_(row) {}

    [[nodiscard]] std::string text(std::string_view column) const { return std::string(table_.cell(row_, column)); }

    // A blank cell is nothing stated; anything else that `parse` does not understand spoils the row.
    template <class Parse> auto optional(std::string_view column, Parse parse, std::string_view expected) {
        const std::string_view cell = table_.cell(row_, column);
        auto value = parse(cell);
        if (!cell.empty() && !value)
            spoil(column, expected, cell);
        return cell.empty() ? decltype(value){} : value;
    }

    template <class Parse> auto required(std::string_view column, Parse parse, std::string_view expected) {
        auto value = optional(column, parse, expected);
        if (!value)
            spoil(column, expected, table_.cell(row_, column));
        return value;
    }

    std::string requiredText(std::string_view column) {
        return required(
                   column, [](std::string_view t) { return t.empty() ? std::nullopt : std::optional(std::string(t)); },
                   "a text")
            .value_or("");
    }

    core::RegionCode region(std::string_view column) {
        return optional(column, core::RegionCode::parse, "a code such as 64 or 64.01").value_or(core::RegionCode{});
    }

    std::optional<core::PartialDate> date(std::string_view column) {
        return optional(column, core::PartialDate::parse, "YYYY, YYYY-MM or YYYY-MM-DD");
    }

    std::optional<core::Coordinates> coordinates(std::string_view latitude, std::string_view longitude) {
        const auto within = [](double limit) {
            return [limit](std::string_view t) {
                const std::optional<double> value = numberOf(t);
                return value && *value >= -limit && *value <= limit ? value : std::nullopt;
            };
        };
        const std::optional<double> lat = optional(latitude, within(90), "degrees, -90 to 90");
        const std::optional<double> lon = optional(longitude, within(180), "degrees, -180 to 180");
        if (lat.has_value() != lon.has_value())
            spoil(lat ? longitude : latitude, "both coordinates or none", "");
        return lat && lon ? std::optional(core::Coordinates{*lat, *lon}) : std::nullopt;
    }

    void spoil(std::string_view column, std::string_view expected, std::string_view found) {
        if (!problem_)
            problem_ = warning(JEJARING_TR("{0}, row {1}, {2}: expected {3}, found \"{4}\"; left out"),
                               {table_.file(), std::to_string(row_.number), std::string(column), std::string(expected),
                                std::string(found)});
    }
    [[nodiscard]] const std::optional<Message>& problem() const { return problem_; }
    [[nodiscard]] core::Provenance provenance() const { return {table_.file(), "", row_.number, ""}; }

  private:
    const CsvTable& table_;
    const CsvRow& row_;
    std::optional<Message> problem_;
};

// It states a will to cooperate; the agreement itself is yet to come.
bool isLetterOfIntent(const Agreement& agreement) {
    return agreement.subkind == "loi";
}

class SampleBuilder {
  public:
    explicit SampleBuilder(Vocabulary vocabulary) {
        project_.title = "Contoh: kerja sama daerah";
        project_.stages = std::move(vocabulary.stages);
        project_.sectors = std::move(vocabulary.sectors);
        project_.progress = vocabulary.progress;
    }

    void addCooperation(const CsvTable& table) {
        for (const CsvRow& csvRow : table.rows()) {
            Row row(table, csvRow);
            addAgreement(row);
        }
        stateKinds();
        linkLettersOfIntent();
    }

    void addVisits(const CsvTable& table) {
        for (const CsvRow& csvRow : table.rows()) {
            Row row(table, csvRow);
            core::Visit visit;
            visit.id = row.requiredText("visit_id");
            visit.title = row.text("title");
            visit.visitor = row.text("visitor");
            visit.ministry = row.text("ministry");
            visit.type =
                row.required(
                       "type",
                       [](std::string_view t) {
                           return t == "event" ? std::optional(core::VisitType::activity) : core::parseVisitType(t);
                       },
                       "visit or event")
                    .value_or(core::VisitType::visit);
            visit.start = row.date("date_start");
            visit.end = row.date("date_end");
            visit.province = row.region("province_code");
            visit.purpose = row.text("purpose");
            visit.provenance = row.provenance();
            if (!keep(row))
                continue;
            visit.sourceId = sourceId(row.text("source_title"), row.text("source_url"), core::SourceGrade::unstated);
            project_.visits.push_back(std::move(visit));
        }
    }

    void addStops(const CsvTable& table) {
        for (const CsvRow& csvRow : table.rows()) {
            Row row(table, csvRow);
            const std::string visitId = row.requiredText("visit_id");
            const auto visit = std::find_if(project_.visits.begin(), project_.visits.end(),
                                            [&](const core::Visit& v) { return v.id == visitId; });
            if (!visitId.empty() && visit == project_.visits.end())
                row.spoil("visit_id", "a visit of visits.csv", visitId);
            core::Stop stop;
            stop.sequence = static_cast<int>(row.required("seq", sequenceOf, "1, 2 ...").value_or(0));
            stop.date = row.date("date");
            stop.time = row.optional("time", core::ClockTime::parse, "HH:MM");
            stop.zone = row.optional("timezone", core::parseTimeZone, "WIB, WITA or WIT");
            stop.place = row.text("place");
            stop.coordinates = row.coordinates("lat", "lon");
            stop.region = row.region("region_code");
            stop.counterpart = row.text("counterpart");
            stop.agenda = row.text("agenda");
            stop.status = row.optional("status", core::parseStopStatus, "planned, scheduled, held or cancelled")
                              .value_or(core::StopStatus::notStated);
            stop.provenance = row.provenance();
            if (!keep(row))
                continue;
            stop.sourceId = sourceIdByAddress(row.text("source_url"));
            visit->stops.push_back(std::move(stop));
        }
        for (core::Visit& visit : project_.visits)
            std::stable_sort(visit.stops.begin(), visit.stops.end(),
                             [](const core::Stop& a, const core::Stop& b) { return a.sequence < b.sequence; });
    }

    core::Result<core::Project> finish(std::vector<Message> messages) {
        messages.insert(messages.end(), messages_.begin(), messages_.end());
        return {std::move(project_), std::move(messages)};
    }

  private:
    static std::optional<double> sequenceOf(std::string_view text) {
        const std::optional<double> value = numberOf(text);
        return value && *value >= 1 && *value <= 10000 && *value == static_cast<int>(*value) ? value : std::nullopt;
    }

    bool keep(const Row& row) {
        if (row.problem())
            messages_.push_back(*row.problem());
        return !row.problem();
    }

    void addAgreement(Row& row) {
        Agreement agreement;
        agreement.id = row.requiredText("id");
        agreement.subkind = row.requiredText("kind");
        if (agreement.subkind == "loi")
            agreement.document = "LoI";
        else if (agreement.subkind == "mou")
            agreement.document = "MoU";
        agreement.sectors = listOf(row.text("sectors"));
        for (const std::string& sector : agreement.sectors)
            if (core::findSector(project_.sectors, sector) == nullptr)
                row.spoil("sectors", "sectors of sectors.csv", sector);
        agreement.status = row.required("status", core::parseAgreementStatus,
                                        "unknown, active, inactive, expired, ended or exploration")
                               .value_or(AgreementStatus::unknown);
        std::optional<core::PartialDate> date = row.date("signed_date");
        if (!date)
            date = row.date("signed_year");
        const core::RegionCode region =
            row.required("region_code", core::RegionCode::parse, "a code such as 64 or 64.01")
                .value_or(core::RegionCode{});
        Partner partner;
        partner.name = row.requiredText("partner_name");
        partner.country = row.optional("partner_country", alpha3, "three letters of ISO 3166-1").value_or("");
        partner.region = row.region("partner_region_code");
        partner.place = row.coordinates("partner_lat", "partner_lon");
        const auto grade = row.optional("source_grade", gradeOf, "A or B").value_or(core::SourceGrade::unstated);
        agreement.note = row.text("note");
        agreement.provenance = row.provenance();
        if (!keep(row))
            return;
        if (agreement.subkind == "sister_city")
            partner.type = PartnerType::city;
        else if (agreement.subkind == "sister_province")
            partner.type = PartnerType::province;
        else if (!partner.region.empty())
            partner.type = PartnerType::indonesianRegion;
        setStages(agreement, date);
        agreement.sourceId = sourceId(row.text("source_title"), row.text("source_url"), grade);
        agreement.parties = {{region, ""}, {partner.region, partnerId(partner)}};
        project_.agreements.push_back(std::move(agreement));
    }

    static std::optional<std::string> alpha3(std::string_view text) {
        const bool letters =
            text.size() == 3 && std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
        return letters ? std::optional(std::string(text)) : std::nullopt;
    }

    static std::optional<core::SourceGrade> gradeOf(std::string_view text) {
        if (text == "A")
            return core::SourceGrade::a;
        return text == "B" ? std::optional(core::SourceGrade::b) : std::nullopt;
    }

    void reach(Agreement& agreement, const char* id, std::optional<core::PartialDate> date) const {
        const core::Stage* stage = core::findStage(project_.stages, id);
        agreement.stages.push_back({id, date, stage == nullptr ? core::StagePhase::notStated : stage->phase});
    }

    // The date of the facts is that of the signing; of an exploration it is that of the meeting.
    void setStages(Agreement& agreement, std::optional<core::PartialDate> date) const {
        const bool domestic = agreement.subkind == "kad_domestic";
        if (agreement.status == AgreementStatus::exploration) {
            reach(agreement, domestic ? "penawaran" : "penjajakan", date);
            return;
        }
        agreement.signedOn = date;
        if (isLetterOfIntent(agreement))
            reach(agreement, "pernyataan_kehendak", date);
        else
            reach(agreement, domestic ? "kesepakatan_bersama" : "penandatanganan", date);
        if (agreement.status == AgreementStatus::active && !isLetterOfIntent(agreement))
            reach(agreement, "pelaksanaan", std::nullopt);
        if (agreement.status == AgreementStatus::inactive || agreement.status == AgreementStatus::expired ||
            agreement.status == AgreementStatus::ended)
            reach(agreement, "pengakhiran", std::nullopt);
    }

    std::string partnerId(const Partner& partner) {
        const auto key = std::make_tuple(partner.name, partner.country, partner.region.text());
        const auto [found, isNew] = partners_.emplace(key, project_.partners.size());
        if (isNew) {
            project_.partners.push_back(partner);
            project_.partners.back().id = numbered('P', project_.partners.size());
        }
        Partner& known = project_.partners[found->second];
        if (known.type == PartnerType::notStated)
            known.type = partner.type;
        return known.id;
    }

    // Two rows cite one source where title and address agree.
    std::string sourceId(const std::string& title, const std::string& address, core::SourceGrade grade) {
        if (title.empty() && address.empty())
            return {};
        const auto [found, isNew] = sources_.emplace(std::pair(title, address), project_.sources.size());
        if (isNew)
            project_.sources.push_back({numbered('S', project_.sources.size() + 1), title, address, grade});
        core::Source& known = project_.sources[found->second];
        if (known.grade == core::SourceGrade::unstated)
            known.grade = grade;
        return known.id;
    }

    std::string sourceIdByAddress(const std::string& address) {
        for (const core::Source& source : project_.sources)
            if (!address.empty() && source.address == address)
                return source.id;
        return sourceId("", address, core::SourceGrade::unstated);
    }

    static std::string numbered(char letter, std::size_t number) {
        std::string digits = std::to_string(number);
        return letter + std::string(digits.size() < 3 ? 3 - digits.size() : 0, '0') + digits;
    }

    // By the partner, which may be known from another row; where nothing tells what it is, the kind is not stated.
    void stateKinds() {
        for (Agreement& agreement : project_.agreements) {
            const Partner* partner = core::findPartner(project_, agreement.parties.back().partnerId);
            if (partner->type == PartnerType::indonesianRegion)
                agreement.kind = AgreementKind::betweenRegions;
            else if (partner->type == PartnerType::city || partner->type == PartnerType::province)
                agreement.kind = AgreementKind::foreignLocal;
        }
    }

    // A letter of intent that has ended was replaced by the next agreement of the same pair: one chain, not two rows.
    void linkLettersOfIntent() {
        for (const Agreement& letter : project_.agreements) {
            if (!isLetterOfIntent(letter))
                continue;
            Agreement* next = nullptr;
            for (Agreement& later : project_.agreements) {
                const bool samePair = later.parties == letter.parties;
                const bool follows = !isLetterOfIntent(later) && later.status != AgreementStatus::exploration &&
                                     later.signedOn && letter.signedOn &&
                                     later.signedOn->earliest() >= letter.signedOn->earliest();
                if (samePair && follows && later.replaces.empty() &&
                    (next == nullptr || later.signedOn->earliest() < next->signedOn->earliest()))
                    next = &later;
            }
            if (next != nullptr)
                next->replaces = letter.id;
        }
    }

    core::Project project_;
    std::vector<Message> messages_;
    std::map<std::pair<std::string, std::string>, std::size_t> sources_;
    std::map<std::tuple<std::string, std::string, std::string>, std::size_t> partners_;
};

} // namespace

core::Result<core::Project> sampleProject(const std::string& assetsFolder) {
    core::Result<Vocabulary> vocabulary = readVocabulary(assetsFolder);
    if (!vocabulary)
        return core::Result<core::Project>::failure(vocabulary.messages());
    const std::string folder = assetsFolder + "/sample/";
    const core::Result<CsvTable> cooperation =
        readCsv(folder + "cooperation.csv", {"id", "region_code", "kind", "partner_name", "status"});
    const core::Result<CsvTable> visits = readCsv(folder + "visits.csv", {"visit_id", "title", "type"});
    const core::Result<CsvTable> stops = readCsv(folder + "visit_stops.csv", {"visit_id", "seq", "place"});
    std::vector<Message> messages = vocabulary.messages();
    for (const core::Result<CsvTable>* table : {&cooperation, &visits, &stops}) {
        if (!*table)
            return core::Result<core::Project>::failure(table->messages());
        messages.insert(messages.end(), table->messages().begin(), table->messages().end());
    }
    SampleBuilder builder(std::move(vocabulary).value());
    builder.addCooperation(cooperation.value());
    builder.addVisits(visits.value());
    builder.addStops(stops.value());
    return builder.finish(std::move(messages));
}

} // namespace jejaring::data
