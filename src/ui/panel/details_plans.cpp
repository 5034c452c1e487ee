// SPDX-License-Identifier: MIT
// What is planned, feared and counted in the chosen region: follow-ups, activities, risks, indicators.
#include "analysis/project_index.hpp"
#include "ui/form/activity_form.hpp"
#include "ui/form/follow_up_form.hpp"
#include "ui/form/indicator_forms.hpp"
#include "ui/form/risk_form.hpp"
#include "ui/panel/details_panel.hpp"
#include "ui/panel/follow_ups.hpp"
#include "ui/widget/widgets.hpp"
#include "ui/widget/words.hpp"

#include <algorithm>
#include <utility>

namespace jejaring::ui {
namespace {

constexpr std::size_t kFew = 5;

// "Show all 12", under a list of which only the beginning is shown.
bool more(Interface& ui, const std::string& id, std::size_t all) {
    gap(ui, 2);
    return link(ui, id, ui.tr(JEJARING_TR("Show all {0}"), {ui.number(static_cast<double>(all))}),
                ui.tr(JEJARING_TR("The rest of the list too")));
}

} // namespace

void DetailsPanel::heading(Interface& ui, const std::string& words, std::size_t later) {
    line(ui, ui.font.strong, ui.color.text, words);
    if (later == 0)
        return;
    gap(ui, -4);
    line(ui, ui.font.small, ui.color.muted,
         ui.tr(JEJARING_TR("{0} later ones left out"), {ui.number(static_cast<double>(later))}));
}

void DetailsPanel::findPlans(const core::Project& project, const core::RegionCode& code,
                             const analysis::FactScope& scope) {
    const auto concerns = [&](const std::vector<core::RegionCode>& regions) {
        return std::any_of(regions.begin(), regions.end(),
                           [&](const core::RegionCode& region) { return within(code, region); });
    };
    const analysis::OccasionIndex occasions(project);
    for (const core::FollowUp& followUp : project.followUps)
        if (concerns(occasions.regionsOf(followUp))) {
            if (analysis::cameLater(occasions.begun(followUp), scope))
                ++facts_.laterFollowUps;
            else
                facts_.followUps.push_back(&followUp);
        }
    sortFollowUps(facts_.followUps, scope.today);
    for (const core::Activity& activity : project.activities)
        if (concerns(core::regionsOf(activity))) {
            if (analysis::cameLater(activity.start, scope))
                ++facts_.laterActivities;
            else
                facts_.activities.push_back(&activity);
        }
    std::stable_sort(facts_.activities.begin(), facts_.activities.end(),
                     [](const core::Activity* a, const core::Activity* b) {
                         return b->start.value_or(core::PartialDate{}) < a->start.value_or(core::PartialDate{});
                     });
    for (const core::Risk& risk : project.risks) {
        const core::Agreement* agreement = core::findAgreement(project, risk.agreementId);
        if (within(code, risk.region) ||
            (agreement != nullptr && std::any_of(agreement->parties.begin(), agreement->parties.end(),
                                                 [&](const core::Party& party) { return within(code, party.region); })))
            facts_.risks.push_back(&risk);
    }
    analysis::sortByWeight(facts_.risks);
    // A region's own: numbers of kabupaten/kota are no numbers of their province.
    for (const core::Indicator& indicator : project.indicators) {
        const core::IndicatorValue* latest = nullptr;
        const core::IndicatorValue* before = nullptr;
        for (const core::IndicatorValue& value : project.indicatorValues) {
            if (value.indicatorId != indicator.id || value.region != code || analysis::cameLater(value.period, scope))
                continue;
            if (latest == nullptr || latest->period < value.period)
                before = std::exchange(latest, &value);
            else if (before == nullptr || before->period < value.period)
                before = &value;
        }
        if (latest != nullptr)
            facts_.values.emplace_back(latest, before);
    }
}

void DetailsPanel::followUps(Interface& ui) {
    if (facts_.followUps.empty() && facts_.laterFollowUps == 0)
        return;
    separator(ui);
    const auto map = facts_.map; // kept: a follow-up that is ticked changes the session's project
    heading(ui, ui.tr(JEJARING_TR("Follow-ups")) + " · " + ui.number(static_cast<double>(facts_.followUps.size())),
            facts_.laterFollowUps);
    gap(ui, -2);
    const std::size_t shown = allFollowUps_ ? facts_.followUps.size() : std::min(kFew, facts_.followUps.size());
    for (std::size_t i = 0; i < shown; ++i) {
        const core::FollowUp& followUp = *facts_.followUps[i];
        std::string where;
        if (const core::Visit* visit = core::findVisit(*map->project, followUp.visitId))
            where = visit->title;
        else if (const core::Activity* activity = core::findActivity(*map->project, followUp.visitId))
            where = activity->title;
        followUpRow(ui, "right.followUp." + std::to_string(i), followUp, ImGui::GetContentRegionAvail().x, where);
        gap(ui, -6);
    }
    gap(ui, 6);
    if (shown < facts_.followUps.size() && more(ui, "right.moreFollowUps", facts_.followUps.size()))
        allFollowUps_ = true;
}

void DetailsPanel::activities(Interface& ui) {
    if (facts_.activities.empty() && facts_.laterActivities == 0)
        return;
    separator(ui);
    heading(ui, ui.tr(JEJARING_TR("Activities")), facts_.laterActivities);
    gap(ui, -4);
    for (std::size_t i = 0; i < facts_.activities.size(); ++i) {
        const core::Activity& activity = *facts_.activities[i];
        const std::string when =
            activity.start ? ui.date(*activity.start, text::DateStyle::shortMonth) : ui.tr(JEJARING_TR("undated"));
        std::string second = activityKindName(ui.language(), activity.kind);
        if (!activity.place.empty())
            second += (second.empty() ? "" : " · ") + activity.place;
        if (detailsEntry(ui, "right.activity." + std::to_string(i), activity.title, second,
                         ui.window.activityId == activity.id, when))
            openForm(ui, std::make_shared<ActivityForm>(ui, activity.id));
        explain(ui, activity.purpose.empty() ? ui.tr(JEJARING_TR("Open it")) : activity.purpose);
    }
    gap(ui, 8);
}

void DetailsPanel::risks(Interface& ui) {
    if (facts_.risks.empty())
        return;
    separator(ui);
    line(ui, ui.font.strong, ui.color.text,
         ui.tr(JEJARING_TR("Risks and positive effects")) + " · " +
             ui.number(static_cast<double>(facts_.risks.size())));
    gap(ui, -4);
    const std::size_t shown = allRisks_ ? facts_.risks.size() : std::min(kFew, facts_.risks.size());
    for (std::size_t i = 0; i < shown; ++i) {
        const core::Risk& risk = *facts_.risks[i];
        std::string second = ui.tr(nameOf(risk.sign));
        if (!risk.cause.empty())
            second += " · " + risk.cause;
        if (!risk.owner.empty())
            second += " · " + risk.owner;
        const std::string assessed = risk.likelihood > 0 && risk.severity > 0
                                         ? ui.number(risk.likelihood) + " × " + ui.number(risk.severity)
                                         : std::string();
        if (detailsEntry(ui, "right.risk." + std::to_string(i), risk.what, second, ui.window.riskId == risk.id,
                         assessed))
            openForm(ui, std::make_shared<RiskForm>(ui, risk.id));
        explain(ui, ui.tr(JEJARING_TR("Likelihood {0}; severity {1}"),
                          {ui.tr(likelihoodName(risk.likelihood)), ui.tr(severityName(risk.severity))}));
    }
    gap(ui, 8);
    if (shown < facts_.risks.size() && more(ui, "right.moreRisks", facts_.risks.size()))
        allRisks_ = true;
}

void DetailsPanel::indicators(Interface& ui) {
    if (facts_.values.empty())
        return;
    separator(ui);
    line(ui, ui.font.strong, ui.color.text, ui.tr(JEJARING_TR("Indicators")));
    gap(ui, -4);
    const core::Project& project = *facts_.map->project;
    for (std::size_t i = 0; i < facts_.values.size(); ++i) {
        const auto& [latest, before] = facts_.values[i];
        const core::Indicator* indicator = core::findIndicator(project, latest->indicatorId);
        const std::string period = ui.date(latest->period, text::DateStyle::shortMonth);
        std::string second = indicator->unit.empty() ? period : indicator->unit + " · " + period;
        if (before != nullptr)
            second +=
                " · " + ui.tr(JEJARING_TR("before: {0} ({1})"), {indicatorNumber(ui.language(), before->value),
                                                                 ui.date(before->period, text::DateStyle::shortMonth)});
        if (detailsEntry(ui, "right.indicator." + std::to_string(i), indicator->name, second, false,
                         indicatorNumber(ui.language(), latest->value))) {
            ui.window.indicatorId = indicator->id;
            ui.window.tab = session::BottomTab::indicators;
        }
        explain(ui, ui.tr(JEJARING_TR("Show all its values in the table below")));
    }
    gap(ui, 8);
}

void DetailsPanel::addPlans(Interface& ui, const core::RegionCode& code, float right) {
    const auto add = [&](const char* id, std::string_view what, std::string_view explanation) {
        return chip(ui, id, "+ " + ui.tr(what), ChipKind::add, ui.tr(explanation), false, right);
    };
    if (add("right.addActivity", JEJARING_TR("Activity"),
            JEJARING_TR("A forum, a fair, a mission, an exchange or a training in this region")))
        openForm(ui, std::make_shared<ActivityForm>(ui, "", code));
    const core::Project& project = *ui.session.project();
    if ((!project.visits.empty() || !project.activities.empty()) &&
        add("right.addFollowUp", JEJARING_TR("Follow-up"),
            JEJARING_TR("What was agreed on a visit or at an activity in this region")))
        openForm(ui, std::make_shared<FollowUpForm>(ui, core::FollowUp{}));
    if (add("right.addRisk", JEJARING_TR("Risk or effect"),
            JEJARING_TR("What may go wrong in this region, or what good is expected"))) {
        core::Risk risk;
        risk.region = code;
        openForm(ui, std::make_shared<RiskForm>(ui, "", risk));
    }
    if (add("right.addValue", JEJARING_TR("Value of an indicator"),
            JEJARING_TR("A number of this region and a period"))) {
        core::IndicatorValue value;
        value.indicatorId = ui.window.indicatorId;
        value.region = code;
        openForm(ui, std::make_shared<IndicatorValueForm>(ui, value));
    }
}

} // namespace jejaring::ui
