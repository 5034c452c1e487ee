# SPDX-License-Identifier: MIT
# Set-up as functions, for scripts/run and scripts/test to source: packages, boundary sources, build, boundaries, tests.
# Each does only what is missing, says what it does, and stops with its reason.
# shellcheck shell=bash

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
jobs=${JEJARING_JOBS:-$(nproc)}
started=$SECONDS

# Folders after the XDG Base Directory Specification, as the program finds them; a relative value is ignored.
xdg() {
  local value=${!1:-}
  [[ $value == /* ]] || value=$HOME/$2
  printf '%s/jejaring' "$value"
}
boundaries=${JEJARING_BOUNDARIES:-$(xdg XDG_DATA_HOME .local/share)/boundaries.gpkg}
cache=$(xdg XDG_CACHE_HOME .cache)
log=$cache/setup.log

step() { printf '\n==> %s  [%d:%02d]\n' "$*" $(((SECONDS - started) / 60)) $(((SECONDS - started) % 60)); }
say() { printf '    %s\n' "$*"; }
fail() {
  printf '\nStopped: %s\n' "$1" >&2
  shift
  (($# == 0)) || printf '    %s\n' "$@" >&2
  exit 1
}

# Runs a command with its output in the log; shows the end of it where the command fails.
quietly() {
  local reason=$1
  shift
  "$@" >>"$log" 2>&1 || {
    tail -n 25 "$log" >&2
    fail "$reason" "The whole output is in $log"
  }
}

asRoot() {
  if [[ $EUID == 0 ]]; then "$@"; else sudo "$@"; fi
}

# The names in package lists, without comments.
listed() { sed 's/#.*//' "$@" | tr -s '[:space:]' '\n' | sed '/^$/d'; }

# Those of the named packages that are not installed.
missingPackages() {
  local states
  states=$(dpkg-query -W -f '${db:Status-Status} ${Package}\n' "$@" 2>/dev/null) || true
  comm -23 <(printf '%s\n' "$@" | sort -u) <(sed -n 's/^installed //p' <<<"$states" | sort -u)
}

# apt's own progress as lines: every tenth of the way where nobody watches, every step where somebody does.
aptProgress() {
  local kind _ share what last=-1
  while IFS=: read -r kind _ share what; do
    [[ $kind == dlstatus || $kind == pmstatus ]] || continue
    share=${share%%.*}
    if [[ $kind == dlstatus ]]; then kind=downloading; else kind=installing; fi
    if [[ -t 1 ]]; then
      printf '\r\033[K    %s %3d %%  %.60s' "$kind" "$share" "$what"
    elif [[ $last != "$kind$((share / 10))" ]]; then
      last=$kind$((share / 10))
      say "$kind $((share / 10 * 10)) %"
    fi
  done
  [[ ! -t 1 ]] || printf '\r\033[K'
}

# The shell inside opens apt's status descriptor: sudo would close one opened out here.
aptInstall() {
  asRoot env DEBIAN_FRONTEND=noninteractive bash -c 'log=$1; shift; exec apt-get install -y --no-install-recommends \
    -o APT::Status-Fd=3 -o Dpkg::Use-Pty=0 -o DPkg::Lock::Timeout=120 "$@" 3>&1 >>"$log" 2>&1' - "$log" "$@" </dev/null
}

# Installs the Debian packages in the lists $@ that are missing, and npm where there is none.
installPackages() {
  local -a missing
  command -v dpkg-query >/dev/null || fail "this set-up is for Debian 12: no dpkg-query here." \
    "On another system install what scripts/packages names, then use the CMake presets."
  mapfile -t missing < <(missingPackages $(listed "$@"))
  command -v npm >/dev/null || missing+=(npm)
  ((${#missing[@]})) || return 0

  step "Installing ${#missing[@]} Debian packages"
  say "${missing[@]}"
  local byHand="apt-get install --no-install-recommends ${missing[*]}"
  if [[ $EUID != 0 ]] && ! command -v sudo >/dev/null; then
    fail "packages are missing, and installing them takes root or sudo." "As root: $byHand"
  fi
  asRoot apt-get -o DPkg::Lock::Timeout=120 -o APT::Update::Error-Mode=any update >>"$log" 2>&1 </dev/null || {
    tail -n 5 "$log" >&2
    fail "the package lists cannot be fetched: is there a network connection?" \
      "The first start needs one, later ones do not." "Missing: ${missing[*]}" \
      "Connect and start again, or install them in another way: $byHand"
  }
  local status=0 # of apt-get: set -e would end the script at the pipe, without a reason
  aptInstall "${missing[@]}" | aptProgress || status=${PIPESTATUS[0]}
  if ((status)); then
    tail -n 25 "$log" >&2
    fail "apt-get could not install the packages." "The whole output is in $log" "By hand: $byHand"
  fi
}

# Fetches the pinned npm packages that the boundaries are made from, into the user's cache.
sources=$cache/boundary-sources
fetchSources() {
  local want
  want=$(cat "$root/package.json" "$root/package-lock.json" | sha256sum | cut -d' ' -f1)
  [[ $(cat "$sources/fetched" 2>/dev/null) != "$want" ]] || return 0

  step "Fetching the boundary sources (npm, 90 MB once unpacked)"
  say "geojson-indonesia holds polygons of GADM 4.1: free for academic and other non-commercial use, not to be"
  say "redistributed. idn-area-data: ODbL 1.0. world-atlas: Natural Earth, public domain."
  mkdir -p "$sources"
  rm -f "$sources/fetched"
  cp "$root/package.json" "$root/package-lock.json" "$root/.npmrc" "$sources/"
  (cd "$sources" && npm ci --ignore-scripts --no-progress --loglevel=error >>"$log" 2>&1 </dev/null) || {
    tail -n 15 "$log" >&2
    fail "the boundary sources cannot be fetched: is there a network connection?" \
      "Missing: $(listedSources)" "The first start needs one, later ones do not. Connect and start again, or copy" \
      "boundaries.gpkg from a machine that has it to $boundaries" "The whole output is in $log"
  }
  echo "$want" >"$sources/fetched"
}

listedSources() { sed -n 's/^ *"\([a-z-]*\)": "\([0-9.]*\)",\{0,1\}$/\1 \2/p' "$root/package.json" | grep -v '^version' | paste -sd, | sed 's/,/, /g'; }

# Configures preset $1 where needed, with the tests where withTests is ON, and builds the targets that follow.
build() {
  local preset=$1
  shift
  local folder=$root/build/$preset
  local -a launcher=()
  if command -v ccache >/dev/null; then
    # What one checkout compiled serves another.
    export CCACHE_BASEDIR=$root CCACHE_NOHASHDIR=true
    launcher=(-DCMAKE_C_COMPILER_LAUNCHER=ccache -DCMAKE_CXX_COMPILER_LAUNCHER=ccache)
  fi
  local tests=${withTests:-OFF}
  if [[ ! -e $folder/build.ninja ]] ||
    { [[ $tests == ON ]] && ! grep -q '^JEJARING_BUILD_TESTS:BOOL=ON$' "$folder/CMakeCache.txt"; }; then
    step "Configuring the build: $preset"
    (cd "$root" && quietly "CMake cannot configure the build." \
      cmake --preset "$preset" -DJEJARING_BUILD_TESTS="$tests" "${launcher[@]}")
  fi
  local report=$folder/build.log status=0
  NINJA_STATUS='[%f/%t] ' ninja -C "$folder" -j "$jobs" "$@" 2>&1 </dev/null | tee "$report" | buildProgress "$preset" ||
    status=${PIPESTATUS[0]}
  if ((status)); then
    grep -A 40 -m 1 '^FAILED: ' "$report" >&2 || tail -n 40 "$report" >&2
    fail "the build of $preset failed." "The whole output is in $report"
  fi
}

# One line that moves where somebody watches, one in twenty steps where nobody does; nothing where nothing is built.
buildProgress() {
  local line done_ total last=-1
  while IFS= read -r line; do
    [[ $line =~ ^\[([0-9]+)/([0-9]+)\] && $line != *"Re-checking globbed directories"* ]] || continue
    done_=${BASH_REMATCH[1]} total=${BASH_REMATCH[2]}
    ((last >= 0)) || step "Building: $1, $jobs at a time"
    if [[ -t 1 ]]; then
      last=0
      printf '\r\033[K    %.76s' "$line"
    elif ((done_ == total || done_ * 20 / total != last)); then
      last=$((done_ * 20 / total))
      say "$done_ of $total"
    fi
  done
  [[ $last == -1 || ! -t 1 ]] || printf '\r\033[K'
}

# Builds boundaries.gpkg where there is none, or where what it was made by has changed since.
buildBoundaries() {
  local stamp=$cache/boundaries-made-by want
  want=$(
    cd "$root" || exit 1
    { cat "$sources/fetched" && find src/data src/geo assets/data -type f \( -name 'boundary_*' -o -name 'region_*' -o -name 'world_cut.*' -o -name 'wkb.*' \) | sort | xargs cat; } | sha256sum | cut -d' ' -f1
  )
  if [[ -s $boundaries && $(cat "$stamp" 2>/dev/null) == "$want $boundaries" ]]; then return 0; fi

  step "Building the boundaries: 38 provinces, 514 kabupaten/kota"
  mkdir -p "$(dirname "$boundaries")"
  "$root/build/release/jejaring" boundaries build --packages "$sources/node_modules" ||
    fail "the boundaries could not be built (see above)."
  [[ -s $boundaries ]] || fail "the boundaries were not written to $boundaries."
  echo "$want $boundaries" >"$stamp"
}

# Names of the tests that have status $2 in ctest's report $1.
testsThat() { sed -n 's/^\t<testcase name="\([^"]*\)".* status="'"$2"'".*/\1/p' "$1"; }

# Runs the tests of preset $1 and adds a line to `counts`. Each kind in $2, the beginning of its tests' names, must have
# a test that passed: to ctest a list without tests of a kind, or with nothing but skipped ones, looks green. And no
# more than one test in twenty may be skipped: a machine may lack what the set-up cannot give, but no more than that.
counts=()
runTests() {
  local preset=$1 kinds=$2 report=$root/build/$1/tests.xml kind passed skipped
  shift 2
  rm -f "$report"
  (cd "$root" && ctest --preset "$preset" -j "$jobs" --no-tests=error --output-junit "$report" "$@") ||
    fail "a test failed in the build $preset (see above)."
  [[ -s $report ]] || fail "ctest left no report of the build $preset."
  passed=$(testsThat "$report" run | wc -l)
  skipped=$(testsThat "$report" notrun | wc -l)
  ((passed)) || fail "no test of the build $preset ran."
  for kind in $kinds; do
    grep -q "^$kind\." < <(testsThat "$report" run) || fail "no test $kind.* of the build $preset ran."
  done
  [[ -z $kinds ]] || ((skipped * 20 <= passed)) ||
    fail "$skipped tests of the build $preset were skipped, $passed ran:" $(testsThat "$report" notrun)
  counts+=("$preset: $passed tests passed, $skipped skipped$(testsThat "$report" notrun | sed '1s/^/: /' | paste -sd' ')")
}

mkdir -p "$cache" || fail "the cache folder $cache cannot be made."
: >"$log" || fail "the log $log cannot be written."
