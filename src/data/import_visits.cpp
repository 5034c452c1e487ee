// SPDX-License-Identifier: MIT
// Rows of visits on their way into a project.
#include "data/import_keys.hpp"
#include "data/import_visit_row.hpp"

#include <array>
#include <set>

namespace jejaring::data {
namespace {

using core::Visit;
using Field = ImportField;

struct TextPart {
    const char* name;
    Field field;
    std::string Visit::*text;
};
constexpr std::array<TextPart, 6> kTexts{{{"t", Field::title, &Visit::title},
                                          {"v", Field::visitor, &Visit::visitor},
                                          {"m", Field::ministry, &Visit::ministry},
                                          {"p", Field::purpose, &Visit::purpose},
                                          {"x", Field::expectedEffect, &Visit::expectedEffect},
                                          {"f", Field::focus, &Visit::focus}}};

class VisitRules : public ImportKindRules {
  public:
    explicit VisitRules(ImportDesk& desk) : desk_(desk), followUps_(desk.project) {
        for (std::size_t i = 0; i < desk.project.visits.size(); ++i) {
            byId_.emplace(desk.project.visits[i].id, i);
            byKey_.emplace(keyOf(desk.project.visits[i]), i);
        }
    }

    std::string_view table() const override { return "visits"; }

    void read(ImportRow& row) override {
        draft_ = readVisit(row);
        draft_.id = row.text(Field::id);
        const std::vector<core::RegionCode> regions = row.regions({}, true);
        draft_.province = {};
        for (const core::RegionCode& region : regions)
            draft_.province = draft_.province.empty() || draft_.province == region.province() ? region.province()
                                                                                              : core::RegionCode{};
        if (regions.size() > 1 && draft_.province.empty())
            row.remark(core::note(JEJARING_TR("The visit goes to several provinces; none is its own")));
        followUp_ = readFollowUps(row);
        source_ = readSource(row);
        if (draft_.title.empty())
            row.reject(Field::title);
        mapped_.clear();
        for (const Field field : {Field::title, Field::visitor, Field::ministry, Field::visitType, Field::startDate,
                                  Field::endDate, Field::purpose, Field::expectedEffect, Field::focus, Field::followUp})
            if (row.mapped(field))
                mapped_.insert(field);
        if (row.mapped(Field::region) || row.mapped(Field::regionCode) || row.mapped(Field::province))
            mapped_.insert(Field::region);
    }

    std::string statedId() const override { return draft_.id; }
    std::string key() const override { return keyOf(draft_); }
    std::vector<std::string> looseKeys() const override { return {wordKey(draft_.title), dateText(draft_.start)}; }
    std::string newId() const override { return idFromKey('V', key()); }

    std::vector<ImportPart> parts() const override {
        std::vector<ImportPart> parts;
        const auto part = [&](const char* name, Field field, std::string text) {
            if (mapped_.contains(field))
                parts.push_back({name, field, std::move(text)});
        };
        for (const TextPart& text : kTexts)
            part(text.name, text.field, draft_.*text.text);
        part("y", Field::visitType, std::string(core::visitTypeId(draft_.type)));
        part("s", Field::startDate, dateText(draft_.start));
        if (mapped_.contains(Field::endDate) || draft_.end)
            parts.push_back(
                {"e", mapped_.contains(Field::endDate) ? Field::endDate : Field::startDate, dateText(draft_.end)});
        part("r", Field::region, draft_.province.text());
        if (source_.has())
            parts.push_back({"q", Field::sourceTitle, source_.text()});
        part("w", Field::followUp, followUp_.text());
        return parts;
    }

    std::string textOf(ImportObject object, const ImportPart& part) const override {
        const Visit& visit = desk_.project.visits[object];
        for (const TextPart& text : kTexts)
            if (part.name == text.name)
                return visit.*text.text;
        switch (part.name[0]) {
        case 'y':
            return std::string(core::visitTypeId(visit.type));
        case 's':
            return dateText(visit.start);
        case 'e':
            return dateText(visit.end);
        case 'r':
            return visit.province.text();
        case 'q':
            return source_.textOf(desk_.sources.find(visit.sourceId));
        default:
            return followUps_.textOf(visit.id, 0);
        }
    }

    void take(ImportObject object, const ImportPart& part) override {
        Visit& visit = desk_.project.visits[object];
        for (const TextPart& text : kTexts)
            if (part.name == text.name) {
                visit.*text.text = draft_.*text.text;
                return;
            }
        switch (part.name[0]) {
        case 'y':
            visit.type = draft_.type;
            break;
        case 's':
            visit.start = draft_.start;
            break;
        case 'e':
            visit.end = draft_.end;
            break;
        case 'r':
            visit.province = draft_.province;
            break;
        case 'q':
            visit.sourceId = desk_.sources.idOf(source_.title, source_.address, source_.grade);
            break;
        default:
            followUps_.take(followUp_, visit.id, 0);
        }
    }

