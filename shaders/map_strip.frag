// SPDX-License-Identifier: MIT

flat in vec4 vSegment;
layout(location = 0) out vec4 outColor;

#if defined(STROKE)
uniform vec4 uColor;   // premultiplied
uniform vec2 uProfile; // coverage falls from the arc to both sides: x - distance, held between 0 and y

void main() {
    bool beyond;
    float d = abs(segmentDistance(HERE, vSegment, beyond));
    outColor = uColor * clamp(uProfile.x - d, 0.0, uProfile.y);
}
#elif defined(EDGE)
flat in vec4 vColor;
uniform bool uOutside; // only outside the region, as its fill is translucent

void main() {
    bool beyond;
    float d = segmentDistance(HERE, vSegment, beyond);
    // Beyond an arc's ends everything is outside.
    if (beyond)
        d = abs(d);
    float coverage = clamp(1.0 - d, 0.0, 1.0);
    if (uOutside && d < 0.0)
        coverage = 0.0;
    outColor = vColor * coverage;
}
#else
flat in vec4 vLeft;
flat in vec4 vRight;

void main() {
    bool beyond;
    float d = segmentDistance(HERE, vSegment, beyond);
    outColor = mix(vRight, vLeft, clamp(0.5 + d, 0.0, 1.0));
}
#endif
