// SPDX-License-Identifier: MIT
#pragma once

#include "ui/form/source_form.hpp"

namespace jejaring::ui {

// A visit with its stops in their order.
struct VisitDraft {
    // What is chosen, not typed. The sequence of a stop is its key: one that is new has a negative one.
    core::Visit visit;
    std::string start;
    std::string end;
    friend bool operator==(const VisitDraft&, const VisitDraft&) = default;
};

class VisitForm : public DraftForm<VisitDraft>, public std::enable_shared_from_this<VisitForm> {
  public:
    // An empty id: a new one.
    VisitForm(const Interface& ui, const std::string& id);

    [[nodiscard]] std::string title(const Interface& ui) const override;
    void draw(Interface& ui, Fields& fields) override;
    [[nodiscard]] session::FieldMessages check(const Interface& ui) const override;
    std::string save(Interface& ui) override;
    void remove(Interface& ui) override;

  private:
    void drawStops(Interface& ui, Fields& fields);
    void editStop(Interface& ui, const core::Stop& stop, bool listed);
    void takeStop(const core::Stop& stop);
    // The visit that the draft says, and what cannot be understood of it.
    [[nodiscard]] core::Visit made(session::FieldMessages& messages) const;

    bool dragged_ = false; // a stop, with the button still down
    session::FieldMessages messages_;
    int newStops_ = 0;
    std::vector<Option> provinces_;
    SourceField source_;
};

// At once; undo brings it back, and a notice says so.
void deleteVisit(Interface& ui, const std::string& id);

} // namespace jejaring::ui
