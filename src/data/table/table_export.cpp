// SPDX-License-Identifier: MIT
#include "data/table/table_export.hpp"

#include "data/table/table_export_cells.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace jejaring::data {
namespace {

using Field = ImportField;

// As the import reads them: entries of a list, as those of stages and sectors are.
struct Label {
    std::string_view id;
    const char* indonesian;
    const char* english;
};
constexpr std::array<Label, 6> kSubkinds{{{"sister_city", "Sister city", "Sister city"},
                                          {"sister_province", "Sister province", "Sister province"},
                                          {"loi", "LoI", "LoI"},
                                          {"mou", "MoU", "MoU"},
                                          {"kad_domestic", "Kerja sama antardaerah", "Domestic cooperation"},
                                          {"other", "Lainnya", "Other"}}};
constexpr std::array<Label, 5> kStates{{{"active", "Aktif", "Active"},
                                        {"inactive", "Tidak aktif", "Inactive"},
                                        {"expired", "Kedaluwarsa", "Expired"},
                                        {"ended", "Diakhiri", "Ended"},
                                        {"exploration", "Penjajakan", "Exploration"}}};
constexpr std::array<Label, 4> kStopStates{{{"planned", "Direncanakan", "Planned"},
                                            {"scheduled", "Terjadwal", "Scheduled"},
                                            {"held", "Terlaksana", "Held"},
                                            {"cancelled", "Dibatalkan", "Cancelled"}}};
constexpr std::array<Label, 9> kPartnerTypes{
    {{"city", "Kota", "City"},
     {"province", "Provinsi", "Province"},
     {"country", "Negara", "Country"},
     {"university", "Perguruan tinggi", "University"},
     {"company", "Perusahaan", "Company"},
     {"institution", "Lembaga", "Institution"},
     {"international_organisation", "Organisasi internasional", "International organisation"},
     {"indonesian_region", "Daerah di Indonesia", "Indonesian region"},
     {"domestic_third_party", "Pihak ketiga dalam negeri", "Domestic third party"}}};
constexpr std::array<Label, 5> kActivityKinds{{{"forum", "Forum", "Forum"},
                                               {"fair", "Pameran", "Fair"},
                                               {"mission", "Misi", "Mission"},
                                               {"exchange", "Pertukaran", "Exchange"},
                                               {"training", "Pelatihan", "Training"}}};

std::string isoOf(const std::optional<core::PartialDate>& date) {
    return date ? date->iso() : std::string();
}

class Writer {
  public:
    Writer(const core::Project& project, ImportKind kind, const TableExportContext& context)
        : project_(project), context_(context), fields_(exportedColumns(kind)) {
        sheet_.name = context.translate(importKindLabel(kind));
        std::vector<TableCell> headings;
        for (const Field field : fields_) {
            std::string heading = context.translate(importFieldLabel(field));
            // The other system's codes look alike.
            if (field == Field::regionCode || field == Field::partnerRegionCode)
                heading += " (Kemendagri)";
            headings.push_back({CellKind::text, std::move(heading)});
        }
        sheet_.rows.push_back({1, std::move(headings)});
        for (const core::Source& source : project.sources)
            sources_.emplace(source.id, &source);
        for (const core::Partner& partner : project.partners)
            partners_.emplace(partner.id, &partner);
        for (const core::FollowUp& followUp : project.followUps)
            followUps_[place(followUp.visitId, followUp.stop)].push_back(&followUp);
    }

