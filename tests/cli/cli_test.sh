#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# The command line: every option, every exit code, every kind of bad input.
#   cli_test.sh PROGRAM CASE
# Exit code 77 means skipped, and says why. The boundaries are the user's own ($JEJARING_BOUNDARIES or below
# XDG_DATA_HOME), built by scripts/test; settings, log and projects are the test's own.
set -uo pipefail
# shellcheck source=tests/cli/cli_functions.sh
source "$(dirname "${BASH_SOURCE[0]}")/cli_functions.sh"

# --- help and usage ----------------------------------------------------------------------------------------------

test_version() {
  expect 0 --version
  grep -qE '^jejaring [0-9]+\.[0-9]+\.[0-9]+$' out || fail "odd version: $(cat out)"
}

test_helpListsCommandsAndExitCodes() {
  expect 0 --help --lang en
  for word in export atlas deck info sample boundaries --version --boundaries --lang "Exit codes" "no region has this code"; do
    prints "$word"
  done
  for code in 0 64 65 66 67 68 69 70 71 72 73 74 75 76 77 78 130; do
    grep -qE "^  $code +[a-z]" out || fail "exit code $code is not explained"
  done
  expect 0 export --help
  for option in --output --size --scale --level --region --indicator --date --theme --lang --title --transparent \
    --no-furniture --no-labels --force --boundaries --projection --classes --graticule --north-mark --sectors --countries \
    --kinds --grades --own-only; do
    prints "$option"
  done
}

test_manPageNamesEveryOptionAndExitCode() {
  local page=page.txt command option code
  sed "s/\\\\-/-/g" "$here/../../assets/jejaring.1" >page.txt
  for command in "" export atlas deck info sample import table "boundaries build" "boundaries import"; do
    # shellcheck disable=SC2086
    expect 0 $command --help
    for option in $(grep -oE -- '--[a-z-]+' out | sort -u); do
      grep -qF -- "$option" "$page" || fail "the man page lacks $option of '$command'"
    done
  done
  for code in 64 65 66 67 68 69 70 71 72 73 74 75 76 77 130; do
    grep -qE "^\.B $code\$" "$page" || fail "the man page lacks exit code $code"
  done
}

test_languageFollowsOptionThenEnvironment() {
  expect 66 info missing.gpkg
  says "kesalahan"
  LANG=en_US.UTF-8 expect 66 info missing.gpkg
  says "error"
  LANG=en_US.UTF-8 LANGUAGE=id expect 66 info missing.gpkg
  says "kesalahan"
  LANG=en_US.UTF-8 expect 66 info missing.gpkg --lang id
  says "kesalahan"
  expect 66 info missing.gpkg --lang=en
  says "error"
}

test_wrongArguments() {
  expect 64 --colour
  says "--help"
  expect 64 export
  says "PROYEK wajib diisi"
  expect 64 export sample
  says "--output wajib diisi"
  expect 64 export --lang en
  says "PROJECT is required"
  expect 64 export sample -o map.jpg --lang en
  says ".png, .pdf, .svg"
  says "map.jpg"
  absent map.jpg
  expect 64 export sample -o map
  expect 64 info
  expect 64 sample
  expect 64 boundaries
  expect 64 boundaries import
  expect 64 boundaries import a.gpkg --code KODE --name NAMA
  expect 64 export sample -o
  expect 64 info sample --lang fr
  says "fr"
}

test_unknownCommandsNameTheNearestOne() {
  expect 64 frobnicate
  says "frobnicate bukan perintah dan bukan berkas."
  says "jejaring --help memuat daftar perintah."
  expect 64 frobnicate --lang en
  says "frobnicate is neither a command nor a file."
  expect 64 exprot sample -o map.png --lang en
  says "exprot is neither a command nor a file."
  says "Did you mean: jejaring export"
  absent map.png
  expect 64 contoh info sample --lang en
  says "not expected: contoh"
  expect 64 ekspor
  says "Maksud Anda: jejaring export"
  expect 64 bound --lang en
  says "jejaring boundaries"
  # What is written as a file is one that is missing.
  local file
  for file in missing.jejaring.gpkg ./missing; do
    expect 66 "$file" --lang en
    says "$file does not exist"
    says "No window"
  done
  expect 66 missing.jejaring.gpkg
  says "missing.jejaring.gpkg tidak ada"
}

test_emptyNamesAreToldApart() {
  expect 64 info ""
  says "PROYEK kosong; berikan nama"
  expect 64 info "" --lang en
  says "PROJECT is empty; give a name"
  expect 64 export sample -o "" --lang en
  says "--output is empty"
  expect 64 import p.jejaring.gpkg "" --lang en
  says "FILE is empty"
  expect 64 "" --lang en
  says "PROJECT is empty"
}

test_wrongUsageIsToldInBothLanguages() {
  local line arguments indonesian english
  while IFS='|' read -r arguments indonesian english; do
    # shellcheck disable=SC2086
    expect 64 $arguments
    says "$indonesian"
    # shellcheck disable=SC2086
    LANG=en_US.UTF-8 expect 64 $arguments
    says "$english"
    absent map.png
  done <<'CASES'
--colour|tidak dikenal: --colour|not expected: --colour
export sample -o map.png rest of it|tidak dikenal: rest of it|not expected: rest of it
export sample -o map.png --size|--size memerlukan nilai|--size needs a value
export sample -o map.png -o map.png|--output diberikan lebih dari sekali|--output is given more than once
export sample -o map.png --force=7|--force tidak memakai nilai|--force takes no value
boundaries import a.gpkg --code A --name B|tidak dapat dipakai bersama|exclude each other
boundaries import|BERKAS wajib diisi|FILE is required
sample|--output wajib diisi|--output is required
CASES
}

test_helpIsInIndonesian() {
  local command
  for command in "" export atlas deck info sample import table boundaries "boundaries build" "boundaries import"; do
    # shellcheck disable=SC2086
    expect 0 $command --help
    ! grep -wE 'TEXT|PROJECT|FILE|OPTIONS|Usage|Options|Commands|Excludes|the|of|to|or' out ||
      fail "help of '$command' is not all in Indonesian"
  done
}

