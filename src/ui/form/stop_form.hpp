// SPDX-License-Identifier: MIT
#pragma once

#include "ui/form/source_form.hpp"

#include <functional>

namespace jejaring::ui {

// A stop of the visit whose form lies beneath: it takes the stop over when this one is saved, and the project changes
// only with the visit.
class StopForm : public EditForm, public std::enable_shared_from_this<StopForm> {
  public:
    // `visit`: as it is being edited, for what is compared with it. `listed`: it stands in its list already.
    StopForm(const Interface& ui, core::Visit visit, core::Stop stop, bool listed);

    [[nodiscard]] std::string title(const Interface& ui) const override;
    void draw(Interface& ui, Fields& fields) override;
    [[nodiscard]] session::FieldMessages check(const Interface& ui) const override;
    [[nodiscard]] bool changed() const override { return !(draft_ == original_); }
    // It is taken away in the visit's list.
    [[nodiscard]] bool exists() const override { return false; }
    std::string save(Interface& ui) override;
    void remove(Interface&) override {}

    std::function<void(const core::Stop&)> whenDone;

  private:
    struct Draft {
        core::Stop stop; // what is chosen, not typed
        std::string date;
        std::string time;
        std::string endTime;
        std::string coordinates;
        friend bool operator==(const Draft&, const Draft&) = default;
    };

    void drawTime(Interface& ui, Fields& fields);
    void drawPlace(Interface& ui, Fields& fields);
    // Folds the dialog away until the map was clicked.
    void pickOnMap(Interface& ui);
    [[nodiscard]] core::Stop made(session::FieldMessages& messages) const;

    core::Visit visit_;
    Draft draft_;
    Draft original_;
    bool listed_ = false;
    std::vector<Option> regions_;
    std::vector<Option> zones_;
    std::vector<Option> statuses_;
    SourceField source_;
};

} // namespace jejaring::ui
