// SPDX-License-Identifier: MIT
#include "data/module/gdal_module.hpp"
#include "data/table/table_module.hpp"

extern "C" [[gnu::visibility("default")]] const jejaring::data::GdalModule* jejaringGdalModule() {
    using namespace jejaring;
    static constexpr data::GdalModule kModule{&data::buildBoundaries, &data::importBoundaries, &data::readTables,
                                              &data::workbookBytes, &data::readPlacesOf};
    return &kModule;
}
