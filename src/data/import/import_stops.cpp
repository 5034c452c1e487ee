// SPDX-License-Identifier: MIT
// Rows of stops on their way into a project: each belongs to a visit, which the rows make together where the project
// has none yet.
#include "data/import/import_list_rules.hpp"
#include "data/import/import_visit_row.hpp"

#include "core/phrase.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <set>

namespace jejaring::data {
namespace {

using core::Stop;
using core::Visit;
using Field = ImportField;

constexpr std::array<TextPart<Stop>, 5> kTexts{{{"p", Field::place, &Stop::place},
                                                {"c", Field::counterpart, &Stop::counterpart},
                                                {"a", Field::agenda, &Stop::agenda},
                                                {"w", Field::reason, &Stop::reason},
                                                {"d", Field::discussed, &Stop::discussed}}};

constexpr unsigned kStopBits = 24;
ImportObject objectOf(std::size_t visit, std::size_t stop) {
    return (static_cast<ImportObject>(visit) << kStopBits) | stop;
}

std::string timeText(const std::optional<core::ClockTime>& time) {
    return time ? time->text() : std::string();
}

// Days of one visit lie close together; the same title weeks later is another visit.
constexpr std::chrono::days kApart{7};

class StopRules : public ImportKindRules {
  public:
    explicit StopRules(ImportDesk& desk) : desk_(desk), followUps_(desk.project) {
        for (std::size_t v = 0; v < visits().size(); ++v) {
            const Visit& visit = visits()[v];
            indexVisit(v);
            for (std::size_t s = 0; s < visit.stops.size(); ++s) {
                widen(v, visit.stops[s]);
                byId_.emplace(stopId(visit, visit.stops[s]), objectOf(v, s));
                for (const std::string& of : {"id: " + visit.id, wordKey(visit.title)})
                    byKey_.emplace(keyOf(of, visit.stops[s]), objectOf(v, s));
            }
        }
    }

    std::string_view table() const override { return "stops"; }

    void read(ImportRow& row) override {
        visit_ = readVisit(row);
        visit_.id = row.text(Field::visitId);
        if (!visit_.id.empty() && visit_.title.empty() && !visitById_.contains(visit_.id))
            row.remark(core::warning(JEJARING_TR("No visit has the id {0}; one is made of its stops"), {visit_.id}));
        if (visit_.title.empty())
            visit_.title = row.mapping().title;
        if (visit_.title.empty())
            visit_.title = visit_.id;
        stop_ = {};
        source_ = readSource(row);
        readTimes(row);
        for (const TextPart<Stop>& text : kTexts)
            stop_.*text.text = row.text(text.field);
        stop_.coordinates = row.coordinates();
        if (const auto status = row.word(Field::stopStatus, WordList::stopStatus))
            stop_.status = core::parseStopStatus(*status).value_or(core::StopStatus::notStated);
        followUp_ = readFollowUps(row);
        if (!stop_.date && row.mapped(Field::date) && !row.states(Field::date))
            row.remark(core::warning(JEJARING_TR("The row states no date; the stop stands without one")));
        if (stop_.place.empty() && stop_.agenda.empty())
            row.reject(row.mapped(Field::place) ? Field::place : Field::agenda);
        mapped_ = FileFields(row);
    }

    std::string statedId() const override {
        return visit_.id.empty() || stop_.sequence == 0 ? std::string()
                                                        : visit_.id + "/" + std::to_string(stop_.sequence);
    }
    std::string key() const override { return keyOf(visitKey(), stop_); }
    std::vector<std::string> looseKeys() const override { return looseKeysOf(visitKey(), stop_); }
    std::string newId() const override { return {}; } // add() numbers it within its visit

    std::vector<ImportPart> parts() const override {
        std::vector<ImportPart> parts;
        const auto part = [&](const char* name, Field field, std::string text, bool always = false) {
            if (mapped_.contains(field) || always)
                parts.push_back({name, field, std::move(text)});
        };
        for (const TextPart<Stop>& text : kTexts)
            part(text.name, text.field, stop_.*text.text);
        part("t", Field::date, dateText(stop_.date));
        part("h", Field::time, timeText(stop_.time), stop_.time.has_value());
        part("e", Field::endTime, timeText(stop_.endTime), stop_.endTime.has_value());
        part("z", Field::zone, stop_.zone ? std::string(core::abbreviation(*stop_.zone)) : std::string(),
             stop_.zone.has_value());
        mapped_.addPart(parts, "l", {Field::coordinates, Field::latitude}, placeText(stop_.coordinates));
        mapped_.addPart(parts, "r", {Field::region, Field::regionCode, Field::province}, stop_.region.text());
        part("u", Field::stopStatus, std::string(core::stopStatusId(stop_.status)));
        if (source_.has())
            parts.push_back({"q", Field::sourceTitle, source_.text()});
        part("f", Field::followUp, followUp_.text());
        return parts;
    }

