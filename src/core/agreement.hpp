// SPDX-License-Identifier: MIT
#pragma once

#include "core/date.hpp"
#include "core/region.hpp"
#include "core/source.hpp"
#include "core/vocabulary.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace jejaring::core {

// Permendagri 25/2020's kinds of regional cooperation.
enum class AgreementKind : std::uint8_t {
    notStated,
    betweenRegions,   // KSDD: each region is a party and is credited
    domesticThird,    // KSDPK
    foreignLocal,     // KSDPL: sister city, sister province or other foreign local government
    foreignInstitute, // KSDLL
};

// "KSDD", "KSDPK", "KSDPL", "KSDLL"; empty for notStated.
[[nodiscard]] std::string_view agreementKindId(AgreementKind kind);
[[nodiscard]] std::optional<AgreementKind> parseAgreementKind(std::string_view id);

// What the source says of its life. `unknown` of a signed agreement counts as in force and is marked assumed.
enum class AgreementStatus : std::uint8_t { unknown, active, inactive, expired, ended, exploration };

// "unknown", "active", "inactive", "expired", "ended", "exploration".
[[nodiscard]] std::string_view agreementStatusId(AgreementStatus status);
[[nodiscard]] std::optional<AgreementStatus> parseAgreementStatus(std::string_view id);

// A stage reached, from the stage list in assets/data/stages.csv ("penandatanganan", "pelaksanaan" ...).
struct StageReached {
    std::string stage;
    std::optional<PartialDate> date;
    StagePhase phase = StagePhase::notStated; // as the stage list says of it
    friend bool operator==(const StageReached&, const StageReached&) = default;
};

// One party: a region of Indonesia or a partner. A region that stands on the partner's side of a KSDD has both.
struct Party {
    RegionCode region;     // empty for a partner that is no Indonesian region
    std::string partnerId; // empty for a region of our own
    friend bool operator==(const Party&, const Party&) = default;
};

struct Target {
    std::string what;
    std::string unit;
    std::optional<double> planned;
    std::optional<double> reached;
    friend bool operator==(const Target&, const Target&) = default;
};

// A kerja sama.
struct Agreement {
    std::string id;
    AgreementKind kind = AgreementKind::notStated;
    std::string document;  // "MoU", "LoI", "PKS" ...; empty where not stated
    std::string framework; // "bilateral", "regional", "multilateral"; empty where not stated
    std::string subkind;   // "sister_city", "sister_province", "loi", "mou", "kad_domestic", "other"
    std::vector<Party> parties;
    std::vector<std::string> sectors; // ids of assets/data/sectors.csv; empty where none is stated
    AgreementStatus status = AgreementStatus::unknown;
    std::vector<StageReached> stages; // in order; the last one is the stage it stands at
    std::optional<PartialDate> signedOn;
    std::optional<PartialDate> validUntil;
    std::optional<PartialDate> endedOn;
    std::optional<double> value; // in `currency`
    std::string currency;        // ISO 4217
    std::vector<Target> targets;
    std::string replaces; // id of the agreement it replaced, e.g. its letter of intent
    std::string sourceId;
    std::string note;
    Provenance provenance;
    friend bool operator==(const Agreement&, const Agreement&) = default;
};

} // namespace jejaring::core
