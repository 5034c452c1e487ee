#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# What the tests of the command line share: PROGRAM and CASE are the arguments of who sources it. The case's folder is
# its own, and goes at the end.
program=$1 case=$2
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
export JEJARING_BOUNDARIES=${JEJARING_BOUNDARIES:-${XDG_DATA_HOME:-$HOME/.local/share}/jejaring/boundaries.gpkg}
work=$(mktemp -d)
mounted=()
cleanUp() {
  for place in "${mounted[@]}"; do umount "$place"; done
  rm -rf "$work"
}
trap cleanUp EXIT
cd "$work" || exit 1
export XDG_CONFIG_HOME=$work/config XDG_STATE_HOME=$work/state XDG_DATA_HOME=$work/data
unset LANGUAGE LC_ALL LC_MESSAGES LANG DISPLAY WAYLAND_DISPLAY

fail() {
  echo "FAILED: $*" >&2
  [[ ! -s $work/err ]] || { echo "--- standard error:" >&2; head -n 20 "$work/err" >&2; }
  exit 1
}
skip() { echo "SKIPPED: $*" >&2; exit 77; }

# expect CODE ARGUMENTS...: runs the program, its output in out and err.
expect() {
  local want=$1 got=0
  shift
  "$program" "$@" >out 2>err || got=$?
  [[ $got == "$want" ]] || fail "jejaring $* ended with $got, not $want"
}
# says TEXT: what went to standard error holds it.
says() { grep -qF -- "$1" err || fail "standard error does not say: $1"; }
prints() { grep -qF -- "$1" out || fail "standard output does not say: $1"; }
isPng() {
  [[ $(head -c 8 "$1" | od -An -tx1 | tr -d ' \n') == 89504e470d0a1a0a ]] || fail "$1 is no PNG"
  local want=${2:-} got
  got=$(printf '%dx%d' "0x$(dd if="$1" bs=1 skip=16 count=4 status=none | od -An -tx1 | tr -d ' \n')" \
    "0x$(dd if="$1" bs=1 skip=20 count=4 status=none | od -An -tx1 | tr -d ' \n')")
  [[ -z $want || $got == "$want" ]] || fail "$1 is $got, not $want"
}
absent() { [[ ! -e $1 ]] || fail "$1 was left behind"; }
# No temporary file of a failed write is left in the folder.
isEmpty() {
  [[ -z $(ls -A "$1") ]] || fail "$1 holds: $(ls -A "$1")"
}
small=(--size 640x360 --scale 1)

# runCase: the function test_CASE.
runCase() {
  declare -F "test_$case" >/dev/null || fail "no case $case"
  "test_$case"
}