    std::string textOf(ImportObject object, const ImportPart& part) const override {
        const Stop& stop = stopOf(object);
        if (const TextPart<Stop>* const text = findTextPart<Stop>(kTexts, part.name))
            return stop.*text->text;
        switch (part.name[0]) {
        case 't':
            return dateText(stop.date);
        case 'h':
            return timeText(stop.time);
        case 'e':
            return timeText(stop.endTime);
        case 'z':
            return stop.zone ? std::string(core::abbreviation(*stop.zone)) : std::string();
        case 'l':
            return placeText(stop.coordinates);
        case 'r':
            return stop.region.text();
        case 'u':
            return std::string(core::stopStatusId(stop.status));
        case 'q':
            return source_.textOf(desk_.sources.find(stop.sourceId));
        default:
            return followUps_.textOf(visits()[object >> kStopBits].id, stop.sequence);
        }
    }

    void take(ImportObject object, const ImportPart& part) override {
        Stop& stop = stopOf(object);
        touched_.insert(object >> kStopBits);
        if (const TextPart<Stop>* const text = findTextPart<Stop>(kTexts, part.name)) {
            stop.*text->text = stop_.*text->text;
            return;
        }
        switch (part.name[0]) {
        case 't':
            stop.date = stop_.date;
            break;
        case 'h':
            stop.time = stop_.time;
            break;
        case 'e':
            stop.endTime = stop_.endTime;
            break;
        case 'z':
            stop.zone = stop_.zone;
            break;
        case 'l':
            stop.coordinates = stop_.coordinates;
            break;
        case 'r':
            stop.region = stop_.region;
            break;
        case 'u':
            stop.status = stop_.status;
            break;
        case 'q':
            stop.sourceId = desk_.sources.idOf(source_, SourceBook::Known::corrected);
            break;
        default:
            followUps_.take(followUp_, visits()[object >> kStopBits].id, stop.sequence);
        }
    }

    ImportObject add(const std::string&, const core::Provenance& provenance) override {
        const std::size_t index = visitOfDraft(provenance);
        Visit& visit = visits()[index];
        touched_.insert(index);
        Stop stop = stop_;
        if (stop.sequence == 0 || byId_.contains(stopId(visit, stop)))
            stop.sequence = extents_[index].lastSequence + 1;
        stop.sourceId = desk_.sources.idOf(source_);
        stop.provenance = provenance;
        const ImportObject object = objectOf(index, visit.stops.size());
        widen(index, stop);
        byId_.emplace(stopId(visit, stop), object);
        followUps_.take(followUp_, visit.id, stop.sequence);
        visit.stops.push_back(std::move(stop));
        return object;
    }

    std::optional<ImportObject> findById(const std::string& id) const override {
        const auto found = byId_.find(id);
        return found == byId_.end() ? std::nullopt : std::optional(found->second);
    }
    std::optional<ImportObject> findByKey(const std::string& key) const override {
        const auto found = byKey_.find(key);
        return found == byKey_.end() ? std::nullopt : std::optional(found->second);
    }
    std::string idOf(ImportObject object) const override {
        return stopId(visits()[object >> kStopBits], stopOf(object));
    }
    void setProvenance(ImportObject object, const core::Provenance& provenance) override {
        stopOf(object).provenance = provenance;
    }
    std::vector<Known> fromSheet(const std::string& file, const std::string& sheet) const override {
        std::vector<Known> known;
        for (std::size_t v = 0; v < visits().size(); ++v)
            for (std::size_t s = 0; s < visits()[v].stops.size(); ++s) {
                const Stop& stop = visits()[v].stops[s];
                if (stop.provenance.file == file && stop.provenance.sheet == sheet && !stop.provenance.imported.empty())
                    known.push_back({objectOf(v, s), looseKeysOf(wordKey(visits()[v].title), stop)});
            }
        return known;
    }

