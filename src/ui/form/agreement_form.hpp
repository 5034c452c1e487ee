// SPDX-License-Identifier: MIT
#pragma once

#include "ui/form/source_form.hpp"

namespace jejaring::ui {

// An agreement: parties, kind, sectors, stages with dates, validity, value, targets and results, what it replaces.
// What is typed, as it is typed.
struct StageText {
    std::string stage;
    std::string date;
    friend bool operator==(const StageText&, const StageText&) = default;
};

struct TargetText {
    std::string what;
    std::string unit;
    std::string planned;
    std::string reached;
    friend bool operator==(const TargetText&, const TargetText&) = default;
};

struct AgreementDraft {
    core::Agreement agreement; // what is chosen, not typed
    std::vector<std::string> parties;
    std::vector<StageText> stages;
    std::vector<TargetText> targets;
    std::string signedOn;
    std::string validUntil;
    std::string endedOn;
    std::string value;
    friend bool operator==(const AgreementDraft&, const AgreementDraft&) = default;
};

class AgreementForm : public DraftForm<AgreementDraft> {
  public:
    // An empty id: a new one, of `region` where one is given.
    AgreementForm(const Interface& ui, const std::string& id, const core::RegionCode& region = {});

    [[nodiscard]] std::string title(const Interface& ui) const override;
    void draw(Interface& ui, Fields& fields) override;
    [[nodiscard]] session::FieldMessages check(const Interface& ui) const override;
    std::string save(Interface& ui) override;
    void remove(Interface& ui) override;

  private:
    void fill(const Interface& ui);
    void drawParties(Interface& ui, Fields& fields);
    void drawStages(Interface& ui, Fields& fields);
    void drawDatesAndValue(Interface& ui, Fields& fields);
    void drawTargets(Interface& ui, Fields& fields);
    // The agreement that the draft says, and what cannot be understood of it.
    [[nodiscard]] core::Agreement made(const Interface& ui, session::FieldMessages& messages) const;
    // "Kota Bandung – Toyota", for undo.
    [[nodiscard]] std::string name(const Interface& ui) const;

    text::Language language_;                     // that numbers are typed in
    std::shared_ptr<const core::Project> listed_; // the project that the lists are of
    std::vector<Option> parties_;
    std::vector<Option> kinds_;
    std::vector<Option> statuses_;
    std::vector<Option> frameworks_;
    std::vector<Option> sectors_;
    std::vector<Option> stages_;
    std::vector<Option> currencies_;
    std::vector<Option> agreements_;
    SourceField source_;
};

// At once; undo brings it back, and a notice says so.
void deleteAgreement(Interface& ui, const std::string& id);

} // namespace jejaring::ui
