// SPDX-License-Identifier: MIT
#include "data/vocabulary.hpp"

#include "data/table/csv.hpp"

#include <charconv>
#include <optional>

namespace jejaring::data {
namespace {

using core::Message;
using core::warning;

std::optional<core::PartialDate> dateOf(std::string_view text) {
    return core::PartialDate::parse(text);
}

template <class T> std::optional<T> numberOf(std::string_view text) {
    T value{};
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (failure != std::errc{} || end != text.data() + text.size())
        return std::nullopt;
    return value;
}

Message badRow(const CsvTable& table, const CsvRow& row, std::string expected) {
    return warning(JEJARING_TR("{0}, row {1}: expected {2}; left out"),
                   {table.file(), std::to_string(row.number), std::move(expected)});
}

void readStages(const CsvTable& table, Vocabulary& vocabulary, std::vector<Message>& messages) {
    for (const CsvRow& row : table.rows()) {
        const std::optional<int> position = numberOf<int>(table.cell(row, "position"));
        const std::optional<core::StagePhase> phase = core::parseStagePhase(table.cell(row, "phase"));
        const std::string_view from = table.cell(row, "valid_from");
        const std::string_view until = table.cell(row, "valid_until");
        if (table.cell(row, "id").empty())
            messages.push_back(badRow(table, row, "id"));
        else if (!position)
            messages.push_back(badRow(table, row, "position: 1, 2 ..."));
        else if (!phase)
            messages.push_back(badRow(table, row, "phase: before, signed, under_way, ended"));
        else if ((!from.empty() && !dateOf(from)) || (!until.empty() && !dateOf(until)))
            messages.push_back(badRow(table, row, "valid_from, valid_until: YYYY[-MM[-DD]]"));
        else
            vocabulary.stages.push_back({std::string(table.cell(row, "id")), std::string(table.cell(row, "track")),
                                         *position, std::string(table.cell(row, "label_id")),
                                         std::string(table.cell(row, "label_en")), *phase, dateOf(from),
                                         dateOf(until)});
    }
}

void readSectors(const CsvTable& table, Vocabulary& vocabulary, std::vector<Message>& messages) {
    for (const CsvRow& row : table.rows()) {
        const core::Sector sector{std::string(table.cell(row, "id")), std::string(table.cell(row, "label_id")),
                                  std::string(table.cell(row, "label_en"))};
        if (sector.id.empty() || sector.indonesian.empty() || sector.english.empty())
            messages.push_back(badRow(table, row, "id, label_id, label_en"));
        else
            vocabulary.sectors.push_back(sector);
    }
}

void readProgress(const CsvTable& table, Vocabulary& vocabulary, std::vector<Message>& messages) {
    for (const CsvRow& row : table.rows()) {
        const std::string_view phase = table.cell(row, "phase");
        const std::optional<double> progress = numberOf<double>(table.cell(row, "progress"));
        if (!progress || *progress < 0 || *progress > 1)
            messages.push_back(badRow(table, row, "progress: 0 ... 1"));
        else if (phase == "signed")
            vocabulary.progress.signedOnly = *progress;
        else if (phase == "under_way")
            vocabulary.progress.underWay = *progress;
        else
            messages.push_back(badRow(table, row, "phase: signed, under_way"));
    }
}

} // namespace

core::Result<Vocabulary> readVocabulary(const std::string& assetsFolder) {
    const core::Result<CsvTable> stages =
        readCsv(assetsFolder + "/data/stages.csv", {"track", "position", "id", "phase", "label_id", "label_en"});
    const core::Result<CsvTable> sectors = readCsv(assetsFolder + "/data/sectors.csv", {"id", "label_id", "label_en"});
    const core::Result<CsvTable> progress = readCsv(assetsFolder + "/data/progress.csv", {"phase", "progress"});
    Vocabulary vocabulary;
    std::vector<Message> messages;
    for (const core::Result<CsvTable>* table : {&stages, &sectors, &progress}) {
        if (!*table)
            return core::Result<Vocabulary>::failure(table->messages());
        messages.insert(messages.end(), table->messages().begin(), table->messages().end());
    }
    readStages(stages.value(), vocabulary, messages);
    readSectors(sectors.value(), vocabulary, messages);
    readProgress(progress.value(), vocabulary, messages);
    return {std::move(vocabulary), std::move(messages)};
}

} // namespace jejaring::data
