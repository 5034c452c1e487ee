// SPDX-License-Identifier: MIT
// The dialog around the fields: title, what is wrong, Save, Cancel and Delete.
#include "ui/form/form.hpp"

#include "ui/widget/imgui_shim.hpp"

#include <algorithm>
#include <utility>

namespace jejaring::ui {
namespace {

constexpr double kFooter = 64; // layout units
constexpr double kAround = 96; // above and below fields and footer
constexpr double kLeastHeight = 340;
constexpr double kMostHeight = 720;

void close(Interface& ui) {
    ui.window.forms.pop_back();
    ui.window.framesWanted = std::max(ui.window.framesWanted, 4);
}

bool save(Interface& ui, EditForm& form, const session::FieldMessages& messages) {
    if (session::hinders(messages)) {
        form.state.attempted = true;
        form.state.goToError = true;
        return false;
    }
    const std::shared_ptr<EditForm> kept = ui.window.forms.back(); // what it made is told to the form below
    const std::string id = kept->save(ui);
    close(ui);
    if (kept->whenSaved)
        kept->whenSaved(id);
    return true;
}

void question(Interface& ui, EditForm& form) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const std::string text = ui.tr(JEJARING_TR("Changes in this form will be lost."));
    drawText(ImGui::GetWindowDrawList(), ui.font.body,
             ImVec2(at.x, at.y + (ui.u(32) - textSize(ui.font.body, text).y) / 2), ui.color.text, text);
    const std::string discard = ui.tr(JEJARING_TR("Discard"));
    const std::string back = ui.tr(JEJARING_TR("Go on editing"));
    const float width = buttonWidth(ui, discard) + buttonWidth(ui, back) + ui.u(8);
    ImGui::SetCursorScreenPos(ImVec2(at.x + ImGui::GetContentRegionAvail().x - width, at.y));
    if (button(ui, "form.discard", discard, false, ui.tr(JEJARING_TR("Close the form and change nothing")))) {
        close(ui);
        return;
    }
    ImGui::SameLine();
    if (button(ui, "form.back", back, true, ui.tr(JEJARING_TR("Back to the form"))))
        form.state.asksToLeave = false;
}

void footer(Interface& ui, EditForm& form, const session::FieldMessages& messages) {
    if (form.state.asksToLeave) {
        question(ui, form);
        return;
    }
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x;
    if (form.exists() &&
        button(ui, "form.delete", ui.tr(JEJARING_TR("Delete")), false, ui.tr(JEJARING_TR("Undo brings it back")))) {
        const std::shared_ptr<EditForm> kept = ui.window.forms.back();
        close(ui);
        kept->remove(ui);
        return;
    }
    const std::string saveLabel = ui.tr(JEJARING_TR("Save"));
    const std::string cancelLabel = ui.tr(JEJARING_TR("Cancel"));
    const float buttons = buttonWidth(ui, saveLabel) + buttonWidth(ui, cancelLabel) + ui.u(8);
    const auto faults = std::count_if(messages.begin(), messages.end(),
                                      [](const auto& each) { return each.second.severity == core::Severity::error; });
    if (form.state.attempted && faults > 0) {
        const std::string text = fitted(ui.font.small,
                                        ui.tr(JEJARING_TR("{0} {0:field wants|fields want} a correction"),
                                              {ui.number(static_cast<double>(faults))}),
                                        width - buttons - ui.u(120));
        const ImVec2 size = textSize(ui.font.small, text);
        drawText(ImGui::GetWindowDrawList(), ui.font.small,
                 ImVec2(at.x + width - buttons - ui.u(16) - size.x, at.y + (ui.u(32) - size.y) / 2), ui.color.warning,
                 text);
        ui.probe.mark("form.faults", at, ImVec2(at.x + width, at.y + ui.u(32)));
    }
    ImGui::SetCursorScreenPos(ImVec2(at.x + width - buttons, at.y));
    if (button(ui, "form.cancel", cancelLabel, false, ui.tr(JEJARING_TR("Close the form and change nothing")))) {
        (void)leaveForm(ui);
        return;
    }
    ImGui::SameLine();
    if (button(ui, "form.save", saveLabel, true, ui.tr(JEJARING_TR("Take it into the project (Ctrl+Enter)"))))
        (void)save(ui, form, messages);
}

} // namespace

