#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Set-up and tests that go wrong: whatever fails must stop the script and say why. The programs that they call are
# stand-ins, in a checkout of their own.
#   scripts_test.sh SOURCES CASE
set -uo pipefail
sources=$1 case=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
fail() {
  echo "FAILED: $*" >&2
  [[ ! -s $work/said ]] || sed 's/^/    | /' "$work/said" >&2
  exit 1
}

mkdir -p "$work/bin" "$work/checkout/scripts" "$work/checkout/build/release"
cp "$sources/scripts/setup.sh" "$work/checkout/scripts/"
: >"$work/checkout/build/release/build.ninja"
export PATH=$work/bin:$PATH XDG_CACHE_HOME=$work/cache

# standIn NAME: a program of that name that runs the lines on standard input.
standIn() {
  { echo '#!/usr/bin/env bash'; cat; } >"$work/bin/$1"
  chmod +x "$work/bin/$1"
}
# Calls functions of setup.sh as the scripts do; what is said goes to `said`.
setup() { bash -euo pipefail -c '. "$1/scripts/setup.sh"; eval "$2"; echo went on' _ "$work/checkout" "$1" >"$work/said" 2>&1; }
stops() {
  local text
  ! setup "$1" || fail "$1 did not stop"
  ! grep -qx 'went on' "$work/said" || fail "$1 went on"
  shift
  for text; do grep -qF -- "$text" "$work/said" || fail "does not say: $text"; done
}

# report NAME=STATUS...: ctest writes a report of these tests.
report() {
  {
    printf 'while (($#)); do [[ $1 != --output-junit ]] || out=$2; shift; done\ncat >"$out" <<XML\n<testsuite name="all"\n'
    local test
    for test; do printf '\t<testcase name="%s" classname="x" time="0.1" status="%s">\n\t</testcase>\n' "${test%=*}" "${test#*=}"; done
    printf '</testsuite>\nXML\n'
  } | standIn ctest
}

test_aBuildThatFailsSaysWhy() {
  standIn ninja <<'LINES'
echo '[1/2] Building CXX object a.o'
printf 'FAILED: a.o\na.cpp:1: error: no such thing\n'
exit 1
LINES
  stops 'build release all' 'a.cpp:1: error: no such thing' 'the build of release failed'
}

test_packagesThatCannotBeInstalledAreNamed() {
  for program in dpkg-query sudo; do standIn "$program" <<<'exit 1'; done
  standIn sudo <<<'"$@"'
  standIn apt-get <<<'[[ $* != *install* ]] || { echo "E: no such package"; exit 100; }'
  echo libnothing-dev >"$work/list"
  stops "installPackages '$work/list'" 'E: no such package' 'apt-get could not install' 'libnothing-dev'
}

test_aTestThatFailsStops() {
  standIn ctest <<<'exit 8'
  stops 'runTests release "core"' 'a test failed in the build release'
}

test_testsThatLeaveNoReportDoNotCount() {
  standIn ctest <<<'exit 0'
  stops 'runTests release "core"' 'ctest left no report'
  report
  stops 'runTests release ""' 'no test of the build release ran'
}

test_aKindOfTestsThatDidNotRunIsMissed() {
  report core.A=run core.B=run ui.C=notrun
  stops 'runTests release "core ui"' 'no test ui.* of the build release ran'
  stops 'runTests release "core cor"' 'no test cor.* of the build release ran'
}

test_aRunThatSkipsMuchStops() {
  report core.A=run core.B=notrun
  stops 'runTests release "core"' '1 tests of the build release were skipped, 1 ran' 'core.B'
}

test_theNumberOfTestsIsCounted() {
  local -a tests=()
  for i in {1..40}; do tests+=("core.T$i=run"); done
  report "${tests[@]}" core.U=notrun core.V=notrun
  setup 'runTests release core; printf "%s\n" "${counts[@]}"' || fail 'stopped'
  grep -qx 'release: 40 tests passed, 2 skipped: core.U core.V' "$work/said" || fail 'other counts'
}

declare -F "test_$case" >/dev/null || fail "there is no case $case"
"test_$case"
