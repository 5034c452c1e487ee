// SPDX-License-Identifier: MIT
#include "analysis/problems.hpp"

#include "core/id_table.hpp"
#include "core/weekday.hpp"

#include <algorithm>
#include <string_view>
#include <unordered_set>

namespace jejaring::analysis {
namespace {

using core::warning;
using Ids = std::unordered_set<std::string_view>;

constexpr core::IdTable<ProblemKind, 8> kKinds{{{ProblemKind::weekday, "weekday"},
                                                {ProblemKind::zone, "zone"},
                                                {ProblemKind::order, "order"},
                                                {ProblemKind::unknownRegion, "unknown_region"},
                                                {ProblemKind::province, "province"},
                                                {ProblemKind::reference, "reference"},
                                                {ProblemKind::duplicate, "duplicate"},
                                                {ProblemKind::noAddress, "no_address"}}};

class Finder {
  public:
    Finder(const core::Project& project, const core::RegionCatalog& catalog) : project_(project), catalog_(catalog) {
        sources_ = idsOf(project.sources, "sources");
        partners_ = idsOf(project.partners, "partners");
        agreements_ = idsOf(project.agreements, "agreements");
        static_cast<void>(idsOf(project.visits, "visits"));
        for (const core::Source& source : project.sources)
            if (source.address.empty())
                withoutAddress_.insert(source.id);
    }

    std::vector<Problem> run() {
        for (const core::Agreement& agreement : project_.agreements)
            check(agreement);
        for (const core::Visit& visit : project_.visits)
            check(visit);
        for (const core::Activity& activity : project_.activities)
            check(activity);
        for (const core::FollowUp& followUp : project_.followUps)
            checkReference("follow_ups", followUp.id, agreements_, followUp.agreementId);
        for (const core::Note& note : project_.notes)
            checkWeekdays("notes", note.id, {note.text});
        for (const core::IndicatorValue& value : project_.indicatorValues)
            checkRegion("indicator_values", value.indicatorId, value.region);
        for (const core::RegionProfile& profile : project_.profiles)
            checkRegion("profiles", profile.region.text(), profile.region);
        for (const core::RegionGroup& group : project_.groups)
            for (const core::RegionCode& member : group.members)
                checkRegion("region_groups", group.name, member);
        std::stable_sort(problems_.begin(), problems_.end(),
                         [](const Problem& a, const Problem& b) { return a.kind < b.kind; });
        return std::move(problems_);
    }

  private:
    template <class T> Ids idsOf(const std::vector<T>& rows, const char* table) {
        Ids ids;
        for (const T& row : rows)
            if (!ids.insert(row.id).second)
                add(ProblemKind::duplicate, table, row.id, warning(JEJARING_TR("The id {0} stands twice"), {row.id}));
        return ids;
    }

    void add(ProblemKind kind, const char* table, std::string id, core::Message message) {
        problems_.push_back({kind, std::move(message), table, std::move(id)});
    }

    void checkRegion(const char* table, const std::string& id, const core::RegionCode& code) {
        if (!code.empty() && !catalog_.find(code))
            add(ProblemKind::unknownRegion, table, id,
                warning(JEJARING_TR("No region has the code {0}"), {code.text()}));
    }

    void checkReference(const char* table, const std::string& id, const Ids& known, const std::string& reference) {
        if (!reference.empty() && !known.contains(reference))
            add(ProblemKind::reference, table, id,
                warning(JEJARING_TR("Refers to {0}, which is not there"), {reference}));
    }

    void checkSource(const char* table, const std::string& id, const std::string& source) {
        checkReference(table, id, sources_, source);
        if (withoutAddress_.contains(source))
            add(ProblemKind::noAddress, table, id, warning(JEJARING_TR("Its source has no address")));
    }

    void checkOrder(const char* table, const std::string& id, const std::optional<core::PartialDate>& start,
                    const std::optional<core::PartialDate>& end) {
        if (start && end && end->latest() < start->earliest())
            add(ProblemKind::order, table, id,
                warning(JEJARING_TR("Ends on {1}, before it starts on {0}"), {start->iso(), end->iso()}));
    }

