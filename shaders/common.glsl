// SPDX-License-Identifier: MIT
// Positions are pixels of the whole picture, x to the right and y down, whatever tile of it is being drawn. Corners are
// snapped to the rasteriser's grid and fragments measure from flat values, so that every tile split gives the same bits.

uniform vec2 uPicture; // the whole picture's size in pixels
uniform vec2 uOrigin;  // what turns gl_FragCoord into a position of the picture

vec4 place(vec2 pixel) {
    vec2 snapped = floor(pixel * 256.0 + 0.5) / 256.0;
    return vec4(snapped.x * 2.0 / uPicture.x - 1.0, 1.0 - snapped.y * 2.0 / uPicture.y, 0.0, 1.0);
}

vec4 premultiplied(vec4 color) { return vec4(color.rgb * color.a, color.a); }

// Signed distance from `p` to the segment `s` (begin xy, end zw): positive on its left as seen on a map with y up.
// `beyond` tells whether the nearest point is one of its ends.
float segmentDistance(vec2 p, vec4 s, out bool beyond) {
    vec2 pa = p - s.xy;
    vec2 ba = s.zw - s.xy;
    float t = dot(pa, ba) / max(dot(ba, ba), 1e-12);
    beyond = t < 0.0 || t > 1.0;
    float distance = length(pa - ba * clamp(t, 0.0, 1.0));
    return ba.x * pa.y - ba.y * pa.x > 0.0 ? -distance : distance;
}

// Share of a pixel that a pattern covers; `p` in units of the layout. 1: hatch at 45°, 2: dots on a staggered grid.
// `unit` is the size of a layout unit in pixels.
float patternCoverage(int kind, vec2 p, float unit) {
    if (kind == 1) {
        float period = 6.0;
        float across = fract((p.x + p.y) * 0.70710678 / period) * period;
        return clamp((0.7 - abs(across - period * 0.5)) * unit + 0.5, 0.0, 1.0);
    }
    if (kind == 2) {
        vec2 period = vec2(6.0, 6.0);
        vec2 a = (fract(p / period) - 0.5) * period;
        vec2 b = (fract(p / period + 0.5) - 0.5) * period;
        float distance = min(length(a), length(b));
        return clamp((0.9 - distance) * unit + 0.5, 0.0, 1.0);
    }
    return 0.0;
}

#define HERE vec2(gl_FragCoord.x + uOrigin.x, uOrigin.y - gl_FragCoord.y)
