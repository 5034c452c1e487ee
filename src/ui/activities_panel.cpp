// SPDX-License-Identifier: MIT
#include "ui/activities_panel.hpp"

#include "ui/activity_form.hpp"
#include "ui/form_values.hpp"
#include "ui/visit_form.hpp"
#include "ui/widgets.hpp"
#include "ui/words.hpp"

#include <algorithm>
#include <array>

namespace jejaring::ui {
namespace {

TableCell dateCell(const Interface& ui, const std::optional<core::PartialDate>& start,
                   const std::optional<core::PartialDate>& end) {
    if (!start)
        return {};
    constexpr double kYear = 10000;
    constexpr double kMonth = 100;
    std::string text = ui.date(*start, text::DateStyle::shortMonth);
    if (end && *end != *start)
        text += " – " + ui.date(*end, text::DateStyle::shortMonth);
    return {text, start->year * kYear + start->month * kMonth + start->day};
}

std::string gradeOf(const core::Project& project, const std::string& sourceId) {
    const core::Source* source = core::findSource(project, sourceId);
    return source == nullptr || source->grade == core::SourceGrade::unstated
               ? std::string()
               : std::string(1, static_cast<char>(source->grade));
}

// "3, 1 overdue"
TableCell followUpCell(const Interface& ui, const std::string& id) {
    int all = 0;
    int late = 0;
    for (const core::FollowUp& followUp : ui.session.project()->followUps)
        if (followUp.visitId == id) {
            ++all;
            late += core::stateOf(followUp, ui.session.today()) == core::FollowUpState::overdue ? 1 : 0;
        }
    std::string text = ui.number(all);
    if (late > 0)
        text += ", " + ui.tr(JEJARING_TR("{0} overdue"), {ui.number(late)});
    return {text, all};
}

TableRow rowOf(const Interface& ui, const core::Activity& activity) {
    TableRow row;
    row.id = activity.id;
    row.regions = core::regionsOf(activity);
    std::string where = activity.place;
    if (const std::string region = regionName(ui, activity.region); !region.empty())
        where += (where.empty() ? "" : ", ") + region;
    std::string who;
    for (const core::Participant& participant : activity.participants)
        who += (who.empty() ? "" : ", ") +
               (participant.region.empty() ? participant.name : regionName(ui, participant.region));
    const TableCell followUps = followUpCell(ui, activity.id);
    row.cells = {dateCell(ui, activity.start, activity.end),
                 {activity.title, std::nullopt},
                 {activityKindName(ui.language(), activity.kind), std::nullopt},
                 {where, std::nullopt},
                 {who, std::nullopt},
                 followUps,
                 {gradeOf(*ui.session.project(), activity.sourceId), std::nullopt}};
    row.otherWords = activityKindName(otherLanguage(ui.language()), activity.kind);
    row.explanation = activity.purpose.empty() ? activity.title : activity.title + "\n" + activity.purpose;
    return row;
}

TableRow rowOf(const Interface& ui, const core::Visit& visit) {
    TableRow row;
    row.id = visit.id;
    std::string where = regionName(ui, visit.province);
    row.regions.push_back(visit.province);
    for (const core::Stop& stop : visit.stops)
        row.regions.push_back(stop.region);
    std::erase_if(row.regions, [](const core::RegionCode& code) { return code.empty(); });
    row.cells = {dateCell(ui, visit.start, visit.end),
                 {visit.title, std::nullopt},
                 {ui.tr(JEJARING_TR("With stops")), std::nullopt},
                 {where, std::nullopt},
                 {visit.visitor.empty() ? visit.ministry : visit.visitor, std::nullopt},
                 followUpCell(ui, visit.id),
                 {gradeOf(*ui.session.project(), visit.sourceId), std::nullopt}};
    row.explanation = visit.purpose.empty() ? visit.title : visit.title + "\n" + visit.purpose;
    return row;
}

} // namespace

void ActivitiesPanel::refresh(const Interface& ui) {
    const auto& project = ui.session.project();
    const auto& geometry = ui.session.geometry();
    if (project_ == project && geometry_ == geometry && language_ == ui.language())
        return;
    project_ = project;
    geometry_ = geometry;
    language_ = ui.language();
    std::vector<TableRow> rows;
    if (project) {
        for (const core::Activity& activity : project->activities)
            rows.push_back(rowOf(ui, activity));
        for (const core::Visit& visit : project->visits)
            if (visit.type == core::VisitType::activity)
                rows.push_back(rowOf(ui, visit));
    }
    table_.fill(std::move(rows));
}

void ActivitiesPanel::tools(Interface& ui, float left, float right, float middle) {
    refresh(ui);
    if (table_.tools(ui,
                     {ui.tr(JEJARING_TR("Activity")), ui.tr(infoOf(Command::newActivity).explanation),
                      ui.tr(JEJARING_TR("Filter the table")), JEJARING_TR("{0} of {1} activities")},
                     left, right, middle))
        perform(ui, Command::newActivity);
}

void ActivitiesPanel::draw(Interface& ui, const Area& area) {
    const std::array<TableColumn, 7> columns{
        TableColumn{ui.tr(JEJARING_TR("Date")), 0.15F, 0.19F, false},
        TableColumn{ui.tr(JEJARING_TR("Title")), 0.26F, 0.35F, false},
        TableColumn{ui.tr(JEJARING_TR("Kind")), 0.11F, 0.16F, false},
        TableColumn{ui.tr(JEJARING_TR("Place")), 0.16F, 0.3F, false},
        TableColumn{ui.tr(JEJARING_TR("Who takes part")), 0.13F, 0, false},
        TableColumn{ui.tr(JEJARING_TR("Follow-ups")), 0.1F, 0, false},
        TableColumn{ui.tr(JEJARING_TR("Source")), 0.09F, 0, false},
    };
    std::string& chosen = ui.window.activityId;
    const TableEvent event =
        table_.draw(ui, area, columns, chosen,
                    JEJARING_TR("The project has no activities yet: forums, fairs, missions, exchanges, trainings."));
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
