// SPDX-License-Identifier: MIT
// Tables as text, parted by commas, semicolons or tabs, from programs of all kinds; see table_file.hpp.
#pragma once

#include "core/result.hpp"
#include "data/table/table_file.hpp"
#include "data/table/table_limits.hpp"

#include <string>

namespace jejaring::data {

// The table in the bytes of a file; `name` is for messages. No row is left out but blank ones: what cannot be read as
// it stands is kept as it is and named in a warning.
[[nodiscard]] core::Result<TableFile> parseTableText(std::string bytes, const std::string& name,
                                                     const TableProgress& progress = {});

// The table as text, with its byte-order mark. Precondition: one sheet.
[[nodiscard]] std::string tableText(const TableSheet& sheet);

} // namespace jejaring::data
