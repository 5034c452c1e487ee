// SPDX-License-Identifier: MIT
// The marks of a pattern within an area, for formats whose programs draw patterns each in their own way.
#pragma once

#include "publish/vector_target.hpp"

namespace jejaring::publish {

// Lines of the hatch, cut at the area's edge, or the middles of the dots that lie wholly within it, each a line of one
// point; both where VectorTarget's measures put them. The area is filled by the even-odd rule. Empty without a pattern.
[[nodiscard]] VectorPath patternMarks(const VectorPath& area, scene::FillPattern pattern, geo::Point origin);

} // namespace jejaring::publish
