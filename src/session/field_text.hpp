// SPDX-License-Identifier: MIT
// What people type into a field, understood as tables are read: "20 Agustus 2024", "Rp 1,5 miliar".
#pragma once

#include "core/partner.hpp"
#include "core/result.hpp"
#include "data/import/import_date.hpp"
#include "data/import/import_money.hpp"
#include "text/language.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace jejaring::session {

// A blank field has neither value nor message; an error has no value beside it, a warning has.
template <class T> struct FieldText {
    std::optional<T> value;
    std::optional<core::Message> message;
};

// One day, month or year; a span of days is an error.
[[nodiscard]] FieldText<core::PartialDate> readDateField(std::string_view text);
// A number in the language's habit: 1.500,5 in Indonesian, 1,500.5 in English.
[[nodiscard]] FieldText<double> readNumberField(std::string_view text, text::Language language);
// An amount, perhaps with its currency and a scale: "1,5 miliar", "USD 2 juta".
[[nodiscard]] FieldText<data::Money> readMoneyField(std::string_view text, std::string_view currency,
                                                    text::Language language);
// "09.00 – 12.00 WIB"
[[nodiscard]] FieldText<data::TimeValue> readTimeField(std::string_view text);
// "-6,2; 106,8"
[[nodiscard]] FieldText<core::Coordinates> readCoordinatesField(std::string_view text);

// As a field shows it, so that reading it again gives the same value.
[[nodiscard]] std::string fieldText(const std::optional<core::PartialDate>& date); // ISO 8601
[[nodiscard]] std::string fieldText(const std::optional<double>& number, text::Language language);
[[nodiscard]] std::string fieldText(const std::optional<core::Coordinates>& coordinates, text::Language language);

} // namespace jejaring::session