void openForm(Interface& ui, std::shared_ptr<EditForm> form) {
    if (!ui.session.project())
        return;
    if (ui.session.readOnly() != session::ReadOnly::no) {
        ui.session.notify(ui.session.readOnlyReason());
        return;
    }
    ui.window.placeWanted = nullptr; // what waits comes back when this form is done
    if (ui.window.forms.empty())
        ui.window.beneathForms = ui.window.dialog;
    ui.window.forms.push_back(std::move(form));
    ui.window.dialog = Dialog::form;
    ui.keepMoving();
}

bool leaveForm(Interface& ui) {
    if (ui.window.forms.empty())
        return false;
    EditForm& form = *ui.window.forms.back();
    if (form.state.asksToLeave)
        form.state.asksToLeave = false; // the second Esc answers no
    else if (form.changed())
        form.state.asksToLeave = true;
    else
        close(ui);
    return !ui.window.forms.empty();
}

bool formAsksBeforeClosing(WindowState& window) {
    if (window.forms.empty() || !window.forms.back()->changed())
        return false;
    window.forms.back()->state.asksToLeave = true;
    return true;
}

void wantPlace(Interface& ui, std::function<void(const std::optional<PickedPlace>&)> then) {
    ui.window.dialog = Dialog::none;
    ImGui::CloseCurrentPopup();
    ui.keepMoving();
    ui.window.placeWanted = std::move(then);
}

void endPlaceWanted(Interface& ui, const std::optional<PickedPlace>& picked) {
    const auto waiting = std::exchange(ui.window.placeWanted, nullptr);
    if (!waiting)
        return;
    waiting(picked);
    ui.window.dialog = Dialog::form;
    ui.keepMoving();
}

double formHeight(const Interface& ui) {
    // Most forms take all of it: what stands in them does not move after the first frame.
    if (ui.window.forms.empty() || ui.window.forms.back()->state.height <= 0)
        return kMostHeight;
    const double fields = static_cast<double>(ui.window.forms.back()->state.height / ui.unit);
    return std::clamp(fields + kFooter + kAround, kLeastHeight, kMostHeight);
}

bool drawForm(Interface& ui) {
    if (ui.window.forms.empty() || !ui.session.project())
        return false;
    const std::shared_ptr<EditForm> form = ui.window.forms.back();
    const bool listWasOpen = !form->state.openField.empty();
    ImGui::PushID(form.get());
    line(ui, ui.font.title, ui.color.text, form->title(ui));
    gap(ui, 4);
    const session::FieldMessages messages = form->check(ui);
    const float height = std::max(ui.u(80), ImGui::GetContentRegionAvail().y - ui.u(kFooter));
    // The scroll bar stands in the dialog's own margin.
    ImGui::BeginChild("fields", ImVec2(ImGui::GetContentRegionAvail().x + ui.u(14), height), false, kNavFlattened);
    Fields fields(ui, form->state, messages);
    form->draw(ui, fields);
    fields.finish();
    form->state.goToError = false;
    form->state.started = true;
    ImGui::EndChild();
    separator(ui, 8, 16);
    // Drawing may have opened another form over this one.
    if (!ui.window.forms.empty() && ui.window.forms.back() == form) {
        if (keyPressed(Key::escape)) {
            if (listWasOpen)
                form->state.openField.clear();
            else
                (void)leaveForm(ui);
        } else if (controlDown() && (keyPressed(Key::enter) || keyPressed(Key::keypadEnter)))
            (void)save(ui, *form, form->check(ui));
        else
            footer(ui, *form, messages);
    }
    ImGui::PopID();
    return !ui.window.forms.empty();
}

} // namespace jejaring::ui
