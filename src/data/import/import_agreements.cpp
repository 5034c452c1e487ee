// SPDX-License-Identifier: MIT
// Rows of agreements on their way into a project.
#include "data/import/import_agreement_row.hpp"
#include "data/import/import_keys.hpp"

#include <algorithm>
#include <set>

namespace jejaring::data {
namespace {

using core::Agreement;
using Field = ImportField;

std::string sorted(std::vector<std::string> texts) {
    std::sort(texts.begin(), texts.end());
    return joined(texts, "+");
}

std::string targetsText(const std::vector<core::Target>& targets) {
    std::string text;
    for (const core::Target& target : targets)
        text += joinedKey({asListEntry(target.what), asListEntry(target.unit),
                           target.planned ? shownNumber(*target.planned) : "",
                           target.reached ? shownNumber(*target.reached) : ""}) +
                "; ";
    return text;
}

// `dated`: the row states the date of the stage that it states.
std::string stagesText(const std::vector<core::StageReached>& stages, bool listed, bool dated) {
    if (!listed && !dated)
        return stages.empty() ? std::string() : stages.back().stage;
    if (!listed)
        return stagesText({stages.end() - std::min<std::ptrdiff_t>(std::ssize(stages), 1), stages.end()}, true, false);
    std::string text;
    for (const core::StageReached& stage : stages)
        text += (text.empty() ? "" : "; ") + stage.stage + (stage.date ? " " + stage.date->iso() : "");
    return text;
}

class AgreementRules : public ImportKindRules {
  public:
    explicit AgreementRules(ImportDesk& desk) : desk_(desk) {
        const std::vector<Agreement>& agreements = desk.project.agreements;
        for (std::size_t i = 0; i < agreements.size(); ++i) {
            byId_.emplace(agreements[i].id, i);
            byKey_.emplace(naturalKey(agreements[i]), i);
        }
    }

    std::string_view table() const override { return "agreements"; }

    void read(ImportRow& row) override {
        draft_ = readAgreement(row, desk_.project.stages);
        mapped_ = FileFields(row);
    }

    std::string statedId() const override { return draft_.agreement.id; }

    std::string key() const override {
        return joinedKey({sidesText(), wordKey(draft_.agreement.document), dateText(draft_.agreement.signedOn),
                          wordKey(draft_.number), wordKey(draft_.subject)});
    }

    std::vector<std::string> looseKeys() const override {
        return {joinedKey({sidesText(), wordKey(draft_.agreement.document)}), sidesText(),
                joinedKey({codesText(draft_.regions), dateText(draft_.agreement.signedOn)})};
    }

    std::vector<ImportPart> parts() const override {
        const Agreement& a = draft_.agreement;
        std::vector<ImportPart> parts;
        const auto part = [&](const char* name, std::initializer_list<Field> fields, std::string text) {
            mapped_.addPart(parts, name, fields, std::move(text));
        };
        parts.push_back({"p", mapped_.contains(Field::partner) ? Field::partner : Field::region, partiesText()});
        part("k", {Field::agreementKind}, draft_.kindStated ? std::string(core::agreementKindId(a.kind)) : "");
        part("b", {Field::subkind, Field::agreementKind}, a.subkind);
        part("d", {Field::document}, a.document);
        part("f", {Field::framework}, a.framework);
        part("s", {Field::sectors}, joined(a.sectors));
        part("g", {Field::stage}, stagesText(draft_.stages, draft_.stagesListed, stageDated()));
        part("u", {Field::status},
             a.status == core::AgreementStatus::unknown ? std::string()
                                                        : std::string(core::agreementStatusId(a.status)));
        part("t", {Field::signedOn}, dateText(a.signedOn));
        part("v", {Field::validUntil, Field::validity}, dateText(a.validUntil));
        part("e", {Field::endedOn}, dateText(a.endedOn));
        part("m", {Field::value}, moneyText(a));
        part("r", {Field::target}, targetsText(a.targets));
        part("l", {Field::replaces}, a.replaces);
        part("q", {Field::sourceTitle, Field::sourceAddress}, draft_.source.text());
        if (mapped_.contains(Field::note) || !a.note.empty())
            parts.push_back({"n", Field::note, a.note});
        if (draft_.partners.size() == 1) {
            const core::Partner& partner = draft_.partners.front();
            part("y", {Field::partnerType},
                 draft_.partnerTypeStated ? std::string(core::partnerTypeId(partner.type)) : "");
            part("c", {Field::coordinates, Field::latitude}, draft_.placeStated ? placeText(partner.place) : "");
        }
        return parts;
    }

