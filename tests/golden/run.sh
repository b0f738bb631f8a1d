#!/bin/sh
# run.sh: the program from outside. Each CASE.cmd here is run by the shell in a folder of fixtures made
# anew (fixtures.sh), and what it prints, complains of and returns is compared with CASE.out,
# CASE.err (missing: nothing) and CASE.status (missing: 0).
#
#   run.sh [--bless] [CASE]...      all cases unless some are named
#   run.sh --language NAME          what is printed and returned is the same in that language; help and faults
#                                   alone, and what is complained of, may be told in it; every third case
#                                   in a slow build (TEST_SCALE), for they are those of the first form
#
# --bless writes down what came out as what should. DIPTYCH is the program, COLLECTION the bundled
# collection, srcdir the top of the source.
set -u
srcdir=${srcdir:-.}
case $srcdir in /*) ;; *) srcdir=$PWD/$srcdir ;; esac
golden=$srcdir/tests/golden
DIPTYCH=${DIPTYCH:-$PWD/diptych}
COLLECTION=${COLLECTION:-$srcdir/data/collection}
case $DIPTYCH in /*) ;; *) DIPTYCH=$PWD/$DIPTYCH ;; esac
case $COLLECTION in /*) ;; *) COLLECTION=$PWD/$COLLECTION ;; esac
export DIPTYCH COLLECTION
[ -x "$DIPTYCH" ] || {
    echo "run.sh: $DIPTYCH: there is no program to test" >&2
    exit 99
}

bless=no
[ "${1-}" = --bless ] && {
    bless=yes
    shift
}
parts='out err status'
unset LANGUAGE
[ "${1-}" = --language ] && {
    LANGUAGE=$2
    export LANGUAGE
    parts='out status'
    shift 2
    set -- $(cd "$golden" && ls -- *.cmd | sed 's/\.cmd$//' | grep -vE '^(help|check|version|usage|notes-bad)' |
        awk -v step="$([ "${TEST_SCALE:-1}" -gt 1 ] && echo 3 || echo 1)" 'NR % step == 0')
}
[ $# -gt 0 ] || set -- $(cd "$golden" && ls -- *.cmd | sed 's/\.cmd$//')

work=$(mktemp -d "${TMPDIR:-.}/golden.XXXXXX") || exit 99
work=$(cd "$work" && pwd)
trap 'chmod -R u+rwx "$work"; rm -rf "$work"' EXIT
trap 'exit 99' HUP INT TERM

LC_ALL=C.UTF-8 HOME=$work/home
unset COLUMNS LINES NO_COLOR XDG_CONFIG_HOME XDG_DATA_HOME XDG_CACHE_HOME VISUAL EDITOR
DIPTYCH_COLLECTION=shelf
export LC_ALL HOME DIPTYCH_COLLECTION
mkdir "$work/home" "$work/fixtures"
(cd "$work/fixtures" && sh "$golden/fixtures.sh") || exit 99

# keep FILE GOLDEN: writes down a result; an empty one needs no file.
keep() {
    if [ -s "$1" ]; then cp "$1" "$2"; else rm -f "$2"; fi
}

# compare FILE GOLDEN: nothing against nothing, which is what most cases say, needs no program.
compare() {
    wanted=$2
    [ -f "$wanted" ] || {
        [ -s "$1" ] || return 0
        wanted=/dev/null
    }
    [ "$parts" = 'out status' ] && {
        sed '/diptych: /d' "$1" >"$work/told"
        sed '/diptych: /d' "$wanted" >"$work/wanted"
        set -- "$work/told"
        wanted=$work/wanted
    }
    cmp -s "$1" "$wanted" && return 0
    diff -u "$wanted" "$1" | sed -n 1,60p
    return 1
}

cases=0
failed=0
for name; do
    [ -f "$golden/$name.cmd" ] || {
        echo "run.sh: $name: there is no such case" >&2
        exit 99
    }
    cases=$((cases + 1))
    status=0
    fault=0
    (cd "$work/fixtures" && sh "$golden/$name.cmd") </dev/null \
        >"$work/out" 2>"$work/err" || status=$?
    : >"$work/status"
    [ $status -eq 0 ] || echo $status >"$work/status"
    for part in $parts; do
        if [ $bless = yes ]; then
            keep "$work/$part" "$golden/$name.$part"
        elif ! compare "$work/$part" "$golden/$name.$part"; then
            echo "FAIL: $name.$part"
            fault=1
        fi
    done
    failed=$((failed + fault))
done
echo "golden: $cases cases, $failed failed"
[ $failed -eq 0 ]
