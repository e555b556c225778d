#!/usr/bin/env bash
# Judges that are not ours: unzip, sha256sum, openssl, xmllint, exiftool, and in Python the BagIt library, py-wacz and warcio.
#   scripts/judges.sh                  installs what is not Debian's into .tools/ (not in git); on a build server also Firefox
#   scripts/judges.sh <package.zip>…   judges packages; exit 1 when a judge refuses one
#   --installed-only                   installs nothing: a judge that was not installed is skipped
#   --metadata-only <folder>           looks for metadata in the media below a folder, and nothing else
# A judge that is not on this machine is skipped, and says so.
set -uo pipefail
here="$(cd "$(dirname "$0")/.." && pwd)"
python="$here/.tools/bagit/bin/python"
webarchive="$here/.tools/wacz/bin"
refused=0

# On the build server no judge may be missing.
skip() {
  echo "OVERGESLAGEN: $1 ontbreekt op deze machine" >&2
  if [ "${CI:-}" = true ]; then refused=1; fi
}

# Debian's packages, where this may be done without asking: as root on a build server.
install_tools() {
  command -v xmllint >/dev/null && command -v unzip >/dev/null && command -v openssl >/dev/null && command -v exiftool >/dev/null && return 0
  [ "${CI:-}" = true ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null || return 0
  apt-get update -qq && apt-get install -y -qq --no-install-recommends libxml2-utils unzip openssl libimage-exiftool-perl >/dev/null
}

install_bagit() {
  [ -x "$python" ] && "$python" -c 'import bagit' 2>/dev/null && return 0
  command -v python3 >/dev/null || return 1
  python3 -m venv "$here/.tools/bagit" >/dev/null && "$here/.tools/bagit/bin/pip" install --quiet --disable-pip-version-check 'bagit==1.9.0' 'setuptools<81'
}

# Reads the licence of every file (GPL): a tool for the tests, never a part of the project.
install_reuse() {
  [ -x "$here/.tools/reuse/bin/reuse" ] && return 0
  command -v python3 >/dev/null || return 1
  python3 -m venv "$here/.tools/reuse" >/dev/null && "$here/.tools/reuse/bin/pip" install --quiet --disable-pip-version-check 'reuse==5.0.2'
}

install_wacz() {
  [ -x "$webarchive/wacz" ] && return 0
  command -v python3 >/dev/null || return 1
  python3 -m venv "$here/.tools/wacz" >/dev/null && "$webarchive/pip" install --quiet --disable-pip-version-check 'wacz==0.6.0' 'warcio==1.8.1' 'setuptools<81'
}

# The reader most web archives know (AGPL): a tool for the tests, never a part of the project.
install_replay() {
  [ -f "$here/.tools/replay/package/ui.js" ] && return 0
  command -v npm >/dev/null || return 1
  mkdir -p "$here/.tools/replay" && (cd "$here/.tools/replay" && npm pack --silent replaywebpage@2.5.3 && tar -xzf replaywebpage-2.5.3.tgz) >/dev/null
}

# Mozilla's linter for extensions, with the project's own Node.
install_weblint() {
  [ -x "$here/.tools/web-ext/node_modules/.bin/web-ext" ] && return 0
  command -v npm >/dev/null || return 1
  npm install --prefix "$here/.tools/web-ext" --no-audit --no-fund --loglevel=error web-ext@10.7.0 >/dev/null
}

# A browser of another maker; on a build server only, elsewhere it is up to who works there.
install_firefox() {
  command -v firefox-esr >/dev/null || command -v firefox >/dev/null && return 0
  [ "${CI:-}" = true ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null || return 1
  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends firefox-esr >/dev/null
}

# Who made it, where, when, with what; not the size and the colours, which make it a picture.
has_no_metadata() { # <folder>
  local found
  found="$(find "$1" -type f \( -name '*.jpg' -o -name '*.png' -o -name '*.gif' -o -name '*.webp' -o -name '*.mp4' \) -exec exiftool -q -q -a -G1 -s \
    -EXIF:all -IPTC:all -XMP:all -MakerNotes:all -Photoshop:all -UserData:all -ItemList:all -Keys:all \
    -GPS* -Comment* -Author* -Artist* -Creat* -Copyright* -Description* -Title* -Software* -Make -Model {} + 2>/dev/null | grep -Ev ': 0000:00:00 00:00:00$')"
  [ -z "$found" ] || { echo "$found"; return 1; }
}

judge() { # <name> <command…>
  local name="$1" output
  shift
  if output="$("$@" 2>&1)"; then echo "  goed  $name"; else
    echo "  FOUT  $name"
    echo "$output" | tail -n 20
    refused=1
  fi
}

if [ "${1:-}" = --metadata-only ]; then
  :
elif [ "${1:-}" = --installed-only ]; then
  shift
  [ -x "$python" ] || skip 'bagit (Python; eenmaal scripts/judges.sh zet het klaar)'
  [ -x "$webarchive/wacz" ] || skip 'wacz (Python; eenmaal scripts/judges.sh zet het klaar)'
else
  install_tools
  install_bagit || skip 'bagit, of python3 (met venv en toegang tot het pakketregister)'
  install_weblint || skip 'web-ext, of npm (met toegang tot het pakketregister)'
  install_firefox || skip 'Firefox (Debian: apt-get install firefox-esr)'
  install_replay || skip 'replaywebpage, of npm (met toegang tot het pakketregister)'
  install_reuse || skip 'reuse, of python3 (met venv en toegang tot het pakketregister)'
  install_wacz || skip 'wacz, of python3 (met venv en toegang tot het pakketregister)'
fi

if [ "${1:-}" = --metadata-only ]; then
  if command -v exiftool >/dev/null; then judge 'exiftool' has_no_metadata "$2"; else skip 'exiftool (Debian: apt-get install libimage-exiftool-perl)'; fi
  exit "$refused"
fi

for zip in "$@"; do
  echo "$zip"
  folder="$(mktemp -d)"
  if ! command -v unzip >/dev/null; then skip unzip; continue; fi
  judge 'unzip -t' unzip -tqq "$zip"
  unzip -qq "$zip" -d "$folder" || { refused=1; continue; }
  bag="$(find "$folder" -mindepth 1 -maxdepth 1 -type d)"
  if command -v sha256sum >/dev/null; then
    judge 'sha256sum -c tagmanifest-sha256.txt' env -C "$bag" sha256sum --quiet --strict -c tagmanifest-sha256.txt
    judge 'sha256sum -c manifest-sha256.txt' env -C "$bag" sha256sum --quiet --strict -c manifest-sha256.txt
  else skip sha256sum; fi
  if command -v openssl >/dev/null; then
    judge 'openssl dgst -verify' env -C "$bag" openssl dgst -sha256 -verify openbare-sleutel.pem -signature tagmanifest-sha256.txt.sig tagmanifest-sha256.txt
    for stamp in "$bag"/tagmanifest-sha256.txt*.tsr; do
      [ -f "$stamp" ] && judge "openssl ts -verify ${stamp##*/}" env -C "$bag" openssl ts -verify -data tagmanifest-sha256.txt -in "${stamp##*/}" -CAfile tijdstempel-wortel.pem
    done
  else skip openssl; fi
  if command -v xmllint >/dev/null; then
    judge 'xmllint, MDTO-XML1.0.1.xsd' find "$bag/data" -name '*.mdto.xml' -exec xmllint --noout --schema "$here/lib/bundle/standards/MDTO-XML1.0.1.xsd" {} +
    pakbon="${zip%.zip}.pakbon.xml"
    [ -f "$pakbon" ] && judge 'xmllint, pakbon.xsd' xmllint --noout --schema "$here/lib/bundle/standards/pakbon.xsd" "$pakbon"
  else skip xmllint; fi
  if command -v exiftool >/dev/null; then judge 'exiftool' has_no_metadata "$bag/data"; else skip 'exiftool (Debian: apt-get install libimage-exiftool-perl)'; fi
  if [ -x "$python" ]; then judge 'bagit (Python)' "$python" -m bagit --validate --quiet "$bag"; fi
  if [ -x "$webarchive/wacz" ]; then
    find "$bag/data" -name '*.wacz' -print0 | while IFS= read -r -d '' archive; do
      judge 'wacz validate (py-wacz)' "$webarchive/wacz" validate -f "$archive"
      unzip -qq -o "$archive" 'archive/*' -d "$folder/webarchief"
      judge 'warcio check (Python)' "$webarchive/warcio" check "$folder/webarchief/archive/data.warc"
      exit "$refused"
    done || refused=1
  fi
  rm -rf "$folder"
done
exit "$refused"
