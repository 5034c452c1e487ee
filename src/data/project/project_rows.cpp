// SPDX-License-Identifier: MIT
#include "data/project/project_rows.hpp"

#include "data/project/project_store.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace jejaring::data {
namespace {

// The shortest text that gives the same number back.
std::string exactText(double value) {
    std::array<char, 32> buffer{};
    const auto [end, failure] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
    return {buffer.data(), end};
}

// Numbers of the project as a whole, and what they are called in the file.
template <class Project> auto numbersOf(Project& project) {
    return std::array{std::pair{"impact.weight.cooperation", &project.weights.cooperation},
                      std::pair{"impact.weight.countries", &project.weights.countries},
                      std::pair{"impact.weight.sectors", &project.weights.sectors},
                      std::pair{"impact.progress.signed", &project.progress.signedOnly},
                      std::pair{"impact.progress.under_way", &project.progress.underWay}};
}

bool empty(const core::Provenance& provenance) {
    return provenance == core::Provenance{};
}

std::string stopRow(const std::string& visitId, int position) {
    return visitId + '/' + std::to_string(position);
}

// Calls what(row, position from 1) for each child.
template <class Items, class What> void enumerate(const Items& items, What what) {
    int position = 0;
    for (const auto& item : items)
        what(item, ++position);
}

template <class T> using ById = std::unordered_map<std::string_view, T*>;

template <class T> ById<T> byId(std::vector<T>& items) {
    ById<T> index;
    index.reserve(items.size());
    for (T& item : items)
        index.emplace(item.id, &item);
    return index;
}

template <class Rows> void sortByPosition(Rows& rows) {
    std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.position < b.position; });
}

class Assembler {
  public:
    Assembler(core::Project& project, std::vector<core::Message>& messages) : messages_(messages), project_(project) {}

    // Hands each row to the owner that `idOf` names, in order of position.
    template <class Rows, class Owner, class IdOf, class Put>
    void distribute(const char* table, Rows& rows, const ById<Owner>& owners, IdOf idOf, Put put) {
        sortByPosition(rows);
        for (auto& row : rows) {
            const auto owner = owners.find(idOf(row));
            if (owner == owners.end())
                messages_.push_back(core::warning(
                    JEJARING_TR("Table {0}: a row belongs to {1}, which is not there; left out"), {table, idOf(row)}));
            else
                put(*owner->second, row);
        }
    }

    void readProjectKeys(std::vector<SettingRow>& rows) {
        for (SettingRow& row : rows) {
            if (row.key == "title")
                project_.title = std::move(row.value);
            else if (row.key == "description")
                project_.description = std::move(row.value);
            for (const auto& [key, number] : numbersOf(project_)) {
                if (row.key != key)
                    continue;
                double value = 0;
                const char* const end = row.value.data() + row.value.size();
                const auto [read, failure] = std::from_chars(row.value.data(), end, value);
                if (failure == std::errc{} && read == end)
                    *number = value;
                else
                    messages_.push_back(
                        core::warning(JEJARING_TR("{0} should be a number, not \"{1}\""), {row.key, row.value}));
            }
        }
    }

    void putProvenance(std::vector<ProvenanceRow>& rows) {
        std::unordered_map<std::string, core::Provenance*> places;
        for (core::Agreement& agreement : project_.agreements)
            places.emplace("agreements " + agreement.id, &agreement.provenance);
        for (core::Activity& activity : project_.activities)
            places.emplace("activities " + activity.id, &activity.provenance);
        for (core::Visit& visit : project_.visits) {
            places.emplace("visits " + visit.id, &visit.provenance);
            int position = 0;
            for (core::Stop& stop : visit.stops)
                places.emplace("stops " + stopRow(visit.id, ++position), &stop.provenance);
        }
        for (ProvenanceRow& row : rows)
            if (const auto place = places.find(row.table + ' ' + row.row); place != places.end())
                *place->second = std::move(row.provenance);
    }

  private:
    std::vector<core::Message>& messages_;
    core::Project& project_;
};

} // namespace