    // A visit that rows of stops made runs from its first stop to its last, in their province where they have one.
    std::vector<core::Message> finish() override {
        for (const std::size_t index : touched_) {
            Visit& visit = visits()[index];
            const auto made = made_.find(index);
            if (made == made_.end())
                continue;
            std::optional<core::PartialDate> first;
            std::optional<core::PartialDate> last;
            std::set<core::RegionCode> provinces;
            for (const Stop& stop : visit.stops) {
                if (stop.date && (!first || stop.date->earliest() < first->earliest()))
                    first = stop.date;
                if (stop.date && (!last || stop.date->latest() > last->latest()))
                    last = stop.date;
                if (!stop.region.empty())
                    provinces.insert(stop.region.province());
            }
            if (!made->second.start)
                visit.start = first;
            if (!made->second.end)
                visit.end = last;
            visit.province = provinces.size() == 1 ? *provinces.begin() : core::RegionCode{};
        }
        return {};
    }

  private:
    void readTimes(ImportRow& row) {
        const std::vector<core::RegionCode> regions = row.regions({}, false);
        if (!regions.empty())
            stop_.region = regions.front();
        if (const std::optional<DateValue> date = row.date(Field::date)) {
            stop_.date = date->start;
            if (date->time) {
                stop_.time = date->time->start;
                stop_.endTime = date->time->end;
                stop_.zone = date->time->zone;
            }
            if (date->end && date->end != date->start)
                row.flag(
                    Field::date, FlagKind::partIgnored,
                    core::warning(JEJARING_TR("A stop is of one day; {0} counts"), {core::dated(date->start.iso())}));
        }
        checkWeekday(row, Field::date, stop_.date);
        const std::optional<core::TimeZone> official = core::officialTimeZone(stop_.region);
        if (const std::optional<TimeValue> time = row.time(Field::time, official)) {
            stop_.time = time->start;
            stop_.endTime = time->end;
            if (time->zone)
                stop_.zone = time->zone;
        }
        // "Waktu (WITA)": the heading says it for all.
        if (!stop_.zone && stop_.time && row.mapped(Field::time))
            for (const core::TimeZone zone : {core::TimeZone::wib, core::TimeZone::wita, core::TimeZone::wit})
                if (row.columns()
                        .of(Field::time)
                        .front()
                        ->heading.find("(" + std::string(core::abbreviation(zone)) + ")") != std::string::npos)
                    setZone(row, Field::time, zone, official);
        if (const std::optional<TimeValue> time = row.time(Field::endTime, official))
            stop_.endTime = time->start;
        if (const std::string zone = row.text(Field::zone); !zone.empty()) {
            std::string upper = zone;
            std::transform(upper.begin(), upper.end(), upper.begin(),
                           [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
            if (const std::optional<core::TimeZone> known = core::parseTimeZone(upper))
                setZone(row, Field::zone, *known, official);
            else
                row.flag(Field::zone, FlagKind::unknownWord,
                         core::warning(JEJARING_TR("\"{0}\": expected WIB, WITA or WIT"), {zone}));
        }
        if (row.mapped(Field::endTime) && stop_.time && stop_.endTime && *stop_.endTime < *stop_.time)
            row.flag(Field::endTime, FlagKind::endBeforeStart,
                     core::warning(JEJARING_TR("Ends at {1}, before it starts at {0}"),
                                   {stop_.time->text(), stop_.endTime->text()}));
        if (row.states(Field::sequence)) {
            const std::optional<double> number = row.number(Field::sequence);
            if (number && *number >= 1 && *number <= 10000)
                stop_.sequence = static_cast<int>(*number);
        }
    }

    void setZone(ImportRow& row, Field field, core::TimeZone zone, std::optional<core::TimeZone> official) {
        stop_.zone = zone;
        if (official && *official != zone)
            row.flag(
                field, FlagKind::zoneDiffers,
                core::warning(JEJARING_TR("{0} is not the time of the region, which is {1}"),
                              {std::string(core::abbreviation(zone)), std::string(core::abbreviation(*official))}));
    }

    std::vector<Visit>& visits() { return desk_.project.visits; }
    [[nodiscard]] const std::vector<Visit>& visits() const { return desk_.project.visits; }
    Stop& stopOf(ImportObject object) { return visits()[object >> kStopBits].stops[object & ((1U << kStopBits) - 1)]; }
    [[nodiscard]] const Stop& stopOf(ImportObject object) const {
        return visits()[object >> kStopBits].stops[object & ((1U << kStopBits) - 1)];
    }

    static std::string stopId(const Visit& visit, const Stop& stop) {
        return visit.id + "/" + std::to_string(stop.sequence);
    }
    void widen(std::size_t index, const Stop& stop) {
        Extent& extent = extents_[index];
        extent.lastSequence = std::max(extent.lastSequence, stop.sequence);
        if (!stop.date)
            return;
        extent.first = extent.first ? std::min(*extent.first, stop.date->earliest()) : stop.date->earliest();
        extent.last = extent.last ? std::max(*extent.last, stop.date->latest()) : stop.date->latest();
    }

    void indexVisit(std::size_t index) {
        visitById_.emplace(visits()[index].id, index);
        visitsByTitle_[wordKey(visits()[index].title)].push_back(index);
    }

    std::string visitKey() const { return visit_.id.empty() ? wordKey(visit_.title) : "id: " + visit_.id; }
    static std::string keyOf(const std::string& visit, const Stop& stop) {
        return joinedKey({visit, dateText(stop.date), timeText(stop.time), wordKey(stop.place), wordKey(stop.agenda)});
    }
    static std::vector<std::string> looseKeysOf(const std::string& visit, const Stop& stop) {
        return {joinedKey({visit, dateText(stop.date), timeText(stop.time), wordKey(stop.place)}),
                joinedKey({visit, dateText(stop.date), wordKey(stop.place)}),
                joinedKey({visit, wordKey(stop.place), wordKey(stop.agenda)}),
                joinedKey({visit, dateText(stop.date), timeText(stop.time)})};
    }

    [[nodiscard]] bool closeTo(std::size_t index) const {
        const Visit& visit = visits()[index];
        if (!stop_.date)
            return true;
        std::optional<core::Day> first = visit.start ? std::optional(visit.start->earliest()) : std::nullopt;
        std::optional<core::Day> last = visit.end ? std::optional(visit.end->latest()) : first;
        if (const auto extent = extents_.find(index); extent != extents_.end() && extent->second.first) {
            first = first ? std::min(*first, *extent->second.first) : extent->second.first;
            last = last ? std::max(*last, *extent->second.last) : extent->second.last;
        }
        return !first || !last ||
               (std::chrono::sys_days{stop_.date->latest()} + kApart >= std::chrono::sys_days{*first} &&
                std::chrono::sys_days{stop_.date->earliest()} <= std::chrono::sys_days{*last} + kApart);
    }

    std::size_t visitOfDraft(const core::Provenance& provenance) {
        if (const auto known = visitById_.find(visit_.id); !visit_.id.empty() && known != visitById_.end())
            return completed(known->second);
        if (visit_.id.empty())
            for (const std::size_t index : visitsByTitle_[wordKey(visit_.title)])
                if (closeTo(index))
                    return completed(index);
        Visit visit = visit_;
        if (visit.id.empty()) {
            const std::string wanted =
                idFromKey('V', joinedKey({wordKey(visit.title), dateText(visit.start ? visit.start : stop_.date)}));
            visit.id = wanted;
            for (int i = 2; visitById_.contains(visit.id); ++i)
                visit.id = wanted + "-" + std::to_string(i);
        }
        visit.provenance = provenance;
        made_.emplace(visits().size(), visit);
        visits().push_back(std::move(visit));
        indexVisit(visits().size() - 1);
        return visits().size() - 1;
    }

    // What the row says of the visit fills what the visit lacks.
    std::size_t completed(std::size_t index) {
        Visit& visit = visits()[index];
        for (const auto& text : {&Visit::visitor, &Visit::ministry, &Visit::purpose})
            if ((visit.*text).empty())
                visit.*text = visit_.*text;
        return index;
    }

    ImportDesk& desk_;
    FollowUpBook followUps_;
    Visit visit_; // as the row states it
    Stop stop_;
    FollowUpDraft followUp_;
    CitedSource source_;
    FileFields mapped_;
    std::unordered_map<std::string, std::size_t> visitById_;
    std::unordered_map<std::string, std::vector<std::size_t>> visitsByTitle_;
    std::unordered_map<std::string, ImportObject> byKey_;
    std::unordered_map<std::string, ImportObject> byId_;
    struct Extent { // of a visit's stops
        int lastSequence = 0;
        std::optional<core::Day> first;
        std::optional<core::Day> last;
    };
    std::unordered_map<std::size_t, Extent> extents_;
    std::map<std::size_t, Visit> made_; // visits that rows made, as the first one stated them
    std::set<std::size_t> touched_;
};

} // namespace

std::unique_ptr<ImportKindRules> stopRules(ImportDesk& desk) {
    return std::make_unique<StopRules>(desk);
}

} // namespace jejaring::data
