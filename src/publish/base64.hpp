// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace jejaring::publish {

// RFC 4648, on one line.
[[nodiscard]] std::string base64(std::string_view bytes);

} // namespace jejaring::publish
