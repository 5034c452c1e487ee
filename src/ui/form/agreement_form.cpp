// SPDX-License-Identifier: MIT
#include "ui/form/agreement_form.hpp"

#include "session/field_text.hpp"
#include "session/project_edit.hpp"
#include "ui/form/form_options.hpp"
#include "ui/form/form_rows.hpp"
#include "ui/form/form_values.hpp"
#include "ui/form/partner_form.hpp"

#include <algorithm>

namespace jejaring::ui {

AgreementForm::AgreementForm(const Interface& ui, const std::string& id, const core::RegionCode& region)
    : language_(ui.language()), kinds_(kindOptions(ui)), statuses_(statusOptions(ui)),
      frameworks_(frameworkOptions(ui)), currencies_(currencyOptions()) {
    if (const core::Agreement* known = core::findAgreement(*ui.session.project(), id)) {
        const core::Agreement& a = *known;
        exists_ = true;
        draft_.agreement = a;
        for (const core::Party& party : a.parties)
            draft_.parties.push_back(partyId(party));
        for (const core::StageReached& stage : a.stages)
            draft_.stages.push_back({stage.stage, session::fieldText(stage.date)});
        for (const core::Target& target : a.targets)
            draft_.targets.push_back({target.what, target.unit, session::fieldText(target.planned, language_),
                                      session::fieldText(target.reached, language_)});
        draft_.signedOn = session::fieldText(a.signedOn);
        draft_.validUntil = session::fieldText(a.validUntil);
        draft_.endedOn = session::fieldText(a.endedOn);
        draft_.value = session::fieldText(a.value, language_);
    } else {
        draft_.parties = {partyId({region, ""}), ""};
        if (!region.empty()) { // what is asked for next
            state.started = true;
            state.focus = "parties.1";
        }
    }
    original_ = draft_;
}

void AgreementForm::fill(const Interface& ui) {
    if (listed_ == ui.session.project())
        return;
    listed_ = ui.session.project();
    parties_ = partyOptions(ui);
    sectors_ = sectorOptions(ui);
    stages_ = stageOptions(ui, draft_.agreement.kind);
    agreements_ = agreementOptions(ui, draft_.agreement.id);
}

std::string AgreementForm::title(const Interface& ui) const {
    return ui.tr(exists_ ? JEJARING_TR("Edit the agreement") : JEJARING_TR("New agreement"));
}

void AgreementForm::draw(Interface& ui, Fields& fields) {
    fill(ui);
    core::Agreement& a = draft_.agreement;
    drawParties(ui, fields);
    fields.row({8 * kTwelfth, 4 * kTwelfth});
    std::string kind(core::agreementKindId(a.kind));
    if (fields.choice("kind", ui.tr(JEJARING_TR("Kind")), kinds_, kind,
                      {ui.tr(JEJARING_TR("not stated")), "", "", true})) {
        a.kind = core::parseAgreementKind(kind).value_or(core::AgreementKind::notStated);
        stages_ = stageOptions(ui, a.kind);
    }
    fields.text("document", ui.tr(JEJARING_TR("Document")), a.document,
                {ui.tr(JEJARING_TR("MoU, LoI, PKS …")), "", "", true});
    fields.row({8 * kTwelfth, 4 * kTwelfth});
    fields.choice("framework", ui.tr(JEJARING_TR("Framework")), frameworks_, a.framework,
                  {ui.tr(JEJARING_TR("not stated")), "", "", true});
    std::string status =
        a.status == core::AgreementStatus::unknown ? std::string() : std::string(core::agreementStatusId(a.status));
    if (fields.choice("status", ui.tr(JEJARING_TR("Status")), statuses_, status,
                      {ui.tr(JEJARING_TR("not stated")),
                       ui.tr(JEJARING_TR("A signed agreement without a status counts as in force, marked assumed")), "",
                       true}))
        a.status = core::parseAgreementStatus(status).value_or(core::AgreementStatus::unknown);
    fields.choices("sectors", ui.tr(JEJARING_TR("Sectors")), sectors_, a.sectors);
    drawDatesAndValue(ui, fields);
    drawStages(ui, fields);
    drawTargets(ui, fields);
    fields.section(ui.tr(JEJARING_TR("Where it comes from")));
    fields.choice("replaces", ui.tr(JEJARING_TR("Replaces")), agreements_, a.replaces,
                  {ui.tr(JEJARING_TR("no earlier agreement")),
                   ui.tr(JEJARING_TR("Its letter of intent, or the agreement it renews; both count as one")), "",
                   true});
    source_.draw(ui, fields, state, a.sourceId);
    fields.multiline("note", ui.tr(JEJARING_TR("Note")), a.note, 3);
}

void AgreementForm::drawParties(Interface& ui, Fields& fields) {
    for (std::size_t i = 0; i < draft_.parties.size(); ++i) {
        fields.row({0.88F, 0.12F});
        const std::string field = "parties." + std::to_string(i);
        FieldLook look{
            ui.tr(i == 0 ? JEJARING_TR("A region: name or code") : JEJARING_TR("A partner or another region")), "",
            ui.tr(JEJARING_TR("New partner")), true};
        if (fields.choice(field, over(i, ui.tr(JEJARING_TR("Parties"))), parties_, draft_.parties[i], look) &&
            draft_.parties[i] == kNewOption) {
            draft_.parties[i].clear();
            auto partner = std::make_shared<PartnerForm>(ui, "", state.created);
            partner->whenSaved = [this, i](const std::string& id) {
                if (i < draft_.parties.size())
                    draft_.parties[i] = "p" + id;
            };
            openForm(ui, std::move(partner));
        }
        const bool partner = draft_.parties[i].starts_with('p');
        const RowAction action = fields.rowTools("parties", i, draft_.parties.size(), false, partner);
        if (action == RowAction::edit)
            openForm(ui, std::make_shared<PartnerForm>(ui, draft_.parties[i].substr(1)));
        if (applyToRows(action, draft_.parties, i))
            break;
    }
    fields.message("parties");
    if (fields.add("parties", ui.tr(JEJARING_TR("Party")), ui.tr(JEJARING_TR("One more region or partner")))) {
        draft_.parties.emplace_back();
        state.focus = "parties." + std::to_string(draft_.parties.size() - 1);
    }
}

void AgreementForm::drawDatesAndValue(Interface& ui, Fields& fields) {
    fields.row({4 * kTwelfth, 4 * kTwelfth, 4 * kTwelfth});
    fields.date("signedOn", ui.tr(JEJARING_TR("Signed")), draft_.signedOn);
    fields.date("validUntil", ui.tr(JEJARING_TR("Valid until")), draft_.validUntil);
    fields.date("endedOn", ui.tr(JEJARING_TR("Ended")), draft_.endedOn);
    fields.row({8 * kTwelfth, 4 * kTwelfth});
    if (fields.text("value", ui.tr(JEJARING_TR("Value")), draft_.value,
                    {ui.tr(JEJARING_TR("Rp 1.5 billion")),
                     ui.tr(JEJARING_TR("An amount, with its currency or without")), "", true})) {
        // A currency that is typed beside the amount is the currency.
        const auto read = session::readMoneyField(draft_.value, "", language_);
        if (read.value && !read.value->currency.empty())
            draft_.agreement.currency = read.value->currency;
    }
    fields.choice("currency", ui.tr(JEJARING_TR("Currency")), currencies_, draft_.agreement.currency);
}

void AgreementForm::drawStages(Interface& ui, Fields& fields) {
    fields.section(ui.tr(JEJARING_TR("Stages")));
    for (std::size_t i = 0; i < draft_.stages.size(); ++i) {
        fields.row({6 * kTwelfth, 4 * kTwelfth, 2 * kTwelfth});
        const std::string field = "stages." + std::to_string(i);
        fields.choice(field, over(i, ui.tr(JEJARING_TR("Stage reached"))), stages_, draft_.stages[i].stage);
        fields.date(field + ".date", over(i, ui.tr(JEJARING_TR("Date"))), draft_.stages[i].date);
        if (applyToRows(fields.rowTools("stages", i, draft_.stages.size(), true), draft_.stages, i))
            break;
    }
    if (fields.add("stages", ui.tr(JEJARING_TR("Stage")), ui.tr(JEJARING_TR("The next stage it reached")))) {
        draft_.stages.emplace_back();
        state.focus = "stages." + std::to_string(draft_.stages.size() - 1);
    }
}

void AgreementForm::drawTargets(Interface& ui, Fields& fields) {
    fields.section(ui.tr(JEJARING_TR("Targets and results")));
    for (std::size_t i = 0; i < draft_.targets.size(); ++i) {
        fields.row({0.4F, 0.18F, 0.16F, 0.16F, 0.1F});
        TargetText& target = draft_.targets[i];
        const std::string field = "targets." + std::to_string(i);
        fields.text(field + ".what", over(i, ui.tr(JEJARING_TR("What is to be reached"))), target.what);
        fields.text(field + ".unit", over(i, ui.tr(JEJARING_TR("Unit"))), target.unit);
        fields.text(field + ".planned", over(i, ui.tr(JEJARING_TR("Target"))), target.planned);
        fields.text(field + ".reached", over(i, ui.tr(JEJARING_TR("Reached"))), target.reached);
        if (applyToRows(fields.rowTools("targets", i, draft_.targets.size(), false), draft_.targets, i))
            break;
    }
    if (fields.add("targets", ui.tr(JEJARING_TR("Target")),
                   ui.tr(JEJARING_TR("A number to be reached, and how far it came")))) {
        draft_.targets.emplace_back();
        state.focus = "targets." + std::to_string(draft_.targets.size() - 1) + ".what";
    }
}

core::Agreement AgreementForm::made(const Interface& ui, session::FieldMessages& messages) const {
    core::Agreement a = draft_.agreement;
    const core::Project& project = *ui.session.project();
    a.parties.clear();
    for (std::size_t i = 0; i < draft_.parties.size(); ++i) {
        // A party that was there keeps what it had: a region that stands on the partner's side has both.
        const auto same = std::find_if(original_.agreement.parties.begin(), original_.agreement.parties.end(),
                                       [&](const core::Party& p) { return partyId(p) == draft_.parties[i]; });
        const bool last = i + 1 == draft_.parties.size();
        if (same != original_.agreement.parties.end())
            a.parties.push_back(*same);
        else if (!draft_.parties[i].empty() || !last) // the last line may wait for a party
            a.parties.push_back(partyOf(project, draft_.parties[i]));
    }
    a.stages.clear();
    for (std::size_t i = 0; i < draft_.stages.size(); ++i) {
        core::StageReached reached;
        reached.stage = draft_.stages[i].stage;
        reached.date =
            taken(messages, "stages." + std::to_string(i) + ".date", session::readDateField(draft_.stages[i].date));
        a.stages.push_back(reached);
    }
    a.signedOn = taken(messages, "signedOn", session::readDateField(draft_.signedOn));
    a.validUntil = taken(messages, "validUntil", session::readDateField(draft_.validUntil));
    a.endedOn = taken(messages, "endedOn", session::readDateField(draft_.endedOn));
    const auto money = taken(messages, "value", session::readMoneyField(draft_.value, a.currency, language_));
    a.value = draft_.value == original_.value ? original_.agreement.value
              : money                         ? std::optional(money->amount)
                                              : std::nullopt;
    a.targets.clear();
    for (std::size_t i = 0; i < draft_.targets.size(); ++i) {
        const TargetText& typed = draft_.targets[i];
        const std::string field = "targets." + std::to_string(i);
        a.targets.push_back({typed.what, typed.unit,
                             taken(messages, field + ".planned", session::readNumberField(typed.planned, language_)),
                             taken(messages, field + ".reached", session::readNumberField(typed.reached, language_))});
    }
    return a;
}

session::FieldMessages AgreementForm::check(const Interface& ui) const {
    session::FieldMessages messages;
    const core::Agreement agreement = made(ui, messages);
    const core::RegionCatalog none;
    for (const auto& [field, message] : session::check(
             agreement, {*ui.session.project(), ui.session.geometry() ? ui.session.geometry()->catalog() : none}))
        session::addMessage(messages, field, message);
    return messages;
}

std::string AgreementForm::name(const Interface& ui) const {
    std::string names;
    const std::vector<Option> options = partyOptions(ui);
    for (const std::string& party : draft_.parties)
        for (const Option& each : options)
            if (each.id == party)
                names += (names.empty() ? "" : " – ") + each.label;
    return names;
}

std::string AgreementForm::save(Interface& ui) {
    session::FieldMessages ignored;
    core::Agreement agreement = made(ui, ignored);
    if (!exists_)
        agreement.id = session::newId(*ui.session.project(), session::RecordKind::agreement);
    std::string id = agreement.id;
    ui.session.changeProject(core::note(exists_ ? JEJARING_TR("Edit {0}") : JEJARING_TR("Add {0}"), {name(ui)}),
                             [&](core::Project& project) { session::put(project, agreement); });
    return id;
}

void AgreementForm::remove(Interface& ui) {
    deleteAgreement(ui, original_.agreement.id);
}

void deleteAgreement(Interface& ui, const std::string& id) {
    std::string name = id;
    for (const Option& each : agreementOptions(ui))
        if (each.id == id)
            name = each.label;
    if (ui.session.changeProject(core::note(JEJARING_TR("Delete {0}"), {name}),
                                 [&](core::Project& project) { session::removeAgreement(project, id); }))
        ui.session.notify(core::note(JEJARING_TR("{0} is deleted. Ctrl+Z brings it back."), {name}));
}

} // namespace jejaring::ui
