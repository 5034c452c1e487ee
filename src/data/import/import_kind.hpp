// SPDX-License-Identifier: MIT
// One kind of rows (agreements, visits ...) on its way into a project: reads a row into a draft, finds what it is in
// the project, and takes the draft over part by part.
#pragma once

#include "data/import/import_row.hpp"

#include <bitset>
#include <cstdint>
#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace jejaring::data {

// A part of a row that is merged as one, as text. `name` is short and stable: it stands in what the project remembers.
struct ImportPart {
    std::string name;
    ImportField field = ImportField::id; // the column to show it by
    std::string text;                    // as the file has it; empty where it states nothing
};

// Something of the project that a row may be. What it means is the kind's own matter.
using ImportObject = std::uint64_t;

class ImportKindRules {
  public:
    virtual ~ImportKindRules() = default;

    // The table of the project that the rows go into, for what is remembered and counted: "agreements".
    [[nodiscard]] virtual std::string_view table() const = 0;

    // Makes the draft of a row. Everything below but the last speaks of that draft.
    virtual void read(ImportRow& row) = 0;
    // The id that the row states itself; empty where it states none.
    [[nodiscard]] virtual std::string statedId() const = 0;
    // What tells the row from others: the same when the same row comes again.
    [[nodiscard]] virtual std::string key() const = 0;
    // Keys that stay the same when one of the identifying cells is changed, strictest first.
    [[nodiscard]] virtual std::vector<std::string> looseKeys() const { return {}; }
    // The parts that the file has columns for.
    [[nodiscard]] virtual std::vector<ImportPart> parts() const = 0;
    // The same part as the project has it, as text that compares with the draft's.
    [[nodiscard]] virtual std::string textOf(ImportObject object, const ImportPart& part) const = 0;
    // The same two texts for people, who know no keys: what the project holds and what the row says.
    [[nodiscard]] virtual std::string shownOf(ImportObject object, const ImportPart& part) const {
        return textOf(object, part);
    }
    [[nodiscard]] virtual std::string shown(const ImportPart& part) const { return part.text; }
    virtual void take(ImportObject object, const ImportPart& part) = 0;
    // Adds the draft as a whole under `id`.
    virtual ImportObject add(const std::string& id, const core::Provenance& provenance) = 0;
    [[nodiscard]] virtual std::string newId() const = 0;

    [[nodiscard]] virtual std::optional<ImportObject> findById(const std::string& id) const = 0;
    // By key(), for what is in the project already.
    [[nodiscard]] virtual std::optional<ImportObject> findByKey(const std::string& key) const = 0;
    [[nodiscard]] virtual std::string idOf(ImportObject object) const = 0;
    virtual void setProvenance(ImportObject object, const core::Provenance& provenance) = 0;
    // Everything in the project that came from this sheet of this file: for rows whose identifying cells were changed.
    struct Known {
        ImportObject object = 0;
        std::vector<std::string> looseKeys;
    };
    [[nodiscard]] virtual std::vector<Known> fromSheet(const std::string& file, const std::string& sheet) const {
        static_cast<void>(file);
        static_cast<void>(sheet);
        return {};
    }
    // Once the draft is in the project, added, updated or as it was: where the two cannot both be right.
    struct Contradiction {
        ImportField field = ImportField::id;
        Flag flag;
    };
    [[nodiscard]] virtual std::optional<Contradiction> contradiction() const { return std::nullopt; }
    // After the last row of the file: what rows make together, and what of it deserves to be said.
    virtual std::vector<core::Message> finish() { return {}; }
};

// The fields that a file has columns for, kept beyond the row that told them.
class FileFields {
  public:
    FileFields() = default;
    explicit FileFields(const ImportRow& row);
    [[nodiscard]] bool contains(ImportField field) const { return fields_[static_cast<std::size_t>(field)]; }
    // Adds a part, shown by the first of `fields` that there is a column for; none where there is no column.
    void addPart(std::vector<ImportPart>& parts, const char* name, std::initializer_list<ImportField> fields,
                 std::string text) const;

  private:
    std::bitset<kImportFieldCount> fields_;
};

// The source that a row cites, as up to five columns say.
struct CitedSource {
    std::string title;
    std::string address;
    core::SourceGrade grade = core::SourceGrade::unstated;
    std::string publisher;
    std::optional<core::PartialDate> published;
    bool hasTitle = false; // the columns that there are
    bool hasAddress = false;
    [[nodiscard]] bool has() const { return hasTitle || hasAddress; }
    [[nodiscard]] std::string text() const;
    // Of a source of the project, as far as there are columns to compare.
    [[nodiscard]] std::string textOf(const core::Source* source) const;
};
[[nodiscard]] CitedSource readSource(ImportRow& row);

// Sources and partners, found by what is said of them or added; each keeps what the project has of the kind.
class SourceBook {
  public:
    explicit SourceBook(core::Project& project);
    // What is said of a source that is known: fills in what it lacks, or stands in its place.
    enum class Known : std::uint8_t { completed, corrected };
    // Empty where title and address are. Two rows cite one source where both agree.
    std::string idOf(const CitedSource& cited, Known what = Known::completed);
    [[nodiscard]] const core::Source* find(const std::string& id) const;

  private:
    core::Project& project_;
    std::unordered_map<std::string, std::size_t> byText_;
    std::unordered_map<std::string, std::size_t> byId_;
};

class PartnerBook {
  public:
    explicit PartnerBook(core::Project& project);
    // The partner of that name, region and country; a country that one of them leaves blank does not tell them apart.
    // What the known one lacks is filled in.
    std::string idOf(const core::Partner& partner);
    [[nodiscard]] const core::Partner* find(const std::string& id) const;
    [[nodiscard]] core::Partner* find(const std::string& id);

  private:
    core::Project& project_;
    std::unordered_map<std::string, std::vector<std::size_t>> byName_;
    std::unordered_map<std::string, std::size_t> byId_;
};

// What the kinds work with, of one project.
struct ImportDesk {
    core::Project& project;
    SourceBook sources;
    PartnerBook partners;
    explicit ImportDesk(core::Project& of) : project(of), sources(of), partners(of) {}
};

[[nodiscard]] std::unique_ptr<ImportKindRules> agreementRules(ImportDesk& desk);
[[nodiscard]] std::unique_ptr<ImportKindRules> visitRules(ImportDesk& desk);
[[nodiscard]] std::unique_ptr<ImportKindRules> stopRules(ImportDesk& desk);
[[nodiscard]] std::unique_ptr<ImportKindRules> activityRules(ImportDesk& desk);
[[nodiscard]] std::unique_ptr<ImportKindRules> indicatorRules(ImportDesk& desk);
[[nodiscard]] std::unique_ptr<ImportKindRules> riskRules(ImportDesk& desk);

// A day, month or year as text; empty for none.
[[nodiscard]] std::string dateText(const std::optional<core::PartialDate>& date);
[[nodiscard]] std::string placeText(const std::optional<core::Coordinates>& place);
[[nodiscard]] std::string codesText(const std::vector<core::RegionCode>& codes);

} // namespace jejaring::data
