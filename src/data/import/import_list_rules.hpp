// SPDX-License-Identifier: MIT
// What kinds of rows have in common that become one entry each of a list in the project: visits, activities, risks.
#pragma once

#include "data/import/import_keys.hpp"
#include "data/import/import_kind.hpp"

#include <span>
#include <unordered_map>
#include <utility>

namespace jejaring::data {

// A text of an entry that is a part of its own.
template <class Entry> struct TextPart {
    const char* name;
    ImportField field;
    std::string Entry::*text;
};

// Null where the part of that name is none of them.
template <class Entry>
const TextPart<Entry>* findTextPart(std::span<const TextPart<Entry>> texts, std::string_view name) {
    for (const TextPart<Entry>& text : texts)
        if (name == text.name)
            return &text;
    return nullptr;
}

// A kind says what its rows read, and which parts there are beside the texts.
template <class Entry> class ListRules : public ImportKindRules {
  public:
    std::string statedId() const override { return draft_.id; }
    std::string key() const override { return keyOf_(draft_); }
    std::vector<std::string> looseKeys() const override { return looseKeysOf_(draft_); }

    std::string textOf(ImportObject object, const ImportPart& part) const override {
        const TextPart<Entry>* const text = findTextPart(texts_, part.name);
        return text != nullptr ? entries_[object].*text->text : valueOf(entries_[object], part.name[0]);
    }
    void take(ImportObject object, const ImportPart& part) override {
        if (const TextPart<Entry>* const text = findTextPart(texts_, part.name))
            entries_[object].*text->text = draft_.*text->text;
        else
            takeValue(entries_[object], part.name[0]);
    }
    ImportObject add(const std::string& id, const core::Provenance& provenance) override {
        const std::size_t index = entries_.size();
        entries_.push_back(draft_);
        entries_.back().id = id;
        setProvenance(index, provenance);
        byId_.emplace(id, index);
        return index;
    }

    std::optional<ImportObject> findById(const std::string& id) const override { return find(byId_, id); }
    std::optional<ImportObject> findByKey(const std::string& key) const override { return find(byKey_, key); }
    std::string idOf(ImportObject object) const override { return entries_[object].id; }

    // Where entries have no provenance of their own, the import's memory keeps it.
    void setProvenance(ImportObject object, const core::Provenance& provenance) override {
        if constexpr (kHasProvenance)
            entries_[object].provenance = provenance;
    }
    std::vector<Known> fromSheet(const std::string& file, const std::string& sheet) const override {
        std::vector<Known> known;
        if constexpr (kHasProvenance)
            for (std::size_t i = 0; i < entries_.size(); ++i) {
                const core::Provenance& from = entries_[i].provenance;
                if (from.file == file && from.sheet == sheet && !from.imported.empty())
                    known.push_back({i, looseKeysOf_(entries_[i])});
            }
        return known;
    }

  protected:
    using KeyOf = std::string (*)(const Entry&);
    using LooseKeysOf = std::vector<std::string> (*)(const Entry&);

    // `entries` and `texts` must outlive the rules.
    ListRules(std::vector<Entry>& entries, std::span<const TextPart<Entry>> texts, KeyOf keyOf, LooseKeysOf looseKeysOf)
        : entries_(entries), texts_(texts), keyOf_(keyOf), looseKeysOf_(looseKeysOf) {
        for (std::size_t i = 0; i < entries.size(); ++i) {
            byId_.emplace(entries[i].id, i);
            byKey_.emplace(keyOf(entries[i]), i);
        }
    }

    // Begins a draft: id and texts as the row states them.
    void readTexts(ImportRow& row) {
        draft_ = {};
        draft_.id = row.text(ImportField::id);
        for (const TextPart<Entry>& text : texts_)
            draft_.*text.text = row.text(text.field);
    }

    // Of parts that are no texts, by the letter they are named by: as an entry has it, and taken over from the draft.
    [[nodiscard]] virtual std::string valueOf(const Entry& entry, char part) const = 0;
    virtual void takeValue(Entry& entry, char part) = 0;

    Entry draft_;

  private:
    static constexpr bool kHasProvenance = requires(Entry entry) { entry.provenance; };
    using Index = std::unordered_map<std::string, std::size_t>;

    static std::optional<ImportObject> find(const Index& index, const std::string& text) {
        const auto found = index.find(text);
        return found == index.end() ? std::nullopt : std::optional<ImportObject>(found->second);
    }

    std::vector<Entry>& entries_;
    std::span<const TextPart<Entry>> texts_;
    KeyOf keyOf_;
    LooseKeysOf looseKeysOf_;
    Index byId_;
    Index byKey_;
};

} // namespace jejaring::data
