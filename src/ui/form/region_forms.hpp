// SPDX-License-Identifier: MIT
// What is written about regions, agreements and visits: notes, profiles, groups.
#pragma once

#include "ui/form/form.hpp"

#include <array>

namespace jejaring::ui {

class NoteForm : public DraftForm<core::Note> {
  public:
    // A new one where the project has no note of its id; its region, agreement or visit says what it belongs to.
    NoteForm(const Interface& ui, core::Note note);

    [[nodiscard]] std::string title(const Interface& ui) const override;
    void draw(Interface& ui, Fields& fields) override;
    [[nodiscard]] session::FieldMessages check(const Interface& ui) const override;
    std::string save(Interface& ui) override;
    void remove(Interface& ui) override;
};

// The eight texts of a region's profile.
struct ProfilePart {
    std::string_view field;
    std::string_view name; // message id
    std::string core::RegionProfile::*text;
};
[[nodiscard]] const std::array<ProfilePart, 8>& profileParts();

class ProfileForm : public DraftForm<core::RegionProfile> {
  public:
    ProfileForm(const Interface& ui, const core::RegionCode& region);

    [[nodiscard]] std::string title(const Interface& ui) const override;
    void draw(Interface& ui, Fields& fields) override;
    [[nodiscard]] session::FieldMessages check(const Interface& ui) const override;
    std::string save(Interface& ui) override;
    void remove(Interface& ui) override;

  private:
    std::string name_; // of the region
};

// A named group of regions.
class GroupForm : public EditForm {
  public:
    // An empty name: a new one, of `first`.
    GroupForm(const Interface& ui, const std::string& name, const core::RegionCode& first = {});

    [[nodiscard]] std::string title(const Interface& ui) const override;
    void draw(Interface& ui, Fields& fields) override;
    [[nodiscard]] session::FieldMessages check(const Interface& ui) const override;
    [[nodiscard]] bool changed() const override { return name_ != formerName_ || members_ != formerMembers_; }
    [[nodiscard]] bool exists() const override { return !formerName_.empty(); }
    std::string save(Interface& ui) override;
    void remove(Interface& ui) override;

  private:
    [[nodiscard]] core::RegionGroup made() const;

    std::string name_;
    std::string formerName_;
    std::vector<std::string> members_; // codes
    std::vector<std::string> formerMembers_;
    std::vector<Option> regions_;
};

} // namespace jejaring::ui
