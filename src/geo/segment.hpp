// SPDX-License-Identifier: MIT
#pragma once

#include "geo/point.hpp"

namespace jejaring::geo {

struct Segment {
    Point a;
    Point b;
};

} // namespace jejaring::geo