    std::string textOf(ImportObject object, const ImportPart& part) const override {
        const Agreement& a = desk_.project.agreements[object];
        switch (part.name[0]) {
        case 'p':
            return partiesText(a);
        case 'k':
            return std::string(core::agreementKindId(a.kind));
        case 'b':
            return a.subkind;
        case 'd':
            return a.document;
        case 'f':
            return a.framework;
        case 's':
            return joined(a.sectors);
        case 'g':
            return stagesText(a.stages, draft_.stagesListed, stageDated());
        case 'u':
            return a.status == core::AgreementStatus::unknown ? std::string()
                                                              : std::string(core::agreementStatusId(a.status));
        case 't':
            return dateText(a.signedOn);
        case 'v':
            return dateText(a.validUntil);
        case 'e':
            return dateText(a.endedOn);
        case 'm':
            return moneyText(a);
        case 'r':
            return targetsText(a.targets);
        case 'l':
            return a.replaces;
        case 'q':
            return draft_.source.textOf(desk_.sources.find(a.sourceId));
        case 'n':
            return a.note;
        default:
            break;
        }
        const core::Partner* const partner = onlyPartner(a);
        if (partner == nullptr)
            return {};
        return part.name == "y" ? std::string(core::partnerTypeId(partner->type)) : placeText(partner->place);
    }

    std::string shownOf(ImportObject object, const ImportPart& part) const override {
        return part.name == "p" ? sidesForPeople(desk_.project.agreements[object]) : textOf(object, part);
    }

    std::string shown(const ImportPart& part) const override {
        if (part.name != "p")
            return part.text;
        std::vector<std::string> names;
        for (const core::Partner& partner : draft_.partners)
            names.push_back(partner.name);
        return sidesForPeople(draft_.regions, names);
    }

    void take(ImportObject object, const ImportPart& part) override {
        Agreement& a = desk_.project.agreements[object];
        const Agreement& from = draft_.agreement;
        switch (part.name[0]) {
        case 'p':
            for (const core::Party& party : a.parties)
                if (!party.partnerId.empty())
                    left_.insert(party.partnerId);
            a.parties = parties();
            break;
        case 'k':
            a.kind = from.kind;
            break;
        case 'b':
            a.subkind = from.subkind;
            break;
        case 'd':
            a.document = from.document;
            break;
        case 'f':
            a.framework = from.framework;
            break;
        case 's':
            a.sectors = from.sectors;
            break;
        case 'g':
            takeStage(a);
            break;
        case 'u':
            a.status = from.status;
            break;
        case 't':
            for (core::StageReached& stage : a.stages)
                if (stage.date == a.signedOn && stage.phase == core::StagePhase::signing)
                    stage.date = from.signedOn;
            a.signedOn = from.signedOn;
            break;
        case 'v':
            a.validUntil = from.validUntil;
            break;
        case 'e':
            a.endedOn = from.endedOn;
            break;
        case 'm':
            a.value = from.value;
            a.currency = from.currency;
            break;
        case 'r':
            a.targets = from.targets;
            break;
        case 'l':
            a.replaces = from.replaces;
            break;
        case 'q':
            a.sourceId = desk_.sources.idOf(draft_.source, SourceBook::Known::corrected);
            break;
        case 'n':
            a.note = from.note;
            break;
        default:
            if (const core::Partner* const known = onlyPartner(a); known != nullptr && draft_.partners.size() == 1) {
                core::Partner* const partner = desk_.partners.find(known->id);
                if (part.name == "y")
                    partner->type = draft_.partners.front().type;
                else
                    partner->place = draft_.partners.front().place;
            }
        }
    }

    ImportObject add(const std::string& id, const core::Provenance& provenance) override {
        Agreement agreement = draft_.agreement;
        agreement.id = id;
        agreement.parties = parties();
        agreement.stages = stagesOf(draft_, desk_.project.stages);
        agreement.sourceId = desk_.sources.idOf(draft_.source);
        agreement.provenance = provenance;
        const std::size_t index = desk_.project.agreements.size();
        desk_.project.agreements.push_back(std::move(agreement));
        byId_.emplace(id, index);
        return index;
    }

    std::string newId() const override { return idFromKey('A', key()); }

    // A partner whose last agreement went to another one would stand in the lists with nothing to show.
    std::vector<core::Message> finish() override {
        for (const Agreement& agreement : desk_.project.agreements)
            for (const core::Party& party : agreement.parties)
                left_.erase(party.partnerId);
        std::vector<core::Message> messages;
        std::vector<core::Partner>& partners = desk_.project.partners;
        for (auto partner = partners.begin(); !left_.empty() && partner != partners.end();)
            if (left_.contains(partner->id)) {
                messages.push_back(
                    core::note(JEJARING_TR("{0} is a side of no agreement any more and was removed"), {partner->name}));
                partner = partners.erase(partner);
            } else {
                ++partner;
            }
        return messages;
    }

    std::optional<ImportObject> findById(const std::string& id) const override {
        const auto found = byId_.find(id);
        return found == byId_.end() ? std::nullopt : std::optional<ImportObject>(found->second);
    }

    // What was typed by hand has neither number nor subject of its own to compare.
    std::optional<ImportObject> findByKey(const std::string&) const override {
        const auto [first, last] = byKey_.equal_range(
            joinedKey({sidesText(), wordKey(draft_.agreement.document), dateText(draft_.agreement.signedOn)}));
        if (first == last || std::next(first) != last)
            return std::nullopt;
        return first->second;
    }

    std::string idOf(ImportObject object) const override { return desk_.project.agreements[object].id; }

    void setProvenance(ImportObject object, const core::Provenance& provenance) override {
        desk_.project.agreements[object].provenance = provenance;
    }

