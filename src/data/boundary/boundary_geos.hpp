// SPDX-License-Identifier: MIT
// Handles of GEOS that release themselves. Only src/data/*.cpp include this.
#pragma once

#include <geos_c.h>
#include <memory>

namespace jejaring::data {

// One context a task: GEOS then needs no lock. Failures are null shapes.
class GeosContext {
  public:
    GeosContext() : context_(GEOS_init_r()) {}
    ~GeosContext() { GEOS_finish_r(context_); }
    GeosContext(const GeosContext&) = delete;
    GeosContext& operator=(const GeosContext&) = delete;

    struct Deleter {
        GEOSContextHandle_t context = nullptr;
        void operator()(GEOSGeometry* geometry) const { GEOSGeom_destroy_r(context, geometry); }
    };
    using Shape = std::unique_ptr<GEOSGeometry, Deleter>;

    [[nodiscard]] Shape own(GEOSGeometry* geometry) const { return Shape(geometry, Deleter{context_}); }
    [[nodiscard]] GEOSContextHandle_t handle() const { return context_; }

  private:
    GEOSContextHandle_t context_;
};

} // namespace jejaring::data
