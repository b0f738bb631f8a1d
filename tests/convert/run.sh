#!/bin/sh
# run.sh: diptych-convert from outside, and diptych with it. Each file in golden/ but *.out is
# converted, and what comes out compared with NAME.out; then what must hold when the converter is
# missing, hangs, dies, or says odd things.
#
#   run.sh [--bless] [FILE]...      all files unless some are named
#
# --bless writes down what came out as what should. CONVERT and DIPTYCH are the programs.
set -u
srcdir=${srcdir:-.}
case $srcdir in /*) ;; *) srcdir=$PWD/$srcdir ;; esac
golden=$srcdir/tests/convert/golden
CONVERT=${CONVERT:-$PWD/diptych-convert}
DIPTYCH=${DIPTYCH:-$PWD/diptych}
[ -x "$CONVERT" ] || {
    echo 'run.sh: built without the converter'
    exit 77
}
bless=no
[ "${1-}" = --bless ] && {
    bless=yes
    shift
}
[ $# -gt 0 ] || set -- $(cd "$golden" && ls | grep -v '\.out$')

work=$(mktemp -d "${TMPDIR:-.}/convert.XXXXXX") || exit 99
work=$(cd "$work" && pwd)
trap 'rm -rf "$work"' EXIT
trap 'exit 99' HUP INT TERM
LC_ALL=C.UTF-8 HOME=$work
unset XDG_CACHE_HOME XDG_CONFIG_HOME XDG_DATA_HOME COLUMNS DIPTYCH_CONVERTER
export LC_ALL HOME
failed=0
cases=0

fail() {
    printf 'run.sh: %s\n' "$1" >&2
    failed=$((failed + 1))
}

for name; do
    cases=$((cases + 1))
    "$CONVERT" document "$name" <"$golden/$name" >"$work/out" 2>&1
    if [ "$bless" = yes ]; then
        cp "$work/out" "$golden/$name.out"
    elif ! cmp -s "$work/out" "$golden/$name.out"; then
        diff -u "$golden/$name.out" "$work/out" | sed -n 1,40p
        fail "$name: converted to something else"
    fi
done

# A converter of a few lines of shell, for what the true one never does.
stand_in() {
    printf '#!/bin/sh\n%s\n' "$1" >"$work/stand-in"
    chmod +x "$work/stand-in"
}

# complains WORDS: diptych fails on the page with status 1, and with one line that has the words.
complains() {
    cases=$((cases + 1))
    DIPTYCH_CONVERTER=$work/stand-in "$DIPTYCH" show "$golden/article.html" >"$work/out" 2>"$work/err"
    status=$?
    if [ "$status" != 1 ] || [ -s "$work/out" ] || [ "$(wc -l <"$work/err")" != 1 ] ||
        ! grep -q "$1" "$work/err"; then
        cat "$work/err"
        fail "$2: wanted one line with “$1” and status 1, got status $status"
    fi
}

rm -f "$work/stand-in"
complains 'cannot be run' 'a converter that is missing'
stand_in 'kill -9 $$'
complains 'the converter ended on it' 'a converter that dies'
stand_in 'exit 3'
complains 'gave back no text' 'a converter that fails'
stand_in 'echo hello'
complains 'something else than a text' 'a converter that says something else'
stand_in 'printf "diptych converted 1\n!it is a riddle\n"; exit 1'
complains 'article.html: it is a riddle' 'a converter that tells why'

# What was converted once is not converted again.
cases=$((cases + 1))
"$DIPTYCH" show "$golden/article.html" >"$work/first" 2>"$work/err" || fail 'a page cannot be shown'
[ -n "$(ls "$work/.cache/diptych/converted" 2>/dev/null)" ] || fail 'nothing is kept in the cache'
for file in "$work"/.cache/diptych/converted/*; do
    sed 's/council/senate/' "$file" >"$work/changed" && cp "$work/changed" "$file"
done
"$DIPTYCH" show "$golden/article.html" >"$work/second"
grep -q senate "$work/second" || fail 'a page is converted again though its text is in the cache'

printf '%s cases, %s failed\n' "$cases" "$failed"
[ "$failed" = 0 ]
