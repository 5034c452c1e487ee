// SPDX-License-Identifier: MIT
// A project as flat rows of its tables, and back.
#pragma once

#include "core/project.hpp"
#include "core/result.hpp"
#include "data/project_fields.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace jejaring::data {

struct ProjectRows {
    std::vector<SettingRow> project; // title, weights and the like
    std::vector<core::Source> sources;
    std::vector<core::Partner> partners;
    std::vector<core::Agreement> agreements;
    std::vector<PartyRow> parties;
    std::vector<AgreementSectorRow> agreementSectors;
    std::vector<AgreementStageRow> agreementStages;
    std::vector<TargetRow> targets;
    std::vector<core::Stage> stages;
    std::vector<core::Sector> sectors;
    std::vector<core::Visit> visits;
    std::vector<StopRow> stops;
    std::vector<core::FollowUp> followUps;
    std::vector<core::Activity> activities;
    std::vector<ParticipantRow> participants;
    std::vector<core::Indicator> indicators;
    std::vector<core::IndicatorValue> indicatorValues;
    std::vector<core::Risk> risks;
    std::vector<core::RegionProfile> profiles;
    std::vector<GroupRow> groups;
    std::vector<GroupMemberRow> groupMembers;
    std::vector<core::RegionAlias> aliases;
    std::vector<core::Note> notes;
    std::vector<core::Picture> pictures;
    std::vector<core::Sheet> sheets;
    std::vector<SettingRow> settings;
    std::vector<ProvenanceRow> provenance;
};

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

[[nodiscard]] ProjectRows rowsOf(const core::Project& project);

// Rows that name an agreement, visit, activity or group that is not there come as warnings.
[[nodiscard]] core::Project projectOf(ProjectRows rows, std::vector<core::Message>& messages);

} // namespace jejaring::data
