// SPDX-License-Identifier: MIT
#include "ui/form/indicator_forms.hpp"

#include "session/field_text.hpp"
#include "session/project_edit.hpp"
#include "ui/form/form_options.hpp"
#include "ui/form/form_values.hpp"

#include <algorithm>
#include <cmath>

namespace jejaring::ui {
namespace {

// "Investasi, Kota Bandung, 2024"
std::string nameOf(const Interface& ui, const core::IndicatorValue& value) {
    const core::Indicator* indicator = core::findIndicator(*ui.session.project(), value.indicatorId);
    return (indicator != nullptr ? headOf(indicator->name) : value.indicatorId) + ", " + regionName(ui, value.region) +
           ", " + value.period.iso();
}

} // namespace

std::string indicatorNumber(text::Language language, double value) {
    constexpr int kMostDecimals = 4;
    double scaled = value;
    for (int decimals = 0; decimals < kMostDecimals; ++decimals) {
        if (std::abs(scaled - std::round(scaled)) < 1e-9 * std::max(1.0, std::abs(scaled)))
            return text::formatNumber(language, value, decimals);
        scaled *= 10;
    }
    return text::formatNumber(language, value, kMostDecimals);
}

// --- indicators ---------------------------------------------------------------------------------------------------

IndicatorForm::IndicatorForm(const Interface& ui, const std::string& id, const std::string& name) {
    if (const core::Indicator* known = core::findIndicator(*ui.session.project(), id)) {
        draft_ = *known;
        exists_ = true;
    }
    original_ = draft_;
    if (!exists_)
        draft_.name = name;
}

std::string IndicatorForm::title(const Interface& ui) const {
    return ui.tr(exists_ ? JEJARING_TR("Edit the indicator") : JEJARING_TR("New indicator"));
}

void IndicatorForm::draw(Interface& ui, Fields& fields) {
    fields.row({8 * kTwelfth, 4 * kTwelfth});
    fields.text("name", ui.tr(JEJARING_TR("Name")), draft_.name,
                {ui.tr(JEJARING_TR("such as: investment realised")), "", "", true});
    fields.text("unit", ui.tr(JEJARING_TR("Unit")), draft_.unit,
                {ui.tr(JEJARING_TR("million rupiah, projects, per cent …")), "", "", true});
    source_.draw(ui, fields, state, draft_.sourceId);
    if (!exists_)
        return;
    const auto& values = ui.session.project()->indicatorValues;
    const auto count = std::count_if(values.begin(), values.end(),
                                     [&](const core::IndicatorValue& value) { return value.indicatorId == draft_.id; });
    if (count > 0)
        fields.remark(
            ui.tr(JEJARING_TR("It has {0} {0:value; deleting it deletes that|values; deleting it deletes them}, too."),
                  {ui.number(static_cast<double>(count))}));
}

session::FieldMessages IndicatorForm::check(const Interface& ui) const {
    session::FieldMessages messages;
    addChecked(messages, ui, draft_);
    return messages;
}

std::string IndicatorForm::save(Interface& ui) {
    core::Indicator indicator = draft_;
    if (!exists_)
        indicator.id = session::newId(*ui.session.project(), session::RecordKind::indicator);
    ui.session.changeProject(
        core::note(exists_ ? JEJARING_TR("Edit {0}") : JEJARING_TR("Add {0}"), {headOf(indicator.name)}),
        [&](core::Project& project) { session::put(project, indicator); });
    ui.window.indicatorId = indicator.id;
    ui.window.tab = session::BottomTab::indicators;
    return indicator.id;
}

void IndicatorForm::remove(Interface& ui) {
    deleteIndicator(ui, original_.id);
}

void deleteIndicator(Interface& ui, const std::string& id) {
    const core::Indicator* indicator = core::findIndicator(*ui.session.project(), id);
    const std::string name = indicator != nullptr ? headOf(indicator->name) : id;
    if (ui.session.changeProject(core::note(JEJARING_TR("Delete {0}"), {name}),
                                 [&](core::Project& project) { session::removeIndicator(project, id); }))
        ui.session.notify(core::note(JEJARING_TR("{0} is deleted. Ctrl+Z brings it back."), {name}));
}

// --- values -------------------------------------------------------------------------------------------------------

IndicatorValueForm::IndicatorValueForm(const Interface& ui, const core::IndicatorValue& value)
    : language_(ui.language()), regions_(regionOptions(ui)) {
    draft_.value = value;
    for (const core::IndicatorValue& each : ui.session.project()->indicatorValues)
        if (each.indicatorId == value.indicatorId && each.region == value.region && each.period == value.period) {
            draft_.value = each;
            exists_ = true;
        }
    if (draft_.value.period.year > 0)
        draft_.period = draft_.value.period.iso();
    if (exists_)
        draft_.number = session::fieldText(std::optional(draft_.value.value), language_);
    original_ = draft_;
    // What is asked for next.
    state.started = true;
    state.focus = exists_                     ? "value"
                  : value.indicatorId.empty() ? "indicatorId"
                  : value.region.empty()      ? "region"
                                              : "period";
}

std::string IndicatorValueForm::title(const Interface& ui) const {
    return ui.tr(exists_ ? JEJARING_TR("Edit the value") : JEJARING_TR("New value of an indicator"));
}

void IndicatorValueForm::fill(const Interface& ui) {
    if (listed_ == ui.session.project())
        return;
    listed_ = ui.session.project();
    indicators_.clear();
    for (const core::Indicator& indicator : listed_->indicators)
        indicators_.push_back(option(indicator.id, indicator.name, indicator.unit));
}

void IndicatorValueForm::draw(Interface& ui, Fields& fields) {
    fill(ui);
    core::IndicatorValue& value = draft_.value;
    const std::string before = value.indicatorId;
    if (fields.choice("indicatorId", ui.tr(JEJARING_TR("Indicator")), indicators_, value.indicatorId,
                      {"", "", ui.tr(JEJARING_TR("New indicator")), true}) &&
        value.indicatorId == kNewOption) {
        value.indicatorId = before;
        auto form = std::make_shared<IndicatorForm>(ui, "", state.created);
        form->whenSaved = [this](const std::string& id) { draft_.value.indicatorId = id; };
        openForm(ui, std::move(form));
    }
    fields.row({8 * kTwelfth, 4 * kTwelfth});
    std::string region = value.region.text();
    if (fields.choice("region", ui.tr(JEJARING_TR("Region")), regions_, region,
                      {ui.tr(JEJARING_TR("A region: name or code")), "", "", true}))
        value.region = codeOf(region);
    fields.date("period", ui.tr(JEJARING_TR("Period")), draft_.period,
                {ui.tr(JEJARING_TR("2024, or 2024-08")), ui.tr(JEJARING_TR("A year, a month or a day")), "", true});
    const core::Indicator* indicator = core::findIndicator(*ui.session.project(), value.indicatorId);
    std::string label = ui.tr(JEJARING_TR("Value"));
    if (indicator != nullptr && !indicator->unit.empty())
        label += " (" + indicator->unit + ")";
    fields.text("value", label, draft_.number);
    source_.draw(ui, fields, state, value.sourceId);
}

core::IndicatorValue IndicatorValueForm::made(session::FieldMessages& messages) const {
    core::IndicatorValue value = draft_.value;
    value.period = taken(messages, "period", session::readDateField(draft_.period)).value_or(core::PartialDate{});
    if (exists_ && draft_.number == original_.number)
        return value; // as exact as it was
    const auto number = taken(messages, "value", session::readNumberField(draft_.number, language_));
    if (!number && !messages.contains("value"))
        session::addMessage(messages, "value",
                            core::error(core::ErrorCode::invalidArgument, JEJARING_TR("Type a number.")));
    value.value = number.value_or(0);
    return value;
}

session::FieldMessages IndicatorValueForm::check(const Interface& ui) const {
    session::FieldMessages messages;
    const core::IndicatorValue value = made(messages);
    const core::IndicatorValue former = exists_ ? original_.value : core::IndicatorValue{};
    for (const auto& [field, message] : session::check(value, former, checkContext(ui)))
        session::addMessage(messages, field, message);
    return messages;
}

std::string IndicatorValueForm::save(Interface& ui) {
    session::FieldMessages ignored;
    const core::IndicatorValue value = made(ignored);
    ui.session.changeProject(
        core::note(exists_ ? JEJARING_TR("Edit {0}") : JEJARING_TR("Add {0}"), {nameOf(ui, value)}),
        [&](core::Project& project) {
            if (exists_)
                session::put(project, value, original_.value);
            else
                session::put(project, value);
        });
    ui.window.indicatorId = value.indicatorId;
    ui.window.tab = session::BottomTab::indicators;
    return {};
}

void IndicatorValueForm::remove(Interface& ui) {
    deleteIndicatorValue(ui, original_.value);
}

void deleteIndicatorValue(Interface& ui, const core::IndicatorValue& value) {
    const std::string name = nameOf(ui, value);
    if (ui.session.changeProject(core::note(JEJARING_TR("Delete {0}"), {name}),
                                 [&](core::Project& project) { session::removeIndicatorValue(project, value); }))
        ui.session.notify(core::note(JEJARING_TR("{0} is deleted. Ctrl+Z brings it back."), {name}));
}

} // namespace jejaring::ui
