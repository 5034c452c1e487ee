// SPDX-License-Identifier: MIT
// Hatching and dots over the fills of regions.

layout(location = 0) in vec2 aPosition; // metres from the geometry's origin, y up
layout(location = 1) in uint aRegion;   // column of uStyles

uniform vec4 uCamera;      // the middle of the view in metres, as two parts: xy + zw
uniform vec3 uView;        // pixels a metre, and the pixel of the middle
uniform sampler2D uStyles; // rows: fill, colour of the pattern, kind of pattern

flat out vec4 vColor;
flat out int vPattern;

void main() {
    vec2 metres = (aPosition - uCamera.xy) - uCamera.zw;
    gl_Position = place(vec2(uView.y + metres.x * uView.x, uView.z - metres.y * uView.x));
    vColor = premultiplied(texelFetch(uStyles, ivec2(int(aRegion), 1), 0));
    vPattern = int(texelFetch(uStyles, ivec2(int(aRegion), 2), 0).r * 255.0 + 0.5);
}