test_wrongValuesNameTheRightOnes() {
  local pair option value
  for pair in "--size 3840" "--size 0x100" "--size axb" "--size 100x99999999999" "--size -5x5" "--scale big" "--scale 0" \
    "--scale nan" "--level desa" "--indicator luck" "--date 2024-02-30" "--date yesterday" "--theme sepia" \
    "--projection globe" "--classes jenks" "--classes quantile:1" "--classes quantile:x" "--classes manual" \
    "--classes manual:5" "--classes manual:1,x" "--classes manual:5,3" "--classes manual:1,1" "--classes fixed:3"; do
    read -r option value <<<"$pair"
    expect 64 export sample -o map.png "$option=$value" --lang en
    [[ $option == --scale || $option == --size ]] || { says "$option"; says "$value"; }
    absent map.png
  done
}

test_reasonsAreInTheLanguageOfTheMessage() {
  needSqlite
  expect 64 export sample -o map.png --scale 99.5
  says "bukan 99,5."
  expect 64 export sample -o map.png --scale 99.5 --lang en
  says "not 99.5."
  expect 69
  says "(tidak ada layar: DISPLAY belum diatur)"
  MESA_GL_VERSION_OVERRIDE=2.1 expect 69 export sample -o map.png
  says "tidak menyediakan OpenGL 3.3"
  ! grep -q " offers " err || fail "the reason is in English"
  expect 0 sample -o p.jejaring.gpkg
  cp p.jejaring.gpkg damaged.jejaring.gpkg
  head -c 30000 /dev/zero | tr "\0" x | dd of=damaged.jejaring.gpkg bs=1 seek=4000 conv=notrunc 2>/dev/null
  expect 65 info damaged.jejaring.gpkg
  says "rusak: bagian-bagiannya tidak saling cocok"
  expect 65 info damaged.jejaring.gpkg --lang en
  says "is damaged: its parts do not fit together"
  sql p.jejaring.gpkg "ALTER TABLE stops RENAME COLUMN place TO spot;"
  expect 65 info p.jejaring.gpkg
  says 'kolom "place" tidak ada'
  local long
  long=$(printf 'a%.0s' $(seq 300)).png
  expect 64 export sample -o "$long" "${small[@]}"
  says "namanya terlalu panjang"
}

# --- export ------------------------------------------------------------------------------------------------------

test_lettersThatNoFontHasAreNamed() {
  local none=$'\xf4\x8f\xbf\xb0' # U+10FFF0, no character
  expect 0 export sample -o map.png "${small[@]}" --title "Kerja sama $none" --lang en
  says "No installed font has these letters, which are drawn as boxes: $none"
  expect 0 export sample -o map.pdf "${small[@]}" --title "Kerja sama $none"
  says "digambar sebagai kotak: $none"
  expect 0 export sample -o map.svg "${small[@]}" --title "Kerja sama $none"
  [[ ! -s err ]] || fail "a warning: $(cat err)"
}

test_lettersThatAnyFontHasAreDrawn() {
  if [[ -z $(fc-list ':charset=6771') ]]; then
    echo "no font with Chinese letters is installed; not tried" >&2
    return
  fi
  local kind
  for kind in png pdf svg; do
    expect 0 export sample -o "map.$kind" "${small[@]}" --title 'Kerja sama 東京'
    [[ ! -s err ]] || fail "a warning: $(cat err)"
  done
}

test_exportWritesThePictureOfItsSize() {
  expect 0 export sample -o map.png --size 800x450 --scale 1
  isPng map.png 800x450
  [[ ! -s err && ! -s out ]] || fail "a silent success was expected: $(cat out err)"
  (($(stat -c %s map.png) > 20000)) || fail "the picture is next to empty"
}

test_exportWritesPagesOfTemplates() {
  expect 0 export sample -o page.png --template region-brief --region 35.78 --dpi 60
  isPng page.png 496x701
  expect 0 export sample -o wide.png --template before-after --before 2010-01-01 --page a3 --dpi 40 --theme dark
  isPng wide.png 661x467
  expect 0 export sample -o partner.png --template partner-brief --partner Liverpool --dpi 40
  expect 64 export sample -o no.png --template poster --lang en
  says "not poster"
  expect 64 export sample -o no.png --template profile --page 10x10 --region 35.78 --lang en
  says "not 10x10"
  expect 64 export sample -o no.png --template profile --region 35.78 --size 800x450 --lang en
  says "--size does not go with --template"
  expect 64 export sample -o no.png --partner Liverpool --lang en
  says "--partner goes with --template"
  expect 64 export sample -o no.png --template partners --lang en
  says "Choose a region"
  expect 66 export sample -o no.png --template itinerary --visit V999 --lang en
  says "V999"
  [[ ! -e no.png ]] || fail "a page that cannot be made was written"
}

test_exportFiltersTakeWordsAndSayWhatThereIs() {
  expect 0 export sample -o words.png "${small[@]}" --sectors "Pendidikan, pariwisata" --countries "Jepang,china"
  expect 0 export sample -o codes.png "${small[@]}" --sectors education,tourism --countries JPN,CHN
  cmp words.png codes.png || fail "words and codes of the same filter give two pictures"
  expect 0 export sample -o again.png --from codes.png
  cmp again.png codes.png || fail "the repeated picture has lost its filter"
  expect 0 export sample -o page.pdf --template region-brief --region 35.78 --countries JPN --lang en
  ! command -v pdftotext >/dev/null || pdftotext page.pdf - | tr -s ' \n' ' ' | grep -q "Japan" ||
    fail "the page does not name its filter"
  local wrong
  for wrong in "--kinds sister" "--grades C"; do
    # shellcheck disable=SC2086
    expect 64 export sample -o no.png $wrong --lang en
    says "not ${wrong#* }"
  done
  expect 66 export sample -o no.png --sectors magic --lang en
  says "No agreement of the project is in the sector magic"
  says "education"
  expect 66 export sample -o no.png --countries Fiji --lang en
  says "JPN"
  printf 'Daerah;Mitra\nKota Surabaya;Kochi\n' >bare.csv
  expect 0 import bare.jejaring.gpkg bare.csv
  expect 66 export bare.jejaring.gpkg -o no.png --sectors education --lang en
  says "states a sector"
  expect 64 export sample -o no.png --from codes.png --grades A --lang en
  says "--grades does not go with --from"
  absent no.png
}

