// SPDX-License-Identifier: MIT
// Visits, their ordered stops, and what was agreed there.
#pragma once

#include "core/date.hpp"
#include "core/partner.hpp"
#include "core/source.hpp"
#include "core/time_zone.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace jejaring::core {

enum class StopStatus : std::uint8_t { notStated, planned, scheduled, held, cancelled };

// "planned", "scheduled", "held", "cancelled"; empty for notStated.
[[nodiscard]] std::string_view stopStatusId(StopStatus status);
[[nodiscard]] std::optional<StopStatus> parseStopStatus(std::string_view id);

// A titik kunjungan.
struct Stop {
    int sequence = 0; // 1 is the first
    std::optional<PartialDate> date;
    std::optional<ClockTime> time;
    std::optional<ClockTime> endTime;
    std::optional<TimeZone> zone; // as the source gives it; where it gives none it is derived from the region
    std::string place;
    std::optional<Coordinates> coordinates;
    RegionCode region;
    std::string counterpart; // pihak yang dijumpai
    std::string agenda;
    std::string reason; // why this place
    std::string discussed;
    StopStatus status = StopStatus::notStated;
    std::string sourceId;
    Provenance provenance;
    friend bool operator==(const Stop&, const Stop&) = default;
};

// A tindak lanjut.
struct FollowUp {
    std::string id;
    std::string visitId; // or an activity's id
    int stop = 0;        // sequence of the stop; 0 where it belongs to the visit as a whole
    std::string what;
    std::string owner;
    std::optional<PartialDate> due;
    std::optional<PartialDate> done;
    std::string agreementId; // the agreement it led to
    friend bool operator==(const FollowUp&, const FollowUp&) = default;
};

enum class FollowUpState : std::uint8_t { open, overdue, done };

// Overdue once the last day that its due date may mean is past.
[[nodiscard]] FollowUpState stateOf(const FollowUp& followUp, Day today);

enum class VisitType : std::uint8_t { visit, activity };

// "visit", "activity".
[[nodiscard]] std::string_view visitTypeId(VisitType type);
[[nodiscard]] std::optional<VisitType> parseVisitType(std::string_view id);

// A kunjungan, or a kegiatan (forum, fair, mission) that officials attended.
struct Visit {
    std::string id;
    std::string title;
    std::string visitor;
    std::string ministry;
    VisitType type = VisitType::visit;
    std::optional<PartialDate> start;
    std::optional<PartialDate> end;
    RegionCode province;
    std::string purpose;
    std::string expectedEffect;
    std::string focus;
    std::string sourceId;
    std::vector<Stop> stops; // in order of sequence
    Provenance provenance;
    friend bool operator==(const Visit&, const Visit&) = default;
};

} // namespace jejaring::core
