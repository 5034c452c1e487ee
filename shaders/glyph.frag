// SPDX-License-Identifier: MIT

flat in vec2 vTexel;
flat in vec4 vColor;
layout(location = 0) out vec4 outColor;

uniform sampler2D uAtlas; // coverage

void main() { outColor = vColor * texelFetch(uAtlas, ivec2(HERE + vTexel), 0).r; }
