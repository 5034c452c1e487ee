#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Installs the build into a prefix of its own and uses the program from there.
#   install_test.sh BUILD VERSION
set -euo pipefail
build=$1 version=$2
prefix=$(mktemp -d)
trap 'rm -rf "$prefix"' EXIT
fail() {
  echo "$*" >&2
  exit 1
}

cmake --install "$build" --prefix "$prefix" >"$prefix/log" || fail "cmake --install failed: $(tail -n 3 "$prefix/log")"
share=$prefix/share
for file in "$prefix/bin/jejaring" "$share/locale/id/LC_MESSAGES/jejaring.mo" "$share/applications/jejaring.desktop" \
  "$share/icons/hicolor/scalable/apps/jejaring.svg" "$share/icons/hicolor/48x48/apps/jejaring.png" \
  "$share/man/man1/jejaring.1" "$share/jejaring/data/region_aliases.csv" "$share/jejaring/sample/cooperation.csv"; do
  [[ -s $file ]] || fail "not installed: ${file#"$prefix"/}"
done
[[ -n $(ls "$share/jejaring/shaders") ]] || fail "no shaders installed"

# From a folder where nothing else is found, and with settings and log of its own.
cd "$prefix"
export XDG_CONFIG_HOME=$prefix/config XDG_CACHE_HOME=$prefix/cache XDG_STATE_HOME=$prefix/state
said=$("$prefix/bin/jejaring" --version)
[[ $said == "jejaring $version" ]] || fail "--version says: $said"

# The installed help is translated: the catalogue is found from the prefix.
[[ $("$prefix/bin/jejaring" --help --lang id) != "$("$prefix/bin/jejaring" --help --lang en)" ]] ||
  fail "the help is the same in Indonesian and English"

"$prefix/bin/jejaring" export sample -o map.png --size 960x540 --lang en || fail "the export failed"
[[ $(head -c 8 map.png | od -An -tx1 | tr -d ' \n') == 89504e470d0a1a0a ]] || fail "the export is no PNG"
(($(stat -c %s map.png) > 20000)) || fail "the exported picture is next to empty: $(stat -c %s map.png) bytes"

# What the desktop reads names the program and the icon as they are installed.
grep -qx 'Exec=jejaring %f' "$share/applications/jejaring.desktop" || fail "the desktop entry starts something else"
grep -qx 'Icon=jejaring' "$share/applications/jejaring.desktop" || fail "the desktop entry names another icon"