# dotsOf FILE: pixels a metre that a PNG states in pHYs.
dotsOf() {
  python3 - "$1" <<'PY'
import sys
data = open(sys.argv[1], "rb").read()
at = data.index(b"pHYs") + 4
x, y = (int.from_bytes(data[at + i : at + i + 4], "big") for i in (0, 4))
print(x if x == y and data[at + 8] == 1 else "other")
PY
}
# seeThrough FILE: the share of its pixels through which all is seen, in percent.
seeThrough() {
  python3 - "$1" <<'PY'
import sys, zlib
data = open(sys.argv[1], "rb").read()
width, height, kind = int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big"), data[25]
if kind != 6:
    print(0)
    sys.exit()
packed, at = b"", 8
while at < len(data):
    length, name = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 8]
    if name == b"IDAT":
        packed += data[at + 8 : at + 8 + length]
    at += length + 12
raw, before, clear = zlib.decompress(packed), bytearray(4 * width), 0
for row in range(height):
    start = row * (4 * width + 1)
    filter, line = raw[start], bytearray(raw[start + 1 : start + 4 * width + 1])
    if filter not in (0, 1, 2):
        sys.exit("a filter that is not read here")
    for i in range(3, 4 * width, 4):
        line[i] = (line[i] + (line[i - 4] if filter == 1 and i > 3 else before[i] if filter == 2 else 0)) % 256
    before = line
    clear += line[3::4].count(0)
print(100 * clear // (width * height))
PY
}

test_dotsAnInchDecideThePixelsOfAPage() {
  command -v python3 >/dev/null || skip "python3 is not installed"
  expect 0 export sample -o a4.png --template profile --region 35.78 --page a4 --dpi 100
  isPng a4.png 1169x827
  [[ $(dotsOf a4.png) == 3937 ]] || fail "pHYs says $(dotsOf a4.png)"
  expect 0 export sample -o slide.png --template profile --region 35.78 --page 4:3 --dpi 72
  isPng slide.png 720x540
  [[ $(dotsOf slide.png) == 2835 ]] || fail "pHYs says $(dotsOf slide.png)"
  expect 0 export sample -o map.png "${small[@]}" --dpi 150
  isPng map.png 640x360
  [[ $(dotsOf map.png) == 5906 ]] || fail "pHYs says $(dotsOf map.png)"
  expect 0 export sample -o again.png --from map.png
  cmp map.png again.png || fail "the repeated picture differs"
  expect 64 export sample -o no.png --template profile --region 35.78 --dpi 20 --lang en
  says "30 to 1200, not 20"
  expect 64 export sample -o no.png --template profile --region 35.78 --page 2000x1000 --dpi 1200 --lang en
  says "pixels wide and high"
  expect 64 export sample -o no.pptx --template profile --region 35.78 --dpi 100 --lang en
  says "has no dots"
  [[ ! -e no.png && ! -e no.pptx ]] || fail "a page that cannot be made was written"
}

test_aPageMayHaveNoGround() {
  command -v python3 >/dev/null || skip "python3 is not installed"
  local template
  for template in choropleth partners before-after region-brief; do
    expect 0 export sample -o "$template.png" --template "$template" --region 35.78 --dpi 40 --transparent
    (($(seeThrough "$template.png") > 30)) || fail "$template: seen through $(seeThrough "$template.png") %"
  done
  expect 0 export sample -o solid.png --template before-after --dpi 40
  [[ $(seeThrough solid.png) == 0 ]] || fail "a page with a ground is seen through"
  expect 0 export sample -o again.png --from before-after.png
  cmp before-after.png again.png || fail "the repeated page differs"
  expect 0 export sample -o page.svg --template choropleth --transparent
  ! grep -q 'id="background"' page.svg || fail "the SVG has a ground"
  expect 64 export sample -o no.pptx --template choropleth --transparent --lang en
  says "ground of its presentation"
  absent no.pptx
}

test_filesStateTheirSourcesWhateverTheirPicturesShow() {
  command -v python3 >/dev/null || skip "python3 is not installed"
  expect 0 export sample -o bare.png "${small[@]}" --no-furniture --date 2020-05-01
  python3 - bare.png >words <<'PY'
import sys
data, at = open(sys.argv[1], "rb").read(), 8
while at < len(data):
    length, name = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 8]
    if name == b"iTXt" and data[at + 8 :].startswith(b"Source\0"):
        print(data[at + 8 : at + 8 + length].rsplit(b"\0", 1)[1].decode())
    at += length + 12
PY
  expect 0 export sample -o slide.pptx --template profile --region 35.78 --date 2020-05-01
  python3 -c 'import zipfile; print(zipfile.ZipFile("slide.pptx").read("docProps/core.xml").decode())' >core.xml
  local file part
  for file in words core.xml; do
    for part in "1 Mei 2020" "dari 89 sumber" "Tidak ada catatan" "dari 514" "Batas wilayah: "; do
      sed 's/\xc2\xa0/ /g' "$file" | grep -qF -- "$part" || fail "$file does not say $part: $(cat "$file")"
    done
  done
  grep -qF '<dc:language>id-ID</dc:language>' core.xml || fail "no language: $(cat core.xml)"
  grep -qF '<dc:title>Kota Surabaya</dc:title>' core.xml || fail "no title: $(cat core.xml)"
}

