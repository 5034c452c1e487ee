// SPDX-License-Identifier: MIT
// The dates of an agreement: signed, valid from and until, ended.
#include "core/phrase.hpp"
#include "data/import/import_agreement_row.hpp"

#include <chrono>

namespace jejaring::data {
namespace {

using Field = ImportField;

// The number of years that a text such as "5 tahun", "5 (lima) tahun" or "3 years" states.
std::optional<int> yearsIn(std::string_view text) {
    const std::string key = wordKey(text);
    if (key.find("tahun") == std::string::npos && key.find("year") == std::string::npos &&
        key.find("thn") == std::string::npos)
        return std::nullopt;
    int years = 0;
    std::size_t at = 0;
    while (at < key.size() && key[at] >= '0' && key[at] <= '9' && years < 100)
        years = years * 10 + (key[at++] - '0');
    return at > 0 && years > 0 && years <= 99 ? std::optional(years) : std::nullopt;
}

class DatesReader {
  public:
    DatesReader(ImportRow& row, core::Agreement& agreement) : row_(row), agreement_(agreement) {}

    // The begin, where the row states one of its own.
    std::optional<core::PartialDate> read() {
        const auto start = [&](Field field) -> std::optional<core::PartialDate> {
            const std::optional<DateValue> value = row_.date(field);
            return value ? std::optional(value->start) : std::nullopt;
        };
        if (const std::optional<DateValue> signedOn = row_.date(Field::signedOn)) {
            agreement_.signedOn = signedOn->start;
            if (signedOn->end)
                readEndBesideSigning(*signedOn);
        }
        validFrom_ = start(Field::validFrom);
        if (row_.states(Field::validity))
            readValidity(Field::validity);
        if (yearsIn(row_.peek(Field::validUntil)))
            readValidity(Field::validUntil);
        else if (const std::optional<core::PartialDate> until = start(Field::validUntil))
            agreement_.validUntil = until;
        // "5 tahun" there says how long, not when.
        if (yearsIn(row_.peek(Field::endedOn)) && !agreement_.validUntil)
            readValidity(Field::endedOn);
        else
            agreement_.endedOn = start(Field::endedOn);
        const std::optional<core::PartialDate> from = validFrom_ ? validFrom_ : agreement_.signedOn;
        for (const auto& [field, end] :
             {std::pair(Field::validUntil, agreement_.validUntil), std::pair(Field::endedOn, agreement_.endedOn)})
            if (from && end && end->latest() < from->earliest())
                row_.flag(row_.mapped(field) ? field : Field::validity, FlagKind::endBeforeStart,
                          core::warning(JEJARING_TR("Ends on {1}, before it starts on {0}"),
                                        {core::dated(from->iso()), core::dated(end->iso())}));
        return validFrom_;
    }

  private:
    // "2020-2025" in a column of dates is the time it runs; "20-22 Agustus 2024" are the days of an event.
    void readEndBesideSigning(const DateValue& signedOn) {
        constexpr int kShortest = 180; // days
        const std::string start = core::dated(signedOn.start.iso());
        const std::string end = core::dated(signedOn.end->iso());
        const bool isTerm =
            (std::chrono::sys_days{signedOn.end->earliest()} - std::chrono::sys_days{signedOn.start.earliest()})
                .count() >= kShortest;
        if (isTerm && !row_.states(Field::validUntil) && !row_.states(Field::validity)) {
            agreement_.validUntil = signedOn.end;
            row_.flag(Field::signedOn, FlagKind::range,
                      core::warning(JEJARING_TR("Read as signed on {0} and valid until {1}"), {start, end}));
        } else {
            row_.flag(Field::signedOn, FlagKind::range,
                      core::warning(JEJARING_TR("Read as signed on {0}; the end, {1}, was left out"), {start, end}));
        }
    }

    void readValidity(Field field) {
        const ColumnChoice& choice = *row_.columns().of(field).front();
        const std::string text = row_.peek(field);
        if (const std::optional<int> years = yearsIn(text)) {
            std::optional<core::PartialDate> from = validFrom_ ? validFrom_ : agreement_.signedOn;
            if (from) {
                from->year = static_cast<std::int16_t>(from->year + *years);
                if (from->month == 2 && from->day == 29)
                    from->day = 28;
                agreement_.validUntil = from;
            }
            row_.take(choice, Reading<int>::of(*years), from ? "-" + from->iso() : std::to_string(*years) + " years");
            return;
        }
        std::string date = text;
        for (const std::string_view word : {"s.d.", "s.d", "s/d", "sd", "sampai dengan", "sampai", "hingga", "until"})
            if (date.size() > word.size() && date.starts_with(word) && date[word.size()] == ' ') {
                date = cleanText(std::string_view(date).substr(word.size()));
                break;
            }
        Reading<DateValue> reading = readDate(date, choice.dates);
        const std::string understood = reading.value ? shownDate(*reading.value) : std::string();
        if (const auto value = row_.take(choice, std::move(reading), understood)) {
            if (value->end && !agreement_.signedOn && !validFrom_)
                validFrom_ = value->start;
            agreement_.validUntil = value->end ? value->end : value->start;
        }
    }

    ImportRow& row_;
    core::Agreement& agreement_;
    std::optional<core::PartialDate> validFrom_;
};

} // namespace

std::optional<core::PartialDate> readAgreementDates(ImportRow& row, core::Agreement& agreement) {
    return DatesReader(row, agreement).read();
}

} // namespace jejaring::data