ProjectRowsView rowsOf(const core::Project& project) {
    ProjectRowsView rows;
    rows.project = {
        {kSchemaKey, std::to_string(kProjectSchema)}, {"title", project.title}, {"description", project.description}};
    for (const auto& [key, number] : numbersOf(project))
        rows.project.push_back({key, exactText(*number)});
    for (const auto& [key, value] : project.settings)
        rows.settings.push_back({key, value});

    const auto addProvenance = [&](const char* table, const std::string& row, const core::Provenance& provenance) {
        if (!empty(provenance))
            rows.provenance.push_back({table, row, provenance});
    };
    for (const core::Agreement& a : project.agreements) {
        enumerate(a.parties, [&](const core::Party& p, int at) { rows.parties.push_back({a.id, at, p}); });
        enumerate(a.sectors, [&](const std::string& s, int at) { rows.agreementSectors.push_back({a.id, at, s}); });
        enumerate(a.stages, [&](const core::StageReached& s, int at) {
            rows.agreementStages.push_back({a.id, at, s});
        });
        enumerate(a.targets, [&](const core::Target& t, int at) { rows.targets.push_back({a.id, at, t}); });
        addProvenance("agreements", a.id, a.provenance);
    }
    for (const core::Visit& visit : project.visits) {
        addProvenance("visits", visit.id, visit.provenance);
        enumerate(visit.stops, [&](const core::Stop& stop, int at) {
            rows.stops.push_back({visit.id, at, stop});
            addProvenance("stops", stopRow(visit.id, at), stop.provenance);
        });
    }
    for (const core::Activity& activity : project.activities) {
        addProvenance("activities", activity.id, activity.provenance);
        enumerate(activity.participants, [&](const core::Participant& participant, int at) {
            rows.participants.push_back({activity.id, at, participant});
        });
    }
    for (const core::RegionGroup& group : project.groups) {
        rows.groups.push_back({group.name});
        enumerate(group.members, [&](const core::RegionCode& member, int at) {
            rows.groupMembers.push_back({group.name, at, member});
        });
    }
    rows.sources = project.sources;
    rows.partners = project.partners;
    rows.agreements = project.agreements;
    rows.stages = project.stages;
    rows.sectors = project.sectors;
    rows.visits = project.visits;
    rows.followUps = project.followUps;
    rows.activities = project.activities;
    rows.indicators = project.indicators;
    rows.indicatorValues = project.indicatorValues;
    rows.risks = project.risks;
    rows.profiles = project.profiles;
    rows.aliases = project.aliases;
    rows.notes = project.notes;
    rows.pictures = project.pictures;
    rows.sheets = project.sheets;
    return rows;
}

core::Project projectOf(ProjectRows rows, std::vector<core::Message>& messages) {
    core::Project project;
    project.sources = std::move(rows.sources);
    project.partners = std::move(rows.partners);
    project.agreements = std::move(rows.agreements);
    project.stages = std::move(rows.stages);
    project.sectors = std::move(rows.sectors);
    project.visits = std::move(rows.visits);
    project.followUps = std::move(rows.followUps);
    project.activities = std::move(rows.activities);
    project.indicators = std::move(rows.indicators);
    project.indicatorValues = std::move(rows.indicatorValues);
    project.risks = std::move(rows.risks);
    project.profiles = std::move(rows.profiles);
    project.aliases = std::move(rows.aliases);
    project.notes = std::move(rows.notes);
    project.pictures = std::move(rows.pictures);
    project.sheets = std::move(rows.sheets);
    for (SettingRow& row : rows.settings)
        project.settings.emplace(std::move(row.key), std::move(row.value));
    for (GroupRow& row : rows.groups)
        project.groups.push_back({std::move(row.name), {}});

    Assembler assembler(project, messages);
    assembler.readProjectKeys(rows.project);
    const auto ofAgreement = [](const auto& row) -> const std::string& { return row.agreementId; };
    const ById<core::Agreement> agreements = byId(project.agreements);
    assembler.distribute("agreement_parties", rows.parties, agreements, ofAgreement,
                         [](core::Agreement& a, PartyRow& row) { a.parties.push_back(std::move(row.party)); });
    assembler.distribute(
        "agreement_sectors", rows.agreementSectors, agreements, ofAgreement,
        [](core::Agreement& a, AgreementSectorRow& row) { a.sectors.push_back(std::move(row.sectorId)); });
    assembler.distribute("agreement_stages", rows.agreementStages, agreements, ofAgreement,
                         [](core::Agreement& a, AgreementStageRow& row) { a.stages.push_back(std::move(row.stage)); });
    assembler.distribute("targets", rows.targets, agreements, ofAgreement,
                         [](core::Agreement& a, TargetRow& row) { a.targets.push_back(std::move(row.target)); });
    assembler.distribute(
        "stops", rows.stops, byId(project.visits), [](const StopRow& row) -> const std::string& { return row.visitId; },
        [](core::Visit& visit, StopRow& row) { visit.stops.push_back(std::move(row.stop)); });
    assembler.distribute(
        "activity_participants", rows.participants, byId(project.activities),
        [](const ParticipantRow& row) -> const std::string& { return row.activityId; },
        [](core::Activity& a, ParticipantRow& row) { a.participants.push_back(std::move(row.participant)); });
    ById<core::RegionGroup> groups;
    for (core::RegionGroup& group : project.groups)
        groups.emplace(group.name, &group);
    assembler.distribute(
        "region_group_members", rows.groupMembers, groups,
        [](const GroupMemberRow& row) -> const std::string& { return row.groupName; },
        [](core::RegionGroup& group, GroupMemberRow& row) { group.members.push_back(std::move(row.region)); });
    assembler.putProvenance(rows.provenance);
    return project;
}

} // namespace jejaring::data
