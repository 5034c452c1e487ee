// SPDX-License-Identifier: MIT
#include "data/gdal_module.hpp"

extern "C" [[gnu::visibility("default")]] const jejaring::data::GdalModule* jejaringGdalModule() {
    using namespace jejaring;
    static constexpr data::GdalModule kModule{&data::buildBoundaries, &data::importBoundaries};
    return &kModule;
}