    TableSheet write(ImportKind kind) {
        switch (kind) {
        case ImportKind::agreements:
            each(project_.agreements, [this](const core::Agreement& a) { agreement(a); });
            break;
        case ImportKind::visits:
            each(project_.visits, [this](const core::Visit& v) { visit(v); });
            break;
        case ImportKind::stops:
            for (const core::Visit& of : project_.visits)
                each(of.stops, [&](const core::Stop& s) { stop(of, s); });
            break;
        case ImportKind::activities:
            each(project_.activities, [this](const core::Activity& a) { activity(a); });
            break;
        case ImportKind::indicators:
            each(project_.indicatorValues, [this](const core::IndicatorValue& v) { indicatorValue(v); });
            break;
        case ImportKind::risks:
            each(project_.risks, [this](const core::Risk& r) { risk(r); });
            break;
        }
        return std::move(sheet_);
    }

  private:
    template <class Records, class Fill> void each(const Records& records, Fill fill) {
        for (const auto& record : records) {
            cells_.assign(fields_.size(), {});
            fill(record);
            while (!cells_.empty() && cells_.back().kind == CellKind::blank)
                cells_.pop_back();
            sheet_.rows.push_back({static_cast<int>(sheet_.rows.size()) + 1, std::move(cells_)});
        }
    }

    void put(Field field, TableCell cell) {
        const auto found = std::find(fields_.begin(), fields_.end(), field);
        if (found != fields_.end())
            cells_[static_cast<std::size_t>(found - fields_.begin())] = std::move(cell);
    }
    void put(Field field, const std::string& text) { put(field, exportedText(text)); }
    void put(Field field, const std::optional<core::PartialDate>& date) { put(field, exportedDate(date)); }

    static std::string place(const std::string& visitId, int stop) { return visitId + '/' + std::to_string(stop); }

    template <std::size_t size>
    std::string word(WordList list, const std::array<Label, size>& labels, std::string_view id) const {
        const auto label = std::find_if(labels.begin(), labels.end(), [&](const Label& l) { return l.id == id; });
        return label == labels.end() ? std::string(id) : word(list, id, label->indonesian, label->english);
    }
    // The user's word, or the other language's, where the import takes it for the same entry.
    std::string word(WordList list, std::string_view id, const std::string& indonesian, const std::string& english,
                     std::string_view track = {}) const {
        for (const bool own : {true, false}) {
            const std::string& text = context_.indonesian == own ? indonesian : english;
            const WordAnswer answer = context_.words.find(list, text, track);
            if (answer.ids.size() == 1 && answer.ids.front() == id)
                return text;
        }
        return std::string(id);
    }

    std::string nameOf(const core::RegionCode& code) const {
        const std::optional<core::RegionIndex> found = context_.catalog.find(code);
        return found ? context_.catalog[*found].name : std::string();
    }

    std::string countryOf(const std::string& alpha3) const {
        if (alpha3.empty())
            return {};
        const std::string name = context_.countryName(alpha3);
        return context_.countries.find(name).alpha3 == alpha3 ? name : alpha3;
    }

    void regions(Field codeField, Field nameField, const std::vector<core::RegionCode>& codes) {
        std::vector<std::string> texts;
        std::vector<std::string> names;
        for (const core::RegionCode& code : codes) {
            texts.push_back(code.text());
            names.push_back(nameOf(code));
        }
        put(codeField, exportedList(texts));
        // Names of some alone would be read as all.
        if (std::find(names.begin(), names.end(), std::string()) == names.end())
            put(nameField, exportedList(names));
    }
    void region(const core::RegionCode& code) {
        regions(Field::regionCode, Field::region,
                code.empty() ? std::vector<core::RegionCode>{} : std::vector<core::RegionCode>{code});
    }

    void coordinates(const std::optional<core::Coordinates>& where) {
        put(Field::latitude, exportedNumberCell(where ? std::optional(where->latitude) : std::nullopt));
        put(Field::longitude, exportedNumberCell(where ? std::optional(where->longitude) : std::nullopt));
    }

    void source(const std::string& id) {
        const auto found = sources_.find(id);
        if (found == sources_.end())
            return;
        put(Field::sourceTitle, found->second->title);
        put(Field::sourceAddress, found->second->address);
        if (found->second->grade != core::SourceGrade::unstated)
            put(Field::sourceGrade, std::string(1, static_cast<char>(found->second->grade)));
        put(Field::sourcePublisher, found->second->publisher);
        put(Field::sourceDate, found->second->published);
    }

