// SPDX-License-Identifier: MIT
#include "core/agreement.hpp"

#include "core/id_table.hpp"

namespace jejaring::core {
namespace {

constexpr IdTable<AgreementKind, 5> kKinds{{{AgreementKind::notStated, ""},
                                            {AgreementKind::betweenRegions, "KSDD"},
                                            {AgreementKind::domesticThird, "KSDPK"},
                                            {AgreementKind::foreignLocal, "KSDPL"},
                                            {AgreementKind::foreignInstitute, "KSDLL"}}};

constexpr IdTable<AgreementStatus, 6> kStatuses{{{AgreementStatus::unknown, "unknown"},
                                                 {AgreementStatus::active, "active"},
                                                 {AgreementStatus::inactive, "inactive"},
                                                 {AgreementStatus::expired, "expired"},
                                                 {AgreementStatus::ended, "ended"},
                                                 {AgreementStatus::exploration, "exploration"}}};

} // namespace

std::string_view agreementKindId(AgreementKind kind) {
    return idOf(kKinds, kind);
}
std::optional<AgreementKind> parseAgreementKind(std::string_view id) {
    return valueOf(kKinds, id);
}
std::string_view agreementStatusId(AgreementStatus status) {
    return idOf(kStatuses, status);
}
std::optional<AgreementStatus> parseAgreementStatus(std::string_view id) {
    return valueOf(kStatuses, id);
}

} // namespace jejaring::core
