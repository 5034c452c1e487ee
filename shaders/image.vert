// SPDX-License-Identifier: MIT
// Pictures with round corners.

layout(location = 0) in vec2 aPosition; // pixels
layout(location = 1) in vec4 aBox;      // centre and half size, pixels
layout(location = 2) in vec4 aPart;     // of the picture: upper left corner and size, in 0..1
layout(location = 3) in vec2 aForm;     // corner radius in pixels, level of detail

flat out vec4 vBox;
flat out vec4 vPart;
flat out vec2 vForm;

void main() {
    gl_Position = place(aPosition);
    vBox = aBox;
    vPart = aPart;
    vForm = aForm;
}
