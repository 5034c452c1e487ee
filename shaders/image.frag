// SPDX-License-Identifier: MIT

flat in vec4 vBox;
flat in vec4 vPart;
flat in vec2 vForm;
layout(location = 0) out vec4 outColor;

uniform sampler2D uImage; // alpha premultiplied, first row on top

void main() {
    vec2 p = HERE - vBox.xy;
    vec2 q = abs(p) - vBox.zw + vForm.x;
    float d = length(max(q, 0.0)) + min(max(q.x, q.y), 0.0) - vForm.x;
    vec2 at = vPart.xy + vPart.zw * (p / (2.0 * vBox.zw) + 0.5);
    outColor = textureLod(uImage, at, vForm.y) * clamp(0.5 - d, 0.0, 1.0);
}
