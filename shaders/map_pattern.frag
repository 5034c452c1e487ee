// SPDX-License-Identifier: MIT

flat in vec4 vColor;
flat in int vPattern;
layout(location = 0) out vec4 outColor;

uniform vec3 uPattern; // where the pattern is anchored, in pixels, and the size of a layout unit in pixels

void main() { outColor = vColor * patternCoverage(vPattern, (HERE - uPattern.xy) / uPattern.z, uPattern.z); }