    void followUps(const std::string& visitId, int stop) {
        const auto found = followUps_.find(place(visitId, stop));
        if (found == followUps_.end())
            return;
        std::vector<std::string> what;
        std::vector<std::string> owner;
        std::vector<std::string> due;
        std::vector<std::string> done;
        for (const core::FollowUp* const followUp : found->second) {
            what.push_back(followUp->what);
            owner.push_back(followUp->owner);
            due.push_back(isoOf(followUp->due));
            done.push_back(isoOf(followUp->done));
        }
        put(Field::followUp, exportedList(what));
        put(Field::followUpOwner, exportedList(owner));
        if (found->second.size() == 1) {
            put(Field::followUpDue, found->second.front()->due);
            put(Field::followUpDone, found->second.front()->done);
            return;
        }
        put(Field::followUpDue, exportedList(due));
        put(Field::followUpDone, exportedList(done));
    }

    void agreement(const core::Agreement& a) {
        put(Field::id, a.id);
        parties(a);
        put(Field::agreementKind, std::string(core::agreementKindId(a.kind)));
        put(Field::subkind, word(WordList::agreementSubkind, kSubkinds, a.subkind));
        put(Field::document, a.document);
        put(Field::framework, a.framework);
        sectors(a);
        stages(a);
        if (a.status != core::AgreementStatus::unknown)
            put(Field::status, word(WordList::agreementStatus, kStates, core::agreementStatusId(a.status)));
        put(Field::signedOn, a.signedOn);
        put(Field::validUntil, a.validUntil);
        put(Field::endedOn, a.endedOn);
        put(Field::value, exportedNumberCell(a.value));
        put(Field::currency, a.currency);
        targets(a);
        put(Field::replaces, a.replaces);
        source(a.sourceId);
        put(Field::note, a.note);
    }

    void parties(const core::Agreement& a) {
        std::vector<core::RegionCode> own;
        std::vector<const core::Partner*> partners;
        for (const core::Party& party : a.parties) {
            const auto partner = partners_.find(party.partnerId);
            if (partner != partners_.end())
                partners.push_back(partner->second);
            else if (!party.region.empty())
                own.push_back(party.region);
        }
        // Regions on the partner's side belong to the first partners.
        std::stable_partition(partners.begin(), partners.end(),
                              [](const core::Partner* partner) { return !partner->region.empty(); });
        regions(Field::regionCode, Field::region, own);
        std::vector<core::RegionCode> theirs;
        std::vector<std::string> names;
        std::vector<std::string> countries;
        for (const core::Partner* const partner : partners) {
            if (!partner->region.empty())
                theirs.push_back(partner->region);
            names.push_back(partner->name);
            countries.push_back(countryOf(partner->country));
        }
        regions(Field::partnerRegionCode, Field::partnerRegion, theirs);
        put(Field::partner, exportedList(names));
        put(Field::country, exportedList(countries));
        if (partners.empty())
            return;
        const core::PartnerType type = partners.front()->type;
        if (std::all_of(partners.begin(), partners.end(),
                        [type](const core::Partner* partner) { return partner->type == type; }))
            put(Field::partnerType, word(WordList::partnerType, kPartnerTypes, core::partnerTypeId(type)));
        if (partners.size() == 1)
            coordinates(partners.front()->place);
    }

    void sectors(const core::Agreement& a) {
        std::vector<std::string> names;
        for (const std::string& id : a.sectors) {
            const core::Sector* const sector = core::findSector(project_.sectors, id);
            names.push_back(sector == nullptr ? id : word(WordList::sector, id, sector->indonesian, sector->english));
        }
        put(Field::sectors, exportedList(names));
    }