    std::vector<Known> fromSheet(const std::string& file, const std::string& sheet) const override {
        std::vector<Known> known;
        for (std::size_t i = 0; i < desk_.project.agreements.size(); ++i) {
            const Agreement& a = desk_.project.agreements[i];
            if (a.provenance.file != file || a.provenance.sheet != sheet || a.provenance.imported.empty())
                continue;
            const std::string sides = sidesText(a);
            known.push_back({i,
                             {joinedKey({sides, wordKey(a.document)}), sides,
                              joinedKey({codesText(ownRegions(a)), dateText(a.signedOn)})}});
        }
        return known;
    }

  private:
    static std::vector<core::RegionCode> ownRegions(const Agreement& agreement) {
        std::vector<core::RegionCode> codes;
        for (const core::Party& party : agreement.parties)
            if (party.partnerId.empty())
                codes.push_back(party.region);
        return codes;
    }

    // Regions by their codes, which are put in words where they are shown.
    static std::string sidesForPeople(const std::vector<core::RegionCode>& regions,
                                      const std::vector<std::string>& partners) {
        std::vector<std::string> texts;
        for (const core::RegionCode& code : regions)
            texts.push_back(code.text());
        texts.insert(texts.end(), partners.begin(), partners.end());
        return joined(texts);
    }

    std::string sidesForPeople(const Agreement& agreement) const {
        std::vector<std::string> names;
        for (const core::Party& party : agreement.parties)
            if (const core::Partner* const partner =
                    party.partnerId.empty() ? nullptr : desk_.partners.find(party.partnerId))
                names.push_back(partner->name);
        return sidesForPeople(ownRegions(agreement), names);
    }

    static std::string moneyText(const Agreement& agreement) {
        return agreement.value ? shownNumber(*agreement.value) + " " + agreement.currency : std::string();
    }

    const core::Partner* onlyPartner(const Agreement& agreement) const {
        const core::Partner* only = nullptr;
        for (const core::Party& party : agreement.parties) {
            if (party.partnerId.empty())
                continue;
            if (only != nullptr)
                return nullptr;
            only = desk_.partners.find(party.partnerId);
        }
        return only;
    }

    std::string sidesText() const {
        std::vector<std::string> texts;
        for (const core::RegionCode& code : draft_.regions)
            texts.push_back(code.text());
        for (const core::Partner& partner : draft_.partners)
            texts.push_back(partnerKey(partner, false));
        return sorted(std::move(texts));
    }

    std::string sidesText(const Agreement& agreement, bool withCountry = false) const {
        std::vector<std::string> texts;
        for (const core::Party& party : agreement.parties) {
            const core::Partner* const partner =
                party.partnerId.empty() ? nullptr : desk_.partners.find(party.partnerId);
            texts.push_back(partner == nullptr ? party.region.text() : partnerKey(*partner, withCountry));
        }
        return sorted(std::move(texts));
    }

    std::string naturalKey(const Agreement& agreement) const {
        return joinedKey({sidesText(agreement), wordKey(agreement.document), dateText(agreement.signedOn)});
    }

    std::string partiesText() const {
        std::vector<std::string> texts;
        for (const core::RegionCode& code : draft_.regions)
            texts.push_back(code.text());
        for (const core::Partner& partner : draft_.partners)
            texts.push_back(partnerKey(partner, draft_.countriesStated));
        return sorted(std::move(texts));
    }

    std::string partiesText(const Agreement& agreement) const { return sidesText(agreement, draft_.countriesStated); }

    std::vector<core::Party> parties() {
        std::vector<core::Party> parties;
        for (const core::RegionCode& code : draft_.regions)
            parties.push_back({code, ""});
        for (const core::Partner& partner : draft_.partners)
            parties.push_back({partner.region, desk_.partners.idOf(partner)});
        return parties;
    }

    bool stageDated() const {
        return !draft_.stagesListed && !draft_.stages.empty() && draft_.stages.back().date.has_value();
    }

    void takeStage(Agreement& agreement) const {
        if (draft_.stagesListed || draft_.stages.empty()) {
            agreement.stages = draft_.stages;
            return;
        }
        const core::StageReached& stage = draft_.stages.back();
        const auto found = std::find_if(agreement.stages.begin(), agreement.stages.end(),
                                        [&](const core::StageReached& known) { return known.stage == stage.stage; });
        if (found == agreement.stages.end()) {
            agreement.stages.push_back(stage);
            return;
        }
        if (stage.date)
            found->date = stage.date;
        agreement.stages.erase(found + 1, agreement.stages.end()); // it went back
    }

    ImportDesk& desk_;
    AgreementDraft draft_;
    FileFields mapped_;
    std::set<std::string> left_; // partners that an agreement had before it was changed
    std::unordered_map<std::string, std::size_t> byId_;
    std::unordered_multimap<std::string, std::size_t> byKey_;
};

} // namespace

std::unique_ptr<ImportKindRules> agreementRules(ImportDesk& desk) {
    return std::make_unique<AgreementRules>(desk);
}

} // namespace jejaring::data
