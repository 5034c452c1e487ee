// SPDX-License-Identifier: MIT

flat in vec4 vSegment;
flat in vec4 vProfile; // coverage falls to both sides: min(x - d, d + y), held between 0 and z
flat in vec4 vColor;
flat in float vDash;
layout(location = 0) out vec4 outColor;

void main() {
    vec2 p = HERE;
    bool beyond;
    float d = segmentDistance(p, vSegment, beyond);
    float coverage = clamp(min(vProfile.x - d, d + vProfile.y), 0.0, vProfile.z);
    if (vDash > 0.0) {
        vec2 along = vSegment.zw - vSegment.xy;
        float s = vProfile.w + dot(p - vSegment.xy, along) / max(length(along), 1e-6);
        float period = 2.0 * vDash;
        float inDash = abs(s - (floor(s / period) * period + 0.5 * vDash));
        float inNext = period - inDash;
        coverage *= clamp(0.5 + 0.5 * vDash - min(inDash, inNext), 0.0, 1.0);
    }
    outColor = vColor * coverage;
}
