// SPDX-License-Identifier: MIT

flat in vec4 vSegment;
flat in vec4 vLeft;
flat in vec4 vRight;
flat in float vSide;
layout(location = 0) out vec4 outColor;

// Coverage falls from the arc to both sides: min(x - d, d + y), held between 0 and z; nothing where d < w.
uniform vec4 uProfile;
uniform bool uOutward; // d counts outwards from the region, and beyond an arc's ends everything is outside

void main() {
    bool beyond;
    float d = segmentDistance(HERE, vSegment, beyond) * vSide;
    if (uOutward && beyond)
        d = abs(d);
    float coverage = clamp(min(uProfile.x - d, d + uProfile.y), 0.0, uProfile.z);
    if (d < uProfile.w)
        coverage = 0.0;
    outColor = mix(vRight, vLeft, clamp(0.5 + d * vSide, 0.0, 1.0)) * coverage;
}
