// SPDX-License-Identifier: MIT
#include "data/import/import_words.hpp"

#include "core/id_table.hpp"
#include "data/boundary/boundary_names.hpp"
#include "data/import/import_text.hpp"
#include "data/table/csv.hpp"

#include <algorithm>

namespace jejaring::data {
namespace {

constexpr core::IdTable<WordList, 9> kLists{{{WordList::sector, "sector"},
                                             {WordList::stage, "stage"},
                                             {WordList::agreementKind, "agreement_kind"},
                                             {WordList::agreementSubkind, "agreement_subkind"},
                                             {WordList::document, "document"},
                                             {WordList::agreementStatus, "agreement_status"},
                                             {WordList::stopStatus, "stop_status"},
                                             {WordList::partnerType, "partner_type"},
                                             {WordList::yesNo, "yes_no"}}};

constexpr std::size_t kMostNearest = 3;

// "air_bersih" as a word: an id parts its words by "_".
std::string idAsWord(std::string_view id) {
    std::string word(id);
    std::replace(word.begin(), word.end(), '_', ' ');
    return word;
}

// "Air & sanitasi" and "Air dan sanitasi" are one.
std::string keyOf(std::string_view word) {
    std::string key = wordKey(word);
    for (const std::string_view link : {" dan ", " and ", " serta "})
        for (std::size_t at = key.find(link); at != std::string::npos; at = key.find(link))
            key.replace(at, link.size(), " ");
    return key;
}

std::string joined(const std::vector<std::string>& ids) {
    std::string text;
    for (const std::string& id : ids)
        text += (text.empty() ? "" : ", ") + id;
    return text;
}

} // namespace

std::string_view wordListId(WordList list) {
    return core::idOf(kLists, list);
}
std::optional<WordList> parseWordList(std::string_view id) {
    return core::valueOf(kLists, id);
}

ImportWords::ImportWords(const Vocabulary& vocabulary, const std::vector<Synonym>& synonyms) {
    for (const core::Sector& sector : vocabulary.sectors)
        for (const std::string& word : {idAsWord(sector.id), sector.indonesian, sector.english})
            add(WordList::sector, word, sector.id);
    for (const core::Stage& stage : vocabulary.stages)
        for (const std::string& word : {idAsWord(stage.id), stage.indonesian, stage.english})
            add(WordList::stage, word, stage.id, stage.track, true);
    const auto addIds = [&](WordList list, auto first, auto last, auto idOf) {
        for (auto value = static_cast<int>(first); value <= static_cast<int>(last); ++value) {
            const std::string id(idOf(static_cast<decltype(first)>(value)));
            add(list, idAsWord(id), id);
        }
    };
    addIds(WordList::agreementKind, core::AgreementKind::betweenRegions, core::AgreementKind::foreignInstitute,
           core::agreementKindId);
    addIds(WordList::agreementStatus, core::AgreementStatus::unknown, core::AgreementStatus::exploration,
           core::agreementStatusId);
    addIds(WordList::stopStatus, core::StopStatus::planned, core::StopStatus::cancelled, core::stopStatusId);
    addIds(WordList::partnerType, core::PartnerType::city, core::PartnerType::domesticThirdParty, core::partnerTypeId);
    for (const char* id : {"sister_city", "sister_province", "loi", "mou", "kad_domestic", "other"})
        add(WordList::agreementSubkind, idAsWord(id), id);
    for (const char* id : {"yes", "no"})
        add(WordList::yesNo, id, id);
    for (const Synonym& synonym : synonyms) {
        add(synonym.list, synonym.word, synonym.id, synonym.track);
        if (synonym.list == WordList::document) // its ids are written as people write them
            add(synonym.list, synonym.id, synonym.id);
    }
}

void ImportWords::add(WordList list, std::string_view word, std::string id, std::string track, bool own) {
    std::string key = keyOf(word);
    if (key.empty() || id.empty())
        return;
    std::vector<Meaning>& meanings = meanings_[{list, std::move(key)}];
    const bool known =
        std::any_of(meanings.begin(), meanings.end(), [&](const Meaning& m) { return m.id == id && m.track == track; });
    if (!known)
        meanings.push_back({std::move(id), std::move(track), own});
}

WordAnswer ImportWords::find(WordList list, std::string_view text, std::string_view track) const {
    WordAnswer answer;
    const std::string key = keyOf(text);
    const auto addOnce = [](std::vector<std::string>& ids, const std::string& id) {
        if (std::find(ids.begin(), ids.end(), id) == ids.end())
            ids.push_back(id);
    };
    const auto fits = [&](const Meaning& meaning) {
        return track.empty() || meaning.track.empty() || meaning.track == track;
    };
    std::vector<std::string> own;
    if (const auto found = meanings_.find({list, key}); found != meanings_.end())
        for (const Meaning& meaning : found->second)
            if (fits(meaning)) {
                addOnce(answer.ids, meaning.id);
                if (meaning.own)
                    addOnce(own, meaning.id);
            }
    if (track.empty() && own.size() == 1)
        answer.ids = own;
    if (!answer.ids.empty() || key.empty())
        return answer;
    // One letter in four may differ, and at most three.
    const std::size_t limit = std::min<std::size_t>(key.size() / 4, 3);
    std::vector<std::pair<std::size_t, const Meaning*>> near;
    for (auto entry = meanings_.lower_bound({list, ""}); entry != meanings_.end() && entry->first.first == list;
         ++entry) {
        const std::size_t distance = editDistance(entry->first.second, key, limit);
        if (distance > 0 && distance <= limit)
            for (const Meaning& meaning : entry->second)
                if (fits(meaning))
                    near.emplace_back(distance, &meaning);
    }
    std::stable_sort(near.begin(), near.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    for (const auto& [distance, meaning] : near)
        if (answer.nearest.size() < kMostNearest)
            addOnce(answer.nearest, meaning->id);
    return answer;
}

core::Result<std::vector<Synonym>> readSynonyms(const std::string& assetsFolder) {
    const core::Result<CsvTable> table =
        readCsv(assetsFolder + "/data/import_words.csv", {"list", "id", "word", "track"});
    if (!table)
        return core::Result<std::vector<Synonym>>::failure(table.messages());
    std::vector<Synonym> synonyms;
    std::vector<core::Message> messages = table.messages();
    for (const CsvRow& row : table.value().rows()) {
        const std::optional<WordList> list = parseWordList(table.value().cell(row, "list"));
        const std::string_view id = table.value().cell(row, "id");
        const std::string_view word = table.value().cell(row, "word");
        if (!list || id.empty() || word.empty())
            messages.push_back(core::warning(JEJARING_TR("{0}, row {1}: expected {2}; left out"),
                                             {table.value().file(), std::to_string(row.number), "list, id, word"}));
        else
            synonyms.push_back(
                {*list, std::string(id), std::string(word), std::string(table.value().cell(row, "track"))});
    }
    return {std::move(synonyms), std::move(messages)};
}

Reading<std::string> readWord(std::string_view text, WordList list, const ImportWords& words, std::string_view track) {
    if (isBlankLike(text))
        return Reading<std::string>::none();
    const std::string cell = cleanText(text);
    WordAnswer answer = words.find(list, cell, track);
    // "Penandatanganan (MoU)": what stands in parentheses explains.
    const std::size_t paren = cell.find('(');
    if (answer.ids.empty() && paren != std::string::npos && paren > 0 && cell.back() == ')')
        if (WordAnswer before = words.find(list, std::string_view(cell).substr(0, paren), track);
            before.ids.size() == 1) {
            Reading<std::string> reading = Reading<std::string>::of(before.ids[0]);
            reading.flags.push_back({FlagKind::partIgnored,
                                     core::note(JEJARING_TR("{0}: “{1}” was left out"), {cell, cell.substr(paren)})});
            return reading;
        }
    if (answer.ids.size() == 1)
        return Reading<std::string>::of(answer.ids[0]);
    const core::ErrorCode code = core::ErrorCode::wrongFormat;
    if (!answer.ids.empty())
        return Reading<std::string>::failed(
            core::error(code, JEJARING_TR("“{0}” may mean any of these: {1}"), {cell, joined(answer.ids)}));
    if (!answer.nearest.empty())
        return Reading<std::string>::failed(
            core::error(code, JEJARING_TR("“{0}” is not in the list; similar: {1}"), {cell, joined(answer.nearest)}));
    return Reading<std::string>::failed(core::error(code, JEJARING_TR("“{0}” is not in the list"), {cell}));
}

namespace {

// "Sedang dalam proses pembahasan naskah": what only says that the stage is going on.
std::string withoutProgress(std::string_view text) {
    std::string key = wordKey(text);
    for (bool found = true; found;) {
        found = false;
        for (const std::string_view word :
             {"sedang", "masih", "dalam", "proses", "tahap", "tahapan", "pada", "in", "the", "process", "of", "stage"})
            if (key.starts_with(word) && key.size() > word.size() && key[word.size()] == ' ') {
                key.erase(0, word.size() + 1);
                found = true;
            }
    }
    return key;
}

} // namespace

Reading<std::string> readStage(std::string_view text, const ImportWords& words, std::string_view track) {
    Reading<std::string> whole = readWord(text, WordList::stage, words, track);
    if (!whole.error)
        return whole;
    Reading<std::string> reading = readWord(withoutProgress(text), WordList::stage, words, track);
    return reading.ok() ? reading : whole;
}
Reading<std::string> readDocument(std::string_view text, const ImportWords& words) {
    return readWord(text, WordList::document, words);
}

namespace {

// A reading of an id turned into a reading of what it stands for.
template <class T, class Parse> Reading<T> as(Reading<std::string> id, Parse parse) {
    if (!id.value)
        return {{}, std::move(id.flags), std::move(id.error)};
    if (std::optional<T> value = parse(*id.value))
        return Reading<T>::of(*value, std::move(id.flags));
    return Reading<T>::failed(
        core::error(core::ErrorCode::wrongFormat, JEJARING_TR("“{0}” is not in the list"), {*id.value}));
}

} // namespace

Reading<core::AgreementStatus> readAgreementStatus(std::string_view text, const ImportWords& words) {
    return as<core::AgreementStatus>(readWord(text, WordList::agreementStatus, words), core::parseAgreementStatus);
}
Reading<core::StopStatus> readStopStatus(std::string_view text, const ImportWords& words) {
    return as<core::StopStatus>(readWord(text, WordList::stopStatus, words), core::parseStopStatus);
}
Reading<core::PartnerType> readPartnerType(std::string_view text, const ImportWords& words) {
    return as<core::PartnerType>(readWord(text, WordList::partnerType, words), core::parsePartnerType);
}
Reading<bool> readYesNo(std::string_view text, const ImportWords& words) {
    const std::string cell = cleanText(text);
    if (cell == "✓" || cell == "✔" || cell == "√" || cell == "☑")
        return Reading<bool>::of(true);
    return as<bool>(readWord(text, WordList::yesNo, words), [](std::string_view id) {
        return id == "yes" ? std::optional(true) : id == "no" ? std::optional(false) : std::nullopt;
    });
}

Reading<KindValue> readAgreementKind(std::string_view text, const ImportWords& words) {
    Reading<std::string> kind = readWord(text, WordList::agreementKind, words);
    const WordAnswer subkind = words.find(WordList::agreementSubkind, text);
    if (!kind.value && (subkind.ids.size() != 1 || kind.blank()))
        return {{}, std::move(kind.flags), std::move(kind.error)};
    KindValue value;
    if (kind.value)
        value.kind = core::parseAgreementKind(*kind.value).value_or(core::AgreementKind::notStated);
    if (subkind.ids.size() == 1)
        value.subkind = subkind.ids[0];
    return Reading<KindValue>::of(std::move(value), std::move(kind.flags));
}

} // namespace jejaring::data