test_exportFromAPictureRepeatsIt() {
  expect 0 export sample -o one.png "${small[@]}" --region 35 --theme dark --lang en --date 2020-05-01 --title 'Jawa — "ya"'
  expect 0 export sample -o two.png --from one.png
  cmp one.png two.png || fail "the repeated picture differs"
  expect 0 export sample -o page.png --template profile --region 35.78 --dpi 50
  expect 0 export sample -o again.png --from page.png
  cmp page.png again.png || fail "the repeated page differs"
  expect 0 export sample -o page.svg --from page.png
  expect 64 export sample -o three.png --from one.png --theme light --lang en
  says "--theme does not go with --from"
  printf 'no picture' >text.png
  expect 65 export sample -o three.png --from text.png --lang en
  says "text.png is no PNG picture"
  expect 66 export sample -o three.png --from missing.png --lang en
  absent three.png
}

test_exportDefaultsTo4k() {
  expect 0 export contoh -o map.png
  isPng map.png 3840x2160
}

test_exportIsDeterministic() {
  expect 0 export sample -o one.png --size 1600x900
  expect 0 export sample -o two.png --size 1600x900
  cmp one.png two.png || fail "the same call gave other bytes"
}

test_exportOptionsChangeThePicture() {
  expect 0 export sample -o plain.png "${small[@]}"
  local name=0 options
  for options in "--level provinsi" "--level kabkota" "--region 64" "--region 35.78" "--indicator agreements" \
    "--indicator countries" "--date 2005-01-01" "--theme dark" "--lang en" "--title Rapat" "--transparent" \
    "--no-furniture" "--no-labels" "--graticule" "--north-mark" "--projection mercator" "--projection plate-carree" "--classes quantile:4" \
    "--classes equal" "--classes natural:3" "--classes manual:0,10,50,100" "--sectors education,Pariwisata" \
    "--countries Jepang" "--kinds ksdpl,KSDD" "--grades A" "--own-only"; do
    name=$((name + 1))
    # shellcheck disable=SC2086
    expect 0 export sample -o "$name.png" "${small[@]}" $options
    isPng "$name.png" 640x360
    ! cmp -s plain.png "$name.png" || fail "$options changes nothing"
  done
  expect 0 export sample -o same.png "${small[@]}" --level otomatis --indicator impact --theme light --classes fixed \
    --projection equal-earth --lang id
  expect 0 export sample -o larger.png --size 640x360 --scale 1.5
  isPng larger.png 640x360
  ! cmp -s plain.png larger.png || fail "--scale changes nothing"
  cmp plain.png same.png || fail "the defaults, spelled out, give another picture"
}

test_exportWithoutFurnitureKeepsTheNames() {
  expect 0 export sample -o bare.png "${small[@]}" --no-furniture
  expect 0 export sample -o nameless.png "${small[@]}" --no-furniture --no-labels
  ! cmp -s bare.png nameless.png || fail "--no-furniture takes the names away, too"
  expect 0 export --help --lang en
  tr -s ' \n' ' ' <out | grep -q -- "and its names alone (--no-labels takes those, too)" ||
    fail "the help does not say that --no-furniture keeps the names"
}

test_exportTransparentHasNoSea() {
  command -v identify >/dev/null || skip "ImageMagick's identify is not installed"
  expect 0 export sample -o map.png "${small[@]}" --transparent --no-furniture
  [[ $(identify -format '%[fx:minima.a]' map.png) == 0 ]] || fail "nothing is transparent"
  expect 0 export sample -o map.png "${small[@]}" --force
  [[ $(identify -format '%[opaque]' map.png) == [Tt]rue ]] || fail "the plain picture is not opaque"
}

test_exportWritesASlide() {
  expect 0 export sample -o a.pptx "${small[@]}" --lang en
  [[ $(head -c 4 a.pptx) == $'PK\x03\x04' ]] || fail "a.pptx is no zip file"
  for part in '[Content_Types].xml' ppt/presentation.xml ppt/slides/slide1.xml ppt/notesSlides/notesSlide1.xml; do
    grep -qaF "$part" a.pptx || fail "a.pptx has no $part"
  done
  (($(stat -c %s a.pptx) < 2000000)) || fail "a.pptx is larger than 2 MB: $(stat -c %s a.pptx)"
  expect 0 export sample -o b.PPTX "${small[@]}" --lang en
  cmp a.pptx b.PPTX || fail "the same call gave other bytes"
  expect 0 export sample -o c.pptx "${small[@]}" --lang en --level kabkota --theme dark
  (($(stat -c %s c.pptx) < 2000000)) || fail "c.pptx is larger than 2 MB: $(stat -c %s c.pptx)"
  local code=0
  "$program" export sample -o a.pptx >out 2>err || code=$?
  [[ $code != 0 ]] || fail "a.pptx was replaced unasked"
  says "a.pptx"
}

test_export8kInTiles() {
  expect 0 export sample -o map.png --size 7680x4320
  isPng map.png 7680x4320
  command -v identify >/dev/null || skip "ImageMagick's identify is not installed; the file is written"
  # Every row is there: reading the whole file finds no damage.
  identify -regard-warnings -format '%wx%h\n' map.png | grep -qx 7680x4320 || fail "the file is damaged"
}

test_exportDocuments() {
  local format
  for format in pdf svg; do
    expect 0 export sample -o "one.$format" --size 3508x2480 --level kabkota --lang en
    expect 0 export sample -o "two.$format" --size 3508x2480 --level kabkota --lang en
    cmp "one.$format" "two.$format" || fail "the same call gave other bytes"
    (($(stat -c %s "one.$format") < 3000000)) || fail "an A4 map of all kabupaten/kota takes more than 3 MB"
    (($(stat -c %s "one.$format") > 100000)) || fail "the map is next to empty"
    expect 73 export sample -o "one.$format" --lang en
  done
  grep -q 'data-code="64.09" data-name="Kabupaten Penajam Paser Utara"' one.svg || fail "a region has no name"
  expect 0 export sample -o MAP.SVG --no-labels
  grep -q '<svg' MAP.SVG || fail "the ending in capitals is not known"
  command -v pdftotext >/dev/null || skip "poppler-utils is not installed; the files are written"
  pdfinfo one.pdf | grep -q 'A4' || fail "3508x2480 is not A4"
  pdftotext one.pdf - | tr '\n' ' ' >words
  local string
  for string in "Impact of regional cooperation" "Kota Surabaya" "SUMATERA" "Boundaries: " "very high, 80"; do
    grep -q "$string" words || fail "$string is not found in the PDF"
  done
}

