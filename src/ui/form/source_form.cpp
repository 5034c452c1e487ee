// SPDX-License-Identifier: MIT
#include "ui/form/source_form.hpp"

#include "session/project_edit.hpp"
#include "ui/form/form_options.hpp"
#include "ui/form/form_values.hpp"

#include <array>

namespace jejaring::ui {
namespace {

constexpr std::array kGrades{core::SourceGrade::a, core::SourceGrade::b, core::SourceGrade::unstated};

} // namespace

SourceForm::SourceForm(const Interface& ui, const std::string& id, const std::string& title) {
    if (const core::Source* known = core::findSource(*ui.session.project(), id)) {
        draft_ = {*known, session::fieldText(known->published)};
        exists_ = true;
    }
    original_ = draft_;
    if (!exists_)
        draft_.source.title = title;
}

std::string SourceForm::title(const Interface& ui) const {
    return ui.tr(exists_ ? JEJARING_TR("Edit the source") : JEJARING_TR("New source"));
}

void SourceForm::draw(Interface& ui, Fields& fields) {
    core::Source& source = draft_.source;
    fields.multiline("title", ui.tr(JEJARING_TR("Title")), source.title, 2,
                     {ui.tr(JEJARING_TR("As it is cited")), "", "", true});
    fields.row({8 * kTwelfth, 4 * kTwelfth});
    fields.text("publisher", ui.tr(JEJARING_TR("Publisher")), source.publisher,
                {ui.tr(JEJARING_TR("An office, a newspaper, a journal")), "", "", true});
    fields.date("published", ui.tr(JEJARING_TR("Published")), draft_.published,
                {ui.tr(JEJARING_TR("not stated")), ui.tr(JEJARING_TR("A day, a month or a year")), "", true});
    fields.text("address", ui.tr(JEJARING_TR("Address")), source.address,
                {"https://…", ui.tr(JEJARING_TR("Where anybody can read it")), "", true});
    const std::array<Choice, 3> grades{
        Choice{ui.tr(JEJARING_TR("A: government or partner")),
               ui.tr(JEJARING_TR("Published by a government or by the partner itself"))},
        Choice{ui.tr(JEJARING_TR("B: press or journal")), ui.tr(JEJARING_TR("Written by others about it"))},
        Choice{ui.tr(JEJARING_TR("not stated")), ui.tr(JEJARING_TR("How far it can be relied on is not judged yet"))}};
    std::size_t grade = 0;
    while (grade + 1 < kGrades.size() && kGrades[grade] != source.grade)
        ++grade;
    if (fields.segments("grade", ui.tr(JEJARING_TR("Grade")), grades, grade))
        source.grade = kGrades[grade];
    if (exists_ && counted_ != ui.session.project()) {
        counted_ = ui.session.project();
        uses_ = session::usesOfSource(*counted_, draft_.source.id).size();
    }
    if (uses_ > 0)
        fields.remark(
            ui.tr(JEJARING_TR("Cited by {0} {0:record|records}; only a source that none cites can be deleted."),
                  {ui.number(static_cast<double>(uses_))}));
}

core::Source SourceForm::made(session::FieldMessages& messages) const {
    core::Source source = draft_.source;
    source.published = taken(messages, "published", session::readDateField(draft_.published));
    return source;
}

session::FieldMessages SourceForm::check(const Interface& ui) const {
    session::FieldMessages messages;
    addChecked(messages, ui, made(messages));
    return messages;
}

std::string SourceForm::save(Interface& ui) {
    session::FieldMessages ignored;
    core::Source source = made(ignored);
    source.address = core::webAddress(source.address).value_or(source.address);
    if (!exists_)
        source.id = session::newId(*ui.session.project(), session::RecordKind::source);
    ui.session.changeProject(core::note(exists_ ? JEJARING_TR("Edit {0}") : JEJARING_TR("Add {0}"), {source.title}),
                             [&](core::Project& project) { session::put(project, source); });
    return source.id;
}

void SourceForm::remove(Interface& ui) {
    if (const auto uses = session::usesOfSource(*ui.session.project(), draft_.source.id); !uses.empty()) {
        std::string ids;
        for (const session::Reference& use : uses)
            ids += (ids.empty() ? "" : ", ") + use.id;
        ui.session.notify(core::warning(JEJARING_TR("{0} is cited and stays: {1}"), {original_.source.title, ids}));
        return;
    }
    ui.session.changeProject(core::note(JEJARING_TR("Delete {0}"), {original_.source.title}),
                             [&](core::Project& project) { session::removeSource(project, draft_.source.id); });
}

void SourceField::draw(Interface& ui, Fields& fields, FormState& state, std::string& chosen) {
    if (listed_ != ui.session.project()) {
        listed_ = ui.session.project();
        sources_ = sourceOptions(ui);
    }
    const std::string before = chosen;
    if (!fields.choice("sourceId", ui.tr(JEJARING_TR("Source")), sources_, chosen,
                       {ui.tr(JEJARING_TR("not stated")), ui.tr(JEJARING_TR("Where this was read")),
                        ui.tr(JEJARING_TR("New source")), true}) ||
        chosen != kNewOption)
        return;
    chosen = before;
    auto form = std::make_shared<SourceForm>(ui, "", state.created);
    form->whenSaved = [&chosen](const std::string& id) { chosen = id; };
    openForm(ui, std::move(form));
}

} // namespace jejaring::ui
