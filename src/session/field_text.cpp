// SPDX-License-Identifier: MIT
#include "session/field_text.hpp"

#include "data/import/import_coordinates.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace jejaring::session {
namespace {

// The first warning among the flags, or the error.
template <class T> std::optional<core::Message> messageOf(const data::Reading<T>& reading) {
    if (reading.error)
        return reading.error;
    for (const data::Flag& flag : reading.flags)
        if (flag.message.severity != core::Severity::note)
            return flag.message;
    return std::nullopt;
}

data::DecimalMark markOf(text::Language language) {
    return language == text::Language::indonesian ? data::DecimalMark::comma : data::DecimalMark::point;
}

template <class T> FieldText<T> plain(const data::Reading<T>& reading) {
    return {reading.value, messageOf(reading)};
}

} // namespace

FieldText<core::PartialDate> readDateField(std::string_view text) {
    const data::Reading<data::DateValue> reading = data::readDate(text);
    if (!reading.ok())
        return {std::nullopt, messageOf(reading)};
    if (reading.value->end)
        return {std::nullopt,
                core::error(core::ErrorCode::wrongFormat, JEJARING_TR("One date belongs here, not a span of days."))};
    return {reading.value->start, messageOf(reading)};
}

FieldText<double> readNumberField(std::string_view text, text::Language language) {
    return plain(data::readNumber(text, markOf(language)));
}

FieldText<data::Money> readMoneyField(std::string_view text, std::string_view currency, text::Language language) {
    data::MoneyHints hints;
    hints.currency = std::string(currency);
    hints.mark = markOf(language);
    const data::Reading<data::Money> reading = data::readMoney(text, hints);
    FieldText<data::Money> field{reading.value, reading.error};
    for (const data::Flag& flag : reading.flags)
        if (flag.kind != data::FlagKind::currencyMissing && flag.message.severity != core::Severity::note &&
            !field.message)
            field.message = flag.message; // that the currency is missing is said beside the currency
    return field;
}

FieldText<data::TimeValue> readTimeField(std::string_view text) {
    return plain(data::readTime(text));
}

FieldText<core::Coordinates> readCoordinatesField(std::string_view text) {
    return plain(data::readCoordinates(text));
}

std::string fieldText(const std::optional<core::PartialDate>& date) {
    return date ? date->iso() : std::string();
}

std::string fieldText(const std::optional<double>& number, text::Language language) {
    if (!number)
        return {};
    std::string text = fmt::format("{}", *number);
    // Without marks between thousands: a lone one would be read as the fraction's.
    if (text.find('e') != std::string::npos && std::isfinite(*number)) {
        constexpr int kDigits = 17; // all that a double has
        text = fmt::format("{:.{}f}", *number, std::abs(*number) < 1 ? kDigits : 0);
        if (text.find('.') != std::string::npos)
            text.erase(text.find_last_not_of('0') + 1);
    }
    if (language == text::Language::indonesian)
        std::replace(text.begin(), text.end(), '.', ',');
    return text;
}

std::string fieldText(const std::optional<core::Coordinates>& coordinates, text::Language language) {
    if (!coordinates)
        return {};
    const char* const between = language == text::Language::indonesian ? "; " : ", ";
    return fieldText(std::optional(coordinates->latitude), language) + between +
           fieldText(std::optional(coordinates->longitude), language);
}

} // namespace jejaring::session
