// SPDX-License-Identifier: MIT
#include "ui/form/partner_form.hpp"

#include "session/field_text.hpp"
#include "session/project_edit.hpp"
#include "ui/form/form_options.hpp"

namespace jejaring::ui {

PartnerForm::PartnerForm(const Interface& ui, const std::string& id, const std::string& name)
    : types_(partnerTypeOptions(ui)), countries_(countryOptions(ui)), regions_(regionOptions(ui)) {
    if (const core::Partner* known = core::findPartner(*ui.session.project(), id)) {
        draft_ = *known;
        exists_ = true;
    }
    original_ = draft_;
    draft_.name = exists_ ? draft_.name : name;
    place_ = originalPlace_ = session::fieldText(draft_.place, ui.language());
}

std::string PartnerForm::title(const Interface& ui) const {
    return ui.tr(exists_ ? JEJARING_TR("Edit the partner") : JEJARING_TR("New partner"));
}

void PartnerForm::draw(Interface& ui, Fields& fields) {
    fields.text("name", ui.tr(JEJARING_TR("Name")), draft_.name);
    fields.row({0.5F, 0.5F});
    std::string type(core::partnerTypeId(draft_.type));
    if (fields.choice("type", ui.tr(JEJARING_TR("What it is")), types_, type)) {
        draft_.type = core::parsePartnerType(type).value_or(core::PartnerType::notStated);
        if (draft_.type == core::PartnerType::indonesianRegion || draft_.type == core::PartnerType::domesticThirdParty)
            draft_.country = "IDN";
    }
    fields.choice("country", ui.tr(JEJARING_TR("Country")), countries_, draft_.country);
    if (draft_.country == "IDN" || !draft_.region.empty()) {
        std::string region = draft_.region.text();
        if (fields.choice("region", ui.tr(JEJARING_TR("Region of Indonesia")), regions_, region))
            draft_.region = core::RegionCode::parse(region).value_or(core::RegionCode());
    }
    fields.text("coordinates", ui.tr(JEJARING_TR("Place: latitude and longitude, in degrees")), place_,
                {ui.tr(JEJARING_TR("35.08, 137.16")),
                 ui.tr(JEJARING_TR("Where its arc ends on the map; without it no arc is drawn")), "", true});
    if (exists_)
        if (const std::size_t uses = session::usesOfPartner(*ui.session.project(), draft_.id).size(); uses > 0)
            fields.remark(ui.tr(
                JEJARING_TR("A party to {0} {0:agreement|agreements}; only a partner without any can be deleted."),
                {ui.number(static_cast<double>(uses))}));
}

core::Partner PartnerForm::made(const Interface&, session::FieldMessages& messages) const {
    core::Partner partner = draft_;
    const auto place = session::readCoordinatesField(place_);
    partner.place = place_ == originalPlace_ ? original_.place : place.value;
    if (place.message && place_ != originalPlace_)
        session::addMessage(messages, "coordinates", *place.message);
    return partner;
}

session::FieldMessages PartnerForm::check(const Interface& ui) const {
    session::FieldMessages messages;
    const core::Partner partner = made(ui, messages);
    const core::RegionCatalog none;
    for (const auto& [field, message] : session::check(
             partner, {*ui.session.project(), ui.session.geometry() ? ui.session.geometry()->catalog() : none}))
        session::addMessage(messages, field, message);
    return messages;
}

bool PartnerForm::changed() const {
    return !(draft_ == original_) || place_ != originalPlace_;
}

std::string PartnerForm::save(Interface& ui) {
    session::FieldMessages ignored;
    core::Partner partner = made(ui, ignored);
    if (!exists_)
        partner.id = session::newId(*ui.session.project(), session::RecordKind::partner);
    std::string id = partner.id;
    ui.session.changeProject(core::note(exists_ ? JEJARING_TR("Edit {0}") : JEJARING_TR("Add {0}"), {partner.name}),
                             [&](core::Project& project) { session::put(project, partner); });
    return id;
}

void PartnerForm::remove(Interface& ui) {
    if (const auto uses = session::usesOfPartner(*ui.session.project(), draft_.id); !uses.empty()) {
        std::string ids;
        for (const session::Reference& use : uses)
            ids += (ids.empty() ? "" : ", ") + use.id;
        ui.session.notify(
            core::warning(JEJARING_TR("{0} is a party to agreements and stays: {1}"), {original_.name, ids}));
        return;
    }
    ui.session.changeProject(core::note(JEJARING_TR("Delete {0}"), {original_.name}),
                             [&](core::Project& project) { session::removePartner(project, draft_.id); });
}

} // namespace jejaring::ui