    void stages(const core::Agreement& a) {
        // Where no kind is stated the import takes a region as partner for one.
        const auto partner = std::find_if(a.parties.begin(), a.parties.end(),
                                          [](const core::Party& party) { return !party.partnerId.empty(); });
        const bool between =
            a.kind == core::AgreementKind::betweenRegions ||
            (a.kind == core::AgreementKind::notStated && partner != a.parties.end() && !partner->region.empty());
        const bool abroad =
            a.kind == core::AgreementKind::foreignLocal || a.kind == core::AgreementKind::foreignInstitute;
        const std::string_view track = between ? "ksdd" : abroad ? "ksdl" : "";
        std::vector<std::string> texts;
        for (const core::StageReached& reached : a.stages) {
            const core::Stage* const stage = core::findStage(project_.stages, reached.stage);
            std::string text = stage == nullptr
                                   ? reached.stage
                                   : word(WordList::stage, reached.stage, stage->indonesian, stage->english, track);
            if (reached.date)
                text += " (" + reached.date->iso() + ")";
            texts.push_back(std::move(text));
        }
        put(Field::stage, exportedList(texts));
    }

    void targets(const core::Agreement& a) {
        std::vector<std::string> what;
        std::vector<std::string> unit;
        std::vector<std::string> planned;
        std::vector<std::string> reached;
        for (const core::Target& target : a.targets) {
            what.push_back(target.what);
            unit.push_back(target.unit);
            planned.push_back(target.planned ? exportedNumber(*target.planned) : "");
            reached.push_back(target.reached ? exportedNumber(*target.reached) : "");
        }
        put(Field::target, exportedList(what));
        put(Field::targetUnit, exportedList(unit));
        if (a.targets.size() == 1) {
            put(Field::targetPlanned, exportedNumberCell(a.targets.front().planned));
            put(Field::targetReached, exportedNumberCell(a.targets.front().reached));
            return;
        }
        put(Field::targetPlanned, exportedList(planned));
        put(Field::targetReached, exportedList(reached));
    }

    void visit(const core::Visit& v) {
        put(Field::id, v.id);
        put(Field::title, v.title);
        put(Field::visitor, v.visitor);
        put(Field::ministry, v.ministry);
        const bool activity = v.type == core::VisitType::activity;
        put(Field::visitType, std::string(context_.indonesian ? (activity ? "Kegiatan" : "Kunjungan")
                                                              : (activity ? "Activity" : "Visit")));
        put(Field::startDate, v.start);
        put(Field::endDate, v.end);
        region(v.province);
        put(Field::purpose, v.purpose);
        put(Field::expectedEffect, v.expectedEffect);
        put(Field::focus, v.focus);
        followUps(v.id, 0);
        source(v.sourceId);
    }

    void stop(const core::Visit& of, const core::Stop& s) {
        put(Field::visitId, of.id);
        put(Field::title, of.title);
        put(Field::sequence, exportedNumberCell(s.sequence));
        put(Field::date, s.date);
        put(Field::time, s.time ? s.time->text() : std::string());
        put(Field::endTime, s.endTime ? s.endTime->text() : std::string());
        put(Field::zone, s.zone ? std::string(core::abbreviation(*s.zone)) : std::string());
        put(Field::place, s.place);
        coordinates(s.coordinates);
        region(s.region);
        put(Field::counterpart, s.counterpart);
        put(Field::agenda, s.agenda);
        put(Field::reason, s.reason);
        put(Field::discussed, s.discussed);
        put(Field::stopStatus, word(WordList::stopStatus, kStopStates, core::stopStatusId(s.status)));
        followUps(of.id, s.sequence);
        source(s.sourceId);
    }