test_exportSavedProject() {
  expect 0 sample -o contoh.jejaring.gpkg
  expect 0 export contoh.jejaring.gpkg -o saved.png "${small[@]}"
  expect 0 export sample -o sample.png "${small[@]}"
  cmp saved.png sample.png || fail "the sample, saved and read, looks different"
}

test_existingFilesAreNotReplacedUnasked() {
  echo precious >map.png
  expect 73 export sample -o map.png "${small[@]}" --lang en
  says "map.png"
  says "--force replaces what is there."
  [[ $(cat map.png) == precious ]] || fail "the file was touched"
  expect 0 export sample -o map.png "${small[@]}" --force
  isPng map.png
  expect 0 sample -o p.jejaring.gpkg
  expect 73 sample -o p.jejaring.gpkg
  says "--force menimpa yang sudah ada."
  expect 0 sample -o p.jejaring.gpkg --force
}

test_logTellsWhatHappened() {
  expect 66 export missing.jejaring.gpkg -o map.png
  grep -q missing.jejaring.gpkg state/jejaring/jejaring.log || fail "the log does not tell"
}

test_anUnwritableLogStopsNothing() {
  echo >file
  XDG_STATE_HOME=$work/file expect 0 export sample -o map.png "${small[@]}"
}

# --- info --------------------------------------------------------------------------------------------------------

test_infoAsText() {
  expect 0 info sample --lang en
  for word in agreements "in force" "no record" "Kota Bandung" "Problems found"; do prints "$word"; done
  expect 0 info sample --lang id
  prints "Kota Bandung"
}

test_infoCallsTablesAsUsersDo() {
  expect 0 info sample --lang en
  prints "  Parties of agreements"
  prints "  Agreement C079: "
  grep -qE "^  Empty: .*Follow-ups, Activities, .*Notes" out || fail "empty tables are not listed in one line"
  expect 0 info sample
  prints "  Pihak kerja sama"
  prints "  Kerja sama C079: "
  grep -qE "^  Kosong: .*Tindak lanjut, Kegiatan, .*Catatan" out || fail "empty tables are not listed in one line"
  ! grep -qE "agreement|_" out || fail "a table is called as the file does"
}

test_infoAsJson() {
  command -v python3 >/dev/null || skip "python3 is not installed"
  expect 0 sample -o contoh.jejaring.gpkg
  expect 0 info contoh.jejaring.gpkg --json
  python3 - out <<'PY' || fail "the JSON is not as it should be"
import json, sys
info = json.load(open(sys.argv[1]))
assert info["agreements"]["recorded"] == 145, info["agreements"]
PY
}

test_infoOfAnotherDay() {
  expect 0 info sample --date 1990-01-01
  cp out before
  expect 0 info sample
  ! cmp -s before out || fail "the date changes nothing"
  expect 64 info sample --date 1990
}

# --- indicators of the project -----------------------------------------------------------------------------------

# synthetic: two provinces, two cities, two periods
indicators() {
  printf 'Kode,Daerah,Indikator,Satuan,Periode,Nilai\n'
  printf '35,Jawa Timur,Ekspor,juta USD,2021,1500\n35,Jawa Timur,Ekspor,juta USD,2022,1700\n'
  printf '64,Kalimantan Timur,Ekspor,juta USD,2022,2900.5\n35.78,Kota Surabaya,Ekspor,juta USD,2022,-12\n'
  printf '32.73,Kota Bandung,Ekspor,juta USD,2021,0\n'
}

test_exportOfAnIndicatorOfTheProject() {
  command -v python3 >/dev/null || skip "python3 is not installed"
  indicators >i.csv
  expect 0 import p.jejaring.gpkg i.csv --as indicators --lang en
  prints "5 added"
  expect 0 info p.jejaring.gpkg --lang en
  prints "Ekspor (juta USD)"
  prints "2 provinces, 2 kabupaten/kota, 2021 to 2022"
  expect 0 info p.jejaring.gpkg --json
  local id
  id=$(python3 -c 'import json; i = json.load(open("out"))["indicators"][0]; print(i["id"] if (i["values"], i["provinces"], i["regencies"], i["first"], i["last"]) == (5, 2, 2, "2021", "2022") else "")')
  [[ -n $id ]] || fail "the JSON does not tell of the indicator"
  expect 0 export p.jejaring.gpkg -o impact.png "${small[@]}" --date 2023-01-01
  expect 0 export p.jejaring.gpkg -o named.png "${small[@]}" --date 2023-01-01 --indicator ekspor
  expect 0 export p.jejaring.gpkg -o id.png "${small[@]}" --date 2023-01-01 --indicator "$id"
  cmp named.png id.png || fail "the name and the id give different pictures"
  ! cmp -s impact.png id.png || fail "the indicator changes nothing"
  expect 0 export p.jejaring.gpkg -o early.png "${small[@]}" --date 2021-06-01 --indicator "$id"
  ! cmp -s early.png id.png || fail "the date changes nothing"
  expect 0 export p.jejaring.gpkg --from id.png -o again.png
  cmp id.png again.png || fail "the picture made again from itself is another one"
  expect 0 export p.jejaring.gpkg -o map.svg "${small[@]}" --indicator "$id" --lang en --date 2023-01-01
  for words in "Ekspor" "(juta USD), 2021–2022" "not recorded"; do
    grep -qF "$words" map.svg || fail "the picture does not say: $words"
  done
  expect 64 export p.jejaring.gpkg -o no.png --indicator "$id" --classes fixed --lang en
  says "no fixed classes"
  expect 66 export p.jejaring.gpkg -o no.png --indicator impor --lang en
  says "$id"
  expect 66 export sample --from id.png -o no.png --lang en
  says "There is no indicator $id"
  absent no.png
}

