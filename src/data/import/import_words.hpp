// SPDX-License-Identifier: MIT
// Words that stand for entries of our lists: sectors, stages, kinds, documents, states, yes and no.
#pragma once

#include "core/agreement.hpp"
#include "core/partner.hpp"
#include "core/visit.hpp"
#include "data/import/import_value.hpp"
#include "data/vocabulary.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace jejaring::data {

enum class WordList : std::uint8_t {
    sector,
    stage,
    agreementKind,    // ids of core::agreementKindId
    agreementSubkind, // "sister_city", "loi" ...
    document,         // "MoU", "LoI", "PKS", "Kesepakatan Bersama" ...
    agreementStatus,  // ids of core::agreementStatusId
    stopStatus,       // ids of core::stopStatusId
    partnerType,      // ids of core::partnerTypeId
    yesNo,            // "yes", "no"
};

// "sector", "stage", "agreement_kind", "agreement_subkind", "document", "agreement_status", "stop_status",
// "partner_type", "yes_no".
[[nodiscard]] std::string_view wordListId(WordList list);
[[nodiscard]] std::optional<WordList> parseWordList(std::string_view id);

// One way to write one entry. `track` narrows a stage to "ksdl" or "ksdd"; empty for any.
struct Synonym {
    WordList list = WordList::sector;
    std::string id;
    std::string word;
    std::string track;
};

struct WordAnswer {
    std::vector<std::string> ids;     // none: unknown; several: the word means any of them
    std::vector<std::string> nearest; // ids of entries spelled alike, nearest first; only where ids is empty
};

// What words mean. Compares by wordKey.
class ImportWords {
  public:
    // The ids and labels of the vocabulary and the ids of the enumerations count as words of their own.
    ImportWords(const Vocabulary& vocabulary, const std::vector<Synonym>& synonyms);

    // `track` decides between the meanings of a stage's word; empty leaves them all, but that an entry of this very
    // name goes before synonyms of others.
    [[nodiscard]] WordAnswer find(WordList list, std::string_view text, std::string_view track = {}) const;

  private:
    struct Meaning {
        std::string id;
        std::string track;
        bool own = false; // the entry's name, not a synonym
    };
    void add(WordList list, std::string_view word, std::string id, std::string track = {}, bool own = false);

    std::map<std::pair<WordList, std::string>, std::vector<Meaning>> meanings_;
};

// Reads <assetsFolder>/data/import_words.csv (list,id,word,track). Rows of no known list are warnings; errors as those
// of readCsv.
[[nodiscard]] core::Result<std::vector<Synonym>> readSynonyms(const std::string& assetsFolder);

// Several entries in one cell, as it names them and without doubles. A word that is none stands in `unknown`, flagged
// unknownWord, and is never dropped.
struct WordsValue {
    std::vector<std::string> ids;
    std::vector<std::string> unknown; // as written
    friend bool operator==(const WordsValue&, const WordsValue&) = default;
};

// The parts of a cell that holds a list: parted by ";", ",", "/", "|", "•", line ends, "dan", "and", "&", and numbers
// such as "1.". Names that hold such a word themselves ("Air dan sanitasi") are for readSectors to keep whole.
[[nodiscard]] std::vector<std::string> splitList(std::string_view text);

// "Pendidikan; Pariwisata dan Kebudayaan / IT".
[[nodiscard]] Reading<WordsValue> readSectors(std::string_view text, const ImportWords& words);

// An entry of a list by its id; an unknown word is an error that names the nearest. Where a word means several
// entries, none is chosen: an error names them.
[[nodiscard]] Reading<std::string> readWord(std::string_view text, WordList list, const ImportWords& words,
                                            std::string_view track = {});

// `track` is "ksdd" or "ksdl" where the row's kind says it, else empty.
[[nodiscard]] Reading<std::string> readStage(std::string_view text, const ImportWords& words,
                                             std::string_view track = {});
[[nodiscard]] Reading<std::string> readDocument(std::string_view text, const ImportWords& words);
[[nodiscard]] Reading<core::AgreementStatus> readAgreementStatus(std::string_view text, const ImportWords& words);
[[nodiscard]] Reading<core::StopStatus> readStopStatus(std::string_view text, const ImportWords& words);
[[nodiscard]] Reading<core::PartnerType> readPartnerType(std::string_view text, const ImportWords& words);
[[nodiscard]] Reading<bool> readYesNo(std::string_view text, const ImportWords& words);

// A kind may come with more: "sister city" is KSDPL and subkind "sister_city"; "LoI" is a subkind alone.
struct KindValue {
    core::AgreementKind kind = core::AgreementKind::notStated;
    std::string subkind;
    friend bool operator==(const KindValue&, const KindValue&) = default;
};
[[nodiscard]] Reading<KindValue> readAgreementKind(std::string_view text, const ImportWords& words);

} // namespace jejaring::data
