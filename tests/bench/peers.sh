#!/bin/bash
# SPDX-License-Identifier: MIT
# Beside QGIS and Mapnik, in turns: our export of a 4K picture, from process start to the file; and beside QGIS: our
# redrawing of the country at 1920x1080, antialiased, in a process that runs. Prints medians and ratios. Software
# rendering for all. The peers' scripts are those in $JEJARING_SHARED/bench.
#
#   tests/bench/peers.sh [--install] [--rounds N] [--program FILE] [--bench FILE] [--project FILE]
#
# --bench    jejaring_bench, which redraws; where it is not built redrawing is not measured
# --install  installs the packages qgis, python3-qgis and python3-mapnik (needs root) where they are missing
set -euo pipefail

root=$(cd "$(dirname "$0")/../.." && pwd)
shared=${JEJARING_SHARED:-$root/../shared}
program=$root/build/release/jejaring
bench=$root/build/release/jejaring_bench
project=sample
rounds=7
while [ $# -gt 0 ]; do
    case $1 in
    --install)
        apt-get update -qq
        DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends qgis python3-qgis python3-mapnik
        ;;
    --rounds) rounds=$2 && shift ;;
    --program) program=$2 && shift ;;
    --bench) bench=$2 && shift ;;
    --project) project=$2 && shift ;;
    *) echo "usage: $0 [--install] [--rounds N] [--program FILE] [--bench FILE] [--project FILE]" >&2 && exit 2 ;;
    esac
    shift
done
[ "$rounds" -ge 5 ] || { echo "fewer than five rounds say little" >&2 && exit 2; }
[ -x "$program" ] || { echo "$program is missing: build it, or give --program" >&2 && exit 1; }
boundaries=${JEJARING_BOUNDARIES:-${XDG_DATA_HOME:-$HOME/.local/share}/jejaring/boundaries.gpkg}
[ -r "$boundaries" ] || { echo "$boundaries is missing: run 'jejaring boundaries build'" >&2 && exit 1; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export LIBGL_ALWAYS_SOFTWARE=1 GALLIUM_DRIVER=llvmpipe

# The peers colour a numeric field: the same 514 regions with one, made up from their number.
layer=regency
/usr/bin/ogr2ogr -f GPKG "$work/peers.gpkg" "$boundaries" -nln "$layer" -dialect SQLite \
    -sql "SELECT geom, code, (ROW_NUMBER() OVER (ORDER BY code) * 37) % 101 AS impact FROM $layer"
cd "$work"
echo "0 20 40 60 80 101" >"breaks_$layer.txt"
ours() {
    "$program" export "$project" -o "$work/ours.png" --size 3840x2160 --level kabkota --no-furniture --no-labels --force
}
qgis() {
    # It may crash on leaving, after the picture is written: the picture counts.
    rm -f "$work/qgis.png"
    /usr/bin/python3 "$shared/bench/qgis_export.py" "$work/peers.gpkg" "$layer" "$work/qgis.png" 3840 2160 quantile || true
    [ -s "$work/qgis.png" ]
}
mapnik() {
    /usr/bin/python3 "$shared/bench/mapnik_export.py" "$work/peers.gpkg" "$layer" "$work/mapnik.png" 3840 2160
}
export -f ours qgis mapnik
export program project work shared layer

candidates=(ours)
if [ -r "$shared/bench/qgis_export.py" ] && /usr/bin/python3 -c 'import qgis.core' 2>/dev/null; then
    candidates+=(qgis)
else
    echo "QGIS is not measured: install it with --install" >&2
fi
if [ -r "$shared/bench/mapnik_export.py" ] && /usr/bin/python3 -c 'import mapnik' 2>/dev/null; then
    candidates+=(mapnik)
else
    echo "Mapnik is not measured: install it with --install" >&2
fi

# One round unmeasured, so that files are in memory and shaders in the driver's cache.
for round in $(seq 0 "$rounds"); do
    for who in "${candidates[@]}"; do
        begin=$(date +%s%N)
        /usr/bin/time -f %M -o "$work/memory" bash -c "$who" >"$work/$who.log" 2>&1 ||
            { echo "$who failed:" >&2 && cat "$work/$who.log" >&2 && exit 1; }
        end=$(date +%s%N)
        [ "$round" -eq 0 ] && continue
        echo $(((end - begin) / 1000)) >>"$work/$who.us"
        tail -n 1 "$work/memory" >>"$work/$who.kib"
    done
done

median() { sort -n "$1" | awk '{v[NR] = $1} END {print v[int((NR + 1) / 2)]}'; }
own=$(median "$work/ours.us")
printf '%-8s %10s %10s %8s\n' "" "seconds" "MiB" "ratio"
for who in "${candidates[@]}"; do
    us=$(median "$work/$who.us")
    kib=$(median "$work/$who.kib")
    awk -v who="$who" -v us="$us" -v kib="$kib" -v own="$own" \
        'BEGIN {printf "%-8s %10.3f %10.0f %7.2f×\n", who, us / 1e6, kib / 1024, us / own}'
done

# Redrawing: in each round QGIS draws the country seven times, each a little further east, and we draw it for a second,
# each time a little further. A round counts with its median. We draw more than QGIS does: the world, lakes, and two
# kinds of borders.
if [ ! -x "$bench" ]; then
    echo "Redrawing is not measured: build jejaring_bench, or give --bench" >&2
    exit 0
fi
[[ " ${candidates[*]} " == *" qgis "* ]] || exit 0
redrawn_by_us() {
    "$bench" --benchmark_filter=redrawCountry1080p --benchmark_min_time=1 --benchmark_format=json 2>/dev/null |
        sed -n 's/.*"median_ms": *\([0-9.e+-]*\).*/\1/p'
}
redrawn_by_qgis() {
    { /usr/bin/python3 "$shared/bench/qgis_export.py" "$work/peers.gpkg" "$layer" "$work/qgis.png" 1920 1080 quantile \
        rerender || true; } 2>/dev/null | sed -n 's/.*country median *\([0-9.]*\) ms.*/\1/p'
}
for ((round = 0; round < rounds; ++round)); do
    redrawn_by_us >>"$work/ours.ms"
    redrawn_by_qgis >>"$work/qgis.ms"
done
own=$(median "$work/ours.ms")
printf '\n%-8s %10s %10s %8s\n' "redraw" "ms" "" "ratio"
for who in ours qgis; do
    [ "$(grep -c . "$work/$who.ms")" -eq "$rounds" ] || { echo "$who did not say how long it redrew" >&2 && exit 1; }
    awk -v who="$who" -v ms="$(median "$work/$who.ms")" -v own="$own" \
        'BEGIN {printf "%-8s %10.1f %10s %7.2f×\n", who, ms, "", ms / own}'
done
