// SPDX-License-Identifier: MIT
// Edits of a project by hand: pure functions on the value, to be used inside Session::changeProject. They keep what
// refers to one another together; whether a value makes sense is project_check's question.
#pragma once

#include "core/project.hpp"

#include <string>
#include <vector>

namespace jejaring::session {

// What can be added by hand and is known by an id.
enum class RecordKind : std::uint8_t {
    agreement,
    partner,
    visit,
    followUp,
    activity,
    indicator,
    risk,
    note,
    picture,
    source,
};

// An id that nothing in the project bears or refers to: a letter of the kind and the next number ("A001").
[[nodiscard]] std::string newId(const core::Project& project, RecordKind kind);

// A place that refers to something else.
struct Reference {
    RecordKind kind = RecordKind::agreement;
    std::string id;
    friend bool operator==(const Reference&, const Reference&) = default;
};

// --- add, or replace the one with the same id ---------------------------------------------------------------------
// Precondition: the id is not empty. The stages' phases become what the project's stage list says of them.
void put(core::Project& project, core::Agreement agreement);
void put(core::Project& project, core::Partner partner);
// Stops stand in the order of the list; each one's `sequence` says which one it was (0: it is new). They are numbered
// anew, and follow-ups and pictures follow their stop. What belonged to a stop that is gone belongs to the visit.
void put(core::Project& project, core::Visit visit);
void put(core::Project& project, core::FollowUp followUp);
void put(core::Project& project, core::Activity activity);
void put(core::Project& project, core::Indicator indicator);
void put(core::Project& project, core::Risk risk);
void put(core::Project& project, core::Note note);
void put(core::Project& project, core::Picture picture);
void put(core::Project& project, core::Source source);
// The one of the same indicator, region and period.
void put(core::Project& project, core::IndicatorValue value);
// The same, in place of `former` where its region or period was another one.
void put(core::Project& project, core::IndicatorValue value, const core::IndicatorValue& former);
// The one of the same region; one without a text is removed.
void put(core::Project& project, core::RegionProfile profile);
// The one called `formerName`, else the one of the same name; an empty `formerName` where it is new.
void put(core::Project& project, core::RegionGroup group, const std::string& formerName);

// --- remove; without effect where there is none ------------------------------------------------------------------
// With its notes and pictures. What it replaced, led to or was put at risk by loses the reference only; a risk that
// belongs to nothing else goes, too.
void removeAgreement(core::Project& project, const std::string& id);
// With its stops, notes, pictures and follow-ups.
void removeVisit(core::Project& project, const std::string& id);
// With its follow-ups.
void removeActivity(core::Project& project, const std::string& id);
void removeFollowUp(core::Project& project, const std::string& id);
// With its values.
void removeIndicator(core::Project& project, const std::string& id);
void removeIndicatorValue(core::Project& project, const core::IndicatorValue& value);
void removeRisk(core::Project& project, const std::string& id);
void removeGroup(core::Project& project, const std::string& name);
void removeNote(core::Project& project, const std::string& id);
void removePicture(core::Project& project, const std::string& id);

// Where a partner is a party.
[[nodiscard]] std::vector<Reference> usesOfPartner(const core::Project& project, const std::string& id);
// What cites a source, each once: a visit for itself and its stops, an indicator for itself and its values.
[[nodiscard]] std::vector<Reference> usesOfSource(const core::Project& project, const std::string& id);
// Changes nothing where the partner is in use; answers where, as usesOfPartner().
std::vector<Reference> removePartner(core::Project& project, const std::string& id);
// The same for a source.
std::vector<Reference> removeSource(core::Project& project, const std::string& id);

// --- stops of a visit that is in the project -----------------------------------------------------------------------
// Adds it at the end where its sequence is 0, else replaces the one with that sequence.
void putStop(core::Project& project, const std::string& visitId, core::Stop stop);
void removeStop(core::Project& project, const std::string& visitId, int sequence);
// The stop takes the place `to` (from 1); the others keep their order.
void moveStop(core::Project& project, const std::string& visitId, int sequence, int to);

} // namespace jejaring::session