# A real series, which is not part of the repository.
test_exportOfARealSeries() {
  local source=${JEJARING_SHARED:-$here/../../../shared}/data/test-only
  [[ -f $source/grdp_province.csv ]] || skip "there is no $source/grdp_province.csv"
  expect 0 import p.jejaring.gpkg "$source/grdp_province.csv" --as indicators --lang en
  expect 0 info p.jejaring.gpkg --lang en
  prints "grdp_per_capita_constant_2010 (thousand IDR)"
  expect 0 export p.jejaring.gpkg -o map.svg "${small[@]}" --indicator grdp_per_capita_constant_2010 --level provinsi \
    --date 2015-06-01 --classes quantile:5 --lang en
  for words in "thousand IDR by province" "QuaRCS"; do
    grep -qF "$words" map.svg || fail "the picture does not say: $words"
  done
}

# --- boundaries ----------------------------------------------------------------------------------------------------

test_missingBoundariesNameTheCommand() {
  JEJARING_BOUNDARIES=$work/none.gpkg expect 72 export sample -o map.png --lang en
  says "jejaring boundaries build"
  expect 72 export sample -o map.png --boundaries none.gpkg
  expect 72 info sample --boundaries none.gpkg
  absent map.png
}

test_damagedBoundaries() {
  head -c 50000 "$JEJARING_BOUNDARIES" >half.gpkg
  expect 65 export sample -o map.png --boundaries half.gpkg
  echo "no database" >text.gpkg
  expect 65 export sample -o map.png --boundaries text.gpkg
  absent map.png
}

test_boundariesBuildSaysWhatIsMissing() {
  expect 66 boundaries build --packages "$work/none" -o new.gpkg --lang en
  says "none"
  absent new.gpkg
}

test_boundariesBuild() {
  local packages=${JEJARING_PACKAGES:-${XDG_CACHE_HOME:-$HOME/.cache}/jejaring/boundary-sources/node_modules}
  [[ -d $packages ]] || skip "the packages are not installed in $packages"
  expect 0 boundaries build --packages "$packages" -o new.gpkg --json
  grep -q '"regencies": 514' out || fail "no 514 kabupaten/kota"
  grep -q '"provinces": 38' out || fail "no 38 provinces"
  grep -q '%' err || fail "no progress on standard error"
  XDG_CACHE_HOME=$work/cache expect 0 export sample -o map.png "${small[@]}" --boundaries new.gpkg
}

test_boundariesImport() {
  local source=${JEJARING_SHARED:-$here/../../../shared}/data/test-only
  local file
  file=$source/boundaries_kabkota_514.geojson
  [[ -f $file ]] || skip "no boundaries to import in $source"
  expect 0 boundaries import "$file" --base "$JEJARING_BOUNDARIES" -o imported.gpkg --credit "A test" --lang en
  prints "Unmatched rows"
  expect 0 boundaries import "$file" --base "$JEJARING_BOUNDARIES" -o imported.gpkg
  prints "Baris tanpa pasangan"
  ! grep -wE "rows|none|Provinces|Kept" out || fail "the report is not all in Indonesian"
  XDG_CACHE_HOME=$work/cache expect 0 export sample -o map.png "${small[@]}" --boundaries imported.gpkg
}

test_boundariesImportErrors() {
  expect 66 boundaries import none.geojson --base "$JEJARING_BOUNDARIES" -o imported.gpkg
  echo "{" >bad.geojson
  expect 65 boundaries import bad.geojson --base "$JEJARING_BOUNDARIES" -o imported.gpkg
  absent imported.gpkg
}

# --- bad input -------------------------------------------------------------------------------------------------------

test_missingProject() {
  expect 66 export none.jejaring.gpkg -o map.png --lang en
  says "none.jejaring.gpkg"
  expect 66 info none.jejaring.gpkg
  absent map.png
}

test_unreadableProject() {
  mkdir folder.jejaring.gpkg
  expect 65 info folder.jejaring.gpkg
  expect 0 sample -o secret.jejaring.gpkg
  chmod 000 secret.jejaring.gpkg
  local got=0
  if [[ $EUID == 0 ]]; then
    # Nothing keeps root from reading a file, so somebody else tries.
    command -v setpriv >/dev/null || skip "setpriv is not installed, and nothing keeps root from reading a file"
    chmod 755 "$work"
    local -a nobody=(setpriv --reuid=65534 --regid=65534 --clear-groups env "XDG_STATE_HOME=/nonexistent")
    "${nobody[@]}" "$program" --version >/dev/null 2>err || skip "the build folder is closed to other users"
    "${nobody[@]}" "$program" info secret.jejaring.gpkg >out 2>err || got=$?
  else
    "$program" info secret.jejaring.gpkg >out 2>err || got=$?
  fi
  [[ $got == 66 ]] || fail "a project without permission ended with $got, not 66"
}

test_notAGeoPackage() {
  echo "just text" >text.jejaring.gpkg
  expect 65 info text.jejaring.gpkg
  : >empty.jejaring.gpkg
  expect 65 info empty.jejaring.gpkg
  # A GeoPackage, but no project.
  expect 65 info "$JEJARING_BOUNDARIES"
}

needSqlite() { command -v sqlite3 >/dev/null || command -v python3 >/dev/null || skip "neither sqlite3 nor python3 is installed"; }
# sql FILE STATEMENT
sql() {
  if command -v sqlite3 >/dev/null; then sqlite3 "$1" "$2"; else
    python3 -c 'import sqlite3,sys; c=sqlite3.connect(sys.argv[1]); c.executescript(sys.argv[2]); c.commit()' "$1" "$2"
  fi
}

test_newerSchema() {
  needSqlite
  expect 0 sample -o p.jejaring.gpkg
  sql p.jejaring.gpkg "UPDATE jejaring_project SET value = '999' WHERE key = 'schema';"
  cp p.jejaring.gpkg before
  expect 0 info p.jejaring.gpkg --lang en
  says "written by a newer version"
  prints "Schema 999"
  expect 0 table p.jejaring.gpkg -o t.xlsx --lang en
  says "written by a newer version"
  printf 'Daerah;Mitra\nKota Surabaya;Kochi\n' >a.csv
  expect 68 import p.jejaring.gpkg a.csv --lang en
  says "999"
  cmp before p.jejaring.gpkg || fail "a project of a newer version was changed"
}

