// SPDX-License-Identifier: MIT
// Strips along the arcs of the map: strokes of borders, and the edges of fills that antialias them.

layout(location = 0) in vec2 aAt;     // metres from the geometry's origin, y up
layout(location = 1) in vec2 aFrom;   // where the segment that ends here begins
layout(location = 2) in vec2 aOffset; // from the arc to the strip's corner; 1 is 4 half widths
layout(location = 3) in uvec2 aBeside; // columns of uStyles left and right of the arc; 65535 for none

uniform vec4 uCamera;      // the middle of the view in metres, as two parts: xy + zw
uniform vec3 uView;        // pixels a metre, and the pixel of the middle
uniform sampler2D uStyles; // row 0: fills
uniform float uExtent;     // half the strip's width in pixels
uniform bool uSingle;      // all in uColor; else in the colours of the regions beside
uniform vec4 uColor;       // premultiplied

flat out vec4 vSegment; // pixels
flat out vec4 vLeft;    // colours beside
flat out vec4 vRight;
flat out float vSide; // 1 where the region with a colour lies on the right

vec2 toPixel(vec2 at) {
    vec2 metres = (at - uCamera.xy) - uCamera.zw;
    return vec2(uView.y + metres.x * uView.x, uView.z - metres.y * uView.x);
}

void main() {
    vec2 at = toPixel(aAt);
    gl_Position = place(at + vec2(aOffset.x, -aOffset.y) * (4.0 * uExtent));
    vSegment = vec4(toPixel(aFrom), at);
    vSide = 1.0;
    if (uSingle) {
        vLeft = uColor;
        vRight = uColor;
    } else {
        bool hasLeft = aBeside.x != 65535u;
        bool hasRight = aBeside.y != 65535u;
        vLeft = premultiplied(texelFetch(uStyles, ivec2(int(hasLeft ? aBeside.x : aBeside.y), 0), 0));
        vRight = premultiplied(texelFetch(uStyles, ivec2(int(hasRight ? aBeside.y : aBeside.x), 0), 0));
        vSide = hasRight ? 1.0 : -1.0;
    }
}
