// SPDX-License-Identifier: MIT
#include "app/module/boundary_module.hpp"

extern "C" [[gnu::visibility("default")]] const jejaring::app::BoundaryModule* jejaringBoundaryModule() {
    using namespace jejaring;
    static constexpr app::BoundaryModule kModule{&data::buildBoundaries, &data::importBoundaries, &data::reportText,
                                                 &data::reportText};
    return &kModule;
}
