// SPDX-License-Identifier: MIT
// Forms: labelled fields with what is wrong beneath each, in a dialog with Save, Cancel and Delete. A form edits a
// draft of its own; the project changes once, when it is saved.
#pragma once

#include "session/project_check.hpp"
#include "ui/widget/widgets.hpp"
#include "ui/widget/wrapped_input.hpp"

#include <initializer_list>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace jejaring::ui {

// One entry of a list to choose from.
struct Option {
    std::string id;
    std::string label;
    std::string detail; // stands at the right, quieter
    std::string form;   // session::searchForm of both; made by option()
};
[[nodiscard]] Option option(std::string id, std::string label, std::string detail = {});

// What a form keeps between frames beside its draft.
struct FormState {
    bool started = false;          // the first field has had the keyboard
    bool attempted = false;        // Save was pressed: everything that is wrong is shown
    std::set<std::string> touched; // fields that were edited
    bool asksToLeave = false;      // Cancel was pressed with changes
    bool goToError = false;        // scroll to the first error
    std::string focus;             // the field that gets the keyboard in the next frame
    bool focused = false;          // a field got it so
    std::string again;             // the field that Enter was pressed in: it keeps the keyboard
    std::string first;             // that field, while it keeps the keyboard: its list does not open unasked
    // The list that is open.
    std::string openField;
    std::string buffer;
    bool typed = false; // something was typed since it opened
    std::size_t marked = 0;
    ImVec2 listMin{0, 0}; // where the list stood in the last frame; ImGui units
    ImVec2 listMax{0, 0};
    WrapState writing;                 // of the field of several lines that has the keyboard
    float height = 0;                  // the most that the fields took so far, with room for their lists; ImGui units
    std::string lastActive;            // the field that had the keyboard last
    std::optional<std::size_t> picked; // by the mouse
    std::string created;               // what was typed when "new …" was chosen
    std::map<std::string, std::vector<Option>> rest; // of choices(): what is not chosen yet
};

struct FieldLook {
    std::string hint;
    std::string explanation;
    std::string createLabel; // of lists: offers to make a new one, called so
    bool clearable = true;   // of lists: nothing may be chosen
};

inline constexpr float kTwelfth = 1.0F / 12;

enum class RowAction : std::uint8_t { none, remove, up, down, edit };

// The id that choice() answers for "new …"; FormState::created has what was typed.
inline constexpr const char* kNewOption = "\n";

// The fields of one frame. `field` is the name that messages use; marked for tests as "form.<field>".
class Fields {
  public:
    Fields(Interface& ui, FormState& state, const session::FieldMessages& messages);

    void section(std::string_view title);
    // The next fields stand side by side, each with its share of the width, gutters included: rows whose shares are
    // twelfths stand in one grid.
    void row(std::initializer_list<float> shares);
    bool text(const std::string& field, std::string_view label, std::string& value, const FieldLook& look = {});
    // `lines` high; Enter begins a new line.
    bool multiline(const std::string& field, std::string_view label, std::string& value, int lines,
                   const FieldLook& look = {});
    // As people type dates; shows how it was understood.
    bool date(const std::string& field, std::string_view label, std::string& value, const FieldLook& look = {});
    // A list that is searched by typing. `chosen` is an option's id or empty.
    bool choice(const std::string& field, std::string_view label, std::span<const Option> options, std::string& chosen,
                const FieldLook& look = {});
    // Several of a list, as chips.
    bool choices(const std::string& field, std::string_view label, std::span<const Option> options,
                 std::vector<std::string>& chosen, const FieldLook& look = {});
    bool segments(const std::string& field, std::string_view label, std::span<const Choice> options,
                  std::size_t& chosen);
    // In a row of its own share: edit, up, down, remove. `movable`: the order matters.
    RowAction rowTools(const std::string& field, std::size_t index, std::size_t count, bool movable,
                       bool editable = false);
    // "+ Add …"
    bool add(const std::string& field, std::string_view label, std::string_view explanation);
    // What concerns a whole list.
    void message(const std::string& field);
    void remark(std::string_view text);
    // Draws the list that is open over the fields. Last.
    void finish();

    Interface& ui;

  private:
    void begin(std::string_view label);
    void end(const std::string& field, bool active);
    void endRow();
    bool input(const std::string& field, std::string& value, const FieldLook& look, int flags = 0);
    void takeFocus(const std::string& field);
    [[nodiscard]] std::vector<std::size_t> matching(std::span<const Option> options) const;

    FormState& state_;
    const session::FieldMessages& messages_;
    // The row that is being filled.
    std::vector<float> shares_;
    std::size_t cell_ = 0;
    float rowX_ = 0;
    float rowY_ = 0;
    float rowWidth_ = 0;
    float rowBottom_ = 0;
    float lowestChoice_ = 0; // lower edge, of what scrolls
    float cellX_ = 0;
    float cellWidth_ = 0;
    // The open list, drawn last.
    std::span<const Option> list_;
    std::vector<std::size_t> shown_;
    std::string createLabel_;
    ImVec2 listMin_;
    float listTop_ = 0; // upper edge of its field
    float listWidth_ = 0;
};

// Something that is edited in a form.
class EditForm {
  public:
    virtual ~EditForm() = default;
    [[nodiscard]] virtual std::string title(const Interface& ui) const = 0;
    virtual void draw(Interface& ui, Fields& fields) = 0;
    [[nodiscard]] virtual session::FieldMessages check(const Interface& ui) const = 0;
    [[nodiscard]] virtual bool changed() const = 0;
    // It is in the project already: it can be deleted.
    [[nodiscard]] virtual bool exists() const = 0;
    // Precondition: check() finds nothing that hinders. Answers the id.
    virtual std::string save(Interface& ui) = 0;
    virtual void remove(Interface& ui) = 0;

    FormState state;
    std::function<void(const std::string& id)> whenSaved; // the form below takes over what was made
};

// A form of what a project holds: `Draft` is what is typed and chosen.
template <class Draft> class DraftForm : public EditForm {
  public:
    [[nodiscard]] bool changed() const final { return !(draft_ == original_); }
    [[nodiscard]] bool exists() const final { return exists_; }

  protected:
    explicit DraftForm(Draft draft = {}) : draft_(std::move(draft)) {}

    Draft draft_;
    Draft original_; // as the form opened with it
    bool exists_ = false;
};

// Shows a form, over the one that is shown. A project that is read-only says so instead.
void openForm(Interface& ui, std::shared_ptr<EditForm> form);
// How high the dialog should be for the form shown, layout units: the most before its fields were drawn
// once.
[[nodiscard]] double formHeight(const Interface& ui);
// The form shown, within its dialog; false once none is left.
bool drawForm(Interface& ui);
// Esc, Cancel or the cross: asks where something would be lost; answers false once no form is left.
bool leaveForm(Interface& ui);
// The window is to be closed: true where a form with changes asks first.
bool formAsksBeforeClosing(WindowState& window);

// Folds the form away until the map was clicked, or that was given up.
void wantPlace(Interface& ui, std::function<void(const std::optional<PickedPlace>&)> then);
// The form that waits for a place on the map comes back, with it or without.
void endPlaceWanted(Interface& ui, const std::optional<PickedPlace>& picked);

} // namespace jejaring::ui
