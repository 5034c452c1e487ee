// SPDX-License-Identifier: MIT
// One row against the project: what it is there, what the file changed, what the user changed since the last import.
#pragma once

#include "data/import/import_keys.hpp"
#include "data/import/import_kind.hpp"

#include <unordered_map>
#include <unordered_set>

namespace jejaring::data {

// What a row says where it stands in the file, of which the user corrected cells.
struct UncorrectedRow {
    std::string key; // empty where it makes no entry as it stands
    std::vector<ImportPart> parts;
};

class RowMerger {
  public:
    RowMerger(ImportKindRules& rules, core::Project& project, std::string file, const ImportAnswers& answers,
              std::string now);

    void begin(const std::string& sheet);
    // Of the draft that the rules hold.
    [[nodiscard]] std::string keyOf() const;
    // Writes the draft into the project, or says why not, and completes the row's plan. False, with nothing done, where
    // the row may be one that is known under another key: `mayWait` and something from this sheet is not claimed yet.
    // `uncorrected`, where there is one, is what is remembered as the file's: the same file leaves the correction
    // alone.
    bool merge(RowPlan& plan, bool mayWait, const std::optional<UncorrectedRow>& uncorrected = {});
    // All rows with a key of their own are merged: decides which of those that wait are known.
    void matchLater();

  private:
    struct Seen {
        RowPlace place;
        std::uint64_t content = 0;
    };
    [[nodiscard]] std::optional<ImportObject> find(const std::string& key) const;
    using Parts = std::vector<ImportPart>;
    void add(RowPlan& plan, const Parts& parts, const Parts& said);
    void tellContradiction(RowPlan& plan) const;
    void update(RowPlan& plan, ImportObject object, const Parts& parts, const Parts& said);
    [[nodiscard]] bool mayBeAnothers(const std::optional<ImportStamp>& stamp, ImportObject object,
                                     const std::vector<ImportPart>& parts) const;
    void rememberMade(ImportStamp& stamp, ImportObject object, const std::vector<ImportPart>& parts) const;
    [[nodiscard]] core::Provenance provenanceOf(const RowPlan& plan) const;
    [[nodiscard]] std::optional<ConflictAnswer> answerTo(const std::string& key) const;

    ImportKindRules& rules_;
    ImportStamps stamps_;
    std::string file_;
    std::string sheet_;
    const ImportAnswers& answers_;
    std::string now_;
    std::unordered_map<std::string, Seen> seen_;
    std::unordered_map<std::string, std::string> keyById_; // of stamps
    std::unordered_set<ImportObject> claimed_;
    std::vector<ImportKindRules::Known> fromSheet_;
    struct Waiting {
        std::string key;
        std::vector<std::string> looseKeys;
    };
    std::vector<Waiting> waiting_;
    std::unordered_map<std::string, ImportObject> matched_; // by key of the row
};

} // namespace jejaring::data
