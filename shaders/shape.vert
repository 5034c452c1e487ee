// SPDX-License-Identifier: MIT
// Circles, rounded rectangles and their shadows, by signed distance.

layout(location = 0) in vec2 aPosition; // pixels
layout(location = 1) in vec4 aBox;      // centre and half size, pixels
layout(location = 2) in vec4 aForm;     // corner radius, stroke width, softness of the edge (0.5: crisp), kind of pattern
layout(location = 3) in vec4 aFill;
layout(location = 4) in vec4 aStroke;
layout(location = 5) in vec4 aPatternColor;

flat out vec4 vBox;
flat out vec4 vForm;
flat out vec4 vFill;
flat out vec4 vStroke;
flat out vec4 vPatternColor;

void main() {
    gl_Position = place(aPosition);
    vBox = aBox;
    vForm = aForm;
    vFill = premultiplied(aFill);
    vStroke = premultiplied(aStroke);
    vPatternColor = premultiplied(aPatternColor);
}
