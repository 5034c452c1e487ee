// SPDX-License-Identifier: MIT
// A project as flat rows of its tables, and back.
#pragma once

#include "core/project.hpp"
#include "core/result.hpp"
#include "data/project/project_fields.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace jejaring::data {

// `Kept` holds the rows that a project has as they are.
template <template <class> class Kept> struct ProjectTables {
    std::vector<SettingRow> project; // title, weights and the like
    Kept<core::Source> sources;
    Kept<core::Partner> partners;
    Kept<core::Agreement> agreements;
    std::vector<PartyRow> parties;
    std::vector<AgreementSectorRow> agreementSectors;
    std::vector<AgreementStageRow> agreementStages;
    std::vector<TargetRow> targets;
    Kept<core::Stage> stages;
    Kept<core::Sector> sectors;
    Kept<core::Visit> visits;
    std::vector<StopRow> stops;
    Kept<core::FollowUp> followUps;
    Kept<core::Activity> activities;
    std::vector<ParticipantRow> participants;
    Kept<core::Indicator> indicators;
    Kept<core::IndicatorValue> indicatorValues;
    Kept<core::Risk> risks;
    Kept<core::RegionProfile> profiles;
    std::vector<GroupRow> groups;
    std::vector<GroupMemberRow> groupMembers;
    Kept<core::RegionAlias> aliases;
    Kept<core::Note> notes;
    Kept<core::Picture> pictures;
    Kept<core::Sheet> sheets;
    std::vector<SettingRow> settings;
    std::vector<ProvenanceRow> provenance;
};

template <class Row> using OwnedRows = std::vector<Row>;
template <class Row> using SharedRows = std::span<const Row>;
using ProjectRows = ProjectTables<OwnedRows>;
// Refers to a project, which lives as long: a large one is not in memory once more.
using ProjectRowsView = ProjectTables<SharedRows>;

// Calls visit(name, description, rows) for every table, in the order in which they are written. `Rows` is ProjectRows,
// const or not.
template <class Rows, class Visitor> void forEachTable(Rows& rows, Visitor&& visit) {
    visit("jejaring_project", "What the project as a whole is: schema, title, weights of the impact score",
          rows.project);
    visit("sources", "Where facts were read; grade A: a government or the partner itself, B: press or journal",
          rows.sources);
    visit("partners", "Whom agreements are with", rows.partners);
    visit("agreements", "Cooperation agreements", rows.agreements);
    visit("agreement_parties", "Regions and partners of an agreement", rows.parties);
    visit("agreement_sectors", "Sectors of an agreement", rows.agreementSectors);
    visit("agreement_stages", "Stages an agreement has reached", rows.agreementStages);
    visit("targets", "Targets of an agreement, and what was reached", rows.targets);
    visit("stages", "The stages there are", rows.stages);
    visit("sectors", "The sectors there are", rows.sectors);
    visit("visits", "Visits of officials", rows.visits);
    visit("stops", "Stops of a visit, in order", rows.stops);
    visit("follow_ups", "What was agreed at a stop or an activity", rows.followUps);
    visit("activities", "Forums, fairs, missions, exchanges, training", rows.activities);
    visit("activity_participants", "Who took part in an activity", rows.participants);
    visit("indicators", "Series of numbers by region and period", rows.indicators);
    visit("indicator_values", "Values of indicators", rows.indicatorValues);
    visit("risks", "Possible negative effects, and expected positive ones", rows.risks);
    visit("profiles", "Profiles of regions", rows.profiles);
    visit("region_groups", "Named groups of regions", rows.groups);
    visit("region_group_members", "Regions of a group", rows.groupMembers);
    visit("region_aliases", "Other names of regions", rows.aliases);
    visit("notes", "Notes of users", rows.notes);
    visit("pictures", "Pictures, encoded as media_type says", rows.pictures);
    visit("sheets", "Layouts for presentations", rows.sheets);
    visit("settings", "Settings of the project", rows.settings);
    visit("provenance", "Which file and row a row was imported from", rows.provenance);
}

// The key of jejaring_project whose value is the schema's version.
inline constexpr const char* kSchemaKey = "schema";

[[nodiscard]] ProjectRowsView rowsOf(const core::Project& project);

// Rows that name an agreement, visit, activity or group that is not there come as warnings.
[[nodiscard]] core::Project projectOf(ProjectRows rows, std::vector<core::Message>& messages);

} // namespace jejaring::data
