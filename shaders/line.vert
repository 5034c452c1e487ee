// SPDX-License-Identifier: MIT
// Lines and polygons of the layout, in pixels.

layout(location = 0) in vec2 aPosition;
layout(location = 1) in vec4 aSegment;
layout(location = 2) in vec4 aProfile; // see line.frag: x, y, z; and the length of the line up to the segment
layout(location = 3) in vec4 aColor;
layout(location = 4) in float aDash; // length of a dash and of a gap; 0 for none

flat out vec4 vSegment;
flat out vec4 vProfile;
flat out vec4 vColor;
flat out float vDash;

void main() {
    gl_Position = place(aPosition);
    vSegment = aSegment;
    vProfile = aProfile;
    vColor = premultiplied(aColor);
    vDash = aDash;
}
