// SPDX-License-Identifier: MIT
// Rows of visits on their way into a project.
#include "data/import/import_list_rules.hpp"
#include "data/import/import_visit_row.hpp"

#include "core/phrase.hpp"

#include <array>

namespace jejaring::data {
namespace {

using core::Visit;
using Field = ImportField;

constexpr std::array<TextPart<Visit>, 6> kTexts{{{"t", Field::title, &Visit::title},
                                                 {"v", Field::visitor, &Visit::visitor},
                                                 {"m", Field::ministry, &Visit::ministry},
                                                 {"p", Field::purpose, &Visit::purpose},
                                                 {"x", Field::expectedEffect, &Visit::expectedEffect},
                                                 {"f", Field::focus, &Visit::focus}}};

class VisitRules : public ListRules<Visit> {
  public:
    explicit VisitRules(ImportDesk& desk)
        : ListRules(desk.project.visits, kTexts, keyOf, looseKeysOf), desk_(desk), followUps_(desk.project) {}

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
        // Many lists of visits have no title beside what the visit is for.
        if (!row.mapped(Field::title))
            draft_.title = draft_.purpose;
        if (draft_.title.empty())
            row.reject(row.mapped(Field::title) ? Field::title : Field::purpose);
        mapped_ = FileFields(row);
    }

    std::string newId() const override { return idFromKey('V', key()); }

    std::vector<ImportPart> parts() const override {
        std::vector<ImportPart> parts;
        const auto part = [&](const char* name, std::initializer_list<Field> fields, std::string text) {
            mapped_.addPart(parts, name, fields, std::move(text));
        };
        for (const TextPart<Visit>& text : kTexts)
            part(text.name, {text.field}, draft_.*text.text);
        part("y", {Field::visitType}, std::string(core::visitTypeId(draft_.type)));
        part("s", {Field::startDate}, dateText(draft_.start));
        if (draft_.end || mapped_.contains(Field::endDate))
            part("e", {Field::endDate, Field::startDate}, dateText(draft_.end));
        part("r", {Field::region, Field::regionCode, Field::province}, draft_.province.text());
        if (source_.has())
            parts.push_back({"q", Field::sourceTitle, source_.text()});
        part("w", {Field::followUp}, followUp_.text());
        return parts;
    }

    ImportObject add(const std::string& id, const core::Provenance& provenance) override {
        draft_.sourceId = desk_.sources.idOf(source_);
        followUps_.take(followUp_, id, 0);
        return ListRules::add(id, provenance);
    }

  private:
    std::string valueOf(const Visit& visit, char part) const override {
        switch (part) {
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

    void takeValue(Visit& visit, char part) override {
        switch (part) {
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
            visit.sourceId = desk_.sources.idOf(source_, SourceBook::Known::corrected);
            break;
        default:
            followUps_.take(followUp_, visit.id, 0);
        }
    }

    static std::string keyOf(const Visit& visit) { return joinedKey({wordKey(visit.title), dateText(visit.start)}); }
    static std::vector<std::string> looseKeysOf(const Visit& visit) {
        return {wordKey(visit.title), dateText(visit.start)};
    }

    ImportDesk& desk_;
    FollowUpBook followUps_;
    FollowUpDraft followUp_;
    CitedSource source_;
    FileFields mapped_;
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
    readDays(row, visit.start, visit.end);
    return visit;
}

void readDays(ImportRow& row, std::optional<core::PartialDate>& start, std::optional<core::PartialDate>& end) {
    if (const std::optional<DateValue> date = row.date(Field::startDate)) {
        start = date->start;
        end = date->end;
    }
    if (const std::optional<DateValue> date = row.date(Field::endDate))
        end = date->end ? date->end : date->start;
    checkWeekday(row, Field::startDate, start);
    if (start && end && end->latest() < start->earliest())
        row.flag(row.mapped(Field::endDate) ? Field::endDate : Field::startDate, FlagKind::endBeforeStart,
                 core::warning(JEJARING_TR("Ends on {1}, before it starts on {0}"),
                               {core::dated(start->iso()), core::dated(end->iso())}));
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
