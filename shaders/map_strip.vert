// SPDX-License-Identifier: MIT
// Strips along the arcs of the map, in three kinds: STROKE draws borders in one colour, EDGE lets a region's colour fade
// towards the sea, and MIX blends the colours of two regions along their border.

layout(location = 0) in vec2 aAt;     // metres from the geometry's origin, y up
layout(location = 1) in vec2 aFrom;   // where the segment that ends here begins
layout(location = 2) in vec2 aOffset; // from the arc to the strip's corner; 1 is 4 half widths
layout(location = 3) in uvec2 aBeside; // columns of uStyles left and right of the arc; 65535 for none

uniform vec4 uCamera;      // the middle of the view in metres, as two parts: xy + zw
uniform vec3 uView;        // pixels a metre, and the pixel of the middle
uniform float uExtent;     // half the strip's width in pixels
uniform sampler2D uStyles; // row 0: fills

flat out vec4 vSegment; // pixels

vec2 toPixel(vec2 at) {
    vec2 metres = (at - uCamera.xy) - uCamera.zw;
    return vec2(uView.y + metres.x * uView.x, uView.z - metres.y * uView.x);
}

vec4 fillOf(uint column) { return premultiplied(texelFetch(uStyles, ivec2(int(column), 0), 0)); }

#if defined(STROKE)
void main() {
    vec2 at = toPixel(aAt);
    gl_Position = place(at + vec2(aOffset.x, -aOffset.y) * (4.0 * uExtent));
    vSegment = vec4(toPixel(aFrom), at);
}
#elif defined(EDGE)
flat out vec4 vColor;

// Fills cover what lies within the region, so that its side of the strip need only reach them.
const float kInnerExtent = 0.25;

void main() {
    vec2 at = toPixel(aAt);
    bool regionOnRight = aBeside.y != 65535u;
    bool rightCorner = (gl_VertexID & 1) == 1;
    float extent = rightCorner == regionOnRight ? kInnerExtent : uExtent;
    gl_Position = place(at + vec2(aOffset.x, -aOffset.y) * (4.0 * extent));
    // As if the region lay on the right, where distances are negative.
    vec2 from = toPixel(aFrom);
    vSegment = regionOnRight ? vec4(from, at) : vec4(at, from);
    vColor = fillOf(regionOnRight ? aBeside.y : aBeside.x);
}
#else
flat out vec4 vLeft;
flat out vec4 vRight;

void main() {
    vec2 at = toPixel(aAt);
    gl_Position = place(at + vec2(aOffset.x, -aOffset.y) * (4.0 * uExtent));
    vSegment = vec4(toPixel(aFrom), at);
    vLeft = fillOf(aBeside.x);
    vRight = fillOf(aBeside.y);
}
#endif