test_newerSchemaIsDrawnWithAWarning() {
  needSqlite
  expect 0 sample -o p.jejaring.gpkg
  sql p.jejaring.gpkg "UPDATE jejaring_project SET value = '999' WHERE key = 'schema';"
  expect 0 export p.jejaring.gpkg -o map.png "${small[@]}" --lang en
  says "written by a newer version"
}

test_olderSchemaIsKeptBesideWhatReplacesIt() {
  needSqlite
  expect 0 sample -o p.jejaring.gpkg
  # As the first version wrote it, but for a column of a later one's name that a GIS gave it.
  sql p.jejaring.gpkg "UPDATE jejaring_project SET value = '1' WHERE key = 'schema';
    ALTER TABLE sources DROP COLUMN published_on;"
  cp p.jejaring.gpkg before
  expect 0 info p.jejaring.gpkg --lang en
  prints "Schema 1;"
  cmp before p.jejaring.gpkg || fail "looking at a project changed it"
  absent p.backup-v1.jejaring.gpkg
  printf 'Daerah;Mitra\nKota Surabaya;Kota Uji\n' >a.csv
  expect 0 import p.jejaring.gpkg a.csv --lang en
  prints "p.backup-v1.jejaring.gpkg"
  cmp before p.backup-v1.jejaring.gpkg || fail "the backup is not the file as it was"
  expect 0 info p.jejaring.gpkg --lang en
  prints "Schema 3;"
}

test_missingTable() {
  needSqlite
  expect 0 sample -o p.jejaring.gpkg
  sql p.jejaring.gpkg "DROP TABLE agreements;"
  expect 65 info p.jejaring.gpkg --lang en
  says "agreements"
}

test_lockedProject() {
  command -v python3 >/dev/null || skip "python3 is not installed"
  expect 0 sample -o p.jejaring.gpkg
  python3 - <<'PY' &
import sqlite3, time
db = sqlite3.connect("p.jejaring.gpkg", isolation_level=None)
db.execute("BEGIN EXCLUSIVE")
open("locked", "w").close()
time.sleep(60)
PY
  local holder=$!
  for _ in $(seq 100); do [[ -e locked ]] || sleep 0.1; done
  local got=0
  "$program" info p.jejaring.gpkg >out 2>err || got=$?
  kill "$holder"
  [[ $got == 75 ]] || fail "a locked project ended with $got, not 75"
}

test_unknownRegion() {
  for code in 99 64.99 6401 abc "64.01 "; do
    expect 67 export sample -o map.png --region "$code" --lang en
    says "$code"
    absent map.png
  done
}

test_missingFont() {
  cat >fonts.conf <<'XML'
<?xml version="1.0"?>
<fontconfig><dir>/nonexistent-fonts</dir><cachedir>/nonexistent-cache</cachedir></fontconfig>
XML
  FONTCONFIG_FILE=$work/fonts.conf expect 71 export sample -o map.png --lang en
  says "fonts-"
  absent map.png
}

test_noOpenGl() {
  MESA_GL_VERSION_OVERRIDE=2.1 expect 69 export sample -o map.png --lang en
  says "OpenGL"
  absent map.png
}

test_noDisplay() {
  expect 69 --lang en
  says "jejaring export"
  expect 69 contoh
}

test_noFolder() {
  local got=0
  "$program" export sample -o none/map.png "${small[@]}" >out 2>err || got=$?
  [[ $got == 66 || $got == 77 ]] || fail "a missing folder ended with $got"
  absent none
}

test_noPermissionToWrite() {
  mkdir place
  if [[ $EUID == 0 ]]; then
    # The permissions of a folder do not stop root; a file system mounted read-only does.
    mount -t tmpfs -o ro tmpfs place 2>err || skip "root ignores permissions, and mounting is not allowed here"
    mounted+=("$work/place")
  else
    chmod 500 place
  fi
  expect 77 export sample -o place/map.png "${small[@]}"
  expect 77 sample -o place/p.jejaring.gpkg
}

test_fullDisk() {
  mkdir place
  [[ $EUID == 0 ]] || skip "a small file system can only be mounted by root"
  mount -t tmpfs -o size=64k tmpfs place 2>err || skip "mounting is not allowed here"
  mounted+=("$work/place")
  expect 74 export sample -o place/map.png --size 1600x900
  expect 74 sample -o place/p.jejaring.gpkg
  isEmpty place
}

test_aFullDeviceIsToldApart() {
  # Needs no rights: a device that is always full.
  [[ -c /dev/full ]] || skip "no /dev/full here"
  local got=0
  "$program" info sample >/dev/full 2>err || got=$?
  [[ $got == 74 ]] || fail "output to a full device ended with $got, not 74"
}

test_interruptLeavesNoFile() {
  mkdir place
  "$program" export sample -o place/map.png --size 16384x16384 --scale 8 >out 2>err &
  local running=$! got=0
  sleep 1
  kill -INT "$running" 2>/dev/null
  kill -TERM "$running" 2>/dev/null
  wait "$running" || got=$?
  [[ $got == 130 ]] || fail "an interrupted export ended with $got, not 130"
  isEmpty place
}

# --- import --------------------------------------------------------------------------------------------------------

agreements() {
  printf 'DAFTAR KERJA SAMA\n\nNo;Daerah;Mitra;Negara;Tanggal TTD\n1;Kota Surabaya;Kochi;Jepang;20 Agustus 2024\n'
  printf '2;Kab. Paser;Busan;Korea Selatan;%s\n;Jumlah;2;;\n' "${1:-2019}"
}

test_importWritesAProjectAndTakesChangesLater() {
  agreements >a.csv
  expect 0 import p.jejaring.gpkg a.csv --report r.json --lang en
  prints "2 added"
  [[ $(python3 -c 'import json; f=json.load(open("r.json"))["files"][0]; print(len(f["rows"]), f["counts"]["added"])') == "5 2" ]] ||
    fail "the report does not hold each row"
  cp p.jejaring.gpkg before
  expect 0 import p.jejaring.gpkg a.csv --lang en
  prints "2 unchanged"
  cmp before p.jejaring.gpkg || fail "an import that changes nothing wrote the file"
  agreements 2020 >a.csv
  expect 0 import p.jejaring.gpkg a.csv --lang en
  prints "0 added, 1 updated, 1 unchanged"
}

