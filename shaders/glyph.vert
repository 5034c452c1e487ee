// SPDX-License-Identifier: MIT
// Glyphs copied from the atlas, texel for pixel.

layout(location = 0) in vec2 aPosition; // pixels, whole
layout(location = 1) in vec2 aTexel;    // what turns a pixel of the picture into a texel of the atlas
layout(location = 2) in vec4 aColor;

flat out vec2 vTexel;
flat out vec4 vColor;

void main() {
    gl_Position = place(aPosition);
    vTexel = aTexel;
    vColor = premultiplied(aColor);
}