    ImportObject add(const std::string& id, const core::Provenance& provenance) override {
        Visit visit = draft_;
        visit.id = id;
        visit.sourceId = desk_.sources.idOf(source_.title, source_.address, source_.grade);
        visit.provenance = provenance;
        const std::size_t index = desk_.project.visits.size();
        desk_.project.visits.push_back(std::move(visit));
        byId_.emplace(id, index);
        followUps_.take(followUp_, id, 0);
        return index;
    }

    std::optional<ImportObject> findById(const std::string& id) const override {
        const auto found = byId_.find(id);
        return found == byId_.end() ? std::nullopt : std::optional<ImportObject>(found->second);
    }
    std::optional<ImportObject> findByKey(const std::string& key) const override {
        const auto found = byKey_.find(key);
        return found == byKey_.end() ? std::nullopt : std::optional<ImportObject>(found->second);
    }
    std::string idOf(ImportObject object) const override { return desk_.project.visits[object].id; }
    void setProvenance(ImportObject object, const core::Provenance& provenance) override {
        desk_.project.visits[object].provenance = provenance;
    }
    std::vector<Known> fromSheet(const std::string& file, const std::string& sheet) const override {
        std::vector<Known> known;
        for (std::size_t i = 0; i < desk_.project.visits.size(); ++i) {
            const Visit& visit = desk_.project.visits[i];
            if (visit.provenance.file == file && visit.provenance.sheet == sheet && !visit.provenance.imported.empty())
                known.push_back({i, {wordKey(visit.title), dateText(visit.start)}});
        }
        return known;
    }

  private:
    static std::string keyOf(const Visit& visit) { return joinedKey({wordKey(visit.title), dateText(visit.start)}); }

    ImportDesk& desk_;
    FollowUpBook followUps_;
    Visit draft_;
    FollowUpDraft followUp_;
    CitedSource source_;
    std::set<Field> mapped_;
    std::unordered_map<std::string, std::size_t> byId_;
    std::unordered_map<std::string, std::size_t> byKey_;
};

} // namespace

core::Visit readVisit(ImportRow& row) {
    Visit visit;
    visit.title = row.text(Field::title);
    visit.visitor = row.text(Field::visitor);
    visit.ministry = row.text(Field::ministry);
    visit.purpose = row.text(Field::purpose);
    visit.expectedEffect = row.text(Field::expectedEffect);
    visit.focus = row.text(Field::focus);
    const std::string type = wordKey(row.text(Field::visitType));
    if (type == "activity" || type == "event" || type == "kegiatan" || type == "forum" || type == "acara")
        visit.type = core::VisitType::activity;
    if (const std::optional<DateValue> start = row.date(Field::startDate)) {
        visit.start = start->start;
        visit.end = start->end;
    }
    if (const std::optional<DateValue> end = row.date(Field::endDate))
        visit.end = end->end ? end->end : end->start;
    checkWeekday(row, Field::startDate, visit.start);
    if (visit.start && visit.end && visit.end->latest() < visit.start->earliest())
        row.flag(
            row.mapped(Field::endDate) ? Field::endDate : Field::startDate, FlagKind::endBeforeStart,
            core::warning(JEJARING_TR("Ends on {1}, before it starts on {0}"), {visit.start->iso(), visit.end->iso()}));
    return visit;
}

void checkWeekday(ImportRow& row, ImportField dateField, const std::optional<core::PartialDate>& date) {
    if (!date || date->day == 0 || !row.states(Field::weekday))
        return;
    const std::string day = row.text(Field::weekday);
    const std::string text =
        day + ", " + std::to_string(date->day) + "/" + std::to_string(date->month) + "/" + std::to_string(date->year);
    const Reading<DateValue> reading = readDate(text);
    if (!reading.ok())
        row.flag(Field::weekday, FlagKind::unknownWord, core::warning(JEJARING_TR("\"{0}\" is no weekday"), {day}));
    for (const Flag& flag : reading.flags)
        if (flag.kind == FlagKind::weekdayDiffers)
            row.flag(dateField, flag.kind, flag.message);
}

std::unique_ptr<ImportKindRules> visitRules(ImportDesk& desk) {
    return std::make_unique<VisitRules>(desk);
}

} // namespace jejaring::data
