// SPDX-License-Identifier: MIT

flat in vec4 vBox;
flat in vec4 vForm;
flat in vec4 vFill;
flat in vec4 vStroke;
flat in vec4 vPatternColor;
layout(location = 0) out vec4 outColor;

uniform float uUnit; // pixels a layout unit

vec4 over(vec4 above, vec4 below) { return above + below * (1.0 - above.a); }

void main() {
    vec2 p = HERE - vBox.xy;
    vec2 q = abs(p) - vBox.zw + vForm.x;
    float d = length(max(q, 0.0)) + min(max(q.x, q.y), 0.0) - vForm.x;
    float inside = clamp(0.5 - d / (2.0 * vForm.z), 0.0, 1.0);
    if (vForm.z > 0.5)
        inside *= inside * (3.0 - 2.0 * inside);
    vec4 fill = over(vPatternColor * patternCoverage(int(vForm.w), p / uUnit, uUnit), vFill) * inside;
    float halfStroke = 0.5 * vForm.y;
    float edge = clamp(halfStroke + 0.5 - abs(d), 0.0, min(vForm.y, 1.0));
    outColor = over(vStroke * edge, fill);
}
