#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# The commands that write many pages.
#   pages_test.sh PROGRAM CASE
# Exit code 77 means skipped, and says why; the rest is as in cli_test.sh.
set -uo pipefail
# shellcheck source=tests/cli/cli_functions.sh
source "$(dirname "${BASH_SOURCE[0]}")/cli_functions.sh"

needs() { command -v "$1" >/dev/null || skip "$1 is not installed"; }
pages() { pdfinfo "$1" | sed -n 's/^Pages: *//p'; }

test_atlasIsADocumentOfAllProvinces() {
  needs pdftotext
  expect 0 atlas sample -o a.pdf --level provinsi --lang en --title '{name} ({code}) – {impact}'
  [[ $(pages a.pdf) == 38 ]] || fail "$(pages a.pdf) pages, not 38"
  pdftotext -layout a.pdf text
  grep -qE 'Jawa Timur \(35\) – [0-9]+' text || fail "no title of Jawa Timur with its score"
  grep -qF 'Papua Pegunungan (95) – no record' text || fail "no title of Papua Pegunungan"
}

test_atlasIsAFolderOfNamedFiles() {
  expect 0 atlas sample -o peta/ --regions 64.01,64.71 --dpi 40
  isPng "peta/64.01 Kabupaten Paser.png"
  isPng "peta/64.71 Kota Balikpapan.png"
  [[ $(find peta -type f | wc -l) == 2 ]] || fail "peta holds: $(ls peta)"
  expect 0 atlas sample -o svg --regions 64.01 --format svg --template choropleth --name 'Peta {name}'
  [[ -s "svg/Peta Kabupaten Paser.svg" ]] || fail "svg holds: $(ls svg)"
  # Of a province all that it is divided into.
  expect 0 atlas sample -o bali/ --regions 51 --dpi 30 --template profile --theme dark
  [[ $(find bali -name '51.*.png' | wc -l) == 9 ]] || fail "bali holds: $(ls bali)"
  expect 0 atlas sample -o satu/ --regions 51 --level provinsi --dpi 30
  isPng "satu/51 Bali.png"
}

test_atlasOfThoseWithARecord() {
  needs pdfinfo
  expect 0 info sample --json
  local want
  want=$(python3 -c 'import json; print(sum(len(r["code"]) == 5 for r in json.load(open("out"))["regions"]))') ||
    skip "python3 cannot read the report"
  expect 0 atlas sample -o a.pdf --regions record
  [[ $(pages a.pdf) == "$want" ]] || fail "$(pages a.pdf) pages, not $want"
}

test_atlasIsAPresentation() {
  expect 0 atlas sample -o a.pptx --regions 35.78,51.71 --template partners
  python3 -m zipfile -l a.pptx >listed
  grep -qF ppt/slides/slide2.xml listed || fail "no second slide"
  ! grep -qF ppt/slides/slide3.xml listed || fail "a third slide"
}

test_atlasSaysWhatIsWrong() {
  expect 64 atlas sample --lang en
  says "--output is required"
  expect 64 atlas sample -o a.svg --lang en
  says "one page only"
  expect 64 atlas sample -o a.pdf --format png --lang en
  says "--format goes with a folder"
  expect 64 atlas sample -o a/ --format jpg --lang en
  says "jpg"
  expect 64 atlas sample -o a.pdf --level otomatis --lang en
  says "otomatis"
  expect 64 atlas sample -o a.pdf --template visit-brief --lang en
  says "visit-brief"
  expect 64 atlas sample -o a.pdf --page 10x10
  expect 67 atlas sample -o a.pdf --regions 64.01,99 --lang en
  says "99"
  expect 64 atlas sample -o a.pdf --indicator luck --lang en
  says "luck"
  expect 66 atlas missing.gpkg -o a.pdf
  expect 66 atlas sample -o none/a.pdf --regions 64.01
  expect 66 atlas sample -o none/a/ --regions 64.01
  absent a.pdf
  absent a
  absent none
}

test_atlasKeepsWhatIsThere() {
  echo mine >a.pdf
  expect 73 atlas sample -o a.pdf --regions 64.01
  [[ $(<a.pdf) == mine ]] || fail "the file was replaced unasked"
  expect 0 atlas sample -o a.pdf --regions 64.01 --force
  mkdir a
  echo mine >a/mine
  expect 73 atlas sample -o a/ --regions 64.01 --dpi 30
  expect 0 atlas sample -o a/ --regions 64.01 --dpi 30 --force
  [[ $(<a/mine) == mine ]] || fail "another file of the folder was lost"
  isPng "a/64.01 Kabupaten Paser.png"
  expect 64 atlas sample -o a/mine/ --regions 64.01 --lang en
  says "not a folder"
}

test_atlasOnAFullDisk() {
  mkdir place
  [[ $EUID == 0 ]] || skip "a small file system can only be mounted by root"
  mount -t tmpfs -o size=400k tmpfs place 2>err || skip "mounting is not allowed here"
  mounted+=("$work/place")
  local to
  for to in place/a.pdf place/a.pptx place/a/; do
    expect 74 atlas sample -o "$to" --level provinsi --lang en
    says "No space left"
    isEmpty place
  done
}

