// SPDX-License-Identifier: MIT
#include "session/project_edit.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <map>
#include <utility>

namespace jejaring::session {
namespace {

char letterOf(RecordKind kind) {
    switch (kind) {
    case RecordKind::agreement:
        return 'A';
    case RecordKind::partner:
        return 'P';
    case RecordKind::visit:
        return 'V';
    case RecordKind::followUp:
        return 'T';
    case RecordKind::activity:
        return 'K';
    case RecordKind::indicator:
        return 'I';
    case RecordKind::risk:
        return 'R';
    case RecordKind::note:
        return 'N';
    case RecordKind::picture:
        return 'F';
    case RecordKind::source:
        return 'S';
    }
    return 'X';
}

// Every id that stands in the project, or is referred to.
template <class Use> void forEachId(const core::Project& project, const Use& use) {
    const auto all = [&](const auto& items) {
        for (const auto& item : items)
            use(item.id);
    };
    all(project.sources);
    all(project.partners);
    all(project.agreements);
    all(project.visits);
    all(project.followUps);
    all(project.activities);
    all(project.indicators);
    all(project.risks);
    all(project.notes);
    all(project.pictures);
    for (const core::Agreement& agreement : project.agreements) {
        use(agreement.replaces);
        for (const core::Party& party : agreement.parties)
            use(party.partnerId);
    }
    for (const core::FollowUp& followUp : project.followUps) {
        use(followUp.visitId);
        use(followUp.agreementId);
    }
}

// The number of "A0012" with the letter A; 0 for any other id.
int numberOf(const std::string& id, char letter) {
    constexpr std::size_t kLongest = 8;
    if (id.size() < 2 || id.size() > kLongest || id.front() != letter)
        return 0;
    int number = 0;
    for (std::size_t i = 1; i < id.size(); ++i) {
        if (std::isdigit(static_cast<unsigned char>(id[i])) == 0)
            return 0;
        number = number * 10 + (id[i] - '0');
    }
    return number;
}

template <class T, class Same> void putWhere(std::vector<T>& items, T item, const Same& same) {
    const auto found = std::find_if(items.begin(), items.end(), same);
    if (found == items.end())
        items.push_back(std::move(item));
    else
        *found = std::move(item);
}

template <class T> void putById(std::vector<T>& items, T item) {
    const std::string id = item.id;
    putWhere(items, std::move(item), [&id](const T& other) { return other.id == id; });
}

template <class T> void eraseById(std::vector<T>& items, const std::string& id) {
    std::erase_if(items, [&id](const T& item) { return item.id == id; });
}

bool empty(const core::RegionProfile& profile) {
    core::RegionProfile blank;
    blank.region = profile.region;
    return profile == blank;
}

core::Visit* visitOf(core::Project& project, const std::string& id) {
    const auto found =
        std::find_if(project.visits.begin(), project.visits.end(), [&](const core::Visit& v) { return v.id == id; });
    return found == project.visits.end() ? nullptr : &*found;
}

} // namespace

std::string newId(const core::Project& project, RecordKind kind) {
    const char letter = letterOf(kind);
    int highest = 0;
    forEachId(project, [&](const std::string& id) { highest = std::max(highest, numberOf(id, letter)); });
    return fmt::format("{}{:03}", letter, highest + 1);
}

void put(core::Project& project, core::Agreement agreement) {
    for (core::StageReached& reached : agreement.stages)
        if (const core::Stage* stage = core::findStage(project.stages, reached.stage))
            reached.phase = stage->phase;
    putById(project.agreements, std::move(agreement));
}

void put(core::Project& project, core::Partner partner) {
    putById(project.partners, std::move(partner));
}

void put(core::Project& project, core::Visit visit) {
    std::map<int, int> places; // by sequence as it was
    int place = 0;
    for (core::Stop& stop : visit.stops) {
        ++place;
        if (stop.sequence > 0)
            places.emplace(stop.sequence, place);
        stop.sequence = place;
    }
    const auto follow = [&places](int& stop) {
        if (stop == 0)
            return;
        const auto found = places.find(stop);
        stop = found == places.end() ? 0 : found->second;
    };
    for (core::FollowUp& followUp : project.followUps)
        if (followUp.visitId == visit.id)
            follow(followUp.stop);
    for (core::Picture& picture : project.pictures)
        if (picture.visitId == visit.id)
            follow(picture.stop);
    putById(project.visits, std::move(visit));
}

void put(core::Project& project, core::FollowUp followUp) {
    putById(project.followUps, std::move(followUp));
}
void put(core::Project& project, core::Activity activity) {
    putById(project.activities, std::move(activity));
}
void put(core::Project& project, core::Indicator indicator) {
    putById(project.indicators, std::move(indicator));
}
void put(core::Project& project, core::Risk risk) {
    putById(project.risks, std::move(risk));
}
void put(core::Project& project, core::Note note) {
    putById(project.notes, std::move(note));
}
void put(core::Project& project, core::Picture picture) {
    putById(project.pictures, std::move(picture));
}
void put(core::Project& project, core::Source source) {
    putById(project.sources, std::move(source));
}

void put(core::Project& project, core::IndicatorValue value) {
    const core::IndicatorValue key = value;
    putWhere(project.indicatorValues, std::move(value), [&key](const core::IndicatorValue& other) {
        return other.indicatorId == key.indicatorId && other.region == key.region && other.period == key.period;
    });
}

void put(core::Project& project, core::IndicatorValue value, const core::IndicatorValue& former) {
    const auto same = [&former](const core::IndicatorValue& other) {
        return other.indicatorId == former.indicatorId && other.region == former.region &&
               other.period == former.period;
    };
    putWhere(project.indicatorValues, std::move(value), same);
}

void put(core::Project& project, core::RegionProfile profile) {
    const core::RegionCode region = profile.region;
    if (empty(profile))
        std::erase_if(project.profiles, [&](const core::RegionProfile& other) { return other.region == region; });
    else
        putWhere(project.profiles, std::move(profile),
                 [&](const core::RegionProfile& other) { return other.region == region; });
}

void put(core::Project& project, core::RegionGroup group, const std::string& formerName) {
    const std::string name = formerName.empty() ? group.name : formerName;
    putWhere(project.groups, std::move(group), [&](const core::RegionGroup& other) { return other.name == name; });
}

void removeAgreement(core::Project& project, const std::string& id) {
    eraseById(project.agreements, id);
    std::erase_if(project.notes, [&](const core::Note& note) { return note.agreementId == id; });
    std::erase_if(project.pictures, [&](const core::Picture& picture) { return picture.agreementId == id; });
    std::erase_if(project.risks, [&](const core::Risk& risk) { return risk.agreementId == id && risk.region.empty(); });
    for (core::Risk& risk : project.risks)
        if (risk.agreementId == id)
            risk.agreementId.clear();
    for (core::Agreement& other : project.agreements)
        if (other.replaces == id)
            other.replaces.clear();
    for (core::FollowUp& followUp : project.followUps)
        if (followUp.agreementId == id)
            followUp.agreementId.clear();
}

void removeVisit(core::Project& project, const std::string& id) {
    eraseById(project.visits, id);
    std::erase_if(project.followUps, [&](const core::FollowUp& followUp) { return followUp.visitId == id; });
    std::erase_if(project.notes, [&](const core::Note& note) { return note.visitId == id; });
    std::erase_if(project.pictures, [&](const core::Picture& picture) { return picture.visitId == id; });
}

void removeActivity(core::Project& project, const std::string& id) {
    eraseById(project.activities, id);
    std::erase_if(project.followUps, [&](const core::FollowUp& followUp) { return followUp.visitId == id; });
}

void removeFollowUp(core::Project& project, const std::string& id) {
    eraseById(project.followUps, id);
}

void removeIndicator(core::Project& project, const std::string& id) {
    eraseById(project.indicators, id);
    std::erase_if(project.indicatorValues, [&](const core::IndicatorValue& value) { return value.indicatorId == id; });
}

void removeIndicatorValue(core::Project& project, const core::IndicatorValue& value) {
    std::erase_if(project.indicatorValues, [&](const core::IndicatorValue& other) {
        return other.indicatorId == value.indicatorId && other.region == value.region && other.period == value.period;
    });
}

void removeRisk(core::Project& project, const std::string& id) {
    eraseById(project.risks, id);
}
void removeGroup(core::Project& project, const std::string& name) {
    std::erase_if(project.groups, [&](const core::RegionGroup& group) { return group.name == name; });
}
void removeNote(core::Project& project, const std::string& id) {
    eraseById(project.notes, id);
}
void removePicture(core::Project& project, const std::string& id) {
    eraseById(project.pictures, id);
}

std::vector<Reference> usesOfPartner(const core::Project& project, const std::string& id) {
    std::vector<Reference> uses;
    for (const core::Agreement& agreement : project.agreements)
        if (std::any_of(agreement.parties.begin(), agreement.parties.end(),
                        [&](const core::Party& party) { return party.partnerId == id; }))
            uses.push_back({RecordKind::agreement, agreement.id});
    return uses;
}

std::vector<Reference> removePartner(core::Project& project, const std::string& id) {
    std::vector<Reference> uses = usesOfPartner(project, id);
    if (uses.empty())
        eraseById(project.partners, id);
    return uses;
}

std::vector<Reference> usesOfSource(const core::Project& project, const std::string& id) {
    std::vector<Reference> uses;
    const auto cites = [&id](const auto& item) { return item.sourceId == id; };
    for (const core::Agreement& agreement : project.agreements)
        if (cites(agreement))
            uses.push_back({RecordKind::agreement, agreement.id});
    for (const core::Visit& visit : project.visits)
        if (cites(visit) || std::any_of(visit.stops.begin(), visit.stops.end(), cites))
            uses.push_back({RecordKind::visit, visit.id});
    for (const core::Activity& activity : project.activities)
        if (cites(activity))
            uses.push_back({RecordKind::activity, activity.id});
    for (const core::Indicator& indicator : project.indicators)
        if (cites(indicator) || std::any_of(project.indicatorValues.begin(), project.indicatorValues.end(),
                                            [&](const core::IndicatorValue& value) {
                                                return value.indicatorId == indicator.id && cites(value);
                                            }))
            uses.push_back({RecordKind::indicator, indicator.id});
    return uses;
}

std::vector<Reference> removeSource(core::Project& project, const std::string& id) {
    std::vector<Reference> uses = usesOfSource(project, id);
    if (uses.empty())
        eraseById(project.sources, id);
    return uses;
}

void putStop(core::Project& project, const std::string& visitId, core::Stop stop) {
    core::Visit* found = visitOf(project, visitId);
    if (found == nullptr)
        return;
    core::Visit visit = *found;
    const int sequence = stop.sequence;
    const auto same = [sequence](const core::Stop& other) { return sequence > 0 && other.sequence == sequence; };
    putWhere(visit.stops, std::move(stop), same);
    put(project, std::move(visit));
}

void removeStop(core::Project& project, const std::string& visitId, int sequence) {
    core::Visit* found = visitOf(project, visitId);
    if (found == nullptr)
        return;
    core::Visit visit = *found;
    std::erase_if(visit.stops, [sequence](const core::Stop& stop) { return stop.sequence == sequence; });
    put(project, std::move(visit));
}

void moveStop(core::Project& project, const std::string& visitId, int sequence, int to) {
    core::Visit* found = visitOf(project, visitId);
    if (found == nullptr)
        return;
    core::Visit visit = *found;
    const auto from = std::find_if(visit.stops.begin(), visit.stops.end(),
                                   [sequence](const core::Stop& stop) { return stop.sequence == sequence; });
    if (from == visit.stops.end())
        return;
    const auto target = visit.stops.begin() + std::clamp(to, 1, static_cast<int>(visit.stops.size())) - 1;
    if (from < target)
        std::rotate(from, from + 1, target + 1);
    else
        std::rotate(target, from, from + 1);
    put(project, std::move(visit));
}

} // namespace jejaring::session
