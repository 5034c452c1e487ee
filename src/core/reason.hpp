// SPDX-License-Identifier: MIT
// Why the system refused something, as the last argument of a message: "{0} cannot be read: {1}".
#pragma once

#include <exception>
#include <string>
#include <system_error>

namespace jejaring::core {

// Of an errno value: a phrase that the message's language translates; of a rare one the system's own words in brackets.
[[nodiscard]] std::string systemReason(int number);
// Likewise of a failed call of std::filesystem.
[[nodiscard]] std::string systemReason(const std::error_code& failure);
// Of what was thrown: a phrase where memory ran out, else its own words in brackets.
[[nodiscard]] std::string thrownReason(const std::exception& thrown);

} // namespace jejaring::core