test_atlasWhereNothingMayBeWritten() {
  mkdir place
  if [[ $EUID == 0 ]]; then
    mount -t tmpfs -o ro tmpfs place 2>err || skip "root ignores permissions, and mounting is not allowed here"
    mounted+=("$work/place")
  else
    chmod 500 place
  fi
  expect 77 atlas sample -o place/a.pdf --regions 64.01
  expect 77 atlas sample -o place/a/ --regions 64.01
}

test_anInterruptedAtlasLeavesNothing() {
  mkdir place
  local to running got
  for to in place/a.pdf place/a.pptx place/a/; do
    "$program" atlas sample -o "$to" --lang en >out 2>err &
    running=$! got=0
    sleep 3
    kill -INT "$running" 2>/dev/null
    wait "$running" || got=$?
    [[ $got == 130 ]] || fail "an interrupted atlas ended with $got, not 130"
    says " of 514 · "
    isEmpty place
  done
}

test_atlasWithoutFonts() {
  cat >fonts.conf <<'XML'
<?xml version="1.0"?>
<fontconfig><dir>/nonexistent-fonts</dir><cachedir>/nonexistent-cache</cachedir></fontconfig>
XML
  FONTCONFIG_FILE=$work/fonts.conf expect 71 atlas sample -o a.pdf --lang en
  says "fonts-"
  absent a.pdf
}

# The memory of a run does not grow with its pages, but for what a document says of each.
test_atlasTakesNoMoreMemoryForMorePages() {
  [[ -x /usr/bin/time ]] || skip "no /usr/bin/time here"
  local to few many
  for to in a.pdf a.pptx a/; do
    few=$(/usr/bin/time -f %M "$program" atlas sample -o "$to" --regions 51,52 --dpi 40 2>&1 >/dev/null | tail -n 1)
    rm -rf a a.pdf a.pptx
    many=$(/usr/bin/time -f %M "$program" atlas sample -o "$to" --regions 33,35 --dpi 40 2>&1 >/dev/null | tail -n 1)
    rm -rf a a.pdf a.pptx
    ((many < few + 30000)) || fail "$to: $few KiB for 19 pages, $many KiB for 73"
  done
}

# A project with sheets of its own: NAME=DEFINITION...
projectWithSheets() {
  command -v python3 >/dev/null || skip "python3 is not installed"
  expect 0 sample -o p.jejaring.gpkg --force
  python3 - p.jejaring.gpkg "$@" <<'PY' || fail "the sheets were not written"
import sqlite3, sys
file = sqlite3.connect(sys.argv[1])
columns = [row[1] for row in file.execute("PRAGMA table_info(sheets)")]
for number, sheet in enumerate(sys.argv[2:], 1):
    name, definition = sheet.split("=", 1)
    row = {"id": f"L{number:03}", "name": name, "kind": "view", "definition": definition}
    known = [column for column in columns if column in row]
    file.execute(f"INSERT INTO sheets ({', '.join(known)}) VALUES ({', '.join('?' * len(known))})",
                 [row[column] for column in known])
file.commit()
PY
}

test_deckWritesTheSheets() {
  needs pdftotext
  projectWithSheets 'Pembuka={"width":800,"height":450,"pixelRatio":0.5,"notes":"Salam."}' 'Kalimantan / Timur={"picture":{"region":"64"}}'
  expect 0 deck p.jejaring.gpkg -o a.pdf
  [[ $(pages a.pdf) == 2 ]] || fail "$(pages a.pdf) pages, not 2"
  pdftotext -f 2 a.pdf text
  grep -q "Kalimantan Timur" text || fail "the second page does not show its region"
  expect 0 deck p.jejaring.gpkg -o a.pptx
  python3 -m zipfile -l a.pptx | grep -qF ppt/notesSlides/notesSlide2.xml || fail "no notes of the second slide"
  expect 0 deck p.jejaring.gpkg -o a/
  isPng "a/01 Pembuka.png" 800x450
  isPng "a/02 Kalimantan - Timur.png" 3840x2160
}

test_deckSaysWhatIsWrong() {
  expect 64 deck sample -o a.pdf --lang en
  says "no sheets"
  projectWithSheets 'Baik={}' 'Rusak={"view":7}'
  expect 65 deck p.jejaring.gpkg -o a.pdf --lang en
  says "The sheet Rusak cannot be read."
  projectWithSheets 'Baik={}' 'Pergi={"visit":"V404"}'
  expect 66 deck p.jejaring.gpkg -o a/ --lang en
  says "Pergi"
  says "V404"
  expect 64 deck p.jejaring.gpkg -o a.svg
  expect 66 deck missing.gpkg -o a.pdf
  absent a.pdf
  absent a
}

runCase
