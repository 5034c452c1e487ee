// SPDX-License-Identifier: MIT
// Triangles of regions, each in the colour that its region has in the table of styles; or all in one colour.

layout(location = 0) in vec2 aPosition; // metres from the geometry's origin, y up
layout(location = 1) in uint aRegion;   // column of uStyles

uniform vec4 uCamera;      // the middle of the view in metres, as two parts: xy + zw
uniform vec3 uView;        // pixels a metre, and the pixel of the middle
uniform sampler2D uStyles; // rows: fill, colour of the pattern, kind of pattern
uniform bool uSingle;      // all in uColor
uniform vec4 uColor;       // premultiplied

flat out vec4 vColor;

void main() {
    vec2 metres = (aPosition - uCamera.xy) - uCamera.zw;
    gl_Position = place(vec2(uView.y + metres.x * uView.x, uView.z - metres.y * uView.x));
    vColor = uSingle ? uColor : premultiplied(texelFetch(uStyles, ivec2(int(aRegion), 0), 0));
}
