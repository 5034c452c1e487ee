// SPDX-License-Identifier: MIT
#include "core/version.hpp"

namespace jejaring::core {

std::string_view version() {
    return JEJARING_VERSION;
}

} // namespace jejaring::core
