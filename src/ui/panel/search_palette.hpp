// SPDX-License-Identifier: MIT
// The search: a field that opens over the bar's own, with what it finds below.
#pragma once

#include "session/search.hpp"
#include "ui/interface.hpp"

#include <memory>
#include <string>
#include <vector>

namespace jejaring::ui {

class SearchPalette {
  public:
    // `field`: where the bar's search field stands.
    void draw(Interface& ui, const Area& window, const Area& field);

  private:
    void refresh(const Interface& ui);
    void choose(Interface& ui, const session::SearchHit& hit);
    void close(Interface& ui);
    void results(Interface& ui, float width);

    session::SearchIndex index_;
    std::shared_ptr<const core::Project> project_;
    std::shared_ptr<const geo::MapGeometry> geometry_;
    text::Language language_ = text::Language::indonesian;
    std::vector<session::SearchHit> hits_;
    std::string found_; // what hits_ were found for
    std::size_t chosen_ = 0;
    bool wasOpen_ = false;
};

} // namespace jejaring::ui
