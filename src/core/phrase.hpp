// SPDX-License-Identifier: MIT
// Words, numbers, days and countries within an argument of a message: text::translate() puts them in the language of
// the message, while the rest of the argument (a path, a name, a code) stays as it is.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace jejaring::core {

// A message id, marked with JEJARING_TR, and what goes into its {0}, {1} ..., which holds no phrase itself. The whole
// is an argument of a message or part of one.
[[nodiscard]] std::string phrase(std::string_view id, const std::vector<std::string>& arguments = {});
// A number with as many decimals as tell it apart from others.
[[nodiscard]] std::string decimal(double value);
// A count of things, its thousands parted.
[[nodiscard]] std::string counted(std::size_t count);
// A day, month, year or other time as PartialDate::iso() writes it.
[[nodiscard]] std::string dated(std::string_view iso);
// A country by its code of three letters.
[[nodiscard]] std::string country(std::string_view alpha3);

// How a language says them.
struct Wording {
    std::function<std::string(std::string_view id)> text;
    char decimalPoint = '.';
    // Left as they are where null.
    std::function<std::string(std::string_view iso)> date = nullptr;
    std::function<std::string(std::string_view alpha3)> country = nullptr;
};
// English: ids are their own texts.
[[nodiscard]] const Wording& englishWording();

// `argument` with what the functions above marked in it put in words.
[[nodiscard]] std::string expandPhrases(std::string_view argument, const Wording& wording);

} // namespace jejaring::core
