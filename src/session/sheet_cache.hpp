// SPDX-License-Identifier: MIT
// Pages of sheets as they are drawn, composed by a worker when they are first asked for and kept a while.
#pragma once

#include "session/sheets.hpp"
#include "session/tasks.hpp"

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>

namespace jejaring::session {

// A sheet ready to be drawn: what an export of it would draw, too.
struct SheetPage {
    ExportRequest request;
    scene::DisplayList list;
    // Of the whole page, so that its map stands where it does; nothing where no map takes most of the page.
    std::optional<scene::Camera> camera;
};
// Errors: those of sheetRequest.
[[nodiscard]] core::Result<std::shared_ptr<const SheetPage>> composeSheet(const core::Sheet& sheet,
                                                                          SheetSource& source);

// Whether sheets look the same on both: all but the sheets is equal.
[[nodiscard]] bool sameFacts(const core::Project& a, const core::Project& b);

class SheetCache {
  public:
    // `wake` is called from the worker when a page is there.
    explicit SheetCache(std::function<void()> wake) : queue_(std::move(wake), 1) {}

    struct Shown {
        std::shared_ptr<const SheetPage> page; // an older one while a newer is being composed; null before the first
        std::optional<core::Message> failure;  // why there is none
        bool pending = false;                  // one is being composed
    };
    // `source` tells of the project that is open, and is asked where a page has to be composed.
    [[nodiscard]] Shown get(const core::Sheet& sheet, const std::shared_ptr<const core::Project>& project,
                            const std::function<SheetSource()>& source);
    // Grows when the facts have changed and pages have to be composed anew.
    [[nodiscard]] std::uint64_t generation(const std::shared_ptr<const core::Project>& project);
    // Boundaries or the day have changed: no page holds any more.
    void forget();
    // True where a page has come.
    bool takeOver() { return queue_.takeOver(); }
    void finish() { queue_.drain(); }

  private:
    struct Kept {
        Shown shown;
        std::uint64_t generation = 0;
        std::uint64_t lastUsed = 0;
    };
    void start(const core::Sheet& sheet, const std::function<SheetSource()>& source);
    void forgetOldest();

    std::map<std::string, Kept> kept_; // by definition
    std::shared_ptr<const core::Project> project_;
    std::map<geo::ProjectionKind, data::MapSource> maps_; // read by earlier pages
    std::uint64_t generation_ = 1;
    std::uint64_t asked_ = 0;
    TaskQueue queue_; // last, so that its worker ends first
};

} // namespace jejaring::session
