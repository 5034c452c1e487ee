// SPDX-License-Identifier: MIT
// The project's own impact index: no official one exists.
//   cooperation  R = 1 - 2^(-p/2),       p = sum of progress (signed 0.8, under way 1.0)
//   countries    C = 1 - 2^(-(c-1)/2),   c = distinct partner countries (each Indonesian province counts as one)
//   sectors      S = 1 - 2^(-(s-1)/4),   s = distinct sectors stated
//   score = 100 (0.50 R + 0.25 C + 0.25 S), over the agreements in force at the date.
// Scales are fixed: one region's score never depends on another's data.
#pragma once

#include "analysis/agreement_filter.hpp"
#include "core/project.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace jejaring::analysis {

enum class Standing : std::uint8_t {
    notInForce, // ended, not yet signed, or not signed at the date
    inForce,
    inForceAssumed, // signed, and the source does not say whether it still runs
};

// Undated agreements stand today and on later days; on earlier days they are left out (see leftOutUndated).
[[nodiscard]] Standing standingOn(const core::Agreement& agreement, core::Day date, core::Day today);

// True where the sources do not tell whether a signed agreement stood at a day before today: it has no date, or it
// ended and nothing says when. Such agreements are left out of earlier days, and counted as left out.
[[nodiscard]] bool leftOutOn(const core::Agreement& agreement, core::Day date, core::Day today);

// How far an agreement in force has come: 0.8 signed, 1.0 under way. Precondition: standing is not notInForce.
[[nodiscard]] double progressOf(const core::Agreement& agreement);
[[nodiscard]] double progressOf(const core::Agreement& agreement, const core::ProgressTable& table);
// How far it had come by `date`: a later stage does not count yet.
[[nodiscard]] double progressOn(const core::Agreement& agreement, core::Day date, const core::ProgressTable& table);

// The day an agreement was signed, or as much of it as is known; nothing where it is undated or was not signed.
[[nodiscard]] std::optional<core::PartialDate> signingDate(const core::Agreement& agreement);

// The three ways in which there can be no number, and the one in which there is.
enum class ValueState : std::uint8_t { noRecord, notEnoughData, zero, value };

struct RegionImpact {
    ValueState state = ValueState::noRecord;
    double score = 0;       // 0 to 100
    double cooperation = 0; // R, 0 to 1
    double countries = 0;   // C, 0 to 1
    double sectors = 0;     // S, 0 to 1
    int inForce = 0;
    int assumed = 0; // of those in force
    int recorded = 0;
    int countryCount = 0;
    int sectorCount = 0;
    double completeness = 0; // keterangan, 0 to 1: share of status, date, sectors and country stated
    bool provincial = false; // shows its province's value (DKI Jakarta's administrative units)
};

struct ImpactOptions : FactScope {
    core::ImpactWeights weights;
};

struct ImpactTable {
    std::vector<RegionImpact> regions; // by RegionIndex
    int leftOutUndated = 0;            // agreements without a date that the date leaves out
};

[[nodiscard]] ImpactTable impactOf(const core::Project& project, const core::RegionCatalog& catalog,
                                   const ImpactOptions& options);

// The agreements of a scope that are credited to a region: of a province its own and, unless `ownOnly`, its
// kabupaten/kota's, each once. One that another of them replaced (a letter of intent by its agreement) stands behind
// that one: see predecessorsOf.
[[nodiscard]] std::vector<const core::Agreement*> agreementsOf(const core::Project& project,
                                                               const core::RegionCatalog& catalog,
                                                               core::RegionIndex region, const FactScope& scope);

// What an agreement replaced, latest first. A circle in the data is cut.
[[nodiscard]] std::vector<const core::Agreement*> predecessorsOf(const core::Agreement& agreement,
                                                                 const core::Project& project);

// The country key of the party that is not `region`: ISO 3166-1 alpha-3, or "ID-" and the province code for an
// Indonesian one. One agreement may have several.
[[nodiscard]] std::vector<std::string> partnerCountries(const core::Agreement& agreement, const core::Project& project,
                                                        const core::RegionCode& region);

// Agreements of a scope in force per year, up to its date: what the details panel draws as a line.
struct YearCount {
    int year = 0;
    int inForce = 0; // on 31 December of the year; in the last one on the scope's date, or today where that is earlier
};
struct InForceSeries {
    std::vector<YearCount> years;
    int leftOutUndated = 0;
};
[[nodiscard]] InForceSeries inForceByYear(const core::Project& project, const core::RegionCatalog& catalog,
                                          core::RegionIndex region, const FactScope& scope);

} // namespace jejaring::analysis
