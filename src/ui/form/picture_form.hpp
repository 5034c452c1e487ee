// SPDX-License-Identifier: MIT
// What is said of a picture and what it belongs to: of one in the project, or of files on their way there.
#pragma once

#include "ui/form/form.hpp"

#include <string>
#include <vector>

namespace jejaring::ui {

class PictureForm : public EditForm {
  public:
    PictureForm(const Interface& ui, const core::Picture& picture);
    // Files that wait for an answer; `picture` says what is proposed.
    PictureForm(const Interface& ui, std::vector<std::string> files, core::Picture picture);

    [[nodiscard]] std::string title(const Interface& ui) const override;
    void draw(Interface& ui, Fields& fields) override;
    [[nodiscard]] session::FieldMessages check(const Interface& ui) const override;
    [[nodiscard]] bool changed() const override { return !files_.empty() || !(draft_ == original_); }
    [[nodiscard]] bool exists() const override { return files_.empty(); }
    std::string save(Interface& ui) override;
    void remove(Interface& ui) override;

  private:
    void belongsTo(Interface& ui, Fields& fields);

    std::vector<std::string> files_;
    core::Picture draft_;
    core::Picture original_;
    std::string region_; // its code
    std::vector<Option> regions_;
    std::vector<Option> agreements_;
    std::vector<Option> visits_;
};

// Files that were dropped on the window: added to the region, agreement or visit that is chosen, or asked about where
// that is not clear.
void takeDroppedPictures(Interface& ui);

} // namespace jejaring::ui
