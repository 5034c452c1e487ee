// SPDX-License-Identifier: MIT
#include "app/table_words.hpp"

#include "core/result.hpp"

#include <algorithm>
#include <array>

namespace jejaring::app {
namespace {

constexpr std::array kTables{
    TableWords{"jejaring_project", JEJARING_TR("About the project"), ""},
    TableWords{"sources", JEJARING_TR("Sources"), JEJARING_TR("Source {0}")},
    TableWords{"partners", JEJARING_TR("Partners"), JEJARING_TR("Partner {0}")},
    TableWords{"agreements", JEJARING_TR("Agreements"), JEJARING_TR("Agreement {0}")},
    TableWords{"agreement_parties", JEJARING_TR("Parties of agreements"), ""},
    TableWords{"agreement_sectors", JEJARING_TR("Sectors of agreements"), ""},
    TableWords{"agreement_stages", JEJARING_TR("Stages of agreements"), ""},
    TableWords{"targets", JEJARING_TR("Targets of agreements"), ""},
    TableWords{"stages", JEJARING_TR("Stages to choose from"), ""},
    TableWords{"sectors", JEJARING_TR("Sectors to choose from"), ""},
    TableWords{"visits", JEJARING_TR("Visits"), JEJARING_TR("Visit {0}")},
    TableWords{"stops", JEJARING_TR("Stops"), JEJARING_TR("Stop {0}")},
    TableWords{"follow_ups", JEJARING_TR("Follow-ups"), JEJARING_TR("Follow-up {0}")},
    TableWords{"activities", JEJARING_TR("Activities"), JEJARING_TR("Activity {0}")},
    TableWords{"activity_participants", JEJARING_TR("Activity participants"), ""},
    TableWords{"indicators", JEJARING_TR("Indicators"), JEJARING_TR("Indicator {0}")},
    TableWords{"indicator_values", JEJARING_TR("Indicator values"), JEJARING_TR("Values of {0}")},
    TableWords{"risks", JEJARING_TR("Risks and effects"), ""},
    TableWords{"profiles", JEJARING_TR("Profiles of regions"), JEJARING_TR("Profile {0}")},
    TableWords{"region_groups", JEJARING_TR("Groups of regions"), JEJARING_TR("Group {0}")},
    TableWords{"region_group_members", JEJARING_TR("Regions in groups"), ""},
    TableWords{"region_aliases", JEJARING_TR("Other names of regions"), ""},
    TableWords{"notes", JEJARING_TR("Notes"), JEJARING_TR("Note {0}")},
    TableWords{"pictures", JEJARING_TR("Pictures"), ""},
    TableWords{"sheets", JEJARING_TR("Sheets"), ""},
    TableWords{"settings", JEJARING_TR("Settings"), ""},
    TableWords{"provenance", JEJARING_TR("Origins of rows"), ""},
};

} // namespace

TableWords tableWords(std::string_view table) {
    const auto* const found =
        std::find_if(kTables.begin(), kTables.end(), [table](const TableWords& words) { return words.table == table; });
    return found == kTables.end() ? TableWords{table, table, ""} : *found;
}

} // namespace jejaring::app
