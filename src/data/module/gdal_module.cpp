// SPDX-License-Identifier: MIT
#include "data/module/gdal_module.hpp"

#include <dlfcn.h>

namespace jejaring::data {

core::Result<const GdalModule*> gdalModule() {
    void* const library = ::dlopen(kGdalModuleFile, RTLD_NOW | RTLD_LOCAL);
    void* const entry = library == nullptr ? nullptr : ::dlsym(library, kGdalModuleEntry);
    if (entry == nullptr) {
        const char* const reason = ::dlerror();
        return core::error(core::ErrorCode::internal,
                           JEJARING_TR("The part that works with GDAL cannot be loaded: {0}"),
                           {reason == nullptr ? kGdalModuleFile : reason});
    }
    return reinterpret_cast<GdalModuleEntry*>(entry)();
}

} // namespace jejaring::data