    void activity(const core::Activity& a) {
        put(Field::id, a.id);
        put(Field::title, a.title);
        const auto kind =
            std::find_if(kActivityKinds.begin(), kActivityKinds.end(), [&](const Label& l) { return l.id == a.kind; });
        put(Field::activityKind, kind == kActivityKinds.end() ? a.kind
                                 : context_.indonesian        ? std::string(kind->indonesian)
                                                              : std::string(kind->english));
        put(Field::startDate, a.start);
        put(Field::endDate, a.end);
        put(Field::place, a.place);
        coordinates(a.coordinates);
        region(a.region);
        put(Field::purpose, a.purpose);
        std::vector<std::string> participants;
        for (const core::Participant& participant : a.participants) {
            std::string text = participant.region.empty() ? participant.name : nameOf(participant.region);
            if (text.empty())
                text = participant.region.text();
            participants.push_back(text + (participant.role.empty() ? "" : " (" + participant.role + ")"));
        }
        put(Field::participants, exportedList(participants));
        source(a.sourceId);
        put(Field::note, a.note);
    }

    void indicatorValue(const core::IndicatorValue& v) {
        region(v.region);
        const auto indicator = std::find_if(project_.indicators.begin(), project_.indicators.end(),
                                            [&](const core::Indicator& i) { return i.id == v.indicatorId; });
        if (indicator != project_.indicators.end()) {
            put(Field::indicator, indicator->name);
            put(Field::unit, indicator->unit);
        }
        put(Field::period, v.period);
        put(Field::amount, exportedNumberCell(v.value));
        source(v.sourceId);
    }

    void risk(const core::Risk& r) {
        put(Field::id, r.id);
        put(Field::risk, r.what);
        const bool positive = r.sign == core::RiskSign::positiveEffect;
        put(Field::sign, std::string(context_.indonesian ? (positive ? "Dampak positif" : "Risiko")
                                                         : (positive ? "Positive effect" : "Risk")));
        region(r.region);
        put(Field::agreementId, r.agreementId);
        put(Field::cause, r.cause);
        put(Field::likelihood, r.likelihood == 0 ? TableCell{} : exportedNumberCell(r.likelihood));
        put(Field::severity, r.severity == 0 ? TableCell{} : exportedNumberCell(r.severity));
        put(Field::mitigation, r.mitigation);
        put(Field::owner, r.owner);
    }

    const core::Project& project_;
    const TableExportContext& context_;
    std::span<const Field> fields_;
    TableSheet sheet_;
    std::vector<TableCell> cells_; // of the row being written
    std::unordered_map<std::string, const core::Source*> sources_;
    std::unordered_map<std::string, const core::Partner*> partners_;
    std::unordered_map<std::string, std::vector<const core::FollowUp*>> followUps_;
};

} // namespace

TableSheet exportTable(const core::Project& project, ImportKind kind, const TableExportContext& context) {
    return Writer(project, kind, context).write(kind);
}

std::size_t exportedRows(const core::Project& project, ImportKind kind) {
    switch (kind) {
    case ImportKind::agreements:
        return project.agreements.size();
    case ImportKind::visits:
        return project.visits.size();
    case ImportKind::stops: {
        std::size_t stops = 0;
        for (const core::Visit& visit : project.visits)
            stops += visit.stops.size();
        return stops;
    }
    case ImportKind::activities:
        return project.activities.size();
    case ImportKind::indicators:
        return project.indicatorValues.size();
    case ImportKind::risks:
        return project.risks.size();
    }
    return 0;
}

core::Result<TableFile> exportTables(const core::Project& project, std::span<const ImportKind> kinds,
                                     TableFormat format, const TableExportContext& context,
                                     const TableProgress& progress) {
    TableFile file;
    file.format = format;
    for (const ImportKind kind : kinds) {
        if (progress && !progress(static_cast<double>(file.sheets.size()) / static_cast<double>(kinds.size())))
            return core::error(core::ErrorCode::cancelled, JEJARING_TR("Cancelled"));
        file.sheets.push_back(exportTable(project, kind, context));
    }
    return file;
}

} // namespace jejaring::data
