// SPDX-License-Identifier: MIT
#include "ui/panel/activities_panel.hpp"

#include "ui/form/activity_form.hpp"
#include "ui/form/visit_form.hpp"
#include "ui/widget/widgets.hpp"
#include "ui/widget/words.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <unordered_map>

namespace jejaring::ui {
namespace {

TableCell dateCell(const RowSource& source, const std::optional<core::PartialDate>& start,
                   const std::optional<core::PartialDate>& end) {
    TableCell cell = source.date(start);
    if (start && end && *end != *start)
        cell.text += " – " + source.date(end).text;
    return cell;
}

// Of visits and activities by their ids.
struct FollowUps {
    int all = 0;
    int late = 0;
};
using FollowUpCounts = std::unordered_map<std::string_view, FollowUps>;

FollowUpCounts followUpCounts(const RowSource& source) {
    FollowUpCounts counts;
    for (const core::FollowUp& followUp : source.project->followUps) {
        FollowUps& count = counts[followUp.visitId];
        ++count.all;
        count.late += core::stateOf(followUp, source.today) == core::FollowUpState::overdue ? 1 : 0;
    }
    return counts;
}

// "3, 1 overdue"
TableCell followUpCell(const RowSource& source, const FollowUpCounts& counts, const std::string& id) {
    const auto found = counts.find(id);
    const FollowUps count = found == counts.end() ? FollowUps{} : found->second;
    std::string text = source.number(count.all);
    if (count.late > 0)
        text += ", " + source.tr(JEJARING_TR("{0} overdue"), {source.number(count.late)});
    return {text, count.all};
}

TableRow rowOf(const RowSource& source, const FollowUpCounts& counts, const core::Activity& activity) {
    TableRow row;
    row.id = activity.id;
    row.regions = core::regionsOf(activity);
    std::string where = activity.place;
    if (const std::string region = source.regionName(activity.region); !region.empty())
        where += (where.empty() ? "" : ", ") + region;
    std::string who;
    for (const core::Participant& participant : activity.participants)
        who += (who.empty() ? "" : ", ") +
               (participant.region.empty() ? participant.name : source.regionName(participant.region));
    row.cells = {dateCell(source, activity.start, activity.end),
                 {activity.title, std::nullopt},
                 {activityKindName(source.language, activity.kind), std::nullopt},
                 {where, std::nullopt},
                 {who, std::nullopt},
                 followUpCell(source, counts, activity.id),
                 {RowSource::grade(core::findSource(*source.project, activity.sourceId)), std::nullopt}};
    row.otherWords = activityKindName(otherLanguage(source.language), activity.kind);
    row.explanation = activity.purpose.empty() ? activity.title : activity.title + "\n" + activity.purpose;
    return row;
}

TableRow rowOf(const RowSource& source, const FollowUpCounts& counts, const core::Visit& visit) {
    TableRow row;
    row.id = visit.id;
    row.regions.push_back(visit.province);
    for (const core::Stop& stop : visit.stops)
        row.regions.push_back(stop.region);
    std::erase_if(row.regions, [](const core::RegionCode& code) { return code.empty(); });
    row.cells = {dateCell(source, visit.start, visit.end),
                 {visit.title, std::nullopt},
                 {source.tr(JEJARING_TR("With stops")), std::nullopt},
                 {source.regionName(visit.province), std::nullopt},
                 {visit.visitor.empty() ? visit.ministry : visit.visitor, std::nullopt},
                 followUpCell(source, counts, visit.id),
                 {RowSource::grade(core::findSource(*source.project, visit.sourceId)), std::nullopt}};
    row.explanation = visit.purpose.empty() ? visit.title : visit.title + "\n" + visit.purpose;
    return row;
}

std::vector<TableRow> rowsOf(const RowSource& source) {
    const FollowUpCounts counts = followUpCounts(source);
    std::vector<TableRow> rows;
    for (const core::Activity& activity : source.project->activities)
        rows.push_back(rowOf(source, counts, activity));
    for (const core::Visit& visit : source.project->visits)
        if (visit.type == core::VisitType::activity)
            rows.push_back(rowOf(source, counts, visit));
    return rows;
}

} // namespace

ActivitiesPanel::ActivitiesPanel() : table_("activities", {0, true}, rowsOf) {}

void ActivitiesPanel::tools(Interface& ui, float left, float right, float middle) {
    table_.refresh(ui);
    if (table_
            .tools(ui,
                   {ui.tr(JEJARING_TR("Activity")), ui.tr(infoOf(Command::newActivity).explanation),
                    ui.tr(JEJARING_TR("Filter the table")), JEJARING_TR("{0} of {1} {1:activity|activities}")},
                   left, right, middle)
            .added)
        perform(ui, Command::newActivity);
}

void ActivitiesPanel::draw(Interface& ui, const Area& area) {
    const std::array<TableColumn, 7> columns{
        TableColumn{ui.tr(JEJARING_TR("Date")), 0.15F, 0.19F, ColumnKind::date},
        TableColumn{ui.tr(JEJARING_TR("Title")), 0.26F, 0.35F},
        TableColumn{ui.tr(JEJARING_TR("Kind")), 0.11F, 0.16F},
        TableColumn{ui.tr(JEJARING_TR("Place")), 0.16F, 0.3F},
        TableColumn{ui.tr(JEJARING_TR("Who takes part")), 0.13F, 0},
        TableColumn{ui.tr(JEJARING_TR("Follow-ups")), 0.1F, 0},
        TableColumn{ui.tr(JEJARING_TR("Source")), 0.09F, 0},
    };
    std::string& chosen = ui.window.activityId;
    const TableEvent event =
        table_.draw(ui, area, columns, chosen,
                    {JEJARING_TR("The project has no activities yet: forums, fairs, missions, exchanges, trainings."),
                     JEJARING_TR("Nothing is recorded for this choice.")});
    if (event.what == RowEvent::none)
        return;
    const bool visit = core::findVisit(*ui.session.project(), event.id) != nullptr;
    switch (event.what) {
    case RowEvent::none:
        break;
    case RowEvent::choose:
        chosen = event.id;
        if (visit)
            ui.session.chooseVisit(event.id); // its route is drawn
        if (const auto& geometry = ui.session.geometry())
            if (const auto region = geometry->catalog().find(table_.regionOf(event.id))) {
                table_.chosenHere(*region);
                showRegion(ui, *region);
            }
        break;
    case RowEvent::open:
        chosen = event.id;
        if (visit)
            openForm(ui, std::make_shared<VisitForm>(ui, event.id));
        else
            openForm(ui, std::make_shared<ActivityForm>(ui, event.id));
        break;
    case RowEvent::remove:
        if (visit)
            deleteVisit(ui, event.id);
        else
            deleteActivity(ui, event.id);
        break;
    }
}

} // namespace jejaring::ui
