// SPDX-License-Identifier: MIT
// The tables of a project file: of each, its rows and which column holds which value. Creating, writing and reading a
// table all go by the one list in its fields().
#pragma once

#include "core/project.hpp"

#include <concepts>
#include <string>
#include <type_traits>

namespace jejaring::data {

// Rows that belong to another row name it and keep their order by position, which counts from 1.
struct PartyRow {
    std::string agreementId;
    int position = 0;
    core::Party party;
};
struct AgreementSectorRow {
    std::string agreementId;
    int position = 0;
    std::string sectorId;
};
struct AgreementStageRow {
    std::string agreementId;
    int position = 0;
    core::StageReached stage;
};
struct TargetRow {
    std::string agreementId;
    int position = 0;
    core::Target target;
};
struct StopRow {
    std::string visitId;
    int position = 0;
    core::Stop stop;
};
struct ParticipantRow {
    std::string activityId;
    int position = 0;
    core::Participant participant;
};
struct GroupRow {
    std::string name;
};
struct GroupMemberRow {
    std::string groupName;
    int position = 0;
    core::RegionCode region;
};
struct SettingRow {
    std::string key;
    std::string value;
};
// Where a row of another table came from; `row` is its id, of a stop "V02/1" by position.
struct ProvenanceRow {
    std::string table;
    std::string row;
    core::Provenance provenance;
};

// A row to write or to read into.
template <class Row, class Of>
concept RowOf = std::same_as<std::remove_const_t<Row>, Of>;

template <class Io, RowOf<core::Source> Row> void fields(Io& io, Row& row) {
    io("id", row.id);
    io("title", row.title);
    io("address", row.address);
    io("grade", row.grade);
    io("publisher", row.publisher);
    io("published_on", row.published);
}

template <class Io, RowOf<core::Partner> Row> void fields(Io& io, Row& row) {
    io("geom", row.place);
    io("id", row.id);
    io("name", row.name);
    io("type", row.type);
    io("country", row.country);
    io("region_code", row.region);
}

template <class Io, RowOf<core::Agreement> Row> void fields(Io& io, Row& row) {
    io("id", row.id);
    io("kind", row.kind);
    io("document", row.document);
    io("framework", row.framework);
    io("subkind", row.subkind);
    io("status", row.status);
    io("signed_on", row.signedOn);
    io("valid_until", row.validUntil);
    io("ended_on", row.endedOn);
    io("value", row.value);
    io("currency", row.currency);
    io("replaces", row.replaces);
    io("source_id", row.sourceId);
    io("note", row.note);
}

template <class Io, RowOf<PartyRow> Row> void fields(Io& io, Row& row) {
    io("agreement_id", row.agreementId);
    io("position", row.position);
    io("region_code", row.party.region);
    io("partner_id", row.party.partnerId);
}

template <class Io, RowOf<AgreementSectorRow> Row> void fields(Io& io, Row& row) {
    io("agreement_id", row.agreementId);
    io("position", row.position);
    io("sector_id", row.sectorId);
}

template <class Io, RowOf<AgreementStageRow> Row> void fields(Io& io, Row& row) {
    io("agreement_id", row.agreementId);
    io("position", row.position);
    io("stage_id", row.stage.stage);
    io("reached_on", row.stage.date);
    io("phase", row.stage.phase);
}

template <class Io, RowOf<TargetRow> Row> void fields(Io& io, Row& row) {
    io("agreement_id", row.agreementId);
    io("position", row.position);
    io("what", row.target.what);
    io("unit", row.target.unit);
    io("planned", row.target.planned);
    io("reached", row.target.reached);
}

template <class Io, RowOf<core::Visit> Row> void fields(Io& io, Row& row) {
    io("id", row.id);
    io("title", row.title);
    io("visitor", row.visitor);
    io("ministry", row.ministry);
    io("type", row.type);
    io("start_on", row.start);
    io("end_on", row.end);
    io("province_code", row.province);
    io("purpose", row.purpose);
    io("expected_effect", row.expectedEffect);
    io("focus", row.focus);
    io("source_id", row.sourceId);
}

template <class Io, RowOf<StopRow> Row> void fields(Io& io, Row& row) {
    io("geom", row.stop.coordinates);
    io("visit_id", row.visitId);
    io("position", row.position);
    io("sequence", row.stop.sequence);
    io("held_on", row.stop.date);
    io("time", row.stop.time);
    io("end_time", row.stop.endTime);
    io("zone", row.stop.zone);
    io("place", row.stop.place);
    io("region_code", row.stop.region);
    io("counterpart", row.stop.counterpart);
    io("agenda", row.stop.agenda);
    io("reason", row.stop.reason);
    io("discussed", row.stop.discussed);
    io("status", row.stop.status);
    io("source_id", row.stop.sourceId);
}

template <class Io, RowOf<core::FollowUp> Row> void fields(Io& io, Row& row) {
    io("id", row.id);
    io("visit_id", row.visitId);
    io("stop", row.stop);
    io("what", row.what);
    io("owner", row.owner);
    io("due_on", row.due);
    io("done_on", row.done);
    io("agreement_id", row.agreementId);
}

template <class Io, RowOf<core::Activity> Row> void fields(Io& io, Row& row) {
    io("geom", row.coordinates);
    io("id", row.id);
    io("title", row.title);
    io("kind", row.kind);
    io("start_on", row.start);
    io("end_on", row.end);
    io("place", row.place);
    io("region_code", row.region);
    io("purpose", row.purpose);
    io("source_id", row.sourceId);
    io("note", row.note);
}

template <class Io, RowOf<ParticipantRow> Row> void fields(Io& io, Row& row) {
    io("activity_id", row.activityId);
    io("position", row.position);
    io("region_code", row.participant.region);
    io("name", row.participant.name);
    io("role", row.participant.role);
}

template <class Io, RowOf<core::Indicator> Row> void fields(Io& io, Row& row) {
    io("id", row.id);
    io("name", row.name);
    io("unit", row.unit);
    io("source_id", row.sourceId);
}

template <class Io, RowOf<core::IndicatorValue> Row> void fields(Io& io, Row& row) {
    io("indicator_id", row.indicatorId);
    io("region_code", row.region);
    io("period", row.period);
    io("value", row.value);
    io("source_id", row.sourceId);
}

template <class Io, RowOf<core::Risk> Row> void fields(Io& io, Row& row) {
    io("id", row.id);
    io("sign", row.sign);
    io("region_code", row.region);
    io("agreement_id", row.agreementId);
    io("what", row.what);
    io("cause", row.cause);
    io("likelihood", row.likelihood);
    io("severity", row.severity);
    io("mitigation", row.mitigation);
    io("owner", row.owner);
}

template <class Io, RowOf<core::RegionProfile> Row> void fields(Io& io, Row& row) {
    io("region_code", row.region);
    io("strengths", row.strengths);
    io("needs", row.needs);
    io("aims", row.aims);
    io("strategy", row.strategy);
    io("society", row.society);
    io("economic_diplomacy", row.economicDiplomacy);
    io("challenges", row.challenges);
    io("outlook", row.outlook);
}

template <class Io, RowOf<GroupRow> Row> void fields(Io& io, Row& row) {
    io("name", row.name);
}

template <class Io, RowOf<GroupMemberRow> Row> void fields(Io& io, Row& row) {
    io("group_name", row.groupName);
    io("position", row.position);
    io("region_code", row.region);
}

template <class Io, RowOf<core::RegionAlias> Row> void fields(Io& io, Row& row) {
    io("alias", row.alias);
    io("region_code", row.region);
    io("origin", row.origin);
}

template <class Io, RowOf<core::Note> Row> void fields(Io& io, Row& row) {
    io("id", row.id);
    io("region_code", row.region);
    io("agreement_id", row.agreementId);
    io("visit_id", row.visitId);
    io("text", row.text);
    io("author", row.author);
    io("written", row.written);
}

template <class Io, RowOf<core::Picture> Row> void fields(Io& io, Row& row) {
    io("id", row.id);
    io("region_code", row.region);
    io("agreement_id", row.agreementId);
    io("visit_id", row.visitId);
    io("stop", row.stop);
    io("caption", row.caption);
    io("credit", row.credit);
    io("media_type", row.mediaType);
    io("content", row.bytes);
}

template <class Io, RowOf<core::Sheet> Row> void fields(Io& io, Row& row) {
    io("id", row.id);
    io("name", row.name);
    io("kind", row.kind);
    io("definition", row.definition);
}

template <class Io, RowOf<core::Stage> Row> void fields(Io& io, Row& row) {
    io("id", row.id);
    io("track", row.track);
    io("position", row.position);
    io("label_id", row.indonesian);
    io("label_en", row.english);
    io("phase", row.phase);
    io("valid_from", row.validFrom);
    io("valid_until", row.validUntil);
}

template <class Io, RowOf<core::Sector> Row> void fields(Io& io, Row& row) {
    io("id", row.id);
    io("label_id", row.indonesian);
    io("label_en", row.english);
}

template <class Io, RowOf<SettingRow> Row> void fields(Io& io, Row& row) {
    io("key", row.key);
    io("value", row.value);
}

template <class Io, RowOf<ProvenanceRow> Row> void fields(Io& io, Row& row) {
    io("table_name", row.table);
    io("row", row.row);
    io("file", row.provenance.file);
    io("sheet", row.provenance.sheet);
    io("file_row", row.provenance.row);
    io("imported", row.provenance.imported);
}

} // namespace jejaring::data
