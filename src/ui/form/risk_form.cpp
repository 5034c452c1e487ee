// SPDX-License-Identifier: MIT
#include "ui/form/risk_form.hpp"

#include "session/project_edit.hpp"
#include "ui/form/form_options.hpp"
#include "ui/form/form_values.hpp"
#include "ui/widget/words.hpp"

#include <algorithm>
#include <array>

namespace jejaring::ui {
namespace {

constexpr int kGrades = 5;

// "—" and 1 to 5, each with its meaning.
std::vector<Choice> gradeChoices(const Interface& ui, std::string_view (*name)(int)) {
    std::vector<Choice> choices{{"–", ui.tr(JEJARING_TR("not assessed"))}};
    for (int grade = 1; grade <= kGrades; ++grade)
        choices.push_back({std::to_string(grade), ui.tr(name(grade))});
    return choices;
}

// The causes that officials usually name, in the language of the one who writes.
std::vector<Option> causeOptions(const Interface& ui) {
    std::vector<Option> options;
    const auto add = [&](const std::string& cause) {
        if (!cause.empty() &&
            std::none_of(options.begin(), options.end(), [&](const Option& each) { return each.id == cause; }))
            options.push_back(option(cause, cause));
    };
    for (const std::string_view id : {JEJARING_TR("Budget"), JEJARING_TR("Different views"), JEJARING_TR("Regulation"),
                                      JEJARING_TR("Commitment"), JEJARING_TR("Staff"), JEJARING_TR("Coordination"),
                                      JEJARING_TR("Infrastructure"), JEJARING_TR("Culture and language")})
        add(ui.tr(id));
    for (const core::Risk& risk : ui.session.project()->risks)
        add(risk.cause);
    return options;
}

} // namespace

std::string_view likelihoodName(int grade) {
    constexpr std::array<std::string_view, kGrades> kNames{JEJARING_TR("1, rare"), JEJARING_TR("2, unlikely"),
                                                           JEJARING_TR("3, possible"), JEJARING_TR("4, likely"),
                                                           JEJARING_TR("5, almost certain")};
    return grade >= 1 && grade <= kGrades ? kNames[static_cast<std::size_t>(grade - 1)] : JEJARING_TR("not assessed");
}

std::string_view severityName(int grade) {
    constexpr std::array<std::string_view, kGrades> kNames{JEJARING_TR("1, slight"), JEJARING_TR("2, small"),
                                                           JEJARING_TR("3, moderate"), JEJARING_TR("4, great"),
                                                           JEJARING_TR("5, very great")};
    return grade >= 1 && grade <= kGrades ? kNames[static_cast<std::size_t>(grade - 1)] : JEJARING_TR("not assessed");
}

RiskForm::RiskForm(const Interface& ui, const std::string& id, core::Risk draft)
    : DraftForm(std::move(draft)), regions_(regionOptions(ui)), agreements_(agreementOptions(ui)),
      causes_(causeOptions(ui)) {
    if (const core::Risk* known = core::findRisk(*ui.session.project(), id)) {
        draft_ = *known;
        exists_ = true;
    }
    original_ = draft_;
}

std::string RiskForm::title(const Interface& ui) const {
    if (draft_.sign == core::RiskSign::risk)
        return ui.tr(exists_ ? JEJARING_TR("Edit the risk") : JEJARING_TR("New risk"));
    return ui.tr(exists_ ? JEJARING_TR("Edit the positive effect") : JEJARING_TR("New positive effect"));
}

void RiskForm::draw(Interface& ui, Fields& fields) {
    const bool risk = draft_.sign == core::RiskSign::risk;
    const std::array<Choice, 2> signs{
        Choice{ui.tr(nameOf(core::RiskSign::risk)), ui.tr(JEJARING_TR("Something that may go wrong"))},
        Choice{ui.tr(nameOf(core::RiskSign::positiveEffect)), ui.tr(JEJARING_TR("Something good that is expected"))}};
    auto sign = static_cast<std::size_t>(draft_.sign);
    if (fields.segments("sign", ui.tr(JEJARING_TR("Risk or positive effect")), signs, sign))
        draft_.sign = static_cast<core::RiskSign>(sign);
    fields.multiline("what", ui.tr(risk ? JEJARING_TR("What may happen") : JEJARING_TR("What is expected")),
                     draft_.what, 2);
    fields.row({0.5F, 0.5F});
    std::string region = draft_.region.text();
    if (fields.choice("region", ui.tr(JEJARING_TR("Region")), regions_, region,
                      {ui.tr(JEJARING_TR("A region: name or code")), "", "", true}))
        draft_.region = codeOf(region);
    fields.choice("agreementId", ui.tr(JEJARING_TR("Agreement")), agreements_, draft_.agreementId,
                  {ui.tr(JEJARING_TR("none in particular")), "", "", true});
    // A cause that is typed is in no list yet.
    if (!draft_.cause.empty() &&
        std::none_of(causes_.begin(), causes_.end(), [&](const Option& each) { return each.id == draft_.cause; }))
        causes_.push_back(option(draft_.cause, draft_.cause));
    const std::string before = draft_.cause;
    if (fields.choice("cause", ui.tr(JEJARING_TR("Cause")), causes_, draft_.cause,
                      {ui.tr(JEJARING_TR("not stated")), ui.tr(JEJARING_TR("One of the list, or any other words")),
                       ui.tr(JEJARING_TR("Other cause")), true}) &&
        draft_.cause == kNewOption)
        draft_.cause = state.created.empty() ? before : state.created;
    drawAssessment(ui, fields);
    fields.section(ui.tr(risk ? JEJARING_TR("What is done against it") : JEJARING_TR("What is done for it")));
    fields.multiline("mitigation", ui.tr(risk ? JEJARING_TR("Mitigation") : JEJARING_TR("Measures")), draft_.mitigation,
                     3);
    fields.text("owner", ui.tr(JEJARING_TR("Who sees to it")), draft_.owner,
                {ui.tr(JEJARING_TR("An office or a name")), "", "", true});
}

void RiskForm::drawAssessment(Interface& ui, Fields& fields) {
    const bool risk = draft_.sign == core::RiskSign::risk;
    fields.row({0.5F, 0.5F});
    const std::string separator = ": ";
    auto likelihood = static_cast<std::size_t>(std::clamp(draft_.likelihood, 0, kGrades));
    if (fields.segments("likelihood",
                        ui.tr(JEJARING_TR("Likelihood")) + separator + ui.tr(likelihoodName(draft_.likelihood)),
                        gradeChoices(ui, likelihoodName), likelihood))
        draft_.likelihood = static_cast<int>(likelihood);
    auto severity = static_cast<std::size_t>(std::clamp(draft_.severity, 0, kGrades));
    if (fields.segments("severity",
                        ui.tr(risk ? JEJARING_TR("Severity") : JEJARING_TR("Size of the effect")) + separator +
                            ui.tr(severityName(draft_.severity)),
                        gradeChoices(ui, severityName), severity))
        draft_.severity = static_cast<int>(severity);
    if (draft_.likelihood > 0 && draft_.severity > 0)
        fields.remark(
            ui.tr(JEJARING_TR("{0} × {1} = {2} of 25"), {ui.number(draft_.likelihood), ui.number(draft_.severity),
                                                         ui.number(draft_.likelihood * draft_.severity)}));
}

session::FieldMessages RiskForm::check(const Interface& ui) const {
    session::FieldMessages messages;
    addChecked(messages, ui, draft_);
    return messages;
}

std::string RiskForm::save(Interface& ui) {
    core::Risk risk = draft_;
    if (!exists_)
        risk.id = session::newId(*ui.session.project(), session::RecordKind::risk);
    ui.session.changeProject(
        core::note(exists_ ? JEJARING_TR("Edit {0}") : JEJARING_TR("Add {0}"), {headOf(risk.what)}),
        [&](core::Project& project) { session::put(project, risk); });
    ui.window.riskId = risk.id;
    ui.window.tab = session::BottomTab::risks;
    return risk.id;
}

void RiskForm::remove(Interface& ui) {
    deleteRisk(ui, original_.id);
}

void deleteRisk(Interface& ui, const std::string& id) {
    const core::Risk* risk = core::findRisk(*ui.session.project(), id);
    const std::string name = risk != nullptr ? headOf(risk->what) : id;
    if (ui.session.changeProject(core::note(JEJARING_TR("Delete {0}"), {name}),
                                 [&](core::Project& project) { session::removeRisk(project, id); }))
        ui.session.notify(core::note(JEJARING_TR("{0} is deleted. Ctrl+Z brings it back."), {name}));
}

} // namespace jejaring::ui