test_importTellsOfRowsThatWantAnAnswer() {
  printf 'Daerah;Mitra\nPekalongan;Kyoto\nKota Surabaya;Kochi\n' >a.csv
  expect 78 import p.jejaring.gpkg a.csv --as agreements --lang en
  prints "Kabupaten Pekalongan (33.26), Kota Pekalongan (33.75)"
  prints "1 added"
  expect 78 import p.jejaring.gpkg a.csv
  prints "perlu jawaban"
}

test_importDryRunWritesNothing() {
  agreements >a.csv
  expect 0 import p.jejaring.gpkg a.csv --dry-run --lang en
  prints "2 added"
  absent p.jejaring.gpkg
  expect 0 import sample a.csv --dry-run
  expect 64 import sample a.csv --lang en
  says "built in"
}

test_tablesComeBackAsTheyWere() {
  expect 0 sample -o p.jejaring.gpkg
  cp p.jejaring.gpkg before
  local table
  for table in agreements visits stops; do
    expect 0 table p.jejaring.gpkg -o "$table.csv" --table "$table"
    expect 0 import p.jejaring.gpkg "$table.csv" --lang en
    prints "0 added, 0 updated"
  done
  expect 0 table p.jejaring.gpkg -o all.xlsx --lang en
  prints "Agreements"
  expect 0 import p.jejaring.gpkg all.xlsx --lang en
  cmp before p.jejaring.gpkg || fail "importing what was exported changed the project"
}

test_aTableCanBeChangedOutside() {
  expect 0 sample -o p.jejaring.gpkg
  expect 0 table p.jejaring.gpkg -o a.csv --lang en
  head -c3 a.csv | cmp - <(printf '\xef\xbb\xbf') || fail "the table has no byte-order mark"
  sed -i 's/Braunschweig/=1+1/' a.csv
  expect 0 import p.jejaring.gpkg a.csv --force --lang en
  prints "0 added, 1 updated"
  expect 0 table p.jejaring.gpkg -o b.csv --lang en
  grep -q ";'=1+1;" b.csv || fail "a formula was not made harmless"
}

test_tableSaysWhatIsWrong() {
  expect 64 table sample -o a.ods --lang en
  says ".xlsx"
  expect 64 table sample -o a.csv --table people --lang en
  says "people"
  expect 64 table sample
  expect 66 table none.jejaring.gpkg -o a.csv
  expect 0 table sample -o a.csv
  expect 73 table sample -o a.csv
  expect 0 table sample -o a.csv --force
}

test_importSaysThatItCannotTellWhatATableHolds() {
  printf 'Pemda;Rekanan;Asal\nKota Bandung;Braunschweig;Jerman\n' >a.csv
  expect 65 import p.jejaring.gpkg a.csv --lang en
  says "--as"
  absent p.jejaring.gpkg
  printf '%s' '{"sheets":[{"sheet":"","kind":"agreements","header":[1,1],"columns":[{"column":"A","field":"region"},' \
    '{"column":"B","field":"partner"},{"column":"C","field":"country"}]}]}' >m.json
  expect 0 import p.jejaring.gpkg a.csv --map m.json --lang en
  prints "1 added"
  printf 'Pemda;Rekanan;Asal\nKota Surabaya;Kochi;Jepang\n' >b.csv
  expect 0 import p.jejaring.gpkg b.csv --lang en
  prints "1 added" # by the headings that the project remembers
}

test_importSaysWhatIsWrong() {
  agreements >a.csv
  expect 64 import p.jejaring.gpkg a.csv --as people --lang en
  says "people"
  expect 64 import p.jejaring.gpkg
  expect 66 import p.jejaring.gpkg none.csv
  head -c 2000 /dev/urandom >noise.xlsx
  expect 65 import p.jejaring.gpkg noise.xlsx
  expect 66 import p.jejaring.gpkg a.csv --map none.json
  : >blank.json
  expect 65 import p.jejaring.gpkg a.csv --map blank.json --lang en
  says "blank.json is no JSON"
  echo '{"sheets":[{"columns":[{"heading":"Mitra","field":"luck"}]}]}' >map.json
  expect 65 import p.jejaring.gpkg a.csv --map map.json --lang en
  says "field"
  expect 65 import p.jejaring.gpkg a.csv --as risks --lang en
  says "every row needs"
  absent p.jejaring.gpkg
}

test_importByAMapping() {
  printf 'Wilayah kerja;Siapa\nKota Surabaya;Kochi\n' >a.csv
  echo '{"sheets":[{"kind":"agreements","header":[1,1],"columns":[{"column":"A","heading":"Wilayah kerja","field":"region"},
    {"heading":"Siapa","field":"partner"}]}]}' >map.json
  expect 0 import p.jejaring.gpkg a.csv --map map.json --lang en
  prints "1 added"
  # The project remembers what was said of these headings.
  printf 'Wilayah kerja;Siapa\nKota Malang;Busan\n' >b.csv
  expect 0 import p.jejaring.gpkg b.csv --lang en
  prints "1 added"
}

test_interruptedImportLeavesTheProjectAsItWas() {
  agreements >a.csv
  expect 0 import p.jejaring.gpkg a.csv
  cp p.jejaring.gpkg before
  { echo 'Daerah;Mitra;Negara;Tanggal TTD'; seq -f 'Kota Surabaya;Mitra buatan %g;Jepang;1 Mei 2020' 100000; } >many.csv
  "$program" import p.jejaring.gpkg many.csv >out 2>err &
  local running=$! got=0
  sleep 1.5
  kill -INT "$running" 2>/dev/null
  wait "$running" || got=$?
  [[ $got == 130 ]] || fail "an interrupted import ended with $got, not 130"
  cmp before p.jejaring.gpkg || fail "an interrupted import changed the project"
}

runCase