    void checkWeekdays(const char* table, const std::string& id, std::initializer_list<std::string_view> texts) {
        for (const std::string_view text : texts)
            for (const core::WeekdayClaim& claim : core::findWeekdayClaims(text))
                if (!claim.holds())
                    add(ProblemKind::weekday, table, id,
                        warning(JEJARING_TR("\"{0}\": {1} was not that weekday"),
                                {claim.text, core::isoText(claim.day)}));
    }

    void check(const core::Agreement& agreement) {
        const char* const table = "agreements";
        for (const core::Party& party : agreement.parties) {
            checkRegion(table, agreement.id, party.region);
            checkReference(table, agreement.id, partners_, party.partnerId);
        }
        checkReference(table, agreement.id, agreements_, agreement.replaces);
        checkSource(table, agreement.id, agreement.sourceId);
        checkOrder(table, agreement.id, agreement.signedOn, agreement.validUntil);
        checkOrder(table, agreement.id, agreement.signedOn, agreement.endedOn);
        checkWeekdays(table, agreement.id, {agreement.note});
        std::optional<core::PartialDate> last;
        for (const core::StageReached& stage : agreement.stages) {
            checkOrder(table, agreement.id, last, stage.date);
            if (stage.date)
                last = stage.date;
        }
    }

    void check(const core::Visit& visit) {
        checkRegion("visits", visit.id, visit.province);
        checkSource("visits", visit.id, visit.sourceId);
        checkOrder("visits", visit.id, visit.start, visit.end);
        checkWeekdays("visits", visit.id, {visit.title, visit.purpose, visit.expectedEffect, visit.focus});
        for (const core::Stop& stop : visit.stops)
            check(stop, visit, visit.id + '/' + std::to_string(stop.sequence));
    }

    void check(const core::Stop& stop, const core::Visit& visit, const std::string& id) {
        checkRegion("stops", id, stop.region);
        checkSource("stops", id, stop.sourceId);
        checkWeekdays("stops", id, {stop.place, stop.agenda, stop.reason, stop.discussed});
        if (!stop.region.empty()) {
            const std::optional<core::TimeZone> official = core::officialTimeZone(stop.region);
            if (stop.zone && official && *stop.zone != *official)
                add(ProblemKind::zone, "stops", id,
                    warning(JEJARING_TR("Given in {0}, but {1} lies in {2}"),
                            {std::string(abbreviation(*stop.zone)), stop.region.text(),
                             std::string(abbreviation(*official))}));
            if (!visit.province.empty() && stop.region.province() != visit.province)
                add(ProblemKind::province, "stops", id,
                    warning(JEJARING_TR("{0} does not lie in the visit's province {1}"),
                            {stop.region.text(), visit.province.text()}));
        }
        if (stop.time && stop.endTime && *stop.endTime < *stop.time)
            add(ProblemKind::order, "stops", id,
                warning(JEJARING_TR("Ends on {1}, before it starts on {0}"),
                        {stop.time->text(), stop.endTime->text()}));
        const bool before = stop.date && visit.start && stop.date->latest() < visit.start->earliest();
        const bool after = stop.date && visit.end && stop.date->earliest() > visit.end->latest();
        if (before || after)
            add(ProblemKind::order, "stops", id,
                warning(JEJARING_TR("{0} is not a day of the visit"), {stop.date->iso()}));
    }

    void check(const core::Activity& activity) {
        checkRegion("activities", activity.id, activity.region);
        for (const core::Participant& participant : activity.participants)
            checkRegion("activities", activity.id, participant.region);
        checkSource("activities", activity.id, activity.sourceId);
        checkOrder("activities", activity.id, activity.start, activity.end);
        checkWeekdays("activities", activity.id, {activity.title, activity.purpose, activity.note});
    }

    const core::Project& project_;
    const core::RegionCatalog& catalog_;
    Ids sources_;
    Ids partners_;
    Ids agreements_;
    Ids withoutAddress_;
    std::vector<Problem> problems_;
};

} // namespace

std::string_view problemKindId(ProblemKind kind) {
    return core::idOf(kKinds, kind);
}

std::vector<Problem> findProblems(const core::Project& project, const core::RegionCatalog& catalog) {
    return Finder(project, catalog).run();
}

} // namespace jejaring::analysis
